"""One open document on the screen: outline, form, side panes, and the panes below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from catalog_app.document.address import Address
from catalog_app.document.template import Template
from catalog_app.session.findings import Findings
from catalog_app.session.sentences import in_words
from catalog_app.session.session import Session
from catalog_app.ui.article.commands import ArticleCommands
from catalog_app.ui.article.moved import Moved
from catalog_app.ui.article.pane import ArticlePane
from catalog_app.ui.asking import Asking
from catalog_app.ui.bars import Notice
from catalog_app.ui.desk_places import DeskPlaces
from catalog_app.ui.form.standing import has_kind
from catalog_app.ui.keys import KEYS
from catalog_app.ui.kinds import KindMenu
from catalog_app.ui.package.commands import PackageCommands
from catalog_app.ui.problems.pane import ProblemsPane
from catalog_app.ui.record_edits import RecordEdits
from catalog_app.ui.services import Services
from catalog_app.validation.finding import Finding, Fix


class Desk(DeskPlaces):
    """The panes of one document and what the menus ask of them.

    `editable_copy_wanted()` when the bar of a read-only document is answered; `files_wanted(Fix)`
    for a repair that makes new files; `record_copy_wanted(str)` for a copy of a record as a
    document of its own; `state_changed()` when its name, its changes or its editability are not
    what they were.
    """

    _before_asking: tuple[frozenset[str], QWidget] | None = None
    editable_copy_wanted = Signal()
    files_wanted = Signal(object)
    record_copy_wanted = Signal(str)
    state_changed = Signal()

    def __init__(
        self,
        session: Session,
        findings: Findings,
        services: Services,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, findings, services, parent)
        self.records, self.package = RecordEdits(self), PackageCommands(self)
        self.reading = ArticleCommands(self)
        self._say_why_read_only()
        self._connect()
        self.asking = Asking(session, services.jobs, self.bar, self)
        self.moved = Moved(session, self.bar, self._text_folder, self._save, self)

    def _lay_out(self) -> None:
        """Put the form first, before the panes around it have their turns."""
        self.findings.put_off()
        self.turns.later(self.begin)
        self.turns.later(self.findings.check_soon)
        super()._lay_out()
        self.outline.waiting = True

    def _remember_kind(self) -> None:
        """Keep what kind of resource this is with its file."""
        settings, kind = self.services.settings, self.session.kind
        if self.session.path is None or not self._begun:
            return
        if kind:
            settings.keep(self._kind_key, kind)
        else:
            settings.forget(self._kind_key)

    def remember(self) -> None:
        """Keep the panes as they are for the next time, and what kind of resource this is."""
        super().remember()
        self._remember_kind()

    def end(self) -> None:
        """Stop what runs for this document."""
        for owner in self._made():
            for method in ("close_jobs", "stop"):
                stop = getattr(owner, method, None)
                if stop is not None:
                    stop()
        self.findings.close(self.services.jobs)

    def _made(self) -> list[QWidget]:
        """The panes that there are already."""
        every = (*self.side.held.values(), *self.below.held.values())
        return [held.pane() for held in every if held.is_made]

    # ---- signals

    def _connect(self) -> None:
        session = self.session
        self._held("article").made.connect(self._on_article_made)
        self._held("problems").made.connect(self._on_problems_made)
        session.undo_stack.cleanChanged.connect(self.state_changed)
        session.undo_stack.indexChanged.connect(self.state_changed)
        session.path_changed.connect(self.state_changed)
        session.changed.connect(self._on_session_changed)
        session.refused.connect(self._on_session_refused)
        session.saved.connect(self._on_session_saved)
        self.findings.changed.connect(self._on_findings_changed)
        self.outline.files_dropped.connect(self.sections.take_dropped)
        form = self.sections.form
        form.xml_wanted.connect(self._on_form_xml_wanted)
        form.help_wanted.connect(self._on_form_help_wanted)
        form.mend_wanted.connect(self._on_form_mend_wanted)
        form.template_menu_wanted.connect(self._on_form_template_menu_wanted)
        form.refusal.connect(self._on_form_refusal)

    def _on_article_made(self, article: ArticlePane) -> None:
        article.passages.traced.connect(self.form.show_traces)
        article.passages.show_marks()

    def _on_problems_made(self, problems: ProblemsPane) -> None:
        problems.files_wanted.connect(self.files_wanted)
        problems.asking.connect(self._on_problems_asking)
        problems.answered.connect(self._on_problems_answered)

    def _on_problems_asking(self) -> None:
        """Bring the question into sight, whatever stands in front of it."""
        asked, front = self.room.asked, self.below.currentWidget()
        self.room.ask_for(*asked, "below")
        self.below.show_pane("problems")
        self._before_asking = self._before_asking or (asked, front)

    def _on_problems_answered(self) -> None:
        """Put the panes below back as they were, if nobody has moved them meanwhile."""
        (asked, front), self._before_asking = self._before_asking, None
        if self.below.currentWidget() is self.below.held["problems"]:
            self.below.setCurrentWidget(front)
        if self.room.asked == asked | {"below"}:
            self.room.ask_for(*asked)

    def _on_form_mend_wanted(self, finding: Finding, fix: Fix) -> None:
        self.pane("problems").mend(finding, fix)

    def _on_findings_changed(self) -> None:
        """Say the number of findings in the tab."""
        number, title = len(self.findings.items), self.tr("Problems")
        self.below.entitle("problems", f"{title}  {number}" if number else title)

    def _on_form_xml_wanted(self, address: Address) -> None:
        self._focus("xml")
        self.session.go_to(address, origin=self)

    def _on_form_help_wanted(self, address: Address) -> None:
        self._focus("help")
        self.session.go_to(address, origin=self)

    def _on_form_template_menu_wanted(self) -> None:
        self.choose_kind()

    def choose_kind(self) -> None:
        """Open the list of templates below the name of the one in force."""
        if not has_kind(self.session, self.form.root):
            self.services.tell(self.tr("Only a record that describes a resource is of a kind."))
            return
        button = self.form.header.template
        menu = KindMenu(self.services, self.form.template, self)
        menu.chosen.connect(self._on_kind_chosen)
        if button.isVisible():
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_kind_chosen(self, template: Template | None) -> None:
        self.form.begin_as(template)
        if not self.form.column.isAncestorOf(QApplication.focusWidget()):
            self.go_form()

    def next_missing(self) -> None:
        """Go to the next field that is asked for and still missing."""
        if self.form.asking is None:
            self.choose_kind()
        else:
            self.form.next_missing()

    def show_missing(self) -> None:
        """List what is asked for and still missing, and why."""
        self.form.show_missing()

    def choose_template(self, template: Template | None) -> None:
        """Let the form ask for what a kind of record should have."""
        self.form.choose_template(template)

    def _on_session_changed(self, _change: object) -> None:
        self.bar.withdraw("refused")

    def _on_session_refused(self, why: str) -> None:
        self.bar.tell(Notice("refused", why))

    def _on_form_refusal(self, words: str) -> None:
        """What a field has refused is said until the user goes on: types there, or goes elsewhere.

        It is said when the field is left; where the focus goes at that very moment is not yet on.
        """
        if words:
            QTimer.singleShot(0, self, self._await_going_on)
        else:
            self.bar.withdraw("refused")

    def _await_going_on(self) -> None:
        once = Qt.ConnectionType.SingleShotConnection
        self.session.place_changed.connect(self._on_gone_on, once)

    def _on_gone_on(self, _place: object, _origin: object) -> None:
        self.bar.withdraw("refused")

    def _on_session_saved(self) -> None:
        self.bar.withdraw("saving")
        self.bar.withdraw("disk")
        self._remember_kind()

    def _say_why_read_only(self) -> None:
        self.bar.withdraw("read-only")
        why = self.session.read_only
        if why:
            text = self.tr("This file is shown but cannot be edited here: {0}.").format(
                in_words(why)
            )
            offers = ((self.tr("Open an editable copy"), self.editable_copy_wanted.emit),)
            offered = offers if self.session.document.obstacle and not self.broken else ()
            self.bar.tell(Notice("read-only", text, offered, "lock", closable=False))

    def settle(self) -> None:
        """Let what is being typed become what it would when its field is left, as before a save."""
        focus = QApplication.focusWidget()
        self.sections.settle()
        if focus is not None and self.form.isAncestorOf(focus):
            focus.clearFocus()
            self.form.leave()
            if isValid(focus):
                focus.setFocus()

    @property
    def saved(self) -> bool:
        """Whether closing loses nothing."""
        return self.session.undo_stack.isClean()

    broken = False

    def on_check_failed(self, error: BaseException) -> None:
        """The rest of a large file turned out not to be well-formed: it can only be looked at."""
        self.broken = True
        self.session.document.obstacle = f"it is not well-formed ({error})".replace(".)", ")")
        self._say_why_read_only()
        self.state_changed.emit()

    # ---- what the menus ask

    @property
    def undo_stack(self) -> QUndoStack:
        """The history of the document."""
        return self.session.undo_stack

    def undo(self) -> None:
        """Take the last change back; the form shows where it was."""
        self.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.undo_stack.redo()

    def go_suggestions(self) -> None:
        """Put the focus in what the text suggests for the record."""
        self._focus("article")
        self.pane("article").focus_suggestions()

    def check_article(self) -> None:
        """Check what the record says against the text."""
        self._focus("article")
        self.pane("article").turn_check()

    def _text_folder(self) -> Path | None:
        """The folder of the text in front, which a new package is about."""
        article = self.pane_if_made("article")
        return article.path.parent if article is not None and article.path else None

    def _save(self) -> None:
        self.services.actions["save"].trigger()

    def attach_article(self) -> None:
        """Make the text a file of the package."""
        self.pane("article").attach()

    def open_article(self, path: Path) -> None:
        """Show a text beside the record."""
        self.side.show_pane("article").open_article(path)

    def fix_all(self) -> None:
        """Show the repairs that lose nothing, to be done together."""
        self.room.ask_for("below")
        self.below.show_pane("problems").fix_all()

    def _act_on_rows(self, name: str) -> bool:
        """Do something with the rows in focus, of the outline, the table or the tree."""
        return self.outline.act(name) or self.sections.act_on_rows(name)

    def move_place_up(self) -> None:
        """Move the card or the rows in focus up."""
        self._act_on_rows("up") or self._in_form(partial(self.form.move_place, -1))

    def move_place_down(self) -> None:
        """Move the card or the rows in focus down."""
        self._act_on_rows("down") or self._in_form(partial(self.form.move_place, 1))

    def duplicate_place(self) -> None:
        """Add a copy of the card or the row in focus."""
        self._act_on_rows("copy") or self._in_form(self.form.duplicate_place)

    def remove_place(self) -> None:
        """Remove the card or the rows in focus."""
        self._act_on_rows("remove") or self._in_form(self.form.remove_place)

    def same_as_last(self) -> None:
        """Make the card in focus what it was in the last record."""
        self._in_form(self.form.same_as_last)

    def _in_form(self, act: Callable[[], None]) -> None:
        """Do something to what the form's cursor stands in, if the cursor is the one in focus."""
        if self.form.has_focus():
            act()
        else:
            words = self.tr("This is done to a field or card of the form: go there first ({0}).")
            self.services.tell(words.format(KEYS.of("go_form")).replace(" ()", ""))
