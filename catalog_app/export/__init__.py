"""A record in other forms: one module a format, and the table of formats.

Each format is a pure function of a document and a record's name; nothing here writes files. It may
import `document` and `schema`; it never imports Qt, the session or the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from catalog_app.document.document import Document
from catalog_app.export.dublin_core import dublin_core
from catalog_app.export.fields import table
from catalog_app.export.mods import mods
from catalog_app.export.summary import summary

__all__ = ["FORMATS", "Format", "dublin_core", "mods", "summary", "table"]


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a record can be written; `write(document, "record1")` gives the bytes."""

    id: str
    label: str
    suffix: str
    write: Callable[[Document, str], bytes]


FORMATS = (
    Format("mods", "MODS XML", ".xml", mods),
    Format("dc", "Dublin Core XML", ".xml", dublin_core),
    Format("summary", "Citation and abstract as text", ".txt", summary),
    Format("fields", "Fields as a table", ".csv", table),
)
