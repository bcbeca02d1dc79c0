"""Where the elements of a parsed tree stand: address, path and line, cheap for any number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from catalog_app.document.address import Address, Step
from catalog_app.document.names import METS, METS2, MODS, step_name

Xml = etree._Element


def name_of(element: Xml) -> tuple[str, str]:
    """Namespace and local name; two empty strings for a comment or instruction."""
    tag: object = element.tag
    if not isinstance(tag, str):
        return "", ""
    if tag[0] != "{":
        return "", tag
    namespace, _, local = tag[1:].partition("}")
    return namespace, local


def elements_of(element: Xml) -> list[Xml]:
    """The child elements, without comments and instructions."""
    return [child for child in element if isinstance(child.tag, str)]


def text_of(element: Xml) -> str:
    """The characters directly inside, around comments and child elements."""
    pieces = [element.text or ""]
    pieces += [child.tail or "" for child in element]
    return "".join(pieces)


@dataclass
class Places:
    """The places of one tree; `names` gives the parts their names, by their elements.

    Where the tree is an excerpt, `top` is its outermost element and `path_of_top` the path that it
    has in the file.
    """

    names: Mapping[Xml, str]
    top: Xml | None = None
    path_of_top: str = ""
    standard: str = METS
    _numbers: dict[Xml, dict[Xml, tuple[int, int]]] = field(default_factory=dict)
    _paths: dict[Xml, str] = field(default_factory=dict)

    def line(self, element: Xml) -> int:
        """The line of the file, from 1."""
        line: Any = element.sourceline
        return int(line or 1)

    def address(self, element: Xml, attribute: str = "") -> Address | None:
        """The address in the innermost record around it, else in the package; None outside."""
        above: list[Xml] = []
        current: Xml | None = element
        while current is not None:
            part = self.names.get(current)
            if part is not None:
                standard = self._standard(part, current)
                steps = tuple(self._step(child, standard) for child in reversed(above))
                return Address(part, steps, attribute)
            above.append(current)
            current = current.getparent()
        return None

    def _standard(self, part: str, element: Xml) -> str:
        if part.startswith("record"):
            return MODS
        return name_of(element)[0]

    def _step(self, element: Xml, standard: str) -> Step:
        return Step(step_name(name_of(element), standard), self._number(element)[0])

    def _number(self, element: Xml) -> tuple[int, int]:
        """Which of the siblings of its name it is, and how many there are."""
        parent = element.getparent()
        if parent is None:
            return 1, 1
        if parent not in self._numbers:
            self._numbers[parent] = _numbered(parent)
        return self._numbers[parent][element]

    def path(self, element: Xml, attribute: str = "") -> str:
        """The XPath in the file's own prefixes."""
        found = self._element_path(element)
        return f"{found}/@{attribute}" if attribute else found

    def _element_path(self, element: Xml) -> str:
        if element is self.top:
            return self.path_of_top
        found = self._paths.get(element)
        if found is None:
            parent = element.getparent()
            above = self._element_path(parent) if parent is not None else ""
            found = f"{above}/{self._path_step(element)}"
            self._paths[element] = found
        return found

    def _path_step(self, element: Xml) -> str:
        prefix, (_, local) = element.prefix, name_of(element)
        number, count = self._number(element)
        name = f"{prefix}:{local}" if prefix else local
        return f"{name}[{number}]" if count > 1 else name


def _numbered(parent: Xml) -> dict[Xml, tuple[int, int]]:
    counts: dict[str, int] = {}
    numbers: dict[Xml, int] = {}
    for child in elements_of(parent):
        counts[child.tag] = numbers[child] = counts.get(child.tag, 0) + 1
    return {child: (number, counts[child.tag]) for child, number in numbers.items()}


def attribute_names(element: Xml) -> list[str]:
    """The names of the attributes, as `{namespace}local` where they have a namespace."""
    return [str(name) for name in element.attrib]


def all_text(element: Xml) -> str:
    """The characters inside, those of child elements too."""
    return "".join(str(piece) for piece in element.itertext())


def is_package(element: Xml) -> bool:
    """Whether it is a METS document."""
    namespace, local = name_of(element)
    return local == "mets" and namespace in (METS, METS2)
