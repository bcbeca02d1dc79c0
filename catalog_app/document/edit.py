"""What undo knows: a named tuple of splices, and what has just happened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from catalog_app.document.address import Address
from catalog_app.lossless.part import Exchange
from catalog_app.lossless.splice import Splice


class EditError(ValueError):
    """The edit cannot be made; the message tells the user why. Nothing has changed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Splices done one after the other, in the words of the undo list, and the place meant.

    `merges` marks typing: edits of the same address that follow one another become one.
    `exchanges` are done first, for edits of very many places: see `large.prepared`. `back` is
    the place meant when the edit is undone, if that is another one. `removes` is what is taken
    away as a whole: whoever does the edit asks first if something points there. `begins` is the
    outermost element that the first letter in an empty field has made; `mixes` says that what
    stands in a place may be another element afterwards: with `back`, that both have changed places.
    """

    name: str
    splices: tuple[Splice, ...]
    address: Address | None = None
    merges: bool = False
    exchanges: tuple[Exchange, ...] = ()
    back: Address | None = None
    removes: Address | None = None
    begins: Address | None = None
    mixes: bool = False

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        back = tuple(splice.inverse for splice in reversed(self.splices))
        exchanges = tuple(one.inverse for one in self.exchanges)
        place = self.back or self.address
        there = self.address if self.back else None
        return Edit(self.name, back, place, exchanges=exchanges, back=there, mixes=self.mixes)

    def merge(self, later: Edit) -> Edit | None:
        """One edit that does both, where both are typing in one place; else None."""
        if not (self.merges and later.merges and self.address == later.address):
            return None
        if len(self.splices) == len(later.splices) == 1:
            first, then = self.splices[0], later.splices[0]
            splice = first.merge(then)
            if splice is not None:
                return replace(self, splices=(splice,), mixes=self.mixes or later.mixes)
            if not first.inside(then):
                return None
        both = self.splices + later.splices
        return replace(self, name=later.name, splices=both, mixes=self.mixes or later.mixes)


@dataclass(frozen=True, slots=True)
class Change:
    """What has just happened: the address meant, the parts touched, and who asked for it.

    `splices` are what was done to the bytes; `kind` is "edit", "undo" or "redo"; `typing` says that
    only the value at the address is other. `removes` is what the edit took away as a whole, if that
    was its purpose; `back` and `mixes` are as in the edit.
    """

    name: str
    address: Address | None
    parts: frozenset[int]
    records_changed: bool = False
    origin: object = None
    kind: str = "edit"
    typing: bool = False
    splices: tuple[Splice, ...] = ()
    removes: Address | None = None
    back: Address | None = None
    mixes: bool = False

    @property
    def moves(self) -> bool:
        """Whether something stands elsewhere now; what removes means the place around it."""
        here, there = self.address, self.back
        return here is not None and there is not None and here not in (there.parent, there.element)


def joined(name: str, edits: list[Edit], address: Address | None = None) -> Edit:
    """One edit that does several, made for the document as it is after each other."""
    splices = tuple(splice for edit in edits for splice in edit.splices)
    mixes = any(edit.mixes for edit in edits)
    return Edit(name, splices, address or (edits[0].address if edits else None), mixes=mixes)
