"""What can be pointed at in a package, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.outline import record_title
from catalog_app.document.reach import Reach, package_at, reach_of
from catalog_app.document.references import OWN, aside, own_tag
from catalog_app.document.slices import Slices, returned
from catalog_app.document.structure_find import finding_divisions
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
_MOST, _STEP = 100, 200


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be pointed at: its ID, words for it, and its kind.

    One that has no ID yet says its `place`, so that it can get one when it is chosen.
    """

    id: str
    label: str
    kind: str
    place: Address | None = None


def targets(
    document: Document, attribute: str, query: str = "", near: Address | None = None
) -> list[Target]:
    """What an attribute can point at, by ID or label, best for choosing from; at most 100.

    Only what is in the package around `near`, if that is given.
    """
    return returned(finding_targets(document, attribute, query, near))


def finding_targets(
    document: Document, attribute: str, query: str = "", near: Address | None = None
) -> Slices[list[Target]]:
    """The same, looked for a few milliseconds at a time."""
    kinds = TARGETS.get(attribute, ())
    if kinds == ("div",):
        return (yield from _divisions(document, query, near))
    reach, wanted = reach_of(document, near), query.strip().casefold()
    found: list[Target] = []
    for part in reach.parts:
        yield 0.5
        if not _may_answer(part, query.strip(), kinds):
            continue
        for target in _targets_in(reach, part, kinds):
            if target is None:
                yield 0.5
            elif wanted in f"{target.id} {target.label}".casefold():
                found.append(target)
                if len(found) >= _MOST:
                    return found
    return found


def _divisions(document: Document, query: str, near: Address | None) -> Slices[list[Target]]:
    own = package_at(document, near)
    found: list[Target] = []
    for package in [own] if own else document.packages():
        for one in (yield from finding_divisions(document, document.part_name(package), query)):
            found.append(Target(one.id, one.title, "div", None if one.id else one.address))
    return found


def _may_answer(part: Part, query: str, kinds: tuple[str, ...]) -> bool:
    """Whether a part could hold what is sought; nothing is copied to find that out."""
    if not query or "dmdSec" in kinds:
        return True
    spelled = dict.fromkeys((query, query.lower(), query.upper(), query.title()))
    if any(part.holds(one.encode("utf-8", "replace")) for one in spelled):
        return True
    # Very much text is not looked through letter by letter for what is spelled oddly.
    return not part.coarse and query.casefold().encode() in part.text.lower()


def _targets_in(reach: Reach, part: Part, kinds: tuple[str, ...]) -> Iterator[Target | None]:
    """What can be pointed at in a part; None in between, to take a breath."""
    text = part.text
    doubtful = b"<!--" in text or b"<![CDATA[" in text
    for number, own in enumerate(OWN.finditer(text)):
        if number % _STEP == _STEP - 1:
            yield None
        start = text.rfind(b"<", 0, own.start())
        match = TOKEN.match(text, start)
        if match is None or match["name"] is None or not reach.holds(part.id, start):
            continue
        local = match["name"].decode().rpartition(":")[2]
        if (kinds and local not in kinds) or (doubtful and aside(text, start)):
            continue
        raw = own[1] if own[1] is not None else own[2]
        yield Target(raw.decode(), _words(reach.document, part, text, match), local)


def _target_at(document: Document, part: Part, start: int, identifier: str) -> Target:
    """What begins at an offset; a large section is not copied for that."""
    text = part.stretch(start, start + 2 * _NEAR) if part.plain else part.text
    match = TOKEN.match(text, 0 if part.plain else start)
    assert match is not None
    assert match["name"] is not None
    local = match["name"].decode().rpartition(":")[2]
    return Target(identifier, _words(document, part, text, match), local)


_SAID = re.compile(rb"""\s(?:LABEL|ORDERLABEL|TYPE|USE|MIMETYPE)\s*=\s*["']([^"']*)["']""")
_KIND = re.compile(rb"""\s(?:OTHERMDTYPE|MDTYPE)\s*=\s*["']([^"']*)["']""")
_HREF = re.compile(rb"""[\s:]href\s*=\s*["'][^"']*?([^"'/]+)/?["']""")


def _words(document: Document, part: Part, text: bytes, tag: re.Match[bytes]) -> str:
    """What a target is called: a record's title, a file's name, a division's label."""
    start, local = tag.start(), tag["name"].decode().rpartition(":")[2]
    if local == "dmdSec" and (title := _title(document, part, text, start)):
        return title
    if local in ("dmdSec", *TARGETS["ADMID"]):
        kind = _KIND.search(text, start, start + _NEAR)
        return kind[1].decode() if kind else ""
    said = [found.decode("utf-8", "replace") for found in _SAID.findall(tag["rest"])]
    if local == "file":
        href = _HREF.search(text, start, start + _NEAR)
        said = [href[1].decode("utf-8", "replace")] if href else said
    return decode_attribute(" ".join(said).encode(), document.entities)


def _title(document: Document, part: Part, text: bytes, start: int) -> str:
    """The title of the first record inside a description that begins in a part."""
    end = text.find(b"dmdSec>", start)
    end = len(text) if end < 0 else end
    for anchor in document.records():
        if anchor.part == part.id and start < document.anchored(anchor).node.start < end:
            return record_title(document, anchor)
    return ""


_KNOWN = 500
_found_in: WeakKeyDictionary[Document, dict[bytes, int]] = WeakKeyDictionary()


def described(
    document: Document, identifier: str, attribute: str, near: Address | None = None
) -> Target | None:
    """The target that an ID names, or None; in the package around `near` if that is given."""
    return returned(describing(document, identifier, attribute, near))


def describing(
    document: Document, identifier: str, attribute: str, near: Address | None = None
) -> Slices[Target | None]:
    """The same, looked for a few milliseconds at a time."""
    word = identifier.encode("utf-8", "replace")
    if not word:
        return None
    reach, known = reach_of(document, near), _found_in.setdefault(document, {})
    # Most parts stay through edits: where an ID was found before is looked at first.
    last = known.get(word)
    first = [part for part in reach.parts if part.id == last] if last is not None else []
    for part in (*first, *reach.parts):
        start = own_tag(part, word, reach)
        if start >= 0:
            if len(known) > _KNOWN:
                known.clear()
            known[word] = part.id
            return _target_at(document, part, start, identifier)
        yield 0.5
    return None
