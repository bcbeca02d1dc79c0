"""Standards whose fields stand inside a wrapper of a package: which they are, and what holds them.

The data of such a standard says how the wrapper calls it, which elements may stand around its
fields, and which other standards' fields stand beside them.
"""

from __future__ import annotations

from functools import cache

from catalog_app.schema.load import load
from catalog_app.schema.model import Element, Schema

WRAPPED = ("dc", "dcterms")
Name = tuple[str, str]


@cache
def standard_of(namespace: str) -> str:
    """The wrapped standard that a namespace belongs to, or ""."""
    return next((name for name in WRAPPED if load(name).namespace == namespace), "")


@cache
def container_of(name: Name) -> str:
    """The wrapped standard whose fields an element of that name holds, or ""."""
    spelled = f"{{{name[0]}}}{name[1]}"
    return next((s for s in WRAPPED if spelled in load(s).said("containers")), "")


@cache
def wrapped_as(kind: str) -> str:
    """The wrapped standard that a wrapper of that kind (“DC”) holds, or ""."""
    return next((s for s in WRAPPED if kind and kind in load(s).said("wrapped_as")), "")


def beside(standard: str) -> tuple[str, ...]:
    """The standards whose fields may stand beside those of one, itself first."""
    return (standard, *load(standard).said("beside"))


@cache
def usual_prefix(namespace: str) -> str:
    """The prefix by which everybody writes a namespace, or ""."""
    standard = standard_of(namespace) if namespace else ""
    return "".join(load(standard).said("prefix")) if standard else ""


@cache
def declared_inside(name: Name, language: str) -> Element | None:
    """What the data says about a field of a wrapped standard, or about what holds its fields."""
    if holder := container_of(name):
        return load(holder, language).root()
    standard = standard_of(name[0])
    return load(standard, language).root().child(name[1]) if standard else None


def schemas(standards: tuple[str, ...], language: str) -> list[Schema]:
    """The schemas of some wrapped standards."""
    return [load(standard, language) for standard in standards]
