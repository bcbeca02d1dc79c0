"""What concerns several fields of one record: primaries, key dates, ranges, codes beside terms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS
from catalog_app.schema.vocabularies import Entry, authority_vocabulary, vocabulary
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.place import Xml, elements_of, is_package, name_of, text_of
from catalog_app.validation.rules.queries import select
from catalog_app.validation.rules.rule import Context, Field, local_name, plural
from catalog_app.validation.rules.values import problem_severity, rule_of
from catalog_app.validation.values.codes import check_pair, check_uri_pair
from catalog_app.validation.values.dates import check_range
from catalog_app.validation.values.names import check_name
from catalog_app.validation.values.problem import ValueProblem, quoted

# A record with fewer kinds of field is a fragment, of which nobody expects a title.
_WHOLE = 4


def check_record_fields(record: Xml, context: Context) -> Iterator[Finding]:
    """Title, primaries and key dates of a whole record."""
    fields = [child for child in elements_of(record) if name_of(child)[0] == MODS]
    yield from _primaries(fields, context)
    yield from _key_dates(fields, context)
    names = {local_name(field) for field in fields}
    if "titleInfo" not in names and len(names) >= _WHOLE and _stands_alone(record):
        message = "The record has no title. Give it one, in square brackets if you supply it."
        yield context.finding("mods.no-title", record, message, standard="MODS guidelines")


def _stands_alone(record: Xml) -> bool:
    """Whether a record is one of its own, not one of the many of a package's pages."""
    package = next((a for a in record.iterancestors() if is_package(a)), None)
    return package is None or len(select(".//m:dmdSec", package)) == 1


def _primaries(fields: list[Xml], context: Context) -> Iterator[Finding]:
    first: set[str] = set()
    for field in fields:
        if field.get("usage") != "primary":
            continue
        name = local_name(field)
        if name in first:
            label = _label(name)
            message = (
                f"Another {label} is marked as primary before this one. "
                "Only one of a kind can come first; take the mark away here or there."
            )
            fix = Fix("Take the mark away here", "remove-attribute", False, ("usage",))
            yield context.finding("mods.primary", field, message, fix, standard="MODS guidelines")
        first.add(name)


def _label(name: str) -> str:
    known = declared_at(MODS, (name,))
    return known.label.lower() if known else name


def _key_dates(fields: list[Xml], context: Context) -> Iterator[Finding]:
    found = [d for f in fields for d in f.iter(f"{{{MODS}}}*") if d.get("keyDate") == "yes"]
    found = [d for d in found if not any(local_name(a) == "relatedItem" for a in d.iterancestors())]
    starts = {(d.getparent(), d.tag) for d in found if d.get("point") == "start"}
    found = [d for d in found if d.get("point") != "end" or (d.getparent(), d.tag) not in starts]
    for date in found[1:]:
        message = (
            f"The record has {plural(len(found), 'key date', 'key dates')}. "
            "Lists are sorted by the key date, so there should be one; take the mark away here."
        )
        fix = Fix("Take the mark away here", "remove-attribute", False, ("keyDate",))
        yield context.finding("mods.key-date", date, message, fix, standard="MODS guidelines")


def check_ranges(field: Field) -> Iterator[Finding]:
    """Dates with point start and end, side by side, of which the end is the earlier."""
    dates = [c for c in elements_of(field.element) if c.get("point") in ("start", "end")]
    for start, end in pairwise(dates):
        if start.tag != end.tag or (start.get("point"), end.get("point")) != ("start", "end"):
            continue
        encodings = start.get("encoding", ""), end.get("encoding", "")
        for problem in check_range(text_of(start), text_of(end), *encodings):
            fix = Fix("Exchange the two dates", "exchange-values", False, (text_of(start),))
            yield field.context.finding(
                "date.reversed", end, problem.message, fix, severity=problem.severity
            )


def check_pairs(field: Field) -> Iterator[Finding]:
    """A code and the term beside it that do not mean the same."""
    children = [c for c in elements_of(field.element) if local_name(c).endswith("Term")]
    codes = [c for c in children if c.get("type") == "code" and c.get("authority")]
    texts = [c for c in children if c.get("type") == "text"]
    if len(codes) == 1 and len(texts) == 1 and codes[0].tag == texts[0].tag:
        authority = codes[0].get("authority", "")
        for problem in check_pair(text_of(codes[0]), text_of(texts[0]), authority):
            yield _about(field.context, codes[0], problem)


def check_value_uri(field: Field) -> Iterator[Finding]:
    """A code or term and the address of its entry (valueURI) that do not mean the same."""
    uri = field.attributes.get("valueURI", "")
    if not uri or field.declared is None or len(field.element):
        return
    stated = field.attributes.get("authority", "")
    for name in (stated,) if stated else field.declared.vocabularies:
        for problem in check_uri_pair(uri, field.value, name):
            yield _about(field.context, field.element, problem)


def _about(context: Context, element: Xml, problem: ValueProblem) -> Finding:
    fixes = []
    if problem.attribute is not None:
        title = f"Take the address of {quoted(text_of(element).strip())}"
        fixes.append(Fix(title, "set-attribute", False, problem.attribute))
    return context.finding(
        rule_of(problem),
        element,
        problem.message,
        *fixes,
        standard=problem.standard,
        severity=problem_severity(problem),
    )


def check_names(field: Field) -> Iterator[Finding]:
    """Parts of a name that stand in the wrong box."""
    if field.declared is None or field.declared.editor != "name":
        return
    parts = field.children("namePart")
    if any(elements_of(part) for part in parts):
        return
    pairs = [(part.get("type", ""), text_of(part)) for part in parts]
    for problem in check_name(pairs, field.element.get("type", "")):
        fixes = []
        if problem.proposal:
            shown = ", ".join(
                f"{_PART.get(kind, 'name')}: {text}" for kind, text in problem.proposal
            )
            data = tuple(word for pair in problem.proposal for word in pair)
            fixes.append(Fix(f"Divide it into {shown}", "name-parts", False, data))
        yield field.context.finding(
            problem.rule, parts[problem.part], problem.message, *fixes, severity=problem.severity
        )


_PART = {
    "family": "family",
    "given": "given",
    "date": "date",
    "termsOfAddress": "terms of address",
}


def check_role(field: Field) -> Iterator[Finding]:
    """A role that has a term and no code beside it."""
    terms = field.children("roleTerm")
    if local_name(field.element) != "role" or any(t.get("type") == "code" for t in terms):
        return
    for term in terms:
        text = text_of(term).strip()
        authority = term.get("authority", "marcrelator")
        entry = vocabulary("marcrelator").by_label(text) if text else None
        if authority_vocabulary(authority) != "marcrelator" or not text:
            continue
        if entry is None and not field.context.eprints:
            continue
        message = f"The role {quoted(text)} is given in words only. "
        message += "With its code beside it, programs in any language understand it."
        fixes = [_code_beside(entry, text)] if entry is not None and entry.is_current else []
        rule = field.context.named("Q13", "role.text-only")
        yield field.context.finding(rule, term, message, *fixes, standard="MARC relators")


def _code_beside(entry: Entry, text: str) -> Fix:
    """The code of a role; safe where the word means in the list what it means everywhere."""
    data = ("roleTerm", entry.code, "type", "code", "authority", "marcrelator")
    own = entry.label.casefold() == text.casefold()
    meaning = ", ".join(part for part in ("" if own else entry.label, entry.scope) if part)
    title = f"Add the code “{entry.code}”"
    return Fix(f"{title} ({meaning})" if meaning else title, "add-behind", not meaning, data)


def check_origins(record: Xml, context: Context) -> Iterator[Finding]:
    """Two origin fields side by side, one with dates only and one without any."""
    origins = list(record.iterchildren(f"{{{MODS}}}originInfo"))
    for first, second in pairwise(origins):
        one, other = _halves(first), _halves(second)
        if not one or not other or (one == other) or "both" in (one, other):
            continue
        if sorted(first.items()) != sorted(second.items()):
            continue
        rule = context.named("Q9", "origin.split")
        dated = "The date stands in one origin field and the publisher or place in another"
        message = f"{dated}, as if there were two publications. Put them together."
        fix = Fix("Put them together", "merge-into-previous", False)
        yield context.finding(rule, second, message, fix, standard="MODS guidelines")


def _halves(origin: Xml) -> str:
    names = {local_name(child) for child in elements_of(origin)}
    if not names or any(not local_name(c)[0].islower() for c in elements_of(origin)):
        return ""
    dates = {n for n in names if n.startswith("date") or n.endswith("Date")}
    if dates == names:
        return "dates"
    return "both" if dates else "others"
