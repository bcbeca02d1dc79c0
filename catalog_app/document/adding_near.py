"""What may stand in the element in focus and in those around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalog_app.document.adding_places import Places
from catalog_app.document.addition import Addition, path_of
from catalog_app.document.address import Address
from catalog_app.document.element import Element as Found
from catalog_app.document.foreign import WRAPPER, fields_inside, standard_inside
from catalog_app.document.labels import declared_at
from catalog_app.document.names import METS, element_name
from catalog_app.document.package import is_holder
from catalog_app.document.package_records import RECORDS, room_in
from catalog_app.document.template import Want
from catalog_app.document.view import TERM
from catalog_app.schema.inside import usual_prefix
from catalog_app.schema.load import load
from catalog_app.schema.model import Attribute, Element
from catalog_app.schema.search import folded, without_prefix

_SECTIONS = 3


class Near:
    """Elements and attributes that the schema allows around the focus."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def _declared(self, address: Address) -> Element | None:
        near = self.places
        return declared_at(near.standard, address.path, near.version, near.language)

    def elements(self, query: str) -> list[Addition]:
        """Children of the element in focus and of those around it; by their full name first."""
        asked = folded(query)
        records, fields = self._records(asked), [*self._elements(without_prefix(asked))]
        fields += self._administration(without_prefix(asked))
        inside = WRAPPER in self.places.root.path
        found = [*fields, *records] if inside else [*records, *fields]
        if query:
            found.sort(key=lambda one: asked not in _names(one))
        return found

    def _records(self, query: str) -> Iterator[Addition]:
        """The records that a section of a package can hold, if it is one and holds nothing yet."""
        near = self.places
        place = near.focus
        while place.steps and not is_holder(place):
            place = place.parent
        if not place.steps or near.standard != METS or not room_in(near.document, place):
            return
        for kind, standard in RECORDS.items():
            schema = load(standard, near.language)
            known = schema.root()
            label = known.label if schema.name in known.label else f"{known.label}: {schema.name}"
            if _answers(query, label, schema.name, standard, kind):
                path = path_of((Want("mdWrap"), Want("xmlData"), Want(known.name)), place.path)
                where = near.where(place)
                yield Addition(label, path, place, (), known, where, holds=kind)

    def _administration(self, query: str) -> Iterator[Addition]:
        """What the first administrative sections can hold, where the whole package has the focus.

        It is sought there by its own name: techMD, rights. Where there is no such section yet, one
        is made around it.
        """
        near = self.places
        if near.root.steps or near.standard != METS or not query:
            return
        for number in range(1, _SECTIONS + 1):
            section = near.root.child("amdSec", number)
            known, element = self._declared(section), near.document.element(section)
            if known is None or (element is None and number > 1):
                return
            said = " · ".join(filter(None, (known.label, element.get("ID") if element else "")))
            for child in known.children:
                for one in self._kinds(child, section, child.name, query, said):
                    yield one if element else replace(one, where="", within=said)

    def _elements(self, query: str) -> Iterator[Addition]:
        for address in self.places.ancestors:
            known, element = self._declared(address), self.places.document.element(address)
            if known is None or element is None:
                continue
            where = self.places.where(address) if address.steps else ""
            for spelled, child in self._children(element, known, address):
                prefix = usual_prefix(element_name(spelled, "")[0])
                for one in self._kinds(child, address, spelled, query, where):
                    yield replace(one, path=f"{prefix}:{one.path}") if prefix else one

    def _children(
        self, element: Found, known: Element, address: Address
    ) -> Iterator[tuple[str, Element]]:
        """What may be added: the fields of a wrapped description, else what the schema says."""
        if standard_inside(element):
            yield from fields_inside(element, self.places.language)
            return
        for child in known.children:
            if self.places.has_room(address, child.name):
                yield child.name, child

    def _kinds(
        self, child: Element, parent: Address, spelled: str, query: str, where: str
    ) -> Iterator[Addition]:
        """The element itself and, by their own labels, its types (“Alternative title”)."""
        above = child.path[:-1]
        if _answers(query, child.label, child.name, child.marc, child.dc):
            path = path_of((Want(child.name),), above)
            yield Addition(child.label, path, parent, (Want(spelled),), child, where)
        for value, label in child.kinds.items() if query or where else ():
            if value not in TERM and _answers(query, label, value):
                want = Want(child.name, (("type", value),))
                path = path_of((want,), above)
                yield Addition(label, path, parent, (want,), child, where)

    # ---- attributes

    def attributes(self, query: str) -> list[Addition]:
        """The attributes of what is in focus and around it, those with that very name first."""
        asked = folded(query)
        found = [
            self._attribute(attribute, address, known)
            for address in self.places.ancestors
            if (known := self._declared(address)) is not None
            for attribute in known.attributes
            if query and _is_asked_for(asked, address, self.places.root, attribute)
        ]
        name = asked.rpartition("@")[2]
        return sorted(found, key=lambda one: one.path.rpartition("@")[2].casefold() != name)

    def attributes_elsewhere(self, query: str) -> list[Addition]:
        """The attributes of a path, of all elements that stand at it."""
        path, _, name = folded(query).rpartition("@")
        names = path.strip("/").split("/") if path.strip("/") else []
        return [
            self._attribute(attribute, address, known)
            for address in (self.places.all_at(names) if names else ())
            if (known := self._declared(address)) is not None
            for attribute in known.attributes
            if attribute.name.casefold().startswith(name)
        ]

    def _attribute(self, attribute: Attribute, address: Address, known: Element) -> Addition:
        path = "/".join((*address.path, "@" + attribute.name))
        where = self.places.where(address) if address.steps else known.label
        return Addition(attribute.label, path, address.at(attribute.name), (), attribute, where)


def _names(one: Addition) -> tuple[str, ...]:
    known = one.declared
    return tuple(text.casefold() for text in (one.label, one.path, known.name))


def _is_asked_for(asked: str, address: Address, root: Address, attribute: Attribute) -> bool:
    if "@" not in asked:
        return _answers(asked, attribute.label, attribute.name)
    path = "/".join((*address.path[len(root.steps) :], "@" + attribute.name)).casefold()
    return f"/{path}".startswith(f"/{asked}") or f"/{asked}" in f"/{path}"


def _answers(query: str, *texts: str) -> bool:
    words = query.casefold().split()
    return all(any(word in text.casefold() for text in texts) for word in words)
