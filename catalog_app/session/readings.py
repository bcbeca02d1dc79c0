"""The readings of a passage or a suggestion: what it may be, and what to call that."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from catalog_app.article.identifiers import as_identifier
from catalog_app.article.passage import SHAPERS, shape_passage
from catalog_app.article.shape import Shaped
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import Article
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared, label

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Other:
    """Another reading of the same passage: the words for it, its kind and its shape."""

    words: str
    kind: str
    shape: Shaped


def readings_of(article: Article, start: int, end: int, kind: str) -> list[Other]:
    """The readings of a passage as a kind of field, the likely one first."""
    own = _shaped(article, start, end, kind)
    found = [Other(_words(shape, own[0], kind), kind, shape) for shape in own]
    cross = {"name": "body", "body": "name"}.get(kind)
    if cross and own:
        found += [
            Other(_cross_words(cross), cross, shape)
            for shape in _shaped(article, start, end, cross)[:1]
        ]
    return found


def offered(suggestion: Suggestion) -> list[Other]:
    """The shapes of a suggestion."""
    first, kind = suggestion.shaped, suggestion.kind
    shapes = (first, *suggestion.others)
    return [Other(_words(shape, first, kind), kind, shape) for shape in shapes]


def statement_label(document: Document, address: Address, element: Element) -> str:
    """The label of a value; by its type where that has one of its own, as “Given name”."""
    known = declared(document, address)
    kind, value = known.attribute("type") if known else None, element.get("type")
    if kind is not None and value in kind.value_labels and value not in ("text", "code"):
        return kind.value_labels[value].partition(":")[0]
    return label(document, address)


def _shaped(article: Article, start: int, end: int, kind: str) -> tuple[Shaped, ...]:
    if kind == "identifier":
        return as_identifier(article, start, end)
    return shape_passage(article, start, end, kind) if kind in SHAPERS else ()


def _cross_words(kind: str) -> str:
    return (
        translate("Describing", "As body")
        if kind == "body"
        else translate("Describing", "As person")
    )


def _words(shape: Shaped, first: Shaped, kind: str) -> str:
    """What to call another reading of a passage."""
    head = shape.field[0]
    if head == "subject":
        return translate("Describing", "As subject")
    if head == "relatedItem":
        return translate("Describing", "As newspaper")
    if head == "name" and first.field[0] == "name" and shape.element != first.element:
        return translate("Describing", "Swap names")
    if head == "name":
        return translate("Describing", "As name")
    if head == "titleInfo":
        return translate("Describing", "All of it as title")
    if head == "originInfo":
        return (
            translate("Describing", "As date of issue")
            if kind == "date"
            else translate("Describing", "As place of publication")
        )
    return (
        translate("Describing", "As identifier")
        if head == "identifier"
        else translate("Describing", "Otherwise")
    )
