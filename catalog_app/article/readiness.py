"""What must be loaded before a text can be analysed without a pause."""

from __future__ import annotations

from catalog_app.article import language_model, morphology, russian
from catalog_app.article.language import is_plain, quick_guess


def is_told(text: str) -> bool:
    """Whether the language of a text can be told at once."""
    return language_model.is_loaded() or is_plain(text)


def is_read(text: str) -> bool:
    """Whether the words of a text can be looked up at once."""
    return morphology.is_loaded() or not _is_russian(text)


def make_ready(text: str) -> None:
    """Load what the text needs; takes most of a second, the first time."""
    if not is_plain(text):
        language_model.load()
    if _is_russian(text):
        russian.analyser()


def _is_russian(text: str) -> bool:
    guess = quick_guess(text)
    return guess is not None and guess.profile == "rus"
