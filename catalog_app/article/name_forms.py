"""A personal name as a value: its parts, in the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.inflect import stripped
from catalog_app.article.lexicon import folded
from catalog_app.article.name_cases import expected, nominative_name

_FAMILY = re.compile(
    r"(?:[oe]v|[oei]va|yeva|[bcdfghjklmnprstvz]in|[kntlr]ina|sk(?:y|i|iy|aya)|enko|chuk|ian|yan|"
    r"dze|shvili|ulu|uulu|oğlu|oglu|[sz]oda|zade|zadeh|sson|sen|berg|stein|mann|quist|qvist|gren|"
    r"ović|ić|[dvn]zic|ovic|evic|escu|ез|[оеё]в|[оеё]ва|[оеё]в(?:а|у|ым|ой|е)|[бвгджзклмнпрстфхцчш]ин|ын|"
    r"[бвгджзклмнпрстфхцчш]ин(?:а|у|ым|ой)|ск(?:ий|ая|ого|ой|ому|им|ую)|енко|чук|[ая]н|дзе|швили|"
    r"зода|[кғ]ызы|қызы|ұлы|ян(?:а|у|ом)?|иён)$"
)
GIVEN = re.compile(
    r"(?:bek|boy|bay|jon|jan|zhan|gul|gül|din|mat|murat|murod|xon|khon|nur|ulla|ullo|"
    r"бек|бай|бой|жан|жон|джан|гул|гүл|гуль|дин|мат|мурат|мурод|хон|нур|улла|улло|али)(?:а|у|ом|ем|я)?$"
)


@dataclass(frozen=True)
class Name:
    """A personal name as found: parts in the nominative, tokens, evidence and where that is."""

    given: str
    family: str
    first: int
    last: int
    score: float
    reasons: tuple[str, ...] = ()
    inflected: bool = False
    family_first: bool = False
    """Whether the family name is read first, as in East Asia."""

    @property
    def full(self) -> str:
        """The name as it is read."""
        return in_order(self.given, self.family, self.family_first)


def in_order(given: str, family: str, family_first: bool) -> str:
    """The parts of a name as they are read one after the other."""
    return " ".join(filter(None, (family, given) if family_first else (given, family)))


def is_family_name(fold: str) -> bool:
    return bool(_FAMILY.search(fold)) and len(fold) > 4


def family_key(word: str, profile: str) -> str:
    """What the forms of a family name have in common."""
    key = folded(word)
    if profile == "rus":
        key = re.sub(r"(?<=[оеиы][вн])(а|у|ым|е|ой|ою)$", "", key)
        return (
            re.sub(r"(ий|ого|ому|им|ом|ая|ой|ую|а|у|я|ю|ем|е)$", "", key) if len(key) > 4 else key
        )
    if profile == "eng":
        return key
    return min(_stripped_family(key, profile), key=len)


def _stripped_family(key: str, profile: str) -> list[str]:
    return [form for form in stripped(key, profile) if form == key or _FAMILY.search(form)]


def name_of(block: Block, first: int, last: int, score: float, reasons: tuple[str, ...]) -> Name:
    """The name with its parts in the nominative."""
    tokens = block.tokens[first:last]
    words = [token.text.title() if token.shouted else token.text for token in tokens]
    shouted = [token.shouted for token in tokens]
    if is_east_asian(words):
        given, family = " ".join(words[1:]), words[0]
        return Name(given, family, first, last, score, reasons, family_first=True)
    if shouted[0] and not any(shouted[1:]):
        words = [*words[1:], words[0]]
    elif len(words) == 2 and _is_reversed(folded(words[0]), folded(words[1])):
        words.reverse()
    split = _family_start(words)
    name = Name(" ".join(words[:split]), " ".join(words[split:]), first, last, score, reasons)
    if block.profile == "rus":
        return in_nominative(block, name)
    return _bare(name, block.profile)


def _is_reversed(first: str, last: str) -> bool:
    """Whether a family name comes before a given one, as in “Nazarova Feruza”."""
    known = lexicon.given_names()
    return last in known and first not in known and is_family_name(first)


def is_east_asian(words: list[str]) -> bool:
    """Whether a name begins with one of the family names of East Asia: “Nguyen Thi Hanh”."""
    if len(words) not in (2, 3) or folded(words[0]) not in lexicon.group("east asian families"):
        return False
    rest = words[1:]
    if any(folded(word) in lexicon.given_names() or is_family_name(folded(word)) for word in rest):
        return False
    return len(words) == 3 or "-" in rest[0] or len(rest[0]) > 3


def _family_start(words: list[str]) -> int:
    """Where the family name begins: at a particle, after a patronymic, or with the last word."""
    for at in range(1, len(words) - 1):
        if folded(words[at]) in lexicon.group("particles") and words[-1][0].isupper():
            return at
    if len(words) > 2 and folded(words[-1]) in lexicon.group("particles"):
        return len(words) - 2
    return len(words) - 1


def in_nominative(block: Block, name: Name) -> Name:
    """A Russian name brought to the nominative, as what stands before it asks for."""
    words, parts = name.given.split(), name.family.split()
    given, family, case = nominative_name(words, parts, expected(block, name.first, name.last))
    made = replace(name, given=" ".join(given), family=" ".join(family))
    return replace(made, inflected=case != "nomn")


def _bare(name: Name, profile: str) -> Name:
    """A name without an ending of a Turkic language or Tajik on its last word."""
    forms = _stripped_family(folded(name.family), profile) if profile != "eng" else []
    shortest = min(map(len, forms), default=len(name.family))
    return replace(name, family=name.family[:shortest])
