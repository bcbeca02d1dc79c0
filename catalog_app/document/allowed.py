"""A draft as a version of MODS can say it: what that does not know is left out or respelled."""

from __future__ import annotations

from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import EditError
from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS
from catalog_app.document.standards import declared_version
from catalog_app.schema.model import Element as Declared


def fitting(
    document: Document, record: Address, field: tuple[str, ...], draft: Draft
) -> Draft | None:
    """The draft as the record's version of MODS can say it."""
    top = document.element(record)
    if top is None:
        raise EditError(f"There is no {record} in this file.")
    return _allowed(draft, field, declared_version(top))


def _allowed(draft: Draft, path: tuple[str, ...], version: str) -> Draft | None:
    known = declared_at(MODS, path, version)
    if known is None or not known.allows(version):
        return None
    draft = _encodable(draft, known)
    attributes = tuple(pair for pair in draft.attributes if _takes(known, version, *pair))
    children = (_allowed(child, (*path, child.name), version) for child in draft.children)
    return replace(draft, attributes=attributes, children=tuple(c for c in children if c))


def _takes(known: Declared, version: str, name: str, value: str) -> bool:
    attribute = known.attribute(name)
    if attribute is None or not attribute.allows(version):
        return False
    return not attribute.values or value in attribute.values


def _encodable(draft: Draft, known: Declared) -> Draft:
    """A date in EDTF in what an older version has: ISO 8601, or the words of the value."""
    encoding = known.attribute("encoding")
    if dict(draft.attributes).get("encoding") != "edtf" or encoding is None:
        return draft
    if not encoding.values or "edtf" in encoding.values:
        return draft
    rest = tuple(pair for pair in draft.attributes if pair[0] != "encoding")
    if draft.text.startswith("XXXX-"):
        return replace(
            draft, text=f"--{draft.text[5:]}", attributes=(*rest, ("encoding", "iso8601"))
        )
    if "X" not in draft.text:
        return replace(draft, attributes=(*rest, ("encoding", "iso8601")))
    return replace(draft, text=draft.text.replace("X", "0") + "s", attributes=rest)
