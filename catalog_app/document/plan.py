"""Where a METS/MODS file is cut into parts."""

from __future__ import annotations

from catalog_app.document.names import METS, METS2, MODS, OAI, PACKAGES, Name, is_package
from catalog_app.lossless.scan import Plan

_RECORD = (MODS, "mods")
#: What a harvested list holds.
ENTRY = (OAI, "record")
_BULKY = frozenset({"fileSec", "structMap", "structLink", "behaviorSec", "amdSec", "structSec"})


def _cut(name: Name, ancestors: list[Name]) -> bool:
    if name in (_RECORD, ENTRY):
        return True
    return bool(ancestors) and is_package(ancestors[-1])


def mark(name: Name, ancestors: list[Name]) -> str:
    """What begins with an element: `mets`, `mods`, `bare`, `entry`, or nothing."""
    namespace, local = name
    if namespace == MODS:
        if local == "mods":
            return "" if _RECORD in ancestors else "mods"
        wrapped = bool(ancestors) and ancestors[-1][1] == "xmlData"
        return "bare" if wrapped and is_bare(name) and ancestors[-1][0] in PACKAGES else ""
    if name == ENTRY:
        return "entry"
    return "mets" if is_package(name) else ""


def is_bare(name: Name) -> bool:
    """Whether an element directly in xmlData makes it a run of bare MODS elements."""
    return name[0] == MODS and name[1] not in ("mods", "modsCollection")


def _jump(name: Name) -> bool:
    return name[0] in PACKAGES and name[1] in _BULKY


PLAN = Plan(
    _cut,
    mark,
    _jump,
    sought=frozenset({(MODS, ""), (METS, "mets"), (METS2, "mets")}),
    loose=frozenset({ENTRY}),
    within=frozenset({"mets"}),
)
