"""Finding an entry by what somebody types: without regard to case, diacritics or word order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

# Letters that decomposition does not reduce, and the marks that stand for an apostrophe.
_PLAIN = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ё": "е",
        "’": "'",
        "ʻ": "'",
        "ʼ": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
    }
)
# From this rank on the query stands inside the label, and the list's own order decides.
INSIDE = 5
_MARKS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text as it is compared: small letters, no diacritics; line ends and tabs stay."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return _MARKS.sub("", plain)


def rank(query: str, code: str, label: str, others: Sequence[str]) -> int | None:
    """How well a folded entry fits a folded query, 0 best; None if it does not."""
    if query == code:
        return 0
    if query == label or query in others:
        return 1
    if label.startswith(query):
        return 2
    if code.startswith(query):
        return 3
    if any(other.startswith(query) for other in others):
        return 4
    return _rank_words(query, (label, *others))


def _rank_words(query: str, texts: Iterable[str]) -> int | None:
    """5 if each word of the query begins a word of a text, 6 if it is somewhere inside one."""
    wanted = _WORD.findall(query)
    if len(wanted) == 1:
        return _rank_word(query, texts)
    inside = False
    for text in texts:
        words = _WORD.findall(text)
        if wanted and all(any(w.startswith(q) for w in words) for q in wanted):
            return INSIDE
        inside = inside or query in text
    return INSIDE + 1 if inside else None


def _rank_word(query: str, texts: Iterable[str]) -> int | None:
    """The same for one word, without taking the texts apart: this runs on every key."""
    inside = False
    for text in texts:
        at = text.find(query)
        inside = inside or at >= 0
        while at >= 0:
            if at == 0 or not text[at - 1].isalnum():
                return INSIDE
            at = text.find(query, at + 1)
    return INSIDE + 1 if inside else None


def close(query: str, candidates: Sequence[str], limit: int) -> list[str]:
    """Candidates spelt nearly like the query, nearest first; both folded."""
    cutoff = 0.75 if len(query) > 4 else 0.8
    same_start = [c for c in candidates if c[:1] == query[:1]] if len(candidates) > 600 else None
    return get_close_matches(query, same_start or candidates, limit, cutoff)


def one_slip(query: str, codes: Iterable[str]) -> list[str]:
    """Codes that differ from the query by two neighbours swapped or one letter too many or few."""
    slips = {query[:i] + query[i + 1 :] for i in range(len(query))}
    slips |= {query[:i] + query[i + 1] + query[i] + query[i + 2 :] for i in range(len(query) - 1)}
    return [c for c in codes if c in slips and c != query]
