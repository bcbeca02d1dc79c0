"""The form as data: schema × record, as cards with fields. No widgets.

Cards follow the groups of the schema and, inside a group, the document; nothing is reordered in
the file. What the schema does not know is a field like any other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.edits import add, set_value
from catalog_app.document.element import Element
from catalog_app.document.labels import declared_at
from catalog_app.document.names import METS, MODS, step_name
from catalog_app.document.references import rename_id
from catalog_app.document.standards import declared_version
from catalog_app.document.template import Template, Want, Wanted, find, nested
from catalog_app.schema.load import load
from catalog_app.schema.model import Attribute as DeclaredAttribute
from catalog_app.schema.model import Element as Declared

OTHER = "Not in the standard"
_BESIDE = {"date": ("encoding", "qualifier")}
_TERM = ("code", "text")


@dataclass(frozen=True)
class Field:
    """One line of a card.

    `kind` is "value", "attribute", "head" (a group inside the card), "markup" or "stray" (text
    where none belongs). `beside` are fields on the same line. `set` counts the attributes that
    are set but folded away. A field with `missing` is not in the record yet: typing creates these
    elements below `base`. `key` names the field among its neighbours through edits.
    """

    key: str
    address: Address
    label: str
    kind: str
    editor: str = "line"
    value: str = ""
    path: str = ""
    depth: int = 0
    declared: Declared | DeclaredAttribute | None = None
    type: str = ""
    authority: str = ""
    set: int = 0
    unfolded: bool = False
    beside: tuple[Field, ...] = ()
    missing: tuple[Want, ...] = ()
    base: Address | None = None
    level: str = ""
    hint: str = ""

    @property
    def ghost(self) -> bool:
        """Whether the record does not have this field yet."""
        return bool(self.missing)

    def editing(self, document: Document, value: str) -> Edit | None:
        """The edit that gives this field a value."""
        if self.missing and self.base is not None:
            return add(document, self.base, nested(self.missing, value)) if value else None
        if self.address.attribute == "ID" and value:
            return rename_id(document, self.address, value, merges=True)
        return set_value(document, self.address, value)


@dataclass(frozen=True)
class Card:
    """One occurrence of an element right below the record, with its fields.

    `key` tells the card from its neighbours through edits: one that a template asks for keeps
    its key when it is filled, whatever its address becomes.
    """

    key: str
    address: Address
    label: str
    path: str
    group: str
    order: int
    number: int
    total: int
    fields: tuple[Field, ...]
    declared: Declared | None = None
    set: int = 0
    unfolded: bool = False
    ghost: bool = False

    @property
    def shape(self) -> tuple[object, ...]:
        """What decides which widgets the card needs; cards of one shape differ in values only."""
        return (
            self.label,
            self.path,
            self.unfolded,
            self.ghost,
            tuple(_shape(field) for field in self.fields),
        )


def _shape(field: Field) -> tuple[object, ...]:
    return (
        field.key,
        field.label,
        field.kind,
        field.editor,
        field.depth,
        field.unfolded,
        field.set,
        field.type,
        field.authority,
        tuple(_shape(f) for f in field.beside),
    )


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
        unfolded: frozenset[Address] = frozenset(),
        template: Template | None = None,
        pending: Mapping[Address, tuple[Wanted, ...]] | None = None,
        aside: frozenset[str] = frozenset(),
    ) -> list[Card]:
        """The cards of a record or section, in the order of the form.

        Children whose names are `aside` are left out: they are shown elsewhere.

        `pending` are fields that the user has asked for and not filled yet, by their card.
        """
        element = self.document.element(root)
        if element is None:
            return []
        pending = pending or {}
        view = _View(self.document, root, self.language, unfolded, template, pending)
        known: dict[tuple[str, int], _Known] = {}
        cards = []
        for child, name, number, total in view.children_of(element):
            if name in aside:
                continue
            raw, place = child.raw, (name, number)
            old = self._known.get(place)
            asked = (view.asked(place), view.claim(child))
            if old is None or (old.raw, old.total, old.asked) != (raw, total, asked):
                address = root.child(name, number)
                old = _Known(raw, total, asked, view.card(child, address, number, total, asked[1]))
            known[place] = old
            cards.append(old.card)
        self._known = known
        cards += view.ghost_cards(element, cards)
        cards += view.root_card(element)
        return sorted(cards, key=lambda card: (card.order, card.ghost))

    def again(
        self,
        card: Card,
        root: Address,
        unfolded: frozenset[Address],
        template: Template | None,
        pending: Mapping[Address, tuple[Wanted, ...]],
    ) -> Card | None:
        """A card whose values alone have changed, made anew without looking at the others."""
        step = card.address.steps[-1] if card.address.steps else None
        known = self._known.get((step.name, step.occurrence)) if step else None
        element = self.document.element(card.address) if known else None
        if known is None or element is None or card.ghost:
            return None
        view = _View(self.document, root, self.language, unfolded, template, pending)
        known.raw = element.raw
        known.card = view.card(element, card.address, card.number, card.total, card.key)
        return known.card


class _View:
    """One projection: where it starts, what is unfolded, what is asked for."""

    def __init__(
        self,
        document: Document,
        root: Address,
        language: str,
        unfolded: frozenset[Address],
        template: Template | None,
        pending: Mapping[Address, tuple[Wanted, ...]],
    ) -> None:
        self.document, self.root, self.unfolded = document, root, unfolded
        self.pending = pending
        self.standard = document.standard(root.part)
        self.version = _version(document, root, self.standard)
        self.language = language
        self.wanted = template.fields if template and not root.steps else ()
        self.claimed: set[Want] = set()
        self.expected: dict[tuple[Address, str], list[Want]] = {}
        self.groups = _groups(language) if self.standard == MODS else {}

    def asked(self, place: tuple[str, int]) -> object:
        """All that a card depends on besides its bytes and their number."""
        if not self.unfolded and not self.pending:
            return self.root, self.version, self.wanted
        address = self.root.child(*place)
        unfolded = frozenset(a for a in self.unfolded if address.contains(a))
        pending = self.pending.get(address)
        if not unfolded and not pending:
            return self.root, self.version, self.wanted
        return self.root, self.version, self.wanted, unfolded, pending

    def declared(self, path: tuple[str, ...]) -> Declared | None:
        return declared_at(self.standard, path, self.version, self.language)

    def children_of(self, element: Element) -> Iterator[tuple[Element, str, int, int]]:
        """The children that are cards, with name, number and total among their name."""
        if element.box is not None:
            return
        children = list(element.children())
        names = [step_name(child.name, self.standard) for child in children]
        totals = Counter(names)
        seen: dict[str, int] = {}
        for child, name in zip(children, names, strict=True):
            seen[name] = seen.get(name, 0) + 1
            yield child, name, seen[name], totals[name]

    # ---- cards

    def claim(self, element: Element) -> str:
        """The key of what the template asks for, if this is the first card to answer it."""
        for wanted in self.wanted:
            first = wanted.path[0]
            if first not in self.claimed and first.fits(element, self.standard):
                self.claimed.add(first)
                return _card_key(self.root, first)
        return ""

    def card(
        self, element: Element, address: Address, number: int, total: int, key: str = ""
    ) -> Card:
        key = key or str(address)
        known = self.declared(address.path)
        shown = self._only_child(element, known, address)
        label, path = self._titles(element, known, address)
        if shown is not None and not label_has_type(known, element.get("type") or ""):
            inner, inner_address = shown
            label, _ = self._titles(inner, self.declared(inner_address.path), inner_address)
            path = "/".join(inner_address.path[len(self.root.steps) :])
        fields = tuple(self._inside(element, address, known, key))
        fields = self._asked(fields, element, address, key)
        attributes = self._set_attributes(element, known)
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
            address in self.unfolded,
        )

    def _only_child(
        self, element: Element, known: Declared | None, address: Address
    ) -> tuple[Element, Address] | None:
        """The one value inside an element that only wraps it, so that one label does for both."""
        if known is None or known.content != "children" or known.editor != "group":
            return None
        children = list(element.children())
        if (
            len(children) != 1
            or self._set_attributes(element, known)
            or self._wants(element, address)
        ):
            return None
        inner = address.child(step_name(children[0].name, self.standard))
        declared = self.declared(inner.path)
        if declared is None or declared.content != "value":
            return None
        return children[0], inner

    def _wants(self, element: Element, address: Address) -> list[Wanted]:
        asked = [w for w in self.wanted if w.shown and w.path[0].fits(element, self.standard)]
        return [w for w in (*asked, *self.pending.get(address, ())) if len(w.path) > 1]

    def _titles(
        self, element: Element, known: Declared | None, address: Address
    ) -> tuple[str, str]:
        path = "/".join(_plain(name) for name in address.path[len(self.root.steps) :])
        if known is None:
            return _plain(address.name), path
        return typed_label(known, element.get("type") or "", element.get("displayLabel")), path

    def _group(self, known: Declared | None) -> str:
        if known is None:
            return OTHER
        return load("mods", self.language).group_label(known.group) if known.group else ""

    def _rank(self, known: Declared | None) -> int:
        if known is None:
            return len(self.groups) + 1
        return self.groups.get(known.group, 0) if self.groups else 0

    def root_card(self, element: Element) -> list[Card]:
        """The card of the record's or section's own attributes."""
        known = self.declared(self.root.path)
        if known is None or element.name[1] == "xmlData" or not known.attributes:
            return []
        mine = self.standard == METS
        every = mine or self.root in self.unfolded
        fields = tuple(self._attributes(element, self.root, known, 0, every=every))
        folded = len(self._set_attributes(element, known))
        order = -1 if mine else len(self.groups)
        group = "" if mine else _last_group(self.language)
        path = "/".join(self.root.path) or element.name[1]
        return [
            Card(
                str(self.root), self.root, known.label, path, group, order, 1, 1, fields, known,
                folded, every,
            )
        ]  # fmt: skip

    # ---- what a template asks for

    def ghost_cards(self, element: Element, cards: list[Card]) -> Iterator[Card]:
        """Cards for what is asked for, by the template or the user, and is not there at all."""
        if not self.wanted and not self.pending:
            return
        there = {card.address for card in cards}
        groups: dict[Want, list[Wanted]] = {}
        for wanted in self.wanted:
            if wanted.shown:
                groups.setdefault(wanted.path[0], []).append(wanted)
        children = list(element.children()) if element.box is None and groups else []
        asked = {first: ms for first, ms in groups.items() if not self._any(first, children)}
        taken = set(there)
        for address, members in self.pending.items():
            if address.parent == self.root and address not in there:
                taken.add(address)
                yield self._ghost_card(members[0].path[0], members, address, str(address))
        for first, wanted_here in asked.items():
            number = 1
            while (address := self.root.child(first.name, number)) in taken:
                number += 1
            taken.add(address)
            yield self._ghost_card(first, wanted_here, address, _card_key(self.root, first))

    def _any(self, first: Want, children: list[Element]) -> bool:
        return any(first.fits(child, self.standard) for child in children)

    def _ghost_card(
        self, first: Want, members: Sequence[Wanted], address: Address, key: str
    ) -> Card:
        number = address.steps[-1].occurrence
        known = self.declared(address.path)
        label = (
            typed_label(known, dict(first.attributes).get("type", ""), None)
            if known
            else first.name
        )
        fields = [self._ghost(w, self.root, w.path, address, key) for w in members]
        if len(fields) == 1 and len(members[0].path) == 2:
            label = fields[0].label
        path = "/".join(w.name for w in members[0].path) if len(members) == 1 else first.name
        return Card(
            key, address, label, path, self._group(known), self._rank(known), number, number,
            tuple(fields), known, 0, False, True,
        )  # fmt: skip

    def _ghost(
        self, wanted: Wanted, base: Address, missing: tuple[Want, ...], below: Address, key: str
    ) -> Field:
        """A field that is asked for and not there; `missing` is what typing has to create."""
        inside = base != self.root
        address = self._expected(base if inside else below, missing if inside else wanted.path[1:])
        known = self.declared(tuple(want.name for want in wanted.path))
        attributes = dict(wanted.path[-1].attributes)
        kind = attributes.get("type", "")
        label = typed_label(known, kind, None) if known else address.name
        if len(wanted.path) > 2 and kind in ("", *_TERM):
            above = self.declared(tuple(want.name for want in wanted.path[:-1]))
            label = typed_label(above, "", None) if above and kind in _TERM else label
        return Field(
            _key(key, wanted),
            address,
            label,
            "value",
            _value_editor(known),
            path="/".join(w.name for w in wanted.path),
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
            places = self.expected.setdefault((address, want.name), [])
            if want is missing[-1] or want not in places:
                places.append(want)
            at = len(places) if want is missing[-1] else places.index(want) + 1
            address, there = address.child(want.name, there + at), 0
        return address

    def _there(self, base: Address, name: str) -> int:
        """How many children of a name an element has; none where it is yet to come."""
        element = self.document.element(base)
        children = element.children() if element else ()
        return sum(step_name(child.name, self.standard) == name for child in children)

    def _asked(
        self, fields: tuple[Field, ...], element: Element, address: Address, key: str
    ) -> tuple[Field, ...]:
        """Mark the fields that a template asks for, and add those that are missing."""
        wants = self._wants(element, address)
        if not wants:
            return fields
        marked = list(fields)
        for wanted in wants:
            found = find(element, wanted.path[1:], self.standard)
            if found is not None:
                there = self.document.address_of(found)
                marked = [_claimed(field, there, _key(key, wanted), wanted) for field in marked]
            else:
                base, missing = self._deepest(element, address, wanted.path[1:])
                ghost = self._ghost(wanted, base, missing, address, key)
                marked.insert(self._slot(marked, ghost, len(address.steps)), ghost)
        return tuple(marked)

    def _deepest(
        self, element: Element, address: Address, path: tuple[Want, ...]
    ) -> tuple[Address, tuple[Want, ...]]:
        for child in element.children() if len(path) > 1 else ():
            if path[0].fits(child, self.standard):
                return self._deepest(child, self.document.address_of(child), path[1:])
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
        known = self.declared(address.path[: depth + 1])
        return known.order if known else 0

    # ---- fields

    def _inside(
        self, element: Element, address: Address, known: Declared | None, key: str
    ) -> Iterator[Field]:
        """The fields of a card: what it holds, then its own attributes if unfolded."""
        content = known.content if known else ("children" if element.has_elements else "value")
        if known is not None and content in ("children", "empty"):
            yield from self._children(element, address, 0)
        else:
            own = self._value(element, address, known, 0)
            yield replace(own, key=f"{key}>", set=0, unfolded=False)
        if address in self.unfolded:
            yield from self._attributes(element, address, known, 0, every=True)

    def _children(self, element: Element, address: Address, depth: int) -> Iterator[Field]:
        if element.box is None and element.value.strip():
            yield Field(
                f"{address}#stray", address, "Stray text", "stray", "line",
                element.value.strip(), depth=depth,
            )  # fmt: skip
        seen: dict[str, int] = {}
        for child in element.children():
            name = step_name(child.name, self.standard)
            seen[name] = seen.get(name, 0) + 1
            yield from self._element(child, address.child(name, seen[name]), depth)

    def _element(self, element: Element, address: Address, depth: int) -> Iterator[Field]:
        known = self.declared(address.path)
        if known is None or known.content not in ("children", "empty"):
            yield self._value(element, address, known, depth)
            if address in self.unfolded:
                yield from self._attributes(element, address, known, depth + 1, every=True)
            return
        terms = self._terms(element, address, known, depth)
        if terms is not None:
            yield terms
            return
        label, path = self._titles(element, known, address)
        folded = len(self._set_attributes(element, known))
        open_ = address in self.unfolded
        yield Field(
            str(address), address, label, "head", path=path, depth=depth, declared=known,
            set=folded, unfolded=open_,
        )  # fmt: skip
        if open_:
            yield from self._attributes(element, address, known, depth + 1, every=True)
        yield from self._children(element, address, depth + 1)

    def _terms(
        self, element: Element, address: Address, known: Declared, depth: int
    ) -> Field | None:
        """A group that holds one value, or one thing as word and code, on one line."""
        children = list(element.children())
        if not 1 <= len(children) <= 2 or self._set_attributes(element, known):
            return None
        if address in self.unfolded:
            return None
        inner = [
            address.child(step_name(children[0].name, self.standard), at + 1)
            for at in range(len(children))
        ]
        declared = self.declared(inner[0].path)
        if (
            declared is None
            or declared.content != "value"
            or known.editor not in ("group", "language")
        ):
            return None
        if any(
            child.name != children[0].name or a in self.unfolded
            for child, a in zip(children, inner, strict=True)
        ):
            return None
        kinds = [child.get("type") for child in children]
        if len(children) == 2 and set(kinds) != set(_TERM):
            return None
        fields = [self._value(c, a, declared, depth) for c, a in zip(children, inner, strict=True)]
        label = known.label
        first = replace(fields[0], label=label)
        if len(fields) == 1:
            return first
        second = replace(fields[1], label=f"{label} ({fields[1].label.lower()})")
        return replace(first, beside=(*first.beside, second))

    def _value(
        self, element: Element, address: Address, known: Declared | None, depth: int
    ) -> Field:
        label, path = self._titles(element, known, address)
        attributes = element.attributes
        kind = attributes.get("type", "")
        if element.box is not None or element.has_elements:
            text = legible(element)
            return Field(
                str(address), address, label, "markup", "markup", text, path, depth, known,
                set=len(attributes), unfolded=address in self.unfolded,
            )  # fmt: skip
        value = element.value
        editor = _value_editor(known)
        if "\n" in value and editor in ("line", "code", "date", "identifier", "url", "number"):
            editor = "text"
        beside = tuple(self._beside(element, address, known, editor))
        shown = {f.address.attribute for f in beside} | (
            {"type"} if label_has_type(known, kind) else set()
        )
        return Field(
            str(address), address, label, "value", editor, value, path, depth, known, kind,
            attributes.get("authority", ""), len(set(attributes) - shown),
            address in self.unfolded, beside,
        )  # fmt: skip

    def _beside(
        self, element: Element, address: Address, known: Declared | None, editor: str
    ) -> Iterator[Field]:
        for name in _BESIDE.get(editor, ()):
            attribute = known.attribute(name) if known else None
            if attribute is not None:
                yield _attribute_field(element, address, attribute, 0)

    def _set_attributes(self, element: Element, known: Declared | None) -> list[str]:
        kind = element.get("type") or ""
        hidden = {"type"} if label_has_type(known, kind) else set()
        return [name for name in element.attributes if name not in hidden]

    def _attributes(
        self, element: Element, address: Address, known: Declared | None, depth: int, every: bool
    ) -> Iterator[Field]:
        beside = _BESIDE.get(known.editor, ()) if known and known.content == "value" else ()
        declared = known.attributes if known else ()
        names = {attribute.name for attribute in declared}
        for attribute in declared:
            if attribute.name not in beside and (every or element.get(attribute.name) is not None):
                yield _attribute_field(element, address, attribute, depth)
        for name, value in element.attributes.items():
            if name not in names:
                at = address.at(name)
                yield Field(
                    str(at), at, _plain(name), "attribute", "line", value, "@" + _plain(name), depth
                )


@cache
def _groups(language: str) -> dict[str, int]:
    """The groups of a record's form with their order."""
    children = load("mods", language).root().children
    return {name: at for at, name in enumerate(dict.fromkeys(c.group for c in children))}


def _attribute_field(
    element: Element, address: Address, attribute: DeclaredAttribute, depth: int
) -> Field:
    at = address.at(attribute.name)
    return Field(
        str(at), at, attribute.label, "attribute", attribute.editor,
        element.get(attribute.name) or "", "@" + attribute.name, depth, attribute,
    )  # fmt: skip


def _value_editor(known: Declared | None) -> str:
    """The kind of editor for a value: what may hold markup and holds none is text."""
    if known is None:
        return "line"
    return "text" if known.editor in ("markup", "group") else known.editor


def _claimed(field: Field, address: Address, key: str, wanted: Wanted) -> Field:
    if field.missing:
        return field
    if field.address == address:
        return replace(field, key=key, level=wanted.level, hint=wanted.hint)
    if any(f.address == address for f in field.beside):
        beside = tuple(_claimed(f, address, key, wanted) for f in field.beside)
        return replace(field, beside=beside)
    return field


def _card_key(root: Address, first: Want) -> str:
    return f"{root}?{first.name}{dict(first.attributes) or ''}"


def _key(card: str, wanted: Wanted) -> str:
    return f"{card}>{wanted.key}"


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def label_has_type(known: Declared | None, kind: str) -> bool:
    """Whether the label already says what the type attribute says."""
    attribute = known.attribute("type") if known and kind else None
    return bool(attribute and kind in attribute.value_labels and kind not in _TERM)


def typed_label(known: Declared, kind: str, display: str | None) -> str:
    """The label of an element, made exact by its type: “Person”, “Given name”, “Note (funding)”."""
    attribute = known.attribute("type") if kind else None
    if attribute is not None and kind in attribute.value_labels and kind not in _TERM:
        words = attribute.value_labels[kind]
        return words.partition(":")[0]
    if display and display.strip():
        return display.strip().rstrip(":")
    return f"{known.label} ({kind})" if kind and kind not in _TERM else known.label


def legible(element: Element) -> str:
    """The text of markup as a person reads it: blocks on lines of their own, no tags."""
    pieces: list[str] = []
    for node in element.node.walk():
        if node.local in ("p", "div", "br", "li", "tr") and pieces:
            pieces.append("\n")
        pieces.append(element.document.decoded(node))
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(pieces))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _version(document: Document, root: Address, standard: str) -> str | None:
    if standard != MODS:
        return None
    anchor = document.anchor(root.part)
    return declared_version(document.anchored(anchor)) if anchor else None


@cache
def _last_group(language: str) -> str:
    schema = load("mods", language)
    return schema.group_label(schema.root().children[-1].group)
