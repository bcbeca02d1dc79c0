"""Bars over the table of files: what verifying found, and another beginning of locations."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from catalog_app.document.files_verify import Tally
from catalog_app.document.locations import shown, spellings
from catalog_app.ui.look import role


class LineBar(QWidget):
    """A bar with words at its left and a way to close it, in two lines where one is too narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = role(QLabel(self, wordWrap=True), "dim")
        self._line = QHBoxLayout()
        self._all = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._all.setContentsMargins(10, 2, 10, 4)
        self._all.addWidget(self.words, 1)
        self._all.addLayout(self._line)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what can be done below the words where it has no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        said = self.words.fontMetrics().horizontalAdvance(self.words.text())
        wanted = said + self._line.sizeHint().width() + 30
        narrow = wanted > self.width()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._all.setDirection(down if narrow else across)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
        self._all.setAlignment(self._line, side)

    def _link(self, text: str) -> QPushButton:
        button = role(QPushButton(text, self), "link")
        self._line.addWidget(button)
        return button

    def _end(self) -> None:
        self._link(self.tr("Close")).clicked.connect(self.close_bar)

    def close_bar(self) -> None:
        """Go away, and give the focus to what the bar stood over."""
        self.parentWidget().setFocus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


class ReportBar(LineBar):
    """`sort_wanted()`, `report_wanted()` and `save_wanted()` when its buttons are pressed."""

    sort_wanted = Signal()
    report_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sort = self._link(self.tr("Sort by state"))
        self.sort.clicked.connect(self.sort_wanted)
        self.report = self._link(self.tr("Save the report…"))
        self.report.clicked.connect(self.report_wanted)
        self.save = self._link(self.tr("Save the package…"))
        self.save.clicked.connect(self.save_wanted)
        self._end()

    def show_counts(self, found: Tally, unsaved: str = "") -> None:
        """Say what was found; `unsaved` is the folder in which a package is not saved yet."""
        said = self.tr("All files are as described.") if found.is_perfect else self._said(found)
        if unsaved:
            where = self.tr("The package is not saved yet; its files were looked for in “{0}”.")
            said = f"{said} {where.format(unsaved)}"
        self._say(said, reported=True, unsaved=bool(unsaved))

    def ask_to_save(self) -> None:
        """Say that there is no folder yet in which files could be looked for."""
        words = self.tr(
            "This package is not saved yet, so there is no folder in which to look for its files. "
            "Save it first."
        )
        self._say(words, reported=False, unsaved=True)

    def _said(self, found: Tally) -> str:
        if not any((found.right, found.changed, found.missing, found.elsewhere, found.unknown)):
            return self.tr("There are no files to compare.")
        words = self.tr("{right} as described, {missing} missing, {changed} changed, {extra} extra")
        if found.elsewhere:
            words += ", " + self.tr("{elsewhere} on the web (not looked at)")
        if found.unknown:
            words += ", " + self.tr("{unknown} with nothing to compare")
        if found.partly:
            words += ", " + self.tr("{partly} compared by size only")
        return words.format(**asdict(found))

    def _say(self, words: str, reported: bool, unsaved: bool) -> None:
        self.words.setText(words)
        self.sort.setVisible(reported)
        self.report.setVisible(reported)
        self.save.setVisible(unsaved)
        self._fit()
        self.show()


class BaseBar(LineBar):
    """`wanted(old, new)` when another beginning of all locations is asked for."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words.setText(self.tr("Replace the beginning of all locations"))
        self.old, self.new = QLineEdit(self), QLineEdit(self)
        self.old.setAccessibleName(self.tr("Beginning as it is"))
        self.new.setAccessibleName(self.tr("New beginning"))
        replace = role(QPushButton(self.tr("Replace"), self), "primary")
        replace.clicked.connect(self.send)
        self.new.returnPressed.connect(self.send)
        for widget in (self.old, self.new, replace):
            self._line.addWidget(widget)
        self._end()

    def ask(self, folder: str) -> None:
        """Show the fields, with a folder as the beginning, as people read it."""
        self.old.setText(shown(folder) if folder in spellings(shown(folder)) else folder)
        self.say(self.tr("Replace the beginning of all locations"))
        self.show()
        self.new.setFocus()

    def say(self, words: str) -> None:
        """Say something in the bar."""
        self.words.setText(words)
        self._fit()

    def say_nothing_begins(self) -> None:
        """Say that there is no location with that beginning."""
        self.say(self.tr("No location begins with “{0}”.").format(self.old.text()))
        self.old.setFocus()

    def send(self) -> None:
        """Ask for what stands in the fields, or say why there is nothing to do."""
        if not self.old.text():
            self.say(self.tr("Say how the locations begin that shall begin otherwise."))
            self.old.setFocus()
            return
        if self.old.text() == self.new.text():
            self.say(self.tr("Both are the same: nothing would change."))
            return
        self.wanted.emit(self.old.text(), self.new.text())
