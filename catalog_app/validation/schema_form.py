"""What one version allows in an element, laid out for quick look-up while a file is judged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from catalog_app.schema.compile import global_names
from catalog_app.schema.definition import AttributeEntry, ElementEntry
from catalog_app.schema.load import load
from catalog_app.schema.model import Schema, qualified
from catalog_app.schema.notation import Content
from catalog_app.schema.wrapped import Wrapped, wrapped


@dataclass(frozen=True)
class Form:
    """An element in one version: its content, its children and attributes by their names.

    Attributes are keyed as lxml spells them (`type`, `{namespace}href`), and so are their closed
    lists; `foreign` tells whether
    attributes of other standards may be added.
    """

    entry: ElementEntry
    content: Content
    children: dict[str, ElementEntry]
    attributes: dict[str, AttributeEntry]
    lists: dict[str, tuple[str, ...]]
    required: tuple[AttributeEntry, ...]
    foreign: bool


@dataclass(frozen=True)
class Book:
    """One version of one standard, for judging: all forms, and what is known everywhere."""

    schema: Schema
    version: str

    @property
    def title(self) -> str:
        """The standard and version as findings name them: `MODS 3.3`."""
        return f"{self.schema.name} {self.version}"

    @property
    def rules(self) -> str:
        """What the names of the rules begin with."""
        return self.schema.name.casefold()

    def form(self, entry: ElementEntry) -> Form:
        """What the version allows in an element."""
        return _form(self.schema.standard, self.version, entry.key)

    def everywhere(self, name: str) -> ElementEntry | None:
        """The entry by which an element is judged even inside foreign ones, or None."""
        if name not in _everywhere(self.schema.standard, self.version):
            return None
        return self.schema.library.by_key(name)

    def lax_attribute(self, name: str) -> AttributeEntry | None:
        """The entry by which an attribute is judged even on foreign elements, or None."""
        return _lax_attributes(self.schema.standard).get(name)

    @property
    def wrapped(self) -> frozenset[str]:
        """The namespaces of the standards that are judged along with this one."""
        return frozenset(_wrapped(self.schema.standard))

    def wrapping(self, namespace: str, name: str) -> bool:
        """Tell whether this is an element of a wrapped standard that holds only its own."""
        known = _wrapped(self.schema.standard).get(namespace)
        return known is not None and (name == "object" or name in known.containers)

    def plain(self, namespace: str, name: str) -> bool:
        """Tell whether this is an element of a wrapped standard that holds only text."""
        known = _wrapped(self.schema.standard).get(namespace)
        return known is not None and name in known.plain

    def object_type(self, namespace: str, name: str) -> bool:
        """Tell whether a wrapped standard has an object of that type."""
        known = _wrapped(self.schema.standard).get(namespace)
        return known is not None and name in known.objects

    def root(self) -> ElementEntry:
        """The entry of the record or package itself."""
        return self.schema.library.by_key(self.schema.record)


@cache
def book(standard: str, version: str) -> Book:
    """The rules of one version ("mods", "3.8")."""
    return Book(load(standard), version)


@cache
def _form(standard: str, version: str, key: str) -> Form:
    library = load(standard).library
    entry = library.by_key(key)
    content = entry.content_in(version)
    names = content.particle.names() if content.particle else ()
    found = {name: library.entry(entry.name, name) for name in names}
    attributes = entry.attributes_in(version)
    return Form(
        entry,
        content,
        {name: child for name, child in found.items() if child is not None},
        {qualified(a.name): a for a in attributes},
        {qualified(a.name): a.values_in(version) for a in attributes},
        tuple(a for a in attributes if version in a.required),
        version in entry.foreign_attributes,
    )


@cache
def _wrapped(standard: str) -> dict[str, Wrapped]:
    return {known.namespace: known for known in wrapped(load(standard)).values()}


@cache
def _everywhere(standard: str, version: str) -> frozenset[str]:
    return global_names(load(standard), version)


@cache
def _lax_attributes(standard: str) -> dict[str, AttributeEntry]:
    """Attributes with a prefix are declared for all elements; `xlink:type` is not."""
    library = load(standard).library
    entries = (library.by_key(key) for key in library.data["element"])
    return {
        qualified(a.name): a
        for entry in entries
        for a in entry.attributes
        if ":" in a.name and not a.fixed
    }
