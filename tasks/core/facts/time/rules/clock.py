"""Times of day, alone and on a day: half past seven, noon, Monday morning, Friday from 3 to 5 p.m."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from tasks.core.facts.time.cascade import Match, Rule
from tasks.core.facts.time.values import At, Clock, Daypart, Holiday, Span, Time

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
    day = m.get("DATE", "WDAY", "DEIC", "ADJ", "REL")
    clock = m.get("CLOCK", "PARTDAY", "CLOCKS")
    if m.has("DAYPART"):
        clock = Daypart(m.get("DAYPART"))
    if m.has("REL"):
        return _in_part(day, clock)
    return None if isinstance(day, Holiday) else At(day, clock)


def _in_part(day: Time, clock: Clock | Daypart | Span) -> At | None:
    """This morning at 8: the hour takes its half of the day from the part."""
    if not isinstance(day, At) or not isinstance(day.clock, Daypart):
        return None
    if isinstance(clock, Clock) and not clock.meridiem and 4 < clock.hour <= 12:
        clock = replace(clock, meridiem=_NOONS.get(day.clock.name))
    return At(day.day, clock)


CLOCKS = (
    Rule("CLOCK", "INT? NOON", _noon),
    Rule("CLOCK", "INT OCLOCK", _hour),
    Rule("CLOCK", "HALF LAST INT OCLOCK?|(?:A)? UNIT LAST INT|INT (?:UNITS|UNIT)? LAST INT OCLOCK?"
        "|DUR LAST INT OCLOCK?", _past),
    Rule("CLOCK", "(?:CLOCK|INT) IN THE DAYPART|CLOCK (?:EARLY|LATE)? DAYPART|IN? THE? (?:EARLY"
        "|LATE)? DAYPART (?:AT)? CLOCK|IN THE DAYPART AT INT", _with_daypart),
    Rule("PARTDAY", "(?:EARLY|LATE|LATER|LATER IN|EARLY IN|LATE IN|IN) THE DAYPART|(?:EARLY|LATE)? DAYPART", _daypart),
)  # fmt: skip
HOURS = (
    Rule("CLOCKS", "(?:FROM|BETWEEN)? HOUR (?:TO|DASH|UNTIL) CLOCK|BETWEEN HOUR AND CLOCK", _range),
    Rule(
        "CLOCKS",
        "(?:FROM|BETWEEN)? CLOCK (?:TO|DASH|UNTIL|AND) INT|FROM INT (?:TO|DASH|UNTIL) INT (?=(?:ON|OF)? (?:ONDAY))",
        _range,
    ),
)
DAYTIMES = (
    Rule("TIMED", "(?:ONDAY|REL) CONNECT* (?:CLOCKS|CLOCK) |(?:ONDAY) (?:CONNECT IN|CONNECT)* (?:PARTDAY)", _on_day),
    Rule(
        "TIMED",
        "(?:AT|AROUND)? (?:CLOCKS|CLOCK|PARTDAY) (?:COMMA|ON|OF)* (?:ONDAY)|(?:CLOCKS|CLOCK) COMMA? REL",
        _on_day,
    ),
)
