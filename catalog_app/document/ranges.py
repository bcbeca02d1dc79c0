"""Ranges: a start and an end that were understood in one text, and the edits that write both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.compose import composed
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.edits import add, set_term, set_value
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.terms import Dated, date_attributes, take_date

# What says of one element that it is this one, and not what the other end of its range is like.
_OWN = ("ID", "keyDate", "point")


class Taken(Protocol):
    """Something understood that knows how it is written."""

    def taken(self, document: Document, field: Field) -> Edit | None:
        """The edit that writes it in a field."""


@dataclass(frozen=True)
class DateRange:
    """The two dates that a text means: “1990-1995”."""

    start: Dated
    end: Dated

    @property
    def value(self) -> str:
        """What the field itself holds then."""
        return self.start.value

    @property
    def shown(self) -> str:
        """Both ends, as they are offered."""
        return f"{self.start.value} – {self.end.value}"

    def taken(self, document: Document, field: Field) -> Edit | None:
        """The edit that makes two elements of it, with their point, encoding and qualifier."""
        start = _start_of(document, field)
        steps = [
            lambda now: take_date(now, start, self.start),
            lambda now: _end(now, start.address, self.end),
        ]
        name = f"Edit {label(document, field.address)}"
        return composed(document, name, steps, start.address)


def _start_of(document: Document, field: Field) -> Field:
    """The field that holds the start of a range of which the given one may be the end."""
    here = document.element(field.address)
    number = field.address.steps[-1].occurrence
    if here is None or here.get("point") != "end" or number == 1:
        return field
    before = field.address.parent.child(field.address.name, number - 1)
    start = document.element(before)
    starts = start is not None and start.get("point") == "start"
    return replace(field, address=before) if starts else field


def _end(document: Document, start: Address, date: Dated) -> Edit | None:
    """The edit that writes the end of a range behind its start, which is there already."""
    first = document.element(start)
    if first is None:
        return None
    follower = start.parent.child(start.name, start.steps[-1].occurrence + 1)
    there = document.element(follower)
    if there is not None and there.get("point") == "end":
        return set_term(document, follower, date.value, date_attributes(document, follower, date))
    kept = {name: value for name, value in first.attributes.items() if name not in _OWN}
    given = kept | dict(date_attributes(document, start, date))
    draft = Draft(start.name, tuple(given.items()), date.value)
    return add(document, start.parent, draft, follower if there is not None else None)


def range_ends(children: list[tuple[Element, Address]]) -> Mapping[Address, int]:
    """Which children are the start of a range: the address, and the number of its end."""
    found: dict[Address, int] = {}
    open_: dict[str, Address] = {}
    for at, (child, address) in enumerate(children):
        point = child.get("point")
        start = open_.pop(address.name, None)
        if point == "end" and start is not None:
            found[start] = at
        elif point == "start":
            open_[address.name] = address
    return found


@dataclass(frozen=True)
class PageRange:
    """The first and the last page that a text means: “10-25”."""

    value: str
    end: str

    @property
    def shown(self) -> str:
        """Both ends, as they are offered."""
        return f"{self.value} – {self.end}"

    def taken(self, document: Document, field: Field) -> Edit | None:
        """The edit that writes the first page in the field and the last one in that beside it."""
        last = field.address.parent.child("end")
        steps = [
            lambda now: set_value(now, field.address, self.value),
            lambda now: set_value(now, last, self.end),
        ]
        name = f"Edit {label(document, field.address)}"
        return composed(document, name, steps, field.address)


_PAGES = re.compile(
    r"(?:pp?\.?|с\.|стр\.|б\.|S\.)?\s*([A-Za-z]?\d+[a-z]?|[ivxlc]+)\s*[-–—]\s*"
    r"([A-Za-z]?\d+[a-z]?|[ivxlc]+)\.?",
    re.I,
)


def pages(text: str) -> PageRange | None:
    """The pages that a text means, None if they are no range; “125-30” ends at 130."""
    match = _PAGES.fullmatch(text.strip())
    if match is None:
        return None
    first, last = match[1], match[2]
    if first.isdigit() and last.isdigit():
        if len(last) < len(first):
            last = first[: -len(last)] + last
        if int(last) < int(first):
            return None
    return PageRange(first, last)
