"""What a record may contain: elements and attributes in their places, for reading by anyone.

An Element is asked for by its path below the record, for one version or for all of them together.
Children are looked up when asked for, because a related item contains a whole record again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from catalog_app.schema.definition import AttributeEntry, ElementEntry, Library
from catalog_app.schema.notation import Content, Particle, first_and_last, in_range

NAMESPACES = {
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
Path = tuple[str, ...]


def qualified(name: str) -> str:
    """The name of an attribute as lxml writes it: `xlink:href` → `{http://…}href`."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon and prefix in NAMESPACES else name


def short(name: str) -> str:
    """The name of an attribute as people write it: the reverse of `qualified`."""
    if name.startswith("{"):
        namespace, _, local = name[1:].partition("}")
        for prefix, known in NAMESPACES.items():
            if known == namespace:
                return f"{prefix}:{local}"
    return name


@dataclass(frozen=True)
class Attribute:
    """An attribute of an element: what it is for and which values it takes.

    `values` is the closed list (empty when any value may stand there), `suggestions` a list that
    helps without binding. `since` and `until` are "" when it was there from the first version or
    still is in the newest.
    """

    name: str
    label: str
    help: str
    example: str
    editor: str
    values: tuple[str, ...]
    suggestions: tuple[str, ...]
    value_labels: dict[str, str] = field(hash=False)
    required: bool
    vocabularies: tuple[str, ...]
    since: str
    until: str
    default: str
    kind: str
    versions: frozenset[str]

    @property
    def vocabulary(self) -> str:
        """The vocabulary that serves it best, or ""."""
        return self.vocabularies[0] if self.vocabularies else ""

    def allows(self, version: str) -> bool:
        """Tell whether that version has the attribute."""
        return version in self.versions


@dataclass(frozen=True)
class Element:
    """An element at its place in the record, as one version has it or as all of them together.

    `version` is None for all versions together: then children and attributes are those of any
    version, and the content is the newest.
    """

    path: Path
    entry: ElementEntry = field(repr=False)
    version: str | None
    versions: frozenset[str] = field(repr=False)
    group: str
    order: int
    min: int
    max: int | None
    _schema: Schema = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """Its name in the standard."""
        return self.entry.name

    @property
    def label(self) -> str:
        """Its name in plain words."""
        return self.entry.say("label") or self.name

    @property
    def group_label(self) -> str:
        """Its group of the form in plain words, "" without one."""
        return self._schema.group_label(self.group) if self.group else ""

    @property
    def help(self) -> str:
        """What it is for, in a sentence or two."""
        return self.entry.say("help")

    @property
    def example(self) -> str:
        """What could stand there."""
        return self.entry.say("example")

    @property
    def marc(self) -> str:
        """The MARC 21 fields that hold the same, or ""."""
        return str(self.entry.table.get("marc", ""))

    @property
    def dc(self) -> str:
        """The Dublin Core elements that hold the same, or ""."""
        return str(self.entry.table.get("dc", ""))

    @property
    def main(self) -> str:
        """What holds the plain value when only one is given, a child or an attribute, or ""."""
        return str(self.entry.table.get("main", ""))

    @property
    def told_by(self) -> tuple[str, ...]:
        """The attributes of which the first that is set tells it from its like."""
        return tuple(str(self.entry.table.get("told_by", "type")).split())

    @property
    def beside(self) -> tuple[str, ...]:
        """The attributes that are shown on the line of its value."""
        return tuple(str(self.entry.table.get("beside", "")).split())

    @property
    def editor(self) -> str:
        """The kind of editor that serves it: "line", "text", "date", "code", "group"…"""
        return self.entry.editor

    @property
    def vocabularies(self) -> tuple[str, ...]:
        """The vocabularies that serve it, the best first."""
        return tuple(str(self.entry.table.get("vocabulary", "")).split())

    @property
    def vocabulary(self) -> str:
        """The vocabulary that serves it best, or ""."""
        return self.vocabularies[0] if self.vocabularies else ""

    @property
    def type_name(self) -> str:
        """The kind of content that it shares with other elements, or its own name."""
        return str(self.entry.table.get("type", self.entry.key))

    @property
    def since(self) -> str:
        """The first version that has it here, or "" for the very first."""
        first, _ = first_and_last(self.versions, self._schema.versions)
        return "" if first == self._schema.versions[0] else first

    @property
    def until(self) -> str:
        """The last version that has it here, or "" for the newest."""
        _, last = first_and_last(self.versions, self._schema.versions)
        return "" if last == self._schema.versions[-1] else last

    @property
    def schema(self) -> Schema:
        """The standard that it belongs to."""
        return self._schema

    @property
    def deprecated(self) -> bool:
        """Tell whether the standard advises against it (by default in the newest version)."""
        said = self.entry.table.get("deprecated")
        version = self.version or self._schema.versions[-1]
        return bool(said) and version in in_range(str(said), self._schema.versions)

    def allows(self, version: str) -> bool:
        """Tell whether that version has the element here."""
        return version in self.versions

    @cached_property
    def model(self) -> Content:
        """Its content as the data has it, for this version or the newest that has the element."""
        if self.version:
            return self.entry.content_in(self.version)
        return self.entry.content_in(first_and_last(self.versions, self._schema.versions)[1])

    @property
    def content(self) -> str:
        """What stands inside: "empty", "value", "children", "mixed" or "any"."""
        return self.model.kind

    @property
    def kind(self) -> str:
        """The kind of its value ("text", "uri", "positive"…), or "" if it has none."""
        return self.model.value

    @property
    def values(self) -> tuple[str, ...]:
        """The closed list of its values, or empty when any value may stand there."""
        if not self.model.list:
            return ()
        values = self.entry.library.values(self.model.list)
        versions = {self.version} if self.version else self.versions
        return tuple(v.text for v in values if versions & v.versions)

    @property
    def value_labels(self) -> dict[str, str]:
        """The words for the values of its closed list."""
        if not self.model.list:
            return {}
        return {v.text: v.label for v in self.entry.library.values(self.model.list)}

    def label_as(self, kind: str, around: str = "") -> str:
        """What it is called by its type, or by what it stands in (“name[corporate]”); or "".

        These are words for types that are no closed list, such as “issn” or “volume”.
        """
        library, plain = self.entry.library, around.partition("[")[0]
        said = library.data.get("labels", {})
        keys = [f"{self.name}[{kind.lower()}]"] if kind else []
        keys += [] if kind else [f"{around.lower()}/{self.name}", f"{plain}/{self.name}"]
        key = next((key for key in keys if key in said), "")
        return library.words.get(f"labels={key}") or str(said[key]) if key else ""

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What it is called by each type that it may have, closed list or not, in a few words."""
        kind = self.attribute("type")
        if kind is None or "text" in kind.values:
            return {}  # a code or a word says nothing of what it is
        return {value: kind.value_labels[value].partition(":")[0] for value in kind.suggestions}

    @property
    def ordered(self) -> bool:
        """Tell whether its children must stand in one order."""
        particle = self.model.particle
        return bool(particle and particle.kind == "sequence" and len(particle.parts) > 1)

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """Its attributes, in the order for a form."""
        version = self.version
        wanted = self.entry.attributes_in(version) if version else self.entry.attributes
        return tuple(self._schema.attribute(entry, version) for entry in wanted)

    @cached_property
    def children(self) -> tuple[Element, ...]:
        """Its child elements, in the order for a form."""
        return self._schema.children(self)

    def child(self, name: str) -> Element | None:
        """The child element of that name, or None."""
        return next((child for child in self.children if child.name == name), None)

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name (`type`, `xlink:href`), or None."""
        return next((a for a in self.attributes if a.name == name), None)


@dataclass(frozen=True)
class Schema:
    """One standard: its name, its versions, and the way to its elements."""

    standard: str
    language: str
    library: Library = field(repr=False)

    @property
    def name(self) -> str:
        """The standard's short name, such as MODS."""
        return str(self.library.data["standard"]["name"])

    @property
    def namespace(self) -> str:
        """The namespace of its elements."""
        return str(self.library.data["standard"]["namespace"])

    @property
    def versions(self) -> tuple[str, ...]:
        """Its versions, oldest first."""
        return self.library.versions

    @property
    def default_version(self) -> str:
        """The version by which a record is judged that declares none."""
        return str(self.library.data["standard"]["default"])

    @property
    def record(self) -> str:
        """The name of the element that is the record itself."""
        return str(self.library.data["standard"]["record"])

    def said(self, what: str) -> tuple[str, ...]:
        """What the data says of the standard by some further key; nothing where it is silent."""
        found = self.library.data["standard"].get(what, ())
        return (found,) if isinstance(found, str) else tuple(found)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the form, in their order."""
        return tuple(dict.fromkeys(child.group for child in self.root().children))

    def group_label(self, group: str) -> str:
        """The words for a group of the form."""
        return self.library.words.get(f"group.{group}", group)

    def root(self, version: str | None = None) -> Element:
        """The record itself."""
        entry = self.library.by_key(self.record)
        return Element((), entry, version, frozenset(self.versions), "", 0, 1, 1, self)

    def element(self, path: Path, version: str | None = None) -> Element | None:
        """The element at a path below the record, or None; () is the record itself."""
        found: Element | None = self.root(version)
        for name in path:
            found = found.child(name) if found else None
        return found

    def children(self, parent: Element) -> tuple[Element, ...]:
        """The children of an element, in authored order."""
        places = self._places(parent)
        found = []
        for order, (name, versions) in enumerate(places.items()):
            entry = self.library.entry(parent.name, name)
            if entry is None:
                raise LookupError(
                    f"{parent.name} contains {name}, which the data does not describe"
                )
            least, most = parent.model.particle.occurs(name) if parent.model.particle else (0, None)
            group = str(entry.table.get("group", "")) if not parent.path else parent.group
            place = (*parent.path, name)
            found.append(
                Element(
                    place, entry, parent.version, versions, group, order, least,
                    most if most != 0 else None, self,
                )
            )  # fmt: skip
        return tuple(found)

    def _places(self, parent: Element) -> dict[str, frozenset[str]]:
        """The names of the children, each with the versions that have it there."""
        found: dict[str, frozenset[str]] = {}
        for versions, content in reversed(parent.entry.contents):
            for name, inside in self._ranges(content.particle):
                found[name] = found.get(name, frozenset()) | (inside & versions & parent.versions)
        version = parent.version
        return {n: v for n, v in found.items() if v and (version is None or version in v)}

    def _ranges(self, particle: Particle | None) -> list[tuple[str, frozenset[str]]]:
        if particle is None:
            return []
        if particle.kind == "name":
            return [(particle.name, in_range(particle.range, self.versions))]
        return [pair for part in particle.parts for pair in self._ranges(part)]

    def attribute(self, entry: AttributeEntry, version: str | None) -> Attribute:
        """An attribute as one version has it, or as all of them together."""
        versions = {version} if version else entry.versions
        listed = tuple(v.text for v in entry.values if versions & v.versions)
        closed = bool(versions & entry.closed) if version else entry.versions <= entry.closed
        first, last = first_and_last(entry.versions, self.versions)
        return Attribute(
            name=entry.name,
            label=entry.label,
            help=entry.help,
            example=entry.example,
            editor=entry.editor,
            values=listed if closed else (),
            suggestions=listed,
            value_labels={v.text: v.label for v in entry.values},
            required=bool({version or last} & entry.required),  # of all versions, the newest
            vocabularies=entry.vocabularies,
            since="" if first == self.versions[0] else first,
            until="" if last == self.versions[-1] else last,
            default=entry.default,
            kind=entry.content.value,
            versions=entry.versions,
        )
