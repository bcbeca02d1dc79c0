"""What the analysis suggests, without what the record has and what was dismissed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
)

from catalog_app.article.suggestion import KINDS, Known, Suggestion, compared
from catalog_app.article.text import Article
from catalog_app.session.sentences import in_words

SUGGESTION = Qt.ItemDataRole.UserRole + 1
LEADS = Qt.ItemDataRole.UserRole + 2

_TITLES = {
    "title": QT_TRANSLATE_NOOP("Suggestions", "Title"),
    "dateline": QT_TRANSLATE_NOOP("Suggestions", "Dateline"),
    "source": QT_TRANSLATE_NOOP("Suggestions", "Source"),
    "date": QT_TRANSLATE_NOOP("Suggestions", "Date"),
    "person": QT_TRANSLATE_NOOP("Suggestions", "Person"),
    "body": QT_TRANSLATE_NOOP("Suggestions", "Body"),
    "place": QT_TRANSLATE_NOOP("Suggestions", "Place"),
    "topic": QT_TRANSLATE_NOOP("Suggestions", "Topic"),
    "language": QT_TRANSLATE_NOOP("Suggestions", "Language"),
    "abstract": QT_TRANSLATE_NOOP("Suggestions", "Abstract"),
    "genre": QT_TRANSLATE_NOOP("Suggestions", "Genre"),
}
_ONCE = {
    "title": "titleInfo/title",
    "abstract": "abstract",
    "genre": "genre",
    "language": "language/languageTerm",
}
"""Fields of which a record that has one needs no second."""


def kind_title(kind: str) -> str:
    """The name of a kind on the screen."""
    return QCoreApplication.translate("Suggestions", _TITLES.get(kind, kind))


def value_of(suggestion: Suggestion, article: Article) -> str:
    """What is suggested, as it is shown."""
    if suggestion.kind == "date" and suggestion.passages:
        return article.passage(*suggestion.passages[0])
    if suggestion.kind == "person":
        parts = {
            part.attribute("type"): part.text
            for part in suggestion.shaped.element.children
            if part.name == "namePart"
        }
        return ", ".join(part for part in (parts.get("family"), parts.get("given")) if part)
    return suggestion.label


def hint_of(suggestion: Suggestion) -> str:
    """A word beside it: a role, a code, how often."""
    texts = dict.fromkeys(
        text for path, text in suggestion.shaped.values() if path[-1] == "roleTerm"
    )
    codes = [
        e.text
        for e in suggestion.shaped.element.children
        if e.name == "geographicCode" or e.attribute("type") == "code"
    ]
    if suggestion.kind == "person":
        return next(iter(texts), "").lower()
    if suggestion.kind == "date":
        value = next((text for _, text in suggestion.shaped.values()), "")
        without = QCoreApplication.translate("Suggestions", "no year given")
        return without if value.startswith("XXXX") else value
    if suggestion.kind in ("place", "dateline", "language"):
        return codes[0] if codes else ""
    count = len(suggestion.passages)
    return f"{count}×" if suggestion.kind in ("topic", "body") and count > 1 else ""


class SuggestionModel(QAbstractListModel):
    """Suggestions in groups by kind; those that are known or dismissed are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article = Article("")
        self._all: list[Suggestion] = []
        self.rows: list[Suggestion] = []
        self._dismissed: set[tuple[str, str]] = set()
        self._known: Known = ()

    def show(self, article: Article, found: Iterable[Suggestion]) -> None:
        """Show the suggestions for an article."""
        self.take(article, found)
        self._refresh()

    def take(self, article: Article, found: Iterable[Suggestion]) -> None:
        """Take the suggestions for an article, to be shown once they are compared."""
        self.article, self._all = article, list(found)

    def compare(self, known: Known, dismissed: set[tuple[str, str]]) -> None:
        """Leave out what the record has and what is not wanted."""
        self._known, self._dismissed = known, set(dismissed)
        self._refresh()

    def _refresh(self) -> None:
        rows = [one for one in compared(self._all, self._known) if self._is_wanted(one)]
        if [one.label for one in rows] == [one.label for one in self.rows] and rows == self.rows:
            return
        gone = self._gone(rows)
        if gone is not None:
            self.beginRemoveRows(QModelIndex(), gone, gone)
            self.rows = rows
            self.endRemoveRows()
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        try:
            self.rows = rows
        finally:
            self.endResetModel()

    def _gone(self, rows: Sequence[Suggestion]) -> int | None:
        """The one row that is not there any more, if that is all that has changed."""
        if len(rows) != len(self.rows) - 1:
            return None
        at = next((n for n, one in enumerate(rows) if one != self.rows[n]), len(rows))
        return at if self.rows[at + 1 :] == list(rows[at:]) else None

    def _is_wanted(self, one: Suggestion) -> bool:
        if one.known or (one.kind, one.label) in self._dismissed or one.kind not in KINDS:
            return False
        field = _ONCE.get(one.kind)
        return field is None or not any(path == field for path, _ in self._known)

    def of_kind(self, kind: str) -> list[Suggestion]:
        """Those of one kind."""
        return [one for one in self.rows if one.kind == kind]

    def row_like(self, one: Suggestion) -> int:
        """The row of the same value of the same kind; the first where it is gone."""
        wanted = one.kind, one.label
        same = (row for row, other in enumerate(self.rows) if (other.kind, other.label) == wanted)
        return next(same, 0)

    # ---- the model

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many are left."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown, read out and pointed at."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == SUGGESTION:
            return one
        if role == LEADS:
            return index.row() == 0 or self.rows[index.row() - 1].kind != one.kind
        if role == Qt.ItemDataRole.DisplayRole:
            return value_of(one, self.article)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            value, hint = value_of(one, self.article), hint_of(one)
            return ", ".join(part for part in (f"{kind_title(one.kind)}: {value}", hint) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return " ".join(in_words(part) for part in (one.reason, one.shaped.note) if part)
        return None
