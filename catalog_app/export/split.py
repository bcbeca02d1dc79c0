"""Lists taken apart into records of their own, and records put together into a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from catalog_app.document.document import Document
from catalog_app.document.items import descriptions
from catalog_app.document.names import MODS
from catalog_app.document.outline import record_title
from catalog_app.export.mods import mods

_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*")
_UNSAFE = re.compile(r"[^\w.\-]+")


def split(document: Document, stem: str) -> Iterator[tuple[str, bytes]]:
    """For each item a file name and the bytes of its record, with the namespaces that it needs.

    Records that only state the rights of an item are no items.
    """
    anchors, wanted = document.records(), descriptions(document)
    width = len(str(len(wanted)))
    for at, number in enumerate(wanted, 1):
        title = record_title(document, anchors[number - 1])
        words = _UNSAFE.sub("-", title).strip("-.")[:40].rstrip("-.")
        name = f"{stem}-{at:0{width}d}" + (f"-{words}" if words else "")
        yield f"{name}.xml", mods(document, f"record{number}")


def join(documents: Iterable[Document]) -> bytes:
    """A collection of the records of all items of some files, each with its own bytes."""
    records = [
        _HEAD.sub(b"", mods(document, f"record{number}")).strip()
        for document in documents
        for number in descriptions(document)
    ]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="{MODS}">\n'.encode()
    return head + b"".join(record + b"\n" for record in records) + b"</modsCollection>\n"
