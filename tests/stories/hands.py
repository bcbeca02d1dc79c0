"""Two hands on a keyboard: keys go where the focus is, as a cataloguer's do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from catalog_app.ui.main_window import MainWindow

_MOST_TABS = 400
_NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Presses keys in the window; no method touches the mouse or calls the program."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def focus(self) -> QWidget:
        """The widget that would get the next key."""
        shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if shown is not None:
            return shown.focusWidget() or shown
        return QApplication.focusWidget() or self.window

    @property
    def at(self) -> str:
        """The address of the field in focus."""
        return self.focus.objectName()

    def press(self, *keys: str) -> None:
        """Press keys written as in a menu: "Ctrl+K", "Down", "Return"."""
        for written in keys:
            stroke = QKeySequence(written)[0]
            QTest.keyClick(self.focus, stroke.key(), stroke.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text where the focus is, without leaving the field."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:  # QTest knows no keys beyond Latin letters
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, _NONE, letter))
        QApplication.processEvents()

    def tab_to(self, address: str) -> None:
        """Press Tab until the field with an address has the focus."""
        passed = []
        for _ in range(_MOST_TABS):
            if self.at == address:
                return
            passed.append(self.at)
            self.press("Tab")
        raise AssertionError(f"Tab never came to {address}, only to {sorted(set(passed))}")

    def fill(self, address: str, text: str) -> None:
        """Go to a field by Tab and type."""
        self.tab_to(address)
        self.type(text)

    def pick(self, address: str, text: str) -> None:
        """Go to a field with a list, type, and take the first offer."""
        self.fill(address, text)
        if not isinstance(self.focus, QComboBox):
            self.press("Down")
        self.press("Return")

    def add(self, query: str, downs: int = 0) -> None:
        """Ctrl+K, type what is sought, go down the list, Enter."""
        self.press("Ctrl+K")
        self.type(query)
        self.press(*["Down"] * downs, "Return")

    def choose(self, title: str) -> None:
        """In the menu that is open, go down to an entry and take it."""
        menu = QApplication.activePopupWidget()
        assert menu is not None, "no menu is open"
        for _ in range(60):
            action = menu.activeAction()
            if action is not None and action.text().replace("&", "") == title:
                self.press("Return")
                return
            self.press("Down")
        raise AssertionError(f"{title} is not in the menu")
