"""From an element to the fields that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.element import Element
from catalog_app.document.markup import shown as shown_markup
from catalog_app.document.names import step_name
from catalog_app.document.ranges import range_ends
from catalog_app.document.view import TERM, View, label_has_type, plain
from catalog_app.schema.model import Attribute as DeclaredAttribute
from catalog_app.schema.model import Element as Declared


class Reader:
    """Reads elements of one view as fields."""

    def __init__(self, view: View) -> None:
        self.view = view

    def inside(
        self, element: Element, address: Address, known: Declared | None, key: str
    ) -> Iterator[Field]:
        """The fields of a card: what it holds, then its own attributes if unfolded."""
        content = known.content if known else ("children" if element.has_elements else "value")
        if known is not None and content in ("children", "empty"):
            yield from self._children(element, address, 0)
        else:
            own = self._value(element, address, known, 0)
            yield replace(keyed(own, f"{key}>"), set=0, unfolded=False)
        yield from self._own(element, address, known, 0)

    def _own(
        self, element: Element, address: Address, known: Declared | None, depth: int
    ) -> Iterator[Field]:
        """The attributes of an element that are shown: all if unfolded, else those that are all it
        has to say."""
        unfolded = address in self.view.unfolded
        if unfolded or (known is not None and _says_no_more(element, address, known)):
            yield from self.attributes(element, address, known, depth, every=unfolded)

    def _children(self, element: Element, address: Address, depth: int) -> Iterator[Field]:
        if element.box is None and element.value.strip():
            yield Field(
                f"{address}#stray", address, "Stray text", "stray", "line",
                element.value.strip(), depth=depth,
            )  # fmt: skip
        seen: dict[str, int] = {}
        children = []
        for child in element.children():
            name = step_name(child.name, self.view.standard)
            seen[name] = seen.get(name, 0) + 1
            children.append((child, address.child(name, seen[name])))
        paired: set[Address] = set()
        ends = range_ends(children) if len(seen) < len(children) else {}
        for child, at in children:
            if at in paired:
                continue
            pair = self._pair((child, at), children[ends[at]], depth) if at in ends else None
            if pair is None:
                yield from self._element(child, at, depth)
            else:
                paired.add(pair.beside[0].address)
                yield pair

    def _pair(
        self, start: tuple[Element, Address], end: tuple[Element, Address], depth: int
    ) -> Field | None:
        """The start and the end of a range on one line, if all that is said of them is the same."""
        known = self.view.declared(start[1].path)
        unfolded = self.view.unfolded
        if known is None or start[1] in unfolded or end[1] in unfolded:
            return None
        first, last = (self._value(*one, known, depth) for one in (start, end))
        same = all(start[0].get(name) == end[0].get(name) for name in known.beside)
        if not same or any(f.kind != "value" or f.editor != "date" for f in (first, last)):
            return None
        beside = [replace(f, twins=(end[1].at(f.address.attribute),)) for f in first.beside]
        folded = first.set + last.set - 2  # the line itself says which end is which
        label = self.view.label_of(start[0], known)
        last = replace(last, beside=(), set=0)
        return replace(first, label=label, set=folded, beside=(last, *beside))

    def _element(self, element: Element, address: Address, depth: int) -> Iterator[Field]:
        known = self.view.declared(address.path)
        if known is None or known.content not in ("children", "empty"):
            yield self._value(element, address, known, depth)
            if address in self.view.unfolded:
                yield from self.attributes(element, address, known, depth + 1, every=True)
            return
        terms = self._terms(element, address, known, depth)
        if terms is not None:
            yield terms
            return
        if _only_wraps(known) and element.has_elements:
            yield from self._children(element, address, depth)
            return
        label, path = self.view.titles(element, known, address)
        folded = len(self.view.set_attributes(element, known))
        if not folded and self._says_all(element, address, label):
            yield from self._children(element, address, depth)
            return
        open_ = address in self.view.unfolded
        yield Field(
            str(address), address, label, "head", path=path, depth=depth, declared=known,
            set=folded, unfolded=open_,
        )  # fmt: skip
        yield from self._own(element, address, known, depth + 1)
        yield from self._children(element, address, depth + 1)

    def _says_all(self, element: Element, address: Address, label: str) -> bool:
        """Whether the label of the one value inside is that of the element: “Volume”."""
        children = list(element.children())
        if len(children) != 1 or address in self.view.unfolded:
            return False
        inner = address.child(step_name(children[0].name, self.view.standard))
        known = self.view.declared(inner.path)
        return known is not None and self.view.titles(children[0], known, inner)[0] == label

    def _terms(
        self, element: Element, address: Address, known: Declared, depth: int
    ) -> Field | None:
        """A group that holds one value, or one thing as word and code, on one line."""
        children = list(element.children())
        if not 1 <= len(children) <= 2 or self.view.set_attributes(element, known):
            return None
        if address in self.view.unfolded:
            return None
        inner = [
            address.child(step_name(children[0].name, self.view.standard), at + 1)
            for at in range(len(children))
        ]
        declared = self.view.declared(inner[0].path)
        if (
            declared is None
            or declared.content != "value"
            or known.editor not in ("group", "language")
        ):
            return None
        if any(
            child.name != children[0].name or a in self.view.unfolded
            for child, a in zip(children, inner, strict=True)
        ):
            return None
        kinds = [child.get("type") for child in children]
        if len(children) == 2 and set(kinds) != set(TERM):
            return None
        fields = [self._value(c, a, declared, depth) for c, a in zip(children, inner, strict=True)]
        label, _ = self.view.titles(element, known, address)
        if len(fields) == 1 and not _is_called_by(known, declared, label):
            return fields[0]
        first = replace(fields[0], label=label)
        if len(fields) == 1:
            return first
        second = replace(fields[1], label=f"{label} ({fields[1].label.lower()})")
        return replace(first, beside=(*first.beside, second))

    def _value(
        self, element: Element, address: Address, known: Declared | None, depth: int
    ) -> Field:
        label, path = self.view.titles(element, known, address)
        attributes = element.attributes
        kind = attributes.get("type", "")
        if element.box is not None or element.has_elements:
            text = shown_markup(element)
            return Field(
                str(address), address, label, "markup", "markup", text, path, depth, known,
                set=len(attributes), unfolded=address in self.view.unfolded,
            )  # fmt: skip
        value = element.value
        editor = value_editor(known)
        if "\n" in value and editor in (
            "line",
            "code",
            "date",
            "moment",
            "identifier",
            "url",
            "number",
        ):
            editor = "text"
        beside = tuple(self._beside(element, address, known, editor))
        shown = {f.address.attribute for f in beside} | (
            {"type"} if label_has_type(known, kind, attributes.get("displayLabel")) else set()
        )
        return Field(
            str(address), address, label, "value", editor, value, path, depth, known, kind,
            attributes.get("authority", ""), len(set(attributes) - shown),
            address in self.view.unfolded, beside,
        )  # fmt: skip

    def _beside(
        self, element: Element, address: Address, known: Declared | None, editor: str
    ) -> Iterator[Field]:
        for name in known.beside if known and editor == known.editor else ():
            attribute = known.attribute(name) if known else None
            if attribute is not None:
                yield attribute_field(element.get(name) or "", address, attribute, 0)

    def attributes(
        self, element: Element, address: Address, known: Declared | None, depth: int, every: bool
    ) -> Iterator[Field]:
        """The attributes of an element as fields: every one, or the main one and those set."""
        beside = known.beside if known and known.content == "value" else ()
        declared = known.attributes if known else ()
        names = {attribute.name for attribute in declared}
        main = known.main if known else ""
        for attribute in declared:
            shown = every or attribute.name == main or element.get(attribute.name) is not None
            if attribute.name not in beside and shown:
                value = element.get(attribute.name) or ""
                yield attribute_field(value, address, attribute, depth)
        for name, value in element.attributes.items():
            if name not in names:
                at = address.at(name)
                yield Field(
                    str(at),
                    at,
                    plain(name).rpartition(":")[2],
                    "attribute",
                    "line",
                    value,
                    "@" + plain(name),
                    depth,
                )


def _is_called_by(known: Declared, inside: Declared, label: str) -> bool:
    """Whether the one value in a group goes by the label of the group.

    A term does (“Place”), and the main value where a type makes the group's label exact
    (“Alternative title”). What is only one of many things in the group does not: “Country”.
    """
    if inside.name != known.main:
        return False
    kind = inside.attribute("type")
    return label != known.label or (kind is not None and set(kind.values) == set(TERM))


def _says_no_more(element: Element, address: Address, known: Declared) -> bool:
    """Whether attributes are all that there is: a pointer of a division to its file."""
    pointer = address.part.startswith("package") and not element.has_elements
    return known.content == "empty" or (known.content == "children" and pointer)


def _only_wraps(known: Declared) -> bool:
    """Whether an element is nothing but a place for elements of other standards."""
    return known.content == "children" and not known.children and not known.attributes


def keyed(field: Field, key: str) -> Field:
    """A field, with the attributes beside it, by a key that it keeps when it comes to be there."""
    beside = (
        replace(one, key=f"{key}{one.path}") if one.kind == "attribute" else one
        for one in field.beside
    )
    return replace(field, key=key, beside=tuple(beside))


def attribute_field(
    value: str, address: Address, attribute: DeclaredAttribute, depth: int = 0
) -> Field:
    """The field of an attribute of the element at an address."""
    at = address.at(attribute.name)
    return Field(
        str(at), at, attribute.label, "attribute", attribute.editor,
        value, "@" + attribute.name, depth, attribute,
    )  # fmt: skip


def value_editor(known: Declared | None) -> str:
    """The kind of editor for a value: what may hold markup and holds none is text."""
    if known is None:
        return "line"
    return "text" if known.editor in ("markup", "group") else known.editor
