"""Times made of times: parts (late 2008), ordinals (the first week of May), shifts (three days after Christmas)."""

from __future__ import annotations

from dataclasses import replace

from tasks.core.facts.time.cascade import Match, Rule
from tasks.core.facts.time.values import (
    Adjacent,
    At,
    Block,
    Calendar,
    Day,
    Holiday,
    Inside,
    Nth,
    NthWeekday,
    Part,
    Rolling,
    Shift,
    Since,
    Time,
    Unit,
    Weekday,
)  # fmt: skip

MACROS = {
    "PLACED": "DATE|WDAY|MON|YEARQ|YEAR|REL|HOL|DEIC|ADJ",
    "PERIOD": "MON|YEARQ|YEAR|REL|BARE",
    "ORDER": "ORD|SECOND|LAST|LASTORD",
}
_PLACED = ("DATE", "WDAY", "MON", "YEARQ", "YEAR", "REL", "HOL", "DEIC", "ADJ", "SPAN")


def placed(m: Match) -> Time:
    """The first node that stands on the calendar."""
    return m.get(*_PLACED, "BARE")  # type: ignore[no-any-return]  # a node holds any value


def _part(m: Match) -> Part | None:
    part = m.get("EARLY", "MID", "LATE", "OPENING", "CLOSING")
    is_day = m.has("DEIC", "WDAY") or (m.has("BARE") and m.get("BARE").unit == "day")
    return Part("edge" if part == "late" and m.has("CLOSING") and is_day else part, placed(m))


def _late_night(m: Match) -> At:
    """Late Thursday night."""
    return At(placed(m), replace(m.get("PARTDAY"), part=m.get("EARLY", "LATE")))


def _part_of_unit(m: Match) -> Part:
    """End of year: this one."""
    return Part(m.get("OPENING", "CLOSING"), Calendar(m.get("UNIT"), 0))


def _sub_period(m: Match) -> Part:
    """Earlier this month, later in the year: up to the day of writing, or from it."""
    return Part(m.get("EARLIER", "LATER"), placed(m))


def _rest(m: Match) -> Part:
    return Part("later", placed(m))


def _number(m: Match) -> int:
    return (
        -1
        if m[0].tag in ("LAST", "LASTORD") or (m[0].tag == "THE" and m[1].tag in ("LAST", "LASTORD"))
        else m.get("ORD", "SECOND")
    )


def _nth(m: Match) -> Nth | None:
    if m.has("DUR"):
        (count, counted), *_ = m.get("DUR").amounts
        return Nth(_number(m), counted, placed(m), int(count))
    unit: Unit = m.get("UNIT", "UNITS") if not m.has("HALF") else "half"
    if m.has("LAST") and m.get("LAST") != "last":
        return None
    return Nth(_number(m), unit, placed(m), m.get("INT") or 1)


def _nth_weekday(m: Match) -> NthWeekday:
    return NthWeekday(_number(m), m.get("WDAY", "WEEKDAY").weekday, placed_last(m))


def placed_last(m: Match) -> Time:
    """The last node that stands on the calendar."""
    return m.all(*_PLACED, "BARE")[-1]  # type: ignore[no-any-return]  # a node holds any value


def _inside(m: Match) -> Inside:
    first, *_, last = m.all(*_PLACED, "BARE")
    return Inside(last, first) if m[0].tag in ("REL", "ADJ") else Inside(first, last)


def _week_of(m: Match) -> Time | None:
    unit = m.get("UNIT") or (m.get("BARE").unit if m.has("BARE") else None)
    day = placed_last(m)
    if unit == "weekend" and isinstance(day, Holiday):
        return replace(day, whole_weekend=True)
    return Inside(Calendar(unit, 0), day) if unit in ("week", "weekend") else None


def _shift(m: Match) -> Shift:
    direction = "past" if m.has("BEFORE", "EARLIER") else "coming"
    anchor = placed_last(m)
    if m.has("FROM") and isinstance(anchor, Weekday) and anchor.moved is None:
        anchor = replace(anchor, direction="coming")
    return Shift(m.get("DUR", "ADUR").amounts, direction, anchor)  # type: ignore[arg-type]  # a node holds any value


def _since(m: Match) -> Since:
    return Since(m.get("DUR", "ADUR").amounts, placed_last(m))


def _adjacent(m: Match) -> Adjacent:
    unit = m.get("BARE").unit if m.has("BARE") else m.get("UNIT")
    return Adjacent(unit, -1 if m.has("BEFORE", "EARLIER") else 1)


def _week_after_next(m: Match) -> Calendar:
    return Calendar(m.get("BARE").unit, 2 if m.has("AFTER") else -2)


def _day_around(m: Match) -> Shift:
    """The day after Christmas, the year before 2015."""
    return Shift(((1, m.get("BARE").unit),), "past" if m.has("BEFORE") else "coming", placed_last(m))


def _last(m: Match) -> Time | None:
    """Last week, last three weeks: what no "of" has claimed."""
    if m.has("DUR"):
        return Rolling(m.get("DUR").amounts, "past")
    return Calendar(m.get("UNIT"), -1) if m.get("LAST") == "last" and m.get("UNIT") != "day" else None


def _dated(m: Match) -> Time | None:
    """The next day, March 9: what is written out wins; a weekday before it helps to choose the year."""
    first, date = m[0].value, m.get("DATE")
    if not isinstance(date, Day):
        return None
    if isinstance(first, Weekday):
        return replace(date, weekday=first.weekday, moved=first.moved)
    return date if m[0].tag != "REL" else None


def _weekday_inside(m: Match) -> Time | None:
    """Monday of next week, next week on Tuesday, Friday two weeks from now."""
    weekday, other = m.get("WDAY"), m.get("REL")
    return None if isinstance(other, At | Part | Block) else Inside(weekday, other)


PARTS = (
    Rule("REL", "THE? (?:ORDER) (?:UNIT|SECOND|DUR|INT UNITS) (?:OF|IN) THE? (?:PERIOD)", _nth),
    Rule("REL", "(?:PERIOD) POSS (?:ORDER) UNIT", _nth),
    Rule("REL", "(?:ORDER) HALF OF THE? (?:PERIOD)", _nth),
    Rule("REL", "THE? (?:ORDER) WDAY (?:OF|IN) (?:PERIOD)", _nth_weekday),
    Rule("REL", "THE? (?:OPENING|CLOSING) OF THE? (?:PERIOD|DEIC|WDAY)|CLOSING (?:PERIOD|DEIC|WDAY)", _part),
    Rule("REL", "THE? (?:OPENING|CLOSING) OF UNIT", _part_of_unit),
    Rule("REL", "(?:EARLY|LATE) (?:WDAY|DEIC) PARTDAY", _late_night),
    Rule("REL", "(?:EARLY|MID|LATE) DASH? (?:IN|ON)? (?:PERIOD|WDAY|DEIC)", _part),
    Rule("REL", "THE? MID OF PERIOD", _part),
    Rule("REL", "(?:EARLIER|LATER) (?:IN|ON)? (?:PERIOD|WDAY|DEIC)", _sub_period),
    Rule("REL", "REST OF (?:PERIOD)", _rest),
    Rule("REL", "BARE AFTER NEXT|BARE BEFORE LAST", _week_after_next),
    Rule("REL", "(?:BARE|UNIT) (?:OF|STARTING|OPENING) ON? THE? (?:DATE|HOL|WDAY)", _week_of),
    Rule("REL", "BARE (?:BEFORE|AFTER) (?:DATE|HOL|DEIC)", _day_around),
    Rule("ADJ", "BARE (?:BEFORE|AFTER|EARLIER|LATER) (?=COMMA|GAP|STOP|$)", _adjacent),
    Rule("REL", "(?:LENGTH) (?:STARTING|COMMA) (?:ON|FROM)? (?:PLACED)|FOR (?:LENGTH) COMMA? FROM (?:PLACED)", _since),
    Rule("REL", "(?:IN)? (?:LENGTH) (?:FROM|AFTER|BEFORE|SINCE) THE? (?:PLACED)", _shift),
)  # fmt: skip
JOINS = (
    Rule("REL", "LAST UNIT (?!OF)|LAST DUR (?!OF)", _last),
    Rule("REL", "BARE TO DATEWORD", lambda m: Part("earlier", m.get("BARE"))),
    Rule("DATE", "(?:REL|ADJ|DEIC|WDAY|HOL) (?:COMMA|LPAR|DASH)? (?:DATE) RPAR?", _dated),
    Rule("REL", "WDAY (?:OF|COMMA)? THE? REL|REL (?:COMMA|DASH|ON)* WDAY", _weekday_inside),
    Rule("REL", "(?:DATE|MON|HOL) (?:OF|IN) REL", _inside),
)  # fmt: skip
