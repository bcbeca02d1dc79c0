"""What is in a file, as the outline shows it: packages, records and sections, read lazily.

Nothing here parses more than it must: a record's title when it is asked for, a large section
only as far as its start tag, its size by counting tags.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor
from catalog_app.document.document import Document
from catalog_app.document.entries import other
from catalog_app.document.labels import label
from catalog_app.document.names import MODS, is_package
from catalog_app.document.sections import SLICE, Known, Numbered, Section, counted, sections

_DESCRIPTION = "dmdSec"
_METADATA = "mdSec"  # of METS 2: all metadata, descriptions among them
_KINDS = {
    "metsHdr": "header",
    "fileSec": "files",
    "structMap": "structure",
    "structSec": "structure",
    "structLink": "links",
    "amdSec": "administration",
    "mdSec": "metadata",
}
_COUNTED = {"files": b"file", "structure": b"div", "links": b"smLink(?:Grp)?"}
_INSIDE = {
    b"rightsMD": "rights",
    b"techMD": "technical",
    b"sourceMD": "source",
    b"digiprovMD": "provenance",
}
_OPENED = ("structLink", "behaviorSec", _METADATA)
_LOOK, _BEGINNING = 200_000, 1 << 14
_MANY = 3
BLOCK = 1000
_TURN = 100


@dataclass(frozen=True, slots=True)
class Within:
    """Rows that are made when the one above them is opened: a section's, all or a run of a name."""

    section: Address
    name: str = ""
    first: int = 1
    count: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its kind, the place it opens, the places whose findings are its own.

    `kind` is "package", "records", "record", "header", "rights", "technical", "source",
    "provenance", "administration", "metadata", "files", "structure", "links", "link", "section",
    "filegroup", "group" (several of one kind), "others" and "other" (entries of a harvested list
    that hold something else, said in `holds`) or "block" (a thousand of very many); `name` is what
    tells it apart from its like, and all there is to call it if it stands in a group that says its
    kind (`listed`); `count` is how much is in it (-1 where that says nothing, -2 where `counting`
    has yet to tell). `anchor` is set for records and entries, `within` where rows are to be made.
    """

    kind: str
    address: Address | None
    covers: tuple[Address, ...] = ()
    name: str = ""
    count: int = -1
    anchor: Anchor | None = None
    children: tuple[Entry, ...] = ()
    bulk: Section | None = None
    within: Within | None = None
    listed: bool = False
    holds: str = ""

    @property
    def key(self) -> str:
        """What stays the same as long as the row means the same."""
        named = self.address is None or self.kind in ("group", "block")
        return f"{self.kind}:{self.address or ''}:{self.name if named else ''}"


def outline(document: Document) -> tuple[Entry, ...]:
    """The rows of the whole file; records outside packages come as rows of their own."""
    for found in outlining(document):
        if found is not None:
            return found
    raise AssertionError("unreachable")


def outlining(document: Document) -> Iterator[tuple[Entry, ...] | None]:
    """The same a little at a time: yields None now and then, and the rows at the end.

    Good only as long as the document does not change.
    """
    numbered = [(anchor, f"record{n}") for n, anchor in enumerate(document.records(), 1)]
    packages = document.packages()
    order = {part.id: at for at, part in enumerate(document.parts.order)} if packages else {}
    places = [order[anchor.part] for anchor, _ in numbered] if packages else []
    found: list[Entry] = []
    loose = 0
    for number, anchor in enumerate(packages, 1):
        first, last = _extent(document, anchor, order)
        start, end = bisect_left(places, first), bisect_right(places, last)
        yield from _loose(numbered[loose:start], found)
        made = yield from _package(document, anchor, f"package{number}", numbered[start:end])
        found.append(made)
        loose = max(loose, end)
        yield None
    yield from _loose(numbered[loose:], found)
    aside: list[Entry] = []
    for number, anchor in enumerate(document.entries(), 1):
        said, place = other(document, anchor), Address(f"entry{number}")
        name = said.title or said.identifier
        aside.append(Entry("other", place, (place,), name, anchor=anchor, holds=said.holds))
        if number % _TURN == 0:
            yield None
    rows = _blocks(found)
    if aside:
        rows += (Entry("others", None, (), "", len(aside), children=_blocks(aside)),)
    yield rows


def _loose(numbered: list[Numbered], found: list[Entry]) -> Iterator[None]:
    for count, pair in enumerate(numbered):
        found.append(_record(*pair))
        if count % _TURN == _TURN - 1:
            yield None


def _extent(document: Document, anchor: Anchor, order: dict[int, int]) -> tuple[int, int]:
    part = document.parts[anchor.part]
    first = order[part.id]
    if part.kind != "open":
        return first, first
    close = document.parts.box_of(part).close
    return first, order[close.id] if close else first


def _record(anchor: Anchor, part: str) -> Entry:
    address = Address(part)
    return Entry("record", address, (address,), anchor=anchor)


def _package(
    document: Document, anchor: Anchor, part: str, records: list[Numbered]
) -> Generator[None, None, Entry]:
    element = document.anchored(anchor)
    name = element.get("LABEL") or element.get("OBJID") or ""
    address = Address(part)
    box = element.box
    if box is None:
        return Entry("package", address, (address,), name, children=_records(part, records, ()))
    by_part: dict[int, list[Numbered]] = {}
    for pair in records:
        by_part.setdefault(pair[0].part, []).append(pair)
    described: list[Address] = []
    inside: list[Entry] = []
    rows: list[Entry] = []
    for count, section in enumerate(sections(box, address, element.name[0])):
        if count % _TURN == _TURN - 1:
            yield None
        own = section.records(document, by_part)
        if section.address.name == _METADATA:
            inside += [_record(*pair) for pair in own]
            rows.append(_section(section, []))
        elif section.address.name != _DESCRIPTION:
            rows.append(_section(section, own))
        elif own:
            inside += [_record(*pair) for pair in own]
            described.append(section.address)
        else:
            here = section.address
            inside.append(Entry("section", here, (here,), section.attribute(b"ID")))
    head = [entry for entry in rows if entry.kind == "header"]
    others = [entry for entry in rows if entry.kind != "header"]
    children = (*head, *_gathered(part, inside, described), *_grouped(others))
    return Entry("package", address, (address,), name, children=children)


def _records(part: str, records: list[Numbered], covers: tuple[Address, ...]) -> tuple[Entry, ...]:
    rows = [_record(*pair) for pair in records]
    return _gathered(part, rows, list(covers))


def _gathered(part: str, rows: list[Entry], covers: list[Address]) -> tuple[Entry, ...]:
    if not rows:
        return ()
    count = len(rows)
    return (Entry("records", Address(part), tuple(covers), count=count, children=_blocks(rows)),)


def _blocks(rows: list[Entry]) -> tuple[Entry, ...]:
    """Very many rows a thousand at a time, so that nobody has to lay out all of them."""
    if len(rows) <= 2 * BLOCK:
        return tuple(rows)
    blocks = []
    for start in range(0, len(rows), BLOCK):
        inside = tuple(rows[start : start + BLOCK])
        name = f"{start + 1:,} – {start + len(inside):,}"
        blocks.append(Entry("block", None, (), name, children=inside))
    return tuple(blocks)


def _section(section: Section, own: list[Numbered]) -> Entry:
    address, size = section.address, section.size
    kind, within = _KINDS.get(address.name, "section"), None
    if kind == "administration":
        head = section.head(_LOOK)
        kind = _administration(head) if size <= _LOOK else kind  # its end may be about more
        several = size > _LOOK or sum(counted(head, name) for name in _INSIDE) > 1
        within = Within(address) if several and address.name == "amdSec" else None
    elif address.name in _OPENED or (
        address.name == "fileSec" and counted(section.head(_BEGINNING), b"fileGrp")
    ):
        within = Within(address)
    count = -1
    if kind in _COUNTED:
        count = -2 if size > SLICE else counted(section.head(SLICE), _COUNTED[kind])
    name = section.attribute(b"TYPE" if kind == "structure" else b"ID")
    covers = (address, *(Address(part) for _, part in own))
    opens = Address(own[0][1]) if len(own) == 1 and within is None else address
    bulk = section if count == -2 else None
    return Entry(kind, opens, covers, name, count, bulk=bulk, within=within)


def counting(entry: Entry, known: Known | None = None) -> Iterator[int | None]:
    """Count what is in a bulky section: yields None now and then, and the number at the end.

    `known` keeps what was counted for the next time, when little will be others.
    """
    total = 0
    if entry.bulk is not None:
        for number in entry.bulk.counting(_COUNTED[entry.kind], {} if known is None else known):
            total += number
            yield None
    yield total


def _administration(text: bytes) -> str:
    """What an administrative section is about, if it is about one thing."""
    found = [kind for local, kind in _INSIDE.items() if re.search(rb"[<:]%b[\s>]" % local, text)]
    return found[0] if len(found) == 1 else "administration"


def _grouped(entries: list[Entry]) -> list[Entry]:
    """Sections of one kind that follow one another in great number, under one row."""
    found: list[Entry] = []
    for kind, run in groupby(entries, lambda entry: entry.kind):
        rows = list(run)
        if len(rows) <= _MANY or kind in ("files", "structure", "header"):
            found += rows
            continue
        listed = tuple(replace(row, listed=True) for row in rows)
        found.append(Entry("group", None, (), kind, len(rows), children=listed))
    return found


def record_title(document: Document, anchor: Anchor) -> str:
    """The main title of a record, with what is not sorted in front of it; "" if it has none."""
    second = ""
    for info in document.anchored(anchor).children():
        if info.name != (MODS, "titleInfo") or (second and info.get("type")):
            continue
        parts = {c.name[1]: " ".join(c.value.split()) for c in reversed([*info.children()])}
        title = f"{parts.get('nonSort', '')} {parts['title']}".strip() if "title" in parts else ""
        if title and not info.get("type"):
            return title
        second = second or title
    return second


def holds(document: Document, anchor: Anchor, words: list[str]) -> bool:
    """Whether the markup of a record's part could show some (casefolded) words, unparsed."""
    text = document.parts[anchor.part].text.decode("utf-8", "replace").casefold()
    return "&" in text or all(word in text for word in words)


def remainder(document: Document, record: Address) -> Address:
    """What goes when a record goes: the section of the package around it, or the record alone."""
    element = document.element(record)
    for found in element.around() if element is not None else ():
        above = found.parent
        if above is not None and is_package(above.name):
            address = document.address_of(found)
            return address if address.name in (_DESCRIPTION, "mdSec") else record
    return record


def record_inside(document: Document, place: Address) -> Address | None:
    """The record in the description that a place of a package stands in, if it holds one."""
    if not place.steps or place.steps[0].name != _DESCRIPTION:
        return None
    found = document.element(Address(place.part, place.steps[:1]))
    for name in ("mdWrap", "xmlData"):
        inside = found.children() if found is not None else ()
        found = next((child for child in inside if child.name[1] == name), None)
    record = next(found.children(), None) if found is not None else None
    return document.address_of(record) if record is not None else None


def section_label(document: Document, address: Address) -> str:
    """What the standard calls a section."""
    return label(document, address)
