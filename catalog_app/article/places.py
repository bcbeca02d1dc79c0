"""Places in a paragraph: by the lists, by the word beside them, by what stands before them.

A word that no list has is a place after “in”, “near” and the like, beside “village of” or
“tumani”, or in one enumeration with places. Russian has rules of its own (`places_russian`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from catalog_app.article import lexicon
from catalog_app.article.inflect import nominative_adjective, stripped
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import Place, folded

if TYPE_CHECKING:
    from catalog_app.article.block import Block

_REMEMBERED = 100_000
_ABSTRACT = re.compile(r"(?:isms?|ity|ics|ology|tion|ment|ness|ship|hood|ing)$")
_COMPASS = frozenset(["north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "new", "central", "old", "great", "greater", "little", "saint", "st", "santa", "san", "el", "la", "los", "las"])  # fmt: skip

_SIDES = frozenset("north south east west northern southern eastern western central inner outer "
                   "northeastern northwestern southeastern southwestern upper lower".split())  # fmt: skip
_RUSSIAN_SIDE = re.compile(r"(?:(?:северо-|юго-)?(?:восточн|западн)|северн|южн|центральн|"
                           r"внутренн|верхн|нижн)(?:ый|ий|ая|яя|ое|ее|ой|ей|ого|его|ому|ему|ую|юю|"
                           r"ым|им|ом|ем)$")  # fmt: skip
_WITHIN = frozenset("de del di da do dos la le sur upon am an der".split())
_OWN_NOUNS = frozenset(("lake", "mount"))
_PASSED = _COMPASS | {"the", "nearby", "neighbouring", "neighboring"}
"""Words that may stand between a preposition and a place."""


@dataclass(frozen=True)
class PlaceMention:
    """A place at tokens `first` up to `last`; `name` is its nominative in the text's language."""

    first: int
    last: int
    place: Place
    name: str


def unlisted(name: str, kind: str = "city") -> Place:
    """A place of which only the name is known."""
    return Place(name, kind, "", "", "")


def find_places(block: Block) -> list[PlaceMention]:
    """The places named in a paragraph, in order."""
    from catalog_app.article.places_russian import russian_place

    own = russian_place if block.profile == "rus" else _by_surroundings
    starts = lexicon.place_starts(block.profile)
    found = list(_of_dateline(block))
    done = found[-1].last if found else 0
    for at in block.capitals:
        if at < done or _in_quotes(block, at):
            continue
        mention = (
            _listed_at(block, at, starts)
            or own(block, at)
            or (_enumerated(block, at, found[-1]) if found else None)
        )
        if mention:
            found.append(mention)
            done = mention.last
    return found


def _of_dateline(block: Block) -> Iterator[PlaceMention]:
    """The place with which a report begins, by whatever name."""
    from catalog_app.article.dateline import find_dateline

    head = find_dateline(block)
    if head is None:
        return
    place, name, span = head
    inside = [at for at, token in enumerate(block.tokens[:8]) if span[0] <= token.start < span[1]]
    if inside:
        yield PlaceMention(inside[0], inside[-1] + 1, place, name)


# ---- what the paragraph looks like around a word


def _in_quotes(block: Block, at: int) -> bool:
    """Whether quotation marks hold just this name, as in «клуб «Дархан»»: that of something else."""
    if block.tokens[at].gap[-1:] not in ("«", "“", '"', "„"):
        return False
    last = run_end(block, at)
    return block.text[block.tokens[last - 1].end : block.tokens[last - 1].end + 1] in '»”"“'


def stands_alone(block: Block, first: int, last: int) -> bool:
    """Whether no other capitalised word is joined to these, which would make a longer name."""
    return not (follows_capital(block, first) or leads_to_capital(block, last))


def follows_capital(block: Block, at: int) -> bool:
    """Whether a capitalised word that is not only the first of its sentence is right before."""
    if not at or not block.tokens[at].joined or not block.tokens[at - 1].capital:
        return False
    return block.folds[at - 1] not in short_words(block.profile)


def leads_to_capital(block: Block, at: int) -> bool:
    """Whether the word at `at` goes on from the one before with a capital letter."""
    return at < len(block.tokens) and block.tokens[at].joined and block.tokens[at].capital


def run_end(block: Block, at: int) -> int:
    """Where the capitalised words that begin here end."""
    last = at + 1
    while leads_to_capital(block, last):
        last += 1
    return last


# ---- by the lists


def _listed_at(block: Block, at: int, starts: dict[str, int]) -> PlaceMention | None:
    longest = starts.get(block.folds[at], 1)
    if at + 1 < len(block.tokens) and block.tokens[at + 1].joined:
        longest = max(longest, 2)
    for length in range(longest, 0, -1):
        last = at + length
        if last > len(block.tokens) or not all(t.joined for t in block.tokens[at + 1 : last]):
            continue
        phrase = " ".join(token.text for token in block.tokens[at:last])
        if known := lexicon.place_of(phrase, block.profile):
            found = PlaceMention(at, last, *known)
            if wide := _with_compass(block, found):
                return wide
            return None if _of_longer_name(block, found) else _with_noun(block, found)
    return None


def _with_compass(block: Block, found: PlaceMention) -> PlaceMention | None:
    """A place with a capitalised “Eastern” or «Западном» before it, which is part of its name."""
    at = found.first - 1
    if at < 0 or not block.tokens[found.first].joined or not block.tokens[at].capital:
        return None
    if block.profile == "eng":
        if block.folds[at] not in _SIDES or found.place.kind == "city":
            return None
        name = f"{block.tokens[at].text} {found.name}"
    elif block.profile == "rus" and _RUSSIAN_SIDE.match(block.folds[at]):
        gender = "f" if found.name[-1] in "аяь" else "n" if found.name[-1] in "ое" else "m"
        name = f"{nominative_adjective(block.tokens[at].text, gender)} {found.name}"
    else:
        return None
    return PlaceMention(at, found.last, unlisted(name, "region"), name)


def _of_longer_name(block: Block, found: PlaceMention) -> bool:
    """Whether an English place only begins another name: “Georgia Smith”, “the Yorkshire Herald”."""
    last = found.last
    if block.profile != "eng" or not leads_to_capital(block, last) or last in block.heads:
        return False
    if last in block.roles or _located(block, found.first) or lexicon.place_of(
        block.tokens[last].text, "eng"
    ):  # fmt: skip
        return False
    return found.place.kind != "country" and found.last == found.first + 1


def _with_noun(block: Block, found: PlaceMention) -> PlaceMention:
    """A place with the noun for its region, as in «Павлодар облысы»; not with that for a town."""
    settled = found.place.kind != "city" or not _joined(block, found.last)
    if block.profile in ("eng", "rus") or settled:
        return found
    after = lexicon.place_words(block.profile)[1] - lexicon.group("towns")
    noun = listed(block.folds[found.last], block.profile, after)
    if not noun:
        return found
    name = f"{found.name} {noun}"
    place = replace(found.place, name=f"{found.place.name} {noun}", kind="region")
    return PlaceMention(found.first, found.last + 1, place, name)


def _joined(block: Block, at: int) -> bool:
    return at < len(block.tokens) and block.tokens[at].joined


def town(block: Block, first: int, last: int) -> Place | None:
    """The town of the long lists that these words name, with an ending of the language or none."""
    phrase = " ".join(token.text for token in block.tokens[first:last])
    return _town(phrase.title() if phrase.isupper() else phrase, block.profile)


@lru_cache(maxsize=_REMEMBERED)
def _town(phrase: str, profile: str) -> Place | None:
    known = lexicon.towns(profile)
    forms = stripped(folded(phrase), profile)
    return next((lexicon.place_in(*known[form]) for form in forms if form in known), None)


# ---- by the words around


def _by_surroundings(block: Block, at: int) -> PlaceMention | None:
    return _beside_noun(block, at) or _town_at(block, at) or _after_preposition(block, at)


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
    opening = at and block.tokens[at - 1].opens and not english
    if not noun or (english and token.opens) or (follows_capital(block, at) and not opening):
        return None
    if english and not block.tokens[at + 1].capital and not _located(block, at):
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


@lru_cache(maxsize=_REMEMBERED)
def listed(fold: str, profile: str, words: frozenset[str]) -> str:
    """The listed form of a word, without an ending of the language if need be."""
    return next((form for form in stripped(fold, profile) if form in words), "")


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
    if _located(block, at):
        return False
    short = last == at + 1 and len(block.folds[at]) < 5
    person = block.folds[at] in lexicon.given_names() or (at and at - 1 in block.roles)
    return bool(short or person or block.tokens[at].opens or block.folds[at] in block.small)


def _says(block: Block, at: int) -> bool:
    """Whether a verb of saying follows, as it does after a person's name."""
    verbs = lexicon.speech(block.profile)
    return at < len(block.tokens) and block.tokens[at].joined and block.folds[at] in verbs


def _located(block: Block, at: int) -> bool:
    """Whether a preposition of place is right before."""
    if not at or not block.tokens[at].joined:
        return False
    if block.profile == "eng":
        while at > 1 and block.folds[at - 1] in _PASSED and block.tokens[at - 1].joined:
            at -= 1
    before = block.folds[at - 1]
    return before in lexicon.group(f"{block.profile} in") or before in lexicon.group(
        f"{block.profile} from"
    )


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
    if last - at == 2 and block.folds[at] not in _COMPASS:
        return None
    if last - at > 2 or not all(_may_be_place(block, n) for n in range(at, last)):
        return None
    return _named(block, at, last, "water" if along else "city")


def _of_place(block: Block, at: int) -> bool:
    """Whether “of” leads to a place: after an age or a mayor, before a region or country."""
    if block.tokens[at - 1].gap.strip() == "," or at - 2 in block.roles and block.roles[
        at - 2
    ].role.split()[-1].lower() in ("mayor", "governor", "hokim", "khokim", "akim", "bishop"):
        return True
    last = run_end(block, at)
    if last >= len(block.tokens) or block.tokens[last].gap.strip() != ",":
        return False
    return lexicon.place_of(block.tokens[last].text, "eng") is not None


def _may_be_place(block: Block, at: int) -> bool:
    token, fold = block.tokens[at], block.folds[at]
    if token.shouted or len(fold) < 3 or token.text.endswith("."):
        return False
    if at in block.heads or at in block.roles or fold in lexicon.group("not places"):
        return False
    named = fold in lexicon.group("not names") and fold not in _COMPASS
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


# ---- by the company of other places


def _enumerated(block: Block, at: int, before: PlaceMention) -> PlaceMention | None:
    """A word in one enumeration with a place: “Uig, Oban and Barra”."""
    if not 0 <= at - before.last <= 2 or before.place.kind == "country":
        return None
    if not _goes_on(block, before.last, at) or not _located(block, _first_of(block, before)):
        return None
    last = run_end(block, at)
    if last - at > 1 and block.folds[at] not in _COMPASS:
        return None
    if last - at > 2 or _says(block, last) or not all(
        _may_be_place(block, n) for n in range(at, last)
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
        if block.folds[back] in lexicon.group("joining") and not _located(block, at):
            back -= 1
        elif block.tokens[at].gap.strip() != ",":
            break
        if back < 0 or not block.tokens[back].capital:
            break
        while back and block.tokens[back].joined and block.tokens[back - 1].capital:
            back -= 1
        at = back
    return at
