"""Two states of a file, line by line."""

from __future__ import annotations

from difflib import unified_diff
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextEdit, QVBoxLayout, QWidget

from catalog_app.ui.look import colours, role
from catalog_app.ui.look.theme import fixed_font

_LARGEST = 2_000_000
_LINES = 5_000


class CompareDialog(QDialog):
    """What is in the file and what was kept: lines that go and lines that come."""

    def __init__(self, title: str, there: bytes, kept: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare {0}").format(title))
        self.resize(860, 560)
        self.view = QTextEdit(readOnly=True)
        self.view.setAccessibleName(self.tr("Differences"))
        self.view.setFont(fixed_font(self.font()))
        self.view.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.view.setHtml(self._shown(there, kept))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        text = self.tr("Lines with “−” are in the file, lines with “+” in the kept state.")
        column.addWidget(role(QLabel(text), "dim"))
        column.addWidget(self.view, 1)
        column.addWidget(buttons)

    def _shown(self, there: bytes, kept: bytes) -> str:
        if there == kept:
            return self.tr("There is no difference.")
        if len(there) + len(kept) > _LARGEST:
            return self.tr("The files are too large to compare here: {0} and {1} bytes.").format(
                len(there), len(kept)
            )
        theme = colours(self)
        tones = {"+": (theme.ok, "+"), "-": (theme.error, "−"), "@": (theme.faint, "")}
        rows = list(unified_diff(_lines(there), _lines(kept), lineterm="", n=2))[2:]
        return "<br>".join(_row(line, tones) for line in rows[:_LINES])


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").splitlines()


def _row(line: str, tones: dict[str, tuple[str, str]]) -> str:
    tone, sign = tones.get(line[:1], ("", " "))
    text = f"{sign}&nbsp;{escape(line[1:])}" if not line.startswith("@@") else "…"
    return f'<span style="color:{tone}">{text}</span>' if tone else text
