"""One quiet line: how to begin, or what was just made, with undo and other readings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QWidget

from catalog_app.ui.article.spoken import announce
from catalog_app.ui.form.header import Elided
from catalog_app.ui.look import role

Act = Callable[[], object]


class SaidLine(QWidget):
    """A sentence with links behind it; the sentence gives way where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._label = Elided(self)
        self._buttons: list[QPushButton] = []
        self._before: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 10, 4)
        self._row.setSpacing(2)
        # What is said must not widen the pane.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self._label, 1)

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from another widget."""
        self._before = before

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self._text

    @property
    def buttons(self) -> list[QPushButton]:
        """The links in order."""
        return list(self._buttons)

    def say(
        self,
        text: str,
        offers: tuple[tuple[str, Act], ...] = (),
        tone: str = "dim",
        shorter: str = "",
    ) -> None:
        """Show a sentence, or a shorter one where it has no room, and what can be done about it."""
        self._text = text
        role(self._label, tone)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(words, act) for words, act in offers]
        chain = (*([self._before] if self._before else []), *self._buttons)
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)  # here, and not behind all that was made before
        self._label.show_words(text, shorter or text)
        announce(self, text)
        self._fit()

    def _button(self, words: str, act: Act) -> QPushButton:
        button = role(QPushButton(words, self), "link")
        button.clicked.connect(partial(_call, act))
        self._row.addWidget(button)
        button.show()
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Another size of the font, another height of the line."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._text:
            self._fit()

    def _fit(self) -> None:
        """As high as its links."""
        self.setMinimumHeight(self.fontMetrics().height() + 14)


def _call(act: Act, _checked: bool = False) -> None:
    act()
