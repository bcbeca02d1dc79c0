"""The headline of a text: its first line that is neither a number, a label nor a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.dateline import dateline_end
from catalog_app.article.dates import find_dates
from catalog_app.article.imprint import imprint
from catalog_app.article.lexicon import folded
from catalog_app.article.name_forms import is_family_name
from catalog_app.article.shape import element, shaped
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.tokens import sentences

_LONGEST_TITLE = 250
_BLOCKS = 6
"""Paragraphs among which the headline is looked for."""
_STOPPED = 80
_GREETING = 60
_DATED = 60
"""Characters that a headline with a full stop, a greeting, a label with a date have at most."""
_NUMBER = re.compile(
    r"\s*(?:(?:UDC|UDK|UO[‘'’ʻ]?K|УДК|УЎК|ӘОЖ|ББК|BBK|JEL|DOI|ISSN|ISBN|ГРНТИ|МРНТИ)\b|https?://"
    r"|[\W\d_]*$)",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-zа-яё]\.")
_AND = frozenset(["and", "и", "va", "ва", "және", "жана", "мен", "бен", "пен"])

Line = tuple[int, int]


def find_title(blocks: Sequence[Block]) -> Suggestion | None:
    """The headline: a short first line without a full stop, or else the first sentence."""
    if not blocks:
        return None
    for block in blocks[:_BLOCKS]:
        lines = [line for line in _lines(block) if not _is_label(block.text[slice(*line)], block)]
        if not lines:
            continue
        if _runs_on(block, lines) or _greets(block.text[slice(*lines[0])]):
            return _supplied(block, lines)
        start, end = _heading(block, lines)
        title = " ".join(block.text[start:end].split())
        short = 3 < len(title) <= _LONGEST_TITLE and title[-1] not in ".:;,/"
        short = short or _is_stopped(block, blocks, title, (start, end))
        more = block is not blocks[-1] or end < block.end
        if short and more and not dateline_end(block):
            return _title(
                title.rstrip(".") if title.count(".") == 1 else title,
                (start, end),
                "It is the first line.",
                0.95,
            )
        return _supplied(block, lines)
    return _supplied(blocks[0], ())


def _is_stopped(block: Block, blocks: Sequence[Block], title: str, line: Line) -> bool:
    """Whether a paragraph is a headline with a full stop: short, and before a long one."""
    if title[-1] != "." or len(title) > _STOPPED or title.count(".") > 1:
        return False
    at = blocks.index(block)
    alone = line[1] - line[0] == len(block.text[block.start : block.end].strip())
    longer = at + 1 < len(blocks) and blocks[at + 1].end - blocks[at + 1].start > 2 * len(title)
    return alone and longer and at + 2 < len(blocks)


def _lines(block: Block) -> Iterator[Line]:
    """The offsets of the lines of a paragraph, without the space around them."""
    at = block.start
    for line in block.text[block.start : block.end].splitlines(keepends=True):
        plain = line.strip()
        start = at + len(line) - len(line.lstrip())
        if plain:
            yield start, start + len(plain)
        at += len(line)


def _heading(block: Block, lines: list[Line]) -> Line:
    """The first of these lines; with those that follow in capitals too, or with a small letter."""
    (start, end), *rest = lines
    if field := _field().match(block.text[start:end]):
        return start + field.end(), end
    for line in rest:
        loud = block.text[start:end].isupper() and block.text[slice(*line)].isupper()
        if not loud and not block.text[line[0]].islower():
            break
        end = line[1]
    return start, end


def _runs_on(block: Block, lines: list[Line]) -> bool:
    """Whether the lines are those of a long paragraph, broken where the page was full."""
    if len(lines) < 3 or lines[-1][1] - lines[0][0] <= _LONGEST_TITLE:
        return False
    return block.text[lines[1][0]].islower() and block.text[lines[0][1] - 1] not in ".!?"


def _greets(line: str) -> bool:
    """Whether a letter begins: “Dear Sir,”, «Уважаемая редакция!»."""
    match = _greeting().match(line)
    return bool(match and len(line) <= _GREETING)


@cache
def _greeting() -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon.words("labels", "greeting")))
    return re.compile(rf"(?:{words})\b[^.?:;]*[,!:—–-]*$", re.IGNORECASE)


@cache
def _field() -> re.Pattern[str]:
    """The name of a field before a title, as catalogues and letters have it: “Title: …”."""
    words = "|".join(map(re.escape, lexicon.words("labels", "field")))
    return re.compile(rf"(?:{words}):\s+(?=\S)", re.IGNORECASE)


def _is_label(line: str, block: Block) -> bool:
    """Whether a line is a number, a label such as “PRESS RELEASE”, a date, or names of authors."""
    if _NUMBER.match(line):
        return True
    plain = folded(_without_date(line, block.profile).strip(" .,:!*—–-()/|#№"))
    if (
        not plain
        or plain in _labels()
        or all(part in _labels() for part in re.split(r"\s*[/|·•]\s*", plain))
    ):
        return True
    if imprint(line, opens=True):
        return True
    return _names_authors(line) or _is_affiliation(line)


@cache
def _labels() -> frozenset[str]:
    keys = ("release", "call", "rubric")
    return frozenset(folded(word) for key in keys for word in lexicon.words("labels", key))


def _without_date(line: str, profile: str) -> str:
    """A short line without the date it ends or begins with."""
    if len(line) > _DATED:
        return line
    for date in reversed(list(find_dates(line, profile))):
        if not line[: date.start].strip() or not line[date.end :].strip(" .г)"):
            line = line[: date.start] + line[date.end :]
    return line


def _names_authors(line: str) -> bool:
    """Whether a line is nothing but names of persons, with initials, figures or patronymics."""
    bare = re.sub(r"[\d,;*¹²³⁰-⁹†‡]+", " ", line)
    words = bare.split()
    if not 1 < len(words) <= 24 or any(
        not word[0].isupper() and folded(word) not in _AND for word in words
    ):  # fmt: skip
        return False
    if re.match(r"(?:by|автор|муаллиф|muallif)\b", line, re.IGNORECASE):
        return len(words) < 9
    if _INITIAL.search(line) and not re.search(r"[:!?«“]", line):
        return True
    footnoted = len(re.findall(r"[^\W\d_](?:\d|[¹²³⁴])(?:\s?[,*]|$)", line)) > 0
    known = lexicon.given_names()
    given = sum(folded(word) in known for word in words)
    family = sum(is_family_name(folded(word)) for word in words)
    return (footnoted and given > 0) or (len(words) < 5 and given > 0 and family > 0
                                         and given + family == len(words))  # fmt: skip


def _is_affiliation(line: str) -> bool:
    """Whether a line begins with a footnote's figure before a capital: “1 Institute of …”."""
    return bool(re.match(r"[1-9¹²³]\s?[^\W\d_]*[A-ZА-ЯЁЎҚҒҲ][^\W\d_]+ .*,? ?", line)) and (
        re.match(r"[1-9¹²³](?:\s|(?=[A-ZА-Я]))(?:[A-ZА-Я]\w+ )+", line) is not None
        and any(word in folded(line) for word in ("universit", "institut", "университет",
                                                  "институт", "академ", "academ"))
    )  # fmt: skip


def _title(
    text: str, span: tuple[int, int], reason: str, score: float, note: str = ""
) -> Suggestion:
    made = element("titleInfo", "", element("title", text))
    return Suggestion("title", text, shaped(made, note=note), (span,), reason, score)


def _supplied(block: Block, lines: Sequence[Line]) -> Suggestion | None:
    """The first statement in square brackets, as a title that the text does not have."""
    body = dateline_end(block) or (lines[0][0] if lines else block.start)
    spans = list(sentences(block.text, body, block.end))
    if not spans:
        return None
    start, end = spans[0]
    text = " ".join(block.text[start:end].strip(" –—-/").split()).rstrip(".")
    words = text.split()
    short = " ".join(words[:16]) + (" …" if len(words) > 16 else "")
    note = "The text has no headline; this is made of its first sentence, hence the brackets."
    return _title(f"[{short}]", (start, end), "The text begins with it.", 0.4, note)
