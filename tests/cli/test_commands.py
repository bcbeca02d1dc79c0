"""The command line, as a user or a script meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from catalog_app import cli, paths
from tests.document.shapes import EDITABLE, encoded
from tests.real_files import CORPUS, SEED, needs_corpus, oracle, wellformed_files

TOP = Path(__file__).resolve().parents[2]
METS2 = b'<mets xmlns="http://www.loc.gov/METS/v2"><metsHdr/></mets>'


class Runner:
    """Calls the program in this process and keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: str | Path) -> int:
        status = cli.main([str(argument) for argument in arguments])
        self.out, self.err = self._capsys.readouterr()
        return status

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    return Runner(capsys)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.xml"
    path.write_bytes(EDITABLE["bare_mets"])
    return path


def test_show_prints_every_field_with_its_address(run: Runner, record: Path) -> None:
    assert run("show", record) == 0
    assert "UTF-8, 2 parts" in run.out
    assert "titleInfo/title" in run.out
    assert run("show", record, "--format", "json") == 0
    package, described = run.json["parts"]
    assert (package["kind"], described["kind"]) == ("mets", "bare")
    title = described["fields"][0]
    assert title == {"address": "record1/titleInfo/title", "label": "Title", "value": "One"}


@pytest.mark.parametrize("data", [*EDITABLE.values(), *encoded().values()])
def test_an_address_that_show_prints_works_in_set(run: Runner, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "record.xml"
    path.write_bytes(data)
    assert run("show", path, "--format", "json") == 0
    fields = [field for part in run.json["parts"] for field in part["fields"]]
    assert fields
    same = [f"{field['address']}={field['value']}" for field in fields]
    assert run("set", path, *same) == 0
    assert path.read_bytes() == data
    changed = [f"{field['address']}=Новое {n}" for n, field in enumerate(fields)]
    assert run("set", path, *changed) == 0, run.err
    assert run("show", path, "--format", "json") == 0
    again = [field for part in run.json["parts"] for field in part["fields"]]
    assert [field["value"] for field in again] == [f"Новое {n}" for n in range(len(fields))]


def test_set_changes_one_value_and_no_other_byte(run: Runner, record: Path) -> None:
    before = record.read_bytes()
    assert run("set", record, "titleInfo/title=Two = 2", "name[2]/@type=") == 0
    expected = before.replace(b">One<", b">Two = 2<")
    at = expected.rindex(b'type="personal"')
    expected = expected[:at] + b'type=""' + expected[at + len(b'type="personal"') :]
    assert record.read_bytes() == expected
    assert (run.out, run.err) == ("", "")


def test_set_says_which_field_it_leaves_empty(run: Runner, record: Path) -> None:
    assert run("set", record, "titleInfo/title=") == 0
    assert "titleInfo/title is empty now" in run.err


def test_set_into_another_file_leaves_the_first(run: Runner, record: Path) -> None:
    out, before = record.with_name("out.xml"), record.read_bytes()
    assert run("set", record, "-o", out) == 0
    assert out.read_bytes() == before
    assert run("set", record, "note=A note", "-o", out) == 0
    assert record.read_bytes() == before
    assert b"<mods:note>A note</mods:note>" in out.read_bytes()


@pytest.mark.parametrize(
    "assignment",
    ["titleInfo/titel=x", "record2/titleInfo/title=x", "name[9]/namePart=x", "note=", "a b[x=1",
     "titleInfo/@nonesuch=x"],
)  # fmt: skip
def test_an_address_that_is_not_there_is_said(run: Runner, record: Path, assignment: str) -> None:
    before = record.read_bytes()
    assert run("set", record, "titleInfo/title=x", assignment) == 3
    assert record.read_bytes() == before
    assert len(run.err.splitlines()) == 1
    assert run.err.startswith(str(record))


def test_a_misspelt_address_gets_the_nearest_name(run: Runner, record: Path) -> None:
    run("set", record, "titleInfo/titel=x")
    assert "Did you mean title?" in run.err


@pytest.mark.parametrize("assignment", ["nonsense", "titleInfo=x", "titleInfo/title=\x00"])
def test_what_cannot_be_set_is_said(run: Runner, record: Path, assignment: str) -> None:
    before = record.read_bytes()
    assert run("set", record, assignment) == 2
    assert record.read_bytes() == before
    assert len(run.err.splitlines()) == 1


def test_mets_2_is_shown_and_checked_but_not_changed(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "mets2.xml"
    path.write_bytes(METS2)
    assert run("set", path, "package1/@OBJID=x") == 2
    assert "METS 2, which is shown and checked here but not changed" in run.err
    assert run("show", path) == 0
    assert run("validate", path) in (0, 1)
    assert run("set", path, "-o", tmp_path / "copy.xml") == 0
    assert (tmp_path / "copy.xml").read_bytes() == METS2


def test_a_file_with_an_attack_on_board_is_not_changed(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b'<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]>' + EDITABLE["mods"])
    assert run("set", path, "titleInfo/title=x") == 2
    assert "read-only" in run.err


def test_validate_judges_each_part(run: Runner, record: Path) -> None:
    status = run("validate", record, "--format", "json")
    assert [part["kind"] for part in run.json["parts"]] == ["mets", "bare"]
    errors = [f for p in run.json["parts"] for f in p["findings"] if f["severity"] == "error"]
    assert status == bool(errors)
    assert run("validate", record, "--mods-version", "3.0", "--format", "json") == status
    assert run.json["parts"][1]["version"] == "3.0"
    assert run("validate", record, "--mods-version", "4.0") == 2


def test_a_folder_stands_for_its_xml_files(run: Runner, record: Path) -> None:
    (record.parent / "deep").mkdir()
    (record.parent / "deep" / "Other.XML").write_bytes(EDITABLE["mods"])
    (record.parent / "broken.xml").write_bytes(b"<a>\n<b></a>")
    (record.parent / "no.txt").write_text("no", encoding="utf-8")
    assert run("validate", record.parent, "--format", "json") == 2
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert [Path(line["file"]).name for line in lines] == ["broken.xml", "Other.XML", "record.xml"]
    assert lines[0]["well_formed"] is False
    assert lines[0]["error"].startswith("line 2: ")
    assert run.err.startswith(f"{record.parent / 'broken.xml'}:2:8: ")


def test_an_empty_folder_and_a_missing_file_are_said(run: Runner, tmp_path: Path) -> None:
    assert run("validate", tmp_path) == 2
    assert run("show", tmp_path / "none.xml") == 2
    assert "no such file" in run.err


def test_fix_lists_and_mends(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    data = EDITABLE["bare_mets"].replace(b">One<", b">One  two<")
    path.write_bytes(data)
    assert run("fix", path) == 0
    assert run("fix", path, "--list") == 0
    assert path.read_bytes() == data
    out = tmp_path / "mended.xml"
    assert run("fix", path, "--all-safe", "-o", out) == 0
    assert path.read_bytes() == data
    assert b">One two<" in out.read_bytes()
    assert run("fix", out, "--all-safe") == 0
    assert "nothing to mend" in run.out


def test_fields_answers_to_names_labels_and_tags(run: Runner) -> None:
    for name in ("title", "Title", "titleInfo/title", "245"):
        assert run("fields", name) == 0
        assert "Path:         titleInfo/title\n" in run.out
    assert run("fields", "--format", "json") == 0
    assert len(run.json["elements"]) > 100
    assert run("fields", "nonesuch") == 3


def test_describe_offers_and_writes(run: Runner, tmp_path: Path) -> None:
    article, out = tmp_path / "article.txt", tmp_path / "record.xml"
    article.write_text(
        "ASTANA. KAZINFORM – Director Kabuljon Sabirov said in Tashkent on April 14, 2026 that "
        "water matters to Uzbekistan.\n" * 3,
        encoding="utf-8",
    )
    assert run("describe", article) == 0
    assert "Sabirov" in run.out
    assert run("describe", article, "--format", "json") == 0
    assert {s["kind"] for s in run.json["suggestions"]} >= {"person", "place", "language"}
    assert run("describe", article, "-o", out) == 0
    assert b"Sabirov" in out.read_bytes()
    assert run("validate", out) == 0
    assert run("describe", article, "--template", "nonesuch") == 2


@pytest.mark.skipif(os.name == "nt", reason="file names are bytes on Unix only")
def test_file_names_that_are_no_text_are_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.xml"
    Path(os.fsdecode(path)).write_bytes(EDITABLE["mods"])
    done = _process("show", os.fsdecode(path), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["file"].endswith("\udcff.xml")


def _process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment = {**kept, "PYTHONPATH": str(TOP), **variables}
    command = [sys.executable, "-m", "catalog_app", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, check=False, timeout=60)


def test_a_window_without_a_display_is_one_line() -> None:
    done = _process("some.xml", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "There is no display for the window. “catalog-app --help” lists commands."
    ]


def test_a_command_misspelled_opens_no_window_and_the_near_one_is_named(run: Runner) -> None:
    assert run("shwo", "x.xml") == 2
    assert run.err == "“shwo” is neither a command nor a file. Did you mean “show”?\n"
    assert run("qqq") == 2
    assert "Commands are show, set, validate" in run.err


def test_a_command_never_loads_qt(record: Path) -> None:
    for command in ("show", "validate", "fix"):
        script = (
            "import sys; from catalog_app.cli import main; "
            f"main([{command!r}, {str(record)!r}]); "
            "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
        )
        environment = {**os.environ, "PYTHONPATH": str(TOP)}
        assert subprocess.run([sys.executable, "-c", script], env=environment, check=False,
                              capture_output=True).returncode == 0  # fmt: skip


def test_a_reader_that_goes_away_does_no_harm(record: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    command = f"{sys.executable} -m catalog_app fields | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, env=environment, check=False)
    assert done.stderr == b""


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(command in said for command in cli.COMMANDS)


def test_the_shipped_example_can_be_shown_and_mended(run: Runner, tmp_path: Path) -> None:
    example = paths.resources() / "examples" / "eprint_export.xml"
    assert run("show", example) == 0
    assert run("validate", example) == 1
    assert run("fix", example, "--all-safe", "-o", tmp_path / "mended.xml") == 0
    assert run("validate", tmp_path / "mended.xml") == 0


@needs_corpus
def test_the_seed_gets_a_title_and_nothing_else(run: Runner, tmp_path: Path) -> None:
    path, data = tmp_path / "seed.xml", SEED.read_bytes()
    path.write_bytes(data)
    assert run("show", path, "--format", "json") == 0
    title = run.json["parts"][1]["fields"][0]
    assert run("set", path, f"{title['address']}=Better") == 0
    start = data.index(b"<mods:title>") + 12
    end = data.index(b"</mods:title>")
    assert path.read_bytes() == data[:start] + b"Better" + data[end:]
    assert run("set", path, f"{title['address']}={title['value']}") == 0
    assert path.read_bytes() == data


@needs_corpus
def test_verdicts_are_those_of_the_official_schemas(run: Runner) -> None:
    for path in wellformed_files():
        run("validate", path, "--format", "json")
        ours = [(p["kind"], p["version"], p["path"], p["valid"]) for p in run.json["parts"]]
        judged = oracle().judge(path)["parts"]
        theirs = [(p["kind"], p["version"], p["path"], p["valid"]) for p in judged]
        assert ours == theirs, path.relative_to(CORPUS)


@needs_corpus
def test_show_lists_the_parts_that_validate_judges(run: Runner) -> None:
    for path in wellformed_files()[::3]:
        run("show", path, "--format", "json")
        ours = [(p["kind"], p["version"]) for p in run.json["parts"]]
        theirs = [(p["kind"], p["version"]) for p in oracle().judge(path)["parts"]]
        assert ours == theirs, path.relative_to(CORPUS)


def test_the_packages_of_a_list_become_files(run: Runner, tmp_path: Path) -> None:
    path, folder = tmp_path / "list.xml", tmp_path / "apart"
    path.write_bytes((paths.resources() / "examples" / "eprints_list.xml").read_bytes())
    data = path.read_bytes()
    assert run("fix", path, "--rule", "eprints.Q6") == 2
    assert "-o FOLDER" in run.err
    assert run("fix", path, "--rule", "eprints.Q6", "-o", folder) == 0
    assert sorted(file.name for file in folder.iterdir()) == [
        "eprint_40011.xml",
        "eprint_40012.xml",
    ]
    assert path.read_bytes() == data
    assert run("fix", path, "--rule", "eprints.Q6", "-o", folder) == 2
    assert "already" in run.err


def test_rules_are_listed_and_switched_off(run: Runner) -> None:
    example = paths.resources() / "examples" / "eprint_export.xml"
    assert run("validate", "--rules") == 0
    assert "eprints.Q6" in run.out
    run("validate", example)
    assert "capitals" in run.out
    run("validate", example, "--without", "eprints")
    assert "capitals" not in run.out
    assert run("validate", example, "--without", "eprints.Q66") == 2
    assert "Did you mean eprints.Q6?" in run.err
    assert run("fix", example, "--rule", "eprint.Q6") == 2


def test_a_file_that_cannot_be_read_does_not_keep_others_from_being_shown(
    run: Runner, record: Path
) -> None:
    (record.parent / "broken.xml").write_bytes(b"<a>")
    assert run("show", record.parent) == 2
    assert "broken.xml" in run.err
    assert "record.xml" in run.out
