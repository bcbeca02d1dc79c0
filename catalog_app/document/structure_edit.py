"""Edits of a structural map: divisions inserted, moved, numbered, tied to files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import add, duplicate
from catalog_app.document.ids import collecting_ids
from catalog_app.document.large import Making, from_the_end, made
from catalog_app.document.layout import child_indentation, indentation
from catalog_app.document.lifting import Lifting
from catalog_app.document.minting import new_id, new_ids
from catalog_app.document.names import METS
from catalog_app.document.package_tags import spelled_out
from catalog_app.document.slices import Blocks, let_go, returned
from catalog_app.document.structure_move import count_divisions, outermost
from catalog_app.document.writing import inserted, removed, writer, written
from catalog_app.lossless.splice import Splice

#: The ways to number pages, by what the first ones look like.
PATTERNS = ("1, 2, 3", "i, ii, iii", "I, II, III", "1r, 1v, 2r", "[1], [2], [3]", "")
_STEP = 50
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def page_label(pattern: str, number: int) -> str:
    """The number shown of the n-th page, from 1, in the way of a pattern."""
    if pattern == "1r, 1v, 2r":
        return f"{(number + 1) // 2}{'rv'[(number + 1) % 2]}"
    if pattern == "[1], [2], [3]":
        return f"[{number}]"
    if pattern == "i, ii, iii":
        return roman(number)
    if pattern == "I, II, III":
        return roman(number).upper()
    return str(number) if pattern else ""


def roman(number: int) -> str:
    """A number from 1 in small Roman numerals."""
    found = ""
    for value, letters in _ROMAN:
        while number >= value:
            found, number = found + letters, number - value
    return found


def insert_division(
    document: Document,
    parent: Address,
    before: Address | None,
    label: str = "",
    kind: str = "",
) -> Edit | None:
    """Add a division inside another one, before one of its divisions or last."""
    given = (("TYPE", kind), ("LABEL", label), ("ID", new_id(document, "div", parent)))
    attributes = tuple(pair for pair in given if pair[1])
    return add(document, parent, Draft("div", attributes), before)


def _ordered(splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """Splices that all count from the text as it is now, the last of each part first."""
    return tuple(sorted(splices, key=lambda s: (s.part, -s.offset, len(s.old))))


def renumbering(
    document: Document, divisions: Iterable[Address], pattern: str, first: int = 1
) -> Making:
    """Make the edit that numbers divisions, given in their order."""
    lifting = Lifting(document)
    splices: list[Splice] = []
    number, where = 0, None
    for number, one in enumerate(divisions):
        where = where or one
        shown = page_label(pattern, first + number)
        order = str(one.steps[-1].occurrence)
        spot = lifting.spot(one)
        if spot is not None:
            values = {"ORDER": order, **({"ORDERLABEL": shown} if shown else {})}
            splices += spelled_out(spot.part.id, spot.tag, values)
        if number % _STEP == 0:
            yield 0.5
    ordered = yield from from_the_end(splices)
    yield Edit(f"Number {number + 1} divisions", ordered, where) if splices else None


def link_files(document: Document, division: Address, files: Sequence[str]) -> Edit | None:
    """Let a division point at files, by their IDs; those it points at already are passed over."""
    element = document.element(division)
    if element is None:
        raise EditError("There is no such division.")
    there = {child.get("FILEID") for child in element.children()}
    wanted = [one for one in dict.fromkeys(files) if one not in there]
    if not wanted:
        return None
    indent = child_indentation(element)
    pieces = [written(element, METS, Draft("fptr", (("FILEID", one),))) for one in wanted]
    before = next((c for c in element.children() if c.name[1] == "div"), None)
    words = "Link a file" if len(wanted) == 1 else f"Link {len(wanted)} files"
    return Edit(words, tuple(inserted(element, before, indent.join(pieces))), division)


def add_pages(
    document: Document, parent: Address, files: Sequence[str], pattern: str = PATTERNS[0]
) -> Edit | None:
    """Add a division of the type page for each file, numbered, at the end of another one."""
    return made(adding_pages(document, parent, files, pattern))


def adding_pages(
    document: Document, parent: Address, files: Iterable[str], pattern: str = PATTERNS[0]
) -> Making:
    """Make the edit that adds a page for each file."""
    element = document.element(parent)
    if element is None:
        raise EditError("There is no such division.")
    listed: list[str] = []
    for one in files:
        listed.append(one)
        if len(listed) % _STEP == 0:
            yield 0.1
    if not listed:
        return
    taken = yield from collecting_ids(document)
    number = count_divisions(document, parent)
    indent, writing = child_indentation(element), writer(element, METS)
    pages = Blocks(indent)
    names = new_ids(document, "div", taken, parent, "page")
    for identifier, file in zip(names, listed, strict=False):
        at = number + len(pages) + 1
        attributes = (
            ("ID", identifier), ("TYPE", "page"), ("ORDER", str(at)),
            ("ORDERLABEL", page_label(pattern, at)),
        )  # fmt: skip
        given = tuple(pair for pair in attributes if pair[1])
        draft = Draft("div", given, "", (Draft("fptr", (("FILEID", file),)),))
        pages.append(writing.write(draft, indent))
        if len(pages) % _STEP == 0:
            yield len(pages) / len(listed)
    yield from let_go(taken, listed)
    yield Edit(f"Add {len(pages)} pages", tuple(inserted(element, None, *pages)), parent)


def duplicating(document: Document, division: Address) -> Making:
    """Make the edit that puts a copy of a division, or of a file, behind it."""
    taken = yield from collecting_ids(document)
    yield duplicate(document, division, taken)


def group_divisions(
    document: Document, divisions: Sequence[Address], label: str, kind: str = "chapter"
) -> Edit | None:
    """Put a new division round neighbours: a chapter with its pages."""
    moving = returned(outermost(divisions))
    if not moving or any(one.parent != moving[0].parent for one in moving):
        raise EditError("Choose divisions that stand beside each other.")
    first, parent = document.element(moving[0]), document.element(moving[0].parent)
    elements = [element for one in moving if (element := document.element(one)) is not None]
    if first is None or parent is None:
        return None
    given = (("TYPE", kind), ("LABEL", label), ("ID", new_id(document, "div", moving[0].parent)))
    empty = written(parent, METS, Draft("div", tuple(pair for pair in given if pair[1])))
    found = re.match(rb"<([^\s/>]+)", empty)
    assert found is not None
    indent = indentation(first)
    deeper = indent + _unit(indent, document, moving[0].parent)
    body = b"".join(deeper + element.raw for element in elements)
    raw = empty[:-2].rstrip() + b">" + body + indent + b"</" + found[1] + b">"
    gone = [splice for element in elements[1:] for splice in removed(element)]
    if first.box is not None:
        raise EditError("This division is too large to be put into another one.")
    own = Splice(first.part.id, first.node.start, first.node.raw, raw)
    words = "Group a division" if len(moving) == 1 else f"Group {len(moving)} divisions"
    return Edit(words, _ordered([own, *gone]), moving[0])


def _unit(indent: bytes, document: Document, parent: Address) -> bytes:
    """One step of indentation; nothing where elements share a line."""
    element = document.element(parent)
    outer = indentation(element) if element else b""
    if not indent:
        return b""
    return indent[len(outer) :] if indent.startswith(outer) and len(indent) > len(outer) else b"  "
