"""The namespaces, and names the way addresses spell them."""

from __future__ import annotations

from collections.abc import Mapping

from catalog_app.lossless.spans import XML

OAI = "http://www.openarchives.org/OAI/2.0/"
METS = "http://www.loc.gov/METS/"
METS2 = "http://www.loc.gov/METS/v2"
MODS = "http://www.loc.gov/mods/v3"
XLINK = "http://www.w3.org/1999/xlink"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PACKAGES = frozenset({METS, METS2})
PREFIXES = {XLINK: "xlink", XML: "xml", XSI: "xsi"}
_NAMESPACES = {prefix: uri for uri, prefix in PREFIXES.items()}

Name = tuple[str, str]


def is_package(name: Name) -> bool:
    """Whether it is the outermost element of a METS document."""
    return name[1] == "mets" and name[0] in PACKAGES


def step_name(name: Name, standard: str) -> str:
    """How an address spells an element: local in the part's own standard, else `{ns}local`."""
    namespace, local = name
    return local if namespace == standard else f"{{{namespace}}}{local}"


def element_name(spelled: str, standard: str) -> Name:
    """The namespace and local name of an address's spelling."""
    if spelled.startswith("{"):
        namespace, _, local = spelled[1:].partition("}")
        return namespace, local
    return standard, spelled


def attribute_name(name: Name) -> str:
    """How an address spells an attribute: `type`, `xlink:href`, `{ns}local`."""
    namespace, local = name
    if not namespace:
        return local
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else f"{{{namespace}}}{local}"


def attribute_parts(spelled: str) -> Name:
    """The namespace and local name of an attribute's spelling in an address."""
    if spelled.startswith("{"):
        return element_name(spelled, "")
    prefix, colon, local = spelled.rpartition(":")
    return (_NAMESPACES.get(prefix, ""), local) if colon else ("", spelled)


def prefix_for(namespace: str, namespaces: Mapping[str, str], attribute: bool) -> str | None:
    """A prefix in scope for a namespace (never the default one for an attribute), or None."""
    if namespace == XML:
        return "xml"
    for prefix, uri in namespaces.items():
        if uri == namespace and (prefix or not attribute):
            return prefix
    return None
