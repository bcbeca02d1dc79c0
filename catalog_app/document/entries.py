"""The entries of a harvested list (OAI-PMH) that hold no MODS and no METS, so that none is missed.

They are not edited here and stay as they are; what is known of them is read from their tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog_app.document.document import Document
from catalog_app.document.names import Name
from catalog_app.lossless.spans import declarations, decode

_LIST = ("http://www.openarchives.org/OAI/2.0/", "OAI-PMH")
_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>"
    rb"|<(?P<end>/?)(?:[\w.-]+:)?(?P<name>[\w.-]+)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_TURN = 500
DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Other:
    """An entry: what it is called in its list, its title, and the element that it holds instead.

    `holds` is that element's local name (`dc`), DELETED, or "" where there is nothing in it.
    """

    identifier: str
    title: str
    holds: str


@dataclass(slots=True)
class _Reading:
    """What is known of the entry that is being read; `deep` counts the elements called record."""

    deep: int = 0
    identifier: str = ""
    title: str = ""
    holds: str = ""
    inside: bool = False
    ours: bool = False


def outermost(document: Document) -> Name:
    """The namespace and local name of the outermost element, from its tag alone."""
    tag = next((tag for part in document.parts.order[:3] if (tag := part.first_tag())), None)
    if tag is None:
        return "", ""
    prefix, _, local = tag["name"].decode().rpartition(":")
    return declarations(tag["rest"]).get(prefix, ""), local


def is_harvested(document: Document) -> bool:
    """Whether a document is a list that was harvested."""
    return outermost(document) == _LIST


def others(document: Document) -> Iterator[Other | None]:
    """The entries without MODS or METS, in order; yields None now and then."""
    if not is_harvested(document):
        return
    ours = {anchor.part for anchor in document.anchors()}
    reading = _Reading()
    for part in document.parts.order:
        if part.id in ours:
            reading.ours = True
            yield None
            continue
        text = part.text
        for count, match in enumerate(_TAG.finditer(text)):
            if count % _TURN == _TURN - 1:
                yield None
            if match["name"] is None:
                continue
            if match["end"]:
                if match["name"] == b"record" and reading.deep:
                    reading.deep -= 1
                    if not reading.deep and not reading.ours:
                        yield Other(reading.identifier, reading.title, reading.holds)
            else:
                reading = _read(document, reading, match, text)


def _read(document: Document, reading: _Reading, match: re.Match[bytes], text: bytes) -> _Reading:
    """Take notice of a start tag."""
    name, rest = match["name"].decode(), match["rest"]
    if name == "record":
        if not reading.deep:
            return _Reading(0 if rest.endswith(b"/") else 1)
        reading.deep += not rest.endswith(b"/")
    elif not reading.deep:
        return reading
    elif name == "header" and not reading.inside:
        if re.search(rb"""status\s*=\s*["']deleted""", rest):
            reading.holds = DELETED
    elif name == "identifier" and not reading.identifier and not reading.inside:
        reading.identifier = _following(document, match, text)
    elif name == "metadata" and not reading.inside:
        reading.inside = True
    elif reading.inside and not reading.holds:
        reading.holds = name
    elif name == "title" and not reading.title:
        reading.title = _following(document, match, text)
    return reading


def _following(document: Document, match: re.Match[bytes], text: bytes) -> str:
    """The characters behind a start tag."""
    end = text.find(b"<", match.end())
    raw = text[match.end() : end if end >= 0 else None]
    return " ".join(decode(raw, document.entities).split())
