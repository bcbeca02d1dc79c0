"""Dublin Core in a package is described by keys, in a form of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog_app.document.adding import additions
from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.document.foreign import description_in, fields_inside
from catalog_app.document.projection import Projector
from catalog_app.document.summary import record_title, record_version
from tests.stories.conftest import Verdict
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open

DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
OAI = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
SECTION = parse_address("package1/dmdSec")
INSIDE = SECTION.child("mdWrap").child("xmlData")


def package(inside: str, declared: str = 'xmlns:dc="http://purl.org/dc/elements/1.1/"') -> str:
    """A valid package with one description in Dublin Core."""
    return f"""<mets:mets xmlns:mets="http://www.loc.gov/METS/" {declared}>
  <mets:dmdSec ID="DMD1">
    <mets:mdWrap MDTYPE="DC">
      <mets:xmlData>{inside}</mets:xmlData>
    </mets:mdWrap>
  </mets:dmdSec>
  <mets:structMap>
    <mets:div DMDID="DMD1"/>
  </mets:structMap>
</mets:mets>
"""


PLAIN = package("""
        <dc:title>Silk Road</dc:title>
        <dc:date>1924</dc:date>
      """)
CONTAINED = package(
    """
        <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/">
          <dc:identifier>A/9</dc:identifier>
          <dcterms:issued xmlns:dcterms="http://purl.org/dc/terms/">1924</dcterms:issued>
        </oai_dc:dc>
      """
)


@pytest.fixture
def hands(opened: Open, tmp_path: Path) -> Hands:
    path = tmp_path / "dc.xml"
    path.write_text(PLAIN, encoding="utf-8")
    window = opened(path)
    window.desk.begin()
    return Hands(window)


def written(hands: Hands) -> str:
    return hands.window.session.document.text.decode()


def test_a_description_is_found_in_the_outline_by_its_title_and_filled_by_keys(
    hands: Hands, official: Verdict
) -> None:
    window = hands.window
    tree = window.desk.outline.tree
    tree.setFocus()
    for _ in range(6):
        if tree.currentIndex().data() == "Silk Road":
            break
        hands.press("Down")
    assert tree.currentIndex().data() == "Silk Road"
    assert window.desk.form.root == INSIDE
    hands.press("Return")
    hands.tab_to(f"{INSIDE}/{DC}title")
    hands.press("End")
    hands.type("s")
    hands.add("creator")
    hands.type("Nazarova")
    hands.add("245")
    hands.type("Other")
    expected = PLAIN.replace("Silk Road<", "Silk Roads<")
    expected = expected.replace(
        "</dc:title>",
        "</dc:title>\n        <dc:title>Other</dc:title>",
    ).replace("</dc:date>", "</dc:date>\n        <dc:creator>Nazarova</dc:creator>")
    assert written(hands) == expected
    hands.press("Ctrl+S")
    assert window.session.path.read_text(encoding="utf-8") == expected
    assert not official(window.session.path)
    while window.session.undo_stack.canUndo():
        hands.press("Ctrl+Z")
    assert written(hands) == PLAIN


def test_the_section_around_a_description_is_a_key_away(hands: Hands) -> None:
    desk = hands.window.desk
    hands.window.session.go_to(INSIDE)
    assert desk.form.root == INSIDE
    assert desk.outline._holds()
    desk.outline.show_section()
    assert desk.form.root == SECTION
    assert desk.outline.current.address == SECTION
    hands.window.session.go_to(parse_address(f"{INSIDE}/{DC}date"))
    assert desk.form.root == INSIDE


@pytest.mark.parametrize("text", [PLAIN, CONTAINED])
def test_every_field_has_a_label_a_help_and_a_group_in_both_languages(text: str) -> None:
    document = open_document(text.encode())
    root = description_in(document, SECTION)
    assert root is not None
    for language in ("en", "ru"):
        for card in Projector(document, language).cards(root):
            assert card.declared is not None
            assert card.declared.help
            assert card.group
            assert not card.label.startswith("{")
    assert {c.label for c in Projector(document, "ru").cards(root)} <= {
        "Заглавие", "Дата", "Идентификатор", "Дата издания",
    }  # fmt: skip


def test_all_fifteen_are_offered_and_the_terms_where_they_are_in_use() -> None:
    plain, contained = open_document(PLAIN.encode()), open_document(CONTAINED.encode())
    fifteen = [*fields_inside(plain.element(INSIDE), "en")]
    assert len(fifteen) == 15
    root = description_in(contained, SECTION)
    assert root == INSIDE.child(OAI)
    names = [name for name, _ in fields_inside(contained.element(root), "en")]
    assert len(names) == 15 + 55
    found = additions(contained, root, None, "embargo") or additions(contained, root, None, "avail")
    assert found[0].path == "dcterms:available"
    assert [a.path for a in additions(plain, INSIDE, None, "100")] == ["dc:creator"]
    russian = additions(plain, INSIDE, None, "правa".replace("a", "а"), language="ru")
    assert [a.path for a in russian] == ["dc:rights"]


def test_a_container_of_other_producers_is_looked_through() -> None:
    for start, end in (
        ('<dcterms:dublincore xmlns:dcterms="http://purl.org/dc/terms/">', "</dcterms:dublincore>"),
        ('<q:qualifieddc xmlns:q="http://dspace.org/qualifieddc/">', "</q:qualifieddc>"),
    ):
        text = package(f"{start}<dc:title>Found</dc:title>{end}")
        document = open_document(text.encode())
        root = description_in(document, SECTION)
        assert root is not None
        assert record_title(document, root) == "Found"
        assert record_version(document, root).startswith("Dublin Core")


def test_what_is_not_dublin_core_is_left_as_it_is() -> None:
    document = open_document(package('<x:y xmlns:x="urn:x"><dc:title>No</dc:title></x:y>').encode())
    assert description_in(document, SECTION) is None


def test_a_field_that_nobody_knows_is_kept_and_said_to_be_strange() -> None:
    document = open_document(package("<dc:title>A</dc:title><dc:xxx>B</dc:xxx>").encode())
    cards = Projector(document).cards(INSIDE)
    assert [(c.label, c.group) for c in cards][-1] == ("xxx", "Not in the standard")


def test_a_new_field_declares_the_usual_prefix_where_none_is_in_scope(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "empty.xml"
    path.write_text(package("\n      ", ""), encoding="utf-8")
    window = opened(path)
    window.desk.begin()
    window.session.go_to(INSIDE)
    assert window.desk.form.root == INSIDE
    hands = Hands(window)
    hands.add("title")
    hands.type("Roads")
    assert '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Roads</dc:title>' in written(
        hands
    )
