"""Russian personal names brought to the nominative, by the case that all their words can share.

What stands before a name tells its case where the words themselves leave it open: a preposition,
an office («мэра», «художнику») or an adjective («19-летняя»).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from catalog_app.article import lexicon, russian
from catalog_app.article.name_endings import ORDER, best_form, forms_of

if TYPE_CHECKING:
    from catalog_app.article.block import Block


_PREPOSITIONS = {
    "с": "ablt gent", "со": "ablt gent", "к": "datv", "ко": "datv", "у": "gent", "от": "gent",
    "для": "gent", "без": "gent", "из": "gent", "после": "gent", "против": "gent", "до": "gent",
    "кроме": "gent", "вместо": "gent", "о": "loct", "об": "loct", "про": "accs", "при": "loct",
    "на": "accs loct", "в": "accs loct", "за": "accs ablt", "между": "ablt", "над": "ablt",
    "перед": "ablt", "под": "ablt", "по": "datv", "через": "accs", "имени": "gent",
    "памяти": "gent", "благодаря": "datv", "согласно": "datv",
}  # fmt: skip


class Expected(NamedTuple):
    """The cases and the gender that what stands before a name asks for; empty for any.

    `likely` are cases that are only more likely than others.
    """

    cases: frozenset[str] = frozenset()
    gender: str = ""
    likely: frozenset[str] = frozenset(("nomn",))


ANY = Expected()
_REACH = 9
"""Words back to a noun for the person, as in «эксперт Международного института … Иванов»."""


def expected(block: Block, first: int, last: int) -> Expected:
    """The case in which a name should stand, by the words before it."""
    first = _list_start(block, first)
    at = first - 1
    if at < 0 or not block.tokens[first].joined:
        return ANY
    fold = block.folds[at]
    if fold in _PREPOSITIONS:
        return Expected(frozenset(_PREPOSITIONS[fold].split()))
    if fold in lexicon.speech("rus"):
        return Expected(frozenset(("nomn",)))
    direct = _of_noun(fold) if not block.tokens[at].capital or block.tokens[at].opens else ANY
    return direct if direct.cases else _by_what_precedes(block, first, last)


def _list_start(block: Block, first: int) -> int:
    """Where the enumeration begins that a name is in: «художников Ивана Ли, Петра Кима и …»."""
    at = first
    while at > 1:
        back = at - 2 if block.tokens[at].joined and block.folds[at - 1] == "и" else at - 1
        if back == at - 1 and block.tokens[at].gap.strip() != ",":
            break
        if not block.tokens[back].capital or not block.tokens[back - 1].capital:
            break
        while back and block.tokens[back].joined and block.tokens[back - 1].capital:
            back -= 1
        at = back
    return at


def _by_what_precedes(block: Block, first: int, last: int) -> Expected:
    """The likely case: that of the noun for the person further back, or a genitive after a noun."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        fits = _of_noun(block.folds[at]) if at < first - 1 else _of_people(block.folds[at])
        if fits.cases and not block.tokens[at].capital and _is_noun(block.folds[at], True):
            return Expected(likely=fits.cases)
        if not block.tokens[at].joined or block.folds[at] in _PREPOSITIONS:
            break
    before = block.folds[first - 1]
    noun = not block.tokens[first - 1].capital and _is_noun(before, False)
    return Expected(likely=frozenset(("gent",))) if noun and not _acts(block, last) else ANY


@lru_cache(maxsize=20_000)
def _of_people(fold: str) -> Expected:
    """What a noun for one person or several lets the names after it be."""
    fits = [one.case for one in russian.person_noun(fold) if one.case]
    return Expected(frozenset(fits))


@lru_cache(maxsize=20_000)
def _is_noun(fold: str, animate: bool) -> bool:
    fits = (one for one in russian.readings(fold) if one.speech == "NOUN" and one.known)
    return any(one.animate == animate for one in fits)


def _acts(block: Block, last: int) -> bool:
    """Whether a verb follows, whose subject the name then is."""
    if last >= len(block.tokens) or not block.tokens[last].joined:
        return False
    return any(one.speech == "VERB" for one in russian.readings(block.folds[last])[:1])


@lru_cache(maxsize=20_000)
def _of_noun(fold: str) -> Expected:
    """What a noun for a person, or an adjective, lets its name be."""
    fits = [
        one
        for one in russian.readings(fold)
        if one.known and not one.plural and not one.kind
        and ((one.speech == "NOUN" and one.animate) or one.speech in ("ADJF", "PRTF"))
    ]  # fmt: skip
    if not fits:
        return ANY
    adjective = all(one.speech != "NOUN" for one in fits)
    genders = {one.gender for one in fits}
    gender = next(iter(genders)) if adjective and len(genders) == 1 else ""
    gender = "f" if genders == {"f"} else gender
    return Expected(frozenset(one.case for one in fits if one.case), gender)


# ---- the name as a whole


def nominative_name(
    given: list[str], family: list[str], wanted: Expected
) -> tuple[list[str], list[str], str]:
    """The words of a name in the nominative, and the case they were in ("" where that is open)."""
    words = [*given, *family]
    options = [forms_of(word, at < len(given)) for at, word in enumerate(words)]
    best: tuple[float, str, list[str]] = (-1.0, "nomn", words)
    for case in ORDER:
        if wanted.cases and case not in wanted.cases:
            continue
        for gender in (wanted.gender,) if wanted.gender else ("m", "f"):
            reading = [best_form(forms, case, gender) for forms in options]
            if any(form is None for form in reading):
                continue
            weight = sum(form.weight for form in reading if form) + (
                0.4 if case in wanted.likely else 0
            )
            if weight > best[0]:
                best = (weight, case, [form.lemma for form in reading if form])
    if best[0] < 0 and wanted != ANY:
        return nominative_name(given, family, ANY)
    return best[2][: len(given)], best[2][len(given) :], best[1]
