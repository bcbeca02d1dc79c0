"""Reads one vocabulary's file: a few `# key: value` lines, the column names, then a line a code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from catalog_app import paths

COLUMNS = (
    "code",
    "label",
    "status",
    "replaced_by",
    "alternatives",
    "also",
    "kindred",
    "uri",
    "scope",
)
SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class VocabularyFile:
    """A vocabulary as read: what its head says, and its lines, still unsplit.

    A line is split only when its entry is asked for: the language list has 8,000 of them.
    """

    head: dict[str, str]
    lines: tuple[str, ...]


def folder() -> Path:
    """The folder that holds one TSV file a vocabulary."""
    return paths.resources() / "vocabularies"


def read(name: str) -> VocabularyFile:
    """Read the vocabulary of that name; FileNotFoundError if there is none."""
    return parse((folder() / f"{name}.tsv").read_text(encoding="utf-8"))


def parse(text: str) -> VocabularyFile:
    """Split a file's text into its head and its lines."""
    head: dict[str, str] = {}
    lines = text.rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        if not line.startswith("# "):
            return VocabularyFile(head, tuple(lines[number + 1 :]))
        key, _, value = line[2:].partition(": ")
        head[key] = value
    return VocabularyFile(head, ())


def cells(line: str) -> list[str]:
    """The cells of a line, in the order of COLUMNS; trailing empty ones may be left out."""
    found = line.split("\t")
    return found + [""] * (len(COLUMNS) - len(found))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds a list."""
    return tuple(cell.split(SEPARATOR)) if cell else ()
