"""Words that tell the parts of a name apart."""

from __future__ import annotations

import re

# Particles that stay with the family name, and those that join a father's name to it.
PARTICLES = frozenset(
    """von vom zu zur van vander der den de du del della dello di da das do dos des la le les d' l'
    af av bin ibn ben bint binti al el ash abu abū ter ten te zum y e st saint san santa
    фон ван де ди да ибн бин аль эль оглы кызы""".split()  # noqa: SIM905
)
# "son of", "daughter of": they follow the father's name and end a Central Asian full name.
FILIATION = re.compile(
    r"(?:o['’ʻʼ‘`]?g['’ʻʼ‘`]?li|ogli|ogly|oglu|oğlu|oghlu|ugli|uli|uly|uulu|ulu|qizi|qyzy|kizi|kyzy"
    r"|gizi|qızı|gyzy|ўғли|угли|оглы|улы|уулу|ұлы|қизи|кизи|кызы|қызы|гызы|оғлу)",
    re.I,
)
PATRONYMIC = re.compile(
    r"[^\W\d_]{2,}(?:ovich|evich|yevich|ovna|evna|yevna|ichna|ович|евич|ьич|овна|евна|ична|инична)",
    re.I,
)
FAMILY_ENDING = re.compile(
    r"[^\W\d_]{2,}(?:ov|ova|ev|eva|yev|yeva|iev|ieva|ovsky|evsky|skaya|skiy|skii|ский|ская|ов|ова|ев|ева|ёв|ёва"
    r"|ин|ина|енко|зода|заде|zoda|zade|пур|баев|баева)",
    re.I,
)
_TERMS = """dr dr. prof prof. professor doctor sir lord lady dame rev rev. reverend father sister
    saint st. mr mr. mrs mrs. ms ms. miss jr jr. sr sr. esq esq. phd ph.d. md m.d. mba dsc d.sc.
    hon. hon pope bishop king queen prince princess count baron emperor academician akademik
    dotsent docent general colonel captain ing. mag. dipl.-ing. herr frau graf freiherr hajji
    sheikh shaykh imam professori д-р д.и.н. д.ф.н. к.и.н. к.ф.н. к.э.н. д.э.н. к.п.н. проф. проф
    профессор доц. доцент академик акад. г-н г-жа архиепископ""".split()  # noqa: SIM905
TERMS = frozenset(_TERMS)
# Those of the above that are also given names or families, so that alone they prove nothing.
_ALSO_NAMES = frozenset("prince king bishop count baron pope father general lord sister".split())  # noqa: SIM905
DATES = re.compile(
    r"[,\s]*[(\[]?\b(?:(?:b\.|d\.|born|died|род\.|ум\.|р\.|fl\.|active|ca\.?|approximately)\s*)?"
    r"(?:1[0-9]{3}|20[0-2][0-9]|[5-9][0-9]{2})\??\s*(?:[-–—]\s*(?:(?:ca\.?\s*)?\d{3,4}\??)?)?[)\]]?\.?$",
    re.I,
)
CORPORATE = re.compile(
    r"\b(?:university|institute|institut|institution|academy|ministry|department|committee|council"
    r"|library|museum|press|agency|association|society|company|corporation|inc|ltd|llc|gmbh|verlag"
    r"|officina|buchhandlung|druckerei|typographia|librairie|imprimerie|publishers?"
    r"|foundation|cent(?:er|re)|office|bureau|commission|bank|school|college|orchestra|group"
    r"|университет|институт|академия|министерство|библиотека|комитет|музей|издательство|агентство"
    r"|центр|общество|universiteti|instituti|akademiyasi|vazirligi|kutubxonasi|qo['’ʻʼ‘]mitasi"
    r"|universität|bibliothek|gesellschaft|ministerium)\b",
    re.I,
)


def is_term_of_address(word: str) -> bool:
    """Whether the word is a title or a suffix of address, such as "Dr." or "проф."."""
    plain = word.strip(",()").lower()
    if plain in _ALSO_NAMES:
        return False
    return plain in TERMS


def is_initials(text: str) -> bool:
    """Whether the text is one or more initials: "А.С.", "J. R. R.", "Sh."."""
    return bool(re.fullmatch(r"(?:[^\W\d_a-zа-яё][a-zа-яё’'ʻ]?h?\.[\s-]*)+", text.strip()))
