"""Time expressions written in figures and glued together: 2019-11-01, 24/10/19, 7:56 p.m., 1990s, 2014-18."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tasks.core.facts.time.values import Block, Clock, Day, Month, Span
from tasks.core.facts.time.words import MONTHS, SHORT_MONTHS

_NAME = "|".join((*MONTHS, *SHORT_MONTHS))
_PART = rf"\d{{1,2}}|{_NAME}"
_NUMBERS = {name: n for n, name in enumerate(MONTHS, 1)} | SHORT_MONTHS
_MERIDIEM = r"(?:[ap](?:\.\ ?m\b\.?|\ ?m\b\.?(?!\w)|\ \.\ m\ \.)|(?<=\d)[ap](?=[.,;)]?(?:\s|$)))"
_END = r"(?:(?<=T)|(?![\w%/]|[.,:-]\d))"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]


def _year(text: str) -> int:
    """Two figures are the year nearest to now in speech: 40 and above is the last century."""
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year >= 40 else 2000)


def _date(year: str, first: str, second: str, *, day_first: bool) -> Day | None:
    """A day from its parts; the order of day and month is guessed only where both would do."""
    a, b = _number(first), _number(second)
    if not first.isdigit() or not second.isdigit():
        month, day = (a, b) if not first.isdigit() else (b, a)
    else:
        month, day = (b, a) if (day_first and b <= 12) or a > 12 else (a, b)
    return Day(day, month, _year(year)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _ymd(m: re.Match[str]) -> Day | None:
    return _date(m["y"], m["a"], m["b"], day_first=False)


def _dmy(m: re.Match[str]) -> Day | None:
    # Points are written by those who put the day first; slashes and dashes mostly by those who put the month first.
    return _date(m["y"], m["a"], m["b"], day_first=m["s"] == ".")


def _compact(m: re.Match[str]) -> Day | None:
    return _date(m["y"], m["a"], m["b"], day_first=False)


def _day_month(m: re.Match[str]) -> Day | None:
    a, b = int(m["a"]), int(m["b"])
    month, day = (b, a) if a > 12 else (a, b)
    return Day(day, month) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _slashed_days(m: re.Match[str]) -> Span | None:
    """10/1-11/7, 10/1-11/7/2018: a year behind the last goes for both, unless that would turn them round."""
    last_year = _year(m["z"]) if m["z"] else None
    year = _year(m["y"]) if m["y"] else last_year
    days = [Day(int(day), int(month), y) for month, day, y in ((m["a"], m["b"], year), (m["c"], m["d"], last_year))]
    is_date = all(1 <= (day.month or 0) <= 12 and 1 <= day.day <= 31 for day in days)
    if m["s"] == "-" and year is None:
        return None  # results of games: 5-4-3-2
    return Span(*days) if is_date and (m["y"] or int(m["a"]) <= int(m["c"])) else None


def _month(m: re.Match[str]) -> Month | None:
    month = int(m["m"])
    return Month(month, int(m["y"])) if 1 <= month <= 12 else None


def _clock(m: re.Match[str]) -> Clock | None:
    hour = int(m["h"])
    meridiem = "am" if (m["p"] or "")[:1].lower() == "a" else "pm" if m["p"] else None
    minute, second = (int(m[k]) if m[k] else None for k in ("i", "c"))
    return Clock(hour, minute, second, meridiem if hour <= 12 else None)  # type: ignore[arg-type]  # the pattern admits am and pm only


def _decade(m: re.Match[str]) -> Block:
    century = int(m["c"]) if m["c"] else 20 if m["d"] in "01" else 19
    return Block(century * 100 + int(m["d"]) * 10, "decade")


def _years(m: re.Match[str]) -> Span | None:
    first, last = int(m["a"]), int(m["b"])
    last += first // 100 * 100 if last < 100 else 0
    # 2010-11 is two years, but 2010-12 a month; with a slash only neighbouring years are meant.
    is_month = len(m["b"]) == 2 and last != first + 1 and (last % 100 <= 12 or "/" in m[0])
    return Span(Block(first), Block(last)) if first < last and not is_month else None


SHAPES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Any]], ...] = tuple(
    (tag, re.compile(pattern + ("" if tag == "CLOCK" else _END), re.IGNORECASE), build)
    for tag, pattern, build in (
        ("SPAN", r"(?P<a>\d{1,2})(?P<s>[-/])(?P<b>\d{1,2})(?:(?P=s)(?P<y>(?:19|20)\d\d))?\s?[-–]\s?(?P<c>\d{1,2})(?P=s)"
         r"(?P<d>\d{1,2})(?:(?:(?P=s)|, ?)(?P<z>(?:19|20)\d\d))?", _slashed_days),
        ("DATE", rf"(?P<y>\d{{4}})(?P<s>[-/. ])(?P<a>{_PART})(?P=s)(?P<b>{_PART})(?:T(?=\d\d:))?", _ymd),
        ("DATE", rf"(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>{_PART})(?P=s)(?P<y>\d{{4}}|\d\d)", _dmy),
        ("DATE", r"(?P<y>(?:19|20)\d\d)(?P<a>0[1-9]|1[0-2])(?P<b>0[1-9]|[12]\d|3[01])", _compact),
        ("SPAN", r"(?P<a>1[5-9]\d\d|20\d\d)(?:\s?[-–~]\s?|/)(?P<b>1[5-9]\d\d|20\d\d|\d\d(?=[^\d/-]|$))", _years),
        ("MON", r"(?P<y>(?:1[5-9]|20)\d\d)[-/](?P<m>0?[1-9]|1[0-2])", _month),
        ("MON", r"(?P<m>0?[1-9]|1[0-2])[-/](?P<y>(?:19|20)\d\d)", _month),
        (
            "CLOCK",
            rf"(?P<h>[01]?\d|2[0-4]):(?P<i>[0-5]\d)(?::(?P<c>[0-5]\d))?(?:\.\d+)?(?:\s?(?P<p>{_MERIDIEM}))?(?![\w:])",
            _clock,
        ),
        ("CLOCK", rf"(?P<h>1[0-2]|0?[1-9])(?:[.](?P<i>[0-5]\d))?(?P<c>(?!))?\s?\.?(?P<p>{_MERIDIEM})(?!\w)", _clock),
        ("CLOCK", rf"(?P<h>1[0-2]|0?[1-9])(?P<i>[0-5]\d)(?P<c>(?!))?\s?(?P<p>{_MERIDIEM})(?!\w)", _clock),
        ("CLOCK", r"(?P<h>[01]\d|2[0-3])(?P<i>[0-5]\d)(?P<c>(?!))?(?P<p>(?!))?(?=\s?(?:hours|hrs|GMT|UTC"
        r"|local time)\b)", _clock),
        ("DAYMONTH", r"(?P<a>\d{1,2})[/](?P<b>\d{1,2})", _day_month),
        ("DECADE", r"(?P<c>1[5-9]|20)(?P<d>\d)0['’]? ?s\b", _decade),
        ("DECADE", r"(?P<c>(?!))?(?P<d>[2-9])0['’]? ?s\b", _decade),
    )
)  # fmt: skip


def read(text: str, position: int) -> tuple[str, Any, int] | None:
    """The tag, value and end of the numeric time expression that starts at `position`, None where there is none.

    >>> read("on 2019-11-01.", 3)
    ('DATE', Day(day=1, month=11, year=2019, weekday=None, moved=None), 13)
    """
    for tag, shape, build in SHAPES:
        if (match := shape.match(text, position)) and (value := build(match)) is not None:
            return tag, value, match.end()
    return None
