"""The data compiled in memory to a schema by which libxml2 judges at its own speed.

The text made here is never written anywhere, and nothing is read from files or the network: the
two small schemas for `xlink:` and `xml:` attributes, which another namespace demands, are handed
over by a resolver. The data stays the one source.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from catalog_app.schema.definition import AttributeEntry, ElementEntry
from catalog_app.schema.load import load
from catalog_app.schema.model import NAMESPACES, Schema
from catalog_app.schema.notation import Content, Particle, in_range
from catalog_app.schema.wrapped import XSD, schema_of, wrapped

BUILT_IN = {
    "text": "string",
    "uri": "anyURI",
    "integer": "integer",
    "int": "int",
    "long": "long",
    "positive": "positiveInteger",
    "datetime": "dateTime",
    "id": "ID",
    "idref": "IDREF",
    "idrefs": "IDREFS",
    "base64": "base64Binary",
}
_XML_ATTRIBUTES = f"""<schema xmlns="{XSD}" targetNamespace="{NAMESPACES["xml"]}">
<attribute name="lang"><simpleType><union memberTypes="language"><simpleType>
<restriction base="string"><enumeration value=""/></restriction></simpleType></union></simpleType>
</attribute>
<attribute name="space"><simpleType><restriction base="NCName"><enumeration value="default"/>
<enumeration value="preserve"/></restriction></simpleType></attribute>
<attribute name="base" type="anyURI"/><attribute name="id" type="ID"/>
</schema>"""
_local = threading.local()
# lxml sets the one document loader of the process around a compile, and around every parse, and
# puts back what it found: two at a time take it from each other, and an import is not found.
# Compiles wait for each other; one that a parse disturbed is done again, and then stands firm,
# because it has itself left lxml's loader in place.
_one_at_a_time = threading.Lock()
_MOST_TRIES = 5


def compiled(standard: str, version: str) -> etree.XMLSchema:
    """The schema of one version ("mods", "3.8"), ready to validate; compiled once a thread.

    One for each thread, because a validator keeps the errors of its last run.
    """
    cache: dict[tuple[str, str], etree.XMLSchema] = _local.__dict__.setdefault("schemas", {})
    if (standard, version) not in cache:
        cache[standard, version] = _compile(load(standard), version)
    return cache[standard, version]


def _compile(schema: Schema, version: str) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)
    texts = {"xml": _XML_ATTRIBUTES, "xlink": _xlink(schema)}
    texts |= {name: schema_of(known) for name, known in wrapped(schema).items()}
    parser.resolvers.add(_InMemory({f"memory:{name}": text for name, text in texts.items()}))
    tree = etree.fromstring(schema_text(schema, version), parser)
    return undisturbed(lambda: etree.XMLSchema(tree))


def undisturbed(compile_: Callable[[], etree.XMLSchema]) -> etree.XMLSchema:
    """The schema that `compile_` makes, whatever other threads parse meanwhile."""
    with _one_at_a_time:
        for _ in range(_MOST_TRIES - 1):
            try:
                return compile_()
            except etree.XMLSchemaParseError:
                continue
        return compile_()


class _InMemory(etree.Resolver):
    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def resolve(  # type: ignore[override]  # the stubs forget the context
        self, system_url: str, public_id: str, context: object
    ) -> object:
        text = self._texts.get(system_url, f'<schema xmlns="{XSD}"/>')
        return self.resolve_string(text, context)  # type: ignore[call-arg]


def schema_text(schema: Schema, version: str) -> str:
    """The schema of one version as XSD text."""
    entries = reachable(schema, version)
    outside = global_names(schema, version)
    imports = ["xlink"] + (["xml"] if "xml:" in str(schema.library.data["sets"]) else [])
    lines = [
        f'<schema xmlns="{XSD}" xmlns:t={quoteattr(schema.namespace)} '
        f'xmlns:xlink="{NAMESPACES["xlink"]}" targetNamespace={quoteattr(schema.namespace)} '
        'elementFormDefault="qualified" attributeFormDefault="unqualified">'
    ]
    spaces = {name: NAMESPACES[name] for name in imports}
    spaces |= {name: known.namespace for name, known in wrapped(schema).items()}
    lines += [
        f'<import namespace="{uri}" schemaLocation="memory:{name}"/>'
        for name, uri in spaces.items()
    ]
    for key, entry in entries.items():
        if key in outside:
            lines.append(f'<element name="{entry.name}" type="t:{_type_name(key)}"/>')
        lines.extend(_type(schema, entry, version))
    return "\n".join([*lines, "</schema>"])


def reachable(schema: Schema, version: str) -> dict[str, ElementEntry]:
    """The elements that a version has, by their keys in the data."""
    library = schema.library
    always = schema.library.data["standard"].get("global_also", {}).get("", schema.record).split()
    waiting = [library.by_key(name) for name in always]
    found: dict[str, ElementEntry] = {}
    while waiting:
        entry = waiting.pop()
        if entry.key in found:
            continue
        found[entry.key] = entry
        particle = entry.content_in(version).particle
        inside = (library.entry(entry.name, name) for name in particle.names()) if particle else ()
        waiting.extend(child for child in inside if child is not None)
    return found


def global_names(schema: Schema, version: str) -> frozenset[str]:
    """The elements that a version judges wherever they stand, even inside foreign ones."""
    standard = schema.library.data["standard"]
    found = {
        name
        for range_, names in standard.get("global_also", {}).items()
        if version in in_range(range_, schema.versions)
        for name in names.split()
    }
    if "global" in standard and version in in_range(standard["global"], schema.versions):
        found |= {key for key in reachable(schema, version) if "/" not in key}
    return frozenset(found)


def _type_name(key: str) -> str:
    return key.replace("/", "-in-")


def _type(schema: Schema, entry: ElementEntry, version: str) -> Iterator[str]:
    content = entry.content_in(version)
    if content.kind == "any":
        yield f'<complexType name="{_type_name(entry.key)}" mixed="true"><sequence>'
        yield '<any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'
        yield '</sequence><anyAttribute processContents="lax"/></complexType>'
        return
    attributes = [_attribute(a, version) for a in entry.attributes_in(version)]
    if version in entry.foreign_attributes:
        attributes.append('<anyAttribute namespace="##other" processContents="lax"/>')
    mixed = ' mixed="true"' if content.kind == "mixed" else ""
    yield f'<complexType name="{_type_name(entry.key)}"{mixed}>'
    if content.kind == "value":
        yield from _value_type(entry, content, version, attributes)
    else:
        if content.particle is not None:
            yield _particle(schema, entry, content.particle, top=True)
        yield from attributes
    yield "</complexType>"


def _value_type(
    entry: ElementEntry, content: Content, version: str, attributes: list[str]
) -> Iterator[str]:
    if content.list:
        values = [v.text for v in entry.library.values(content.list) if version in v.versions]
        yield f'<simpleContent><restriction base="anyType">{_enumeration(values)}'
        yield from [*attributes, "</restriction></simpleContent>"]
    else:
        yield f'<simpleContent><extension base="{BUILT_IN[content.value]}">'
        yield from [*attributes, "</extension></simpleContent>"]


def _enumeration(values: list[str]) -> str:
    listed = "".join(f"<enumeration value={quoteattr(value)}/>" for value in values)
    return f'<simpleType><restriction base="string">{listed}</restriction></simpleType>'


def _attribute(attribute: AttributeEntry, version: str) -> str:
    use = ' use="required"' if version in attribute.required else ""
    prefix, colon, local = attribute.name.partition(":")
    if attribute.fixed:
        return f'<attributeGroup ref="{prefix}:{attribute.default}Type"/>'
    if colon:
        return f'<attribute ref="{prefix}:{local}"{use}/>'
    values = list(attribute.values_in(version))
    inner = _enumeration(values) if values else ""
    kind = "" if values else f" type={quoteattr(BUILT_IN.get(attribute.content.value, ''))}"
    default = f" default={quoteattr(attribute.default)}" if attribute.default else ""
    if attribute.content.value == "uris":
        inner, kind = '<simpleType><list itemType="anyURI"/></simpleType>', ""
    return f'<attribute name="{attribute.name}"{kind}{use}{default}>{inner}</attribute>'


def _particle(schema: Schema, parent: ElementEntry, particle: Particle, top: bool = False) -> str:
    most = "unbounded" if particle.most is None else str(particle.most)
    occurs = f' minOccurs="{particle.least}" maxOccurs="{most}"'
    if particle.kind == "name":
        entry = schema.library.entry(parent.name, particle.name)
        key = entry.key if entry else particle.name
        inner = f'<element name="{particle.name}" type="t:{_type_name(key)}"{occurs}/>'
    elif particle.kind == "any":
        inner = f'<any namespace="##any" processContents="{particle.name}"{occurs}/>'
    else:
        parts = "".join(_particle(schema, parent, part) for part in particle.parts)
        return f"<{particle.kind}{occurs}>{parts}</{particle.kind}>"
    return f"<sequence>{inner}</sequence>" if top else inner


def _xlink(schema: Schema) -> str:
    """The attributes of XLink that the data knows, and one group for each fixed `xlink:type`."""
    found: dict[str, AttributeEntry] = {}
    kinds = {"simple"}
    for key in schema.library.data["element"]:
        for attribute in schema.library.by_key(key).attributes:
            if attribute.name.startswith("xlink:"):
                found[attribute.name.partition(":")[2]] = attribute
                kinds |= {attribute.default} if attribute.fixed else set()
    found.pop("type", None)
    version = schema.versions[-1]
    lines = [f'<schema xmlns="{XSD}" targetNamespace="{NAMESPACES["xlink"]}">']
    for name, attribute in found.items():
        values = list(attribute.values_in(version))
        kind = "" if values else f' type="{BUILT_IN[attribute.content.value]}"'
        lines.append(f'<attribute name="{name}"{kind}>')
        lines.append((_enumeration(values) if values else "") + "</attribute>")
    for kind in sorted(kinds):
        lines.append(
            f'<attributeGroup name="{kind}Type"><attribute name="type" type="string" '
            f'fixed="{escape(kind)}" form="qualified"/></attributeGroup>'
        )
    return "\n".join([*lines, "</schema>"])
