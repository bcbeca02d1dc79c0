"""A record as simple Dublin Core: what the schema data says each MODS element is in it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS
from catalog_app.export import names
from catalog_app.export.reading import plain, record, texts

_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
Statement = tuple[str, str, str]


def dublin_core(document: Document, part: str) -> bytes:
    """The record in UTF-8, in the container that OAI-PMH uses; raises KeyError."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<oai_dc:dc xmlns:oai_dc="{_OAI_DC}" xmlns:dc="{_DC}">',
    ]
    seen = set()
    for statement in statements(record(document, part)):
        if statement not in seen:
            seen.add(statement)
            name, text, language = statement
            tagged = f" xml:lang={quoteattr(language)}" if language else ""
            lines.append(f"  <dc:{name}{tagged}>{escape(text)}</dc:{name}>")
    return "\n".join([*lines, "</oai_dc:dc>", ""]).encode()


def statements(root: Element) -> Iterator[Statement]:
    """Element, text and language of every statement, in the record's order."""
    for child in root.children():
        if child.name[0] == MODS:
            yield from _of(child)


def _of(element: Element) -> Iterator[Statement]:
    kind, language = element.name[1], _language(element)
    if kind == "titleInfo":
        yield from _said("title", names.title(element), language)
    elif kind == "name":
        who = "creator" if names.is_author(element) else "contributor"
        yield from _said(who, names.name(element), language)
    elif kind == "subject":
        yield from _subject(element, language)
    elif kind == "relatedItem":
        said = [*names.titles(element)[:1], *texts(element, "identifier")[:1]]
        yield from _said("relation", ". ".join(said), language)
    elif kind == "language":
        yield from _language_statement(element)
    elif kind != "recordInfo":
        yield from _leaves(element, (kind,), language)


def _subject(element: Element, language: str) -> Iterator[Statement]:
    coverage: list[str] = []
    about: list[str] = []
    for child in element.children():
        kind = child.name[1]
        said = _subject_part(child)
        where = coverage if kind in ("geographic", "temporal", "hierarchicalGeographic") else about
        where += [said] if said and kind not in ("cartographics", "geographicCode") else []
    yield from _said("subject", " -- ".join(about), language)
    for said in coverage:
        yield from _said("coverage", said, language)


def _subject_part(child: Element) -> str:
    if child.name[1] == "name":
        return names.name(child)
    if child.name[1] == "titleInfo":
        return names.title(child)
    own = plain(child.value)
    return own or " -- ".join(plain(leaf.value) for leaf in child.children() if leaf.value.strip())


def _language_statement(element: Element) -> Iterator[Statement]:
    """The code when there is one: the words beside it say the same."""
    terms = texts(element, "languageTerm", type="code") or texts(element, "languageTerm")
    for term in terms:
        yield from _said("language", term, "")


def _leaves(element: Element, path: tuple[str, ...], language: str) -> Iterator[Statement]:
    """Everything with a text whose place has a counterpart in Dublin Core."""
    known = declared_at(MODS, path)
    target = _target(known.dc if known else "")
    inner = [child for child in element.children() if child.name[0] == MODS]
    if target and not inner:
        yield from _said(target, element.value, _language(element) or language)
    for child in inner:
        yield from _leaves(child, (*path, child.name[1]), language)


def _target(dc: str) -> str:
    """The one element of a list such as "publisher, date" that stands for a leaf."""
    return dc.partition(",")[0].strip() if "," not in dc else ""


def _said(name: str, text: str, language: str) -> Iterator[Statement]:
    if text.strip():
        yield name, plain(text), language


def _language(element: Element) -> str:
    return element.get("xml:lang") or ""
