"""What the panes of a window share, handed through their constructors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QAction

from catalog_app.document.template import Template
from catalog_app.document.template_files import own_folder, templates
from catalog_app.session.backups import Backups
from catalog_app.session.faults import Faults
from catalog_app.session.jobs import Jobs
from catalog_app.session.recovery import Recovery
from catalog_app.session.remembered import Remembered
from catalog_app.session.settings import Settings
from catalog_app.ui.look import Theme


@dataclass(frozen=True)
class Services:
    """Theme, settings, work under way, recovery, values met before; and the window's actions.

    `actions` is filled by the window before the first document opens, so that a button of a pane
    can be the very action of the menu. `tell(text)` shows a quiet sentence in the status bar;
    `language` is that of labels and help, `templates(language)` gives what a new record can be,
    among it what is in the folder `own_templates`.
    `speak()` loads the words of the language that the settings name, and gives its name.
    """

    theme: Theme
    settings: Settings
    jobs: Jobs
    recovery: Recovery
    backups: Backups
    faults: Faults
    remembered: Remembered
    language: str = "en"
    speak: Callable[[], str] = lambda: "en"
    actions: Mapping[str, QAction] = field(default_factory=dict)
    own_templates: Path = field(default_factory=own_folder)
    tell: Callable[[str], None] = lambda _text: None

    def templates(self, language: str) -> list[Template]:
        """What a new record can be, by title."""
        return templates(language, self.own_templates)
