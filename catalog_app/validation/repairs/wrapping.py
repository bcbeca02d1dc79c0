"""Putting elements around others, taking content out of its markup, and making markup of it."""

from __future__ import annotations

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.writing import written
from catalog_app.lossless.spans import CDATA, TEXT, Node, runs
from catalog_app.lossless.splice import Splice
from catalog_app.lossless.wellformed import NotWellFormed, parse_content
from catalog_app.validation.repairs.together import Data, of_splices, there

_OF_MARKUP = frozenset("<>&\"'")


def wrap_in(document: Document, address: Address, data: Data) -> Edit | None:
    """Put new elements around one, named from outside in."""
    element = there(document, address)
    if len(data) == 1:
        return edits.wrap(document, address.element, address.element, data[0])
    if element.box is not None or element.parent is None:
        return None
    tags = [_tags(document, address, element, name) for name in data]
    opening = b"".join(tag for tag, _ in tags)
    closing = b"".join(tag for _, tag in reversed(tags))
    number, node = element.part.id, element.node
    splices = [Splice(number, node.start, b"", opening), Splice(number, node.end, b"", closing)]
    return of_splices(f"Wrap in {data[0]}", splices, address.parent)


def _tags(document: Document, address: Address, element: Element, name: str) -> tuple[bytes, bytes]:
    parent = element.parent
    assert parent is not None
    empty = written(parent, document.standard(address.part), Draft(name))
    opening = empty[:-2].rstrip() + b">"
    return opening, b"</" + empty[1:].split(b"/>")[0].split()[0] + b">"


def unwrap(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Keep what is inside an element and remove the element around it."""
    element = there(document, address)
    if element.box is not None:
        return None
    if element.node.empty:
        return edits.remove(document, address)
    return of_splices(f"Unwrap {label(document, address)}", _own_tags(element), address.parent)


def _own_tags(element: Element) -> list[Splice]:
    node, number = element.node, element.part.id
    return [
        Splice(number, node.start, node.text[node.start : node.tag_end], b""),
        Splice(number, node.close, node.text[node.close : node.end], b""),
    ]


def clear_content(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Remove everything inside an element."""
    element = there(document, address)
    if element.box is not None or not element.node.children:
        return None
    node = element.node
    inside = Splice(element.part.id, node.tag_end, node.text[node.tag_end : node.close], b"")
    return of_splices(f"Empty {label(document, address)}", [inside], address)


def to_plain_text(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Keep the words in an element and remove the tags around them."""
    element = there(document, address)
    if element.box is not None:
        return None
    splices = [splice for child in element.children() for splice in _tags_gone(child)]
    return of_splices(f"Remove the markup in {label(document, address)}", splices, address)


def to_markup(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Make elements of the tags that stand as characters in a text, if they are well-formed.

    Only what hides the markup goes; a letter that is written by its number stays so.
    """
    element = there(document, address)
    if element.box is not None or element.node.elements:
        return None
    node, number = element.node, element.part.id
    shown = [(child, _shown(child)) for child in node.children]
    try:
        made = parse_content(
            b"".join(raw for _, raw in shown), element.namespaces, document.entities
        )
    except NotWellFormed:
        return None
    if all(not isinstance(one.tag, str) for one in made):
        return None
    splices = [Splice(number, c.start, c.raw, raw) for c, raw in shown if raw != c.raw]
    return of_splices(f"Write the tags in {label(document, address)} as markup", splices, address)


def _shown(node: Node) -> bytes:
    """A piece of text with its characters of markup as themselves; anything else as it is."""
    if node.kind == CDATA:
        return node.raw[9:-3]
    if node.kind != TEXT:
        return node.raw
    found = runs(node.raw, 0, {})
    return b"".join(
        run.value.encode() if run.value in _OF_MARKUP else node.raw[run.start : run.end]
        for run in found
    )


def _tags_gone(element: Element) -> list[Splice]:
    node, number = element.node, element.part.id
    if node.empty:
        return [Splice(number, node.start, node.raw, b"")]
    inside = [splice for child in element.children() for splice in _tags_gone(child)]
    return [*_own_tags(element), *inside]
