"""What happens to a passage of the article: it becomes a field, and stays marked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from catalog_app.article.suggestion import Suggestion
from catalog_app.document.address import Address
from catalog_app.document.edit import Change
from catalog_app.session.anchoring import Trace
from catalog_app.session.describing import Made, Other
from catalog_app.session.sentences import in_words
from catalog_app.ui.article.keys import BY_LETTER, kind_words
from catalog_app.ui.article.marks import Mark, Spans
from catalog_app.ui.article.suggestion_model import kind_title, value_of

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane

_UNTINTED = ("title", "abstract", "language", "genre")


class Passages(QObject):
    """Makes fields of what is selected, tells what was made, and colours where it came from.

    `made(Made)` when a passage has become a field; `traced(dict)` tells the form which fields came
    from an article: address → token of the passage's colour.
    """

    made = Signal(object)
    traced = Signal(object)

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane, self._view = pane, pane.view
        self._session, self._traces = pane.session, pane.traces
        self._last: Made | None = None
        self._dropped: Change | None = None
        self._view.tip_of = self._tip
        self._connect()

    def _connect(self) -> None:
        view = self._view
        self._traces.changed.connect(self.show_marks)
        self._traces.refused.connect(self._on_traces_refused)
        view.lettered.connect(self.take)
        view.entered.connect(self.enter)
        view.selection_changed.connect(self._on_view_selection_changed)
        view.mark_clicked.connect(self.follow)
        view.drag_started.connect(self._on_view_drag_started)
        view.drag_ended.connect(self._on_view_drag_ended)
        self._pane.legend.chosen.connect(self.take)

    # ---- telling

    def greet(self) -> None:
        """Say how to begin."""
        pane = self._pane
        self._last = None
        if not pane.key:
            offer = (self.tr("Open a text…"), pane.choose)
            pane.said.say(self.tr("No text is open."), (offer,))
        elif not self._view.selected().strip():
            pane.said.say(self.tr("Select words, then press a letter to make a field of them:"))

    def _on_traces_refused(self, why: str) -> None:
        self._pane.said.say(why, (), "advice")

    def _on_view_selection_changed(self) -> None:
        words = len(self._view.selected()[:20_000].split())
        self._pane.legend.set_active(bool(words) and not self._session.read_only)
        if words:
            self._last = None
            said = self.tr("One word selected.") if words == 1 else self.tr("{0} words selected.")
            self._pane.said.say(f"{said.format(words)} {self.tr('Press a letter:')}")
        elif self._last is None:
            self.greet()

    def tell(self, made: Made) -> None:
        """Say what was made, and offer to undo it or to read it otherwise."""
        end = self._view.selection()[1]
        self._view.select(end, end)
        self._last = made
        lead = kind_words(made.kind) or made.label
        words = self.tr("Added · {0}") if made.is_new else self.tr("Already there, {0}")
        lead = words.format(lead)
        note = f" — {made.note}" if made.note else ""
        offers = [(self.tr("Undo"), partial(self._take_back, made))] if made.is_new else []
        offers += [(o.words, partial(self._instead, made, o)) for o in made.others[:2]]
        self._pane.said.say(f"{lead}: {made.value}{note}", tuple(offers), "label", lead)
        self.made.emit(made)
        self._pane.suggesting.compare()
        self._session.go_to(made.address, None if self._pane.follows else self._pane)

    def _take_back(self, made: Made) -> None:
        if self._session.undo_stack.index() == made.turn:
            self._session.undo_stack.undo()
        self._pane.focus_first()
        self.greet()

    def _instead(self, made: Made, other: Other) -> None:
        pane = self._pane
        again = pane.describing.instead(made, other, pane.key, pane.article, pane)
        pane.focus_first()
        if again is not None:
            self.tell(again)

    # ---- passage to field

    def take(self, letter: str) -> None:
        """Make the selected words the field of a letter."""
        pane, known = self._pane, BY_LETTER.get(letter)
        if known is None or not pane.key:
            return
        start, end = self._view.selection()
        if start == end:
            words = self.tr("Select words first; then {0} makes them the field “{1}”.")
            pane.said.say(words.format(letter.upper(), known.words))
            return
        made = pane.describing.take(pane.key, pane.article, start, end, known.kind, pane)
        if made is None:
            pane.said.say(self.tr("These words have no shape for that field."), (), "advice")
            return
        self.tell(made)

    def enter(self, append: bool) -> None:
        """Put the selected words into the field in focus; without any, do what the cursor is on."""
        pane, span = self._pane, self._view.selection()
        if span[0] == span[1]:
            self._enter_mark(span[0])
            return
        made = pane.describing.fill(pane.key, pane.article, span, append, pane)
        if made is None:
            words = self.tr("Put the cursor into a field of the form first, or press a letter.")
            pane.said.say(words)
            return
        self.tell(made)

    def _enter_mark(self, at: int) -> None:
        found = self._view.marks.at(at)
        if found and found[0].taken:
            self.follow(found[0])
        elif found and isinstance(found[0].what, Suggestion):
            self._pane.suggesting.accept(self._row(found[0].what))

    def _row(self, one: Suggestion) -> int:
        return self._pane.lower.suggestions.rows.index(one)

    def _on_view_drag_started(self) -> None:
        self._dropped = None
        self._session.changed.connect(self._on_drop_changed)

    def _on_drop_changed(self, change: Change) -> None:
        self._dropped = change

    def _on_view_drag_ended(self) -> None:
        """What changed during the drag is the field that the passage was dropped on."""
        self._session.changed.disconnect(self._on_drop_changed)
        change, pane = self._dropped, self._pane
        if change is not None and change.address is not None and change.kind == "edit":
            spans = [self._view.selection()]
            self._traces.add(pane.key, pane.text, spans, change.address.element, "note")

    # ---- marks

    def show_marks(self) -> None:
        """Colour what was taken and what is suggested, here and in the form."""
        self.traced.emit(dict(self._fields()))
        if not self._pane.key:
            return
        traces = self._traces.of(self._pane.key)
        marks = [Mark(t.start, t.end, t.kind, True, t) for t in traces]
        self._view.set_marks([*marks, *self._suggested(marks)])
        self.point_out_place(scroll=False)

    def _fields(self) -> Iterator[tuple[Address, str]]:
        """The fields that came from any article of this record, and their colours."""
        for key in list(self._traces.sources):
            for trace in self._traces.of(key):
                yield trace.address, Mark(trace.start, trace.end, trace.kind).look

    def _suggested(self, taken: list[Mark]) -> Iterator[Mark]:
        """A passage for each suggestion, where it lies over no other."""
        covered = Spans((mark.start, mark.end) for mark in taken if not mark.broad)
        for one in self._pane.lower.suggestions.rows:
            if one.kind in _UNTINTED:
                continue
            for start, end in one.passages[:4]:
                if covered.take(start, end):
                    yield Mark(start, end, one.kind, False, one)
                    break

    def point_out_place(self, *, scroll: bool = True) -> None:
        """Frame the passages that the field in focus came from."""
        place = self._session.place
        found = self._traces.at(place) if place is not None and place.steps else []
        mine = [trace for key, trace in found if key == self._pane.key]
        marks = [Mark(t.start, t.end, t.kind, True, t) for t in mine]
        self._view.point_out(marks, scroll=scroll)

    def _tip(self, mark: Mark) -> str:
        what = mark.what
        if isinstance(what, Trace):
            return self.tr("This has become {0}. Click to go to the field.").format(what.said)
        if isinstance(what, Suggestion):
            title, value = kind_title(what.kind), value_of(what, self._pane.article)
            return self.tr("Suggested, {0}: {1}. {2}").format(title, value, in_words(what.reason))
        return ""

    def follow(self, mark: Mark) -> None:
        """Go from a passage to its field, or to the suggestion that it stands for."""
        what, lower = mark.what, self._pane.lower
        if isinstance(what, Trace) and isinstance(what.address, Address):
            self._view.point_out([mark], scroll=False)
            self._session.go_to(what.address, None)
        elif isinstance(what, Suggestion) and what in lower.suggestions.rows:
            self._pane.checking.show(False)
            lower.list.go(self._row(what))
            self._pane.suggesting.explain(lower.list.row)
