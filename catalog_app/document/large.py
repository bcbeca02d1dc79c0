"""Edits of very many places: made, checked and got ready a few milliseconds at a time.

What makes such an edit is an iterator: fractions of the way, and the edit, or None where there is
nothing to do, as the last thing.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from itertools import pairwise

from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.plan import PLAN
from catalog_app.document.slices import Slices
from catalog_app.lossless.finer import pieces
from catalog_app.lossless.part import Exchange, Part
from catalog_app.lossless.scan import signs
from catalog_app.lossless.spans import MarkupError
from catalog_app.lossless.splice import Splice, SpliceError
from catalog_app.lossless.wellformed import NotWellFormed, checking_content, parse_content

Making = Iterator[float | Edit | None]
_PARTS, _BYTES, _MANY = 4, 1 << 17, 5_000


def made(making: Making) -> Edit | None:
    """The edit at the end of its making, waited for."""
    edit: Edit | None = None
    for step in making:
        if not isinstance(step, float):
            edit = step
    return edit


def is_large(edit: Edit) -> bool:
    """Whether an edit is better got ready before it is done."""
    few = edit.splices[:_MANY]
    parts = {splice.part for splice in few}
    many = len(parts) > _PARTS or len(few) == _MANY
    return many or sum(len(splice.new) for splice in few) > _BYTES


def from_the_end(splices: Iterable[Splice]) -> Slices[tuple[Splice, ...]]:
    """Splices that all count from the text as it is now, the last of each part first.

    Of several that stand inside one another only the outermost is kept.
    """
    by_part = yield from _by_part(splices)
    found: list[Splice] = []
    for number in sorted(by_part):
        kept: list[Splice] = []
        for splice in sorted(by_part[number], key=_outermost_first):
            last = kept[-1] if kept else None
            if last is None or not last.offset <= splice.offset < last.offset + len(last.old):
                kept.append(splice)
        found += kept[::-1]
        yield 0.9
    return tuple(found)


def _outermost_first(splice: Splice) -> tuple[int, bool, int]:
    return splice.offset, bool(splice.old), -len(splice.old)


def _by_part(splices: Iterable[Splice]) -> Slices[dict[int, list[Splice]]]:
    found: dict[int, list[Splice]] = {}
    for number, splice in enumerate(splices):
        found.setdefault(splice.part, []).append(splice)
        if number % _MANY == 0:
            yield 0.0
    return found


def prepared(document: Document, edit: Edit) -> Generator[float | Edit, None, None]:
    """The same edit with its large parts exchanged as a whole, what comes checked and cut.

    Good as long as the document does not change. Raises EditError as `Document.apply` would.
    """
    name, address, back = edit.name, edit.address, edit.back
    splices = yield from _by_part(edit.splices)
    del edit
    total = len(splices)
    exchanges: list[Exchange] = []
    kept: list[Splice] = []
    for at, number in enumerate(list(splices)):
        own = splices.pop(number)
        part = document.parts[number]
        if part.kind != "content" or document.parts.box_of(part).parent is None:
            kept += own
            continue
        for step in _exchanged(document, part, own):
            if isinstance(step, Exchange):
                exchanges.append(step)
            else:
                yield (at + step) / total
    yield Edit(name, tuple(kept), address, exchanges=tuple(exchanges), back=back)


def _exchanged(document: Document, part: Part, splices: list[Splice]) -> Iterator[float | Exchange]:
    scope = document.parts.box_of(part).namespaces
    try:
        text = _spliced(part.text, splices)
        for step in pieces(text, scope, document.parts.new_id):
            if isinstance(step, float):
                yield step / 2
                continue
            new = part.succeeded(step)
            for done in _checking(document, text, new, scope):
                yield (1 + done / (len(text) + 1)) / 2
            for piece in new:
                piece.marks = None if _may_hold_records(piece, scope) else ()
                piece.learn(part)
                yield 1.0
            yield Exchange((part,), new)
    except (SpliceError, NotWellFormed, MarkupError, UnicodeDecodeError) as error:
        message = getattr(error, "message", str(error))
        raise EditError(f"This would break the file: {message}") from error


def _checking(
    document: Document, text: bytes, new: tuple[Part, ...], scope: Mapping[str, str]
) -> Iterator[int]:
    """Parse what is new, piece by piece; in one go where an element is itself in pieces."""
    if any(part.kind != "content" for part in new):
        yield from checking_content(text, scope, document.entities)
        return
    done = 0
    for part in new:
        parse_content(part.text, scope, document.entities)
        done += part.size
        yield done


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
