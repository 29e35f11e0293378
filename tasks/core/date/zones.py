"""How far from UTC a zone is that a page names: by offset, by abbreviation, or by its name in the tz database."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tasks.core.date.stems import find_stems

# Hours from UTC of the zones papers name. `IST` is India's, `CST` and `BST` are the American and the British ones.
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3, "BST": 1, "CET": 1, "MEZ": 1, "WAT": 1, "CEST": 2, "MESZ": 2,
    "EET": 2, "CAT": 2, "SAST": 2, "EEST": 3, "MSK": 3, "МСК": 3, "EAT": 3, "PKT": 5, "IST": 5.5, "NPT": 5.75,
    "WIB": 7, "ICT": 7, "WITA": 8, "SGT": 8, "HKT": 8, "MYT": 8, "AWST": 8, "WIT": 9, "JST": 9, "KST": 9, "AEST": 10,
    "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
_AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}  # an hour more in summer
ABBREVIATIONS = (*_ZONES, *_AMERICAN)
# The tz database itself is no part of every system; zones without summer time and the American ones need no more.
_NAMED = {
    "America/New_York": "ET", "America/Chicago": "CT", "America/Denver": "MT", "America/Los_Angeles": "PT",
    "America/Sao_Paulo": "BRT", "Asia/Kolkata": "IST", "Asia/Calcutta": "IST", "Asia/Karachi": "PKT",
    "Asia/Kathmandu": "NPT", "Asia/Jakarta": "WIB", "Asia/Bangkok": "ICT", "Asia/Ho_Chi_Minh": "ICT",
    "Asia/Manila": "SGT", "Asia/Singapore": "SGT", "Asia/Kuala_Lumpur": "SGT", "Asia/Hong_Kong": "HKT",
    "Asia/Shanghai": "HKT", "Asia/Taipei": "HKT", "Asia/Tokyo": "JST", "Asia/Seoul": "KST", "Europe/Moscow": "MSK",
    "Europe/Istanbul": "MSK", "Africa/Lagos": "WAT", "Africa/Nairobi": "EAT", "Africa/Johannesburg": "SAST",
}  # fmt: skip
_CONTINENTS = (b"Amer", b"Asia", b"Euro", b"Afri")
# A slash in a script may stand behind a backslash.
_PLACE = re.compile(rb"(America|Asia|Europe|Africa)\\?/([A-Z][A-Za-z_]{3,20})\b")


def zone_offset(written: str, day: date) -> timedelta:
    """The offset a zone has on a day.

    >>> zone_offset("ET", date(2020, 7, 1)), zone_offset("GMT+7", date(2020, 7, 1))
    (datetime.timedelta(days=-1, seconds=72000), datetime.timedelta(seconds=25200))
    """
    zone = written.upper()
    if zone in _AMERICAN:
        return timedelta(hours=_AMERICAN[zone] + _is_american_summer(day))
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    sign, digits = re.sub(r"^(?:UTC|GMT)?\s?([+-])", r"\1", zone).replace(":", "")[0], re.sub(r"\D", "", zone)
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    return timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)


def _is_american_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November, the rule since 2007."""
    begins, ends = date(day.year, 3, 14), date(day.year, 11, 7)
    return begins - timedelta((begins.weekday() + 1) % 7) <= day < ends - timedelta((ends.weekday() + 1) % 7)


def page_offset(html: bytes, day: date) -> timedelta | None:
    """The offset of the one zone a page names, as sites do that set their clock by it; None where it names several."""
    names: set[str] = set()
    for at in find_stems(html, _CONTINENTS):
        if place := _PLACE.match(html, at):
            names.add(f"{place[1].decode()}/{place[2].decode()}")
    zone = _NAMED.get(names.pop()) if len(names) == 1 else None
    return zone_offset(zone, day) if zone else None
