"""Names of which only a part is written: initials, or one family name for two persons."""

from __future__ import annotations

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.lexicon import folded
from catalog_app.article.name_forms import Name, in_nominative
from catalog_app.article.tokens import Token


def with_initials(block: Block, first: int, tokens: list[Token]) -> Name | None:
    """A name with initials in a run of capitalised words: “J. Ellis”, “Ellis J. P.”."""
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
    elif start and stop < len(tokens) and folded(tokens[0].text) in lexicon.given_names():
        letters = " ".join(token.text for token in tokens[:stop])
        family, begin, end = tokens[stop].text, first, first + stop + 1
        start = 0
    elif stop < len(tokens):
        family, begin, end = tokens[stop].text, first + start, first + stop + 1
    else:
        return None
    if len(family) < 2:
        return None
    reasons = ("it is written with initials",)
    name = Name(letters, family, begin, end, 3.0, reasons, family_first=begin < first + start)
    return in_nominative(block, name) if block.profile == "rus" else name


def shares_family(block: Block, name: Name) -> Name | None:
    """The first of two given names before one family name: “Marek and Lidia Achterberg”."""
    at = name.first - 1
    while at > 0 and block.folds[at] in lexicon.group("titles"):
        at -= 1
    if at < 1 or block.folds[at] not in ("and", "&") or block.profile != "eng":
        return None
    first = at - 1
    given = block.tokens[first]
    titled = first > 0 and block.folds[first - 1] in lexicon.group("titles")
    alone = given.capital and block.tokens[at].joined and not (
        first and given.joined and block.tokens[first - 1].capital and not titled
    )  # fmt: skip
    if not alone or block.folds[first] not in lexicon.given_names():
        return None
    reasons = ("it shares the family name that follows",)
    return Name(given.text, name.family, first, at, name.score, reasons)
