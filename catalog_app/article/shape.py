"""Values that describe what a passage becomes, before any XML is made of it.

An `Element` is a description of a MODS element: name, attributes, text, children. The document
layer turns it into an edit; this package never writes XML.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Element:
    """A MODS element to be made, named as in the standard and without a prefix."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple[Element, ...] = ()

    def texts(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """The path below this element and the text of every descendant that has one."""
        if self.text:
            yield (self.name,), self.text
        for child in self.children:
            for path, text in child.texts():
                yield (self.name, *path), text

    def attribute(self, name: str) -> str:
        """The value of an attribute, or an empty string."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True)
class Shaped:
    """A passage in the shape of a field.

    `field` is the path of the element from the record's top, such as ("originInfo", "place");
    its last name is that of `element`. `note` says in a sentence what the cataloguer should know.
    """

    field: tuple[str, ...]
    element: Element
    note: str = ""

    def values(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Every text with its path from the record's top."""
        above = self.field[:-1]
        return tuple((above + path, text) for path, text in self.element.texts())

    def whole(self) -> Element:
        """The element inside new parents, for a record that has none of them yet."""
        element = self.element
        for name in reversed(self.field[:-1]):
            element = Element(name, children=(element,))
        return element

    def with_note(self, note: str) -> Shaped:
        """The same shape with another note."""
        return replace(self, note=note)


def element(name: str, text: str = "", *children: Element, **attributes: str) -> Element:
    """Describe an element; attributes with an empty value are left out."""
    kept = tuple((key, value) for key, value in attributes.items() if value)
    return Element(name, kept, text, children)


def shaped(made: Element, *above: str, note: str = "") -> Shaped:
    """Place an element below the named parents."""
    return Shaped((*above, made.name), made, note)
