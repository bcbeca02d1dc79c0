"""A place as found in a paragraph, and what the paragraph looks like around a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog_app.article import lexicon
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import Place

if TYPE_CHECKING:
    from catalog_app.article.block import Block

COMPASS = lexicon.group("compass")
_PASSED = COMPASS | {"the", "nearby", "neighbouring", "neighboring"}
"""Words that may stand between a preposition and a place."""


@dataclass(frozen=True)
class PlaceMention:
    """A place at tokens `first` up to `last`; `name` is its nominative in the text's language."""

    first: int
    last: int
    place: Place
    name: str


def unlisted(name: str, kind: str = "city") -> Place:
    """A place of which only the name is known."""
    return Place(name, kind, "", "", "")


def follows_capital(block: Block, at: int) -> bool:
    """Whether a capitalised word that is not only the first of its sentence is right before."""
    if not at or not block.tokens[at].joined or not block.tokens[at - 1].capital:
        return False
    return block.folds[at - 1] not in short_words(block.profile)


def leads_to_capital(block: Block, at: int) -> bool:
    """Whether the word at `at` goes on from the one before with a capital letter."""
    return at < len(block.tokens) and block.tokens[at].joined and block.tokens[at].capital


def is_joined(block: Block, at: int) -> bool:
    return at < len(block.tokens) and block.tokens[at].joined


def run_end(block: Block, at: int) -> int:
    """Where the capitalised words that begin here end."""
    last = at + 1
    while leads_to_capital(block, last):
        last += 1
    return last


def located(block: Block, at: int) -> bool:
    """Whether a preposition of place is right before."""
    if not at or not block.tokens[at].joined:
        return False
    if block.profile == "eng":
        while at > 1 and block.folds[at - 1] in _PASSED and block.tokens[at - 1].joined:
            at -= 1
    before = block.folds[at - 1]
    return before in lexicon.group(f"{block.profile} in") or before in lexicon.group(
        f"{block.profile} from"
    )
