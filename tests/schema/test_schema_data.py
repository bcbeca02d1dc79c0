"""What the data says to a form: labels, help, groups, versions, places."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from catalog_app import paths
from catalog_app.schema import load as loading
from catalog_app.schema.load import load
from catalog_app.schema.notation import NotationError, content, in_range
from catalog_app.schema.order import has_room, insert_position
from catalog_app.schema.reference import fields, fields_text
from catalog_app.schema.search import search, walk

STANDARDS = ("mods", "mets", "mets2", "dc", "dcterms")
EDITORS = {
    "line", "text", "date", "moment", "code", "name", "language", "url", "identifier", "number",
    "switch", "choice", "markup", "group", "data",
}  # fmt: skip
VOCABULARIES = {
    "marcrelator", "iso639-2b", "iso639-3", "rfc5646", "iso15924", "marccountry", "iso3166",
    "marcgac", "marcgt", "mods-resource-type", "rdacontent", "rdamedia", "rdacarrier",
    "rights-statements",
}  # fmt: skip


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_element_has_label_help_example_and_editor(standard: str) -> None:
    for element in (load(standard).root(), *walk(load(standard))):
        assert element.label, element.path
        assert element.help.endswith("."), element.path
        assert element.example, element.path
        assert element.editor in EDITORS, element.path
        assert set(element.vocabularies) <= VOCABULARIES, element.path


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_attribute_has_label_help_and_example(standard: str) -> None:
    for element in walk(load(standard)):
        for attribute in element.attributes:
            place = (element.path, attribute.name)
            assert attribute.label, place
            assert attribute.help.endswith("."), place
            assert attribute.example, place
            assert attribute.editor in EDITORS, place
            assert set(attribute.vocabularies) <= VOCABULARIES, place
            if attribute.values:
                assert attribute.example in attribute.values, place


@pytest.mark.parametrize("standard", STANDARDS)
def test_no_word_of_the_data_is_jargon(standard: str) -> None:
    schema = load(standard)
    for element in walk(schema):
        for text in (element.label, element.help, *(a.help for a in element.attributes)):
            assert "{http" not in text, element.path
            assert "facet" not in text, element.path
            assert "namespace" not in text, element.path


def test_the_groups_come_in_the_order_of_the_mods_guidelines() -> None:
    assert load("mods").groups == (
        "Title", "Names", "Type and genre", "Origin", "Language", "Physical description",
        "Description", "Subjects", "Related items", "Identifiers", "Location", "Rights", "Parts",
        "Extension", "Record information",
    )  # fmt: skip


def test_a_nested_element_belongs_to_the_group_of_its_field() -> None:
    element = load("mods").element(("subject", "name", "namePart"))
    assert element is not None
    assert element.group == "Subjects"


def test_a_related_item_contains_a_record_to_any_depth() -> None:
    path = ("relatedItem",) * 30 + ("titleInfo", "title")
    element = load("mods").element(path, "3.8")
    assert element is not None
    assert element.label == "Title"


def test_the_same_name_means_different_things_in_different_places() -> None:
    schema = load("mods")
    pages, size = (
        schema.element(("part", "extent")),
        schema.element(("physicalDescription", "extent")),
    )
    assert pages is not None
    assert size is not None
    assert (pages.label, pages.content, pages.ordered) == ("Pages", "children", True)
    assert (size.label, size.content, size.ordered) == ("Extent", "value", False)


def test_an_element_is_known_with_the_versions_that_have_it() -> None:
    schema = load("mods")
    identifier = schema.element(("name", "nameIdentifier"))
    assert identifier is not None
    assert (identifier.since, identifier.until) == ("3.6", "")
    assert not identifier.allows("3.3")
    assert schema.element(("name", "nameIdentifier"), "3.3") is None
    old = schema.element(("subject", "hierarchicalGeographic", "extraterrestrialArea"))
    assert old is not None
    assert (old.since, old.until) == ("3.3", "3.5")


def test_a_closed_list_may_open_and_grow_with_the_versions() -> None:
    schema = load("mods")
    old = schema.element(("language", "languageTerm"), "3.3")
    new = schema.element(("language", "languageTerm"), "3.8")
    assert old is not None
    assert new is not None
    closed, open_ = old.attribute("authority"), new.attribute("authority")
    assert closed is not None
    assert open_ is not None
    assert closed.values == ("iso639-2b", "rfc3066", "iso639-3", "rfc4646")
    assert open_.values == ()
    assert "rfc5646" in open_.suggestions


def test_the_type_of_resource_becomes_free_text_in_3_7() -> None:
    schema = load("mods")
    old, new = (
        schema.element(("typeOfResource",), "3.6"),
        schema.element(("typeOfResource",), "3.7"),
    )
    assert old is not None
    assert new is not None
    assert "still image" in old.values
    assert new.values == ()
    assert old.value_labels["still image"] == "Still image"


def test_province_is_out_of_use_since_3_6() -> None:
    path = ("subject", "hierarchicalGeographic", "province")
    for version, expected in (("3.5", False), ("3.6", True), (None, True)):
        element = load("mods").element(path, version)
        assert element is not None
        assert element.deprecated is expected


def test_occurrence_is_told_for_each_child() -> None:
    schema = load("mods")
    found = {
        path: (e.min, e.max)
        for path in (("titleInfo",), ("location", "holdingSimple"), ("role",), ("name", "role"))
        if (e := schema.element(path, "3.8"))
    }
    assert found == {
        ("titleInfo",): (0, None),
        ("location", "holdingSimple"): (0, 1),
        ("name", "role"): (0, None),
    }
    header = load("mets").element(("metsHdr",))
    assert header is not None
    assert (header.min, header.max) == (0, 1)


def test_a_container_names_the_child_for_its_plain_value() -> None:
    schema = load("mods")
    for path, main in ((("titleInfo",), "title"), (("name", "role"), "roleTerm")):
        element = schema.element(path)
        assert element is not None
        assert element.main == main
        assert element.child(main) is not None


class TestInsertPosition:
    """Where a new child belongs."""

    @pytest.mark.parametrize(
        ("path", "existing", "new", "expected"),
        [
            ((), ["titleInfo", "name", "abstract"], "genre", 2),
            ((), ["titleInfo", "name", "abstract"], "name", 2),
            ((), ["abstract", "titleInfo"], "name", 2),
            ((), ["recordInfo", "titleInfo", "identifier"], "abstract", 2),
            ((), [], "note", 0),
            ((), ["{urn:x}y", "abstract"], "titleInfo", 0),
            (("location",), ["url"], "shelfLocator", 0),
            (("location",), ["physicalLocation", "url", "holdingSimple"], "url", 2),
            (("language",), ["scriptTerm"], "languageTerm", 0),
            (("part", "extent"), ["start", "list"], "total", 1),
            (("name",), ["etal"], "affiliation", 1),
            (("name",), ["namePart", "role"], "namePart", 1),
        ],
    )
    def test_mods(
        self, path: tuple[str, ...], existing: list[str], new: str, expected: int
    ) -> None:
        element = load("mods").element(path, "3.8")
        assert element is not None
        assert insert_position(element, existing, new, "3.8") == expected

    def test_it_follows_the_sequence_of_mets(self) -> None:
        package = load("mets").root("1.12.1")
        existing = ["dmdSec", "fileSec", "structMap"]
        assert insert_position(package, existing, "metsHdr") == 0
        assert insert_position(package, existing, "dmdSec") == 1
        assert insert_position(package, existing, "amdSec") == 1
        assert insert_position(package, existing, "structLink") == 3


class TestSearch:
    """Finding a field by whatever the cataloguer calls it."""

    @pytest.mark.parametrize(
        ("query", "path"),
        [
            ("publisher", "originInfo/publisher"),
            ("dateissued", "originInfo/dateIssued"),
            ("Date issued", "originInfo/dateIssued"),
            ("260 $c", "originInfo/dateIssued"),
            ("520", "abstract"),
            ("245", "titleInfo"),
            ("245 $a", "titleInfo/title"),
            ("773", "relatedItem"),
            ("rights", "accessCondition"),
            ("shelf", "location/shelfLocator"),
            ("doi", "identifier"),
            ("name/role", "name/role"),
        ],
    )
    def test_the_first_answer_is_the_one_meant(self, query: str, path: str) -> None:
        assert "/".join(search(load("mods"), query, "3.8")[0][1]) == path

    def test_a_version_answers_only_with_what_it_has(self) -> None:
        found = [path for _, path in search(load("mods"), "nameIdentifier", "3.3")]
        assert found == []

    def test_an_empty_query_gives_everything_in_order(self) -> None:
        found = search(load("mods"), "", "3.8")
        assert len(found) == len(walk(load("mods"), "3.8"))
        assert found[0][1] == ("titleInfo",)


class TestReference:
    """What `catalog-app fields` prints."""

    def test_it_tells_all_about_a_name(self) -> None:
        text = fields_text("dateIssued")
        assert text is not None
        assert "Date issued — MODS dateIssued" in text
        assert "260 $c" in text
        assert "w3cdtf = Year-month-day" in text

    def test_it_answers_to_labels_paths_and_marc_tags(self) -> None:
        for name in ("Place as subject", "subject/geographic", "651 $a", "mods:geographic"):
            found = fields(name)
            assert found is not None
            assert "subject/geographic" in [e["path"] for e in found["elements"]], name

    def test_it_has_no_answer_to_what_there_is_not(self) -> None:
        assert fields("nonsense") is None
        assert fields_text("nonsense") is None

    def test_it_lists_every_element_of_all_standards(self) -> None:
        text = fields_text()
        assert text is not None
        assert {"titleInfo/title", "dmdSec/mdWrap/xmlData", "creator"} <= set(text.split())


def test_a_translation_replaces_the_words_that_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources = paths.resources()
    (tmp_path / "i18n").mkdir()
    (tmp_path / "schema").symlink_to(resources / "schema", target_is_directory=True)
    (tmp_path / "i18n" / "schema.tst.toml").write_text(
        "[mods]\n"
        '"titleInfo.label" = "Titel"\n'
        '"part/extent.help" = "Seiten."\n'
        '"titleInfo/@type.label" = "Art des Titels"\n'
        '"@lang.help" = "Sprache."\n'
        '"titleType=uniform" = "Einheitstitel"\n'
        '"group.Names" = "Namen"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(loading.paths, "resources", lambda: tmp_path)
    schema = load("mods", "tst")
    title, pages = schema.element(("titleInfo",)), schema.element(("part", "extent"))
    assert title is not None
    assert pages is not None
    assert title.label == "Titel"
    assert pages.help == "Seiten."
    assert pages.label == "Pages"
    kind, language = title.attribute("type"), title.attribute("lang")
    assert kind is not None
    assert language is not None
    assert kind.label == "Art des Titels"
    assert kind.value_labels["uniform"] == "Einheitstitel"
    assert language.help == "Sprache."
    assert schema.group_label("Names") == "Namen"
    assert schema.group_label("Title") == "Title"


class TestNotation:
    """The notation of the data."""

    def test_a_range_means_versions(self) -> None:
        versions = ("3.0", "3.1", "3.2", "3.3")
        assert in_range("", versions) == {*versions}
        assert in_range("3.2-", versions) == {"3.2", "3.3"}
        assert in_range("-3.1", versions) == {"3.0", "3.1"}
        assert in_range("3.0;3.2-", versions) == {"3.0", "3.2", "3.3"}
        assert in_range("3.1", versions) == {"3.1"}

    @pytest.mark.parametrize("wrong", ["(a | b", "(a b)", "(a,)", "(a) b", "()"])
    def test_a_mistake_in_a_content_is_told(self, wrong: str) -> None:
        with pytest.raises(NotationError, match=r"should stand|left over"):
            content(wrong)

    def test_a_version_that_there_is_not_is_told(self) -> None:
        with pytest.raises(NotationError, match="names a version"):
            in_range("9.9-", ("3.0",))


@pytest.mark.parametrize(
    ("standard", "path", "existing", "roomless"),
    [
        ("mets", ("dmdSec", "mdWrap"), ["xmlData"], {"xmlData", "binData"}),
        ("mets", ("dmdSec", "mdWrap"), ["binData"], {"xmlData", "binData"}),
        ("mets", ("dmdSec", "mdWrap"), [], set()),
        ("mets", ("dmdSec",), ["mdWrap"], {"mdWrap"}),
        ("mets", ("fileSec", "fileGrp", "fileGrp"), ["file"], {"fileGrp"}),
        ("mets", ("fileSec", "fileGrp", "fileGrp"), ["fileGrp"], {"file"}),
        ("mets", (), ["metsHdr", "dmdSec", "fileSec"], {"metsHdr", "fileSec"}),
        ("mods", ("name",), ["namePart", "role"], {"etal"}),
        ("mods", ("name",), ["etal"], {"etal", "namePart", "displayForm"}),
        ("mods", ("name",), ["namePart", "etal"], {"etal", "namePart", "displayForm"}),
        ("mods", ("part", "extent"), ["start", "list"], {"start", "list"}),
        ("mods", (), ["titleInfo", "name", "part"], set()),
    ],
)
def test_there_is_no_room_for_a_choice_that_is_made(
    standard: str, path: tuple[str, ...], existing: list[str], roomless: set[str]
) -> None:
    element = load(standard).element(path)
    assert element is not None
    names = {child.name for child in element.children}
    without = {name for name in names if not has_room(element, Counter(existing), name)}
    assert without & (names - {"nameIdentifier", "alternativeName"}) == roomless


def test_an_attribute_that_only_old_versions_require_is_not_required_of_a_new_element():
    schema = load("mets")
    path = ("behaviorSec", "behavior")
    known = {a.name: a.required for a in schema.element(path).attributes}
    old = {a.name: a.required for a in schema.element(path, "1.6").attributes}
    assert not known["STRUCTID"]
    assert old["STRUCTID"]
    assert schema.element(("structMap", "div", "fptr")) is not None
    assert schema.element(("metsHdr", "agent")).attribute("ROLE").required
