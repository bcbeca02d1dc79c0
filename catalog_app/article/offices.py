"""Which office or trade the text gives a person, and in which body it is held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog_app.article import lexicon, russian
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.name_forms import Name, is_family_name
from catalog_app.article.roles import RoleMention, trade_at

_REACH = 18
_DASHES = ("–", "—", "-", ", —", ", –")
_AS = [["болуп"], ["болып"], ["bo’lib"], ["бўлиб"], ["etib"], ["этиб"], ["ретінде"], ["катары"],
       ["sifatida"], ["сифатида"], ["этип"]]  # fmt: skip
_HELD = [["of"], ["at"], ["for"], ["who"]]
_BEFORE_TRADES = ("a", "an", "the", "his", "her", "their", "local")
_GOVERNS = frozenset(["of", "for", "at", "in", "on", "to", "with", "the", "and", "a", "from"])


def role_and_body(block: Block, name: Name, bodies: Sequence[BodyMention]) -> tuple[str, str]:
    """The role a person has in a paragraph and the body it is held in, empty where not said."""
    trade = _trade_before(block, name)
    role = _right_before(block, name) or _before(block, name, bodies)
    if trade and role and _apart(block, role, trade):
        role = trade
    role = role or _after(block, name) or trade or _trade(block, name)
    return (role.role, _body_of(block, role, name, bodies)) if role else ("", "")


def _right_before(block: Block, name: Name) -> RoleMention | None:
    at = name.first
    if at > 1 and re.match(r"летн|year-old", block.folds[at - 1]) and block.tokens[at].joined:
        comma = block.tokens[at - 2].gap.strip() == ","
        return block.roles.get(at - 3) if comma or block.tokens[at - 2].joined else None
    beside = at > 0 and block.tokens[at].joined and at - 1 in block.roles
    return _governing(block, block.roles[at - 1]) if beside else None


# ---- after the name


def _after(block: Block, name: Name) -> RoleMention | None:
    last = _past_age(block, name.last)
    if appointed := _appointed(block, name.last):
        return appointed
    if last >= len(block.tokens) or _opening(block, last) not in (",", *_DASHES):
        return None
    for at in range(last, min(last + 4, len(block.tokens))):
        if at > last and block.tokens[at].gap.strip() not in ("", "'s", "’s"):
            return None
        if at in block.roles:
            fits = _describes(block, last, at) and not _leads_to_name(block, block.roles[at].last)
            return block.roles[at] if fits else None
    return None


def _opening(block: Block, at: int) -> str:
    """The mark before what follows a name, without the bracket that years were in."""
    return block.tokens[at].gap.strip().removeprefix(")").strip()


def _appointed(block: Block, last: int) -> RoleMention | None:
    """In the Turkic languages, an office before «болуп» and its like: “… mer bo‘lib saylandi”."""
    if block.profile not in ("uzb", "uzc", "kaz", "kir"):
        return None
    for at in range(last, min(last + 6, len(block.tokens) - 1)):
        if not block.tokens[at].joined:
            return None
        if at in block.roles and block.folds[block.roles[at].last :][:1] in _AS:
            return block.roles[at]
    return None


def _past_age(block: Block, at: int) -> int:
    """Past an age between commas or years in brackets: “Darren Coyle, 51, a builder”."""
    years = at
    while years < len(block.tokens) and re.fullmatch(r"\d{4}", block.tokens[years].text):
        years += 1
    if years > at and "(" in block.tokens[at].gap:
        return years
    age = at < len(block.tokens) and re.fullmatch(r"\d{1,3}", block.tokens[at].text)
    return at + 1 if age and block.tokens[at].gap.strip() == "," else at


def _describes(block: Block, first: int, role: int) -> bool:
    """Whether what stands before an office only describes it, as in “the former director”."""
    between = block.folds[first:role]
    if block.profile == "eng":
        return not {"of", "to", "for", "who", "which", "whose", "and", "with"} & set(between)
    return all(re.search(r"(?:ый|ий|ой|ая|яя|ого|его|ей|ым|им|ому|ему)$", word) for word in between)


def _leads_to_name(block: Block, at: int) -> bool:
    """Whether an office belongs to the next person: “… Islomov, first deputy X Y”."""
    known = lexicon.given_names()
    while at + 1 < len(block.tokens) and block.tokens[at].joined:
        pair = block.tokens[at].capital and block.tokens[at + 1].capital
        pair = pair and at not in block.heads and at + 1 not in block.heads
        name = block.folds[at] in known or is_family_name(block.folds[at + 1])
        if pair and block.tokens[at + 1].joined and name:
            return True
        at += 1
    return False


# ---- before the name


def _before(block: Block, name: Name, bodies: Sequence[BodyMention]) -> RoleMention | None:
    reach = _REACH if block.profile in ("eng", "rus", "tgk") else 2
    inside = {at for body in bodies for at in range(body.first, body.last)}
    for at in range(name.first - 1, max(-1, name.first - 1 - reach), -1):
        after = block.tokens[at + 1]
        if not after.joined and not _passes(block, at + 1, name):
            return None
        if at in block.roles:
            role = block.roles[at]
            return _governing(block, role) if _leads(block, role, name) else None
        if _bars(block, at, inside):
            return None
    return None


def _bars(block: Block, at: int, inside: set[int]) -> bool:
    """Whether a word cannot stand between an office and its holder: a verb, another name."""
    fold = block.folds[at]
    if fold in lexicon.speech(block.profile):
        return True
    if block.tokens[at].capital:
        outside = at not in inside and at not in block.places and at not in block.heads
        family = is_family_name(fold) and at > 0 and block.tokens[at].joined
        family = family and block.tokens[at - 1].capital
        return outside and (fold in lexicon.given_names() or family)
    if block.profile == "rus":
        return _is_verb(fold)
    return False


def _is_verb(fold: str) -> bool:
    found = russian.readings(fold)
    noun = any(one.speech in ("NOUN", "ADJF") and one.case == "gent" for one in found)
    return not noun and found[0].speech in ("VERB", "GRND", "INFN") and found[0].known


def _leads(block: Block, role: RoleMention, name: Name) -> bool:
    """Whether the words between an office and a name belong to the office, not to a sentence."""
    if block.profile != "eng":
        return True
    between = range(role.last, name.first)
    small = [at for at in between if not block.tokens[at].capital and at not in block.roles]
    if not small:
        return True
    if block.folds[role.last] not in _GOVERNS and block.tokens[role.last].joined:
        return False
    return not any(re.search(r"(?:ed|was|is|has|had|were|are|who|that)$", block.folds[at])
                   for at in small)  # fmt: skip


def _governing(block: Block, role: RoleMention) -> RoleMention:
    """In Russian, the first of two offices: «пресс-секретарь главы государства»."""
    before = role.first - 1
    if block.profile == "rus" and before in block.roles and block.tokens[role.first].joined:
        return block.roles[before]
    return role


def _passes(block: Block, at: int, name: Name) -> bool:
    """Whether a role may be named across this gap: an abbreviation, or a comma before the name."""
    gap = block.tokens[at].gap.strip()
    if gap == "," and _lists_more(block, at):
        return True
    before = (",", ") ,") if block.profile == "eng" else (",", ") ,", *_DASHES)
    return gap in ("(", ")", "«", "»", "“", "”") or (gap in before and at == name.first)


def _lists_more(block: Block, at: int) -> bool:
    """Whether a comma only lists what an office is for: «министр образования, науки и культуры»."""
    ahead = block.folds[at + 1 : at + 2]
    small = not block.tokens[at].capital and not block.tokens[at - 1].capital
    return small and ahead in (["и"], ["and"]) and block.tokens[at + 1].joined


def _apart(block: Block, role: RoleMention, trade: RoleMention) -> bool:
    """Whether another person's office is before: «агроном Бердыев и бригадир Мирзаева»."""
    between = range(role.last, trade.first)
    return any(block.folds[at] in ("и", "and") and block.tokens[at - 1].capital for at in between)


def _trade_before(block: Block, name: Name) -> RoleMention | None:
    """A trade by the form of its word, right before the name: “a ferryman, Jalgas Tureev,”."""
    at = name.first
    if not at or block.tokens[at].joined:
        return trade_at(block, at - 1) if at else None
    english = block.profile == "eng" and at > 1 and block.tokens[at].gap.strip() == ","
    article = english and block.folds[at - 2] in _BEFORE_TRADES and block.tokens[at - 1].joined
    closed = name.last < len(block.tokens) and block.tokens[name.last].gap.strip()[:1] == ","
    return trade_at(block, at - 1) if article and closed else None


def _trade(block: Block, name: Name) -> RoleMention | None:
    """A trade by the form of its word, after the name and a comma or dash."""
    last = _past_age(block, name.last)
    if last >= len(block.tokens) or _opening(block, last) not in (",", *_DASHES):
        return None
    article = block.profile == "eng" and block.folds[last] in ("a", "an", "the")
    at = last + article
    if block.profile == "eng" and not (
        article or last > name.last or block.folds[at + 1 : at + 2] in _HELD
    ):
        return None
    trade = trade_at(block, at)
    return trade if trade and not _leads_to_name(block, at + 1) else None


# ---- the body


def _body_of(block: Block, role: RoleMention, name: Name, bodies: Sequence[BodyMention]) -> str:
    """The body named between role and name, after the role, or right before it."""
    for at, body in enumerate(bodies):
        between = role.last <= body.first <= role.last + 3 and body.last <= name.first
        behind = name.last <= role.first and role.last <= body.first <= role.last + 3
        ahead = role.first - 1 <= body.last <= role.first and _continues(block, body, role)
        if between or behind or ahead:
            further = bodies[at + 1 : at + 3]  # "… Organization (SCO) Center …"
            return next((b.name for b in further if b.first == body.last and b.last > b.first + 1),
                        body.name)  # fmt: skip
    return ""


def _continues(block: Block, body: BodyMention, role: RoleMention) -> bool:
    """Whether nothing but a comma is between a body and the office that follows it."""
    gaps = (block.tokens[at].gap.strip() for at in range(body.last, role.first + 1))
    return all(gap in ("", ",", "’", "'", ")", "»", "”") for gap in gaps)
