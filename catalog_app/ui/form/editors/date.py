"""The editor of a date: typed freely, understood aloud, picked from a calendar where it helps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout

from catalog_app.ui.form.editors.suggesting import Interpret, SuggestingEditor, meant
from catalog_app.ui.look.icons import icon
from catalog_app.ui.look.roles import role

_DAY = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?!\d)")
_TIME = re.compile(r"(?<=\d)T\d\d:\d\d\S*$")
#: What a day is given where the standard wants a time too.
MIDNIGHT = "T00:00:00"


@dataclass(frozen=True, slots=True)
class PickedDay:
    """A day of the calendar; it is written with its encoding, as a typed date is."""

    value: str
    encoding: str = "w3cdtf"
    qualifier: str = ""
    point: str = ""


def _calm(page: QCalendarWidget) -> None:
    """Week-ends in the text's colour, and arrows of our own family."""
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        page.setWeekdayTextFormat(day, page.weekdayTextFormat(Qt.DayOfWeek.Monday))
    for name, sign in (("prev", "left"), ("next", "right")):
        button = page.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:
            button.setIcon(icon(sign, "dim"))


def _make_room(page: QCalendarWidget) -> None:
    """Room for the name of every day; Qt's own hint reckons with shorter ones, and cuts them."""
    page.ensurePolished()
    days = page.findChild(QTableView)
    widest = max(map(days.sizeHintForColumn, range(days.model().columnCount())))
    page.setMinimumWidth(7 * widest)


class DateEditor(SuggestingEditor):
    """A date as text, with its interpretation offered beside it and a calendar behind a button.

    A day that is picked keeps the time that was written; `midnight` is written where a time must
    be and there was none.
    """

    def __init__(
        self,
        label: str,
        address: str,
        *,
        interpret: Interpret | None = None,
        midnight: str = "",
        **others: object,
    ) -> None:
        super().__init__(label, address, interpret=interpret, **others)
        self._midnight = midnight
        self._calendar: QFrame | None = None
        words = QCoreApplication.translate("Editor", "Calendar")
        self._button = self._add_button("calendar", words)
        self._button.clicked.connect(self._on_button_clicked)

    def set_read_only(self, read_only: bool) -> None:
        self._button.setVisible(not read_only)
        super().set_read_only(read_only)

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
        _make_room(page)
        page.setAccessibleName(f"{self._button.toolTip()}: {self.label}")
        page.clicked.connect(self._on_day_picked)
        page.activated.connect(self._on_day_picked)
        layout.addWidget(page)
        return frame

    def _day(self) -> QDate:
        """The day that is written or meant, the first of a year or month; today if none is."""
        for text in (meant(self._found), self._value):
            found = _DAY.search(text)
            if found:
                day = QDate(*(int(number or 1) for number in found.groups()))
                if day.isValid():
                    return day
        return QDate.currentDate()

    def _on_day_picked(self, day: QDate) -> None:
        if self._calendar is None or not self._calendar.isVisible():
            return
        self._calendar.hide()
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)
        time = _TIME.search(self._value)
        found = PickedDay(
            day.toString(Qt.DateFormat.ISODate) + (time[0] if time else self._midnight)
        )
        self._value = found.value
        self.input.show_text(found.value)
        self._look_at(found.value)
        # The day as a whole first, as with what was understood: one edit of value and encoding.
        self.picked.emit(found)
        self.edited.emit(found.value)
