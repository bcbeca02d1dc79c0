"""Pictures of the window: every scene, light and dark, at 100 % and 200 %, English and Russian.

    python -m tests.screens [FOLDER] [--only PART-OF-A-COMBINATION] [--scenes PARTS-OF-NAMES]

Each combination runs in a process of its own, because the scale is read when Qt starts. The
pictures go to `screens/`, or to the folder named. At 200 % the window has 1024 × 700 points, as on
a small screen; "small" is that size at 100 % with large text. `tests.scenes` says what is shown.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

SIZE = (1400, 880)
SMALL = (1024, 700)
LARGE_TEXT = 1.4
#: Large enough that no list or menu has to give way to its edge.
SCREEN = {"name": "large", "x": 0, "y": 0, "width": 4096, "height": 3072, "dpr": 1}
#: Colours, size and language of each set of pictures.
COMBINATIONS = tuple(product(("light", "dark"), ("100", "200", "small"), ("en", "ru")))


def main() -> int:
    """Make all pictures, one process a combination."""
    wanted = _arguments()
    folder = Path(wanted.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for combination in COMBINATIONS:
        if wanted.only in "-".join(combination):
            _run(folder, combination, wanted.scenes)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("folder", nargs="?", default="screens")
    parser.add_argument("--only", default="", help="such as light-100-en, or dark")
    parser.add_argument("--scenes", default="", help="parts of names, such as field,xml")
    return parser.parse_args()


def _run(folder: Path, combination: tuple[str, ...], scenes: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": "2" if "200" in combination else "1",
            "XDG_CONFIG_HOME": home,
            "XDG_STATE_HOME": home,
            "XDG_DATA_HOME": home,
        }
        words = (str(folder), *combination, scenes)
        command = [sys.executable, "-m", "tests.screens", "--one", *words]
        subprocess.run(command, env=surroundings, check=True)


def one(folder: Path, scheme: str, size: str, language: str, wanted: str = "") -> None:
    """Make the pictures of one combination."""
    from PySide6.QtWidgets import QApplication

    from catalog_app import paths
    from catalog_app.app import make_window
    from catalog_app.session.settings import user_settings
    from catalog_app.ui.look import Scheme
    from tests.scenes import SCENES
    from tests.scenes.hands import close_others, picture, rest

    application = QApplication([])
    settings = user_settings()
    settings.keep("view/language", language)
    window = make_window(settings, paths.state())
    window.services.theme.choose(Scheme(scheme))
    window.services.theme.set_scale(LARGE_TEXT if size == "small" else 1.0)
    window.resize(*(SIZE if size == "100" else SMALL))
    window.show()
    window.activateWindow()
    application.processEvents()
    for name, play in SCENES:
        play(window)
        rest(window)
        if any(part in name for part in wanted.split(",")):
            picture(window).save(str(folder / f"{name}-{scheme}-{size}-{language}.png"))
        close_others(window)
    window.end()


if __name__ == "__main__":
    if "--one" in sys.argv:
        one(Path(sys.argv[2]), *sys.argv[3:7])
        sys.stdout.flush()
        os._exit(0)  # the pictures are there; nothing is left to save
    sys.exit(main())
