"""What can be pointed at in a package, what it is called, and IDs for what is new."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from catalog_app.document.document import Document
from catalog_app.document.ids import Taken, mint, minted
from catalog_app.document.outline import record_title
from catalog_app.document.references import OWN, aside
from catalog_app.document.slices import Slices, returned
from catalog_app.lossless.part import Part
from catalog_app.lossless.spans import TOKEN, decode_attribute

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
_NEAR = 20_000
_MOST = 100


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be pointed at: its ID, words for it, and its kind."""

    id: str
    label: str
    kind: str


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
    for own in OWN.finditer(text):
        start = text.rfind(b"<", 0, own.start())
        match = TOKEN.match(text, start)
        if match is None or match["name"] is None or (doubtful and aside(text, start)):
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
