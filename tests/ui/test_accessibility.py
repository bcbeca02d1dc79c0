"""Whatever takes the focus says what it is, Tab goes as the eye does, no colour speaks alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from catalog_app.ui.form.editors import Editor
from catalog_app.ui.main_window import MainWindow
from tests.ui.shell.conftest import Open, opened, record, window

__all__ = ["opened", "record", "window"]

EXAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "eprint_export.xml"


@pytest.fixture
def example(opened: Open, tmp_path: Path) -> MainWindow:
    """The window with the example record open and shown as in daily use."""
    path = tmp_path / "example.xml"
    path.write_bytes(EXAMPLE.read_bytes())
    shown = opened(path)
    shown.desk.go_form()
    return shown


def focusable(root: QWidget) -> Iterator[QWidget]:
    """What Tab can go to inside a window, but for the inner parts of one widget."""
    for widget in (root, *root.findChildren(QWidget)):
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = widget.objectName().startswith(("qt_spinbox", "ScrollLeft", "ScrollRight"))
        inside = isinstance(widget.parent(), QLineEdit)
        # A button without words is one that nothing has been offered with yet; it is not shown.
        blank = isinstance(widget, QPushButton) and not widget.text() and widget.isHidden()
        passed = inner or inside or blank or widget.window() is not root.window()
        if by_tab and widget.focusProxy() is None and not passed:
            yield widget


def nameless(root: QWidget) -> list[str]:
    """The kinds of widgets in a window that a screen reader could not name."""
    found = []
    for widget in focusable(root):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        words = widget.accessibleName() or text
        label = getattr(widget, "text", None)
        if not words and not (widget.inherits("QLabel") and label is not None):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}")
    return found


def test_everything_in_the_window_has_a_name(example: MainWindow) -> None:
    assert "\n".join(nameless(example)) == ""


def test_everything_on_the_start_page_has_a_name(opened: Open) -> None:
    assert nameless(opened()) == []


@pytest.mark.parametrize("action", ["add_field", "characters", "palette", "shortcuts", "fix_all"])
def test_everything_in_a_box_or_dialog_has_a_name(
    qtbot: QtBot, example: MainWindow, action: str
) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    example.actions_by_id[action].trigger()
    QApplication.processEvents()
    for shown in [w for w in QApplication.topLevelWidgets() if w.isVisible()]:
        assert nameless(shown) == []
    for dialog in [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not example]:
        dialog.close()


def test_every_input_begins_with_its_label_and_bears_its_address(example: MainWindow) -> None:
    editors = example.desk.form.findChildren(Editor)
    assert len(editors) > 10
    for editor in editors:
        assert editor.input.accessibleName().startswith(editor.label)
        assert editor.input.objectName() == editor.address
        assert editor.address.startswith("record1")


def test_tab_goes_down_the_form_as_the_eye_does(example: MainWindow) -> None:
    form = example.desk.form
    canvas = form.column.widget()
    form.column.focus_first()
    passed: list[QPoint] = []
    stops = 0
    while canvas.isAncestorOf(QApplication.focusWidget()):
        focus = QApplication.focusWidget()
        spot = focus.mapTo(canvas, QPoint(0, focus.height() // 2))
        passed.append(spot)
        stops += 1
        assert stops < 500, "Tab goes in a circle"
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert stops > 10
    for above, below in pairwise(passed):
        beside = abs(above.y() - below.y()) < 24
        assert below.x() > above.x() if beside else below.y() > above.y(), (above, below)
    assert QApplication.focusWidget() is form.adder


def test_back_tab_goes_the_same_way_back(example: MainWindow) -> None:
    form = example.desk.form
    form.column.focus_first()
    there: list[str] = []
    for _ in range(12):
        there.append(QApplication.focusWidget().objectName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for name in reversed(there):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        assert QApplication.focusWidget().objectName() == name


def test_tab_comes_round_the_whole_window_and_is_trapped_nowhere(example: MainWindow) -> None:
    example.desk.form.column.focus_first()
    first = QApplication.focusWidget()
    for _ in range(500):
        before = QApplication.focusWidget()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not before, (before, before.accessibleName())
        if QApplication.focusWidget() is first:
            return
    raise AssertionError("Tab never came back to the first field")


def test_a_mark_is_a_sign_and_words_and_not_only_a_colour(
    qtbot: QtBot, example: MainWindow
) -> None:
    qtbot.waitUntil(lambda: bool(example.desk.findings.items), timeout=20_000)
    marked = [e for e in example.desk.form.findChildren(Editor) if e.mark()]
    assert marked
    for editor in marked:
        assert editor.input.accessibleDescription()
        assert editor._sign() in ("error", "warning", "advice")
