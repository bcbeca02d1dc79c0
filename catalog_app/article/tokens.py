"""Cutting a text into blocks small enough to analyse at once, into words, and into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_UPPER = "A-ZÀ-ÞА-ЯЁЎҚҒҲӘІҢҰҮҺӨҶӢӮ"
_ABBREVIATED = (
    r"Dr|Mr|Mrs|Ms|Prof|St|Gen|Col|Lt|Sen|Rep|Gov|Nov|Dec|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct"
    r"|[Пп]роф|[Аа]кад|[Дд]оц|им"
)
_LETTER = r"[^\W\d_¹²³⁰⁴-⁹]"
"""A letter; the small raised figures of footnotes are none, though Python counts them so."""
_TOKEN = re.compile(
    rf"U\.S\.(?:A\.)?|U\.N\.|\b(?:{_ABBREVIATED})\.(?=\s)|(?:(?<![\w.’'-])|(?<=\b[{_UPPER}]\.))[{_UPPER}]\.(?=\s?[^\W\d_]|[,;)])"
    rf"|{_LETTER}+(?:[-'’‘ʻʼ]{_LETTER}+)*[‘ʻ]?|\d+"
)
_SENTENCE_END = re.compile(r"[.!?…]+[»”\"’)]*(?=\s+[«“„\"‘(—–-]*\s*[^\W_])")
_NO_END = re.compile(rf"(?:\b(?:{_ABBREVIATED}|[{_UPPER}]|гг?|тыс|млн|млрд|т|д|п|с|ул|e\.g|i\.e))$")
_BLANK_LINES = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_LONGEST = 2000
_WRAPPED = 50
"""A line at least this long that ends in a line break is taken to go on in the next."""


class Token(NamedTuple):
    """A word, an initial or a number; offsets are those of the article.

    `joined` means that only space separates it from the token before; `opens` that it stands at
    the beginning of a sentence, a line or a quotation, where a capital letter says nothing;
    `capital` that it begins with a capital letter.
    """

    text: str
    start: int
    end: int
    joined: bool
    opens: bool
    gap: str
    capital: bool

    @property
    def shouted(self) -> bool:
        """Whether it is written wholly in capitals, and of more than one letter."""
        return len(self.text) > 1 and self.text.isupper() and not self.text.endswith(".")

    @property
    def humped(self) -> bool:
        """Whether it has capitals within and small letters too, as “КазНУ” and “TransAsia”."""
        return not self.text.isupper() and any(letter.isupper() for letter in self.text[1:])


def blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a part, long ones cut at the end of a line, a sentence or a word."""
    for match in _BLANK_LINES.finditer(text, start, end):
        yield from _cut(text, start, match.start())
        start = match.end()
    yield from _cut(text, start, end)


def parts(text: str, start: int, size: int) -> list[tuple[int, int]]:
    """The text from an offset on in parts of about this size, cut between paragraphs or words."""
    found: list[tuple[int, int]] = []
    while len(text) - start > size:
        limit = start + size
        cuts = (text.rfind(mark, start + size // 2, limit) for mark in ("\n\n", "\n", " "))
        cut = next((at + 1 for at in cuts if at > start), limit)
        found.append((start, cut))
        start = cut
    return [*found, (start, len(text))] if start < len(text) else found


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        limit = start + _LONGEST
        cuts = (text.rfind(mark, start + 1, limit) for mark in ("\n", ". ", " "))
        cut = next((at + 1 for at in cuts if at > start), limit)
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def tokenize(text: str, start: int, end: int, possessive: bool = False) -> list[Token]:
    """The words of a block; with `possessive`, English 's is left out of them."""
    tokens: list[Token] = []
    before = start
    for match in _TOKEN.finditer(text, start, end):
        word, last = match.group(), match.end()
        if possessive and word.endswith(("'s", "’s")):
            word, last = word[:-2], last - 2
        if word[-1] in "‘ʻ" and word[-2:-1] not in "OoGg":
            word, last = word[:-1], last - 1
        first = match.start()
        gap = text[before:first]
        joined = gap == " " or _joins(text, gap, before, start) or _initials(gap, tokens)
        opens = not tokens or (not joined and _opens(gap))
        tokens.append(Token(word, first, last, joined, opens, gap, word[0].isupper()))
        before = last
    return tokens


def _initials(gap: str, tokens: list[Token]) -> bool:
    """Whether a word follows an initial without a space, as in “R.T.Abdullaev”."""
    return not gap and bool(tokens) and len(tokens[-1].text) == 2 and tokens[-1].text[1] == "."


def _joins(text: str, gap: str, before: int, start: int) -> bool:
    if not gap.isspace():
        return False
    if "\n" not in gap:
        return True
    line_start = max(text.rfind("\n", 0, before), start - 1) + 1
    return before - line_start >= _WRAPPED


def _opens(gap: str) -> bool:
    return any(mark in gap for mark in '.!?…\n«“„"')


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block, without the space around them."""
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.group()[0] == "." and _NO_END.search(text, max(begin, match.start() - 8),
                                                       match.start()):  # fmt: skip
            continue
        yield _trimmed(text, begin, match.end())
        begin = match.end()
    if text[begin:end].strip():
        yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
