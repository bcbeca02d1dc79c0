"""The official schemas read into plain values, so that our data can be compared with them.

Only what the schemas of MODS, METS and XLink use is understood; anything else raises KeyError.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "schemas"
XS = "{http://www.w3.org/2001/XMLSchema}"
INF = 10**9
LOCATIONS = {"mods/xml.xsd": "xml.xsd", "xlink.xsd": "xlink.xsd", "xml.xsd": "xml.xsd"}
PREFIXES = {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


@dataclass(frozen=True)
class Shape:
    """What a type allows, in a form that can be compared: two equal shapes judge alike.

    `content` is "empty", "any", ("value", simple) or ("children", particle); attributes map a name
    to (simple type, required, default, fixed).
    """

    content: Any
    mixed: bool
    attributes: dict[str, Any]
    any_attribute: str


def occurs(node: etree._Element) -> tuple[int, int]:
    """The (minOccurs, maxOccurs) of a particle; INF stands for unbounded."""
    most = node.get("maxOccurs", "1")
    return int(node.get("minOccurs", "1")), INF if most == "unbounded" else int(most)


def times(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    """The occurrence of a particle that stands alone in a repeated group."""
    return a[0] * b[0], 0 if 0 in (a[1], b[1]) else min(INF, a[1] * b[1])


def group(kind: str, children: list[Any], occ: tuple[int, int]) -> Any:
    """A sequence or choice in its simplest form."""
    children = [c for c in children if c is not None]
    if not children or occ[1] == 0:
        return None
    if len(children) == 1:
        child = children[0]
        return (*child[:-1], times(child[-1], occ))
    if kind == "choice":
        flat: list[Any] = []
        for child in children:
            inner = child[0] == "choice" and (child[2] == (1, 1) or occ[1] == INF)
            if inner and child[2][0] == 0:
                occ = (0, occ[1])
            flat.extend(child[1] if inner else [child])
        if occ[1] == INF:
            if any(c[-1][0] == 0 for c in flat):
                occ = (0, INF)
            flat = [(*c[:-1], (1, 1)) if c[-1][1] >= 1 and c[-1][0] <= 1 else c for c in flat]
        children = sorted(set(flat), key=str)
    else:
        flat = []
        for child in children:
            flat.extend(child[1] if child[0] == "sequence" and child[2] == (1, 1) else [child])
        children = flat
    return (kind, tuple(children), occ)


class Document:
    """One official schema document with the ones it imports."""

    _cache: dict[str, Document] = {}  # noqa: RUF012 - a cache of parsed files

    def __init__(self, name: str) -> None:
        self.root = etree.parse(SCHEMAS / name).getroot()
        self.namespace = self.root.get("targetNamespace", "")
        self.named = {
            (etree.QName(n).localname, n.get("name")): n
            for n in self.root
            if isinstance(n.tag, str) and n.get("name")
        }

    @classmethod
    def load(cls, name: str) -> Document:
        """The document of that file name, read once."""
        if name not in cls._cache:
            cls._cache[name] = cls(name)
        return cls._cache[name]

    @cached_property
    def imports(self) -> dict[str, str]:
        """File names by namespace, as the oracle resolves them."""
        found = {}
        for node in self.root.iter(XS + "import"):
            url = node.get("schemaLocation", "")
            end = next((e for e in LOCATIONS if url.endswith(e)), url)
            local = "xml-w3c-2009.xsd" if "www.w3.org/2001/xml.xsd" in url else LOCATIONS[end]
            found[node.get("namespace")] = local
        return found

    @property
    def global_elements(self) -> list[str]:
        """Names of the elements that may be a root, or are judged inside lax content."""
        return [name for kind, name in self.named if kind == "element"]

    def find(self, kind: str, qname: str, at: etree._Element) -> tuple[Document, etree._Element]:
        """The named definition that a reference means, with its document."""
        prefix, _, local = qname.rpartition(":")
        namespace = at.nsmap.get(prefix or None, "")
        if namespace == self.namespace or (not namespace and not prefix):
            return self, self.named[kind, local]
        if prefix == "xml":
            namespace = "http://www.w3.org/XML/1998/namespace"
        other = Document.load(self.imports[namespace])
        return other, other.named[kind, local]

    # ---- simple types: ("string" | …, values) | ("union", …) | ("list", …)

    def simple(self, node: etree._Element) -> Any:
        """A simpleType as a value: its base's local name, and its list of values."""
        rest = next(c for c in node if isinstance(c.tag, str) and c.tag != XS + "annotation")
        kind = etree.QName(rest).localname
        if kind == "union":
            members = [self.simple_named(n, rest) for n in rest.get("memberTypes", "").split()]
            members += [self.simple(c) for c in rest.findall(XS + "simpleType")]
            return ("union", tuple(members))
        if kind == "list":
            return ("list", self.simple_named(rest.get("itemType"), rest))
        base = (
            self.simple_named(rest.get("base"), rest)
            if rest.get("base")
            else self.simple(rest.find(XS + "simpleType"))
        )
        values = {e.get("value") for e in rest.findall(XS + "enumeration")}
        facets = {
            (etree.QName(f).localname, f.get("value"))
            for f in rest
            if isinstance(f.tag, str)
            and etree.QName(f).localname not in ("enumeration", "annotation", "simpleType")
        }
        if values:
            return (base[0], frozenset(values))
        return (base[0], base[1], frozenset(facets)) if facets else base

    def simple_named(self, qname: str, at: etree._Element) -> Any:
        """A built-in or named simple type."""
        prefix, _, local = qname.rpartition(":")
        if at.nsmap.get(prefix or None) == XS[1:-1]:
            return (local, frozenset())
        document, node = self.find("simpleType", qname, at)
        return document.simple(node)

    # ---- attributes

    def attributes(self, node: etree._Element) -> tuple[dict[str, Any], str]:
        """The attributes that a complex type, extension or group declares itself."""
        found: dict[str, Any] = {}
        wildcard = ""
        for child in node:
            if child.tag == XS + "attribute":
                name, value = self.attribute(child)
                found[name] = value
            elif child.tag == XS + "attributeGroup":
                document, target = self.find("attributeGroup", child.get("ref"), child)
                more, any_ = document.attributes(target)
                found |= more
                wildcard = wildcard or any_
            elif child.tag == XS + "anyAttribute":
                wildcard = f"{child.get('namespace', '##any')} {child.get('processContents')}"
        return found, wildcard

    def attribute(self, node: etree._Element) -> tuple[str, Any]:
        """One attribute: its name as people write it, and what it holds."""
        declared, document, name = node, self, node.get("name")
        if node.get("ref"):
            document, declared = self.find("attribute", node.get("ref"), node)
            prefix = PREFIXES.get(document.namespace, "")
            name = f"{prefix}:{declared.get('name')}" if prefix else declared.get("name")
        elif document.root.get("attributeFormDefault") == "qualified" or node.get("form"):
            name = f"{PREFIXES.get(document.namespace, '')}:{name}"
        inner = declared.find(XS + "simpleType")
        if inner is not None:
            kind = document.simple(inner)
        elif declared.get("type"):
            kind = document.simple_named(declared.get("type"), declared)
        else:
            kind = ("anySimpleType", frozenset())
        pick = lambda key: node.get(key, declared.get(key))  # noqa: E731
        return name, (kind, node.get("use") == "required", pick("default"), pick("fixed"))

    # ---- content

    def particle(self, node: etree._Element) -> Any:
        """A particle in its simplest form, or None for nothing."""
        kind = etree.QName(node).localname
        if kind == "element":
            return ("element", node.get("name") or node.get("ref").rpartition(":")[2], occurs(node))
        if kind == "any":
            return (
                "any",
                node.get("namespace", "##any"),
                node.get("processContents", "strict"),
                occurs(node),
            )
        if kind == "group":
            _, target = self.find("group", node.get("ref"), node)
            inner = self.inner_particle(target)
            return (*inner[:-1], times(inner[-1], occurs(node)))
        children = [
            self.particle(c) for c in node if isinstance(c.tag, str) and c.tag != XS + "annotation"
        ]
        return group(kind, children, occurs(node))

    def inner_particle(self, node: etree._Element) -> Any:
        """The particle directly inside a type, extension or group, or None."""
        for child in node:
            if isinstance(child.tag, str) and etree.QName(child).localname in (
                "sequence",
                "choice",
                "group",
                "all",
            ):
                return self.particle(child)
        return None

    def declarations(self, node: etree._Element) -> dict[str, etree._Element]:
        """The element declarations inside a type, by name, references resolved."""
        found: dict[str, etree._Element] = {}
        for child in node:
            if not isinstance(child.tag, str):
                continue
            kind = etree.QName(child).localname
            if kind == "element":
                target = (
                    child if child.get("name") else self.find("element", child.get("ref"), child)[1]
                )
                found[target.get("name")] = target
            elif kind == "group":
                found |= self.declarations(self.find("group", child.get("ref"), child)[1])
            elif kind == "extension":
                prefix, _, local = child.get("base").rpartition(":")
                if (
                    child.nsmap.get(prefix or None) != XS[1:-1]
                    and ("complexType", local) in self.named
                ):
                    found |= self.declarations(self.named["complexType", local])
                found |= self.declarations(child)
            elif kind in ("sequence", "choice", "complexContent", "simpleContent", "all"):
                found |= self.declarations(child)
        return found

    # ---- types

    def type_node(self, element: etree._Element) -> etree._Element | str | None:
        """The complexType node, or the simple type's node or name, of an element declaration."""
        for tag in ("complexType", "simpleType"):
            inner = element.find(XS + tag)
            if inner is not None:
                return inner
        name = element.get("type")
        if name is None:
            return None
        prefix, _, local = name.rpartition(":")
        if element.nsmap.get(prefix or None) == XS[1:-1]:
            return name
        for tag in ("complexType", "simpleType"):
            if (tag, local) in self.named:
                return self.named[tag, local]
        raise KeyError(name)

    def shape(self, element: etree._Element) -> Shape:
        """What an element declaration allows."""
        node = self.type_node(element)
        if node is None or node in ("xs:anyType", "xsd:anyType"):
            return Shape("any", True, {}, "##any lax")
        if isinstance(node, str):
            return Shape(("value", self.simple_named(node, element)), False, {}, "")
        if node.tag == XS + "simpleType":
            return Shape(("value", self.simple(node)), False, {}, "")
        return self.complex_shape(node)

    def complex_shape(self, node: etree._Element) -> Shape:
        """What a complexType allows, its bases included."""
        content = next(
            (c for c in node if c.tag in (XS + "simpleContent", XS + "complexContent")), None
        )
        mixed = node.get("mixed") == "true"
        if content is None:
            attributes, wildcard = self.attributes(node)
            particle = self.inner_particle(node)
            return Shape(
                ("children", particle) if particle else "empty", mixed, attributes, wildcard
            )
        step = next(c for c in content if c.tag in (XS + "extension", XS + "restriction"))
        attributes, wildcard = self.attributes(step)
        name = step.get("base")
        prefix, _, local = name.rpartition(":")
        if step.nsmap.get(prefix or None) == XS[1:-1]:
            if local == "anyType" and step.tag == XS + "restriction":
                own = self.inner_particle(step)
                return Shape(("children", own) if own else "empty", mixed, attributes, wildcard)
            return Shape(("value", (local, frozenset())), False, attributes, wildcard)
        if ("complexType", local) in self.named:
            base = self.complex_shape(self.named["complexType", local])
            inner = base.content
            if step.tag == XS + "restriction":
                values = {e.get("value") for e in step.findall(XS + "enumeration")}
                inner = ("value", (base.content[1][0], frozenset(values))) if values else inner
            else:
                own = self.inner_particle(step)
                if own:
                    parts = [base.content[1], own] if base.content != "empty" else [own]
                    inner = ("children", group("sequence", parts, (1, 1)))
            return Shape(
                inner,
                mixed or base.mixed,
                base.attributes | attributes,
                wildcard or base.any_attribute,
            )
        return Shape(
            ("value", self.simple(self.named["simpleType", local])), False, attributes, wildcard
        )
