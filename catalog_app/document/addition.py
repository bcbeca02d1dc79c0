"""Something that can be added to a record, as the search box offers it."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.template import Want
from catalog_app.schema.model import Attribute, Element


@dataclass(frozen=True)
class Addition:
    """Something that can be added: the words for it, and what is to be made below `parent`.

    `where` names what is there already and will hold it, `within` what is made around it. A new
    name is in `role`, by its code. A record that a section of a package is to hold has its kind in
    `holds`, as METS calls it, and the section for its parent.
    """

    label: str
    path: str
    parent: Address
    wants: tuple[Want, ...]
    declared: Element | Attribute
    where: str = ""
    within: str = ""
    role: str = ""
    holds: str = ""

    @property
    def is_attribute(self) -> bool:
        """Whether it is an attribute of the element at `parent`."""
        return isinstance(self.declared, Attribute)


def path_of(wants: tuple[Want, ...], above: tuple[str, ...] = ()) -> str:
    """A path as the list shows it, with what tells a new element from others of its name."""
    return "/".join((*above, *map(_step, wants)))


def _step(want: Want) -> str:
    return want.name + "".join(f'[@{name}="{value}"]' for name, value in want.attributes[:1])
