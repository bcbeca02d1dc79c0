"""Records that begin from nothing."""

from __future__ import annotations

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.document.names import MODS, XLINK
from catalog_app.document.template import Template

_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<mods xmlns="{0}" xmlns:xlink="{1}" version="{2}">\n</mods>\n'
)


def new_record(template: Template | None = None) -> bytes:
    """The bytes of a new MODS record, holding only what its template presets."""
    version = template.version if template else "3.8"
    empty = _EMPTY.format(MODS, XLINK, version).encode()
    if template is None:
        return empty
    document = open_document(empty)
    for draft in template.draft().children:
        edit = edits.add(document, Address("record1"), draft)
        if edit is not None:
            document.apply(edit)
    return b"".join(document.chunks())
