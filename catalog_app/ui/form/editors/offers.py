"""A list of offers below a field: values met before, or the entries of a vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from catalog_app.ui.form.editors.keys import is_enter
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.look.roles import colour, role
from catalog_app.ui.look.tokens import METRICS

_MOST_ROWS, _MOST_OFFERS = 8, 100
_MORE = 2  # pixels: Qt elides what just fits
_WHOLE = 1_000  # of a list that is looked through, all are offered
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MINE = (*_MOVES, Qt.Key.Key_Escape)
_WIDEST = 400
_OFFER = Qt.ItemDataRole.UserRole


class Offer(NamedTuple):
    """One entry of a list: what is written, what is shown, and where it came from.

    `ticked` says of a list in which several are chosen whether this one is.
    """

    code: str
    label: str
    hint: str = ""
    entry: object = None
    ticked: bool | None = None

    @property
    def aside(self) -> str:
        """The hint, unless it only says again what stands beside it."""
        return self.hint if self.hint not in (self.code, self.label) else ""

    @property
    def shown(self) -> str:
        """The label with its code, as it stands in the field."""
        named = self.code and self.label != self.code
        return f"{self.label} — {self.code}" if named else self.label


def offer_of(entry: object) -> Offer:
    """The offer for a string, a tuple of (code, label, hint), or an object with these names."""
    if isinstance(entry, Offer):
        return entry
    if isinstance(entry, str):
        return Offer(entry, entry, "", entry)
    if isinstance(entry, tuple) and not hasattr(entry, "code"):
        code, label, *rest = (*entry, entry[0]) if len(entry) == 1 else entry
        return Offer(str(code), str(label or code), str(rest[0]) if rest else "", entry)
    hint = getattr(entry, "hint", "")
    if not hint and getattr(entry, "status", "current") not in ("", "current"):
        hint = str(entry.status)  # type: ignore[attr-defined]
    code = str(entry.code)  # type: ignore[attr-defined]
    return Offer(code, str(getattr(entry, "label", code)), str(hint), entry)


class Offers(QObject):
    """Asks for offers while the user types, shows them, and tells which one was taken."""

    taken = Signal(object)

    def __init__(
        self, line: QWidget, search: Callable[[str], Iterable[object]], *, eager: bool
    ) -> None:
        """`eager` marks the first offer at once, so that Tab and Enter take it."""
        super().__init__(line)
        self._line = line
        self._search = search
        self._eager = eager
        self._list: QListWidget | None = None
        self._watched: list[QWidget] = []
        # Where the field was in its window when the list was placed, and whether that was scrolled.
        self._at, self._scrolled = QPoint(), False
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._follow)

    def set_eager(self, eager: bool) -> None:
        """Mark the first offer at once from now on, or no more."""
        self._eager = eager

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self._list is not None and self._list.isVisible()

    def open(self, text: str, present: str = "", *, marked: bool = False) -> None:
        """Show what is offered for `text`, or nothing if that is nothing.

        A list that is looked through stands at `present`, the code that the field has; one that
        was asked for has its first offer `marked`.
        """
        most = _MOST_OFFERS if text else _WHOLE
        found = [offer_of(entry) for entry in islice(self._search(text), most)]
        if not found:
            self.close()
            return
        listed = self._widget()
        listed.clear()
        for offer in found:
            item = QListWidgetItem(offer.shown, listed)
            item.setData(_OFFER, offer)
            if offer.ticked is not None:
                on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
                item.setCheckState(on if offer.ticked else off)
        here = next((at for at, offer in enumerate(found) if present == offer.code), -1)
        row = here if present and here >= 0 else 0 if self._eager or marked else -1
        listed.setCurrentRow(row)
        self._place(listed, len(found))
        listed.show()
        listed.raise_()
        if row >= 0:
            listed.scrollToItem(listed.item(row), QListWidget.ScrollHint.PositionAtCenter)

    def close(self) -> None:
        """Take the list off the screen."""
        if self._list is not None:
            self._list.hide()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is the list's before it can be a shortcut of the window."""
        return (
            self.is_open
            and (event.key() in _MINE or is_enter(event) or self._drops(event))
            and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        )

    def takes(self, event: QKeyEvent) -> bool:
        """Deal with a key if it is the list's."""
        if not self.is_open:
            return False
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._take_current()
            return False  # the focus moves on all the same
        if not self.wants(event):
            return False
        if is_enter(event):
            return self._take_current()
        if self._drops(event):
            return self._forget(self._list.currentItem())
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            self._move(event)
        return True

    def _drops(self, event: QKeyEvent) -> bool:
        """Whether a key is meant for the offer that is marked, and not for the text."""
        marked = self._list is not None and self._list.currentItem() is not None
        plain = event.key() == Qt.Key.Key_Delete and not event.modifiers()
        return marked and plain and hasattr(self._search, "forget")

    def _forget(self, item: QListWidgetItem | None) -> bool:
        """Offer a value of earlier records no more; False if it is not one of them."""
        forget = getattr(self._search, "forget", None)
        if item is None or forget is None or not forget(item.data(_OFFER).code):
            return False
        self._list.takeItem(self._list.row(item))
        if self._list.count():
            self._place(self._list, self._list.count())
        else:
            self.close()
        return True

    def _on_list_menu_wanted(self, spot: QPoint) -> None:
        item = self._list.itemAt(spot)
        if item is None or not hasattr(self._search, "forget"):
            return
        menu = QMenu(self._list)
        menu.addAction(self.tr("Offer this no more")).triggered.connect(partial(self._forget, item))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._list.mapToGlobal(spot))

    def _move(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_MOST_ROWS}
        row = self._list.currentRow() + step.get(event.key(), _MOST_ROWS)
        self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))

    def _take_current(self) -> bool:
        item = self._list.currentItem()
        self.close()
        if item is None:
            return False
        self.taken.emit(item.data(_OFFER))
        return True

    def _widget(self) -> QListWidget:
        window = self._line.window()
        if self._list is None or self._list.parent() is not window:
            self._list = role(_List(window), "popup")
            self._list.itemClicked.connect(self._on_list_clicked)
            self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            self._list.customContextMenuRequested.connect(self._on_list_menu_wanted)
            if hasattr(self._search, "forget"):
                self._list.setToolTip(self.tr("Delete takes a value of earlier records away"))
        return self._list

    def _on_list_clicked(self, item: QListWidgetItem) -> None:
        self.close()
        self.taken.emit(item.data(_OFFER))

    def _place(self, listed: QListWidget, count: int) -> None:
        """Below the field, or above it where there is more room; it goes when the field moves."""
        window, field = self._line.window(), self._field()
        top_left = field.mapTo(window, QPoint(0, 0))
        self._at, self._scrolled = top_left, False
        height = min(count, _MOST_ROWS) * listed.sizeHintForRow(0) + 4
        below = window.height() - top_left.y() - field.height() - 6
        above = top_left.y() - 6
        on_top = height > below and above > below
        height = min(height, above if on_top else below)
        width = min(max(field.width(), 280, min(_wanted(listed), _WIDEST)), window.width() - 8)
        left = max(4, min(top_left.x(), window.width() - width - 4))
        top = top_left.y() - height - 2 if on_top else top_left.y() + field.height() + 2
        listed.setGeometry(QRect(left, top, width, height))
        self._watch(field, window)

    def _watch(self, field: QWidget, window: QWidget) -> None:
        if self._watched:
            return
        widget: QWidget | None = field
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget is window else widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() == QEvent.Type.Move and event.pos() != event.oldPos()
        if event.type() == QEvent.Type.Hide or (moved and watched in self._watched[:1]):
            self.close()
        elif moved or event.type() == QEvent.Type.Resize:
            self._scrolled = self._scrolled or (moved and _is_scrolled(watched))
            self._resized.start()  # once all around the field has its place
        return False

    def _follow(self) -> None:
        """Stay with a field that what came above it or in its card has moved; go with scrolling."""
        if not self.is_open:
            return
        gone = self._scrolled and self._field().mapTo(self._line.window(), QPoint(0, 0)) != self._at
        if gone or self._line.visibleRegion().isEmpty():
            self.close()
        else:
            self._place(self._list, self._list.count())

    def _field(self) -> QWidget:
        return self._line.parentWidget() or self._line


def _is_scrolled(widget: QObject) -> bool:
    """Whether a widget is what a scroll area moves about."""
    around = widget.parent().parent() if widget.parent() is not None else None
    return isinstance(around, QAbstractScrollArea) and around.viewport() is widget.parent()


def _wanted(listed: QListWidget) -> int:
    """How wide a list would have to be to show the first offers whole."""
    metrics = QFontMetrics(listed.font())
    first = (listed.item(row).data(_OFFER) for row in range(min(listed.count(), _MOST_OFFERS)))
    words = (f"{one.label}  {one.code}  {one.aside}" for one in first)
    edges = 2 * METRICS.input_padding + METRICS.label_gap + METRICS.scroll_bar + 8
    return max(map(metrics.horizontalAdvance, words), default=0) + edges


class _List(QListWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._painter = _Row(self)
        self.setItemDelegate(self._painter)


class _Row(QStyledItemDelegate):
    """A row: the label, its code in dim, and the hint in faint at the right end."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(120, QFontMetrics(option.font).height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        offer = index.data(_OFFER)
        if not isinstance(offer, Offer):
            return
        current = option.widget.currentIndex() == index
        painter.save()
        if current:
            painter.fillRect(option.rect, colour("accent_tint", option.widget))
        box = option.rect.adjusted(METRICS.input_padding, 0, -METRICS.input_padding, 0)
        metrics = QFontMetrics(option.font)
        if offer.ticked is not None:
            self._tick(painter, box, offer.ticked)
        middle = Qt.AlignmentFlag.AlignVCenter
        code = f"  {offer.code}" if offer.code and offer.label != offer.code else ""
        if offer.aside:
            named = metrics.horizontalAdvance(offer.label + code) + _MORE
            said = metrics.horizontalAdvance(offer.aside) + _MORE
            width = min(said, max(box.width() - named - METRICS.label_gap, box.width() // 3))
            end = box.adjusted(box.width() - width, 0, 0, 0)
            self._write(painter, end, offer.aside, "dim" if current else "faint", option, True)
            box.setRight(box.right() - width - METRICS.label_gap)
        painter.setPen(colour("text", option.widget))
        label = metrics.elidedText(offer.label, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, middle, label)
        if code:
            box.setLeft(box.left() + metrics.horizontalAdvance(label))
            self._write(painter, box, code, "dim", option, False)
        painter.restore()

    def _tick(self, painter: QPainter, box: QRect, ticked: bool) -> None:
        """The sign of what is chosen, or the room for it."""
        if ticked:
            ratio = painter.device().devicePixelRatioF()
            sign = pixmap("check", METRICS.icon, "accent", ratio)
            painter.drawPixmap(box.left(), box.center().y() - METRICS.icon // 2, sign)
        box.setLeft(box.left() + METRICS.icon + METRICS.step)

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        ink: str,
        option: QStyleOptionViewItem,
        at_end: bool,
    ) -> None:
        painter.setPen(colour(ink, option.widget))
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        elided = QFontMetrics(option.font).elidedText(
            words, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, elided)
