"""What a DOCTYPE means for editing: the entities that are harmless, and why others are not."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from catalog_app.lossless.spans import DOCTYPE, TOKEN, decode, parse

GROWTH = 10_000_000
_DECLARATION = re.compile(
    rb"""<!--(?:[^-]++|-(?!-))*+-->|<\?(?:[^?]++|\?(?!>))*+\?>
    |<!(?P<kind>[A-Z]++)(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>|(?P<parameter>%)""",
    re.VERBOSE,
)
_ENTITY = re.compile(rb"""\s++([^\s%"'>]++)\s++(?:"([^"]*+)"|'([^']*+)')\s*+""")
_EXTERNAL = re.compile(rb"<!DOCTYPE\s++[^\s\[>]++\s++(?:SYSTEM|PUBLIC)\b")
_NAMED = re.compile(rb"&([^\s;&#<>\"']++);")
_REFERENCE = re.compile(rb"&(?:#x[0-9A-Fa-f]++|#[0-9]++);")
_PREDEFINED = frozenset({b"lt", b"gt", b"amp", b"quot", b"apos"})


@dataclass(frozen=True, slots=True)
class Doctype:
    """The internal entities that stand for plain text, and what forbids editing (or nothing).

    `replacements` are all internal entities as markup, harmless or not, for an editable copy;
    `external` tells that another file, which is never read, may define more.
    """

    entities: dict[str, str] = field(default_factory=dict)
    obstacle: str = ""
    replacements: dict[bytes, bytes] = field(default_factory=dict)
    external: bool = False


def read_doctype(prolog: bytes) -> Doctype:
    """Read the DOCTYPE of a document's prolog, if it has one."""
    if b"<!DOCTYPE" not in prolog:
        return Doctype()
    nodes = [node for node in parse(prolog, {}).children if node.kind == DOCTYPE]
    return _read(nodes[0].raw) if nodes else Doctype()


def _read(declaration: bytes) -> Doctype:
    start, end = declaration.find(b"["), declaration.rfind(b"]")
    subset = declaration[start + 1 : end] if start >= 0 else b""
    replacements: dict[bytes, bytes] = {}
    outside = defaults = False
    for match in _DECLARATION.finditer(subset):
        entity = _ENTITY.fullmatch(match["rest"]) if match["kind"] == b"ENTITY" else None
        if entity:
            value = entity[2] if entity[2] is not None else entity[3]
            replacements.setdefault(entity[1], _REFERENCE.sub(_character, value))
        outside |= match["parameter"] is not None or (match["kind"] == b"ENTITY" and not entity)
        defaults |= match["kind"] == b"ATTLIST"
    entities, strange = _plain(replacements)
    obstacle = _obstacle(strange, outside, defaults)
    external = _EXTERNAL.match(declaration) is not None
    return Doctype({} if strange else entities, obstacle, replacements, external)


def _character(match: re.Match[bytes]) -> bytes:
    return decode(match[0], {}).encode("utf-8", "surrogatepass")


def _plain(replacements: dict[bytes, bytes]) -> tuple[dict[str, str], str]:
    """The entities as text; and the first that stands for more than that."""
    entities = {}
    for name, value in replacements.items():
        named = (n for n in _NAMED.findall(value) if n not in _PREDEFINED)
        if b"<" in value or b"%" in value or next(named, None) is not None:
            return {}, name.decode("utf-8", "replace")
        entities[name.decode()] = decode(value, {})
    return entities, ""


def _obstacle(strange: str, outside: bool, defaults: bool) -> str:
    if strange:
        return f"its entity “{strange}” stands for more than plain text"
    if outside:
        return "it takes entities from other files, which are never read here"
    if defaults:
        return "its DOCTYPE gives attributes values that the file does not show"
    return ""


def with_unknown(doctype: Doctype, text: bytes) -> Doctype:
    """The same, with an obstacle if the text uses entities that only another file defines."""
    if not doctype.external or doctype.obstacle:
        return doctype
    known = _PREDEFINED | doctype.replacements.keys()
    name = next((name for name in _NAMED.findall(text) if name not in known), None)
    if name is None:
        return doctype
    said = f"“&{name.decode('utf-8', 'replace')};” is defined in another file, which is never read"
    return replace(doctype, obstacle=f"{said} here")


def growth(text: bytes, entities: dict[str, str]) -> int:
    """How many characters the plain entities of a text add up to."""
    if not entities:
        return 0
    used = Counter(_NAMED.findall(text))
    return sum(
        number * len(entities.get(name.decode("utf-8", "replace"), ""))
        for name, number in used.items()
    )


def without_doctype(text: bytes, replacements: dict[bytes, bytes]) -> bytes:
    """A copy of a document without its DOCTYPE, its internal entities written out.

    A reference that stands for another file, or for itself, or for too much, becomes plain text.
    """
    filled = _filled(replacements)
    room = GROWTH

    def written(match: re.Match[bytes]) -> bytes:
        nonlocal room
        name = match[1]
        if name in _PREDEFINED:
            return match[0]
        value = filled.get(name)
        room -= len(value or b"")
        return value if value is not None and room >= 0 else b"&amp;" + name + b";"

    out = []
    for node in _pieces(text):
        out.append(node if node.startswith((b"<!", b"<?")) else _NAMED.sub(written, node))
    return b"".join(out)


def _pieces(text: bytes) -> list[bytes]:
    """The document in tokens and the text between them, the DOCTYPE left out."""
    found, cursor = [], 0
    for match in TOKEN.finditer(text):
        found.append(text[cursor : match.start()])
        if match["doctype"] is None:
            found.append(match[0])
        cursor = match.end()
    found.append(text[cursor:])
    return found


def _filled(replacements: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """The replacements with the entities inside them written out; bombs and loops left out."""
    filled: dict[bytes, bytes] = {}

    def fill(name: bytes, above: frozenset[bytes]) -> bytes | None:
        if name in filled or name not in replacements or name in above or len(above) > 20:
            return filled.get(name)
        pieces, last, value = [], 0, replacements[name]
        for match in _NAMED.finditer(value):
            inner = match[0] if match[1] in _PREDEFINED else fill(match[1], above | {name})
            if inner is None:
                return None
            pieces += [value[last : match.start()], inner]
            last = match.end()
            if sum(map(len, pieces)) > GROWTH:
                return None
        filled[name] = b"".join((*pieces, value[last:]))
        return filled[name]

    for name in replacements:
        fill(name, frozenset())
    return filled
