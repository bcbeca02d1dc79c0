"""The form in use: what a cataloguer does with it, by keys."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from catalog_app.document import edits
from catalog_app.document.address import Address, parse_address
from catalog_app.session.remembered import Remembered
from catalog_app.ui.form.form import Form
from catalog_app.ui.form.maker import Maker
from catalog_app.validation.finding import Finding

from .conftest import bytes_of, focused

NAME = Address("record1").child("name")


def test_typing_changes_the_value_and_nothing_else(form: Form) -> None:
    before = bytes_of(form)
    form.reveal(parse_address("titleInfo/title"))
    QTest.keyClick(focused().input, Qt.Key.Key_End)
    QTest.keyClicks(focused().input, " & more")
    after = bytes_of(form)
    assert after == before.replace(b"A title", b"A title &amp; more")


def test_typing_in_one_field_is_one_undo_step(form: Form) -> None:
    before = bytes_of(form)
    form.reveal(parse_address("titleInfo/title"))
    QTest.keyClicks(focused().input, "abc")
    assert form.session.undo_stack.count() == 1
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_typing_in_two_fields_is_two_undo_steps(form: Form) -> None:
    for text in ("titleInfo/title", "name/namePart"):
        form.reveal(parse_address(text))
        QTest.keyClicks(focused().input, "x")
    form.reveal(parse_address("titleInfo/title"))
    QTest.keyClicks(focused().input, "y")
    assert form.session.undo_stack.count() == 3


def test_undo_brings_the_focus_back_to_the_field(form: Form) -> None:
    form.reveal(parse_address("titleInfo/title"))
    QTest.keyClicks(focused().input, "x")
    form.reveal(parse_address("name/namePart"))
    form.session.undo_stack.undo()
    assert focused().address == "record1/titleInfo/title"
    assert focused().value() == "A title"


def test_an_author_moves_down_and_up_again(form: Form) -> None:
    before = bytes_of(form)
    form.reveal(NAME.child("namePart"))
    form.duplicate_place()
    assert focused().address == "record1/name[2]/namePart"
    QTest.keyClicks(focused().input, "Z")
    form.move_place(-1)
    assert focused().address == "record1/name/namePart"
    assert focused().value() == "Z"
    form.move_place(1)
    assert focused().address == "record1/name[2]/namePart"
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


def test_a_removed_card_leaves_no_empty_line_and_comes_back(form: Form) -> None:
    before = bytes_of(form)
    form.reveal(NAME.child("namePart"))
    form.remove_place()
    after = bytes_of(form)
    assert b"<name" not in after
    assert b"\n\n" not in after
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_the_search_box_finds_by_label_marc_tag_and_dublin_core_name(form: Form) -> None:
    for query, path in (
        ("alternative", 'titleInfo[@type="alternative"]'),
        ("245", "titleInfo"),
        ("245", "titleInfo/title"),
        ("creator", "name"),
        ("dateIssued", "originInfo/dateIssued"),
        ("abstract", "abstract"),
    ):
        assert path in [a.path for a in form._find_additions(query)], query


def test_ctrl_k_enter_puts_the_focus_into_the_new_field(form: Form) -> None:
    form.add_field()
    QTest.keyClicks(form._box.box, "publisher")
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    assert focused().address == "record1/originInfo/publisher"
    QTest.keyClicks(focused().input, "Fan")
    assert b"  <originInfo>\n    <publisher>Fan</publisher>\n  </originInfo>\n" in bytes_of(form)


def test_a_field_added_and_left_empty_writes_nothing(form: Form) -> None:
    before = bytes_of(form)
    form.add_field()
    QTest.keyClicks(form._box.box, "abstract")
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    assert focused().address == "record1/abstract"
    form.reveal(parse_address("titleInfo/title"))
    assert bytes_of(form) == before
    assert not form.session.document.edited


def test_a_second_given_name_is_added_inside_the_same_name(form: Form) -> None:
    form.reveal(NAME.child("namePart"))
    QApplication.processEvents()
    form.add_field()
    QTest.keyClicks(form._box.box, "role")
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    assert focused().address == "record1/name/role/roleTerm"
    QTest.keyClicks(focused().input, "aut")
    assert b'<roleTerm type="code" authority="marcrelator">aut</roleTerm>' in bytes_of(form)


def test_picking_a_role_by_its_label_writes_code_and_authority(form: Form) -> None:
    form.reveal(NAME.child("namePart"))
    QApplication.processEvents()
    form.add_field()
    QTest.keyClicks(form._box.box, "role")
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    editor = focused()
    QTest.keyClicks(editor.input, "photographer")
    QTest.keyClick(editor.input, Qt.Key.Key_Down)
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    data = bytes_of(form)
    assert b">pht</roleTerm>" in data
    assert b'authority="marcrelator"' in data
    assert b'valueURI="http://id.loc.gov/vocabulary/relators/pht"' in data


def test_attributes_unfold_and_fold(form: Form) -> None:
    form.reveal(parse_address("titleInfo/title"))
    QApplication.processEvents()
    form.toggle_attributes()
    labels = [f.address.attribute for c in form._cards for f in c.fields if f.kind == "attribute"]
    assert "xml:lang" in labels
    form.toggle_attributes()
    assert not [
        f for c in form._cards for f in c.fields if f.kind == "attribute" and f.address.steps
    ]


def test_what_the_schema_does_not_know_is_shown_and_kept(
    make_form: Callable[[bytes], Form],
) -> None:
    data = (
        b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"><titel>Falsch</titel>'
        b'<note colour="red">N</note></mods>'
    )
    form = make_form(data)
    labels = [f.label for c in form._cards for f in c.fields]
    assert "titel" in labels
    form.reveal(parse_address("titel"))
    QTest.keyClick(focused().input, Qt.Key.Key_End)
    QTest.keyClicks(focused().input, "!")
    assert b"<titel>Falsch!</titel>" in bytes_of(form)
    form.reveal(parse_address("note/@colour"))
    assert focused().address == "record1/note/@colour"


def test_a_value_with_strange_white_space_is_not_changed_by_typing_beside_it(
    make_form: Callable[[bytes], Form],
) -> None:
    text = "one\u00a0two\u2028three\u200f four &#xA0; &amp; &#13;".encode()
    data = b'<mods xmlns="http://www.loc.gov/mods/v3"><abstract>' + text + b"</abstract></mods>"
    form = make_form(data)
    form.reveal(parse_address("abstract"))
    QTest.keyClick(focused().input, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused().input, "X")
    assert bytes_of(form) == data.replace(b"<abstract>", b"<abstract>X")


def test_only_the_cards_near_the_view_are_widgets(make_form: Callable[[bytes], Form]) -> None:
    subjects = b"".join(
        b"<subject><topic>Topic %d</topic></subject>" % number for number in range(500)
    )
    data = b'<mods xmlns="http://www.loc.gov/mods/v3">' + subjects + b"</mods>"
    form = make_form(data)
    assert len(form.column.views) < 60
    form.reveal(Address("record1").child("subject", 400).child("topic"))
    assert focused().value() == "Topic 399"
    assert len(form.column.views) < 120


def test_tab_goes_down_the_cards_as_the_eye_does(form: Form) -> None:
    form.reveal(parse_address("titleInfo/title"))
    seen = [focused().address]
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(focused().address)
    assert seen == [
        "record1/titleInfo/title",
        "record1/name/namePart",
        "record1/name/namePart[2]",
    ]


def test_every_input_has_a_name_and_its_address(form: Form) -> None:
    for view in form.column.views:
        for row in view.rows:
            for field, editor in zip(row.editable, row.editors, strict=True):
                assert editor.input.accessibleName().startswith(field.label)
                assert editor.input.objectName() == str(field.address)


def test_a_card_becomes_the_same_as_in_the_last_record(
    make_form: Callable[[bytes], Form], tmp_path: Path
) -> None:
    one = b'<mods version="3.8"><genre>article</genre><note>First</note></mods>'
    two = b'<mods version="3.8"><genre>book</genre></mods>'
    data = b'<modsCollection xmlns="http://www.loc.gov/mods/v3">' + one + two + b"</modsCollection>"
    form = make_form(data)
    form._remembered = Remembered(tmp_path / "remembered.json")
    form.show_root(Address("record2"))
    form.reveal(parse_address("record2/genre"))
    QApplication.processEvents()
    form.same_as_last()
    changed = two.replace(b"book", b"article")
    assert bytes_of(form) == data.replace(two, changed)
    form.session.undo_stack.undo()
    assert bytes_of(form) == data


def test_a_name_met_before_brings_its_other_part_along(
    make_form: Callable[[bytes], Form], tmp_path: Path
) -> None:
    remembered = Remembered(tmp_path / "remembered.json")
    known = make_form()
    remembered.note(known.session.document, "record1")
    form = make_form(b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">\n</mods>')
    form._maker = Maker(remembered)
    form.add_field()
    QTest.keyClicks(form._box.box, "person")
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    editor = focused()
    QTest.keyClicks(editor.input, "Ann")
    QTest.keyClick(editor.input, Qt.Key.Key_Down)
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    data = bytes_of(form)
    assert b'<namePart type="given">Anna</namePart>' in data
    assert b'<namePart type="family">Karimova</namePart>' in data
    assert data.count(b"<name ") == 1


def test_an_empty_field_and_what_is_typed_in_it_are_one_undo_step(form: Form) -> None:
    before = bytes_of(form)
    form.add_field()
    QTest.keyClicks(form._box.box, "publisher")
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    QTest.keyClicks(focused().input, "Fan")
    assert form.session.undo_stack.count() == 1
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_a_word_typed_into_a_code_list_is_called_a_word(form: Form) -> None:
    form.reveal(NAME.child("namePart"))
    QApplication.processEvents()
    form.add_field()
    QTest.keyClicks(form._box.box, "role")
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    QTest.keyClicks(focused().input, "keeper of the keys")
    form.reveal(parse_address("titleInfo/title"))
    QApplication.processEvents()
    assert b'<roleTerm type="text">keeper of the keys</roleTerm>' in bytes_of(form)


def test_no_two_cards_overlap_whatever_is_said_under_their_fields(form: Form) -> None:
    sentence = "A sentence that is long enough to need more than one line in a narrow form. " * 3
    for width in (460, 700, 980):
        form.resize(width, 800)
        for address in (NAME.child("namePart"), parse_address("titleInfo/title")):
            finding = Finding("advice", "rule", "a.rule", sentence, address)
            card = Address(address.part, address.steps[:1])
            form.column.show_findings({card: (finding,)})
            QApplication.processEvents()
            views = form.column.views
            for upper, lower in pairwise(views):
                assert upper.geometry().bottom() < lower.geometry().top()
            for view in views:
                assert view.height() == view.height_for(view.width())


def test_a_card_far_below_is_read_when_it_is_gone_to(make_form: Callable[[bytes], Form]) -> None:
    topics = "".join(f"<subject><topic>Topic {n}</topic></subject>" for n in range(1, 201))
    form = make_form(f'<mods xmlns="http://www.loc.gov/mods/v3">{topics}</mods>'.encode())
    before = bytes_of(form)
    for number in (150, 199, 80):
        form.reveal(parse_address(f"subject[{number}]/topic"))
        assert focused().value() == f"Topic {number}"
        QTest.keyClick(focused().input, Qt.Key.Key_End)
        QTest.keyClicks(focused().input, "!")
        assert f"<topic>Topic {number}!</topic>".encode() in bytes_of(form)
    form.reveal(parse_address("subject[120]/topic/@authority"))
    assert focused().address == "record1/subject[120]/topic/@authority"
    while form.session.undo_stack.canUndo():
        form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_undoing_a_removal_puts_the_focus_into_what_came_back(form: Form) -> None:
    form.reveal(parse_address("record1/name/namePart[2]"))
    form.remove_place()
    form.session.undo_stack.undo()
    assert focused().address.startswith("record1/name/")
    form._perform(edits.remove, parse_address("record1/name/namePart[2]"))
    form.reveal(parse_address("record1/titleInfo/title"))
    form.session.undo_stack.undo()
    assert focused().address == "record1/name/namePart[2]"
    form.session.undo_stack.redo()
    assert focused().address.startswith("record1/name/")


def test_undoing_an_addition_leaves_the_focus_where_it_was_added(form: Form) -> None:
    form.reveal(parse_address("record1/titleInfo/title"))
    form.duplicate_place()
    assert focused().address == "record1/titleInfo[2]/title"
    form.session.undo_stack.undo()
    assert focused().address in ("record1/titleInfo/title", "record1/name/namePart")


def test_undoing_the_removal_of_an_attribute_shows_it_again(form: Form) -> None:
    before = bytes_of(form)
    form._perform(edits.remove_attribute, parse_address("record1/name/@type"))
    form.session.undo_stack.undo()
    assert bytes_of(form) == before
    assert focused().address == "record1/name/@type"


def test_an_arrow_of_a_card_can_be_pressed_where_there_is_a_place_to_move_to(form: Form) -> None:
    up, down = (form.column.buttons.findChild(QToolButton, name) for name in ("up", "down"))

    def arrows() -> tuple[bool, bool]:
        return up.isEnabled(), down.isEnabled()

    form.reveal(parse_address("record1/name/namePart"))
    assert arrows() == (False, False)
    form.session.perform(edits.duplicate(form.session.document, NAME))
    assert arrows() == (False, True)
    QTest.keyClicks(focused().input, "Mrs ")
    down.click()
    assert arrows() == (True, False)
