"""Resources of six kinds, each from no document to an officially valid file, by keys alone."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from pytestqt.qtbot import QtBot

from tests.stories.conftest import Verdict
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open

MODS = {"m": "http://www.loc.gov/mods/v3"}
TITLE = "record1/titleInfo/title"
NAME = "record1/name"
HOST = "record1/relatedItem"


def words(path: Path, xpath: str) -> list[str]:
    """The texts at a place of a saved file."""
    return [str(text) for text in etree.parse(path).xpath(f"//{xpath}", namespaces=MODS)]


def save_as(qtbot: QtBot, hands: Hands, target: Path) -> None:
    """Ctrl+S on a new document: the dialog asks for a name."""
    hands.press("Ctrl+S")
    hands.press("Ctrl+A")
    hands.type(str(target))
    hands.press("Return")
    qtbot.waitUntil(target.exists)


def begun(opened: Open, kind: str) -> Hands:
    """Hands on a new record of a kind, in its first field."""
    hands = Hands(opened())
    hands.press("Ctrl+N", "Ctrl+T")
    hands.choose(kind)
    assert hands.at == TITLE
    return hands


def test_a_journal_article_is_described_from_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, official: Verdict
) -> None:
    hands, target = begun(opened, "Article in a journal"), tmp_path / "article.xml"
    hands.type("Salt and water: the Aral Sea in 1990")
    hands.fill(f"{NAME}/namePart", "Bibigul")
    hands.fill(f"{NAME}/namePart[2]", "Ismailova")
    hands.pick(f"{NAME}/role/roleTerm", "author")
    hands.fill("record1/originInfo/dateIssued", "14 April 1990")
    hands.press("Tab")
    hands.pick("record1/language/languageTerm", "english")
    hands.fill("record1/abstract", "What became of a sea.")
    hands.fill("record1/subject/topic", "Water supply")
    hands.fill(f"{HOST}/titleInfo/title", "Journal of Dry Lands")
    hands.fill(f"{HOST}/identifier", "0378-5955")
    hands.fill(f"{HOST}/part/detail/number", "12")
    hands.fill(f"{HOST}/part/detail[2]/number", "3")
    hands.fill(f"{HOST}/part/extent/start", "117")
    hands.fill(f"{HOST}/part/extent/end", "131")
    hands.fill("record1/identifier", "10.1000/182")
    save_as(qtbot, hands, target)
    assert official(target) == []
    assert words(target, "m:roleTerm[@authority='marcrelator']/text()") == ["aut"]
    assert words(target, "m:originInfo/m:dateIssued[@encoding]/text()") == ["1990-04-14"]
    assert words(target, "m:languageTerm[@authority='iso639-2b']/text()") == ["eng"]
    assert words(target, "m:detail[@type='volume']/m:number/text()") == ["12"]
    assert words(target, "m:detail[@type='issue']/m:number/text()") == ["3"]
    assert words(target, "m:relatedItem/m:identifier[@type='issn']/text()") == ["0378-5955"]
    assert words(target, "m:typeOfResource/text()") == ["text"]


def test_a_newspaper_article_is_described_from_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, official: Verdict
) -> None:
    hands, target = Hands(opened()), tmp_path / "news.xml"
    hands.press("Alt+F")
    hands.choose("New from template…")
    hands.choose("Newspaper article")
    assert hands.at == TITLE
    hands.type("Тошкентда анжуман бўлиб ўтди")
    hands.fill("record1/name[2]/namePart", "UzA")
    hands.fill("record1/originInfo/place/placeTerm", "Tashkent")
    hands.fill("record1/originInfo/dateIssued", "2026-04-14")
    hands.pick("record1/language/languageTerm", "uzbek")
    hands.fill("record1/subject[2]/geographic", "Uzbekistan")
    hands.fill(f"{HOST}/titleInfo/title", "Halq so‘zi")
    hands.fill(f"{HOST}/part/extent/start", "1")
    hands.fill(f"{HOST}/part/date", "2026-04-15")
    save_as(qtbot, hands, target)
    assert official(target) == []
    assert words(target, "m:mods/m:titleInfo/m:title/text()") == ["Тошкентда анжуман бўлиб ўтди"]
    assert words(target, "m:name[@type='corporate']/m:namePart/text()") == ["UzA"]
    assert words(target, "m:languageTerm/text()") == ["uzb"]
    assert words(target, "m:part/m:date[@encoding='w3cdtf']/text()") == ["2026-04-15"]
    assert words(target, "m:genre/text()") == ["article"]


def test_a_thesis_with_its_adviser_is_described_from_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, official: Verdict
) -> None:
    hands, target = begun(opened, "Thesis"), tmp_path / "thesis.xml"
    hands.type("Irrigation and memory in the Ferghana valley")
    hands.fill("record1/titleInfo/subTitle", "An oral history")
    hands.fill(f"{NAME}/namePart", "Nodira")
    hands.fill(f"{NAME}/namePart[2]", "Xolmatova")
    hands.pick(f"{NAME}/role/roleTerm", "author")
    hands.fill(f"{NAME}[2]/namePart", "National University of Uzbekistan")
    hands.fill("record1/originInfo/place/placeTerm", "Tashkent")
    hands.fill("record1/originInfo/dateIssued", "2023")
    hands.pick("record1/language/languageTerm", "uzbek")
    hands.fill("record1/physicalDescription/extent", "212 pages")
    hands.fill("record1/abstract", "What older people tell of canals, brigades and cotton.")
    hands.fill("record1/subject/topic", "Irrigation")
    hands.add("person")
    hands.fill(f"{NAME}[3]/namePart", "Marat")
    hands.fill(f"{NAME}[3]/namePart[2]", "Seitkaliyev")
    hands.pick(f"{NAME}[3]/role/roleTerm", "thesis advisor")
    save_as(qtbot, hands, target)
    assert official(target) == []
    assert words(target, "m:roleTerm/text()") == ["aut", "ths"]
    assert words(target, "m:name[3]/m:namePart[@type='family']/text()") == ["Seitkaliyev"]
    assert words(target, "m:dateIssued[@encoding='w3cdtf']/text()") == ["2023"]
    assert words(target, "m:genre/text()") == ["thesis"]


def test_a_photograph_is_described_from_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, official: Verdict
) -> None:
    hands, target = begun(opened, "Photograph"), tmp_path / "photograph.xml"
    hands.type("[Women at the well, Bukhara]")
    hands.fill(f"{NAME}/namePart", "Max")
    hands.fill(f"{NAME}/namePart[2]", "Penson")
    hands.pick(f"{NAME}/role/roleTerm", "photographer")
    hands.fill("record1/originInfo/dateCreated", "about 1935")
    hands.press("Tab")
    hands.fill("record1/physicalDescription/extent", "1 photograph : 9 x 12 cm")
    hands.fill("record1/subject/topic", "Water")
    hands.fill("record1/subject[2]/geographic", "Bukhara")
    hands.fill("record1/location/shelfLocator", "Album 4, leaf 17")
    save_as(qtbot, hands, target)
    assert official(target) == []
    assert words(target, "m:typeOfResource/text()") == ["still image"]
    assert words(target, "m:roleTerm/text()") == ["pht"]
    assert words(target, "m:dateCreated[@qualifier='approximate']/text()") == ["1935"]
    assert words(target, "m:shelfLocator/text()") == ["Album 4, leaf 17"]


def test_a_map_is_described_from_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, official: Verdict
) -> None:
    hands, target = begun(opened, "Map"), tmp_path / "map.xml"
    hands.type("Turkestan")
    hands.fill("record1/originInfo/publisher", "Military Topographic Depot")
    hands.fill("record1/originInfo/dateIssued", "1881")
    hands.pick("record1/language/languageTerm", "russian")
    hands.fill("record1/subject/cartographics/scale", "1:1 680 000")
    hands.fill("record1/subject/cartographics/coordinates", "E 55°00′–E 75°00′/N 46°00′–N 35°00′")
    hands.fill("record1/subject[2]/geographic", "Central Asia")
    save_as(qtbot, hands, target)
    assert official(target) == []
    assert words(target, "m:typeOfResource/text()") == ["cartographic"]
    assert words(target, "m:cartographics/m:scale/text()") == ["1:1 680 000"]
    assert words(target, "m:coordinates/text()") == ["E 55°00′–E 75°00′/N 46°00′–N 35°00′"]
    assert words(target, "m:subject[not(m:cartographics)]/m:geographic/text()") == ["Central Asia"]


def test_an_issue_of_a_newspaper_is_described_from_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, official: Verdict
) -> None:
    hands, target = begun(opened, "Newspaper issue"), tmp_path / "issue.xml"
    hands.type("Правда Востока")
    hands.fill("record1/originInfo/place/placeTerm", "Ташкент")
    hands.fill("record1/originInfo/dateIssued", "01.05.1946")
    hands.press("Tab")
    hands.pick("record1/language/languageTerm", "russian")
    hands.fill("record1/physicalDescription/extent", "4 pages")
    hands.fill("record1/part/detail/number", "87")
    save_as(qtbot, hands, target)
    assert official(target) == []
    assert words(target, "m:dateIssued[@encoding]/text()") == ["1946-05-01"]
    assert words(target, "m:part/m:detail/m:number/text()") == ["87"]
    assert words(target, "m:issuance/text()") != []
