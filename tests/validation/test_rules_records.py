"""What the rules say about single records: each oddity is named once, at its place."""

from __future__ import annotations

import pytest

from catalog_app.document.address import parse_address
from catalog_app.document.document import Document, open_document
from catalog_app.validation.finding import Finding
from catalog_app.validation.fixes import REPAIRS, edit_for
from catalog_app.validation.run import Rules, validate
from tests.document.reversible import reversible

MODS = 'xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"'


def record(fields: str, version: str = "3.8") -> bytes:
    return f'<mods {MODS} version="{version}">{fields}</mods>'.encode()


def findings(fields: str, rules: Rules | None = None) -> list[Finding]:
    (report,) = validate(record(fields), rules=rules or Rules())
    return list(report.findings)


def said(fields: str) -> list[tuple[str, str]]:
    return [(finding.rule, str(finding.address)) for finding in findings(fields)]


@pytest.mark.parametrize(
    ("fields", "rule", "place"),
    [
        (
            '<originInfo><dateIssued encoding="w3cdtf">2026-02-30</dateIssued></originInfo>',
            "date.impossible",
            "originInfo/dateIssued",
        ),
        (
            '<originInfo><dateCreated encoding="w3cdtf" point="start">1999</dateCreated>'
            '<dateCreated encoding="w3cdtf" point="end">1989</dateCreated></originInfo>',
            "date.reversed",
            "originInfo/dateCreated[2]",
        ),
        (
            '<language><languageTerm type="code" authority="iso639-2b">xyz</languageTerm>'
            "</language>",
            "code.unknown",
            "language/languageTerm",
        ),
        (
            '<language><languageTerm type="code" authority="iso639-2b">uzb</languageTerm>'
            '<languageTerm type="text">Kazakh</languageTerm></language>',
            "code.disagrees",
            "language/languageTerm",
        ),
        ('<identifier type="isbn">978-3-16-148410-1</identifier>', "identifier.check-digit", ""),
        ('<identifier type="issn">2049-3631</identifier>', "identifier.check-digit", ""),
        ("<location><url>www.example.org/a b</url></location>", "url.", "location/url"),
        ("<titleInfo><title>Salt &amp;amp; bread</title></titleInfo>", "text.html-entity", ""),
        ("<titleInfo><title>Salt  and bread</title></titleInfo>", "text.doubled-blank", ""),
        ("<titleInfo><title>Salt and bread /</title></titleInfo>", "text.isbd", ""),
        (
            "<titleInfo><title>THE HISTORY OF SALT AND BREAD</title></titleInfo>",
            "text.capitals",
            "",
        ),
        ("<titleInfo><title>Хлеб и cоль</title></titleInfo>", "text.mixed-scripts", ""),
        ("<note/>", "mods.empty-element", "note"),
        (
            '<name type="personal"><namePart type="given">Nazarova, Feruza</namePart></name>',
            "name.comma-in-given",
            "name/namePart",
        ),
        (
            '<name usage="primary"><namePart>A</namePart></name>'
            '<name usage="primary"><namePart>B</namePart></name>',
            "mods.primary",
            "name[2]",
        ),
        (
            '<originInfo><dateIssued keyDate="yes" encoding="w3cdtf">1990</dateIssued>'
            '<dateCreated keyDate="yes" encoding="w3cdtf">1991</dateCreated></originInfo>',
            "mods.key-date",
            "originInfo/dateCreated",
        ),
        (
            "<extension>&lt;a:b xmlns:a='urn:a'&gt;x&lt;/a:b&gt;</extension>",
            "text.typed-tags",
            "extension",
        ),
        ("<extension><wonder/></extension>", "mods.unknown-element", "extension/wonder"),
        ('<note IDREF="nowhere">x</note>', "reference.related", "note/@IDREF"),
        (
            "<name><namePart>A</namePart><role><roleTerm>editor</roleTerm></role></name>",
            "role.text-only",
            "name/role/roleTerm",
        ),
        ("<genre>Maqola</genre>", "genre.uncontrolled", "genre"),
        ('<classification authority="lcc">QL Zoology</classification>', "classification.label", ""),
        (
            '<originInfo><dateIssued encoding="w3cdtf">1990</dateIssued></originInfo>'
            "<originInfo><publisher>P</publisher></originInfo>",
            "origin.split",
            "originInfo[2]",
        ),
    ],
)
def test_an_oddity_is_named_once_at_its_place(fields: str, rule: str, place: str) -> None:
    found = said(fields)
    assert [r for r, _ in found if r.startswith(rule)], found
    assert len(found) == 1, found
    assert found[0][1].endswith(place)


@pytest.mark.parametrize(
    "fields",
    [
        '<originInfo><dateIssued encoding="edtf">198X/2004-06~</dateIssued></originInfo>',
        '<originInfo><dateIssued encoding="marc">198u</dateIssued></originInfo>',
        '<identifier type="isbn" invalid="yes">978-3-16-148410-1</identifier>',
        '<identifier type="local">  A 17 </identifier>'.replace("  A 17 ", "A 17"),
        '<classification authority="lcc">QL737.C23</classification>',
        '<classification authority="ddc">599.75</classification>',
        '<titleInfo><nonSort xml:space="preserve">The </nonSort><title>salt</title></titleInfo>',
        '<name type="personal"><namePart>Navoiy</namePart><etal/></name>'.replace("<etal/>", ""),
        '<typeOfResource collection="yes"/>',
        '<relatedItem type="host" xlink:href="https://example.org/1"/>',
        "<abstract>It ends with a full stop.</abstract>",
        "<note>See https://example.org/a, and the rest:</note>",
        '<genre authority="marcgt">article</genre><genre>Maqola</genre>',
        '<name usage="primary"><namePart>A</namePart></name>'
        '<titleInfo usage="primary"><title>B</title></titleInfo>',
    ],
)
def test_what_is_good_is_left_in_peace(fields: str) -> None:
    assert said(fields) == []


def test_an_element_with_an_error_of_the_schema_is_not_named_twice() -> None:
    assert [rule for rule, _ in said("<originInfo/>")].count("mods.empty-element") == 0


def test_a_rule_or_a_family_can_be_switched_off() -> None:
    fields = "<titleInfo><title>Salt  and bread /</title></titleInfo>"
    assert {f.rule for f in findings(fields)} == {"text.doubled-blank", "text.isbd"}
    one_off = Rules(frozenset({"text.isbd"}))
    assert {f.rule for f in findings(fields, one_off)} == {"text.doubled-blank"}
    assert findings(fields, Rules(frozenset({"text"}))) == []


def test_a_rule_can_weigh_more() -> None:
    heavier = Rules(severities={"text.isbd": "error"})
    (finding,) = findings("<titleInfo><title>Salt /</title></titleInfo>", heavier)
    assert (finding.severity, finding.source) == ("error", "rule")


def test_our_errors_do_not_make_a_record_invalid() -> None:
    heavier = Rules(severities={"text.isbd": "error"})
    text = record("<titleInfo><title>Salt /</title></titleInfo>")
    (report,) = validate(text, rules=heavier)
    assert report.valid


def mended(fields: str, rule: str, number: int = 0) -> str:
    document = open_document(record(fields))
    finding = next(f for f in findings(fields) if f.rule == rule)
    edit = edit_for(document, finding, finding.fixes[number])
    assert edit is not None
    document.apply(edit)
    return document.text.decode().partition(">")[2].removesuffix("</mods>")


def findings_in(document: Document) -> list[Finding]:
    (report,) = validate(document.text)
    return list(report.findings)


@pytest.mark.parametrize(
    ("typed", "markup"),
    [
        ("&lt;a:b xmlns:a='urn:a'&gt;x&lt;/a:b&gt;", "<a:b xmlns:a='urn:a'>x</a:b>"),
        (
            "See &lt;b xmlns=&quot;urn:a&quot; c=&apos;d&#39;/&gt;,\r\n caf&#233; &amp;amp; tea",
            "See <b xmlns=\"urn:a\" c='d'/>,\r\n caf&#233; &amp; tea",
        ),
        ('<![CDATA[<b xmlns="urn:a">é &amp; c</b>]]>', '<b xmlns="urn:a">é &amp; c</b>'),
        ("&lt;note&gt;Of MODS itself&lt;/note&gt;", "<note>Of MODS itself</note>"),
        ("&lt;xlink:a/&gt;", "<xlink:a/>"),
    ],
)
@pytest.mark.parametrize("field", ["extension", "accessCondition", "location/holdingExternal"])
def test_typed_tags_become_markup_if_asked(field: str, typed: str, markup: str) -> None:
    *around, name = field.split("/")
    before, after = "".join(f"<{one}>" for one in around), "".join(f"</{one}>" for one in around)
    document = open_document(record(f"{before}<{name}>{typed}</{name}>{after}"))
    finding = next(f for f in findings_in(document) if f.rule == "text.typed-tags")
    (fix,) = finding.fixes
    assert finding.severity == "advice"
    assert not fix.safe
    wanted = document.text.replace(typed.encode(), markup.encode())
    assert reversible(document, edit_for(document, finding, fix), keep=True) == wanted
    assert "text.typed-tags" not in [f.rule for f in findings_in(document)]


@pytest.mark.parametrize(
    "typed",
    [
        "a &lt; b &gt; c",
        "&lt;a:b&gt;of which namespace?&lt;/a:b&gt;",
        "&lt;b xmlns='urn:a'&gt;never closed",
        "&lt;b xmlns='urn:a'&gt;&lt;c&gt;&lt;/b&gt;&lt;/c&gt;",
        "&lt;b xmlns='urn:a'&gt;this &amp; that&lt;/b&gt;",
        "&lt;!-- only a remark --&gt;",
        "&lt;p&gt;Formatting&lt;/p&gt;",
        "&lt;wonder&gt;unknown to MODS&lt;/wonder&gt;",
    ],
)
def test_text_that_makes_no_elements_of_its_own_is_left_in_peace(typed: str) -> None:
    assert said(f"<extension>{typed}</extension>") == []


@pytest.mark.parametrize("typed", ["a &lt; b", "&lt;a:b&gt;x&lt;/a:b&gt;", "&lt;b&gt;", "", "x"])
def test_no_markup_is_made_of_what_is_not_well_formed(typed: str) -> None:
    document = open_document(record(f"<extension>{typed}</extension>"))
    assert REPAIRS["to-markup"](document, parse_address("record1/extension"), ()) is None


def test_a_whole_name_in_the_given_part_is_divided() -> None:
    fields = '<name type="personal"><namePart type="given">Nazarova, Feruza</namePart></name>'
    assert mended(fields, "name.comma-in-given") == (
        '<name type="personal"><namePart type="family">Nazarova</namePart>'
        '<namePart type="given">Feruza</namePart></name>'
    )


def test_reversed_dates_change_places() -> None:
    fields = (
        '<originInfo><dateCreated encoding="w3cdtf" point="start">1999</dateCreated>'
        '<dateCreated encoding="w3cdtf" point="end">1989</dateCreated></originInfo>'
    )
    assert 'start">1989<' in mended(fields, "date.reversed")


def test_an_empty_field_goes_with_what_it_leaves_empty() -> None:
    fields = "<note>x</note><subject><topic/></subject>"
    assert mended(fields, "mods.empty-element") == "<note>x</note>"


def test_the_last_field_of_a_record_is_not_offered_to_be_removed() -> None:
    (finding,) = findings("<note/>")
    assert finding.fixes == ()


def test_duplicate_ids_across_the_records_of_a_collection_are_found() -> None:
    one = record('<note ID="n1">x</note>')
    text = f"<modsCollection {MODS}>".encode() + one + one + b"</modsCollection>"
    rules = [f.rule for report in validate(text) for f in report.findings]
    assert rules == ["id.duplicate"]


_LANGUAGE = (
    '<language><languageTerm type="code" authority="iso639-2b" '
    'valueURI="http://id.loc.gov/vocabulary/iso639-2/uzb">{}</languageTerm></language>'
)


def test_a_code_beside_the_address_of_another_is_found_and_offered_its_own() -> None:
    (found,) = findings(_LANGUAGE.format("rus"))
    assert (found.rule, found.severity) == ("code.disagrees", "warning")
    (fix,) = found.fixes
    assert not fix.safe
    assert fix.data == ("valueURI", "http://id.loc.gov/vocabulary/iso639-2/rus")
    assert findings(_LANGUAGE.format("uzb")) == []


@pytest.mark.parametrize(
    ("term", "rules"),
    [
        ('authority="marcrelator"', ["code.disagrees"]),
        ("", ["code.disagrees"]),  # the field's own list is known without being named
        ('authority="local"', []),
    ],
)
def test_a_word_beside_the_address_of_another_is_found_where_the_list_is_known(
    term: str, rules: list[str]
) -> None:
    field = (
        "<name><namePart>A</namePart><role>"
        '<roleTerm type="code" authority="marcrelator">edt</roleTerm>'
        f'<roleTerm type="text" {term} '
        'valueURI="http://id.loc.gov/vocabulary/relators/abr">Editor</roleTerm></role></name>'
    )
    assert [rule for rule, _ in said(field)] == rules


@pytest.mark.parametrize(
    ("word", "title", "safe"),
    [
        ("Editor", "Add the code “edt”", True),
        ("Director", "Add the code “drt” (of a film, broadcast or performance)", False),
        ("Supervisor", "Add the code “dgs” (Degree supervisor)", False),
    ],
)
def test_a_role_gets_its_code_unasked_only_where_the_word_has_one_meaning(
    word: str, title: str, safe: bool
) -> None:
    field = f"<name><namePart>A</namePart><role><roleTerm>{word}</roleTerm></role></name>"
    (found,) = findings(field)
    (fix,) = found.fixes
    assert (fix.title, fix.safe) == (title, safe)
