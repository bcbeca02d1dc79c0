"""Findings of a whole article as suggestions: dates, bodies, places and the language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from catalog_app.article import lexicon
from catalog_app.article.dates import Date
from catalog_app.article.language import Language
from catalog_app.article.language_model import names
from catalog_app.article.lexicon import Place, folded
from catalog_app.article.shape import Element, Shaped, element, shaped
from catalog_app.article.suggestion import Suggestion

Spans = list[tuple[int, int]]

_SCRIPTS = {"Latn": "Latin", "Cyrl": "Cyrillic"}


@dataclass
class BodyFound:
    """A body as the article shows it so far."""

    name: str
    reason: str
    abbreviation: str = ""
    passages: Spans = field(default_factory=list)


@dataclass
class PlaceFound:
    """A place as the article shows it so far, with its names in the nominative."""

    place: Place
    names: Counter[str] = field(default_factory=Counter)
    passages: Spans = field(default_factory=list)


def language_suggestion(language: Language, text: str) -> Suggestion:
    """The language as a code, with its script in the reason."""
    name = "Kyrgyz" if language.code == "kir" else names().get(language.code, language.code)
    script = _SCRIPTS.get(language.script)
    reason = f"Its words are {name}, in {script} letters." if script else f"Its words are {name}."
    return Suggestion(
        "language",
        name,
        language_shape(language.code),
        ((0, min(len(text), 200)),),
        reason,
        min(1.0, 0.5 + 2 * language.lead),
    )


def language_shape(code: str) -> Shaped:
    """A language as ISO 639-2b code."""
    term = element("languageTerm", code, type="code", authority="iso639-2b")
    return shaped(element("language", "", term))


def date_suggestion(date: Date, spans: Spans, head: bool) -> Suggestion:
    """A date: of issue when it stands in the dateline, otherwise as a subject."""
    issued, about = date_issued(date), date_as_subject(date)
    reason = "It stands at the head of the report." if head else "The text mentions it."
    return Suggestion(
        "date",
        _shown(date.value),
        issued if head else about,
        tuple(spans),
        reason,
        0.9 if head else 0.7,
        (about if head else issued,),
    )


def complete(dates: dict[str, tuple[Date, Spans]]) -> list[tuple[Date, Spans]]:
    """The dates, those without a year brought to the same day with one if the text has it."""
    kept = {value: (date, list(spans)) for value, (date, spans) in dates.items()}
    for value in [value for value in kept if value.startswith("XXXX-")]:
        full = next((other for other in kept if other[4:] == value[4:] and other != value), None)
        if full:
            _, spans = kept.pop(value)
            kept[full] = (kept[full][0], sorted([*kept[full][1], *spans]))
    return list(kept.values())


def _shown(value: str) -> str:
    return f"{value.replace('XXXX-', '')} (no year)" if value.startswith("XXXX-") else value


def date_issued(date: Date) -> Shaped:
    """A date as originInfo/dateIssued; an interval becomes its value in EDTF."""
    made = element("dateIssued", date.value, encoding=date.encoding)
    return shaped(made, "originInfo", note=date.note)


def date_as_subject(date: Date) -> Shaped:
    """A date as subject/temporal."""
    made = element("temporal", date.value, encoding=date.encoding)
    return shaped(element("subject", "", made), note=date.note)


def body_suggestion(body: BodyFound, language: Language | None) -> Suggestion:
    """A corporate name as subject, and as a name of the record beside that."""
    made = body_element(body.name)
    short = body.abbreviation if body.abbreviation != body.name else ""
    note = f"Also called {short}." if short else ""
    label = f"{body.name} ({short})" if short else body.name
    return Suggestion(
        "body",
        label,
        shaped(element("subject", "", made), note=note),
        tuple(body.passages),
        f"A body: {body.reason}.",
        min(1.0, 0.6 + 0.08 * len(body.passages)),
        (shaped(made, note=note),),
    )


def body_element(name: str) -> Element:
    """A corporate name."""
    return element("name", "", element("namePart", name), type="corporate")


def place_suggestion(found: PlaceFound, profile: str) -> Suggestion:
    """A place as geographic subject with its code, under the name the text uses most."""
    place, spans = found.place, found.passages
    name = found.names.most_common(1)[0][0]
    if "." in name or name.isupper():
        name = lexicon.place_name(place, profile)
    return Suggestion(
        "place",
        name,
        place_as_subject(place, name),
        tuple(spans),
        f"It is in the list of places, as {place.name}."
        if place.iso or place.marcgac
        else "The word beside it says that it is a place.",
        min(1.0, 0.6 + 0.06 * len(spans)),
    )


def place_as_subject(place: Place | None, name: str) -> Shaped:
    """A place as subject/geographic, with the MARC area code where it has one."""
    parts = [element("geographic", name)]
    if place and place.marcgac:
        parts.append(element("geographicCode", place.marcgac, authority="marcgac"))
    return shaped(element("subject", "", *parts))


def together(
    sources: dict[str, tuple[Spans, float]],
) -> dict[str, tuple[Spans, float]]:
    """Bring together what differs only in capitals, as “KAZINFORM” and “Kazinform”."""
    merged: dict[str, tuple[str, Spans, float]] = {}
    for name, (spans, sureness) in sources.items():
        key = folded(name)
        kept, before, best = merged.get(key, (name, [], 0.0))
        shown = name if kept.isupper() and not name.isupper() else kept
        merged[key] = (shown, sorted([*before, *spans]), max(best, sureness))
    return {name: (spans, sureness) for name, spans, sureness in merged.values()}
