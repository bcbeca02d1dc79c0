"""The composition root of the window: what is made, once, and handed to whom."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEventLoop, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from catalog_app import paths
from catalog_app.schema.load import load
from catalog_app.session.backups import Backups
from catalog_app.session.collector import Collector
from catalog_app.session.faults import Faults
from catalog_app.session.findings import Findings
from catalog_app.session.jobs import Jobs
from catalog_app.session.recovery import Recovery
from catalog_app.session.remembered import Remembered
from catalog_app.session.sentences import Sentences
from catalog_app.session.settings import Settings, user_settings
from catalog_app.ui.guards import guard_all
from catalog_app.ui.look import Scheme, Theme, icon
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.services import Services


def open_window(files: Iterable[str | os.PathLike[str]] = ()) -> MainWindow:
    """Show the window under the QApplication that exists, with these files open.

    It returns when the files are there; `window.session` is the document in front. Settings and
    recovery data are the user's; set XDG_CONFIG_HOME and XDG_STATE_HOME to keep them elsewhere.
    """
    window = make_window(user_settings(), paths.state())
    window.show()
    window.opener.open_files([Path(file) for file in files])
    if window.opener.busy:
        waiting = QEventLoop()
        window.opener.idle.connect(waiting.quit)
        waiting.exec()
    for desk in window.desks():
        desk.begin()
    return window


def make_window(settings: Settings, state: Path, data: Path | None = None) -> MainWindow:
    """A window that is not shown yet.

    `state` is the folder for what must survive a crash, `data` that of values met before
    and of own templates, the user's unless it is given.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("The window needs a QApplication.")
    language = chosen_language(settings)
    speak(application, language)
    for standard in ("mods", "mets"):
        load(standard, language)  # now, before anybody waits for the first document
    faults = Faults(state)
    jobs = Jobs()
    services = Services(
        theme=_theme(application, settings),
        settings=settings,
        jobs=jobs,
        recovery=Recovery(state, jobs),
        backups=Backups(state),
        faults=faults,
        remembered=Remembered((data or paths.data()) / "remembered.json"),
        own_templates=(data or paths.data()) / "templates",
        language=language,
        speak=partial(_speak_as_chosen, application, settings),
    )
    faults.install()
    guard_all()
    window = MainWindow(services, Findings)
    window.setWindowIcon(icon("record", "accent"))
    window.closed.connect(faults.uninstall)
    window.closed.connect(services.theme.deleteLater)
    return window


def calm_the_collector(window: MainWindow) -> None:
    """Keep the garbage collector, and threads that read files, from making a key wait.

    For a process that has one window from now until its end. What is there by now stays, and the
    nodes of a document are untied when they are dropped. A full collection among them was measured
    at up to 0.3 s, and nobody may wait that long for a key; one of 400,000 places that an edit of
    a whole section has gathered at 0.07 s, so that the young are looked through oftener, in fewer.
    """
    gc.freeze()
    gc.set_threshold(20_000, 4, 250)
    Collector(window.services.jobs, window)
    # The window's thread asks for the interpreter many times in one turn of its loop, and waits
    # so long each time while another thread works: 5 ms, unless told.
    sys.setswitchinterval(0.0002)


def _theme(application: QApplication, settings: Settings) -> Theme:
    scheme = settings.text("view/scheme", Scheme.SYSTEM)
    wanted = Scheme(scheme) if scheme in list(Scheme) else Scheme.SYSTEM
    return Theme(application, wanted, settings.number("view/scale", 1.0))


def chosen_language(settings: Settings) -> str:
    """The language the user chose, or the system's if the program speaks it; else English."""
    chosen = settings.text("view/language", "system")
    name = QLocale.system().name()[:2] if chosen == "system" else chosen
    return name if name in languages() else "en"


def languages() -> tuple[str, ...]:
    """The languages that the program speaks: English and those with a translation."""
    folder = paths.resources() / "i18n"
    return tuple(sorted({"en"} | {file.stem.rpartition("_")[2] for file in folder.glob("*_*.qm")}))


# What Qt's own translations lack of its file dialog.
_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


def _speak_as_chosen(application: QApplication, settings: Settings) -> str:
    language = chosen_language(settings)
    speak(application, language)
    return language


def speak(application: QApplication, language: str) -> None:
    """Load the translation of the program and of Qt's own dialogs.

    That of English has only the words that depend on a number.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale.system() if language == "en" else QLocale(language))
    if language != "en":
        application.installTranslator(Sentences(language, application))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"catalog_{language}", _translations())):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


def _translations() -> str:
    return str(paths.resources() / "i18n")


def main(files: Sequence[str] = ()) -> int:
    """Run the window with these files open, until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(paths.APPLICATION)
    application.setApplicationDisplayName("Catalog")
    application.setDesktopFileName(paths.APPLICATION)
    window = make_window(user_settings(), paths.state())
    window.show()
    calm_the_collector(window)
    window.opener.open_files([Path(file) for file in files])
    window.leftovers.offer()
    code = application.exec()
    window.end()
    return code
