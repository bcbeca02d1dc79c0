"""The line over the article: which are open, how long they are, and the buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QToolButton, QWidget

from catalog_app.ui.article.shelf import Opened
from catalog_app.ui.form.header import Elided
from catalog_app.ui.look import METRICS, icon, role


class Head(QWidget):
    """A tab for each article once there are two; else its name. `chosen(int)`, `close_wanted(int)`.

    `search_wanted()`, `size_wanted(QPoint)` and `menu_wanted(QPoint)` come from the buttons.
    """

    chosen = Signal(int)
    close_wanted = Signal(int)
    search_wanted = Signal()
    size_wanted = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Open texts"))
        self.tabs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.name = role(Elided(self, Qt.TextElideMode.ElideMiddle), "dim")
        self._standing: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8, 2)
        row.setSpacing(2)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.name, 1)
        self._size = self._button("font-size", self.tr("Size of the article's text"))
        self._search = self._button("search", self.tr("Find in the article (Ctrl+F)"))
        self._more = self._button("more", self.tr("More to do with the article"))
        for button in (self._size, self._search, self._more):
            row.addWidget(button)
        self._connect()
        self.show_shelf([], -1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.chosen)
        self._search.clicked.connect(self.search_wanted)
        self._size.clicked.connect(self._on_size_clicked)
        self._more.clicked.connect(self._on_more_clicked)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setIcon(icon(name, "dim"))
        side = max(METRICS.icon, self.fontMetrics().height())
        button.setIconSize(QSize(side, side))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _closer(self, one: Opened) -> QToolButton:
        button = self._button("close", self.tr("Close {0}").format(one.name))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._close, button))
        return button

    def _close(self, button: QToolButton, _checked: bool = False) -> None:
        sides = [
            self.tabs.tabButton(at, QTabBar.ButtonPosition.RightSide)
            for at in range(self.tabs.count())
        ]
        if button in sides:
            self.close_wanted.emit(sides.index(button))

    def _on_size_clicked(self) -> None:
        self.size_wanted.emit(self._below(self._size))

    def _on_more_clicked(self) -> None:
        self.menu_wanted.emit(self._below(self._more))

    @staticmethod
    def _below(button: QToolButton) -> QPoint:
        return button.mapToGlobal(button.rect().bottomLeft())

    def show_shelf(self, opened: Sequence[Opened], current: int) -> None:
        """Show which articles are open, and which is in front."""
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for one in opened:
            at = self.tabs.addTab(one.name.replace("&", "&&"))
            self.tabs.setTabButton(at, QTabBar.ButtonPosition.RightSide, self._closer(one))
            self.tabs.setTabToolTip(
                at, str(one.path or one.name).encode("utf-8", "replace").decode()
            )
        self.tabs.setCurrentIndex(current)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(opened) > 1)
        self._name = opened[current].name if opened else ""
        for button in (self._size, self._search):
            button.setEnabled(bool(opened))
        self._show_name()

    def say(self, *standing: str) -> None:
        """Say how long the article is and how it is encoded, the least needed first."""
        self._standing = standing
        self._show_name()

    def _show_name(self) -> None:
        alone = self.tabs.count() <= 1
        self.name.setVisible(alone)
        fewer = (self._standing[said:] for said in range(len(self._standing) + 1))
        self.name.show_words(*(" · ".join((self._name, *said)) for said in fewer))
        self.tabs.setToolTip(" · ".join(self._standing))

    def changeEvent(self, event: QEvent) -> None:
        """Take the size of the interface's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_more"):
            side = max(METRICS.icon, self.fontMetrics().height())
            for button in (self._size, self._search, self._more):
                button.setIconSize(QSize(side, side))
