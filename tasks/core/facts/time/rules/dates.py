"""Dates of the calendar, whole and partial: June 3-8, the 5th of May 2019, Friday the 13th, Q3 2019, the 1990s."""

from __future__ import annotations

from dataclasses import replace

from tasks.core.facts.time.cascade import Match, Rule
from tasks.core.facts.time.values import Block, Day, Holiday, Month, Piece, Season, Span, Time, WeekNumber

# Words after which "May", "March" and their like are months.
BEFORE_MONTH = (
    "IN|OF|SINCE|UNTIL|BY|FROM|TO|BETWEEN|LAST|NEXT|THIS|EARLY|MID|LATE|BEFORE|AFTER|DURING|DASH|WEEKDAY|ON|FOR|AND"
)
BEFORE_YEAR = "IN|OF|SINCE|UNTIL|BY|FROM|TO|BETWEEN|EARLY|MID|LATE|BEFORE|AFTER|DURING|AROUND|LAST|NEXT"
_MONTHS = ("MONTH", "MAYBE", "LOWMONTH")
MACROS = {
    "DAYNUM": "INT|ORD|SECOND",
    "ANYMONTH": "MONTH|MAYBE|LOWMONTH",
    "YEARPART": "(?:COMMA|OF|IN|DASH|SLASH)? YEAR4 (?!DASH)",
    "JOIN": "DASH|TO|UNTIL",
    "SEP": "DASH|SLASH",
    "NO_DAY": "SEP|JOIN|POSS|ANYMONTH",
    "AND_OR_TO": "JOIN|AND",
    "ENDING": "STOP|COMMA|AT|FROM|BETWEEN|$",
    "BEFORE_DAY": "ON|FROM|BETWEEN|TO|UNTIL|BY|SINCE|WEEKDAY|BEFORE|AFTER|COMMA|OR|THIS",
}


def _year(m: Match) -> int | None:
    year = m.get("YEAR4")
    return year if year is not None else None


def _day(m: Match) -> Day | None:
    """One day of a named month; a number too big for a day may be a short year and is not guessed."""
    days = m.all("INT", "ORD", "SECOND")
    return Day(days[0], m.get("MONTH", "MAYBE", "LOWMONTH"), _year(m)) if 1 <= days[0] <= 31 else None


def _nth_day(m: Match) -> Day | None:
    """The twenty-third day of September."""
    return _day(m) if m.get("UNIT") == "day" else None


def _short_year(m: Match) -> Day | Month | None:
    """15 April of 87, April of 87, January first 12."""
    *days, year = m.all("INT", "ORD", "SECOND")
    year += 1900 if year > 31 else 2000
    month = m.get("MONTH", "MAYBE", "LOWMONTH")
    return Day(days[0], month, year) if days else Month(month, year)


def _days(m: Match) -> Span | None:
    """June 3-8, or 24 to 29 October; the last may fall into the next month: April 27th to the 3rd."""
    first, last = m.all("INT", "ORD", "SECOND")[:2]
    month, year = m.get("MONTH", "MAYBE", "LOWMONTH"), _year(m)
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    if m.has("AND") and not m.has("BETWEEN") and last != first + 1:
        return None
    if first <= last:
        return Span(Day(first, month, year), Day(last, month, year))
    month_first = m[0].tag in _MONTHS or (len(m) > 1 and m[1].tag in _MONTHS)
    return (
        Span(Day(first, month, year), Day(last, month % 12 + 1, year))
        if month_first
        else Span(Day(first), Day(last, month, year))
    )


def _month(m: Match) -> Month:
    return Month(m.get("MONTH", "MAYBE", "LOWMONTH"), _year(m))


def _piece(m: Match) -> Piece:
    number, unit = m.get("PIECE")
    year = _year(m)
    return Piece(number, unit, Block(year) if year else None)


def _century(m: Match) -> Block | None:
    return Block((m.get("ORD", "SECOND") - 1) * 100, "century") if m.get("UNIT", "UNITS") == "century" else None


def _decade(m: Match) -> Block:
    """The nineties are those of the last century."""
    decade = m.get("DECADE")
    return Block(1900 + decade, "decade") if isinstance(decade, int) else decade


def _slashed_days(m: Match) -> Span | None:
    """10/1 to 11/7, and a year that goes for both."""
    first, last = m.all("DAYMONTH", "DATE")
    if m.has("AND") and not m.has("BETWEEN"):
        return None
    year = m.get("YEAR4") or last.year
    same_year = first.month is not None and last.month is not None and first.month <= last.month
    return Span(replace(first, year=year if same_year else None), replace(last, year=year))


def _weekday_day(m: Match) -> Day | None:
    day = m.get("INT", "ORD", "SECOND")
    return Day(day, weekday=m.get("WEEKDAY", "MAYBEDAY")) if 1 <= day <= 31 else None


def _year_block(m: Match) -> Block | None:
    year = m.get("YEAR4")
    return Block(year) if 1000 <= year <= 2199 else None


def _named_year(m: Match) -> Block | None:
    return Block(m.get("YEAR4")) if m.get("UNIT") == "year" else None


def _week_number(m: Match) -> WeekNumber | None:
    number, year = m.get("INT"), _year(m)
    return WeekNumber(number, Block(year) if year else None) if m.get("UNIT") == "week" and 1 <= number <= 53 else None


def _holiday(m: Match) -> Holiday:
    name = m.get("HOLIDAY").name
    return Holiday(name, _year(m), whole_weekend=m.has("UNIT"))


def _is_weekend(m: Match) -> Time | None:
    return _holiday(m) if m.get("UNIT") == "weekend" else None


DATES = (
    Rule("SPAN", "(?:FROM|BETWEEN)? ANYMONTH THE? DAYNUM AND_OR_TO THE? DAYNUM (?!NO_DAY) (?:YEARPART)?", _days),
    Rule("SPAN", "(?:FROM|BETWEEN)? THE? DAYNUM AND_OR_TO THE? DAYNUM OF? ANYMONTH (?:YEARPART)?", _days),
    Rule("DATE", "ANYMONTH THE? DAYNUM YEARPART|ANYMONTH THE? DAYNUM (?:COMMA|OF|IN)? YEAR4", _day),
    Rule("DATE", "DAYNUM (?:SEP|COMMA|OF)? ANYMONTH YEARPART", _day),
    Rule("DATE", "THE? DAYNUM (?:OF|SEP)? ANYMONTH (?:SEP|COMMA|OF|IN)* YEAR4", _day),
    Rule("DATE", "YEAR4 SEP? ANYMONTH SEP? DAYNUM|YEAR4 SEP INT SEP ANYMONTH", _day),
    Rule("DATE", "ANYMONTH SEP YEAR4 SEP INT|INT SEP YEAR4 SEP ANYMONTH", _day),
    Rule("DATE", "ANYMONTH SEP INT SEP YEAR4", _day),
    Rule("DATE", "THE? DAYNUM OF? ANYMONTH (?:OF|POSS) INT", _short_year),
    Rule("DATE", "ANYMONTH ORD INT (?!UNITS|UNIT)", _short_year),
    Rule("MON", "ANYMONTH (?:OF|POSS) INT", _short_year),
    Rule("DATE", "THE? (?:ORD|SECOND) UNIT OF ANYMONTH (?:YEARPART)?", _nth_day),
    Rule("MON", "ANYMONTH YEARPART|ANYMONTH (?:COMMA|OF|IN|SEP)? YEAR4|YEAR4 SEP? ANYMONTH (?!DAYNUM)", _month),
    Rule("DATE", "ANYMONTH SEP? THE? DAYNUM|ANYMONTH COMMA ORD", _day),
    Rule("DATE", "THE? DAYNUM (?:OF|SEP)? ANYMONTH", _day),
    Rule("DATE", "(?:WEEKDAY|MAYBEDAY) THE? DAYNUM (?=GAP|ORD|AROUND|CLOCK|INT|ENDING)", _weekday_day),
    Rule("DATE", "(?<=ON|AROUND|BY|UNTIL) THE ORD (?=THIS|OF|ENDING)", lambda m: Day(m.get("ORD"))),
    Rule("SPAN", "(?:FROM|BETWEEN)? DAYMONTH (?:JOIN|AND) (?:DAYMONTH|DATE) (?:COMMA YEAR4)?", _slashed_days),
    Rule("DATE", "(?<=BEFORE_DAY) DAYMONTH", lambda m: m.get("DAYMONTH")),
    Rule("DATE", "DAYMONTH (?=COMMA DAYMONTH|AT|BETWEEN|FROM CLOCK)", lambda m: m.get("DAYMONTH")),
    Rule("MON", "(?<=BEFORE_MONTH) MAYBE|MONTH|MAYBE (?=(?:DASH|TO) ANYMONTH)", _month),
    Rule("MON", "(?<=IN|OF|SINCE|UNTIL|BY|FROM|MID|EARLY|LATE|TO) LOWMONTH", _month),
    Rule("REL", "YEAR4 DASH? PIECE|PIECE (?:OF|DASH|COMMA)? YEAR4|PIECE", _piece),
    Rule("REL", "(?:ORD|SECOND) DASH? (?:UNIT|UNITS)", _century),
    Rule("REL", "THE? DECADE", _decade),
    Rule("REL", "SEASON (?:OF|IN)? YEAR4", lambda m: Season(m.get("SEASON"), m.get("YEAR4"))),
    Rule("HOL", "HOLIDAY YEAR4 UNIT|HOLIDAY UNIT YEAR4|HOLIDAY UNIT", _is_weekend),
    Rule("HOL", "HOLIDAY (?:OF|IN|COMMA)? YEAR4|HOLIDAY", _holiday),
    Rule("REL", "UNIT INT (?:OF|COMMA) YEAR4|UNIT INT", _week_number),
    Rule("YEAR", "FISCAL? UNIT OF? YEAR4", _named_year),
    Rule("YEAR", "FISCAL YEAR4", _year_block),
    Rule("YEAR", "(?<=BEFORE_YEAR) YEAR4 (?!DASH INT)|YEAR4 (?=POSS)", _year_block),
    Rule("YEARQ", "YEAR4", _year_block),
)  # fmt: skip
MACROS |= {"BEFORE_MONTH": BEFORE_MONTH, "BEFORE_YEAR": BEFORE_YEAR}
