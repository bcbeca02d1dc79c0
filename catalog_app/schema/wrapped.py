"""What METS knows of the standards that it wraps: as much of PREMIS as its own verdict needs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from catalog_app import paths
from catalog_app.schema.model import Schema

XSD = "http://www.w3.org/2001/XMLSchema"


@dataclass(frozen=True)
class Wrapped:
    """A wrapped standard: which elements hold its own elements only, anything, or only text.

    `objects` are the types that its element `object` may say it is.
    """

    namespace: str
    containers: frozenset[str]
    open: frozenset[str]
    plain: frozenset[str]
    objects: tuple[str, ...]


def wrapped(schema: Schema) -> dict[str, Wrapped]:
    """The wrapped standards that a standard judges along with itself, by short names."""
    return _premis() if schema.standard == "mets" else {}


@cache
def _premis() -> dict[str, Wrapped]:
    file = paths.resources() / "schema" / "premis.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        name: Wrapped(
            said["namespace"],
            frozenset(said["containers"].split()),
            frozenset(said["open"].split()),
            frozenset(said["plain"].split()),
            tuple(said["objects"].split()),
        )
        for name, said in data.items()
    }


def schema_of(known: Wrapped) -> str:
    """The wrapped standard as XSD text; its own errors are nobody's concern here."""
    repeated = 'processContents="lax" minOccurs="0" maxOccurs="unbounded"'
    inside, anything = (f'<any namespace="{n}" {repeated}/>' for n in (known.namespace, "##any"))
    attributes = '<attribute name="xmlID" type="ID"/><anyAttribute processContents="lax"/>'
    lines = [
        f'<schema xmlns="{XSD}" xmlns:t="{known.namespace}" targetNamespace="{known.namespace}">'
    ]
    for name, content, abstract in (
        ("container", inside, ""), ("open", anything, ""), ("anObject", inside, ' abstract="true"'),
    ):  # fmt: skip
        lines.append(
            f'<complexType name="{name}" mixed="true"{abstract}><sequence>{content}</sequence>'
            f"{attributes}</complexType>"
        )
    lines.append(
        '<complexType name="plain"><simpleContent><extension base="string">'
        '<anyAttribute processContents="lax"/></extension></simpleContent></complexType>'
    )
    lines += [
        f'<complexType name="{name}" mixed="true"><complexContent mixed="true">'
        '<extension base="t:anObject"/></complexContent></complexType>'
        for name in known.objects
    ]
    kinds = {"object": "anObject"} | dict.fromkeys(sorted(known.containers), "container")
    kinds |= dict.fromkeys(sorted(known.open), "open")
    kinds |= dict.fromkeys(sorted(known.plain), "plain")
    lines += [f'<element name="{name}" type="t:{kind}"/>' for name, kind in kinds.items()]
    return "\n".join([*lines, "</schema>"])
