"""See to the system libraries that Qt needs on Linux: say which are missing, install what can be.

Qt itself tells of a missing library by the wrong name, so each is tried by itself.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

#: What is loaded, and the package that has it on Debian and Ubuntu, and on Fedora.
LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
}


def missing(libraries: Iterable[str] = LIBRARIES) -> list[str]:
    """The libraries that cannot be loaded here."""
    return [name for name in libraries if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def advice(names: Iterable[str]) -> str:
    """What is missing and how it is installed, in a few lines."""
    wanted = [LIBRARIES[name] for name in names]
    debian, fedora = (" ".join(dict.fromkeys(column)) for column in zip(*wanted, strict=True))
    return "\n".join(
        (
            f"The window needs libraries of the system that are missing: {', '.join(names)}.",
            f"  Debian, Ubuntu:  sudo apt-get install {debian}",
            f"  Fedora:          sudo dnf install {fedora}",
        )
    )


def install(names: Iterable[str]) -> None:
    """Install them where that needs no password: as root, or with a sudo that asks nothing."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and not shutil.which("sudo")):
        return
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    packages = [LIBRARIES[name][0] for name in names]
    subprocess.run([*apt, "update"], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(
        [*apt, "install", "-y", "--no-install-recommends", *packages],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main() -> int:
    """Look, install what can be, look again, and say what is still missing."""
    if not sys.platform.startswith("linux"):
        return 0
    absent = missing()
    if absent:
        print("Installing the system libraries that Qt needs …", file=sys.stderr)
        install(absent)
        absent = missing(absent)
    if absent:
        print(advice(absent), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
