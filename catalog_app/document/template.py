"""What a kind of resource asks for: fields to show empty, what is required, what is preset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.element import Element
from catalog_app.document.names import step_name

Level = Literal["required", "recommended", "optional"]
_STEP = re.compile(r"([^/\[\]()]+)((?:\[[^\]]+\]|\([^)]+\))*)(?:/|$)")
_CONDITION = re.compile(r"\[([^=\]]+)=([^\]]*)\]")
_PRESET = re.compile(r"\(([^=)]+)=([^)]*)\)")
_HOLDING = re.compile(r"\[([^=\]]+)\]")


@dataclass(frozen=True, slots=True)
class Want:
    """One step of a wanted path: an element with what makes it the one meant.

    That is its attributes and, where elements of one name are headings of different kinds, what
    it holds: a subject that is a topic is another one than a subject that is a place. Attributes
    named in `presets` are what a new one begins with: a date in another encoding is the date too.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    holds: str = ""
    presets: frozenset[str] = frozenset()

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The attributes without which an element is not the one meant."""
        return tuple((name, value) for name, value in self.attributes if name not in self.presets)

    def fits(self, element: Element, standard: str) -> bool:
        """Tell whether an element is the one meant; an empty one may still become it."""
        if step_name(element.name, standard) != self.name:
            return False
        if any(element.get(name) != value for name, value in self.conditions):
            return False
        if not self.holds or not element.has_elements:
            return True
        return any(step_name(c.name, standard) == self.holds for c in element.children())


@dataclass(frozen=True, slots=True)
class Wanted:
    """A field that a template asks for, with its preset value and why it matters.

    `hint` stands in the empty field, `why` is said where the field is missing. What stands at one
    of the paths of `instead` is as good: one date or another.
    """

    path: tuple[Want, ...]
    level: Level = "optional"
    default: str = ""
    shown: bool = True
    hint: str = ""
    why: str = ""
    instead: tuple[tuple[Want, ...], ...] = ()

    @property
    def key(self) -> str:
        """The path below its first step, as text: what tells this field from its neighbours."""
        return "/".join(f"{want.name}{dict(want.attributes) or ''}" for want in self.path[1:])

    def answers(self, other: Wanted) -> bool:
        """Tell whether what fills this field fills another one too: no step is less exact."""
        return len(self.path) == len(other.path) and all(
            mine.name == theirs.name and set(theirs.conditions) <= set(mine.conditions)
            for mine, theirs in zip(self.path, other.path, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of record: `id` is its file's name, `version` the MODS version of new records.

    A `measure` only says what a good record has; nobody begins a record from it. What another
    template asks for, of that `id`, is asked for too by one that goes `beyond` it.
    """

    id: str
    title: str
    description: str = ""
    version: str = "3.8"
    fields: tuple[Wanted, ...] = ()
    measure: bool = False
    beyond: str = ""

    def draft(self) -> Draft:
        """A new record holding only what is preset."""
        return Draft("mods", (("version", self.version),), "", drafts_of(self.fields))


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what a template asks for a record has."""

    missing: tuple[Wanted, ...]
    present: int
    total: int


def parse_path(text: str) -> tuple[Want, ...]:
    """Read `name[type=personal]/namePart`, `subject[topic]/topic` or `dateIssued(encoding=edtf)`.

    What stands in square brackets must be so; what stands in round ones is so in a new field.
    """
    steps = []
    for match in _STEP.finditer(text):
        conditions, presets = _said(_CONDITION, match[2]), _said(_PRESET, match[2])
        holding = _HOLDING.search(match[2])
        names = frozenset(name for name, _ in presets)
        steps.append(Want(match[1], conditions + presets, holding[1] if holding else "", names))
    return tuple(steps)


def whole(text: str) -> bool:
    """Tell whether all of a text is read as a path, with nothing left over between the steps."""
    return sum(len(match[0]) for match in _STEP.finditer(text)) == len(text)


def _said(pattern: re.Pattern[str], text: str) -> tuple[tuple[str, str], ...]:
    return tuple((m[1].strip(), m[2].strip("\"' ")) for m in pattern.finditer(text))


def find(element: Element, path: tuple[Want, ...], standard: str) -> Element | None:
    """The first element below `element` that a wanted path leads to."""
    if not path:
        return element
    for child in element.children():
        if path[0].fits(child, standard):
            found = find(child, path[1:], standard)
            if found is not None:
                return found
    return None


def completeness(document: Document, part: str, template: Template) -> Completeness:
    """Compare a record with what a template requires and recommends; what is empty is not there."""
    anchor = document.anchor(part)
    wanted = [field for field in template.fields if field.level != "optional"]
    if anchor is None:
        return Completeness(tuple(wanted), 0, len(wanted))
    root, standard = document.anchored(anchor), document.standard(part)
    missing = tuple(
        field
        for field in wanted
        if not any(_filled(find(root, p, standard)) for p in (field.path, *field.instead))
    )
    return Completeness(missing, len(wanted) - len(missing), len(wanted))


def _filled(element: Element | None) -> bool:
    if element is None:
        return False
    return bool(element.value.strip()) or any(_filled(child) for child in element.children())


def drafts_of(fields: tuple[Wanted, ...]) -> tuple[Draft, ...]:
    """Drafts of the preset values; neighbours with the same first step share one element."""
    return tuple(_drafts(fields))


def _drafts(fields: tuple[Wanted, ...]) -> Iterator[Draft]:
    groups: dict[Want, list[Wanted]] = {}
    for field in fields:
        if field.default:
            groups.setdefault(field.path[0], []).append(field)
    for first, members in groups.items():
        text = "".join(m.default for m in members if len(m.path) == 1)
        below = tuple(Wanted(m.path[1:], m.level, m.default) for m in members if len(m.path) > 1)
        yield Draft(first.name, first.attributes, text, drafts_of(below))


def nested(path: tuple[Want, ...], text: str) -> Draft:
    """A draft of one value with all the elements of a wanted path around it."""
    children = (nested(path[1:], text),) if len(path) > 1 else ()
    return Draft(path[0].name, path[0].attributes, "" if children else text, children)
