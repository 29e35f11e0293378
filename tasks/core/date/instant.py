"""Dates as programs write them: ISO 8601, mail dates, Unix time; with the instant where the zone is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from tasks.core.date.calendars import gregorian
from tasks.core.date.line import find_days
from tasks.core.date.order import DayFirst
from tasks.core.date.zones import ABBREVIATIONS, zone_offset
from tasks.tables.values import Precision

# What most programs write: read at once, in a fifth of the time.
_INSTANT = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)", re.ASCII)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:[T-]?\d{4,6})?(?:Z|[+-]\d{4})?$")
_UNIX = re.compile(r"^(\d{10})(\d{3})?$")
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)
CLOCK = re.compile(
    # 9:40, 9h40, 9.40pm, 21.40 Uhr, kl. 21.40, 午後9時40分, 오후 9:40
    r"(?<!\d)(?:(?P<before>오전|오후|上午|下午|午前|午後)\s?)?(?P<hour>\d{1,2})"
    r"(?:[:h時点]|시\s?|(?<=kl\. \d\d)\.|(?<=kl \d\d)\.|\.(?=\d\d\s?(?:[ap]\.?m\b|uhr\b)))"
    r"(?P<minute>\d\d)(?::(?P<second>\d{1,2})(?:[.,]\d+)?)?[分분]?\s*(?P<half>[ap]\.?\s?m\b\.?|[πμ]\.?μ\b\.?|[مص]\b|مساء\w*|صباح\w*)?\s*"
    rf"\(?(?P<zone>(?:UTC|GMT)\s?[+-]\d\d?(?::?\d\d)?\b|[+-]\d\d:?\d\d\b|(?<=\d)[+-]\d\d\b|(?:{'|'.join(ABBREVIATIONS)})\b)?",
    re.IGNORECASE,
)
_AFTERNOON = frozenset(("p", "μ", "م", "오후", "下午", "午後"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in the writer's zone, and the instant where clock and zone are told; `is_utc` where that zone was UTC."""

    day: date
    at: datetime | None
    precision: Precision
    is_utc: bool = False
    offset: timedelta | None = field(default=None, repr=False)  # of that zone


def read_moment(text: str, day_first: DayFirst = None) -> Moment | None:
    """The first moment in `text`, None where there is none.

    >>> read_moment("2020-06-07T23:30:00-05:00")
    ... # doctest: +NORMALIZE_WHITESPACE
    Moment(day=datetime.date(2020, 6, 7),
           at=datetime.datetime(2020, 6, 8, 4, 30, tzinfo=datetime.timezone.utc), precision='second', is_utc=False)
    >>> read_moment("7 juin 2020 à 10:15").day
    datetime.date(2020, 6, 7)
    """
    text = text.strip()[:200]
    if _INSTANT.fullmatch(text) and (moment := _instant(text)):
        return moment
    if found := _UNIX.match(text):
        instant = datetime.fromtimestamp(int(found[1]), UTC)
        return Moment(instant.date(), instant, "second", is_utc=True)
    if found := _COMPACT.match(text) or _ISO.search(text):
        day = gregorian(*map(int, found.groups()[:3]))
        start, behind = found.start(), found.end(3)
    else:
        start, behind, day = next(find_days(text, day_first), (0, 0, None))
    return moment_of(day, text, start, behind) if day else None


def _instant(text: str) -> Moment | None:
    try:
        told = datetime.fromisoformat(text).replace(microsecond=0)
    except ValueError:
        return None
    offset = told.utcoffset() or timedelta()
    at = told.astimezone(UTC)
    return Moment(told.date(), at, "second", not offset, offset) if _WEST <= offset <= _EAST else None


def precision_of(at: datetime | None) -> Precision:
    """How exactly an instant that was kept without its precision tells the time; a day where there is none."""
    return "day" if at is None else "second" if at.second else "minute"


def moment_of(day: date, text: str, start: int, behind: int, usual: timedelta | None = None) -> Moment:
    """The moment of a day that stands in `text`, by the clock and the zone behind it, or before it.

    A clock without a zone is `usual` ahead of UTC, if that is given.
    """
    parts = (text[behind:], text[start:behind], text[:start])
    return clocked(day, next(filter(None, map(CLOCK.search, parts)), None), usual)


def clocked(day: date, clock: re.Match[str] | None, usual: timedelta | None = None) -> Moment:
    """The moment of a day with what `CLOCK` found; without a zone it is `usual` ahead of UTC, if that is given."""
    offset = zone_offset(clock["zone"], day) if clock and clock["zone"] else usual
    local = _local(day, clock) if clock else None
    if clock is None or local is None or offset is None or not _WEST <= offset <= _EAST:
        return Moment(day, None, "day")
    at = (local - offset).replace(tzinfo=UTC)
    return Moment(day, at, "second" if clock["second"] else "minute", not offset, offset)


def _local(day: date, clock: re.Match[str]) -> datetime | None:
    hour = int(clock["hour"])
    if half := clock["before"] or clock["half"]:
        hour = hour % 12 + 12 * (half[0].lower() in _AFTERNOON or half in _AFTERNOON)
    try:
        return datetime(day.year, day.month, day.day, hour, int(clock["minute"]), int(clock["second"] or 0))
    except ValueError:
        return None
