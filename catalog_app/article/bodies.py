"""Names of corporate bodies: by the noun that heads them, by known names and by abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.inflect import nominative_adjective, stripped
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded


@dataclass(frozen=True)
class BodyMention:
    """A body at tokens `first` up to `last`, with its name in the nominative."""

    name: str
    first: int
    last: int
    reason: str
    abbreviation: str = ""


_LINKS = frozenset(("of", "for", "on", "and", "in", "the", "&"))
_MOST = 8
"""Words before or after the heading noun that a name may have."""


def find_bodies(block: Block, taken: set[int]) -> list[BodyMention]:
    """The bodies named in a paragraph; `taken` are the tokens of personal names."""
    finders = {"eng": _english, "rus": _russian, "tgk": _tajik}
    found = list(finders.get(block.profile, _turkic)(block, taken))
    found += _with_abbreviation(block, found)
    found += _compounds(block, taken)
    covered = taken | {at for body in found for at in range(body.first, body.last)}
    found += _known(block, covered)
    return sorted(found, key=lambda body: body.first)


# English -----------------------------------------------------------------------------------


def _english(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    done = 0
    for head in block.heads:
        if head < done or not block.tokens[head].capital or head in taken:
            continue
        last = _english_end(block, head, taken)
        first = _english_start(block, head, done, taken)
        if last - first < 2:
            continue
        done = last
        name = _english_name(block, first, last)
        yield BodyMention(name, first, last, f"its name has the word “{block.tokens[head].text}”")


def _english_start(block: Block, head: int, done: int, taken: set[int]) -> int:
    first = head
    while first > done and _leads(block, first - 1, taken) and _attached(block, first):
        first -= 1
    while first < head and (
        block.folds[first] in ("the", "a", "an", *lexicon.group("determiners")) or _is_link(block, first)
        or (block.tokens[first].opens and block.folds[first] in short_words("eng"))
    ):  # fmt: skip
        first += 1
    return first


def _attached(block: Block, at: int) -> bool:
    """Whether a word goes on from the one before; “(SCO)” may be between."""
    return block.tokens[at].joined or (
        block.tokens[at].gap == ") " and block.tokens[at - 1].shouted
    )


def _leads(block: Block, at: int, taken: set[int]) -> bool:
    if at in taken or at in block.roles:
        return False
    if block.folds[at] == "and":
        right, left = at + 1 < len(block.tokens), at > 0
        return bool(
            left and right
            and block.tokens[at + 1].capital and block.tokens[at - 1].capital
            and at - 1 not in block.places and at - 1 not in taken and _after_the(block, at - 1)
        )  # fmt: skip
    return block.tokens[at].capital


def _after_the(block: Block, at: int) -> bool:
    while at > 0 and block.tokens[at].capital and block.tokens[at].joined:
        at -= 1
    return block.folds[at] == "the" or block.tokens[at].opens


def _is_link(block: Block, at: int) -> bool:
    return block.folds[at] in _LINKS and not block.tokens[at].capital


def _english_end(block: Block, head: int, taken: set[int]) -> int:
    """The end of the complement: “of …”, “for …”, and “in” a country after either."""
    last = head + 1
    linked = False
    while last < len(block.tokens) and last - head < 2 * _MOST and block.tokens[last].joined:
        if last in taken or (last in block.roles and block.tokens[last].capital):
            break
        if block.folds[last] in ("of", "for", "on", "and"):
            target = _after_link(block, last, taken, linked)
            if not target:
                break
            linked, last = True, target
        elif block.folds[last] == "in" and linked and _country(block, last + 1):
            return block.places[last + 1].last
        elif block.tokens[last].capital and last - 1 not in block.places:
            if last in block.places and block.folds[last - 1] not in _LINKS:
                break
            last += 1
        else:
            break
    return last


def _after_link(block: Block, at: int, taken: set[int], linked: bool) -> int:
    """The end of what “of”, “for” or “and” adds, or 0 if it adds nothing to the name."""
    to = at + 1
    if to < len(block.tokens) and block.folds[to] == "the":
        to += 1
    if to >= len(block.tokens) or not block.tokens[to].capital or to in taken:
        return 0
    if not all(block.tokens[n].joined for n in range(at, to + 1)):
        return 0
    if block.folds[at] == "and" and (not linked or to in block.places or _new_body(block, to)):
        return 0
    return block.places[to].last if to in block.places else to + 1


def _new_body(block: Block, at: int) -> bool:
    """Whether a body of its own begins here, as in “… and World Bank”."""
    while at < len(block.tokens) and block.tokens[at].capital and block.tokens[at].joined:
        if at in block.heads:
            return True
        at += 1
    return False


def _country(block: Block, at: int) -> bool:
    return at in block.places and block.places[at].place.kind == "country"


def _english_name(block: Block, first: int, last: int) -> str:
    return " ".join(token.text for token in block.tokens[first:last])


# Russian -----------------------------------------------------------------------------------

_GENITIVE = re.compile(
    r"(?:ого|его|ой|ей|ых|их|ов|ев|ий|[аяыи]|ств|дел|сил|школ|наук|наций|лиц|прав)$"
)
_DATIVE = re.compile(r"(?:ому|ему|ой|ей|ым|им|у|ю|е|и|ам|ям)$")
_VERB = re.compile(r"(?:[аеиоуыя]л[аио]?|лся|лась|лись|ется|ится|[аеиюя]т|ть|ться|ны|на|но|н)$")
_MASCULINE = r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем)$"
_AGREEING = {
    "m": re.compile(_MASCULINE),
    "f": re.compile(r"(?:ая|яя|ой|ей|ую|юю)$"),
    "n": re.compile(_MASCULINE.replace("ый|ий|ой", "ое|ее")),
}
_GENITIVE_ONLY = frozenset(("имени", "им", "при", "по"))


def _russian(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    done = 0
    for head, (noun, gender) in block.heads.items():
        if head < done or head in taken:
            continue
        first = _russian_start(block, head, gender, taken, done)
        last = _russian_end(block, head, taken)
        capital = block.tokens[first].capital
        if not capital or last - first < 2 or _only_opens(block, first, head, last):
            continue
        done = last
        name = _russian_name(block, first, head, last, noun, gender)
        yield BodyMention(name, first, last, f"в названии есть слово «{noun}»")


def _only_opens(block: Block, first: int, head: int, last: int) -> bool:
    """Whether the capital is only that of the sentence, as in «Новый завод открыли»."""
    if not block.tokens[first].opens or first == head:
        return False
    return last == head + 1 and block.folds[first] in block.small


def _russian_start(block: Block, head: int, gender: str, taken: set[int], done: int) -> int:
    """Where the adjectives before the noun begin; the first must have a capital letter."""
    first = head
    while first > done and block.tokens[first].joined and first - 1 not in taken:
        word = block.folds[first - 1]
        if not _AGREEING[gender].search(word):
            break
        if len(word) < 5 or first - 1 in block.roles or word in short_words("rus"):
            break
        first -= 1
    while first < head and not block.tokens[first].capital:
        first += 1
    return first


def _russian_end(block: Block, head: int, taken: set[int]) -> int:
    last = head + 1
    pattern = _GENITIVE
    while last < len(block.tokens) and last - head <= _MOST and block.tokens[last].joined:
        token, fold = block.tokens[last], block.folds[last]
        if last in taken or last in block.roles:
            break
        if last in block.places:
            last = block.places[last].last
            if last < len(block.tokens) and block.tokens[last].capital:
                break
            continue
        if fold in _GENITIVE_ONLY:
            if fold == "по" and not _dative_ahead(block, last):
                break
            pattern = _DATIVE if fold == "по" else re.compile("")
            last += 1
            continue
        if token.capital:
            if not (last in block.heads or _named_after(block, last, head) or fold == "республики" or pattern.pattern == ""
                    or _genitive_adjective(block, last)):  # fmt: skip
                break
        elif fold == "и":
            if not _goes_on(block, last + 1, pattern):
                break
        elif not _complement(fold, pattern):
            break
        last += 1
    while last > head + 1 and block.folds[last - 1] in ("и", *_GENITIVE_ONLY):
        last -= 1
    return last


def _named_after(block: Block, at: int, head: int) -> bool:
    """One capitalised genitive right after the noun, as in «Университет Эксетера»."""
    alone = at + 1 >= len(block.tokens) or not (
        block.tokens[at + 1].joined and block.tokens[at + 1].capital
    )
    return at == head + 1 and alone and block.folds[at][-1] in "аяыи"


def _genitive_adjective(block: Block, at: int) -> bool:
    """A capitalised adjective that leads to a further noun, as in «суд Кыргызской Республики»."""
    following = at + 1 < len(block.tokens) and block.tokens[at + 1].joined
    return following and bool(re.search(r"(?:ого|его|ой|ей|ых|их)$", block.folds[at]))


def _dative_ahead(block: Block, at: int) -> bool:
    """Whether «по» belongs to the name: «комитет по лесному хозяйству», not «по вторникам»."""
    ahead = at + 1 < len(block.tokens) and block.tokens[at + 1].joined
    return ahead and bool(_DATIVE.search(block.folds[at + 1]))


def _goes_on(block: Block, at: int, pattern: re.Pattern[str]) -> bool:
    if at >= len(block.tokens) or block.tokens[at].capital or not block.tokens[at].joined:
        return False
    return _complement(block.folds[at], pattern)


def _complement(fold: str, pattern: re.Pattern[str]) -> bool:
    if fold in lexicon.group("nouns like verbs") or fold in lexicon.group("indeclinable"):
        return True
    if fold in short_words("rus") or len(fold) < 3 or not pattern.search(fold):
        return False
    return not _VERB.search(fold) or bool(
        re.search(r"(?:ции|ства|ости|ия|ии|ета|ита|ины|оны)$", fold)
    )


def _russian_name(block: Block, first: int, head: int, last: int, noun: str, gender: str) -> str:
    """The name with its noun and adjectives in the nominative, and the rest as it stands."""
    adjectives = [nominative_adjective(t.text, gender) for t in block.tokens[first:head]]
    start = noun.capitalize() if block.tokens[head].capital else noun
    rest = [token.text for token in block.tokens[head + 1 : last]]
    return " ".join([*adjectives, start, *rest])


# Turkic languages --------------------------------------------------------------------------

_BARRIER = re.compile(r"(?:da|dan|ga|gan|di|дан|да|га|ди|ге|ден|де|да|ды|ді|ты|ті|ған|ген)$")


def _turkic(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    done = 0
    for head, (noun, _) in block.heads.items():
        first = _turkic_start(block, head, taken, done)
        if head < done or first is None or first == head:
            continue
        done = head + 1
        words = [token.text for token in block.tokens[first:head]]
        yield BodyMention(" ".join([*words, noun]), first, head + 1, f"its name ends in “{noun}”")


def _turkic_start(block: Block, head: int, taken: set[int], done: int) -> int | None:
    """The capitalised word with which a name begins that ends in its heading noun."""
    first: int | None = None
    at = head
    while at > done and head - at < _MOST and block.tokens[at].joined:
        at -= 1
        capital = block.tokens[at].capital
        if at in taken or (at in block.roles and block.tokens[at + 1].capital):
            break
        if first is not None and not (capital or block.folds[at] in lexicon.group("named after")):
            break
        if first is not None and capital and _inflected(block, at):
            break
        if capital:
            first = at
        elif _BARRIER.search(block.folds[at]) and len(block.folds[at]) > 4:
            break
    return first


def _inflected(block: Block, at: int) -> bool:
    """Whether a place has an ending, so that it stands outside the name that follows."""
    if at in block.places:
        plain = folded(block.places[at].name).split()[-1]
        return block.folds[block.places[at].last - 1] != plain
    return bool(_BARRIER.search(block.folds[at]))


# Tajik -------------------------------------------------------------------------------------


def _tajik(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    done = 0
    for head in block.heads:
        if head < done or head in taken or not block.tokens[head].capital:
            continue
        last = _izofat_end(block, head, taken)
        if last - head < 2:
            continue
        done = last
        words = " ".join(token.text for token in block.tokens[head:last])
        yield BodyMention(words, head, last, f"its name begins with “{block.tokens[head].text}”")


def _izofat_end(block: Block, head: int, taken: set[int]) -> int:
    """Follow the words that -и ties together, and one more after «ва»."""
    last = head
    while last + 1 < len(block.tokens) and block.tokens[last + 1].joined:
        tied = block.folds[last].endswith(("и", "ии"))
        if last + 1 in taken:
            break
        if tied:
            last += 1
        elif block.folds[last + 1] == "ва" and _small_ahead(block, last + 2):
            last += 2
        else:
            break
    return last + 1


def _small_ahead(block: Block, at: int) -> bool:
    return at < len(block.tokens) and not block.tokens[at].capital


# Known names and abbreviations -------------------------------------------------------------


@cache
def _known_names(profile: str) -> dict[str, tuple[str, str]]:
    found = {}
    for body in lexicon.bodies(profile):
        abbreviation = body.abbreviations[0] if body.abbreviations else ""
        for form in (body.name, *body.abbreviations):
            found[folded(form)] = (body.name, abbreviation)
    return found


def _known(block: Block, covered: set[int]) -> Iterator[BodyMention]:
    """Bodies known by name or abbreviation that no rule has found."""
    names = _known_names(block.profile)
    for at, token in enumerate(block.tokens):
        if at in covered or not token.capital:
            continue
        for last in range(min(at + 6, len(block.tokens)), at, -1):
            hit = _lookup(block, at, last, names)
            if hit:
                yield BodyMention(hit[0], at, last, "it is a known body", hit[1])
                break


def _lookup(
    block: Block, at: int, last: int, names: dict[str, tuple[str, str]]
) -> tuple[str, str] | None:
    if not all(token.joined for token in block.tokens[at + 1 : last]):
        return None
    phrase = " ".join(block.folds[at:last])
    if last == at + 1 and not block.tokens[at].shouted and len(phrase) < 6:
        return None
    return next((names[form] for form in stripped(phrase, block.profile) if form in names), None)


def _compounds(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    """Banks whose name is one word, such as Orienbank."""
    for at, fold in enumerate(block.folds):
        if block.tokens[at].capital and at not in taken and len(fold) > 6:
            if match := re.search(r"(?:bank|банк)(а|у|ом|е|и|i)?$", fold):
                ending = len(match[1] or "")
                name = block.tokens[at].text[: len(fold) - ending]
                yield BodyMention(name, at, at + 1, "its name ends in “bank”")


def _with_abbreviation(block: Block, found: list[BodyMention]) -> Iterator[BodyMention]:
    """Attach “(SCO)” after a name to that name, as a mention of the same body."""
    for body in found:
        at = body.last
        if at < len(block.tokens) and block.tokens[at].gap == " (" and block.tokens[at].shouted:
            closing = block.text[block.tokens[at].end : block.tokens[at].end + 1]
            if closing == ")":
                short = block.tokens[at].text
                yield BodyMention(body.name, at, at + 1, "its abbreviation is given", short)
