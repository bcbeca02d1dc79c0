"""The own pass over a part: every place that does not fit the data, explained with its repairs.

libxml2 gives the verdict; this pass says what failed, why, and what to do. It sees what libxml2
skips after the first misfit among the children of an element.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from catalog_app.document.names import METS, METS2, XLINK, XSI
from catalog_app.schema.definition import AttributeEntry, ElementEntry
from catalog_app.schema.notation import Particle
from catalog_app.validation import schema_attributes as attributes
from catalog_app.validation import schema_children as children
from catalog_app.validation import schema_content as content
from catalog_app.validation import schema_texts as texts
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.place import Places, elements_of, name_of, text_of
from catalog_app.validation.schema_form import Book, Form
from catalog_app.validation.schema_parts import fields_of
from catalog_app.validation.schema_texts import spelled
from catalog_app.validation.schema_values import is_valid

Xml = etree._Element
BLANK = " \t\r\n"
MANY_ATTRIBUTES = 1000
OF_METS = tuple(f"{{{namespace}}}" for namespace in (METS, METS2, XLINK))
NIL = f"{{{XSI}}}nil"
TYPE = f"{{{XSI}}}type"
INSTRUCTIONS = frozenset(
    f"{{{XSI}}}{name}" for name in ("type", "nil", "schemaLocation", "noNamespaceSchemaLocation")
)


@dataclass
class Pass:
    """One pass over one part: the rules, where things stand, and the IDs met so far."""

    book: Book
    places: Places
    root: Xml
    ids: dict[str, Xml] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)

    def all(self) -> Iterator[Finding]:
        """Judge the root and everything below it, in document order."""
        waiting: list[tuple[Xml, ElementEntry | None]] = [(self.root, self.book.root())]
        while waiting:
            element, entry = waiting.pop()
            yield from self.one(element, entry)
            waiting.extend(reversed(self.below(element, entry)))

    def one(self, element: Xml, entry: ElementEntry | None) -> Iterator[Finding]:
        """Judge one element without what is below it; without an entry only what is common."""
        if entry is None:
            yield from self._lax_attributes(element)
            yield from self._stranger(element)
            return
        form = self.book.form(entry)
        if form.content.kind == "any":
            yield from self._lax_attributes(element)
            if NIL in element.attrib:
                yield self._found(attributes.no_nil(self.book, element))
        elif self._is_record(element):
            yield from self._attributes(element, form)
        yield from self._content(element, form)

    def _is_record(self, element: Xml) -> bool:
        """A bare run's wrapper is no part of the record: only its fields are judged."""
        return element is not self.root or name_of(element)[0] == self.book.schema.namespace

    # ---- what is below

    def below(
        self, element: Xml, entry: ElementEntry | None
    ) -> list[tuple[Xml, ElementEntry | None]]:
        """The children that are judged, each with its entry (None: as foreign ones are)."""
        if entry is None:
            return [(child, self._lax_entry(child)) for child in self._seen(element)]
        form = self.book.form(entry)
        if form.content.kind in ("value", "empty"):
            return []
        if form.content.kind == "any" or _takes_any(form.content.particle):
            if form.content.particle and "skip" in _processing(form.content.particle):
                return []
            return [(child, self._lax_entry(child)) for child in elements_of(element)]
        inside = self._judged(form, self.children(element))
        found = [(child, form.children.get(self.name(child))) for child in inside]
        return [(child, entry) for child, entry in found if entry is not None]

    def _seen(self, element: Xml) -> list[Xml]:
        """The children of a foreign element that the validator looks at.

        A type that is not known hides all of them; in a wrapped standard the first child that
        does not belong there hides those that follow.
        """
        inside = elements_of(element)
        namespace, local = name_of(element)
        if kind := element.get(TYPE):
            prefix, _, name = kind.strip().rpartition(":")
            if not self.book.object_type(element.nsmap.get(prefix or None) or "", name):
                return []
        if self.book.plain(namespace, local) or (local == "object" and not kind):
            return [] if namespace in self.book.wrapped else inside
        if not self.book.wrapping(namespace, local):
            return inside
        return list(itertools.takewhile(lambda child: name_of(child)[0] == namespace, inside))

    def _stranger(self, element: Xml) -> Iterator[Finding]:
        """An element of METS in a wrapped record, where only that record's own may stand."""
        namespace, local = name_of(element)
        if not self.book.wrapping(namespace, local):
            return
        if wrapped_id := element.get("xmlID"):
            self.ids.setdefault(wrapped_id.strip(BLANK), element)
        if local == "object" and TYPE not in element.attrib:
            return
        inside, seen = elements_of(element), self._seen(element)
        if len(seen) < len(inside) and not _not_of_mets(inside[len(seen)].tag):
            yield self._found(children.stranger(self, element, inside[len(seen)]))

    def _lax_entry(self, element: Xml) -> ElementEntry | None:
        return self.book.everywhere(self.name(element))

    def children(self, element: Xml) -> list[Xml]:
        """The child elements that count: in a bare run only the record's fields."""
        if element is self.root and not self._is_record(element):
            return fields_of(element)
        return elements_of(element)

    def _judged(self, form: Form, inside: list[Xml]) -> list[Xml]:
        """The children up to a foreign one that does not belong there, in a package.

        The standards that a package wraps are not judged with it: a foreign element in the wrong
        place is no error of METS, and what comes after it is not looked at.
        """
        particle = form.content.particle
        if self.book.schema.standard == "mods" or particle is None:
            return inside
        names = [self.name(child) for child in inside]
        if not any(_not_of_mets(name) for name in names):
            return inside
        at = content.consume(particle, names, 0)[0]
        return inside[:at] if at < len(names) and _not_of_mets(names[at]) else inside

    def name(self, element: Xml) -> str:
        """The name by which the data knows it; with the namespace if it is foreign."""
        found = self.names.get(element.tag)
        if found is None:
            namespace, local = name_of(element)
            ours = namespace == self.book.schema.namespace
            found = self.names[element.tag] = local if ours else f"{{{namespace}}}{local}"
        return found

    # ---- attributes

    def _attributes(self, element: Xml, form: Form) -> Iterator[Finding]:
        if len(element.attrib) > MANY_ATTRIBUTES:
            return
        for name, value in _attributes_of(element):
            known = form.attributes.get(name)
            if known is not None:
                yield from self._attribute_value(element, known, value, form.lists[name])
            elif name in INSTRUCTIONS:
                yield from self._instruction(element, name)
            elif form.foreign and self._is_foreign(name):
                yield from self._lax_attribute(element, name, value)
            else:
                yield self._found(
                    attributes.unknown_attribute(self.book, form, element, spelled(name))
                )
        for missing in form.required:
            if element.get(texts.clark(missing)) is None:
                yield self._found(
                    attributes.missing_attribute(self.book, form, element, missing, self)
                )

    def _is_foreign(self, name: str) -> bool:
        return name.startswith("{") and not name.startswith(f"{{{self.book.schema.namespace}}}")

    def _lax_attributes(self, element: Xml) -> Iterator[Finding]:
        """Attributes of foreign elements: those of the wrapped standards are not ours to judge."""
        strict = self.book.schema.standard == "mods"
        if not strict and name_of(element)[0] != self.book.schema.namespace:
            return
        if len(element.attrib) <= MANY_ATTRIBUTES:
            for name, value in _attributes_of(element):
                yield from self._lax_attribute(element, name, value)

    def _lax_attribute(self, element: Xml, name: str, value: str) -> Iterator[Finding]:
        known = self.book.lax_attribute(name)
        if known is not None:
            allowed = known.values_in(self.book.version)
            yield from self._attribute_value(element, known, value, allowed)

    def _instruction(self, element: Xml, name: str) -> Iterator[Finding]:
        if name == NIL:
            yield self._found(attributes.no_nil(self.book, element))

    def _attribute_value(
        self, element: Xml, attribute: AttributeEntry, value: str, allowed: tuple[str, ...]
    ) -> Iterator[Finding]:
        if attribute.name == "xml:space":
            allowed = () if is_valid("space", value) else allowed
        if allowed and value not in allowed:
            yield self._found(attributes.not_in_list(self.book, element, attribute, value, allowed))
        elif not allowed and not is_valid(attribute.content.value, value):
            yield self._found(attributes.bad_attribute(self.book, element, attribute, value, self))
        elif attribute.content.value == "id":
            yield from self._id(element, attribute, value.strip(BLANK))

    def _id(self, element: Xml, attribute: AttributeEntry, value: str) -> Iterator[Finding]:
        before = self.ids.setdefault(value, element)
        if before is not element:
            line = self.places.line(before)
            yield self._found(attributes.same_id(self.book, element, attribute, value, line, self))

    def new_id(self, wish: str) -> str:
        """An ID that the file does not have: the wish, with a number if need be."""
        if not self.taken:
            top = self.root.getroottree().getroot()
            self.taken.update(e.get("ID") or "" for e in top.iter(etree.Element))
        found, number = wish, 1
        while found in self.taken:
            number += 1
            found = f"{wish}_{number}"
        self.taken.add(found)
        return found

    # ---- content

    def _content(self, element: Xml, form: Form) -> Iterator[Finding]:
        kind = form.content.kind
        inside = self.children(element)
        if kind == "value":
            yield from self._value(element, form, inside)
        elif kind == "empty":
            if inside or text_of(element):
                yield self._found(texts.must_be_empty(self.book, form, element))
        elif kind != "any":
            text = self._text(element, form, inside) if kind == "children" else ""
            if self._is_record(element) and text.strip(BLANK):
                yield self._found(texts.stray_text(self.book, form, element, text))
            yield from self._children(element, form, inside)

    def _text(self, element: Xml, form: Form, inside: list[Xml]) -> str:
        """The text directly inside, as far as it is judged."""
        judged = self._judged(form, inside)
        if len(judged) == len(inside):
            return text_of(element)
        stop = inside[len(judged)]
        before = itertools.takewhile(lambda node: node is not stop, element)
        return (element.text or "") + "".join(node.tail or "" for node in before)

    def _value(self, element: Xml, form: Form, inside: list[Xml]) -> Iterator[Finding]:
        value = text_of(element)
        values = form.entry.library.values(form.content.list) if form.content.list else ()
        allowed = tuple(v.text for v in values if self.book.version in v.versions)
        if inside:
            yield self._found(texts.markup(self.book, form, element, inside))
        elif allowed and value not in allowed:
            yield self._found(texts.element_not_in_list(self.book, form, element, value, allowed))
        elif not is_valid(form.content.value, value):
            yield self._found(texts.bad_element(self.book, form, element, value))

    def _children(self, element: Xml, form: Form, inside: list[Xml]) -> Iterator[Finding]:
        if form.content.particle is None:
            return
        if len(self._judged(form, inside)) < len(inside):
            return
        names = [self.name(child) for child in inside]
        for misfit in content.misfits(form.content.particle, names):
            self.lines.update(self.places.line(child) for child in inside)
            yield self._found(children.explain(self, form, element, inside, misfit))

    # ---- findings

    def _found(self, told: texts.Told) -> Finding:
        self.lines.add(self.places.line(told.element))
        return self.finding(told)

    def finding(self, told: texts.Told) -> Finding:
        """A finding from what there is to tell."""
        return Finding(
            severity="error",
            source="schema",
            rule=f"{self.book.rules}.{told.rule}",
            message=told.message,
            address=self.places.address(told.element, told.attribute),
            path=self.places.path(told.element, told.attribute),
            line=self.places.line(told.element),
            standard=self.book.title,
            fixes=tuple(_without_doubles(told.fixes)),
        )


def _attributes_of(element: Xml) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _not_of_mets(name: str) -> bool:
    return name.startswith("{") and not name.startswith(OF_METS)


def _without_doubles(fixes: tuple[Fix, ...]) -> list[Fix]:
    return list({(fix.repair, fix.data): fix for fix in reversed(fixes)}.values())[::-1]


def _takes_any(particle: Particle | None) -> bool:
    return particle is not None and content.ANY in content.known_names(particle)


def _processing(particle: Particle) -> set[str]:
    if particle.kind == "any":
        return {particle.name}
    return set().union(*(_processing(part) for part in particle.parts))
