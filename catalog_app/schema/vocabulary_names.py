"""Which vocabularies there are, and what MODS records call them in @authority."""

from __future__ import annotations

LANGUAGE_TAGS = "rfc5646"

NAMES = (
    "iso639-1",
    "iso639-2b",
    "iso639-3",
    "iso639-5",
    LANGUAGE_TAGS,
    "iso15924",
    "iso3166",
    "marccountry",
    "marcgac",
    "marcrelator",
    "marcgt",
    "marctarget",
    "marcfrequency",
    "marcform",
    "mods-resource-type",
    "lc-resource-type",
    "rdacontent",
    "rdamedia",
    "rdacarrier",
    "rights-statements",
)

AUTHORITIES = {
    "rfc3066": LANGUAGE_TAGS,
    "rfc4646": LANGUAGE_TAGS,
    "rfc5646": LANGUAGE_TAGS,
    "bcp47": LANGUAGE_TAGS,
    "iso3166-1": "iso3166",
    "iso3166-1-alpha-2": "iso3166",
    "marccountries": "marccountry",
    "marcgeo": "marcgac",
    "relators": "marcrelator",
    "marcrelators": "marcrelator",
    "marcrt": "marcrelator",
    "marcgenre": "marcgt",
    "lcresourcetypes": "lc-resource-type",
    "resourcetypes": "lc-resource-type",
    "rightsstatements.org": "rights-statements",
    "rightsstatements": "rights-statements",
    "creativecommons": "rights-statements",
}

# Lists that name the same things, and what they share their labels in other languages under.
SHARED = {
    **dict.fromkeys(("iso639-1", "iso639-2b", "iso639-3", "iso639-5", LANGUAGE_TAGS), "language"),
    **dict.fromkeys(("iso3166", "marccountry", "marcgac"), "place"),
}
