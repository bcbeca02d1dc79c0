"""The language of short texts, and of those that are in none of the languages with rules."""

import pytest

from catalog_app.article.language import by_short_words, identify, is_plain

SHORT = {
    "eng": (
        "The minister opened a new library in the old town.",
        "Farmers expect a poor harvest this autumn. Prices have already risen.",
        "Water management in arid regions",
        "Two sentences are little. Still they should do.",
    ),
    "fre": (
        "Le ministre a inauguré une nouvelle bibliothèque dans la vieille ville.",
        "Les agriculteurs attendent une mauvaise récolte cet automne. Les prix ont déjà augmenté.",
        "La conférence internationale a réuni des experts. Elle a été organisée par le centre.",
        "Le musée présente une exposition. Tout le monde peut participer.",
    ),
    "ger": (
        "Der Minister eröffnete eine neue Bibliothek in der Altstadt.",
        "Bauern erwarten eine schlechte Ernte. Die Preise sind bereits gestiegen.",
        "Geschichte der Wasserwirtschaft in Mittelasien",
        "Das Museum zeigt eine Ausstellung alter Handschriften.",
    ),
    "spa": (
        "El ministro inauguró una nueva biblioteca en el casco antiguo.",
        "Los agricultores esperan una mala cosecha. Los precios ya han subido.",
        "El museo presenta una exposición de manuscritos antiguos.",
    ),
    "ita": (
        "Il ministro ha inaugurato una nuova biblioteca nel centro storico.",
        "Gli agricoltori prevedono un cattivo raccolto. I prezzi sono già aumentati.",
        "Il museo presenta una mostra di manoscritti antichi.",
    ),
    "por": (
        "O ministro inaugurou uma nova biblioteca no centro histórico.",
        "Os agricultores esperam uma má colheita. Os preços já subiram.",
        "O museu apresenta uma exposição de manuscritos antigos.",
    ),
    "dut": (
        "De minister opende een nieuwe bibliotheek in de oude stad.",
        "Boeren verwachten een slechte oogst. De prijzen zijn al gestegen.",
        "Het museum toont een tentoonstelling van oude handschriften.",
    ),
    "pol": (
        "Minister otworzył nową bibliotekę na starym mieście.",
        "Rolnicy spodziewają się słabych zbiorów. Ceny już wzrosły.",
    ),
    "cze": (
        "Ministr otevřel novou knihovnu ve starém městě.",
        "Zemědělci očekávají špatnou úrodu. Ceny už vzrostly.",
    ),
    "swe": (
        "Ministern invigde ett nytt bibliotek i gamla stan.",
        "Bönderna väntar en dålig skörd. Priserna har redan stigit.",
    ),
    "fin": (
        "Ministeri avasi uuden kirjaston vanhassa kaupungissa.",
        "Viljelijät odottavat huonoa satoa. Hinnat ovat jo nousseet.",
    ),
    "hun": (
        "A miniszter új könyvtárat nyitott az óvárosban.",
        "A gazdák rossz termésre számítanak. Az árak már emelkedtek.",
    ),
    "rum": (
        "Ministrul a inaugurat o nouă bibliotecă în orașul vechi.",
        "Fermierii se așteaptă la o recoltă slabă. Prețurile au crescut deja.",
    ),
    "tur": (
        "Bakan eski şehirde yeni bir kütüphane açtı.",
        "Çiftçiler bu sonbaharda kötü bir hasat bekliyor. Fiyatlar şimdiden yükseldi.",
    ),
    "aze": (
        "Nazir köhnə şəhərdə yeni kitabxana açdı.",
        "Fermerlər bu payız zəif məhsul gözləyirlər. Qiymətlər artıq qalxıb.",
    ),
    "rus": (
        "Министр открыл новую библиотеку в старом городе.",
        "Фермеры ждут плохого урожая. Цены уже выросли.",
        "Водное хозяйство засушливых районов",
    ),
    "ukr": (
        "Міністр відкрив нову бібліотеку в старому місті.",
        "Фермери чекають на поганий врожай. Ціни вже зросли.",
    ),
    "uzb": (
        "Vazir eski shaharda yangi kutubxona ochdi.",
        "Dehqonlar bu kuzda kam hosil kutmoqda. Narxlar allaqachon oshdi.",
        "Muzeyda qadimiy qo‘lyozmalar ko‘rgazmasi ochildi.",
        "Toshkentda xalqaro anjuman bo‘lib o‘tdi.",
        "Вазир эски шаҳарда янги кутубхона очди.",
        "Деҳқонлар бу кузда кам ҳосил кутмоқда. Нархлар аллақачон ошди.",
        "Музейда қадимий қўлёзмалар кўргазмаси очилди.",
    ),
    "kaz": (
        "Министр ескі қалада жаңа кітапхана ашты.",
        "Шаруалар биыл күзде аз өнім күтеді. Бағалар қазірдің өзінде өсті.",
        "Мұражайда көне қолжазбалар көрмесі ашылды.",
    ),
    "kir": (
        "Министр эски шаарда жаңы китепкана ачты.",
        "Дыйкандар быйыл күздө аз түшүм күтүшөт. Баалар азыртадан көтөрүлдү.",
        "Музейде байыркы кол жазмалардын көргөзмөсү ачылды.",
    ),
    "tgk": (
        "Вазир дар шаҳри кӯҳна китобхонаи нав кушод.",
        "Деҳқонон тирамоҳи имсол ҳосили кам интизоранд. Нархҳо аллакай боло рафтанд.",
        "Дар осорхона намоиши дастхатҳои қадим кушода шуд.",
    ),
}
"""ISO 639-2b code → texts of one sentence or two, written for this test."""

UNSURE = ("", "Kamola", "Tashkent 2023", "1234", "OK", "Abstract", "pisk gruk mlop trask")


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in SHORT.items() for text in texts]
)
def test_a_short_text_is_in_its_language_or_in_none(code: str, text: str) -> None:
    found = identify(text)
    assert found is None or found.code == code


def test_nearly_all_short_texts_are_recognised() -> None:
    texts = [(code, text) for code, texts in SHORT.items() for text in texts]
    known = [text for code, text in texts if identify(text)]
    assert len(known) >= 0.95 * len(texts)


@pytest.mark.parametrize("text", UNSURE)
def test_a_few_words_that_may_be_in_any_language_are_left_open(text: str) -> None:
    assert identify(text) is None


def test_two_french_sentences_are_not_taken_for_english() -> None:
    text = "La conférence a réuni des experts. Elle a été organisée par le centre."
    found = identify(text)
    assert found is not None
    assert found.code == "fre"


@pytest.mark.parametrize("code", SHORT)
def test_the_own_rules_are_never_sure_and_wrong(code: str) -> None:
    long = " ".join(SHORT[code] * 20)
    if is_plain(long):
        own = by_short_words(long)
        assert own is not None
        assert own.code == code


def test_uzbek_is_told_by_its_script() -> None:
    latin, cyrillic = identify(SHORT["uzb"][0]), identify(SHORT["uzb"][-1])
    assert latin is not None
    assert cyrillic is not None
    assert (latin.profile, latin.script) == ("uzb", "Latn")
    assert (cyrillic.profile, cyrillic.script) == ("uzc", "Cyrl")
