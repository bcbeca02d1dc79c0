"""The data says the same as the official schemas, element by element, for every version.

Differences that are meant, and change no verdict (`judged` makes both sides equal):
- an attribute without a type (anySimpleType) is called text: any text is valid for both;
- an attribute with a fixed value is a closed list of one value;
- `xml:lang`, `xml:space` and the fixed `xlink:type` are compared by name.
"""

from __future__ import annotations

from typing import Any

import pytest

from catalog_app.schema.compile import BUILT_IN, global_names, reachable
from catalog_app.schema.definition import AttributeEntry, ElementEntry
from catalog_app.schema.load import load
from catalog_app.schema.model import Schema
from catalog_app.schema.notation import Particle
from tests.schema.official import INF, SCHEMAS, Document, Shape, group

pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the official schemas are not here")
VERSIONS = [(s, v) for s in ("mods", "mets", "mets2") for v in load(s).versions]
TEXT = ("string", frozenset())


def file_name(standard: str, version: str) -> str:
    return f"{standard.rstrip('2')}-{version.replace('.', '-')}.xsd"


def judged_simple(simple: Any) -> Any:
    if simple == ("anySimpleType", frozenset()):
        return TEXT
    return simple


def judged(name: str, attribute: Any) -> Any:
    simple, required, default, fixed = attribute
    if name.startswith("xml:"):
        return (name, required)
    if fixed is not None:
        return (("string", frozenset({fixed})), required, None)
    return (judged_simple(simple), required, default)


def our_simple(kind: str, values: tuple[str, ...]) -> Any:
    if values:
        return ("string", frozenset(values))
    if kind == "uris":
        return ("list", ("anyURI", frozenset()))
    return (BUILT_IN[kind], frozenset())


def our_attribute(attribute: AttributeEntry, version: str) -> Any:
    required = version in attribute.required
    if attribute.name.startswith("xml:"):
        return (attribute.name, required)
    default = attribute.default if attribute.default and not attribute.fixed else None
    simple = our_simple(attribute.content.value, attribute.values_in(version))
    return (simple, required, default)


def our_particle(particle: Particle) -> Any:
    most = INF if particle.most is None else particle.most
    if particle.kind == "name":
        return ("element", particle.name, (particle.least, most))
    if particle.kind == "any":
        return ("any", "##any", particle.name, (particle.least, most))
    return group(particle.kind, [our_particle(p) for p in particle.parts], (particle.least, most))


def our_content(entry: ElementEntry, version: str) -> Any:
    content = entry.content_in(version)
    if content.kind in ("empty", "any"):
        return content.kind
    if content.kind == "value":
        values = entry.library.values(content.list) if content.list else ()
        listed = tuple(v.text for v in values if version in v.versions)
        return ("value", our_simple(content.value, listed))
    assert content.particle is not None
    particle = our_particle(content.particle)
    if particle[0] == "element":
        return ("children", particle)
    return ("children", particle)


def official_content(shape: Shape) -> Any:
    if isinstance(shape.content, str):
        return shape.content
    kind, inner = shape.content
    return (kind, judged_simple(inner) if kind == "value" else inner)


def differences(schema: Schema, version: str, official: Document) -> list[str]:
    found: list[str] = []
    waiting = [(name, official.named["element", name], "") for name in official.global_elements]
    seen: set[tuple[str, Any]] = set()
    met: set[str] = set()
    while waiting:
        name, node, parent = waiting.pop()
        entry = schema.library.entry(parent, name)
        if entry is None:
            found.append(f"{parent}/{name} is missing")
            continue
        if (entry.key, node) in seen:
            continue
        seen.add((entry.key, node))
        met.add(entry.key)
        found += compare(entry, official.shape(node), version)
        type_node = official.type_node(node)
        if type_node is not None and not isinstance(type_node, str):
            waiting += [(n, t, name) for n, t in official.declarations(type_node).items()]
    extra = set(reachable(schema, version)) - met
    return found + [f"{key} is not in the official schema" for key in sorted(extra)]


def compare(entry: ElementEntry, shape: Shape, version: str) -> list[str]:
    found = []
    if our_content(entry, version) != official_content(shape):
        found.append(f"{entry.key}: {our_content(entry, version)} is not {shape.content}")
    if (entry.content_in(version).kind == "mixed") != (shape.mixed and shape.content != "any"):
        found.append(f"{entry.key}: mixed is {shape.mixed}")
    ours = {a.name: our_attribute(a, version) for a in entry.attributes_in(version)}
    theirs = {name: judged(name, a) for name, a in shape.attributes.items()}
    for name in sorted(set(ours) | set(theirs)):
        if ours.get(name) != theirs.get(name):
            found.append(f"{entry.key}/@{name}: {ours.get(name)} is not {theirs.get(name)}")
    foreign = shape.any_attribute == "##other lax"
    if shape.content != "any" and (version in entry.foreign_attributes) != foreign:
        found.append(f"{entry.key}: foreign attributes are “{shape.any_attribute}”")
    return found


@pytest.mark.parametrize(("standard", "version"), VERSIONS)
def test_the_data_says_the_same_as_the_official_schema(standard: str, version: str) -> None:
    official = Document.load(file_name(standard, version))
    assert differences(load(standard), version, official) == []


@pytest.mark.parametrize(("standard", "version"), VERSIONS)
def test_the_same_elements_are_judged_everywhere(standard: str, version: str) -> None:
    official = Document.load(file_name(standard, version))
    assert global_names(load(standard), version) == set(official.global_elements)


@pytest.mark.parametrize(("standard", "version"), VERSIONS)
def test_particles_are_read_back_without_loss(standard: str, version: str) -> None:
    for entry in reachable(load(standard), version).values():
        particle = entry.content_in(version).particle
        assert particle is None or our_particle(particle) is not None
