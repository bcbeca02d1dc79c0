"""One letter a field, always the same: what a selected passage becomes when it is typed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

_T = QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, the kind of field that it makes, and the field's name on the screen."""

    letter: str
    kind: str
    title: str

    @property
    def words(self) -> str:
        """The field's name in the language of the screen."""
        return QCoreApplication.translate("ArticleFields", self.title)


LETTERS = (
    Letter("t", "title", _T("ArticleFields", "Title")),
    Letter("n", "name", _T("ArticleFields", "Person")),
    Letter("b", "body", _T("ArticleFields", "Body")),
    Letter("d", "date", _T("ArticleFields", "Date")),
    Letter("p", "place", _T("ArticleFields", "Place")),
    Letter("g", "place subject", _T("ArticleFields", "Geographic")),
    Letter("s", "topic", _T("ArticleFields", "Subject")),
    Letter("a", "abstract", _T("ArticleFields", "Abstract")),
    Letter("q", "quotation", _T("ArticleFields", "Quote")),
    Letter("o", "publisher", _T("ArticleFields", "Source")),
    Letter("l", "language", _T("ArticleFields", "Language")),
    Letter("k", "identifier", _T("ArticleFields", "Identifier")),
)
_FURTHER = {
    "person": _T("ArticleFields", "Person"),
    "place": _T("ArticleFields", "Place"),
    "dateline": _T("ArticleFields", "Place"),
    "source": _T("ArticleFields", "Source"),
}
BY_LETTER = {one.letter: one for one in LETTERS}

# A Russian keyboard writes other letters with the same keys; Kazakh, Kyrgyz, Tajik and Uzbek
# keyboards agree with it where it matters here.
_CYRILLIC = dict(zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm", strict=True))
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def kind_words(kind: str) -> str:
    """What a kind of field is called on the screen; empty for one that has no letter."""
    titles = {**{one.kind: one.title for one in LETTERS}, **_FURTHER}
    return QCoreApplication.translate("ArticleFields", titles[kind]) if kind in titles else ""


def letter_of(event: QKeyEvent) -> str:
    """The Latin letter of a key, whatever keyboard is in use; empty for another key."""
    if event.modifiers() & _HELD:
        return ""
    text = event.text().lower()
    found = _CYRILLIC.get(text, text)
    return found if len(found) == 1 and found.isascii() and found.isalpha() else ""
