"""What kind of text it is, in the words of the MARC genre terms where these have one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.dateline import dateline_end
from catalog_app.article.lexicon import folded, folded_text
from catalog_app.article.shape import element, shaped
from catalog_app.article.sources import is_release
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.summary import labelled_abstract

_OPENING = 700
_HEADING = 100
"""Characters a line has at most that says what the text is."""
_LISTED = ("finding aid", "letter", "obituary", "interview", "review")
"""The kinds that have words of their own, the surest first."""
_QUESTION = re.compile(r"\s*(?:[–—-]|Q\b|Question\b|Вопрос\b|[A-ZА-Я]{1,3}[.:])")
_BOOK = re.compile(
    r"\b(?:19|20)\d\d\b[^\n]{0,40}\b\d{2,4}\s?(?:pp\b|pages\b|с\.|стр\.|бет\b|b\.)|"
    r"\b\d{2,4}\s?(?:pp|pages)\b[^\n]{0,40}(?:£|\$|€|ISBN)"
)
_EXHIBITION = re.compile(r"\bexhibition|\bвыставк|\bko‘rgazma|\bкўргазма|\bкөрме|\bкөргөзмө", re.I)
_INVITES = re.compile(
    r"\badmission\b|\bopening hours\b|\bis open (?:daily|from|every|until)|\bruns (?:from|until)\b|"
    r"\btickets?\b|\bfree entry\b|\bopen(?:s|ing)? to (?:the public|visitors)|\binvites?\b|"
    r"\bприглаша|\bвход (?:свободн|бесплатн|по билет)|\bчасы работы|\bрежим работы|"
    r"\bвыставка (?:продлится|открыта|работает|будет открыта)|\bбилет",
    re.I,
)


def find_genre(blocks: Sequence[Block], has_source: bool) -> Suggestion | None:
    """The genre, from how the text begins and how it is built."""
    if not blocks:
        return None
    for block in blocks:
        if span := labelled_abstract(block):
            long = blocks[-1].end > 6 * (span[1] - span[0])
            reason = "It has a part that is called its abstract."
            return _genre("article" if long else "abstract or summary", span, reason, 0.8)
    opening = (blocks[0].start, min(blocks[0].end, blocks[0].start + 80))
    if is_release(blocks):
        return _genre("press release", opening, "It calls itself one.", 0.85, "")
    report = has_source or any(dateline_end(block) for block in blocks[:5])
    if kind := _kind(blocks):
        return _genre(kind, opening, "Its opening says so.", 0.7, _authority(kind))
    if not report and _announces(blocks):
        reason = "It tells when and where an exhibition is open."
        return _genre("exhibition announcement", opening, reason, 0.6, "")
    if report:
        return _genre("article", opening, "It opens like a newspaper or agency report.", 0.85)
    return _genre("article", opening, "It is prose in paragraphs.", 0.5)


def _kind(blocks: Sequence[Block]) -> str:
    """The kind that the headings, the first paragraphs or the build of a text show, or ""."""
    lines = [folded(line.strip(' .:!,*—–-«»“”"#')) for line in _head_lines(blocks)]
    start = blocks[0].start
    whole = blocks[0].text[start : blocks[-1].end]
    head = folded_text(whole[:_OPENING])
    for kind in _LISTED:
        if any(_begins(line, words) for line in lines for words in _words(kind, "lines")):
            return kind
        if sum(words in whole for words in _marks(kind)) > 1:
            return kind
        if any(words in head for words in _words(kind, "opening")):
            return kind
    if _has_questions(blocks):
        return "interview"
    return "review" if _BOOK.search(whole[:_OPENING]) else ""


def _head_lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks[:4]:
        lines = block.text[block.start : block.end].strip().splitlines()
        yield from (line for line in lines if len(line) <= _HEADING)
        if len(lines) == 1 and len(lines[0]) > _HEADING:
            yield re.split(r"\s*[,!–—-]\s", lines[0], maxsplit=1)[0]  # “Sir, – I read …”


def _begins(line: str, words: str) -> bool:
    """Whether a line is these words, or these and a colon, dash or date, or a name after them."""
    if line == words:
        return True
    more = line[len(words) :] if line.startswith(words) else ""
    return bool(more and (re.match(r"\s*[:.,/|—–-]", more) or (" " in words and more[0] == " ")))


def _has_questions(blocks: Sequence[Block]) -> bool:
    """Whether question and answer alternate."""
    pieces = [block.text[block.start : block.end].strip() for block in blocks]
    asked = [piece for piece in pieces if piece.endswith("?") and len(piece) < 300]
    marked = sum(bool(_QUESTION.match(piece)) for piece in asked)
    return marked > 1 or len(asked) > 2


def _announces(blocks: Sequence[Block]) -> bool:
    """Whether a text invites to an exhibition."""
    head = " ".join(block.text[block.start : block.end] for block in blocks[:2])
    whole = blocks[0].text[blocks[0].start : blocks[-1].end]
    return bool(_EXHIBITION.search(head[:_OPENING]) and _INVITES.search(whole))


@cache
def _words(kind: str, where: str) -> tuple[str, ...]:
    return tuple(map(folded, _as_written(kind, where)))


@cache
def _marks(kind: str) -> tuple[str, ...]:
    """Words of which two must be there, with their capitals, as they begin headings."""
    return _as_written(kind, "marks")


def _as_written(kind: str, where: str) -> tuple[str, ...]:
    rows = [row for row in lexicon.rows("genres") if row[0] == kind and row[2] == where]
    return tuple(words for row in rows for words in row[3].split("|"))


@cache
def _authority(kind: str) -> str:
    return next(row[1] for row in lexicon.rows("genres") if row[0] == kind)


def _genre(
    term: str, span: tuple[int, int], reason: str, score: float, authority: str = "marcgt"
) -> Suggestion:
    named = {"authority": authority} if authority else {}
    made = shaped(element("genre", term, **named))
    return Suggestion("genre", term, made, (span,), reason, score)
