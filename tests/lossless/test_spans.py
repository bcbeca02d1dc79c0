"""What the spans say, a second parser says too; and they add up to the bytes."""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

import pytest

from catalog_app.document.document import Document, OpenError, open_document
from catalog_app.document.element import Element
from catalog_app.lossless.spans import DOCTYPE, ELEMENT, Node, ahead, decode, parse, runs
from tests.document.shapes import EDITABLE, encoded
from tests.large import large_mets
from tests.real_files import named, needs_corpus, wellformed_files

_TAG = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
Seen = list[tuple[str, int, int, tuple[str, ...]]]


def by_expat(text: bytes) -> Seen:
    """Every element in document order of its end: name, span, attribute names."""
    reader = expat.ParserCreate("utf-8")
    reader.ordered_attributes = True
    found: Seen = []
    stack: list[tuple[str, int, tuple[str, ...]]] = []

    def start(name: str, attributes: list[str]) -> None:
        stack.append((name, reader.CurrentByteIndex, tuple(attributes[::2])))

    def end(name: str) -> None:
        opened, at, attributes = stack.pop()
        stop = _tag_end(text, at)
        if text[stop - 2 : stop] != b"/>":
            stop = text.index(b">", reader.CurrentByteIndex) + 1
        found.append((name, at, stop, attributes))
        assert name == opened

    reader.StartElementHandler, reader.EndElementHandler = start, end
    reader.Parse(text, True)
    return found


def _tag_end(text: bytes, at: int) -> int:
    found = _TAG.match(text, at)
    assert found is not None
    return found.end()


def by_spans(text: bytes) -> Seen:
    found: Seen = []

    def visit(node: Node) -> None:
        for child in node.children:
            visit(child)
        if node.kind == ELEMENT:
            names = tuple(attribute.qname for attribute in node.attributes)
            found.append((node.qname, node.start, node.end, names))

    visit(parse(text, {}))
    return found


def prove(text: bytes) -> None:
    assert by_spans(text) == by_expat(text)


@pytest.mark.parametrize("data", EDITABLE.values(), ids=EDITABLE.keys())
def test_spans_agree_with_expat_on_every_shape(data: bytes) -> None:
    prove(data)


@needs_corpus
@pytest.mark.parametrize("path", wellformed_files(), ids=named)
def test_spans_agree_with_expat_on_every_real_file(path: Path) -> None:
    document = open_document(path.read_bytes())
    text = document.text
    if any(node.kind == DOCTYPE for node in parse(text, {}).children):
        pytest.skip("expat reads attributes that a DOCTYPE adds")
    prove(text)


@pytest.mark.parametrize("data", [*EDITABLE.values(), *encoded().values(), large_mets(3000)])
def test_children_cover_their_parents_without_a_gap(data: bytes) -> None:
    document = open_document(data)
    assert b"".join(part.text for part in document.parts.order) == document.text

    def covered(node: Node, first: int, last: int) -> None:
        at = first
        for child in node.children:
            assert child.start == at
            at = child.end
            if child.kind == ELEMENT and not child.empty:
                covered(child, child.tag_end, child.close)
        assert at == last

    covered(parse(document.text, {}), 0, len(document.text))


def tree(element: Element) -> tuple[object, ...]:
    return (element.name, element.attributes, [tree(child) for child in element.children()])


def test_a_section_cut_finer_holds_the_same_elements() -> None:
    data = large_mets(9000)
    cut = open_document(data)
    assert any(part.coarse for part in cut.parts.order)
    seen = tree(cut.root)
    assert not any(part.coarse and part.size > 1 << 19 for part in cut.parts.order)
    assert b"".join(cut.chunks()) == data
    whole = Document(cut.source, cut.parts, cut.doctype)
    assert tree(whole.root) == seen


@pytest.mark.parametrize("bad", [b"<mets:x>", b"</mets:x>", b"<", b"<mets:div></mets:dvi>"])
def test_a_large_section_that_is_not_well_formed_says_so_when_it_is_looked_at(bad: bytes) -> None:
    data = large_mets(12_000)
    at = data.index(b"      <mets:div TYPE", data.index(b"structMap"))
    document = open_document(data[:at] + bad + data[at:])
    with pytest.raises(OpenError) as caught:
        tree(document.root)
    assert caught.value.line >= data[:at].count(b"\n")
    assert b"".join(document.chunks()) == data[:at] + bad + data[at:]


def test_lines_are_those_of_a_parser() -> None:
    document = open_document(large_mets(9000))
    package = document.anchored(document.packages()[0])
    for child in package.children():
        text = document.text.split(b"\n")[child.line - 1]
        assert child.node.local.encode() in text


MIXED = "Ў“&#1171;&#x1d11e;𝄞é&lt;&#13;\r\na\rb\nc&amp;&quot;ж".encode() * 400


@pytest.mark.parametrize("entities", [{}, {"amp2": "and more"}])
def test_bytes_that_stand_ahead_of_a_character_are_counted_as_the_runs_count_them(
    entities: dict[str, str],
) -> None:
    raw = MIXED + (b"&amp2;" * 300 if entities else b"") + MIXED
    whole = list(runs(raw, 0, entities))
    starts = {run.start for run in whole}
    text = "".join(run.value for run in whole)
    assert decode(raw, entities) == text
    for characters in range(0, len(text), 97):
        skipped, passed = ahead(raw, characters, entities)
        assert passed <= characters
        assert skipped in starts
        assert decode(raw[:skipped], entities) == text[:passed]
        if not entities:
            assert characters - passed < 2 * 1024


@pytest.mark.parametrize(
    "raw",
    [
        "Қ&#1179;а&#1179;&#1178;".encode() * 500,
        b"".join(b"&#%d;x" % (0x4E00 + number) for number in range(3000)),
        b"&amp;#1179; &#38;lt; &#1179; &nothing; &#13;\r\n&#xD;\r" * 200,
        b"&#1179;" * 90 + b"&whole;&#1179;" * 20,
    ],
)
def test_references_of_few_or_many_kinds_are_decoded_as_the_runs_say(raw: bytes) -> None:
    entities = {"whole": "a &amp; b"}
    assert decode(raw, entities) == "".join(run.value for run in runs(raw, 0, entities))
    assert decode(raw, {}) == "".join(run.value for run in runs(raw, 0, {}))
