"""Several edits of one document as it is now, made into one."""

from __future__ import annotations

from collections.abc import Iterable

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.element import Element, is_same
from catalog_app.document.names import attribute_name, attribute_parts
from catalog_app.lossless.splice import Splice

Data = tuple[str, ...]


def together(name: str, edits: Iterable[Edit | None], address: Address) -> Edit | None:
    """One edit of edits that touch different places; None if there is nothing to do.

    Each was computed for the document as it is, so the last place goes first: then the offsets of
    the others stay true. Of insertions at one offset the later in the list comes to stand first.
    """
    splices = [splice for edit in edits if edit is not None for splice in edit.splices]
    return of_splices(name, splices, address)


def of_splices(name: str, splices: Iterable[Splice], address: Address) -> Edit | None:
    """One edit of splices at different places, all computed for the document as it is.

    What stands at an offset goes before anything is put there.
    """
    ordered = sorted(splices, key=lambda s: (s.part, -s.offset, not s.old))
    return Edit(name, tuple(ordered), address) if ordered else None


def spelled(name: str) -> str:
    """An attribute's name as addresses spell it: `xsi:nil` for `{http://…}nil`."""
    return attribute_name(attribute_parts(name))


def there(document: Document, address: Address) -> Element:
    """The element at an address; raises EditError if it is gone."""
    element = document.element(address)
    if element is None:
        raise EditError(f"There is no {address} in this file any more.")
    return element


def sibling_before(document: Document, address: Address) -> Element | None:
    """The element before this one, of whatever name."""
    return _beside(there(document, address), -1)


def sibling_behind(document: Document, address: Address) -> Element | None:
    """The element behind this one, of whatever name."""
    return _beside(there(document, address), 1)


def _beside(element: Element, by: int) -> Element | None:
    parent = element.parent
    siblings = list(parent.children()) if parent else []
    for number, other in enumerate(siblings):
        if is_same(other, element):
            at = number + by
            return siblings[at] if 0 <= at < len(siblings) else None
    return None


def inner(element: Element) -> bytes:
    """The bytes between the tags of an element that is not cut into parts."""
    node = element.node
    return node.text[node.tag_end : node.close]
