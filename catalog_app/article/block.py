"""A paragraph with what the recognisers share: its words, its language, its places and roles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from catalog_app.article import lexicon
from catalog_app.article.inflect import stripped
from catalog_app.article.language import by_short_words
from catalog_app.article.lexicon import folded
from catalog_app.article.place_mention import PlaceMention
from catalog_app.article.roles import RoleMention, find_roles
from catalog_app.article.tokens import Token, tokenize

_REMEMBERED = 100_000
_HEAD = 150
"""Characters from the beginning within which a line may be a heading."""
_ENOUGH = 160
"""Letters a paragraph must have before it may be in another language than the article."""


@dataclass(frozen=True)
class BodyMention:
    """A body at tokens `first` up to `last`, with its name in the nominative."""

    name: str
    first: int
    last: int
    reason: str
    abbreviation: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph of an article."""

    text: str
    start: int
    end: int
    profile: str
    small: frozenset[str] = frozenset()
    """Words that the article also writes with a small letter, folded."""

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words."""
        return tokenize(self.text, self.start, self.end, possessive=self.profile == "eng")

    @cached_property
    def folds(self) -> list[str]:
        """Its words, folded for comparing."""
        return [folded(token.text) for token in self.tokens]

    @cached_property
    def capitals(self) -> list[int]:
        """Which of its words begin with a capital letter."""
        return [at for at, token in enumerate(self.tokens) if token.capital]

    @cached_property
    def titled(self) -> bool:
        """Whether it is a heading whose words all have capitals, which then say little."""
        text = self.text[self.start : self.end].strip()
        if self.profile != "eng" or self.start > _HEAD or "\n" in text or text[-1:] == ".":
            return False
        long = [token for token in self.tokens if len(token.text) > 3 and token.text.isalpha()]
        return len(long) > 2 and sum(token.capital for token in long) >= 0.85 * len(long)

    @cached_property
    def places(self) -> dict[int, PlaceMention]:
        """Every token that belongs to a place's name → the place."""
        from catalog_app.article.places import find_places  # which reads blocks itself

        return {at: one for one in find_places(self) for at in range(one.first, one.last)}

    @cached_property
    def roles(self) -> dict[int, RoleMention]:
        """Every token that belongs to an office or trade → that role."""
        return {at: one for one in find_roles(self) for at in range(one.first, one.last)}

    @cached_property
    def heads(self) -> dict[int, tuple[str, str]]:
        """Token that heads the name of a body → the noun's nominative and gender."""
        heads = ((at, _head(fold, self.profile)) for at, fold in enumerate(self.folds))
        return {at: head for at, head in heads if head and not self.tokens[at].humped}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of tokens `first` up to `last`."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def between(self, first: int, last: int) -> str:
        """The characters from token `first` up to before token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def profile_of(text: str, main: str) -> str:
    """The language of a paragraph, if it is long and clear enough to differ from the article's."""
    if len(text) < _ENOUGH:
        return main
    found = by_short_words(text)
    if found and found.lead >= 0.08 and found.profile in lexicon.PROFILES:
        return found.profile
    return main


@lru_cache(maxsize=_REMEMBERED)
def _head(fold: str, profile: str) -> tuple[str, str] | None:
    known = lexicon.heads(profile)
    if fold in known or profile in ("eng", "rus", "tgk"):
        return known.get(fold)
    possessed = (fold[:-1],) if profile in ("kaz", "kir") and fold.endswith("н") else ()
    endings = (*stripped(fold, profile), *possessed)
    return next((known[form] for form in endings if form in known), None)
