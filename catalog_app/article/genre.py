"""What kind of text it is, in the words of the MARC genre terms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.dateline import dateline_end
from catalog_app.article.lexicon import folded
from catalog_app.article.shape import element, shaped
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.summary import labelled_abstract


def find_genre(blocks: Sequence[Block], has_source: bool) -> Suggestion | None:
    """The genre, from how the text begins and how it is built."""
    if not blocks:
        return None
    for block in blocks:
        if span := labelled_abstract(block):
            long = blocks[-1].end > 6 * (span[1] - span[0])
            reason = "It has a part that is called its abstract."
            return _genre("article" if long else "abstract or summary", span, reason, 0.8)
    opening = (blocks[0].start, min(blocks[0].end, blocks[0].start + 80))
    head = folded(blocks[0].text[slice(*opening)])
    for kind in ("interview", "review"):
        if any(re.search(rf"\b{folded(w)}\b", head) for w in lexicon.words("labels", kind)):
            return _genre(kind, opening, "Its opening says so.", 0.7)
    if has_source or any(dateline_end(block) for block in blocks[:5]):
        return _genre("article", opening, "It opens like a newspaper or agency report.", 0.85)
    return _genre("article", opening, "It is prose in paragraphs.", 0.5)


def _genre(term: str, span: tuple[int, int], reason: str, score: float) -> Suggestion:
    made = shaped(element("genre", term, authority="marcgt"))
    return Suggestion("genre", term, made, (span,), reason, score)
