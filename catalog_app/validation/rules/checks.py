"""The checks in their order, and the walk that brings them to every field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS
from catalog_app.validation.finding import Finding
from catalog_app.validation.place import Xml, elements_of, name_of
from catalog_app.validation.rules import (
    elements,
    eprints,
    eprints_fields,
    records,
    references,
    values,
)
from catalog_app.validation.rules.rule import Context, Field, Rules, local_name

FieldCheck = Callable[[Field], Iterator[Finding]]
PartCheck = Callable[[Xml, Context], Iterator[Finding]]

FIELD_CHECKS: tuple[FieldCheck, ...] = (
    elements.check_unknown,
    elements.check_empty,
    elements.check_typed_tags,
    eprints_fields.check_agreement,
    values.check_values,
    values.check_one_range,
    values.check_attributes,
    eprints_fields.check_encoding,
    eprints_fields.check_classification,
    eprints_fields.check_genre,
    records.check_ranges,
    records.check_pairs,
    records.check_value_uri,
    records.check_names,
    records.check_role,
)
RECORD_CHECKS: tuple[PartCheck, ...] = (
    records.check_record_fields,
    records.check_origins,
    references.check_related,
)
PACKAGE_CHECKS: tuple[PartCheck, ...] = (
    eprints.check_list,
    eprints.check_labels,
    references.check_document_ids,
    elements.check_namespaces,
    eprints.check_file_section,
    eprints.check_hollow_sections,
    eprints.check_pointer_order,
    eprints.check_admid,
    references.check_references,
)


def fields_of(record: Xml, context: Context) -> Iterator[Field]:
    """Every element below a record, in document order, with what the schema says about it."""
    stack: list[tuple[Xml, tuple[str, ...] | None]] = []
    stack += [(child, _path(child, ())) for child in reversed(elements_of(record))]
    while stack:
        element, path = stack.pop()
        declared = declared_at(MODS, path) if path else None
        yield Field(element, declared, context)
        inner = elements_of(element)
        stack += [(child, _path(child, path)) for child in reversed(inner)]


def _path(element: Xml, above: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Where the schema describes an element; None inside what the schema does not describe."""
    if above is None or name_of(element)[0] != MODS:
        return None
    return (*above, local_name(element))


def check_record(record: Xml, context: Context, rules: Rules) -> list[Finding]:
    """Everything the rules say about a record (`mods`, or the xmlData around a bare run)."""
    found: list[Finding] = []
    if local_name(record) != "mods":
        found += eprints.check_bare_run(record, context)
    for check in RECORD_CHECKS:
        found += check(record, context)
    for field in fields_of(record, context):
        for field_check in FIELD_CHECKS:
            found += field_check(field)
    return adjusted(found, rules)


def check_package(package: Xml, context: Context, rules: Rules) -> list[Finding]:
    """Everything the rules say about a package, its records left out."""
    found: list[Finding] = []
    for check in PACKAGE_CHECKS:
        found += check(package, context)
    return adjusted(found, rules)


def adjusted(findings: list[Finding], rules: Rules) -> list[Finding]:
    """The findings whose rules are switched on, as grave as the user wants them."""
    return [
        replace(finding, severity=rules.severity(finding.rule, finding.severity))
        for finding in findings
        if rules.wants(finding.rule)
    ]
