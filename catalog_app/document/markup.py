"""Markup as a person reads it, and the edit of its words: tags and their bytes stay as they are.

Data reads as a tree, a line for each element; running text with its tags, each block of it on a
line of its own. What is shown is one string: whatever is no text of the record stands between
`OPEN` and `CLOSE`, two characters that nobody sees, so that an editor can keep it from being
changed. With `SEAL` in it such a piece has no place for words before it, or behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.element import Element, node_text
from catalog_app.document.labels import label
from catalog_app.document.names import XSI
from catalog_app.document.writing import difference, inserted_text, run_splices
from catalog_app.lossless.spans import CDATA, COMMENT, ELEMENT, TEXT, Node
from catalog_app.lossless.splice import Splice

OPEN, CLOSE, SEAL = "\u2063", "\u2064", "\u2062"
_MARKS = re.compile(f"[{OPEN}{CLOSE}{SEAL}]")
_FIXED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_WRAPPED = re.compile(r"[ \t]*\n[ \t]+")
_MOST = 200_000  # bytes; what is longer is shown as XML only
_MANY = 400  # pieces; among more of them a key would take too long
# Elements of running text, in whatever namespace people write them.
_TEXT_TAGS = (
    "a abbr b big blockquote br cite code dd div dl dt em font h1 h2 h3 h4 h5 h6 hr i img li ol p"
    " pre q s small span strike strong sub sup table tbody td th tr tt u ul"
)
_HTML = frozenset(_TEXT_TAGS.split())


@dataclass(frozen=True, slots=True)
class _Words:
    """Text between two tags: its runs, or where there are none, the place for them.

    `lead` and `trail` are line ends and indentation at its edges, which are not shown.
    """

    runs: tuple[tuple[Node, str], ...]
    place: int
    lead: int = 0
    trail: int = 0

    @property
    def raw(self) -> str:
        """The text as it is."""
        return "".join(text for _, text in self.runs)

    @property
    def inner(self) -> str:
        """The text without line ends at its edges."""
        return self.raw[self.lead : len(self.raw) - self.trail]

    @property
    def shown(self) -> str:
        """The text with the indentation of its lines left out."""
        return _WRAPPED.sub("\n", self.inner)

    def edited(self, shown: str) -> str:
        """The text as it is to be when `shown` is shown; it changes only where that differs."""
        old, inner = self.shown, self.inner
        start, end = difference(old, shown)
        new = shown[start : len(shown) - (len(old) - end)]
        first, last = _unwrapped(inner, start), _unwrapped(inner, end)
        text = inner[:first] + new + inner[last:]
        return self.raw[: self.lead] + text + self.raw[len(self.raw) - self.trail :]


def _unwrapped(text: str, position: int) -> int:
    """Where in a text a position is that was counted without the indentation of lines."""
    for found in _WRAPPED.finditer(text):
        if found.start() >= position:
            break
        position += len(found[0]) - 1
    return position


def is_data(element: Element) -> bool:
    """Whether an element holds data in elements, and no running text with markup in it."""
    return element.box is None and not any(
        node.kind == ELEMENT
        and node.elements
        and (_has_text(node) or any(child.local.lower() in _HTML for child in node.elements))
        for node in element.node.walk()
    )


def _has_text(node: Node) -> bool:
    return any(c.kind == CDATA or (c.kind == TEXT and c.raw.strip()) for c in node.children)


class _Reader:
    """Reads an element as pieces: strings for what is fixed, and words between them."""

    def __init__(self, element: Element) -> None:
        self._document, self._part = element.document, element.part
        self.pieces: list[str | _Words] = []
        self._data = is_data(element)
        self._inside(element.node, 0)

    def _fixed(self, shown: str) -> None:
        if self.pieces and isinstance(self.pieces[-1], str):
            self.pieces[-1] += shown
        else:
            self.pieces.append(shown)

    def _line(self, depth: int) -> None:
        self._fixed(("\n" if self.pieces else "") + "    " * depth)

    def _inside(self, node: Node, depth: int) -> None:
        if not node.elements or _has_text(node):
            self._text(node, depth)
            return
        for child in node.children:
            if child.kind == ELEMENT or (child.kind == COMMENT and not self._data):
                self._line(depth)
                self._tag(child, depth)

    def _text(self, node: Node, depth: int) -> None:
        """What holds words, and perhaps tags among them."""
        begin, runs = node.tag_end, []
        first = True
        for child in [*node.children, None]:
            if child is not None and child.kind in (TEXT, CDATA):
                runs.append((child, node_text(child, self._document.entities)))
                continue
            self.pieces.append(_words(tuple(runs), begin, first, child is None))
            runs, first = [], False
            if child is not None:
                self._tag(child, depth)
                begin = child.end

    def _tag(self, node: Node, depth: int) -> None:
        if node.kind != ELEMENT:
            self._fixed(_MARKS.sub("", node.raw.decode()))
            return
        blocks = bool(node.elements) and not _has_text(node)
        self._fixed(self._name(node) if self._data else self._opening(node))
        if node.empty:
            return
        if self._data and not node.elements:
            self._fixed(": ")
        self._inside(node, depth + 1)
        if not self._data:
            if blocks:
                self._line(depth)
            self._fixed(f"</{node.qname}>")

    def _said(self, node: Node) -> list[tuple[str, str]]:
        """The attributes that say something of the content."""
        element = Element(self._document, self._part, node)
        return [
            (name.rpartition("}")[2], _MARKS.sub("", value))
            for name, value in element.attributes.items()
            if not name.startswith(("xsi:", f"{{{XSI}}}", "xmlns"))
        ]

    def _name(self, node: Node) -> str:
        said = ", ".join(f"{name} {value}" for name, value in self._said(node))
        return f"{node.local} [{said}]" if said else node.local

    def _opening(self, node: Node) -> str:
        said = "".join(f' {name}="{value}"' for name, value in self._said(node))
        return f"<{node.qname}{said}{'/' * node.empty}>"


def _words(runs: tuple[tuple[Node, str], ...], place: int, first: bool, last: bool) -> _Words:
    text = "".join(text for _, text in runs)
    lead = re.match(r"[ \t]*\n\s*", text) if first else None
    rest = text[lead.end() :] if lead else text
    trail = re.search(r"\s*\n[ \t]*\Z", rest) if last else None
    return _Words(runs, place, lead.end() if lead else 0, len(rest) - trail.start() if trail else 0)


def shown(element: Element) -> str:
    """What an element with markup shows; without marks where its words cannot be edited."""
    return _joined(_pieces(element))


def _pieces(element: Element) -> list[str | _Words]:
    if element.box is not None or len(element.node.raw) > _MOST:
        return []
    return _Reader(element).pieces


def _joined(pieces: list[str | _Words]) -> str:
    texts = [piece if isinstance(piece, str) else piece.shown for piece in pieces]
    both = zip(pieces, texts, strict=True)
    if len(pieces) > _MANY or any(isinstance(p, _Words) and _MARKS.search(t) for p, t in both):
        return _MARKS.sub("", "".join(texts))
    whole = "".join(
        f"{OPEN}{t}{CLOSE}" if isinstance(p, str) else t for p, t in zip(pieces, texts, strict=True)
    )
    if pieces and isinstance(pieces[0], str):
        whole = OPEN + SEAL + whole[1:]
    return whole[:-1] + SEAL + CLOSE if pieces and isinstance(pieces[-1], str) else whole


def plain(text: str) -> str:
    """What is shown, without the marks that nobody sees."""
    return _MARKS.sub("", text)


def set_words(document: Document, address: Address, text: str) -> Edit | None:
    """The edit that makes an element show `text`, which has other words between the same tags."""
    element = document.element(address)
    there = _pieces(element) if element is not None else []
    old = _joined(there)
    if element is None or _FIXED.findall(old) != _FIXED.findall(text):
        raise EditError("Only the words can be changed here. Edit the tags as XML.")
    pieces = [piece for piece in there if isinstance(piece, _Words)]
    new = _FIXED.split(text)
    places = [k for k, fixed in enumerate(_places(old)) if fixed]
    if len(places) != len(pieces) or any(new[k] for k in range(len(new)) if k not in places):
        raise EditError("Only the words can be changed here. Edit the tags as XML.")
    splices: list[Splice] = []
    for words, at in zip(reversed(pieces), reversed(places), strict=True):
        if words.shown == new[at]:
            continue
        wanted = words.edited(new[at])
        splices += (
            run_splices(element, list(words.runs), wanted)
            if words.runs
            else [inserted_text(element, words.place, wanted)]
        )
    name = f"Edit {label(document, address)}"
    return Edit(name, tuple(splices), address, merges=True) if splices else None


def _places(text: str) -> list[bool]:
    """Which of the stretches around the fixed pieces may hold words."""
    pieces = _FIXED.findall(text)
    before = not (pieces and pieces[0].startswith(OPEN + SEAL))
    behind = not (pieces and pieces[-1].endswith(SEAL + CLOSE))
    if not pieces:
        return [True]
    return [before, *[True] * (len(pieces) - 1), behind]
