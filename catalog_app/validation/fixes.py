"""From a finding's fix to the edit that mends it; the safe ones together; what an edit changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.repairs import (
    eprints,
    links,
    naming,
    ordering,
    removing,
    valuing,
    wrapping,
)
from catalog_app.validation.repairs.splitting import split_packages

__all__ = ["REPAIRS", "edit_for", "fix_all", "is_edit", "safe_fixes", "split_packages"]

Repair = Callable[[Document, Address, tuple[str, ...]], Edit | None]
Validate = Callable[[bytes], Sequence[Finding]]
Perform = Callable[[Edit], object]
MOST_ROUNDS = 20
SPLIT = "split-packages"
# Repairs after which the occurrences of other names beside the element are other ones.
_RENAMING = frozenset(
    (
        "rename-element",
        "access-condition",
        "classification-to-topic",
        "to-mods-namespace",
        "to-mets-namespace",
        "wrap-in",
        "move-out",
        "reorder-children",
        "merge-into-previous",
    )
)

REPAIRS: dict[str, Repair] = {
    "remove-element": removing.remove_element,
    "remove-section": removing.remove_section,
    "remove-attribute": removing.remove_attribute,
    "rename-element": naming.rename_element,
    "rename-attribute": naming.rename_attribute,
    "to-mods-namespace": naming.to_mods_namespace,
    "to-mets-namespace": naming.to_mets_namespace,
    "set-version": valuing.set_version,
    "set-value": valuing.set_value,
    "set-attribute": valuing.set_attribute,
    "as-word": valuing.as_word,
    "rename-id": links.rename_id,
    "new-id": valuing.new_id,
    "exchange-values": valuing.exchange_values,
    "add-behind": valuing.add_behind,
    "name-parts": valuing.name_parts,
    "date-range": valuing.date_range,
    "reorder-children": ordering.reorder_children,
    "move-out": ordering.move_out,
    "remove-text": ordering.remove_text,
    "wrap-in": wrapping.wrap_in,
    "unwrap": wrapping.unwrap,
    "clear-content": wrapping.clear_content,
    "to-plain-text": wrapping.to_plain_text,
    "to-markup": wrapping.to_markup,
    "add-child": ordering.add_child,
    "move-text": ordering.move_text,
    "wrap-run": eprints.wrap_run,
    "access-condition": eprints.access_condition,
    "merge-into-previous": eprints.merge_into_previous,
    "classification-and-topic": eprints.classification_and_topic,
    "classification-to-topic": eprints.classification_to_topic,
}


def is_edit(fix: Fix) -> bool:
    """Whether a fix changes this document; splitting it into files does not."""
    return fix.repair != SPLIT


def edit_for(document: Document, finding: Finding, fix: Fix) -> Edit | None:
    """The edit that a fix makes in the document as it is now, or None if there is nothing to do.

    Also None where the document has changed so that the repair does not fit any more.
    """
    if finding.address is None or not is_edit(fix):
        return None
    try:
        return REPAIRS[fix.repair](document, finding.address, fix.data)
    except EditError:
        return None


def safe_fixes(findings: Sequence[Finding]) -> list[tuple[Finding, Fix]]:
    """The fixes that lose nothing and need no judgement, one for a finding."""
    chosen = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe), None)
        if fix is not None:
            chosen.append((finding, fix))
    return chosen


def fix_all(
    document: Document,
    validate: Validate,
    perform: Perform | None = None,
    choose: Callable[[Sequence[Finding]], list[tuple[Finding, Fix]]] = safe_fixes,
) -> list[tuple[Finding, Fix]]:
    """Apply safe fixes until none is left, and say which were applied.

    `validate` gives the findings of the document's bytes; `perform` does an edit (by default
    `document.apply`). In one round the last places go first, so that the addresses of the others
    stay true; then everything is looked at again, because a repair can make room for the next.
    """
    perform = perform or document.apply
    applied: list[tuple[Finding, Fix]] = []
    for _ in range(MOST_ROUNDS):
        done = list(_round(document, choose(validate(document.text)), perform))
        applied += done
        if not done:
            break
    return applied


def _round(
    document: Document, chosen: list[tuple[Finding, Fix]], perform: Perform
) -> Iterator[tuple[Finding, Fix]]:
    """Apply fixes from the last place to the first, as long as the addresses are surely true.

    An element is touched once a round; beside one that was renamed nothing more is. Records come
    first, and if their number has changed, the addresses in packages are not trusted any more.
    """
    number, touched, unsure = len(document.anchors()), set[Address](), list[Address]()
    for finding, fix in sorted(chosen, key=_place, reverse=True):
        address = finding.address
        if address is None or address.element in touched:
            continue
        if address.part.startswith("package") and len(document.anchors()) != number:
            continue
        if any(parent.contains(address.element) for parent in unsure):
            continue
        if not _done(document, finding, fix, perform):
            continue
        touched.add(address.element)
        if fix.repair in _RENAMING:
            unsure.append(address.parent.parent if fix.repair == "move-out" else address.parent)
        yield finding, fix


def _done(document: Document, finding: Finding, fix: Fix, perform: Perform) -> bool:
    edit = edit_for(document, finding, fix)
    if edit is None:
        return False
    try:
        perform(edit)
    except EditError:
        return False
    return True


def _place(chosen: tuple[Finding, Fix]) -> tuple[bool, int, tuple[tuple[str, int], ...]]:
    """A key by which later places, and what is inside others, come last."""
    address = chosen[0].address
    if address is None:
        return False, 0, ()
    word = address.part.rstrip("0123456789")
    steps = tuple((step.name, step.occurrence) for step in address.element.steps)
    return word == "record", int(address.part[len(word) :] or 0), steps
