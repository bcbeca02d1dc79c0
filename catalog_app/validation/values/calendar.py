"""Days, months and years: what exists, and how values compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FARTHEST_YEARS_AHEAD = 2

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a value may mean, as (year, month, day)."""

    first: Day
    last: Day


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February in the Gregorian calendar, carried back before 1582."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(month: int, year: int | None) -> int:
    """The days of a month, 1 to 12; of a year that is not known, the most it can have."""
    if month == 2 and year is not None and not is_leap(year):
        return 28
    return _DAYS[month - 1]


def day_fault(year: int | None, month: int | None, day: int | None) -> str | None:
    """Why there is no such day, as a sentence; None if there may be one. None = not known."""
    if month is not None and not 1 <= month <= 12:
        return f"there is no month {month:02d}; months run from 01 to 12"
    if day is None:
        return None
    most = 31 if month is None else days_in(month, year)
    if 1 <= day <= most:
        return None
    if month is None:
        return f"no month has a day {day:02d}"
    name = _MONTHS[month - 1]
    of_year = f" {year}" if month == 2 and year is not None and day == 29 else ""
    return f"{name}{of_year} has {most} days, so there is no {day} {name}"


def span(year: int, month: int | None = None, day: int | None = None) -> Span:
    """The days that a year, a month or a day covers."""
    if month is None:
        return Span((year, 1, 1), (year, 12, 31))
    if day is None:
        return Span((year, month, 1), (year, month, days_in(month, year)))
    return Span((year, month, day), (year, month, day))


def years_ahead(year: int, today: date | None = None) -> int:
    """How many years the year lies ahead of today; below zero if it is past."""
    return year - (today or date.today()).year
