"""The outline opens sections: what is inside is listed when asked for, however much it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from catalog_app.document.address import parse_address
from catalog_app.document.edits import set_attribute
from catalog_app.ui.outline.model import ENTRY, NOTE
from catalog_app.ui.outline.pane import OutlinePane

_HEAD = """<mets:mets xmlns:mets="http://www.loc.gov/METS/" \
xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:p="http://www.loc.gov/premis/v3">
"""
_TECH = """<mets:techMD ID="T{0}"><mets:mdWrap MDTYPE="PREMIS:OBJECT"><mets:xmlData>\
<p:object><p:originalName>page {0}.tif</p:originalName></p:object></mets:xmlData></mets:mdWrap>\
</mets:techMD>
"""
_EVENT = """<mets:digiprovMD ID="E{0}"><mets:mdRef LOCTYPE="URL" MDTYPE="PREMIS" \
xlink:href="event{0}.xml"/></mets:digiprovMD>
"""
_TAIL = """<mets:structMap><mets:div/></mets:structMap>
<mets:structLink>{0}</mets:structLink>
</mets:mets>
"""


def package(technical: int, events: int, links: int = 2) -> str:
    """A package with that many sections in one amdSec."""
    inside = "".join(map(_TECH.format, range(technical))) + "".join(
        map(_EVENT.format, range(events))
    )
    smlinks = "".join(f'<mets:smLink xlink:from="L{n}" xlink:to="P{n}"/>\n' for n in range(links))
    return f'{_HEAD}<mets:amdSec ID="A1">{inside}</mets:amdSec>{_TAIL.format(smlinks)}'


@pytest.fixture
def outlined(bench):
    def make(text):
        made = bench(text)
        pane = OutlinePane(made.session, made.findings, made.services)
        made.tester = QAbstractItemModelTester(
            pane.tree.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        made.show(pane)
        return made, pane

    return make


def opened(pane, key: str) -> QModelIndex:
    index = pane.tree.model().index_of(key)
    assert index.isValid(), key
    pane.tree.expand(index)
    return index


def below(index: QModelIndex) -> list[tuple[str, str]]:
    model = index.model()
    rows = [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return [(row.data(), row.data(NOTE)) for row in rows]


def test_sections_of_an_amdsec_are_rows_that_open_them(outlined):
    made, pane = outlined(package(2, 1))
    index = opened(pane, "administration:package1/amdSec:")
    assert below(index) == [("T0", "PREMIS:OBJECT"), ("T1", "PREMIS:OBJECT"), ("E0", "PREMIS")]
    pane.tree.setCurrentIndex(index.model().index(1, 0, index))
    assert made.session.place == parse_address("package1/amdSec/techMD[2]")
    made.go("package1/amdSec/digiprovMD/mdRef")
    assert pane.tree.currentIndex().data() == "E0"
    links = opened(pane, "links:package1/structLink:")
    assert [name for name, _ in below(links)] == ["L0 → P0", "L1 → P1"]


def test_what_is_open_stays_open_through_an_edit(outlined, qtbot):
    made, pane = outlined(package(2, 1))
    index = opened(pane, "administration:package1/amdSec:")
    pane.tree.setCurrentIndex(index.model().index(0, 0, index))
    place = parse_address("package1/amdSec/techMD/@ID")
    made.session.perform(set_attribute(made.session.document, place, "T9"))
    qtbot.waitUntil(lambda: pane.tree.currentIndex().data() == "T9")
    index = pane.tree.model().index_of("administration:package1/amdSec:")
    assert pane.tree.isExpanded(index)


def test_a_very_large_section_is_cut_in_slices_and_listed_in_blocks(outlined, qtbot):
    made, pane = outlined(package(3000, 100, 3000))
    assert len(made.session.document.text) > 600_000
    model = pane.tree.model()
    key = "administration:package1/amdSec:"
    qtbot.waitUntil(lambda: model.index_of(key).isValid())
    index = opened(pane, key)
    qtbot.waitUntil(lambda: model.rowCount(model.index_of(key)) > 0)
    index = model.index_of(key)
    assert below(index) == [("Technical data", "(3,000)"), ("Provenance", "(100)")]
    group = model.index(0, 0, index)
    pane.tree.expand(group)
    assert [name for name, _ in below(group)] == ["1 – 1,000", "1,001 – 2,000", "2,001 – 3,000"]
    block = model.index(2, 0, group)
    pane.tree.expand(block)
    assert model.rowCount(block) == 1000
    last = model.index(999, 0, block)
    assert (last.data(), last.data(NOTE)) == ("T2999", "PREMIS:OBJECT")
    pane.tree.setCurrentIndex(last)
    assert made.session.place == parse_address("package1/amdSec/techMD[3000]")
    assert len(model.telling._said) < 400
    # Large links have no table of their own: each is a row.
    links = opened(pane, "links:package1/structLink:")
    assert [name for name, _ in below(links)][:1] == ["1 – 1,000"]


def test_findings_show_beside_the_row_inside(outlined, qtbot):
    made, pane = outlined(package(2, 1).replace('MDTYPE="PREMIS" ', ""))
    made.judged()
    index = opened(pane, "administration:package1/amdSec:")
    model = pane.tree.model()
    assert model.telling.counts(model.index(2, 0, index).data(ENTRY))[0] == 1
    assert model.telling.counts(model.index(0, 0, index).data(ENTRY)) == (0, 0)


def shown(pane, parent: QModelIndex | None = None) -> list[str]:
    """What the rows that can be seen are called, from the top."""
    model, above = pane.tree.model(), parent or QModelIndex()
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found.append(index.data())
        if pane.tree.isExpanded(index):
            found += shown(pane, index)
    return found


@pytest.mark.parametrize("number", [3, 1200])
def test_the_filter_looks_into_sections_that_nobody_has_opened(outlined, qtbot, number):
    _, pane = outlined(package(number, 1))
    before = shown(pane)
    pane.filter.setText("t2")
    qtbot.waitUntil(lambda: "T2" in shown(pane))
    names = [name for name in shown(pane) if name[1:].isdecimal()]
    assert names == [f"T{n}" for n in range(number) if str(n).startswith("2")]
    assert "E0" not in shown(pane)
    pane.filter.setText("")
    qtbot.waitUntil(lambda: shown(pane) == before)
