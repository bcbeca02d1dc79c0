"""Russian personal names brought to the nominative, by the case that all their words can share.

What stands before a name tells its case where the words themselves leave it open: a preposition,
an office («мэра», «художнику») or an adjective («19-летняя»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from catalog_app.article import lexicon, russian
from catalog_app.article.lexicon import folded

if TYPE_CHECKING:
    from catalog_app.article.block import Block

_ORDER = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_PREPOSITIONS = {
    "с": "ablt gent", "со": "ablt gent", "к": "datv", "ко": "datv", "у": "gent", "от": "gent",
    "для": "gent", "без": "gent", "из": "gent", "после": "gent", "против": "gent", "до": "gent",
    "кроме": "gent", "вместо": "gent", "о": "loct", "об": "loct", "про": "accs", "при": "loct",
    "на": "accs loct", "в": "accs loct", "за": "accs ablt", "между": "ablt", "над": "ablt",
    "перед": "ablt", "под": "ablt", "по": "datv", "через": "accs", "имени": "gent",
    "памяти": "gent", "благодаря": "datv", "согласно": "datv",
}  # fmt: skip
_CONSONANT = "бвгджзклмнпрстфхцчшщ"


_GIVEN_KINDS = ("given", "patronymic")
GIVEN = re.compile(
    r"(?:бек|бай|бой|жан|жон|джан|дин|мат|мурат|мурод|хон|нур|улла|улло|али)(?:а|у|ом|ем|е|я)?$"
)
"""Endings of men's given names of the region."""


class Form(NamedTuple):
    """A way to read a word of a name: its case ("" for any), gender ("" for either), nominative."""

    case: str
    gender: str
    lemma: str
    weight: float


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


def _by_what_precedes(block: Block, first: int, last: int) -> Expected:
    """The likely case: that of the noun for the person further back, or a genitive after a noun."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        fits = _of_noun(block.folds[at])
        if fits.cases and not block.tokens[at].capital and _is_noun(block.folds[at], True):
            return Expected(likely=fits.cases)
        if not block.tokens[at].joined or block.folds[at] in _PREPOSITIONS:
            break
    before = block.folds[first - 1]
    noun = not block.tokens[first - 1].capital and _is_noun(before, False)
    return Expected(likely=frozenset(("gent",))) if noun and not _acts(block, last) else ANY


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
    options = [_forms(word, at < len(given)) for at, word in enumerate(words)]
    best: tuple[float, str, list[str]] = (-1.0, "nomn", words)
    for case in _ORDER:
        if wanted.cases and case not in wanted.cases:
            continue
        for gender in (wanted.gender,) if wanted.gender else ("m", "f"):
            reading = [_best(forms, case, gender) for forms in options]
            if any(form is None for form in reading):
                continue
            weight = sum(form.weight for form in reading if form) + (0.4 if case in wanted.likely else 0)
            if weight > best[0]:
                best = (weight, case, [form.lemma for form in reading if form])
    if best[0] < 0 and wanted != ANY:
        return nominative_name(given, family, ANY)
    return best[2][: len(given)], best[2][len(given) :], best[1]


def _best(forms: tuple[Form, ...], case: str, gender: str) -> Form | None:
    fits = [
        form for form in forms
        if form.case in (case, "") and (form.gender in (gender, "") or not gender)
    ]  # fmt: skip
    return max(fits, key=lambda form: form.weight, default=None)


# ---- one word


@lru_cache(maxsize=50_000)
def _forms(word: str, given: bool) -> tuple[Form, ...]:
    """The ways to read a word as a given name or patronymic, or as a family name."""
    if word.endswith(".") or len(word) < 2 or folded(word) in lexicon.group("particles"):
        return (Form("", "", word, 0.5),)
    known = tuple(_in_list(word)) if given else ()
    known += tuple(_in_dictionary(word, _GIVEN_KINDS if given else ("family",)))
    if known and not (given and any(form.weight < 1 for form in known)):
        return known
    return (*known, *_by_ending(word, given))


def _in_dictionary(word: str, kinds: tuple[str, ...]) -> Iterator[Form]:
    """Readings of the dictionary, or of its rules for family names in -ов, -ин, -ский."""
    for one in russian.readings(word.lower()):
        regular = one.kind == "family" and re.search(
            r"(?:[оеё]в|[иы]н|ск|цк)(?:|а|у|ым|ом|е|ой|ою|ий|ая|ого|ому|им|ую)$", word.lower()
        )
        if one.kind in kinds and not one.plural and (one.known or regular):
            lemma = russian.nominative(word.lower(), one.kind, one.case, one.gender)
            fixed = one.fixed or not one.case
            yield Form("" if fixed else one.case, one.gender, russian.like(word, lemma), 2.0)


def _in_list(word: str) -> Iterator[Form]:
    """Readings as a given name of our own list, in any of its cases."""
    known = lexicon.given_names().get(folded(word))
    if known:
        name, sex, inflected = known
        if not inflected:
            yield Form("nomn", sex, word, 2.4)
            if word[-1] not in "аяйь" + _CONSONANT or sex == "f" and word[-1] not in "ая":
                yield Form("", sex, word, 1.9)
        else:
            yield from (Form(form.case, sex, name, 2.4) for form in _by_ending(word, True)
                        if form.case != "nomn" and form.lemma == name)  # fmt: skip


def _by_ending(word: str, given: bool) -> Iterator[Form]:
    """Readings by endings alone; each part of a double name by itself, the last one decides."""
    if "-" in word.strip("-") and not given:
        head, tail = word.rsplit("-", 1)
        for form in _forms(tail, given):
            for case in (form.case,) if form.case else _ORDER:
                before = _best(_forms(head, given), case, form.gender)
                if before:
                    weight = form.weight * before.weight
                    yield Form(case, form.gender, f"{before.lemma}-{form.lemma}", weight)
        return
    yield from _hard(word, given)
    yield from _soft(word)
    yield from _adjectival(word)


def _hard(word: str, given: bool) -> Iterator[Form]:
    last = word[-1].lower()
    if last in _CONSONANT:
        yield Form("nomn", "m", word, 1.0)
        yield Form("", "f", word, 0.9)
    if last in "оеуэюи" and not word.endswith(("ого", "его", "ому", "ему")):
        yield Form("", "", word, 0.5 if last == "ю" else 0.7)
    if last in "ая":
        plain = 1.0 if given and not GIVEN.search(word) else 0.6 if not given else 0.2
        yield Form("nomn", "f", word, plain)
        yield Form("nomn", "m", word, plain / 2)
    for ending, cases in (("а", "gent accs"), ("у", "datv"), ("ом", "ablt"), ("е", "loct"),
                          ("ым", "ablt")):  # fmt: skip
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1 and stem[-1].lower() in _CONSONANT:
            weight = 1.2 if ending == "ым" and stem.endswith(("ов", "ев", "ёв", "ин", "ын")) else 0.9
            yield from (Form(case, "m", stem, weight) for case in cases.split())
    for ending, cases in (("ы", "gent"), ("и", "gent"), ("е", "datv loct"), ("у", "accs"),
                          ("ой", "ablt")):  # fmt: skip
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1 and stem[-1].lower() in _CONSONANT:
            yield from (Form(case, gender, stem + "а", weight)
                        for case in cases.split() for gender, weight in (("f", 0.8), ("m", 0.4)))  # fmt: skip


def _soft(word: str) -> Iterator[Form]:
    if word.endswith(("й", "ь")) and not word.endswith("ой"):
        yield Form("nomn", "m", word, 1.0)
        yield Form("", "f", word, 0.8)
    for ending, cases in (("я", "gent accs"), ("ю", "datv"), ("ем", "ablt"), ("е", "loct")):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            back = "ь" if stem[-1].lower() in _CONSONANT else "й"
            yield from (Form(case, "m", stem + back, 0.7) for case in cases.split())
    for ending, cases in (("и", "gent datv loct"), ("ю", "accs"), ("ей", "ablt")):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            yield from (Form(case, "f", stem + "я", 0.75) for case in cases.split())


def _adjectival(word: str) -> Iterator[Form]:
    if word.endswith(("ый", "ий", "ой", "ая")):
        weight = 0.6 if word.endswith("ой") else 1.1
        yield Form("nomn", "f" if word.endswith("ая") else "m", word, weight)
    if word.endswith(("ых", "их")):
        yield Form("", "", word, 1.1)
    for ending, cases in (("ого", "gent accs"), ("его", "gent accs"), ("ому", "datv"),
                          ("ему", "datv"), ("ым", "ablt"), ("им", "ablt")):  # fmt: skip
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            end = "ий" if ending[0] in "еи" or stem[-1] in "гкхжчшщ" else "ый"
            yield from (Form(case, "m", stem + end, 1.0) for case in cases.split())
    for ending, cases in (("ой", "gent datv ablt loct"), ("ую", "accs")):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 3 and stem.endswith(("ск", "цк", "н", "л")):
            yield from (Form(case, "f", stem + "ая", 0.7) for case in cases.split())
