"""What placing a time yields, and what it is placed against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, cast

from tasks.core.facts.time.arithmetic import midnight, unit_end, unit_start
from tasks.core.facts.time.values import Unit
from tasks.tables.values import Precision

Lean = Literal["past", "coming"]
_DAY = timedelta(days=1)
# What comes only in most of a year is rarely told without its year.
_SOON = timedelta(days=200)
# How much nearer a coming day must be than a past one to be meant: "the vote on Dec. 12 was announced" in November.
_RELUCTANCE: dict[Lean | None, int] = {"past": 6, None: 3, "coming": 1}
_PRECISIONS: dict[str, Precision] = {
    "business day": "day", "weekend": "range", "workweek": "week", "fortnight": "range", "half": "range",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What a time is told from: the instant of writing, where its clause leans, the day and the time last spoken of."""

    reference: datetime
    lean: Lean | None = None
    previous: date | None = None
    spoken: Interval | None = None

    @property
    def today(self) -> datetime:
        """First instant of the day of writing."""
        return midnight(self.reference)


@dataclass(frozen=True, slots=True)
class Interval:
    """Instants from `start` to before `end`; an open side is None.

    `point` is the instant reckoned, where the interval is the calendar unit around it (two years ago, to the day).
    `last` is where the last unit of a range begins. `has_day` is False for a time of day that is on no known day.
    """

    start: datetime | None
    end: datetime | None
    precision: Precision
    point: datetime | None = None
    last: datetime | None = None
    has_day: bool = True

    @property
    def first(self) -> datetime:
        """The instant a reckoning starts from; ValueError for a time without a beginning."""
        found = self.point or self.start or self.last
        if found is None:
            raise ValueError("a time without beginning anchors nothing")
        return found


def precision_of(unit: str) -> Precision:
    """The precision that tells a unit."""
    return (
        _PRECISIONS[unit] if unit in _PRECISIONS else cast(Precision, unit)
    )  # the units left are precisions themselves


def unit_from(start: datetime, unit: Unit) -> Interval:
    """The unit that begins at `start`."""
    return Interval(start, unit_end(start, unit), precision_of(unit))


def unit_around(moment: datetime, unit: Unit) -> Interval:
    """The unit of the calendar that holds `moment`."""
    return unit_from(unit_start(moment, unit), unit)


def one_day(day: date) -> Interval:
    """A whole day."""
    return unit_from(midnight(day), "day")


def choose(candidates: list[Interval], context: Context, default: Lean | None = None) -> Interval:
    """The candidate the clause means: the last begun, the first to come, else the nearer, the past before the future.

    ValueError without candidates.
    """
    if not candidates:
        raise ValueError("no such day")
    today, lean = context.today, context.lean or default
    begun = [c for c in candidates if c.start is not None and c.start < today + _DAY]
    unfinished = [c for c in candidates if c.end is not None and c.end > today]
    if lean == "past" and begun and begun[-1].precision != "day":
        return begun[-1]
    if lean == "coming" and unfinished and _distance(unfinished[0], today) < _SOON:
        return unfinished[0]
    reluctance = _RELUCTANCE[lean or default]
    return min(candidates, key=lambda c: _distance(c, today) * (reluctance if (c.start or today) > today else 1))


def _distance(interval: Interval, today: datetime) -> timedelta:
    """From today to the interval, nothing inside it."""
    start, end = interval.start or today, interval.end or today
    return max(start - today, today - end + _DAY, timedelta(0))
