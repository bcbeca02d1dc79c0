"""Refresh and compile the translations of the interface.

    python packaging/translate.py [--check]

Qt's own tools, which PySide6 brings along, gather what the source says (lupdate) and compile what
was translated (lrelease): `resources/i18n/catalog_LANGUAGE.ts` becomes `catalog_LANGUAGE.qm`.
English needs only the sentences that depend on a number. With `--check` nothing is compiled, and
the exit status is 1 when something in a .ts file is not translated.
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
    for language, options in LANGUAGES.items():
        gather(language, options)
        left += [f"{language}: {text}" for text in untranslated(file_of(language))]
        if "--check" not in sys.argv:
            _run("lrelease", str(file_of(language)), "-silent")
    print("\n".join(left) or "Everything is translated.")
    return 1 if left else 0


def file_of(language: str) -> Path:
    """The file that a translator edits."""
    return FOLDER / f"catalog_{language}.ts"


def gather(language: str, options: tuple[str, ...]) -> None:
    """Bring the .ts file of a language up to date with the source."""
    sources = sorted(str(file) for file in (ROOT / "catalog_app").rglob("*.py"))
    languages = ("-source-language", "en", "-target-language", language)
    plain = ("-no-obsolete", "-locations", "none", "-silent")
    _run("lupdate", *options, *plain, *languages, *sources, "-ts", str(file_of(language)))


def untranslated(file: Path) -> list[str]:
    """The texts of a .ts file that have no finished translation."""
    left = []
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                left.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return left


def _run(tool: str, *words: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{tool}"
    subprocess.run([str(program), *words], check=True)


if __name__ == "__main__":
    sys.exit(main())
