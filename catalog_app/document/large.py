"""Edits of very many places: made, checked and got ready a few milliseconds at a time.

What makes such an edit is an iterator: fractions of the way, and the edit, or None where there is
nothing to do, as the last thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.plan import PLAN
from catalog_app.lossless.finer import pieces
from catalog_app.lossless.part import Exchange, Part
from catalog_app.lossless.scan import signs
from catalog_app.lossless.spans import MarkupError
from catalog_app.lossless.splice import Splice, SpliceError
from catalog_app.lossless.wellformed import NotWellFormed, parse_content

Making = Iterator[float | Edit | None]
_PARTS, _BYTES = 4, 1 << 17


def made(making: Making) -> Edit | None:
    """The edit at the end of its making, waited for."""
    edit: Edit | None = None
    for step in making:
        if not isinstance(step, float):
            edit = step
    return edit


def is_large(edit: Edit) -> bool:
    """Whether an edit is better got ready before it is done."""
    parts = {splice.part for splice in edit.splices}
    return len(parts) > _PARTS or sum(len(splice.new) for splice in edit.splices) > _BYTES


def prepared(document: Document, edit: Edit) -> Iterator[float | Edit]:
    """The same edit with its large parts exchanged as a whole, what comes checked and cut.

    Good as long as the document does not change. Raises EditError as `Document.apply` would.
    """
    splices: dict[int, list[Splice]] = {}
    for splice in edit.splices:
        splices.setdefault(splice.part, []).append(splice)
    exchanges: list[Exchange] = []
    kept: list[Splice] = []
    for at, (number, own) in enumerate(splices.items()):
        part = document.parts[number]
        if part.kind != "content" or document.parts.box_of(part).parent is None:
            kept += own
            continue
        for step in _exchanged(document, part, own):
            if isinstance(step, Exchange):
                exchanges.append(step)
            else:
                yield (at + step) / len(splices)
    yield Edit(edit.name, tuple(kept), edit.address, exchanges=tuple(exchanges))


def _exchanged(document: Document, part: Part, splices: list[Splice]) -> Iterator[float | Exchange]:
    scope = document.parts.box_of(part).namespaces
    try:
        text = _spliced(part.text, splices)
        for step in pieces(text, scope, document.parts.new_id):
            if isinstance(step, float):
                yield step / 2
                continue
            new = part.succeeded(step)
            for done, checked in enumerate(_checking(document, text, new, scope), 1):
                checked.marks = None if _may_hold_records(checked, scope) else ()
                yield (1 + done / len(new)) / 2
            yield Exchange((part,), new)
    except (SpliceError, NotWellFormed, MarkupError, UnicodeDecodeError) as error:
        message = getattr(error, "message", str(error))
        raise EditError(f"This would break the file: {message}") from error


def _checking(
    document: Document, text: bytes, new: tuple[Part, ...], scope: Mapping[str, str]
) -> Iterator[Part]:
    """Parse what is new, piece by piece; in one go where an element is itself in pieces."""
    if any(part.kind != "content" for part in new):
        parse_content(text, scope, document.entities)
        yield from new
        return
    for part in new:
        parse_content(part.text, scope, document.entities)
        yield part


def _may_hold_records(part: Part, scope: Mapping[str, str]) -> bool:
    return any(part.holds(sign) for sign in signs(scope, PLAN.sought))


def _spliced(text: bytes, splices: list[Splice]) -> bytes:
    """A text with splices done one after the other; in one go if the last place comes first."""
    falling = all(
        later.offset + len(later.old) <= earlier.offset for earlier, later in pairwise(splices)
    )
    if not falling:
        for splice in splices:
            text = splice.apply(text)
        return text
    found, end = [], len(text)
    for splice in splices:
        behind = splice.offset + len(splice.old)
        if text[splice.offset : behind] != splice.old:
            raise SpliceError(f"part {splice.part}: other bytes than expected at {splice.offset}")
        found += [text[behind:end], splice.new]
        end = splice.offset
    return b"".join([text[:end], *reversed(found)])
