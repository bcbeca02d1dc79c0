"""The editor of a date: typed freely, understood aloud, picked from a calendar where it helps."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QPushButton, QToolButton, QVBoxLayout

from catalog_app.ui.form.editors.line import LineEditor
from catalog_app.ui.look.icons import icon
from catalog_app.ui.look.roles import role

#: What a typed date means: a string, an object with a `value`, a tuple that begins with it, None.
Interpret = Callable[[str], object | None]

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


def meant(found: object | None) -> str:
    """The value in what an interpretation returned, "" if there is none."""
    if found is None:
        return ""
    if isinstance(found, str):
        return found
    value = getattr(found, "value", None)
    return str(found[0] if value is None else value)  # type: ignore[index]


def _calm(page: QCalendarWidget) -> None:
    """Week-ends in the text's colour, and arrows of our own family."""
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        page.setWeekdayTextFormat(day, page.weekdayTextFormat(Qt.DayOfWeek.Monday))
    for name, sign in (("prev", "left"), ("next", "right")):
        button = page.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:
            button.setIcon(icon(sign, "dim"))


class DateEditor(LineEditor):
    """A date as text, with its interpretation offered beside it and a calendar behind a button."""

    def __init__(
        self, label: str, address: str, *, interpret: Interpret | None = None, **others: object
    ) -> None:
        super().__init__(label, address, **others)
        self._interpret = interpret
        self._found: object | None = None
        self._typing = False
        self._suggestion: QPushButton | None = None
        self._calendar: QFrame | None = None
        words = QCoreApplication.translate("Editor", "Calendar")
        self._button = self._add_button("calendar", words)
        self._button.clicked.connect(self._on_button_clicked)
        self.input.entered.connect(self._settle)

    def set_read_only(self, read_only: bool) -> None:
        self._button.setVisible(not read_only)
        super().set_read_only(read_only)
        self._look_at(self._value)

    # -- what it means ------------------------------------------------------------------------

    def suggestion(self) -> str:
        """The value that is offered for what was typed, "" if none."""
        return "" if self._found is None else meant(self._found)

    def set_value(self, value: str) -> None:
        if value != self._value:
            self._typing = False
        super().set_value(value)

    def _on_line_edited(self, text: str) -> None:
        self._typing = True
        super()._on_line_edited(text)

    def _on_line_focused(self, focused: bool) -> None:
        if not focused:
            self._settle()
        super()._on_line_focused(focused)

    def _settle(self) -> None:
        """Write what a typed date means when it is left, if that is sure; else it stays."""
        if self._typing and getattr(self._found, "plain", False):
            self._take()
        self._typing = False

    def _look_at(self, value: str) -> None:
        ask = self._interpret if value.strip() and not self._read_only else None
        found = ask(value) if ask else None
        self._found = found if meant(found) not in ("", value) else None
        self._judge(*self._standing(value))
        if self._found is None and self._suggestion is None:
            return
        button = self._suggestion_button()
        if self._found is None:
            button.hide()
        else:
            words = QCoreApplication.translate("Editor", "Write {0}")
            button.setToolTip(words.format(self.suggestion()))
            button.setAccessibleName(f"{words.format(self.suggestion())}: {self.label}")
            # What leaving the field writes by itself is no stop on the way.
            sure, policy = getattr(self._found, "plain", False), Qt.FocusPolicy
            button.setFocusPolicy(policy.ClickFocus if sure else policy.StrongFocus)
            button.show()
        self._arrange()

    def _standing(self, value: str) -> tuple[str | None, str]:
        """A sign with its sentence: that a date can be read in two ways, and so stays as it is."""
        if not getattr(self._found, "doubtful", False):
            return None, ""
        words = QCoreApplication.translate(
            "Editor", "Day and month of “{0}” cannot be told apart, so it stays as it is."
        )
        return "advice", words.format(value.strip())

    def _arrange(self) -> None:
        """Show the suggestion in full where it leaves room for what was typed."""
        if self._suggestion is not None and self._found is not None:
            metrics, whole = self.fontMetrics(), f"→ {self.suggestion()}"
            room = self.width() - 2 * self.line_height() - metrics.horizontalAdvance(self._value)
            fits = metrics.horizontalAdvance(whole) + 16 <= room
            self._suggestion.setText(whole if fits else "→")
        super()._arrange()

    def _suggestion_button(self) -> QPushButton:
        if self._suggestion is None:
            button = role(QPushButton(self), "link")
            button.setAutoDefault(True)  # Enter presses it, outside dialogs too
            button.clicked.connect(self._on_suggestion_clicked)
            self._buttons.insert(0, button)
            self.setTabOrder(self.input, button)
            self.setTabOrder(button, self._button)
            self._suggestion = button
        return self._suggestion

    def _on_suggestion_clicked(self) -> None:
        if self._found is not None:
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self._take()

    def _take(self) -> None:
        """Write what was understood; undo gives back what was typed."""
        found, typed = self._found, self._value
        self._value = meant(found)
        self.input.show_text(self._value)
        self._look_at(self._value)
        # The whole date first: who takes it has the value too, and makes one edit of both.
        self.picked.emit(found)
        self.edited.emit(self._value)
        words = QCoreApplication.translate("Editor", "“{0}” was understood as {1}.")
        self._judge("ok", words.format(typed.strip(), self._value))

    # -- the calendar -------------------------------------------------------------------------

    def _on_button_clicked(self) -> None:
        if self._calendar is None:
            self._calendar = self._new_calendar()
        page = self._calendar.findChild(QCalendarWidget)
        page.setSelectedDate(self._day())
        self._calendar.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self._calendar.width(), self.height() + 2))
        self._calendar.move(corner)
        self._calendar.show()
        page.setFocus()

    def _new_calendar(self) -> QFrame:
        frame = role(QFrame(self, Qt.WindowType.Popup), "popup")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(4, 4, 4, 4)
        page = QCalendarWidget()
        page.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        _calm(page)
        page.setAccessibleName(f"{self._button.toolTip()}: {self.label}")
        page.clicked.connect(self._on_day_picked)
        page.activated.connect(self._on_day_picked)
        layout.addWidget(page)
        return frame

    def _day(self) -> QDate:
        """The day that is written or meant, today if none is."""
        for text in (self._value, self.suggestion()):
            found = _DAY.search(text)
            if found:
                day = QDate(*map(int, found.groups()))
                if day.isValid():
                    return day
        return QDate.currentDate()

    def _on_day_picked(self, day: QDate) -> None:
        if self._calendar is None or not self._calendar.isVisible():
            return
        self._calendar.hide()
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)
        self._write(day.toString(Qt.DateFormat.ISODate))
