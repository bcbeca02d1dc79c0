"""The files that templates are read from: the shipped ones and the user's own.

What the user wrote may be wrong. A file that cannot be read is left out and so is a path that no
record can have; the rest is offered all the same, and a `Fault` says which file, which line, and
what is wrong there.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

from catalog_app import paths
from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS
from catalog_app.document.template import Level, Template, Want, Wanted, parse_path, whole
from catalog_app.schema.load import load

_LEVELS = get_args(Level)
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_FIELD = re.compile(r"\s*\[\[\s*field\s*\]\]")
_UNREADABLE = (
    "this line cannot be understood: a quotation mark, a bracket or an equals sign is missing "
    "or too many"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a template file, and in which line; 0 where it is no line in particular."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        return f"“{self.file.name}”{line}: {self.message}."


class _Wrong(ValueError):
    """What cannot be used, and the line where it stands or what that line sets."""

    def __init__(self, message: str, line: int = 0, sets: str = "path") -> None:
        super().__init__(message)
        self.line, self.sets = line, sets


def own_folder() -> Path:
    """Where the user's own templates are; it may not exist yet."""
    return paths.data() / "templates"


def templates(language: str = "en", own: Path | None = None) -> list[Template]:
    """The shipped templates and the user's own, by title; an own one replaces its namesake."""
    found: dict[str, Template] = {}
    for file in (*_shipped(), *_own(own)):
        template, _ = _read_as_it_is(file, language)
        if template is not None:
            found[file.stem] = template
    return sorted((_whole(one, found) for one in found.values()), key=lambda one: one.title)


def _whole(template: Template, others: dict[str, Template]) -> Template:
    """A template with the fields of those that it goes beyond, theirs first."""
    fields, seen, below = template.fields, {template.id}, others.get(template.beyond)
    while below is not None and below.id not in seen:
        seen.add(below.id)
        fields, below = below.fields + fields, others.get(below.beyond)
    return replace(template, fields=fields)


def faults(own: Path | None = None) -> list[Fault]:
    """What is wrong in the user's own templates."""
    known = {file.stem for file in (*_shipped(), *_own(own))}
    found: list[Fault] = []
    for file in _own(own):
        template, wrong = _read_as_it_is(file, "en")
        found += wrong
        if template is not None and template.beyond and template.beyond not in known:
            found.append(Fault(file, 0, f"there is no template “{template.beyond}” to go beyond"))
    return found


def shipped_file(template: Template) -> Path | None:
    """The file that a shipped template, or the one that an own one replaces, comes from."""
    return next((file for file in _shipped() if file.stem == template.id), None)


def _shipped() -> list[Path]:
    return sorted((paths.resources() / "templates").glob("*.toml"))


def _own(folder: Path | None) -> list[Path]:
    try:
        return sorted((folder or own_folder()).glob("*.toml"))
    except OSError:  # a folder that may not be looked into has nothing to offer
        return []


def _read_as_it_is(file: Path, language: str) -> tuple[Template | None, tuple[Fault, ...]]:
    """Read a file once for every state it is in: it may be mended while the program runs."""
    try:
        state = file.stat()
    except OSError:
        return None, ()
    return _read(file, (state.st_mtime_ns, state.st_size), language)


@cache
def _read(
    file: Path, _state: tuple[int, int], language: str
) -> tuple[Template | None, tuple[Fault, ...]]:
    try:
        text = file.read_text(encoding="utf-8")
        data = _parsed(text)
        words = data.get(language) if language != "en" else None
        return _made(file, text, data, words if isinstance(words, dict) else {})
    except UnicodeDecodeError:
        return None, (Fault(file, 0, "it is not written in UTF-8"),)
    except OSError as error:
        return None, (Fault(file, 0, f"it cannot be read ({error.strerror})"),)
    except _Wrong as error:
        return None, (Fault(file, error.line, str(error)),)


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        where = _WHERE.search(str(error))
        line = int(where[1]) if where and where[1] else text.rstrip().count("\n") + 1
        raise _Wrong(_UNREADABLE, line) from error


def _made(
    file: Path, text: str, data: dict[str, Any], words: dict[str, Any]
) -> tuple[Template, tuple[Fault, ...]]:
    version = data.get("version", "3.8")
    known = load("mods").versions
    if version not in known:
        line = _line_of(text, "version")
        raise _Wrong(f"“{version}” is no version of MODS; there are {', '.join(known)}", line)
    listed = data.get("field", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise _Wrong("every field begins with a line [[field]]", _line_of(text, "field"))
    fields, wrong = [], []
    for number, field in enumerate(listed):
        try:
            fields.append(_wanted(field, words))
        except _Wrong as error:
            wrong.append(Fault(file, _line_in(text, error.sets, number), str(error)))
    title = _text(words, "title") or _text(data, "title") or file.stem
    description = _text(words, "description") or _text(data, "description")
    measure = data.get("measure") is True
    made = Template(
        file.stem, title, description, version, tuple(fields), measure, _text(data, "beyond")
    )
    return made, tuple(wrong)


def _wanted(field: dict[str, Any], words: dict[str, Any]) -> Wanted:
    path = _text(field, "path")
    level = field.get("level", "recommended")
    if level not in _LEVELS:
        raise _Wrong(f"“{level}” is no level; there are {', '.join(_LEVELS)}", sets="level")
    reasons = words.get("why")
    return Wanted(
        _known(path),
        level,
        default=_text(field, "default"),
        shown=field.get("shown") is not False,
        hint=_text(words, path) or _text(field, "hint"),
        why=(_text(reasons, path) if isinstance(reasons, dict) else "") or _text(field, "why"),
        instead=_others(field.get("instead", [])),
    )


def _others(paths: object) -> tuple[tuple[Want, ...], ...]:
    if not isinstance(paths, list) or not all(isinstance(one, str) for one in paths):
        raise _Wrong("“instead” is a list of paths", sets="instead")
    return tuple(_known(one) for one in paths)


def _text(table: dict[str, Any], name: str) -> str:
    value = table.get(name, "")
    return value if isinstance(value, str) else ""


def _known(path: str) -> tuple[Want, ...]:
    """The steps of a path, all of which the schema knows."""
    if not path:
        raise _Wrong("a field has no path")
    if not whole(path):
        raise _Wrong(f"“{path}” is not written as a path is")
    steps = parse_path(path)
    names = tuple(step.name for step in steps)
    for depth, step in enumerate(steps, 1):
        declared = declared_at(MODS, names[:depth])
        if declared is None:
            raise _Wrong(f"MODS has no field “{'/'.join(names[:depth])}”")
        for name, value in step.attributes:
            attribute = declared.attribute(name)
            if attribute is None:
                raise _Wrong(f"“{step.name}” has no attribute “{name}” in MODS")
            if attribute.values and value not in attribute.values:
                raise _Wrong(f"“{value}” is no value of the attribute “{name}”")
        if step.holds and declared.child(step.holds) is None:
            raise _Wrong(f"MODS has no field “{'/'.join(names[:depth])}/{step.holds}”")
    return steps


def _line_of(text: str, name: str) -> int:
    """The line where something is set."""
    return _line_among(list(enumerate(text.split("\n"), 1)), name)


def _line_in(text: str, name: str, field: int) -> int:
    """The line where a field sets something; if none does, the one with which it begins."""
    lines = list(enumerate(text.split("\n"), 1))
    begins = [at for at, line in lines if _FIELD.match(line)]
    if field >= len(begins):
        return 0  # it is written in another way, all fields in one line
    first, last = (*begins, len(lines))[field : field + 2]
    return _line_among(lines[first - 1 : last], name)


def _line_among(lines: list[tuple[int, str]], name: str) -> int:
    wanted = re.compile(rf"\s*(\[+\s*)?[\"']?{name}\b")
    return next((at for at, line in lines if wanted.match(line)), lines[0][0])
