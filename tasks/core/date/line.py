"""Days written in running text: where they stand, and whether a line says nothing but its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tasks.core.date.beside import QUIET
from tasks.core.date.calendars import ERAS, gregorian, solar_month
from tasks.core.date.months import month_number
from tasks.core.date.order import DayFirst

# \w leaves out the vowel signs of Indic scripts. Thai and Lao abbreviate a month to two letters with stops; Levantine
# Arabic and Vietnamese name some in two words.
_TWO_WORDS = (
    r"[\u0e00-\u0eff]{1,3}\.\s?[\u0e00-\u0eff]\.?|(?:كانون|تشرين)\s[^\s\d]{2,7}|"
    r"th(?:áng|g)\s(?:\d{1,2}|mười\s(?:một|hai)|[^\s\d.,]{2,5})"
)
_LETTER = r"[^\s\d.,;:/|()\"'«»،-]"
_NAME = rf"(?P<name>{_TWO_WORDS}|{_LETTER}{{2,18}}\.?)"
# Before anything else a name is tried at the beginning of words alone, not at every letter.
_FIRST = rf"(?P<name>{_TWO_WORDS}|(?<!{_LETTER}){_LETTER}{{2,18}}\.?)"
_YEARS = r"(?P<y>\d{4})(?!\d(?!\d?:\d\d))"  # a clock may follow without a space
_PATTERNS = [
    # 2019-11-01, 2019/11/1, 2019.11.01, 2019年11月1日, 2019년 11월 1일, 2019 оны 11-р сарын 1
    re.compile(
        r"(?<!\d)(?P<y>\d{4})\s?(?:[-/.年년]|оны)\s?(?P<m>\d{1,2})\s?(?:[-/.月월]|(?:-р )?сарын)\s?"
        r"(?P<d>\d{1,2})(?!\d)[日일]?"
    ),
    # November 1, 2019; Nov. 1st 2019; Nov 1,2019
    re.compile(rf"{_FIRST}\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[,،]\s?|\s)(?:de\s|năm\s)?{_YEARS}", re.IGNORECASE),
    # 1 November 2019; 1. November 2019; 1er novembre 2019; 1 de noviembre de 2019; 01-Nov-2019; 1 พ.ย. พ.ศ. 2562
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?(?:\s|-|/)(?:de\s|of\s|ta['’]\s|d['’])?"
        rf"{_NAME}(?:\s?/\s?[^\s\d.,;:/|()-]{{2,18}}(?:\s(?:الأول|الثاني))?)?[,،]?(?:\s|-|/)"
        rf"(?:de\s|del\s|năm\s|[พค]\.ศ\.\s?)?{_YEARS}",
        re.IGNORECASE,
    ),
    # 2019. november 1.; 2019 m. lapkričio 1 d.; 2019 November 1; 2019-Nov-01
    re.compile(
        rf"(?<!\d)(?P<y>\d{{4}})(?:\.?,?\s|[-/])(?:(?:m\.|оны|i|жылғы|թ\.)\s)?{_NAME}(?:\s|[-/])(?P<d>\d{{1,2}})(?!\d)",
        re.IGNORECASE,
    ),
    # 2019. gada 1. novembris; 2019 жылы 1 қараша
    re.compile(
        rf"(?<!\d)(?P<y>\d{{4}})\.?[\s-](?:gada|жылы|йил|yil|ж\.,?)\s(?P<d>\d{{1,2}})\.?[\s-]{_NAME}", re.IGNORECASE
    ),
    # Fri Nov 01 10:30:00 EDT 2019
    re.compile(rf"\b{_FIRST}\s{{1,2}}(?P<d>\d{{1,2}})\s\d\d:\d\d:\d\d\s(?:[A-Z]{{2,5}}\s)?{_YEARS}", re.IGNORECASE),
    # 1 พ.ย. 62: Thai papers shorten the Buddhist year
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\s?(?P<name>[\u0e00-\u0e7f]{1,3}\.\s?[\u0e00-\u0e7f]\.)\s?(?P<y>\d\d)(?!\d)"),
    # 令和2年6月24日, 民國109年6月24日: years of a reign or a republic
    re.compile(r"(?P<era>令和|平成|民國|民国)\s?(?P<y>\d{1,3}|元)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"),
    # ۹۸/۰۸/۱۰: Iranian papers shorten the year
    re.compile(r"(?<![۰-۹/])(?P<y>[۰-۹]{2})/(?P<m>[۰-۹]{1,2})/(?P<d>[۰-۹]{1,2})(?![۰-۹/])"),
    # 13/11/2019, 13.11.2019, 11/13/2019: taken only where one reading is possible, or an order is given
    re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})\s?(?P<sep>[./-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})(?!\d)"),
    # 11/13/19 10:30: with two digits of the year only before a clock or at the end
    re.compile(
        r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d\d)(?=(?:[\s,|–-]|at\b|um\b|à\b)*\d{1,2}[:.h]\d\d(?!\d)|\s*$)"
    ),
]
# From one class of signs on, which is found three times as fast as several beginnings.
YEAR = re.compile(
    r"[\d元./\u0e00-\u0e7f](?:(?<=\d)\d{3}|(?<=[元\d])\s?年|(?<=[./])\d{1,2}[./]\d\d?|(?<=[\u0e00-\u0e7f])\.\s?\d\d)"
)
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}(?:[:.h]\d{2}){1,2}(?:[.,]\d+)?|[+-]\d\d:?\d\d|T(?=\d)|Z\b|\b\d{1,2}\s?[ap]m\b", re.IGNORECASE
)
_OUTSIDE = re.compile(r"[^\s,;:|/()\[\]•·–—\-،\u200c]+")
_LONGEST_DATE_LINE = 80


def find_days(text: str, day_first: DayFirst = None) -> Iterator[tuple[int, int, date]]:
    """Days in `text` as (start, end, day), in order of the forms tried, not of place.

    `day_first` settles 01/02/2019; without it such a date is left out, for a guess would be wrong half the time.

    >>> [str(day) for _, _, day in find_days("2 تير 1399, or 22 มิ.ย. 2563, or 2020. június 22.")]
    ['2020-06-22', '2020-06-22', '2020-06-22']
    """
    if not YEAR.search(text):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _day(match.groupdict(), day_first)
            if day is not None:
                yield match.start(), match.end(), day


def read_day(line: str, day_first: DayFirst = None) -> date | None:
    """The day of a line that says nothing but its date (weekday, clock and `Published on` may stand beside it).

    >>> read_day("Published: Friday, November 01, 2019, 10:30 a.m. EST")
    datetime.date(2019, 11, 1)
    >>> read_day("On November 1, 2019 Serbia signed")
    """
    if len(line) > _LONGEST_DATE_LINE:
        return None
    for start, end, day in find_days(line, day_first):
        beside = _CLOCK.sub(" ", f"{line[:start]} {line[end:]}").casefold()
        if all(not word.strip(".!*") or word.rstrip(".") in QUIET for word in _OUTSIDE.findall(beside)):
            return day
    return None


def _day(found: dict[str, str], day_first: DayFirst) -> date | None:
    year = 1 if found["y"] == "元" else int(found["y"])
    if "era" in found:
        year += ERAS[found["era"]]
    if year < 100:
        year += 2500 if "name" in found else 2000 if "a" in found else 1300 if year > 50 else 1400
    if "name" in found:
        solar, month = solar_month(found["name"]), month_number(found["name"])
        return gregorian(year, solar or month or 0, int(found["d"]), named_solar=bool(solar), named=not solar)
    if "m" in found:
        return gregorian(year, int(found["m"]), int(found["d"]))
    month, day = _order(int(found["a"]), int(found["b"]), True if found["sep"] == "." else day_first)
    return gregorian(year, month, day)


def _order(a: int, b: int, day_first: DayFirst) -> tuple[int, int]:
    """(month, day) of two numbers, (0, 0) where both readings are possible and nothing decides."""
    if b > 12:
        return a, b
    if a > 12 or a == b:
        return b, a
    is_first = day_first() if callable(day_first) else day_first
    return (0, 0) if is_first is None else (b, a) if is_first else (a, b)
