"""What py3langid says of a text's language, in the codes and scripts of a record.

Its model knows the languages of Central Asia too. It is loaded when first asked; off the window's
thread, please: `load` takes most of a second. The library brings numpy, as large as half the
window, and is therefore an extra (`catalog-app[languages]`): without it the language of a short
text stays open more often.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Protocol

from catalog_app.paths import resources

_SAMPLE = 3000
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHERS = (
    (re.compile("[\u0590-\u05ff]"), "Hebr"), (re.compile("[\u0600-\u06ff]"), "Arab"),
    (re.compile("[\u0370-\u03ff]"), "Grek"), (re.compile("[\u3040-\u30ff]"), "Jpan"),
    (re.compile("[\uac00-\ud7af]"), "Kore"), (re.compile("[\u4e00-\u9fff]"), "Hani"),
)  # fmt: skip
_LEAST = 8
"""Letters below which there is nothing to ask."""


class _Model(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@lru_cache(maxsize=1)
def load() -> _Model | None:
    """The model, ready to be asked; None where the extra is not installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]
    except ImportError:
        return None
    model: _Model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.classify("ready")
    return model


def is_loaded() -> bool:
    """Whether the model can be asked without waiting for it."""
    return load.cache_info().currsize > 0


def ask(text: str) -> tuple[str, str, float]:
    """ISO 639-2b code ("" where it has none), ISO 15924 script, and how sure that is, to 1."""
    sample = text[:_SAMPLE]
    script = script_of(sample)
    model = load() if sum(map(str.isalpha, sample)) >= _LEAST else None
    if model is None:
        return "", script, 0.0
    named, sureness = model.classify(sample)
    return _codes().get(named, ""), script, sureness


def script_of(text: str) -> str:
    """The script that most of the letters are in, "" for one that is not known here."""
    counts = [(len(_LATIN.findall(text)), "Latn"), (len(_CYRILLIC.findall(text)), "Cyrl")]
    counts += [(len(letters.findall(text)), script) for letters, script in _OTHERS]
    most, script = max(counts)
    return script if most else ""


@cache
def _codes() -> dict[str, str]:
    """The model's codes (ISO 639-1, else three letters) → ISO 639-2b."""
    found: dict[str, str] = {}
    for code, _, short in _languages():
        found[code] = code
        found |= dict.fromkeys(short, code)
    return found


@cache
def names() -> dict[str, str]:
    """ISO 639-2b code → the language's name in English."""
    return {code: name for code, name, _ in _languages()}


@cache
def _languages() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Code, name and ISO 639-1 codes of the languages in the shipped table."""
    path = resources() / "vocabularies" / "iso639-2b.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    listed = [(line + "\t" * 7).split("\t") for line in lines if not line.startswith("#")]
    heads, *entries = listed
    status, kindred = heads.index("status"), heads.index("kindred")
    return tuple(
        (row[0], row[1].partition(" (")[0], tuple(row[kindred].split(" | ")))
        for row in entries
        if not row[status]
    )
