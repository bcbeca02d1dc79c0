"""The verdict on a record or package, and the findings that explain it.

libxml2 judges with the schema compiled from the data, each part by itself; where it says no, an
own pass over the data explains what failed. So a part is valid exactly if no finding comes back.

Repairs that the findings name, to be made on the document (the finding's address says where):

| repair | data | does |
|---|---|---|
| remove-element | – | remove the element |
| clear-content | – | remove everything inside the element |
| rename-element | new name | rename the element, keeping prefix and content |
| wrap-in | names from outside in | put new elements of the standard around the element |
| move-out | – | move the element out of its parent, to stand after it |
| unwrap | – | keep what is inside and remove the element around it |
| reorder-children | names in their order | put the children in this order |
| add-child | name | add the child in its place |
| to-mods-namespace, to-mets-namespace | – | bring the element to that namespace |
| to-plain-text | – | keep the text inside, remove the elements around it |
| move-text | names of the way down | move the text between the children into a (new) child |
| remove-text | – | remove the text between the children |
| remove-attribute | name | remove the attribute |
| rename-attribute | old name, new name | rename the attribute |
| set-attribute | name, value | set an attribute that is missing |
| set-value | value | set the value of the attribute or element at the address |
| rename-id | old ID, new ID | change an ID and everything that points to it |
| set-version | version | declare this MODS version at the record |

`reorder-children` keeps equal names as they stood; `to-…-namespace` takes along what is inside
and has the same namespace. Attribute names are as in addresses (`type`, `xlink:href`,
`{namespace}local`).
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from catalog_app.document.names import METS, METS2, MODS, XLINK
from catalog_app.schema.compile import compiled
from catalog_app.schema.definition import ElementEntry
from catalog_app.schema.load import load
from catalog_app.validation.finding import Finding
from catalog_app.validation.place import Places, name_of
from catalog_app.validation.schema_form import book
from catalog_app.validation.schema_parts import (
    Part,
    declared_version,
    fields_of,
    package_standard,
    parts,
    version_of,
)
from catalog_app.validation.schema_pass import Pass
from catalog_app.validation.schema_paths import follow
from catalog_app.validation.schema_rest import unexplained
from catalog_app.validation.schema_sample import many_errors_expected

__all__ = ["Part", "check_package", "check_part", "check_record", "declared_version", "parts"]

Xml = etree._Element
SMALL = 60_000
_PACKAGE_NAMES = tuple(f"Element '{{{uri}}}" for uri in (METS, METS2, XLINK))


@dataclass(frozen=True)
class Complaint:
    """One error of libxml2: the line, the place, the kind, and its own words."""

    line: int
    path: str
    kind: str
    message: str


def check_part(
    part: Part,
    mods_version: str | None = None,
    mets_version: str | None = None,
    places: Places | None = None,
) -> list[Finding]:
    """Judge one part of a file, by the version asked for or the one it declares."""
    version = version_of(part, mods_version, mets_version)
    if part.kind == "mets":
        return check_package(part.element, version, part.name, places)
    return check_record(part.element, version, part.name, places)


def check_record(
    element: Xml, version: str | None = None, part: str = "record1", places: Places | None = None
) -> list[Finding]:
    """Judge a `mods`, or an `xmlData` whose fields stand bare in it; [] exactly if it is valid."""
    version = version or declared_version(element)
    complaints = _complaints(compiled("mods", version), _alone(element))
    if not complaints:
        return []
    run = Pass(book("mods", version), places or Places({element: part}), element)
    return _explained(run, list(run.all()), complaints)


def check_package(
    element: Xml, version: str | None = None, part: str = "package1", places: Places | None = None
) -> list[Finding]:
    """Judge a `mets` without what it wraps; [] exactly if it is valid."""
    standard = package_standard(element)
    version = version or load(standard).default_version
    run = Pass(book(standard, version), places or Places({element: part}), element)
    schema = compiled(standard, version)
    if many_errors_expected(schema, element):
        findings = list(run.all())
        if findings:
            return findings
    root = element if element.getparent() is None else deepcopy(element)
    complaints = [c for c in _complaints(schema, root) if _of_package(c)]
    if not complaints:
        return []
    if _is_small(element):
        return _explained(run, list(run.all()), complaints)
    return _explained(run, _only(run, element, complaints), complaints)


def _alone(element: Xml) -> Xml:
    """A copy of a record by itself; bare fields get a record around them."""
    if name_of(element) == (MODS, "mods"):
        copy = deepcopy(element)
        copy.tail = None
        return copy
    prefixes = {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
    record = etree.Element(f"{{{MODS}}}mods", nsmap={"mods": MODS, **prefixes})
    record.extend(deepcopy(child) for child in fields_of(element))
    return record


def _complaints(schema: etree.XMLSchema, root: Xml) -> list[Complaint]:
    try:
        if schema.validate(root):
            return []
    except etree.XMLSchemaValidateError as error:
        line: Any = root.sourceline
        return [Complaint(line or 1, "", "INTERNAL", str(error))]
    errors: Any = schema.error_log
    return [Complaint(e.line, e.path or "", e.type_name, e.message) for e in errors]


def _of_package(complaint: Complaint) -> bool:
    """Only errors at names of METS and XLink count: what METS wraps cannot make it invalid."""
    return complaint.kind == "INTERNAL" or complaint.message.startswith(_PACKAGE_NAMES)


def _is_small(element: Xml) -> bool:
    return all(count < SMALL for count, _ in enumerate(element.iter(etree.Element)))


def _only(run: Pass, root: Xml, complaints: Iterable[Complaint]) -> list[Finding]:
    """Explain the elements that libxml2 complains about, and no others."""
    ways: dict[Xml, dict[str, Xml]] = {}
    findings: list[Finding] = []
    done: set[Xml] = set()
    for path in dict.fromkeys(c.path for c in complaints):
        element = follow(root, path, ways)
        parent = element.getparent() if element is not root else None
        for one in (parent, element):
            entry = _entry(run, one) if one is not None and one not in done else None
            if one is not None and entry is not None:
                done.add(one)
                findings.extend(run.one(one, entry))
    return findings


def _entry(run: Pass, element: Xml) -> ElementEntry | None:
    above = element.getparent() if element is not run.root else None
    over = name_of(above)[1] if above is not None else ""
    return run.book.schema.library.entry(over, name_of(element)[1])


def _explained(run: Pass, findings: list[Finding], complaints: list[Complaint]) -> list[Finding]:
    """The findings, with one more for each complaint that none of them is about."""
    rest = [c for c in complaints if not findings or c.line not in run.lines]
    return findings + unexplained(run, [(c.line, c.kind, c.message) for c in rest])
