"""A record in other forms."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import etree

from catalog_app.document.document import Document, OpenError, open_document
from catalog_app.export import FORMATS, dublin_core, mods, summary, table

CORPUS = Path("../shared/corpus")
SEED = CORPUS / "seeds" / "eprint_85694.xml"
MODS = "{http://www.loc.gov/mods/v3}"
DC = "{http://purl.org/dc/elements/1.1/}"
ARTICLE = b"""<?xml version="1.0"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
<titleInfo><nonSort>The</nonSort><title>House</title>
<subTitle>a story</subTitle></titleInfo>
<name type="personal"><namePart type="family">Aitmatov</namePart>
<namePart type="given">Chingiz</namePart><role><roleTerm>author</roleTerm></role></name>
<name><namePart>Ivanova, A.</namePart><role><roleTerm>trl</roleTerm></role></name>
<originInfo><place><placeTerm type="code">kg</placeTerm></place>
<place><placeTerm type="text">Frunze</placeTerm></place>
<publisher>Mektep</publisher><dateIssued>1970</dateIssued></originInfo>
<language><languageTerm type="code">kir</languageTerm>
<languageTerm type="text">Kyrgyz</languageTerm></language>
<subject><topic>Sea</topic><topic>Fiction</topic><geographic>Issyk-Kul</geographic></subject>
<relatedItem type="host"><titleInfo><title>Journal</title></titleInfo>
<part><detail type="volume"><number>5</number></detail>
<extent unit="pages"><start>7</start><end>9</end></extent></part></relatedItem>
<identifier type="doi">10.1/x</identifier>
<note>=1+1</note>
</mods>"""  # fmt: skip


@pytest.fixture
def article() -> Document:
    return open_document(ARTICLE)


def every_record() -> list[tuple[Path, Document, str]]:
    found = []
    for path in sorted(CORPUS.glob("**/*.xml"))[::12]:
        try:
            document = open_document(path.read_bytes())
        except (OpenError, OSError):
            continue
        found += [(path, document, document.part_name(anchor)) for anchor in document.records()[:3]]
    return found


def test_a_record_keeps_its_bytes_and_gets_the_namespaces_it_uses() -> None:
    if not CORPUS.exists():
        pytest.skip("the shared corpus is not here")
    for path, document, part in every_record():
        written = mods(document, part)
        root = etree.fromstring(written)
        assert root.tag == f"{MODS}mods", path
        anchor = document.anchor(part)
        assert anchor is not None
        element = document.anchored(anchor)
        here = [child.name for child in element.children()]
        there = [etree.QName(child) for child in root if isinstance(child.tag, str)]
        assert [(name.namespace or "", name.localname) for name in there] == here, path
        assert len(open_document(written).records()) == 1, path


def test_a_bare_run_gets_a_root_with_the_version_that_the_file_names() -> None:
    if not SEED.exists():
        pytest.skip("the shared corpus is not here")
    root = etree.fromstring(mods(open_document(SEED.read_bytes()), "record1"))
    assert root.get("version") == "3.3"
    assert root.find(f"{MODS}titleInfo/{MODS}title") is not None


def test_every_format_writes_every_record() -> None:
    if not CORPUS.exists():
        pytest.skip("the shared corpus is not here")
    for path, document, part in every_record():
        for kind in FORMATS:
            assert kind.write(document, part), (path, kind.id)
        etree.fromstring(dublin_core(document, part))


def test_entities_of_the_doctype_are_written_out() -> None:
    head = '<!DOCTYPE mods [<!ENTITY sea "the sea">]>'
    text = head + '<mods xmlns="http://www.loc.gov/mods/v3"><note>&sea;</note></mods>'
    root = etree.fromstring(mods(open_document(text.encode()), "record1"))
    assert root.findtext(f"{MODS}note") == "the sea"


def test_dublin_core_tells_makers_from_helpers_and_topics_from_places(article: Document) -> None:
    root = etree.fromstring(dublin_core(article, "record1"))
    said = [(child.tag.removeprefix(DC), child.text) for child in root]
    assert ("title", "The House: a story") in said
    assert ("creator", "Aitmatov, Chingiz") in said
    assert ("contributor", "Ivanova, A.") in said
    assert ("publisher", "Mektep") in said
    assert ("date", "1970") in said
    assert ("language", "kir") in said
    assert ("language", "Kyrgyz") not in said
    assert ("subject", "Sea -- Fiction") in said
    assert ("coverage", "Issyk-Kul") in said
    assert ("relation", "Journal") in said
    assert ("identifier", "10.1/x") in said


def test_the_summary_reads_like_a_citation(article: Document) -> None:
    assert summary(article, "record1").decode().strip() == (
        "Aitmatov, Chingiz (1970). The House: a story. In: Journal, 5, pp. 7–9. "
        "Frunze: Mektep. DOI 10.1/x."
    )


def test_the_table_has_a_row_a_value_and_no_formula(article: Document) -> None:
    rows = list(csv.reader(io.StringIO(table(article, "record1").decode("utf-8-sig"))))
    assert rows[0] == ["address", "label", "value", "attributes"]
    assert ["record1/titleInfo/title", "Title", "House", ""] in rows
    assert rows[-1][2] == "'=1+1"


def test_a_record_that_is_not_there_is_a_key_error(article: Document) -> None:
    for kind in FORMATS:
        with pytest.raises(KeyError):
            kind.write(article, "record9")
