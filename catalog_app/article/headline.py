"""What stands at the head of a report: headline, dateline place, and who reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.lexicon import Place, folded
from catalog_app.article.shape import Shaped, element, shaped
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.tokens import sentences

_LONGEST_TITLE = 250
_NUMBER = re.compile(
    r"\s*(?:(?:UDC|UDK|UO[‘'’ʻ]?K|УДК|УЎК|ӘОЖ|ББК|BBK|JEL|DOI|ISSN|ISBN)\b|https?://|[\W\d_]*$)",
    re.IGNORECASE,
)
_HEAD = 160
"""Characters at the start of a report within which dateline and agency stand."""
_SIGNED = re.compile(
    r"[^\n]{0,60}?(?:/(?P<slashes>[^/\n]{2,30})/|\((?P<brackets>[^()\n]{2,40})\))\s*[.–—-]*\s*"
)
_DASH = re.compile(r"(?:[,.]\s*[^\n]{0,40}?)?\s*[–—-]\s|\.\s")


def find_title(blocks: list[Block]) -> Suggestion | None:
    """The headline: a short first line without a full stop, or else the first sentence."""
    if not blocks:
        return None
    first = next((block for block in blocks[:4] if not _only_numbers(block)), blocks[0])
    start, end = _heading(first)
    title = " ".join(first.text[start:end].split())
    short = 3 < len(title) <= _LONGEST_TITLE and title[-1] not in ".:;,/"
    if short and (len(blocks) > 1 or end < first.end) and not dateline_end(first):
        return _title(title, (start, end), "It is the first line.", 0.95)
    return _supplied(first)


def _only_numbers(block: Block) -> bool:
    """Whether a paragraph is only a classification, an identifier or the like."""
    lines = block.text[block.start : block.end].strip().split("\n")
    return all(_NUMBER.match(line) for line in lines)


def _heading(block: Block) -> tuple[int, int]:
    """The first line that is no number; in capitals, with the lines in capitals that follow."""
    start, end = block.start, block.start
    for line in block.text[block.start : block.end].splitlines(keepends=True):
        plain = line.strip()
        heading = block.text[start:end].strip()
        if heading and not (heading.isupper() and plain.isupper()):
            break
        if not heading and (not plain or _NUMBER.match(line)):
            start = end = end + len(line)
            continue
        end += len(line)
    piece = block.text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _title(
    text: str, span: tuple[int, int], reason: str, score: float, note: str = ""
) -> Suggestion:
    made = element("titleInfo", "", element("title", text))
    return Suggestion("title", text, shaped(made, note=note), (span,), reason, score)


def _supplied(block: Block) -> Suggestion | None:
    """The first statement in square brackets, as a title that the text does not have."""
    body = dateline_end(block) or block.start
    spans = list(sentences(block.text, body, block.end))
    if not spans:
        return None
    start, end = spans[0]
    text = " ".join(block.text[start:end].strip(" –—-/").split()).rstrip(".")
    words = text.split()
    short = " ".join(words[:16]) + (" …" if len(words) > 16 else "")
    note = "The text has no headline; this is made of its first sentence, hence the brackets."
    return _title(f"[{short}]", (start, end), "The text begins with it.", 0.4, note)


def dateline_end(block: Block) -> int:
    """Where the dateline ends at the head of a report, or 0 if there is none."""
    if not block.tokens:
        return 0
    if 0 not in block.places:
        return 0
    after = block.tokens[block.places[0].last - 1].end
    window = block.text[after : min(block.end, after + _HEAD)]
    if agency := _SIGNED.match(window):
        loud = block.tokens[0].shouted
        return after + agency.end() if loud or agency[0].rstrip()[-1] in "–—-" else 0
    if block.tokens[0].shouted and (match := _DASH.match(window)):
        return _after_agency(block, after + match.end())
    return 0


def _after_agency(block: Block, at: int) -> int:
    """Past an agency in capitals that no dash or full stop follows."""
    for token in block.tokens[:6]:
        if token.start == at and token.shouted and folded(token.text) in lexicon.agencies():
            return token.end + len(re.match(r"[\s.–—-]*", block.text[token.end :])[0])  # type: ignore[index]
    return at


def find_dateline(block: Block) -> tuple[Place, str, tuple[int, int]] | None:
    """The place at the head of a report, in capitals or before a dash."""
    if 0 not in block.places or not dateline_end(block):
        return None
    found = block.places[0]
    return found.place, found.name, block.span(found.first, found.last)


def dateline_suggestion(place: Place, name: str, span: tuple[int, int]) -> Suggestion:
    """The dateline's place as the place of origin, with the country's code."""
    return Suggestion(
        "dateline", name, place_of_origin(place, name), (span,),
        "The report begins with this place.", 0.9,
    )  # fmt: skip


def place_of_origin(place: Place | None, name: str) -> Shaped:
    """A place as originInfo/place, with the country's code if it has one."""
    terms = [element("placeTerm", name, type="text")]
    if place and place.marccountry:
        code = element("placeTerm", place.marccountry, type="code", authority="marccountry")
        terms.append(code)
    note = f"The code is that of the country of {place.name}." if len(terms) > 1 and place else ""
    return shaped(element("place", "", *terms), "originInfo", note=note)


def find_sources(block: Block, bodies: set[int]) -> Iterator[tuple[str, tuple[int, int], float]]:
    """Agencies and newspapers named in a paragraph: name, offsets, how surely they report.

    `bodies` are tokens that belong to longer names of bodies.
    """
    known, starts = lexicon.agencies(), lexicon.agency_starts()
    at = 0
    while at < len(block.tokens):
        wanted = block.folds[at] in starts and at not in bodies
        hit = _agency_at(block, at, known) if wanted else None
        if hit:
            last, name = hit
            start, end = block.tokens[at].start, block.tokens[last - 1].end
            if name.endswith((".uz", ".kg")):
                end = start + len(name)
            yield name, (start, end), _sureness(block, start, end)
        at = hit[0] if hit else at + 1


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
    return 0.85 if start - block.start < _HEAD // 3 and dateline_end(block) else 0.0


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
