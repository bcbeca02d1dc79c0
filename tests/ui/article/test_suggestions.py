"""Suggestions are taken, taken together, dismissed; and the record is checked the other way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from catalog_app.ui.article.menus import pane_menu, suggestion_menu
from tests.ui.article.conftest import CONTROL, RECORD, REPORT, SHIFT, Table


def row_of(table: Table, kind: str) -> int:
    """The first row of a kind."""
    rows = table.pane.lower.suggestions.rows
    return next(n for n, one in enumerate(rows) if one.kind == kind)


def kinds(table: Table) -> list[str]:
    """The kinds that are suggested, once each."""
    return list(dict.fromkeys(one.kind for one in table.pane.lower.suggestions.rows))


def in_list(table: Table, kind: str) -> None:
    """Put the focus on the first suggestion of a kind."""
    table.pane.focus_suggestions()
    table.pane.lower.list.go(row_of(table, kind))


def test_what_the_article_says_is_suggested_in_groups(table) -> None:
    found = kinds(table)
    assert found == sorted(found, key=lambda kind: (
        "title", "dateline", "source", "date", "person", "body", "place", "topic", "language",
        "abstract", "genre",
    ).index(kind))  # fmt: skip
    assert {"dateline", "source", "date", "person", "body", "place", "language"} <= set(found)
    assert "title" not in found, "the record has a title already"
    QAbstractItemModelTester(table.pane.lower.suggestions)


def test_the_key_to_the_list_and_enter_take_one_and_the_next_is_current(table, qtbot) -> None:
    count = len(table.pane.lower.suggestions.rows)
    table.keys.press(Qt.Key.Key_J, CONTROL)
    assert table.pane.lower.list.hasFocus()
    table.keys.press(Qt.Key.Key_Return)
    assert len(table.pane.lower.suggestions.rows) < count
    assert table.pane.lower.list.hasFocus()
    assert table.pane.lower.list.row == 0
    assert '<placeTerm type="text">Astana</placeTerm>' in table.record()
    assert "Undo" in [button.text() for button in table.pane.said.buttons]


def test_undo_brings_a_taken_suggestion_back(table, qtbot) -> None:
    before = len(table.pane.lower.suggestions.rows)
    in_list(table, "person")
    table.keys.press(Qt.Key.Key_Return)
    assert "Sabirov" in table.record()
    table.keys.press(Qt.Key.Key_Z, CONTROL)
    assert "Sabirov" not in table.record()
    qtbot.waitUntil(lambda: len(table.pane.lower.suggestions.rows) == before)


def test_shift_enter_takes_all_of_a_kind_as_one_step(table) -> None:
    in_list(table, "place")
    places = len(table.pane.lower.suggestions.of_kind("place"))
    assert places > 1
    table.keys.press(Qt.Key.Key_Return, SHIFT)
    assert table.record().count("<geographic>") == places
    assert table.window.session.undo_stack.index() == 1
    assert "place" not in kinds(table)


def test_delete_dismisses_and_it_stays_away_until_it_is_asked_for(table) -> None:
    in_list(table, "topic")
    one = table.pane.lower.suggestions.rows[table.pane.lower.list.row]
    table.keys.press(Qt.Key.Key_Delete)
    assert one not in table.pane.lower.suggestions.rows
    table.pane.suggesting.compare()
    assert one not in table.pane.lower.suggestions.rows
    action = next(a for a in pane_menu(table.pane).actions() if "dismissed" in a.text())
    action.trigger()
    assert one in table.pane.lower.suggestions.rows


def test_the_reason_and_the_passage_are_shown_with_the_current_row(table) -> None:
    in_list(table, "source")
    assert "source" in table.pane.lower.reason.toolTip()
    (mark,) = table.pane.view.current
    assert table.pane.text[mark.start : mark.end] == "Kazinform"


def test_a_suggestion_can_be_taken_in_another_shape(table) -> None:
    row = row_of(table, "source")
    one = table.pane.lower.suggestions.rows[row]
    menu = suggestion_menu(table.pane, row, one)
    action = next(a for a in menu.actions() if "relatedItem" in a.text())
    action.trigger()
    assert '<relatedItem type="host">' in table.record()


def test_a_value_typed_into_the_form_is_not_suggested_any_more(table, qtbot) -> None:
    from catalog_app.document import edits
    from catalog_app.document.address import parse_address

    session = table.window.session
    place = parse_address("record1/originInfo/publisher")
    session.perform(edits.set_value(session.document, place, "Kazinform"))
    qtbot.waitUntil(lambda: "source" not in kinds(table))


def test_the_record_is_checked_against_the_article(table, qtbot) -> None:
    table.choose("Kazinform")
    table.keys.press(Qt.Key.Key_O)
    table.window.actions_by_id["check_article"].trigger()
    verdicts = {one.value: one.verdict for one in table.pane.lower.checks.rows}
    assert verdicts["Kazinform"] == "supported"
    assert table.pane.lower.check_list.hasFocus()
    checked = table.pane.lower.check_list
    assert [index.row() for index in checked.selectedIndexes()] == [checked.row] == [0]
    assert "supported" in table.pane.lower.count.text()
    QAbstractItemModelTester(table.pane.lower.checks)
    rows = [one.value for one in table.pane.lower.checks.rows]
    table.pane.lower.check_list.go(rows.index("Kazinform"))
    assert [table.pane.text[m.start : m.end] for m in table.pane.view.current] == ["Kazinform"]
    table.keys.press(Qt.Key.Key_Return)
    assert str(table.window.session.place) == "record1/originInfo/publisher"
    assert table.window.desk.form.isAncestorOf(QApplication.focusWidget())


def test_the_article_is_attached_to_a_package(tables, tmp_path, report, qtbot) -> None:
    from tests.document.test_attached import METS

    file = tmp_path / "package.xml"
    file.write_text(METS.format('<structMap><div LABEL="a"/></structMap>'))
    table = tables(file)
    table.read(report)
    table.window.actions_by_id["attach_article"].trigger()
    qtbot.waitUntil(lambda: 'xlink:href="report.txt"' in table.record())
    assert 'CHECKSUMTYPE="SHA-256"' in table.record()


def test_a_package_without_a_record_says_so(tables, tmp_path, report) -> None:
    from tests.document.test_attached import METS

    file = tmp_path / "package.xml"
    file.write_text(METS.format('<structMap><div LABEL="a"/></structMap>'))
    table = tables(file)
    table.read(report)
    table.choose("Kazinform")
    table.keys.press(Qt.Key.Key_O)
    assert "no record" in table.window.desk.bar.text


def _long(tmp_path: Path, end: str) -> Path:
    """A text that is analysed beside the window, with something to find at its very end."""
    path = tmp_path / "long.txt"
    said = REPORT.partition("\n\n")[2]
    path.write_text(said * (320_000 // len(said) + 1) + end, encoding="utf-8")
    return path


def test_a_long_text_is_suggested_from_to_its_end(tables, record, tmp_path, qtbot) -> None:
    table = tables(record)
    end = "\nThe Minister of Education Gulnora Yusupova opened a school in Namangan.\n"
    early = []
    article = _long(tmp_path, end)
    rows = table.pane.lower.suggestions
    rows.modelReset.connect(lambda: early.append(len(rows.rows)))
    with qtbot.waitSignal(table.pane.suggesting.analysed):
        table.window.opener.open_article(article)
    labels = {one.label for one in rows.rows}
    assert {"Kabuljon Sabirov", "Gulnora Yusupova", "Namangan"} <= labels
    assert any(early[:-1])  # those of the first part came before


def test_the_analysis_of_a_long_text_is_stopped_at_once(tables, record, tmp_path, qtbot) -> None:
    table = tables(record)
    with qtbot.waitSignal(table.pane.read):
        table.window.opener.open_article(_long(tmp_path, ""))
    table.pane.lower.cancel.click()
    assert not table.pane.lower.progress.isVisible()
    table.settle()
    assert table.pane.articles.current.suggestions is None


def test_a_record_is_checked_against_the_last_words_of_a_long_text(tables, tmp_path, qtbot) -> None:
    path = tmp_path / "record.xml"
    path.write_text(RECORD.replace("A conference", "Zymurgy of quinces"), encoding="utf-8")
    table = tables(path)
    with qtbot.waitSignal(table.pane.suggesting.analysed):
        table.window.opener.open_article(_long(tmp_path, "\nOn the zymurgy of quinces.\n"))
    checks = table.pane.lower.checks
    table.window.actions_by_id["check_article"].trigger()
    qtbot.waitUntil(lambda: bool(checks.rows))
    assert [one.verdict for one in checks.rows] == ["supported"]
