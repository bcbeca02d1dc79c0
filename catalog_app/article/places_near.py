"""Places by the words around them: a noun beside, a preposition before, other places."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from catalog_app.article import lexicon
from catalog_app.article.lexicon import folded
from catalog_app.article.place_mention import (
    COMPASS,
    PlaceMention,
    follows_capital,
    leads_to_capital,
    located,
    run_end,
    unlisted,
)
from catalog_app.article.places_listed import listed, town

if TYPE_CHECKING:
    from catalog_app.article.block import Block

_ABSTRACT = re.compile(r"(?:isms?|ity|ics|ology|tion|ment|ness|ship|hood|ing)$")
_WITHIN = lexicon.group("within places")
_MOVES = lexicon.group("moves")
_OWN_NOUNS = frozenset(("lake", "mount"))


def by_surroundings(block: Block, at: int) -> PlaceMention | None:
    return (
        _beside_noun(block, at)
        or _town_at(block, at)
        or _after_preposition(block, at)
        or (_after_move(block, at))
    )


def _beside_noun(block: Block, at: int) -> PlaceMention | None:
    """A place by the word beside it, as in “Qamashi tumani” and “the village of Bulungur”."""
    token = block.tokens[at]
    if token.shouted or len(token.text) < 3:
        return None
    before, after = lexicon.place_words(block.profile)
    behind = block.folds[max(0, at - 2) : at] if token.joined else []
    if behind and (behind[-1] in before or " ".join(behind) in before):
        last = _past_particles(block, at)
        first = at - 1 if behind[-1] in _OWN_NOUNS and block.tokens[at - 1].capital else at
        return _named(block, first, last) if last - at < 5 else None
    if at + 1 >= len(block.tokens) or not block.tokens[at + 1].joined:
        return None
    noun = listed(block.folds[at + 1], block.profile, after)
    english = block.profile == "eng"
    if noun and noun in lexicon.group("towns"):
        place = town(block, at, at + 1) or unlisted(token.text)
        return PlaceMention(at, at + 2, place, place.name)
    opening = at and block.tokens[at - 1].opens and not english
    if not noun or (english and token.opens) or (follows_capital(block, at) and not opening):
        return None
    if english and not block.tokens[at + 1].capital and not located(block, at):
        return None
    name = f"{token.text} {block.tokens[at + 1].text[: len(noun)]}"
    return PlaceMention(at, at + 2, unlisted(name, "region"), name)


def _past_particles(block: Block, at: int) -> int:
    """Where a name of several words ends: “San Juan Chamula”, “Lerdo de Tejada”."""
    last = run_end(block, at)
    while last + 1 < len(block.tokens) and block.folds[last] in _WITHIN and (
        block.tokens[last].joined and leads_to_capital(block, last + 1)
    ):  # fmt: skip
        last = run_end(block, last + 1)
    return last


def _named(block: Block, first: int, last: int, kind: str = "city") -> PlaceMention:
    name = " ".join(token.text for token in block.tokens[first:last])
    return PlaceMention(first, last, unlisted(name, kind), name)


def _town_at(block: Block, at: int) -> PlaceMention | None:
    """A town of the long lists that stands alone, and is not likelier a person."""
    last = run_end(block, at)
    place = town(block, at, last) if last - at < 4 and not follows_capital(block, at) else None
    if place is None or _says(block, last) or _doubtful(block, at, last):
        return None
    return PlaceMention(at, last, place, place.name)


def _doubtful(block: Block, at: int, last: int) -> bool:
    """Whether a word may as well be a name or an ordinary word, with nothing to say it is not."""
    if located(block, at):
        return False
    short = last == at + 1 and len(block.folds[at]) < 5
    person = block.folds[at] in lexicon.given_names() or (at and at - 1 in block.roles)
    return bool(short or person or block.tokens[at].opens or block.folds[at] in block.small)


def _says(block: Block, at: int) -> bool:
    """Whether a verb of saying follows, as it does after a person's name."""
    verbs = lexicon.speech(block.profile)
    return at < len(block.tokens) and block.tokens[at].joined and block.folds[at] in verbs


def _after_preposition(block: Block, at: int) -> PlaceMention | None:
    """An unknown word after “in” or “near”; after “along” and “across” one with an article too."""
    strong = lexicon.group(f"{block.profile} in")
    if not at or not strong or block.tokens[at].shouted or not block.tokens[at].joined:
        return None
    before = block.folds[at - 1]
    along = before == "the" and at > 1 and block.folds[at - 2] in lexicon.group("eng along")
    weak = before in lexicon.group(f"{block.profile} from weakly")
    weak = weak or (before == "of" and _of_place(block, at))
    if not along and not weak and before not in strong:
        return None
    last = run_end(block, at)
    if last - at == 2 and block.folds[at] not in COMPASS:
        return None
    if last - at > 2 or not all(may_be_place(block, n) for n in range(at, last)):
        return None
    return _named(block, at, last, "water" if along else "city")


def _after_move(block: Block, at: int) -> PlaceMention | None:
    """One or two unknown words after a verb of living or going: “retired to Lyme Regis”."""
    if block.profile != "eng" or at < 2 or block.folds[at - 1] not in ("at", "to", "in", "near"):
        return None
    moved = any(fold in _MOVES for fold in block.folds[max(0, at - 3) : at - 1])
    last = run_end(block, at)
    joined = all(token.joined for token in block.tokens[at - 1 : at + 1])
    if not moved or not joined or last - at > 2 or last in block.heads:
        return None
    if not all(may_be_place(block, n) for n in range(at, last)):
        return None
    return _named(block, at, last)


def _of_place(block: Block, at: int) -> bool:
    """Whether “of” leads to a place: after an age or a mayor, before a region or country."""
    if block.tokens[at - 1].gap.strip() == "," or (
        at - 2 in block.roles
        and block.roles[at - 2].role.split()[-1].lower()
        in ("mayor", "governor", "hokim", "khokim", "akim", "bishop")
    ):
        return True
    last = run_end(block, at)
    if last >= len(block.tokens) or block.tokens[last].gap.strip() != ",":
        return False
    return lexicon.place_of(block.tokens[last].text, "eng") is not None


def may_be_place(block: Block, at: int) -> bool:
    token, fold = block.tokens[at], block.folds[at]
    if token.shouted or len(fold) < 3 or token.text.endswith("."):
        return False
    if at in block.heads or at in block.roles or fold in lexicon.group("not places"):
        return False
    named = fold in lexicon.group("not names") and fold not in COMPASS
    named = named or fold in lexicon.agencies()
    if named or fold in lexicon.given_names() or fold in _known_bodies(block.profile):
        return False
    if at + 1 < len(block.tokens) and block.tokens[at + 1].text[0].isdigit():
        return not block.tokens[at + 1].joined
    return not (block.profile == "eng" and _ABSTRACT.search(fold)) and fold not in block.small


@cache
def _known_bodies(profile: str) -> frozenset[str]:
    bodies = lexicon.bodies(profile)
    return frozenset(folded(name) for body in bodies for name in (body.name, *body.abbreviations))


def enumerated(block: Block, at: int, before: PlaceMention) -> PlaceMention | None:
    """A word in one enumeration with a place: “Uig, Oban and Barra”."""
    if not 0 <= at - before.last <= 2 or before.place.kind == "country":
        return None
    if not _goes_on(block, before.last, at) or not located(block, _first_of(block, before)):
        return None
    last = run_end(block, at)
    if last - at > 1 and block.folds[at] not in COMPASS:
        return None
    if last - at > 2 or _says(block, last) or not all(
        may_be_place(block, n) for n in range(at, last)
    ):  # fmt: skip
        return None
    return _named(block, at, last)


def _goes_on(block: Block, first: int, at: int) -> bool:
    """Whether only a comma, “and” and prepositions or articles stand between."""
    joining = lexicon.group("joining")
    between = range(first, at)
    if not all(block.folds[n] in joining for n in between):
        return False
    gaps = [block.tokens[n].gap.strip() for n in range(first, at + 1)]
    return all(gap in ("", ",") for gap in gaps) and ("," in gaps or at > first)


def _first_of(block: Block, mention: PlaceMention) -> int:
    """The beginning of the enumeration that ends with this place."""
    at = mention.first
    while at > 1:
        back = at - 1
        if block.folds[back] in lexicon.group("joining") and not located(block, at):
            back -= 1
        elif block.tokens[at].gap.strip() != ",":
            break
        if back < 0 or not block.tokens[back].capital:
            break
        while back and block.tokens[back].joined and block.tokens[back - 1].capital:
            back -= 1
        at = back
    return at
