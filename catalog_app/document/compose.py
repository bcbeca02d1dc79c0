"""Several edits as one, each made for the document as the ones before leave it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit

Step = Callable[[Document], Edit | None]


def composed(
    document: Document, name: str, steps: Iterable[Step], address: Address | None = None
) -> Edit | None:
    """One edit that does what the steps do; the document itself is as before afterwards.

    Each step is tried on the document and taken back. None if none of them does anything; raises
    EditError, with everything as it was, if one of them cannot be done.
    """
    done: list[Edit] = []
    try:
        for step in steps:
            edit = step(document)
            if edit is not None:
                document.apply(edit)
                done.append(edit)
    finally:
        for edit in reversed(done):
            document.apply(edit.inverse)
    if not done:
        return None
    splices = tuple(splice for edit in done for splice in edit.splices)
    return Edit(name, splices, address or done[0].address, mixes=any(e.mixes for e in done))
