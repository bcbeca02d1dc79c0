"""XPath questions, compiled once; plain strings make them quick in large packages."""

from __future__ import annotations

from functools import cache
from typing import cast

from lxml import etree

from catalog_app.document.names import METS, MODS, XLINK
from catalog_app.validation.place import Xml

_NAMESPACES = {"m": METS, "mods": MODS, "xlink": XLINK}


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=_NAMESPACES, smart_strings=False)


def select(path: str, node: Xml) -> list[Xml]:
    """The elements that a path finds, in document order."""
    return cast("list[Xml]", _compiled(path)(node))


def strings(path: str, node: Xml) -> list[str]:
    """The attribute values that a path finds, in document order."""
    return cast("list[str]", _compiled(path)(node))


def words_of(element: Xml, attribute: str) -> list[str]:
    """The words of an attribute that holds several."""
    return (element.get(attribute) or "").split()
