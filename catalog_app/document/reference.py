"""Which page of the reference explains a place."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.names import METS, METS2, MODS, element_name
from catalog_app.schema import inside
from catalog_app.schema.load import load

_STANDARDS = {MODS: "mods", METS: "mets", METS2: "mets2"}


def reference_of(document: Document, address: Address) -> tuple[str, tuple[str, ...]] | None:
    """The standard and the path in it of the innermost element that a standard here knows.

    None for an element of a standard that is not described here.
    """
    own = document.standard(address.part)
    namespace, local = element_name(address.name, own) if address.steps else (own, "")
    if namespace != own and (holder := inside.container_of((namespace, local))):
        return holder, ()
    standard = _STANDARDS.get(namespace) or inside.standard_of(namespace)
    if not standard:
        return None
    path = address.path if namespace == own else (local,)
    return (standard, path) if load(standard).element(path) is not None else None
