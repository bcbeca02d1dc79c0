"""The links of a package that was saved in another folder."""

from pathlib import Path

from catalog_app.document.document import Document, open_document
from catalog_app.document.moved import astray, location_of, relinked
from tests.document.reversible import reversible

_PACKAGE = """<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <fileSec><fileGrp>
    <file ID="a"><FLocat LOCTYPE="URL" xlink:href="my%20text.txt"/></file>
    <file ID="b"><FLocat LOCTYPE="URL" xlink:href="gone.txt"/></file>
    <file ID="c"><FLocat LOCTYPE="URL" xlink:href="https://example.org/c.txt"/></file>
  </fileGrp></fileSec>
  <structMap><div/></structMap>
</mets>"""


def _package(folder: Path) -> Document:
    folder.mkdir()
    (folder / "my text.txt").write_text("A text.", encoding="utf-8")
    return open_document(_PACKAGE.encode())


def test_only_links_that_led_somewhere_went_astray(tmp_path: Path) -> None:
    document = _package(tmp_path / "old")
    (tmp_path / "new").mkdir()
    found = list(astray(document, tmp_path / "old", tmp_path / "new"))
    assert [(one.location, one.wanted) for one in found] == [
        ("my%20text.txt", "../old/my%20text.txt")
    ]


def test_a_package_whose_files_came_along_has_no_link_astray(tmp_path: Path) -> None:
    document = _package(tmp_path / "old")
    (tmp_path / "new").symlink_to(tmp_path / "old", target_is_directory=True)
    assert not list(astray(document, tmp_path / "old", tmp_path / "new"))


def test_corrected_links_lead_to_their_files_again(tmp_path: Path) -> None:
    document = _package(tmp_path / "old")
    (tmp_path / "new").mkdir()
    edit = relinked(document, list(astray(document, tmp_path / "old", tmp_path / "new")))
    assert edit is not None
    reversible(document, edit)
    document.apply(edit)
    assert not list(astray(document, tmp_path / "old", tmp_path / "new"))
    assert b'xlink:href="../old/my%20text.txt"' in b"".join(document.chunks())


def test_a_location_goes_up_and_down(tmp_path: Path) -> None:
    assert location_of(tmp_path / "a" / "b c.txt", tmp_path / "x" / "y") == "../../a/b%20c.txt"


def test_a_record_has_no_links(tmp_path: Path) -> None:
    record = open_document(b'<mods xmlns="http://www.loc.gov/mods/v3"/>')
    assert not list(astray(record, tmp_path, tmp_path / "new"))
