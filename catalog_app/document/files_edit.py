"""Edits of files in a package: one cell, many at once, new ones, moved ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import add, remove_attribute, set_attribute
from catalog_app.document.files_disk import Facts
from catalog_app.document.files_rows import FileRows
from catalog_app.document.ids import collecting_ids
from catalog_app.document.large import Making, from_the_end
from catalog_app.document.layout import child_indentation
from catalog_app.document.lifting import Lifting
from catalog_app.document.locations import is_cut, spellings, written
from catalog_app.document.minting import new_ids
from catalog_app.document.package_spots import children, spot_of
from catalog_app.document.removing import removing
from catalog_app.document.renaming import rename_id, renaming
from catalog_app.document.slices import Blocks, let_go
from catalog_app.document.typed import objection
from catalog_app.document.writing import inserted, writer
from catalog_app.lossless.emit import attribute_bytes
from catalog_app.lossless.part import Part
from catalog_app.lossless.splice import Splice

_ATTRIBUTES = {
    "use": "USE", "mime": "MIMETYPE", "size": "SIZE", "checksum": "CHECKSUM",
    "checksum_type": "CHECKSUMTYPE", "created": "CREATED",
}  # fmt: skip
_STEP = 50
_CODED = re.compile(rb"%[0-9A-Fa-f]{2}")


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
    if said := objection(document, place, value):
        raise EditError(said)
    if value:
        return set_attribute(document, place, value)
    element = document.element(file)
    if element is None or element.get(place.attribute) is None:
        return None
    return remove_attribute(document, place)


def setting_cell(document: Document, file: Address, column: str, value: str) -> Making:
    """Make the edit that gives a file another value in a column."""
    if column == "id" and value.strip():
        yield from renaming(document, file, value.strip())
    else:
        yield set_cell(document, file, column, value)


def _relocate(document: Document, file: Address, value: str) -> Edit | None:
    location, value = file.child("FLocat"), written(value)
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


def adding_files(document: Document, group: Address, facts: Sequence[Facts]) -> Making:
    """Make the edit that adds files at the end of a group."""
    element = document.element(group)
    if element is None:
        raise EditError("There is no such group of files.")
    if not facts:
        return
    taken = yield from collecting_ids(document)
    indent, writing = child_indentation(element), writer(element, document.standard(group.part))
    files = Blocks(indent)
    names = new_ids(document, "file", taken, group)
    for identifier, one in zip(names, facts, strict=False):
        files.append(writing.write(file_draft(identifier, one), indent))
        if len(files) % _STEP == 0:
            yield len(files) / len(facts)
    yield from let_go(taken)
    name = "Add a file" if len(files) == 1 else f"Add {len(files)} files"
    yield Edit(name, tuple(inserted(element, None, *files)), group)


def moving_files(document: Document, files: Sequence[Address], group: Address) -> Making:
    """Make the edit that moves files to the end of another group."""
    target, lifting = document.element(group), Lifting(document)
    if target is None:
        raise EditError("There is no such group of files.")
    raws = Blocks(child_indentation(target))
    gone: list[Splice] = []
    for number, file in enumerate(files):
        lifted = lifting.lifted(file) if file.parent != group else None
        if lifted is not None:
            raws.append(lifted[0])
            gone += lifted[1]
        if number % _STEP == 0:
            yield number / len(files)
    if len(raws):
        put = inserted(target, None, *raws)
        words = "Move a file" if len(raws) == 1 else f"Move {len(raws)} files"
        splices = yield from from_the_end([*put, *gone])
        here = spot_of(document, group)
        landed = group.child("file", len(children(document, here, "file")) + 1) if here else group
        yield Edit(words, splices, landed, back=files[0])


def removing_files(document: Document, files: Sequence[Address], links: bool = True) -> Making:
    """Make the edit that removes files."""
    words = "Remove a file" if len(files) == 1 else f"Remove {len(files)} files"
    yield from removing(document, files, links, words)


def replacing_base(document: Document, rows: FileRows, old: str, new: str) -> Making:
    """Make the edit that puts another beginning in the place of one in every location.

    What is typed is escaped as a location must be, with letters as they are where the old one has.
    A location does not begin with what ends within one of its letters.
    """
    before, holds = _beginnings(document, old), document.source.holds
    after = [attribute_bytes(written(new, letters), holds) for letters in (False, True)]
    if not old:
        return
    pattern = re.compile(
        rb"(<(?:[^\s<>:/]+:)?FLocat\s[^<>]*?[\s:]href\s*=\s*[\"'])(" + b"|".join(before) + b")"
    )
    splices: list[Splice] = []
    cut = False
    for done, number in enumerate(sorted(rows.parts)):
        part = document.parts[number]
        found = list(pattern.finditer(part.text)) if _may_hold(part, before) else []
        whole = [one for one in found if not _cuts(one)]
        cut = cut or len(whole) < len(found)
        splices += [
            Splice(number, one.start(2), one[2], new_one)
            for one in reversed(whole)
            if (new_one := after[not one[2].isascii()]) != one[2]
        ]
        yield done / len(rows.parts)
    if cut and not splices:
        raise EditError(f"“{old}” ends within a letter. Say the beginning up to a whole one.")
    words = f"Replace “{old}” in {len(splices)} locations"
    yield Edit(words, tuple(splices), rows.section) if splices else None


def _cuts(found: re.Match[bytes]) -> bool:
    """Whether a beginning that was found ends within a letter of its location."""
    start, end = found.span(2)
    text = found.string
    if b"%" not in text[end - 2 : end + 1]:
        return False
    return is_cut(text[start : text.find(text[start - 1 : start], end)], end - start)


def _beginnings(document: Document, text: str) -> list[bytes]:
    """Patterns of the ways in which a beginning may be written, with any figures after “%”."""
    holds = document.source.holds
    raw = {attribute_bytes(one, holds) for one in spellings(text)}
    return [_CODED.sub(_any_case, re.escape(one)) for one in sorted(raw, key=len, reverse=True)]


def _any_case(coded: re.Match[bytes]) -> bytes:
    return b"(?i:" + coded[0] + b")"


def _may_hold(part: Part, beginnings: list[bytes]) -> bool:
    """Whether a part is worth looking through; a plain beginning is looked for fast."""
    return any(b"(" in one or part.holds(re.sub(rb"\\(.)", rb"\1", one)) for one in beginnings)
