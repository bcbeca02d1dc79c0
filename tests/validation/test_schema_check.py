"""What a cataloguer is told about a record that the schema does not allow."""

from __future__ import annotations

import pytest
from lxml import etree

from catalog_app.validation.finding import Finding
from catalog_app.validation.schema_check import (
    check_package,
    check_part,
    check_record,
    declared_version,
    parts,
)

MODS, METS = "http://www.loc.gov/mods/v3", "http://www.loc.gov/METS/"
XLINK, XSI = "http://www.w3.org/1999/xlink", "http://www.w3.org/2001/XMLSchema-instance"


def record(inside: str, attributes: str = "") -> etree._Element:
    return etree.fromstring(
        f'<mods xmlns="{MODS}" xmlns:xlink="{XLINK}" xmlns:xsi="{XSI}" {attributes}>{inside}</mods>'
    )


def package(inside: str) -> etree._Element:
    return etree.fromstring(
        f'<mets:mets xmlns:mets="{METS}" xmlns:xlink="{XLINK}" xmlns:mods="{MODS}">{inside}'
        "<mets:structMap><mets:div/></mets:structMap></mets:mets>"
    )


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, [f.message for f in findings]
    return findings[0]


def repairs(finding: Finding) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(fix.repair, fix.data, fix.safe) for fix in finding.fixes]


class TestAValidPart:
    """No finding, and nothing else."""

    def test_of_every_version(self) -> None:
        for version in ("3.0", "3.3", "3.8"):
            assert check_record(record("<titleInfo><title>A</title></titleInfo>"), version) == []

    def test_a_package_whose_record_is_not_valid(self) -> None:
        bad = "<mods:mods><mods:nonsense/></mods:mods>"
        root = package(
            f'<mets:dmdSec ID="d"><mets:mdWrap MDTYPE="MODS"><mets:xmlData>{bad}</mets:xmlData>'
            "</mets:mdWrap></mets:dmdSec>"
        )
        assert check_package(root) == []
        found = {part.name: bool(check_part(part)) for part in parts(root)}
        assert found == {"package1": False, "record1": True}


class TestPartsAndVersions:
    """Which parts there are, and by which version each is judged."""

    def test_bare_fields_are_a_record_by_themselves(self) -> None:
        root = package(
            '<mets:dmdSec ID="d"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:titleInfo/>'
            "<mods:titel/></mets:xmlData></mets:mdWrap></mets:dmdSec>"
        )
        found = list(parts(root))
        assert [(part.kind, part.name) for part in found] == [
            ("mets", "package1"),
            ("bare", "record1"),
        ]
        finding = only(check_part(found[1]))
        assert str(finding.address) == "record1/titel"
        assert finding.path.endswith("/mets:xmlData/mods:titel")

    def test_a_record_inside_a_record_is_no_part(self) -> None:
        root = record("<relatedItem><mods><titleInfo/></mods></relatedItem>")
        assert [part.name for part in parts(root)] == ["record1"]

    def test_the_version_is_declared_by_attribute_or_schema_location(self) -> None:
        location = f'xsi:schemaLocation="{MODS} http://x/mods-3-4.xsd"'
        assert declared_version(record("", 'version="3.2"')) == "3.2"
        assert declared_version(record("", location)) == "3.4"
        assert declared_version(record("", 'version="9"')) == "3.8"

    def test_another_version_can_be_asked_for(self) -> None:
        root = record("<titleInfo/>", 'version="3.8"')
        part = next(parts(root))
        assert check_part(part) == []
        assert {f.standard for f in check_part(part, mods_version="3.0")} == {"MODS 3.0"}

    def test_a_package_can_be_judged_by_an_older_mets(self) -> None:
        root = package("<mets:metsHdr><mets:metsDocumentID>x</mets:metsDocumentID></mets:metsHdr>")
        assert check_package(root) == []
        finding = only(check_package(root, "1.8"))
        assert "since METS 1.9" in finding.message
        assert finding.standard == "METS 1.8"


class TestElements:
    """Fields that do not belong where they stand."""

    def test_a_misspelt_name_is_renamed(self) -> None:
        finding = only(check_record(record("<titleInfo><titel>A</titel></titleInfo>")))
        assert finding.rule == "mods.unknown-element"
        assert finding.message == (
            "MODS 3.8 has no element “titel” in “Title” (titleInfo). Was “Title” (title) meant?"
        )
        assert str(finding.address) == "record1/titleInfo/titel"
        assert finding.line == 1
        assert repairs(finding)[0] == ("rename-element", ("title",), False)

    def test_another_case_is_safely_renamed(self) -> None:
        finding = only(check_record(record("<titleinfo/>")))
        assert repairs(finding)[0] == ("rename-element", ("titleInfo",), True)

    def test_a_field_without_its_container_is_put_into_it(self) -> None:
        finding = only(check_record(record("<dateIssued>2019</dateIssued>")))
        assert finding.rule == "mods.misplaced-element"
        assert "It belongs in “Origin” (originInfo)." in finding.message
        assert repairs(finding)[0] == ("wrap-in", ("originInfo",), False)

    def test_two_containers_may_be_missing(self) -> None:
        finding = only(check_record(record("<roleTerm>author</roleTerm>")))
        assert repairs(finding)[0] == ("wrap-in", ("name", "role"), False)

    def test_a_field_may_be_moved_out_of_its_parent(self) -> None:
        inside = "<originInfo><publisher>A</publisher><genre>B</genre></originInfo>"
        finding = only(check_record(record(inside)))
        assert ("move-out", (), False) in repairs(finding)

    def test_a_field_of_a_later_version_names_the_version(self) -> None:
        inside = "<name><namePart>A</namePart><nameIdentifier>1</nameIdentifier></name>"
        finding = only(check_record(record(inside, 'version="3.3"')))
        assert "since MODS 3.6" in finding.message
        assert "judged by MODS 3.3" in finding.message
        assert repairs(finding)[0] == ("set-version", ("3.6",), False)

    def test_names_of_another_namespace_come_home(self) -> None:
        root = etree.fromstring(
            f'<m:mods xmlns:m="{MODS}" xmlns:mets="{METS}"><m:titleInfo/><mets:abstract/></m:mods>'
        )
        finding = only(check_record(root))
        assert finding.rule == "mods.wrong-namespace"
        assert "“mets:abstract”" in finding.message
        assert repairs(finding)[0] == ("to-mods-namespace", (), True)
        assert str(finding.address) == f"record1/{{{METS}}}abstract"

    def test_what_belongs_to_another_standard_goes_into_an_extension(self) -> None:
        inside = '<titleInfo/><x:price xmlns:x="urn:shop">3</x:price>'
        finding = only(check_record(record(inside)))
        assert finding.rule == "mods.foreign-element"
        assert repairs(finding)[0] == ("wrap-in", ("extension",), False)

    def test_a_record_in_a_related_item_is_unwrapped(self) -> None:
        inside = "<relatedItem><mods><titleInfo/></mods></relatedItem>"
        finding = only(check_record(record(inside)))
        assert repairs(finding)[0] == ("unwrap", (), False)

    def test_every_misfit_is_told_at_once(self) -> None:
        inside = "<titleInfo><titel/><subTitel/></titleInfo><nam/><abstrakt/>"
        findings = check_record(record(inside))
        assert [str(f.address) for f in findings] == [
            "record1/nam",
            "record1/abstrakt",
            "record1/titleInfo/titel",
            "record1/titleInfo/subTitel",
        ]


class TestCompleteness:
    """Too little, too much, in the wrong order."""

    def test_an_empty_container_can_go(self) -> None:
        finding = only(check_record(record("<titleInfo/><originInfo/>")))
        assert finding.rule == "mods.missing-child"
        assert finding.message.startswith("“Origin” (originInfo) is empty. MODS wants at least one")
        assert finding.message.endswith("or no “Origin” (originInfo) at all.")
        assert repairs(finding)[0] == ("remove-element", (), True)

    def test_a_container_with_attributes_does_not_go_by_itself(self) -> None:
        finding = only(check_record(record('<titleInfo/><originInfo eventType="publication"/>')))
        assert repairs(finding)[0] == ("remove-element", (), False)

    def test_an_empty_file_section_can_go(self) -> None:
        finding = only(check_package(package("<mets:fileSec/>")))
        assert finding.rule == "mets.missing-child"
        assert str(finding.address) == "package1/fileSec"
        assert finding.path == "/mets:mets/mets:fileSec"
        assert finding.standard == "METS 1.12.1"
        assert repairs(finding)[0] == ("remove-element", (), True)

    def test_the_only_field_of_a_record_cannot_go(self) -> None:
        finding = only(check_record(record("<originInfo/>")))
        assert ("remove-element", (), True) not in repairs(finding)

    def test_an_unfinished_container_says_what_it_needs(self) -> None:
        inside = "<language><scriptTerm>Latn</scriptTerm></language>"
        finding = only(check_record(record(inside)))
        assert finding.message == (
            "“Language” (language) is not complete: it needs at least one “Language” "
            "(languageTerm) in it."
        )
        assert repairs(finding) == [("add-child", ("languageTerm",), False)]

    def test_children_are_put_in_order(self) -> None:
        inside = "<location><url>http://a</url><physicalLocation>B</physicalLocation></location>"
        finding = only(check_record(record(inside)))
        assert finding.rule == "mods.wrong-order"
        assert repairs(finding) == [("reorder-children", ("physicalLocation", "url"), True)]

    def test_one_too_many_is_named_by_itself(self) -> None:
        inside = "<part><extent><start>1</start><start>2</start><end>3</end></extent></part>"
        finding = only(check_record(record(inside)))
        assert finding.rule == "mods.too-many"
        assert str(finding.address) == "record1/part/extent/start[2]"

    def test_and_others_stands_alone(self) -> None:
        inside = "<name><namePart>A</namePart><etal/></name>"
        finding = only(check_record(record(inside)))
        assert finding.rule == "mods.not-together"
        assert str(finding.address) == "record1/name/etal"
        assert repairs(finding) == [("remove-element", (), True)]


class TestText:
    """Text where none belongs, and markup in text."""

    def test_text_between_fields_goes_into_the_main_field(self) -> None:
        finding = only(check_record(record("<relatedItem>The Times</relatedItem>")))
        assert finding.rule == "mods.text-between-fields"
        assert "“The Times”" in finding.message
        assert repairs(finding)[0] == ("move-text", ("titleInfo", "title"), False)

    def test_an_invisible_character_can_go(self) -> None:
        finding = only(check_record(record("<titleInfo/>\u00a0")))
        assert "invisible character" in finding.message
        assert repairs(finding) == [("remove-text", (), True)]

    def test_markup_in_a_text_is_named(self) -> None:
        finding = only(check_record(record("<abstract>a<i>b</i>c</abstract>")))
        assert finding.rule == "mods.markup-in-text"
        assert "“i” stands inside it" in finding.message
        assert repairs(finding) == [("to-plain-text", (), False)]

    def test_a_file_location_must_be_empty(self) -> None:
        inside = (
            '<mets:fileSec><mets:fileGrp><mets:file ID="f"><mets:FLocat LOCTYPE="URL" '
            'xlink:href="a">\n</mets:FLocat></mets:file></mets:fileGrp></mets:fileSec>'
        )
        finding = only(check_package(package(inside)))
        assert finding.rule == "mets.must-be-empty"
        assert repairs(finding) == [("clear-content", (), True)]


class TestAttributes:
    """Attributes that are unknown, missing, or hold what they must not."""

    def test_a_value_that_is_not_in_its_list(self) -> None:
        inside = '<originInfo><dateIssued encoding="iso8061">2019</dateIssued></originInfo>'
        finding = only(check_record(record(inside)))
        assert finding.message == (
            "“iso8061” is no value of “Date format” (encoding) in MODS 3.8. Allowed: w3cdtf, "
            "iso8601, marc, edtf or temper."
        )
        assert str(finding.address) == "record1/originInfo/dateIssued/@encoding"
        assert repairs(finding)[0] == ("set-value", ("iso8601",), False)

    def test_only_case_and_spaces_differ(self) -> None:
        inside = '<originInfo><dateIssued encoding=" W3CDTF">2019</dateIssued></originInfo>'
        assert repairs(only(check_record(record(inside))))[0] == ("set-value", ("w3cdtf",), True)

    def test_a_value_of_a_later_version(self) -> None:
        inside = '<originInfo><dateIssued encoding="edtf">2019</dateIssued></originInfo>'
        finding = only(check_record(record(inside, 'version="3.3"')))
        assert "since MODS 3.4" in finding.message
        assert repairs(finding)[0] == ("set-version", ("3.4",), False)

    def test_a_long_list_is_not_silently_cut(self) -> None:
        inside = (
            '<mets:dmdSec ID="d"><mets:mdWrap MDTYPE="MODSX"><mets:xmlData><mods:mods/>'
            "</mets:xmlData></mets:mdWrap></mets:dmdSec>"
        )
        finding = only(check_package(package(inside)))
        assert "and 14 more: F1 lists them" in finding.message
        assert repairs(finding)[0] == ("set-value", ("MODS",), False)

    def test_an_unknown_attribute_that_was_misspelt(self) -> None:
        finding = only(check_record(record('<titleInfo displaylabel="A"/>')))
        assert repairs(finding)[0] == ("rename-attribute", ("displaylabel", "displayLabel"), True)

    def test_a_link_without_its_prefix(self) -> None:
        finding = only(check_record(record('<accessCondition href="http://a"/>')))
        assert repairs(finding)[0] == ("rename-attribute", ("href", "xlink:href"), False)

    def test_an_attribute_of_a_later_version(self) -> None:
        finding = only(check_record(record('<titleInfo usage="primary"/>', 'version="3.3"')))
        assert finding.rule == "mods.attribute-of-other-version"
        assert repairs(finding)[0] == ("set-version", ("3.4",), False)

    def test_a_missing_attribute_gets_what_can_be_computed(self) -> None:
        inside = (
            "<mets:dmdSec><mets:mdWrap><mets:xmlData><mods:mods/></mets:xmlData></mets:mdWrap>"
            '</mets:dmdSec><mets:amdSec ID="dmdSec"/>'
        )
        first, second = check_package(package(inside))
        assert repairs(first) == [("set-attribute", ("ID", "dmdSec_2"), True)]
        assert repairs(second) == [("set-attribute", ("MDTYPE", "MODS"), False)]

    def test_an_id_that_stands_twice(self) -> None:
        finding = only(check_record(record('<titleInfo ID="a"/>\n<name ID="a"/>')))
        assert finding.rule == "mods.duplicate-id"
        assert "it stands already in line 1" in finding.message
        assert str(finding.address) == "record1/name/@ID"
        assert repairs(finding) == [("set-value", ("a_2",), False)]

    def test_an_id_that_is_none_is_changed_with_what_points_to_it(self) -> None:
        finding = only(check_record(record('<titleInfo ID="my file/1"/>')))
        assert repairs(finding)[0] == ("rename-id", ("my file/1", "my_file_1"), False)

    @pytest.mark.parametrize(
        ("value", "better"),
        [
            ("2020-06-25T10:26:31+0200", "2020-06-25T10:26:31+02:00"),
            ("2017-12-20CET09:46:19.35", "2017-12-20T09:46:19.35+01:00"),
            ("2020-06-25 10:26", "2020-06-25T10:26:00"),
            ("2020-06-25", "2020-06-25T00:00:00"),
        ],
    )
    def test_a_date_and_time_is_mended(self, value: str, better: str) -> None:
        finding = only(check_package(package(f'<mets:metsHdr CREATEDATE="{value}"/>')))
        assert repairs(finding)[0] == ("set-value", (better,), False)

    @pytest.mark.parametrize(("value", "better"), [("12 pages", "12"), (" 1,048 ", "1048")])
    def test_a_number_is_mended(self, value: str, better: str) -> None:
        inside = f"<part><extent><total>{value}</total></extent></part>"
        assert repairs(only(check_record(record(inside))))[0] == ("set-value", (better,), False)

    def test_an_address_is_mended(self) -> None:
        inside = "<location><url>http://example.org/[1</url></location>"
        finding = only(check_record(record(inside)))
        assert "web address" in finding.message
        assert repairs(finding)[0] == ("set-value", ("http://example.org/%5B1",), False)

    def test_an_instruction_to_other_rules_is_explained(self) -> None:
        finding = only(check_record(record('<titleInfo xsi:type="x"/>')))
        assert "xsi:type" in finding.message
        assert repairs(finding) == [("remove-attribute", ("xsi:type",), False)]


class TestLargePackages:
    """All errors are found, in a time that grows with the size only."""

    def many(self, count: int, size: str) -> etree._Element:
        files = "".join(f'<mets:file ID="f{n}" SIZE="{size}"/>' for n in range(count))
        inside = f"<mets:fileSec><mets:fileGrp>{files}</mets:fileGrp></mets:fileSec>"
        return package(inside)

    def test_the_same_error_in_each_of_many_files(self) -> None:
        findings = check_package(self.many(6000, "big"))
        assert len(findings) == 6000
        assert str(findings[-1].address) == "package1/fileSec/fileGrp/file[6000]/@SIZE"

    def test_a_few_errors_in_a_package_too_large_for_a_whole_pass(self) -> None:
        root = self.many(61_000, "1")
        group = root[0][0]
        group[40_000].set("SIZE", "big")
        group[50_000].set("Id", "x")
        findings = check_package(root)
        assert sorted(str(f.address) for f in findings) == [
            "package1/fileSec/fileGrp/file[40001]/@SIZE",
            "package1/fileSec/fileGrp/file[50001]/@Id",
        ]


class TestWrappedPremis:
    """PREMIS inside METS is not judged, but what METS forbids there is."""

    PREMIS = "http://www.loc.gov/premis/v3"

    def wrapped(self, inside: str, after: str = "") -> etree._Element:
        return package(
            f'<mets:amdSec><mets:digiprovMD ID="d"><mets:mdWrap MDTYPE="PREMIS"><mets:xmlData>'
            f'<p:event xmlns:p="{self.PREMIS}" xmlID="e">{inside}</p:event>'
            f"</mets:xmlData></mets:mdWrap></mets:digiprovMD>{after}</mets:amdSec>"
        )

    def test_errors_of_premis_are_not_errors_of_mets(self) -> None:
        assert check_package(self.wrapped("<p:nonsense/>text")) == []

    def test_an_element_of_mets_inside_it_is(self) -> None:
        finding = only(check_package(self.wrapped("<mets:agent/>")))
        assert finding.rule == "mets.misplaced-element"
        assert "“mets:agent” belongs to METS and cannot stand in “p:event”" in finding.message

    def test_an_id_that_premis_has_already_is_one_too_many(self) -> None:
        after = '<mets:digiprovMD ID="e"/>'
        finding = only(check_package(self.wrapped("", after)))
        assert finding.rule == "mets.duplicate-id"
