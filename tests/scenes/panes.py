"""Every pane: outline, problems, history, changes, XML, help, article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes.hands import (
    ARTICLE,
    EXAMPLES,
    PACKAGE,
    RECORD,
    Scene,
    Window,
    action,
    at,
    desk,
    first,
    key,
    open_file,
    rest,
    typed,
)


def _filter(window: Window) -> None:
    window.desk.outline.filter.setFocus()
    QTest.keyClicks(window.desk.outline.filter, "letter")


def _unfilter(window: Window) -> None:
    window.desk.outline.filter.clear()


def _detail(window: Window) -> None:
    pane = window.desk.pane("problems")
    window.desk.go_problems()
    pane.list.setCurrentIndex(pane.model.index(0))
    if not pane.detail.isVisibleTo(pane):
        pane.toggle_detail()


def _no_detail(window: Window) -> None:
    window.desk.pane("problems").detail.hide()


def _sheet_away(window: Window) -> None:
    window.desk.pane("problems")._close_sheet()


def _xml_draft(window: Window) -> None:
    window.desk.go_xml()
    rest(window)
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_Home)
    QTest.keyClicks(focus, "<broken")


def _xml_undrafted(window: Window) -> None:
    window.desk.pane("xml").drop_draft()


def _article(window: Window) -> None:
    window.desk.open_article(ARTICLE)
    rest(window)
    window.desk.go_suggestions()


def _take(window: Window) -> None:
    """Take three suggestions, so that passages and fields bear their marks."""
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        rest(window)


def _template(window: Window) -> None:
    from catalog_app.document.template_files import templates

    wanted = next(t for t in templates(window.services.language) if t.id == "journal-article")
    window.desk.choose_template(wanted)


def _saved(window: Window) -> None:
    window.saver.save()
    rest(window)
    window.desk.go_changes()


BEFORE: tuple[Scene, ...] = (("start", lambda _window: None),)

SCENES: tuple[Scene, ...] = (
    ("record", open_file(RECORD)),
    ("record-focus", at("record1/name/namePart")),
    ("problems-detail", _detail),
    ("problems-mend-all", first(_no_detail, action("fix_all"))),
    ("xml", first(_sheet_away, at("record1/titleInfo/title"), desk("go_xml"))),
    ("xml-draft", _xml_draft),
    ("help", first(_xml_undrafted, at("record1/name/namePart"), desk("go_help"))),
    ("template", _template),
    ("template-ghost", first(at("record1/titleInfo/title"), key(Qt.Key.Key_Tab))),
    ("history", first(typed("record1/titleInfo/title", " new"), desk("go_history"))),
    ("changes", desk("go_changes")),
    ("changes-saved", _saved),
    ("article", first(open_file(RECORD), _article)),
    ("article-taken", _take),
    ("article-check", action("check_article")),
    ("package", open_file(PACKAGE)),
    ("outline-filter", _filter),
    ("files", first(_unfilter, at("package1/fileSec"))),
    ("structure", at("package1/structMap")),
    ("list-of-records", open_file(EXAMPLES / "eprints_list.xml")),
)
