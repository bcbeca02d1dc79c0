"""Personal names: which words they have, in which case they stand, what the persons are."""

from __future__ import annotations

import pytest

from tests.article.rules import of_kind, roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Художнику Эльвире Гиззатуллиной помогала Ульяна Черных.",
         {"Эльвира Гиззатуллина", "Ульяна Черных"}),
        ("Об Аркадии Заболоцком-Ветрове и о Сергее Ким-Ли мы ещё напишем.",
         {"Аркадий Заболоцкий-Ветров", "Сергей Ким-Ли"}),
        ("Министр говорил с финном Юханом Лааксоненом и с Терхи Хаколой.",
         {"Юхан Лааксонен", "Терхи Хакола"}),
        ("Отличилась 20-летняя Жансая Муратбекова, одолевшая ирландку Келли О'Коннор.",
         {"Жансая Муратбекова", "Келли О'Коннор"}),
        ("На выставке работы художников Урала Тансыкбаева, Павла Бенькова и Александра Волкова.",
         {"Урал Тансыкбаев", "Павел Беньков", "Александр Волков"}),
        ("Документ подписали В.Г. Щербинин и Е.Т.Нургожин, сказал он.",
         {"В. Г. Щербинин", "Е. Т. Нургожин"}),
        ("Доклад академика Валентина Духовного передали. Позже В. Духовный уехал.",
         {"Валентин Духовный"}),
    ],
)  # fmt: skip
def test_a_russian_name_is_brought_to_the_nominative(text: str, names: set[str]) -> None:
    assert set(of_kind(text, "person")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("With the violinist Nguyen Thi Hanh she toured Hanoi, she said.", {"Nguyen Thi Hanh"}),
        ("He thanked Marek and Lidia Achterberg for the house.",
         {"Marek Achterberg", "Lidia Achterberg"}),
        ("Deputy Minister Katrin van der Meulen said so to Juan Carlos de la Cruz.",
         {"Katrin van der Meulen", "Juan Carlos de la Cruz"}),
        ("Mayor Rafael Vargas Muñoz met Brando Arellano Cruz, who was angry.",
         {"Rafael Vargas Muñoz", "Brando Arellano Cruz"}),
        ("Кинорежиссёр Канат Садырбек уулу и Назгуль Токтосун кызы приехали.",
         {"Канат Садырбек уулу", "Назгуль Токтосун кызы"}),
    ],
)  # fmt: skip
def test_a_name_of_several_words_is_whole(text: str, names: set[str]) -> None:
    assert set(of_kind(text, "person")) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian skier Tuva Brattli beat Aino Leppänen, her friend said.",
         {"Tuva Brattli": "skier", "Aino Leppänen": ""}),
        ("The cellist Isak Polyak and goalkeeper Ivo Prskalo came.",
         {"Isak Polyak": "cellist", "Ivo Prskalo": "goalkeeper"}),
        ("Detective Sergeant Lorna McAllister spoke; Erik Tangen, a dentist, listened.",
         {"Lorna McAllister": "Detective Sergeant", "Erik Tangen": "dentist"}),
        ("Заместитель начальника полиции Ербол Жумагулов и скрипач Ян Шмидт приехали.",
         {"Ербол Жумагулов": "заместитель начальника", "Ян Шмидт": "скрипач"}),
        ("Водителя, 44-летнего Павла Кривошеина, спас врач Айнур Бекова, и он не ранен.",
         {"Павел Кривошеин": "водитель", "Айнур Бекова": "врач"}),
        ("Бактияр Өмүров Каракол шаарынын мэри болуп дайындалды деп билдирди.",
         {"Бактияр Өмүров": "мэр"}),
    ],
)  # fmt: skip
def test_a_person_has_the_role_the_sentence_gives(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A flood\n\nIt rained for days and days.\n\n(Reporting by Jonas Wiechert; "
         "Editing by Della Marsh)", {"Jonas Wiechert": "author", "Della Marsh": "editor"}),
        ("A trial\n\nBy PRIYA RAMANATHAN\n\nThe court sat for days.",
         {"Priya Ramanathan": "author"}),
        ("Снег в горах\n\nСнег шёл всю ночь и весь день.\n\nЛев АРБУЗОВ, «Омские ведомости»",
         {"Лев Арбузов": "автор"}),
        ("Снег\n\nКОСТАНАЙ. 12 марта. КазТАГ – Сергей Лимонов. Снег шёл всю ночь.",
         {"Сергей Лимонов": "автор"}),
    ],
)  # fmt: skip
def test_who_signs_is_the_author_or_editor(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She was assistant to the botanist Arthur Hill.", {"Arthur Hill": "botanist"}),
        ("Harry Veitch (1840–1924), nurseryman, sent seeds.", {"Harry Veitch": "nurseryman"}),
        ("A ferryman, Jalgas Tureev, charges a sack of carp.", {"Jalgas Tureev": "ferryman"}),
        ("С уважением, Анна Мельник, учительница. Нина Степановна подпишется тоже.",
         {"Анна Мельник": "учительница", "Нина Степановна": ""}),
        ("Встречали агроном Бердыев и бригадир Сайёра Мирзаева.", {"Сайёра Мирзаева": "бригадир"}),
        ("Ф. Р-417. Опись дел хранится в архиве.", {}),
    ],
)  # fmt: skip
def test_an_office_belongs_to_the_person_beside_it(text: str, found: dict[str, str]) -> None:
    assert roles(text) == found
