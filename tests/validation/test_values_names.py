"""Names: split as their languages do, and found in the wrong part."""

from __future__ import annotations

import pytest

from catalog_app.validation.values.names import check_name, split_name


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Feruza Nazarova", "Nazarova", "Feruza"),
        ("Nazarova, Feruza", "Nazarova", "Feruza"),
        ("Nazarova Feruza", "Nazarova", "Feruza"),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ("Johann Wolfgang von Goethe", "von Goethe", "Johann Wolfgang"),
        ("Charles de Gaulle", "de Gaulle", "Charles"),
        ("Juan de la Cruz", "de la Cruz", "Juan"),
        ("Иванов Иван Иванович", "Иванов", "Иван Иванович"),
        ("Иван Иванович Иванов", "Иванов", "Иван Иванович"),
        ("Каримов Ислом Абдуғаниевич", "Каримов", "Ислом Абдуғаниевич"),
        ("Aliyev Vali Ali oʻgʻli", "Aliyev", "Vali Ali oʻgʻli"),
        ("Karimova Nodira Anvar qizi", "Karimova", "Nodira Anvar qizi"),
        ("Жумабекова Айгүл Нурлан кызы", "Жумабекова", "Айгүл Нурлан кызы"),
        ("Чингиз Айтматов", "Айтматов", "Чингиз"),
        ("Айтматов Чингиз", "Айтматов", "Чингиз"),
        ("Назарбаев Н.А.", "Назарбаев", "Н.А."),
        ("Sh. Mirziyoyev", "Mirziyoyev", "Sh."),
        ("Эмомали Рахмон", "Рахмон", "Эмомали"),
        ("Muhammad ibn Musa al-Khwarizmi", "al-Khwarizmi", "Muhammad ibn Musa"),
        ("Osama bin Laden", "bin Laden", "Osama"),
        ("Plato", "", "Plato"),
        ("van Gogh", "van Gogh", ""),
    ],
)
def test_a_name_is_split(text, family, given):
    assert split_name(text) == (family, given)


GOOD = [
    ((("given", "Feruza"), ("family", "Nazarova")), "personal"),
    ((("family", "Richardson"), ("given", "Samuel"), ("date", "1689-1761")), "personal"),
    ((("family", "van der Berg"),), "personal"),
    ((("family", "Gaulle"), ("given", "Charles de")), "personal"),
    ((("given", "J. R. R."), ("family", "Tolkien")), "personal"),
    ((("", "Chronicle Books"),), "corporate"),
    ((("", "Uzbekistan, Ministry of Culture"),), "corporate"),
    ((("", "University of Tashkent, Library"),), ""),
    ((("", "Sibylle <Sachsen, Kurfürstin>"), ("date", "1512-1554")), "personal"),
    ((("family", "Friedrich <V.> < Pfalz, Kurfürst>"),), "personal"),
    ((("family", "J. G. Cotta'sche Buchhandlung"),), "personal"),
    ((("", "Prince"),), "personal"),
    ((("", ""), ("given", "Feruza")), "personal"),
    ((("date", "fl. 1455-1462"), ("", "Fogel")), "personal"),
    ((("", "Louis XIV"), ("termsOfAddress", "King of France")), "personal"),
    ((("", "Area 51 1999 Group"),), "corporate"),
    ((("date", "18th cent."), ("", "Varnet")), "personal"),
]


@pytest.mark.parametrize(("parts", "type_"), GOOD)
def test_good_names_give_nothing(parts, type_):
    assert check_name(parts, type_) == []


@pytest.mark.parametrize(
    ("parts", "rule", "proposal"),
    [
        (
            (("", "Raschke, Gregory K."),),
            "name.undivided",
            (("family", "Raschke"), ("given", "Gregory K.")),
        ),
        (
            (("", "Muñoz-Hermoso, Abel."),),
            "name.undivided",
            (("family", "Muñoz-Hermoso"), ("given", "Abel")),
        ),
        (
            (("given", "Nazarova, Feruza"),),
            "name.comma-in-given",
            (("family", "Nazarova"), ("given", "Feruza")),
        ),
        (
            (("given", "Feruza Nazarova"),),
            "name.whole-in-given",
            (("family", "Nazarova"), ("given", "Feruza")),
        ),
        (
            (("family", "Feruza Nazarova"),),
            "name.whole-in-family",
            (("family", "Nazarova"), ("given", "Feruza")),
        ),
        (
            (("family", "Nazarova, Feruza"),),
            "name.comma-in-family",
            (("family", "Nazarova"), ("given", "Feruza")),
        ),
        (
            (("family", "Fogel, Johannes"), ("given", "Johannes")),
            "name.comma-in-family",
            (("family", "Fogel"), ("given", "Johannes")),
        ),
        ((("family", "Fogel, Johannes"), ("given", "Hans")), "name.comma-in-family", ()),
        (
            (("", "Johnson, Samuel, 1709-1784"),),
            "name.dates-inside",
            (("", "Johnson, Samuel"), ("date", "1709-1784")),
        ),
        (
            (("family", "Nazarova (1980-)"), ("given", "Feruza")),
            "name.dates-inside",
            (("family", "Nazarova"), ("date", "1980-"), ("given", "Feruza")),
        ),
        (
            (("", "Dr. P. D. de Jonge"),),
            "name.address-inside",
            (("", "P. D. de Jonge"), ("termsOfAddress", "Dr.")),
        ),
        (
            (("given", "проф. Иван"), ("family", "Иванов")),
            "name.address-inside",
            (("given", "Иван"), ("termsOfAddress", "проф."), ("family", "Иванов")),
        ),
        ((("date", "Tashkent"), ("", "Nazarova")), "name.no-date", ()),
    ],
)
def test_what_stands_in_the_wrong_part_is_found(parts, rule, proposal):
    (problem,) = check_name(parts, "personal")
    assert problem.rule == rule
    assert problem.proposal == proposal


@pytest.mark.parametrize("type_", ["personal", ""])
def test_a_proposal_loses_no_word(type_):
    parts = (("", "Johnson, Samuel, 1709-1784"),)
    (problem,) = check_name(parts, type_)
    words = " ".join(text for _, text in problem.proposal).replace(",", "").split()
    assert sorted(words) == sorted(parts[0][1].replace(",", "").split())


def test_a_body_has_no_given_name():
    (problem,) = check_name((("family", "Chronicle Books"),), "corporate")
    assert problem.rule == "name.person-part"
