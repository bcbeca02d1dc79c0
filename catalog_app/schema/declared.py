"""The version of MODS that a file names: one reading for parsed trees and for open documents."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog_app.schema.load import load

_NUMBER = re.compile(r"3\.[0-8]")
_SCHEMA_FILE = re.compile(r"mods-3-([0-8])\.xsd")


def declared_version(attribute: str | None, locations: Iterable[str | None]) -> str:
    """The version that a record declares, else the newest.

    Its version `attribute` decides, then the first schema location that names a schema of MODS;
    `locations` are those in scope, the record's own first.
    """
    own = (attribute or "").strip()
    if _NUMBER.fullmatch(own):
        return own
    return located_version(locations) or load("mods").default_version


def located_version(locations: Iterable[str | None]) -> str:
    """The version that the first schema location naming one means; the empty string for none."""
    found = (_SCHEMA_FILE.search(location or "") for location in locations)
    return next((f"3.{match[1]}" for match in found if match), "")
