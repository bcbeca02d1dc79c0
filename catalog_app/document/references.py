"""Links inside a file: what points at an ID, and where the element with an ID is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Set
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.reach import Reach, reach_of
from catalog_app.document.slices import Slices, returned
from catalog_app.lossless.part import Part
from catalog_app.lossless.spans import TOKEN

_LINK = re.compile(
    rb"""\s(?P<name>DMDID|ADMID|FILEID|STRUCTID|MDID|TRANSFORMBEHAVIOR|IDREFS?"""
    rb"""|(?:[^\s:=<>"']+:)?(?:from|to|href))\s*=\s*(?:"(?P<a>[^"<]*)"|'(?P<b>[^'<]*)')"""
)
#: An attribute that names the element it stands on.
OWN = re.compile(rb"""\s(?:xml:id|ID)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_GIVES, _ENDS = re.compile(rb"""\s(?:xml:id|ID)\s*=\s*["']\s*\Z"""), re.compile(rb"""\s*["']""")
_FEW, _AROUND, _NEAR = 4, 200, 20_000
Within = Callable[[int, int], bool]
_APART = bytes.maketrans(b"#\"'", b"   ")


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that points at an ID: the attribute's value in a part."""

    part: int
    start: int
    end: int
    tag: int
    attribute: str


def references(document: Document, identifier: str, near: Address | None = None) -> list[Reference]:
    """Every place that points at an ID, in document order; sections that do are cut finer.

    Only what is in the package around `near`, if that is given.
    """
    found = returned(referring(reach_of(document, near), {identifier.encode()}))
    return found.get(identifier, [])


def referring(
    reach: Reach, words: Set[bytes], within: Within = lambda part, tag: False
) -> Slices[dict[str, list[Reference]]]:
    """Every place that points at some IDs, by ID, a few milliseconds at a time.

    What stands `within` something, a part's number and a tag's offset say, is left out.
    """
    found: dict[str, list[Reference]] = {}
    for part in _finely(reach, words if len(words) <= _FEW else ()):
        if part is not None:
            for tag in _pointing(part.text, words):
                if within(part.id, tag) or not reach.holds(part.id, tag):
                    continue
                for identifier, reference in _in_tag(part, tag):
                    if identifier.encode() in words:
                        found.setdefault(identifier, []).append(reference)
        yield 0.5
    return found


def _finely(reach: Reach, words: Collection[bytes]) -> Iterator[Part | None]:
    """The parts that hold one of some words, coarse ones cut finer on the way; None in between.

    Without words all parts.
    """
    document = reach.document
    pending = reach.parts[::-1]
    while pending:
        part = pending.pop()
        if words and not any(part.holds(word) for word in words):
            yield None
        elif part.coarse:
            if document.parts.opened(part) is None:
                yield from (None for _ in document.refining(part))
            opened = document.parts.opened(part)
            assert opened is not None
            pending += list(document.parts.box_of(opened).all_parts())[::-1]
        else:
            yield part


def _pointing(text: bytes, words: Set[bytes]) -> Iterator[int]:
    """Where the tags begin that may point at some IDs; a tag in a comment means nothing."""
    doubtful = b"<!--" in text or b"<![CDATA[" in text
    if len(words) <= _FEW:
        hits = sorted(at for word in words for at in _occurrences(text, word))
    else:
        links = _LINK.finditer(text)
        hits = [m.start() for m in links if not words.isdisjoint(m[0].translate(_APART).split())]
    seen = -1
    for at in hits:
        tag = text.rfind(b"<", 0, at)
        if tag > seen and not (doubtful and aside(text, at)):
            seen = tag
            yield tag


def _occurrences(text: bytes, word: bytes) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def aside(text: bytes, at: int) -> bool:
    """Whether an offset is inside a comment or CDATA section, where nothing is meant."""
    return any(
        text.rfind(start, 0, at) > text.rfind(end, 0, at)
        for start, end in ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"))
    )


def _in_tag(part: Part, start: int) -> Iterator[tuple[str, Reference]]:
    """The links of the tag at an offset, each with the ID that it names."""
    match = TOKEN.match(part.text, start)
    if match is None or match["name"] is None:
        return
    for link in _LINK.finditer(part.text, match.end("name"), match.end()):
        group = "a" if link["a"] is not None else "b"
        name = link["name"].decode().rpartition(":")[2]
        for word in link[group].decode().split():
            if name != "href" or word.startswith("#"):
                yield (
                    word.removeprefix("#") if name == "href" else word,
                    Reference(part.id, *link.span(group), start, name),
                )


def place(document: Document, reference: Reference) -> Address:
    """The address of an attribute that points somewhere."""
    element = element_at_tag(document, reference.part, reference.tag)
    spelled = reference.attribute
    if spelled in ("from", "to", "href"):
        spelled = f"xlink:{spelled}"
    return document.address_of(element, spelled)


def pointer_name(document: Document, reference: Reference) -> str:
    """What people call the place that points: the division of a pointer, the file, the section."""
    element = element_at_tag(document, reference.part, reference.tag)
    if reference.attribute in ("from", "to"):
        return " → ".join(element.get(f"xlink:{end}") or "" for end in ("from", "to"))
    while True:
        for attribute in ("LABEL", "ORDERLABEL", "ID"):
            if said := element.get(attribute):
                return said
        above = element.parent
        if above is None or above.name[1] in ("mets", "xmlData"):
            return label(document, document.address_of(element))
        element = above


def element_at_tag(document: Document, number: int, start: int) -> Element:
    part = document.parts[number]
    box = document.parts.box_of(part)
    if part.kind == "open":
        from catalog_app.document.element import boxed

        return boxed(document, box)
    node = part.fragment(box.namespaces)
    while True:
        inside = next((n for n in node.elements if n.start <= start < n.end), None)
        if inside is None:
            return Element(document, part, node)
        if inside.start == start:
            return Element(document, part, inside)
        node = inside


def find_id(document: Document, identifier: str, near: Address | None = None) -> Address | None:
    """Where the element with an ID is, in the package around `near` if that is given.

    The first one where several have it.
    """
    word, reach = identifier.encode(), reach_of(document, near)
    for part in _finely(reach, (word,)):
        start = own_tag(part, word, reach) if part is not None else -1
        if part is not None and start >= 0:
            return document.address_of(element_at_tag(document, part.id, start))
    return None


def own_tag(part: Part, word: bytes, reach: Reach) -> int:
    """Where in a part the tag with an ID begins; -1 if it is not there."""
    for at in part.places(word):
        end = at + len(word)
        before, behind = part.stretch(at - _AROUND, at), part.stretch(end, end + _AROUND)
        if not _GIVES.search(before) or not _ENDS.match(behind):
            continue
        tag = _tag_around(part, at)
        if tag >= 0 and reach.holds(part.id, tag) and (part.plain or not aside(part.text, tag)):
            return tag
    return -1


def _tag_around(part: Part, at: int) -> int:
    """Where the start tag around an offset begins; -1 where there is none.

    A large section is not copied for that.
    """
    first = max(0, at - _NEAR) if part.plain else 0
    text = part.stretch(first, at + _NEAR) if part.plain else part.text
    start = text.rfind(b"<", 0, at - first)
    match = TOKEN.match(text, start) if start >= 0 else None
    return first + start if match is not None and match["name"] is not None else -1


def shared_by(document: Document, identifier: str, near: Address | None = None) -> int:
    """How many places point at an ID."""
    return len(references(document, identifier, near))


def shared_description(document: Document, address: Address) -> int:
    """How many places point at the description section that an address is in; 0 without one."""
    element = document.element(address.element)
    around = element.around() if element is not None else ()
    section = next((one for one in around if one.name[1] == "dmdSec"), None)
    identifier = section.get("ID") if section is not None else None
    return shared_by(document, identifier, address) if identifier else 0
