"""Who reports: agencies and newspapers in the dateline, in the text, under a signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.dateline import dateline_end, read_dateline
from catalog_app.article.imprint import imprint
from catalog_app.article.lexicon import folded
from catalog_app.article.results import BodyFound
from catalog_app.article.shape import element, shaped
from catalog_app.article.suggestion import Suggestion

_NEAR_HEAD = 53
_TAIL = 1200
"""Characters at the end of a press release within which it says whom to ask."""
_OPENING = 300
"""Characters from the beginning within which the headline stands."""
_FEW = 5
"""Lines that the signature of a text has at most."""
_SIGNATURE = 100
"""Characters that a paragraph with only a signature has at most."""

Hit = tuple[str, tuple[int, int], float]
"""A source's name, offsets, and how surely it reports."""


def find_sources(block: Block, bodies: set[int]) -> Iterator[Hit]:
    """Agencies and newspapers named in a paragraph; `bodies` are tokens of longer names."""
    head = read_dateline(block) if block.tokens else None
    if head and head.agency and not _is_no_source(head.agency[0], block.profile):
        name, span = head.agency
        yield _plain(name), span, 0.95
    if signed := _signed(block):
        yield signed
    else:
        yield from _imprints(block)
    known, starts = lexicon.agencies(), lexicon.agency_starts()
    at = 0
    while at < len(block.tokens):
        wanted = block.folds[at] in starts and at not in bodies
        hit = _agency_at(block, at, known) if wanted else None
        if hit:
            last, name = hit
            start, end = block.tokens[at].start, block.tokens[last - 1].end
            if name.endswith((".uz", ".kg", ".kz", ".tj", ".ru")):
                end = start + len(name)
            yield name, (start, end), _sureness(block, start, end)
        at = hit[0] if hit else at + 1


def _is_no_source(name: str, profile: str) -> bool:
    """Whether brackets in a dateline name a region, or only the paper's own reporter."""
    if lexicon.place_of(name, profile) or re.search(r"(?:область|район|край|[Rr]egion)$", name):
        return True
    words = [word for word in re.split(r"[\s.]+", folded(name)) if word]
    return all(word in ("наш", "соб", "корр", "инф", "спец", "собкор", "own") for word in words)


def _plain(name: str) -> str:
    """An agency's name as the list has it; a name in quotation marks without what is before."""
    quoted = re.search(r"[«“\"]([^»”\"]{2,40})[»”\"]", name)
    inner = quoted[1] if quoted else name.split(",")[0].strip()
    known = lexicon.agencies()
    if folded(inner) in known:
        return known[folded(inner)]
    words = inner.split()
    return next((known[folded(word)] for word in words if folded(word) in known), inner)


def _agency_at(block: Block, at: int, known: dict[str, str]) -> tuple[int, str] | None:
    if not (block.tokens[at].capital or block.tokens[at].text.isdigit()):
        return None
    for last in range(min(at + 5, len(block.tokens)), at, -1):
        phrase = folded(block.text[block.tokens[at].start : block.tokens[last - 1].end])
        if phrase in known:
            return last, known[phrase]
    return None


def _sureness(block: Block, start: int, end: int) -> float:
    """Brackets, slashes, capitals at the head and verbs of reporting speak for a source."""
    before, after = block.text[max(0, start - 40) : start], block.text[end : end + 40]
    if before.rstrip()[-1:] in ("/", "(") and after[:1] in ("/", ")"):
        return 0.95
    words = lexicon.words("labels", "reported")
    near = folded(before + " " + after.split("\n")[0])
    if any(folded(word) in near for word in words):
        return 0.9
    if block.end - block.start <= _SIGNATURE and before.rstrip()[-1:] in (",", "«", "“", "—", "–"):
        return 0.8
    return 0.85 if start - block.start < _NEAR_HEAD and dateline_end(block) else 0.0


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon.words("labels", "source")))
    name = r"(?P<name>[«“\"]?[^\n:;()]{3,60})"
    return re.compile(rf"\s*[(—–-]?\s*(?:{names})\s*(?::\s*|\s+){name}$", re.IGNORECASE)


def _signed(block: Block) -> Hit | None:
    """A newspaper under a signature, or after “From the …” and «Источник: …»."""
    text = block.text[block.start : block.end].rstrip(" .)\n\t")
    if len(text) > _SIGNATURE or "\n" in text.strip():
        return None
    if match := _label().match(text):
        name = match["name"].strip(" «»“”\"'")
        if not name[:1].isupper():
            return None
        if dated := imprint(match["name"].strip(), opens=False):
            name = dated.name
        return name, (block.start + match.start("name"), block.start + match.end("name")), 0.9
    match = re.match(r"[^«“\".!?]{4,50},\s*[«“\"](?P<name>[^»”\"]{3,50})[»”\"]?$", text.strip())
    if match and block.tokens and block.tokens[0].capital and not re.search(r"\d", match[0]):
        at = block.text.index(match["name"], block.start)
        return match["name"], (at, at + len(match["name"])), 0.85
    return None


def _imprints(block: Block) -> Iterator[Hit]:
    """Newspapers and archives in lines of their own, over the headline or below the text."""
    at = block.start
    lines = block.text[block.start : block.end].splitlines(keepends=True)
    for line in lines if len(lines) <= _FEW else ():
        start = at + len(line) - len(line.lstrip())
        if found := imprint(line.strip(), block.start < _OPENING):
            yield found.name, (start + found.start, start + found.end), 0.75
        at += len(line)


def is_release(opening: Sequence[Block]) -> bool:
    """Whether a text announces itself as a press release."""
    labels = {folded(word) for word in lexicon.words("labels", "release")}
    for block in opening[:3]:
        lines = block.text[block.start : block.end].strip().splitlines()
        if any(folded(line.strip(" .:!*")) in labels for line in lines[:3]):
            return True
    return False


def issuer(bodies: Iterable[BodyFound], text: str) -> BodyFound | None:
    """The body that issues a press release: the one named for contact, else the first named."""
    named = sorted(bodies, key=lambda body: body.passages[0])
    tail = max(0, len(text) - _TAIL)
    contact = _contact().search(text, tail)
    if contact:
        below = [
            body for body in named if any(span[0] >= contact.start() for span in body.passages)
        ]
        named = below or named
    return named[0] if named else None


@cache
def _contact() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon.words("labels", "contact")))
    return re.compile(rf"^\W*(?:{names})\b", re.IGNORECASE | re.MULTILINE)


def source_suggestion(name: str, spans: list[tuple[int, int]], sureness: float) -> Suggestion:
    """An agency as publisher; as the title of the host publication beside that."""
    host = element("relatedItem", "", element("titleInfo", "", element("title", name)), type="host")
    return Suggestion(
        "source", _proper(name), shaped(element("publisher", _proper(name)), "originInfo"),
        tuple(spans), "The report names it as its source.", sureness, (shaped(host),),
    )  # fmt: skip


def _proper(name: str) -> str:
    """An agency's name as it is usually written, not shouted as in a dateline."""
    return name.capitalize() if name.isupper() and len(name) > 5 else name
