"""Every action of the window, as one table: words, icon, keys, menu and what it calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from catalog_app.session.settings import Settings
from catalog_app.ui.look import icon


@dataclass(frozen=True, slots=True)
class Spec:
    """One action.

    `menu` is the menu's name and the section in it (`File/2`; a line is drawn between sections;
    a third step is a submenu). `calls` names who does it and the method: `opener.…`, `saver.…`,
    `view.…`, or `desk.…` for the desk in front. `needs` says when it is enabled: "document",
    "editable", "file" or always. `group` makes it one of several of which one is checked.
    """

    id: str
    text: str
    tip: str
    keys: str = ""
    icon: str = ""
    menu: str = ""
    calls: str = ""
    needs: str = ""
    checkable: bool = False
    group: str = ""


MENUS = (
    ("File", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("Edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("Record", QT_TRANSLATE_NOOP("Actions", "&Record")),
    ("View", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("Go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("Tools", QT_TRANSLATE_NOOP("Actions", "&Tools")),
    ("Help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)
SUBMENUS = {
    "new": ("File/1", "new", QT_TRANSLATE_NOOP("Actions", "New from &template")),
    "recent": ("File/2", "history", QT_TRANSLATE_NOOP("Actions", "Open &recent")),
    "examples": ("File/2", "record", QT_TRANSLATE_NOOP("Actions", "Open an e&xample")),
    "export": ("File/4", "export", QT_TRANSLATE_NOOP("Actions", "&Export record as")),
    "colours": ("View/1", "sun", QT_TRANSLATE_NOOP("Actions", "&Colours")),
    "language": ("View/1", "language", QT_TRANSLATE_NOOP("Actions", "&Language")),
    "text": ("View/1", "font-size", QT_TRANSLATE_NOOP("Actions", "&Text size")),
}
_T = QT_TRANSLATE_NOOP

ACTIONS: tuple[Spec, ...] = (
    # ---- File
    Spec(
        "new",
        _T("Actions", "&New record"),
        _T("Actions", "Begin an empty record in a tab of its own"),
        "Ctrl+N", "new", "File/1", "opener.new_record",
    ),
    Spec(
        "new_from_article",
        _T("Actions", "New from an &article…"),
        _T("Actions", "Begin a record beside a text that it will describe"),
        "Ctrl+Shift+N", "article", "File/1", "opener.new_from_article",
    ),
    Spec(
        "open",
        _T("Actions", "&Open…"),
        _T("Actions", "Open METS or MODS files"),
        "Ctrl+O", "open", "File/2", "opener.choose_files",
    ),
    Spec(
        "open_article",
        _T("Actions", "Open a text &beside…"),
        _T("Actions", "Show a text beside the record, to describe it from"),
        "Ctrl+Shift+O", "text-file", "File/2", "opener.choose_article", "document",
    ),
    Spec(
        "save",
        _T("Actions", "&Save"),
        _T("Actions", "Write the changes to the file"),
        "Ctrl+S", "save", "File/3", "saver.save", "document",
    ),
    Spec(
        "save_as",
        _T("Actions", "Save &as…"),
        _T("Actions", "Write to another file and go on with that one"),
        "Ctrl+Shift+S", "save-as", "File/3", "saver.save_as", "document",
    ),
    Spec(
        "save_copy",
        _T("Actions", "Save a &copy…"),
        _T("Actions", "Write a copy to another file and stay with this one"),
        "", "copy", "File/3", "saver.save_copy", "document",
    ),
    Spec(
        "save_all",
        _T("Actions", "Save a&ll"),
        _T("Actions", "Save every open document that has changes"),
        "", "save", "File/3", "saver.save_all", "document",
    ),
    Spec(
        "revert",
        _T("Actions", "Re&vert to the saved file"),
        _T("Actions", "Read the file again; the changes since then can be brought back by no undo"),
        "", "refresh", "File/3", "saver.revert", "file",
    ),
    Spec(
        "close",
        _T("Actions", "&Close"),
        _T("Actions", "Close this document"),
        "Ctrl+W", "close", "File/5", "closer.close_current", "document",
    ),
    Spec(
        "quit",
        _T("Actions", "&Quit"),
        _T("Actions", "Close all documents and end the program"),
        "Ctrl+Q", "", "File/6", "window.close",
    ),
    # ---- Edit
    Spec(
        "undo",
        _T("Actions", "&Undo"),
        _T("Actions", "Take the last change back"),
        "Ctrl+Z", "undo", "Edit/1", "desk.undo", "document",
    ),
    Spec(
        "redo",
        _T("Actions", "&Redo"),
        _T("Actions", "Do again what was taken back"),
        "Ctrl+Y; Ctrl+Shift+Z", "redo", "Edit/1", "desk.redo", "document",
    ),
    Spec(
        "cut",
        _T("Actions", "Cu&t"),
        _T("Actions", "Move the selected text to the clipboard"),
        "", "", "Edit/2", "texts.cut",
    ),
    Spec(
        "copy",
        _T("Actions", "&Copy"),
        _T("Actions", "Copy the selected text"),
        "", "copy", "Edit/2", "texts.copy",
    ),
    Spec(
        "paste",
        _T("Actions", "&Paste"),
        _T("Actions", "Insert the text of the clipboard"),
        "", "paste", "Edit/2", "texts.paste",
    ),
    Spec(
        "select_all",
        _T("Actions", "Select &all"),
        _T("Actions", "Select the whole text of the field"),
        "", "", "Edit/2", "texts.select_all",
    ),
    Spec(
        "characters",
        _T("Actions", "&Insert a character…"),
        _T("Actions", "Letters with diacritics, Cyrillic and Central Asian letters, by name"),
        "Ctrl+Shift+K", "characters", "Edit/3", "desk.show_characters", "editable",
    ),
    # ---- Record
    Spec(
        "add_field",
        _T("Actions", "&Add a field…"),
        _T("Actions", "Search everything that may stand here, and add it"),
        "Ctrl+K", "add", "Record/1", "desk.add_field", "editable",
    ),
    Spec(
        "duplicate",
        _T("Actions", "&Duplicate"),
        _T("Actions", "Add a copy of the card in focus below it"),
        "Ctrl+D", "duplicate", "Record/2", "desk.duplicate_place", "editable",
    ),
    Spec(
        "move_up",
        _T("Actions", "Move &up"),
        _T("Actions", "Move the card in focus before the one above"),
        "Alt+Up", "up", "Record/2", "desk.move_place_up", "editable",
    ),
    Spec(
        "move_down",
        _T("Actions", "Move do&wn"),
        _T("Actions", "Move the card in focus behind the one below"),
        "Alt+Down", "down", "Record/2", "desk.move_place_down", "editable",
    ),
    Spec(
        "remove",
        _T("Actions", "&Remove"),
        _T("Actions", "Remove the card in focus"),
        "Ctrl+Delete", "remove", "Record/2", "desk.remove_place", "editable",
    ),
    Spec(
        "same_as_last",
        _T("Actions", "&Same as in the last record"),
        _T("Actions", "Make the card in focus what it was in the record worked on before"),
        "Ctrl+Shift+L", "paste", "Record/2", "desk.same_as_last", "editable",
    ),
    Spec(
        "attributes",
        _T("Actions", "Show &attributes"),
        _T("Actions", "Show or hide the attributes of the field in focus"),
        "Ctrl+Shift+A", "more", "Record/2", "desk.toggle_attributes", "document",
    ),
    Spec(
        "field_menu",
        _T("Actions", "&More for this field…"),
        _T("Actions", "Everything that can be done with the field in focus"),
        "Ctrl+M", "more", "Record/2", "desk.open_menu", "document",
    ),
    Spec(
        "edit_xml",
        _T("Actions", "Edit as &XML"),
        _T("Actions", "Show the field in focus in the XML, to edit it there"),
        "Ctrl+E", "xml", "Record/2", "desk.edit_xml", "document",
    ),
    Spec(
        "add_record",
        _T("Actions", "Add a r&ecord"),
        _T("Actions", "Add an empty record behind this one, where the file may hold several"),
        "", "record", "Record/3", "desk.add_record", "editable",
    ),
    Spec(
        "duplicate_record",
        _T("Actions", "Duplicate the re&cord"),
        _T("Actions", "Add a copy of this record behind it"),
        "Ctrl+Shift+D", "duplicate", "Record/3", "desk.duplicate_record", "editable",
    ),
    Spec(
        "remove_record",
        _T("Actions", "Remove the rec&ord"),
        _T("Actions", "Remove this record from the file"),
        "", "remove", "Record/3", "desk.remove_record", "editable",
    ),
    Spec(
        "save_record",
        _T("Actions", "&Save the record as…"),
        _T("Actions", "Write this record to a MODS file of its own"),
        "", "save-as", "Record/4", "saver.save_record", "document",
    ),
    # ---- View
    Spec(
        "pane_outline",
        _T("Actions", "&Outline"),
        _T("Actions", "Show or hide the outline at the left"),
        "", "pane-left", "View/2", "view.show_panes", "", True,
    ),
    Spec(
        "pane_side",
        _T("Actions", "&Article, XML and help"),
        _T("Actions", "Show or hide the panes at the right"),
        "", "pane-right", "View/2", "view.show_panes", "", True,
    ),
    Spec(
        "pane_below",
        _T("Actions", "&Problems, history and changes"),
        _T("Actions", "Show or hide the panes below the form"),
        "", "pane-bottom", "View/2", "view.show_panes", "", True,
    ),
    Spec(
        "system",
        _T("Actions", "As the &system"),
        _T("Actions", "Light or dark, as the system is"),
        "", "settings", "View/1/colours", "view.choose_system", "", True, "colours",
    ),
    Spec(
        "light",
        _T("Actions", "&Light"),
        _T("Actions", "Dark text on light ground"),
        "", "sun", "View/1/colours", "view.choose_light", "", True, "colours",
    ),
    Spec(
        "dark",
        _T("Actions", "&Dark"),
        _T("Actions", "Light text on dark ground"),
        "", "moon", "View/1/colours", "view.choose_dark", "", True, "colours",
    ),
    Spec(
        "larger",
        _T("Actions", "&Larger"),
        _T("Actions", "All text a step larger"),
        "Ctrl+=; Ctrl++", "add", "View/1/text", "view.larger",
    ),
    Spec(
        "smaller",
        _T("Actions", "&Smaller"),
        _T("Actions", "All text a step smaller"),
        "Ctrl+-", "remove", "View/1/text", "view.smaller",
    ),
    Spec(
        "normal",
        _T("Actions", "&Normal"),
        _T("Actions", "Text in the size that the system uses"),
        "Ctrl+0", "", "View/1/text", "view.normal_size",
    ),
    Spec(
        "language_system",
        _T("Actions", "As the &system"),
        _T("Actions", "The language of the system, from the next start on"),
        "", "", "View/1/language", "view.choose_language_system", "", True, "language",
    ),
    Spec(
        "language_en",
        "&English",
        _T("Actions", "English, from the next start on"),
        "", "", "View/1/language", "view.choose_language_en", "", True, "language",
    ),
    Spec(
        "language_ru",
        "&Русский",
        _T("Actions", "Russian, from the next start on"),
        "", "", "View/1/language", "view.choose_language_ru", "", True, "language",
    ),
    Spec(
        "full_screen",
        _T("Actions", "&Full screen"),
        _T("Actions", "Use the whole screen, or give it back"),
        "F11", "", "View/3", "view.toggle_full_screen", "", True,
    ),
    # ---- Go
    Spec(
        "next_problem",
        _T("Actions", "&Next problem"),
        _T("Actions", "Go to the next field with something to look at"),
        "F8", "problems", "Go/1", "desk.next_problem", "document",
    ),
    Spec(
        "previous_problem",
        _T("Actions", "&Previous problem"),
        _T("Actions", "Go to the field before with something to look at"),
        "Shift+F8", "", "Go/1", "desk.previous_problem", "document",
    ),
    Spec(
        "next_record",
        _T("Actions", "Next &record"),
        _T("Actions", "Show the record that follows in the file"),
        "Ctrl+PgDown", "right", "Go/2", "desk.next_record", "document",
    ),
    Spec(
        "previous_record",
        _T("Actions", "Previous r&ecord"),
        _T("Actions", "Show the record before this one in the file"),
        "Ctrl+PgUp", "left", "Go/2", "desk.previous_record", "document",
    ),
    Spec(
        "next_document",
        _T("Actions", "Next &document"),
        _T("Actions", "Show the next open document"),
        "Ctrl+Tab", "", "Go/3", "view.next_document", "document",
    ),
    Spec(
        "previous_document",
        _T("Actions", "Previous d&ocument"),
        _T("Actions", "Show the open document before"),
        "Ctrl+Shift+Tab", "", "Go/3", "view.previous_document", "document",
    ),
    Spec(
        "go_outline",
        _T("Actions", "To the &outline"),
        _T("Actions", "Put the focus in the outline"),
        "Ctrl+1", "structure", "Go/4", "desk.go_outline", "document",
    ),
    Spec(
        "go_form",
        _T("Actions", "To the &form"),
        _T("Actions", "Put the focus in the form"),
        "Ctrl+2", "record", "Go/4", "desk.go_form", "document",
    ),
    Spec(
        "go_article",
        _T("Actions", "To the &article"),
        _T("Actions", "Put the focus in the text being described"),
        "Ctrl+3", "article", "Go/4", "desk.go_article", "document",
    ),
    Spec(
        "go_xml",
        _T("Actions", "To the &XML"),
        _T("Actions", "Put the focus in the record's XML"),
        "Ctrl+4", "xml", "Go/4", "desk.go_xml", "document",
    ),
    Spec(
        "go_problems",
        _T("Actions", "To the pro&blems"),
        _T("Actions", "Put the focus in the list of problems"),
        "Ctrl+5", "problems", "Go/4", "desk.go_problems", "document",
    ),
    Spec(
        "go_history",
        _T("Actions", "To the &history"),
        _T("Actions", "Put the focus in the list of what was done"),
        "Ctrl+6", "history", "Go/4", "desk.go_history", "document",
    ),
    Spec(
        "go_changes",
        _T("Actions", "To the &changes"),
        _T("Actions", "See what a save would write"),
        "Ctrl+7", "changes", "Go/4", "desk.go_changes", "document",
    ),
    # ---- Tools
    Spec(
        "fix",
        _T("Actions", "&Mend the problem here"),
        _T("Actions", "Do what is proposed for the problem of the field in focus"),
        "Ctrl+.", "fix", "Tools/1", "desk.fix_here", "editable",
    ),
    Spec(
        "fix_all",
        _T("Actions", "Mend all that is &safe…"),
        _T("Actions", "See the repairs that lose nothing, and do them together"),
        "Ctrl+Shift+.", "fix", "Tools/1", "desk.fix_all", "editable",
    ),
    Spec(
        "palette",
        _T("Actions", "All &actions…"),
        _T("Actions", "Search every action and its key"),
        "Ctrl+Shift+P", "keyboard", "Tools/2", "tools.show_palette",
    ),
    Spec(
        "shortcuts",
        _T("Actions", "&Keys…"),
        _T("Actions", "See and change the keys of all actions"),
        "", "keyboard", "Tools/2", "tools.show_shortcuts",
    ),
    Spec(
        "backups",
        _T("Actions", "&Backups of this file…"),
        _T("Actions", "Open one of the copies kept from before earlier saves"),
        "", "history", "Tools/3", "opener.show_backups", "file",
    ),
    Spec(
        "forget_values",
        _T("Actions", "&Forget the values met before"),
        _T("Actions", "Offer no value of earlier records any more"),
        "", "dismiss", "Tools/3", "tools.forget_values",
    ),
    # ---- Help
    Spec(
        "help",
        _T("Actions", "&Help on the field"),
        _T("Actions", "What the element in focus is for, with examples"),
        "F1", "help", "Help/1", "desk.go_help", "document",
    ),
    Spec(
        "report",
        _T("Actions", "&Errors of the program…"),
        _T("Actions", "What went wrong inside the program in this session, to copy and send"),
        "", "problems", "Help/2", "tools.show_faults",
    ),
    Spec(
        "about",
        _T("Actions", "&About"),
        _T("Actions", "Versions and licence"),
        "", "ok", "Help/2", "tools.show_about",
    ),
)  # fmt: skip


def said(text: str) -> str:
    """A text of the table in the language of the interface."""
    return QCoreApplication.translate("Actions", text)


def build(owner: QWidget, settings: Settings) -> dict[str, QAction]:
    """The table as actions, with the user's own keys."""
    groups: dict[str, QActionGroup] = {}
    actions = {}
    for spec in ACTIONS:
        action = QAction(said(spec.text), owner)
        action.setObjectName(spec.id)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setCheckable(spec.checkable)
        if spec.group:
            group = groups.setdefault(spec.group, QActionGroup(owner))
            group.addAction(action)
        actions[spec.id] = action
    apply_keys(actions, settings)
    owner.addActions(list(actions.values()))
    return actions


def apply_keys(actions: Mapping[str, QAction], settings: Settings) -> None:
    """Give every action its keys and a tooltip that names them."""
    for spec in ACTIONS:
        action = actions[spec.id]
        action.setShortcuts(keys_of(spec, settings))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = said(spec.tip)
        action.setToolTip(f"{tip} ({shown})" if shown else tip)
        action.setStatusTip(tip)


def keys_of(spec: Spec, settings: Settings) -> list[QKeySequence]:
    """The keys of an action: the user's own, or those of the table."""
    text = settings.text(f"shortcuts/{spec.id}", spec.keys)
    return [QKeySequence(keys) for keys in text.split("; ") if keys]


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """The menu bar from the table; gives the menus and submenus by name."""
    menus = {name: bar.addMenu(said(title)) for name, title in MENUS}
    submenus: dict[str, QMenu] = {}
    for name, menu in menus.items():
        menu.setToolTipsVisible(True)
        for section in sorted({_section(where) for where in _places(name)}):
            if menu.actions():
                menu.addSeparator()
            _fill(menu, f"{name}/{section}", actions, submenus)
    return {**menus, **submenus}


def _places(name: str) -> list[str]:
    """Where the table puts something in a menu."""
    wanted = f"{name}/"
    own = [spec.menu for spec in ACTIONS if spec.menu.startswith(wanted)]
    return own + [where for where, _, _ in SUBMENUS.values() if where.startswith(wanted)]


def _section(where: str) -> str:
    return where.split("/")[1]


def _fill(menu: QMenu, where: str, actions: Mapping[str, QAction], made: dict[str, QMenu]) -> None:
    for spec in ACTIONS:
        if spec.menu == where:
            menu.addAction(actions[spec.id])
    for name, (place, sign, title) in SUBMENUS.items():
        if place == where:
            inner = menu.addMenu(icon(sign), said(title))
            inner.setToolTipsVisible(True)
            made[name] = inner
            for spec in ACTIONS:
                if spec.menu == f"{where}/{name}":
                    inner.addAction(actions[spec.id])
