"""A record as a table: address, label, value and attributes, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from catalog_app.document.document import Document
from catalog_app.export.reading import values

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(document: Document, part: str) -> bytes:
    """One row a value, as CSV in UTF-8 with a byte order mark; raises KeyError.

    A spreadsheet would run a text that begins like a formula, so such a text gets a "'" in front.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["address", "label", "value", "attributes"])
    for value in values(document, part):
        attributes = "; ".join(f"{k}={v}" for k, v in value.element.attributes.items())
        row = [str(value.address), value.label, value.text, attributes]
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
