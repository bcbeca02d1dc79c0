"""The small notations of the schema data: version ranges, names with marks, content.

`3.4-` is a version range, `type[3.1-]` a name that exists in a range, `(a | b?)*` what an element
contains. A mistake in the data raises NotationError with the text that could not be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

Kind = Literal["name", "any", "sequence", "choice", "all"]
OCCURRENCE: dict[str, tuple[int, int | None]] = {
    "": (1, 1),
    "?": (0, 1),
    "*": (0, None),
    "+": (1, None),
}
GROUPS: dict[str, Kind] = {",": "sequence", "|": "choice", "&": "all"}
_TOKEN = re.compile(
    r"\s*(?:(?P<mark>[(),|&])|(?P<name>[A-Za-z][\w:-]*)(?:\[(?P<range>[^\]]*)\])?)"
    r"(?P<occurs>[?*+]|\{(?P<least>\d+),\})?"
)


class NotationError(ValueError):
    """A piece of the schema data cannot be read."""


@dataclass(frozen=True, slots=True, eq=False)  # by identity: they are keys of caches
class Particle:
    """One member of a content: a name, a place for any element, or a group of particles.

    `name` is the element's name, or for `any` how its content is judged ("lax" or "skip");
    `most` is None when it may be repeated without end; `range` is as written in the data.
    """

    kind: Kind
    name: str = ""
    parts: tuple[Particle, ...] = ()
    least: int = 1
    most: int | None = 1
    range: str = ""

    def names(self) -> Iterator[str]:
        """The names of the elements in it, in the order written, each once."""
        seen = dict.fromkeys(self._all_names())
        return iter(seen)

    def _all_names(self) -> Iterator[str]:
        if self.kind == "name":
            yield self.name
        for part in self.parts:
            yield from part._all_names()

    def occurs(self, name: str) -> tuple[int, int | None]:
        """How often at least and at most `name` may occur here; (0, 0) if never."""
        if self.kind == "name":
            return (self.least, self.most) if self.name == name else (0, 0)
        found = [part.occurs(name) for part in self.parts]
        if not found:
            return 0, 0
        if self.kind != "choice":
            least, most = sum(f[0] for f in found), _total([f[1] for f in found])
        else:
            least, most = min(f[0] for f in found), _greatest([f[1] for f in found])
        repeated = None if self.most is None and most != 0 else _product(most, self.most)
        return least * self.least, repeated


@dataclass(frozen=True, slots=True)
class Content:
    """What stands inside an element: a value of some kind, children, anything, or nothing.

    `value` is the kind of a value ("text", "uri", "positive"…), with `list` naming a closed list.
    """

    kind: Literal["empty", "value", "children", "mixed", "any"]
    value: str = ""
    list: str = ""
    particle: Particle | None = None


def _total(numbers: list[int | None]) -> int | None:
    return None if None in numbers else sum(n for n in numbers if n is not None)


def _greatest(numbers: list[int | None]) -> int | None:
    return None if None in numbers else max(n for n in numbers if n is not None)


def _product(a: int | None, b: int | None) -> int | None:
    if a == 0 or b == 0:
        return 0
    return None if a is None or b is None else a * b


@cache
def in_range(text: str, versions: tuple[str, ...]) -> frozenset[str]:
    """The versions that a range such as `3.0;3.4-` means; an empty range means all of them."""
    if not text.strip():
        return frozenset(versions)
    found: set[str] = set()
    for piece in text.split(";"):
        first, dash, last = (p.strip() for p in piece.partition("-"))
        try:
            start = versions.index(first) if first else 0
            stop = versions.index(last) if last else (len(versions) - 1 if dash else start)
        except ValueError:
            raise NotationError(
                f"“{text}” names a version that the standard does not have"
            ) from None
        found.update(versions[start : stop + 1])
    return frozenset(found)


def marked_names(text: str) -> Iterator[tuple[str, str, bool]]:
    """Read `type[3.1-] ID! @link` as (name, range, required), one for each word."""
    for word in text.split():
        found = re.fullmatch(r"(@?[\w:-]+)(!?)(?:\[([^\]]*)\])?(!?)", word)
        if not found:
            raise NotationError(f"“{word}” is not an attribute's name with its versions")
        yield found[1], found[3] or "", bool(found[2] or found[4])


@cache
def content(text: str) -> Content:
    """Read a content such as `text`, `list: issuance`, `mixed (ANY)*` or `(a?, b*)`."""
    text = text.strip()
    if text in ("any", "empty"):
        return Content("any" if text == "any" else "empty")
    if text.startswith("list:"):
        return Content("value", "text", list=text[5:].strip())
    mixed = text.startswith("mixed ")
    body = text.removeprefix("mixed ").strip()
    if not body.startswith("("):
        return Content("value", text)
    particle, rest = _group(body)
    if rest.strip():
        raise NotationError(f"“{rest}” is left over in the content “{text}”")
    return Content("mixed" if mixed else "children", particle=particle)


def _group(text: str) -> tuple[Particle, str]:
    particle, rest, _ = _particle(text)
    return particle, rest


def _particle(text: str) -> tuple[Particle, str, str]:
    found = _TOKEN.match(text)
    if not found or found["mark"] in (",", "|", "&", ")"):
        raise NotationError(f"a name or “(” should stand at “{text}”")
    if found["name"]:
        least, most = _occurrence(found)
        name = found["name"]
        if name.startswith("ANY"):
            process = "skip" if name.endswith("unchecked") else "lax"
            particle = Particle("any", process, least=least, most=most)
        else:
            particle = Particle("name", name, (), least, most, found["range"] or "")
        return particle, text[found.end() :], ""
    return _parts(text[found.end() :], text)


def _parts(rest: str, whole: str) -> tuple[Particle, str, str]:
    parts: list[Particle] = []
    kind: Kind = "sequence"
    while True:
        part, rest, _ = _particle(rest)
        parts.append(part)
        found = _TOKEN.match(rest)
        if not found or not found["mark"] or found["mark"] == "(":
            raise NotationError(f"“,”, “|” or “)” should stand at “{rest}” in “{whole}”")
        rest = rest[found.end() :]
        if found["mark"] == ")":
            least, most = _occurrence(found)
            return Particle(kind, "", tuple(parts), least, most), rest, ""
        kind = GROUPS[found["mark"]]


def _occurrence(found: re.Match[str]) -> tuple[int, int | None]:
    if found["least"]:
        return int(found["least"]), None
    return OCCURRENCE[found["occurs"] or ""]


def restrict(particle: Particle, version: str, versions: tuple[str, ...]) -> Particle | None:
    """The particle as it is in one version, or None when nothing is left of it."""
    if particle.kind == "name":
        return particle if version in in_range(particle.range, versions) else None
    if particle.kind == "any":
        return particle
    parts = [restrict(part, version, versions) for part in particle.parts]
    left = tuple(part for part in parts if part is not None)
    return replace(particle, parts=left) if left else None


def first_and_last(found: frozenset[str], versions: Sequence[str]) -> tuple[str, str]:
    """The first and the last version of a set, in the standard's order; ("", "") of none."""
    ordered = [version for version in versions if version in found]
    return (ordered[0], ordered[-1]) if ordered else ("", "")
