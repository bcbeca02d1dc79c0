"""The element reference, printed from the data: what `catalog-app fields` shows."""

from __future__ import annotations

from typing import Any

from catalog_app.schema.load import load
from catalog_app.schema.model import Attribute, Element, Schema
from catalog_app.schema.search import marc_answers, walk

STANDARDS = ("mods", "mets", "dc")


def find(name: str, language: str = "en") -> list[tuple[Schema, Element]]:
    """The elements that `name` means: a name, a path, a label or a MARC tag; [] if none does.

    `mets:file` asks one standard only. Where a standard has something at exactly that path, its
    other namesakes are left out. Inside a related item an element is not listed again.
    """
    prefix, colon, rest = name.strip().partition(":")
    chosen = (prefix,) if colon and prefix in STANDARDS else STANDARDS
    wanted = (rest if colon and prefix in STANDARDS else name).strip().strip("/").casefold()
    schemas = [load(standard, language) for standard in chosen]
    return [(schema, element) for schema in schemas for element in _meant(schema, wanted)]


def _meant(schema: Schema, wanted: str) -> list[Element]:
    found = [element for element in _elements(schema) if _means(element, wanted)]
    return [e for e in found if "/".join(e.path).casefold() == wanted] or found


def _elements(schema: Schema) -> list[Element]:
    below = [e for e in walk(schema) if e.path[0] != "relatedItem" or len(e.path) == 1]
    return [schema.root(), *below]


def _means(element: Element, wanted: str) -> bool:
    path = "/".join(element.path).casefold()
    named = wanted in (element.name.casefold(), element.label.casefold(), path)
    return named or marc_answers(element.marc, wanted) is not None


def fields(name: str = "", language: str = "en") -> dict[str, Any] | None:
    """The reference as plain values for JSON: all elements, or those that `name` means.

    None if no element answers to `name`.
    """
    if name:
        found = find(name, language)
        return {"elements": [describe(s, e) for s, e in found]} if found else None
    schemas = [load(standard, language) for standard in STANDARDS]
    return {"elements": [describe(s, e) for s in schemas for e in _elements(s)]}


def describe(schema: Schema, element: Element) -> dict[str, Any]:
    """Everything that is known about one element, as plain values."""
    return {
        "standard": schema.name,
        "path": "/".join(element.path) or element.name,
        "name": element.name,
        "label": element.label,
        "group": element.group,
        "help": element.help,
        "example": element.example,
        "marc": element.marc,
        "dc": element.dc,
        "since": element.since or schema.versions[0],
        "until": element.until or schema.versions[-1],
        "min": element.min,
        "max": element.max,
        "content": element.content,
        "ordered": element.ordered,
        "values": {value: element.value_labels[value] for value in element.values},
        "vocabularies": list(element.vocabularies),
        "children": [child.name for child in element.children],
        "attributes": [_attribute(schema, a) for a in element.attributes],
    }


def _attribute(schema: Schema, attribute: Attribute) -> dict[str, Any]:
    listed = attribute.values or attribute.suggestions
    return {
        "name": attribute.name,
        "label": attribute.label,
        "help": attribute.help,
        "example": attribute.example,
        "required": attribute.required,
        "since": attribute.since or schema.versions[0],
        "until": attribute.until or schema.versions[-1],
        "values": {value: attribute.value_labels[value] for value in listed},
        "closed": bool(attribute.values),
        "vocabularies": list(attribute.vocabularies),
    }


def fields_text(name: str = "", language: str = "en") -> str | None:
    """The reference as text: a table of all elements, or a page on those that `name` means.

    None if no element answers to `name`.
    """
    if not name:
        return "\n\n".join(_overview(load(standard, language)) for standard in STANDARDS) + "\n"
    found = find(name, language)
    return "\n\n".join(page(s, e) for s, e in found) + "\n" if found else None


def _overview(schema: Schema) -> str:
    lines = [f"{schema.name} {schema.versions[0]} to {schema.versions[-1]}"]
    if len(schema.versions) == 1:
        lines = [f"{schema.name} {schema.versions[0]}"]
    for element in _elements(schema)[1:]:
        indent = "  " * len(element.path)
        lines.append(f"{indent + element.label:<44} {'/'.join(element.path):<48} {element.marc}")
    return "\n".join(line.rstrip() for line in lines)


def page(schema: Schema, element: Element) -> str:
    """All about one element, as text for a terminal."""
    said = [
        ("Path", "/".join(element.path) or element.name),
        ("For", element.help),
        ("Example", element.example),
        ("MARC 21", element.marc),
        ("Dublin Core", element.dc),
        ("Versions", _versions(schema, element.since, element.until)),
        ("How often", _how_often(element)),
        ("Values", _listed(element.values, element.value_labels)),
        ("Vocabulary", ", ".join(element.vocabularies)),
        ("Contains", ", ".join(child.name for child in element.children)),
    ]
    lines = [f"{element.label} — {schema.name} {element.name}"]
    lines += [f"  {label + ':':<13} {text}" for label, text in said if text]
    lines += [_attribute_line(schema, attribute) for attribute in element.attributes]
    return "\n".join(lines)


def _attribute_line(schema: Schema, attribute: Attribute) -> str:
    listed = attribute.values or attribute.suggestions
    values = _listed(listed, attribute.value_labels)
    versions = ""
    if attribute.since or attribute.until:
        versions = f" ({_versions(schema, attribute.since, attribute.until)})"
    need = " (must be there)" if attribute.required else ""
    values = f" Values: {values}." if values else ""
    return f"  @{attribute.name:<16} {attribute.label}{need}{versions}: {attribute.help}{values}"


def _listed(values: tuple[str, ...], labels: dict[str, str]) -> str:
    return "; ".join(f"{value or '(empty)'} = {labels[value]}" for value in values)


def _versions(schema: Schema, since: str, until: str) -> str:
    if since and until:
        return f"{schema.name} {since}" + (f" to {until}" if since != until else "")
    if until:
        return f"up to {schema.name} {until}"
    return f"since {schema.name} {since}" if since else f"all versions of {schema.name}"


def _how_often(element: Element) -> str:
    if not element.path:
        return ""
    least = "must be there" if element.min else "may be left out"
    return f"{least}, {'only once' if element.max == 1 else 'may be repeated'}"
