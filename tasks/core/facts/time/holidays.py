"""Days that have names, and the day each falls on in a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta


def easter(year: int) -> date:
    """Western Easter Sunday (Gauss's rule in the anonymous Gregorian form).

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = skipped - skipped // 28 * (1 - skipped // 28 * (29 // (skipped + 1)) * ((21 - golden) // 11))
    del rest
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    distance = moon - weekday
    month = 3 + (distance + 40) // 44
    return date(year, month, distance + 28 - 31 * (month // 4))


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`th such weekday of a month, counted from the end if negative; ValueError where there is none."""
    if number > 0:
        first = date(year, month, 1)
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        found = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-number - 1))
    if found.month != month:
        raise ValueError(f"{year}-{month:02} has no such weekday")
    return found


_FIXED = {
    "new year": (1, 1), "new year's eve": (12, 31), "epiphany": (1, 6), "valentine's day": (2, 14),
    "st. patrick's day": (3, 17), "april fools' day": (4, 1), "earth day": (4, 22), "labour day": (5, 1),
    "victory day": (5, 9), "juneteenth": (6, 19), "independence day": (7, 4), "bastille day": (7, 14),
    "halloween": (10, 31), "all saints' day": (11, 1), "veterans day": (11, 11), "christmas": (12, 25),
    "christmas eve": (12, 24), "boxing day": (12, 26), "international women's day": (3, 8), "australia day": (1, 26),
    "canada day": (7, 1), "guy fawkes night": (11, 5), "groundhog day": (2, 2),
}  # fmt: skip
_MOVING: dict[str, Callable[[int], date]] = {
    "easter": easter,
    "good friday": lambda year: easter(year) - timedelta(days=2),
    "palm sunday": lambda year: easter(year) - timedelta(days=7),
    "easter monday": lambda year: easter(year) + timedelta(days=1),
    "ash wednesday": lambda year: easter(year) - timedelta(days=46),
    "ascension day": lambda year: easter(year) + timedelta(days=39),
    "pentecost": lambda year: easter(year) + timedelta(days=49),
    "martin luther king day": lambda year: nth_weekday(year, 1, 0, 3),
    "presidents' day": lambda year: nth_weekday(year, 2, 0, 3),
    "mother's day": lambda year: nth_weekday(year, 5, 6, 2),
    "father's day": lambda year: nth_weekday(year, 6, 6, 3),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1),
    "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "columbus day": lambda year: nth_weekday(year, 10, 0, 2),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "black friday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=1),
    "cyber monday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=4),
}
_ALIASES = {
    r"new year(?:['’]?s)?(?: day)?": "new year",
    r"new year(?:['’]?s)? eve": "new year's eve",
    r"(?:st\.?|saint) patrick(?:['’]?s)?(?: day)?": "st. patrick's day",
    r"valentine(?:['’]?s)? day": "valentine's day",
    r"april fools?(?:['’]?s?)? day": "april fools' day",
    r"(?:international )?workers['’]? day": "labour day",
    r"labour day": "labour day",
    r"may day": "labour day",
    r"christmas(?: day)?": "christmas",
    r"thanksgiving(?: day)?": "thanksgiving",
    r"easter(?: sunday)?": "easter",
    r"freedom day|jubilee day": "juneteenth",
    r"(?:martin luther king(?: jr\.?)?|mlk) day": "martin luther king day",
    r"presidents?['’]?s? day": "presidents' day",
    r"mothers?['’]?s? day": "mother's day",
    r"fathers?['’]?s? day": "father's day",
    r"all saints['’]? day": "all saints' day",
    r"(?:international )?women['’]s day": "international women's day",
    r"(?:veterans?|armistice)['’]? day": "veterans day",
}
_SPELLED = re.compile("|".join(f"(?:{pattern})" for pattern in _ALIASES))
_PATTERNS = {re.escape(name): name for name in (*_FIXED, *_MOVING) if not _SPELLED.fullmatch(name)} | _ALIASES
# Most words first, so that "Christmas Eve" is not read as Christmas.
_ORDERED = sorted(_PATTERNS, key=lambda pattern: _PATTERNS[pattern].count(" "), reverse=True)
HOLIDAY = re.compile(rf"(?:{'|'.join(_ORDERED)})(?![\w])", re.IGNORECASE)
FIRST_WORDS = frozenset([
    "all", "april", "armistice", "ascension", "ash", "australia", "bastille", "black", "boxing", "canada",
    "christmas", "columbus", "cyber", "earth", "easter", "epiphany", "father", "fathers", "freedom", "good",
    "groundhog", "guy", "halloween", "independence", "international", "jubilee", "juneteenth", "labor", "labour",
    "martin", "may", "memorial", "mlk", "mother", "mothers", "new", "palm", "pentecost", "president", "presidents",
    "saint", "st", "thanksgiving", "valentine", "valentines", "veteran", "veterans", "victory", "women", "workers",
])  # fmt: skip


def holiday_name(words: str) -> str:
    """The table's name for a holiday as written."""
    return next(
        name for pattern, name in ((p, _PATTERNS[p]) for p in _ORDERED) if re.fullmatch(pattern, words, re.IGNORECASE)
    )


def holiday(name: str, year: int) -> date:
    """The day a named holiday falls on."""
    return _MOVING[name](year) if name in _MOVING else date(year, *_FIXED[name])
