"""IDs for what is new, in the habit of the file."""

from __future__ import annotations

import re
import uuid
from collections.abc import Container, Iterator

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.ids import Taken, identifier, ids_in, mint, minted
from catalog_app.document.package_spots import children, spot_of
from catalog_app.document.reach import Reach, reach_of

_SHORT = {
    "dmdSec": "dmd", "amdSec": "amd", "techMD": "tech", "rightsMD": "rights",
    "sourceMD": "source", "digiprovMD": "digiprov", "fileGrp": "group", "structMap": "map",
    "behaviorSec": "behavior", "metsHdr": "header",
}  # fmt: skip
_UUID = re.compile(r"(.*?)([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})")
_HABIT = re.compile(r"([^\W\d_]+)([_.\-]?)(\d+)")
_LONG = frozenset(name.casefold() for name in _SHORT)
_LOOKED, _FEW = 60, 5
_NAME = rb"<(?:[^\s<>:/!?\"'=]+:)?%b(?=\s)%b\s(?:[^<>]*?\s)?ID\s*=\s*[\"']([^\"']*)[\"']"


def new_id(
    document: Document,
    kind: str,
    near: Address | None = None,
    taken: Container[str] | None = None,
) -> str:
    """A new ID in the file's habit for elements of a name: that of the last one, counted up.

    `near` is where it is to stand: the habit of its neighbours comes first, then that of its
    package; where none of its kind has an ID, that of other IDs. `taken` are the IDs of the
    document, if they are known.
    """
    return next(new_ids(document, kind, Taken(document) if taken is None else taken, near))


def new_ids(
    document: Document,
    kind: str,
    taken: Container[str],
    near: Address | None = None,
    sort: str = "",
) -> Iterator[str]:
    """As many of them as are wanted, given the IDs that are taken; of a TYPE if one is given."""
    reach = reach_of(document, near)
    beside = _last_beside(document, kind, near)
    # The sections of a package are all beside each other: it need not be searched for more.
    last = beside if near and not near.steps else _last_id(reach, kind)
    if beside and _shape(beside) != _shape(last):
        last = beside  # The neighbours have a habit of their own.
    elif not beside and sort:
        also = rb"""(?=[^<>]*\sTYPE\s*=\s*["']%b["'])""" % sort.encode()
        last = _last_id(reach, kind, also) or last
    last = last or _in_the_style(reach, kind)
    unique = _UUID.fullmatch(last)
    return _uuids(unique[1], unique[2].isupper()) if unique else minted(last, taken)


def like(pattern: str, taken: Container[str]) -> str:
    """One more ID like another one that is new."""
    unique = _UUID.fullmatch(pattern)
    return next(_uuids(unique[1], unique[2].isupper())) if unique else mint(pattern, taken)


def _shape(one: str) -> str:
    """What IDs have in common that are counted together."""
    return re.sub(r"\d+", "0", one)


def has_id(document: Document, kind: str, near: Address | None = None) -> bool:
    """Whether elements of a name have an ID in the package around an address."""
    return bool(_last_id(reach_of(document, near), kind))


def _uuids(head: str, upper: bool) -> Iterator[str]:
    while True:
        made = str(uuid.uuid4())
        yield head + (made.upper() if upper else made)


def _last_beside(document: Document, kind: str, near: Address | None) -> str:
    """The ID of the last element of a name inside the one at an address, or around that."""
    if near is None or not near.part.startswith("package"):
        return ""
    for deep in range(len(near.steps), -1, -1):
        above = Address(near.part, near.steps[:deep])
        spot = spot_of(document, above)
        there = children(document, spot, kind) if spot is not None else None
        for back in range(1, min(len(there), _FEW) + 1) if there else ():
            if there and (last := there.spot(len(there) - back).tag.attributes.get("ID")):
                return last
    return ""


def _last_id(reach: Reach, kind: str, also: bytes = b"") -> str:
    """The ID of the last element of a name in the package, or ""."""
    word = kind.encode()
    pattern = re.compile(_NAME % (word, also))
    for part in reversed(reach.parts):
        text = part.text if part.holds(word) else b""
        at = text.rfind(word)
        while at >= 0:
            last = pattern.match(text, start := max(text.rfind(b"<", 0, at), 0))
            if last and last[1] and reach.holds(part.id, start):
                return last[1].decode()
            at = text.rfind(word, 0, at)
    return ""


def _in_the_style(reach: Reach, kind: str) -> str:
    """What the ID before the first of a kind would look like, spelled as the others are."""
    for one in _some_ids(reach):
        if _UUID.fullmatch(one):
            return one
        if habit := _HABIT.fullmatch(one):
            word, between, digits = habit.groups()
            name = kind if word.casefold() in _LONG else _SHORT.get(kind, kind)
            name = name.upper() if word.isupper() and len(word) > 1 else name
            width = len(digits) if digits[0] == "0" else 1
            return f"{name}{between}{0:0{width}d}"
    return f"{_SHORT.get(kind, kind)}_0"


def _some_ids(reach: Reach) -> Iterator[str]:
    """The first IDs of a package, those of its sections before those of what is in them."""
    number = 0
    for part in reach.parts:
        for match in ids_in(part.text) if part.holds(b"ID") else ():
            if reach.holds(part.id, match.start()):
                yield identifier(match).decode("utf-8", "replace")
                number += 1
                if number == _LOOKED:
                    return
