"""What is said about one part of a file, and one voice made of the schema's and the rules'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalog_app.document.address import Address
from catalog_app.validation.finding import Finding
from catalog_app.validation.place import Places, Xml, elements_of, name_of

# Oddities that the schema also complains about: the rule knows what it is and how to mend it.
_KNOWN_BETTER = frozenset(f"eprints.Q{number}" for number in (2, 3, 5, 8, 16))
# What need not be said again where the schema has said something about the same element.
_SAID = frozenset(
    (
        "mods.empty-element",
        "mods.unknown-element",
        "mets.mods-name",
        "mets.unknown-element",
        "mets.hollow-section",
        "id.duplicate",
        "eprints.Q13",
        "reference.document",
    )
)


@dataclass(frozen=True, slots=True)
class PartReport:
    """The verdict on one part: kind, version judged by, name in addresses, place, findings."""

    kind: str
    version: str
    name: str
    line: int
    path: str
    findings: tuple[Finding, ...]

    @property
    def valid(self) -> bool:
        """Whether the part is valid by its standard's schema, whatever the rules say."""
        return not any(f.severity == "error" and f.source == "schema" for f in self.findings)

    def as_json(self) -> dict[str, object]:
        """The part as the command line prints it."""
        return {
            "kind": self.kind,
            "version": self.version,
            "line": self.line,
            "path": self.path,
            "valid": self.valid,
            "findings": [finding_json(finding) for finding in self.findings],
        }


def finding_json(finding: Finding) -> dict[str, object]:
    """A finding as the command line prints it."""
    return {
        "severity": finding.severity,
        "source": finding.source,
        "rule": finding.rule,
        "line": finding.line,
        "path": finding.path,
        "address": str(finding.address) if finding.address else "",
        "standard": finding.standard,
        "message": finding.message,
        "fixes": [fix.title for fix in finding.fixes],
    }


def combined(schema: Sequence[Finding], rules: Sequence[Finding]) -> tuple[Finding, ...]:
    """All findings about a part, one for each cause, in the order of the file's lines."""
    by_place: dict[Address, list[Finding]] = {}
    for finding in schema:
        if finding.address is not None:
            by_place.setdefault(finding.address.element, []).append(finding)
    replaced: set[int] = set()
    spoken: list[Finding] = []
    for finding in rules:
        said = _said(finding, by_place, replaced)
        if said is None:
            spoken.append(finding)
        elif finding.rule in _KNOWN_BETTER:
            replaced.add(id(said))
            spoken.append(_promoted(finding, said))
    rest = [finding for finding in schema if id(finding) not in replaced]
    return tuple(sorted([*rest, *spoken], key=lambda finding: finding.line))


def without_emptying(findings: Sequence[Finding], part: Xml, places: Places) -> list[Finding]:
    """The findings without the fixes that would take what a part cannot be without.

    A record by itself needs a field, a package a structMap.
    """
    last = {places.address(element) for element in _indispensable(part)}
    return [_kept(finding) if finding.address in last else finding for finding in findings]


def _indispensable(part: Xml) -> Iterator[Xml]:
    """The elements that are the last of what a part needs."""
    inside, parent = elements_of(part), part.getparent()
    if name_of(part)[1] == "mets":
        maps = [child for child in inside if name_of(child)[1] == "structMap"]
        yield from maps if len(maps) == 1 else ()
        return
    if name_of(part)[1] != "mods" or (parent is not None and name_of(parent)[1] == "xmlData"):
        return
    while len(inside) == 1:
        yield inside[0]
        inside = elements_of(inside[0])


def _kept(finding: Finding) -> Finding:
    return replace(finding, fixes=tuple(f for f in finding.fixes if f.repair != "remove-element"))


def _said(
    finding: Finding, by_place: dict[Address, list[Finding]], replaced: set[int]
) -> Finding | None:
    """What the schema has said about the same cause."""
    if finding.address is None or finding.rule not in _KNOWN_BETTER | _SAID:
        return None
    place = finding.address.element
    for one in by_place.get(place, ()):
        if id(one) not in replaced:
            return one
    if finding.rule == "eprints.Q5":
        for one in by_place.get(place.parent, ()):
            if one.rule.endswith("wrong-order") and id(one) not in replaced:
                return one
    return None


def _promoted(finding: Finding, said: Finding) -> Finding:
    """The rule's finding with the schema's weight."""
    return replace(finding, severity="error", source="schema", standard=said.standard)
