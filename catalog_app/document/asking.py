"""What a template and the user ask for: which fields to show though they are not there yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.element import Element
from catalog_app.document.ghosts import Ghosts, key_in
from catalog_app.document.reading import keyed
from catalog_app.document.template import Template, Want, Wanted, find
from catalog_app.document.unfolded import Unfolded
from catalog_app.document.view import View
from catalog_app.document.wishes import More, Wishes


class Asker(Ghosts):
    """What one view is asked to show: by its template, and by the user card by card."""

    def __init__(
        self,
        view: View,
        template: Template | None,
        pending: Mapping[Address, tuple[Wanted, ...]],
    ) -> None:
        super().__init__(view, pending.said if isinstance(pending, Wishes) else {})
        self.pending = pending
        self.wanted = template.fields if template and not view.root.steps else ()
        self._claimed: set[Want] = set()

    def depends(self, place: tuple[str, int]) -> object:
        """All that a card depends on besides its bytes and their number."""
        if not self.view.unfolded and not self.pending:
            return self.view.root, self.view.version, self.wanted
        address = self.view.root.child(*place)
        folds = self.view.unfolded
        if isinstance(folds, Unfolded):
            unfolded: object = folds.inside(address)
        else:
            unfolded = frozenset(a for a in folds if address.contains(a))
        pending = self.pending.get(address)
        said = [f"{key}{values}" for key, values in self._said.items()]
        if not unfolded and not pending and not said:
            return self.view.root, self.view.version, self.wanted
        return self.view.root, self.view.version, self.wanted, unfolded, pending, said

    def claim(self, element: Element) -> str:
        """The key of what the template asks for, if this is the first card to answer it."""
        for wanted in self.wanted:
            first = wanted.path[0]
            if first not in self._claimed and first.fits(element, self.view.standard):
                self._claimed.add(first)
                return card_key(self.view.root, first)
        return ""

    def wants(self, element: Element, address: Address) -> list[Wanted]:
        """What is asked for inside one card."""
        asked = [w for w in self.wanted if w.shown and w.path[0].fits(element, self.view.standard)]
        mine = [
            wanted
            for wanted in self.pending.get(address, ())
            if not isinstance(wanted, More)
            and not any(other.answers(wanted) or wanted.answers(other) for other in asked)
        ]
        return [wanted for wanted in (*asked, *mine) if len(wanted.path) > 1]

    def lacks(self, element: Element, address: Address) -> bool:
        """Whether something is asked for inside a card that is not there."""
        standard = self.view.standard
        wants = self.wants(element, address)
        lacking = any(find(element, wanted.path[1:], standard) is None for wanted in wants)
        return lacking or any(self._way(one) is not None for one in self._more(address))

    def groups(self, element: Element) -> dict[Want, list[Wanted]]:
        """What the template asks for and no card answers, by its first step."""
        groups: dict[Want, list[Wanted]] = {}
        for wanted in self.wanted:
            if wanted.shown:
                groups.setdefault(wanted.path[0], []).append(wanted)
        children = list(element.children()) if element.box is None and groups else []
        standard = self.view.standard
        return {
            first: members
            for first, members in groups.items()
            if not any(first.fits(child, standard) for child in children)
        }

    @property
    def order(self) -> dict[str, int]:
        """The order of the cards that the template asks for, by their keys."""
        firsts = dict.fromkeys(wanted.path[0] for wanted in self.wanted)
        return {card_key(self.view.root, first): at for at, first in enumerate(firsts)}

    def ghosts(
        self, members: Sequence[Wanted], address: Address, key: str, before: Address | None
    ) -> list[Field]:
        """The fields of a card that is not there at all."""
        root = self.view.root
        made = [self._ghost(wanted, root, wanted.path, address, key) for wanted in members]
        made = [replace(field, value=self._value(field)) for field in made]
        along = [Wanted(field.missing, default=field.value) for field in made if field.value]
        return [
            replace(field, before=before, along=tuple(w for w in along if w.path != field.missing))
            for field in made
        ]

    def _value(self, field: Field) -> str:
        """What a field of a card that is not there will hold: it was said already."""
        return self._said.get(field.key, {}).get("", "")

    def completed(
        self, fields: tuple[Field, ...], element: Element, address: Address, key: str
    ) -> tuple[Field, ...]:
        """Mark the fields that a template asks for, and add those that are missing."""
        wants, more = self.wants(element, address), self._more(address)
        if not wants and not more:
            return fields
        marked, lacking = list(fields), []
        for at, wanted in enumerate(wants):
            found = find(element, wanted.path[1:], self.view.standard)
            if found is None:
                lacking.append(at)
            else:
                there = self.view.document.address_of(found)
                marked = [_answering(field, there, key_in(key, wanted), wanted) for field in marked]
        for at in lacking:
            self._put(marked, element, address, key, wants[at:])
        for one in more:
            self._put_more(marked, one, address, key)
        return tuple(marked)

    def _more(self, card: Address) -> list[More]:
        return [one for one in self.pending.get(card, ()) if isinstance(one, More)]

    def _put(
        self, marked: list[Field], element: Element, address: Address, key: str, wants: list[Wanted]
    ) -> None:
        """Put the first of `wants`, which is not there, in front of those that come after it."""
        wanted, *later = wants
        base, missing = self._deepest(element, address, wanted.path[1:])
        ghost = self._ghost(wanted, base, missing, address, key)
        ghost = replace(ghost, before=self._next(ghost, wanted, later))
        keys = {key_in(key, other) for other in later}
        slot = _slot_before(marked, keys, base)
        if any(base.contains(field.address) for field in marked) and base != address:
            own, depth = self._spot(marked, base, ghost.address)
            slot, ghost = own if slot is None else slot, replace(ghost, depth=depth)
        elif slot is None:
            slot = self._slot(marked, ghost, len(address.steps))
        marked.insert(slot, ghost)

    def _next(self, ghost: Field, wanted: Wanted, later: list[Wanted]) -> Address | None:
        """The sibling of one name that a later wish is answered by, so that order stays."""
        base, standard = ghost.base, self.view.standard
        element = self.view.document.element(base) if base else None
        if base is None or element is None:
            return None
        at, found = len(wanted.path) - len(ghost.missing), []
        for other in later:
            if other.path[:at] == wanted.path[:at] and _is_sibling(other, wanted, at):
                there = find(element, other.path[at:], standard)
                if there is not None:
                    place = self.view.document.address_of(there)
                    found.append(Address(base.part, place.steps[: len(base.steps) + 1]))
        return min(found, key=lambda place: place.steps[-1].occurrence, default=None)


def _is_sibling(other: Wanted, wanted: Wanted, at: int) -> bool:
    """Whether two wishes part at a step, in two elements of one name."""
    mine, theirs = wanted.path[at:], other.path[at:]
    return bool(theirs) and theirs[0].name == mine[0].name and theirs[0] != mine[0]


def _slot_before(fields: list[Field], keys: set[str], base: Address) -> int | None:
    """The place in front of the first field with one of these keys, or None."""
    slot = next(
        (at for at, row in enumerate(fields) if any(f.key in keys for f in (row, *row.beside))),
        None,
    )
    while slot and fields[slot - 1].kind == "head" and not fields[slot - 1].address.contains(base):
        slot -= 1
    return slot


def _answering(field: Field, address: Address, key: str, wanted: Wanted) -> Field:
    if field.missing:
        return field
    if field.address == address:
        return replace(keyed(field, key), level=wanted.level, hint=wanted.hint)
    if any(f.address == address for f in field.beside):
        beside = tuple(_answering(f, address, key, wanted) for f in field.beside)
        return replace(field, beside=beside)
    return field


def card_key(root: Address, first: Want) -> str:
    """What tells the card that answers a template's wish from all others."""
    return f"{root}?{first.name}{dict(first.attributes) or ''}{first.holds}"
