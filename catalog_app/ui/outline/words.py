"""What the rows of the outline are called."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from catalog_app.document.outline import Entry
from catalog_app.ui.numbers import grouped

translate = QCoreApplication.translate
_NUMBERED = re.compile(r"Group (\d+(?:\.\d+)*)")


def kind(name: str) -> str:
    """The word for a kind of row; a name that is none stays as it is."""
    known = {
        "package": translate("Outline", "Package"),
        "records": translate("Outline", "Records"),
        "header": translate("Outline", "Header"),
        "rights": translate("Outline", "Rights"),
        "technical": translate("Outline", "Technical data"),
        "source": translate("Outline", "Source"),
        "provenance": translate("Outline", "Provenance"),
        "administration": translate("Outline", "Administration"),
        "metadata": translate("Outline", "Metadata"),
        "files": translate("Outline", "Files"),
        "structure": translate("Outline", "Structure"),
        "links": translate("Outline", "Links"),
        "section": translate("Outline", "Sections"),
        "link": translate("Outline", "Link"),
        "others": translate("Outline", "Without MODS"),
        "other": translate("Outline", "Entry"),
        "filegroup": translate("Outline", "Group of files"),
    }
    return known.get(name, name)


def files(number: int) -> str:
    """How many files are in a group."""
    return f"({grouped(number)})" if number else translate("Outline", "(none)")


def group(name: str) -> str:
    """A group of files by what it is called; by its number if it says nothing of itself."""
    numbered = _NUMBERED.fullmatch(name)
    return translate("Outline", "Group %1").replace("%1", numbered[1]) if numbered else name


def note(entry: Entry, number: int) -> str:
    """The small words behind a row's name; a `number` below 0 is not known yet."""
    count = grouped(number) if number >= 0 else "…"
    if entry.kind == "files":
        return f"({count})" if number else translate("Outline", "(none)")
    if entry.kind == "structure":
        return f"{entry.name.lower()} · {_divisions(number)}".removeprefix(" · ")
    if entry.kind in ("records", "group", "links", "others") and (number != 1 or entry.children):
        return f"({count})"
    if entry.kind == "other":
        return held(entry.holds)
    if entry.kind in ("technical", "source", "provenance", "administration", "section"):
        return entry.name
    return ""


def held(name: str) -> str:
    """What an entry of a harvested list holds instead of MODS, in words."""
    known = {
        "dc": translate("Outline", "Dublin Core"),
        "deleted": translate("Outline", "deleted"),
        "": translate("Outline", "empty"),
    }
    return known.get(name, name)


def _divisions(number: int) -> str:
    if number < 0:
        return "…"
    said = translate("Outline", "%n division(s)", "", number)
    plain = said.replace("%n", str(number)).replace("(s)", "s" if number != 1 else "")
    return plain.replace(str(number), grouped(number))


def found(errors: int, others: int) -> str:
    """How many findings there are, in words."""
    said = []
    if errors:
        said.append(translate("Outline", "errors: %1").replace("%1", str(errors)))
    if others:
        said.append(translate("Outline", "to look at: %1").replace("%1", str(others)))
    return ", ".join(said)
