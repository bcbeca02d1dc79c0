"""Splices for the elementary edits of text, attributes and elements; the words are in `edits`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from catalog_app.document.draft import Draft, Writer, attribute_markup
from catalog_app.document.edit import EditError
from catalog_app.document.element import Element, boxed, node_text, text_nodes
from catalog_app.document.layout import (
    child_indentation,
    indentation,
    next_content,
    only_blank,
    previous_content,
    unit,
)
from catalog_app.lossless.emit import CharacterError, attribute_bytes, cdata_bytes, text_bytes
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.spans import CDATA, Node, Run, ahead, runs
from catalog_app.lossless.splice import Splice


def text_splices(element: Element, value: str) -> list[Splice]:
    """Splices that make `value` the text of an element, touching only the characters that differ.

    References, CDATA sections and comments stay where the text around them is the same. Raises
    EditError for an element with markup inside.
    """
    node, document = element.node, element.document
    if element.box is not None or node.elements:
        raise EditError("There is markup in this field. Edit it as XML.")
    if node.empty:
        return [_filled(element, _text(element, value))] if value else []
    pieces = [(child, node_text(child, document.entities)) for child in text_nodes(node)]
    if not pieces:
        new = _text(element, value)
        return [Splice(element.part.id, node.tag_end, b"", new)] if value else []
    return run_splices(element, pieces, value)


def inserted_text(element: Element, offset: int, value: str) -> Splice:
    """The splice that puts text at a place where there is none."""
    return Splice(element.part.id, offset, b"", _text(element, value))


def run_splices(element: Element, pieces: list[tuple[Node, str]], value: str) -> list[Splice]:
    """Splices that make of neighbouring runs of text another one, the last place first."""
    old = "".join(text for _, text in pieces)
    start, end = difference(old, value)
    if start == end and len(value) == len(old):
        return []
    middle, begin, placed = value[start : len(value) - (len(old) - end)], 0, False
    splices: list[Splice] = []
    for child, text in pieces:
        stop = begin + len(text)
        here = not placed and start <= stop
        low, high = max(start, begin), max(min(end, stop), max(start, begin))
        if here or low < high:
            put = middle if here else ""
            splices.append(_respelled(element, child, (low - begin, high - begin), put))
        placed, begin = placed or here, stop
    return splices[::-1]


def _respelled(element: Element, child: Node, span: tuple[int, int], new: str) -> Splice:
    """The splice that puts other characters in the place of some of one run of text."""
    if child.kind == CDATA:
        inner, end, emit, broken = child.start + 9, child.end - 3, _cdata, b"]]]]><![CDATA[>"
        found, start = _verbatim(child.raw[9:-3], inner), inner
    else:
        inner, end, emit, broken = child.start, child.end, _text, b"]]&gt;"
        found, span, start = _near(child.raw, inner, span, element.document.entities)
    first, last, head, tail = _stretch(found, span, start)
    written = emit(element, head + new + tail) if head or new or tail else b""
    # Characters that are harmless alone may make “]]>” with those around them.
    low, high = max(inner, first - 2), min(end, last + 2)
    joint = child.text[low:first] + written + child.text[last:high]
    if b"]]>" in joint and b"]]>" not in written:
        first, last, written = low, high, joint.replace(b"]]>", broken)
    return Splice(element.part.id, first, child.text[first:last], written)


def _near(
    raw: bytes, inner: int, span: tuple[int, int], entities: Mapping[str, str]
) -> tuple[list[Run], tuple[int, int], int]:
    """The runs around a span of characters, the span as counted in them, and where they begin."""
    skipped, passed = ahead(raw, span[0], entities)
    first, last = span[0] - passed, span[1] - passed
    found: list[Run] = []
    counted = 0
    for run in runs(raw[skipped:], inner + skipped, entities):
        found.append(run)
        counted += len(run.value)
        if counted > last:
            break
    return found, (first, last), inner + skipped


def _stretch(found: list[Run], span: tuple[int, int], start: int) -> tuple[int, int, str, str]:
    """The bytes of a span of characters, and what of a reference cut in two must be kept."""
    first, head = _offset(found, span[0], start)
    last, part = _offset(found, span[1], start)
    if not part:
        return first, last, head, ""
    run = next(run for run in found if run.start == last)
    return first, run.end, head, run.value[len(part) :]


def difference(old: str, new: str) -> tuple[int, int]:
    """Where two strings begin to differ, and where in `old` they are the same again."""
    start = _common(lambda n: old[:n] == new[:n], min(len(old), len(new)))
    rest = min(len(old), len(new)) - start
    tail = _common(lambda n: n == 0 or old[-n:] == new[-n:], rest)
    return start, len(old) - tail


def _common(same: Callable[[int], bool], limit: int) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low


def _verbatim(raw: bytes, start: int) -> list[Run]:
    """A CDATA section's runs: only line ends stand for something else."""
    return [
        run if run.plain or not raw[run.start - start : run.end - start].startswith(b"&")
        else Run(raw[run.start - start : run.end - start].decode(), run.start, run.end, True)
        for run in runs(raw, start, {})
    ]  # fmt: skip


def _offset(found: list[Run], characters: int, start: int) -> tuple[int, str]:
    """The byte offset of a character offset; inside a reference its beginning, and what is before.

    Only an entity that stands for several characters has an inside.
    """
    offset = start
    for run in found:
        if characters < len(run.value):
            before = run.value[:characters]
            return (run.start + len(before.encode()), "") if run.plain else (run.start, before)
        characters -= len(run.value)
        offset = run.end
    return offset, ""


def _text(element: Element, value: str) -> bytes:
    source = element.document.source
    return _checked(lambda: text_bytes(value, source.holds, source.newline))


def _cdata(element: Element, value: str) -> bytes:
    source = element.document.source
    return _checked(lambda: cdata_bytes(value, source.holds, source.newline))


def _checked(make: Callable[[], bytes]) -> bytes:
    try:
        return make()
    except CharacterError as error:
        raise EditError(str(error)) from None


def _filled(element: Element, *inside: bytes) -> Splice:
    """Turn a self-closing tag into a pair with content between."""
    node = element.node
    old_start = len(node.text[: node.tag_end - 2].rstrip())
    old = node.text[old_start : node.tag_end]
    new = b"".join((b">", *inside, b"</", node.qname.encode(), b">"))
    return Splice(element.part.id, old_start, old, new)


def attribute_splices(element: Element, spelled: str, value: str) -> list[Splice]:
    """Splices that give an attribute a value, adding it if it is missing."""
    document, node = element.document, element.node
    known = element.attribute(spelled)
    quote = '"' if known is None else node.text[known.end - 1 : known.end].decode()
    if known is None:
        markup = _checked(
            lambda: attribute_markup(document, node.namespaces, spelled, value, quote)
        )
        at = (
            node.attributes[-1].end
            if node.attributes
            else node.start + 1 + len(node.qname.encode())
        )
        return [Splice(element.part.id, at, b"", markup)]
    old = element.attribute_value(known)
    if old == value:
        return []
    raw = node.text[known.value_start : known.value_end]
    start, end = difference(old, value)
    found, span, at = _near(raw, known.value_start, (start, end), document.entities)
    first, last, head, tail = _stretch(found, span, at)
    middle = head + value[start : len(value) - (len(old) - end)] + tail
    new = _checked(lambda: attribute_bytes(middle, document.source.holds, quote))
    return [Splice(element.part.id, first, node.text[first:last], new)]


def removed_attribute(element: Element, spelled: str) -> list[Splice]:
    """Splices that take an attribute away with the blank before it; none if it is not there."""
    known = element.attribute(spelled)
    if known is None:
        return []
    start = len(element.node.text[: known.start].rstrip())
    return [Splice(element.part.id, start, element.node.text[start : known.end], b"")]


def inserted(parent: Element, before: Element | None, *raw: bytes) -> list[Splice]:
    """Splices that put markup into an element, before one of its children or at the end.

    Very much of it may come in pieces: it is copied but once.
    """
    indent = child_indentation(parent)
    if before is not None:
        part, offset = _front(before)
        return [_put(part, offset, *raw, indentation(before))]
    last = _last_child(parent)
    if last is not None:
        part, offset = _behind(last)
        return [_put(part, offset, indent, *raw)]
    if parent.box is not None:
        inside = next(iter(parent.box.parts()))
        return [_put(inside, 0, indent, *raw)]
    return [_first(parent, indent, raw)]


def _put(part: Part, offset: int, *raw: bytes) -> Splice:
    return Splice(part.id, offset, b"", b"".join(raw))


def _first(parent: Element, indent: bytes, raw: tuple[bytes, ...]) -> Splice:
    node = parent.node
    closing = indentation(parent) if indent else b""
    if node.empty:
        return _filled(parent, indent, *raw, closing)
    has_line = only_blank(node) and any(b"\n" in c.raw or b"\r" in c.raw for c in node.children)
    if not node.children:
        return _put(parent.part, node.tag_end, indent, *raw, closing)
    if has_line:
        return _put(parent.part, node.tag_end, indent, *raw)
    return _put(parent.part, node.close, *raw)


def _front(element: Element) -> tuple[Part, int]:
    if element.box is None:
        return element.part, element.node.start
    part = previous_content(element)
    assert part is not None
    return part, part.size


def _behind(element: Element) -> tuple[Part, int]:
    if element.box is None:
        return element.part, element.node.end
    part = next_content(element)
    assert part is not None
    return part, 0


def _last_child(parent: Element) -> Element | None:
    if parent.box is None:
        nodes = parent.node.elements
        return Element(parent.document, parent.part, nodes[-1]) if nodes else None
    for item in reversed(parent.box.items):
        if isinstance(item, Box):
            return boxed(parent.document, item)
        if item.coarse:
            return parent.document.refined(item)
        if item.heads(parent.box.namespaces):
            nodes = item.fragment(parent.box.namespaces).elements
            return Element(parent.document, item, nodes[-1])
    return None


def removed(element: Element) -> list[Splice]:
    """Splices that take an element away, with the indentation before it."""
    indent = indentation(element)
    if element.box is None:
        start, text = element.node.start - len(indent), element.node.text
        return [Splice(element.part.id, start, text[start : element.node.end], b"")]
    splices = [Splice(part.id, 0, part.text, b"") for part in element.box.all_parts() if part.size]
    before = previous_content(element)
    if before is not None and indent:
        splices.append(Splice(before.id, before.size - len(indent), indent, b""))
    return splices


def replaced(element: Element, raw: bytes) -> list[Splice]:
    """Splices that put markup in the place of an element, touching only what differs."""
    if element.box is not None:
        emptied = [Splice(p.id, 0, p.text, b"") for p in element.box.all_parts() if p.size]
        before = previous_content(element)
        assert before is not None
        return [*emptied, Splice(before.id, before.size, b"", raw)]
    old = element.node.raw
    start = _common(lambda n: old[:n] == raw[:n], min(len(old), len(raw)))
    tail = _common(lambda n: n == 0 or old[-n:] == raw[-n:], min(len(old), len(raw)) - start)
    if start == len(old) == len(raw):
        return []
    at = element.node.start + start
    return [Splice(element.part.id, at, old[start : len(old) - tail], raw[start : len(raw) - tail])]


def writer(parent: Element, standard: str) -> Writer:
    """The writer for new children of an element."""
    same = parent.name[0] == standard
    sibling = next((c for c in parent.children() if c.name[0] == standard), None)
    prefix = (
        parent.node.prefix if same else sibling.node.prefix if sibling else _habit(parent, standard)
    )
    step = unit(parent) if child_indentation(parent) else b""
    return Writer(parent.document, standard, prefix, parent.namespaces, step)


def _habit(parent: Element, standard: str) -> str:
    return next((p for p, uri in parent.namespaces.items() if uri == standard), "")


def written(parent: Element, standard: str, draft: Draft) -> bytes:
    """The bytes of a draft as a child of an element."""
    indent = child_indentation(parent)
    return _checked(lambda: writer(parent, standard).write(draft, indent))
