"""What came from where is known through edits, undo, saving, and changes on either side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalog_app.document import edits
from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.session.kept_traces import sidecar
from catalog_app.session.session import Session
from catalog_app.session.traces import Traces

TEXT = "Tashkent hosted a conference. Sabirov spoke of peace, Sabirov said. Peace was the topic."
RECORD = b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <name><namePart>Nazarova</namePart></name>
  <name><namePart>Sabirov</namePart></name>
  <subject><topic>peace</topic></subject>
</mods>
"""
KEY = "/somewhere/article.txt"


@pytest.fixture
def session(qapp, tmp_path: Path) -> Session:
    """A record in a file."""
    path = tmp_path / "record.xml"
    path.write_bytes(RECORD)
    return Session(open_document(RECORD), path)


@pytest.fixture
def traces(session: Session) -> Traces:
    """The traces of the record, with one from the first “Sabirov” to the second name."""
    made = Traces(session)
    add(made, "Sabirov", "record1/name[2]")
    return made


def add(traces: Traces, words: str, address: str, text: str = TEXT, key: str = KEY) -> None:
    """A trace from the first occurrence of some words."""
    at = text.index(words)
    traces.add(key, text, [(at, at + len(words))], parse_address(address), "name")


def where(traces: Traces, key: str = KEY) -> list[tuple[str, str]]:
    """The words and the address of every trace that is shown."""
    return [(trace.quote, str(trace.address)) for trace in traces.of(key)]


def change(session: Session, made: object) -> None:
    """Make an edit through the session."""
    assert session.perform(made)


def test_a_field_in_focus_leads_to_its_passage_and_back(traces: Traces) -> None:
    found = traces.at(parse_address("record1/name[2]/namePart"))
    assert [(key, trace.start) for key, trace in found] == [(KEY, TEXT.index("Sabirov"))]
    assert traces.at(parse_address("record1/name[1]/namePart")) == []


def test_a_trace_follows_its_field_when_one_before_it_goes_and_comes_back(
    session: Session, traces: Traces
) -> None:
    document = session.document
    change(session, edits.remove(document, parse_address("record1/name[1]")))
    assert where(traces) == [("Sabirov", "record1/name")]
    session.undo_stack.undo()
    assert where(traces) == [("Sabirov", "record1/name[2]")]


def test_a_trace_follows_a_field_that_is_moved(session: Session, traces: Traces) -> None:
    change(session, edits.move(session.document, parse_address("record1/name[2]"), -1))
    assert where(traces) == [("Sabirov", "record1/name")]
    session.undo_stack.undo()
    assert where(traces) == [("Sabirov", "record1/name[2]")]


def test_a_trace_stays_with_a_field_that_is_typed_in(session: Session, traces: Traces) -> None:
    field = parse_address("record1/name[2]/namePart")
    for value in ("Sabirova", "Somebody else"):
        change(session, edits.set_value(session.document, field, value))
        assert where(traces) == [("Sabirov", "record1/name[2]")]
    change(session, edits.move(session.document, parse_address("record1/name[2]"), -1))
    assert where(traces) == [("Sabirov", "record1/name")]


def test_a_trace_rests_while_its_field_is_gone_and_wakes_with_undo(
    session: Session, traces: Traces
) -> None:
    change(session, edits.remove(session.document, parse_address("record1/name[2]")))
    assert where(traces) == []
    session.undo_stack.undo()
    assert where(traces) == [("Sabirov", "record1/name[2]")]
    session.undo_stack.redo()
    assert where(traces) == []


def test_traces_are_kept_beside_the_file_and_never_inside_it(
    session: Session, traces: Traces
) -> None:
    session.save()
    assert session.path is not None
    assert session.path.read_bytes() == RECORD
    again = Traces(Session(open_document(RECORD), session.path))
    assert where(again) == where(traces)
    kept = json.loads(sidecar(session.path).read_text(encoding="utf-8"))
    assert kept["articles"][0]["traces"][0]["quote"] == "Sabirov"


def test_an_article_beside_the_record_is_named_from_there(session: Session, tmp_path: Path) -> None:
    made = Traces(session)
    add(made, "Sabirov", "record1/name[2]", key=str(tmp_path / "article.txt"))
    session.save()
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("record.xml", "record.xml.traces.json"):
        (tmp_path / name).rename(moved / name)
    again = Traces(Session(open_document(RECORD), moved / "record.xml"))
    assert where(again, str(moved / "article.txt")) == [("Sabirov", "record1/name[2]")]


def test_a_record_changed_by_another_program_keeps_what_can_be_known_again(
    session: Session, traces: Traces
) -> None:
    add(traces, "peace", "record1/subject")
    session.save()
    other = RECORD.replace(b"<name><namePart>Nazarova</namePart></name>", b"<note>new</note>")
    other = other.replace(b"<topic>peace</topic>", b"<topic>war and trade</topic>")
    again = Traces(Session(open_document(other), session.path))
    assert where(again) == [("Sabirov", "record1/name")]


def test_passages_are_found_again_in_an_article_that_has_changed(traces: Traces) -> None:
    changed = "A headline.\n\nSabirov is a name. " + TEXT.replace("spoke of", "spoke\nof")
    traces.place_in(KEY, changed)
    (trace,) = traces.of(KEY)
    assert changed[trace.start :].startswith("Sabirov spoke")


def test_a_passage_with_other_line_breaks_is_the_same_passage(traces: Traces) -> None:
    add(traces, "hosted a conference", "record1/subject")
    traces.place_in(KEY, TEXT.replace("a conference", "a\n  conference"))
    assert [t.end - t.start for t in traces.of(KEY)][-1] == len("hosted a\n  conference")


def test_a_passage_that_is_gone_rests_and_comes_back(traces: Traces) -> None:
    traces.place_in(KEY, "Nothing of that.")
    assert where(traces) == []
    traces.place_in(KEY, TEXT)
    assert where(traces) == [("Sabirov", "record1/name[2]")]


def test_what_was_dismissed_stays_away_in_a_later_session(session: Session, traces: Traces) -> None:
    traces.dismiss(KEY, "topic", "peace")
    session.save()
    again = Traces(Session(open_document(RECORD), session.path))
    assert again.source(KEY).dismissed == {("topic", "peace")}


def test_a_damaged_file_of_traces_is_left_alone(session: Session) -> None:
    assert session.path is not None
    for broken in ("", "[]", '{"articles": [{}]}', '{"articles": [{"article": "a", "traces": 1}]}'):
        sidecar(session.path).write_text(broken, encoding="utf-8")
        assert Traces(session).sources == {}


def test_without_traces_no_file_is_left_beside_the_record(session: Session) -> None:
    Traces(session)
    session.save()
    assert session.path is not None
    assert not sidecar(session.path).exists()
