"""The character palette finds what keyboards lack."""

from __future__ import annotations

import re
import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from catalog_app.ui.form.characters import CharacterPalette, visible
from catalog_app.ui.form.signs import characters, found, groups, in_group, name_of


@pytest.mark.parametrize(
    "letters",
    [
        "oʻ gʻ ʼ ў қ ғ ҳ",
        "ә ғ қ ң ө ұ ү һ і",
        "ң ө ү",
        "ғ ӣ қ ӯ ҳ ҷ",
        "ā č ḥ ł ñ ő ø ș ț ž",
        "“ ” „ « » – — ’",
        "я ё щ ъ ы",
    ],
)
def test_the_letters_cataloguers_need_are_there(letters):
    assert not set(letters.split()) - set(characters())


RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
#: Whole alphabets, written from knowledge: what they have beyond Russian and English letters.
ALPHABETS = {
    "uzbek": "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш ъ ь э ю я ў қ ғ ҳ "
    "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ ʼ",
    "kazakh": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я "
    "a ä b d e f g ğ h ı i j k l m n ñ o ö p q r s ş t u ū ü v y z",
    "kyrgyz": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
    "tajik": "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
    "turkmen": "a b ç d e ä f g h i j ž k l m n ň o ö p r s ş t u ü w y ý z",
    "karakalpak": "a á b d e f g ǵ h x ı i j k q l m n ń o ó p r s t u ú v y z "
    "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ү ў ф х ҳ ц ч ш щ ъ ы ь э ю я",
}
IN_RUSSIAN = {
    "uzbek": ("узбек", "узбекский", "ўзбек"),
    "kazakh": ("казах", "казахская", "қазақ"),
    "kyrgyz": ("кирг", "кыргыз"),
    "tajik": ("таджик", "тоҷик"),
    "turkmen": ("туркмен",),
    "karakalpak": ("каракалпак",),
}


def special(alphabet: str) -> set[str]:
    """The letters of an alphabet that a Russian or English keyboard lacks, small and large."""
    letters = {one for one in alphabet.split() if not one.isascii()} - RUSSIAN
    return letters | {"İ" if one == "i" else one.upper() for one in letters if one != "ı"}


@pytest.mark.parametrize("language", ALPHABETS)
def test_a_language_finds_every_letter_of_its_alphabets_and_first(language):
    letters = special(ALPHABETS[language])
    for typed in (language, language.title(), *IN_RUSSIAN[language]):
        listed = found(typed)
        assert not letters - set(listed), typed
        group = next(group for group in groups() if group.name.casefold() == language)
        assert listed[: len(group.signs)] == list(group.signs), typed


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("с чертой", "ұ ғ ł ø đ"),
        ("умлаут", "ä ö ü"),
        ("две точки", "ä ö ü"),
        ("акут", "á é ó"),
        ("гачек", "č š ž"),
        ("хвостиком", "қ ң ҳ ҷ ą"),
        ("макрон", "ā ӣ ӯ ū"),
        ("ё кириллица", "ё"),
        ("тире", "– —"),
        ("кавычки", "« » “ ” „"),
        ("неразрывный пробел", "\u00a0"),
        ("номер", "№"),
        ("апостроф", "ʼ"),
        ("тенге", "₸"),
        ("прописная шва", "Ә"),
        ("stroke straight", "ұ"),
        ("descender", "қ ң"),
    ],
)
def test_a_character_is_found_by_its_name_in_russian(typed, sought):
    listed = found(typed)
    assert [one for one in re.findall(r"\S|\u00a0", sought) if one not in listed] == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("turned comma", "ʻ"),
        ("kazakh schwa small", "ә"),
        ("em dash", "—"),
        ("U+02BC", "ʼ"),
        ("ω", "ω"),
        ("greek small letter omega", "ω"),
    ],
)
def test_a_character_is_found_by_words_code_point_or_itself(typed, first):
    assert first in found(typed)[:3]


def test_recent_characters_come_first():
    assert found("", ["ҷ", "ʻ"])[:2] == ["ҷ", "ʻ"]
    assert found("cyrillic small", ["ҷ"])[0] == "ҷ"


def test_nothing_is_listed_twice_and_everything_has_a_name():
    listed = characters()
    assert len(listed) == len(set(listed))
    assert all("u+" not in name_of(sign) for sign in listed)


def test_every_character_has_a_name_of_its_own_in_russian_and_is_found_by_it():
    named = {sign: name_of(sign, "ru") for sign in characters()}
    latin = re.compile(r"\b[a-z]{2,}\b")
    assert len(set(named.values())) == len(named)
    for sign, name in named.items():
        assert re.search("[а-я]", name), sign
        assert not set(latin.findall(name.casefold())) - {"ae", "oe"}, name
        assert sign in found(name.replace("(", "").replace(")", "").replace(";", "")), name


def test_the_palette_speaks_the_language_of_the_interface(qtbot):
    shown = CharacterPalette(language="ru")
    qtbot.addWidget(shown)
    qtbot.keyClicks(shown._search, "U+04A3")
    item = shown.findChild(QListWidget).item(0)
    assert item.toolTip() == "кириллическая строчная н с хвостиком"
    assert shown._name.text().startswith("U+04A3")


def test_marks_are_single_characters_and_only_letters_stand_under_one_bow():
    assert {"\u0331", "\u0361", "\ufe20", "\ufe21"} <= set(characters())


def test_a_letter_with_its_modifier_is_one_character():
    assert "Oʻ" in in_group("OʻoʻX")
    assert "i͡a" in characters()


def test_what_has_no_shape_of_its_own_is_made_visible():
    assert visible("\u00a0") == "NBSP"
    assert visible("\u0301") == "◌\u0301"


def test_nonsense_finds_nothing():
    assert found("zzzz no such thing") == []


@pytest.fixture
def palette(qtbot):
    shown = CharacterPalette(recent=["ʻ"])
    qtbot.addWidget(shown)
    shown.open_at(shown)
    qtbot.waitExposed(shown)
    return shown


def test_keys_alone_find_and_choose(palette, qtbot):
    search = palette._search
    qtbot.keyClicks(search, "schwa")
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert unicodedata.name(chosen.args[0]).endswith("SCHWA")
    assert palette.recent()[0] == chosen.args[0]


def test_after_a_choice_the_next_name_is_typed_over_the_old(palette, qtbot):
    search = palette._search
    qtbot.keyClicks(search, "schwa")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClicks(search, "ogonek")
    assert search.text() == "ogonek"


def test_arrows_move_in_the_grid_from_the_search_box(palette, qtbot):
    grid = palette.findChild(QListWidget)
    qtbot.keyClick(palette._search, Qt.Key.Key_Right)
    assert grid.currentRow() == 1
    qtbot.keyClick(palette._search, Qt.Key.Key_Down)
    assert grid.currentRow() == 1 + palette._columns()
    qtbot.keyClick(palette._search, Qt.Key.Key_Up)
    qtbot.keyClick(palette._search, Qt.Key.Key_Left)
    assert grid.currentRow() == 0


def test_a_click_chooses_and_the_palette_stays_for_the_next(palette, qtbot):
    grid = palette.findChild(QListWidget)
    spot = grid.visualItemRect(grid.item(2)).center()
    with qtbot.waitSignal(palette.chosen):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert palette.isVisible()


def test_the_palette_says_when_nothing_fits(palette, qtbot):
    qtbot.keyClicks(palette._search, "qqqq")
    assert palette.findChild(QListWidget).count() == 0
    assert palette._name.text() == "No character has such a name."


def test_every_focusable_part_has_a_name(palette):
    assert palette._search.accessibleName()
    assert palette.findChild(QListWidget).accessibleName()
