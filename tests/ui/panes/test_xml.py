"""The XML pane by keys: in step with the form, exact about bytes, patient with drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut, QTextCursor
from PySide6.QtTest import QTest

from catalog_app.document.address import Address, parse_address
from catalog_app.document.edits import set_value
from catalog_app.document.package_spots import is_coarse, opening
from catalog_app.ui.xml.drafts import rebased
from catalog_app.ui.xml.highlighter import TEXT, tokens
from catalog_app.ui.xml.pane import XmlPane
from tests.document.shapes import bare_mets, mods
from tests.large import large_mets
from tests.real_files import SEED, needs_corpus


@pytest.fixture
def written(bench):
    def make(text, place="record1"):
        made = bench(text)
        pane = XmlPane(made.session, made.findings, made.services)
        made.go(place)
        made.show(pane)
        pane.text.setFocus()
        return made, pane

    return make


def put_cursor(pane, before: str, offset: int = 0) -> None:
    """Put the cursor in front of some characters."""
    cursor = pane.text.textCursor()
    index = pane.text.spelled.text.index(before) + offset
    cursor.setPosition(pane.text.spelled.position_at(index))
    pane.text.setTextCursor(cursor)


def in_step(made, pane) -> bool:
    """Whether the pane shows the document's own characters."""
    raw = made.session.document.element(pane.root).raw.decode()
    shown = pane.text.document().toRawText()
    return pane.text.spelled.text == raw and pane.text.spelled.shown == shown


def tinted(pane) -> str:
    """The characters that are marked as the place in focus."""
    marks = pane.text.extraSelections()
    return marks[0].cursor.selectedText()


def test_it_shows_the_record_and_tints_the_element_in_focus(written):
    made, pane = written(bare_mets(), "record1/name/namePart[2]")
    assert in_step(made, pane)
    assert tinted(pane) == '<mods:namePart type="given">Nodira</mods:namePart>'
    made.go("record1/subject/topic")
    assert tinted(pane) == "<mods:topic>Water</mods:topic>"


def test_the_other_panes_follow_the_cursor(written, qtbot):
    made, pane = written(bare_mets())
    with qtbot.waitSignal(made.session.place_changed) as moved:
        put_cursor(pane, "Nodira", 2)
    assert str(moved.args[0]) == "record1/name/namePart[2]"
    assert moved.args[1] is pane
    assert pane.text.hasFocus()


def test_typing_changes_only_the_characters_typed_and_is_one_step_of_undo(written, qtbot):
    text = bare_mets().replace("\n", "\r\n").replace("Water", "Wa\u00a0\u2028ter\U0001f600")
    made, pane = written(text)
    before = made.bytes()
    put_cursor(pane, "Karimov", 7)
    with qtbot.waitSignal(made.session.changed):
        QTest.keyClicks(pane.text, "a")
    with qtbot.waitSignal(made.session.changed):
        QTest.keyClicks(pane.text, "bc")
    assert made.bytes() == before.replace(b"Karimov,", b"Karimovabc,")
    assert made.session.undo_stack.count() == 1
    made.session.undo_stack.undo()
    assert made.bytes() == before
    assert in_step(made, pane)


def test_a_line_end_is_written_as_the_documents_others(written, qtbot):
    made, pane = written(bare_mets().replace("\n", "\r\n"))
    before = made.bytes()
    put_cursor(pane, "Karimov")
    with qtbot.waitSignal(made.session.changed):
        QTest.keyClick(pane.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert made.bytes() == before.replace(b"Karimov", b"\r\nKarimov")


def test_what_is_no_xml_stays_a_draft_and_the_document_stays_good(written, qtbot):
    made, pane = written(bare_mets())
    before = made.bytes()
    put_cursor(pane, "Karimov")
    QTest.keyClicks(pane.text, "<b>")
    qtbot.waitUntil(lambda: pane.has_draft)
    assert pane.error.isVisible()
    assert pane.error.text().startswith("Line ")
    assert made.bytes() == before
    assert made.session.undo_stack.count() == 0
    put_cursor(pane, "Karimov, A.", len("Karimov, A."))
    with qtbot.waitSignal(made.session.changed):
        QTest.keyClicks(pane.text, "</b>")
    assert not pane.has_draft
    assert not pane.error.isVisible()
    assert made.bytes() == before.replace(b"Karimov, A.", b"<b>Karimov, A.</b>")


def test_undo_drops_a_draft_and_leaves_the_history_alone(written, qtbot):
    made, pane = written(bare_mets())
    put_cursor(pane, "Karimov")
    QTest.keyClicks(pane.text, "<")
    qtbot.waitUntil(lambda: pane.has_draft)
    QTest.keyClick(pane.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not pane.has_draft
    assert in_step(made, pane)


def test_undo_reaches_the_window_when_there_is_no_draft(written, qtbot):
    made, pane = written(bare_mets())
    shortcut = QShortcut("Ctrl+Z", made.window)
    shortcut.activated.connect(made.session.undo_stack.undo)
    before = made.bytes()
    put_cursor(pane, "Karimov")
    with qtbot.waitSignal(made.session.changed):
        QTest.keyClicks(pane.text, "x")
    QTest.keyClick(pane.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.bytes() == before
    assert in_step(made, pane)


def test_a_save_right_after_a_key_saves_what_was_typed(written):
    made, pane = written(bare_mets())
    saving = QShortcut("Ctrl+S", made.window)
    saving.activated.connect(made.session.save)
    put_cursor(pane, "Karimov")
    QTest.keyClicks(pane.text, "x")
    QTest.keyClick(pane.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert b"xKarimov" in made.session.path.read_bytes()


def test_leaving_a_draft_is_told(bench, qtbot):
    made = bench(bare_mets())
    told = []
    pane = XmlPane(made.session, made.findings, replace(made.services, tell=told.append))
    made.go("record1")
    made.show(pane)
    put_cursor(pane, "Karimov")
    QTest.keyClicks(pane.text, "<")
    pane.hide()
    assert "draft" in told[0]


def test_a_draft_is_kept_while_another_record_is_looked_at(written, qtbot):
    ns = 'xmlns:mods="http://www.loc.gov/mods/v3"'
    made, pane = written(f"<mods:modsCollection {ns}>{mods()}{mods()}</mods:modsCollection>")
    put_cursor(pane, "Karimov")
    QTest.keyClicks(pane.text, "<")
    made.go("record2")
    assert str(pane.root) == "record2"
    assert not pane.error.isVisible()
    made.go("record1")
    assert pane.has_draft
    assert "<Karimov" in pane.text.spelled.text
    assert pane.error.isVisible()


def test_a_change_elsewhere_is_taken_into_a_draft(written, qtbot):
    made, pane = written(bare_mets())
    put_cursor(pane, "Karimov")
    QTest.keyClicks(pane.text, "<")
    qtbot.waitUntil(lambda: pane.has_draft)
    place = parse_address("record1/titleInfo/title")
    made.session.perform(set_value(made.session.document, place, "Two"), made)
    assert pane.has_draft
    assert "<Karimov" in pane.text.spelled.text
    assert ">Two<" in pane.text.spelled.text
    QTest.keyClick(pane.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.value("record1/titleInfo/title") == "Two"
    assert in_step(made, pane)


def test_drafts_and_changes_that_touch_are_not_mixed():
    assert rebased("abcdef", "aXcdef", "abcdYf") == "aXcdYf"
    assert rebased("abcdef", "abcdYf", "aXcdef") == "aXcdYf"
    assert rebased("abcdef", "abXXef", "abcYef") is None


def test_edits_of_other_panes_are_shown_at_once(written):
    made, pane = written(bare_mets())
    place = parse_address("record1/titleInfo/title")
    made.session.perform(set_value(made.session.document, place, "Two"), made)
    assert in_step(made, pane)
    made.session.undo_stack.undo()
    assert in_step(made, pane)


def test_a_read_only_document_can_be_read_only(written):
    made, pane = written('<!DOCTYPE m [<!ENTITY e "<b/>">]>' + mods())
    before = made.bytes()
    QTest.keyClicks(pane.text, "x")
    assert pane.text.isReadOnly()
    assert made.bytes() == before


def test_pasted_text_comes_in_as_it_is(written, qtbot, qapp):
    made, pane = written(bare_mets())
    before = made.bytes()
    qapp.clipboard().setText("a\u00a0b\u2028c\nd")
    put_cursor(pane, "Karimov")
    with qtbot.waitSignal(made.session.changed):
        pane.text.paste()
    assert made.bytes() == before.replace(b"Karimov", "a\u00a0b\u2028c\ndKarimov".encode())


def test_all_of_it_replaced_by_something_shorter_is_still_exact(written, qtbot):
    made, pane = written(bare_mets())
    pane.text.selectAll()
    with qtbot.waitSignal(made.session.changed):
        pane.text.insertPlainText("<mets:xmlData><mods:note>n</mods:note></mets:xmlData>")
    assert in_step(made, pane)
    assert made.value("record1/note") == "n"


@needs_corpus
def test_the_seed_stays_byte_identical_while_it_is_looked_at(written):
    data = SEED.read_bytes()
    made, pane = written(data)
    for place in ("record1/abstract", "record2", "package1/structMap", "package1"):
        made.go(place)
        assert pane.root is not None
        assert pane.text.document().toRawText() == pane.text.spelled.shown
    assert made.bytes() == data


def test_a_long_record_never_stalls_the_window(written, qtbot):
    notes = "\n".join(f"<mods:note>{n} {'word ' * 20}</mods:note>" for n in range(8000))
    made, pane = written(mods(notes), "record1/note[4000]")
    assert str(pane.root) == "record1/note[4000]"
    assert pane.note.isVisible()
    made.go("record1/note[5000]")
    assert str(pane.root) == "record1/note[5000]"
    assert pane.text.document().characterCount() < 500  # the note, not the record round it
    QTest.keyClicks(pane.text, "")
    made.go("record1")
    assert pane.text.isReadOnly()


def test_a_section_of_a_large_package_shows_the_element_in_focus_once_it_is_read(written, qtbot):
    made, pane = written(large_mets(3000), "package1/fileSec/fileGrp/file[2000]")
    assert str(pane.root) == "package1/fileSec"
    assert pane.text.spelled.text.startswith("<mets:fileSec>")
    assert pane.text.isReadOnly()
    assert is_coarse(made.session.document, Address("package1").child("fileSec"))
    for _ in opening(made.session.document, Address("package1").child("fileSec")):
        pass
    qtbot.waitUntil(lambda: "FILE_001999" in pane.text.spelled.text)
    assert str(pane.root) == "package1/fileSec/fileGrp/file[2000]"
    assert "FILE_001999" in pane.text.spelled.text
    assert not pane.text.isReadOnly()


def coloured(*lines: str) -> list[tuple[str, str]]:
    state, found = TEXT, []
    for line in lines:
        for start, length, kind in tokens(line, state):
            if kind:
                found.append((line[start : start + length], kind))
            else:
                state = start
    return found


def test_colours_go_on_over_line_ends():
    assert coloured('<a b="c', "d\" e='f'>x &amp; y<!-- m", "<n> --></a><![CDATA[ <", "]]>z") == [
        ("<a", "name"),
        ("b", "attribute"),
        ('"c', "value"),
        ('d"', "value"),
        ("e", "attribute"),
        ("'f'", "value"),
        (">", "name"),
        ("&amp;", "reference"),
        ("<!-- m", "comment"),
        ("<n> -->", "comment"),
        ("</a", "name"),
        (">", "name"),
        ("<![CDATA[ <", "cdata"),
        ("]]>", "cdata"),
    ]


def test_only_the_lines_that_are_seen_are_coloured(written):
    notes = "\n".join(f"<mods:note>{n}</mods:note>" for n in range(3000))
    _, pane = written(mods(notes))
    blocks = pane.text.document()
    assert blocks.findBlockByNumber(5).layout().formats()
    assert not blocks.findBlockByNumber(2500).layout().formats()
    pane.text.moveCursor(QTextCursor.MoveOperation.End)
    pane.text.viewport().repaint()
    assert blocks.findBlockByNumber(2990).layout().formats()
