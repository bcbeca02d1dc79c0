"""Titles, names and dates of a record, written out for people."""

from __future__ import annotations

import re

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.export.reading import elements, record, texts

_LONGEST = 48
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateCaptured", "dateOther")


def title(info: Element) -> str:
    """A title with its article, subtitle and part."""
    main = " ".join([*texts(info, "nonSort"), *texts(info, "title")])
    parts = [*texts(info, "partNumber"), *texts(info, "partName")]
    said = ": ".join([main, *texts(info, "subTitle")]) if main else ""
    return ". ".join([piece for piece in (said, *parts) if piece])


def titles(record: Element) -> list[str]:
    """All titles, those without a type first."""
    infos = elements(record, "titleInfo")
    infos.sort(key=lambda info: info.get("type") is not None)
    return [said for info in infos if (said := title(info))]


def name(element: Element) -> str:
    """A name as "Family, Given (dates)", or as it is displayed."""
    family = texts(element, "namePart", type="family")
    given = texts(element, "namePart", type="given")
    plain = [t for part in elements(element, "namePart") if part.get("type") is None
             for t in texts(part)]  # fmt: skip
    dates = texts(element, "namePart", type="date")
    said = ", ".join([" ".join(part) for part in (family, given) if part]) or " ".join(plain)
    said = said or " ".join(texts(element, "displayForm"))
    return f"{said} ({' '.join(dates)})" if dates and said else said


def is_author(element: Element) -> bool:
    """Whether a name made the work: by its role, or because no role is given."""
    roles = {role.lower() for role in texts(element, "role", "roleTerm")}
    return not roles or bool(roles & {"aut", "author", "cre", "creator"})


def date(record: Element) -> str:
    """The date that matters most: the key date, else the date of issue, else another."""
    origins = elements(record, "originInfo")
    found = [leaf for kind in _DATES for origin in origins for leaf in elements(origin, kind)]
    found.sort(key=lambda leaf: leaf.get("keyDate") != "yes")
    start = [leaf for leaf in found if leaf.get("point") != "end" and leaf.value.strip()]
    end = [leaf for leaf in found if leaf.get("point") == "end" and leaf.value.strip()]
    said = start[0].value.strip() if start else ""
    return f"{said}/{end[0].value.strip()}" if said and end else said


def file_stem(document: Document, part: str) -> str:
    """A name for a file after the title of a record, or else its identifier; "" without both."""
    try:
        root = record(document, part)
    except KeyError:
        return ""
    said = [*titles(root), *texts(root, "identifier")]
    words = re.findall(r"\w+", said[0].casefold()) if said else []
    stem = ""
    for word in words:
        if len(stem) + len(word) > _LONGEST:
            break
        stem = f"{stem}-{word}" if stem else word
    return stem or "".join(words)[:_LONGEST]
