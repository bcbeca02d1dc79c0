"""Whether what an edit made is still XML, looked at where it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog_app.lossless import wellformed
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.spans import CDATA, ELEMENT, TEXT, MarkupError

if TYPE_CHECKING:
    from catalog_app.document.document import Document


def check_part(document: Document, part: Part) -> None:
    """Raise NotWellFormed or MarkupError unless a part is well-formed where it stands."""
    box = document.parts.box_of(part)
    if part.kind == "content":
        _check_content(part.text, box, document.entities)
        return
    tags = (box.open.text if box.open else b"") + (box.close.text if box.close else b"")
    above = box.parent.namespaces if box.parent else {}
    if part.size or box.open is part or box.close is part:
        wellformed.parse_content(tags, above, document.entities)


def _check_content(text: bytes, box: Box, entities: dict[str, str]) -> None:
    if box.parent is None and text.lstrip().startswith((b"<?xml ", b"<!DOCTYPE")):
        wellformed.parse_document(text + b"<w/>")
    else:
        wellformed.parse_content(text, box.namespaces, entities)


def check_outermost(document: Document) -> None:
    """Raise MarkupError unless there is one outermost element, and no text outside it."""
    elements = 0
    root = document.parts.root
    for item in root.items:
        if isinstance(item, Box):
            elements += 1
            continue
        for node in item.fragment(root.namespaces).children:
            elements += node.kind == ELEMENT
            if node.kind == CDATA or (node.kind == TEXT and node.raw.strip()):
                raise MarkupError("Text would stand outside the outermost element.", 0)
    if elements != 1:
        raise MarkupError("A file has exactly one outermost element.", 0)
