"""Versions and licence."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from catalog_app import paths
from catalog_app.ui.look import role


class AboutDialog(QDialog):
    """What this is, in which version, and what it promises."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Catalog"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(role(QLabel(self.tr("Catalog {0}").format(_version())), "title"))
        promise = self.tr(
            "An editor for METS and MODS records that changes nothing but what you edit. "
            "It works without the network and is free software under the MIT licence."
        )
        column.addWidget(QLabel(promise, wordWrap=True))
        runs = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"
        column.addWidget(role(QLabel(runs), "dim"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setFixedWidth(27 * self.fontMetrics().height())


def _version() -> str:
    try:
        return metadata.version(paths.APPLICATION)
    except metadata.PackageNotFoundError:
        return ""
