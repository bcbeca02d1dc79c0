"""The findings as a list: the gravest first, filtered by severity."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.labels import label
from catalog_app.session.sentences import in_words
from catalog_app.ui.numbers import grouped
from catalog_app.validation.finding import Finding

translate = QCoreApplication.translate

FINDING = Qt.ItemDataRole.UserRole
WHERE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
SEVERITIES = ("error", "warning", "advice")


class ProblemsModel(QAbstractListModel):
    """Findings, errors first, otherwise in the order of the document."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._all: tuple[Finding, ...] = ()
        self._shown: list[Finding] = []
        self.only = ""

    @property
    def shown(self) -> list[Finding]:
        """The findings that are listed."""
        return self._shown

    @property
    def totals(self) -> Counter[str]:
        """How many findings of each severity there are."""
        return Counter(finding.severity for finding in self._all)

    def take(self, findings: tuple[Finding, ...]) -> None:
        """List these findings from now on, touching only the rows that differ."""
        self._all = findings
        self._exchange(self._chosen())

    def show_only(self, severity: str) -> None:
        """List one severity, or all of them for an empty word."""
        self.only = severity
        self._exchange(self._chosen())

    def _chosen(self) -> list[Finding]:
        rank = {severity: at for at, severity in enumerate(SEVERITIES)}
        wanted = [item for item in self._all if self.only in ("", item.severity)]
        return sorted(wanted, key=lambda item: rank[item.severity])

    def _exchange(self, new: list[Finding]) -> None:
        old = self._shown
        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        tail, room = 0, min(len(old), len(new)) - start
        while tail < room and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        self._drop(start, len(old) - tail)
        self._put(start, new[start : len(new) - tail])

    def _drop(self, first: int, end: int) -> None:
        if end <= first:
            return
        self.beginRemoveRows(QModelIndex(), first, end - 1)
        try:
            self._shown = self._shown[:first] + self._shown[end:]
        finally:
            self.endRemoveRows()

    def _put(self, at: int, findings: list[Finding]) -> None:
        if not findings:
            return
        self.beginInsertRows(QModelIndex(), at, at + len(findings) - 1)
        try:
            self._shown = self._shown[:at] + findings + self._shown[at:]
        finally:
            self.endInsertRows()

    # ---- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many findings are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown of a finding; never raises, since C++ asks."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        try:
            return self._data(self._shown[index.row()], role)
        except Exception:  # a place that cannot be named must not end the process
            return None

    def _data(self, finding: Finding, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return in_words(finding.message)
        if role == FINDING:
            return finding
        if role == WHERE:
            return where(self._document, finding.address)
        if role == Qt.ItemDataRole.ToolTipRole:
            return why(finding)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = where(self._document, finding.address)
            return f"{severity_word(finding.severity)}, {place}: {in_words(finding.message)}"
        return None


def severity_word(severity: str) -> str:
    """The word on the chip."""
    words = {
        "error": translate("ProblemsModel", "error"),
        "warning": translate("ProblemsModel", "warning"),
        "advice": translate("ProblemsModel", "advice"),
    }
    return words.get(severity, severity)


def where(document: Document, address: Address | None) -> str:
    """The label of a finding's place: a field's own, a record by its number."""
    if address is None:
        return translate("ProblemsModel", "File")
    if not address.steps and not address.attribute:
        number = address.part.lstrip("abcdefghijklmnopqrstuvwxyz")
        if address.part.startswith("record"):
            return translate("ProblemsModel", "Record %1").replace("%1", number)
        return translate("ProblemsModel", "Package")
    return in_words(label(document, address))


def why(finding: Finding) -> str:
    """Who asks for it and where it stands, in a few lines."""
    asked = translate("ProblemsModel", "Asked for by %1").replace("%1", in_words(finding.standard))
    line = translate("ProblemsModel", "Line %1").replace("%1", grouped(finding.line))
    place = " · ".join(part for part in (line if finding.line else "", finding.path) if part)
    rule = translate("ProblemsModel", "Rule %1").replace("%1", finding.rule)
    parts = (in_words(finding.message), asked if finding.standard else "", rule, place)
    return "\n".join(part for part in parts if part)
