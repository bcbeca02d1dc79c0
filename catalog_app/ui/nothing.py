"""What stands in the place of the form where a file holds nothing to describe."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from catalog_app.document.document import Document
from catalog_app.document.entries import is_harvested, other, outermost
from catalog_app.document.names import METS, MODS
from catalog_app.ui.look import METRICS, role
from catalog_app.ui.outline.words import held

_MOST = 3
_STANDARDS = {"mods": MODS, "modsCollection": MODS, "mets": METS}


class NothingHere(QWidget):
    """Says what the file is instead, and what one can do."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            METRICS.edge * 2, METRICS.edge * 2, METRICS.edge * 2, METRICS.edge
        )
        column.setSpacing(METRICS.step * 2)
        title = role(QLabel(self.tr("Nothing to describe here"), self), "title")
        told = role(QLabel(self._told(document), self), "dim")
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = told.text()
        for label in (title, told):
            column.addWidget(label)
        column.addStretch(1)

    def _told(self, document: Document) -> str:
        if is_harvested(document):
            entries = document.entries()
            kinds = Counter(held(other(document, entry).holds) for entry in entries)
            counts = ", ".join(f"{kind}: {n}" for kind, n in kinds.most_common(_MOST))
            return self.tr(
                "This list was harvested without MODS or METS ({0}). Ask the repository for its "
                "records as MODS or METS: the request then says metadataPrefix=mods or "
                "metadataPrefix=mets."
            ).format(counts)
        namespace, name = outermost(document)
        if name in _STANDARDS and namespace != _STANDARDS[name]:
            return self.tr(
                "The outermost element is called {0}, but it is not in the namespace of its "
                'standard, so other systems pass it over too. Give its start tag xmlns="{1}" in '
                "a text editor, and open the file again."
            ).format(name, _STANDARDS[name])
        return self.tr(
            "This file holds neither a MODS record nor a METS package, so there is nothing to "
            "edit. It stays as it is."
        )
