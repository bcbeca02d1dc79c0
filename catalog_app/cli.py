"""The command line: with files it opens the window, with a sub-command it needs no screen."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from catalog_app.commands.files import UNREADABLE, Failure, quiet_ends

COMMANDS = {
    "show": "show",
    "set": "change",
    "validate": "validate",
    "fix": "fix",
    "describe": "describe",
    "export": "export",
    "fields": "fields",
}
_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_EPILOG = """Without a command, opens the window with the files given.
A folder stands for the XML files below it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status. Errors are one line each on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    quiet_ends()
    try:
        return _guarded(given)
    except BrokenPipeError:
        # The reader of our output has gone; keep the interpreter from saying so at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREADABLE
    except KeyboardInterrupt:
        return 130


def _guarded(given: list[str]) -> int:
    try:
        if given and (given[0] in COMMANDS or given[0].startswith("-")):
            options = _parser(given[0]).parse_args(given)
            run: Callable[[argparse.Namespace], int] = options.run
            status = run(options)
        else:
            _expect_file(given)
            status = _window(given)
        sys.stdout.flush()
        return status
    except Failure as failure:
        sys.stdout.flush()
        print(failure, file=sys.stderr)
        return failure.code
    except MemoryError:
        print("There is not enough memory for this file.", file=sys.stderr)
        return UNREADABLE


def _expect_file(given: list[str]) -> None:
    """Refuse a first word that is no command and looks like no file: a slip of the fingers."""
    word = given[0] if given else ""
    if not word or os.path.lexists(word) or "." in word or os.path.dirname(word):
        return  # the window says what is the matter with a file
    near = get_close_matches(word, COMMANDS, 1, 0.5)
    hint = f"Did you mean “{near[0]}”?" if near else f"Commands are {', '.join(COMMANDS)}."
    raise Failure(f"“{word}” is neither a command nor a file. {hint}")


def _parser(wanted: str) -> argparse.ArgumentParser:
    """The parser; only the modules of the command that is wanted are imported."""
    parser = argparse.ArgumentParser(
        "catalog-app",
        description="A cataloguing tool for METS and MODS that keeps every byte nobody edited.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"catalog-app {_version()}")
    parsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        if name == wanted or wanted not in COMMANDS:
            import_module(f"catalog_app.commands.{module}").add(parsers)
    return parser


def _version() -> str:
    try:
        return version("catalog-app")
    except PackageNotFoundError:
        return "(not installed)"


def _window(files: list[str]) -> int:
    if not has_screen():
        raise Failure("There is no display for the window. “catalog-app --help” lists commands.")
    try:
        from catalog_app.app import main as window_main
    except ImportError as error:
        raise Failure(f"The window cannot start: {error}") from None
    return int(window_main(files))


def has_screen() -> bool:
    """Whether there is a display for the window, or Qt was told to do without one."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.partition(":")[0] in _SCREENLESS:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
