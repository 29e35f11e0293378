"""Quantities of a document as findings: number, unit or currency, what is counted, and whether it is exact."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.core.english.token import Sentence
from tasks.core.facts.finding import Finding
from tasks.core.facts.quantity.context import is_approximate, is_name_part, is_negative, is_pronoun, is_score, is_year
from tasks.core.facts.quantity.counted import Counted, counts_many, noun_behind
from tasks.core.facts.quantity.measures import Measures
from tasks.core.facts.quantity.numeral import Numeral, find_numerals, letter_scale

_BETWEEN = re.compile(r"\s*(?:[-–—~]|to|through)\s*-?\s*", re.IGNORECASE)
_AND, _OR = re.compile(r"\s+and\s+", re.IGNORECASE), re.compile(r"\s+or\s+(?:even\s+)?", re.IGNORECASE)
_OF = re.compile(r"\s+of(?=\s)")
_AGE = re.compile(r"[-\s](?:year|month|week|day)s?[-\s]old\b|\s+years?\s+of\s+age\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:by|up|down|rose|fell|gained|lost|climbed|dropped|slipped|jumped|added|grew)\s+(?:about\s+)?$", re.IGNORECASE
)
_AGED = re.compile(
    r"(?:\b[Aa]ge[ds]?\s+(?:\d{1,3}(?:,\s+|\s+(?:and|to|or)\s+))*"
    r"|\b(?:dies|died|dead) at\s+(?:the age of\s+)?|[^\W\d_],\s+)$"
)
_LINES = frozenset((240, 360, 480, 576, 720, 1080, 1440, 2160))
_INITIAL = re.compile(r"\.\s[A-Z]")
_JOINED_AGE = re.compile(r"\s+(?:and|or|to)\s+\d{1,3}(?:[-\s]year[-\s]old|\s+years?\s+old)\b")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A numeral with what stands around it."""

    numeral: Numeral
    start: int
    end: int
    value: float
    value_max: float | None
    unit: str | None
    of: str | None = None


def find_quantities(
    text: str, sentences: Sequence[Sentence], measures: Measures, times: Sequence[Finding] = ()
) -> list[Finding]:
    """Every quantity of the text, in order; numbers inside `times` are left to them.

    `unit` is an ISO 4217 code, a unit of `units.csv`, a rate ("USD per barrel") or None for a count; `of` is the lemma
    of what is counted. "Dozens" is 12 to 120, "hundreds" 100 to 1,000; "at least 5" is 5 and approximate.
    """
    covered = sorted((time.start, time.end) for time in times)
    readings: list[_Reading] = []
    for numeral in find_numerals(text):
        if not _is_covered(numeral, covered):
            readings.append(_read(text, numeral, measures, readings[-1].end if readings else 0))
    counted = Counted(text, sentences)
    return [
        _finding(text, reading, counted) for reading in _join_ranges(text, readings) if not _is_nothing(text, reading)
    ]


def _is_covered(numeral: Numeral, covered: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(covered, (numeral.start, 10**9)) - 1
    return place >= 0 and covered[place][1] > numeral.start


def _read(text: str, numeral: Numeral, measures: Measures, done: int) -> _Reading:
    """The numeral with its currency or unit; a glued letter is a scale with money, else perhaps a unit."""
    start, end, value, unit = numeral.start, numeral.end, numeral.value, None
    behind_last = max(done, start - 9)
    head = text[behind_last:start].rstrip("-−")
    if (money := measures.before.search(head)) and not head[: money.start()][-1:].isalpha():
        unit = measures.unit(money[0].strip())
        start = behind_last + money.start()
    if numeral.letter:
        end, value = _letter(text, numeral, unit is not None)
    if unit is None:
        of = _OF.match(text, end) if numeral.value_max else None
        unit, behind, value = _unit_behind(text, of.end() if of else end, value, measures)
        end = behind if unit else end
    else:
        end = _repeated(text, end, unit, measures)
    if unit and (per := measures.per.match(text, end)):
        base = per["base"]
        unit, end = f"{unit} per {measures.units.get(base, base)}", per.end()
    return _Reading(
        numeral, start, end, -value if is_negative(text, start, numeral.start) else value, numeral.value_max, unit
    )


def _letter(text: str, numeral: Numeral, is_money: bool) -> tuple[int, float]:
    """5m is five million of money or of people, five metres of rope; M, k and b are scales wherever they stand."""
    letter = numeral.letter or ""
    behind = text[numeral.end : numeral.end + 2]
    is_scale = is_money or (letter in "kKMbB" and behind[:1] != "/") or counts_many(text, numeral.end)
    return (numeral.end, numeral.value * letter_scale(letter)) if is_scale else (numeral.end - 1, numeral.value)


def _unit_behind(text: str, end: int, value: float, measures: Measures) -> tuple[str | None, int, float]:
    found = measures.behind.match(text, end)
    if found is None:
        return None, end, value
    form = found["form"]
    unit = measures.unit(form)
    is_name = form[0].isupper() and form[1:].islower() and " " not in form and text[end - 1].isalpha()
    is_name = is_name and form not in measures.units
    is_name = is_name or (len(form) == 1 and _INITIAL.match(text, found.end()) is not None)  # 3170 W. County Road
    if form == "p" and value in _LINES:
        return None, end, value  # 1080p is a picture's height
    if unit is None or is_name or (len(form) == 1 and found["gap"].strip()):
        return None, end, value  # Ten Mile is a place
    if unit == "pound" and value >= 1e6:
        unit = "GBP"
    return (None, end, value) if unit == "KRW" and value < 1000 else (unit, found.end(), value)


def _repeated(text: str, end: int, unit: str, measures: Measures) -> int:
    """$76 US, $5 million dollars: the currency is said again."""
    again = measures.behind.match(text, end)
    if again is not None and measures.unit(again["form"]) == unit:
        return again.end()
    us = re.compile(r"\s(?:US|U\.S\.)(?!\w)(?=\s+(?:a|per)\b|[.,;]|$)").match(text, end) if unit == "USD" else None
    return us.end() if us else end


def _join_ranges(text: str, readings: list[_Reading]) -> list[_Reading]:
    """Two numbers with "to" or a dash between them, or "between … and", become one with both ends."""
    joined: list[_Reading] = []
    for reading in readings:
        if joined and (both := _range(text, joined[-1], reading)):
            joined[-1] = both
        else:
            joined.append(reading)
    return joined


def _range(text: str, first: _Reading, last: _Reading) -> _Reading | None:
    between = text[first.end : last.start]
    if first.value_max is not None or len(between) > 12 or first.numeral.is_part:
        return None
    is_pair = _AND.fullmatch(between) and re.search(
        r"\bbetween\s+\S{0,4}$", text[max(0, first.start - 14) : first.start], re.IGNORECASE
    )
    is_either = _OR.fullmatch(between) and first.unit is None
    if not (is_pair or is_either or _BETWEEN.fullmatch(between)):
        return None
    if first.unit is not None and _CHANGE.search(text[max(0, first.start - 16) : first.start]):
        return None  # up 3 percent to 13 percent
    if last.unit is None and _shares_currency(text, first, last):
        last = replace(last, unit=first.unit)
    if first.unit is not None and first.unit != (last.unit or "").split(" per ")[0]:
        return None
    scale = last.numeral.scale if first.numeral.scale == 1 and first.value * last.numeral.scale < last.value else 1
    if first.value * scale >= last.value:
        return None
    return replace(last, start=first.start, value=first.value * scale, value_max=last.value)


def _shares_currency(text: str, first: _Reading, last: _Reading) -> bool:
    """$40-50 billion: both ends are money, said once."""
    is_money = first.unit is not None and len(first.unit) == 3 and first.unit.isupper()
    return is_money and (last.numeral.scale > 1 or text[first.end : last.start] in ("-", "–"))


def _is_nothing(text: str, reading: _Reading) -> bool:
    """A figure of a name, a label, an address or a score; "one" that stands for somebody."""
    if reading.unit is not None:
        return False
    if reading.value_max is not None and reading.numeral.value_max is None and noun_behind(text, reading.end) is None:
        return bool(re.search(r"\d-\d", text[reading.start : reading.end]))  # 555-1212, 103-58
    if reading.numeral.letter is None and text[reading.end : reading.end + 1].isalpha():
        return True  # 15th, 3D: a figure glued to letters that are no unit
    numeral = replace(reading.numeral, start=reading.start)
    return is_name_part(text, numeral) or is_pronoun(text, numeral) or is_score(text, numeral) or is_year(text, numeral)


def _finding(text: str, reading: _Reading, counted: Counted) -> Finding:
    unit, of, end, rule = reading.unit, None, reading.end, "measure" if reading.unit else "count"
    if age := _AGE.match(text, reading.numeral.end):
        unit, of, end, rule = age[0].strip(" -").lower().split("-")[0].split()[0].rstrip("s"), "age", age.end(), "age"
    elif unit is None and _is_age(text, reading):
        unit, of, rule = "year", "age", "age"
    elif unit is None or text[end : end + 4].lower() == " of ":
        of = counted.noun(reading.numeral.start, end)
    elif unit is not None and len(unit) == 3 and unit.isupper():
        rule = "money"
    return Finding(
        start=reading.start, end=end, kind="quantity", finder=rule, value=reading.value, value_max=reading.value_max,
        is_approximate=reading.numeral.value_max is not None or is_approximate(text, reading.start, end),
        unit=unit, of=of,
    )  # fmt: skip


def _is_age(text: str, reading: _Reading) -> bool:
    """Aged 35; Smith, 35, said."""
    if reading.numeral.is_word or not 0 < reading.value < 120 or reading.value_max is not None:
        return False
    if _JOINED_AGE.match(text, reading.end):
        return True
    before = _AGED.search(text[max(0, reading.start - 30) : reading.start])
    if before is None:
        return False
    return before[0][:3].lower() in ("age", "die", "dea") or text[reading.end : reading.end + 1] == ","
