"""Identifiers and links in a passage."""

from __future__ import annotations

import re

from catalog_app.article.mending import bare
from catalog_app.article.shape import Shaped, element, shaped
from catalog_app.article.text import Article

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>«»“”]+[^\s<>«»“”.,;:!?)\]]")
_DOI = re.compile(r"10\.\d{4,9}/[^\s<>«»“”]+[^\s<>«»“”.,;:)\]]")
_ISSN = re.compile(r"\b\d{4}-?\d{3}[\dXxХх]\b")
_ISBN = re.compile(r"\b(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXxХх]\b")


def as_identifier(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A link, a DOI, an ISBN or an ISSN as such; anything else as an identifier without a type."""
    text = bare(article.passage(start, end)).replace(" ", "")
    if found := _DOI.search(text):
        return (_identifier("doi", found[0]),)
    if found := _LINK.search(text):
        url = found[0] if "://" in found[0] else f"http://{found[0]}"
        return shaped(element("url", url), "location"), _identifier("uri", url)
    if found := _ISBN.search(text):
        return (_identifier("isbn", _latin(found[0])),)
    if found := _ISSN.search(text):
        return (_identifier("issn", _latin(found[0])),)
    plain = bare(article.passage(start, end))
    return (shaped(element("identifier", plain, type="local")),) if plain else ()


def _identifier(kind: str, value: str) -> Shaped:
    return shaped(element("identifier", value, type=kind))


def _latin(number: str) -> str:
    """A check digit X that was typed as a Cyrillic letter."""
    return number.upper().replace("Х", "X")
