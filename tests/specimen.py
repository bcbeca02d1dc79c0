"""Documents made from the data: every element and attribute of a version, once or by chance.

What the data calls valid must be valid by the official schema; so a specimen of every version
tries each line of the data, and its mutants try what real files never hold.
"""

from __future__ import annotations

import random
from itertools import count

from lxml import etree

from catalog_app.schema.definition import AttributeEntry, ElementEntry
from catalog_app.schema.load import load
from catalog_app.schema.model import NAMESPACES, Schema, qualified
from catalog_app.schema.notation import Content, Particle

VALUES = {
    "uri": "https://example.org/a",
    "uris": "https://example.org/a urn:b",
    "integer": "-3",
    "int": "3",
    "long": "1048576",
    "positive": "12",
    "datetime": "2021-09-30T10:15:00Z",
    "idref": "first",
    "idrefs": "first second",
    "base64": "AAAA",
    "languageTag": "en",
}
NESTED = 2


def specimen(standard: str, version: str, seed: int | None = None) -> etree._Element:
    """A valid document with all that the version has, or with a part of it chosen by chance."""
    maker = _Maker(load(standard), version, random.Random(seed or 0), whole=seed is None)
    return maker.element(maker.schema.root().entry, ())


class _Maker:
    def __init__(self, schema: Schema, version: str, chance: random.Random, whole: bool) -> None:
        self.schema, self.version, self.chance, self.whole = schema, version, chance, whole
        self.numbers = count(1)

    def element(self, entry: ElementEntry, above: tuple[str, ...]) -> etree._Element:
        namespace = self.schema.namespace
        prefixes = {"r": namespace, "xlink": NAMESPACES["xlink"]}
        made = etree.Element(f"{{{namespace}}}{entry.name}", nsmap=prefixes)
        for attribute in entry.attributes_in(self.version):
            if self.wanted(self.version in attribute.required):
                made.set(qualified(attribute.name), self.attribute(attribute))
        content = entry.content_in(self.version)
        if content.kind == "value":
            made.text = self.value(entry, content)
        elif content.particle is not None:
            for child in self.children(entry, content.particle, (*above, entry.name)):
                made.append(child)
        return made

    def wanted(self, required: bool) -> bool:
        return required or self.whole or self.chance.random() < 0.4

    def attribute(self, attribute: AttributeEntry) -> str:
        if attribute.content.value == "id":
            return f"id{next(self.numbers)}"
        if attribute.name == "version":
            return self.version
        values = attribute.values_in(self.version)
        if values:
            return self.chance.choice(values)
        return VALUES.get(attribute.content.value, attribute.example)

    def value(self, entry: ElementEntry, content: Content) -> str:
        if content.list:
            listed = entry.library.values(content.list)
            return self.chance.choice([v.text for v in listed if self.version in v.versions])
        return VALUES.get(content.value, entry.say("example"))

    def children(
        self, parent: ElementEntry, particle: Particle, above: tuple[str, ...]
    ) -> list[etree._Element]:
        times = particle.least
        if times == 0 and self.wanted(False):
            times = 1
        if particle.kind == "name":
            if above.count(particle.name) >= NESTED and particle.least == 0:
                return []
            return [self.child(parent, particle.name, above) for _ in range(times)]
        if particle.kind == "any":
            return [etree.Element("{urn:other}note") for _ in range(times)]
        parts = list(particle.parts)
        if particle.kind == "choice":
            parts = [p for p in parts if not self.too_deep(p, above)] or parts
            if particle.most == 1 or not self.whole:
                parts = [self.chance.choice(parts)]
        found = [c for _ in range(times) for p in parts for c in self.children(parent, p, above)]
        if not found and particle.least and parts:
            found = self.children(parent, parts[0], ())
        return found

    def too_deep(self, particle: Particle, above: tuple[str, ...]) -> bool:
        return any(above.count(name) >= NESTED for name in particle.names())

    def child(self, parent: ElementEntry, name: str, above: tuple[str, ...]) -> etree._Element:
        entry = self.schema.library.entry(parent.name, name)
        assert entry is not None
        return self.element(entry, above)
