"""What is unfolded in a form: single places, and kinds of elements wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalog_app.document.address import Address


@dataclass(frozen=True, slots=True)
class Unfolded:
    """Places whose attributes are shown: those opened, and all of some kinds but those closed.

    A kind is a path below the record: `name/namePart`.
    """

    opened: frozenset[Address] = frozenset()
    closed: frozenset[Address] = frozenset()
    kinds: frozenset[str] = frozenset()

    def __contains__(self, address: object) -> bool:
        if not isinstance(address, Address):
            return False
        of_kind = bool(self.kinds) and kind_of(address) in self.kinds
        return address in self.opened or (of_kind and address not in self.closed)

    def __iter__(self) -> Iterator[Address]:
        return iter(self.opened)

    def __bool__(self) -> bool:
        return bool(self.opened or self.kinds)

    def inside(self, card: Address) -> Unfolded:
        """As much of it as one card depends on."""
        opened = frozenset(one for one in self.opened if card.contains(one))
        closed = frozenset(one for one in self.closed if card.contains(one))
        return Unfolded(opened, closed, self.kinds)

    def put(self, address: Address, wanted: bool) -> Unfolded:
        """The same with one place unfolded or folded."""
        if wanted:
            return replace(self, opened=self.opened | {address}, closed=self.closed - {address})
        return replace(self, opened=self.opened - {address}, closed=self.closed | {address})


def kind_of(address: Address) -> str:
    """Which kind of element stands at an address; of the record itself its part's."""
    return "/".join(address.path) or address.part.rstrip("0123456789")
