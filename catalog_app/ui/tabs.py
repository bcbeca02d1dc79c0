"""The tabs of the open documents."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

from catalog_app.ui.keys import KeyTip
from catalog_app.ui.look import icon


class DeskTabs(QTabWidget):
    """One tab a document, none for a single one.

    `close_wanted(QWidget)` when its button or a middle click asks so.
    """

    close_wanted = Signal(QWidget)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        bar = _Bar(self)
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setTabBarAutoHide(True)
        self._name()
        # The bar takes the focus for itself: through the proxy Tab would end in a hidden bar.
        self.setFocusProxy(None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_buttons)
        bar.middle_clicked.connect(self._on_bar_middle_clicked)

    def tabInserted(self, index: int) -> None:  # noqa: N802 - Qt's name
        """Give every tab a button that closes it."""
        super().tabInserted(index)
        button = QToolButton(autoRaise=True)
        button.setIcon(icon("close", "dim"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        KeyTip(button, self.tr("Close this document"), "close")
        button.setAccessibleName(self.tr("Close this document"))
        page = self.widget(index)
        button.clicked.connect(lambda _checked=False: self.close_wanted.emit(page))
        self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def _name(self) -> None:
        self.tabBar().setAccessibleName(self.tr("Open documents"))

    def changeEvent(self, event: QEvent) -> None:
        """Say its name again in another language; in text of another size the buttons grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._later.start()
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _fit_buttons(self) -> None:
        """Give every button its size, which Qt gives it only once."""
        bar = self.tabBar()
        for index in range(bar.count()):
            bar.tabButton(index, QTabBar.ButtonPosition.RightSide).adjustSize()

    def _on_bar_middle_clicked(self, index: int) -> None:
        self.close_wanted.emit(self.widget(index))


class _Bar(QTabBar):
    """Tells of middle clicks."""

    middle_clicked = Signal(int)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A middle click on a tab."""
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.middle_clicked.emit(index)
            return
        super().mouseReleaseEvent(event)
