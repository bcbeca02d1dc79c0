"""What a record misses of what its template asks for, and why; each line leads to its field."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS
from catalog_app.document.template import Completeness, Wanted
from catalog_app.document.view import typed_label
from catalog_app.ui.look import METRICS, role

_WANTED, _WHY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH, _ROWS = 560, 14
_BESIDE = 26  # round the words of a column

translate = QCoreApplication.translate


class MissingList(QFrame):
    """A popup that lists what is missing; `chosen(Wanted)`. Arrows and Enter, Esc goes back."""

    chosen = Signal(object)

    def __init__(self, title: str, found: Completeness, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        role(self, "popup")
        words = self.tr("{title}: {present} of {total} fields are there")
        words = words.format(title=title, present=found.present, total=found.total)
        self.setAccessibleName(words)
        head = role(QLabel(words, wordWrap=True), "name")
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("What is missing"))
        self.list.header().setStretchLastSection(True)
        self.list.header().setMinimumSectionSize(1)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[METRICS.step * 2] * 4)
        column.addWidget(head)
        column.addWidget(self.list)
        self.why = role(QLabel(wordWrap=True), "dim")
        column.addWidget(self.why)
        self.list.currentItemChanged.connect(self._on_item_current)
        self._fill(found, language)
        self.list.itemClicked.connect(self._on_item_chosen)
        if not found.missing:
            self.list.hide()
            self.why.setText(self.tr("Nothing is missing."))

    def _fill(self, found: Completeness, language: str) -> None:
        first = [one for one in found.missing if one.level == "required"]
        for wanted in (*first, *(one for one in found.missing if one not in first)):
            name, why = label_of(wanted, language), reason_of(wanted, language)
            item = QTreeWidgetItem(self.list, [level_in_words(wanted.level), name])
            item.setData(0, _WANTED, wanted)
            item.setData(0, _WHY, why)
            for at in range(2):
                item.setToolTip(at, f"{name}\n{why}")
                item.setData(at, Qt.ItemDataRole.AccessibleDescriptionRole, why)
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def open_below(self, widget: QWidget) -> None:
        """Show it below a widget, inside its window, with the focus in the list."""
        window = widget.window()
        width = min(round(_WIDTH * self.fontMetrics().height() / 15), window.width() - 40)
        row = self.list.sizeHintForRow(0) if self.list.topLevelItemCount() else 0
        rows = min(_ROWS, self.list.topLevelItemCount())
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth() + METRICS.step)
        widest = max((self._advance(n) for n in range(self._count())), default=0)
        self.list.setColumnWidth(0, widest + _BESIDE)
        lines = self.why.fontMetrics().height()
        self.why.setFixedHeight(2 * lines + METRICS.step)  # the list stays where it is
        self.setFixedWidth(width)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        right = window.mapToGlobal(QPoint(window.width() - width - 8, 0)).x()
        self.move(max(window.mapToGlobal(QPoint(8, 0)).x(), min(corner.x(), right)), corner.y())
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _count(self) -> int:
        return self.list.topLevelItemCount()

    def _advance(self, row: int) -> int:
        words = self.list.topLevelItem(row).text(0)
        return self.list.fontMetrics().horizontalAdvance(words)

    def _on_item_current(self, item: QTreeWidgetItem | None) -> None:
        self.why.setText(item.data(0, _WHY) if item is not None else "")

    def _on_item_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        wanted = item.data(0, _WANTED)
        self.close()
        self.chosen.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the blank lead to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_item_chosen(self.list.currentItem())
        else:
            super().keyPressEvent(event)


def level_in_words(level: str) -> str:
    """How much a field is wanted."""
    return {
        "required": translate("MissingList", "required"),
        "recommended": translate("MissingList", "recommended"),
        "optional": translate("MissingList", "optional"),
    }.get(level, "")


def label_of(wanted: Wanted, language: str) -> str:
    """What a field is called, with what it is in: “Host › Volume › Number”.

    Of one that is there and lacks an attribute, that is named too: “Date issued · Key date”.
    """
    names = tuple(step.name for step in wanted.path)
    labels: list[str] = []
    known = None
    for depth, step in enumerate(wanted.path, 1):
        known = declared_at(MODS, names[:depth], None, language)
        kind = dict(step.attributes).get("type", "")
        labels.append(typed_label(known, kind, None) if known else step.name)
    whole = " › ".join(dict.fromkeys(labels))
    lacking = () if wanted.shown or known is None else wanted.path[-1].attributes
    said = [found.label for name, _ in lacking if (found := known.attribute(name))]
    return " · ".join((whole, *said))


def reason_of(wanted: Wanted, language: str) -> str:
    """Why a field is wanted: as the template says, else what the field is for."""
    known = declared_at(MODS, tuple(step.name for step in wanted.path), None, language)
    return wanted.why or wanted.hint or (known.help if known else "")
