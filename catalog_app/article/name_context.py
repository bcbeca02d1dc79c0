"""What stands beside a personal name and speaks for it: offices, titles, verbs of saying."""

from __future__ import annotations

import re

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.bylines import signature
from catalog_app.article.roles import kin_at, trade_at


def circumstances(block: Block, first: int, last: int) -> tuple[float, list[str]]:
    """What stands beside the name and speaks for it."""
    score = 0.0
    reasons: list[str] = []
    before, why = _stands_before(block, first)
    if before:
        score, reasons = before, [why]
    if _role_ahead(block, last):
        score, reasons = score + 2.0, [*reasons, "an office is named after it"]
    if _speaks(block, first, last):
        score, reasons = score + 1.5, [*reasons, "a verb of saying stands beside it"]
    if signature(block, first, last):
        score, reasons = score + 2.0, [*reasons, "it is a byline"]
    if block.profile == "eng" and _acts(block, first, last):
        score, reasons = score + 1.5, [*reasons, "a verb follows it"]
    if _listed_with_person(block, first):
        score, reasons = score + 1.5, [*reasons, "it is named beside another person"]
    if why := _described(block, first, last):
        score, reasons = score + 2.0, [*reasons, why]
    return score, reasons


_ACTS = re.compile(r"(?:[a-z]{2,}ed|was|is|has|had|will|would|could|can|came|won|took|made|went|"
                   r"led|held|lost|beat|sang|gave|left|ran|began|became|grew|died|met|read|drew)$"
                   )  # fmt: skip
WORDY = re.compile(r"(?:tion|ment|ness|ing|ical|ous|ful|less|able|ity|ism|ship|hood|ers|ies|ance|"
                    r"ence|ural|onal|ive|ology|graphy|omics|istics)$")  # fmt: skip
"""Endings of ordinary English words that hardly any name has."""


def _acts(block: Block, first: int, last: int) -> bool:
    """Whether a verb follows two capitalised words that are no words of the language."""
    if last >= len(block.tokens) or not block.tokens[last].joined or block.tokens[first].opens:
        return False
    words = block.folds[first:last]
    if any(WORDY.search(word) or word in block.small for word in words):
        return False
    return block.folds[first - 1] != "the" and bool(_ACTS.match(block.folds[last]))


def _listed_with_person(block: Block, first: int) -> bool:
    """Whether a comma or “and” ties the name to another person's right before it."""
    before = first - 1
    if (
        before > 1
        and block.tokens[first].joined
        and block.folds[before] in ("and", "и", "va", "ва")
    ):
        before -= 1
    elif block.tokens[first].gap.strip() != ",":
        return False
    if before < 1 or not (block.tokens[before].capital and block.tokens[before - 1].capital):
        return False
    return block.folds[before - 1] in lexicon.given_names() and block.tokens[before].joined


def _described(block: Block, first: int, last: int) -> str:
    """What else shows a person: a relation, a trade, an age, “who”, a country's “'s”."""
    if first and block.tokens[first].joined:
        if kin_at(block, first - 1):
            return "it follows a word for a relative"
        if trade_at(block, first - 1):
            return "a trade stands before it"
        if re.search(r"^(?:летн|year-old$)", block.folds[first - 1]):
            return "an age stands before it"
    if last < len(block.tokens) and block.tokens[last].gap.strip() == ",":
        if re.fullmatch(r"[1-9]\d", block.tokens[last].text):
            return "an age stands after it"
        if block.folds[last] in ("who", "whose", "whom"):
            return "“who” follows it"
    return ""


def _stands_before(block: Block, first: int) -> tuple[float, str]:
    """What an office or title before the name speaks for it."""
    if not first or not block.tokens[first].joined:
        return 0.0, ""
    if first - 1 in block.roles:
        return 2.0, "an office stands before it"
    if block.folds[first - 1] in lexicon.group("titles"):
        return 2.0, "a title stands before it"
    if block.profile in ("eng", "rus", "tgk") and _role_behind(block, first):
        return 1.5, "an office stands before it"
    return 0.0, ""


def _role_behind(block: Block, first: int) -> bool:
    """Whether an office is named before the name in the same clause."""
    if block.folds[first - 1] in ("of", "for", "and", "at", "in"):
        return False  # "Minister of Economic Development"
    for at in range(first - 1, max(-1, first - 14), -1):
        if at in block.roles:
            return True
        if at and not block.tokens[at].joined and "(" not in block.tokens[at].gap:
            return block.tokens[at].gap.strip() in (")",) and at - 1 in block.roles
    return False


def _role_ahead(block: Block, last: int) -> bool:
    if last >= len(block.tokens) or block.tokens[last].gap.strip() != ",":
        return False
    return any(at in block.roles and _same_clause(block, last, at) for at in range(last, last + 4))


def _same_clause(block: Block, first: int, at: int) -> bool:
    gaps = (block.tokens[n].gap.strip() for n in range(first + 1, min(at + 1, len(block.tokens))))
    return all(gap in ("", "'s", "’s") for gap in gaps)


def _speaks(block: Block, first: int, last: int) -> bool:
    verbs = lexicon.speech(block.profile)
    after = block.folds[last : last + 2]
    before = block.folds[max(0, first - 2) : first]
    if after and (after[0] in verbs or " ".join(after) in verbs):
        return "." not in block.tokens[last].gap
    if before and (before[-1] in verbs or " ".join(before) in verbs):
        return block.tokens[first].joined
    return False
