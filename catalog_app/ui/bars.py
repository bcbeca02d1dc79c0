"""A calm bar that says one thing at a time and offers what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from catalog_app.session.sentences import in_words
from catalog_app.ui.look import METRICS, icon, role
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.look.roles import colour

_NARROW = 720
Act = Callable[[], object]
_OTHER_LOOK = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
_SIGNS = {"advice": "warning", "error": "error", "accent": "ok", "lock": "lock"}


@dataclass(frozen=True)
class Notice:
    """A message: what it says, the buttons with what they do, and how serious it is.

    `tone` is "advice", "error", "accent" or "lock". A notice with the `key` of an earlier one
    takes its place; one that is not `closable` stays until it is withdrawn.
    """

    key: str
    text: str
    choices: tuple[tuple[str, Act], ...] = ()
    tone: str = "advice"
    closable: bool = True


class NoticeBar(QWidget):
    """Shows the newest notice; the others wait their turn. Hidden when there is none.

    With a bar `below` the one before the newest is shown there, so that neither hides the other.
    What was told by who makes it is made, and said, again in another language.
    """

    closed = Signal(str)

    def __init__(self, parent: QWidget | None = None, below: NoticeBar | None = None) -> None:
        super().__init__(parent)
        self._notices: list[Notice] = []
        self._makers: dict[str, Callable[[], Notice]] = {}
        self._below, self._owner = below, self
        if below is not None:
            below._owner = self
        self._sign = QLabel()
        self._sign.setContentsMargins(0, METRICS.step, 0, 0)
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton(autoRaise=True)
        self._close.setIcon(icon("close", "dim"))
        self._name()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(METRICS.edge, METRICS.step, METRICS.step * 2, METRICS.step)
        self._row.setSpacing(METRICS.step * 2)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(METRICS.step * 2)
        self._body.addWidget(self._text, 1)
        self._offers = QHBoxLayout()
        self._body.addLayout(self._offers)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self._sign, 0, top)
        self._row.addLayout(self._body, 1)
        self._row.addWidget(self._close, 0, top)
        self.hide()
        self._close.clicked.connect(self.close_current)

    def _name(self) -> None:
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language; the sign has the text's colours and size."""
        super().changeEvent(event)
        if event.type() in _OTHER_LOOK:
            self._draw_sign()
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            if self._makers and self._owner is self:
                made = {key: make() for key, make in self._makers.items()}
                self._notices = [made.get(notice.key, notice) for notice in self._notices]
                self._refresh()

    @property
    def current(self) -> Notice | None:
        """What is shown now."""
        return self._notices[-1] if self._notices else None

    @property
    def text(self) -> str:
        """The sentence shown now, or nothing."""
        return self._notices[-1].text if self._notices else ""

    def says(self, key: str) -> bool:
        """Whether a notice is shown, or waits."""
        return any(notice.key == key for notice in self._notices)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons shown now."""
        return list(self._buttons)

    def tell(self, said: Notice | Callable[[], Notice]) -> None:
        """Show a notice, or what makes one."""
        notice = said if isinstance(said, Notice) else said()
        self._forget(notice.key)
        self._notices.append(notice)
        if said is not notice:
            self._makers[notice.key] = said
        self._refresh()

    def _forget(self, key: str) -> None:
        self._notices = [notice for notice in self._notices if notice.key != key]
        self._makers.pop(key, None)

    def withdraw(self, key: str) -> None:
        """Take a notice back, wherever it waits."""
        if self.says(key):
            self._forget(key)
            self._refresh()

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done about what is shown."""
        for button in (*self._buttons, self._close)[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_current(self) -> None:
        """Close the notice that is shown, if it may be closed."""
        if self._notices and self._notices[-1].closable:
            key = self._notices[-1].key
            self._owner.withdraw(key)
            self.closed.emit(key)

    def _refresh(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        if self._below is not None:
            self._below._notices = self._notices[:-1]
            self._below._refresh()
        notice = self.current
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._text.setText(in_words(notice.text))
        self._text.setAccessibleName(in_words(notice.text))
        self._close.setVisible(notice.closable)
        self._draw_sign()
        for label, act in notice.choices:
            self._add_button(label, act, notice.key)
        for one, other in pairwise((self._text, *self._buttons, self._close)):
            QWidget.setTabOrder(one, other)  # here, and not behind all that was made before
        self.update()

    def _draw_sign(self) -> None:
        notice = self.current
        if notice is None:
            return
        shade = notice.tone if notice.tone in ("advice", "error", "accent") else "advice"
        side = max(METRICS.icon, self.fontMetrics().height())
        self._sign.setPixmap(pixmap(_SIGNS[notice.tone], side, shade, self.devicePixelRatioF()))

    def _add_button(self, label: str, act: Act, key: str) -> None:
        button = role(QPushButton(label, self), "link")
        button.setAccessibleName(label.replace("&", ""))
        button.clicked.connect(_Choice(self, act, key))
        self._offers.addWidget(button)
        self._buttons.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow bar the buttons stand below the sentence."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if narrow else across)
        left = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
        self._body.setAlignment(self._offers, left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the notice."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_current()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint of the notice's tone, and a hairline below."""
        notice = self.current
        if notice is None:
            return
        tone = notice.tone if notice.tone in ("error", "accent") else "advice"
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(f"{tone}_tint", self))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("line", self))


class _Choice:
    """What a button does: withdraw its notice, then act."""

    def __init__(self, bar: NoticeBar, act: Act, key: str) -> None:
        self._bar, self._act, self._key = bar, act, key

    def __call__(self, _checked: bool = False) -> None:
        notice = self._bar.current
        if notice is not None and notice.closable:
            self._bar._owner.withdraw(self._key)
        self._act()
