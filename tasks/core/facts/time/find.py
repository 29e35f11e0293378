"""Times of a document as findings: expressions that are no false friends, placed on days, with what they were told from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta

from tasks.core.english.token import Sentence
from tasks.core.facts.finding import Finding
from tasks.core.facts.time import values as v
from tasks.core.facts.time.calendar import midnight
from tasks.core.facts.time.cascade import Node
from tasks.core.facts.time.grammar import parse
from tasks.core.facts.time.interval import Context, Interval, precision_of
from tasks.core.facts.time.resolve import resolve
from tasks.core.facts.time.tense import Tenses

_RULES = {
    "DATE": "date", "WDAY": "weekday", "MON": "month", "YEAR": "year", "YEARQ": "bare_year", "REL": "relative", "HOL": "holiday",
    "DEIC": "deictic", "ADJ": "adjacent", "SPAN": "range", "DUR": "duration", "SET": "recurring", "TIMED": "time_on_day",
    "CLOCK": "time_of_day", "CLOCKS": "time_of_day", "BOUND": "open_range",
}  # fmt: skip
_BEFORE = re.compile(r"(\S+)(\s+)$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
# Words after a figure such as 2019 that show it to be a year all the same.
_AFTER_YEAR = frozenset(
    (
        "and",
        "to",
        "when",
        "after",
        "as",
        "in",
        "by",
        "that",
        "with",
        "the",
        "while",
        "before",
        "until",
        "but",
        "at",
        "on",
        "for",
        "because",
        "over",
        "or",
        "amid",
        "from",
        "during",
        "against",
        "under",
        "was",
        "were",
        "has",
        "had",
        "is",
        "saw",
        "the",
        "a",
        "an",
        "he",
        "she",
        "they",
        "it",
        "we",
        "its",
        "his",
        "who",
        "which",
        "following",
        "although",
        "though",
        "if",
        "just",
        "alone",
        "through",
        "not",
    )
)
# Any two days that agree on nothing: what resolves alike against both needs no publication day.
_PROBES = (datetime(1971, 3, 2), datetime(2006, 9, 16))


def find_times(text: str, sentences: Sequence[Sentence], published_on: date | None) -> list[Finding]:
    """Every time expression of the text, in order, with the days it covers where they can be told.

    `starts_on` and `ends_on` are inclusive; an open side, a length of time, a recurring time and a time of day on no
    known day leave them None. `name` says what the days were told from (`published_on`, `previous date 2019-10-29`),
    or holds the TIMEX3 value of a recurring time. Durations carry `value` and `unit`.

    >>> [f] = find_times("It ended on Oct. 29.", (), date(2019, 11, 1))
    >>> f.starts_on, f.ends_on, f.name
    (datetime.date(2019, 10, 29), datetime.date(2019, 10, 29), 'published_on')
    """
    tenses = Tenses(text, sentences)
    names = _person_spans(sentences)
    found: list[Finding] = []
    previous: date | None = None
    for node in parse(text):
        if node.tag not in _RULES or _is_false_friend(text, node) or any(a <= node.start < b for a, b in names):
            continue
        lean = tenses.lean(node.start, node.end)
        finding, interval = _finding(node, published_on, Context(midnight(published_on or _PROBES[0]), lean, previous))
        found.append(finding)
        if interval is not None and node.tag in ("DATE", "WDAY", "SPAN", "TIMED", "ADJ") and finding.ends_on:
            previous = finding.ends_on
    return found


def _person_spans(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Months are also names: April and May are no times inside a person's name."""
    return [(t.start, t.end) for s in sentences for t in s.tokens if t.entity.endswith("PER")]


def _finding(node: Node, published_on: date | None, context: Context) -> tuple[Finding, Interval | None]:
    value, rule = node.value, _RULES[node.tag]
    if isinstance(value, v.Duration):
        return _duration(node, value), None
    if isinstance(value, v.Recurring):
        return Finding(start=node.start, end=node.end, kind="time", finder=rule, name=value.timex), None
    if published_on is None and not _is_absolute(value, context.lean):
        return Finding(start=node.start, end=node.end, kind="time", finder=rule, score=0.5), None
    interval = resolve(value, context)
    if interval is None or not interval.has_day:
        return Finding(
            start=node.start, end=node.end, kind="time", finder=rule, name=_time_of_day(interval), score=0.5
        ), None
    starts_on, ends_on = _days(value, interval, published_on)
    return Finding(
        start=node.start, end=node.end, kind="time", finder=rule, starts_on=starts_on, ends_on=ends_on,
        precision=interval.precision, name=_anchor(value, context), score=0.7 if node.tag == "YEARQ" else 1.0,
    ), interval  # fmt: skip


def _duration(node: Node, value: v.Duration) -> Finding:
    number, unit = value.amounts[0]
    precision = precision_of(unit)
    return Finding(
        start=node.start, end=node.end, kind="time", finder="duration", value=float(number), unit=unit, precision=precision,
        is_approximate=value.is_approximate,
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
    return None if interval is None or interval.start is None else interval.start.time().isoformat("minutes")


def _is_absolute(value: v.Time, lean: object) -> bool:
    """Whether the day of writing makes no difference."""
    del lean
    placed = [resolve(value, Context(probe)) for probe in _PROBES]
    return placed[0] is not None and placed[0] == placed[1]


def _anchor(value: v.Time, context: Context) -> str | None:
    """What the days were told from; None for a time that says everything itself."""
    if context.previous is not None and _holds_adjacent(value):
        return f"previous date {context.previous.isoformat()}"
    return None if _is_absolute(value, context.lean) else "published_on"


def _holds_adjacent(value: object) -> bool:
    if isinstance(value, v.Adjacent):
        return True
    return is_dataclass(value) and any(_holds_adjacent(getattr(value, f.name)) for f in fields(value))


def _is_false_friend(text: str, node: Node) -> bool:
    """A year that is a count or part of a name; a lone part of the day."""
    if node.tag == "PARTDAY":
        return True
    if node.tag == "YEARQ":
        return _is_no_year(text, node)
    if node.tag in ("YEAR", "SPAN", "BOUND"):
        return _is_count(text, node)
    return node.tag == "MON" and _is_in_name(text, node)


def _last_year(value: object) -> int | None:
    match value:
        case v.Block(year=year, unit="year"):
            return year
        case v.Span(last=inner) | v.Bounded(time=inner):
            return _last_year(inner)
        case _:
            return None


def _is_count(text: str, node: Node) -> bool:
    """In 2000 villages, from 1200 to 1500 troops: a round or early figure before a common noun counts it."""
    year = _last_year(node.value)
    if year is None:
        return False
    word = _NEXT_WORD.match(text, node.end)
    return (
        bool(word)
        and word is not None
        and word[1].islower()
        and word[1] not in _AFTER_YEAR
        and (year < 1900 or year % 50 == 0)
    )


def _is_no_year(text: str, node: Node) -> bool:
    """Nothing announces the figure as a year: it must look like one and not follow a name ("Expo 2020")."""
    year = node.value.year
    before = _BEFORE.search(text[max(0, node.start - 40) : node.start])
    word = before[1] if before else ""
    if (
        not 1500 <= year <= 2100
        or (word[:1].isupper()
        and word[-1:].isalpha()
        and word.lower() not in ("the", "a", "and", "or"))
    ):
        return True
    if node.start and text[node.start - 1] in "-/.#$€£":
        return True
    following = _NEXT_WORD.match(text, node.end)
    if following is None or following[1] in _AFTER_YEAR:
        return False
    return word.lower() not in ("the", "a", "its", "his", "their", "our") and not word.endswith(
        ("'s", "’s", "s'", "s’")
    )


def _is_in_name(text: str, node: Node) -> bool:
    """April Jones: a capitalised word right behind a lone month, and no preposition in front of it."""
    following = _NEXT_WORD.match(text, node.end)
    before = text[max(0, node.start - 8) : node.start].split()
    is_announced = bool(before) and before[-1].lower() in (
        "in",
        "of",
        "since",
        "by",
        "until",
        "from",
        "last",
        "next",
        "this",
        "to",
        "on",
    )
    return (
        bool(following)
        and following is not None
        and following[1][0].isupper()
        and not is_announced
        and isinstance(node.value, v.Month)
        and node.value.year is None
    )
