"""How one word of a Russian name can be read: its case, gender and nominative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from catalog_app.article import lexicon, russian
from catalog_app.article.lexicon import folded

ORDER = ("nomn", "gent", "datv", "accs", "ablt", "loct")


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


def best_form(forms: tuple[Form, ...], case: str, gender: str) -> Form | None:
    fits = [
        form for form in forms
        if form.case in (case, "") and (form.gender in (gender, "") or not gender)
    ]  # fmt: skip
    return max(fits, key=lambda form: form.weight, default=None)


@lru_cache(maxsize=50_000)
def forms_of(word: str, given: bool) -> tuple[Form, ...]:
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
            if word[-1] not in "аяйь" + _CONSONANT or (sex == "f" and word[-1] not in "ая"):
                yield Form("", sex, word, 1.9)
        else:
            yield from (Form(form.case, sex, name, 2.4) for form in _by_ending(word, True)
                        if form.case != "nomn" and form.lemma == name)  # fmt: skip


def _by_ending(word: str, given: bool) -> Iterator[Form]:
    """Readings by endings alone; each part of a double name by itself, the last one decides."""
    if "-" in word.strip("-") and not given:
        head, tail = word.rsplit("-", 1)
        for form in forms_of(tail, given):
            for case in (form.case,) if form.case else ORDER:
                before = best_form(forms_of(head, given), case, form.gender)
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
            weight = (
                1.2 if ending == "ым" and stem.endswith(("ов", "ев", "ёв", "ин", "ын")) else 0.9
            )
            yield from (Form(case, "m", stem, weight) for case in cases.split())
    for ending, cases in (("ы", "gent"), ("и", "gent"), ("е", "datv loct"), ("у", "accs"),
                          ("ой", "ablt")):  # fmt: skip
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1 and stem[-1].lower() in _CONSONANT:
            for case in cases.split():
                yield Form(case, "f", stem + "а", 0.8)
                yield Form(case, "m", stem + "а", 0.4)


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
