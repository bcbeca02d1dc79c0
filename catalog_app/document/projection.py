"""The form as data: schema × record, as cards with fields. No widgets.

Cards follow the groups of the schema and, inside a group, the document; nothing is reordered in
the file. What the schema does not know is a field like any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from catalog_app.document.address import Address
from catalog_app.document.asking import Asker, card_key
from catalog_app.document.card import Card
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.foreign import description_above
from catalog_app.document.names import MODS, OAI, PACKAGES, step_name
from catalog_app.document.reading import Reader
from catalog_app.document.template import Template, Want, Wanted
from catalog_app.document.view import Folds, View, label_has_type, typed_label, view_of
from catalog_app.schema.load import load
from catalog_app.schema.model import Element as Declared

OTHER = "Not in the standard"


@dataclass(slots=True)
class _Known:
    """A card as it was made, and what it was made of."""

    raw: bytes
    total: int
    asked: object
    card: Card


class Projector:
    """Makes the cards of one document; remembers those whose bytes have not changed."""

    def __init__(self, document: Document, language: str = "en") -> None:
        self.document, self.language = document, language
        self._known: dict[tuple[str, int], _Known] = {}

    def cards(
        self,
        root: Address,
        unfolded: Folds = frozenset(),
        template: Template | None = None,
        pending: Mapping[Address, tuple[Wanted, ...]] | None = None,
        aside: frozenset[str] = frozenset(),
        most: int | None = None,
    ) -> list[Card]:
        """The cards of a record or section, in the order of the form.

        Children whose names are `aside` are left out: they are shown elsewhere. `pending` are
        fields that the user has asked for and not filled yet, by their card. Beyond the first
        `most`, what nobody asks for is unread until `again` reads it.
        """
        element = self.document.element(root)
        if element is None:
            return []
        maker = self._maker(root, unfolded, template, pending)
        known: dict[tuple[str, int], _Known] = {}
        cards = []
        for at, (child, name, number, total) in enumerate(maker.children_of(element)):
            if name in aside:
                continue
            raw, place = child.raw, (name, number)
            old = self._known.get(place)
            asked = (maker.asker.depends(place), maker.asker.claim(child))
            if old is None or (old.raw, old.total, old.asked) != (raw, total, asked):
                was_read = old is not None and not old.card.unread
                make = maker.card
                if not (most is None or at < most or was_read or asked[1]):
                    make = maker.unread
                card = make(child, root.child(name, number), number, total, asked[1])
                old = _Known(raw, total, asked, card)
            known[place] = old
            cards.append(old.card)
        self._known = known
        cards += maker.ghost_cards(element, cards)
        cards += maker.root_card(element)
        return _in_order(cards, maker.asker.order)

    def _maker(
        self,
        root: Address,
        unfolded: Folds,
        template: Template | None,
        pending: Mapping[Address, tuple[Wanted, ...]] | None,
    ) -> _Maker:
        view = view_of(self.document, root, self.language, unfolded)
        return _Maker(view, Asker(view, template, pending or {}))

    def again(
        self,
        card: Card,
        root: Address,
        unfolded: Folds,
        template: Template | None,
        pending: Mapping[Address, tuple[Wanted, ...]],
    ) -> Card | None:
        """A card whose values alone have changed, made anew without looking at the others."""
        step = card.address.steps[-1] if card.address.steps else None
        known = self._known.get((step.name, step.occurrence)) if step else None
        element = self.document.element(card.address) if known else None
        if known is None or element is None or card.ghost:
            return None
        maker = self._maker(root, unfolded, template, pending)
        known.raw = element.raw
        known.card = maker.card(element, card.address, card.number, card.total, card.key)
        return known.card


class _Maker:
    """Makes the cards of one view."""

    def __init__(self, view: View, asker: Asker) -> None:
        self.view, self.asker, self.reader = view, asker, Reader(view)
        self.described = description_above(view.document, view.root) == view.root
        grouped = self.described or view.standard == MODS
        self.groups = _groups(view.language) if grouped else {}

    def children_of(self, element: Element) -> Iterator[tuple[Element, str, int, int]]:
        """The children that are cards, with name, number and total among their name."""
        if element.box is not None:
            return
        children = list(element.children())
        names = [step_name(child.name, self.view.standard) for child in children]
        totals = Counter(names)
        seen: dict[str, int] = {}
        for child, name in zip(children, names, strict=True):
            seen[name] = seen.get(name, 0) + 1
            yield child, name, seen[name], totals[name]

    def card(
        self, element: Element, address: Address, number: int, total: int, key: str = ""
    ) -> Card:
        key = key or str(address)
        known = self.view.declared(address.path)
        shown = self._only_child(element, known, address)
        label, path = self.view.titles(element, known, address)
        display = element.get("displayLabel")
        if shown is not None and not label_has_type(known, element.get("type") or "", display):
            inner, inner_address = shown
            label, _ = self.view.titles(
                inner, self.view.declared(inner_address.path), inner_address
            )
            path = "/".join(inner_address.path[len(self.view.root.steps) :])
        fields = tuple(self.reader.inside(element, address, known, key))
        fields = self.asker.completed(fields, element, address, key)
        attributes = self.view.set_attributes(element, known)
        return Card(
            key,
            address,
            label,
            path,
            self._group(known),
            self._rank(known),
            number,
            total,
            fields,
            known,
            len(attributes),
            address in self.view.unfolded,
        )

    def unread(
        self, element: Element, address: Address, number: int, total: int, key: str = ""
    ) -> Card:
        """A card whose fields nobody has looked at yet: its place in the form, and its length."""
        known = self.view.declared(address.path)
        lines = sum(1 for _ in element.children()) if element.box is None else 0
        return Card(
            key or str(address), address, known.label if known else address.name, "",
            self._group(known), self._rank(known), number, total, (), known, unread=max(1, lines),
        )  # fmt: skip

    def _only_child(
        self, element: Element, known: Declared | None, address: Address
    ) -> tuple[Element, Address] | None:
        """The one value inside an element that only wraps it, so that one label does for both."""
        if known is None or known.content != "children" or known.editor != "group":
            return None
        children = list(element.children())
        if (
            len(children) != 1
            or self.view.set_attributes(element, known)
            or self.asker.lacks(element, address)
        ):
            return None
        inner = address.child(step_name(children[0].name, self.view.standard))
        declared = self.view.declared(inner.path)
        if declared is None or declared.content != "value":
            return None
        return children[0], inner

    def _group(self, known: Declared | None) -> str:
        if known is None:
            return "" if self.view.standard == OAI else OTHER
        return known.group_label

    def _rank(self, known: Declared | None) -> int:
        if known is None:
            return len(self.groups) + 1
        return self.groups.get(known.group, 0) if self.groups else 0

    def root_card(self, element: Element) -> list[Card]:
        """The card of the record's or section's own attributes."""
        known = self.view.declared(self.view.root.path)
        if known is None or element.name[1] == "xmlData" or not known.attributes:
            return []
        mine = self.view.standard in PACKAGES and not self.described
        every = mine or self.view.root in self.view.unfolded
        fields = tuple(self.reader.attributes(element, self.view.root, known, 0, every=every))
        folded = len(self.view.set_attributes(element, known))
        order = -1 if mine else len(self.groups)
        group = "" if mine else _last_group(self.view.language)
        path = "/".join(self.view.root.path) or element.name[1]
        return [
            Card(
                str(self.view.root), self.view.root, known.label, path, group, order, 1, 1,
                fields, known, folded, every,
            )
        ]  # fmt: skip

    def ghost_cards(self, element: Element, cards: list[Card]) -> Iterator[Card]:
        """Cards for what is asked for, by the template or the user, and is not there at all."""
        asker = self.asker
        if not asker.wanted and not asker.pending:
            return
        there = {card.address for card in cards}
        taken = set(there)
        for address, members in asker.pending.items():
            if address.parent == self.view.root and address not in there:
                taken.add(address)
                yield self._ghost_card(members[0].path[0], members, address, str(address))
        for first, wanted_here in asker.groups(element).items():
            number = 1
            while (address := self.view.root.child(first.name, number)) in taken:
                number += 1
            taken.add(address)
            key = card_key(self.view.root, first)
            behind = _behind(cards, first.name, key, asker.order)
            yield self._ghost_card(first, wanted_here, address, key, behind)

    def _ghost_card(
        self,
        first: Want,
        members: Sequence[Wanted],
        address: Address,
        key: str,
        before: Address | None = None,
    ) -> Card:
        number = address.steps[-1].occurrence
        known = self.view.declared(address.path)
        label = (
            typed_label(known, dict(first.attributes).get("type", ""), None)
            if known
            else first.name
        )
        fields = self.asker.ghosts(members, address, key, before)
        if len(fields) == 1 and len(members[0].path) == 2:
            label = fields[0].label
        path = "/".join(w.name for w in members[0].path) if len(members) == 1 else first.name
        return Card(
            key, address, label, path, self._group(known), self._rank(known), number, number,
            tuple(fields), known, 0, False, True,
        )  # fmt: skip


def _behind(cards: list[Card], name: str, key: str, order: Mapping[str, int]) -> Address | None:
    """The first element of a name that answers a later wish of the template than `key`."""
    return next(
        (
            card.address
            for card in cards
            if card.address.name == name and not card.ghost and order.get(card.key, -1) > order[key]
        ),
        None,
    )


def _in_order(cards: list[Card], order: Mapping[str, int]) -> list[Card]:
    """By group, as in the document; what a template asks for stands where it will when filled."""
    placed = sorted(
        (card for card in cards if not card.ghost or card.key not in order),
        key=lambda card: (card.order, card.ghost),
    )
    asked = [card for card in cards if card.ghost and card.key in order]
    for ghost in sorted(asked, key=lambda card: order[card.key]):
        mine = order[ghost.key]
        later = (
            at
            for at, card in enumerate(placed)
            if card.order > ghost.order
            or (card.order == ghost.order and order.get(card.key, -1) > mine)
        )
        placed.insert(next(later, len(placed)), ghost)
    return placed


@cache
def _groups(language: str) -> dict[str, int]:
    """The groups of a record's form with their order."""
    children = load("mods", language).root().children
    return {name: at for at, name in enumerate(dict.fromkeys(c.group for c in children))}


@cache
def _last_group(language: str) -> str:
    schema = load("mods", language)
    return schema.group_label(schema.root().children[-1].group)
