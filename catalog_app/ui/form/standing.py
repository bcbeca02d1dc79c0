"""What stands in the head of a form: title, number, version, completeness, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from catalog_app.document.address import Address
from catalog_app.document.entries import DELETED, other
from catalog_app.document.items import descriptions, is_description, section_around
from catalog_app.document.labels import label
from catalog_app.document.references import shared_description
from catalog_app.document.summary import record_title, record_version
from catalog_app.document.template import Template, completeness
from catalog_app.session.sentences import in_words
from catalog_app.session.session import Session
from catalog_app.ui.form.header import Header
from catalog_app.validation.finding import Finding

_QUICK = 4_000_000
_COUNTED = 2_000  # records up to which the items among them are counted at each edit
translate = QCoreApplication.translate


def show_standing(
    header: Header, session: Session, root: Address, template: Template | None, language: str
) -> None:
    """Say in the head what is shown, and how much of it a template misses."""
    document = session.document
    if document.anchor(root.part) is None:
        header.show_standing(session.title, "", "")
        header.show_completeness("", None)
        return
    is_record = root.part.startswith("record")
    number = _number(session, root) if is_record else _kept(session, root)
    title = record_title(document, root)
    if not title and is_record and not _is_item(session, root):
        title, number = number, ""  # what stands beside the items has no title to miss
    title = title or translate("Standing", "Untitled")
    number = " · ".join(word for word in (number, _shared(session, root)) if word)
    header.show_standing(
        title if is_record else in_words(title), number, record_version(document, root)
    )
    mine = has_kind(session, root)
    header.template.setVisible(mine)
    found = completeness(document, root.part, template) if template and mine else None
    header.show_completeness(template.title if template else "", found, language)


def has_kind(session: Session, root: Address) -> bool:
    """Whether what is shown describes a resource, of which there are kinds; rights do not."""
    anchor = session.document.anchor(root.part)
    if anchor is None or root.steps or not root.part.startswith("record"):
        return False
    return not session.document.packages() or is_description(session.document, anchor)


def _counted(session: Session) -> Sequence[int]:
    """The records that describe the items, by their numbers in the file."""
    anchors = session.document.records()
    few = len(anchors) <= _COUNTED
    return descriptions(session.document) if few else range(1, len(anchors) + 1)


def _is_item(session: Session, root: Address) -> bool:
    return int(root.part.removeprefix("record")) in _counted(session)


def _number(session: Session, root: Address) -> str:
    """Which of the items a record describes; of what is beside them the section's name."""
    document, record = session.document, int(root.part.removeprefix("record"))
    counted = _counted(session)
    if record not in counted:
        return in_words(label(document, section_around(document, document.records()[record - 1])))
    at, total = counted.index(record) + 1, len(counted)
    return translate("Standing", "Record {number} of {total}").format(number=at, total=total)


def _kept(session: Session, root: Address) -> str:
    """What is left of an entry of a harvested list that holds nothing; "" for all else."""
    document = session.document
    entry = document.anchor(root.part)
    holds = other(document, entry).holds if entry is not None and entry.kind == "entry" else None
    if holds == DELETED:
        return translate("Standing", "Deleted by its repository: only its header is left")
    return translate("Standing", "Nothing is in it but its header") if holds == "" else ""


def _shared(session: Session, root: Address) -> str:
    """How many divisions or files share the description that is shown, if several do."""
    document = session.document
    if sum(part.size for part in document.parts.order) > _QUICK:
        return ""
    number = shared_description(document, root)
    return translate("Standing", "shared by {0} places").format(number) if number > 1 else ""


@dataclass
class Found:
    """Findings of what a form shows: how many, those of the whole, and those of each card."""

    errors: int = 0
    others: int = 0
    whole: list[Finding] = field(default_factory=list)
    cards: dict[Address, list[Finding]] = field(default_factory=dict)


def shared_out(findings: Iterable[Finding], root: Address, has_own_card: bool) -> Found:
    """Findings by card; those of the root itself go to its own card, if that shows attributes."""
    found, depth = Found(), len(root.steps)
    for finding in findings:
        address = finding.address
        if address is None or not root.contains(address):
            continue
        found.errors += finding.severity == "error"
        found.others += finding.severity != "error"
        if len(address.steps) > depth:
            card = Address(address.part, address.steps[: depth + 1])
            found.cards.setdefault(card, []).append(finding)
        elif address.attribute and has_own_card:
            found.cards.setdefault(root, []).append(finding)
        else:
            found.whole.append(finding)
    return found
