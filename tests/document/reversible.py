"""The one way to prove an edit: apply, undo, redo, undo, and compare the bytes each time."""

from __future__ import annotations

from catalog_app.document.document import Document, open_document
from catalog_app.document.edit import Edit
from catalog_app.lossless.wellformed import parse_document


def bytes_of(document: Document) -> bytes:
    """What a save would write."""
    return b"".join(document.chunks())


def reversible(document: Document, edit: Edit | None, keep: bool = False) -> bytes:
    """Prove that an edit can be taken back exactly; returns the bytes that it makes.

    The document is as before afterwards, unless `keep` asks for the edit to stay.
    """
    assert edit is not None, "the edit does nothing"
    before = bytes_of(document)
    document.apply(edit)
    after = bytes_of(document)
    assert after != before
    parse_document(document.text)
    open_document(after)
    document.apply(edit.inverse)
    assert bytes_of(document) == before, "undo gave other bytes"
    document.apply(edit)
    assert bytes_of(document) == after, "redo gave other bytes"
    if not keep:
        document.apply(edit.inverse)
        assert bytes_of(document) == before
        assert not document.edited
    return after


def outside(before: bytes, after: bytes, span: tuple[int, int]) -> bool:
    """Tell whether two texts are the same before and after a span of the first."""
    start, end = span
    return after.startswith(before[:start]) and after.endswith(before[end:])
