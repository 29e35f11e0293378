"""Years of the calendars news is dated by, told by their size: Gregorian, Buddhist, solar Hijri."""

from __future__ import annotations

from datetime import date, timedelta

# Months of the solar Hijri calendar from Nowruz on: Iranian, then the older names used in Afghanistan.
_SOLAR = """
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
فروردین اردیبهشت خرداد تیر امرداد شهریور مهر ابان اذر دی بهمن اسفند
"""
SOLAR_MONTHS = {name: number for row in _SOLAR.split("\n") for number, name in enumerate(row.split(), 1)}
# Arabic keyboards write Persian words with their own two letters.
_TO_PERSIAN = str.maketrans("يك", "یک")
# What is added to the years of an era: two reigns of Japan, and the Republic of China.
ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_BUDDHIST, _SOLAR_YEARS = range(2500, 2601), range(1350, 1411)  # 1957 to 2057 and 1971 to 2031
_EPOCH, _SOLAR_EPOCH = date(1600, 3, 20), 979  # the first day of that solar year


def solar_month(name: str) -> int | None:
    """1 to 12 of a solar Hijri month's name, else None.

    >>> solar_month("تير"), solar_month("June")
    (4, None)
    """
    return SOLAR_MONTHS.get(name.translate(_TO_PERSIAN))


def gregorian(year: int, month: int, day: int, *, named_solar: bool = False, named: bool = False) -> date | None:
    """The day of a date as written, None where there is none.

    A year from 1350 to 1410 is solar Hijri, unless the month has a Gregorian name (`named`); `named_solar` months
    belong to no other calendar. Lunar Hijri years are left out: tables differ by a day.

    >>> gregorian(1399, 4, 2), gregorian(2563, 6, 22), gregorian(2020, 6, 22)
    (datetime.date(2020, 6, 22), datetime.date(2020, 6, 22), datetime.date(2020, 6, 22))
    """
    if year in _SOLAR_YEARS and not named:
        return _solar(year, month, day)
    if named_solar:
        return None
    try:
        return date(year - 543 if year in _BUDDHIST else year, month, day)
    except ValueError:
        return None


def _solar(year: int, month: int, day: int) -> date | None:
    """Six months of 31 days, five of 30, then 29 or in eight years of every 33 one more."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    years = year - _SOLAR_EPOCH
    leaps = years // 33 * 8 + (years % 33 + 3) // 4
    months = (month - 1) * 31 - max(0, month - 7)
    return _EPOCH + timedelta(days=years * 365 + leaps + months + day - 1)
