"""The checks over real records: how often they speak, and that nothing breaks them.

The figures are ceilings: whoever makes a check speak more often than this has to read what it
says over the corpus first.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from catalog_app.validation.values import QUIET_RULES
from catalog_app.validation.values.codes import check_code
from catalog_app.validation.values.dates import check_date
from catalog_app.validation.values.identifiers import check_identifier
from catalog_app.validation.values.names import check_name
from catalog_app.validation.values.text import check_text
from catalog_app.validation.values.urls import check_url

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
MODS = "{http://www.loc.gov/mods/v3}"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
LONG = ("abstract", "note", "tableOfContents", "accessCondition")
PLAIN = {"form", "genre", "place", "publisher", "namePart", "title", "subTitle", "topic"}


@cache
def elements() -> list[etree._Element]:
    parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False, no_network=True)
    found = []
    for file in sorted(CORPUS.rglob("*")):
        if file.is_file() and file.suffix not in (".tsv", ".md", ".txt"):
            try:
                root = etree.fromstring(file.read_bytes(), parser)
            except (etree.XMLSyntaxError, ValueError):
                continue
            found += [] if root is None else list(root.iter(f"{MODS}*"))
    return found


def leaves(*names: str):
    for element in elements():
        if element.tag[len(MODS) :] in names and len(element) == 0:
            yield element


def test_dates_of_the_corpus():
    names = {e.tag[len(MODS) :] for e in elements() if "Date" in e.tag or "date" in e.tag}
    count: Counter[str] = Counter()
    total = 0
    for element in leaves(*names):
        total += 1
        for problem in check_date(element.text or "", element.get("encoding", "")):
            count[problem.rule] += 1
    assert total > 400
    assert count["date.edtf"] <= 1
    assert count["date.w3cdtf"] <= 3
    assert count["date.impossible"] <= 2
    assert count["date.future"] == 0


def test_identifiers_and_addresses_of_the_corpus():
    problems = [
        problem
        for element in leaves("identifier")
        for problem in check_identifier(element.text or "", element.get("type", ""))
    ]
    assert {p.severity for p in problems} <= {"advice"}
    assert len(problems) <= 5
    assert [e.text for e in leaves("url") if check_url(e.text or "")] == []


def test_names_of_the_corpus():
    count: Counter[str] = Counter()
    names = [e for e in elements() if e.tag == f"{MODS}name"]
    for name in names:
        parts = [(p.get("type", ""), p.text or "") for p in name.iterchildren(f"{MODS}namePart")]
        count.update(p.rule for p in check_name(parts, name.get("type", "")))
    loud = {rule: n for rule, n in count.items() if rule not in QUIET_RULES}
    assert len(names) > 300
    assert sum(loud.values()) <= 20, loud


def test_texts_of_the_corpus():
    count: Counter[str] = Counter()
    total = 0
    for element in leaves(*PLAIN, *LONG):
        total += 1
        name = element.tag[len(MODS) :]
        found = check_text(element.text or "", one_line=name not in LONG, title=name == "title")
        count.update(p.rule for p in found)
    loud = {rule: n for rule, n in count.items() if rule not in QUIET_RULES}
    assert total > 1500
    assert sum(loud.values()) <= 40, loud
    assert count["text.mixed-scripts"] == 0
    assert count["text.garbled"] == 0


def test_codes_of_the_corpus():
    wrong = Counter(
        element.text
        for element in leaves("languageTerm", "placeTerm", "scriptTerm", "roleTerm")
        if element.get("type") == "code"
        and check_code(element.text or "", element.get("authority", ""))
    )
    assert set(wrong) <= {"ger", "xyz", "zh", "XG-DR", "XA-FR"}
