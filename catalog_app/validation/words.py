"""The program's own sentences in another language: findings, repairs, what undo knows, reasons.

The core writes English, from templates that stand in the code. Here a sentence that was written is
recognised by its template and said in the other language; what varies in it is kept, and the
labels of fields in it are said as the form says them. What nobody translated stays English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from catalog_app import paths
from catalog_app.schema.load import load

_SLOT = re.compile(r"(\{[~#,]?\})")
_SHAPES = {"{}": "(.+?)", "{~}": "(.+?)", "{,}": "(.+?)", "{#}": r"(\d+)"}
_NAMED = re.compile(r"“([^“”]+)” \(([\w:.]+)\)")
_QUOTED = re.compile(r"“([^“”]*)”")
_IN_BRACKETS = re.compile(r"([^“”()]+) \(([^“”()]+)\)")
_ITEM = re.compile(r"“[^“”]*”(?: \([^()]*\))?")
_BETWEEN = re.compile(r"(, then |, | or | and )")
_STANDARDS = ("mods", "mets", "dc")
_DEEPEST = 4


@lru_cache(maxsize=5000)
def say(sentence: str, language: str) -> str:
    """The sentence in `language`, or as it is where that language has no words for it."""
    known = _vocabulary(language)
    return _say(sentence, known, 0) or sentence if known.sentences else sentence


@dataclass(frozen=True)
class _Sentence:
    """A template of the code with its translation."""

    english: str
    words: str

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What stands between the places that vary."""
        return tuple(_SLOT.split(self.english)[::2])

    @cached_property
    def places(self) -> tuple[str, ...]:
        """What varies: anything kept, a number, a list, or words that are translated too."""
        return tuple(_SLOT.findall(self.english))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What such a sentence looks like; after a full stop others may follow."""
        split = _SLOT.split(self.english)
        one = "".join(_SHAPES.get(piece) or re.escape(piece) for piece in split)
        more = r"(?: (?P<more>.+))?" if self.english[-1] in ".?!" else ""
        return re.compile(one + more, re.DOTALL)

    def match(self, text: str) -> re.Match[str] | None:
        """Tell whether the text is this sentence, without compiling it where it cannot be."""
        if not text.startswith(self.pieces[0]) or any(p not in text for p in self.pieces):
            return None
        return self.pattern.fullmatch(text)


@dataclass(frozen=True)
class _Vocabulary:
    """What one language has words for: sentences, and the labels and help of fields."""

    sentences: Mapping[str, _Sentence]
    labels: Mapping[str, str]
    patterns: tuple[_Sentence, ...] = field(default=())


@cache
def _vocabulary(language: str) -> _Vocabulary:
    file = paths.resources() / "i18n" / f"sentences.{language}.toml"
    if language == "en" or not file.is_file():
        return _Vocabulary({}, {})
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    sentences = {english: _Sentence(english, words) for english, words in told.items()}
    varying = [one for one in sentences.values() if len(one.pieces) > 1]
    varying.sort(key=lambda one: (not one.pieces[0], -sum(map(len, one.pieces))))
    labels = dict(_pairs(language))
    return _Vocabulary(sentences, labels, tuple(varying))


def _pairs(language: str) -> Iterator[tuple[str, str]]:
    """Labels and help in English and in the language; the first standard's come last and win."""
    for standard in reversed(_STANDARDS):
        library = load(standard, language).library
        for table, mark in (("attribute", "@"), ("element", "")):
            for key, entry in reversed(library.data[table].items()):
                owner, _, name = key.rpartition("/")
                place = f"{owner}/{mark}{name}".removeprefix("/")
                for what in ("label", "help"):
                    if what in entry and (words := library.words.get(f"{place}.{what}")):
                        yield entry[what], words
                        yield f"{entry[what]} ({name})", words
        for name, values in library.data.get("values", {}).items():
            for value, said in values.items():
                label = said["label"] if isinstance(said, dict) else said
                if words := library.words.get(f"{name}={value}"):
                    yield label, words


def _say(text: str, known: _Vocabulary, depth: int) -> str:
    """The text in the other language, or "" where there are no words for it."""
    if whole := known.sentences.get(text):
        return whole.words
    if label := _label(text, known):
        return label
    if depth >= _DEEPEST:
        return ""
    return _in_pieces(text, known, depth) or _recognised(text, known, depth)


def _recognised(text: str, known: _Vocabulary, depth: int) -> str:
    for sentence in known.patterns:
        if match := sentence.match(text):
            return _filled(sentence, match, known, depth)
    return ""


def _filled(sentence: _Sentence, match: re.Match[str], known: _Vocabulary, depth: int) -> str:
    places = zip(match.groups(), sentence.places, strict=False)
    said = [_place(text, kind, known, depth) for text, kind in places]
    words = sentence.words.format(*said)
    more = match.groupdict().get("more")
    return f"{words} {_say(more, known, depth + 1) or more}" if more else words


def _in_pieces(text: str, known: _Vocabulary, depth: int) -> str:
    """A fixed sentence with others behind it."""
    for stop in re.finditer(r"[.?!] ", text):
        if first := known.sentences.get(text[: stop.end() - 1]):
            more = text[stop.end() :]
            return f"{first.words} {_say(more, known, depth + 1) or more}"
        if first_label := known.labels.get(text[: stop.end() - 1]):
            more = text[stop.end() :]
            return f"{first_label} {_say(more, known, depth + 1) or more}"
    return ""


def _place(text: str, kind: str, known: _Vocabulary, depth: int) -> str:
    """What varies; where it is words of ours, a label, another sentence, or a list of them."""
    if kind == "{~}":
        return _say(text, known, depth + 1) or _listed(text, known, depth)
    return _listed(text, known, depth) if kind == "{,}" else _marks(text)


def _label(text: str, known: _Vocabulary) -> str:
    if found := known.labels.get(text):
        return found
    if named := _NAMED.fullmatch(text):
        exact = known.labels.get(f"{named[1]} ({named[2]})") or known.labels.get(named[1])
        return f"«{exact or named[1]}» ({named[2]})"
    if (both := _IN_BRACKETS.fullmatch(text)) and (found := known.labels.get(both[1])):
        return f"{found} ({_label(both[2], known) or both[2]})"
    if text[:1].islower() and (found := known.labels.get(text[:1].upper() + text[1:])):
        return found
    return ""


def _listed(text: str, known: _Vocabulary, depth: int) -> str:
    """A list as the language joins it; commas and words inside quotation marks part nothing."""
    quoted = iter(_ITEM.findall(text))
    pieces = _BETWEEN.split(_ITEM.sub("\0", text))
    shown = [re.sub("\0", lambda _: next(quoted), piece) for piece in pieces]
    return "".join(
        _joined(piece, known) if number % 2 else _item(piece, known, depth)
        for number, piece in enumerate(shown)
    )


def _joined(between: str, known: _Vocabulary) -> str:
    word = between.strip(", ")
    found = known.sentences.get(word)
    return between.replace(word, found.words) if found else between


def _item(text: str, known: _Vocabulary, depth: int) -> str:
    """One of a list: a field with its name, how many more there are, or a value as it is."""
    if _NAMED.fullmatch(text):
        return _label(text, known)
    return (_recognised(text, known, depth + 1) if " " in text else "") or _marks(text)


def _marks(text: str) -> str:
    """What is kept as it is, in the quotation marks of the language."""
    return _QUOTED.sub(r"«\1»", text)
