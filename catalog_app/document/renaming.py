"""Giving an element another ID, and everything that points at it with it."""

from __future__ import annotations

import re

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import set_attribute
from catalog_app.document.ids import Taken
from catalog_app.document.large import Making, made
from catalog_app.document.references import Reference, referring
from catalog_app.lossless.emit import attribute_bytes
from catalog_app.lossless.splice import Splice

_NAME = re.compile(r"[\w_][\w.\-]*")


def rename_id(document: Document, address: Address, new: str, merges: bool = False) -> Edit | None:
    """Give an element another ID, and everything that points at it with it.

    Raises EditError where the file has that ID already; `merges` is for typing.
    """
    return made(renaming(document, address, new, merges))


def renaming(document: Document, address: Address, new: str, merges: bool = False) -> Making:
    """Make the edit that gives an element another ID, and everything that points at it with it."""
    element = document.element(address.element)
    old = element.get("ID") if element else None
    if old == new:
        return
    for part in document.parts.order:
        if part.holds(new.encode()) and new in Taken(document, (part,)):
            raise EditError(_already(new))
        yield 0.1
    pointing = []
    if old is not None:
        pointing = (yield from referring(document, {old.encode()})).get(old, [])
    own = set_attribute(document, address.element.at("ID"), new)
    if own is None or not pointing or old is None:
        yield own
        return
    following = [_respelled(document, one, old, new) for one in pointing]
    words = f"Rename {old} to {new} with {len(pointing)} links"
    splices = in_order([*own.splices, *following])
    yield Edit(words, splices, address.element.at("ID"), merges)


def id_taken(document: Document, new: str) -> str:
    """What to say where the file has such an ID already, or ""."""
    if new in Taken(document):
        return _already(new)
    return ""


def _already(new: str) -> str:
    return f"There is already a “{new}” in this file. Choose another ID."


def id_misspelled(new: str) -> str:
    """What to say of a word that can be no ID, or ""."""
    if _NAME.fullmatch(new) and not new[0].isdigit():
        return ""
    return "An ID begins with a letter and has no spaces: dmd1, page_12."


def _respelled(document: Document, reference: Reference, old: str, new: str) -> Splice:
    raw = document.parts[reference.part].text[reference.start : reference.end]
    word = re.compile(rb"(?<![^\s#])" + re.escape(old.encode()) + rb"(?!\S)")
    written = attribute_bytes(new, document.source.holds)
    return Splice(reference.part, reference.start, raw, word.sub(lambda _: written, raw))


def in_order(splices: list[Splice]) -> tuple[Splice, ...]:
    """Splices that all count from the text as it is now, the last in each part first."""
    return tuple(sorted(splices, key=lambda s: (s.part, -s.offset)))
