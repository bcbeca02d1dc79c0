"""Entries of the schema data, each element and attribute once, before they get a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from catalog_app.schema.notation import Content, content, in_range, marked_names, restrict

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a closed list, with the words for it and the versions that have it."""

    text: str
    label: str
    versions: frozenset[str]


@dataclass(frozen=True, slots=True)
class AttributeEntry:
    """An attribute in one place: what it holds, in which versions, and what it is for."""

    name: str
    versions: frozenset[str]
    required: frozenset[str]
    closed: frozenset[str]
    content: Content
    values: tuple[Value, ...]
    label: str
    help: str
    example: str
    editor: str
    vocabularies: tuple[str, ...]
    default: str
    fixed: bool

    def values_in(self, version: str) -> tuple[str, ...]:
        """The closed list in that version; empty when any value may stand there."""
        if version not in self.closed:
            return ()
        return tuple(v.text for v in self.values if version in v.versions)


@dataclass(frozen=True)
class ElementEntry:
    """An element in one context: everything the data says about it, for all versions."""

    key: str
    table: Table
    library: Library = field(repr=False)

    @property
    def name(self) -> str:
        """The element's name, without the context."""
        return self.key.rpartition("/")[2]

    def say(self, what: str) -> str:
        """A text of the entry ("label", "help"…), translated where it is."""
        return self.say_in(self.library, what)

    def say_in(self, library: Library, what: str) -> str:
        """The same in the language of another library of the standard."""
        return library.words.get(f"{self.key}.{what}") or str(self.table.get(what, ""))

    @cached_property
    def editor(self) -> str:
        """The kind of editor for it, given in the data or following from the content."""
        if given := self.table.get("editor"):
            return str(given)
        newest = self.content_in(self.library.versions[-1])
        return _editor(newest, bool(newest.list))

    @cached_property
    def attributes(self) -> tuple[AttributeEntry, ...]:
        """All its attributes, in the order written."""
        found = self.library.attribute_uses(self.table.get("attributes", ""))
        return tuple(
            self.library.attribute(self, name, versions, required)
            for name, versions, required in found
            if name != "ANY"
        )

    @cached_property
    def foreign_attributes(self) -> frozenset[str]:
        """The versions in which attributes of other standards may be added."""
        found = self.library.attribute_uses(self.table.get("attributes", ""))
        return frozenset().union(*(v for name, v, _ in found if name == "ANY"))

    def attributes_in(self, version: str) -> tuple[AttributeEntry, ...]:
        """Its attributes in one version."""
        return tuple(a for a in self.attributes if version in a.versions)

    @cached_property
    def contents(self) -> tuple[tuple[frozenset[str], Content], ...]:
        """Its contents with the versions each belongs to, oldest first."""
        given = self.table.get("content", "empty")
        variants: Table = given if isinstance(given, dict) else {"": given}
        versions = self.library.versions
        starts = [versions.index(v) if v else 0 for v in variants] + [len(versions)]
        return tuple(
            (frozenset(versions[start:stop]), content(text))
            for text, start, stop in zip(variants.values(), starts, starts[1:], strict=False)
        )

    def content_in(self, version: str) -> Content:
        """What stands inside it in one version."""
        return self.library.content_in(self, version)


def _editor(found: Content, listed: bool) -> str:
    if found.kind in ("any", "mixed"):
        return "markup"
    if found.kind != "value":
        return "group"
    if listed:
        return "choice"
    kinds = {"uri": "url", "positive": "number", "integer": "number", "datetime": "moment"}
    return kinds.get(found.value, "line")


@dataclass(frozen=True)
class Library:
    """The data of one standard: entries, attribute sets, closed lists, and translated words."""

    data: Table
    words: Mapping[str, str]
    inherited: Library | None = None
    _memory: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The versions of the standard, oldest first."""
        return tuple(self.data["standard"]["versions"])

    def entry(self, parent: str, name: str) -> ElementEntry | None:
        """The entry of an element inside `parent`, or None if the data has no such element."""
        for key in (f"{parent}/{name}", name):
            if key in self.data["element"]:
                return self.by_key(key)
        return None

    def by_key(self, key: str) -> ElementEntry:
        """The entry that the data has under `key`, completed by its type and its general entry."""
        if ("element", key) not in self._memory:
            own = self.data["element"][key]
            general = self.data["element"].get(key.rpartition("/")[2], {}) if "/" in key else {}
            said = {**general, **own}
            kind = self.data.get("type", {}).get(said.get("type", ""), {})
            self._memory["element", key] = ElementEntry(key, {**kind, **said}, self)
        entry: ElementEntry = self._memory["element", key]
        return entry

    def content_in(self, entry: ElementEntry, version: str) -> Content:
        """What stands inside an element in one version, with the particles of that version."""
        key = (f"content of {entry.key}", version)
        if key not in self._memory:
            found = next(c for versions, c in entry.contents if version in versions)
            if found.particle is not None:
                particle = restrict(found.particle, version, self.versions)
                found = Content(found.kind if particle else "empty", particle=particle)
            self._memory[key] = found
        known: Content = self._memory[key]
        return known

    def attribute_uses(
        self, text: str, versions: frozenset[str] | None = None
    ) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        """The attributes of a list, sets opened up: name, versions, versions that demand it."""
        for name, written, required in marked_names(text):
            inside = in_range(written, self.versions)
            inside = inside if versions is None else inside & versions
            if name.startswith("@"):
                yield from self.attribute_uses(self.data["sets"][name[1:]], inside)
            else:
                yield name, inside, inside if required else frozenset()

    def attribute(
        self, entry: ElementEntry, name: str, versions: frozenset[str], required: frozenset[str]
    ) -> AttributeEntry:
        """An attribute as the element has it: the most special entry completes the general one."""
        tables = self.data.get("attribute", {})
        keys = [name, f"{entry.table.get('type', '')}/{name}", f"{entry.name}/{name}"]
        keys += [f"{entry.key}/{name}"] if "/" in entry.key else []
        said: dict[str, Any] = {}
        words: dict[str, str] = {}
        for key in keys:
            said |= tables.get(key, {})
            owner, _, own = key.rpartition("/")
            for what in ("label", "help"):
                if translated := self.words.get(f"{owner}/@{own}.{what}".removeprefix("/")):
                    words[what] = translated
                elif what in tables.get(key, {}):
                    words.pop(what, None)
        found = content(said.get("content", "text"))
        listed = found.list or said.get("suggest", "")
        if "required" in said:
            required |= versions & in_range(said["required"], self.versions)
        return AttributeEntry(
            name=name,
            versions=versions,
            required=required,
            closed=in_range(said.get("closed", ""), self.versions) if found.list else frozenset(),
            content=found,
            values=self.values(listed) if listed else self._types(entry.name, name),
            label=words.get("label") or said.get("label") or name,
            help=words.get("help") or said.get("help", ""),
            example=said.get("example", ""),
            editor=said.get("editor") or _editor(found, bool(found.list)),
            vocabularies=tuple(said.get("vocabulary", "").split()),
            default=said.get("default", said.get("fixed", "")),
            fixed="fixed" in said,
        )

    def _types(self, element: str, attribute: str) -> tuple[Value, ...]:
        """The types of an element that have words, though its type is no closed list."""
        if attribute != "type":
            return ()
        own = re.compile(rf"{re.escape(element)}\[([^]]+)\]")
        said = self.data.get("labels", {})
        found = ((match[1], key) for key in said if (match := own.fullmatch(key)))
        words, every = self.words, frozenset(self.versions)
        return tuple(
            Value(value, words.get(f"labels={key}") or str(said[key]), every)
            for value, key in found
        )

    def values(self, name: str) -> tuple[Value, ...]:
        """A closed list of the data, for all versions."""
        if ("values", name) not in self._memory:
            self._memory["values", name] = tuple(
                self._value(name, text, said) for text, said in self.data["values"][name].items()
            )
        known: tuple[Value, ...] = self._memory["values", name]
        return known

    def _value(self, list_name: str, text: str, said: Any) -> Value:
        table = said if isinstance(said, dict) else {"label": said}
        label = self.words.get(f"{list_name}={text}") or str(table["label"])
        return Value(text, label, in_range(table.get("versions", ""), self.versions))
