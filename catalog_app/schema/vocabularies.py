"""Controlled vocabularies, offline: codes and terms with label, status, address and replacement.

`vocabulary("marcrelator").search("auth", 10)` is what a code list in the form shows;
`vocabulary(authority_vocabulary("iso639-2b")).entry("uzb")` is what a check asks. Files are read
when first needed and kept. Sources and dates stand in the head of each file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from catalog_app.schema import vocabulary_file as files
from catalog_app.schema import vocabulary_labels as labels
from catalog_app.schema.vocabulary_names import AUTHORITIES, LANGUAGE_TAGS, NAMES
from catalog_app.schema.vocabulary_search import INSIDE, close, fold, one_slip, rank

_FEW = 12  # entries that are seen at a glance


@dataclass(frozen=True, slots=True)
class Entry:
    """One code or term.

    `status` is "current", "obsolete" or "local" (a range left to everybody); `replaced_by` is the
    code to use instead of an obsolete one, empty where no single one takes its place.
    `scope` says what is meant where the label means something else in ordinary speech.
    `also` are equally good codes of the same standard (ISO 3166 has three for a country);
    `kindred` are the codes of sister standards, offered when one of them was typed by mistake.
    """

    code: str
    label: str
    status: str = "current"
    uri: str = ""
    replaced_by: str = ""
    alternatives: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    kindred: tuple[str, ...] = ()
    scope: str = ""

    @property
    def is_current(self) -> bool:
        """Whether the entry may be used in a new record."""
        return self.status != "obsolete"


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """One vocabulary; made by `vocabulary(name)`."""

    name: str
    head: dict[str, str] = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    _local: dict[str, dict[int, str]] = field(default_factory=dict, repr=False)
    _searched: dict[str, list[str]] = field(default_factory=dict, repr=False)
    _by_alphabet: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)

    @property
    def label(self) -> str:
        """Its name for people."""
        return self.head["label"]

    @property
    def authority(self) -> str:
        """The value of MODS @authority that names it; empty where there is none."""
        return self.head.get("authority", "")

    @property
    def authority_uri(self) -> str:
        """The value of MODS @authorityURI."""
        return self.head.get("authority-uri", "")

    @property
    def holds_terms(self) -> bool:
        """Whether records hold the label rather than the code, as in genre or typeOfResource."""
        return self.head.get("terms") == "yes"

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, by code, obsolete ones included."""
        return tuple(self._made(number) for number in range(len(self.lines)))

    def looked_through(self, language: str = "en") -> tuple[Entry, ...]:
        """All entries by what they are called in a language; a few stay in their own order."""
        if len(self.lines) <= _FEW:
            return self.entries
        if language not in self._by_alphabet:
            local = self._labels_in(language)
            names = {n: local.get(n, fold(one.label)) for n, one in enumerate(self.entries)}
            order = sorted(names, key=lambda n: (bool(local) and n not in local, names[n]))
            self._by_alphabet[language] = tuple(self.entries[n] for n in order)
        return self._by_alphabet[language]

    def entry(self, code: str) -> Entry | None:
        """The entry with exactly this code, obsolete or not; case counts."""
        number = self._by_code.get(code)
        if number is None and self.head.get("padding"):
            number = self._by_code.get(code.rstrip(self.head["padding"]))
        if number is None and self._is_local(code):
            return Entry(code, self.head["reserved-label"], "local")
        return None if number is None else self._made(number)

    def by_label(self, text: str) -> Entry | None:
        """The entry with this label or alternative label; a current one before an obsolete one."""
        found = self.labelled(text)
        return found[0] if found else None

    def labelled(self, text: str) -> list[Entry]:
        """All entries with this label or alternative label, current ones first; case is ignored."""
        numbers = self._by_label.get(fold(text.strip()), [])
        return sorted((self._made(n) for n in numbers), key=lambda e: not e.is_current)

    def meant(self, text: str, language: str = "en") -> Entry | None:
        """The one entry that a text names: by code, by label, or by the code of a sister list."""
        typed = text.strip()
        exact = self.entry(typed)
        if exact is not None:
            return exact
        query, labelled = fold(typed), self.labelled(typed)
        named = (
            [entry for entry in labelled if entry.label == typed]
            or self._same_in_other_case(query)
            or labelled
            or self._locally(query, language)
            or self._kin(query)
        )
        named = [entry for entry in named if entry.is_current] or named
        return named[0] if len({entry.code for entry in named}) == 1 else None

    def by_uri(self, uri: str) -> Entry | None:
        """The entry with this address; http or https, with or without the last slash."""
        number = self._by_uri.get(_bare(uri))
        return None if number is None else self._made(number)

    def search(self, text: str, limit: int = 20, language: str = "en") -> list[Entry]:
        """Entries that fit what was typed so far, best first; all in order if nothing was."""
        query = fold(text.strip())
        if not query:
            return list(self.entries[:limit])
        local, lines = self._labels_in(language), self._searched_in(language)
        fitting: Iterable[int] = range(len(lines))
        for word in query.split():
            fitting = [number for number in fitting if word in lines[number]]
        ranked = []
        for number in fitting:
            place = self._rank(number, query, local)
            if place is not None:
                entry = self._made(number)
                length = len(entry.label) if place < INSIDE else 0
                ranked.append((place, not entry.is_current, length, number, entry))
        ranked.sort(key=lambda hit: hit[:4])
        return [hit[-1] for hit in ranked[:limit]]

    def nearest(self, text: str, limit: int = 5) -> list[Entry]:
        """Current entries that were probably meant by a value that is not in the list."""
        query = fold(text.strip().strip(".,;:"))
        sure = [*self._same_in_other_case(query), *self._kin(query), *self.labelled(query)]
        found = sure or self._alike(query, limit)
        unique: dict[str, Entry] = {}
        for entry in found:
            better = (self.entry(entry.replaced_by) if entry.replaced_by else None) or entry
            if better.is_current:
                unique.setdefault(better.code, better)
        return list(unique.values())[:limit]

    def label_in(self, entry: Entry, language: str) -> str:
        """The entry's label in that language, or in English."""
        known = labels.label_in(language, self.name, entry.code, entry.label, entry.kindred)
        return known or entry.label

    # ---- what is worked out once, when first needed

    @cached_property
    def _folded(self) -> list[str]:
        return fold("\n".join(self.lines)).split("\n")

    @cached_property
    def _by_code(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for number, line in enumerate(self.lines):
            found[line.partition("\t")[0]] = number
        if any(line.count("\t") >= 5 for line in self.lines):
            for number, line in enumerate(self.lines):
                for code in files.several(files.cells(line)[5]):
                    found.setdefault(code, number)
        return found

    @cached_property
    def _by_label(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self._folded):
            _, label, _, _, alternatives, *_ = files.cells(line)
            for text in dict.fromkeys((label, *files.several(alternatives))):
                found.setdefault(text, []).append(number)
        return found

    @cached_property
    def _by_uri(self) -> dict[str, int]:
        return {_bare(e.uri): n for n, e in enumerate(self.entries) if e.uri}

    def _made(self, number: int) -> Entry:
        code, label, status, instead, others, also, kin, uri, scope = files.cells(
            self.lines[number]
        )
        if not uri and "uri" in self.head:
            uri = self.head["uri"].replace("{code}", code)
        return Entry(
            code,
            label,
            status or "current",
            "" if uri == "-" else uri,
            instead,
            files.several(others),
            files.several(also),
            files.several(kin),
            scope,
        )

    def _is_local(self, code: str) -> bool:
        reserved = self.head.get("reserved")
        return bool(reserved and re.fullmatch(reserved, code))

    def _labels_in(self, language: str) -> dict[int, str]:
        """What entries are called in another language, as it is compared; worked out once."""
        if language not in self._local:
            found = labels.labels_in(language, self.name, self.lines)
            self._local[language] = {number: fold(label) for number, label in found.items()}
        return self._local[language]

    def _searched_in(self, language: str) -> list[str]:
        """The lines with what their entries are called in that language; worked out once."""
        local = self._labels_in(language)
        if local and language not in self._searched:
            named = (f"{line}\t{local.get(n, '')}" for n, line in enumerate(self._folded))
            self._searched[language] = list(named)
        return self._searched.get(language, self._folded)

    def _locally(self, query: str, language: str) -> list[Entry]:
        numbers = (n for n, label in self._labels_in(language).items() if label == query)
        return [self._made(number) for number in numbers]

    def _rank(self, number: int, query: str, local: dict[int, str]) -> int | None:
        code, label, _, _, others, also, kin, *_ = files.cells(self._folded[number])
        texts = [*files.several(others)]
        if number in local:
            texts.append(local[number])
        if query in files.several(also):
            return 0
        if query in files.several(kin):
            return 1
        return rank(query, code, label, texts)

    def _same_in_other_case(self, query: str) -> list[Entry]:
        numbers = [n for code, n in self._by_code.items() if code.lower() == query]
        return [self._made(n) for n in numbers]

    def _kin(self, query: str) -> list[Entry]:
        hits = [n for n, line in enumerate(self._folded) if query and f"\t{query}" in line]
        hits += [n for n, line in enumerate(self._folded) if query and f" | {query}" in line]
        entries = (self._made(n) for n in hits)
        return [e for e in entries if query in map(fold, e.kindred)]

    def _alike(self, query: str, limit: int) -> list[Entry]:
        if not query:
            return []
        numbers: list[int] = []
        for label in close(query, tuple(self._by_label), limit):
            numbers += self._by_label[label]
        for code in one_slip(query, self._by_code):
            numbers.append(self._by_code[code])
        return [self._made(n) for n in numbers]


@cache
def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of that name, read once; KeyError if there is none."""
    if name not in NAMES:
        raise KeyError(name)
    if name == LANGUAGE_TAGS:
        return _language_subtags()
    file = files.read(name)
    return Vocabulary(name, file.head, file.lines)


def vocabularies() -> list[str]:
    """The names of all vocabularies."""
    return list(NAMES)


def authority_vocabulary(authority: str) -> str | None:
    """The vocabulary that a value of MODS @authority stands for, or None if we have none."""
    name = authority.strip().lower()
    name = AUTHORITIES.get(name, name)
    return name if name in NAMES else None


def _language_subtags() -> Vocabulary:
    """Languages as RFC 5646 names them: the two-letter code, else the three-letter one."""
    short = vocabulary("iso639-1")
    head = {
        "label": "Languages by tag (RFC 5646)",
        "authority": LANGUAGE_TAGS,
        "authority-uri": "https://www.rfc-editor.org/info/rfc5646",
    }
    lines = [line for line in vocabulary("iso639-3").lines if not _has_two_letters(line)]
    return Vocabulary(LANGUAGE_TAGS, head, (*short.lines, *lines))


def _has_two_letters(line: str) -> bool:
    return line.count("\t") > 5 and any(
        len(code) == 2 for code in files.several(files.cells(line)[6])
    )


def _bare(uri: str) -> str:
    return uri.partition("://")[2].rstrip("/").lower()
