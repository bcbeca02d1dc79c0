"""The box in which a division is chosen by typing, for the files that shall be linked to it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.document.slices import Slices
from catalog_app.document.structure_find import FoundDivision, finding_divisions
from catalog_app.session.jobs import Job, Jobs
from catalog_app.session.session import Session
from catalog_app.ui.look import role

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChooseDivision(QDialog):
    """`chosen(address)` when a division was taken; the search goes on beside the typing."""

    chosen = Signal(object)

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        package: str,
        number: int,
        parent: QWidget,
        without: Address | None = None,
        heading: str = "",
    ) -> None:
        """The divisions of one map can be left out, `without` them."""
        super().__init__(parent)
        self._session, self._jobs, self._package = session, jobs, package
        self._without = without
        self._divisions: list[FoundDivision] = []
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Link to a division"))
        words = self.tr("The division that shall point at the file")
        if number > 1:
            words = self.tr("The division that shall point at the {0} files").format(number)
        self.query, self.found = QLineEdit(self), QListWidget(self)
        self.query.setPlaceholderText(self.tr("Find by ID, label or number…"))
        self.query.setAccessibleName(self.tr("Find a division"))
        self.found.setAccessibleName(self.tr("Divisions"))
        role(self.query, "field")
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.buttons.button(kinds.Ok).setText(self.tr("Link"))
        column = QVBoxLayout(self)
        column.addWidget(role(QLabel(heading or words, self), "dim"))
        for widget in (self.query, self.found, self.buttons):
            column.addWidget(widget)
        self.resize(480, 420)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._connect()
        self._look()

    def _connect(self) -> None:
        self._later.timeout.connect(self._look)
        self.query.textChanged.connect(self._on_query_changed)
        self.query.installEventFilter(self)
        self.found.itemActivated.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field go through the list."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in _LIST_KEYS:
            self.found.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _on_query_changed(self, _text: str) -> None:
        self._later.start()

    def _look(self) -> None:
        if self._job is not None:
            self._job.cancel()
        steps = finding_divisions(
            self._session.document, self._package, self.query.text(), self._without
        )
        self._job = self._jobs.slices("", _result(steps), self._on_found)

    def _on_found(self, divisions: list[FoundDivision]) -> None:
        self._job = None
        self._divisions = divisions
        self.found.clear()
        for one in divisions:
            title = one.title or self.tr("a division without a name")
            named = bool(one.id) and not title.endswith(one.id)
            self.found.addItem(f"{title} · {one.id}" if named else title)
        self.found.setCurrentRow(0)

    def done(self, result: int) -> None:
        """Close, and say which division was taken."""
        if self._job is not None:
            self._job.cancel()
        row = self.found.currentRow()
        super().done(result)
        if result == QDialog.DialogCode.Accepted and 0 <= row < len(self._divisions):
            address: Address = self._divisions[row].address
            self.chosen.emit(address)


def _result(
    steps: Slices[list[FoundDivision]],
) -> Iterator[float | list[FoundDivision]]:
    """What slices return, as the last thing that they yield."""
    found = yield from steps
    yield found
