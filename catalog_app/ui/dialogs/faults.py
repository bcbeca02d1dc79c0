"""Errors of the program itself, to read, copy and send."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from catalog_app.session.faults import Faults
from catalog_app.ui.look import role
from catalog_app.ui.look.theme import fixed_font


class FaultsDialog(QDialog):
    """Every error of this run with its count; it holds nothing of the documents but messages."""

    def __init__(self, faults: Faults, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Errors of the program"))
        self.resize(760, 480)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Report"))
        self.text.setFont(fixed_font(self.font()))
        self.text.setPlainText(self._report(faults))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(
            self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        hint = self.tr("The documents are intact. The log is kept in {0}.")
        where = role(QLabel(hint.format(faults.log_file), wordWrap=True), "dim")
        for widget in (where, self.text, buttons):
            column.addWidget(widget)

    def _report(self, faults: Faults) -> str:
        if not faults.all:
            return self.tr("Nothing went wrong so far.")
        said = [f"{fault.sentence}  × {fault.count}\n\n{fault.report}" for fault in faults.all]
        return "\n\n".join(said)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
