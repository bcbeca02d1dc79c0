"""Every kind of editor keeps the contract."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton

from catalog_app.ui.form.editors import KINDS, make_editor
from tests.ui.editors.conftest import RELATORS, write
from tests.ui.editors.test_typed import XML_TEXT

TEXTUAL = ["line", "text", "date", "moment", "code", "language", "number", "identifier", "url"]


@pytest.mark.parametrize("kind", KINDS)
def test_setting_a_value_tells_nobody_and_keeps_it(kind, stage):
    editor = stage.add(kind, values=RELATORS)
    for value in ("aut", "something else", "", "edt"):
        editor.set_value(value)
        assert editor.value() == value
    assert editor.heard == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_input_is_named_for_people_and_for_programs(kind, stage):
    editor = stage.add(kind, label="Given name")
    assert editor.input.accessibleName().startswith("Given name")
    assert editor.input.objectName() == "record1/titleInfo/title"
    editor.set_address("record1/titleInfo[2]/title")
    assert editor.input.objectName() == editor.address == "record1/titleInfo[2]/title"
    assert editor.input in editor.stops()


@pytest.mark.parametrize("kind", KINDS)
def test_every_button_beside_the_input_has_a_name_too(kind, stage):
    for button in stage.add(kind, "aut").findChildren(QToolButton):
        assert "Title" in button.accessibleName()


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_is_read_out_and_seen_beyond_its_colour(kind, editor):
    made = editor(kind, "x" if kind != "switch" else "")
    before = made.grab().toImage()
    made.set_mark("error", "The title is missing.")
    assert "The title is missing." in made.input.accessibleDescription()
    assert made.grab().toImage() != before
    error = made.grab().toImage().convertToFormat(made.grab().toImage().Format.Format_Grayscale8)
    made.set_mark("advice", "The title is missing.")
    advice = made.grab().toImage().convertToFormat(error.format())
    assert advice != error
    made.set_mark(None)
    assert "missing" not in made.input.accessibleDescription()


def test_an_unknown_mark_is_an_error(stage):
    with pytest.raises(ValueError, match="no such mark"):
        stage.add("line").set_mark("fatal")


def test_an_unknown_kind_is_an_error():
    with pytest.raises(ValueError, match="no such kind"):
        make_editor("slider", label="x", address="y")


@pytest.mark.parametrize("kind", TEXTUAL)
def test_keys_reach_the_value_one_by_one(kind, editor, qtbot):
    made = editor(kind)
    write(made.input, "Né 5")
    assert made.heard == ["N", "Né", "Né ", "Né 5"]
    assert made.value() == "Né 5"


@pytest.mark.parametrize("kind", TEXTUAL)
@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+K"])
def test_undo_and_its_kin_go_to_the_window_and_leave_the_text_alone(
    kind, keys, editor, stage, qtbot
):
    made = editor(kind)
    fired = []
    action = QAction(stage)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: fired.append(keys))
    stage.addAction(action)
    qtbot.keyClicks(made.input, "abc")
    stroke = QKeySequence(keys)[0]
    qtbot.keyClick(made.input, stroke.key(), stroke.keyboardModifiers())
    assert fired == [keys]
    assert made.value() == "abc"


@pytest.mark.parametrize("kind", TEXTUAL)
def test_undo_without_a_window_to_take_it_changes_nothing(kind, editor, qtbot):
    made = editor(kind)
    qtbot.keyClicks(made.input, "abc")
    qtbot.keyClick(made.input, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.value() == "abc"
    assert made.heard[-1] == "abc"


@pytest.mark.parametrize("kind", TEXTUAL)
def test_keys_that_no_western_keyboard_has_are_typed_like_others(kind, editor):
    made = editor(kind)
    for modifiers in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        for event in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            key = QKeyEvent(event, 0x042F, modifiers, "" if int(modifiers.value) else "я")
            QApplication.sendEvent(made.input, key)
    assert made.heard == ["я"]


@pytest.mark.parametrize("kind", ["line", "text"])
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=XML_TEXT.filter(bool), typed=st.sampled_from(["x", "é", "ю"]))
def test_a_key_at_the_end_changes_nothing_of_what_was_there(kind, qtbot, value, typed):
    editor = make_editor(kind, label="T", address="t")
    qtbot.addWidget(editor)
    heard = []
    editor.edited.connect(heard.append)
    editor.set_value(value)
    end = len(value)
    editor.select_range(end, end)
    write(editor.input, typed)
    assert heard == [value + typed]


@pytest.mark.parametrize("kind", ["line", "text", "url"])
@pytest.mark.parametrize("length", [40_000])
def test_there_is_no_limit_of_length(kind, length, editor, qtbot):
    made = editor(kind, "x" * length)
    made.select_range(length, length)
    qtbot.keyClicks(made.input, "y")
    assert made.heard == ["x" * length + "y"]


@pytest.mark.parametrize("kind", ["line", "text"])
def test_pasting_keeps_every_character_but_what_no_record_can_hold(kind, editor, qtbot):
    made = editor(kind)
    QApplication.clipboard().setText("a\u00a0\ufeffb\x1b\U0001f600")
    with qtbot.waitSignal(made.refused) as refusal:
        qtbot.keyClick(made.input, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert made.heard == ["a\u00a0\ufeffb\U0001f600"]
    assert "left out" in refusal.args[0]


def test_pasted_line_breaks_become_spaces_in_one_line_and_stay_in_long_text(stage, qtbot):
    for kind, expected in (("line", "one two"), ("text", "one\ntwo")):
        editor = stage.add(kind)
        QApplication.clipboard().setText("one\r\ntwo")
        qtbot.keyClick(editor.input, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert editor.heard == [expected]


def test_a_line_break_that_a_one_line_value_has_already_is_kept(editor, qtbot):
    made = editor("line", "one\ntwo")
    made.select_range(7, 7)
    qtbot.keyClicks(made.input, "!")
    assert made.value() == "one\ntwo!"


def test_copying_from_long_text_keeps_no_break_spaces_and_line_ends(editor, qtbot):
    made = editor("text", "a\u00a0b\r\nc")
    qtbot.keyClick(made.input, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(made.input, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "a\u00a0b\r\nc"


@pytest.mark.parametrize("kind", ["line", "text", "date", "url"])
def test_a_value_set_from_outside_leaves_the_cursor_with_its_letter(kind, editor, qtbot):
    made = editor(kind, "one three")
    made.select_range(4, 4)
    made.set_value("one three four")
    qtbot.keyClicks(made.input, "two ")
    assert made.value() == "one two three four"
    made.set_value("zero one two three four")
    qtbot.keyClicks(made.input, "& ")
    assert made.value() == "zero one two & three four"


@pytest.mark.parametrize("kind", ["line", "text", "url"])
def test_a_range_is_counted_in_characters(kind, editor, qtbot):
    made = editor(kind, "\U0001f600\U0001f600abc")
    made.select_range(2, 3)
    qtbot.keyClicks(made.input, "x")
    assert made.value() == "\U0001f600\U0001f600xbc"


def test_a_range_after_a_long_line_end_is_counted_in_the_value(editor, qtbot):
    made = editor("text", "one\r\ntwo")
    made.select_range(5, 8)
    qtbot.keyClicks(made.input, "2")
    assert made.value() == "one\r\n2"


@pytest.mark.parametrize("kind", KINDS)
def test_a_read_only_field_is_reached_but_not_changed(kind, editor, qtbot):
    made = editor(kind, "aut", values=RELATORS)
    made.set_read_only(True)
    before = made.value()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Backspace, Qt.Key.Key_X):
        qtbot.keyClick(made.input, key)
    assert (made.value(), made.heard) == (before, [])
    assert made.input.focusPolicy() & Qt.FocusPolicy.TabFocus
    made.set_read_only(False)


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"switch"}))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_read_only_value_stays_legible(kind, scheme, editor, stage, theme):
    made = editor(kind, "aut" * 8)
    made.set_read_only(True)
    theme.choose(scheme)
    stage.elsewhere.setFocus()
    picture = made.grab().toImage()
    line = [picture.pixelColor(x, y).lightness() for x in range(8, 100) for y in range(6, 22)]
    ground, ink = (max, min) if scheme == "light" else (min, max)
    assert abs(ground(line) - ink(line)) > 120
    theme.choose("light")


@pytest.mark.parametrize("kind", KINDS)
def test_leaving_says_that_it_is_finished(kind, editor, stage, qtbot):
    made = editor(kind, "aut", values=RELATORS)
    with qtbot.waitSignal(made.finished):
        stage.elsewhere.setFocus()


@pytest.mark.parametrize("kind", ["line", "date", "code", "choice", "url", "number"])
def test_enter_says_that_it_is_finished(kind, editor, qtbot):
    made = editor(kind, "aut", values=RELATORS)
    with qtbot.waitSignal(made.finished):
        qtbot.keyClick(made.input, Qt.Key.Key_Return)
    assert made.heard == []


@pytest.mark.parametrize("kind", ["line", "text", "choice", "code", "markup"])
def test_tab_moves_on_by_keyboard_alone(kind, editor, stage, qtbot):
    made = editor(kind, "aut", values=RELATORS)
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if stage.elsewhere.hasFocus():
            break
    assert stage.elsewhere.hasFocus()
    assert made.value() == "aut"


@pytest.mark.parametrize("kind", ["choice", "text", "line", "code"])
def test_a_wheel_that_passes_by_changes_nothing_and_goes_on_to_the_form(kind, editor, stage):
    made = editor(kind, "aut", values=RELATORS)
    stage.elsewhere.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    target = made.input.viewport() if kind == "text" else made.input
    QApplication.sendEvent(target, wheel)
    assert made.value() == "aut"
    assert not wheel.isAccepted()


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"text", "markup"}))
def test_one_line_editors_are_28_high_and_grow_with_the_font(kind, stage, theme):
    editor = stage.add(kind)
    assert editor.sizeHint().height() == 28
    theme.set_scale(2)
    assert 38 <= editor.sizeHint().height() <= 60
    theme.set_scale(1)


def test_a_byte_order_mark_at_the_start_survives_set_type_and_signal(editor, qtbot):
    for kind in ("line", "text"):
        made = editor(kind, "\ufeffabc")
        made.select_range(4, 4)
        qtbot.keyClicks(made.input, "d")
        assert made.heard == ["\ufeffabcd"]


def test_an_emptied_field_says_so(editor, qtbot):
    made = editor("line", "abc")
    qtbot.keyClick(made.input, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(made.input, Qt.Key.Key_Delete)
    assert made.heard == [""]


def test_a_dragged_file_is_left_to_the_window(stage):
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QDragEnterEvent

    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("record.xml")])
    line, text = stage.add("line"), stage.add("text")
    assert not text.input.canInsertFromMimeData(files)
    with (
        warnings.catch_warnings()
    ):  # newer versions of Qt advise against it, and offer nothing else
        warnings.filterwarnings("ignore", ".*QDragEnterEvent", DeprecationWarning)
        event = QDragEnterEvent(
            QPoint(1, 1),
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    line.input.dragEnterEvent(event)
    assert not event.isAccepted()
