"""The parts of a file that are judged by themselves, and the version by which each is judged.

METS looks away from what it wraps, so each record is taken alone: every METS document, every
outermost `mods`, and every run of MODS elements that stands in an `xmlData` without a `mods`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from lxml import etree

from catalog_app.document.names import METS, METS2, MODS, XSI
from catalog_app.schema import declared
from catalog_app.schema.load import load
from catalog_app.validation.place import elements_of, name_of

Xml = etree._Element
PartKind = Literal["mets", "mods", "bare"]
# Asking for these names alone leaves the walk through a large file to libxml2.
_HEADS = (
    f"{{{MODS}}}mods",
    *(f"{{{uri}}}{name}" for uri in (METS, METS2) for name in ("mets", "xmlData")),
)


@dataclass(frozen=True)
class Part:
    """A part of a parsed file: its kind, its element, and its name in addresses."""

    kind: PartKind
    element: Xml
    name: str


def parts(root: Xml) -> Iterator[Part]:
    """The parts of a file in document order: packages, records and bare runs of a record."""
    numbers: Counter[str] = Counter()
    for element in root.iter(*_HEADS):
        kind = _kind(element)
        if kind:
            group = "package" if kind == "mets" else "record"
            numbers[group] += 1
            yield Part(kind, element, f"{group}{numbers[group]}")


def _kind(element: Xml) -> PartKind | None:
    namespace, local = name_of(element)
    if namespace == MODS and local == "mods":
        return None if next(element.iterancestors(f"{{{MODS}}}mods"), None) is not None else "mods"
    if namespace not in (METS, METS2):
        return None
    if local == "mets":
        return "mets"
    return "bare" if local == "xmlData" and is_bare(element) else None


def is_bare(data: Xml) -> bool:
    """Tell whether an `xmlData` holds the fields of a record without the record around them."""
    return any(
        namespace == MODS and local not in ("mods", "modsCollection")
        for namespace, local in map(name_of, data)
    )


def fields_of(element: Xml) -> list[Xml]:
    """The elements that are the record's fields: in a bare run only those of MODS."""
    inside = elements_of(element)
    if name_of(element)[0] == MODS:
        return inside
    return [child for child in inside if name_of(child)[0] == MODS]


def declared_version(element: Xml) -> str:
    """The MODS version that a record declares, else the newest."""
    around = chain((element,), element.iterancestors())
    locations = (place.get(f"{{{XSI}}}schemaLocation") for place in around)
    return declared.declared_version(element.get("version"), locations)


def package_standard(element: Xml) -> str:
    """The name of the data that judges a package: "mets", or "mets2" for METS 2."""
    return "mets2" if name_of(element)[0] == METS2 else "mets"


def version_of(part: Part, mods_version: str | None = None, mets_version: str | None = None) -> str:
    """The version by which a part is judged: the one asked for, else declared, else default.

    A version of METS 1 that is asked for does not change how a METS 2 package is judged.
    """
    if part.kind != "mets":
        return mods_version or declared_version(part.element)
    standard = package_standard(part.element)
    return (standard == "mets" and mets_version) or load(standard).default_version
