"""The interface in Russian: everything translated, placeholders kept, numbers with their words."""

from __future__ import annotations

import re
import runpy
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QMenu

from catalog_app import paths
from catalog_app.app import languages, make_window, speak
from catalog_app.session.settings import settings_at
from tests.ui.shell.conftest import close

TRANSLATE = runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "translate.py"))
LANGUAGES = tuple(TRANSLATE["LANGUAGES"])
FOLDER = paths.resources() / "i18n"
PLACE = re.compile(r"%n|%\d|\{\w*\}")


def messages(language: str) -> Iterator[tuple[str, list[str]]]:
    """The source texts of a .ts file with their translations."""
    for message in ElementTree.parse(FOLDER / f"catalog_{language}.ts").iter("message"):
        told = message.find("translation")
        assert told is not None
        forms = [form.text or "" for form in told.iter("numerusform")] or [told.text or ""]
        yield message.findtext("source") or "", forms


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[QApplication]:
    """The application while it speaks Russian."""
    before = QLocale()
    speak(qapp, "ru")
    yield qapp
    _be_silent(qapp)
    QLocale.setDefault(before)


def _be_silent(application: QApplication) -> None:
    """As the other tests want it: no translation at all."""
    for left in application.findChildren(QTranslator):
        application.removeTranslator(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_source_says_is_translated(language: str, tmp_path: Path) -> None:
    if not TRANSLATE["tool"]("lupdate").is_file():
        pytest.skip("lupdate of PySide6 is not installed here")
    copy = tmp_path / f"catalog_{language}.ts"
    shutil.copy(FOLDER / copy.name, copy)
    TRANSLATE["gather"](language, copy)
    assert TRANSLATE["untranslated"](copy) == []


def test_every_text_stands_where_qt_looks_for_it() -> None:
    contexts = ElementTree.parse(FOLDER / "catalog_ru.ts").iter("context")
    names = [context.findtext("name") or "" for context in contexts]
    assert not [name for name in names if not re.fullmatch(r"_?[A-Z]\w+", name)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_that_are_filled_in(language: str) -> None:
    for source, forms in messages(language):
        for form in forms:
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(source)), source


def test_russian_numbers_have_three_forms_and_english_two() -> None:
    for language, number in (("ru", 3), ("en", 2)):
        counted = [forms for source, forms in messages(language) if "%n" in source]
        assert counted
        assert all(len(forms) == number for forms in counted)


def test_russian_words_agree_with_their_number(russian: QApplication) -> None:
    said = [QCoreApplication.translate("Header", "%n error(s)", "", n) for n in (1, 2, 5, 11, 21)]
    assert said == ["1 ошибка", "2 ошибки", "5 ошибок", "11 ошибок", "21 ошибка"]


def test_english_words_agree_with_their_number(qapp: QApplication) -> None:
    speak(qapp, "en")
    said = [QCoreApplication.translate("Header", "%n error(s)", "", n) for n in (1, 2)]
    _be_silent(qapp)
    assert said == ["1 error", "2 errors"]


def test_qt_s_own_dialogs_speak_russian_too(russian: QApplication) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if not (folder / "qtbase_ru.qm").is_file():
        pytest.skip("Qt's own translations are not installed here")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"


def test_the_program_speaks_english_and_russian() -> None:
    assert languages() == ("en", "ru")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_menu_has_two_entries_of_one_letter(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    before = QLocale()
    settings = settings_at(tmp_path / "settings.ini")
    settings.keep("view/language", language)
    window = make_window(settings, tmp_path, tmp_path)
    try:
        for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
            words = " ".join(action.text() for action in menu.actions()).casefold()
            letters = Counter(re.findall(r"&(\w)", words))
            assert not [letter for letter, times in letters.items() if times > 1], words
    finally:
        close(window)
        _be_silent(qapp)
        QLocale.setDefault(before)
