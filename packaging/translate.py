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
    """Bring the .ts file of a language up to date with the source.

    A text that moved to another class keeps its translation, if it had only one.
    """
    known = translations(file)
    _update(language, file)
    if carry(known, file):
        _update(language, file)  # in Qt's own layout again
    _let_go_of_comments(file)


def translations(file: Path) -> dict[str, str]:
    """The finished translations of texts without a number that are translated in one way only."""
    found: dict[str, set[str]] = {}
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is not None and not translation.get("type") and translation.text:
            found.setdefault(message.findtext("source") or "", set()).add(translation.text)
    return {source: words.pop() for source, words in found.items() if len(words) == 1}


def carry(known: dict[str, str], file: Path) -> bool:
    """Fill in what is known; tells whether anything was."""
    tree = ElementTree.parse(file)
    filled = False
    for message in tree.iter("message"):
        translation = message.find("translation")
        words = known.get(message.findtext("source") or "")
        if not words or translation is None or message.get("numerus"):
            continue
        if translation.get("type") == "unfinished":
            translation.attrib.clear()
            translation.text, filled = words, True
    if filled:
        tree.write(file, encoding="utf-8", xml_declaration=True)
    return filled


def _let_go_of_comments(file: Path) -> None:
    """Strike the remarks that lupdate takes for a word to translators: ours are on attributes."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.lstrip().startswith("<extracomment>")]
    file.write_text("".join(kept), "utf-8")


def _update(language: str, file: Path) -> None:
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
