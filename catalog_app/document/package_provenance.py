"""A note in the package's header that it was edited: an ordinary edit, to be seen and undone."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, joined
from catalog_app.document.edits import add, set_attribute
from catalog_app.document.element import Element
from catalog_app.document.names import METS

EDITOR = "catalog-app"
Edited = dict[Anchor, tuple[tuple[int, int], ...]]
_ROLE = (("ROLE", "EDITOR"), ("TYPE", "OTHER"), ("OTHERTYPE", "SOFTWARE"))


def edited(document: Document) -> Edited:
    """The packages that are no longer as they were read, with a sign of the state of each."""
    changed = {part.id for part in document.parts.order if part.touched and part.edited}
    found: Edited = {}
    for anchor in document.packages() if changed else ():
        element = document.anchored(anchor)
        parts = element.box.all_parts() if element.box else (element.part,)
        state = tuple((part.id, hash(part.text)) for part in parts if part.id in changed)
        if state:
            found[anchor] = state
    return found


def provenance(document: Document, now: str, package: str) -> Edit | None:
    """Set LASTMODDATE and name this program as an editor; None for what is no METS 1."""
    if document.anchor(package) is None or document.standard(package) != METS:
        return None
    header = Address(package).child("metsHdr")
    element = document.element(header)
    draft = Draft("agent", _ROLE, "", (Draft("name", (), EDITOR),))
    if element is None:
        whole = Draft("metsHdr", (("LASTMODDATE", now),), "", (draft,))
        made = add(document, Address(package), whole)
        return _named([made] if made else [], header)
    # What stands further on is done first, so that both count from the text as it is now.
    agent = None if _is_there(element) else add(document, header, draft)
    date = set_attribute(document, header.at("LASTMODDATE"), now)
    return _named([edit for edit in (agent, date) if edit is not None], header)


def _named(edits: list[Edit], header: Address) -> Edit | None:
    return joined("Note the editing in the header", edits, header) if edits else None


def _is_there(header: Element) -> bool:
    return any(
        agent.get("ROLE") == "EDITOR" and any(n.value.strip() == EDITOR for n in agent.children())
        for agent in header.children()
        if agent.name == (METS, "agent")
    )
