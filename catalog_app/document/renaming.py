"""Giving an element another ID, and everything that points at it with it."""

from __future__ import annotations

import re

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import set_attribute
from catalog_app.document.large import Making, made
from catalog_app.document.reach import Reach, reach_of
from catalog_app.document.references import Reference, own_tag, referring
from catalog_app.lossless.emit import attribute_bytes
from catalog_app.lossless.part import Part
from catalog_app.lossless.splice import Splice

# An XML name without a colon, as XML 1.0 has it.
_FIRST = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = re.compile(rf"[{_FIRST}][{_FIRST}\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*")


def rename_id(document: Document, address: Address, new: str) -> Edit | None:
    """Give an element another ID, and everything in its package that points at it with it.

    Raises EditError for what can be no ID, and where the package has that ID already.
    """
    return made(renaming(document, address, new))


def renaming(document: Document, address: Address, new: str) -> Making:
    """Make the edit that gives an element another ID, and everything that points at it with it."""
    element = document.element(address.element)
    old = element.get("ID") if element else None
    if old == new:
        return
    if wrong := id_misspelled(new):
        raise EditError(wrong)
    reach, pointing = reach_of(document, address), list[Reference]()
    for part in reach.parts:
        if _gives(part, new, reach):
            raise EditError(_already(new))
        yield 0.1
    if old:
        pointing = (yield from referring(reach, {old.encode()})).get(old, [])
    own = set_attribute(document, address.element.at("ID"), new)
    if own is None:
        yield None
        return
    following = [_respelled(document, one, old or "", new) for one in pointing]
    words = own.name
    if pointing:
        links = "its link" if len(pointing) == 1 else f"{len(pointing)} links"
        words = f"Rename {old} to {new} with {links}"
    yield Edit(words, in_order([*own.splices, *following]), address.element.at("ID"))


def id_taken(document: Document, new: str, near: Address) -> str:
    """What to say where the package around an address has such an ID already, or ""."""
    reach = reach_of(document, near)
    return _already(new) if any(_gives(part, new, reach) for part in reach.parts) else ""


def _gives(part: Part, new: str, reach: Reach) -> bool:
    word = new.encode("utf-8", "replace")
    return part.holds(word) and own_tag(part, word, reach) >= 0


def _already(new: str) -> str:
    return f"There is already a “{new}” in this file. Choose another ID."


def id_misspelled(new: str) -> str:
    """What to say of a word that can be no ID, or ""."""
    if _NAME.fullmatch(new):
        return ""
    if len(new.split()) > 1:
        return f"“{new}” cannot be an ID: an ID has no spaces. Nothing was changed."
    stranger = next((one for one in new.strip() if not _NAME.fullmatch(f"x{one}")), "")
    if stranger:
        return f"“{new}” cannot be an ID: an ID has no “{stranger}”. Nothing was changed."
    return f"“{new}” cannot be an ID: it begins with a letter, like dmd1 or page_12."


def _respelled(document: Document, reference: Reference, old: str, new: str) -> Splice:
    raw = document.parts[reference.part].text[reference.start : reference.end]
    word = re.compile(rb"(?<![^\s#])" + re.escape(old.encode()) + rb"(?!\S)")
    written = attribute_bytes(new, document.source.holds)
    return Splice(reference.part, reference.start, raw, word.sub(lambda _: written, raw))


def in_order(splices: list[Splice]) -> tuple[Splice, ...]:
    """Splices that all count from the text as it is now, the last in each part first."""
    return tuple(sorted(splices, key=lambda s: (s.part, -s.offset)))
