"""The entries of a harvested list (OAI-PMH) that hold no MODS and no METS: what they hold instead.

An entry is a part of the file with an address of its own (`entry3`); what it wraps is shown and
edited like what a section of a package wraps.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.foreign import description_above
from catalog_app.document.names import OAI, Name
from catalog_app.lossless.spans import TOKEN, declarations, decode

_LIST = (OAI, "OAI-PMH")
_METADATA = (OAI, "metadata")
DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Other:
    """An entry: what it is called in its list, its title, and the element that it holds instead.

    `holds` is that element's local name (`dc`), DELETED, or "" where there is nothing in it.
    """

    identifier: str
    title: str
    holds: str


def outermost(document: Document) -> Name:
    """The namespace and local name of the outermost element, from its tag alone."""
    tag = next((tag for part in document.parts.order[:3] if (tag := part.first_tag())), None)
    if tag is None:
        return "", ""
    prefix, _, local = tag["name"].decode().rpartition(":")
    return declarations(tag["rest"]).get(prefix, ""), local


def is_harvested(document: Document) -> bool:
    """Whether a document is a list that was harvested."""
    return outermost(document) == _LIST


def other(document: Document, entry: Anchor) -> Other:
    """What is known of an entry, from its tags: very many of them are told at once."""
    part = document.parts[entry.part]
    text = document.anchored(entry).raw if part.touched else part.text
    identifier, title, holds, inside = "", "", "", False
    for tag in TOKEN.finditer(text):
        local = (tag["name"] or b"").rpartition(b":")[2]
        if local == b"header" and b"deleted" in tag["rest"]:
            holds = DELETED
        elif local == b"identifier" and not inside:
            identifier = identifier or _following(document, text, tag.end())
        elif local == b"metadata" and not inside:
            inside = not tag["empty"]
        elif inside and local:
            holds = holds or local.decode()
            title = _following(document, text, tag.end()) if local == b"title" else ""
            if title:
                break
    return Other(identifier, title, holds)


def _following(document: Document, text: bytes, start: int) -> str:
    """The characters behind a start tag."""
    raw = text[start : text.find(b"<", start)]
    return " ".join(decode(raw, document.entities).split())


def inside_entry(document: Document, entry: Address) -> Address:
    """Where an entry opens: at the description that it holds, where that has a form."""
    inside = held_in(document, entry)
    address = document.address_of(inside) if inside is not None else entry
    return description_above(document, address) or entry


def held_in(document: Document, entry: Address) -> Element | None:
    """What an entry holds, as a section of a package would wrap it; None for one without."""
    element = document.element(Address(entry.part))
    for child in element.children() if element is not None else ():
        for inside in child.children() if child.name == _METADATA else ():
            return inside
    return None
