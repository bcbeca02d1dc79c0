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
        self._suggestion: QPushButton | None = None
        self._calendar: QFrame | None = None
        words = QCoreApplication.translate("Editor", "Calendar")
        self._button = self._add_button("calendar", words)
        self._button.clicked.connect(self._on_button_clicked)

    def set_read_only(self, read_only: bool) -> None:
        self._button.setVisible(not read_only)
        super().set_read_only(read_only)
        self._look_at(self._value)

    # -- what it means ------------------------------------------------------------------------

    def suggestion(self) -> str:
        """The value that is offered for what was typed, "" if none."""
        return "" if self._found is None else meant(self._found)

    def _look_at(self, value: str) -> None:
        ask = self._interpret if value.strip() and not self._read_only else None
        found = ask(value) if ask else None
        self._found = found if meant(found) not in ("", value) else None
        if self._found is None and self._suggestion is None:
            return
        button = self._suggestion_button()
        if self._found is None:
            button.hide()
        else:
            words = QCoreApplication.translate("Editor", "Write {0}")
            button.setToolTip(words.format(self.suggestion()))
            button.setAccessibleName(f"{words.format(self.suggestion())}: {self.label}")
            button.show()
        self._arrange()

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
        found = self._found
        if found is None:
            return
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write(meant(found))
        self.picked.emit(found)

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
