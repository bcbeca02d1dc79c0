"""A new element before it is written: names, attributes, text and children, no XML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import (
    PREFIXES,
    Name,
    attribute_parts,
    element_name,
    prefix_for,
    step_name,
)
from catalog_app.lossless.emit import attribute_bytes, text_bytes
from catalog_app.lossless.spans import declarations
from catalog_app.schema.inside import usual_prefix


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be added; names and attributes are spelled as in addresses."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple[Draft, ...] = ()


def draft_of(element: Element, standard: str) -> Draft:
    """An element as a draft, to be written elsewhere; comments and text among elements are lost."""
    children = tuple(draft_of(child, standard) for child in element.children())
    return Draft(
        step_name(element.name, standard),
        tuple(element.attributes.items()),
        "" if children else element.value,
        children,
    )


@dataclass(frozen=True, slots=True)
class Writer:
    """How drafts are written in one place: what is in scope, and the habits of the neighbours.

    `standard` is the namespace that names leave out, `prefix` the one the neighbours use for it;
    `unit` is one step of indentation, empty where elements follow one another on a line.
    """

    document: Document
    standard: str
    prefix: str
    namespaces: Mapping[str, str]
    unit: bytes = b""

    def write(self, draft: Draft, indent: bytes = b"") -> bytes:
        """The bytes of a draft whose first line is already indented by `indent`."""
        name = element_name(draft.name, self.standard)
        qname, scope, declared = self._qname(name)
        attributes, scope = self._attributes(draft, scope)
        inner = Writer(self.document, self.standard, self.prefix, scope, self.unit)
        head = b"<" + qname + declared + attributes
        if not draft.text and not draft.children:
            return head + b"/>"
        body = text_bytes(draft.text, self.document.source.holds, self.document.source.newline)
        deeper = indent + self.unit if indent else b""
        body += b"".join(deeper + inner.write(child, deeper) for child in draft.children)
        return head + b">" + body + (indent if draft.children else b"") + b"</" + qname + b">"

    def _qname(self, name: Name) -> tuple[bytes, Mapping[str, str], bytes]:
        namespace, local = name
        if self.namespaces.get(self.prefix, "") == namespace:
            prefix: str | None = self.prefix
        else:
            prefix = prefix_for(namespace, self.namespaces, attribute=False)
        if prefix is not None:
            return (f"{prefix}:{local}" if prefix else local).encode(), self.namespaces, b""
        usual = usual_prefix(namespace)
        if usual and usual not in self.namespaces:
            written = attribute_bytes(namespace, self.document.source.holds)
            declared = f' xmlns:{usual}="'.encode() + written + b'"'
            return f"{usual}:{local}".encode(), {**self.namespaces, usual: namespace}, declared
        declared = b' xmlns="' + attribute_bytes(namespace, self.document.source.holds) + b'"'
        return local.encode(), {**self.namespaces, "": namespace}, declared

    def _attributes(
        self, draft: Draft, scope: Mapping[str, str]
    ) -> tuple[bytes, Mapping[str, str]]:
        """The attributes' bytes, and what is in scope with the prefixes they declare."""
        written = b""
        for name, value in draft.attributes:
            markup = attribute_markup(self.document, scope, name, value)
            scope = {**scope, **declarations(markup)} if b" xmlns:" in markup else scope
            written += markup
        return written, scope


def attribute_markup(
    document: Document,
    namespaces: Mapping[str, str],
    spelled: str,
    value: str,
    quote: str = '"',
) -> bytes:
    """The bytes of a new attribute, with the declaration of its prefix if it needs one."""
    namespace, local = attribute_parts(spelled)
    declared, qname = b"", local
    if namespace:
        prefix = prefix_for(namespace, namespaces, attribute=True)
        if prefix is None:
            prefix = _free_prefix(PREFIXES.get(namespace, "ns"), namespaces)
            written = attribute_bytes(namespace, document.source.holds)
            declared = b" xmlns:" + prefix.encode() + b'="' + written + b'"'
        qname = f"{prefix}:{local}"
    written = attribute_bytes(value, document.source.holds, quote)
    mark = quote.encode()
    return declared + b" " + qname.encode() + b"=" + mark + written + mark


def _free_prefix(wanted: str, namespaces: Mapping[str, str]) -> str:
    prefix, number = wanted, 1
    while prefix in namespaces:
        number += 1
        prefix = f"{wanted}{number}"
    return prefix
