"""Fields that are not there yet: what typing in them makes, and where in a card they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.element import Element
from catalog_app.document.names import step_name
from catalog_app.document.reading import attribute_field, value_editor
from catalog_app.document.template import Want, Wanted, find
from catalog_app.document.view import TERM, View, typed_label
from catalog_app.document.wishes import More
from catalog_app.schema.model import Element as Declared


class Ghosts:
    """Makes the empty fields of one view; of some it was said what they will hold."""

    def __init__(self, view: View, said: Mapping[str, Mapping[str, str]]) -> None:
        self.view, self._said = view, said
        self.wanted: tuple[Wanted, ...] = ()
        self._expected_at: dict[tuple[Address, str], list[Want]] = {}

    def _ghost(
        self, wanted: Wanted, base: Address, missing: tuple[Want, ...], below: Address, key: str
    ) -> Field:
        """A field that is asked for and not there; `missing` is what typing has to create."""
        inside = base != self.view.root
        address = self._expected(base if inside else below, missing if inside else wanted.path[1:])
        path = self._whole(wanted)
        known = self.view.declared(tuple(want.name for want in path))
        own = key_in(key, wanted)
        said = self._said.get(own, {})
        attributes = dict(path[-1].attributes) | {name: said[name] for name in said if name}
        attributes = {name: value for name, value in attributes.items() if value}
        missing = (*missing[:-1], replace(missing[-1], attributes=tuple(attributes.items())))
        kind = attributes.get("type", "")
        around = _around(path[-2]) if len(path) > 1 else ""
        label = typed_label(known, kind, None, around) if known else address.name
        if len(path) > 2 and kind in ("", *TERM):
            above = self.view.declared(tuple(want.name for want in path[:-1]))
            label = typed_label(above, "", None) if above and kind in TERM else label
        return Field(
            own,
            address,
            label,
            "value",
            value_editor(known),
            path="/".join(w.name for w in path),
            declared=known,
            type=kind,
            authority=attributes.get("authority", ""),
            beside=tuple(
                replace(field, key=own + field.path, missing=missing, base=base)
                for field in _beside(known, address, attributes)
                if wanted not in self.wanted or not dict(wanted.path[-1].attributes)
            ),
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
        slot, depth = self._spot(marked, base, address)
        marked.insert(slot, replace(ghost, address=address, depth=depth))

    def _spot(self, marked: list[Field], base: Address, address: Address) -> tuple[int, int]:
        """Where a field belongs among those of the element `base` in a card, and how deep."""
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
        return (behind[-1] + 1 if behind else slot), depth

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


def _beside(
    known: Declared | None, address: Address, attributes: Mapping[str, str]
) -> Iterator[Field]:
    """The free attributes on the line of a value: they say what it is."""
    for name in known.beside if known else ():
        attribute = known.attribute(name) if known else None
        if attribute is not None and not attribute.values:
            yield attribute_field(attributes.get(name, ""), address, attribute)


def _is_below(base: Address, address: Address) -> bool:
    return len(address.steps) > len(base.steps) and base.contains(address)


def _around(want: Want) -> str:
    """A step with its type, by which what stands in it may be called."""
    kind = dict(want.attributes).get("type")
    return f"{want.name}[{kind}]" if kind else want.name


def key_in(card: str, wanted: Wanted) -> str:
    """What tells a field that is asked for from the others of its card."""
    return f"{card}>{wanted.key}"
