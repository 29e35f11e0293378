"""Placing times that are parts of other times: early May, the second Monday of June, 8 a.m. Tuesday."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tasks.core.facts.time import values as v
from tasks.core.facts.time.arithmetic import add, unit_start
from tasks.core.facts.time.interval import Context, Interval, one_day, unit_around, unit_from

_DAY = timedelta(days=1)
# Months of a year, days of a month and of a week that are early, middle and late; the customs of TIMEX3 annotators.
_THIRDS: dict[str, tuple[v.Unit, tuple[int, int]]] = {
    "year": ("month", (4, 8)), "month": ("day", (10, 20)), "quarter": ("month", (1, 2)), "season": ("month", (1, 2)),
    "decade": ("year", (4, 7)), "century": ("year", (33, 67)), "day": ("hour", (10, 14)),
}  # fmt: skip
_WEEK = {"early": (0, 3), "mid": (2, 4), "late": (3, 7)}
# Hours that the parts of a day cover, by custom.
_DAYPARTS = {
    "morning": (8, 12), "afternoon": (12, 16), "evening": (16, 20), "night": (20, 24), "daytime": (8, 18),
    "breakfast": (8, 12), "lunch": (11, 13), "dinner": (16, 20),
}  # fmt: skip


def part(value: v.Part, whole: Interval, context: Context) -> Interval:
    """An early, middle or late third; earlier and later are told from the day of writing where it lies inside."""
    start, end = _bounds(whole)
    if value.part == "edge":
        return Interval(end - timedelta(seconds=1), end, "second")
    if value.part in ("earlier", "later"):
        return _before_or_after_today(value.part, start, end, context)
    if whole.precision == "week":
        first, last = _WEEK[value.part]
        return Interval(start + first * _DAY, start + last * _DAY, "range")
    first_cut, second_cut = _cuts(whole, start, end)
    sides = {"early": (start, first_cut), "mid": (first_cut, second_cut), "late": (second_cut, end)}
    return Interval(*sides[value.part], "range")


def _bounds(whole: Interval) -> tuple[datetime, datetime]:
    if whole.start is None or whole.end is None:
        raise ValueError("a time with an open side has no parts")
    return whole.start, whole.end


def _cuts(whole: Interval, start: datetime, end: datetime) -> tuple[datetime, datetime]:
    if whole.precision in _THIRDS:
        unit, (first, second) = _THIRDS[whole.precision]
        return add(start, first, unit), add(start, second, unit)
    third = (end - start) / 3
    return start + third, start + 2 * third


def _before_or_after_today(side: str, start: datetime, end: datetime, context: Context) -> Interval:
    today = context.today
    if not start <= today < end:
        middle = start + (end - start) / 2
        today = middle.replace(hour=0, minute=0, second=0, microsecond=0)
    if side == "earlier":
        return Interval(start, max(today, start + _DAY), "range")
    return Interval(today, end, "range")


def nth(value: v.Nth, whole: Interval) -> Interval:
    """The nth unit of a whole, from its end if negative; a week belongs where its Thursday lies (ISO 8601)."""
    start, end = _bounds(whole)
    if value.unit == "half" and value.count == 1 and whole.precision != "year":
        return _half(value.number, start, end)
    first = _first_unit(start, value.unit)
    if value.number > 0:
        found = add(first, value.number - 1, value.unit)
    else:
        found = add(_first_unit(end, value.unit), -value.count, value.unit)
    if not start - 4 * _DAY < found < end:
        raise ValueError(f"there is no {value.unit} {value.number} in it")
    if value.count == 1:
        return unit_from(found, value.unit)
    return Interval(found, add(found, value.count, value.unit), "range")


def _half(number: int, start: datetime, end: datetime) -> Interval:
    """The first half of the century, of May; what is cut within a year is cut at midnight."""
    years = end.year - start.year
    middle = add(start, years // 2, "year") if years > 1 else unit_start(start + (end - start) / 2, "day")
    return Interval(start, middle, "range") if number == 1 else Interval(middle, end, "range")


def _first_unit(start: datetime, unit: v.Unit) -> datetime:
    if unit not in ("week", "weekend"):
        return start
    monday = unit_start(start, "week")
    if unit == "weekend":
        return monday + 5 * _DAY
    return monday if monday + 3 * _DAY >= start else monday + 7 * _DAY


def nth_weekday(value: v.NthWeekday, whole: Interval) -> Interval:
    """The nth such day of the week within a whole."""
    start, end = _bounds(whole)
    if value.number > 0:
        found = start + timedelta(days=(value.weekday - start.weekday()) % 7 + 7 * (value.number - 1))
    else:
        found = end - timedelta(days=(end.weekday() - value.weekday - 1) % 7 + 1)
    if not start <= found < end:
        raise ValueError("there is no such weekday in it")
    return one_day(found)


def weekday_inside(value: v.Weekday, outer: Interval) -> Interval:
    """The day of that name in the outer time; a longer one that was reckoned to the day means the next such day."""
    if outer.point is not None and outer.precision == "day":
        gap = (value.weekday - outer.point.weekday()) % 7
        return one_day(outer.point + timedelta(days=gap if gap < 4 else gap - 7))
    if outer.precision in ("week", "day") or outer.point is None:
        start = unit_start(outer.start or outer.first, "week") if outer.precision in ("week", "day") else outer.first
    else:
        start = outer.point
    return one_day(start + timedelta(days=(value.weekday - start.weekday()) % 7))


def unit_of(value: v.Calendar, outer: Interval) -> Interval:
    """The week of May 4 is the week that holds it."""
    return unit_around(outer.first, value.unit)


def at(value: v.At, day: Interval) -> Interval:
    """A time of day on a day."""
    found = clock(value.clock, day.first)
    return replace(found, has_day=day.has_day)


def clock(value: v.Clock | v.Daypart | v.Span, day: datetime) -> Interval:
    """A time of day, placed on a day that may be only supposed."""
    midnight = unit_start(day, "day")
    if isinstance(value, v.Daypart):
        return _daypart(value, midnight)
    if isinstance(value, v.Clock):
        return _clock(value, midnight)
    return _hours(value, midnight)


def _clock(value: v.Clock, midnight: datetime) -> Interval:
    hour = value.hour % 12 + 12 * (value.meridiem == "pm") if value.meridiem else value.hour
    moment = midnight + timedelta(hours=hour, minutes=value.minute or 0, seconds=value.second or 0)
    unit: v.Unit = "second" if value.second is not None else "minute" if value.minute is not None else "hour"
    found = unit_from(moment, unit)
    return replace(found, point=moment, has_day=False)


def _daypart(value: v.Daypart, midnight: datetime) -> Interval:
    first, last = _DAYPARTS[value.name]
    if value.part == "early":
        last = first + 2
    elif value.part == "late":
        first = last - 2
    return Interval(midnight + timedelta(hours=first), midnight + timedelta(hours=last), "range", has_day=False)


def _hours(value: v.Span, midnight: datetime) -> Interval:
    """From five to seven; where the second is not later it is half a day on."""
    if not isinstance(value.first, v.Clock) or not isinstance(value.last, v.Clock):
        raise ValueError("a range of hours runs between two clock times")
    first, last = _clock(value.first, midnight), _clock(value.last, midnight)
    step = timedelta(hours=24 if value.last.meridiem else 12)
    moment = last.first if last.first > first.first else last.first + step
    return Interval(first.start, moment, "range", last=moment, has_day=False)
