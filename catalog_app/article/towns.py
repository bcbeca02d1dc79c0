"""The long lists of towns, and the codes of the countries they are in."""

from __future__ import annotations

from functools import cache, lru_cache

from catalog_app.article.inflect import uzbek_cyrillic
from catalog_app.article.lexicon import Place, folded, rows


@cache
def towns(profile: str) -> dict[str, tuple[str, str]]:
    """Folded name of a town of the long lists → its name and the code of its country."""
    script = "latin" if profile in ("eng", "uzb") else "cyrillic"
    found: dict[str, tuple[str, str]] = {}
    for row in rows(f"towns-{script}"):
        for name in row[1].split("|"):
            found[folded(name)] = (name, row[0])
    if profile == "uzc":
        for row in rows("towns-latin"):
            for name in row[1].split("|") if row[0] == "UZ" else ():
                cyrillic = uzbek_cyrillic(name.replace("'", "‘"))
                found.setdefault(folded(cyrillic), (cyrillic, "UZ"))
    return found


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """ISO code of a country → its MARC country and area codes."""
    return {row[2]: (row[3], row[4]) for row in rows("places") if row[1] == "country"}


@lru_cache(maxsize=20_000)
def place_in(name: str, iso: str) -> Place:
    """A town in a country, with the country's codes."""
    return Place(name, "city", iso, *_countries().get(iso, ("", "")))
