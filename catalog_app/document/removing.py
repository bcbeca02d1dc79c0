"""Elements removed with the links to them: many at once, a few milliseconds at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.edits import remove
from catalog_app.document.ids import identifier, ids_in
from catalog_app.document.labels import label
from catalog_app.document.large import Making, from_the_end, made
from catalog_app.document.lifting import Lifting, lifted_at
from catalog_app.document.references import Reference, element_at_tag, referring
from catalog_app.document.slices import Slices, returned
from catalog_app.document.writing import removed
from catalog_app.lossless.spans import TOKEN
from catalog_app.lossless.splice import Splice

#: Elements that say nothing any more when what they point at has gone.
_STEP = 50
_POINTERS = ("fptr", "area", "smLink", "smArcLink", "smLocatorLink")


def pointing_inside(document: Document, address: Address) -> list[tuple[str, list[Reference]]]:
    """What points from outside at an element or at something in it, by ID."""
    lifted = Lifting(document).lifted(address)
    if lifted is None:
        return []
    found = returned(_pointing_at(document, _ids_of(lifted[0]), lifted[1]))
    return sorted(found.items(), key=lambda pair: pair[0])


def remove_with_links(document: Document, address: Address) -> Edit | None:
    """Remove an element, and every link from outside that points at it or into it."""
    gone = remove(document, address)
    edit = made(removing(document, [address]))
    if gone is None or edit is None or edit.splices == gone.splices:
        return gone
    number = sum(len(found) for _, found in pointing_inside(document, address))
    name = f"Remove {label(document, address)} and {number} links to it"
    return replace(edit, name=name)


def removing(
    document: Document, addresses: Sequence[Address], links: bool = True, name: str = ""
) -> Making:
    """Make the edit that removes elements, and by choice every link from outside to them."""
    splices: list[Splice] = []
    own: dict[str, None] = {}
    lifting = Lifting(document)
    for at, address in enumerate(addresses):
        lifted = lifting.lifted(address)
        if lifted is not None:
            splices += lifted[1]
            own.update(dict.fromkeys(_ids_of(lifted[0])))
        if at % _STEP == 0:
            yield at / len(addresses) / 3
    if not splices:
        return
    if links:
        pointing = yield from _pointing_at(document, own, splices)
        lost = frozenset(one.encode() for one in pointing)
        places = dict.fromkeys(one for found in pointing.values() for one in found)
        yield 0.7
        for at, reference in enumerate(places):
            splices.append(_unlinked(document, reference, lost))
            if at % _STEP == 0:
                yield 0.7 + 0.3 * at / len(places)
    ordered = yield from from_the_end(splices)
    yield Edit(name, ordered, addresses[0].parent, back=addresses[0])


def _ids_of(raw: bytes) -> Iterator[str]:
    return (identifier(match).decode() for match in ids_in(raw))


def _pointing_at(
    document: Document, identifiers: Iterable[str], gone: Iterable[Splice]
) -> Slices[dict[str, list[Reference]]]:
    """What points at IDs from outside the stretches that some splices take away."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for splice in gone:
        span = splice.offset, splice.offset + len(splice.old)
        spans.setdefault(splice.part, []).append(span)
    for each in spans.values():
        each.sort()
    found = yield from referring(document, identifiers)
    outside: dict[str, list[Reference]] = {}
    for one, there in found.items():
        kept = [r for r in there if not _within(r.tag, spans.get(r.part, []))]
        if kept:
            outside[one] = kept
            yield 0.6
    return outside


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (offset, 1 << 62)) - 1
    return at >= 0 and offset < spans[at][1]


def _unlinked(document: Document, reference: Reference, gone: frozenset[bytes]) -> Splice:
    """The splice that takes IDs out of what points at them.

    A pointer that holds nothing else goes whole, a link among several loses a word.
    """
    text = document.parts[reference.part].text
    match = TOKEN.match(text, reference.tag)
    assert match is not None
    raw = text[reference.start : reference.end]
    rest = [word for word in raw.split() if word.lstrip(b"#") not in gone]
    if rest:
        return Splice(reference.part, reference.start, raw, b" ".join(rest))
    if match["name"].decode().rpartition(":")[2] in _POINTERS:
        whole = lifted_at(document.parts[reference.part], reference.tag)
        return whole or removed(element_at_tag(document, reference.part, reference.tag))[0]
    start = len(text[: text.rfind(b"=", 0, reference.start)].rstrip())
    start = len(re.sub(rb"\s+\S+$", b"", text[reference.tag : start])) + reference.tag
    return Splice(reference.part, start, text[start : reference.end + 1], b"")
