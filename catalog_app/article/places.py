"""Places in a paragraph: by the lists, by the word beside them, by what stands before them.

A word that no list has is a place after “in”, “near” and the like, beside “village of” or
“tumani”, or in one enumeration with places. Russian has rules of its own (`places_russian`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from catalog_app.article import lexicon
from catalog_app.article.dateline import find_dateline
from catalog_app.article.place_mention import PlaceMention, run_end
from catalog_app.article.places_listed import listed_at
from catalog_app.article.places_near import by_surroundings, enumerated
from catalog_app.article.places_russian import on_street, russian_place

if TYPE_CHECKING:
    from catalog_app.article.block import Block


def find_places(block: Block) -> list[PlaceMention]:
    """The places named in a paragraph, in order."""
    own = russian_place if block.profile == "rus" else by_surroundings
    starts = lexicon.place_starts(block.profile)
    found = list(_of_dateline(block))
    done = found[-1].last if found else 0
    for at in block.capitals:
        if at < done or _in_quotes(block, at) or (own is russian_place and on_street(block, at)):
            continue
        mention = (
            listed_at(block, at, starts)
            or own(block, at)
            or (enumerated(block, at, found[-1]) if found else None)
        )
        if mention:
            found.append(mention)
            done = mention.last
    return found


def _of_dateline(block: Block) -> Iterator[PlaceMention]:
    """The place with which a report begins, by whatever name."""
    head = find_dateline(block)
    if head is None:
        return
    place, name, span = head
    inside = [at for at, token in enumerate(block.tokens[:8]) if span[0] <= token.start < span[1]]
    if inside:
        yield PlaceMention(inside[0], inside[-1] + 1, place, name)


def _in_quotes(block: Block, at: int) -> bool:
    """Whether quotation marks hold just this name, which is then that of something else."""
    if block.tokens[at].gap[-1:] not in ("«", "“", '"', "„"):
        return False
    last = run_end(block, at)
    return block.text[block.tokens[last - 1].end : block.tokens[last - 1].end + 1] in '»”"“'
