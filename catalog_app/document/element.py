"""An element of a document, wherever its bytes are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog_app.document.names import Name, attribute_name
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.spans import (
    CDATA,
    ELEMENT,
    TEXT,
    TOKEN,
    XML,
    Attribute,
    Node,
    declarations,
    decode,
    decode_attribute,
)

if TYPE_CHECKING:
    from catalog_app.document.document import Document


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A view of one element; good until the next edit, cheap to make again.

    `node` is where its start tag stands in `part`; for an element whose content is cut into parts
    `box` holds the rest, otherwise the node has it all.
    """

    document: Document
    part: Part
    node: Node
    box: Box | None = None

    @property
    def name(self) -> Name:
        """Namespace and local name."""
        return self.node.namespace, self.node.local

    @property
    def namespaces(self) -> Mapping[str, str]:
        """The namespaces in scope inside, by prefix."""
        return self.node.namespaces

    @property
    def parent(self) -> Element | None:
        """The enclosing element, or None for the root."""
        above = self.node.parent
        if self.box is None and above is not None and above.kind == ELEMENT:
            return Element(self.document, self.part, above)
        box = self.box.parent if self.box else self.document.parts.box_of(self.part)
        return boxed(self.document, box) if box and box.open else None

    def around(self) -> Iterator[Element]:
        """The element itself and all those it stands in, the innermost first."""
        current: Element | None = self
        while current is not None:
            yield current
            current = current.parent

    def children(self) -> Iterator[Element]:
        """The child elements; those of a large section are cut finer on the way."""
        if self.box is None:
            for node in self.node.children:
                if node.kind == ELEMENT:
                    yield Element(self.document, self.part, node)
            return
        yield from box_children(self.document, self.box)

    @property
    def value(self) -> str:
        """The text directly inside, comments and child elements left out."""
        if self.box is not None:
            return ""
        return "".join(self.document.decoded(child) for child in self.node.children)

    @property
    def has_elements(self) -> bool:
        """Whether there are child elements; nothing of a large element is parsed for that."""
        if self.box is None:
            return next(self.children(), None) is not None
        scope = self.box.namespaces
        return any(
            isinstance(item, Box) or item.coarse or bool(item.heads(scope))
            for item in self.box.items
        )

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by their address spelling, namespace declarations left out."""
        found = {}
        for attribute in self.node.attributes:
            if attribute.qname != "xmlns" and not attribute.qname.startswith("xmlns:"):
                name = attribute_name(self.node.expanded(attribute.qname))
                found[name] = self.attribute_value(attribute)
        return found

    def attribute(self, spelled: str) -> Attribute | None:
        """The attribute with that address spelling, as written."""
        for attribute in self.node.attributes:
            qname = attribute.qname
            if ":" not in qname:
                if qname == spelled:
                    return attribute
            elif attribute_name(self.node.expanded(qname)) == spelled:
                return attribute
        return None

    def get(self, spelled: str) -> str | None:
        """The value of an attribute, or None."""
        attribute = self.attribute(spelled)
        return None if attribute is None else self.attribute_value(attribute)

    def attribute_value(self, attribute: Attribute) -> str:
        """The characters of an attribute as written here."""
        raw = self.node.text[attribute.value_start : attribute.value_end]
        return decode_attribute(raw, self.document.entities)

    @property
    def raw(self) -> bytes:
        """The bytes of the whole element, in UTF-8."""
        if self.box is None:
            return self.node.raw
        return b"".join(part.text for part in self.box.all_parts())

    @property
    def line(self) -> int:
        """The line of the file, from 1, on which the start tag ends (as parsers count)."""
        return self.document.line_of(self.part, self.node.tag_end - 1)


def is_same(one: Element | None, other: Element | None) -> bool:
    """Whether two views show one element, or both none."""
    if one is None or other is None:
        return one is other
    return one.part is other.part and one.node.start == other.node.start


def boxed(document: Document, box: Box) -> Element:
    """The element that a box is."""
    assert box.open is not None
    above = box.parent.namespaces if box.parent else {}
    return Element(document, box.open, _tag(box.open, above), box)


def _tag(part: Part, namespaces: Mapping[str, str]) -> Node:
    text = part.text
    match = TOKEN.match(text)
    assert match is not None
    node = Node(ELEMENT, text, 0, len(text), None, match["name"].decode())
    node.namespaces = {"xml": XML, **namespaces, **declarations(match["rest"])}
    return node


def box_children(document: Document, box: Box) -> Iterator[Element]:
    """The outermost elements inside a box."""
    for item in list(box.items):
        if isinstance(item, Box):
            yield boxed(document, item)
        elif item.coarse:
            yield document.refined(item)
        else:
            for node in item.fragment(box.namespaces).elements:
                yield Element(document, item, node)


def text_nodes(node: Node) -> list[Node]:
    """The runs of text and the CDATA sections directly inside a node."""
    return [child for child in node.children if child.kind in (TEXT, CDATA)]


def node_text(node: Node, entities: Mapping[str, str]) -> str:
    """The characters of a run of text or a CDATA section; nothing for any other node."""
    if node.kind == TEXT:
        return decode(node.raw, entities)
    if node.kind == CDATA:
        return node.raw[9:-3].decode().replace("\r\n", "\n").replace("\r", "\n")
    return ""
