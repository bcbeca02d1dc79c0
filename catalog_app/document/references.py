"""Links inside a file: what points at an ID, what can be pointed at, and keeping them right."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import set_attribute
from catalog_app.document.element import Element
from catalog_app.document.ids import Taken, mint, minted
from catalog_app.document.large import Making, made
from catalog_app.document.outline import record_title
from catalog_app.document.slices import Slices, returned
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
_FEW = 4
_APART = bytes.maketrans(b"#\"'", b"   ")


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
    return returned(referring(document, (identifier,)))[identifier]


def referring(document: Document, identifiers: Iterable[str]) -> Slices[dict[str, list[Reference]]]:
    """Every place that points at each of some IDs, a few milliseconds at a time."""
    found: dict[str, list[Reference]] = {identifier: [] for identifier in identifiers}
    words = frozenset(identifier.encode() for identifier in found)
    yield 0.5
    for part in _finely(document, words if len(words) <= _FEW else ()):
        if part is not None:
            for tag in _pointing(part.text, words):
                for identifier, reference in _in_tag(part, tag):
                    if identifier in found:
                        found[identifier].append(reference)
        yield 0.5
    return found


def _finely(document: Document, words: Collection[bytes]) -> Iterator[Part | None]:
    """The parts that hold one of some words, coarse ones cut finer on the way; None in between.

    Without words all parts.
    """
    pending = list(document.parts.order)[::-1]
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


def _pointing(text: bytes, words: frozenset[bytes]) -> Iterator[int]:
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
        if tag > seen and not (doubtful and _aside(text, at)):
            seen = tag
            yield tag


def _occurrences(text: bytes, word: bytes) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _aside(text: bytes, at: int) -> bool:
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


def find_id(document: Document, identifier: str) -> Address | None:
    """Where the element with an ID is; the first one where several have it."""
    word = identifier.encode()
    for part in _finely(document, (word,)):
        if part is None:
            continue
        text = part.text
        for own in _OWN.finditer(text):
            if (own[1] if own[1] is not None else own[2]) == word:
                start = text.rfind(b"<", 0, own.start())
                match = TOKEN.match(text, start)
                if match is not None and match["name"] is not None and not _aside(text, start):
                    return document.address_of(element_at_tag(document, part.id, start))
    return None


def targets(document: Document, attribute: str, query: str = "") -> list[Target]:
    """What an attribute can point at, by ID or label, best for choosing from; at most 100."""
    return returned(finding_targets(document, attribute, query))


def finding_targets(document: Document, attribute: str, query: str = "") -> Slices[list[Target]]:
    """The same, looked for a few milliseconds at a time."""
    kinds = TARGETS.get(attribute, ())
    wanted = query.strip().casefold()
    found: list[Target] = []
    for part in document.parts.order:
        yield 0.5
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
    return made(renaming(document, address, new, merges))


def renaming(document: Document, address: Address, new: str, merges: bool = False) -> Making:
    """Make the edit that gives an element another ID, and everything that points at it with it."""
    element = document.element(address.element)
    old = element.get("ID") if element else None
    if old == new:
        return
    for part in document.parts.order:
        if part.holds(new.encode()) and new in Taken(document, (part,)):
            raise EditError(_already(new))
        yield 0.1
    pointing = (yield from referring(document, (old,)))[old] if old else []
    own = set_attribute(document, address.element.at("ID"), new)
    if own is None or not pointing or old is None:
        yield own
        return
    following = [_respelled(document, one, old, new) for one in pointing]
    words = f"Rename {old} to {new} with {len(pointing)} links"
    splices = in_order([*own.splices, *following])
    yield Edit(words, splices, address.element.at("ID"), merges)


def id_taken(document: Document, new: str) -> str:
    """What to say where the file has such an ID already, or ""."""
    if new in Taken(document):
        return _already(new)
    return ""


def _already(new: str) -> str:
    return f"There is already a “{new}” in this file. Choose another ID."


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


def in_order(splices: list[Splice]) -> tuple[Splice, ...]:
    """Splices that all count from the text as it is now, the last in each part first."""
    return tuple(sorted(splices, key=lambda s: (s.part, -s.offset)))


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
    return mint(_last_id(document, kind), Taken(document))


def new_ids(document: Document, kind: str, taken: Container[str]) -> Iterator[str]:
    """As many of them as are wanted, given the IDs that are taken."""
    return minted(_last_id(document, kind), taken)


def _last_id(document: Document, kind: str) -> str:
    word = kind.encode()
    pattern = re.compile(
        rb"<(?:[^\s<>:/!?\"'=]+:)?%b\s(?:[^<>]*?\s)?ID\s*=\s*[\"']([^\"']*)[\"']" % word
    )
    for part in reversed(document.parts.order):
        text = part.text if part.holds(word) else b""
        at = text.rfind(word)
        while at >= 0:
            last = pattern.match(text, max(text.rfind(b"<", 0, at), 0))
            if last:
                return last[1].decode()
            at = text.rfind(word, 0, at)
    return f"{_SHORT.get(kind, kind)}_0"


_SHORT = {"dmdSec": "dmd", "amdSec": "amd", "techMD": "tech", "rightsMD": "rights"}
