"""What is typed into a cell of a table, judged before it is written, by what the schema says."""

from __future__ import annotations

import re

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.labels import declared
from catalog_app.document.renaming import id_misspelled

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_COUNTED = re.compile(r"[0-9]{1,18}")


def objection(document: Document, place: Address, value: str) -> str:
    """Why a value cannot stand in an attribute; "" where it can, or where nothing is known."""
    known = declared(document, place.element)
    attribute = known.attribute(place.attribute) if known is not None else None
    if attribute is None or not value:
        return ""
    if attribute.kind == "id":
        return id_misspelled(value)
    if place.attribute == "SIZE":
        fits = bool(_COUNTED.fullmatch(value))
        return "" if fits else f"“{value}” is no size: the number of bytes, in digits only."
    if attribute.kind in ("integer", "int", "long") and not _WHOLE.fullmatch(value):
        return f"“{value}” is no whole number, and “{attribute.label}” must be one."
    if attribute.kind == "positive" and not (_COUNTED.fullmatch(value) and int(value)):
        return f"“{value}” is no number above 0, and “{attribute.label}” must be one."
    return ""
