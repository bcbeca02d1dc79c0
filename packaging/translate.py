"""Refresh and compile the translations of the interface.

    python packaging/translate.py

Qt's own tools, which PySide6 brings along, gather what the source says (lupdate) and compile what
was translated (lrelease): `resources/i18n/catalog_LANGUAGE.ts` becomes `catalog_LANGUAGE.qm`.
English needs only the sentences that depend on a number. The exit status is 1 when something in a
.ts file is not translated. What the core says is translated in `sentences.LANGUAGE.toml`, and the
fields in `schema.LANGUAGE.toml`; they are read as they are.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"en": ("-pluralonly",), "ru": ()}


def main() -> int:
    """Gather, compile, and say what is left to translate."""
    left = []
    for language in LANGUAGES:
        file = FOLDER / f"catalog_{language}.ts"
        gather(language, file)
        left += [f"{language}: {text}" for text in untranslated(file)]
        _run("lrelease", str(file), "-silent")
    print("\n".join(left) or "Everything is translated.")
    return 1 if left else 0


def gather(language: str, file: Path) -> None:
    """Bring the .ts file of a language up to date with the source."""
    sources = sorted(str(source) for source in (ROOT / "catalog_app").rglob("*.py"))
    languages = ("-source-language", "en", "-target-language", language)
    plain = ("-no-obsolete", "-locations", "none", "-silent")
    _run("lupdate", *LANGUAGES[language], *plain, *languages, *sources, "-ts", str(file))


def untranslated(file: Path) -> list[str]:
    """The texts of a .ts file that have no finished translation."""
    left = []
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                left.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return left


def tool(name: str) -> Path:
    """Where PySide6 put one of Qt's tools."""
    return Path(sysconfig.get_path("scripts")) / f"pyside6-{name}"


def _run(name: str, *words: str) -> None:
    subprocess.run([str(tool(name)), *words], check=True)


if __name__ == "__main__":
    sys.exit(main())
