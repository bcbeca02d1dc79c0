"""The bytes of a document at one moment; nothing is copied until they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_app.lossless.part import Parts
from catalog_app.lossless.source import Source

_BLOCK = 1 << 20
Piece = tuple[int, int] | bytes


@dataclass(frozen=True, slots=True)
class Frozen:
    """A document as ranges of the text it was opened with, and text that is new.

    Iterating makes the bytes of the file, block by block and each time anew; it may be done in a
    thread, whatever becomes of the document meanwhile.
    """

    source: Source
    pieces: tuple[Piece, ...]

    def __iter__(self) -> Iterator[bytes]:
        yield self.source.bom
        for piece in self.pieces:
            for block in self._blocks(piece):
                yield self.source.encode(block)

    def _blocks(self, piece: Piece) -> Iterator[bytes]:
        """The bytes of a piece: a range in blocks, unless it must be encoded in one go."""
        if isinstance(piece, bytes):
            yield piece
            return
        start, end = piece
        step = _BLOCK if self.source.codec == "utf-8" else max(end - start, 1)
        for at in range(start, end, step):
            yield self.source.text[at : min(at + step, end)]

    def views(self) -> list[memoryview]:
        """The document's text in UTF-8, in pieces that share the memory of what they are cut of."""
        text = memoryview(self.source.text)
        views = [
            memoryview(piece) if isinstance(piece, bytes) else text[piece[0] : piece[1]]
            for piece in self.pieces
        ]
        return [view for view in views if view]


def as_read(source: Source) -> Frozen:
    """The bytes that a file held when it was opened."""
    return Frozen(source, ((0, len(source.text)),))


def as_it_is(source: Source, parts: Parts) -> Frozen:
    """The bytes of a document as it is now."""
    pieces: list[Piece] = []
    start = end = 0
    for part in parts.order:
        if not part.touched and part.start == end:
            end = part.end
            continue
        pieces.append((start, end))
        start = end = part.end
        if part.touched:
            pieces.append(part.text)
        else:
            start = part.start
    pieces.append((start, end))
    return Frozen(source, tuple(pieces))
