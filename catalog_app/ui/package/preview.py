"""A look at a file: a picture, a page, the beginning of a text, or what there is to say."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from catalog_app.session.jobs import Jobs
from catalog_app.ui.look import icon, role
from catalog_app.ui.package.preview_reading import Look, look_at

Asked = tuple[Path, str, int]


class Preview(QWidget):
    """Shows the file in focus; nothing of it is kept. Files are read one at a time, in jobs."""

    def __init__(self, jobs: Jobs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs or Jobs(self)
        self._shown: Asked | None = None
        self._wanted: Asked | None = None
        self._busy = False
        self._image = QPixmap()
        self.words, self.picture = role(QLabel(self), "faint"), QLabel(self)
        self.text, self.number = QPlainTextEdit(self), role(QLabel(self), "faint")
        self.before = self._button("left", self.tr("Previous page"), -1)
        self.after = self._button("right", self.tr("Next page"), 1)
        self._lay_out()
        self.show_file(None, "")

    def _button(self, sign: str, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(sign, "dim"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(partial(self.turn, by))
        return button

    def _lay_out(self) -> None:
        self.words.setWordWrap(True)
        for label in (self.words, self.picture):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumSize(60, 40)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("Beginning of the file"))
        self._faces = QStackedWidget(self)
        for face in (self.words, self.picture, self.text):
            self._faces.addWidget(face)
        self._turner = QWidget(self)
        row = QHBoxLayout(self._turner)
        row.setContentsMargins(4, 0, 4, 4)
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self.number)
        row.addWidget(self.after)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._faces, 1)
        column.addWidget(self._turner)

    def sizeHint(self) -> QSize:
        """Room for a small picture."""
        return QSize(230, 160)

    def show_file(self, path: Path | None, mime: str) -> None:
        """Show a file on the disk, or say why it cannot be shown; with none, leave the room."""
        self._image, self._shown, self._wanted = QPixmap(), None, None
        self._turner.hide()
        self.setVisible(path is not None)
        if path is None:
            self._say("")
        elif not path.is_file():
            self._say(self.tr("Not on this disk"))
        else:
            self._ask((path, mime, 0))

    def turn(self, by: int, _checked: bool = False) -> None:
        """Show another page of the same file."""
        if self._shown is not None:
            path, mime, page = self._shown
            self._ask((path, mime, max(page + by, 0)))

    def _ask(self, wanted: Asked) -> None:
        self._wanted = wanted
        if not self._busy:
            self._busy = True
            self._jobs.run(
                "",
                lambda _report: look_at(*wanted),
                partial(self._on_looked, wanted),
                partial(self._on_failed, wanted),
            )

    def _on_failed(self, asked: Asked, _error: BaseException) -> None:
        self._on_looked(asked, Look())

    def _on_looked(self, asked: Asked, look: Look) -> None:
        if not isValid(self):
            return  # closed while the file was read
        self._busy = False
        wanted, self._wanted = self._wanted, None
        if wanted == asked:
            self._show(asked, look)
        elif wanted is not None:
            self._ask(wanted)

    def _show(self, asked: Asked, look: Look) -> None:
        path, mime, _ = asked
        self._shown = path, mime, look.page
        self._turner.setVisible(look.pages > 1)
        self.before.setEnabled(look.page > 0)
        self.after.setEnabled(look.page + 1 < look.pages)
        self.number.setText(self.tr("Page {0} of {1}").format(look.page + 1, look.pages))
        if look.image is not None:
            self._image = QPixmap.fromImage(look.image)
            self._faces.setCurrentWidget(self.picture)
            self._fit()
        elif look.text:
            self.text.setPlainText(look.text)
            self._faces.setCurrentWidget(self.text)
        elif mime == "application/pdf":
            self._say(self.tr("This PDF cannot be shown here. Open it to see it."))
        else:
            self._say(self.tr("{0}\n{1} bytes").format(path.name, path.stat().st_size))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._faces.setCurrentWidget(self.words)

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = (self._faces.size() - QSize(8, 8)) * ratio
        mode = Qt.AspectRatioMode.KeepAspectRatio
        fitted = self._image.scaled(room, mode, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn the pages."""
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(event.key(), 0)
        if by and self._turner.isVisible():
            self.turn(by)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fit the picture again when the page that holds it has got its size."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled
