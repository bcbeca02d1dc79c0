"""Edits of files in a package: one cell, many at once, new ones, moved ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import add, remove_attribute, set_attribute
from catalog_app.document.files_disk import Facts
from catalog_app.document.files_rows import FileRows
from catalog_app.document.ids import all_ids, mint
from catalog_app.document.layout import child_indentation
from catalog_app.document.references import new_id, pointing_inside, rename_id, unlink
from catalog_app.document.writing import inserted, removed, written
from catalog_app.lossless.emit import attribute_bytes
from catalog_app.lossless.splice import Splice

_ATTRIBUTES = {
    "use": "USE", "mime": "MIMETYPE", "size": "SIZE", "checksum": "CHECKSUM",
    "checksum_type": "CHECKSUMTYPE", "created": "CREATED",
}  # fmt: skip


def set_cell(document: Document, file: Address, column: str, value: str) -> Edit | None:
    """Give a file another ID, use, type, size, checksum or location; "" takes an attribute away."""
    value = value.strip()
    if column == "id":
        if not value:
            raise EditError("Every file needs an ID.")
        return rename_id(document, file, value)
    if column == "location":
        return _relocate(document, file, value)
    place = file.at(_ATTRIBUTES[column])
    if value:
        return set_attribute(document, place, value)
    element = document.element(file)
    if element is None or element.get(place.attribute) is None:
        return None
    return remove_attribute(document, place)


def _relocate(document: Document, file: Address, value: str) -> Edit | None:
    location = file.child("FLocat")
    if document.element(location) is None:
        draft = Draft("FLocat", (("LOCTYPE", "URL"), ("xlink:href", value)))
        return add(document, file, draft) if value else None
    return set_attribute(document, location.at("xlink:href"), value)


def file_draft(identifier: str, facts: Facts) -> Draft:
    """A new file element with what is known of the file."""
    known = (
        ("MIMETYPE", facts.mime), ("SIZE", str(facts.size)), ("CREATED", facts.created),
        ("CHECKSUM", facts.checksum), ("CHECKSUMTYPE", facts.checksum and facts.checksum_type),
    )  # fmt: skip
    attributes = (("ID", identifier), *(pair for pair in known if pair[1]))
    location = Draft("FLocat", (("LOCTYPE", "URL"), ("xlink:href", facts.href)))
    return Draft("file", attributes, "", (location,))


def add_files(document: Document, group: Address, facts: Sequence[Facts]) -> Edit | None:
    """Add files at the end of a group, with new IDs in the file's habit."""
    element = document.element(group)
    if element is None:
        raise EditError("There is no such group of files.")
    if not facts:
        return None
    standard = document.standard(group.part)
    indent = child_indentation(element)
    pieces = []
    for identifier, one in zip(_ids(document, "file", len(facts)), facts, strict=True):
        pieces.append(written(element, standard, file_draft(identifier, one)))
    number = len(facts)
    name = "Add a file" if number == 1 else f"Add {number} files"
    return Edit(name, tuple(inserted(element, None, indent.join(pieces))), group)


def _ids(document: Document, kind: str, number: int) -> list[str]:
    found = [new_id(document, kind)]
    taken = {*all_ids(document), *found}
    while len(found) < number:
        found.append(mint(found[-1], taken))
        taken.add(found[-1])
    return found


def move_files(document: Document, files: Sequence[Address], group: Address) -> Edit | None:
    """Move files to the end of another group; those that are there already stay."""
    target = document.element(group)
    if target is None:
        raise EditError("There is no such group of files.")
    moving = [document.element(file) for file in files if file.parent != group]
    elements = [element for element in moving if element is not None]
    if not elements:
        return None
    indent = child_indentation(target)
    put = inserted(target, None, indent.join(element.raw for element in elements))
    gone = [splice for element in elements for splice in removed(element)]
    words = "Move a file" if len(elements) == 1 else f"Move {len(elements)} files"
    return Edit(words, _from_the_end([*put, *gone]), group)


def remove_files(document: Document, files: Sequence[Address], links: bool = True) -> Edit | None:
    """Remove files, and by choice the links to them."""
    splices: list[Splice] = []
    gone: list[str] = []
    pointing = {}
    for file in files:
        element = document.element(file)
        if element is not None:
            splices += removed(element)
            for identifier, found in pointing_inside(document, file) if links else ():
                gone.append(identifier)
                pointing.update(dict.fromkeys(found))
    if not splices:
        return None
    splices += unlink(document, pointing, gone)
    words = "Remove a file" if len(files) == 1 else f"Remove {len(files)} files"
    return Edit(words, _from_the_end(splices), files[0].parent)


def _from_the_end(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Splices that all count from the text as it is now, the last of each part first."""
    return tuple(sorted(splices, key=lambda s: (s.part, -s.offset, len(s.old))))


def replace_base(document: Document, rows: FileRows, old: str, new: str) -> Edit | None:
    """Put another beginning in the place of one in every location: one edit for all of them."""
    source = document.source
    before, after = (attribute_bytes(text, source.holds) for text in (old, new))
    if not before or before == after:
        return None
    pattern = re.compile(
        rb"(<(?:[^\s<>:/]+:)?FLocat\s[^<>]*?[\s:]href\s*=\s*[\"'])" + re.escape(before)
    )
    splices = []
    number = 0
    for part_number in sorted(rows.parts):
        text = document.parts[part_number].text
        changed, count = pattern.subn(lambda found: found[1] + after, text)
        if count:
            number += count
            splices.append(_between(part_number, text, changed))
    words = f"Replace “{old}” in {number} locations"
    return Edit(words, tuple(splices), rows.section) if splices else None


def _between(part: int, old: bytes, new: bytes) -> Splice:
    """The splice from one text to another without what they begin and end with alike."""
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    tail, most = 0, min(len(old), len(new)) - start
    while tail < most and old[-tail - 1] == new[-tail - 1]:
        tail += 1
    return Splice(part, start, old[start : len(old) - tail], new[start : len(new) - tail])
