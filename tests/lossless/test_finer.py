"""Large sections cut finer: whatever is in them, the pieces are what parsing finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_app.lossless import finer as module
from catalog_app.lossless.finer import finer
from catalog_app.lossless.part import Box, Part, Parts, run_lengths
from catalog_app.lossless.plain import PLAIN, Alike
from catalog_app.lossless.spans import MarkupError, Node, parse
from tests.large import large_mets

_LEAVES = st.sampled_from(
    [
        "", "words > here", "<a/>", "<!-- <a> -->", "<![CDATA[<a>]]>", "<?do <a>?>", "<a  />",
        "<b x=\"/>\" y='&lt;\">'/>", "<m:a xmlns:m='urn:m'/>", "<b></b >",
    ]
)  # fmt: skip
_NAMES = st.sampled_from(["a", "b", "n:a", "file-x"])
# Elements that differ only in values and texts, as the files of a package do.
_SHAPES = st.sampled_from(
    [
        "<n:f ID='{0}' x= \"a>{0}\"><fx h=\"{0}/\"/>'{0}' > \"</n:f>", "<f>{0}<f>{0}</f></f >",
        "<f a='{0}'/>", "<f b='a>b' xmlns='urn:{0}'/>", "<fg b='{0}' ><f/></fg>",
    ]
)  # fmt: skip
_ALIKE = st.builds(
    lambda shape, number: "\n".join(shape.format(n * 7) for n in range(number)),
    _SHAPES,
    st.integers(2, 9),
)


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, max_size=4).map("\n ".join)
    return st.builds(lambda name, text: f"<{name} n='1'>{text}</{name}>", _NAMES, several)


MARKUP = st.lists(st.recursive(_LEAVES | _ALIKE, _around, max_leaves=12), max_size=12).map(
    "\n".join
)


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


class _Counted:
    """A pattern that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def match(self, *where: object) -> object:
        self.asked += 1
        return PLAIN.match(*where)  # type: ignore[arg-type]


def test_elements_that_are_alike_are_taken_many_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = _Counted()
    monkeypatch.setattr(module, "PLAIN", counted)
    data = large_mets(3000)
    start = data.index(b"<mets:fileGrp")
    group = data[start : data.index(b"</mets:fileSec>")]
    parts, _ = cut(b'<s xmlns:mets="urn:m" xmlns:xlink="urn:x">' + group + b"</s>")
    contents = [part for part in parts.order if part.kind == "content" and part.size]
    assert sum(part.heads({"mets": "urn:m"}) == () for part in contents) <= 4
    assert sum(n for part in contents for name, n in part.heads({}) if name[1] == "file") == 3000
    assert counted.asked < 3 * len(parts.order)


def test_what_is_alike_is_only_what_is_plain() -> None:
    alike = Alike()
    assert not alike.learn(b"<f a='1'>x<g b=\"2\"/></f>", b"f")
    assert alike.learn(b"<f a='a>b'><g b=\"'\"/> y </f>", b"f")
    text = b"<f a='/>'>' <g b=\"\"/>\"</f> \n<f a=''><g b='2'/></f>"
    assert alike.take(text, 0, len(text)) == (text.index(b" \n"), 1)
    for other in (
        b"<f a='<'><g b=\"\"/></f>",
        b'<f a=\'"><g b=""/></f>',
        b"<f a='1'><g b=\"2\"/></h>",
    ):
        assert alike.take(other, 0, len(other)) == (0, 0)
    assert not alike.learn(b"<f xmlns='urn:a'/>", b"f")
    assert not alike.learn(b"<f xmlns='urn:a'/>", b"f")
