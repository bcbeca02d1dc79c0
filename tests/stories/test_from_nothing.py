"""An article in a journal and one in a newspaper: from no document to an officially valid file."""

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


def test_a_journal_article_is_described_from_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, official: Verdict
) -> None:
    hands, target = Hands(opened()), tmp_path / "article.xml"
    hands.press("Ctrl+N", "Ctrl+T")
    hands.choose("Article in a journal")
    assert hands.at == TITLE
    hands.type("Salt and water: the Aral Sea in 1990")
    hands.fill(f"{NAME}/namePart", "Bibigul")
    hands.fill(f"{NAME}/namePart[2]", "Ismailova")
    hands.pick(f"{NAME}/role/roleTerm", "author")
    hands.fill("record1/originInfo/dateIssued", "14 April 1990")
    hands.press("Tab", "Return")
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
    hands.choose("New from template")
    hands.choose("Newspaper article")
    assert hands.at == TITLE
    hands.type("Тошкентда анжуман бўлиб ўтди")
    hands.fill("record1/name[2]/namePart", "UzA")
    hands.fill("record1/originInfo/place/placeTerm", "Tashkent")
    hands.fill("record1/originInfo/dateIssued", "2026-04-14")
    hands.pick("record1/language/languageTerm", "uzbek")
    hands.fill("record1/subject/geographic", "Uzbekistan")
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
