"""How an edit, a finding, a field and a test point at the same node."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_STEP = re.compile(r"(?P<name>(?:\{[^}]*\})?[^/\[\]{}@]+)(?:\[(?P<occurrence>[1-9][0-9]*)\])?")


class AddressError(ValueError):
    """The text is not an address."""


@dataclass(frozen=True, slots=True)
class Step:
    """One element on the way down: its name and which of the siblings with that name, from 1.

    The name is the local name for elements of the part's own standard (MODS in a record, METS in
    a package) and `{namespace}local` for all others.
    """

    name: str
    occurrence: int = 1

    def __str__(self) -> str:
        return self.name if self.occurrence == 1 else f"{self.name}[{self.occurrence}]"


@dataclass(frozen=True, slots=True)
class Address:
    """A place in a document: the part (`record1`, `package1`, `entry1`), steps, an attribute.

    Text form: `record1/name[2]/namePart`, `record1/name[2]/@type`; a first occurrence is not
    numbered. Attribute names are local, `xlink:href` and `xml:lang` style for the well-known
    namespaces, `{namespace}local` for all others.
    """

    part: str
    steps: tuple[Step, ...] = ()
    attribute: str = ""

    def __str__(self) -> str:
        pieces = [self.part, *map(str, self.steps)]
        if self.attribute:
            pieces.append("@" + self.attribute)
        return "/".join(pieces)

    @property
    def element(self) -> Address:
        """The address of the element, without the attribute."""
        return replace(self, attribute="") if self.attribute else self

    @property
    def parent(self) -> Address:
        """The address of the enclosing element (of the element itself for an attribute)."""
        if self.attribute:
            return self.element
        return replace(self, steps=self.steps[:-1])

    @property
    def name(self) -> str:
        """The name of the last step, or the empty string for the part itself."""
        return self.steps[-1].name if self.steps else ""

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the steps without their occurrences, which is a place in the schema."""
        return tuple(step.name for step in self.steps)

    def child(self, name: str, occurrence: int = 1) -> Address:
        """The address of a child element."""
        return Address(self.part, (*self.steps, Step(name, occurrence)))

    def at(self, attribute: str) -> Address:
        """The address of an attribute of this element."""
        return replace(self, attribute=attribute)

    def contains(self, other: Address) -> bool:
        """Tell whether `other` is this place or one inside it."""
        if self.part != other.part or self.steps != other.steps[: len(self.steps)]:
            return False
        return not self.attribute or self == other


def parse_address(text: str, default_part: str = "record1") -> Address:
    """Read the text form; without a part in front it means the first record.

    Raises AddressError with a sentence for the user.
    """
    body, _, attribute = text.strip().partition("@")
    position, part, steps = 0, default_part, []
    body = body.strip("/")
    first = re.match(r"(?:record|package|entry)[1-9][0-9]*(?=/|$)", body)
    if first:
        part, position = first[0], first.end() + 1
    while position < len(body):
        found = _STEP.match(body, position)
        if not found or (found.end() < len(body) and body[found.end()] != "/"):
            raise AddressError(
                f"“{text}” is not an address: it reads like titleInfo/title or name[2]/@type."
            )
        steps.append(Step(found["name"], int(found["occurrence"] or 1)))
        position = found.end() + 1
    return Address(part, tuple(steps), attribute.strip())
