"""Links inside a file: what points at an ID, what can be pointed at, and keeping them right."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import remove, set_attribute
from catalog_app.document.element import Element
from catalog_app.document.ids import all_ids, mint
from catalog_app.document.labels import label
from catalog_app.document.outline import record_title
from catalog_app.lossless.emit import attribute_bytes
from catalog_app.lossless.part import Part
from catalog_app.lossless.spans import TOKEN, decode_attribute
from catalog_app.lossless.splice import Splice

#: What an attribute points to: the local names of its targets; none stands for anything.
TARGETS: dict[str, tuple[str, ...]] = {
    "DMDID": ("dmdSec",),
    "ADMID": ("amdSec", "techMD", "rightsMD", "sourceMD", "digiprovMD"),
    "FILEID": ("file", "stream"),
    "STRUCTID": ("div",),
    "TRANSFORMBEHAVIOR": ("behavior",),
    "xlink:from": ("div",),
    "xlink:to": ("div",),
    "IDREF": (),
}
MANY = frozenset({"DMDID", "ADMID", "STRUCTID", "IDREF"})
_LINK = re.compile(
    rb"""\s(?P<name>DMDID|ADMID|FILEID|STRUCTID|MDID|TRANSFORMBEHAVIOR|IDREFS?"""
    rb"""|(?:[^\s:=<>"']+:)?(?:from|to|href))\s*=\s*(?:"(?P<a>[^"<]*)"|'(?P<b>[^'<]*)')"""
)
_OWN = re.compile(rb"""\s(?:xml:id|ID)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_NAME = re.compile(r"[\w_][\w.\-]*")
_MOST = 100
_NEAR = 20_000


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that points at an ID: the attribute's value in a part."""

    part: int
    start: int
    end: int
    tag: int
    attribute: str


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be pointed at: its ID, words for it, and its kind."""

    id: str
    label: str
    kind: str


def references(document: Document, identifier: str) -> list[Reference]:
    """Every place that points at an ID, in document order; sections that do are cut finer."""
    word = identifier.encode()
    found: list[Reference] = []
    for part in _finely(document, word):
        text = part.text
        seen = 0
        at = text.find(word)
        while at >= 0:
            tag = text.rfind(b"<", 0, at)
            if tag >= seen and not _aside(text, at):
                found += _in_tag(part.id, text, tag, identifier)
                seen = tag + 1
            at = text.find(word, at + 1)
    return found


def _finely(document: Document, word: bytes) -> Iterator[Part]:
    """The parts that hold a word, coarse ones cut finer on the way."""
    pending = list(document.parts.order)[::-1]
    while pending:
        part = pending.pop()
        if word not in part.text:
            continue
        if not part.coarse:
            yield part
            continue
        opened = document.refined(part)
        assert opened.box is not None
        pending += list(opened.box.all_parts())[::-1]


def _aside(text: bytes, at: int) -> bool:
    """Whether an offset is inside a comment or CDATA section, where nothing is meant."""
    return any(
        text.rfind(start, 0, at) > text.rfind(end, 0, at)
        for start, end in ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"))
    )


def _in_tag(part: int, text: bytes, start: int, identifier: str) -> Iterator[Reference]:
    match = TOKEN.match(text, start)
    if match is None or match["name"] is None:
        return
    for link in _LINK.finditer(text, match.end("name"), match.end()):
        group = "a" if link["a"] is not None else "b"
        name = link["name"].decode().rpartition(":")[2]
        words = link[group].decode().split()
        wanted = "#" + identifier if name == "href" else identifier
        if wanted in words:
            yield Reference(part, *link.span(group), start, name)


def place(document: Document, reference: Reference) -> Address:
    """The address of an attribute that points somewhere."""
    element = _element(document, reference.part, reference.tag)
    spelled = reference.attribute
    if spelled in ("from", "to", "href"):
        spelled = f"xlink:{spelled}"
    return document.address_of(element, spelled)


def _element(document: Document, number: int, start: int) -> Element:
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


def find_id(document: Document, identifier: str) -> Address | None:
    """Where the element with an ID is; the first one where several have it."""
    word = identifier.encode()
    for part in _finely(document, word):
        text = part.text
        for own in _OWN.finditer(text):
            if (own[1] if own[1] is not None else own[2]) == word:
                start = text.rfind(b"<", 0, own.start())
                match = TOKEN.match(text, start)
                if match is not None and match["name"] is not None and not _aside(text, start):
                    return document.address_of(_element(document, part.id, start))
    return None


def targets(document: Document, attribute: str, query: str = "") -> list[Target]:
    """What an attribute can point at, by ID or label, best for choosing from; at most 100."""
    kinds = TARGETS.get(attribute, ())
    wanted = query.strip().casefold()
    found: list[Target] = []
    for part in document.parts.order:
        if wanted and wanted.encode() not in part.text.lower() and not _described(kinds):
            continue
        for target in _targets_in(document, part, kinds):
            if wanted in f"{target.id} {target.label}".casefold():
                found.append(target)
                if len(found) >= _MOST:
                    return found
    return found


def _described(kinds: tuple[str, ...]) -> bool:
    return "dmdSec" in kinds


def _targets_in(document: Document, part: Part, kinds: tuple[str, ...]) -> Iterator[Target]:
    text = part.text
    doubtful = b"<!--" in text or b"<![CDATA[" in text
    for own in _OWN.finditer(text):
        start = text.rfind(b"<", 0, own.start())
        match = TOKEN.match(text, start)
        if match is None or match["name"] is None or (doubtful and _aside(text, start)):
            continue
        local = match["name"].decode().rpartition(":")[2]
        if kinds and local not in kinds:
            continue
        raw = own[1] if own[1] is not None else own[2]
        yield Target(raw.decode(), _words(document, part, local, match["rest"], start), local)


_SAID = re.compile(rb"""\s(?:LABEL|ORDERLABEL|TYPE|USE|MIMETYPE)\s*=\s*["']([^"']*)["']""")
_KIND = re.compile(rb"""\s(?:OTHERMDTYPE|MDTYPE)\s*=\s*["']([^"']*)["']""")
_HREF = re.compile(rb"""[\s:]href\s*=\s*["'][^"']*?([^"'/]+)/?["']""")


def _words(document: Document, part: Part, local: str, rest: bytes, start: int) -> str:
    """What a target is called: a record's title, a file's name, a division's label."""
    if local == "dmdSec":
        for anchor in document.records():
            if anchor.part == part.id:
                return record_title(document, anchor)
    if local in ("dmdSec", *TARGETS["ADMID"]):
        kind = _KIND.search(part.text, start, start + _NEAR)
        return kind[1].decode() if kind else ""
    said = [found.decode("utf-8", "replace") for found in _SAID.findall(rest)]
    if local == "file":
        href = _HREF.search(part.text, start, start + _NEAR)
        said = [href[1].decode("utf-8", "replace")] if href else said
    return decode_attribute(" ".join(said).encode(), document.entities)


def described(document: Document, identifier: str, attribute: str) -> Target | None:
    """The target that an ID names, or None."""
    if not identifier:
        return None
    kinds = TARGETS.get(attribute, ())
    word = identifier.encode()
    for part in document.parts.order:
        if word in part.text:
            for target in _targets_in_around(document, part, kinds, word):
                if target.id == identifier:
                    return target
    return None


def _targets_in_around(
    document: Document, part: Part, kinds: tuple[str, ...], word: bytes
) -> Iterator[Target]:
    text = part.text
    for own in re.finditer(rb"""\s(?:xml:id|ID)\s*=\s*["']%b["']""" % re.escape(word), text):
        start = text.rfind(b"<", 0, own.start())
        match = TOKEN.match(text, start)
        if match is not None and match["name"] is not None:
            local = match["name"].decode().rpartition(":")[2]
            words = _words(document, part, local, match["rest"], start)
            yield Target(word.decode(), words, local)


def rename_id(document: Document, address: Address, new: str, merges: bool = False) -> Edit | None:
    """Give an element another ID, and everything that points at it with it.

    Raises EditError where the file has that ID already; `merges` is for typing.
    """
    element = document.element(address.element)
    old = element.get("ID") if element else None
    if old == new:
        return None
    taken = id_taken(document, new)
    if taken:
        raise EditError(taken)
    own = set_attribute(document, address.element.at("ID"), new)
    pointing = references(document, old) if old else []
    if own is None or not pointing or old is None:
        return own
    following = [_respelled(document, one, old, new) for one in pointing]
    words = f"Rename {old} to {new} with {len(pointing)} links"
    splices = _in_order([*own.splices, *following])
    return Edit(words, splices, address.element.at("ID"), merges)


def id_taken(document: Document, new: str) -> str:
    """What to say where the file has such an ID already, or ""."""
    if new in all_ids(document):
        return f"There is already a “{new}” in this file. Choose another ID."
    return ""


def id_misspelled(new: str) -> str:
    """What to say of a word that can be no ID, or ""."""
    if _NAME.fullmatch(new) and not new[0].isdigit():
        return ""
    return "An ID begins with a letter and has no spaces: dmd1, page_12."


def _respelled(document: Document, reference: Reference, old: str, new: str) -> Splice:
    raw = document.parts[reference.part].text[reference.start : reference.end]
    word = re.compile(rb"(?<![^\s#])" + re.escape(old.encode()) + rb"(?!\S)")
    written = attribute_bytes(new, document.source.holds)
    return Splice(reference.part, reference.start, raw, word.sub(lambda _: written, raw))


def _in_order(splices: list[Splice]) -> tuple[Splice, ...]:
    """Splices that all count from the text as it is now, the last in each part first."""
    return tuple(sorted(splices, key=lambda s: (s.part, -s.offset)))


def unlink(
    document: Document, found: Iterable[Reference], identifiers: Iterable[str]
) -> tuple[Splice, ...]:
    """Splices that take IDs out of what points at them.

    A pointer that holds nothing else goes whole, a link among several loses a word.
    """
    gone = {identifier.encode() for identifier in identifiers}
    made: list[Splice] = []
    for reference in dict.fromkeys(found):
        text = document.parts[reference.part].text
        match = TOKEN.match(text, reference.tag)
        assert match is not None
        local = match["name"].decode().rpartition(":")[2]
        raw = text[reference.start : reference.end]
        rest = [w for w in raw.split() if w.lstrip(b"#") not in gone]
        if local in ("fptr", "area", "smLink", "smArcLink", "smLocatorLink") and not rest:
            made.append(_without_element(document, reference))
        elif rest:
            made.append(Splice(reference.part, reference.start, raw, b" ".join(rest)))
        else:
            start = len(text[: text.rfind(b"=", 0, reference.start)].rstrip())
            start = len(re.sub(rb"\s+\S+$", b"", text[reference.tag : start])) + reference.tag
            end = reference.end + 1
            made.append(Splice(reference.part, start, text[start:end], b""))
    return _in_order(made)


def _without_element(document: Document, reference: Reference) -> Splice:
    from catalog_app.document.writing import removed

    return removed(_element(document, reference.part, reference.tag))[0]


def pointing_inside(document: Document, address: Address) -> list[tuple[str, list[Reference]]]:
    """What points from outside at an element or at something in it, by ID."""
    element = document.element(address)
    if element is None:
        return []
    own = {(m[1] if m[1] is not None else m[2]).decode() for m in _OWN.finditer(element.raw)}
    first, last = element.node.start, element.node.end
    inner = {p.id for p in element.box.all_parts()} if element.box else set()
    found = []
    for identifier in sorted(own):
        outside = [
            r
            for r in references(document, identifier)
            if r.part not in inner
            and not (element.box is None and r.part == element.part.id and first <= r.tag < last)
        ]
        if outside:
            found.append((identifier, outside))
    return found


def remove_with_links(document: Document, address: Address) -> Edit | None:
    """Remove an element, and every link from outside that points at it or into it."""
    pointing = pointing_inside(document, address)
    gone = remove(document, address)
    if gone is None or not pointing:
        return gone
    splices: list[Splice] = list(gone.splices)
    every = dict.fromkeys(one for _, found in pointing for one in found)
    splices += unlink(document, every, [identifier for identifier, _ in pointing])
    number = sum(len(found) for _, found in pointing)
    name = f"Remove {label(document, address)} and {number} links to it"
    return Edit(name, _in_order(_merged(splices)), address.parent)


def _merged(splices: list[Splice]) -> list[Splice]:
    """Splices without those that lie inside another one."""
    kept: list[Splice] = []
    for splice in sorted(splices, key=lambda s: (s.part, s.offset, -len(s.old))):
        last = kept[-1] if kept else None
        inside = last and last.part == splice.part and splice.offset < last.offset + len(last.old)
        if not inside:
            kept.append(splice)
    return kept


def shared_by(document: Document, identifier: str) -> int:
    """How many places point at an ID."""
    return len(references(document, identifier))


def shared_description(document: Document, address: Address) -> int:
    """How many places point at the description section that an address is in; 0 without one."""
    element = document.element(address.element)
    while element is not None:
        if element.name[1] == "dmdSec":
            identifier = element.get("ID")
            return shared_by(document, identifier) if identifier else 0
        element = element.parent
    return 0


def new_id(document: Document, kind: str) -> str:
    """A new ID in the file's habit for elements of a name: that of the last one, counted up."""
    taken = all_ids(document)
    pattern = re.compile(
        rb"<(?:[^\s<>:/!?\"'=]+:)?%b\s(?:[^<>]*?\s)?ID\s*=\s*[\"']([^\"']*)[\"']" % kind.encode()
    )
    for part in reversed(document.parts.order):
        last = deque(pattern.finditer(part.text), maxlen=1)
        if last:
            return mint(last[0][1].decode(), taken)
    return mint(f"{_SHORT.get(kind, kind)}_0", taken)


_SHORT = {"dmdSec": "dmd", "amdSec": "amd", "techMD": "tech", "rightsMD": "rights"}
