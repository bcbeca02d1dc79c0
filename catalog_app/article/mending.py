"""A passage without what the page did to it: spaces at its ends, line breaks, split words."""

from __future__ import annotations

import re

_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n\s*(?=[^\W\d_])")
_SOFT_HYPHEN = re.compile("\u00ad")
_PARAGRAPH = re.compile(r"\n\s*\n")
QUOTES = '«»“”„‟"‘’‚'
_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’", "‚": "‘"}


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of a selection without the space at its ends."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return (first, max(first, end - len(piece) + len(piece.rstrip())))


def mended(passage: str) -> str:
    """One line: words split at a line's end are joined, every run of spaces is one space."""
    whole = _SPLIT_WORD.sub(_rejoined, passage)
    return " ".join(_SOFT_HYPHEN.sub("", whole).split())


def mended_paragraphs(passage: str) -> str:
    """Each paragraph on a line of its own, mended."""
    pieces = (mended(piece) for piece in _PARAGRAPH.split(passage))
    return "\n".join(piece for piece in pieces if piece)


def unquoted(passage: str) -> str:
    """A passage without the quotation marks that enclose the whole of it."""
    if len(passage) > 2 and _PAIRS.get(passage[0]) == passage[-1]:
        inner = passage[1:-1]
        if passage[0] not in inner and passage[-1] not in inner:
            return inner.strip()
    return passage


def bare(passage: str) -> str:
    """A mended passage without punctuation and quotation marks at its ends, as for a name."""
    return mended(passage).strip(QUOTES + " ,;:.–—-()[]/")


def _rejoined(match: re.Match[str]) -> str:
    """Keep the hyphen where the next line begins with a capital, as in “Central-\\nAsian”."""
    after = match.string[match.end()]
    return "-" if after.isupper() and "\u00ad" not in match.group() else ""
