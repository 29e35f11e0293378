"""How far from UTC the clocks of a country are, where all its papers go by one: told by an address, or a language."""

from __future__ import annotations

from datetime import date, timedelta

from tasks.core.text import vocabulary

# Hours from UTC by the domains of countries with one zone, or whose papers all tell the time of the capital. Those that
# have moved of late, or keep changing their summer time, are left out.
_FIXED = {
    "jp": 9, "kr": 9, "cn": 8, "tw": 8, "hk": 8, "mo": 8, "sg": 8, "my": 8, "ph": 8, "th": 7, "vn": 7, "kh": 7,
    "in": 5.5, "lk": 5.5, "np": 5.75, "bd": 6, "pk": 5, "ae": 4, "om": 4, "az": 4, "ge": 4, "sa": 3, "kw": 3, "qa": 3,
    "bh": 3, "iq": 3, "ye": 3, "tr": 3, "by": 3, "ke": 3, "tz": 3, "ug": 3, "et": 3, "za": 2, "zw": 2, "zm": 2,
    "bw": 2, "rw": 2,
    "ng": 1, "cm": 1, "dz": 1, "tn": 1, "gh": 0, "sn": 0, "ar": -3, "uy": -3, "bo": -4, "ve": -4, "do": -4, "pe": -5,
    "pa": -5, "gt": -6, "cr": -6, "hn": -6, "ni": -6, "sv": -6,
}  # fmt: skip
_MOVED, _SINCE = vocabulary("tr ve az uy by"), 2017  # of these, the ones that moved not long before
# An hour more in summer, by the rule of the European Union (Directive 2000/84/EC).
_EUROPEAN = {
    "uk": 0, "ie": 0, "pt": 0, "de": 1, "at": 1, "ch": 1, "li": 1, "fr": 1, "es": 1, "it": 1, "be": 1, "nl": 1, "lu": 1,
    "dk": 1, "no": 1, "se": 1, "pl": 1, "cz": 1, "sk": 1, "hu": 1, "si": 1, "hr": 1, "rs": 1, "ba": 1, "mk": 1, "al": 1,
    "mt": 1, "fi": 2, "ee": 2, "lv": 2, "lt": 2, "gr": 2, "cy": 2, "bg": 2, "ro": 2, "ua": 2,
}  # fmt: skip
# Languages whose papers are those of one country, or of several that share a clock, by one of their domains.
_SPOKEN = {
    "ja": "jp", "ko": "kr", "zh": "cn", "th": "th", "vi": "vn", "km": "kh", "hi": "in", "mr": "in", "gu": "in",
    "te": "in", "kn": "in", "ml": "in", "ne": "np", "si": "lk", "tr": "tr", "az": "az", "ka": "ge", "de": "de",
    "it": "it", "nl": "nl", "da": "dk", "nb": "no", "nn": "no", "no": "no", "sv": "se", "pl": "pl", "cs": "cz",
    "sk": "sk", "hu": "hu", "sl": "si", "hr": "hr", "sr": "rs", "bs": "ba", "mk": "mk", "sq": "al", "mt": "mt",
    "fi": "fi", "et": "ee", "lv": "lv", "lt": "lt", "el": "gr", "bg": "bg", "ro": "ro", "uk": "ua",
}  # fmt: skip
_ANYWHERE = vocabulary("eu tv io co me cc ai to fm am gg la")  # domains of two letters that are no country's here


def country_offset(host: str, language: str | None, day: date) -> timedelta | None:
    """How far from UTC the clocks of the country of a host are on a day; None where nothing tells.

    The country is told by the host's domain, where that is one, else by the language.

    >>> country_offset("news.example.jp", None, date(2026, 1, 1)), country_offset("example.com", "de", date(2026, 7, 1))
    (datetime.timedelta(seconds=32400), datetime.timedelta(seconds=7200))
    """
    domain = host.rpartition(".")[2].lower()
    if len(domain) != 2 or domain in _ANYWHERE:
        domain = _SPOKEN.get((language or "").lower().replace("_", "-").partition("-")[0], "")
    if domain in _MOVED and day.year < _SINCE:
        return None
    if domain in _FIXED:
        return timedelta(hours=_FIXED[domain])
    if domain in _EUROPEAN:
        return timedelta(hours=_EUROPEAN[domain] + _is_european_summer(day))
    return None


def _is_european_summer(day: date) -> bool:
    """From the last Sunday of March to the last of October; the hours of the night itself count as the day after."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> date:
    """Of a month with 31 days."""
    last = date(year, month, 31)
    return last - timedelta((last.weekday() + 1) % 7)
