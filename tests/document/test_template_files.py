"""Template files that a user wrote, right and wrong: what can be offered is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog_app import paths
from catalog_app.document.template_files import faults, templates
from catalog_app.validation.words import say

GOOD = """title = "Postcard"
description = "A card that was sent"

[[field]]
path = "titleInfo/title"
level = "required"

[[field]]
path = "name[type=personal]/namePart"
"""


def own(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_what_is_shipped_has_no_fault() -> None:
    assert faults(paths.resources() / "templates") == []


def test_an_own_template_is_offered_and_one_may_take_the_place_of_a_shipped(tmp_path: Path) -> None:
    own(tmp_path, postcard=GOOD, book=GOOD.replace("Postcard", "Our books"))
    titles = {one.id: one.title for one in templates(own=tmp_path)}
    assert (titles["postcard"], titles["book"]) == ("Postcard", "Our books")
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD.replace('"Postcard"', '"Postcard'), 1, "cannot be understood"),
        (GOOD.replace("[[field]]", "[[field]", 1), 4, "cannot be understood"),
        ("[[field]]\npath = '''titleInfo", 2, "cannot be understood"),
        ('version = "9.9"\n' + GOOD, 1, "“9.9” is no version of MODS"),
        ("version = 3\n" + GOOD, 1, "“3” is no version of MODS"),
        ("field = 3\n", 1, "every field begins with"),
        ("x = " + "[" * 5000, 1, "cannot be understood"),
    ],
)
def test_a_file_that_cannot_be_used_is_left_out_and_the_others_are_offered(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    own(tmp_path, broken=text, postcard=GOOD)
    offered = {one.id for one in templates(own=tmp_path)}
    assert offered == {one.id for one in templates(own=tmp_path / "none")} | {"postcard"}
    (fault,) = faults(tmp_path)
    assert (fault.file.name, fault.line) == ("broken.toml", line)
    assert words in str(fault)
    assert "broken.toml" in str(fault)
    assert say(fault.message, "ru") != fault.message


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("titelInfo/title", "MODS has no field “titelInfo”"),
        ("titleInfo/titel", "MODS has no field “titleInfo/titel”"),
        ("titleInfo/@type", "MODS has no field “titleInfo/@type”"),
        ("name[kind=personal]/namePart", "“name” has no attribute “kind” in MODS"),
        ("name[type=persona]/namePart", "“persona” is no value of the attribute “type”"),
        ("subject[topics]/topic", "MODS has no field “subject/topics”"),
        ("name[type=personal/namePart", "is not written as a path is"),
        ("titleInfo//title", "is not written as a path is"),
        ("", "a field has no path"),
    ],
)
def test_a_path_that_no_record_can_have_is_said_and_left_out(
    tmp_path: Path, path: str, words: str
) -> None:
    own(tmp_path, postcard=f'{GOOD}\n[[field]]\nlevel = "optional"\npath = "{path}"\n')
    made = next(one for one in templates(own=tmp_path) if one.id == "postcard")
    assert len(made.fields) == 2
    (fault,) = faults(tmp_path)
    assert (fault.line, words in str(fault)) == (13, True), str(fault)
    assert say(fault.message, "ru") != fault.message


def test_a_level_that_there_is_not_is_said_with_its_line(tmp_path: Path) -> None:
    own(tmp_path, postcard=GOOD.replace('"required"', '"must"'))
    (fault,) = faults(tmp_path)
    assert fault.line == 6
    assert "“must” is no level" in str(fault)


def test_what_is_no_text_at_all_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('title = "Bücher"\n'.encode("latin-1"))
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "nowhere.toml").symlink_to(tmp_path / "missing")
    own(tmp_path, numbers="title = 3\ndescription = []\nru = 4\n[[field]]\npath = 7\nhint = 1\n")
    assert "numbers" in {one.id for one in templates("ru", own=tmp_path)}
    assert {fault.file.stem for fault in faults(tmp_path)} == {"latin", "folder", "numbers"}


def test_a_file_that_is_mended_is_read_again(tmp_path: Path) -> None:
    own(tmp_path, postcard=GOOD.replace('"Postcard"', '"Postcard'))
    assert faults(tmp_path)
    own(tmp_path, postcard=GOOD)
    assert not faults(tmp_path)
    assert any(one.id == "postcard" for one in templates(own=tmp_path))


def test_a_template_asks_for_what_those_ask_for_that_it_goes_beyond(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('beyond = "level-2"\n[[field]]\npath = "note"\n')
    (tmp_path / "round.toml").write_text('beyond = "round"\n[[field]]\npath = "note"\n')
    (tmp_path / "lone.toml").write_text('beyond = "level-9"\n[[field]]\npath = "note"\n')
    found = {one.id: one for one in templates(own=tmp_path)}
    assert found["ours"].fields[:-1] == found["level-2"].fields
    assert found["level-2"].fields[: len(found["level-1"].fields)] == found["level-1"].fields
    assert found["ours"].fields[-1:] == found["round"].fields == found["lone"].fields
    (fault,) = faults(tmp_path)
    assert str(fault) == "“lone.toml”: there is no template “level-9” to go beyond."
