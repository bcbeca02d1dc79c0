"""One letter a field, always the same: what a selected passage becomes when it is typed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent


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
    Letter("t", "title", QT_TRANSLATE_NOOP("ArticleFields", "Title")),
    Letter("n", "name", QT_TRANSLATE_NOOP("ArticleFields", "Person")),
    Letter("b", "body", QT_TRANSLATE_NOOP("ArticleFields", "Body")),
    Letter("d", "date", QT_TRANSLATE_NOOP("ArticleFields", "Date")),
    Letter("p", "place", QT_TRANSLATE_NOOP("ArticleFields", "Place")),
    Letter("g", "place subject", QT_TRANSLATE_NOOP("ArticleFields", "Geographic")),
    Letter("s", "topic", QT_TRANSLATE_NOOP("ArticleFields", "Subject")),
    Letter("a", "abstract", QT_TRANSLATE_NOOP("ArticleFields", "Abstract")),
    Letter("q", "quotation", QT_TRANSLATE_NOOP("ArticleFields", "Quote")),
    Letter("o", "publisher", QT_TRANSLATE_NOOP("ArticleFields", "Source")),
    Letter("l", "language", QT_TRANSLATE_NOOP("ArticleFields", "Language")),
    Letter("k", "identifier", QT_TRANSLATE_NOOP("ArticleFields", "Identifier")),
)
_FURTHER = {
    "person": QT_TRANSLATE_NOOP("ArticleFields", "Person"),
    "place": QT_TRANSLATE_NOOP("ArticleFields", "Place"),
    "dateline": QT_TRANSLATE_NOOP("ArticleFields", "Place"),
    "source": QT_TRANSLATE_NOOP("ArticleFields", "Source"),
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
