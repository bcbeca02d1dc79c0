"""What can be added, and where: the answers to one search box over the whole schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element as Found
from catalog_app.document.foreign import fields_inside, standard_inside
from catalog_app.document.labels import declared_at
from catalog_app.document.names import METS, MODS, element_name, step_name
from catalog_app.document.starters import starters
from catalog_app.document.template import Want, Wanted, nested
from catalog_app.schema.inside import usual_prefix
from catalog_app.schema.load import load
from catalog_app.schema.model import Attribute, Element
from catalog_app.schema.search import exactness, folded, search, walk, without_prefix

_MOST = 200
_NOT_EXACT = 99, 0
_BY_NAME = 1  # an attribute asked for by its name comes after elements of that label
_RELATED = "relatedItem"  # holds what a record holds
_TERM = ("code", "text")


@dataclass(frozen=True)
class Addition:
    """Something that can be added: the words for it, and what is to be made below `parent`."""

    label: str
    path: str
    parent: Address
    wants: tuple[Want, ...]
    declared: Element | Attribute
    where: str = ""

    @property
    def is_attribute(self) -> bool:
        """Whether it is an attribute of the element at `parent`."""
        return isinstance(self.declared, Attribute)


def additions(
    document: Document,
    root: Address,
    focus: Address | None,
    query: str,
    version: str | None = None,
    language: str = "en",
) -> list[Addition]:
    """Everything the schema allows that answers to a query, the nearest to the focus first.

    What is called exactly so, by its label, path, MARC tag or Dublin Core name, comes before all
    else, and there what is higher in the record before what is deep in it. An attribute comes
    before elements elsewhere only if it is asked for by its name: “language” is the language of
    the resource before it is that of a title.
    """
    standard = document.standard(root.part)
    if standard not in (MODS, METS):
        return []
    finder = _Finder(document, root, focus, version, language)
    asked, query = folded(query), without_prefix(folded(query))
    here = list(finder.inside(query))
    there = finder.everywhere(query) if standard == MODS and not root.steps else []
    begun = query.casefold()
    meant = [a for a in there if a.label.casefold().startswith(begun)]
    aside = [a for a in here if a.is_attribute and a.path.rpartition("@")[2].casefold() != begun]
    found = [*(a for a in here if a not in aside), *(meant if query else ()), *aside, *there]
    seen: set[tuple[object, ...]] = set()
    unique = []
    for addition in found:
        key = (addition.parent, addition.wants, addition.path)
        if key not in seen:
            seen.add(key)
            unique.append(addition)
    if query:
        unique.sort(key=lambda addition: _exactness(addition, asked))
    if asked != query:
        unique = [a for a in unique if _exactness(a, asked) != _NOT_EXACT]
    return unique[:_MOST]


def _exactness(addition: Addition, asked: str) -> tuple[int, int]:
    """How exactly an addition is called what was asked for, and how deep in the record it stands.

    A title of a related item is no deeper than that of the record.
    """
    known = addition.declared
    if isinstance(known, Attribute):
        return (_BY_NAME, 0) if asked == known.name.casefold() else _NOT_EXACT
    exact = exactness(known, asked)
    if asked in (addition.label.casefold(), addition.path.casefold()):
        exact = 0
    if exact is None:
        return _NOT_EXACT
    above = known.path[:-1]
    return exact, sum(name != _RELATED or known.name == _RELATED for name in above)


class _Finder:
    def __init__(
        self,
        document: Document,
        root: Address,
        focus: Address | None,
        version: str | None,
        language: str,
    ) -> None:
        self.document, self.root, self.version, self.language = document, root, version, language
        self.standard = document.standard(root.part)
        self._known: dict[Address, bool] = {}
        record = document.element(root)
        there = record.children() if record else ()
        self._names = {step_name(child.name, self.standard) for child in there}
        here = focus.element if focus and root.contains(focus) else root
        self.ancestors = [here]
        while len(here.steps) > len(root.steps):
            here = here.parent
            self.ancestors.append(here)

    def declared(self, address: Address) -> Element | None:
        return declared_at(self.standard, address.path, self.version, self.language)

    def inside(self, query: str) -> Iterator[Addition]:
        """Children of the element in focus and of those around it, then attributes."""
        for address in self.ancestors:
            known, element = self.declared(address), self.document.element(address)
            if known is None or element is None:
                continue
            if address != self.root or not query or self.root.steps or self.standard == METS:
                where = known.label if address.steps else ""
                for spelled, child in self._children(element, known):
                    yield from self._inner(spelled, child, address, query, where)
            for attribute in known.attributes:
                if query and _answers(query, attribute.label, attribute.name):
                    path = "/".join((*address.path, "@" + attribute.name))
                    yield Addition(
                        attribute.label,
                        path,
                        address.at(attribute.name),
                        (),
                        attribute,
                        known.label,
                    )

    def _children(self, element: Found, known: Element) -> Iterator[tuple[str, Element]]:
        """What may stand inside: the fields of a wrapped description, else what the schema says."""
        if standard_inside(element):
            yield from fields_inside(element, self.language)
        else:
            yield from ((child.name, child) for child in known.children)

    def _inner(
        self, spelled: str, child: Element, address: Address, query: str, where: str
    ) -> Iterator[Addition]:
        prefix = usual_prefix(element_name(spelled, "")[0])
        for found in self._typed(child, address, (Want(spelled),), query, where):
            yield replace(found, path=f"{prefix}:{found.path}") if prefix else found

    def everywhere(self, query: str) -> list[Addition]:
        schema = load("mods", self.language)
        found: list[Addition] = []
        if query:
            for element, path in search(schema, query, self.version):
                parent, wants = self._parent(path)
                found += self._kinds(element, parent, wants, query)
                found.append(self._addition(element, element.label, parent, wants))
            for element in walk(schema, self.version):
                parent, wants = self._parent(element.path)
                found += [
                    a
                    for a in self._typed(element, parent, wants, query, "")
                    if a.wants[-1].attributes
                ]
            found.sort(key=lambda a: not a.label.casefold().startswith(query.casefold()))
        return found

    def _kinds(
        self, element: Element, parent: Address, wants: tuple[Want, ...], query: str
    ) -> Iterator[Addition]:
        """The kinds of an element that answers by what Dublin Core calls it: a creator is a person.

        They come first, because the element without a kind says less.
        """
        if not _answers(query, element.dc) or _answers(query, element.label, element.name):
            return
        kind = element.attribute("type") if element.content == "children" else None
        if kind is None:
            return
        for value in kind.values:
            typed = (*wants[:-1], Want(element.name, (("type", value),)))
            label = kind.value_labels[value].partition(":")[0]
            yield self._addition(element, label, parent, typed)

    def _typed(
        self, element: Element, parent: Address, wants: tuple[Want, ...], query: str, where: str
    ) -> Iterator[Addition]:
        """The element itself and, by their own labels, its types (“Alternative title”)."""
        texts = (element.label, element.name, element.marc, element.dc)
        if _answers(query, *texts):
            yield self._addition(element, element.label, parent, wants, where)
        kind = element.attribute("type")
        for value, words in (kind.value_labels if kind else {}).items():
            if value in _TERM or (kind and kind.values and value not in kind.values):
                continue
            label = words.partition(":")[0]
            if _answers(query, label, value) and (query or where):
                typed = (*wants[:-1], Want(element.name, (("type", value),)))
                yield self._addition(element, label, parent, typed, where)

    def _addition(
        self,
        element: Element,
        label: str,
        parent: Address,
        wants: tuple[Want, ...],
        where: str = "",
    ) -> Addition:
        kind = dict(wants[-1].attributes).get("type", "") if wants else ""
        path = "/".join(element.path) + (f'[@type="{kind}"]' if kind else "")
        return Addition(label, path, parent, wants, element, where)

    def _parent(self, path: tuple[str, ...]) -> tuple[Address, tuple[Want, ...]]:
        """Where an element of that path goes: near the focus, else where its kind stands."""
        for address in self.ancestors:
            near = address.path == path[: len(address.path)] and len(address.path) < len(path)
            if near and (address.steps or len(path) == 1):
                return address, tuple(Want(name) for name in path[len(address.path) :])
        address = self.root
        for name in path[:-1]:
            further = address.child(name)
            if not self._is_there(further):
                break
            address = further
        return address, tuple(Want(name) for name in path[len(address.path) :])

    def _is_there(self, address: Address) -> bool:
        """Whether there is an element; asked for the same few again and again."""
        if address not in self._known:
            outer = address.path[len(self.root.steps)]
            there = outer in self._names and self.document.element(address) is not None
            self._known[address] = there
        return self._known[address]


def _answers(query: str, *texts: str) -> bool:
    words = query.casefold().split()
    return all(any(word in text.casefold() for text in texts) for word in words)


def fields_of(document: Document, addition: Addition) -> tuple[Wanted, ...]:
    """The empty fields that an addition begins with, by their paths below its parent."""
    standard = document.standard(addition.parent.part)
    assert isinstance(addition.declared, Element)
    *above, last = addition.wants
    name = "mods" if standard == MODS else "mets"
    return starters(name, addition.declared, last, tuple(above))


def is_there(document: Document, addition: Addition) -> bool:
    """Whether the parent has such a child already."""
    parent = document.element(addition.parent)
    standard = document.standard(addition.parent.part)
    if parent is None:
        return False
    return any(addition.wants[0].fits(child, standard) for child in parent.children())


def next_address(document: Document, addition: Addition) -> Address:
    """The address that the new element will have."""
    return next_address_of(document, addition.parent, addition.wants[0].name)


def next_address_of(document: Document, place: Address, name: str) -> Address:
    """The address that one more child of a name will have."""
    parent = document.element(place)
    standard = document.standard(place.part)
    children = parent.children() if parent else ()
    number = sum(step_name(child.name, standard) == name for child in children)
    return place.child(name, number + 1)


def draft_of(document: Document, addition: Addition) -> object:
    """A draft of the addition with its first field, empty."""
    return nested(fields_of(document, addition)[0].path, "")
