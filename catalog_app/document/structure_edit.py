"""Edits of a structural map: divisions inserted, moved, numbered, tied to files."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import add, set_attributes
from catalog_app.document.element import Element
from catalog_app.document.ids import all_ids, mint
from catalog_app.document.layout import child_indentation, indentation
from catalog_app.document.names import METS
from catalog_app.document.references import new_id
from catalog_app.document.writing import inserted, removed, written
from catalog_app.lossless.splice import Splice

#: The ways to number pages, by what the first ones look like.
PATTERNS = ("1, 2, 3", "i, ii, iii", "I, II, III", "1r, 1v, 2r", "[1], [2], [3]", "")
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
    given = (("TYPE", kind), ("LABEL", label), ("ID", new_id(document, "div")))
    attributes = tuple(pair for pair in given if pair[1])
    return add(document, parent, Draft("div", attributes), before)


def move_divisions(
    document: Document, divisions: Sequence[Address], parent: Address, before: Address | None
) -> Edit | None:
    """Move divisions into another one, before one of its divisions or last, in their order."""
    moving = _outermost(divisions)
    if any(one.contains(parent) for one in moving):
        raise EditError("A division cannot be moved into itself.")
    if before is not None and before in moving:
        before = _following(document, before, moving)
    elements = [element for one in moving if (element := document.element(one)) is not None]
    target = document.element(parent)
    if target is None or not elements:
        return None
    sibling = document.element(before) if before else None
    indent = indentation(sibling) if sibling else child_indentation(target)
    raw = indent.join(element.raw for element in elements)
    gone = [splice for element in elements for splice in removed(element)]
    if sibling is None and _last_moves(document, target, parent, moving):
        put = _behind_all(target, indent, raw)
    else:
        put = inserted(target, sibling, raw)
    splices = _ordered([*put, *gone])
    words = "Move a division" if len(moving) == 1 else f"Move {len(moving)} divisions"
    return Edit(words, splices, parent)


def _behind_all(target: Element, indent: bytes, raw: bytes) -> list[Splice]:
    """Splices that put markup at the very end of an element whose last child is moving too."""
    if target.box is not None:
        raise EditError("Move it in front of a division that stays.")
    inside = target.node.text[: target.node.close]
    at = len(inside.rstrip())
    return [Splice(target.part.id, at, b"", indent + raw)]


def _last_moves(
    document: Document, target: Element, parent: Address, moving: Sequence[Address]
) -> bool:
    last = next(iter(deque(target.children(), maxlen=1)), None)
    return last is not None and document.address_of(last) in moving


def _following(document: Document, address: Address, moving: Sequence[Address]) -> Address | None:
    """The next division behind one that does not move itself."""
    last = address.steps[-1].occurrence
    while True:
        last += 1
        found = address.parent.child("div", last)
        if found not in moving:
            return found if document.element(found) is not None else None


def _outermost(divisions: Sequence[Address]) -> list[Address]:
    """Those that are not inside another one, in document order."""
    found = [
        one
        for one in divisions
        if not any(other != one and other.contains(one) for other in divisions)
    ]
    return sorted(dict.fromkeys(found), key=lambda a: [s.occurrence for s in a.steps])


def _ordered(splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """Splices that all count from the text as it is now, the last of each part first."""
    return tuple(sorted(splices, key=lambda s: (s.part, -s.offset, len(s.old))))


def renumber(
    document: Document, divisions: Sequence[Address], pattern: str, first: int = 1
) -> Edit | None:
    """Number divisions in their order: ORDER counts from their place, ORDERLABEL as a pattern."""
    listed = sorted(divisions, key=lambda a: [s.occurrence for s in a.steps])
    edits = []
    for number, one in enumerate(listed):
        shown = page_label(pattern, first + number)
        order = str(one.steps[-1].occurrence)
        values = [("ORDER", order), *([("ORDERLABEL", shown)] if shown else [])]
        edits.append(set_attributes(document, one, values))
    # Each edit counts from the text as it is: the last one is done first.
    splices = tuple(s for edit in reversed(edits) if edit is not None for s in edit.splices)
    return Edit(f"Number {len(listed)} divisions", splices, divisions[0]) if splices else None


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
    element = document.element(parent)
    if element is None:
        raise EditError("There is no such division.")
    if not files:
        return None
    number = sum(child.name == (METS, "div") for child in element.children())
    indent, pieces = child_indentation(element), []
    identifier, taken = new_id(document, "div"), all_ids(document)
    for at, one in enumerate(files, number + 1):
        attributes = (
            ("ID", identifier), ("TYPE", "page"), ("ORDER", str(at)),
            ("ORDERLABEL", page_label(pattern, at)),
        )  # fmt: skip
        given = tuple(pair for pair in attributes if pair[1])
        draft = Draft("div", given, "", (Draft("fptr", (("FILEID", one),)),))
        pieces.append(written(element, METS, draft))
        taken.add(identifier)
        identifier = mint(identifier, taken)
    splices = inserted(element, None, indent.join(pieces))
    return Edit(f"Add {len(files)} pages", tuple(splices), parent)


def group_divisions(
    document: Document, divisions: Sequence[Address], label: str, kind: str = "chapter"
) -> Edit | None:
    """Put a new division round neighbours: a chapter with its pages."""
    moving = _outermost(divisions)
    if not moving or any(one.parent != moving[0].parent for one in moving):
        raise EditError("Choose divisions that stand beside each other.")
    first, parent = document.element(moving[0]), document.element(moving[0].parent)
    elements = [element for one in moving if (element := document.element(one)) is not None]
    if first is None or parent is None:
        return None
    given = (("TYPE", kind), ("LABEL", label), ("ID", new_id(document, "div")))
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
    return Edit(f"Group {len(moving)} divisions", _ordered([own, *gone]), moving[0])


def _unit(indent: bytes, document: Document, parent: Address) -> bytes:
    """One step of indentation; nothing where elements share a line."""
    element = document.element(parent)
    outer = indentation(element) if element else b""
    if not indent:
        return b""
    return indent[len(outer) :] if indent.startswith(outer) and len(indent) > len(outer) else b"  "
