"""What a word means to a cataloguer: where Ctrl+K and Enter put it, and the bytes that it makes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from catalog_app.document.address import parse_address
from catalog_app.document.template import parse_path
from catalog_app.schema.load import load
from catalog_app.schema.meanings import meanings
from catalog_app.schema.search import element_at

from .conftest import bytes_of, focused

ARTICLE = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo>
    <title>Letters</title>
  </titleInfo>
  <name type="personal">
    <namePart type="given">Anna</namePart>
  </name>
  <originInfo>
    <dateIssued>1999</dateIssued>
  </originInfo>
  <language>
    <languageTerm type="text">Uzbek</languageTerm>
  </language>
  <subject authority="lcsh">
    <topic>Trade</topic>
  </subject>
  <relatedItem type="host">
    <titleInfo>
      <title>Archives</title>
    </titleInfo>
    <part>
      <detail type="volume">
        <number>12</number>
      </detail>
    </part>
  </relatedItem>
  <identifier type="doi">10.1000/182</identifier>
  <location>
    <physicalLocation>AUCA</physicalLocation>
  </location>
</mods>
"""
BARE = b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo>
    <title>Letters</title>
  </titleInfo>
</mods>
"""

TITLE, NAME, ORIGIN = "titleInfo/title", "name/namePart", "originInfo/dateIssued"
SUBJECT, HOST, PART = "subject/topic", "relatedItem/titleInfo/title", "relatedItem/part/detail"
TOPIC = "<subject><topic>X</topic></subject>"
PERSON = '<name type="personal"><namePart type="given">X</namePart></name>'
ROLE = '<role><roleTerm type="code" authority="marcrelator">{}</roleTerm></role>'
AUTHOR = PERSON.replace("</name>", ROLE.format("aut") + "</name>")
EDITOR = PERSON.replace("</name>", ROLE.format("edt") + "</name>")
ISSUE = '<detail type="issue"><number>X</number></detail>'
PAGES = '<extent unit="pages"><start>X</start></extent>'


def identifier(kind: str) -> str:
    return f'<identifier type="{kind}">X</identifier>'


# What is asked for, where the focus is, and what comes into the record, its white space aside.
MADE = [
    ("subject", SUBJECT, TOPIC),
    ("topic", SUBJECT, TOPIC),
    ("keyword", SUBJECT, TOPIC),
    ("Keywords", TITLE, TOPIC),
    ("650", NAME, TOPIC),
    ("dc:subject", ORIGIN, TOPIC),
    ("тема", SUBJECT, TOPIC),
    ("ключевые слова", TITLE, TOPIC),
    ("person", ORIGIN, PERSON),
    ("person", TITLE, PERSON),
    ("creator", SUBJECT, PERSON),
    ("dc:creator", TITLE, PERSON),
    ("dc.creator", NAME, PERSON),
    ("author", TITLE, AUTHOR),
    ("author", HOST, AUTHOR),
    ("автор", NAME, AUTHOR),
    ("editor", SUBJECT, EDITOR),
    ("редактор", TITLE, EDITOR),
    ("sculptor", TITLE, AUTHOR.replace(">aut<", ">scl<")),
    ("organisation", NAME, '<name type="corporate"><namePart>X</namePart></name>'),
    ("title", TITLE, "<titleInfo><title>X</title></titleInfo>"),
    ("title", NAME, "<titleInfo><title>X</title></titleInfo>"),
    ("245", TITLE, "<titleInfo><title>X</title></titleInfo>"),
    ("dc.title", SUBJECT, "<titleInfo><title>X</title></titleInfo>"),
    ("заглавие", NAME, "<titleInfo><title>X</title></titleInfo>"),
    ("246", TITLE, '<titleInfo type="alternative"><title>X</title></titleInfo>'),
    ("subtitle", TITLE, "<subTitle>X</subTitle>"),
    ("identifier", NAME, "<identifier>X</identifier>"),
    ("identifier", TITLE, "<identifier>X</identifier>"),
    ("ISSN", TITLE, identifier("issn")),
    ("issn", HOST, identifier("issn")),
    ("ISBN", NAME, identifier("isbn")),
    ("DOI", SUBJECT, identifier("doi")),
    ("handle", TITLE, identifier("hdl")),
    ("022", TITLE, identifier("issn")),
    ("publisher", TITLE, "<publisher>X</publisher>"),
    ("publisher", NAME, "<publisher>X</publisher>"),
    ("издатель", SUBJECT, "<publisher>X</publisher>"),
    ("edition", TITLE, "<edition>X</edition>"),
    ("place of publication", TITLE, '<place><placeTerm type="text">X</placeTerm></place>'),
    ("description", NAME, "<abstract>X</abstract>"),
    ("description", TITLE, "<abstract>X</abstract>"),
    ("аннотация", TITLE, "<abstract>X</abstract>"),
    ("856", TITLE, "<url>X</url>"),
    ("URL", NAME, "<url>X</url>"),
    ("ссылка", TITLE, "<url>X</url>"),
    ("call number", TITLE, "<shelfLocator>X</shelfLocator>"),
    ("shelfmark", SUBJECT, "<shelfLocator>X</shelfLocator>"),
    ("шифр", TITLE, "<shelfLocator>X</shelfLocator>"),
    ("role", NAME, ROLE.format("X")),
    ("роль", NAME, ROLE.format("X")),
    ("family name", NAME, '<namePart type="family">X</namePart>'),
    ("affiliation", NAME, "<affiliation>X</affiliation>"),
    ("issue", HOST, ISSUE),
    ("issue", TITLE, ISSUE),
    ("выпуск", NAME, ISSUE),
    ("volume", PART, '<detail type="volume"><number>X</number></detail>'),
    ("start page", TITLE, PAGES),
    ("pages", HOST, PAGES),
    ("rights", TITLE, "<accessCondition>X</accessCondition>"),
    ("licence", TITLE, '<accessCondition type="use and reproduction">X</accessCondition>'),
    ("license", NAME, '<accessCondition type="use and reproduction">X</accessCondition>'),
    ("лицензия", TITLE, '<accessCondition type="use and reproduction">X</accessCondition>'),
    ("thesis", TITLE, '<note type="thesis">X</note>'),
    ("degree", TITLE, '<note type="thesis">X</note>'),
    ("диссертация", NAME, '<note type="thesis">X</note>'),
    ("note", NAME, "<note>X</note>"),
    ("genre", SUBJECT, "<genre>X</genre>"),
    ("language", TITLE, "X</languageTerm></language>"),
    ("series", TITLE, '<relatedItem type="series"><titleInfo><title>X</title>'),
    ("УДК", TITLE, '<classification authority="udc">X</classification>'),
    ("abstract", SUBJECT, "<abstract>X</abstract>"),
]  # fmt: skip


def go(form, place: str) -> None:
    """Put the focus in a field of the record."""
    assert form.reveal(parse_address(f"record1/{place}"))
    assert focused().address.startswith(f"record1/{place}")


def plain(data: bytes) -> str:
    return "".join(line.strip() for line in data.decode().split("\n"))


def added(form, query: str) -> str:
    """What Ctrl+K, a query, Enter and an X put into the record."""
    before = plain(bytes_of(form))
    form.add_field()
    form._box.box.setText(query)
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)
    QTest.keyClicks(focused().input, "X")
    after = plain(bytes_of(form))
    at = next(k for k in range(len(before)) if before[k] != after[k])
    came = len(after) - len(before)
    while at and after[at - 1] == after[at - 1 + came] and after[at] != "<":
        at -= 1
    return after[at : at + came]


@pytest.mark.parametrize(("query", "focus", "made"), MADE, ids=lambda one: str(one)[:24])
def test_a_word_makes_what_it_means(make_form, query: str, focus: str, made: str) -> None:
    form = make_form(ARTICLE)
    go(form, focus)
    came = added(form, query)
    assert made in came
    assert came.count("X") == came.count(">X<") == 1
    assert form.refusals == []


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("query", "focus"), [(query, focus) for query, focus, _ in MADE])
def test_it_means_the_same_in_every_interface(make_form, language, query, focus) -> None:
    form = make_form(ARTICLE)
    go(form, focus)
    mine = form._find_additions(query)[0]
    form.language = language
    other = form._find_additions(query)[0]
    assert (mine.parent, mine.wants, mine.role) == (other.parent, other.wants, other.role)


def test_the_date_is_that_of_the_resource_and_in_a_part_that_of_the_part(make_form) -> None:
    form = make_form(ARTICLE)
    for focus, path in ((TITLE, "originInfo/dateIssued"), (PART, "relatedItem/part/date")):
        go(form, focus)
        assert form._find_additions("date")[0].path == path


@pytest.mark.parametrize("query", ["volume", "issue", "start page", "том"])
def test_without_a_journal_the_words_of_a_part_begin_one(make_form, query: str) -> None:
    form = make_form(BARE)
    assert added(form, query).startswith('<relatedItem type="host"><part>')


def test_the_pages_of_what_is_no_article_are_its_extent(make_form) -> None:
    form = make_form(BARE)
    came = added(form, "pages")
    assert came == "<physicalDescription><extent>X</extent></physicalDescription>"


def test_three_topics_are_three_subjects(make_form) -> None:
    form = make_form(BARE)
    for _ in range(3):
        assert added(form, "topic") == TOPIC


def test_the_other_places_follow_and_say_where_they_are(make_form) -> None:
    form = make_form(ARTICLE)
    go(form, SUBJECT)
    found = form._find_additions("topic")
    assert [one.where for one in found[:2]] == ["", "Subject"]
    assert found[0].within == "Subject"
    issn = form._find_additions("issn")
    assert [one.where for one in issn[:2]] == ["", "Part of “Archives”"]


def test_no_two_rows_look_alike(make_form) -> None:
    form = make_form(ARTICLE)
    for focus in (TITLE, NAME, HOST, SUBJECT):
        go(form, focus)
        for query in ("", "245", "title", "name", "date", "type", "note", "100", "a", "имя"):
            rows = [
                (one.label, one.path, one.where, one.within) for one in form._find_additions(query)
            ]
            assert len(rows) == len(set(rows)), query


@pytest.mark.parametrize("query", ["@type", "titleInfo/@type", "relatedItem/titleInfo/@type"])
def test_attributes_are_found_by_the_paths_that_the_list_shows(make_form, query: str) -> None:
    form = make_form(ARTICLE)
    go(form, TITLE)
    found = form._find_additions(query)
    assert found[0].is_attribute
    assert found[0].path.endswith(query)


def test_an_attribute_comes_after_the_elements_of_its_name(make_form) -> None:
    form = make_form(ARTICLE)
    go(form, TITLE)
    found = form._find_additions("author")
    first = next(k for k, one in enumerate(found) if one.is_attribute)
    assert first > 0
    assert not any(one.is_attribute for one in found[:first])


def test_all_paths_of_the_words_are_in_the_standard() -> None:
    for one in meanings():
        names = tuple(want.name for want in parse_path(one.path))
        assert element_at(load("mods"), names, "3.8") is not None, one.path
