"""Markup in the form: read with its tags, its words edited by keys, its tags' bytes untouched."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import parse_address
from catalog_app.document.markup import plain
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.form.form import Form

from .conftest import bytes_of, focused

HEAD = b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">\n  '
RIGHTS = (
    b"<accessCondition>See <a  href='http://x.org/'>the licence</a> &#38; "
    b"<i >more</i >.</accessCondition>"
)
DATA = (
    b'<extension>\n    <my:data xmlns:my="u:x" a="1">\n      <my:item>One</my:item>\n'
    b"      <my:item>Two</my:item>\n      <my:none/>\n    </my:data>\n  </extension>"
)


def opened(make_form: Callable[[bytes], Form], inside: bytes, address: str) -> tuple[Form, Editor]:
    form = make_form(HEAD + inside + b"\n</mods>\n")
    form.reveal(parse_address(address))
    return form, focused()


def put(editor: Editor, words: str, behind: bool = False) -> None:
    """Put the cursor in front of words, or behind them."""
    text = editor.input.text()
    cursor = editor.input.textCursor()
    cursor.setPosition(text.index(words) + len(words) * behind)
    editor.input.setTextCursor(cursor)


def press(editor: Editor, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(editor.input, key)


def test_inline_markup_is_seen_and_its_words_are_edited(make_form: Callable[..., Form]) -> None:
    form, editor = opened(make_form, RIGHTS, "accessCondition")
    before = bytes_of(form)
    assert plain(editor.value()) == ('See <a href="http://x.org/">the licence</a> & <i>more</i>.')
    put(editor, "licence", behind=True)
    QTest.keyClicks(editor.input, "s & terms")
    assert bytes_of(form) == before.replace(b"licence<", b"licences &amp; terms<")
    assert form.session.undo_stack.count() == 1
    put(editor, "more")
    QTest.keyClicks(editor.input, "even ")
    assert b"terms</a> &#38; <i >even more</i >." in bytes_of(form)
    put(editor, "See ")
    QTest.keyClicks(editor.input, "Please: ")
    assert b"<accessCondition>Please: See <a  href='http://x.org/'>" in bytes_of(form)
    form.session.undo_stack.setIndex(0)
    QApplication.processEvents()
    assert bytes_of(form) == before
    assert "licence</a>" in plain(editor.value())


def test_words_can_be_typed_between_two_tags(make_form: Callable[..., Form]) -> None:
    rights = b"<accessCondition>x <i>a</i><b>b</b></accessCondition>"
    form, editor = opened(make_form, rights, "accessCondition")
    before = bytes_of(form)
    put(editor, "a\u2063</i>\u2064", behind=True)
    QTest.keyClicks(editor.input, "or ")
    assert b"<i>a</i>or <b>b</b>" in bytes_of(form)
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_the_cursor_passes_a_tag_at_one_stroke_and_backspace_leaves_it(
    make_form: Callable[..., Form],
) -> None:
    form, editor = opened(make_form, RIGHTS, "accessCondition")
    before = bytes_of(form)
    text = editor.input.text()
    start = text.index("\u2063")
    end = text.index("\u2064") + 1
    put(editor, "See ", behind=True)
    press(editor, Qt.Key.Key_Right)
    assert editor.input.textCursor().position() == end
    press(editor, Qt.Key.Key_Left)
    assert editor.input.textCursor().position() == start
    press(editor, Qt.Key.Key_Delete)
    assert editor.input.textCursor().position() == end
    press(editor, Qt.Key.Key_Backspace)
    assert editor.input.textCursor().position() == start
    assert bytes_of(form) == before
    press(editor, Qt.Key.Key_Backspace)
    assert bytes_of(form) == before.replace(b"See <", b"See<")


def test_what_would_break_a_tag_is_refused_and_said(make_form: Callable[..., Form]) -> None:
    form, editor = opened(make_form, RIGHTS, "accessCondition")
    before, value = bytes_of(form), editor.value()
    editor.input.selectAll()
    QTest.keyClicks(editor.input, "x")
    assert bytes_of(form) == before
    assert editor.value() == value
    assert form.refusals == ["Only the words can be changed here. Edit the tags as XML."]


def test_what_is_copied_has_the_tags_and_no_hidden_marks(make_form: Callable[..., Form]) -> None:
    _form, editor = opened(make_form, RIGHTS, "accessCondition")
    editor.input.selectAll()
    copied = editor.input.createMimeDataFromSelection().text()
    assert copied == 'See <a href="http://x.org/">the licence</a> & <i>more</i>.'


def test_data_in_an_extension_is_a_tree_whose_values_are_edited(
    make_form: Callable[..., Form],
) -> None:
    form, editor = opened(make_form, DATA, "extension")
    before = bytes_of(form)
    assert plain(editor.value()) == "data [a 1]\n    item: One\n    item: Two\n    none"
    editor.input.moveCursor(QTextCursor.MoveOperation.Start)
    press(editor, Qt.Key.Key_End)
    QTest.keyClicks(editor.input, "!")
    assert bytes_of(form) == before.replace(b">One<", b">!One<")
    form.session.undo_stack.undo()
    put(editor, "Two", behind=True)
    press(editor, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    QTest.keyClicks(editor.input, "Three")
    assert bytes_of(form) == before.replace(b">Two<", b">Three<")
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (b"<accessCondition><br/></accessCondition>", "<br/>"),
        (
            b'<extension><e:degree xmlns:e="u:e"><e:name>Doctor</e:name><e:level>2</e:level>'
            b"</e:degree></extension>",
            "degree\n    name: Doctor\n    level: 2",
        ),
        (
            b'<extension><note>x</note><name type="personal"><namePart>N</namePart></name>'
            b"</extension>",
            "note: x\nname [type personal]\n    namePart: N",
        ),
        (
            b'<accessCondition><c:copyright xmlns:c="u:c" status="free"/></accessCondition>',
            "copyright [status free]",
        ),
        (
            b'<accessCondition><p xmlns="http://www.w3.org/1999/xhtml">One\n      two</p>\n'
            b"  <p>Three<!-- so --></p></accessCondition>",
            "<p>One\ntwo</p>\n<p>Three<!-- so --></p>",
        ),
    ],
)
def test_markup_is_shown_with_its_names(
    make_form: Callable[..., Form], inside: bytes, shown: str
) -> None:
    address = "extension" if b"<extension" in inside else "accessCondition"
    form, editor = opened(make_form, inside, address)
    before = bytes_of(form)
    assert plain(editor.value()) == shown
    press(editor, Qt.Key.Key_Home)
    QTest.keyClicks(editor.input, "z")
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


def test_words_over_several_lines_keep_their_indentation(make_form: Callable[..., Form]) -> None:
    inside = (
        b"<accessCondition>\n    Long words <i>in</i>\n    three\n    lines.\n  </accessCondition>"
    )
    form, editor = opened(make_form, inside, "accessCondition")
    before = bytes_of(form)
    assert plain(editor.value()) == "Long words <i>in</i>\nthree\nlines."
    put(editor, "lines", behind=True)
    QTest.keyClicks(editor.input, " more")
    assert bytes_of(form) == before.replace(b"lines.", b"lines more.")
    put(editor, "lines")
    press(editor, Qt.Key.Key_Backspace)
    assert b"</i>\n    threelines more.\n  </acc" in bytes_of(form)
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


@pytest.mark.parametrize(
    ("text", "right"), [("هذا ملخص بالعربية.", True), ("תקציר", True), ("English.", False)]
)
def test_long_text_begins_where_its_script_begins(
    make_form: Callable[..., Form], text: str, right: bool
) -> None:
    inside = f"<abstract>{text}</abstract>".encode()
    form, editor = opened(make_form, inside, "abstract")
    before = bytes_of(form)
    area = editor.input
    area.moveCursor(QTextCursor.MoveOperation.Start)
    assert (area.cursorRect().center().x() > area.width() // 2) is right
    area.selectAll()
    QTest.keyClicks(area, "abc")
    area.moveCursor(QTextCursor.MoveOperation.Start)
    assert area.cursorRect().center().x() < area.width() // 2
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before
