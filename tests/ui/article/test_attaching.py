"""A text and its package: attached, wrapped round a record, saved in another folder."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from catalog_app.document.document import open_document
from tests.ui.article.conftest import Table


def _press(table: Table, words: str) -> None:
    """Press the button of the bar above the form."""
    buttons = table.window.desk.bar.findChildren(QPushButton)
    next(button for button in buttons if button.text() == words).click()


def test_beside_a_record_a_package_of_both_is_offered(table, record, report) -> None:
    table.window.actions_by_id["attach_article"].trigger()
    assert "Only a package can hold the text" in table.pane.said.text
    table.pane.said.buttons[0].click()
    made = table.record()
    assert "<title>A conference</title>" in made
    assert 'xlink:href="report.txt"' in made
    assert 'CHECKSUMTYPE="SHA-256"' in made
    assert table.window.session.path is None
    assert table.pane.path == report
    assert open_document(record.read_bytes()).records()


def test_a_record_from_a_collection_is_wrapped_with_its_namespaces(
    tables, tmp_path, report
) -> None:
    file = tmp_path / "two.xml"
    file.write_text(
        '<m:modsCollection xmlns:m="http://www.loc.gov/mods/v3">'
        '<m:mods version="3.8"><m:titleInfo><m:title>Первая</m:title></m:titleInfo></m:mods>'
        "<m:mods/></m:modsCollection>",
        encoding="utf-8",
    )
    table = tables(file)
    table.read(report)
    table.window.actions_by_id["package_around_record"].trigger()
    document = table.window.session.document
    assert len(document.records()) == 1
    assert "Первая" in table.record()


def test_a_package_saved_in_another_folder_says_that_its_links_broke(
    tables, tmp_path, report, record
) -> None:
    table = tables(record)
    table.read(report)
    table.window.actions_by_id["package_around_record"].trigger()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = elsewhere / "package.xml"
    session = table.window.session
    session.save(target)
    assert "report.txt" in table.window.desk.bar.text
    _press(table, "Correct the links and save")
    table.settle()
    assert b'xlink:href="../report.txt"' in target.read_bytes()


def test_a_package_saved_beside_its_text_says_nothing(tables, tmp_path, report, record) -> None:
    table = tables(record)
    table.read(report)
    table.window.actions_by_id["package_around_record"].trigger()
    table.window.session.save(tmp_path / "package.xml")
    assert "links" not in table.window.desk.bar.text
