"""Large sections cut finer: whatever is in them, the pieces are what parsing finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_app.lossless import finer as module
from catalog_app.lossless.finer import finer
from catalog_app.lossless.part import Box, Part, Parts, run_lengths
from catalog_app.lossless.plain import PLAIN
from catalog_app.lossless.spans import MarkupError, Node, parse

_LEAVES = st.sampled_from(
    [
        "", "words > here", "<a/>", "<!-- <a> -->", "<![CDATA[<a>]]>", "<?do <a>?>", "<a  />",
        "<b x=\"/>\" y='&lt;\">'/>", "<m:a xmlns:m='urn:m'/>", "<b></b >",
    ]
)  # fmt: skip
_NAMES = st.sampled_from(["a", "b", "n:a", "file-x"])


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, max_size=4).map("\n ".join)
    return st.builds(lambda name, text: f"<{name} n='1'>{text}</{name}>", _NAMES, several)


MARKUP = st.lists(st.recursive(_LEAVES, _around, max_leaves=12), max_size=12).map("\n".join)


def cut(data: bytes) -> tuple[Parts, Part]:
    part = Part(1, "content", data, (0, len(data)), None, (), True)
    parts = Parts([part])
    for _ in finer(parts, part):
        pass
    return parts, part


def told(box: Box) -> list[tuple[str, str]]:
    """The children of a box as the cutting says, without parsing anything."""
    found = []
    for item in box.items:
        if isinstance(item, Box):
            assert item.open is not None
            node = parse(item.open.text[:-1] + b"/>", box.namespaces).elements[0]
            found.append((node.namespace, node.local))
        else:
            assert not item.coarse
            for name, number in item.heads(box.namespaces):
                found += [name] * number
    return found


def names(nodes: list[Node]) -> list[tuple[str, str]]:
    return [(node.namespace, node.local) for node in nodes]


def agree(box: Box, nodes: list[Node]) -> None:
    """Pieces are complete, and boxes hold what parsing the whole finds there."""
    assert told(box) == names(nodes)
    at = 0
    for item in box.items:
        if isinstance(item, Box):
            agree(item, nodes[at].elements)
            at += 1
            continue
        there = item.fragment(box.namespaces).elements
        assert item.heads(box.namespaces) == run_lengths(names(there))
        assert [n.raw for n in there] == [n.raw for n in nodes[at : at + len(there)]]
        at += len(there)


@pytest.fixture(params=[(1 << 16, 1 << 18), (40, 160), (1, 30)], ids=["usual", "small", "tiny"])
def sizes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    piece, coarse = request.param
    monkeypatch.setattr(module, "_PIECE", piece)
    monkeypatch.setattr(module, "COARSE", coarse)


@pytest.mark.usefixtures("sizes")
def test_the_pieces_of_any_section_are_what_parsing_finds() -> None:
    @settings(max_examples=100, deadline=None)
    @given(MARKUP)
    def prove(markup: str) -> None:
        data = f"<s xmlns='urn:s' xmlns:n='urn:n'>{markup}</s>\n".encode()
        parts, _ = cut(data)
        assert parts.text() == data
        agree(parts.root, parse(data, {}).elements)

    prove()


@pytest.mark.parametrize(
    ("bad", "at"),
    [
        (b"<a><b></a></b>", 9), (b"</a>", 3), (b"<a", 3), (b"<a>", 6), (b"<a b='<'/>", 3),
        (b"<a/><c><d/></e>", 14),
    ],
)  # fmt: skip
def test_what_is_not_well_formed_is_named_where_it_stands(bad: bytes, at: int) -> None:
    with pytest.raises(MarkupError) as caught:
        cut(b"<s>" + bad + b"</s>")
    assert caught.value.offset == at


def test_a_plain_element_is_taken_whole_and_nothing_else_is() -> None:
    for text in (b"<a/>", b"<a>x<b c='>'/>y</a>", b"<a><b><c><d>1</d></c></b></a>", b"<a ></a >"):
        found = PLAIN.match(text)
        assert found is not None
        assert found.end() == len(text)
    for text in (b"<a>", b"<a></b>", b"<a><!-- --></a>", b"<a><b></a></b>", b"<a b='<'/>", b"</a>"):
        assert PLAIN.match(text) is None
