"""The editor of a code from a vocabulary: typed by label or code, shown as both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from catalog_app.ui.form.editors.base import Editor
from catalog_app.ui.form.editors.choice import not_in_list
from catalog_app.ui.form.editors.line import Search, refusal
from catalog_app.ui.form.editors.offers import Offer, Offers, offer_of
from catalog_app.ui.form.editors.oneline import OneLine
from catalog_app.ui.form.editors.typed import accepted
from catalog_app.ui.look.roles import role

#: The entry that a code stands for, or None.
Describe = Callable[[str], object | None]


class CodeEditor(Editor):
    """A code shown as "author — aut", found by typing label or code."""

    def __init__(
        self,
        label: str,
        address: str,
        *,
        search: Search,
        describe: Describe | None = None,
        free: bool = True,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`free` fields take any text as their value; others only what the search knows."""
        super().__init__(label, address, parent)
        self._search = search
        self._describe = describe or self._found_by_search
        self._free = free
        self._value = ""
        self._shown = ""
        self._offer: Offer | None = None
        self._offers: Offers | None = None
        self._typing = False
        line = OneLine(self)
        line.setPlaceholderText(placeholder)
        line.takes_key = self._takes_key
        line.wants_key = self._wants_key
        self._adopt(line)
        words = QCoreApplication.translate("Editor", "Show the list")
        button = self._add_button("chevron-down", words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_button_clicked)
        line.textEdited.connect(self._on_line_edited)
        line.focused.connect(self._on_line_focused)
        line.entered.connect(self._on_line_entered)

    @property
    def is_offering(self) -> bool:
        return self._offers is not None and self._offers.is_open

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        self._restore()

    def select_range(self, start: int, end: int) -> None:
        self.input.select(start, end)

    def set_read_only(self, read_only: bool) -> None:
        self.input.setReadOnly(read_only)
        role(self.input, "bare" if read_only else None)
        self._buttons[0].setVisible(not read_only)
        self._arrange()
        super().set_read_only(read_only)

    def _restore(self) -> None:
        """Show the value, whatever has been typed since."""
        self._typing = False
        entry = self._describe(self._value) if self._value else None
        self._offer = None if entry is None else offer_of(entry)
        self._present(self._offer.shown if self._offer else self._value)
        self._judge_value()

    def _is_pending(self) -> bool:
        """Whether something was typed that the closed list has not taken."""
        return not self._free and self._offer is None and self._shown != self._value

    def _present(self, text: str) -> None:
        self._shown = text
        self.input.brief = self._offer.label if self._offer else ""
        self.input.show_text(text)

    def _judge_value(self) -> None:
        strange = bool(self._value) and self._offer is None and not self._free
        self._judge("warning" if strange else None, not_in_list(self._value) if strange else "")

    def _found_by_search(self, code: str) -> object | None:
        return next((entry for entry in self._search(code) if offer_of(entry).code == code), None)

    # -- typing -------------------------------------------------------------------------------

    def _on_line_edited(self, _text: str) -> None:
        typed = self.input.text()
        text, refused = accepted(self._shown, typed, one_line=True)
        text = self._bare(text)
        if text != typed:
            self.input.show_text(text)
        if refused:
            self.refused.emit(refusal())
        self._shown, self._offer, self._typing = text, None, True
        self.input.brief = ""
        self._list().open(text)
        if (self._free or not text) and text != self._value:
            self._value = text
            self._judge_value()
            self.edited.emit(text)

    def _bare(self, text: str) -> str:
        """What was typed into "author — aut", without the rest of that."""
        if self._offer is None or self._offer.shown == self._offer.code:
            return text
        head, tail = f"{self._offer.label} — ", f" — {self._offer.code}"
        if text.startswith(head):
            return text.removeprefix(head)
        return text.removesuffix(tail)

    def _list(self) -> Offers:
        if self._offers is None:
            self._offers = Offers(self.input, self._search, eager=not self._free)
            self._offers.taken.connect(self._on_offer_taken)
        return self._offers

    def _on_offer_taken(self, offer: Offer) -> None:
        self._offer, self._typing = offer, False
        self._present(offer.shown)
        changed = offer.code != self._value
        self._value = offer.code
        self._judge_value()
        # The whole entry first: who takes it has the value too, and makes one edit of both.
        self.picked.emit(offer.entry)
        if changed:
            self.edited.emit(offer.code)

    # -- leaving ------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Take what was typed into a closed field if it names one entry; else say it does not.

        What was typed into a free field is its value, and is shown as such.
        """
        typed = self.input.text()
        if not self._is_pending():
            if self._typing:
                self._restore()
            return
        wanted = typed.strip().casefold()
        named = [
            offer
            for offer in map(offer_of, self._search(typed.strip()))
            if wanted in (offer.code.casefold(), offer.label.casefold())
        ]
        if len(named) == 1:
            self._on_offer_taken(named[0])
            return
        self._judge("error", not_in_list(typed))
        self.refused.emit(not_in_list(typed))

    def _on_line_entered(self) -> None:
        if self._offers:
            self._offers.close()
        self._settle()
        self.finished.emit()

    def _on_line_focused(self, focused: bool) -> None:
        if not focused:
            if self._offers:
                self._offers.close()
            self._settle()
        self._on_input_focused(focused)

    # -- the list -----------------------------------------------------------------------------

    def _on_button_clicked(self) -> None:
        self.input.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._list().is_open:
            self._list().close()
        else:
            self._open_whole()

    def _open_whole(self) -> None:
        """Show all entries, or those for what is being typed."""
        if self._typing and self._shown:
            self._list().open(self._shown, marked=True)
        if not self._list().is_open:
            self._list().open("", self._value)

    def _wants_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._is_pending():
            return True
        return self._offers is not None and self._offers.wants(event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or self.input.isReadOnly():
            return False
        opens = event.key() == Qt.Key.Key_Down and not event.modifiers()
        if opens and not self._list().is_open:
            self._open_whole()
            return True
        if self._offers is not None and self._offers.takes(event):
            return True
        if event.key() == Qt.Key.Key_Escape and self._is_pending():
            self._restore()
            return True
        return False
