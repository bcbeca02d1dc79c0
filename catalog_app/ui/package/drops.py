"""What is dragged between the table of files and the tree of divisions, as words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

FILES, DIVISIONS = "application/x-catalog-files", "application/x-catalog-divisions"


def as_mime(kind: str, words: Iterable[str]) -> QMimeData:
    """Words, which have no blanks in them, as something to be dragged."""
    data = QMimeData()
    data.setData(kind, " ".join(words).encode())
    return data


def words_of(data: QMimeData, kind: str) -> list[str]:
    """The words of what is dropped; none where it is of another kind."""
    return data.data(kind).data().decode().split() if data.hasFormat(kind) else []
