"""Who signs a report: “By …”, “Reporting by …”, a name alone at its head or its end."""

from __future__ import annotations

import re

from catalog_app.article import lexicon
from catalog_app.article.block import Block

_SHORT = 14
"""Words that a paragraph with only a signature has at most."""
_AUTHOR = {
    "rus": "автор", "uzb": "muallif", "uzc": "муаллиф", "kaz": "автор", "kir": "автор",
    "tgk": "муаллиф",
}  # fmt: skip
_MARKS = re.compile(r"[\s\d,;*¹²³⁰-⁹†‡()–—/|•·-]*")


def author_term(profile: str) -> str:
    """The word for an author in a language."""
    return _AUTHOR.get(profile, "author")


def signature(block: Block, first: int, last: int) -> str:
    """The role that a signature gives the person at these tokens: author, editor or ""."""
    if _edited_by(block, first):
        return "editor"
    if first > 1 and re.match(r"photo|pictur|фото", block.folds[first - 2]):
        return "photographer" if opens_byline(block, first) else ""
    if block.profile == "rus" and first and block.folds[first - 1] == "фото":
        return "фотограф" if opens_byline(block, first) else ""
    if opens_byline(block, first) or _after_agency(block, first, last):
        return author_term(block.profile)
    return author_term(block.profile) if _stands_alone(block, first, last) else ""


def opens_byline(block: Block, first: int) -> bool:
    """Whether “By”, «Автор:» or the like is before a name, at the beginning of a sentence."""
    if not first:
        return False
    fold, token = block.folds[first - 1], block.tokens[first - 1]
    announced = block.tokens[first].joined or block.tokens[first].gap.strip() in (":", "–", "—")
    if not announced or fold not in lexicon.group("byline"):
        return False
    with_verb = first > 1 and block.folds[first - 2] in lexicon.group("byline verbs")
    return token.opens or with_verb or "(" in token.gap


def _edited_by(block: Block, first: int) -> bool:
    words = block.folds[max(0, first - 2) : first]
    return words in (["editing", "by"], ["edited", "by"]) or words[-1:] in (["редактор"],)


def _after_agency(block: Block, first: int, last: int) -> bool:
    """Whether an agency and a dash are before the name at the head of a report."""
    if not first or first > _SHORT or block.tokens[first].gap.strip() not in ("–", "—", "-"):
        return False
    if not _ends(block, last):
        return False
    before = block.folds[max(0, first - 3) : first]
    known = lexicon.agencies()
    return any(" ".join(before[at:]) in known for at in range(len(before)))


def _ends(block: Block, last: int) -> bool:
    """Whether a full stop, a comma or the end follows the name."""
    if last >= len(block.tokens):
        return True
    return block.tokens[last].gap.strip()[:1] in (".", ",", "\n")


def _stands_alone(block: Block, first: int, last: int) -> bool:
    """Whether the paragraph is only names, or one and the paper or office of its bearer."""
    if len(block.tokens) > 2 * _SHORT or not _MARKS.fullmatch(
        block.text[block.start : block.tokens[0].start]
    ):  # fmt: skip
        return False
    if any(token.joined and not token.capital for token in block.tokens[: first + 1]):
        return False
    ending = block.text[block.tokens[-1].end : block.end].strip()
    opens = len(block.tokens) <= _SHORT and first == 0 and ending in ("", ")", "»", "”", ".", "/")
    if opens and (not block.folds[last:] or _is_office(block, last)):
        return True
    return _only_names(block)


def _is_office(block: Block, last: int) -> bool:
    """Whether a comma and a paper, an agency or the word for a reporter follow a name."""
    gap = block.tokens[last].gap.strip()
    if gap[:1] not in (",", "(", "/", "–", "—", "\n") and "\n" not in block.tokens[last].gap:
        return False
    if "\n" in block.tokens[last].gap and _has_address(block, last):
        return True
    folds = block.folds[last:]
    known = lexicon.agencies()
    if any(" ".join(folds[:n]) in known for n in range(1, 5)):
        return True
    quoted = "«" in gap or "“" in gap or '"' in gap
    return quoted or any(fold in lexicon.group("reporters") for fold in folds)


def _has_address(block: Block, last: int) -> bool:
    """Whether the line below a name has a body or place, and no numbers to call."""
    rest = range(last, len(block.tokens))
    named = any(at in block.heads or at in block.places for at in rest)
    return named and not re.search(r"[\d@]", block.text[block.tokens[last].start : block.end])


def _only_names(block: Block) -> bool:
    """Whether a short paragraph has nothing but capitalised words, initials and figures.

    At least one of them must carry the figure of a footnote or an initial, as authors' lines do.
    """
    marked = False
    for token in block.tokens:
        initial = len(token.text) == 2 and token.text.endswith(".")
        figure = token.text.isdigit() and not token.gap
        marked = marked or initial or figure
        if not (token.capital or figure or token.text in ("and", "и", "va", "ва", "және")):
            return False
    return marked
