"""Long work a few milliseconds at a time: iterators of fractions that return what was found."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any, TypeVar

_MANY = 5_000
Found = TypeVar("Found")
Slices = Generator[float, None, Found]


def returned(steps: Slices[Found]) -> Found:
    """What such work finds, waited for."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def let_go(*collections: list[Any] | set[Any] | dict[Any, Any]) -> Slices[None]:
    """Empty collections that nobody needs any more: to free very many objects takes long too."""
    for many in collections:
        take = many.popitem if isinstance(many, dict) else many.pop
        while many:
            for _ in range(min(_MANY, len(many))):
                take()
            yield 1.0


class Blocks:
    """Very many pieces of markup, drawn together on the way: to join them at once takes long."""

    def __init__(self, between: bytes) -> None:
        self._between = between
        self._pieces: list[bytes] = []
        self._blocks: list[bytes] = []
        self._number = 0

    def __len__(self) -> int:
        return self._number

    def append(self, piece: bytes) -> None:
        """One more piece."""
        self._number += 1
        self._pieces.append(piece)
        if len(self._pieces) == _MANY // 10:
            self._blocks.append(self._between.join(self._pieces))
            self._pieces = []

    def __iter__(self) -> Iterator[bytes]:
        """All of them in larger pieces, with what stands between."""
        rest = [self._between.join(self._pieces)] if self._pieces else []
        for number, block in enumerate((*self._blocks, *rest)):
            if number:
                yield self._between
            yield block
