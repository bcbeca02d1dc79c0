"""Personal names in a paragraph, by given names, endings, titles, roles and verbs of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.inflect import (
    feminine_oblique,
    nominative_family,
    nominative_given,
    stripped,
)
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded
from catalog_app.article.tokens import Token

ENOUGH = 2.0
"""Evidence from which words count as a personal name; below it, repetition must confirm them."""

_FAMILY = re.compile(
    r"(?:[oe]v|[oei]va|yeva|[bcdfghjklmnprstvz]in|[kntlr]ina|sk(?:y|i|iy|aya)|enko|chuk|ian|yan|"
    r"dze|shvili|ulu|uulu|oğlu|oglu|[sz]oda|zade|zadeh|sson|sen|berg|stein|mann|quist|qvist|gren|"
    r"ović|ić|escu|ез|[оеё]в|[оеё]ва|[оеё]в(?:а|у|ым|ой|е)|[бвгджзклмнпрстфхцчш]ин|ын|"
    r"[бвгджзклмнпрстфхцчш]ин(?:а|у|ым|ой)|ск(?:ий|ая|ого|ой|ому|им|ую)|енко|чук|[ая]н|дзе|швили|"
    r"зода|[кғ]ызы|қызы|ұлы|ян(?:а|у|ом)?|иён)$"
)
_GIVEN = re.compile(
    r"(?:bek|boy|bay|jon|jan|zhan|gul|gül|din|mat|murat|murod|xon|khon|nur|ulla|ullo|"
    r"бек|бай|бой|жан|жон|джан|гул|гүл|гуль|дин|мат|мурат|мурод|хон|нур|улла|улло|али)(?:а|у|ом|ем|я)?$"
)
_PATRONYMIC = re.compile(
    r"(?:ovich|evich|ovna|evna|[ое]вич(?:а|у|ем)?|[ое]вн(?:а|ы|е|у|ой)|ич(?:а|у|ем)?)$"
)


@dataclass(frozen=True)
class Name:
    """A personal name as found: parts in the nominative, tokens, evidence and where that is."""

    given: str
    family: str
    first: int
    last: int
    score: float
    reasons: tuple[str, ...] = ()
    inflected: bool = False

    @property
    def full(self) -> str:
        """The name as it is read."""
        return f"{self.given} {self.family}".strip()


def find_names(block: Block, runs: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """The personal names of two or more words in a paragraph, those with little evidence too."""
    for first, last in runs:
        if name := _name_in(block, first, last):
            yield name


def single_names(
    block: Block, runs: Sequence[tuple[int, int]], taken: set[int]
) -> Iterator[tuple[int, str]]:
    """Capitalised words that stand alone: token and text; they may repeat a family name."""
    for first, last in runs:
        for at in range(first, last):
            if at not in taken and block.tokens[at].capital:
                yield at, block.tokens[at].text


def family_key(word: str, profile: str) -> str:
    """What the forms of a family name have in common."""
    key = folded(word)
    if profile == "rus":
        key = re.sub(r"(?<=[оеиы][вн])(а|у|ым|е|ой|ою)$", "", key)
        return (
            re.sub(r"(ий|ого|ому|им|ом|ая|ой|ую|а|у|я|ю|ем|е)$", "", key) if len(key) > 4 else key
        )
    if profile == "eng":
        return key
    return min(_stripped_family(key, profile), key=len)


def _stripped_family(key: str, profile: str) -> list[str]:
    return [form for form in stripped(key, profile) if form == key or _FAMILY.search(form)]


def capital_runs(block: Block) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that may hold a name, cut at places, roles and heads of bodies."""
    at, count = 0, len(block.tokens)
    while at < count:
        if not _may_be_name(block, at):
            at += 1
            continue
        last = at + 1
        while last < count and block.tokens[last].joined and _continues(block, last):
            last += 1
        while (
            block.folds[last - 1] in lexicon.group("particles")
            and not block.tokens[last - 1].capital
        ):
            last -= 1
        yield at, last
        at = last


def _may_be_name(block: Block, at: int) -> bool:
    token, fold = block.tokens[at], block.folds[at]
    if not token.capital or token.shouted or at in block.heads or at in block.places:
        return False
    if at in block.roles or fold in lexicon.group("titles") or fold in lexicon.group("not names"):
        return False
    if token.opens and fold in short_words(block.profile):
        return False
    return not (token.opens and fold in block.small and fold not in lexicon.given_names())


def _continues(block: Block, at: int) -> bool:
    if block.tokens[at].capital:
        return _may_be_name(block, at)
    particle = block.folds[at] in lexicon.group("particles") and at + 1 < len(block.tokens)
    ending = block.folds[at] in ("оглы", "угли", "ўғли", "қизи", "o’g’li", "qizi", "уулу", "кызы")
    return particle and (ending or (block.tokens[at + 1].capital and block.tokens[at + 1].joined))


def _name_in(block: Block, first: int, last: int) -> Name | None:
    """The most likely name within a run of capitalised words, if its evidence suffices."""
    tokens = block.tokens[first:last]
    if initials := _with_initials(block, first, tokens):
        return initials
    if len(tokens) < 2:
        return None
    begin, end, score, reasons = _best_part(block, first, last)
    if end - begin < 2:
        return None
    more, why = _circumstances(block, begin, end)
    if not reasons and score + more < ENOUGH:
        return None
    return _shaped(block, begin, end, score + more, (*reasons, *why))


def _with_initials(block: Block, first: int, tokens: list[Token]) -> Name | None:
    marks = [len(token.text) == 2 and token.text.endswith(".") for token in tokens]
    if not any(marks) or all(marks):
        return None
    start = marks.index(True)
    stop = start
    while stop < len(marks) and marks[stop]:
        stop += 1
    letters = " ".join(token.text for token in tokens[start:stop])
    if start and not marks[0] and start == len(tokens) - (stop - start) and start == 1:
        family, begin, end = tokens[0].text, first, first + stop
    elif start and stop < len(tokens):  # "John F. Kennedy"
        letters = " ".join(token.text for token in tokens[:stop])
        family, begin, end = tokens[stop].text, first, first + stop + 1
    elif stop < len(tokens):
        family, begin, end = tokens[stop].text, first + start, first + stop + 1
    else:
        return None
    name = Name(letters, family, begin, end, 3.0, ("it is written with initials",))
    return _nominative(name, _is_subject(block, begin)) if block.profile == "rus" else name


def _best_part(block: Block, first: int, last: int) -> tuple[int, int, float, tuple[str, ...]]:
    """Where in a run the name is, with the evidence of its own words."""
    given = lexicon.given_names()
    at = next((n for n in range(first, last) if block.folds[n] in given), None)
    if at is not None and at == last - 1 and _is_family(block.folds[last - 2]):
        return last - 2, last, 3.0, ("it has a known given name",)
    if at is not None and at < last - 1:
        return at, _name_end(block, at, last), 3.0, ("it has a known given name",)
    if last - first > 2 and not _PATRONYMIC.search(block.folds[last - 2]):
        particle = block.folds[last - 2] in lexicon.group("particles")
        first = last - 3 if particle else _pair_start(block, first, last)
        last = last if particle else min(last, first + 2)
    score = 0.0
    reasons: list[str] = []
    if _is_family(block.folds[last - 1]):
        score, reasons = 1.5, ["it ends as family names do"]
    if _GIVEN.search(block.folds[first]):
        score, reasons = score + 1.0, [*reasons, "it begins as given names do"]
    if not block.tokens[first].opens:
        score += 0.5
    return first, last, score, tuple(reasons)


def _pair_start(block: Block, first: int, last: int) -> int:
    """The first of two words: those that end in one with a family ending, else the last two."""
    for end in range(last, first + 1, -1):
        if _is_family(block.folds[end - 1]):
            return end - 2
    return last - 2


def _is_family(fold: str) -> bool:
    return bool(_FAMILY.search(fold)) and len(fold) > 4


def _name_end(block: Block, at: int, last: int) -> int:
    """Where a name ends that begins with a given name."""
    end = at + 2
    while end < last and (
        _PATRONYMIC.search(block.folds[end - 1])
        or block.folds[end - 1] in lexicon.group("particles")
        or block.folds[end] in lexicon.group("particles")
        or block.folds[end - 1] in lexicon.given_names()
        or len(block.tokens[end - 1].text) == 2
    ):
        end += 1
    if end == last - 1 and _is_family(block.folds[end]) and not _is_family(block.folds[end - 1]):
        end += 1
    return end


def _circumstances(block: Block, first: int, last: int) -> tuple[float, list[str]]:
    """What stands beside the name and speaks for it."""
    score = 0.0
    reasons: list[str] = []
    if first and block.tokens[first].joined:
        if first - 1 in block.roles:
            score, reasons = score + 2.0, [*reasons, "an office stands before it"]
        elif block.folds[first - 1] in lexicon.group("titles"):
            score, reasons = score + 2.0, [*reasons, "a title stands before it"]
        elif _role_behind(block, first):
            score, reasons = score + 1.5, [*reasons, "an office stands before it"]
    if _role_ahead(block, last):
        score, reasons = score + 2.0, [*reasons, "an office is named after it"]
    if _speaks(block, first, last):
        score, reasons = score + 1.5, [*reasons, "a verb of saying stands beside it"]
    if first and block.folds[first - 1] in ("by", "автор") and block.tokens[first].joined:
        opening = first - 1 == 0 or block.tokens[first - 1].opens
        score, reasons = score + (2.0 if opening else 0.5), [*reasons, "it is a byline"]
    return score, reasons


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


def _shaped(block: Block, first: int, last: int, score: float, reasons: tuple[str, ...]) -> Name:
    """The name with its parts in the nominative."""
    words = [token.text for token in block.tokens[first:last]]
    known = lexicon.given_names()
    if folded(words[-1]) in known and folded(words[0]) not in known and len(words) == 2:
        words.reverse()
    split = _family_start(words)
    name = Name(" ".join(words[:split]), " ".join(words[split:]), first, last, score, reasons)
    if block.profile == "rus":
        return _nominative(name, _is_subject(block, first))
    return _bare(name, block.profile)


def _family_start(words: list[str]) -> int:
    """Where the family name begins: at a particle, after a patronymic, or with the last word."""
    for at in range(1, len(words) - 1):
        if folded(words[at]) in lexicon.group("particles") and words[-1][0].isupper():
            return at
    if len(words) > 2 and folded(words[-1]) in lexicon.group("particles"):
        return len(words) - 2
    return len(words) - 1


def _nominative(name: Name, subject: bool) -> Name:
    """A Russian name brought to the nominative; `subject` if it seems to be in it already."""
    words = name.given.split()
    known = lexicon.given_names().get(folded(words[0]))
    if known:
        nominative, sex, inflected = known
        feminine = sex == "f"
        oblique = inflected or (feminine and feminine_oblique(name.family))
    else:
        feminine, inflected, nominative = _unknown_given(words[0], name.family, subject)
        oblique = inflected or (feminine and feminine_oblique(name.family))
    family = nominative_family(name.family, feminine, oblique)
    if not inflected:
        nominative = words[0]
    rest = [_patronymic(word) for word in words[1:]]
    return replace(name, given=" ".join([nominative, *rest]), family=family, inflected=oblique)


def _unknown_given(given: str, family: str, subject: bool) -> tuple[bool, bool, str]:
    """Sex and case of an unknown given name or initial, from endings and from its place."""
    if re.search(r"(ов|ев|ёв|ин|ын)ым$|ского$|скому$", family):
        return False, True, nominative_given(given)
    if feminine_oblique(family):
        return True, True, re.sub("ы$", "а", re.sub("и$", "я", given))
    ambiguous = bool(re.search(r"(ов|ев|ёв|ин|ын)[ау]$", family))
    if ambiguous and not subject and (given.endswith((".", "а", "у", "я", "ю"))):
        return False, True, nominative_given(given)
    return given[-1] in "ая" or given[-1] == ".", False, given


def _is_subject(block: Block, first: int) -> bool:
    """Whether a name seems to stand in the nominative, by what is before it."""
    before = first - 1
    if before < 0 or not block.tokens[first].joined or block.tokens[before].capital:
        return True
    if before in block.roles:
        role = block.roles[before]
        return folded(block.between(role.first, role.last)) == folded(role.role)
    return block.folds[before] in lexicon.speech(block.profile) or block.folds[before] in ("и", "а")


def _patronymic(word: str) -> str:
    return re.sub(r"(вн)(ы|е|у|ой)$", r"\1а", re.sub(r"(ич)(а|у|ем)$", r"\1", word))


def _bare(name: Name, profile: str) -> Name:
    """A name without an ending of a Turkic language or Tajik on its last word."""
    forms = _stripped_family(folded(name.family), profile) if profile != "eng" else []
    shortest = min(map(len, forms), default=len(name.family))
    return replace(name, family=name.family[:shortest])
