"""The buttons of the card in focus: one set for the whole form."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.card_layout import PAD
from catalog_app.ui.keys import KeyTip
from catalog_app.ui.look.icons import icon


class CardButtons(QWidget):
    """Move up, move down, duplicate, remove; they stand in the head of the card in focus.

    The keyboard has its own keys for all of them, so Tab passes them by.
    """

    pressed = Signal(str)

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._tips: dict[str, KeyTip] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self._add("up", self.tr("Move up"), "move_up", line)
        self._add("down", self.tr("Move down"), "move_down", line)
        self._add("duplicate", self.tr("Duplicate"), "duplicate", line)
        self._add("remove", self.tr("Remove"), "remove", line)
        self.hide()

    def _add(self, name: str, words: str, action: str, line: QHBoxLayout) -> None:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(name, "dim"))
        self._tips[name] = KeyTip(button, words, action)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_button_clicked)
        line.addWidget(button)
        return button

    def say_keys(self, names: Container[str]) -> None:
        """Name the keys of these buttons: those of the others are meant for the field in focus."""
        for name, tip in self._tips.items():
            tip.say(name in names)

    def allow(self, name: str, true: bool) -> None:
        """Let a button be pressed, or show that there is nothing for it to do."""
        self.findChild(QToolButton, name).setEnabled(true)

    def _on_button_clicked(self) -> None:
        self.pressed.emit(self.sender().objectName())

    def stand_in(self, view: CardView | None) -> None:
        """Move into a card, or out of sight."""
        if view is None or view.read_only or not view.card.address.steps:
            self.hide()
            self.setParent(self._home)
            return
        self.setParent(view)
        self.follow()
        self.show()

    def follow(self) -> None:
        """Take the place at the right of the card's head."""
        view = self.parent()
        if isinstance(view, CardView):
            size = self.sizeHint()
            top = 8 + (view.header_height - 4 - size.height()) // 2
            self.setGeometry(
                view.width() - PAD - view.gutter - size.width(), top, size.width(), size.height()
            )
