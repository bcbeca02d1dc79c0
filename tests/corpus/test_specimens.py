"""Documents made from the data, line by line, are valid by the official schemas."""

from __future__ import annotations

import pytest
from lxml import etree

from catalog_app.schema.compile import reachable
from catalog_app.schema.load import load
from catalog_app.schema.model import short
from catalog_app.validation.schema_check import check_package, check_record
from tests.agreement import all_versions
from tests.real_files import CORPUS, oracle
from tests.specimen import specimen

needs_official = pytest.mark.skipif(not CORPUS.is_dir(), reason="the official schemas are not here")


@pytest.mark.parametrize(("standard", "version"), all_versions())
def test_a_document_with_all_that_the_data_has_is_valid(standard: str, version: str) -> None:
    check = check_record if standard == "mods" else check_package
    for seed in (None, 1, 2, 3):
        root = etree.fromstring(etree.tostring(specimen(standard, version, seed)))
        assert check(root, version) == []


@needs_official
@pytest.mark.parametrize(("standard", "version"), all_versions())
def test_the_official_schema_says_so_too(standard: str, version: str) -> None:
    judge = oracle()
    schema = judge.schema(f"{standard.rstrip('2')}-{version.replace('.', '-')}")
    for seed in (None, 1, 2, 3):
        root = etree.fromstring(etree.tostring(specimen(standard, version, seed)))
        assert judge._errors(schema, root) == []


@pytest.mark.parametrize("version", load("mods").versions)
def test_the_specimen_leaves_nothing_out(version: str) -> None:
    schema = load("mods")
    root = specimen("mods", version)
    made = {etree.QName(e).localname for e in root.iter(f"{{{schema.namespace}}}*")}
    entries = reachable(schema, version)
    names = {entry.name for entry in entries.values()} - {"modsCollection"}
    # etal excludes the parts of a name, and only one of the two is taken
    assert names - made <= {"etal"}
    attributes = {short(str(a)) for e in root.iter(etree.Element) for a in e.attrib}
    known = {a.name for entry in entries.values() for a in entry.attributes_in(version)}
    assert known == attributes
