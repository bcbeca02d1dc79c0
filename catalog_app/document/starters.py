"""Which empty fields a new element begins with."""

from __future__ import annotations

import tomllib
from functools import cache

from catalog_app import paths
from catalog_app.document.template import Want, Wanted, parse_path
from catalog_app.schema.model import Element as Declared

_DEEPEST = 4


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    file = paths.resources() / "templates" / "starters" / "starters.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def starters(
    standard: str, known: Declared, want: Want, above: tuple[Want, ...] = ()
) -> tuple[Wanted, ...]:
    """The fields to show empty when an element is added: as authored, else its first value."""
    here = (*above, want)
    table = _data().get(standard, {})
    kind = dict(want.attributes).get("type", "")
    authored = table.get(f"{want.name}[type={kind}]") or table.get(want.name)
    if authored and known.content == "children":
        return tuple(Wanted((*here, *parse_path(path)), "optional") for path in authored)
    path, element = here, known
    while element.content == "children" and element.children and len(path) < _DEEPEST + len(above):
        element = element.children[0]
        path = (*path, Want(element.name))
    return (Wanted(path, "optional"),)
