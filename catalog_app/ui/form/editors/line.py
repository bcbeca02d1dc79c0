"""Editors of one line of text: plain, judged as typed, and an address on the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from catalog_app.ui.form.editors.base import Editor
from catalog_app.ui.form.editors.offers import Offer, Offers
from catalog_app.ui.form.editors.oneline import OneLine
from catalog_app.ui.form.editors.typed import accepted
from catalog_app.ui.look.roles import role

Search = Callable[[str], Iterable[object]]
#: (True, "") if a value is right, (False, why not) if it is wrong, (None, "") if nothing is said.
Check = Callable[[str], tuple[bool | None, str]]


def refusal() -> str:
    """What is said when something that no XML record can hold was typed or pasted."""
    return QCoreApplication.translate(
        "Editor", "An invisible control character was left out: no record can hold it."
    )


class LineEditor(Editor):
    """One line of text, with offers below it if there is something to offer."""

    def __init__(
        self,
        label: str,
        address: str,
        *,
        search: Search | None = None,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, address, parent)
        self._value = ""
        self._search = search
        self._offers: Offers | None = None
        line = OneLine(self)
        if placeholder:
            line.setPlaceholderText(placeholder)
        self._adopt(line)
        line.textEdited.connect(self._on_line_edited)
        line.focused.connect(self._on_line_focused)
        line.entered.connect(self.finished)
        if search:
            line.takes_key = self._takes_key
            line.wants_key = self._wants_key

    @property
    def is_offering(self) -> bool:
        return self._offers is not None and self._offers.is_open

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        self.input.show_text(value)
        self._look_at(value)

    def select_range(self, start: int, end: int) -> None:
        self.input.select(start, end)

    def set_read_only(self, read_only: bool) -> None:
        self.input.setReadOnly(read_only)
        role(self.input, "bare" if read_only else None)
        super().set_read_only(read_only)

    def _write(self, value: str) -> None:
        """Take `value` as if it had been typed."""
        self._value = value
        self.input.show_text(value)
        self._look_at(value)
        self.edited.emit(value)

    def _look_at(self, value: str) -> None:
        """Judge the value, in kinds that do."""

    def _on_line_edited(self, _text: str) -> None:
        typed = self.input.text()
        text, refused = accepted(self._value, typed, one_line=True)
        if text != typed:
            self.input.show_text(text)
        if refused:
            self.refused.emit(refusal())
        if text == self._value:
            return
        self._value = text
        self._look_at(text)
        self.edited.emit(text)
        if self._search:
            self._offer(text)

    def _on_line_focused(self, focused: bool) -> None:
        if not focused and self._offers:
            self._offers.close()
        self._on_input_focused(focused)

    def _offer(self, text: str) -> None:
        if self._offers is None:
            self._offers = Offers(self.input, self._search, eager=False)
            self._offers.taken.connect(self._on_offer_taken)
        if text.strip() and self.input.hasFocus():
            self._offers.open(text)
        else:
            self._offers.close()

    def _on_offer_taken(self, offer: Offer) -> None:
        self._write(offer.code)
        self.input.end(False)
        self.picked.emit(offer.entry)

    def _wants_key(self, event: QKeyEvent) -> bool:
        return self._offers is not None and self._offers.wants(event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        opens = event.key() == Qt.Key.Key_Down and not event.modifiers()
        if opens and self._search and not (self._offers and self._offers.is_open):
            if not self.input.isReadOnly():
                self._offer(self._value)
            return True
        return self._offers is not None and self._offers.takes(event)


class CheckedEditor(LineEditor):
    """One line that is judged as it is typed: an identifier, a number."""

    def __init__(self, label: str, address: str, *, check: Check | None, **others: object) -> None:
        super().__init__(label, address, **others)
        self._check = check

    def set_check(self, check: Check | None) -> None:
        """Judge by `check` from now on, as when the identifier's type has changed."""
        self._check = check
        self._look_at(self._value)

    def _look_at(self, value: str) -> None:
        right, sentence = self._check(value) if self._check and value else (None, "")
        sign = {True: "ok", False: "warning", None: None}[right]
        self._judge(sign, sentence)


_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def check_number(text: str) -> tuple[bool | None, str]:
    """Whether `text` is written as a number; nothing is said of one that is."""
    if not text.strip() or _NUMBER.fullmatch(text.strip()):
        return None, ""
    words = QCoreApplication.translate("Editor", "“{0}” is not written as a number.")
    return False, words.format(text.strip()[:40])


class UrlEditor(LineEditor):
    """An address on the web, with a button that asks to open it."""

    open_requested = Signal(str)

    def __init__(self, label: str, address: str, **others: object) -> None:
        super().__init__(label, address, **others)
        words = QCoreApplication.translate("Editor", "Open in the browser")
        self._button = self._add_button("go-to", words)
        self._button.setEnabled(False)
        self._button.clicked.connect(self._on_button_clicked)

    def _look_at(self, value: str) -> None:
        self._button.setEnabled(bool(value.strip()))

    def _on_button_clicked(self) -> None:
        self.open_requested.emit(self._value.strip())
