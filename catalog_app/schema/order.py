"""Where a new child belongs among the children that are there, and whether there is room for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from catalog_app.schema.model import Element
from catalog_app.schema.notation import Particle


def insert_position(
    element: Element, existing: Sequence[str], new: str, version: str | None = None
) -> int:
    """The index among the `existing` child names at which `new` belongs.

    Where the standard demands a sequence, its place in the sequence; otherwise after the last
    sibling of the same name, else where the authored order puts it. What is there is never moved.
    """
    content = element.entry.content_in(version) if version else element.model
    authored = [child.name for child in element.children]
    return _position(content.particle, list(existing), new, authored)


def is_free(element: Element) -> bool:
    """Whether the children may stand in any order: the standard demands no sequence."""
    particle = element.model.particle
    return particle is None or particle.most != 1 or particle.kind not in ("sequence", "choice")


def has_room(element: Element, existing: Mapping[str, int], new: str) -> bool:
    """Whether one more child may stand beside those that are there, given by how many they are.

    What is missing or wrong among those is another matter.
    """
    particle = element.model.particle
    most = particle.occurs(new)[1] if particle else None
    if particle is None or most == 0:  # the name is one of another version
        return True
    enough = most is not None and existing.get(new, 0) >= most
    return not enough and all(_together(particle, new, other) for other in existing if other != new)


def _together(particle: Particle, one: str, other: str) -> bool:
    """Whether two names may stand side by side; one that stands nowhere is in nobody's way."""
    holding = [[part for part in particle.parts if part.occurs(n) != (0, 0)] for n in (one, other)]
    if particle.most != 1 or not holding[1]:
        return True
    if particle.kind != "choice" and any(a is not b for a in holding[0] for b in holding[1]):
        return True
    return any(_together(part, one, other) for part in holding[0] if part in holding[1])


def _position(particle: Particle | None, existing: list[str], new: str, authored: list[str]) -> int:
    if particle is None or particle.most != 1 or particle.kind not in ("sequence", "choice"):
        return _free(existing, new, authored)
    if particle.kind == "choice":
        fits = [part for part in particle.parts if {*existing, new} <= {*part.names()}]
        return _position(fits[0] if fits else None, existing, new, authored)
    slots = {name: slot for slot, part in enumerate(particle.parts) for name in part.names()}
    if new not in slots:
        return _free(existing, new, authored)
    start = _after(existing, lambda name: slots.get(name, -1) < slots[new] and name in slots)
    stop = _after(existing, lambda name: slots.get(name, -1) <= slots[new] and name in slots)
    return start + _position(
        particle.parts[slots[new]], existing[start:stop], new, authored
    )  # the sequence may hold a choice, in which the order is free again


def _after(existing: list[str], wanted: Callable[[str], bool]) -> int:
    found = [index for index, name in enumerate(existing) if wanted(name)]
    return found[-1] + 1 if found else 0


def _free(existing: list[str], new: str, authored: list[str]) -> int:
    if new in existing:
        return _after(existing, lambda name: name == new)
    rank = {name: order for order, name in enumerate(authored)}
    if new not in rank:
        return len(existing)
    return _after(existing, lambda name: rank.get(name, len(rank)) < rank[new])
