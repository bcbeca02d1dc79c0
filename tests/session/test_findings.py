"""Findings follow the document: the record soon, the whole file in the background."""

from __future__ import annotations

import pytest

from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.document.edits import duplicate, remove, set_value
from catalog_app.session import judging
from catalog_app.session.findings import Findings
from catalog_app.session.session import Session
from catalog_app.validation.run import Rules, validate
from tests.document.shapes import bare_mets, mods
from tests.large import large_mets
from tests.real_files import SEED, needs_corpus


def at(text):
    return parse_address(text)


@pytest.fixture
def watched(qtbot):
    made = []

    def make(data, wait=True):
        text = data.encode() if isinstance(data, str) else data
        session = Session(open_document(text))
        findings = Findings(session)
        made.append((session, findings))
        if wait:
            qtbot.waitUntil(lambda: bool(findings.reports))
        return session, findings

    yield make
    for session, findings in made:
        findings.close()
        findings.deleteLater()
        session.deleteLater()


def test_the_whole_file_is_judged_when_it_is_opened(watched):
    session, findings = watched(bare_mets())
    expected = validate(session.document.text)
    assert findings.reports == tuple(expected)
    assert findings.items == tuple(f for report in expected for f in report.findings)


def test_a_finding_appears_soon_after_the_key_that_causes_it(watched, qtbot):
    session, findings = watched(mods())
    place = at("record1/titleInfo/title")
    assert findings.at(place) == []
    with qtbot.waitSignal(findings.changed):
        session.perform(set_value(session.document, place, "Two  blanks"))
    assert findings.at(place)
    assert findings._later.isActive()  # the record was judged, the whole file not yet again
    assert findings.counts(at("record1")) >= findings.counts(place)
    assert sum(findings.counts(at("record1/titleInfo"))) == len(findings.at(place))


def test_undo_takes_the_finding_back(watched, qtbot):
    session, findings = watched(mods())
    before = findings.items
    with qtbot.waitSignal(findings.changed):
        session.perform(set_value(session.document, at("record1/titleInfo/title"), "Two  blanks"))
    with qtbot.waitSignal(findings.changed):
        session.undo_stack.undo()
    assert findings.items == before


def test_what_was_found_in_an_older_state_is_dropped(watched, qtbot):
    session, findings = watched(bare_mets(), wait=False)
    with qtbot.waitSignal(findings.busy):
        pass
    session.perform(remove(session.document, at("package1/fileSec")))
    qtbot.waitUntil(lambda: bool(findings.reports))
    assert findings.reports == tuple(validate(session.document.text))


def test_a_new_record_is_judged_under_its_own_name(watched, qtbot):
    ns = 'xmlns:mods="http://www.loc.gov/mods/v3"'
    session, findings = watched(f"<mods:modsCollection {ns}>{mods()}</mods:modsCollection>")
    session.perform(duplicate(session.document, at("record1")))
    qtbot.waitUntil(lambda: len(findings.reports) == 3 - (findings.reports[0].kind == "mods"))
    assert {report.name for report in findings.reports} >= {"record1", "record2"}


def test_an_attribute_is_asked_for_by_itself(watched):
    text = mods().replace('type="family"', 'type="famly"')
    _, findings = watched(text)
    place = at("record1/name/namePart")
    assert findings.at(place)
    assert findings.at(place.at("type")) == findings.at(place)
    assert findings.at(place.at("lang")) == []


def test_a_rule_that_is_switched_off_is_silent_until_it_is_switched_on(watched, qtbot):
    _, findings = watched(mods().replace("One", "Two  blanks"))
    rule = findings.at(at("record1/titleInfo/title"))[0].rule
    findings.switch_off(rule)
    assert all(item.rule != rule for item in findings.items)
    with qtbot.waitSignal(findings.changed):
        findings.switch_on(rule)
    assert any(item.rule == rule for item in findings.items)


@needs_corpus
def test_all_safe_repairs_are_one_step_that_undo_takes_back(watched, qtbot):
    session, findings = watched(SEED.read_bytes())
    before = b"".join(session.document.chunks())
    found = []
    findings.look_for_safe(lambda edit, mended: found.append((edit, mended)))
    qtbot.waitUntil(lambda: bool(found))
    edit, mended = found[0]
    assert len(mended.repairs) >= 3
    assert session.perform(edit)
    assert session.undo_stack.count() == 1
    after = [f for report in validate(session.document.text) for f in report.findings]
    assert len(after) < len(findings.items)
    session.undo_stack.undo()
    assert b"".join(session.document.chunks()) == before


@needs_corpus
def test_looking_for_safe_repairs_changes_nothing(watched, qtbot):
    session, findings = watched(SEED.read_bytes())
    before = b"".join(session.document.chunks())
    found = []
    findings.look_for_safe(lambda edit, mended: found.append((edit, mended)))
    qtbot.waitUntil(lambda: bool(found))
    edit, mended = found[0]
    assert edit is not None
    assert mended.repairs
    assert mended.lines
    assert b"".join(session.document.chunks()) == before
    assert session.undo_stack.count() == 0


def test_one_repair_is_one_step_named_by_its_title(watched):
    session, findings = watched(mods().replace("One", "Two  blanks"))
    finding = next(f for f in findings.items if f.fixes)
    assert findings.apply(finding, finding.fixes[0])
    assert session.undo_stack.undoText() == finding.fixes[0].title


def test_a_large_file_is_judged_in_a_process_with_the_same_result():
    text = large_mets(3_000)
    assert len(text) > judging.LARGE
    told = []
    assert judging.judge([memoryview(text)], Rules(), told.append) == validate(text)
    assert told


def test_a_snapshot_holds_the_bytes_as_they_are_now():
    document = open_document(bare_mets().encode())
    place = at("record1/titleInfo/title")
    document.apply(set_value(document, place, "Two"))
    document.apply(remove(document, at("package1/fileSec")))
    assert b"".join(judging.snapshot(document)) == document.text


def test_a_large_file_is_given_up_at_once_when_asked(watched, qtbot):
    _, findings = watched(large_mets(60_000), wait=False)
    with qtbot.waitSignal(findings.busy):
        pass
    findings.close()
    assert not findings._jobs.running
    assert not findings.reports


def test_the_window_has_its_turn_while_a_file_is_judged(watched, qtbot):
    ns = 'xmlns:mods="http://www.loc.gov/mods/v3"'
    many = f"<mods:modsCollection {ns}>{mods() * 300}</mods:modsCollection>"
    _, findings = watched(many, wait=False)
    turns = 0
    while not findings.reports:
        qtbot.wait(1)
        turns += 1
    assert turns > 10
