"""The help pane: the element in focus explained, and a search over the whole reference."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.document.reference import reference_of
from catalog_app.schema.load import load
from catalog_app.schema.model import Schema
from catalog_app.schema.search import search
from catalog_app.ui.help import page
from catalog_app.ui.look import colours, icon, role
from catalog_app.ui.look.theme import fixed_family
from catalog_app.ui.whole_rows import WholeLines

_REST = 60
_MOST = 40


class HelpPane(QFrame):
    """Follows the focus; links lead to other elements, and back again."""

    def __init__(self, session: object, services: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._services = session, services
        self._shown: tuple[str, tuple[str, ...], str] | None = None
        self._trail: list[tuple[str, tuple[str, ...], str]] = []
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        role(self, "pane")
        self._build()
        self._timer.timeout.connect(self._follow)
        session.place_changed.connect(self._on_place)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_return)
        self.back.clicked.connect(self.go_back)
        self.text.anchorClicked.connect(self._on_link)

    def _build(self) -> None:
        self.search = role(QLineEdit(self), "field")
        self.search.setPlaceholderText(self.tr("Label, name, MARC tag…"))
        self.search.setAccessibleName(self.tr("Search the reference"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.back = QToolButton(self)
        self.back.setIcon(icon("left"))
        self.back.setToolTip(self.tr("Back (Alt+Left)"))
        self.back.setAccessibleName(self.tr("Back"))
        self.back.setEnabled(False)
        self.text = _Browser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.viewport().setAutoFillBackground(False)
        self.text.setAccessibleName(self.tr("Help on the field"))
        self.text.back_wanted.connect(self.go_back)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back)
        head.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 4)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    def focus_first(self) -> None:
        """Take the focus, as F1 wants it: in the text, which then scrolls by keys."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- following

    @property
    def shown(self) -> tuple[str, tuple[str, ...], str] | None:
        """Standard, path and attribute of what is explained."""
        return self._shown

    def _on_place(self, _place: Address, _origin: object) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start(_REST)

    def showEvent(self, event: QEvent) -> None:
        """Catch up with the focus."""
        super().showEvent(event)
        if self._stale:
            self._follow()

    def _follow(self) -> None:
        self._stale = False
        place = self._session.place
        if place is None or self.search.text().strip():
            return
        self._trail.clear()
        self._show_place(place)

    def _show_place(self, place: Address) -> None:
        found = reference_of(self._session.document, place)
        if found is None:
            name = (place.name or place.part).rpartition("}")
            self._render(page.unknown_page(name[2], name[0].lstrip("{")))
            self._shown = None
            return
        self._show((*found, place.attribute))

    @property
    def _language(self) -> str:
        return getattr(self._services, "language", "en")

    def _schema(self, standard: str) -> Schema:
        return load(standard, self._language)

    def _show(self, what: tuple[str, tuple[str, ...], str]) -> None:
        standard, path, attribute = what
        schema = self._schema(standard)
        element = schema.element(path)
        if element is None:
            return
        self._shown = what
        self._render(page.element_page(schema, element))
        if attribute:
            self.text.scrollToAnchor(attribute)
        self.back.setEnabled(bool(self._trail))

    def _render(self, body: str) -> None:
        size = self.fontInfo().pixelSize()
        self.text.document().setDefaultStyleSheet(page.style(colours(), size, fixed_family()))
        self.text.setHtml(f"<body>{body}</body>")

    # ---- moving about

    def _on_link(self, url: QUrl) -> None:
        standard, _, path = url.toString().removeprefix("field:").partition("/")
        if self._shown is not None:
            self._trail.append(self._shown)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._show((standard, tuple(path.split("/")) if path else (), ""))

    def go_back(self) -> None:
        """Show what was explained before the last link."""
        if self._trail:
            self._show(self._trail.pop())

    def _on_search(self, text: str) -> None:
        if not text.strip():
            self._follow()
            return
        standard = self._shown[0] if self._shown else "mods"
        schema = self._schema(standard)
        found = search(schema, text)[:_MOST]
        self._render(page.results_page(schema, text.strip(), found))

    def _on_return(self) -> None:
        text = self.search.text().strip()
        standard = self._shown[0] if self._shown else "mods"
        found = search(self._schema(standard), text) if text else []
        if found:
            self._on_link(QUrl(f"field:{standard}/{'/'.join(found[0][1])}"))
            self.text.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """From the search box down into the text, and Escape to empty it."""
        if watched is getattr(self, "search", None) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.text.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Write the page again when theme or font change."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in kinds and getattr(self, "_shown", None) is not None:
            self._show(self._shown)


class _Browser(WholeLines, QTextBrowser):
    """A browser that hands Alt+Left over and passes Tab through its links."""

    back_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the key that goes back in the help from going back in the document."""
        if event.type() == QEvent.Type.ShortcutOverride and _goes_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Left and Backspace go back."""
        if event.key() == Qt.Key.Key_Backspace or _goes_back(event):
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)


def _goes_back(event: QKeyEvent) -> bool:
    alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Left and alt == Qt.KeyboardModifier.AltModifier
