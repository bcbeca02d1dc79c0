"""A personal name as a value: its parts, in the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.inflect import (
    feminine_oblique,
    nominative_family,
    nominative_given,
    stripped,
)
from catalog_app.article.lexicon import folded

_FAMILY = re.compile(
    r"(?:[oe]v|[oei]va|yeva|[bcdfghjklmnprstvz]in|[kntlr]ina|sk(?:y|i|iy|aya)|enko|chuk|ian|yan|"
    r"dze|shvili|ulu|uulu|oğlu|oglu|[sz]oda|zade|zadeh|sson|sen|berg|stein|mann|quist|qvist|gren|"
    r"ović|ić|escu|ез|[оеё]в|[оеё]ва|[оеё]в(?:а|у|ым|ой|е)|[бвгджзклмнпрстфхцчш]ин|ын|"
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

    @property
    def full(self) -> str:
        """The name as it is read."""
        return f"{self.given} {self.family}".strip()


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
    known = lexicon.given_names()
    if shouted[0] and not any(shouted[1:]):
        words = [*words[1:], words[0]]
    elif folded(words[-1]) in known and folded(words[0]) not in known and len(words) == 2:
        words.reverse()
    split = _family_start(words)
    name = Name(" ".join(words[:split]), " ".join(words[split:]), first, last, score, reasons)
    if block.profile == "rus":
        return in_nominative(name, is_subject(block, first))
    return _bare(name, block.profile)


def _family_start(words: list[str]) -> int:
    """Where the family name begins: at a particle, after a patronymic, or with the last word."""
    for at in range(1, len(words) - 1):
        if folded(words[at]) in lexicon.group("particles") and words[-1][0].isupper():
            return at
    if len(words) > 2 and folded(words[-1]) in lexicon.group("particles"):
        return len(words) - 2
    return len(words) - 1


def in_nominative(name: Name, subject: bool) -> Name:
    """A Russian name brought to the nominative; `subject` if it seems to be in it already."""
    words = name.given.split()
    known = lexicon.given_names().get(folded(words[0]))
    if known:
        nominative, sex, inflected = known
        feminine = sex == "f"
        oblique = inflected or (feminine and feminine_oblique(name.family))
    else:
        feminine, inflected, nominative = _unknown_given(words[0], name.family, subject)
        oblique = inflected or (feminine and feminine_oblique(name.family))
    family = nominative_family(name.family, feminine, oblique)
    if not inflected:
        nominative = words[0]
    rest = [_patronymic(word) for word in words[1:]]
    return replace(name, given=" ".join([nominative, *rest]), family=family, inflected=oblique)


def _unknown_given(given: str, family: str, subject: bool) -> tuple[bool, bool, str]:
    """Sex and case of an unknown given name or initial, from endings and from its place."""
    if re.search(r"(ов|ев|ёв|ин|ын)ым$|[ео](го|му)$", family):
        return False, True, nominative_given(given)
    if feminine_oblique(family):
        return True, True, re.sub("ы$", "а", re.sub("и$", "я", given))
    ambiguous = bool(re.search(r"(ов|ев|ёв|ин|ын)[ау]$", family))
    if ambiguous and not subject and (given.endswith((".", "а", "у", "я", "ю"))):
        return False, True, nominative_given(given)
    return given[-1] in "ая" or given[-1] == ".", False, given


def is_subject(block: Block, first: int) -> bool:
    """Whether a name seems to stand in the nominative, by what is before it."""
    before = first - 1
    if before < 0 or not block.tokens[first].joined or block.tokens[before].capital:
        return True
    if before in block.roles:
        role = block.roles[before]
        return folded(block.between(role.first, role.last)) == folded(role.role)
    return block.folds[before] in lexicon.speech(block.profile) or block.folds[before] in ("и", "а")


def _patronymic(word: str) -> str:
    return re.sub(r"(вн)(ы|е|у|ой)$", r"\1а", re.sub(r"(ич)(а|у|ем)$", r"\1", word))


def _bare(name: Name, profile: str) -> Name:
    """A name without an ending of a Turkic language or Tajik on its last word."""
    forms = _stripped_family(folded(name.family), profile) if profile != "eng" else []
    shortest = min(map(len, forms), default=len(name.family))
    return replace(name, family=name.family[:shortest])
