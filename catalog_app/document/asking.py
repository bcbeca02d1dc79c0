"""What a template and the user ask for: which fields to show though they are not there yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.element import Element
from catalog_app.document.names import step_name
from catalog_app.document.reading import value_editor
from catalog_app.document.template import Template, Want, Wanted, find
from catalog_app.document.unfolded import Unfolded
from catalog_app.document.view import TERM, View, typed_label
from catalog_app.document.wishes import More


class Asker:
    """What one view is asked to show: by its template, and by the user card by card."""

    def __init__(
        self,
        view: View,
        template: Template | None,
        pending: Mapping[Address, tuple[Wanted, ...]],
    ) -> None:
        self.view, self.pending = view, pending
        self.wanted = template.fields if template and not view.root.steps else ()
        self._claimed: set[Want] = set()
        self._expected_at: dict[tuple[Address, str], list[Want]] = {}

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
        if not unfolded and not pending:
            return self.view.root, self.view.version, self.wanted
        return self.view.root, self.view.version, self.wanted, unfolded, pending

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
        return [replace(field, before=before) for field in made]

    def _ghost(
        self, wanted: Wanted, base: Address, missing: tuple[Want, ...], below: Address, key: str
    ) -> Field:
        """A field that is asked for and not there; `missing` is what typing has to create."""
        inside = base != self.view.root
        address = self._expected(base if inside else below, missing if inside else wanted.path[1:])
        path = self._whole(wanted)
        known = self.view.declared(tuple(want.name for want in path))
        attributes = dict(path[-1].attributes)
        kind = attributes.get("type", "")
        around = _around(path[-2]) if len(path) > 1 else ""
        label = typed_label(known, kind, None, around) if known else address.name
        if len(path) > 2 and kind in ("", *TERM):
            above = self.view.declared(tuple(want.name for want in path[:-1]))
            label = typed_label(above, "", None) if above and kind in TERM else label
        return Field(
            _key(key, wanted),
            address,
            label,
            "value",
            value_editor(known),
            path="/".join(w.name for w in path),
            declared=known,
            type=kind,
            authority=attributes.get("authority", ""),
            missing=missing,
            base=base,
            level=wanted.level,
            hint=wanted.hint,
        )

    def _expected(self, base: Address, missing: tuple[Want, ...]) -> Address:
        """The address that a field will have if those asked for before it are filled."""
        there = self._there(base, missing[0].name) if missing else 0
        address = base
        for want in missing:
            places = self._expected_at.setdefault((address, want.name), [])
            if want is missing[-1] or want not in places:
                places.append(want)
            at = len(places) if want is missing[-1] else places.index(want) + 1
            address, there = address.child(want.name, there + at), 0
        return address

    def _there(self, base: Address, name: str) -> int:
        """How many children of a name an element has; none where it is yet to come."""
        element = self.view.document.element(base)
        children = element.children() if element else ()
        return sum(step_name(child.name, self.view.standard) == name for child in children)

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
                marked = [_answering(field, there, _key(key, wanted), wanted) for field in marked]
        for at in lacking:
            self._put(marked, element, address, key, wants[at:])
        for one in more:
            self._put_more(marked, one, address, key)
        return tuple(marked)

    def _more(self, card: Address) -> list[More]:
        return [one for one in self.pending.get(card, ()) if isinstance(one, More)]

    def _whole(self, wanted: Wanted) -> tuple[Want, ...]:
        """The path of a wish from the root, with the types of what is there already."""
        if not isinstance(wanted, More):
            return wanted.path
        inside, above = wanted.inside, []
        for length in range(1, len(inside.steps) + 1):
            place = Address(inside.part, inside.steps[:length])
            element = self.view.document.element(place)
            kind = element.get("type") if element is not None else None
            above.append(Want(place.name, (("type", kind),) if kind else ()))
        return (*above, *wanted.path)

    def _way(self, wanted: More) -> tuple[Address, tuple[Want, ...]] | None:
        """What is there on the way to one more, and what is missing; None if it is there."""
        if self.view.document.element(wanted.inside) is None:
            return None
        if self._there(wanted.inside, wanted.path[0].name) < wanted.number:
            return wanted.inside, wanted.path
        element = self.view.document.element(wanted.address)
        if element is None or find(element, wanted.path[1:], self.view.standard) is not None:
            return None
        return self._deepest(element, wanted.address, wanted.path[1:])

    def _put_more(self, marked: list[Field], wanted: More, card: Address, key: str) -> None:
        """Put one more of something behind its like, as deep in the card as they are."""
        way = self._way(wanted)
        if way is None:
            return
        base, missing = way
        ghost = self._ghost(wanted, base, missing, card, key)
        address = base.child(missing[0].name, ghost.address.steps[len(base.steps)].occurrence)
        if base == wanted.inside:
            address = wanted.address
        for want in missing[1:]:
            address = address.child(want.name)
        inside = [
            at
            for at, field in enumerate(marked)
            if field.kind != "attribute" and _is_below(base, field.address)
        ]
        head = next((at for at, field in enumerate(marked) if field.address == base), None)
        depth = min((marked[at].depth for at in inside), default=None)
        if depth is None:
            depth = marked[head].depth + 1 if head is not None else 0
        slot = inside[0] if inside else len(marked) if head is None else head + 1
        level = len(base.steps)
        rank = self._child_rank(address, level)
        behind = [at for at in inside if self._child_rank(marked[at].address, level) <= rank]
        slot = behind[-1] + 1 if behind else slot
        marked.insert(slot, replace(ghost, address=address, depth=depth))

    def _put(
        self, marked: list[Field], element: Element, address: Address, key: str, wants: list[Wanted]
    ) -> None:
        """Put the first of `wants`, which is not there, in front of those that come after it."""
        wanted, *later = wants
        base, missing = self._deepest(element, address, wanted.path[1:])
        ghost = self._ghost(wanted, base, missing, address, key)
        ghost = replace(ghost, before=self._next(ghost, wanted, later))
        keys = {_key(key, other) for other in later}
        slot = _slot_before(marked, keys, base)
        if slot is None:
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

    def _deepest(
        self, element: Element, address: Address, path: tuple[Want, ...]
    ) -> tuple[Address, tuple[Want, ...]]:
        for child in element.children() if len(path) > 1 else ():
            if path[0].fits(child, self.view.standard):
                return self._deepest(child, self.view.document.address_of(child), path[1:])
        return address, path

    def _slot(self, fields: list[Field], ghost: Field, depth: int) -> int:
        rank = self._child_rank(ghost.address, depth)
        behind = [
            at
            for at, field in enumerate(fields)
            if self._child_rank(field.address, depth) <= rank and field.kind != "attribute"
        ]
        return behind[-1] + 1 if behind else 0

    def _child_rank(self, address: Address, depth: int) -> int:
        known = self.view.declared(address.path[: depth + 1])
        return known.order if known else 0


def _is_below(base: Address, address: Address) -> bool:
    return len(address.steps) > len(base.steps) and base.contains(address)


def _around(want: Want) -> str:
    """A step with its type, by which what stands in it may be called."""
    kind = dict(want.attributes).get("type")
    return f"{want.name}[{kind}]" if kind else want.name


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
        return replace(field, key=key, level=wanted.level, hint=wanted.hint)
    if any(f.address == address for f in field.beside):
        beside = tuple(_answering(f, address, key, wanted) for f in field.beside)
        return replace(field, beside=beside)
    return field


def card_key(root: Address, first: Want) -> str:
    """What tells the card that answers a template's wish from all others."""
    return f"{root}?{first.name}{dict(first.attributes) or ''}{first.holds}"


def _key(card: str, wanted: Wanted) -> str:
    return f"{card}>{wanted.key}"
