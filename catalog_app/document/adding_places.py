"""Where something new goes: its usual place in the record, and the others it may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared_at
from catalog_app.document.names import step_name
from catalog_app.document.runs import runs
from catalog_app.document.template import Want
from catalog_app.document.view import typed_label
from catalog_app.schema.meanings import begins, of_related
from catalog_app.schema.model import Element as Declared
from catalog_app.schema.order import has_room

RELATED = "relatedItem"  # holds what a record holds
Place = tuple[Address, tuple[Want, ...]]
_OTHERS = 3  # of its places besides the one in focus
_LOOKED_AT = 20  # elements of one name, for one that lacks what is added
_SHORT = 32


class Places:
    """Finds the places of what is to be added to one record while one place has the focus."""

    def __init__(
        self,
        document: Document,
        root: Address,
        focus: Address | None,
        version: str | None,
        language: str,
    ) -> None:
        self.document, self.root, self.version, self.language = document, root, version, language
        self.standard = document.standard(root.part)
        self.focus = focus.element if focus and root.contains(focus) else root
        self._known: dict[Address, dict[str, list[Element]]] = {}
        self._counted: dict[Address, Counter[str]] = {}
        self._found: dict[tuple[Address, Want], dict[Address, None]] = {}
        self._said: dict[Address, str] = {}
        self._around = {place.parent: (place,) for place in self.ancestors[:-1]}

    @cached_property
    def ancestors(self) -> list[Address]:
        """The element in focus and those around it, up to the record."""
        steps = range(len(self.focus.steps), len(self.root.steps) - 1, -1)
        return [Address(self.focus.part, self.focus.steps[:end]) for end in steps]

    @cached_property
    def _bases(self) -> list[Address]:
        """The related items around the focus, the innermost first; each is a record in itself."""
        return [place for place in self.ancestors if place.name == RELATED]

    def of(self, wants: tuple[Want, ...]) -> Iterator[Place]:
        """The places for an element by its path below a record, the usual one first."""
        bases = [self.root, *self._bases]
        if wants[0].name in of_related():
            there = list(self._kin(self.root, Want(RELATED)))[:_OTHERS]
            bases = list(dict.fromkeys([*self._bases, self.root, *there]))
        for base in bases:
            # What is inside a related item is found from the record; a new one may go anywhere.
            found_above = wants[0].name == RELATED and len(wants) > 1
            if base == self.root or (not found_above and self._may_hold(base, wants)):
                yield from self._resolved(base, wants)

    def has(self, want: Want) -> bool:
        """Whether the record has such an element right below it."""
        return bool(self._kin(self.root, want))

    def has_room(self, place: Address, name: str) -> bool:
        """Whether the standard lets an element hold one more child of a name."""
        known = declared_at(self.standard, place.path, self.version, self.language)
        return known is None or has_room(known, self._count(place), name)

    def _count(self, place: Address) -> Counter[str]:
        """How many children of each name an element has, without parsing a large one."""
        if place not in self._counted:
            element = self.document.element(place)
            counted = self._counted[place] = Counter[str]()
            for run in runs(element) if element else ():
                counted[step_name(run.name, self.standard)] += run.count
        return self._counted[place]

    def all_at(self, names: list[str]) -> list[Address]:
        """All elements at a path below the record, whose names may be in small letters."""
        found = [self.root]
        for name in names:
            found = [
                address
                for place in found
                for spelled, there in self._children(place).items()
                if spelled.casefold() == name
                for address in (place.child(spelled, at + 1) for at in range(len(there)))
            ]
        return found

    def _may_hold(self, base: Address, wants: tuple[Want, ...]) -> bool:
        path = (*base.path, *(want.name for want in wants))
        return declared_at(self.standard, path, self.version, self.language) is not None

    def _resolved(self, base: Address, wants: tuple[Want, ...]) -> Iterator[Place]:
        """Below one element: in what is there and may hold it, or in a new one."""
        new = [(base, wants)] if self.has_room(base, wants[0].name) else []
        if len(wants) == 1:
            yield from new
            return
        first, below = wants[0], wants[1]
        there = list(self._kin(base, first))
        focused = [place for place in self._around.get(base, ()) if place in there]
        rule, keys = begins(), {first.name, f"{first.name}/{below.name}"}
        if keys & rule.always:
            usual = [place for place in focused if self._holds_focus(place, below)]
        elif keys & rule.unless_in_focus:
            # One of no kind, as a body inside an organisation, is one more of what is in focus.
            usual = self._lacking(focused, wants) if below.attributes else focused
        elif keys & rule.unless_lacking:
            usual = self._lacking([*focused, *there], wants)
        else:
            usual = [*focused, *self._lacking(there, wants), *there]
        others = [place for place in (*focused, *there[:_OTHERS]) if place not in usual[:1]]
        for place in usual[:1]:
            yield from self._inside(place, wants)
        yield from new
        for place in dict.fromkeys(others):
            yield from self._inside(place, wants)

    def _inside(self, place: Address, wants: tuple[Want, ...]) -> list[Place]:
        return list(self._resolved(place, wants[1:]))[:2]

    def _lacking(self, there: list[Address], wants: tuple[Want, ...]) -> list[Address]:
        """Those that have nothing yet of what is to be added right below them."""
        if len(wants) != 2:
            return []
        return [place for place in there if not self._kin(place, wants[1])]

    def _holds_focus(self, place: Address, want: Want) -> bool:
        """Whether the focus is not only in a place but in something that belongs to what comes."""
        around = self._around.get(place, ())
        return any(kin != self.focus and kin in self._kin(place, want) for kin in around)

    def _kin(self, place: Address, want: Want) -> dict[Address, None]:
        """The children that are what is wanted: the first of them, and the one in focus."""
        if (place, want) not in self._found:
            around = self._around.get(place)
            self._found[place, want] = {
                place.child(want.name, at): None
                for at, child in enumerate(self._children(place).get(want.name, ()), 1)
                if (at <= _LOOKED_AT or (around and around[0].steps[-1].occurrence == at))
                and want.fits(child, self.standard)
            }
        return self._found[place, want]

    def _children(self, place: Address) -> dict[str, list[Element]]:
        """The children of an element by their names, each looked at once."""
        if place not in self._known:
            element = self.document.element(place)
            found: dict[str, list[Element]] = {}
            for child in element.children() if element else ():
                found.setdefault(step_name(child.name, self.standard), []).append(child)
            self._known[place] = found
        return self._known[place]

    def where(self, place: Address) -> str:
        """What an element that is there is called in the list: “Part of “Narodnoye Slovo””."""
        if place not in self._said:
            self._said[place] = self._where(place)
        return self._said[place]

    def _where(self, place: Address) -> str:
        named = [
            self._named(one) for one in self._upwards(place) if one == place or one.name == RELATED
        ]
        return " › ".join(reversed(named))

    def _upwards(self, place: Address) -> Iterator[Address]:
        while len(place.steps) > len(self.root.steps):
            yield place
            place = place.parent

    def _named(self, place: Address) -> str:
        element = self.document.element(place)
        known = declared_at(self.standard, place.path, self.version, self.language)
        if element is None or known is None:
            return place.name
        label = typed_label(known, element.get("type") or "", element.get("displayLabel"))
        alone = len(self._children(place.parent).get(place.name, ())) == 1
        value = "" if alone and place.name != RELATED else _value_in(element, known)
        if not value:
            return label
        short = value if len(value) <= _SHORT else value[: _SHORT - 1].rstrip() + "…"
        return f"{label} «{short}»" if self.language == "ru" else f"{label} “{short}”"


def _value_in(element: Element, known: Declared | None) -> str:
    """What an element says in short: its main values, else its first one."""
    if not element.has_elements:
        return " ".join(element.value.split())
    if element.box is not None:
        return ""
    children = [(child, child.name[1]) for child in element.children()]
    said = [
        _value_in(child, known.child(name) if known else None)
        for child, name in children
        if known is None or name == known.main
    ] or [_value_in(child, None) for child, _ in children]
    said = [value for value in said if value]
    return " ".join(said) if known and known.main else "".join(said[:1])
