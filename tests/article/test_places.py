"""Places that no list has, towns of the long lists, and words that only look like places."""

from __future__ import annotations

import pytest

from tests.article.rules import of_kind


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The drivers slept at Modane and in Brenskoug, and walked to Turin.",
         {"Modane", "Brenskoug", "Turin"}),
        ("Shops in Uig, Lochvarran and South Drummack ran out of bread on Wednesday.",
         {"Uig", "Lochvarran", "South Drummack"}),
        ("He stayed in the town of San Juan Tezontla, near Lake Iskander.",
         {"San Juan Tezontla", "Lake Iskander"}),
        ("The mayor of Quelzac, Morelos, asked for help, he said.", {"Quelzac", "Morelos"}),
        ("Heavy snow fell across Eastern Siberia and in southern Kyrgyzstan.",
         {"Eastern Siberia", "Kyrgyzstan"}),
        ("В Ошской, Джалал-Абадской и Баткенской областях идёт снег, дороги закрыты.",
         {"Ошская область", "Джалал-Абадская область", "Баткенская область"}),
        ("На трассе Карабутак – Комсомольское столкнулись машины, сообщили вчера.",
         {"Карабутак", "Комсомольское"}),
        ("Они ехали из Рудного в Тару, Калачинск и Тобольск через Нижний Тагил.",
         {"Рудный", "Тара", "Калачинск", "Тобольск", "Нижний Тагил"}),
        ("На юге Восточной Сибири и в Западном Казахстане выпал снег.",
         {"Восточная Сибирь", "Западный Казахстан"}),
        ("Пастухи из посёлков Айтеке-Би и Тобол ждали у посёлка Нурабад.",
         {"Айтеке-Би", "Тобол", "Нурабад"}),
        ("Бүгүн Кочкор районунда жана Караколдо мектеп ачылды деп билдирди.",
         {"Кочкор району", "Каракол"}),
        ("Бүгін Павлодар облысының Ақсу қаласында зауыт ашылды деп хабарлады.",
         {"Павлодар облысы", "Ақсу"}),
    ],
)  # fmt: skip
def test_a_place_is_known_by_its_neighbourhood(text: str, places: set[str]) -> None:
    assert set(of_kind(text, "place")) == places


@pytest.mark.parametrize(
    "text",
    [
        "The book was written in English and read in Parliament in March.",
        "«Она училась в клубе «Дархан» и любила газету», — сказал тренер.",
        "The reporter Georgia Ellison laughed and Tuva Brattli said nothing at all.",
    ],
)
def test_a_language_a_quoted_name_or_a_person_is_no_place(text: str) -> None:
    assert of_kind(text, "place") == {}


def test_a_town_of_the_long_list_has_the_codes_of_its_country() -> None:
    town = of_kind("They have lived in Kelowna since the war ended.", "place")["Kelowna"]
    assert ("subject", "geographicCode") in dict(town.shaped.values())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Дети идут из хутора Весёлого, с разъезда Степной и до посёлка Заречье.",
         {"Весёлый", "Степной", "Заречье"}),
        ("Между Кропоткином и Тихорецком открыли маршрут.", {"Кропоткин", "Тихорецк"}),
        ("Станицу Лабинскую связали дорогой с Майкопом.", {"Лабинская", "Майкоп"}),
        ("Снег выпал в Нуратинских горах и в Заилийском Алатау.",
         {"Нуратинские горы", "Заилийский Алатау"}),
        ("Хорезмские мастера работали там, где начинается Хорезмский оазис, и в других местах.",
         {"Хорезмский оазис"}),
        ("Плато Устюрт и ледник Федченко входят в список.", {"Устюрт", "ледник Федченко"}),
        ("Вход со стороны улицы Сатпаева, рядом с колхозом имени Навои.", set()),
        ("В верховьях Варзоба и Ягноба живут люди, на Сусамыре пасут овец.",
         {"Варзоб", "Ягноб", "Сусамыр"}),
        ("Лучшие писатели провели там неделю: Отрар, Тараз, Сауран открыты.",
         {"Отрар", "Тараз", "Сауран"}),
        ("Старожил аула Ескендир-ата Ерназаров вспоминает о молодости.", set()),
    ],
)  # fmt: skip
def test_russian_places_stand_beside_their_nouns_in_any_case(text: str, places: set[str]) -> None:
    assert set(of_kind(text, "place")) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("She retired to Lyme Regis after the war.", {"Lyme Regis"}),
     ("They came from the hamlets of Aqqala and Porlitau.", {"Aqqala", "Porlitau"})],
)  # fmt: skip
def test_english_places_follow_verbs_of_going(text: str, places: set[str]) -> None:
    assert set(of_kind(text, "place")) == places
