"""Arithmetic on days and units of the calendar; a unit's end is the first instant behind it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from tasks.core.facts.time.values import Unit

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "workweek": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime(day.year, day.month, day.day)


def unit_start(moment: datetime, unit: Unit) -> datetime:
    """First instant of the unit that holds `moment`: weeks begin on Monday, decades in a year that ends in 0.

    >>> unit_start(datetime(2019, 11, 1, 15), "quarter")
    datetime.datetime(2019, 10, 1, 0, 0)
    """
    if unit in _SECONDS:
        whole = moment.replace(microsecond=0)
        return whole if unit == "second" else whole.replace(second=0, minute=whole.minute if unit == "minute" else 0)
    day = midnight(moment)
    if unit == "weekend":
        return day + timedelta(days=5 - day.weekday())
    if unit in ("week", "fortnight", "workweek"):
        return day - timedelta(days=day.weekday())
    if unit in _MONTHS:
        size = _MONTHS[unit]
        index = (day.year * 12 + day.month - 1) // size * size
        return datetime(max(1, index // 12), index % 12 + 1, 1)
    return day


def add(moment: datetime, number: float, unit: Unit) -> datetime:
    """`number` units later, earlier if negative; the 31st becomes the last day of a shorter month.

    Raises OverflowError where the calendar of `datetime` ends (years 1 to 9999).
    """
    if unit in _SECONDS:
        return moment + timedelta(seconds=number * _SECONDS[unit])
    if unit == "business day":
        return _add_business_days(moment, int(number))
    if unit in _DAYS:
        return moment + timedelta(days=number * _DAYS[unit])
    index = moment.year * 12 + moment.month - 1 + round(number * _MONTHS[unit])
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside the calendar")
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def _add_business_days(moment: datetime, number: int) -> datetime:
    step = 1 if number > 0 else -1
    for _ in range(min(abs(number), 10_000)):
        moment += timedelta(days=step)
        while moment.weekday() > 4:
            moment += timedelta(days=step)
    return moment


def unit_end(start: datetime, unit: Unit) -> datetime:
    """First instant behind the unit that begins at `start`."""
    days = {"weekend": 2, "workweek": 5}.get(unit)
    return start + timedelta(days=days) if days else add(start, 1, unit)


def iso_week(year: int, week: int) -> datetime:
    """Monday of an ISO week; raises ValueError where the year has no such week."""
    return midnight(date.fromisocalendar(year, week, 1))
