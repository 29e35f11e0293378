"""Times of day, alone and on a day: half past seven, noon, Monday morning, Friday from 3 to 5 p.m."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from tasks.core.facts.time.cascade import Match, Rule
from tasks.core.facts.time.values import At, Bounded, Clock, Daypart, Inside, Recurring, Span, Time

MACROS = {"HOUR": "CLOCK|INT", "ONDAY": "DATE|WDAY|DEIC|ADJ", "CONNECT": "(?:COMMA|AT|AROUND|FOR|ON|DASH|BY|OF)"}
_NOONS: dict[str, Literal["am", "pm"]] = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}


def _noon(m: Match) -> Clock:
    return Clock(m.get("NOON"))


def _hour(m: Match) -> Clock | None:
    hour = m.get("INT")
    return Clock(hour) if 0 <= hour <= 24 else None


def _past(m: Match) -> Clock | None:
    """Half past seven, ten past 9, a quarter to five."""
    if not m.has("TO") and m.get("LAST") != "past":
        return None
    *minutes, hour = m.all("INT")
    minute = minutes[0] if minutes else 30 if m.has("HALF") else 15
    if not (1 <= hour <= 12 and minute < 60):
        return None
    return Clock(hour - 1 or 12, 60 - minute) if m.has("TO") else Clock(hour, minute)


def _with_daypart(m: Match) -> Clock | None:
    """In the afternoon at 7: the part of the day says which seven."""
    clock = m.get("CLOCK") or Clock(m.get("INT"))
    part = m.get("DAYPART", "PARTDAY")
    name = part.name if isinstance(part, Daypart) else part
    if not 0 <= clock.hour <= 24:
        return None
    return clock if clock.meridiem or clock.hour > 12 else replace(clock, meridiem=_NOONS.get(name))


def _daypart(m: Match) -> Daypart:
    return Daypart(m.get("DAYPART"), "late" if m.has("LATER") else m.get("EARLY", "LATE"))


def _range(m: Match) -> Span | None:
    """From 5 to 6 p.m.: the first takes the half of the day of the last, unless that would turn it round."""
    first, last = (
        node.value if node.tag == "CLOCK" else Clock(node.value) for node in m if node.tag in ("CLOCK", "INT")
    )
    if first.hour > 24 or last.hour > 24:
        return None
    if last.meridiem and not first.meridiem and first.hour <= 12:
        first = replace(first, meridiem=last.meridiem if first.hour % 12 <= last.hour % 12 else "am")
    elif first.meridiem and not last.meridiem and last.hour <= 12:
        last = replace(last, meridiem=first.meridiem if first.hour % 12 < last.hour % 12 else "pm")
    return Span(first, last)


def _on_day(m: Match) -> At | None:
    """A clock time, a range of hours or a part of the day, on a day; the part says which half of it is meant."""
    day = m.get("DATE", "WDAY", "DEIC", "ADJ", "REL")
    clock, part = m.get("CLOCK", "CLOCKS"), m.get("PARTDAY")
    if clock is None and m.has("INT"):
        clock = Clock(m.get("INT")) if 1 <= m.get("INT") <= 12 else None
    if m.has("REL"):
        return None if clock is None else _in_part(day, clock)
    if clock is None or part is None:
        return At(day, clock or part) if clock or part else None
    return _in_part(At(day, part), clock)


def _in_part(day: Time, clock: Clock | Span) -> At | None:
    """This morning at 8: the hour takes its half of the day from the part."""
    if not isinstance(day, At) or not isinstance(day.clock, Daypart):
        return None
    half = _NOONS.get(day.clock.name)
    if isinstance(clock, Clock):
        return At(day.day, _halved(clock, half))
    if isinstance(clock.first, Clock) and isinstance(clock.last, Clock):
        clock = Span(_halved(clock.first, half), _halved(clock.last, half))
    return At(day.day, clock)


def _halved(clock: Clock, half: Literal["am", "pm"] | None) -> Clock:
    is_open = clock.meridiem is None and 4 < clock.hour <= 12
    return replace(clock, meridiem=half) if is_open else clock


def _limited(m: Match) -> Bounded:
    """Thursday before 5 p.m."""
    return Bounded(m.get("BEFORE", "AFTER", "UNTIL"), At(m.get("DATE", "WDAY", "DEIC", "ADJ"), m.get("CLOCK")))


def _of_week(m: Match) -> At:
    """Wednesday evening next week."""
    return At(Inside(m.get("WDAY"), m.get("REL")), m.get("PARTDAY"))


def _recurring(m: Match) -> Recurring:
    """Every Monday at 4 p.m.: TIMEX3 writes the day with the hour behind it."""
    clock, day = m.get("CLOCK"), m.get("SET").timex
    hour = clock.hour % 12 + 12 * (clock.meridiem == "pm") if clock.meridiem else clock.hour
    minute = "" if clock.minute is None else f":{clock.minute:02}"
    return Recurring(f"{day if day.startswith('XXXX') else ''}T{hour:02}{minute}")


CLOCKS = (
    Rule("CLOCK", "INT? NOON", _noon),
    Rule("CLOCK", "INT OCLOCK", _hour),
    Rule("CLOCK", "(?:HALF|INT UNITS|INT UNIT|INT|DUR) LAST INT OCLOCK?|A? UNIT LAST INT", _past),
    Rule("CLOCK", "(?:CLOCK|INT) IN THE DAYPART|CLOCK (?:AT|EARLY|LATE)? DAYPART", _with_daypart),
    Rule("CLOCK", "IN? THE? (?:EARLY|LATE)? DAYPART AT? CLOCK|IN THE DAYPART AT INT", _with_daypart),
    Rule("PARTDAY", "(?:EARLY|LATE|LATER|LATER IN|EARLY IN|LATE IN|IN) THE DAYPART|(?:EARLY|LATE)? DAYPART", _daypart),
)  # fmt: skip
HOURS = (
    Rule("CLOCK", "CLOCK PARTDAY|PARTDAY AT? CLOCK", _with_daypart),
    Rule("CLOCKS", "(?:FROM|BETWEEN)? HOUR (?:TO|DASH|UNTIL) CLOCK|BETWEEN HOUR AND CLOCK", _range),
    Rule("CLOCKS", "(?:FROM|BETWEEN)? CLOCK (?:TO|DASH|UNTIL|AND) INT", _range),
    Rule("CLOCKS", "(?:FROM|BETWEEN) INT (?:TO|DASH|UNTIL|AND) INT (?=(?:ON|OF)? (?:ONDAY|REL))", _range),
    Rule("CLOCKS", "(?<=ONDAY|REL) (?:FROM|BETWEEN) INT (?:TO|DASH|UNTIL|AND) INT", _range),
)
DAYTIMES = (
    Rule("SET", "SET AT? CLOCK|CLOCK SET", _recurring),
    Rule("TIMED", "(?:ONDAY) CONNECT* PARTDAY CONNECT* (?:CLOCKS|CLOCK)", _on_day),
    Rule("TIMED", "(?:CLOCKS|CLOCK) (?:COMMA|ON|OF)* (?:ONDAY) PARTDAY", _on_day),
    Rule("TIMED", "WDAY PARTDAY OF? REL", _of_week),
    Rule("BOUND", "(?:ONDAY) (?:BEFORE|AFTER|UNTIL) CLOCK", _limited),
    Rule("TIMED", "(?:ONDAY|REL) CONNECT* (?:CLOCKS|CLOCK)|(?:ONDAY) (?:CONNECT IN|CONNECT)* PARTDAY", _on_day),
    Rule("TIMED", "(?:ONDAY|REL) (?:AT|AROUND) INT (?=STOP|COMMA|$)", _on_day),
    Rule("TIMED", "(?:AT|AROUND)? (?:CLOCKS|CLOCK|PARTDAY) ZONE? (?:COMMA|ON|OF)* (?:ONDAY)", _on_day),
    Rule("TIMED", "(?:CLOCKS|CLOCK) COMMA? REL", _on_day),
)
