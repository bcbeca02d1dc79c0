"""The way from place to place in one document: records, panes, back and forward."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import Address
from catalog_app.document.template import Template
from catalog_app.session.settings import key_of
from catalog_app.ui.desk_panes import DeskPanes
from catalog_app.ui.form.form import Form
from catalog_app.ui.panes import focus_in


class DeskPlaces(DeskPanes):
    """Puts the focus where the user begins, and where they want to go."""

    _begun = _welcomed = False

    def begin(self) -> None:
        """Show the first record, if nothing is shown yet."""
        document, begun, self._begun = self.session.document, self._begun, True
        self.outline.waiting = False
        if not begun and (document.records() or document.packages()):
            first = Address("record1" if document.records() else "package1")
            form, place = self.sections.form, self.session.place
            form.begin_with(self._kind())
            if place is None:
                form.show_root(first)
                self.session.go_to(first, origin=self)
            elif not form.shows_something:  # someone was quicker than the turn
                form.show_root(Address(place.part))
                # Behind other documents it leaves the focus to the one in front.
                self.session.go_to(place, origin=None if self.isVisible() else self)
            self.welcome()

    def welcome(self) -> None:
        """Once, when it is first seen: put the focus in the first field, with nothing selected.

        Not if the user was faster. Qt gives it to the outline, as the first there is.
        """
        if self._welcomed or not self._begun or not self.isVisible():
            return
        self._welcomed, focus = True, QApplication.focusWidget()
        given = (self.outline.filter, self.outline.tree)
        if focus is None or not self.isAncestorOf(focus) or focus in given:
            self.sections.form.column.focus_first(Qt.FocusReason.OtherFocusReason)

    def _kind(self) -> Template | None:
        """What kind of resource the user said this is, now or when the file was open before."""
        session, services = self.session, self.services
        kept = services.settings.text(self._kind_key) if session.path else ""
        wanted = session.kind or kept
        found = services.templates(services.language) if wanted else []
        return next((one for one in found if one.id == wanted), None)

    @property
    def _kind_key(self) -> str:
        return f"kind/{key_of(self.session.path)}" if self.session.path else ""

    @property
    def form(self) -> Form:
        """The form; it is filled now if its turn has not come yet."""
        self.begin()
        return self.sections.form

    def _go_to_record(self, by: int) -> None:
        number = self.record_number() + by
        if 0 < number <= len(self.session.document.records()):
            self.session.go_to(Address(f"record{number}"), origin=self)

    def record_number(self) -> int:
        """The number of the record in focus; 0 for a place in the package."""
        self.begin()
        place = self.session.place
        if place is None or not place.part.startswith("record"):
            return 0
        return int(place.part.removeprefix("record"))

    def go_back(self) -> None:
        """Show the place before this one."""
        if not self.visited.back():
            self.services.tell(self.tr("There is no place before this one to go back to."))

    def go_forward(self) -> None:
        """Show the place again from which one went back."""
        if not self.visited.forward():
            self.services.tell(self.tr("There is no place to go forward to."))

    def next_record(self) -> None:
        """Show the record that follows."""
        self._go_to_record(1)

    def previous_record(self) -> None:
        """Show the record before."""
        self._go_to_record(-1)

    def _focus(self, name: str) -> None:
        tabs = self._tabs_of(name)
        self.room.ask_for("side" if tabs is self.side else "below")
        focus_in(tabs.show_pane(name))

    def go_outline(self) -> None:
        """Put the focus in the outline."""
        self.room.ask_for("outline")
        focus_in(self.outline)

    def go_form(self) -> None:
        """Put the focus in the form, where it was, or in its first field."""
        self.room.ask_for()
        place = self.session.place
        if place is None or not place.steps or not self.form.reveal(place):
            focus_in(self.form.column)

    def go_article(self) -> None:
        """Put the focus in the text being described."""
        self._focus("article")

    def go_xml(self) -> None:
        """Put the focus in the XML."""
        self._focus("xml")

    def go_help(self) -> None:
        """Put the focus in the help on the field."""
        self._focus("help")

    def go_problems(self) -> None:
        """Put the focus in the list of problems."""
        self._focus("problems")

    def go_history(self) -> None:
        """Put the focus in the list of what was done."""
        self._focus("history")

    def go_changes(self) -> None:
        """Put the focus in what a save would write."""
        self._focus("changes")
