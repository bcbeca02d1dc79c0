"""What `make run` does before there is a window."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from catalog_app import paths

PACKAGING = Path(__file__).parents[1] / "packaging"


def script(name: str) -> ModuleType:
    """A script of the packaging folder."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_library_is_tried_by_itself() -> None:
    libraries = script("libraries")
    assert libraries.missing(["libc.so.6", "libnobody-has-it.so.9"]) == ["libnobody-has-it.so.9"]


def test_what_is_missing_is_named_with_the_way_to_install_it() -> None:
    libraries = script("libraries")
    said = libraries.advice(["libxcb-icccm.so.4", "libxcb-randr.so.0", "libxcb-shape.so.0"])
    assert "libxcb-icccm.so.4, libxcb-randr.so.0, libxcb-shape.so.0" in said
    assert "apt-get install libxcb-icccm4 libxcb-randr0 libxcb-shape0" in said
    assert said.endswith("dnf install xcb-util-wm libxcb")


def test_every_library_that_was_installed_before_is_looked_for() -> None:
    named = {debian for debian, _ in script("libraries").LIBRARIES.values()}
    assert {"libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxkbcommon-x11-0"} <= named


def test_the_example_that_is_opened_is_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, calls = script("run"), []
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(run.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(run.subprocess, "call", lambda command: calls.append(command) or 0)
    assert run.main() == 0
    opened = Path(calls[0][3])
    shipped = paths.resources() / "examples" / opened.name
    assert opened.read_bytes() == shipped.read_bytes()
    assert opened.is_relative_to(tmp_path)
    assert (opened.parent / "report-english.txt").is_file()
