"""Placing plain time values on the calendar: days, months, years, weekdays, seasons, holidays, units around."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from tasks.core.facts.time import values as v
from tasks.core.facts.time.arithmetic import add, iso_week, midnight, unit_start
from tasks.core.facts.time.holidays import holiday
from tasks.core.facts.time.interval import Context, Interval, choose, one_day, precision_of, unit_around, unit_from

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_DAY = timedelta(days=1)


def day(value: v.Day, context: Context) -> Interval:
    """A day, its unsaid parts filled in; ValueError where the calendar has no such day."""
    if value.month is None:
        return _day_of_month(value, context)
    if value.year is not None:
        return one_day(date(value.year, value.month, value.day))
    if value.moved is not None:
        return one_day(date(context.reference.year, value.month, value.day))
    return _day_of_year(value, value.month, context)


def _day_of_year(value: v.Day, month: int, context: Context) -> Interval:
    """The year is unsaid: the weekday, if told, must agree; the 29th of February needs a leap year."""
    year = context.reference.year
    reach = 4 if (month, value.day) == (2, 29) else 1
    days = [found for y in range(year - reach, year + reach + 1) if (found := _date(y, month, value.day))]
    agreeing = [found for found in days if value.weekday in (None, found.weekday())]
    return choose([one_day(found) for found in agreeing or days], context)


def _day_of_month(value: v.Day, context: Context) -> Interval:
    """The month is unsaid: with a weekday it is the nearest month that has it so, else this month or its neighbours."""
    start = unit_start(context.reference, "month")
    reach = 1 if value.weekday is None else 14
    months = [add(start, n, "month") for n in range(-reach, reach + 1)]
    days = [found for m in months if (found := _date(m.year, m.month, value.day))]
    return choose([one_day(found) for found in days if value.weekday in (None, found.weekday())], context)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month(value: v.Month, context: Context) -> Interval:
    """A named month; "last May" is the last one over, "next May" the first not begun."""
    if value.year is not None:
        return unit_from(datetime(value.year, value.month, 1), "month")
    year = context.reference.year
    months = [unit_from(datetime(y, value.month, 1), "month") for y in (year - 1, year, year + 1)]
    return _moved(months, value.moved, context)


def _moved(candidates: list[Interval], moved: int | None, context: Context) -> Interval:
    """The middle candidate stands for "this"; "last" is over and "next" not begun."""
    if moved is None:
        return choose(candidates, context)
    if moved == 0:
        return candidates[len(candidates) // 2]
    today = context.today
    if moved < 0:
        return [c for c in candidates if c.end is not None and c.end <= today][-1]
    return next(c for c in candidates if c.start is not None and c.start > today)


def block(value: v.Block, _: Context) -> Interval:
    """A year, decade or century."""
    return unit_from(datetime(max(1, value.year), 1, 1), value.unit)


def piece(value: v.Piece, context: Context, year: Interval | None) -> Interval:
    """A quarter or half of a year."""
    months = (3 if value.unit == "quarter" else 6) * (value.number - 1)
    if months > 11:
        raise ValueError(f"a year has no {value.unit} {value.number}")
    first = year.first.year if year else context.reference.year
    years = [first] if year else [first - 1, first, first + 1]
    return choose([unit_from(datetime(y, 1 + months, 1), value.unit) for y in years], context)


def season(value: v.Season, context: Context) -> Interval:
    """Three months that begin in March, June, September or December (meteorological seasons of the north)."""
    year = context.reference.year
    years = [value.year] if value.year is not None else [year - 2, year - 1, year, year + 1, year + 2]
    starts = [datetime(y, _SEASONS[value.name], 1) for y in years]
    seasons = [Interval(start, add(start, 3, "month"), "season") for start in starts]
    if value.moved is None and len(seasons) > 1:
        return choose(seasons, context, default="past")
    return _moved(seasons, value.moved if len(seasons) > 1 else None, context)


def named_day(value: v.Holiday, context: Context) -> Interval:
    """A holiday, or the weekend that goes with it."""
    year = context.reference.year
    years = [value.year] if value.year is not None else [year - 2, year - 1, year, year + 1, year + 2]
    days = [one_day(holiday(value.name, y)) for y in years]
    found = _moved(days, value.moved if len(days) > 1 else None, context)
    if not value.whole_weekend:
        return found
    saturday = unit_start(found.first, "weekend")
    if found.first.weekday() == 0:
        saturday -= 7 * _DAY
    return Interval(min(saturday, found.first), max(saturday + 2 * _DAY, found.first + _DAY), "range")


def weekday(value: v.Weekday, context: Context) -> Interval:
    """A day of the week; unless the clause leans to the future, news means the last one, today included."""
    today = context.today
    if value.moved is not None:
        return one_day(unit_start(today, "week") + timedelta(days=7 * value.moved + value.weekday))
    back = timedelta(days=(today.weekday() - value.weekday) % 7)
    if value.direction == "past":
        return one_day(today - (back or 7 * _DAY))
    if value.direction == "coming":
        return one_day(today - back + 7 * _DAY)
    return one_day(today - back if context.lean != "coming" or not back else today - back + 7 * _DAY)


def calendar(value: v.Calendar, context: Context) -> Interval:
    """This, last or next unit of the calendar."""
    start = unit_start(context.reference, value.unit)
    if value.moved is not None:
        return unit_from(add(start, value.moved, value.unit), value.unit)
    return choose([unit_from(add(start, n, value.unit), value.unit) for n in (-1, 0, 1)], context, default="past")


def rolling(value: v.Rolling, context: Context) -> Interval:
    """The past week is the seven days before today, with today; the next five days begin tomorrow."""
    sign = -1 if value.direction == "past" else 1
    unit = value.amounts[-1][1]
    if unit in ("second", "minute", "hour"):
        moved = _shifted(context.reference, value.amounts, sign)
        return Interval(min(moved, context.reference), max(moved, context.reference), "range")
    if unit in ("quarter", "weekend") or (sign > 0 and unit in ("decade", "century")):
        return _whole_units(value.amounts[-1][0], unit, sign, context)
    today = context.today
    if sign < 0:
        return Interval(_shifted(today, value.amounts, -1), today + _DAY, "range", last=today)
    end = _shifted(today + (0 * _DAY if unit == "business day" else _DAY), value.amounts, 1)
    return Interval(today + _DAY, end + (_DAY if unit == "business day" else 0 * _DAY), "range")


def _whole_units(number: float, unit: v.Unit, sign: int, context: Context) -> Interval:
    """The last two quarters are whole quarters; this one is not over and not among them."""
    here = unit_start(context.reference, unit)
    if sign < 0:
        return Interval(add(here, -number, unit), here, "range")
    following = add(here, 1, unit)
    return Interval(following, add(following, number, unit), "range")


def _shifted(moment: datetime, amounts: v.Amounts, sign: int) -> datetime:
    for number, unit in amounts:
        moment = add(moment, sign * number, unit)
    return moment


def shift(value: v.Shift, context: Context, anchor: Interval | None) -> Interval:
    """Two years ago is that year, three weeks ago that week; from a day that is told, the reckoning is to the day."""
    unit = value.amounts[-1][1]
    if isinstance(value.anchor, v.Spoken):
        return _from_spoken(value, unit, context)
    is_short = unit in ("second", "minute", "hour")
    base = anchor.first if anchor else context.reference if is_short else context.today
    point = _shifted(base, value.amounts, -1 if value.direction == "past" else 1)
    if is_short:
        return Interval(point, add(point, 1, unit), precision_of(unit), point=point)
    around = unit_around(point, "day" if anchor else _AROUND.get(unit, unit))
    return Interval(around.start, around.end, around.precision, point=point)


# Two decades ago is no decade of the calendar, but a year twenty years back.
_AROUND: dict[str, v.Unit] = {"decade": "year", "century": "year", "business day": "day", "weekend": "day"}
_FINE = ("second", "minute", "hour", "day")


def _from_spoken(value: v.Shift, unit: v.Unit, context: Context) -> Interval:
    """Two years later, a day earlier; ValueError where the time spoken of is not told finely enough, or after today."""
    if context.spoken is None:
        return shift(replace(value, anchor=None), context, None)
    if context.spoken.precision not in _FINE and unit not in ("month", "year", "decade", "century"):
        raise ValueError("the time last spoken of is not told to the day")
    point = _shifted(context.spoken.first, value.amounts, -1 if value.direction == "past" else 1)
    if point > context.reference + _DAY and context.lean != "coming":
        raise ValueError("what has happened lies behind")
    return replace(unit_around(point, _AROUND.get(unit, unit) if unit not in _FINE else "day"), point=point)


def since(value: v.Since, anchor: Interval) -> Interval:
    """A length of time that begins with the anchor."""
    return Interval(anchor.first, _shifted(anchor.first, value.amounts, 1), "range")


def adjacent(value: v.Adjacent, context: Context) -> Interval:
    """The next day and the same year are told from the day last spoken of, or from the day of writing."""
    told = context.spoken.start if context.spoken and value.unit not in ("day", "weekend") else None
    base = told or (midnight(context.previous) if context.previous else context.reference)
    start = add(unit_start(base, value.unit), value.moved, value.unit)
    return unit_from(start, value.unit)


def week_number(value: v.WeekNumber, context: Context, year: Interval | None) -> Interval:
    """An ISO week."""
    return unit_from(iso_week(year.first.year if year else context.reference.year, value.number), "week")
