"""The window: menus, the open documents in tabs, and what follows the one in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from catalog_app.session.findings import Findings
from catalog_app.session.opening import shown_name
from catalog_app.session.session import Session
from catalog_app.ui import actions as table
from catalog_app.ui.bars import NoticeBar
from catalog_app.ui.desk import Desk
from catalog_app.ui.files.closer import Closer
from catalog_app.ui.files.leftovers import Leftovers
from catalog_app.ui.files.opener import Opener
from catalog_app.ui.files.saver import Saver
from catalog_app.ui.files.watching import Watching
from catalog_app.ui.menus import Menus
from catalog_app.ui.offering import Offering
from catalog_app.ui.own_templates import OwnTemplates
from catalog_app.ui.package.gathering import Gathering
from catalog_app.ui.package.noting import PROVENANCE, Noting
from catalog_app.ui.services import Services
from catalog_app.ui.start import StartPage
from catalog_app.ui.status import Status
from catalog_app.ui.tabs import DeskTabs
from catalog_app.ui.texts import Texts
from catalog_app.ui.tools import Tools
from catalog_app.ui.view import View

FindingsMaker = Callable[[Session], Findings]


class MainWindow(QMainWindow):
    """One window with the documents that are open in it; `session` is that of the one in front.

    `closed()` when it is closed for good.
    """

    closed = Signal()
    _entering: QWidget | None = None

    def __init__(self, services: Services, make_findings: FindingsMaker) -> None:
        super().__init__()
        self._make_findings = make_findings
        self._may_close = False
        self.actions_by_id = table.build(self, services.settings)
        self.services = replace(services, actions=self.actions_by_id, tell=self.tell)
        self._lay_out()
        self.opener, self.saver, self.closer = Opener(self), Saver(self), Closer(self)
        self.view, self.tools, self.texts = View(self), Tools(self), Texts(self)
        self.gathering, self.noting = Gathering(self), Noting(self)
        noting = self.services.settings.flag(PROVENANCE)
        self.actions_by_id["provenance"].setChecked(noting)
        self.watching, self.leftovers = Watching(self), Leftovers(self)
        self.own_templates = OwnTemplates(self)
        self.menus, self.offering = Menus(self), Offering(self)
        self._restore()
        self._connect()
        self._on_tab_changed()
        self.own_templates.look()

    # ---- layout

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Catalog"))
        self.setMinimumSize(640, 420)
        self.setAcceptDrops(True)
        under = NoticeBar()
        self.bar = NoticeBar(below=under)
        self.tabs = DeskTabs(self)
        self.start = self._start_page()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.tabs)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(under)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self.status = Status(self.services.jobs)
        self.setStatusBar(self.status)

    def _start_page(self) -> StartPage:
        return StartPage(
            self.actions_by_id,
            lambda path: self.opener.open_file(path),
            lambda path: self.opener.open_example(path),
            lambda template: self.opener.new_record(template),
        )

    def make_again(self) -> None:
        """Make menus and start page anew, with their words in another language."""
        self.menus.fill()
        old, self.start = self.start, self._start_page()
        self._pages.insertWidget(0, self.start)
        self._pages.removeWidget(old)
        old.deleteLater()
        self._on_tab_changed()

    def _restore(self) -> None:
        settings = self.services.settings
        self.resize(1400, 880)
        self.restoreGeometry(settings.blob("window/geometry"))
        self.view.check_actions()

    def _remember(self) -> None:
        if self.desk is not None:
            self.desk.remember()
        self.services.settings.keep("window/geometry", self.saveGeometry())
        self.services.settings.sync()

    def _connect(self) -> None:
        for spec in table.ACTIONS:
            self.actions_by_id[spec.id].triggered.connect(self._on_action_triggered)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.tabs.close_wanted.connect(self.closer.close_desk)

    # ---- documents

    @property
    def desk(self) -> Desk | None:
        """The desk in front."""
        found = self.tabs.currentWidget()
        return found if isinstance(found, Desk) else None

    @property
    def session(self) -> Session | None:
        """The document in front."""
        return self.desk.session if self.desk else None

    def desks(self) -> list[Desk]:
        """All open documents, in the order of their tabs."""
        return [self.tabs.widget(index) for index in range(self.tabs.count())]

    def desk_of(self, path: Path) -> Desk | None:
        """The open document of a file."""
        found = [desk for desk in self.desks() if desk.session.path == path]
        return found[0] if found else None

    def show_desk(self, desk: Desk) -> None:
        """Bring a document to the front."""
        self.tabs.setCurrentWidget(desk)

    def add_session(self, session: Session) -> Desk:
        """Open a document in a tab of its own and bring it to the front."""
        if self.desk is not None:
            self.desk.remember()
        desk = self._desk(session)
        self.show_desk_at(desk, self.tabs.count())
        return desk

    def _desk(self, session: Session) -> Desk:
        self.services.recovery.watch(session)
        return self._desk_of(session)

    def _desk_of(self, session: Session) -> Desk:
        desk = Desk(session, self._make_findings(session), self.services)
        desk.editable_copy_wanted.connect(self._on_editable_copy_wanted)
        desk.record_copy_wanted.connect(self.opener.open_record_copy)
        desk.files_wanted.connect(self.gathering.split_packages)
        desk.state_changed.connect(self._on_desk_state_changed)
        session.place_changed.connect(self._on_place_changed)
        desk.outline.add_record_requested.connect(desk.records.add)
        desk.outline.save_record_requested.connect(self.saver.save_record_at)
        self.view.dress(desk)
        self.watching.note(desk)
        return desk

    def show_desk_at(self, desk: Desk, index: int) -> None:
        """Put a desk into the tabs and bring it to the front."""
        self._put_at(desk, index)
        self.tabs.setCurrentIndex(index)

    def _put_at(self, desk: Desk, index: int) -> None:
        self.tabs.insertTab(index, desk, self._tab_name(desk))
        self.tabs.setTabToolTip(index, _where(desk.session))

    def replace_session(self, desk: Desk, session: Session) -> Desk:
        """Put a document that was read again in the place of the old, at the same record."""
        place, index = desk.session.place, self.tabs.indexOf(desk)
        desk.remember()
        fresh = self._desk(session)
        article = getattr(desk.pane_if_made("article"), "path", None)
        if article is not None:
            fresh.open_article(article)
        self.remove_desk(desk, replacing=True)
        self.show_desk_at(fresh, index)
        fresh.begin()
        if place is not None and session.document.anchor(place.part):
            session.go_to(place, origin=fresh)
        return fresh

    def exchange_desk(self, desk: Desk) -> Desk:
        """Put another desk in the place of one, over the same document."""
        session, index, in_front = desk.session, self.tabs.indexOf(desk), desk is self.desk
        desk.remember()
        desk.end()
        desk.findings.deleteLater()
        session.place_changed.disconnect(self._on_place_changed)
        fresh = self._desk_of(session)  # takes the session from the old desk
        self.watching.hand_over(desk, fresh)
        self._put_at(fresh, index)
        if in_front:
            self.show_desk(fresh)
        self.tabs.removeTab(self.tabs.indexOf(desk))
        desk.deleteLater()
        return fresh

    def remove_desk(self, desk: Desk, *, replacing: bool = False) -> None:
        """Close a document without asking."""
        if not replacing:
            desk.remember()
        in_front, stood = desk is self.desk, {one: one.focusWidget() for one in self.desks()}
        self.services.recovery.forget(desk.session)
        self.watching.forget(desk)
        self.status.forget(desk.session)
        desk.end()
        self.tabs.removeTab(self.tabs.indexOf(desk))
        desk.deleteLater()
        self._on_tab_changed()
        back = stood[self.desk] if in_front and self.desk is not None else None
        if back is not None:  # Qt gives the focus to the first there is
            back.setFocus()

    # ---- what follows the document in front

    def _name_tab(self, desk: Desk) -> None:
        index = self.tabs.indexOf(desk)
        if index < 0:
            return
        words = self._tab_name(desk)
        if words != self.tabs.tabText(index):  # a tab that is named lays the whole window out
            self.tabs.setTabText(index, words)
            self.tabs.setTabToolTip(index, _where(desk.session))

    def _tab_name(self, desk: Desk) -> str:
        name = shown_name(desk.session.path) if desk.session.path else desk.session.title
        mark = "" if desk.saved else self.tr(" •")
        return (name + mark).replace("&", "&&")

    def _on_desk_state_changed(self) -> None:
        desk = self.sender()
        if isinstance(desk, Desk):
            self._name_tab(desk)
        self._name_state()

    def _on_place_changed(self, _place: object, _origin: object) -> None:
        self.status.refresh_place()

    def _on_editable_copy_wanted(self) -> None:
        desk = self.sender()
        if isinstance(desk, Desk):
            self.opener.open_copy(desk)

    def _on_tab_changed(self, _index: int = -1) -> None:
        desk = self.desk
        self._pages.setCurrentWidget(self.tabs if desk else self.start)
        self.status.show_desk(desk)
        if desk is None:
            self.fill_start()
        else:
            desk.welcome()
        self._refresh()

    def fill_start(self) -> None:
        """List on the start page what can be opened and begun now."""
        self.start.show_recent(self.services.settings.recent)
        self.start.show_examples(list(self.opener.examples()))
        self.start.show_kinds(self.menus.kinds())

    def _refresh(self) -> None:
        self.offering.enable()
        self._name_state()

    def _name_state(self) -> None:
        """Say what is open and whether it is saved: after every key, so only what is new."""
        session = self.session
        self.offering.follow()
        self.status.refresh()
        title = self.tr("{0}[*] — Catalog").format(session.title) if session else self.tr("Catalog")
        if title != self.windowTitle():
            self.setWindowTitle(title)
        self.setWindowModified(bool(session and not session.undo_stack.isClean()))

    def on_saved(self, desk: Desk) -> None:
        """A document was written to its file."""
        session = desk.session
        self.services.settings.add_recent(session.path)
        self.services.settings.keep_folder(session.path)
        self.watching.note(desk)
        self.status.note_saved(session)
        self._name_tab(desk)
        self._refresh()

    def tell(self, text: str) -> None:
        """Show a quiet sentence in the status bar."""
        self.status.tell(text)

    # ---- menus

    def _on_action_triggered(self) -> None:
        spec = next(s for s in table.ACTIONS if s.id == self.sender().objectName())
        who, _, method = spec.calls.partition(".")
        target = self.called(who)
        if target is not None:
            getattr(target, method)()

    def called(self, who: str) -> object:
        """The one that does an action: of the window, or of the document in front if any."""
        if who in ("form", "records", "package", "reading"):
            return getattr(self.desk, who, None)
        if who == "problems":
            return self.desk.pane(who) if self.desk else None
        return self if who == "window" else getattr(self, who)

    # ---- events

    def changeEvent(self, event: QEvent) -> None:
        """Look at the files when the window gets the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self.watching.look)
            QTimer.singleShot(0, self.own_templates.look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus, as Space does: Qt keeps that for its dialogs.

        Not a button to which the focus came by this very key, from a field that it has closed.
        """
        button, self._entering = self._entering, None
        if button is None or button is not QApplication.focusWidget() or not _is_enter(event):
            super().keyPressEvent(event)
        elif isinstance(button, QPushButton | QToolButton) and not event.isAutoRepeat():
            button.click()

    def event(self, event: QEvent) -> bool:
        """Remember what has the focus when Enter comes, before anything is done for it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._entering = QApplication.focusWidget() if _is_enter(event) else None
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that are dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.opener.open_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing is lost; otherwise ask first."""
        event.ignore()
        if self._may_close or not self.desks():
            self._remember()
            self.end()
            event.accept()
            self.closed.emit()
            return
        self._remember()
        self.closer.close_desks(self.desks(), self._close_for_good)

    def end(self) -> None:
        """Stop all work; a thread that outlived the program would end it with a crash."""
        for desk in self.desks():
            desk.end()
        self.services.jobs.close()

    def _close_for_good(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self.close)


def _where(session: Session) -> str:
    return str(session.path).encode("utf-8", "replace").decode() if session.path else session.title


def _is_enter(event: QKeyEvent) -> bool:
    more = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not more
