"""What a check is given, and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from catalog_app.document.names import MODS, attribute_name
from catalog_app.schema.model import Element as Declared
from catalog_app.validation.finding import Finding, Fix, Severity
from catalog_app.validation.place import Places, Xml, text_of
from catalog_app.validation.rules.table import TABLE


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules are switched off, and which count for more or less than usual.

    `off` holds rule identifiers or whole families ("eprints", "text").
    """

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def wants(self, rule: str) -> bool:
        """Whether a rule is switched on."""
        return rule not in self.off and rule.partition(".")[0] not in self.off

    def severity(self, rule: str, usual: Severity) -> Severity:
        """How grave the user wants findings of a rule to be."""
        return self.severities.get(rule, usual)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about the part that is being checked.

    `version` is the version it is judged by; `eprints` whether EPrints has made the file, whose
    habits then get the names Q1 to Q16. `text` are the bytes of the whole file, if they are at
    hand: what they nowhere mention need not be looked for in the tree. `links_hold` tells for a
    large file whether surely all its links are good, if somebody has looked.
    """

    places: Places
    version: str = ""
    eprints: bool = False
    text: bytes = b""
    links_hold: Callable[[], bool] | None = None

    def mentions(self, word: str) -> bool:
        """Whether a word stands anywhere in the file; True where that is not known."""
        return not self.text or word.encode() in self.text

    def named(self, oddity: str, general: str) -> str:
        """The rule's name: the oddity of EPrints in its files, the general rule elsewhere."""
        return f"eprints.{oddity}" if self.eprints else general

    def finding(
        self,
        rule: str,
        element: Xml,
        message: str,
        *fixes: Fix,
        attribute: str = "",
        standard: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding about an element or one of its attributes."""
        return Finding(
            severity or TABLE[rule].severity,
            "rule",
            rule,
            message,
            self.places.address(element, attribute),
            self.places.path(element, attribute),
            self.places.line(element),
            standard,
            fixes,
        )


@dataclass(frozen=True, slots=True)
class Field:
    """An element of a record with what the schema says about it (None for what it does not know).

    `attributes` are spelled as in addresses.
    """

    element: Xml
    declared: Declared | None
    context: Context

    @property
    def value(self) -> str:
        """The text directly inside."""
        return text_of(self.element)

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by their address spelling."""
        return {attribute_name(_split(str(k))): str(v) for k, v in self.element.attrib.items()}

    @property
    def label(self) -> str:
        """What the cataloguer calls it."""
        return self.declared.label if self.declared else local_name(self.element)

    def children(self, name: str) -> list[Xml]:
        """The MODS children of that name."""
        return list(self.element.iterchildren(f"{{{MODS}}}{name}"))


def local_name(element: Xml) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _split(name: str) -> tuple[str, str]:
    namespace, closed, local = name.rpartition("}")
    return (namespace[1:], local) if closed else ("", name)


def plural(number: int, one: str, many: str) -> str:
    """A number with its word: `1 file`, `3 files`."""
    return f"{number} {one if number == 1 else many}"
