"""The rules by name, as the commands take them, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from catalog_app.commands.files import Failure
from catalog_app.validation.rules.rule import Rules
from catalog_app.validation.rules.table import FAMILIES, TABLE

_OF_THE_SCHEMA = ("mods.", "mets.", "mets2.")


def check_names(names: Sequence[str]) -> None:
    """Raise Failure for a name that no rule beyond the schemas and no family has."""
    for name in names:
        if name not in TABLE and name not in FAMILIES:
            near = get_close_matches(name, [*TABLE, *FAMILIES], 1)
            meant = f" Did you mean {near[0]}?" if near else " “validate --rules” lists them."
            raise Failure(f"There is no rule “{name}”.{meant}")


def check_repairs(names: Sequence[str]) -> None:
    """Raise Failure for a name that no finding can have; those of the schemas are not listed."""
    check_names([name for name in names if not name.startswith(_OF_THE_SCHEMA)])


def without(names: Sequence[str]) -> Rules:
    """All rules but those named, by themselves or by their family; raises Failure."""
    check_names(names)
    return Rules(off=frozenset(names))


def listed() -> Iterator[str]:
    """The rules, a line each: name, severity, what it looks for."""
    for rule in TABLE.values():
        yield f"{rule.id:<28} {rule.severity:<8} {rule.looks_for}"
