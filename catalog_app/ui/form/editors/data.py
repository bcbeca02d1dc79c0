"""The editor of data written as Base64 text: says what it is, shows it as text, saves it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from catalog_app.document.embedded import decoded, encoded, kind_of, readable, suffix_of
from catalog_app.ui.files import questions
from catalog_app.ui.form.editors.text import AreaEditor
from catalog_app.ui.form.editors.typed import Paragraphs
from catalog_app.ui.numbers import grouped

_SHOWN, _BROKEN = 4_000, 200


class DataEditor(AreaEditor):
    """What it shows cannot be typed in: data comes from a file and goes to one."""

    least, most = 1, 12

    def __init__(self, label: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(label, address, parent)
        self._raw = ""
        self._data: bytes | None = b""
        self.input.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.input.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self._lie_on_card(True)
        words = QCoreApplication.translate("Editor", "Save to a file…")
        self.saver = self._add_button("save-as", words)
        self.saver.clicked.connect(self._on_save)
        words = QCoreApplication.translate("Editor", "Replace from a file…")
        self.chooser = self._add_button("folder", words)
        self.chooser.clicked.connect(self._on_choose)

    # ---- the contract

    def value(self) -> str:
        return self._raw

    def set_value(self, value: str) -> None:
        if value == self._raw and self._text.value:
            return
        self._raw, self._data = value, decoded(value)
        self.saver.setVisible(bool(self._data))
        self._text = Paragraphs.of(self._said())
        self._show(self._text, 0)
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.chooser.setVisible(not read_only)
        self._arrange()

    def _selected(self, start: int, end: int) -> str:
        """What is shown, since nobody wants the letters that stand for it."""
        return self._text.shown[start:end]

    # ---- words

    def _said(self) -> str:
        if not self._raw.strip():
            return QCoreApplication.translate("Editor", "No data yet")
        if self._data is None:
            words = QCoreApplication.translate("Editor", "This is no Base64 text:")
            return f"{words} {self._raw[:_BROKEN]}"
        kind = kind_of(self._data)
        size = QCoreApplication.translate("Editor", "%1 bytes").replace(
            "%1", grouped(len(self._data))
        )
        head = f"{_named(kind)}, {size}"
        text = readable(self._data) if kind in _READ else None
        return f"{head}\n{text[:_SHOWN]}" if text else head

    # ---- files

    def _on_save(self) -> None:
        suffix = suffix_of(kind_of(self._data or b""))
        filters = [QCoreApplication.translate("Editor", "All files (*)")]
        title = QCoreApplication.translate("Editor", "Save to a file")
        proposed = Path.home() / f"data{suffix}"
        questions.choose_target(self.window(), title, proposed, filters, self.save_to)

    def save_to(self, files: list[Path]) -> None:
        """Write the data to a file."""
        for path in files:
            try:
                path.write_bytes(self._data or b"")
            except OSError as error:
                self.refused.emit(error.strerror or str(error))

    def _on_choose(self) -> None:
        filters = [QCoreApplication.translate("Editor", "All files (*)")]
        title = QCoreApplication.translate("Editor", "Replace from a file")
        questions.choose_files(self.window(), title, Path.home(), filters, self.take)

    def take(self, files: list[Path]) -> None:
        """Put the data of a file in the place of what is there."""
        for path in files[:1]:
            try:
                new = encoded(path.read_bytes(), self._raw)
            except OSError as error:
                self.refused.emit(error.strerror or str(error))
                return
            if new != self._raw:
                self.set_value(new)
                self.edited.emit(new)
                self.finished.emit()


_READ = ("text/xml", "text/plain", "application/marc")


def _named(kind: str) -> str:
    """What people call a kind of data."""
    translate = QCoreApplication.translate
    known = {
        "application/pdf": translate("Editor", "PDF document"),
        "application/zip": translate("Editor", "ZIP archive"),
        "application/gzip": translate("Editor", "Compressed data (gzip)"),
        "application/rtf": translate("Editor", "RTF document"),
        "application/marc": translate("Editor", "MARC record"),
        "text/xml": translate("Editor", "XML text"),
        "text/plain": translate("Editor", "Text"),
        "": translate("Editor", "Data of an unknown kind"),
    }
    picture = translate("Editor", "Picture (%1)").replace("%1", kind.partition("/")[2].upper())
    return known.get(kind, picture)
