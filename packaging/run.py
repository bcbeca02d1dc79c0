"""`make run`: the shipped example in the window, or the same job in the terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from catalog_app import cli, paths

EXAMPLE = "eprint_export"


def copies() -> Path:
    """A folder with copies of the examples, so that those shipped stay as they are."""
    folder = Path(tempfile.mkdtemp(prefix="catalog-examples-"))
    shutil.copytree(paths.resources() / "examples", folder, dirs_exist_ok=True)
    return folder


def example(folder: Path) -> list[str]:
    """The example record of a folder, and its article where there is one."""
    found = [folder / f"{EXAMPLE}.xml", folder / f"{EXAMPLE}.txt"]
    return [str(path) for path in found if path.is_file()]


def in_terminal(record: str) -> int:
    """Show the record and its findings, mend what is safe in a copy, and show the difference."""
    with tempfile.TemporaryDirectory() as folder:
        mended = str(Path(folder, f"{EXAMPLE}_mended.xml"))
        for title, command in (
            ("The record", ["show", record]),
            ("What is wrong with it", ["validate", record]),
            ("What can be mended without loss", ["fix", record, "--all-safe", "-o", mended]),
            ("The mended copy", ["validate", mended]),
        ):
            print(f"\n=== {title}\n", flush=True)
            status = cli.main(command)
            if status > 1:
                return status
        print("\n=== Its bytes\n", flush=True)
        print(Path(mended).read_text(encoding="utf-8"))
    return 0


def main() -> int:
    """Open the window if there is a display, else do the job here."""
    files = example(paths.resources() / "examples")
    if not files:
        print("The examples are missing: the checkout is not complete.", file=sys.stderr)
        return 2
    if not cli.has_screen() or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        print("There is no display, so the example is shown here. `make run` opens the window.")
        return in_terminal(files[0])
    folder = copies()
    print(f"The example is a copy, to try everything on: {folder}")
    files = example(folder)
    return subprocess.call([sys.executable, "-m", "catalog_app", *files])


if __name__ == "__main__":
    sys.exit(main())
