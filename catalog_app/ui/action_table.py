"""Every action of the window as data: words, icon, keys, menu and what it calls."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Spec:
    """One action.

    `menu` is the menu's name and the section in it (`File/2`; a line is drawn between sections;
    a third step is a submenu). `calls` names who does it and the method: `opener`, `saver`,
    `view` and the like are the window's; `desk`, `form`, `problems` and `records` those of the
    document in front. `needs` says when it is enabled: "document", "editable", "file", a "package",
    its "files" and "structure", these with "_edit" when they can be changed, or always.
    `group` makes it one of several of which one is checked; `also` has other words by which it
    is sought; `own` is the key that every text field has for it by itself, which is only said.
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
    also: str = ""
    own: str = ""


MENUS = (
    ("File", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("Edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("Record", QT_TRANSLATE_NOOP("Actions", "&Record")),
    ("Package", QT_TRANSLATE_NOOP("Actions", "&Package")),
    ("View", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("Go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("Tools", QT_TRANSLATE_NOOP("Actions", "&Tools")),
    ("Help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)
SUBMENUS = {
    "recent": ("File/2", "history", QT_TRANSLATE_NOOP("Actions", "Open &recent")),
    "examples": ("File/2", "record", QT_TRANSLATE_NOOP("Actions", "Open an e&xample")),
    "colours": ("View/1", "sun", QT_TRANSLATE_NOOP("Actions", "&Colours")),
    "language": ("View/1", "language", QT_TRANSLATE_NOOP("Actions", "&Language")),
    "text": ("View/1", "font-size", QT_TRANSLATE_NOOP("Actions", "&Text size")),
}

ACTIONS: tuple[Spec, ...] = (
    # ---- File
    Spec(
        "new",
        QT_TRANSLATE_NOOP("Actions", "&New record"),
        QT_TRANSLATE_NOOP("Actions", "Begin an empty record in a tab of its own"),
        "Ctrl+N", "new", "File/1", "opener.new_record",
    ),
    Spec(
        "new_from_template",
        QT_TRANSLATE_NOOP("Actions", "New from &template…"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Begin a record of a kind: a book, a thesis, a map; type its first letter",
        ),
        "Ctrl+Shift+T", "new", "File/1", "tools.choose_new", "",
        also=QT_TRANSLATE_NOOP("Actions", "kind thesis book report map create"),
    ),
    Spec(
        "new_from_article",
        QT_TRANSLATE_NOOP("Actions", "Ne&w from an article…"),
        QT_TRANSLATE_NOOP("Actions", "Begin a record beside a text that it will describe"),
        "Ctrl+Shift+N", "article", "File/1", "opener.new_from_article",
    ),
    Spec(
        "new_package_from_article",
        QT_TRANSLATE_NOOP("Actions", "New pac&kage from an article…"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Begin a METS package that holds a text and a record that will describe it",
        ),
        "Ctrl+Shift+M", "package", "File/1", "opener.new_package_from_article",
    ),
    Spec(
        "new_package",
        QT_TRANSLATE_NOOP("Actions", "New package from a &folder…"),
        QT_TRANSLATE_NOOP("Actions", "Begin a METS package of page images and other files"),
        "", "folder", "File/1", "gathering.new_package",
    ),
    Spec(
        "package_round",
        QT_TRANSLATE_NOOP("Actions", "New package ro&und this record"),
        QT_TRANSLATE_NOOP("Actions", "Begin a METS package that holds the record in focus"),
        "", "package", "File/1", "gathering.package_round", "document",
    ),
    Spec(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open METS or MODS files"),
        "Ctrl+O", "open", "File/2", "opener.choose_files",
        also=QT_TRANSLATE_NOOP("Actions", "load import"),
    ),
    Spec(
        "open_article",
        QT_TRANSLATE_NOOP("Actions", "Open a text &beside…"),
        QT_TRANSLATE_NOOP("Actions", "Show a text beside the record, to describe it from"),
        "Ctrl+Shift+O", "text-file", "File/2", "opener.choose_article", "document",
    ),
    Spec(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Write the changes to the file"),
        "Ctrl+S", "save", "File/3", "saver.save", "document",
    ),
    Spec(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Write to another file and go on with that one"),
        "Ctrl+Shift+S", "save-as", "File/3", "saver.save_as", "document",
        also=QT_TRANSLATE_NOOP("Actions", "export"),
    ),
    Spec(
        "save_copy",
        QT_TRANSLATE_NOOP("Actions", "Save a co&py…"),
        QT_TRANSLATE_NOOP("Actions", "Write a copy to another file and stay with this one"),
        "", "copy", "File/3", "saver.save_copy", "document",
    ),
    Spec(
        "save_all",
        QT_TRANSLATE_NOOP("Actions", "Save a&ll"),
        QT_TRANSLATE_NOOP("Actions", "Save every open document that has changes"),
        "", "save", "File/3", "saver.save_all", "document",
    ),
    Spec(
        "revert",
        QT_TRANSLATE_NOOP("Actions", "Re&vert to the saved file"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Read the file again; the changes since then can be brought back by no undo",
        ),
        "", "refresh", "File/3", "saver.revert", "file",
    ),
    Spec(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export record as…"),
        QT_TRANSLATE_NOOP("Actions", "Write the record in focus in another form"),
        "Ctrl+Shift+E", "export", "File/4", "tools.choose_export", "document",
        also=QT_TRANSLATE_NOOP(
            "Actions",
            "convert Dublin Core MODS XML CSV table citation save as",
        ),
    ),
    Spec(
        "split",
        QT_TRANSLATE_NOOP("Actions", "Spl&it into records…"),
        QT_TRANSLATE_NOOP("Actions", "Write every record of this file to a file of its own"),
        "", "section", "File/4", "gathering.split", "document",
    ),
    Spec(
        "join",
        QT_TRANSLATE_NOOP("Actions", "&Join files into a list…"),
        QT_TRANSLATE_NOOP("Actions", "Put the records of several files into a new collection"),
        "", "files", "File/4", "gathering.join",
    ),
    Spec(
        "close",
        QT_TRANSLATE_NOOP("Actions", "&Close"),
        QT_TRANSLATE_NOOP("Actions", "Close this document"),
        "Ctrl+W", "close", "File/5", "closer.close_current", "document",
    ),
    Spec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close all documents and end the program"),
        "Ctrl+Q", "", "File/6", "window.close",
        also=QT_TRANSLATE_NOOP("Actions", "exit end"),
    ),
    # ---- Edit
    Spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
        "Ctrl+Z", "undo", "Edit/1", "desk.undo", "document",
    ),
    Spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Do again what was taken back"),
        "Ctrl+Y; Ctrl+Shift+Z", "redo", "Edit/1", "desk.redo", "document",
    ),
    Spec(
        "cut",
        QT_TRANSLATE_NOOP("Actions", "Cu&t"),
        QT_TRANSLATE_NOOP("Actions", "Move the selected text to the clipboard"),
        "", "", "Edit/2", "texts.cut", own="Ctrl+X",
    ),
    Spec(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy"),
        QT_TRANSLATE_NOOP("Actions", "Copy the selected text"),
        "", "copy", "Edit/2", "texts.copy", own="Ctrl+C",
    ),
    Spec(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "&Paste"),
        QT_TRANSLATE_NOOP("Actions", "Insert the text of the clipboard"),
        "", "paste", "Edit/2", "texts.paste", own="Ctrl+V",
    ),
    Spec(
        "select_all",
        QT_TRANSLATE_NOOP("Actions", "Select &all"),
        QT_TRANSLATE_NOOP("Actions", "Select the whole text of the field"),
        "", "", "Edit/2", "texts.select_all", own="Ctrl+A",
    ),
    Spec(
        "characters",
        QT_TRANSLATE_NOOP("Actions", "&Insert a character…"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Letters with diacritics, Cyrillic and Central Asian letters, by name",
        ),
        "Ctrl+Shift+K", "characters", "Edit/3", "form.show_characters", "editable",
    ),
    # ---- Record
    Spec(
        "add_field",
        QT_TRANSLATE_NOOP("Actions", "&Add a field…"),
        QT_TRANSLATE_NOOP("Actions", "Search everything that may stand here, and add it"),
        "Ctrl+K", "add", "Record/1", "form.add_field", "editable",
        also=QT_TRANSLATE_NOOP("Actions", "insert element tag MARC"),
    ),
    Spec(
        "template",
        QT_TRANSLATE_NOOP("Actions", "What &kind of resource is this?…"),
        QT_TRANSLATE_NOOP("Actions", "Let the form ask for what such a record should have"),
        "Ctrl+T", "record", "Record/1", "desk.choose_kind", "document",
        also=QT_TRANSLATE_NOOP("Actions", "type document genre"),
    ),
    Spec(
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "&Duplicate"),
        QT_TRANSLATE_NOOP("Actions", "Add a copy of the card in focus below it"),
        "Ctrl+D", "duplicate", "Record/2", "desk.duplicate_place", "editable",
    ),
    Spec(
        "move_up",
        QT_TRANSLATE_NOOP("Actions", "Move &up"),
        QT_TRANSLATE_NOOP("Actions", "Move the card in focus before the one above"),
        "Alt+Up", "up", "Record/2", "desk.move_place_up", "editable",
    ),
    Spec(
        "move_down",
        QT_TRANSLATE_NOOP("Actions", "Move do&wn"),
        QT_TRANSLATE_NOOP("Actions", "Move the card in focus below the next one"),
        "Alt+Down", "down", "Record/2", "desk.move_place_down", "editable",
    ),
    Spec(
        "remove",
        QT_TRANSLATE_NOOP("Actions", "&Remove"),
        QT_TRANSLATE_NOOP("Actions", "Remove the card in focus"),
        "Ctrl+Delete", "remove", "Record/2", "desk.remove_place", "editable",
    ),
    Spec(
        "same_as_last",
        QT_TRANSLATE_NOOP("Actions", "&Same as in the last record"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Make the card in focus what it was in the record worked on before",
        ),
        "Ctrl+Shift+L", "paste", "Record/2", "desk.same_as_last", "editable",
    ),
    Spec(
        "attributes",
        QT_TRANSLATE_NOOP("Actions", "Show attri&butes"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the attributes of the field in focus"),
        "Ctrl+Shift+A", "chevron-down", "Record/2", "form.toggle_attributes", "document",
    ),
    Spec(
        "field_menu",
        QT_TRANSLATE_NOOP("Actions", "&More for this field…"),
        QT_TRANSLATE_NOOP("Actions", "Everything that can be done with the field in focus"),
        "Ctrl+M", "more", "Record/2", "form.open_menu", "document",
    ),
    Spec(
        "edit_xml",
        QT_TRANSLATE_NOOP("Actions", "Edit as &XML"),
        QT_TRANSLATE_NOOP("Actions", "Show the field in focus in the XML, to edit it there"),
        "Ctrl+E", "xml", "Record/2", "form.edit_xml", "document",
    ),
    Spec(
        "add_record",
        QT_TRANSLATE_NOOP("Actions", "Add a r&ecord"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Add an empty record after this one, or one more description to the package",
        ),
        "", "record", "Record/3", "records.add", "editable",
    ),
    Spec(
        "duplicate_record",
        QT_TRANSLATE_NOOP("Actions", "Duplicate the re&cord"),
        QT_TRANSLATE_NOOP("Actions", "Add a copy of this record after it"),
        "Ctrl+Shift+D", "duplicate", "Record/3", "records.duplicate", "editable",
    ),
    Spec(
        "remove_record",
        QT_TRANSLATE_NOOP("Actions", "Remove the rec&ord"),
        QT_TRANSLATE_NOOP("Actions", "Remove this record from the file"),
        "", "remove", "Record/3", "records.remove", "editable",
    ),
    Spec(
        "save_record",
        QT_TRANSLATE_NOOP("Actions", "Sa&ve the record as…"),
        QT_TRANSLATE_NOOP("Actions", "Write this record to a MODS file of its own"),
        "", "save-as", "Record/4", "saver.save_record", "document",
        also=QT_TRANSLATE_NOOP("Actions", "export MODS"),
    ),
    # ---- Package
    Spec(
        "add_dublin_core",
        QT_TRANSLATE_NOOP("Actions", "Describe in D&ublin Core"),
        QT_TRANSLATE_NOOP("Actions", "Add a description in Dublin Core to the package"),
        "", "record", "Package/0", "records.add_dublin_core", "package_edit",
    ),
    Spec(
        "add_files",
        QT_TRANSLATE_NOOP("Actions", "Add &files…"),
        QT_TRANSLATE_NOOP("Actions", "Add files from the disk to the package"),
        "", "add", "Package/1", "package.add_files", "package_edit",
        also=QT_TRANSLATE_NOOP("Actions", "images pages documents insert upload"),
    ),
    Spec(
        "add_folder",
        QT_TRANSLATE_NOOP("Actions", "Add a f&older…"),
        QT_TRANSLATE_NOOP("Actions", "Add all files of a folder to the package"),
        "", "folder", "Package/1", "package.add_folder", "package_edit",
        also=QT_TRANSLATE_NOOP("Actions", "directory images insert"),
    ),
    Spec(
        "add_group",
        QT_TRANSLATE_NOOP("Actions", "Add a &group of files"),
        QT_TRANSLATE_NOOP("Actions", "Add a group for files of one use: masters, thumbnails, text"),
        "", "section", "Package/1", "package.add_group", "package_edit",
        also=QT_TRANSLATE_NOOP("Actions", "fileGrp file group new"),
    ),
    Spec(
        "verify",
        QT_TRANSLATE_NOOP("Actions", "&Verify the files"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Compare the files on the disk with what the package says of them",
        ),
        "", "ok", "Package/1", "package.verify", "files",
        also=QT_TRANSLATE_NOOP("Actions", "checksum fixity check compare missing"),
    ),
    Spec(
        "replace_base",
        QT_TRANSLATE_NOOP("Actions", "&Replace the beginning of all locations…"),
        QT_TRANSLATE_NOOP("Actions", "Say where the files are now, for all of them together"),
        "", "edit", "Package/1", "package.replace_base", "files_edit",
        also=QT_TRANSLATE_NOOP("Actions", "base path folder link address href"),
    ),
    Spec(
        "find_files",
        QT_TRANSLATE_NOOP("Actions", "F&ind files"),
        QT_TRANSLATE_NOOP("Actions", "Show only the files of the package that have some words"),
        "", "search", "Package/1", "package.find_files", "files",
        also=QT_TRANSLATE_NOOP("Actions", "filter search"),
    ),
    Spec(
        "division_inside",
        QT_TRANSLATE_NOOP("Actions", "Add a &division inside"),
        QT_TRANSLATE_NOOP("Actions", "Add a division at the end of the one in focus"),
        "", "add", "Package/2", "package.add_inside", "structure_edit",
        also=QT_TRANSLATE_NOOP("Actions", "chapter page structure div"),
    ),
    Spec(
        "division_before",
        QT_TRANSLATE_NOOP("Actions", "Add a division &before"),
        QT_TRANSLATE_NOOP("Actions", "Add a division before the one in focus"),
        "", "add", "Package/2", "package.add_before", "structure_edit",
        also=QT_TRANSLATE_NOOP("Actions", "chapter page structure div insert"),
    ),
    Spec(
        "division_round",
        QT_TRANSLATE_NOOP("Actions", "Put a division round &these"),
        QT_TRANSLATE_NOOP("Actions", "Put a new division round those that are chosen"),
        "", "section", "Package/2", "package.group", "structure_edit",
        also=QT_TRANSLATE_NOOP("Actions", "group chapter structure div"),
    ),
    Spec(
        "link_chapter",
        QT_TRANSLATE_NOOP("Actions", "&Link pages to a chapter…"),
        QT_TRANSLATE_NOOP("Actions", "Tie the pages that are chosen to a chapter of another map"),
        "", "link", "Package/2", "package.link_chapter", "structure_edit",
        also=QT_TRANSLATE_NOOP("Actions", "smLink structLink division logical physical"),
    ),
    Spec(
        "number",
        QT_TRANSLATE_NOOP("Actions", "&Number the divisions…"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Number the divisions that are chosen, or those inside the one in focus",
        ),
        "", "edit", "Package/2", "package.number", "structure_edit",
        also=QT_TRANSLATE_NOOP("Actions", "page numbers order label foliation"),
    ),
    Spec(
        "pages",
        QT_TRANSLATE_NOOP("Actions", "A &page for each file…"),
        QT_TRANSLATE_NOOP("Actions", "Add a division for each file of a group"),
        "", "files", "Package/2", "package.add_pages", "structure_edit",
        also=QT_TRANSLATE_NOOP("Actions", "structure divisions images"),
    ),
    # ---- View
    Spec(
        "pane_outline",
        QT_TRANSLATE_NOOP("Actions", "&Outline"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the outline at the left"),
        "", "pane-left", "View/2", "view.show_panes", "", True,
    ),
    Spec(
        "pane_side",
        QT_TRANSLATE_NOOP("Actions", "&Article, XML and help"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the panes at the right"),
        "", "pane-right", "View/2", "view.show_panes", "", True,
    ),
    Spec(
        "pane_below",
        QT_TRANSLATE_NOOP("Actions", "&Problems, history and changes"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the panes below the form"),
        "", "pane-bottom", "View/2", "view.show_panes", "", True,
        also=QT_TRANSLATE_NOOP("Actions", "hide panels"),
    ),
    Spec(
        "system",
        QT_TRANSLATE_NOOP("Actions", "As the &system"),
        QT_TRANSLATE_NOOP("Actions", "Light or dark, as the system is"),
        "", "settings", "View/1/colours", "view.choose_system", "", True, "colours",
    ),
    Spec(
        "light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        QT_TRANSLATE_NOOP("Actions", "Dark text on light ground"),
        "", "sun", "View/1/colours", "view.choose_light", "", True, "colours",
    ),
    Spec(
        "dark",
        QT_TRANSLATE_NOOP("Actions", "&Dark"),
        QT_TRANSLATE_NOOP("Actions", "Light text on dark ground"),
        "", "moon", "View/1/colours", "view.choose_dark", "", True, "colours",
    ),
    Spec(
        "larger",
        QT_TRANSLATE_NOOP("Actions", "&Larger"),
        QT_TRANSLATE_NOOP("Actions", "All text a step larger"),
        "Ctrl+=; Ctrl++", "add", "View/1/text", "view.larger",
        also=QT_TRANSLATE_NOOP("Actions", "zoom font"),
    ),
    Spec(
        "smaller",
        QT_TRANSLATE_NOOP("Actions", "&Smaller"),
        QT_TRANSLATE_NOOP("Actions", "All text a step smaller"),
        "Ctrl+-", "remove", "View/1/text", "view.smaller",
        also=QT_TRANSLATE_NOOP("Actions", "zoom font"),
    ),
    Spec(
        "normal",
        QT_TRANSLATE_NOOP("Actions", "&Normal"),
        QT_TRANSLATE_NOOP("Actions", "Text in the size that the system uses"),
        "Ctrl+0", "", "View/1/text", "view.normal_size",
    ),
    Spec(
        "language_system",
        QT_TRANSLATE_NOOP("Actions", "As the &system"),
        QT_TRANSLATE_NOOP("Actions", "The language of the system"),
        "", "", "View/1/language", "view.choose_language_system", "", True, "language",
    ),
    Spec(
        "language_en",
        "&English",
        QT_TRANSLATE_NOOP("Actions", "All words in English"),
        "", "", "View/1/language", "view.choose_language_en", "", True, "language",
    ),
    Spec(
        "language_ru",
        "&Русский",
        QT_TRANSLATE_NOOP("Actions", "All words in Russian"),
        "", "", "View/1/language", "view.choose_language_ru", "", True, "language",
    ),
    Spec(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        QT_TRANSLATE_NOOP("Actions", "Use the whole screen, or give it back"),
        "F11", "", "View/3", "view.toggle_full_screen", "", True,
    ),
    # ---- Go
    Spec(
        "next_problem",
        QT_TRANSLATE_NOOP("Actions", "&Next problem"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next field with something to look at"),
        "F8", "problems", "Go/1", "problems.next_problem", "document",
        also=QT_TRANSLATE_NOOP("Actions", "validate verify check error"),
    ),
    Spec(
        "previous_problem",
        QT_TRANSLATE_NOOP("Actions", "&Previous problem"),
        QT_TRANSLATE_NOOP("Actions", "Go to the field before with something to look at"),
        "Shift+F8", "", "Go/1", "problems.previous_problem", "document",
    ),
    Spec(
        "next_missing",
        QT_TRANSLATE_NOOP("Actions", "Next &missing field"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next field that is asked for and still empty"),
        "F7", "down", "Go/1", "desk.next_missing", "document",
    ),
    Spec(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "&Back"),
        QT_TRANSLATE_NOOP("Actions", "Show the place that was shown before this one"),
        "Alt+Left", "left", "Go/0", "desk.go_back", "document",
        also=QT_TRANSLATE_NOOP("Actions", "return previous place link"),
    ),
    Spec(
        "go_forward",
        QT_TRANSLATE_NOOP("Actions", "For&ward"),
        QT_TRANSLATE_NOOP("Actions", "Show the place again from which you went back"),
        "Alt+Right", "right", "Go/0", "desk.go_forward", "document",
        also=QT_TRANSLATE_NOOP("Actions", "next place link"),
    ),
    Spec(
        "show_missing",
        QT_TRANSLATE_NOOP("Actions", "What is m&issing…"),
        QT_TRANSLATE_NOOP("Actions", "List what is asked for and still empty, and why"),
        "Shift+F7", "", "Go/1", "desk.show_missing", "document",
        also=QT_TRANSLATE_NOOP("Actions", "completeness meter required recommended level"),
    ),
    Spec(
        "next_record",
        QT_TRANSLATE_NOOP("Actions", "Next &record"),
        QT_TRANSLATE_NOOP("Actions", "Show the record that follows in the file"),
        "Ctrl+PgDown", "right", "Go/2", "desk.next_record", "document",
    ),
    Spec(
        "previous_record",
        QT_TRANSLATE_NOOP("Actions", "Previous r&ecord"),
        QT_TRANSLATE_NOOP("Actions", "Show the record before this one in the file"),
        "Ctrl+PgUp", "left", "Go/2", "desk.previous_record", "document",
    ),
    Spec(
        "next_document",
        QT_TRANSLATE_NOOP("Actions", "Next &document"),
        QT_TRANSLATE_NOOP("Actions", "Show the next open document"),
        "Ctrl+Tab", "", "Go/3", "view.next_document", "document",
    ),
    Spec(
        "previous_document",
        QT_TRANSLATE_NOOP("Actions", "Previous doc&ument"),
        QT_TRANSLATE_NOOP("Actions", "Show the open document before"),
        "Ctrl+Shift+Tab", "", "Go/3", "view.previous_document", "document",
    ),
    Spec(
        "go_outline",
        QT_TRANSLATE_NOOP("Actions", "To the &outline"),
        QT_TRANSLATE_NOOP("Actions", "Put the focus in the outline"),
        "Ctrl+1", "structure", "Go/4", "desk.go_outline", "document",
    ),
    Spec(
        "filter_outline",
        QT_TRANSLATE_NOOP("Actions", "Fi&lter the outline"),
        QT_TRANSLATE_NOOP("Actions", "Show only the rows of the outline that have some words"),
        "Ctrl+Shift+F", "filter", "Go/4", "view.filter_outline", "document",
    ),
    Spec(
        "go_form",
        QT_TRANSLATE_NOOP("Actions", "To the &form"),
        QT_TRANSLATE_NOOP("Actions", "Put the focus in the form"),
        "Ctrl+2", "record", "Go/4", "desk.go_form", "document",
    ),
    Spec(
        "go_article",
        QT_TRANSLATE_NOOP("Actions", "To the &article"),
        QT_TRANSLATE_NOOP("Actions", "Put the focus in the text being described"),
        "Ctrl+3", "article", "Go/4", "desk.go_article", "document",
    ),
    Spec(
        "go_suggestions",
        QT_TRANSLATE_NOOP("Actions", "To the &suggestions"),
        QT_TRANSLATE_NOOP("Actions", "Put the focus in what the text suggests for the record"),
        "Ctrl+Shift+3", "suggest", "Go/4", "desk.go_suggestions", "document",
    ),
    Spec(
        "go_xml",
        QT_TRANSLATE_NOOP("Actions", "To the &XML"),
        QT_TRANSLATE_NOOP("Actions", "Put the focus in the record's XML"),
        "Ctrl+4", "xml", "Go/4", "desk.go_xml", "document",
    ),
    Spec(
        "go_problems",
        QT_TRANSLATE_NOOP("Actions", "&To the problems"),
        QT_TRANSLATE_NOOP("Actions", "Put the focus in the list of problems"),
        "Ctrl+5", "problems", "Go/4", "desk.go_problems", "document",
        also=QT_TRANSLATE_NOOP("Actions", "validate verify check errors"),
    ),
    Spec(
        "go_history",
        QT_TRANSLATE_NOOP("Actions", "To the &history"),
        QT_TRANSLATE_NOOP("Actions", "Put the focus in the list of what was done"),
        "Ctrl+6", "history", "Go/4", "desk.go_history", "document",
    ),
    Spec(
        "go_changes",
        QT_TRANSLATE_NOOP("Actions", "To the &changes"),
        QT_TRANSLATE_NOOP("Actions", "See what a save would write"),
        "Ctrl+7", "changes", "Go/4", "desk.go_changes", "document",
        also=QT_TRANSLATE_NOOP("Actions", "diff compare"),
    ),
    # ---- Tools
    Spec(
        "fix",
        QT_TRANSLATE_NOOP("Actions", "&Mend the problem here"),
        QT_TRANSLATE_NOOP("Actions", "Do what is proposed for the problem of the field in focus"),
        "Ctrl+.", "fix", "Tools/1", "problems.fix_here", "editable",
        also=QT_TRANSLATE_NOOP("Actions", "repair correct"),
    ),
    Spec(
        "fix_all",
        QT_TRANSLATE_NOOP("Actions", "Mend all that is &safe…"),
        QT_TRANSLATE_NOOP("Actions", "See the repairs that lose nothing, and do them together"),
        "Ctrl+Shift+.", "fix", "Tools/1", "desk.fix_all", "editable",
        also=QT_TRANSLATE_NOOP("Actions", "repair correct clean fix"),
    ),
    Spec(
        "check_article",
        QT_TRANSLATE_NOOP("Actions", "&Check the record against the article"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "See which statements of the record the text supports and which it does not",
        ),
        "", "eye", "Tools/1", "desk.check_article", "document",
    ),
    Spec(
        "attach_article",
        QT_TRANSLATE_NOOP("Actions", "A&ttach the article to the package"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Add the text as a file of the package, with its size, type and checksum",
        ),
        "", "files", "Tools/1", "desk.attach_article", "editable",
    ),
    Spec(
        "package_around_record",
        QT_TRANSLATE_NOOP("Actions", "Package of this record and the te&xt"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Begin a package that holds the record in front and the article beside it as a file",
        ),
        "", "package", "Tools/1", "opener.new_package_around_record", "document",
    ),
    Spec(
        "provenance",
        QT_TRANSLATE_NOOP("Actions", "Note &editing in the header"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Before a save, name this program as an editor of the package, with the date",
        ),
        "", "", "Tools/2", "noting.choose", checkable=True,
    ),
    Spec(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "All &actions…"),
        QT_TRANSLATE_NOOP("Actions", "Search every action and its key"),
        "Ctrl+Shift+P", "keyboard", "Tools/2", "tools.show_palette",
    ),
    Spec(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keys…"),
        QT_TRANSLATE_NOOP("Actions", "See and change the keys of all actions"),
        "", "keyboard", "Tools/2", "tools.show_shortcuts",
        also=QT_TRANSLATE_NOOP("Actions", "keyboard hotkeys"),
    ),
    Spec(
        "backups",
        QT_TRANSLATE_NOOP("Actions", "&Backups of this file…"),
        QT_TRANSLATE_NOOP("Actions", "Open one of the copies kept from before earlier saves"),
        "", "history", "Tools/3", "opener.show_backups", "file",
        also=QT_TRANSLATE_NOOP("Actions", "restore earlier version"),
    ),
    Spec(
        "own_templates",
        QT_TRANSLATE_NOOP("Actions", "&Own templates…"),
        QT_TRANSLATE_NOOP("Actions", "See where your own templates are, and open their folder"),
        "", "folder", "Tools/3", "own_templates.show",
        also=QT_TRANSLATE_NOOP("Actions", "kinds folder change add"),
    ),
    Spec(
        "met_values",
        QT_TRANSLATE_NOOP("Actions", "&Values met before…"),
        QT_TRANSLATE_NOOP("Actions", "See what is offered while typing, and remove some of it"),
        "", "history", "Tools/3", "tools.show_values",
        also=QT_TRANSLATE_NOOP("Actions", "forget remembered suggestions autocomplete clear"),
    ),
    Spec(
        "find_in_article",
        QT_TRANSLATE_NOOP("Actions", "&Find in the article…"),
        QT_TRANSLATE_NOOP("Actions", "Search in the text that is being described"),
        "", "search", "Tools/4", "reading.find", "document",
        also=QT_TRANSLATE_NOOP("Actions", "search text"),
    ),
    Spec(
        "article_line",
        QT_TRANSLATE_NOOP("Actions", "Go to a &line of the article…"),
        QT_TRANSLATE_NOOP("Actions", "Show a line of the text by its number"),
        "", "go-to", "Tools/4", "reading.go_to_line", "document",
        also=QT_TRANSLATE_NOOP("Actions", "jump text"),
    ),
    Spec(
        "paste_article",
        QT_TRANSLATE_NOOP("Actions", "&Paste a text to describe"),
        QT_TRANSLATE_NOOP("Actions", "Take the text of the clipboard as an article"),
        "", "paste", "Tools/4", "reading.paste", "document",
        also=QT_TRANSLATE_NOOP("Actions", "clipboard article"),
    ),
    Spec(
        "recall",
        QT_TRANSLATE_NOOP("Actions", "Show dismissed su&ggestions again"),
        QT_TRANSLATE_NOOP("Actions", "Offer again what was put away"),
        "", "refresh", "Tools/4", "reading.recall", "document",
        also=QT_TRANSLATE_NOOP("Actions", "restore suggestions"),
    ),
    # ---- Help
    Spec(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help on the field"),
        QT_TRANSLATE_NOOP("Actions", "What the element in focus is for, with examples"),
        "F1", "help", "Help/1", "desk.go_help", "document",
    ),
    Spec(
        "report",
        QT_TRANSLATE_NOOP("Actions", "&Errors of the program…"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "What went wrong inside the program in this session, to copy and send",
        ),
        "", "problems", "Help/2", "tools.show_faults",
    ),
    Spec(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About"),
        QT_TRANSLATE_NOOP("Actions", "Versions and licence"),
        "", "ok", "Help/2", "tools.show_about",
    ),
)  # fmt: skip
