"""The editor of what points at IDs: chosen from what there is, never typed."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from catalog_app.ui.form.editors.code import CodeEditor
from catalog_app.ui.form.editors.line import refusal
from catalog_app.ui.form.editors.offers import Offer, Offers
from catalog_app.ui.form.editors.typed import accepted
from catalog_app.ui.look.icons import icon
from catalog_app.ui.turns import Background

_AT_ONCE, _LOOKING = 0.004, 0.012  # seconds: while a form is made, while one types
_MOST = 40  # of what is pointed at, so many are named
Looking = Generator[float, None, list[Offer]]
Describing = Generator[float, None, Offer | None]


class Pointing(Protocol):
    """What the editor asks of the file."""

    many: bool

    def looking(self, text: str) -> Looking:
        """Look for what answers to some words, a few milliseconds at a time."""

    def describe(self, identifier: str) -> Offer | None:
        """What an ID names."""

    def describing(self, identifier: str) -> Describing:
        """Look for that a few milliseconds at a time."""


class ReferenceEditor(CodeEditor):
    """A pointer chosen from what the file has, with a button that follows it.

    Typing looks in the list and writes nothing. Of a field that points at several things the list
    shows those ticked, and choosing one adds it or takes it away.

    `open_requested("#ID")` asks to go there; `picked(target)` alone for a target without an ID.
    """

    open_requested = Signal(str)

    def __init__(
        self,
        label: str,
        address: str,
        *,
        choices: Pointing,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._choices, self._many = choices, choices.many
        self._steps: Looking | None = None
        self._found: list[Offer] = []
        self._sought, self._inserted = "", False
        self.menu: QMenu | None = None
        super().__init__(
            label,
            address,
            search=self._listed,
            describe=self._described,
            free=False,
            placeholder=placeholder,
            parent=parent,
        )
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        words = QCoreApplication.translate("Editor", "Go to what it points at")
        self._follow = self._add_button("go-to", words)
        self._follow.setEnabled(False)
        self._follow.clicked.connect(self._on_follow_clicked)

    # -- what is shown ------------------------------------------------------------------------

    def _described(self, value: str) -> Offer | None:
        """What a value of one or more IDs means, in words; None if that is found out later."""
        steps, end = self._describing(value), time.monotonic() + _AT_ONCE
        while time.monotonic() < end:
            try:
                next(steps)
            except StopIteration as done:
                return done.value
        Background(self._telling(value, steps), self)
        return None

    def _describing(self, value: str) -> Describing:
        words = []
        for word in value.split()[:_MOST]:
            one = yield from self._choices.describing(word)
            words += [one.label] if one is not None else []
        return Offer(value, "; ".join(words)) if words else None

    def _telling(self, value: str, steps: Describing) -> Iterator[float]:
        """Say what a value means, once that is known and while it is shown."""
        offer = yield from steps
        if offer is not None and value == self._value and not self._typing:
            self._offer = offer
            self._present(offer.shown)

    def _judge_value(self) -> None:
        """Say nothing of an ID that names nothing: that is a problem of the file, not of typing."""
        self._judge(None)
        if hasattr(self, "_follow"):
            self._follow.setEnabled(bool(self._value.strip()))

    def _restore(self) -> None:
        self._inserted, self._steps = False, None
        super()._restore()

    def _is_pending(self) -> bool:
        return self._typing

    # -- typing -------------------------------------------------------------------------------

    def _on_line_edited(self, _text: str) -> None:
        before, typed = self._shown, self.input.text()
        text, refused = accepted(before, typed, one_line=True)
        if refused or not self._typing:
            self.refused.emit(refusal() if refused else "")
        self._inserted = self._inserted or not _cut_out(before, text)
        bare = self._bare(text)
        if bare != typed:
            self.input.show_text(bare)
        self._shown, self._offer, self._typing = bare, None, True
        self._look(self._word(bare))

    def _word(self, text: str) -> str:
        """What is sought: all that was typed, the IDs aside that are chosen already."""
        if not self._many:
            return text.strip()
        chosen = self._value.split()
        return " ".join(word for word in text.split() if word not in chosen)

    def _look(self, word: str) -> None:
        self._sought, self._steps = word, self._choices.looking(word)
        self._go_on()

    def _go_on(self) -> None:
        """Look on for a few milliseconds, and show what was found when all has been seen."""
        end = time.monotonic() + _LOOKING
        steps = self._steps
        while steps is not None:
            try:
                next(steps)
            except StopIteration as stop:
                self._steps = None
                self._found = stop.value
                self._show_found()
                return
            if time.monotonic() > end:
                self._soon.start()
                return

    def _look_to_the_end(self) -> None:
        while self._steps is not None:
            try:
                next(self._steps)
            except StopIteration as stop:
                self._found, self._steps = stop.value, None

    def _show_found(self) -> None:
        if not self.input.hasFocus() or self._read_only:
            return
        present = "" if self._many or self._typing else self._value
        self._list().open(self._sought, present, marked=bool(self._sought))

    def _listed(self, _text: str) -> Iterable[Offer]:
        """What was found; those that are chosen already are ticked, and first in the whole list."""
        if not self._many:
            return self._found
        chosen = self._value.split()
        ticked = [one._replace(ticked=True) for one in self._found if one.code in chosen]
        others = [one._replace(ticked=False) for one in self._found if one.code not in chosen]
        if self._sought:
            return others + ticked
        there = {one.code for one in ticked}
        missing = [self._choices.describe(word) or Offer(word, word) for word in chosen[:_MOST]
                   if word not in there]  # fmt: skip
        return [*ticked, *(one._replace(ticked=True) for one in missing), *others]

    def _list(self) -> Offers:
        if self._offers is None:
            super()._list()
            assert self._offers is not None
            self._offers.set_eager(False)
        return self._offers

    def _open_whole(self) -> None:
        self._look(self._word(self._shown) if self._typing else "")

    # -- taking -------------------------------------------------------------------------------

    def _on_offer_taken(self, offer: Offer) -> None:
        if not offer.code:
            self._restore()
            self.picked.emit(offer.entry)  # It gets an ID and is pointed at, in one edit.
            return
        self._write(self._with(offer.code))

    def _with(self, identifier: str) -> str:
        """The value with one more ID, or without one that it has."""
        words = self._value.split()
        if not self._many:
            return identifier
        if identifier in words:
            return " ".join(word for word in words if word != identifier)
        return f"{self._value.rstrip()} {identifier}".lstrip()

    def _write(self, value: str) -> None:
        changed, self._value = value != self._value, value
        self._restore()
        if changed:
            self.edited.emit(value)

    def _settle(self) -> None:
        """Take what was typed if it names something; else go back to what was, and say so."""
        if not self._typing:
            return
        text, chosen = self.input.text(), self._value.split()
        word = self._word(text)
        left = [one for one in chosen if one in text.split()]
        if not word and self._inserted:
            self._restore()
        elif not word:
            self._write(" ".join(left) if left != chosen else self._value)
        elif named := self._named(word):
            if named.code in chosen:
                self._restore()
            else:
                self._on_offer_taken(named)
        else:
            self._restore()
            self.refused.emit(nothing_called(word))

    def _named(self, word: str) -> Offer | None:
        """The one thing that an ID or a label names."""
        there = self._choices.describe(word)
        if there is not None or self._sought != word:
            return there
        self._look_to_the_end()
        wanted = word.casefold()
        named = [o for o in self._found if wanted in (o.code.casefold(), o.label.casefold())]
        return named[0] if len(named) == 1 else None

    # -- following ----------------------------------------------------------------------------

    def _on_follow_clicked(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Go to what is pointed at; of several things, ask which one."""
        words = self._value.split()
        if len(words) == 1:
            self.open_requested.emit(_goal(words[0]))
        elif words:
            self._ask_which(words)

    def _ask_which(self, words: list[str]) -> None:
        self.menu = menu = QMenu(self.window())  # The editor may go with what is shown.
        for word in words:
            there = self._choices.describe(word) if len(menu.actions()) < _MOST else None
            text = (there.shown if there else word).replace("&", "&&")
            action = menu.addAction(icon("go-to", "dim"), text)
            action.triggered.connect(partial(self._on_which, word))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._follow.mapToGlobal(QPoint(0, self._follow.height())))

    def _on_which(self, word: str, _checked: bool = False) -> None:
        self.open_requested.emit(_goal(word))


def _goal(word: str) -> str:
    """Where a word leads to: an ID is one of this file."""
    return word if "://" in word or word.startswith("#") else f"#{word}"


def nothing_called(word: str) -> str:
    """What is said of words that name nothing."""
    words = QCoreApplication.translate(
        "Editor", "Nothing to point at is called “{0}”, so the field stays as it was."
    )
    return words.format(word[:60])


def _cut_out(before: str, after: str) -> bool:
    """Whether a text is another one from which one stretch was taken."""
    if len(after) >= len(before):
        return False
    start = next(
        (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        len(after),
    )
    rest = len(after) - start
    return not rest or before.endswith(after[-rest:])
