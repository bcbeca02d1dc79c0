"""The menus of the article pane, and the keys of the pane as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from catalog_app.article.encodings import LABELS
from catalog_app.article.suggestion import Suggestion
from catalog_app.document.labels import label
from catalog_app.session.sentences import in_words
from catalog_app.ui.article.keys import LETTERS
from catalog_app.ui.article.suggestion_model import kind_title
from catalog_app.ui.look import icon

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane

_CTRL = Qt.KeyboardModifier.ControlModifier
PANE_KEYS = {
    (Qt.Key.Key_F, _CTRL): "open_search",
    (Qt.Key.Key_G, _CTRL): "open_line",
    (Qt.Key.Key_J, _CTRL): "focus_suggestions",
}


translate = QCoreApplication.translate


def _add(menu: QMenu, sign: str, words: str, call: Callable[[], object], keys: str = "") -> QAction:
    action = menu.addAction(icon(sign, "dim"), words) if sign else menu.addAction(words)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(partial(_call, call))
    return action


def _call(call: Callable[[], object], _checked: bool = False) -> None:
    call()


def _menu(pane: ArticlePane) -> QMenu:
    menu = QMenu(pane)
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def text_menu(pane: ArticlePane) -> QMenu:
    """The fields that the selection can become, then what else is done with a text."""
    menu = _menu(pane)
    if pane.view.selected().strip() and not pane.session.read_only:
        for one in LETTERS:
            _add(menu, "", one.words, partial(pane.legend.chosen.emit, one.letter), one.letter)
        menu.addSeparator()
        place = pane.session.place
        if place is not None and place.steps:
            name = in_words(label(pane.session.document, place))
            words = translate("ArticleMenu", "Put it into “{0}”").format(name)
            _add(menu, "left", words, partial(pane.view.entered.emit, False), "Return")
            words = translate("ArticleMenu", "Append it to “{0}”").format(name)
            _add(menu, "add", words, partial(pane.view.entered.emit, True), "Ctrl+Return")
            menu.addSeparator()
    _add(menu, "copy", translate("ArticleMenu", "Copy"), pane.view.copy, "Ctrl+C").setEnabled(
        bool(pane.view.selected())
    )
    _add(
        menu, "paste", translate("ArticleMenu", "Paste as another text"), pane.view.paste, "Ctrl+V"
    )
    _add(menu, "", translate("ArticleMenu", "Select all"), pane.view.selectAll, "Ctrl+A")
    menu.addSeparator()
    _fill_reading(menu, pane)
    return menu


def _fill_reading(menu: QMenu, pane: ArticlePane) -> None:
    _add(
        menu, "search", translate("ArticleMenu", "Find in the article…"), pane.open_search, "Ctrl+F"
    )
    _add(menu, "go-to", translate("ArticleMenu", "Go to line…"), pane.open_line, "Ctrl+G")
    _add(
        menu,
        "suggest",
        translate("ArticleMenu", "To the suggestions"),
        pane.focus_suggestions,
        "Ctrl+J",
    )


def pane_menu(pane: ArticlePane) -> QMenu:
    """Everything that concerns the article as a whole."""
    menu = _menu(pane)
    if (action := pane.services.actions.get("open_article")) is not None:
        menu.addAction(action)
    _add(menu, "paste", translate("ArticleMenu", "Paste as another text"), pane.view.paste)
    menu.addSeparator()
    _fill_reading(menu, pane)
    there = pane.key != ""
    words = (
        translate("ArticleMenu", "Suggestions")
        if pane.lower.checking
        else translate("ArticleMenu", "Check against the record")
    )
    _add(menu, "check", words, pane.turn_check).setEnabled(there)
    words = translate("ArticleMenu", "Attach this text to the package")
    _add(menu, "files", words, pane.attach).setEnabled(pane.attaching.possible)
    recall = _add(
        menu,
        "refresh",
        translate("ArticleMenu", "Show dismissed suggestions again"),
        pane.suggesting.recall,
    )
    recall.setEnabled(there and bool(pane.traces.source(pane.key).dismissed))
    menu.addSeparator()
    _fill_encodings(
        menu.addMenu(icon("language", "dim"), translate("ArticleMenu", "Encoding")), pane
    )
    follow = _add(
        menu, "", translate("ArticleMenu", "Go to the field that is made"), pane.toggle_follow
    )
    follow.setCheckable(True)
    follow.setChecked(pane.follows)
    return menu


def _fill_encodings(menu: QMenu, pane: ArticlePane) -> None:
    menu.setEnabled(pane.path is not None)
    for encoding, words in LABELS.items():
        action = _add(menu, "", in_words(words), partial(pane.articles.read_again, encoding))
        action.setCheckable(True)
        action.setChecked(pane.article.encoding == encoding)


def size_menu(pane: ArticlePane) -> QMenu:
    """The size of the article's text."""
    menu = _menu(pane)
    _add(menu, "add", translate("ArticleMenu", "Larger"), partial(pane.view.zoomed.emit, 1))
    _add(menu, "remove", translate("ArticleMenu", "Smaller"), partial(pane.view.zoomed.emit, -1))
    _add(menu, "", translate("ArticleMenu", "Normal"), partial(pane.set_scale, 1.0))
    return menu


def suggestion_menu(pane: ArticlePane, row: int, one: Suggestion) -> QMenu:
    """What can be done with a suggestion, and with all of its kind."""
    menu = _menu(pane)
    kind = kind_title(one.kind)
    _add(
        menu, "add", translate("ArticleMenu", "Add"), partial(pane.suggesting.accept, row), "Return"
    )
    for which, shape in enumerate(one.others, 1):
        path = " / ".join(shape.field)
        _add(
            menu,
            "",
            translate("ArticleMenu", "Add as {0}").format(path),
            partial(pane.suggesting.accept, row, which),
        )
    words = translate("ArticleMenu", "Add all: {0}").format(kind)
    _add(menu, "", words, partial(pane.suggesting.accept_kind, one.kind), "Shift+Return")
    menu.addSeparator()
    _add(
        menu,
        "close",
        translate("ArticleMenu", "Dismiss"),
        partial(pane.suggesting.dismiss, row),
        "Del",
    )
    _add(
        menu,
        "",
        translate("ArticleMenu", "Dismiss all: {0}").format(kind),
        partial(pane.suggesting.dismiss_kind, one.kind),
    )
    return menu
