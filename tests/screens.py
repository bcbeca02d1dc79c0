"""Pictures of the window: every pane, light and dark, at 100 % and 200 %, English and Russian.

    python -m tests.screens [FOLDER]

Each combination runs in a process of its own, because the scale is read when Qt starts. The
pictures go to `screens/`, or to the folder named.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "resources" / "examples"
RECORD = EXAMPLES / "eprint_export.xml"
PACKAGE = EXAMPLES / "letters_package.xml"
SIZE = (1400, 880)
SMALL = (1024, 700)
_REST = 0.7


def main() -> int:
    """Make all pictures, one process a combination."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screens")
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for scale in ("1", "2"):
            for language in ("en", "ru"):
                _run(folder, scheme, scale, language)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def _run(folder: Path, scheme: str, scale: str, language: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "XDG_CONFIG_HOME": home,
            "XDG_STATE_HOME": home,
            "XDG_DATA_HOME": home,
        }
        words = (str(folder), scheme, scale, language)
        command = [sys.executable, "-m", "tests.screens", "--one", *words]
        subprocess.run(command, env=surroundings, check=True)


def one(folder: Path, scheme: str, scale: str, language: str) -> None:
    """Make the pictures of one combination."""
    from PySide6.QtWidgets import QApplication

    from catalog_app import paths
    from catalog_app.app import make_window
    from catalog_app.session.settings import user_settings
    from catalog_app.ui.look import Scheme

    application = QApplication([])
    settings = user_settings()
    settings.keep("view/language", language)
    window = make_window(settings, paths.state())
    window.services.theme.choose(Scheme(scheme))
    window.resize(*(SIZE if scale == "1" else SMALL))
    window.show()
    for name, show in _scenes(window):
        show()
        _rest(application)
        ending = f"{scheme}-{'100' if scale == '1' else '200'}-{language}"
        window.grab().save(str(folder / f"{name}-{ending}.png"))
    window._close_for_good()


def _rest(application: object) -> None:
    """Let timers and jobs come to rest."""
    end = time.monotonic() + _REST
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


def _scenes(window: object) -> Iterator[tuple[str, Callable[[], object]]]:
    from catalog_app.document.address import parse_address

    def nothing() -> None:
        return None

    def reveal(text: str) -> Callable[[], object]:
        return lambda: window.session.go_to(parse_address(text))

    yield "start", nothing
    yield "record", lambda: _open(window, RECORD)
    yield "field", reveal("record1/name/namePart")
    yield "xml", window_call(window, "go_xml")
    yield "help", window_call(window, "go_help")
    yield "add-field", lambda: (reveal("record1/name/namePart")(), window.desk.form.add_field())
    yield "attributes", lambda: (window.desk.form._box.hide(), window.desk.form.toggle_attributes())
    yield "template", lambda: _template(window)
    yield "history", lambda: (_type(window), window.desk.go_history())
    yield "changes", window_call(window, "go_changes")
    yield "palette", window.actions_by_id["palette"].trigger
    articles = sorted(EXAMPLES.glob("*.txt"))
    if articles:
        yield "article", lambda: window.desk.open_article(articles[0])
    yield "package", lambda: _open(window, PACKAGE)
    yield "files", lambda: window.session.go_to(parse_address("package1/fileSec"))
    yield "structure", lambda: window.session.go_to(parse_address("package1/structMap"))


def window_call(window: object, name: str) -> Callable[[], object]:
    """A call of the desk in front, looked up when it is made."""
    return lambda: getattr(window.desk, name)()


def _open(window: object, path: Path) -> None:
    window.opener.open_files([path])


def _template(window: object) -> None:
    from catalog_app.document.template import templates

    wanted = next(t for t in templates(window.services.language) if t.id == "journal-article")
    window.desk.choose_template(wanted)


def _type(window: object) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from catalog_app.document.address import parse_address

    window.desk.form.reveal(parse_address("record1/titleInfo/title"))
    QTest.keyClicks(QApplication.focusWidget(), "On ")


if __name__ == "__main__":
    if "--one" in sys.argv:
        one(Path(sys.argv[2]), *sys.argv[3:6])
        sys.stdout.flush()
        os._exit(0)  # the pictures are there; nothing is left to save
    sys.exit(main())
