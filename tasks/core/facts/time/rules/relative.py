"""Times told from the day of writing or from what was last said: last month, the next day, two years ago."""

from __future__ import annotations

from tasks.core.facts.time.cascade import Match, Rule
from tasks.core.facts.time.values import (
    Adjacent,
    Amounts,
    At,
    Calendar,
    Daypart,
    Duration,
    Holiday,
    Month,
    Now,
    Recurring,
    Rolling,
    Season,
    Shift,
    Span,
    Spoken,
    Time,
    Weekday,
)  # fmt: skip

MACROS = {
    "NUMB": "INT|NUM|A FEW|FEW|A COUPLE OF|A COUPLE|COUPLE OF|COUPLE|ANOTHER INT|YEAR4",
    "SPANUNIT": "UNITS|UNIT|SECOND",
    "AMOUNT": "NUMB DASH? SPANUNIT",
    "ONEUNIT": "(?:A|ANOTHER) UNIT",
    "LENGTH": "DUR|ADUR",
    "COUNTED_BACK": "AGO|LATER|AND NUMB UNITS AGO",
    "AFTERWARDS": "AGO|FROM|BEFORE|AFTER|EARLIER|LATER",
}
_MOVED = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}
_RECURRING_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_PERIODS = {
    "day": "P{}D", "week": "P{}W", "month": "P{}M", "quarter": "P{}M", "year": "P{}Y", "hour": "PT{}H",
    "minute": "PT{}M",
    "weekend": "P{}WE", "decade": "P{}0Y", "fortnight": "P{}W",
}  # fmt: skip


def amounts(m: Match) -> Amounts:
    """Numbers and units by turns: 2 weeks and 3 days, one and a half hours, half a year."""
    found: list[tuple[float, str]] = []
    number: float = 0
    seen = False
    for node in m:
        if node.tag in ("UNIT", "UNITS", "SECOND"):
            unit = "second" if node.tag == "SECOND" else node.value
            found.append((number if seen else 1, unit))
            number, seen = 0, False
        elif node.tag in ("INT", "NUM", "FEW", "COUPLE", "HALF", "YEAR4"):
            number, seen = number + node.value, True
    if seen and found:  # an hour and a half
        found[-1] = (found[-1][0] + number, found[-1][1])
    return tuple(found)  # type: ignore[arg-type]  # the lexicon holds units only


def _duration(m: Match) -> Duration:
    return Duration(amounts(m), is_approximate=m.has("FEW", "COUPLE"))


def _moved_unit(m: Match) -> Time | None:
    word, unit = m.get("LAST", "NEXT"), m.get("UNIT")
    moved = _MOVED[word]
    if word == "last" and unit == "day":
        return None  # the last day of something, never yesterday
    if word == "last" and unit == "decade":
        return Rolling(((1, "decade"),), "past")
    if (word in ("following", "previous") and m[0].tag != "THIS") or (word == "next" and unit == "day"):
        return Adjacent(unit, moved)
    if word == "past" and unit not in ("quarter", "weekend"):
        return Rolling(((1, unit),), "past")
    if unit in ("hour", "minute", "second"):
        return Rolling(((1, unit),), "past" if moved < 0 else "coming")
    return Calendar(unit, moved)


def _ending_now(m: Match) -> Rolling | None:
    """`In the last month` reaches up to the day of writing; last month itself takes no article."""
    unit = m.get("UNIT")
    return Rolling(((1, unit),), "past") if m.get("LAST") == "last" and unit in ("week", "month", "year") else None


def _rolling(m: Match) -> Rolling:
    return Rolling(amounts(m), "past" if m.has("LAST") else "coming")


def _business(m: Match) -> Rolling:
    number = m.get("INT", "NUM", "FEW", "COUPLE")
    return Rolling(((number, "business day"),), "past" if m.has("LAST") else "coming")


def _this_unit(m: Match) -> Calendar:
    return Calendar("workweek" if m.has("WORKING") else m.get("UNIT"), 0)


def _either(m: Match) -> Duration | None:
    """Two or three weeks, 10 to 15 minutes."""
    low, high = m.all("INT", "NUM")
    (_, unit), *_rest = amounts(Match(m[-2:]))
    return Duration(((low, unit),), at_most=high) if low < high else None


def _nights(m: Match) -> Duration | None:
    """All day, one night."""
    if m.has("DAYPART"):
        return Duration(((m.get("INT"), "day"),)) if m.get("DAYPART") == "night" else None
    return Duration(((1, m.get("UNIT")),))


def _weekday(m: Match) -> Weekday | None:
    weekday, word = m.get("WEEKDAY", "MAYBEDAY"), m.get("LAST", "NEXT")
    if word is None:
        return Weekday(weekday, 0 if m.has("THIS") else None)
    if word == "past" or (m.has("THIS") and word == "last"):
        return Weekday(weekday, direction="past")
    if m.has("THIS"):
        return Weekday(weekday, direction="coming")
    return Weekday(weekday, _MOVED[word])


def _moved_month(m: Match) -> Month | None:
    month: Month = m.get("MON")
    return (
        Month(month.month, moved=_MOVED[m.get("LAST", "NEXT")] if m.has("LAST", "NEXT") else 0)
        if month.year is None
        else None
    )


def _moved_season(m: Match) -> Season:
    return Season(
        m.get("SEASON"), moved=_MOVED[m.get("LAST", "NEXT")] if m.has("LAST", "NEXT") else 0 if m.has("THIS") else None
    )


def _moved_holiday(m: Match) -> Holiday:
    return Holiday(m.get("HOL").name, moved=_MOVED[m.get("LAST", "NEXT")] if m.has("LAST", "NEXT") else 0)


def _daypart(m: Match) -> At:
    moved = _MOVED[m.get("LAST", "NEXT")] if m.has("LAST", "NEXT") else 0
    day = Adjacent("day", 1) if moved > 0 else Calendar("day", moved)
    return At(day, Daypart(m.get("DAYPART"), m.get("EARLY", "LATE")))


def _every(m: Match) -> Recurring | None:
    """Every week, every other Friday, each two days; TIMEX3 writes the period, or the day that recurs."""
    if m.has("WEEKDAY", "WEEKDAYS"):
        return Recurring(f"XXXX-WXX-{m.get('WEEKDAY', 'WEEKDAYS') + 1}")
    if m.has("DAYPART"):
        return Recurring(_RECURRING_PARTS.get(m.get("DAYPART"), "P1D"))
    unit = m.get("UNIT", "UNITS")
    number = m.get("INT", "OTHER", "ORD", "COUPLE", "SECOND") or 1
    number *= {"quarter": 3, "fortnight": 2}.get(unit, 1)
    return Recurring(_PERIODS[unit].format(number)) if unit in _PERIODS else None


def _dayparts(m: Match) -> Recurring:
    """Mornings, Tuesday afternoons."""
    day = f"XXXX-WXX-{m.get('WEEKDAY') + 1}" if m.has("WEEKDAY") else ""
    return Recurring(day + _RECURRING_PARTS[m.get("DAYPARTS")])


RELATIVE = (
    Rule("AGE", "(?:INT|NUM|YEAR4) DASH? (?:UNIT|UNITS) DASH? OLD", lambda m: amounts(m)),
    Rule("SET", "EVERY (?:OTHER|INT|ORD|SECOND|COUPLE OF?)? (?:UNITS|UNIT|WEEKDAY|DAYPART)", _every),
    Rule("SET", "(?:ANY|ALL) UNITS", _every),
    Rule("SET", "(?:ONCE|INT) (?:A|PER|EVERY) UNIT", _every),
    Rule("SET", "WEEKDAYS", _every),
    Rule("SET", "WEEKDAY? DAYPARTS", _dayparts),
    Rule("SET", "WEEKLY", lambda m: Recurring(m.get("WEEKLY"))),
    Rule("REL", "(?:LAST|NEXT) NUMB WORKING UNITS", _business),
    Rule("REL", "(?:LAST|NEXT) NUMB UNITS (?:AND NUMB UNITS (?!COUNTED_BACK))* (?!OF|IN THE|AGO)", _rolling),
    Rule("REL", "NUMB (?:LAST|NEXT) UNITS (?!OF)", _rolling),
    Rule("ADJ", "THE? (?:LAST|NEXT) UNIT (?=COMMA)", lambda m: _moved_unit(m) if m.get("UNIT") == "day" else None),
    Rule("REL", "THE NEXT UNIT (?!GAP)", lambda m: _moved_unit(m) if m.get("UNIT") in ("day", "decade") else None),
    Rule("REL", "WITHIN THE? NEXT NUMB UNITS", lambda m: Span(Now(), Shift(amounts(m), "coming"))),
    Rule("REL", "(?<=(?:IN|DURING) THE) LAST UNIT (?!OF|BEFORE)", _ending_now),
    Rule("REL", "THIS? (?:LAST|NEXT) (?:FISCAL|WORKING)? UNIT (?!OF)", _moved_unit),
    Rule("REL", "THIS (?:FISCAL|WORKING)? UNIT", _this_unit),
    Rule("REL", "SAME UNIT", lambda m: Adjacent(m.get("UNIT"), 0)),
    Rule("WDAY", "THIS? (?:LAST|NEXT) (?:WEEKDAY|MAYBEDAY)|THIS (?:WEEKDAY|MAYBEDAY)", _weekday),
    Rule("WDAY", "WEEKDAY|(?<=ON|COMMA) MAYBEDAY|MAYBEDAY (?=DATE|COMMA DATE|AT CLOCK|CLOCK|AT INT|TO|DASH)", _weekday),
    Rule("MON", "(?:LAST|NEXT|THIS) MON", _moved_month),
    Rule("REL", "THIS? (?:LAST|NEXT|THIS) SEASON", _moved_season),
    Rule("REL", "(?<=IN|OF|DURING|SINCE|BY|UNTIL) SEASON (?!OF)", _moved_season),
    Rule("REL", "(?<=(?:IN|DURING|SINCE|BY|UNTIL) THE) SEASON (?!OF)", _moved_season),
    Rule("HOL", "(?:LAST|NEXT|THIS) HOL", _moved_holiday),
    Rule("REL", "(?:EARLY|LATE)? (?:THIS|LAST|NEXT) DAYPART", _daypart),
    Rule("DEIC", "DEICTIC", lambda m: Calendar("day", m.get("DEICTIC"))),
    Rule("REL", "TONIGHT", lambda m: At(Calendar("day", 0), Daypart("night"))),
    Rule("NOWISH", "NOW", lambda m: Now()),
    Rule("DUR", "AMOUNT (?:COMMA? AND AMOUNT|AMOUNT (?!DASH))* (?:AND A HALF|AND HALF)?", _duration),
    Rule("DUR", "ONEUNIT AND A? HALF", _duration),
    Rule("DUR", "(?:INT|NUM) (?:TO|OR|DASH) (?:INT|NUM) DASH? SPANUNIT", _either),
    Rule("DUR", "ALL UNIT|INT DAYPART", _nights),
    Rule("DUR", "(?:INT|A) AND A? HALF SPANUNIT|HALF A? (?:UNIT|SECOND)|A HALF DASH? UNIT", _duration),
    Rule("ADUR", "ONEUNIT", _duration),
    Rule("REL", "THE UNIT (?!OF)", lambda m: Calendar("weekend", None) if m.get("UNIT") == "weekend" else None),
    Rule("BARE", "THE UNIT", lambda m: Calendar(m.get("UNIT"), 0)),
)  # fmt: skip


def _length(m: Match) -> Amounts:
    length: Duration = m.get("DUR", "ADUR")
    return length.amounts


def _to_come(m: Match) -> Shift:
    return Shift(_length(m), "coming")


LENGTHS = (
    Rule("DUR", "(?:MORE|LESS) THAN LENGTH (?!AFTERWARDS)", lambda m: Duration(_length(m), is_approximate=True)),
    Rule("REL", "LENGTH AGO", lambda m: Shift(_length(m), "past")),
    Rule("REL", "LENGTH EARLIER (?!THAN|THIS)", lambda m: Shift(_length(m), "past", Spoken())),
    Rule("REL", "LENGTH LATER (?!THIS|IN|THAN)", lambda m: Shift(_length(m), "coming", Spoken())),
    Rule("REL", "LENGTH (?:HENCE|FROM NOWISH)|IN LENGTH POSS TIME", _to_come),
    Rule("REL", "IN LENGTH (?!POSS|OF|SINCE|FROM|BEFORE|AFTER)", _to_come),
    Rule("REL", "WITHIN LENGTH (?!OF)", lambda m: Span(Now(), Shift(_length(m), "coming"))),
)
