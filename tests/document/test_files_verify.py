"""What verifying says: only what was looked at and compared is called right."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog_app.document.files_rows import FileRow
from catalog_app.document.files_verify import Tally, Verdict, tally, verify
from catalog_app.document.locations import is_relative, local_path

SUMS = {
    "MD5": "900150983cd24fb0d6963f7d28e17f72",
    "SHA-256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
}


def row(location: str, **known: str) -> FileRow:
    given = {"size": "", "checksum": "", "checksum_type": "", "location_type": "URL", **known}
    return FileRow("f1", "g", "", "", created="", location=location, **given)


def judged(folder: Path | None, *rows: FileRow) -> list[Verdict]:
    return verify(rows, len(rows), folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(b"abc")
    return tmp_path


@pytest.mark.parametrize(
    ("known", "state"),
    [
        ({"size": "3"}, "right"),
        ({"size": "4"}, "changed"),
        ({"size": "three"}, "unknown"),
        ({}, "unknown"),
        ({"checksum": SUMS["MD5"].upper(), "checksum_type": "MD5"}, "right"),
        ({"checksum": SUMS["SHA-256"], "checksum_type": "MD5"}, "changed"),
        ({"checksum": "00", "checksum_type": "HAVAL"}, "unknown"),
        ({"checksum": "00"}, "unknown"),
    ],
)
def test_a_file_is_right_only_if_it_was_compared(
    folder: Path, known: dict[str, str], state: str
) -> None:
    assert judged(folder, row("a.txt", **known))[0].state == state


def test_what_was_compared_by_its_size_alone_is_counted_as_such(folder: Path) -> None:
    found = judged(folder, row("a.txt", size="3", checksum="00", checksum_type="TIGER"))
    assert tally(found) == Tally(right=1, partly=1)
    assert "TIGER" in found[0].reason
    assert not tally(found).is_perfect
    assert tally(judged(folder, row("a.txt", size="3"))).is_perfect


def test_what_is_on_the_web_is_not_called_right(folder: Path) -> None:
    found = judged(
        folder, row("https://example.org/a.txt", size="3"), row("1/2", location_type="HANDLE")
    )
    assert tally(found) == Tally(elsewhere=2)
    assert not tally(found).is_perfect
    assert not tally([]).is_perfect


def test_without_a_folder_nothing_is_looked_for_where_the_program_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "other.txt").write_bytes(b"x")
    assert local_path("a.txt", None) is None
    assert local_path("file:///x/a%20b.txt", None) == Path("/x/a b.txt")
    found = judged(None, row("a.txt", size="3"))
    assert [one.state for one in found] == ["unknown"]
    assert "not saved yet" in found[0].reason


def test_only_folders_that_hold_a_file_of_the_package_are_looked_into(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "b.txt").write_bytes(b"b")
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", ".hidden"):
        (folder / name).write_bytes(b"x")
    found = judged(folder, row("/nonexist", size="1"), row("deep/none.txt"), row("a.txt", size="3"))
    assert [one.state for one in found] == ["missing", "missing", "right"]
    (folder / "more.txt").write_bytes(b"x")
    found = judged(folder, row("a.txt", size="3"))
    assert [one.location for one in found if one.state == "extra"] == ["more.txt"]


def test_names_as_written_and_encoded_lead_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "стр 1.txt").write_bytes(b"abc")
    (tmp_path / "50%25.txt").write_bytes(b"abc")
    (tmp_path / "50%.txt").write_bytes(b"abc")
    encoded = "%D1%81%D1%82%D1%80%201.txt"
    for location in ("стр 1.txt", encoded, "50%25.txt", "50%.txt"):
        assert judged(tmp_path, row(location, size="3"))[0].state == "right"
    (tmp_path / "50%.txt").unlink()
    found = judged(tmp_path, *(row(name, size="3") for name in ("50%25.txt", encoded)))
    assert tally(found) == Tally(right=2)


def test_a_file_that_cannot_be_read_ends_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("catalog_app.document.files_verify.checksum", refuse)
    found = judged(folder, row("a.txt", checksum="00", checksum_type="MD5"), row("x" * 5000))
    assert [one.state for one in found] == ["unknown", "missing"]
    assert "Permission denied" in found[0].reason


@pytest.mark.parametrize(
    ("location", "relative"),
    [("a.txt", True), ("b/a.txt", True), ("/a.txt", False), ("file:///a", False),
     ("http://x/a", False), ("urn:x:a", False), ("", False)],
)  # fmt: skip
def test_what_needs_a_folder_is_known(location: str, relative: bool) -> None:
    assert is_relative(location) is relative
