"""The problems pane: the list of findings, one in full, and the preview of repairs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu

from catalog_app.document.address import Address
from catalog_app.document.difference import Line, difference, regions_of
from catalog_app.document.edit import Change, Edit
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.session.sentences import fix_in_words, in_words
from catalog_app.ui.look import icon
from catalog_app.ui.numbers import grouped
from catalog_app.ui.problems.listed import ListedProblems
from catalog_app.ui.problems.model import where
from catalog_app.ui.typing_on import type_into
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.fixes import is_edit
from catalog_app.validation.mending import Mended

# As many repairs as anybody reads before saying yes.
_TOLD = 500


class ProblemsPane(ListedProblems):
    """What was found, and the way to the field and to the repair.

    `files_wanted(Fix)` for a repair that makes new files and leaves this one alone; the shell does
    it. `asking()` before a question is put, so that the pane can be brought into sight, and
    `answered()` when it is gone and the focus is back. `bar` may be taken as the corner of a tab
    bar; the window title says how many findings there are, for the tab.
    """

    files_wanted = Signal(object)
    asking = Signal()
    answered = Signal()

    #: What is done if the question on the sheet is answered with yes.
    _waiting: Edit | None = None
    #: Whether it was asked from this pane, and the place that it is about.
    _asked_here = False
    _asked_about: Address | None = None

    def _connect(self) -> None:
        super()._connect()
        self._delegate.taken.connect(self._on_link)
        self.detail.taken.connect(self._on_detail_fix)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.bar.mend_wanted.connect(self.fix_all)
        self.sheet.accepted.connect(self._on_sheet_accepted)
        self.sheet.rejected.connect(self._close_sheet)
        self.sheet.typed.connect(self._on_sheet_typed)
        self._session.changed.connect(self._on_session_changed)

    def _on_key(self, name: str) -> None:
        if name == "fix":
            self.mend(self.current)
        else:
            super()._on_key(name)

    def _on_session_changed(self, change: Change) -> None:
        if change.origin is not self:
            self._close_sheet()

    # ---- mending

    def fix_here(self) -> None:
        """Take the first fix of the finding at the place in focus."""
        place = self._session.place
        if place is None:
            self.mend(self.current)
            return
        here = [
            f for f in (*self._findings.at(place), *self._findings.at(place.element)) if f.fixes
        ]
        current = self.current if self._away is None else None
        if current is not None and current.fixes:
            here.insert(0, current)
        around = [f for f in self._findings.items if f.fixes and f.address == place.parent]
        found = [*here, *around]
        self.mend(found[0] if found else None)

    def mend(self, finding: Finding | None, fix: Fix | None = None) -> None:
        """Do a repair of a finding, the first if none is named; one that is not safe asks."""
        if finding is None or not finding.fixes or self._session.read_only:
            return
        fix = fix or finding.fixes[0]
        if not is_edit(fix):
            self.files_wanted.emit(fix)
            return
        if fix.safe:
            self._findings.apply(finding, fix)
            return
        edit = self._findings.edit_for(finding, fix)
        if edit is None:
            self._session.refused.emit(
                self.tr("“%1” cannot be done here any more.").replace("%1", in_words(fix.title))
            )
            return
        words = [f"{where(self._session.document, finding.address)}: {in_words(finding.message)}"]
        done = Edit(fix.title, edit.splices, edit.address)
        self._ask(in_words(fix.title), words, done, about=finding.address)

    def fix_all(self) -> None:
        """Show what mending all that is safe would do."""
        if self._session.read_only:
            return
        self._findings.look_for_safe(self._on_safe_found)

    def _on_safe_found(self, edit: Edit | None, found: Mended) -> None:
        if edit is None:
            return
        document = self._session.document
        words = [
            f"{where(document, f.address)}: {in_words(x.title)}. {in_words(f.message)}"
            for f, x in found.repairs[:_TOLD]
        ]
        number = len(found.repairs)
        if number > _TOLD:
            words.append(self.tr("… and %1 more").replace("%1", grouped(number - _TOLD)))
        title = self.tr("%1 repairs that lose nothing").replace("%1", str(number))
        self._ask(title, words, edit, list(found.lines))

    def _ask(
        self,
        title: str,
        words: list[str],
        edit: Edit,
        lines: list[Line] | None = None,
        about: Address | None = None,
    ) -> None:
        self._waiting, self._asked_here = edit, self.isAncestorOf(QApplication.focusWidget())
        self._asked_about = about
        if lines is None:
            lines = difference(regions_of(self._session.document, edit))
        self.asking.emit()  # or what is typed now would be lost on a button that nobody sees
        self._pages.setCurrentWidget(self.sheet)
        self._make_room()
        self.sheet.ask(title, words, lines, amid_typing=not self._asked_here)

    def _on_sheet_accepted(self) -> None:
        edit = self._waiting
        self._close_sheet()
        if edit is not None:
            label, place = in_words(edit.name), self._session.place
            then = partial(self._on_mended, place)
            perform_in_slices(self._session, self._jobs, label, lambda: iter([edit]), self, then)

    def _on_mended(self, place: Address | None, edit: Edit | None) -> None:
        """Let who came from a field go on in what it has become, and not in the next one."""
        session = self._session
        session.end_typing()
        mended = edit.address if edit is not None else None
        if self._asked_here or mended is None or place is None:
            return
        about = self._asked_about
        near = mended.part == place.part and mended.steps[:1] == place.steps[:1]
        # What is put together with another card has gone there, with who was in it.
        gone = about is not None and bool(about.steps) and about.element.contains(place)
        if (near or gone) and session.document.element(mended.element) is not None:
            session.go_to(mended)

    def _close_sheet(self) -> None:
        self._waiting = None
        if self._pages.currentWidget() is self.sheet:
            had_focus = self.sheet.isAncestorOf(QApplication.focusWidget())
            self._pages.setCurrentIndex(0)
            self._make_room()
            if had_focus:
                self._give_back_the_focus()
            self.answered.emit()

    def _on_sheet_typed(self, text: str) -> None:
        """What is typed goes into the field that the user comes from; nothing is mended."""
        self._close_sheet()
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            type_into(focus, text)

    def _give_back_the_focus(self) -> None:
        """To the list if it was asked there, else to the field that the user comes from."""
        if self._asked_here or self._session.place is None:
            self.list.setFocus()
        else:
            self._session.go_to(self._session.place)

    def _on_link(self, row: int) -> None:
        self._stand_at(row)
        self.mend(self.current)

    def _on_detail_fix(self, fix: Fix) -> None:
        self.mend(self.current, fix)

    # ---- the menu of a row

    def _on_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.menu().popup(self.list.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done about the current finding."""
        finding = self.current
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = menu.addAction(icon("go-to"), self.tr("Go to the field"))
        go.triggered.connect(self._on_menu_go)
        for fix in finding.fixes if finding else ():
            action = menu.addAction(icon("fix"), fix_in_words(fix))
            action.setData(fix)
            action.setEnabled(not self._session.read_only)
        menu.triggered.connect(self._on_menu_fix)
        menu.addSeparator()
        menu.addAction(self.tr("Show in full")).triggered.connect(self.toggle_detail)
        off = menu.addAction(icon("eye"), self.tr("Don't show this kind again"))
        off.setEnabled(finding is not None and finding.source == "rule")
        off.triggered.connect(self._on_menu_off)
        return menu

    def _on_menu_go(self) -> None:
        self._go(self.current)

    def _on_menu_fix(self, action: object) -> None:
        if isinstance(action.data(), Fix):
            self.mend(self.current, action.data())

    def _on_menu_off(self) -> None:
        if self.current is not None:
            self._findings.switch_off(self.current.rule)
