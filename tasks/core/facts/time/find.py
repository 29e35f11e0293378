"""Times of a document as findings: expressions placed on days, with what they were told from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from tasks.core.english.token import Sentence
from tasks.core.facts.finding import Finding
from tasks.core.facts.time import values as v
from tasks.core.facts.time.arithmetic import midnight
from tasks.core.facts.time.cascade import Node
from tasks.core.facts.time.false_friends import is_false_friend, is_length
from tasks.core.facts.time.grammar import parse
from tasks.core.facts.time.interval import Context, Interval, Lean, one_day, precision_of
from tasks.core.facts.time.resolve import resolve
from tasks.core.facts.time.tense import Tenses
from tasks.core.facts.time.told_day import on_told_days
from tasks.core.facts.time.words import MONTHS, WEEKDAYS

_RULES = {
    "DATE": "date", "WDAY": "weekday", "MON": "month", "YEAR": "year", "YEARQ": "bare_year", "REL": "relative",
    "HOL": "holiday", "DEIC": "deictic", "ADJ": "adjacent", "SPAN": "range", "DUR": "duration", "SET": "recurring",
    "TIMED": "time_on_day", "CLOCK": "time_of_day", "CLOCKS": "time_of_day", "BOUND": "open_range",
}  # fmt: skip
# Rules whose times the story goes on from: "the next day", "two years later".
_TOLD = frozenset(
    ("date", "weekday", "month", "year", "bare_year", "relative", "holiday", "adjacent", "range", "time_on_day")
)
_FINE = ("second", "minute", "hour", "day")
# Any two days that agree on nothing: what resolves alike against both needs no publication day.
_PROBES = (datetime(1971, 3, 2), datetime(2006, 9, 16))


def find_times(text: str, sentences: Sequence[Sentence], published_on: date | None) -> list[Finding]:
    """Every time expression of the text, in order, with the days it covers where they can be told.

    `starts_on` and `ends_on` are inclusive; an open side, a length of time, a recurring time and a time of day on no
    known day leave them None. `name` says what the days were told from (`published_on`, `previous date 2019-03-08`),
    or holds the TIMEX3 value of a recurring time, or the time of day. Durations carry `value` and `unit`.

    >>> [f] = find_times("It ended on Oct. 29.", (), date(2019, 11, 1))
    >>> f.starts_on, f.ends_on, f.name
    (datetime.date(2019, 10, 29), datetime.date(2019, 10, 29), 'published_on')
    """
    tenses, people = Tenses(text, sentences), _People(sentences)
    story = _Story(published_on)
    found, leans = [], []
    for node in parse(text):
        if node.tag in _RULES and not is_false_friend(text, node) and not people.has(text, node):
            leans.append(tenses.lean(node.start, node.end))
            found.append(story.finding(text, node, leans[-1]))
    return on_told_days(sentences, found, leans, published_on)


class _People:
    """Where the text names persons: April and May are no times inside a person's name, or where one is called so."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        tokens = [t for s in sentences for t in s.tokens]
        # The parser may take the day behind a name for a part of it: `said Ann Lee Friday`.
        named = [t for t in tokens if t.entity.endswith("PER") and t.text.lower() not in WEEKDAYS]
        self._starts, self._ends = [t.start for t in named], [t.end for t in named]
        pairs = pairwise(tokens)
        joined = [b for a, b in pairs if a.entity == "B-PER" and b.entity == "I-PER"]
        self._called = {t.text for t in joined if t.text.lower() in MONTHS}

    def has(self, text: str, node: Node) -> bool:
        """Whether a person's name covers a time, or is spelled like this month."""
        place = bisect_right(self._starts, node.start) - 1
        if place >= 0 and node.start < self._ends[place]:
            return True
        return text[node.start : node.end] in self._called and not _IN_MONTH.search(
            text, max(0, node.start - 10), node.start
        )


_IN_MONTH = re.compile(
    r"\b(?:in|since|until|by|last|next|this|early|late|mid|during|of|from|and|through)[ -]+$", re.IGNORECASE
)


@dataclass(slots=True)
class _Story:
    """The times told so far, from which later ones go on."""

    published_on: date | None
    previous: date | None = None
    spoken: Interval | None = None

    def finding(self, text: str, node: Node, lean: Lean | None) -> Finding:
        """The finding of a node; what it says is remembered."""
        value = node.value
        bare = Finding(start=node.start, end=node.end, kind="time", finder=_RULES[node.tag], score=0.5)
        if isinstance(value, v.Recurring):
            return replace(bare, name=value.timex, score=1.0)
        if is_length(text, node) or (
            isinstance(value, v.Shift) and lean == "past" and text[node.start : node.start + 3] == "in "
        ):
            value = v.Duration(value.amounts)
        if isinstance(value, v.Duration):
            return _duration(bare, value)
        if (self.published_on is None and not _is_absolute(value)) or _is_told_by_event(text, node):
            return bare
        if self.spoken is None and lean != "coming" and isinstance(value, v.Shift) and value.anchor == v.Spoken():
            return bare  # "15 years later": than what is not told
        context = Context(midnight(self.published_on or _PROBES[0]), lean, self.previous, self.spoken)
        interval = resolve(value, context)
        if interval is None or not interval.has_day:
            return replace(bare, name=_time_of_day(interval))
        starts_on, ends_on = _days(value, interval, self.published_on)
        anchor = self._anchor(value)
        self._remember(bare.finder, interval, ends_on)
        score = 0.7 if node.tag == "YEARQ" else 1.0
        return replace(
            bare, starts_on=starts_on, ends_on=ends_on, precision=interval.precision, name=anchor, score=score
        )

    def _anchor(self, value: v.Time) -> str | None:
        """What the days were told from; None for a time that says everything itself."""
        if self.spoken is not None and self.spoken.start and _goes_on(value):
            is_day = isinstance(value, v.Adjacent) and value.unit == "day"
            told = self.previous if is_day and self.previous else self.spoken.start.date()
            return f"previous date {told.isoformat()}"
        return None if _is_absolute(value) else "published_on"

    def _remember(self, rule: str, interval: Interval, ends_on: date | None) -> None:
        if rule not in _TOLD or interval.start is None or ends_on is None:
            return
        is_days = interval.precision in _FINE or (rule == "range" and interval.last is not None)
        if is_days:
            self.previous = ends_on
        self.spoken = one_day(ends_on) if is_days else interval


_BESIDE_EVENT = re.compile(r" (?:before|after|preceding|following) (?:the|his|her|their|its|a|an)\b")


def _is_told_by_event(text: str, node: Node) -> bool:
    """`the Sunday before the election`: which one only the election tells."""
    is_the = text[: node.start].endswith((" the ", "The ")) or text[node.start : node.start + 4].lower() == "the "
    return node.tag == "WDAY" and is_the and _BESIDE_EVENT.match(text, node.end) is not None


def _duration(bare: Finding, value: v.Duration) -> Finding:
    number, unit = value.amounts[0]
    return replace(
        bare, finder="duration", value=float(number), value_max=value.at_most, unit=unit, precision=precision_of(unit),
        is_approximate=value.is_approximate, score=1.0,
    )  # fmt: skip


def _days(value: v.Time, interval: Interval, published_on: date | None) -> tuple[date | None, date | None]:
    """Inclusive days; what has gone on since a day goes on to the day of writing."""
    starts_on = interval.start.date() if interval.start else None
    if interval.end is None:
        is_since = isinstance(value, v.Bounded) and value.limit == "since"
        ends_on = published_on if is_since and published_on and starts_on and starts_on <= published_on else None
    else:
        ends_on = (interval.end - timedelta(microseconds=1)).date()
    if starts_on and ends_on and ends_on < starts_on:
        ends_on = starts_on
    return starts_on, ends_on


def _time_of_day(interval: Interval | None) -> str | None:
    moment = (interval.last or interval.start) if interval else None
    return moment.time().isoformat("minutes") if moment else None


def _is_absolute(value: v.Time) -> bool:
    """Whether the day of writing makes no difference."""
    placed = [resolve(value, Context(probe)) for probe in _PROBES]
    return placed[0] is not None and placed[0] == placed[1]


def _goes_on(value: object) -> bool:
    """Whether a value is told from the time last spoken of."""
    if isinstance(value, v.Adjacent | v.Spoken):
        return True
    return is_dataclass(value) and any(_goes_on(getattr(value, f.name)) for f in fields(value))
