"""The part under the article: what is suggested, or what the article says of the record."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from catalog_app.ui.article.check_model import CheckDelegate, CheckModel
from catalog_app.ui.article.rows import Rows
from catalog_app.ui.article.suggestion_delegate import SuggestionDelegate
from catalog_app.ui.article.suggestion_model import SuggestionModel
from catalog_app.ui.form.header import Elided
from catalog_app.ui.look import role


class Lower(QWidget):
    """Two lists in one place with a head, and a line that gives the reason for the current row.

    `check_wanted(bool)` when the other list is asked for; `cancel_wanted()` stops the analysis.
    """

    check_wanted = Signal(bool)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestions = SuggestionModel(self)
        self.checks = CheckModel(self)
        self.list, self.check_list = Rows(), Rows()
        self.list.setModel(self.suggestions)
        self.check_list.setModel(self.checks)
        self.delegate = SuggestionDelegate(self.list, self)
        self.check_delegate = CheckDelegate(self)
        self.list.setItemDelegate(self.delegate)
        self.check_list.setItemDelegate(self.check_delegate)
        self.list.setAccessibleName(self.tr("Suggested from the article"))
        self.check_list.setAccessibleName(self.tr("The record checked against the article"))
        self.empty = role(QLabel(wordWrap=True), "dim")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(16, 4, 16, 8)
        self.reason = role(Elided(self), "faint")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head = role(QLabel(), "head")
        self.count = role(Elided(self), "dim")
        self.progress = QProgressBar(textVisible=False, maximum=1000)
        self.progress.setFixedWidth(90)
        self.progress.setAccessibleName(self.tr("Progress of the analysis"))
        self.cancel = role(QPushButton(self.tr("Stop")), "link")
        self.other = role(QPushButton(), "link")
        self.all_of = role(QPushButton(), "link")
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 10, 2)
        row.setSpacing(6)
        row.addWidget(self.head)
        row.addWidget(self.count, 1)
        for widget in (self.progress, self.cancel, self.other):
            row.addWidget(widget)
        self.pages = QStackedWidget()
        for page in (self.list, self.check_list, self.empty):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 10, 6)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.all_of)
        column.addLayout(foot)
        for one, other in pairwise(
            (self.cancel, self.other, self.list, self.check_list, self.all_of)
        ):
            QWidget.setTabOrder(one, other)
        self.show_progress(None)
        self.show_checks(False)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.cancel_wanted)
        self.other.clicked.connect(self._on_other_clicked)
        for rows in (self.list, self.check_list):
            rows.focused.connect(self.refresh)
        for model in (self.suggestions, self.checks):
            model.modelReset.connect(self.refresh)
            model.rowsRemoved.connect(self.refresh)

    # ---- which list

    @property
    def checking(self) -> bool:
        """Whether the record is being checked against the article."""
        return self._checking

    def show_checks(self, checking: bool) -> None:
        """Show the check of the record, or the suggestions."""
        self._checking = checking
        self.refresh()

    def _on_other_clicked(self) -> None:
        self.check_wanted.emit(not self._checking)

    @property
    def current_list(self) -> Rows:
        """The list in front."""
        return self.check_list if self._checking else self.list

    def refresh(self) -> None:
        """Say how much there is."""
        rows = self.current_list.model().rowCount()
        self._name()
        self.count.show_words(*self._counted(rows))
        self.other.setText(
            self.tr("Suggestions") if self._checking else self.tr("Check the record")
        )
        self.pages.setCurrentWidget(self.current_list if rows else self.empty)
        self.all_of.setVisible(bool(rows) and not self._checking and bool(self.all_of.text()))
        if not rows:
            self.reason.show_words("")

    def _name(self) -> None:
        """The head in full where there is room for it."""
        names = (
            (self.tr("Checked against the article"), self.tr("Checked"))
            if self._checking
            else (self.tr("Suggested from the article"), self.tr("Suggested"))
        )
        self.head.setText(names[0])
        room = self.width() - self.other.sizeHint().width() - 60
        busy = self._checking or self.list.hasFocus()  # the line says more then
        if busy or self.head.sizeHint().width() > room:
            self.head.setText(names[1])

    def resizeEvent(self, event: QEvent) -> None:
        """Shorten the head where the pane is narrow."""
        super().resizeEvent(event)
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of the font, another head."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "reason"):
            self._name()

    def _counted(self, rows: int) -> tuple[str, ...]:
        """How many there are, in words and in fewer."""
        if not rows:
            return ("",)
        if not self._checking:
            return self._with_keys(rows)
        counts = self.checks.counts()
        words = self.tr("{0} supported · {1} in part · {2} not mentioned")
        return words.format(*counts), self.tr("{0} not mentioned").format(counts[-1])

    def _with_keys(self, rows: int) -> tuple[str, ...]:
        """How many, and which keys do something while the list has the focus."""
        if not self.list.hasFocus():
            return (str(rows),)
        return self.tr("{0} · Enter adds, Delete puts away").format(rows), str(rows)

    def say_empty(self, words: str) -> None:
        """What to say where there is no row."""
        self.empty.setText(words)
        self.other.setVisible(self._checking or bool(self.suggestions.article.text))

    def say_reason(self, words: str) -> None:
        """Why the current row is there, in one line."""
        self.reason.show_words(words)

    def offer_all(self, words: str) -> None:
        """Offer to take all of the current row's kind."""
        self.all_of.setText(words)
        self.all_of.setAccessibleName(words)
        self.all_of.setVisible(bool(words) and not self._checking)

    def show_progress(self, share: float | None) -> None:
        """Show how far the analysis is; None when it is done."""
        self.progress.setVisible(share is not None)
        self.cancel.setVisible(share is not None)
        if share is not None:
            self.progress.setValue(int(share * 1000))
