"""Dialogs that wait for an answer without stopping the event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

SAVE = QMessageBox.ButtonRole.AcceptRole
DISCARD = QMessageBox.ButtonRole.DestructiveRole
CANCEL = QMessageBox.ButtonRole.RejectRole
Answered = Callable[[str], None]
Chosen = Callable[[list[Path]], None]


def ask(
    parent: QWidget,
    text: str,
    more: str,
    choices: tuple[tuple[str, str, object], ...],
    then: Answered,
) -> QMessageBox:
    """Ask a question with buttons (answer, label, QMessageBox role); Esc answers "".

    `then` gets the answer of the button that was pressed.
    """
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        QCoreApplication.translate("MainWindow", "Catalog"),
        text,
        parent=parent,
    )
    box.setInformativeText(more)
    answers = {}
    for answer, label, kind in choices:
        button = box.addButton(label, kind)
        answers[button] = answer
        if not answer:
            box.setEscapeButton(button)
    box.setDefaultButton(next(iter(answers)))

    def answered(_result: int) -> None:
        box.deleteLater()
        then(answers.get(box.clickedButton(), ""))

    box.finished.connect(answered)
    box.open()
    return box


def choose_files(
    parent: QWidget, title: str, folder: Path, filters: list[str], then: Chosen
) -> QFileDialog:
    """Let the user choose files to open; nothing happens when the dialog is cancelled."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(filters)
    return _show(dialog, then)


def choose_folder(parent: QWidget, title: str, folder: Path, then: Chosen) -> QFileDialog:
    """Let the user choose a folder; `then` gets none when the dialog is cancelled."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _show(dialog, then)


def choose_target(
    parent: QWidget, title: str, proposed: Path, filters: list[str], then: Chosen
) -> QFileDialog:
    """Let the user name a file to write; `then` gets no file when the dialog is cancelled."""
    dialog = QFileDialog(parent, title, str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(filters)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix(".") or "xml")
    dialog.selectFile(proposed.name)
    return _show(dialog, then)


def _show(dialog: QFileDialog, then: Chosen) -> QFileDialog:
    def finished(result: int) -> None:
        dialog.deleteLater()
        then([Path(name) for name in dialog.selectedFiles()] if result else [])

    dialog.finished.connect(finished)
    dialog.open()
    return dialog
