"""A part's bytes as nodes that know their spans."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from catalog_app.lossless.source import position

XML = "http://www.w3.org/XML/1998/namespace"
ELEMENT, TEXT, CDATA, COMMENT, INSTRUCTION, DOCTYPE, FRAGMENT = range(7)

# Possessive throughout: no input makes it go back, and the last branch ends the scan at once.
TOKEN = re.compile(
    rb"""<(?:
      (?P<name>[^\s<>/!?="'&]++)
        (?P<rest>(?:[^<>"'/]++|"[^"<]*+"|'[^'<]*+'|/(?!>))*+)(?P<empty>/?+)>
    | /(?P<end>[^\s<>/!?="'&]++)\s*+>
    | (?P<comment>!--(?:[^-]++|-(?!-))*+-->)
    | (?P<cdata>!\[CDATA\[(?:[^\]]++|\](?!\]>))*+\]\]>)
    | (?P<pi>\?(?:[^?]++|\?(?!>))*+\?>)
    | (?P<doctype>!DOCTYPE(?:[^\[\]<>"']++|"[^"]*+"|'[^']*+')*+
        (?:\[(?:[^\]<"']++|"[^"]*+"|'[^']*+'|<!--(?:[^-]++|-(?!-))*+-->
            |<\?(?:[^?]++|\?(?!>))*+\?>|<!(?!--)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>)*+\]\s*+)?+>)
    | (?P<bad>)
    )""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(rb"""([^\s=<>"'/]++)\s*+=\s*+(?:"([^"<]*+)"|'([^'<]*+)')""")
_REFERENCE = re.compile(rb"&(#x[0-9A-Fa-f]++|#[0-9]++|[^\s;&#<]++);|\r\n?")
_REFERENCE_IN_TEXT = re.compile(r"&(#x[0-9A-Fa-f]++|#[0-9]++|[^\s;&#<]++);", re.ASCII)
_KINDS = 64  # of references, the most that are replaced one after the other
_RARE = 2  # kinds that stand there seldom, after which the rest is read one by one
_BLOCK = 1 << 11
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
MAX_DEPTH = 256


class MarkupError(ValueError):
    """The bytes are not well-formed; `offset` is where, in the text that was given."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message, self.offset = message, offset


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as written: its name, the span of all of it and of its value (no quotes)."""

    qname: str
    start: int
    end: int
    value_start: int
    value_end: int


class Node:
    """An element, a run of text, a comment…: where it stands in its text, and what is in it.

    Spans count bytes of `text`: `start`–`tag_end` the start tag, `close`–`end` the end tag (both
    empty for a self-closing element, whose `close` equals its `tag_end`).
    """

    __slots__ = (
        "__dict__",
        "buffer",
        "children",
        "close",
        "end",
        "kind",
        "namespaces",
        "parent",
        "qname",
        "start",
        "tag_end",
    )

    def __init__(
        self, kind: int, text: bytes, start: int, end: int, parent: Node | None, qname: str = ""
    ) -> None:
        # All nodes of a fragment share one buffer, so that a splice need not visit them.
        self.buffer: list[bytes] = parent.buffer if parent else [text]
        self.kind, self.parent, self.qname = kind, parent, qname
        self.start, self.tag_end, self.close, self.end = start, end, end, end
        self.children: list[Node] = []
        self.namespaces: Mapping[str, str] = parent.namespaces if parent else {}

    @property
    def text(self) -> bytes:
        """The text that the spans count in."""
        return self.buffer[0]

    @property
    def prefix(self) -> str:
        """The prefix as written, or the empty string."""
        return self.qname.partition(":")[0] if ":" in self.qname else ""

    @property
    def local(self) -> str:
        """The local name."""
        return self.qname.rpartition(":")[2]

    @property
    def namespace(self) -> str:
        """The namespace, or the empty string."""
        return self.namespaces.get(self.prefix, "")

    @property
    def empty(self) -> bool:
        """Whether the element is written as one self-closing tag."""
        return self.text[self.tag_end - 2 : self.tag_end] == b"/>"

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes in the order of the tag, namespace declarations among them."""
        first = self.start + 1 + len(self.qname.encode())
        found = _ATTRIBUTE.finditer(self.text, first, self.tag_end)
        return tuple(_attribute(match) for match in found)

    @property
    def elements(self) -> list[Node]:
        """The child elements."""
        return [child for child in self.children if child.kind == ELEMENT]

    @property
    def raw(self) -> bytes:
        """The bytes of the whole node."""
        return self.text[self.start : self.end]

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def attribute(self, qname: str) -> Attribute | None:
        """The attribute of that written name."""
        return next((a for a in self.attributes if a.qname == qname), None)

    def expanded(self, qname: str) -> tuple[str, str]:
        """The namespace and local name of an attribute's written name."""
        prefix, colon, local = qname.rpartition(":")
        return (self.namespaces.get(prefix, "") if colon else ""), local


def _attribute(match: re.Match[bytes]) -> Attribute:
    group = 2 if match[2] is not None else 3
    return Attribute(match[1].decode(), *match.span(), *match.span(group))


def parse(text: bytes, namespaces: Mapping[str, str]) -> Node:
    """Parse complete sibling content into a fragment node.

    Raises MarkupError where tags do not match; what only a full parser sees (a doubled attribute,
    an unknown entity) is the business of `wellformed`.
    """
    root = Node(FRAGMENT, text, 0, len(text), None)
    root.namespaces = {"xml": XML, **namespaces}
    node, cursor, depth = root, 0, 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start > cursor:
            node.children.append(Node(TEXT, text, cursor, start, node))
        cursor = end
        if match["name"] is not None:
            child = _open(match, text, node)
            node.children.append(child)
            if not match["empty"]:
                node, depth = child, depth + 1
                if depth > MAX_DEPTH:
                    raise MarkupError(f"Elements are nested more than {MAX_DEPTH} deep.", start)
        elif match["end"] is not None:
            _close(node, match, start, end)
            node, depth = node.parent or root, depth - 1
        else:
            kind = _other_kind(match, start)
            node.children.append(Node(kind, text, start, end, node))
    if node is not root:
        raise MarkupError(f"<{node.qname}> is opened here and never closed.", node.start)
    if cursor < len(text):
        root.children.append(Node(TEXT, text, cursor, len(text), root))
    return root


def untie(root: Node) -> None:
    """Let the nodes of a fragment go that nobody needs any more, without the garbage collector."""
    for node in list(root.walk()):
        node.parent = None
    root.__dict__.clear()


def _open(match: re.Match[bytes], text: bytes, parent: Node) -> Node:
    qname, rest = match["name"].decode(), match["rest"]
    node = Node(ELEMENT, text, match.start(), match.end(), parent, qname)
    if b"xmlns" in rest:
        node.namespaces = {**parent.namespaces, **declarations(rest)}
    return node


def _close(node: Node, match: re.Match[bytes], start: int, end: int) -> None:
    name = match["end"].decode()
    if node.kind != ELEMENT:
        raise MarkupError(f"</{name}> closes an element that was never opened.", start)
    if node.qname != name:
        raise MarkupError(f"</{name}> stands where </{node.qname}> is expected.", start)
    node.close, node.end = start, end


def _other_kind(match: re.Match[bytes], start: int) -> int:
    for group, kind in (("comment", COMMENT), ("cdata", CDATA), ("pi", INSTRUCTION)):
        if match[group] is not None:
            return kind
    if match["doctype"] is not None:
        return DOCTYPE
    raise MarkupError("A “<” stands here that begins no complete tag.", start)


def declarations(rest: bytes) -> dict[str, str]:
    """The namespaces that the inside of a start tag declares, by prefix ("" for the default)."""
    found = {}
    for match in _ATTRIBUTE.finditer(rest):
        name = match[1].decode()
        if name == "xmlns" or name.startswith("xmlns:"):
            value = match[2] if match[2] is not None else match[3]
            found[name[6:]] = decode_attribute(value, {})
    return found


def respelled(root: Node, offset: int, old: bytes, new: bytes, text: bytes) -> bool:
    """Bring a parsed fragment in step with a splice inside one run of text, without parsing.

    `text` is the fragment's text after the splice. False, and nothing done, where the splice may
    have changed more than characters.
    """
    if b"<" in new or b"<" in old or b">" in new:
        return False
    end, node, above = offset + len(old), root, [root]
    while node.kind in (FRAGMENT, ELEMENT):
        inner = next((c for c in node.children if c.start <= offset and end <= c.end), None)
        if inner is None:
            return False
        node = inner
        above.append(node)
    if node.kind != TEXT or node.end - node.start + len(new) == len(old):
        return False
    _shift(root, above, len(new) - len(old))
    root.buffer[0] = text
    return True


def _shift(root: Node, above: list[Node], by: int) -> None:
    """Move what stands behind a text; `above` are the fragment, its ancestors and itself."""
    changed = above[-1]
    for node in above:
        node.close += by
        node.end += by
    root.tag_end += by
    changed.tag_end += by
    flat: list[Node] = root.__dict__.get("flat") or list(root.walk())
    root.__dict__["flat"] = flat
    for node in flat[_place(flat, changed) + 1 :]:
        node.start += by
        node.tag_end += by
        node.close += by
        node.end += by
        if node.__dict__:
            node.__dict__.pop("attributes", None)


def _place(flat: list[Node], wanted: Node) -> int:
    """Where a text node stands among all nodes in document order."""
    at = bisect_left(flat, wanted.start, lo=1, key=lambda node: node.start)
    while flat[at] is not wanted:
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of decoded characters and the bytes it came from; `plain` if they are the same."""

    value: str
    start: int
    end: int
    plain: bool


def runs(raw: bytes, start: int, entities: Mapping[str, str]) -> Iterator[Run]:
    """Cut raw text into plain stretches and references (line ends count as references).

    A reference to an unknown entity stands for itself, as written.
    """
    cursor = 0
    for match in _REFERENCE.finditer(raw):
        first, last = match.span()
        if first > cursor:
            yield Run(raw[cursor:first].decode(), start + cursor, start + first, True)
        cursor = last
        name = None if match[1] is None else match[1].decode()
        value = _known(name) or entities.get(name or "", f"&{name};")
        yield Run(value, start + first, start + last, False)
    if cursor < len(raw):
        yield Run(raw[cursor:].decode(), start + cursor, start + len(raw), True)


def ahead(raw: bytes, characters: int, entities: Mapping[str, str]) -> tuple[int, int]:
    """Bytes that surely stand before a character of raw text, and how many characters they are.

    What comes after them is short: a key in a long text need not cut all of it into runs.
    """
    at = passed = 0
    while not entities:
        end = raw.find(b"&", at + _BLOCK)
        if end < 0:
            break
        more = len(_replaced(raw[at:end], entities))
        if passed + more > characters:
            break
        at, passed = end, passed + more
    return at, passed


@lru_cache(maxsize=1 << 12)
def _known(name: str | None) -> str:
    """The character of a reference by number, or of one that XML itself names; else "".

    None is a line end, which counts as a reference.
    """
    if name is None:
        return "\n"
    if not name.startswith("#"):
        return _PREDEFINED.get(name, "")
    number = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(number) if number <= 0x10FFFF else f"&{name};"


def decode(raw: bytes, entities: Mapping[str, str]) -> str:
    """The characters that raw text stands for."""
    if b"&" not in raw and b"\r" not in raw:
        return raw.decode()
    return _replaced(raw, entities) if entities else _standard(raw)


# A key asks for the text of its field from several places, and the letters of another alphabet
# may all be references.
@lru_cache(maxsize=16)
def _standard(raw: bytes) -> str:
    return _replaced(raw, {})


def _replaced(raw: bytes, entities: Mapping[str, str]) -> str:
    """Raw text with its references replaced: all of one kind at once while that is worth it.

    In an encoding without a language's letters each of these is a reference, and there are few.
    """
    text, at, rare = raw.decode(), 0, 0
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(_KINDS):
        before, at = len(text), text.find("&", at)
        if at < 0:
            break
        found = _REFERENCE_IN_TEXT.match(text, at)
        value = _meant(found[1], entities) if found else "&"
        if found is None or "&" in value:  # it might be taken for a reference
            at += 1
            continue
        text = text.replace(found[0], value)
        rare += before - len(text) < before >> 7
        if rare > _RARE:
            break
    if "&" not in text:
        return text
    pieces = _REFERENCE_IN_TEXT.split(text)  # every second is the name of a reference
    names = pieces[1::2]
    meant = list(map(_known, names))
    if "" in meant:
        meant = [_meant(name, entities) for name in names]
    pieces[1::2] = meant
    return "".join(pieces)


def _meant(name: str, entities: Mapping[str, str]) -> str:
    """What a reference stands for; an unknown one for itself, as written."""
    return _known(name) or entities.get(name, f"&{name};")


def decode_attribute(raw: bytes, entities: Mapping[str, str]) -> str:
    """The characters of an attribute's value, with its literal white space made spaces."""
    return "".join(
        run.value if not run.plain and raw[run.start : run.start + 1] == b"&" else _spaces(run)
        for run in runs(raw, 0, entities)
    )


def _spaces(run: Run) -> str:
    return run.value.replace("\t", " ").replace("\n", " ")


def line_of(error: MarkupError, text: bytes, first_line: int = 1) -> tuple[int, int]:
    """The line and column of a markup error in a text that begins at `first_line` of its file."""
    line, column = position(text, error.offset)
    return line + first_line - 1, column
