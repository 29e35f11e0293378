"""Puts times of day on the day that the text has just told: `A fire broke out on Monday. Crews came at 6 a.m.`"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tasks.core.english.token import Sentence
from tasks.core.facts.finding import Finding
from tasks.core.facts.time.interval import Lean

# Rules that tell a day of the story; `now` and open ranges tell none.
DAYS = frozenset({"date", "weekday", "relative", "holiday", "time_on_day", "deictic"})
FINE = frozenset({"second", "minute", "hour", "day"})
REACH = 6  # sentences; further back another day has begun


def on_told_days(
    sentences: Sequence[Sentence], found: Sequence[Finding], leans: Sequence[Lean | None], published_on: date | None
) -> list[Finding]:
    """The findings, with the day for each time of day that the words around tell of one day only.

    `leans` say for each finding whether its clause speaks of the past or of what is to come: of neither, a time of day
    is a habit (`opens at 9 a.m.`). The day is told in the same sentence, the one before, or alone in those before.
    """
    starts = [sentence.start for sentence in sentences]
    told = [(bisect_right(starts, f.start) - 1, f.starts_on) for f in found if _is_day(f)]
    placed = []
    for finding, lean in zip(found, leans, strict=True):
        is_clock = finding.finder == "time_of_day" and finding.starts_on is None
        day = _day(bisect_right(starts, finding.start) - 1, told) if is_clock and lean and sentences else None
        is_so = day is not None and _agrees(day, lean, published_on)
        placed.append(_on(finding, day) if day and is_so else finding)
    return placed


def _is_day(finding: Finding) -> bool:
    is_one = finding.starts_on is not None and finding.starts_on == finding.ends_on
    return is_one and finding.finder in DAYS and finding.precision in FINE


def _day(number: int, told: Sequence[tuple[int, date | None]]) -> date | None:
    """The only day told in the nearest sentences that tell any."""
    for first in (number, number - 1, number - REACH):
        days = {day for at, day in told if first <= at <= number}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _agrees(day: date, lean: Lean | None, published_on: date | None) -> bool:
    if published_on is None:
        return True
    return day <= published_on if lean == "past" else day >= published_on


def _on(finding: Finding, day: date) -> Finding:
    return replace(
        finding, starts_on=day, ends_on=day, precision="hour", name=f"previous date {day.isoformat()}", score=0.7
    )
