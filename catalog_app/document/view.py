"""What is shown of a document, and what things are called there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS, element_name
from catalog_app.document.standards import declared_version
from catalog_app.document.unfolded import Unfolded
from catalog_app.schema.inside import usual_prefix
from catalog_app.schema.model import Element as Declared

# What a term may be by its type: a code or a word; neither says what the term is about.
TERM = ("code", "text")
Folds = frozenset[Address] | Unfolded


@dataclass(frozen=True)
class View:
    """What is shown of a document: from where, in which version and language, what unfolded."""

    document: Document
    root: Address
    standard: str
    version: str | None
    language: str
    unfolded: Folds

    def declared(self, path: tuple[str, ...]) -> Declared | None:
        """What the schema says about a path, in this version."""
        return declared_at(self.standard, path, self.version, self.language)

    def titles(self, element: Element, known: Declared | None, address: Address) -> tuple[str, str]:
        """The label of an element and its path from the root."""
        path = brief_path(address.path[len(self.root.steps) :])
        if known is None:
            return plain(address.name), path
        return f"{self.label_of(element, known)}{_end_of_range(element, known)}", path

    def label_of(self, element: Element, known: Declared) -> str:
        """The label of an element, whichever end of a range it may be."""
        kind = next((said for name in known.told_by if (said := element.get(name))), "")
        return typed_label(known, kind, element.get("displayLabel"), _around(element))

    def set_attributes(self, element: Element, known: Declared | None) -> list[str]:
        """The attributes that an element has and its label does not say."""
        kind = element.get("type") or ""
        display = element.get("displayLabel")
        hidden = {"type"} if label_has_type(known, kind, display) else set()
        if known is not None and known.content == "value":
            hidden |= set(known.beside)
        return [name for name in element.attributes if name not in hidden]


def view_of(document: Document, root: Address, language: str, unfolded: Folds) -> View:
    """The view of a record or section."""
    standard = document.standard(root.part)
    version = _version(document, root, standard)
    return View(document, root, standard, version, language, unfolded)


def _version(document: Document, root: Address, standard: str) -> str | None:
    if standard != MODS:
        return None
    anchor = document.anchor(root.part)
    return declared_version(document.anchored(anchor)) if anchor else None


def plain(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def brief(name: str) -> str:
    """A name as people write it: `dc:title` for a standard that is described here, else plain."""
    prefix = usual_prefix(element_name(name, "")[0])
    return f"{prefix}:{plain(name)}" if prefix else plain(name)


@cache
def brief_path(path: tuple[str, ...]) -> str:
    """A path as people write it."""
    return "/".join(map(brief, path))


def _end_of_range(element: Element, known: Declared) -> str:
    """Which end of a range a date is, in words."""
    point = element.get("point") or ""
    attribute = known.attribute("point") if point else None
    words = attribute.value_labels.get(point, "") if attribute else ""
    return f" ({words.lower()})" if words else ""


def label_has_type(known: Declared | None, kind: str, display: str | None) -> bool:
    """Whether the label already says what the type attribute says, and not what `display` says."""
    attribute = known.attribute("type") if known and kind else None
    listed = attribute is not None and bool(attribute.values) and kind not in TERM
    listed = listed and attribute is not None and kind in attribute.value_labels
    own = bool(display and display.strip())
    return listed or bool(known and kind and not own and known.label_as(kind))


def typed_label(known: Declared, kind: str, display: str | None, around: str = "") -> str:
    """The label of an element, made exact by its type: “Person”, “Given name”, “Note (funding)”.

    What it stands in (`name[corporate]`) may say what it is, too.
    """
    attribute = known.attribute("type") if kind else None
    listed = attribute is not None and attribute.values and kind not in TERM
    if attribute is not None and listed and kind in attribute.value_labels:
        words = attribute.value_labels[kind]
        return words.partition(":")[0]
    if display and display.strip():
        return display.strip().rstrip(":")
    if said := known.label_as(kind, around):
        return said
    return f"{known.label} ({kind})" if kind and kind not in TERM else known.label


def _around(element: Element) -> str:
    """What an element stands in, with its type."""
    parent = element.parent
    if parent is None:
        return ""
    kind = parent.get("type")
    return f"{plain(parent.name[1])}[{kind}]" if kind else plain(parent.name[1])
