"""From one time to another, and times with one open side: between May and July, since 2008, no later than Friday."""

from __future__ import annotations

from dataclasses import replace

from tasks.core.facts.time.cascade import Match, Rule
from tasks.core.facts.time.values import Block, Bounded, Clock, Daypart, Now, Span, Time, Weekday

MACROS = {"PLACE": "TIMED|DATE|WDAY|MON|YEARQ|YEAR|REL|HOL|DEIC|ADJ|BARE"}
_TAGS = (
    "TIMED",
    "DATE",
    "WDAY",
    "MON",
    "YEARQ",
    "YEAR",
    "REL",
    "HOL",
    "DEIC",
    "ADJ",
    "NOWISH",
    "SPAN",
    "BARE",
    "CLOCK",
    "PARTDAY",
)


def _span(m: Match) -> Span | None:
    times = m.all(*_TAGS)
    first, last = times if len(times) == 2 else (*times, Now())
    if isinstance(first, Block) and isinstance(last, Block) and first.year > last.year:
        return None
    return Span(first, last)


def _time(m: Match) -> Time:
    return m.get(*_TAGS)  # type: ignore[no-any-return]  # a node holds any value


def _bounded(m: Match) -> Bounded | None:
    limit = m.get("SINCE", "UNTIL", "BEFORE", "AFTER", "BY", "STARTING")
    if m.has("NO"):
        limit = "until"
    elif m.has("OPENING", "FROM") or m[-1].tag in ("LATER", "AFTER"):
        limit = "since"
    elif m.has("LATER"):
        limit = "since" if m.has("OR", "AND") else "after"
    time = _time(m)
    if m.has("STARTING") and isinstance(time, Weekday) and time.moved is None:
        time = replace(time, direction="coming")
    return None if isinstance(time, Clock | Daypart) and limit == "since" else Bounded(limit, time)


RANGES = (
    Rule("SPAN", "FROM THE? PLACE (?:TO|UNTIL|DASH) THE? (?:PLACE|NOWISH)", _span),
    Rule("SPAN", "BETWEEN THE? (?:PLACE|NOWISH) (?:AND|TO|DASH) THE? (?:PLACE|NOWISH)", _span),
    Rule("SPAN", "(?:FROM|BETWEEN) SPAN", lambda m: m.get("SPAN")),
    Rule("SPAN", "(?:PLACE) (?:TO|UNTIL|DASH) (?:PLACE)", _span),
    Rule("SPAN", "FROM (?:PLACE) TO DATEWORD", _span),
)  # fmt: skip
BOUNDS = (
    Rule("BOUND", "SINCE THE? (?:PLACE)|(?:STARTING|OPENING) ON? (?:DATE|WDAY|MON|YEAR|REL|HOL|DEIC)", _bounded),
    Rule("BOUND", "(?:UNTIL|BEFORE|AFTER|BY) THE? (?:PLACE|CLOCK)", _bounded),
    Rule("BOUND", "NO? LATER THAN PLACE|PLACE OR LATER|PLACE (?:OR|AND) (?:LATER|AFTER) (?=STOP|COMMA|$)", _bounded),
)
