"""A look at the bytes of a large package that can tell quickly that all its links hold.

Asking a parsed tree for every ID and link of 200,000 files takes longer than libxml2 takes to
validate them. The bytes answer in a fraction of that. The answer is "surely yes" or "look closely":
whatever is spelled in an unusual way counts as the second.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress

_UNUSUAL = (b"<!", b"ID='", b"ID =", b"xml:id")
_BLANK = b" \n\t\r"
_SLICE = 1 << 18
_LINKS = {b"FILE": "FILEID", b" DMD": "DMDID", b" ADM": "ADMID"}
_SECTIONS = (b"amdSec", b"fileSec", b"structMap")


@dataclass
class _Zone:
    """What a stretch of the bytes holds: the IDs given, and those named by each kind of link."""

    ids: list[bytes]
    used: dict[str, set[bytes]] = field(default_factory=dict)


def links_hold(text: bytes) -> bool:
    """Whether surely every ID is unique and every link leads to a thing of its kind."""
    if any(mark in text for mark in _UNUSUAL):
        return False
    zones = [_read(text, start, end) for start, end in _zones(text)]
    if any(zone is None for zone in zones):
        return False
    description, administration, files, structure = (zone for zone in zones if zone)
    ids = [one for zone in zones if zone for one in zone.ids]
    if len(set(ids)) < len(ids):
        return False
    targets = {
        "DMDID": set(description.ids),
        "ADMID": set(administration.ids),
        "FILEID": set(files.ids),
    }
    return all(
        used <= targets[name]
        for zone in (description, administration, files, structure)
        for name, used in zone.used.items()
    )


def _zones(text: bytes) -> list[tuple[int, int]]:
    """Where description, administration, files and structure stand, in the order METS demands.

    A section that is not there is empty, just before the next.
    """
    starts = [_start(text, section) for section in _SECTIONS]
    ends = [len(text)]
    for start in reversed(starts):
        ends.insert(0, ends[0] if start is None else min(start, ends[0]))
    return list(zip([0, *ends], ends, strict=False))


def _start(text: bytes, section: bytes) -> int | None:
    found = text.find(section)
    return text.rfind(b"<", 0, found) if found >= 0 else None


def _read(text: bytes, start: int, end: int) -> _Zone | None:
    """The IDs and links of a stretch; None if they are spelled in a way that needs a closer look.

    In slices, so that memory is used again and not asked for anew.
    """
    zone = _Zone([])
    while start < end:
        cut = text.rfind(b"<", start + 1, start + _SLICE) if end - start > _SLICE else end
        cut = cut if cut > start else end
        if not _slice_read(text[start:cut], zone):
            return None
        start = cut
    return zone


def _slice_read(text: bytes, zone: _Zone) -> bool:
    """Add the IDs and links of a slice to a zone; False if one needs a closer look.

    The slice is cut at every name that ends in ID; what a piece ends with is how the name begins.
    """
    pieces = text.split(b'ID="')
    values = [piece[: piece.find(b'"')] for piece in pieces[1:]]
    heads = [piece[-4:] for piece in pieces[:-1]]
    kinds = {head for head in set(heads) if head[-1:] not in _BLANK}
    if not _are_usual(kinds) or b"&" in b"".join(values):
        return False
    zone.ids += compress(values, [head[-1:] in _BLANK for head in heads])
    for head, name in _LINKS.items():
        if head in kinds:
            named = compress(values, [other == head for other in heads])
            zone.used.setdefault(name, set()).update(b" ".join(named).split())
    return True


def _are_usual(heads: set[bytes]) -> bool:
    """Whether the beginnings of names are those of links, or of what is no link at all."""
    odd = (b"RUCT", b" MD", b"\nMD", b"\tMD")
    links = [head for head in heads if head.endswith((b"DMD", b"ADM", b"FILE"))]
    return all(head in _LINKS for head in links) and not any(h.endswith(odd) for h in heads)
