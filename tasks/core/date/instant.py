"""Dates as programs write them: ISO 8601, mail dates, Unix time; with the instant where the zone is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from tasks.core.date.line import find_days
from tasks.tables.values import Precision

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:[T-]?\d{4,6})?(?:Z|[+-]\d{4})?$")
_UNIX = re.compile(r"^(\d{10})(\d{3})?$")
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d{1,2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?\s*"
    r"(?P<zone>Z\b|UTC|GMT|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in the writer's zone, and the instant where clock and zone are told; `is_utc` where that zone was UTC."""

    day: date
    at: datetime | None
    precision: Precision
    is_utc: bool = False


def read_moment(text: str, day_first: bool | None = None) -> Moment | None:
    """The first moment in `text`, None where there is none.

    >>> read_moment("2020-06-07T23:30:00-05:00")
    ... # doctest: +NORMALIZE_WHITESPACE
    Moment(day=datetime.date(2020, 6, 7),
           at=datetime.datetime(2020, 6, 8, 4, 30, tzinfo=datetime.timezone.utc), precision='second', is_utc=False)
    >>> read_moment("7 juin 2020 à 10:15").day
    datetime.date(2020, 6, 7)
    """
    text = text.strip()[:200]
    if found := _UNIX.match(text):
        instant = datetime.fromtimestamp(int(found[1]), UTC)
        return Moment(instant.date(), instant, "second", is_utc=True)
    day: date | None
    if found := _COMPACT.match(text) or _ISO.search(text):
        day = _day(*found.groups()[:3])
        behind = found.end(3)
    else:
        _, behind, day = next(find_days(text, day_first), (0, 0, None))
    if day is None:
        return None
    at, precision = _instant(day, text[behind:])
    is_utc = at is not None and at.date() == day and f"{at:%H:%M}" in text[behind:]
    return Moment(day, at, precision, is_utc)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _instant(day: date, rest: str) -> tuple[datetime | None, Precision]:
    clock = _CLOCK.search(rest)
    if not clock or not clock["zone"]:
        return None, "day"
    hour = int(clock["hour"]) % 12 + 12 * (clock["half"][0].lower() == "p") if clock["half"] else int(clock["hour"])
    try:
        local = datetime(day.year, day.month, day.day, hour, int(clock["minute"]), int(clock["second"] or 0))
        return local.replace(tzinfo=_zone(clock["zone"])).astimezone(UTC), "second" if clock["second"] else "minute"
    except (ValueError, OverflowError):
        return None, "day"


def _zone(written: str) -> timezone:
    if written[0] not in "+-":
        return UTC
    offset = timedelta(hours=int(written[1:3]), minutes=int(written[-2:]))
    return timezone(-offset if written[0] == "-" else offset)
