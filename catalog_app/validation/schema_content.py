"""Children against what an element may contain: what is too much, missing, or out of order.

Works on names alone. The official content models are deterministic, so that matching from left to
right, without ever going back, is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from catalog_app.schema.notation import Particle

ANY = "*"


@dataclass(frozen=True)
class Misfit:
    """One thing that is wrong with the children.

    `unknown`, `surplus` and `exclusive` are about the child at `index`; `order` and `missing`
    about all of them. `names` are the names wanted (missing), the one that excludes it
    (exclusive), or all in their right order (order).
    """

    kind: Literal["unknown", "surplus", "exclusive", "order", "missing"]
    index: int = -1
    names: tuple[str, ...] = ()


@cache
def nullable(particle: Particle) -> bool:
    """Tell whether nothing at all is enough for it."""
    if particle.least == 0:
        return True
    if not particle.parts:
        return False
    combine = any if particle.kind == "choice" else all
    return combine(nullable(part) for part in particle.parts)


@cache
def first(particle: Particle) -> frozenset[str]:
    """The names with which it can begin; ANY stands for every name."""
    if particle.kind == "name":
        return frozenset({particle.name})
    if particle.kind == "any":
        return frozenset({ANY})
    found: set[str] = set()
    for part in particle.parts:
        found |= first(part)
        if particle.kind == "sequence" and not nullable(part):
            break
    return frozenset(found)


@cache
def known_names(particle: Particle) -> frozenset[str]:
    """All names that occur in it; ANY if every name may."""
    if particle.kind == "any":
        return frozenset({ANY})
    if particle.kind == "name":
        return frozenset({particle.name})
    return frozenset().union(*(known_names(part) for part in particle.parts))


def _begins(particle: Particle, names: Sequence[str], at: int) -> bool:
    if at >= len(names):
        return False
    able = first(particle)
    return names[at] in able or ANY in able


def consume(particle: Particle, names: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
    """Match from `at` as far as it goes: where it ended, and what was wanted there if it failed."""
    count = 0
    while (particle.most is None or count < particle.most) and _begins(particle, names, at):
        if particle.kind in ("name", "any"):
            after, wanted = at + 1, frozenset[str]()
        else:
            after, wanted = _once(particle, names, at)
        if wanted:
            return after, wanted
        if after == at:
            break
        at, count = after, count + 1
    if count >= particle.least or nullable(particle):
        return at, frozenset()
    return at, first(particle)


def _once(particle: Particle, names: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
    if particle.kind == "choice":
        part = next(part for part in particle.parts if _begins(part, names, at))
        return consume(part, names, at)
    waiting = list(particle.parts)
    while waiting:
        if particle.kind == "all":
            waiting.sort(key=lambda part: not _begins(part, names, at))
        at, wanted = consume(waiting.pop(0), names, at)
        if wanted:
            return at, wanted
    return at, frozenset()


@cache
def _in_any_order(particle: Particle) -> bool:
    """Tell whether it is a list of names in any order and number, as most of MODS is."""
    return particle.most is None and all(p.kind == "name" and p.least == 1 for p in particle.parts)


def fits(particle: Particle, names: Sequence[str]) -> bool:
    """Tell whether exactly these children, in this order, are allowed."""
    if particle.kind == "choice" and _in_any_order(particle):
        return known_names(particle).issuperset(names) and bool(names or particle.least == 0)
    at, wanted = consume(particle, names, 0)
    return not wanted and at == len(names)


def misfits(particle: Particle, names: Sequence[str]) -> list[Misfit]:
    """All that is wrong with these children; [] exactly if they fit."""
    if fits(particle, names):
        return []
    known = known_names(particle)
    found = [
        Misfit("unknown", i) for i, n in enumerate(names) if n not in known and ANY not in known
    ]
    left = [i for i, name in enumerate(names) if name in known or ANY in known]
    if found and not left:
        return found
    surplus = _surplus(particle, names, left)
    left = [i for i in left if i not in {m.index for m in surplus}]
    exclusive = _exclusive(particle, names, left)
    left = [i for i in left if i not in {m.index for m in exclusive}]
    found += surplus + exclusive + _arrangement(particle, [names[i] for i in left])
    return found or [Misfit("order", names=tuple(names))]


def _surplus(particle: Particle, names: Sequence[str], left: list[int]) -> list[Misfit]:
    counts: dict[str, int] = {}
    found = []
    most = {name: particle.occurs(name)[1] for name in {names[i] for i in left}}
    for index in left:
        name = names[index]
        counts[name] = counts.get(name, 0) + 1
        limit = most[name]
        if limit is not None and 0 < limit < counts[name]:
            found.append(Misfit("surplus", index))
    return found


def _exclusive(particle: Particle, names: Sequence[str], left: list[int]) -> list[Misfit]:
    """Children that exclude each other, as etal and namePart do: the first one is kept."""
    if particle.kind != "choice" or particle.most != 1 or not left:
        return []
    present = {names[i] for i in left}
    if any(present <= known_names(part) for part in particle.parts):
        return []
    chosen = max(particle.parts, key=lambda part: _agreeing(part, names, left))
    inside = known_names(chosen)
    keeper = next(names[i] for i in left if names[i] in inside)
    return [Misfit("exclusive", i, (keeper,)) for i in left if names[i] not in inside]


def _agreeing(part: Particle, names: Sequence[str], left: list[int]) -> int:
    inside = known_names(part)
    return next((n for n, i in enumerate(left) if names[i] not in inside), len(left))


def _arrangement(particle: Particle, names: list[str]) -> list[Misfit]:
    """What is wrong with the order, and what is missing; [] if these children fit."""
    if fits(particle, names):
        return []
    chosen = _alternative(particle, names)
    ordered = in_order(chosen, names)
    found = [Misfit("order", names=tuple(ordered))] if ordered != names else []
    wanted = consume(chosen, ordered, 0)[1]
    return found + ([Misfit("missing", names=_as_written(chosen, wanted))] if wanted else [])


def _as_written(particle: Particle, wanted: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in particle.names() if name in wanted) or tuple(sorted(wanted))


def _alternative(particle: Particle, names: Sequence[str]) -> Particle:
    """Of a choice the alternative to which all these names belong."""
    if particle.kind != "choice" or particle.most != 1 or not names:
        return particle
    able = [part for part in particle.parts if {*names} <= known_names(part)]
    return _alternative(able[0], names) if able else particle


def in_order(particle: Particle, names: Sequence[str]) -> list[str]:
    """The names in the order of the sequence, those of one slot as they stood."""
    if particle.kind != "sequence":
        return list(names)
    slots = {name: slot for slot, part in enumerate(particle.parts) for name in known_names(part)}
    return sorted(names, key=lambda name: slots.get(name, len(slots)))
