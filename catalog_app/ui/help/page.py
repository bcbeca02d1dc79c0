"""The help on an element as rich text, written from the schema's data."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from catalog_app.schema.model import Attribute, Element, Schema
from catalog_app.schema.vocabularies import vocabulary
from catalog_app.ui.look import Colours

translate = QCoreApplication.translate


def link(standard: str, path: tuple[str, ...], text: str) -> str:
    """A link to another element of the reference."""
    return f'<a href="field:{escape(standard)}/{escape("/".join(path))}">{escape(text)}</a>'


def style(colours: Colours, size: float, fixed: str) -> str:
    """The style sheet of the page for one theme."""
    small = max(9, round(size * 0.9))
    return (
        f"body {{ color: {colours.text}; }}"
        f".title {{ font-size: {round(size * 1.3)}px; font-weight: 600; margin: 0 0 2px 0; }}"
        f".head {{ font-size: {small}px; font-weight: 700; color: {colours.dim};"
        " margin: 14px 0 3px 0; }"
        f".path {{ color: {colours.faint}; font-family: '{fixed}'; font-size: {small}px; }}"
        f".dim {{ color: {colours.dim}; }} .faint {{ color: {colours.faint}; }}"
        f".example {{ font-family: '{fixed}'; font-size: {small}px; color: {colours.text};"
        f" background-color: {colours.background}; }}"
        f"a {{ color: {colours.accent}; text-decoration: none; }}"
        "p { margin: 0 0 6px 0; } td { padding: 2px 12px 2px 0; }"
    )


def element_page(schema: Schema, element: Element) -> str:
    """All that is known of an element, most wanted first."""
    pieces = [
        _head(schema, element),
        _paragraph(element.help),
        _example(element.example),
        _facts(schema, element),
        _values(element),
        _attributes(element),
        _children(schema, element),
        _relatives(schema, element),
    ]
    return "".join(pieces)


def _head(schema: Schema, element: Element) -> str:
    path = "/".join(element.path) or schema.record
    parents = [
        link(schema.standard, element.path[:depth], name)
        for depth, name in enumerate((schema.record, *element.path[:-1]))
    ]
    trail = " › ".join(parents) if element.path else ""
    above = f'<p class="faint">{trail}</p>' if trail else ""
    return f'{above}<p class="title">{escape(element.label)}</p><p class="path">{escape(path)}</p>'


def _heading(text: str) -> str:
    return f'<p class="head">{escape(text.upper())}</p>'


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _example(text: str) -> str:
    if not text:
        return ""
    shown = escape(text).replace("\n", "<br>")
    return _heading(translate("Help", "Example")) + f"<p class='example'>{shown}</p>"


def _lists(element: Element) -> str:
    """The lists that values are taken from, by the names people know them by."""
    return ", ".join(vocabulary(name).label for name in element.vocabularies)


def _facts(schema: Schema, element: Element) -> str:
    rows = [
        (translate("Help", "MARC 21"), element.marc),
        (translate("Help", "Dublin Core"), element.dc),
        (translate("Help", "Versions"), versions(schema, element.since, element.until)),
        (translate("Help", "Occurs"), _occurs(element)),
        (translate("Help", "Values from"), _lists(element)),
    ]
    if element.deprecated:
        rows.append(
            (translate("Help", "Note"), translate("Help", "The standard advises against it."))
        )
    cells = "".join(
        f'<tr><td class="dim">{escape(name)}</td><td>{escape(text)}</td></tr>'
        for name, text in rows
        if text
    )
    return _heading(translate("Help", "Equivalents and versions")) + _table(cells) if cells else ""


def _table(rows: str) -> str:
    return f"<table cellspacing='0'>{rows}</table>"


def versions(schema: Schema, since: str, until: str) -> str:
    """From which version to which, in words."""
    if since and until:
        text = translate("Help", "{0} {1} to {2}").format(schema.name, since, until)
    elif since:
        text = translate("Help", "since {0} {1}").format(schema.name, since)
    elif until:
        text = translate("Help", "up to {0} {1}").format(schema.name, until)
    else:
        text = translate("Help", "all of {0} {1} to {2}").format(
            schema.name, schema.versions[0], schema.versions[-1]
        )
    return text


def _occurs(element: Element) -> str:
    if not element.path:
        return ""
    least = translate("Help", "required") if element.min else translate("Help", "optional")
    many = (
        translate("Help", "repeatable")
        if element.max is None
        else translate("Help", "not repeatable")
    )
    return f"{least}, {many}"


def _values(element: Element) -> str:
    if not element.values:
        return ""
    labels = element.value_labels
    return _heading(translate("Help", "Values")) + _list_of(element.values, labels)


def _list_of(values: tuple[str, ...], labels: dict[str, str]) -> str:
    rows = []
    for value in values:
        said = labels.get(value, "")
        more = f' <span class="dim">{escape(said)}</span>' if said and said != value else ""
        rows.append(f'<span class="example">{escape(value)}</span>{more}')
    return f"<p>{'<br>'.join(rows)}</p>"


def _attributes(element: Element) -> str:
    if not element.attributes:
        return ""
    return _heading(translate("Help", "Attributes")) + "".join(
        _attribute(a) for a in element.attributes
    )


def _attribute(attribute: Attribute) -> str:
    marks = [translate("Help", "required")] if attribute.required else []
    if attribute.since:
        marks.append(translate("Help", "since {0}").format(attribute.since))
    if attribute.until:
        marks.append(translate("Help", "up to {0}").format(attribute.until))
    beside = f' <span class="faint">{escape(", ".join(marks))}</span>' if marks else ""
    named = f'<a name="{escape(attribute.name)}"></a><b>{escape(attribute.label)}</b>'
    head = f'<p>{named} <span class="path">{escape(attribute.name)}</span>{beside}<br>'
    text = f'<span class="dim">{escape(attribute.help)}</span></p>'
    listed = attribute.values or attribute.suggestions
    return head + text + (_list_of(listed, attribute.value_labels) if listed else "")


def _children(schema: Schema, element: Element) -> str:
    if not element.children:
        return ""
    rows = [
        f"<tr><td>{link(schema.standard, child.path, child.label)}</td>"
        f'<td class="path">{escape(child.name)}</td></tr>'
        for child in element.children
    ]
    return _heading(translate("Help", "Inside")) + _table("".join(rows))


def _relatives(schema: Schema, element: Element) -> str:
    """Other elements that share a MARC field or a Dublin Core name: see also."""
    if len(element.path) != 1 or not element.dc:
        return ""
    wanted = {name.strip() for name in element.dc.split(",")}
    others = [
        other
        for other in schema.root().children
        if other.name != element.name and wanted & {n.strip() for n in other.dc.split(",")}
    ]
    if not others:
        return ""
    links = ", ".join(link(schema.standard, other.path, other.label) for other in others)
    return _heading(translate("Help", "See also")) + f"<p>{links}</p>"


def unknown_page(name: str, standard: str) -> str:
    """What to say about an element that no schema here knows."""
    said = translate(
        "Help", "This element belongs to another standard. It is shown and kept as it is."
    )
    where = f'<p class="path">{escape(standard)}</p>' if standard else ""
    return f"<p class='title'>{escape(name)}</p>{where}<p>{said}</p>"


def results_page(schema: Schema, query: str, found: list[tuple[Element, tuple[str, ...]]]) -> str:
    """The elements that answer to a search, best first."""
    if not found:
        said = translate(
            "Help",
            "Nothing in {0} answers to “{1}”. Labels, names, paths, MARC tags and "
            "Dublin Core names are searched.",
        ).format(schema.name, query)
        return f"<p>{escape(said)}</p>"
    rows = [
        f"<p>{link(schema.standard, path, element.label)} "
        f'<span class="path">{escape("/".join(path))}</span><br>'
        f'<span class="dim">{escape(element.help)}</span></p>'
        for element, path in found
    ]
    return "".join(rows)
