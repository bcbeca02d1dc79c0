"""What a DOCTYPE means for editing: the entities that are harmless, and why others are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from catalog_app.lossless.spans import DOCTYPE, TOKEN, decode, parse

_ENTITY = re.compile(rb"""<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
_COMMENT = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Doctype:
    """The internal entities that stand for plain text, and what forbids editing (or nothing)."""

    entities: dict[str, str] = field(default_factory=dict)
    obstacle: str = ""


def read_doctype(prolog: bytes) -> Doctype:
    """Read the DOCTYPE of a document's prolog, if it has one."""
    if b"<!DOCTYPE" not in prolog:
        return Doctype()
    nodes = [node for node in parse(prolog, {}).children if node.kind == DOCTYPE]
    return _read(nodes[0].raw) if nodes else Doctype()


def _read(declaration: bytes) -> Doctype:
    start, end = declaration.find(b"["), declaration.rfind(b"]")
    subset = _COMMENT.sub(b"", declaration[start + 1 : end]) if start >= 0 else b""
    entities = {}
    for match in _ENTITY.finditer(subset):
        value = match[2] if match[2] is not None else match[3]
        if b"<" in value or b"%" in value or _names_entity(value):
            name = match[1].decode("utf-8", "replace")
            return Doctype(obstacle=f"its entity “{name}” stands for more than plain text")
        entities.setdefault(match[1].decode(), decode(value, {}))
    if any("<" in value or "&" in value for value in entities.values()):
        return Doctype(obstacle="one of its entities stands for markup")
    rest = _ENTITY.sub(b"", subset)
    if b"<!ENTITY" in rest or b"%" in rest:
        return Doctype(obstacle="it takes entities from other files, which are never read here")
    if b"<!ATTLIST" in rest:
        return Doctype(obstacle="its DOCTYPE gives attributes values that the file does not show")
    return Doctype(entities)


def _names_entity(value: bytes) -> bool:
    names = re.findall(rb"&([^;#]+);", value)
    return any(name not in (b"lt", b"gt", b"amp", b"quot", b"apos") for name in names)


def without_doctype(text: bytes, entities: dict[str, str]) -> bytes:
    """A copy of a document without its DOCTYPE, its plain entities written out."""
    out, cursor = [], 0
    for match in TOKEN.finditer(text):
        if match["doctype"] is not None:
            out.append(text[cursor : match.start()])
            cursor = match.end()
            break
    body = text[cursor:]
    for name, value in entities.items():
        plain = value.replace("&", "&amp;").replace("<", "&lt;").encode()
        body = body.replace(b"&" + name.encode() + b";", plain)
    return b"".join((*out, body))
