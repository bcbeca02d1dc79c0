"""Every box, dialog, menu and bar that comes in front of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint

from catalog_app.ui.bars import Notice
from tests.scenes.hands import RECORD, Play, Scene, Window, action, at, first, open_file, typed

translate = QCoreApplication.translate


def _menu(name: str) -> Play:
    def play(window: Window) -> None:
        menu, bar = window.menus[name], window.menuBar()
        left = bar.actionGeometry(menu.menuAction()).left()
        menu.popup(bar.mapToGlobal(QPoint(max(left, 0), bar.height())))

    return play


def _add(text: str) -> Play:
    def play(window: Window) -> None:
        window.desk.form.add_field()
        window.desk.form._box.box.setText(text)

    return play


def _search_actions(window: Window) -> None:
    window.tools.show_palette()
    words = {"en": "record", "ru": "запис"}
    window.tools.shown.search.setText(words[window.services.language])


def _shortcut(window: Window) -> None:
    window.tools.show_shortcuts()
    window.tools.shown.choose("duplicate")


def _leftover(window: Window) -> None:
    said = "{0} was being edited when the program ended unexpectedly. Its state of {1} was kept."
    text = translate("Leftovers", said).format("letters.xml", "09:41")
    words = ("Recover", "Compare…", "Discard…")
    offers = tuple((translate("Leftovers", word), lambda: None) for word in words)
    window.bar.tell(Notice("leftover", text, offers))


def _no_leftover(window: Window) -> None:
    window.bar.withdraw("leftover")


def _compare(window: Window) -> None:
    from catalog_app.ui.dialogs.compare import CompareDialog

    old = RECORD.read_bytes()
    new = old.replace(b"Nodira", b"Nadira")
    window.shown_for_picture = CompareDialog("record.xml", old, new, window)
    window.shown_for_picture.show()


def _unsaved(window: Window) -> None:
    window.closer.close_current()


def _larger(scale: float) -> Play:
    return lambda window: window.services.theme.set_scale(scale)


SCENES: tuple[Scene, ...] = (
    ("box-add-field", first(open_file(RECORD), at("record1/name/namePart"), _add(""))),
    ("box-add-field-marc", _add("245")),
    ("box-add-field-nothing", _add("zzzz")),
    ("box-actions", _search_actions),
    ("box-shortcuts", _shortcut),
    ("box-kinds", first(at("record1/titleInfo/title"), action("template"))),
    ("box-new-from-template", _menu("new")),
    ("box-menu-record", _menu("Record")),
    ("box-menu-file", _menu("File")),
    ("box-about", action("about")),
    ("box-unsaved", first(typed("record1/titleInfo/title", " x"), _unsaved)),
    ("box-compare", _compare),
    ("bar-leftover", _leftover),
    ("large-text", first(_no_leftover, _larger(1.8), at("record1/titleInfo/title"))),
    ("large-text-name", at("record1/name/namePart")),
    ("large-text-add-field", _add("date")),
)
