"""From a time value and its context to the interval of the calendar it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tasks.core.facts.time import place, within
from tasks.core.facts.time import values as v
from tasks.core.facts.time.arithmetic import midnight
from tasks.core.facts.time.grammar import TIMES, parse
from tasks.core.facts.time.interval import Context, Interval

# Partly told times that take what is unsaid from the other end of a range.
_PARTIAL = (v.Day, v.Month, v.Weekday, v.Holiday, v.Piece, v.Season)


def resolve(value: v.Time, context: Context) -> Interval | None:
    """The interval a value means, None where it means none (durations, sets, days that do not exist).

    >>> resolve(v.Part("late", v.Block(2008)), Context(datetime(2019, 11, 1))).start
    datetime.datetime(2008, 9, 1, 0, 0)
    """
    if isinstance(value, v.Duration | v.Recurring):
        return None
    try:
        return _place(value, context)
    except (ValueError, OverflowError):
        return None


def resolve_time(expression: str, reference: date) -> Interval | None:
    """The interval that the first time expression of a text means, told from `reference` (a day or an instant).

    >>> resolve_time("the next two days", date(2019, 11, 1)).start
    datetime.datetime(2019, 11, 2, 0, 0)
    """
    moment = reference if isinstance(reference, datetime) else midnight(reference)
    found = next((node.value for node in parse(expression) if node.tag in TIMES), None)
    return None if found is None else resolve(found, Context(moment))


def _place(value: v.Time, context: Context) -> Interval:
    match value:
        case v.Day():
            return place.day(value, context)
        case v.Month():
            return place.month(value, context)
        case v.Block():
            return place.block(value, context)
        case v.Piece():
            return place.piece(value, context, _optional(value.year, context))
        case v.Season():
            return place.season(value, context)
        case v.Holiday():
            return place.named_day(value, context)
        case v.Weekday():
            return place.weekday(value, context)
        case v.Calendar():
            return place.calendar(value, context)
        case v.Rolling():
            return place.rolling(value, context)
        case v.Shift():
            return place.shift(
                value, context, None if isinstance(value.anchor, v.Spoken) else _optional(value.anchor, context)
            )
        case v.Since():
            return place.since(value, _place(value.anchor, context))
        case v.Adjacent():
            return place.adjacent(value, context)
        case v.WeekNumber():
            return place.week_number(value, context, _optional(value.year, context))
        case _:
            return _place_compound(value, context)


def _place_compound(value: v.Time, context: Context) -> Interval:
    match value:
        case v.Part():
            return within.part(value, _place(value.whole, context), context)
        case v.Nth():
            return within.nth(value, _place(value.whole, context))
        case v.NthWeekday():
            return within.nth_weekday(value, _place(value.whole, context))
        case v.Inside():
            return _inside(value, context)
        case v.At():
            return within.at(value, _place(value.day, context))
        case v.Clock() | v.Daypart():
            return within.clock(value, context.reference)
        case v.Span():
            return _span(value, context)
        case v.Bounded():
            return _bounded(value, context)
        case v.Now():
            return Interval(context.reference, context.reference, "second", point=context.reference)
        case _:
            raise ValueError("a length of time stands nowhere on the calendar")


def _optional(value: v.Time | None, context: Context) -> Interval | None:
    return None if value is None else _place(value, context)


def _inside(value: v.Inside, context: Context) -> Interval:
    outer = _place(value.outer, context)
    match value.inner:
        case v.Weekday():
            return within.weekday_inside(value.inner, outer)
        case v.Calendar():
            return within.unit_of(value.inner, outer)
        case v.Day(month=None):
            return _place(replace(value.inner, month=outer.first.month, year=outer.first.year), context)
        case v.Day() | v.Month() | v.Holiday() | v.Season():
            return _place(replace(value.inner, year=outer.first.year), context)
        case _:
            return _place(value.inner, replace(context, reference=outer.first))


def _span(value: v.Span, context: Context) -> Interval:
    """A range's ends; an end that is only partly told takes the rest from the other end."""
    if isinstance(value.first, v.Clock) and isinstance(value.last, v.Clock):
        return within.clock(value, context.reference)
    if _is_partial(value.first) and not _is_partial(value.last):
        last = _place(value.last, context)
        first = _place(value.first, replace(context, reference=last.first, lean="past"))
    else:
        first = _place(value.first, context)
        told = replace(context, reference=first.first, lean="coming") if _is_partial(value.last) else context
        last = _place(value.last, told)
    if first.start is None or last.end is None or last.end < first.start:
        raise ValueError("a range ends after it begins")
    is_end = isinstance(value.last, v.Part)  # "to the end of 2008" goes to its end
    return Interval(first.start, last.end, "range", last=last.end if is_end else last.first, point=first.point)


def _is_partial(value: v.Time) -> bool:
    return (
        isinstance(value, _PARTIAL) and getattr(value, "year", None) is None and getattr(value, "moved", None) is None
    )


def _bounded(value: v.Bounded, context: Context) -> Interval:
    """Since keeps the time's beginning, until its end; before and after leave the time itself out."""
    time = _place(value.time, context)
    match value.limit:
        case "since":
            return Interval(time.first, None, "range", has_day=time.has_day)
        case "until":
            return Interval(None, time.end, "range", last=time.first, has_day=time.has_day)
        case "before":
            return Interval(None, time.first, "range", last=time.first, has_day=time.has_day)
        case _:
            return Interval(time.end, None, "range", last=time.first, has_day=time.has_day)
