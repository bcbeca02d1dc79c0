"""The XML pane: the record's own bytes, in step with the form, with drafts kept aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from catalog_app.document.address import Address
from catalog_app.document.edit import Change
from catalog_app.document.labels import label
from catalog_app.document.package_spots import is_coarse
from catalog_app.document.spelling import Spelling, Trouble, excerpt, readable_root, spelling
from catalog_app.session.sentences import in_words
from catalog_app.ui.look import role
from catalog_app.ui.xml.drafts import Draft, rebased
from catalog_app.ui.xml.editor import XmlEditor

_REST, _FOLLOW = 250, 120
_MOST, _LONGEST, _EXCERPT = 150_000, 30_000, 20_000
_REST = 300


class XmlPane(QFrame):
    """The text of the element in focus, from the record down as far as it is short enough."""

    def __init__(
        self, session: object, findings: object, services: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        role(self, "pane")
        self._session, self._services = session, services
        self._root: Address | None = None
        self._spelling: Spelling | None = None
        self._trouble: Trouble | None = None
        self.drafts: dict[Address, Draft] = {}
        self._stale = True
        self._rest, self._follow = QTimer(self), QTimer(self)
        self._excerpt_later = QTimer(self)
        self._excerpt_later.setInterval(_REST)
        for timer, handler in (
            (self._rest, self.take),
            (self._follow, self._on_follow),
            (self._excerpt_later, self._on_excerpt_later),
        ):
            timer.setSingleShot(True)
            timer.timeout.connect(handler)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.where = role(QLabel(self), "path")
        self.note = role(QLabel(self), "dim")
        self.note.setWordWrap(True)
        self.text = XmlEditor(self)
        self.text.viewport().setAutoFillBackground(False)
        self.text.setAccessibleName(self.tr("XML"))
        self.text.setToolTip("")
        self.error = role(QLabel(self), "error")
        self.error.setWordWrap(True)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.drop = role(QPushButton(self.tr("Drop the draft"), self), "link")
        self.drop.setToolTip(self.tr("Go back to the last good state (Ctrl+Z)"))
        self._foot = foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.addWidget(self.error, 1)
        foot.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 4, 6)
        layout.setSpacing(4)
        layout.addWidget(self.where)
        layout.addWidget(self.note)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)
        self.note.hide()
        self._show_trouble(None)
        self.setFocusProxy(self.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the way back stands below what is wrong."""
        super().resizeEvent(event)
        narrow = self.width() < 3 * self.drop.sizeHint().width()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._foot.setDirection(down if narrow else across)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_session_changed)
        self._session.place_changed.connect(self._on_place)
        self.text.typed.connect(self._on_typed)
        self.text.moved.connect(self._on_moved)
        self.text.drop_wanted.connect(self.drop_draft)
        self.text.pausing.connect(self._on_pausing)
        self.drop.clicked.connect(self.drop_draft)

    # ---- what is shown

    @property
    def root(self) -> Address | None:
        """The address of the element that is shown."""
        return self._root

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the pane was not seen."""
        super().showEvent(event)
        if self._stale:
            self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what was typed last before the pane is left."""
        super().hideEvent(event)
        self._leave()

    def _renew(self) -> None:
        """Show the element around the place in focus, as it is now."""
        self._stale = False
        place = self._session.place
        found = readable_root(self._session.document, place, _MOST, _LONGEST) if place else None
        if found is None:
            self._leave()
            self._root = self._spelling = None
            self.text.show_text("")
            self.text.setReadOnly(True)
            self.where.setText("")
            return
        root, whole = found
        if root != self._root:
            self._leave()
            self._enter(root, whole)
        if not whole and root == self._excerpt_of_coarse():
            self._excerpt_later.start()  # It is being cut finer by what shows it; look again.
        self._mark_place(reveal=True)

    def _leave(self) -> None:
        self._on_pausing()
        tell = getattr(self._services, "tell", None)
        if self.has_draft and tell is not None:
            said = self.tr("The XML of %1 is an unfinished draft; it is kept until you come back.")
            tell(said.replace("%1", str(self._root)))

    def _on_pausing(self) -> None:
        """Take what was typed last before anything else happens, such as a save."""
        if self._rest.isActive():
            self.take()

    def _enter(self, root: Address, whole: bool) -> None:
        document = self._session.document
        self._root, self._spelling = root, spelling(document, root) if whole else None
        self.text.newline = document.source.newline
        self.where.setText(str(root))
        draft = self.drafts.get(root) if self._spelling else None
        text = self._spelling.text if self._spelling else excerpt(document, root, _EXCERPT)
        kept = self.text.show_text(draft.text if draft else text)
        self.text.setReadOnly(bool(self._session.read_only) or not whole or not kept)
        self._say(root, whole, kept)
        said = self._spelling.trouble(draft.text) if draft and self._spelling else None
        self._show_trouble(said)

    def _say(self, root: Address, whole: bool, kept: bool) -> None:
        name = in_words(label(self._session.document, root))
        said = ""
        if not whole:
            said = self.tr("This is too long to be edited as XML; its beginning is shown.")
        elif not kept:
            said = self.tr("There are characters in it that cannot be edited here.")
        elif root.steps and root.part.startswith("record"):
            said = self.tr("The record is long: only “%1” is shown.").replace("%1", name)
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def _mark_place(self, reveal: bool) -> None:
        place = self._session.place
        if self._spelling is None or place is None or self.has_draft:
            self.text.mark_place(None, reveal=False)
            return
        span = self._spelling.span(place) or self._spelling.span(place.element)
        whole = span is not None and span[1] - span[0] >= len(self._spelling.text)
        self.text.mark_place(None if whole else span, reveal)

    # ---- from the session

    def _on_place(self, _place: Address, origin: object) -> None:
        if origin is self:
            self._mark_place(reveal=False)
        elif self.isVisible():
            self._renew()
        else:
            self._stale = True

    def _on_session_changed(self, change: Change) -> None:
        if self._root is None:
            self._stale = True
            return
        if self._spelling is None:
            self._excerpt_later.start()
            return
        old = self._spelling.text
        self._spelling = spelling(self._session.document, self._root)
        if self._spelling is None:
            self._root = None
            self._stale = True
            if self.isVisible():
                self._renew()
            return
        if change.origin is not self:
            self._follow_change(old, self._spelling.text)
            self._mark_place(reveal=False)

    def _on_excerpt_later(self) -> None:
        """Show a long text anew when the typing rests: nobody edits it here."""
        if self._root is not None and self._root == self._excerpt_of_coarse():
            self._excerpt_later.start()
            return
        self._root = None
        self._stale = not self.isVisible()
        if not self._stale:
            self._renew()

    def _excerpt_of_coarse(self) -> Address | None:
        """The section around the place in focus, while it is yet to be cut finer."""
        place, document = self._session.place, self._session.document
        if place is None or not place.steps or not place.part.startswith("package"):
            return None
        section = Address(place.part, place.steps[:1])
        return section if is_coarse(document, section) else None

    def _follow_change(self, old: str, new: str) -> None:
        """Show what another view has changed, without losing a draft."""
        if old == new or self.text.isReadOnly():
            if old != new:
                self._excerpt_later.start()
            return
        draft = self.text.spelled.text
        if draft == old:
            self.text.show_text(new, keep=True)
            return
        merged = rebased(old, new, draft)
        if merged is None:
            self._keep(Draft(new, draft))
            return
        self.text.show_text(merged, keep=True)
        self.take()

    # ---- from the user

    @property
    def has_draft(self) -> bool:
        """Whether what is shown is not what the document holds."""
        return self._root in self.drafts

    def _on_typed(self) -> None:
        if self._root is not None:
            self._follow.stop()
            self._rest.start(_REST)

    def take(self) -> None:
        """Put what was typed into the document, or keep it as a draft if it is no XML yet."""
        self._rest.stop()
        if self._root is None or self._spelling is None or self.text.isReadOnly():
            return
        text = self.text.spelled.text
        if text == self._spelling.text:
            self._forget_draft()
            return
        trouble = self._spelling.trouble(text)
        if trouble is not None:
            self._keep(Draft(self._spelling.text, text), trouble)
            return
        root, edit = self._root, self._spelling.edit(text)
        if not self._session.perform(edit, self):
            self._keep(Draft(self._spelling.text, text))
            return
        self.drafts.pop(root, None)
        self._show_trouble(None)
        if self._spelling is not None and self._spelling.text != self.text.spelled.text:
            self.text.show_text(self._spelling.text, keep=True)
        self._mark_place(reveal=False)

    def _keep(self, draft: Draft, trouble: Trouble | None = None) -> None:
        assert self._root is not None
        assert self._spelling is not None
        self.drafts[self._root] = draft
        said = trouble or self._spelling.trouble(draft.text)
        if said is None:
            words = self.tr("The record was changed elsewhere at the same place.")
            said = Trouble(words, 0, 0)
        self._show_trouble(said)
        self.text.mark_place(None, reveal=False)

    def drop_draft(self) -> None:
        """Go back to the document's last good state."""
        self._rest.stop()
        if self._spelling is not None:
            self.text.show_text(self._spelling.text, keep=True)
        self._forget_draft()
        self.text.setFocus()

    def _forget_draft(self) -> None:
        if self._root is not None:
            self.drafts.pop(self._root, None)
        self._show_trouble(None)
        self._mark_place(reveal=False)

    def _show_trouble(self, trouble: Trouble | None) -> None:
        self._trouble = trouble
        draft = self._root is not None and self.has_draft
        self.text.has_draft = draft
        self.drop.setVisible(draft)
        self.error.setVisible(trouble is not None)
        self.setWindowTitle(self.tr("XML (draft)") if draft else self.tr("XML"))
        if trouble is None:
            self.text.mark_error(None)
            return
        line = self.tr("Line %1: ").replace("%1", str(trouble.line)) if trouble.line else ""
        kept = self.tr("This is a draft: the form shows the last good state.")
        self.error.setText(f"{line}{in_words(trouble.message)} {kept}")
        self.text.mark_error(trouble.index if trouble.line else None)

    def _on_moved(self, _position: int) -> None:
        if not self._rest.isActive():
            self._follow.start(_FOLLOW)

    def _on_follow(self) -> None:
        """Let the other views follow the cursor."""
        if self._spelling is None or self.has_draft or self._rest.isActive():
            return
        index = self.text.spelled.index_at(self.text.textCursor().position())
        place = self._spelling.place_at(index)
        if place != self._session.place:
            self._session.go_to(place, origin=self)
