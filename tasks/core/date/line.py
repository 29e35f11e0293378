"""Days written in running text: where they stand, and whether a line says nothing but its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tasks.core.date.months import month_number

_WORD = r"[^\s\d.,;:/|()\"'«»-]{2,14}\.?"  # not \w: it leaves out the vowel signs of Indic scripts
_PATTERNS = [
    # 2019-11-01, 2019/11/1, 2019.11.01, 2019年11月1日, 2019년 11월 1일
    re.compile(r"(?<!\d)(?P<y>\d{4})\s?[-/.年년]\s?(?P<m>\d{1,2})\s?[-/.月월]\s?(?P<d>\d{1,2})(?!\d)[日일]?"),
    # November 1, 2019; Nov. 1st 2019
    re.compile(rf"(?P<name>{_WORD})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?:de\s)?(?P<y>\d{{4}})(?!\d)"),
    # 1 November 2019; 1. November 2019; 1er novembre 2019; 1 de noviembre de 2019; 01-Nov-2019
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?(?:\s|-|/)(?:de\s|of\s|d['’])?"
        rf"(?P<name>{_WORD})(?:\s?/\s?{_WORD})?,?(?:\s|-|/)(?:de\s|del\s)?(?P<y>\d{{4}})(?!\d)"
    ),
    # 13/11/2019, 13.11.2019, 11/13/2019: taken only where one reading is possible, or an order is given
    re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y>\d{4})(?!\d)"),
]
_FILLER = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:montag|dienstag|mittwoch|donnerstag|"
    r"freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|понедельник|вторник|среда|четверг|"
    r"пятница|суббота|воскресенье)\b|\b(?:first\s)?(?:published|posted|updated|"
    r"modified|last|date|dated?|created|on|at|the|am|pm|a\.m|p\.m|um|uhr|le|à|el|il|в|г|года?|publié|publicado|pubblicato|"
    r"veröffentlicht|stand|опубликовано)\b|\b(?:[ECMP][SDE]?T|GMT|UTC|IST|BST|MSK)\b|(?<!\d)\d{1,2}(?:[:.h]\d{2}){1,2}(?:[.,]\d+)?|"
    r"[+-]\d\d:?\d\d|T(?=\d)|Z\b|\b\d{1,2}\s?[ap]m\b|\W",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_LONGEST_DATE_LINE = 80


def find_days(text: str, day_first: bool | None = None) -> Iterator[tuple[int, int, date]]:
    """Days in `text` as (start, end, day), in order of the forms tried, not of place.

    `day_first` settles 01/02/2019; without it such a date is left out, for a guess would be wrong half the time.
    """
    if not _YEAR.search(text):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _day(match.groupdict(), day_first)
            if day is not None:
                yield match.start(), match.end(), day


def read_day(line: str) -> date | None:
    """The day of a line that says nothing but its date (weekday, clock and `Published on` may stand beside it).

    >>> read_day("Published: Friday, November 01, 2019, 10:30 a.m. EST")
    datetime.date(2019, 11, 1)
    >>> read_day("On November 1, 2019 Serbia signed")
    """
    if len(line) > _LONGEST_DATE_LINE:
        return None
    for start, end, day in find_days(line):
        if not _FILLER.sub("", line[:start] + " " + line[end:]):
            return day
    return None


def _day(found: dict[str, str], day_first: bool | None) -> date | None:
    year = int(found["y"])
    if "name" in found:
        month, day = month_number(found["name"]), int(found["d"])
    elif "m" in found:
        month, day = int(found["m"]), int(found["d"])
    else:
        month, day = _order(int(found["a"]), int(found["b"]), day_first or (True if found["sep"] == "." else day_first))
    try:
        return date(year, month or 0, day)
    except ValueError:
        return None


def _order(a: int, b: int, day_first: bool | None) -> tuple[int, int]:
    """(month, day) of two numbers, (0, 0) where both readings are possible and nothing decides."""
    if a > 12 or a == b or day_first:
        return b, a
    if b > 12 or day_first is False:
        return a, b
    return 0, 0
