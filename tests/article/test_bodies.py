"""Names of bodies: in quotation marks, with legal forms, named after persons, in chains."""

from __future__ import annotations

import pytest

from tests.article.rules import of_kind


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Договор подписали АО «Уральские насосы» и компания «Гидромаш-Сервис» вчера.",
         {"АО «Уральские насосы»", "компания «Гидромаш-Сервис»"}),
        ("Он тренируется в клубе «Дархан» и в Национальной федерации бокса.",
         {"клуб «Дархан»", "Национальная федерация бокса"}),
        ("Сотрудники Института сейсмологии имени Г.А. Мавлянова встретились.",
         {"Институт сейсмологии имени Г.А. Мавлянова"}),
        ("Об этом сообщил департамент полиции Костанайской области в среду.",
         {"департамент полиции Костанайской области"}),
        ("В Московском государственном Большом театре и в Госдуме об этом знают.",
         {"Московский государственный Большой театр", "Госдума"}),
        ("Призовой фонд турнира составил пять миллионов.", set()),
        ("Павлодарда «Ертіс Металл» ЖШС зауыты және «Жас талап» қоры ашылды деп хабарлады.",
         {"«Ертіс Металл» ЖШС", "«Жас талап» қоры"}),
        ("Абай атындағы Қостанай өңірлік университетінің ректоры алғыс айтты деп хабарлады.",
         {"Абай атындағы Қостанай өңірлік университеті"}),
        ("Хабарро Ҷамъияти «Эҳёи Суғд» ва Осорхонаи таърихии ба номи Рӯдакӣ доданд.",
         {"Ҷамъияти «Эҳёи Суғд»", "Осорхонаи таърихии ба номи Рӯдакӣ"}),
    ],
)  # fmt: skip
def test_a_body_has_its_whole_name(text: str, bodies: set[str]) -> None:
    assert set(of_kind(text, "body")) == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("He lost his firm, Coyle & Sons Ltd, and joined Munich-based Altmark Re AG.",
         {"Coyle & Sons Ltd", "Altmark Re AG"}),
        ("The Health and Safety Executive will report to the German Red Cross.",
         {"Health and Safety Executive", "German Red Cross"}),
        ("She works at the School of Law of Lund University, they said.",
         {"School of Law of Lund University", "Lund University"}),
        ("The New Mexico Symphony Orchestra and Shepherd School of Music closed.",
         {"New Mexico Symphony Orchestra", "Shepherd School of Music"}),
    ],
)  # fmt: skip
def test_a_body_in_english_has_its_whole_name(text: str, bodies: set[str]) -> None:
    assert set(of_kind(text, "body")) == bodies


def test_a_company_named_without_its_legal_form_is_the_same() -> None:
    text = "Fjellvik Robotics AS signed it. Fjellvik Robotics is old, said Marit Sollie."
    (body,) = of_kind(text, "body").values()
    assert body.label == "Fjellvik Robotics AS"
    assert len(body.passages) == 2


def test_a_body_under_its_abbreviation_or_without_its_country_is_the_same() -> None:
    text = (
        "The Ministry of Energy of Kazakhstan and the Kazan Reed Institute (KRI) met.\n\n"
        "Later the Ministry of Energy and the KRI were asked again, he said."
    )
    found = of_kind(text, "body")
    passages = {label: len(one.passages) for label, one in found.items()}
    assert passages == {"Ministry of Energy of Kazakhstan": 2, "Kazan Reed Institute (KRI)": 3}
