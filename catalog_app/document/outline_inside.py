"""The rows of the outline inside a section: made when it is opened, named when they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.entries import inside_entry
from catalog_app.document.files_rows import unnamed
from catalog_app.document.foreign import description_in, standard_inside, title_inside
from catalog_app.document.names import METS
from catalog_app.document.outline import BLOCK, Entry, Within
from catalog_app.document.package import METADATA, is_holder, section_at
from catalog_app.document.package_spots import Children, children, spot_of
from catalog_app.document.targets import described
from catalog_app.schema.load import load

_INSIDE = {
    "amdSec": METADATA,
    "structLink": ("smLink", "smLinkGrp"),
    "behaviorSec": ("behaviorSec", "behavior"),
    "mdSec": ("md", "mdGrp"),
    "fileSec": ("fileGrp",),
    "fileGrp": ("fileGrp",),
}
KINDS = {
    "techMD": "technical",
    "rightsMD": "rights",
    "sourceMD": "source",
    "digiprovMD": "provenance",
    "smLink": "link",
    "smLinkGrp": "link",
    "fileGrp": "filegroup",
}
_FEW, _QUICK = 60, 4_000_000


def rows_inside(document: Document, within: Within) -> tuple[Entry, ...]:
    """The rows inside a section, which must have been cut finer before if it is large."""
    if within.name:
        return tuple(_made(document, within))
    spot = spot_of(document, within.section)
    if spot is None:
        return ()
    names = _INSIDE.get(within.section.name, ())
    runs = [Within(within.section, n, 1, len(children(document, spot, n))) for n in names]
    runs = [run for run in runs if run.count]
    if sum(run.count for run in runs) <= _FEW or len(runs) == 1:
        return tuple(row for run in runs for row in _made(document, run))
    return tuple(_gathered(run) for run in runs)


def _made(document: Document, run: Within) -> Iterator[Entry]:
    return _groups(document, run) if run.name == "fileGrp" else _rows(run)


def _gathered(run: Within) -> Entry:
    kind = KINDS.get(run.name, "section")
    return Entry("group", run.section, (), kind, run.count, within=run)


def _rows(run: Within) -> Iterator[Entry]:
    """A row for each; of very many, a row for each thousand."""
    last = run.first + run.count - 1
    if run.count > 2 * BLOCK:
        for start in range(run.first, last + 1, BLOCK):
            size = min(BLOCK, last + 1 - start)
            name = f"{start:,} – {start + size - 1:,}"
            part = Within(run.section, run.name, start, size)
            yield Entry("block", run.section, (), name, within=part)
        return
    for number in range(run.first, last + 1):
        address = run.section.child(run.name, number)
        yield Entry(KINDS.get(run.name, "section"), address, (address,))


def _groups(document: Document, run: Within) -> Iterator[Entry]:
    """A row for each group of files, which opens where it has other groups inside."""
    spot = spot_of(document, run.section)
    found = children(document, spot, run.name) if spot is not None else None
    for row in _rows(run):
        inner = None
        if found is not None and row.kind == "filegroup" and row.address is not None:
            deeper = _has_groups(document, found, row.address.steps[-1].occurrence - 1)
            inner = Within(row.address) if deeper else None
        yield replace(row, within=row.within or inner)


def _has_groups(document: Document, groups: Children, index: int) -> bool:
    """Whether a group has others inside it; where none may be, its files are not read."""
    here = groups.spot(index)
    if here.part.coarse:
        return False
    if here.box is not None:
        return len(children(document, here, "fileGrp")) > 0
    following = groups.spot(index + 1) if index + 1 < len(groups) else None
    end = following.start if following and following.part is here.part else len(here.part.text)
    more = here.part.text.count(b"fileGrp", here.start, end) > 2  # its own start and end
    return more and len(children(document, here, "fileGrp")) > 0


class Said(NamedTuple):
    """What a row says of itself in the file: a title, its ID, and the standard that is in it.

    Of a group of files its use or number, its ID, and how many files are right inside it.
    """

    title: str = ""
    id: str = ""
    inside: str = ""
    files: int = -1


def said(document: Document, address: Address) -> Said:
    """What a section or link says of itself; a description by its title and its standard."""
    spot = spot_of(document, address)
    if spot is None or spot.part.coarse:
        return Said()
    if KINDS.get(address.name) == "link":
        own = spot.tag.attributes
        given = ((own.get("from", ""), "xlink:from"), (own.get("to", ""), "xlink:to"))
        ends = [_end(document, *one, address) for one in given]
        return Said(" → ".join(ends) if any(ends) else "", own.get("ID", ""))
    if address.name == "fileGrp":
        own, files = spot.tag.attributes, children(document, spot, "file")
        title = own.get("USE", "") or own.get("ID", "")
        numbers = (step.occurrence for step in address.steps[1:])
        return Said(title or unnamed(numbers), own.get("ID", ""), "", len(files))
    section = section_at(document, address)
    if section is None:
        return Said()
    described = description_in(document, address) if spot.box is None else None
    element = document.element(described) if described is not None else None
    if element is not None:
        return Said(title_inside(element), section.id, load(standard_inside(element)).name)
    return Said("", section.id, section.wraps or section.outside)


def _end(document: Document, identifier: str, attribute: str, link: Address) -> str:
    """What the division at an end of a link is called; in a very large file its ID, as written."""
    if sum(part.size for part in document.parts.order) > _QUICK:
        return identifier
    found = described(document, identifier, attribute, link)
    return found.label if found is not None and found.label else identifier


def opened_at(document: Document, section: Address) -> Address:
    """Where a section of metadata opens: at the record or description it wraps, else at itself.

    So does an entry of a harvested list.
    """
    if section.part.startswith("entry"):
        return inside_entry(document, section)
    if not is_holder(section):
        return section
    described = description_in(document, section)
    if described is not None:
        return described
    inside = _wrapped(document.element(section))
    place = document.address_of(inside) if inside is not None else section
    return Address(place.part) if place.part.startswith("record") else section


def _wrapped(element: Element | None) -> Element | None:
    """The first element inside the wrapper of a section."""
    for name in ("mdWrap", "xmlData"):
        if element is None or element.box is not None:
            return None
        element = next((c for c in element.children() if c.name == (METS, name)), None)
    return next(element.children(), None) if element is not None else None
