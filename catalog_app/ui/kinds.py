"""The menu of the kinds of resource that a record can be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from catalog_app.document.template import Template
from catalog_app.ui.letters import LetterMenu
from catalog_app.ui.services import Services


class KindMenu(LetterMenu):
    """The templates, what only measures, and none; the one in force is checked.

    `chosen(Template | None)`. It is gone when it is closed.
    """

    chosen = Signal(object)

    def __init__(self, services: Services, current: Template | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("What kind of resource is this?"))
        self.setToolTipsVisible(True)
        offered = services.templates(services.language)
        self._list([one for one in offered if not one.measure], current)
        self._list([one for one in offered if one.measure], current)
        self._list([None], current)
        own = services.actions.get("own_templates")
        if own is not None:
            self.addSeparator()
            self.addAction(own)

    def _list(self, templates: list[Template | None], current: Template | None) -> None:
        if self.actions():
            self.addSeparator()
        for template in templates:
            action = self.addAction(template.title if template else self.tr("No template"))
            action.setToolTip(template.description if template else "")
            action.setCheckable(True)
            action.setChecked(template == current)
            action.triggered.connect(partial(self._on_triggered, template))

    def _on_triggered(self, template: Template | None, _checked: bool = False) -> None:
        self.chosen.emit(template)
