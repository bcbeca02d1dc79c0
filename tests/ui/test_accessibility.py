"""Whatever takes the focus says what it is, Tab goes as the eye does, no colour speaks alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from catalog_app.ui.bars import Notice
from catalog_app.ui.dialogs.compare import CompareDialog
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
    qtbot.waitUntil(lambda: bool(example.desk.findings.items))
    marked = [e for e in example.desk.form.findChildren(Editor) if e.mark()]
    assert marked
    for editor in marked:
        assert editor.input.accessibleDescription()
        assert editor._sign() in ("error", "warning", "advice")


def tab_stops(root: QWidget) -> list[QWidget]:
    """What Tab goes to in a window or pane, from where the focus is, until it leaves or returns."""
    passed: list[QWidget] = []
    focus = QApplication.focusWidget()
    while focus is not None and focus not in passed and (focus is root or root.isAncestorOf(focus)):
        passed.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
    assert len(passed) < 200
    return passed


def in_reading_order(root: QWidget, stops: list[QWidget]) -> None:
    """Every stop is below the one before it, or beside it to the right."""
    for one, other in pairwise(stops):
        before = QRect(one.mapTo(root, QPoint(0, 0)), one.size())
        after = QRect(other.mapTo(root, QPoint(0, 0)), other.size())
        beside = before.top() < after.bottom() and after.top() < before.bottom()
        words = (one.accessibleName(), before, other.accessibleName(), after)
        assert after.left() >= before.right() if beside else after.top() >= before.bottom(), words


def boxes(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Every box and dialog with what opens it."""
    old = EXAMPLE.read_bytes()
    held: list[QWidget] = []

    def compare() -> None:
        held.append(CompareDialog("a.xml", old, old.replace(b"Nodira", b"Nadira"), window))
        held[-1].show()

    def question() -> None:
        window.session.mark_unsaved()
        window.closer.close_current()

    return {
        "shortcuts": window.tools.show_shortcuts,
        "about": window.tools.show_about,
        "faults": window.tools.show_faults,
        "palette": window.tools.show_palette,
        "compare": compare,
        "question": question,
    }


@pytest.mark.parametrize("box", ["shortcuts", "about", "faults", "palette", "compare", "question"])
def test_tab_goes_through_a_dialog_as_the_eye_does_and_everything_is_named(
    qtbot: QtBot, example: MainWindow, box: str
) -> None:
    boxes(example)[box]()
    QApplication.processEvents()
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not example]
    assert len(shown) == 1
    dialog = shown[0]
    assert nameless(dialog) == []
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or dialog))
    first = min(
        (w for w in focusable(dialog) if w.isVisible() and w.isEnabled()),
        key=lambda w: (w.mapTo(dialog, QPoint(0, 0)).y(), w.mapTo(dialog, QPoint(0, 0)).x()),
    )
    first.setFocus()
    stops = tab_stops(dialog)
    in_reading_order(dialog, stops)
    dialog.close()


@pytest.mark.parametrize("name", ["problems", "history", "changes", "xml", "help", "article"])
def test_tab_goes_through_a_pane_as_the_eye_does(
    qtbot: QtBot, example: MainWindow, name: str
) -> None:
    qtbot.waitUntil(lambda: bool(example.desk.findings.items))
    getattr(example.desk, f"go_{name}")()
    qtbot.wait(50)
    pane = example.desk.pane(name)
    there = [w for w in focusable(pane) if w.isVisible() and w.isEnabled() and w is not pane]
    if not there:
        return
    spot = {w: w.mapTo(pane, QPoint(0, 0)) for w in there}
    min(there, key=lambda w: (spot[w].y(), spot[w].x())).setFocus(Qt.FocusReason.TabFocusReason)
    in_reading_order(pane, tab_stops(pane))


def test_the_filter_of_the_outline_has_a_key_that_is_written_in_it(
    qtbot: QtBot, example: MainWindow
) -> None:
    box = example.desk.outline.filter
    keys = example.actions_by_id["filter_outline"].shortcut().toString()
    assert keys in box.placeholderText()
    qtbot.keyClick(
        example,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert QApplication.focusWidget() is box
    qtbot.keyClicks(box, "no row has this name")
    qtbot.waitUntil(example.desk.outline.nothing.isVisible)
    box.clear()
    qtbot.waitUntil(lambda: not example.desk.outline.nothing.isVisible())


def test_tab_goes_through_a_notice_as_the_eye_does(qtbot: QtBot, example: MainWindow) -> None:
    offers = tuple((word, lambda: None) for word in ("Recover", "Compare…", "Discard…"))
    example.bar.tell(Notice("leftover", "It ended unexpectedly.", offers))
    QApplication.processEvents()
    example.bar.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    stops = tab_stops(example.bar)
    assert stops[:3] == example.bar.buttons
    assert len(stops) == 4
    in_reading_order(example.bar, stops)
    example.bar.withdraw("leftover")
