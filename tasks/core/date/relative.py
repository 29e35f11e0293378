"""Days told from today: `3 hours ago`, `yesterday at 10:30`, in the languages news is written in."""

from __future__ import annotations

import re

from tasks.core.lazy_regex import lazy_regex

# Patterns of words, those of a language beside each other: minutes and hours, days, what stands behind and before them.
_SOON = r"""
min(?:ute|uto|uta|ut|uut|uter|utter|uten|uti)?[ns]? mins? sec\w* sek\w* hours? hrs? heures? horas? stunden?
or[ea] uur uren tim(?:me|mar|er|e) tuntia? saat dakika jam menit godzin\w* minut\w* hodin\w* sat[ia]? perc\w*
ór[aá]\w* минут\w* час\w* хвилин\w* годин\w* λεπτ\w* ώρ\w* دقيق\w* دقائق ساع\w* ساعت دقیقه דקות שעות घंटे मिनट ঘণ্টা
মিনিট ชั่วโมง นาที giờ phút
"""
_DAYS = r"""
days? jours? d[ií]as? tagen? giorni dagen dagar dager dage päivää gün hari dni dana nap\w* дн\w+ день ημέρες
أيام روز ימים दिन দিন วัน ngày
"""
_AGO = r"""
ago önce lalu yang\slalu temu siden sedan sitten geleden назад тому πριν fa\b atrás atras पहले আগে ที่แล้ว trước
پیش ezelőtt
"""
_BEFORE = r"""
vor il\sy\sa hace há ha prije pre před pred преди пред منذ قبل לפני πριν cách\sđây for
"""


def _any(words: str) -> str:
    return "|".join(words.split())


_COUNTED = lazy_regex(
    rf"\b(?:{_any(_BEFORE)})\s+(?P<n>\d{{1,2}})\s*(?:(?P<soon>(?:{_any(_SOON)})(?!\w))|(?P<days>{_any(_DAYS)}))|"
    rf"(?<!\d)(?P<n2>\d{{1,2}})\s*(?:(?P<soon2>(?:{_any(_SOON)})(?!\w))|(?P<days2>{_any(_DAYS)}))\s+(?:{_any(_AGO)})",
    re.IGNORECASE,
)
# Japanese and Chinese, Korean: a number, the unit and `before` as one word.
_JOINED = lazy_regex(r"(?<!\d)(\d{1,2})\s?(?:(分钟?|分鐘|小时|小時|時間|분|시간)|(天|日|일))\s?(?:前|전)")
_TODAYS = r"""
today hoy hoje oggi aujourd['’]hui heute vandaag i\sdag idag tänään bugün hari\sini dzisiaj dziś dnes danas
сегодня сьогодні днес данас денес σήμερα اليوم امروز היום आज আজ วันนี้ hôm\snay 今天 今日 오늘
"""
_YESTERDAYS = r"""
yesterday ayer ontem ieri hier gestern gisteren i\sgår igår eilen dün kemarin wczoraj včera jučer juče tegnap
вчера вчора јуче χθες أمس دیروز אתמול कल গতকাল เมื่อวาน hôm\squa 昨天 昨日 어제
"""
# Alone in the line, or before a clock.
_ALONE = r"(?=$|[\s,:–-]{0,3}(?:at|um|à|a las|às|alle|om|kl\.?|saat|в|о|у|u|os?)?\s*\d{1,2}[:.h]\d\d)"
_LABEL = r"^(?:\W*(?:published|updated|posted)\W+)?"
_TODAY = lazy_regex(rf"{_LABEL}(?:{_any(_TODAYS)}){_ALONE}", re.IGNORECASE)
_YESTERDAY = lazy_regex(rf"{_LABEL}(?:{_any(_YESTERDAYS)}){_ALONE}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")  # without one the long patterns need not be tried
_LONGEST = 80  # characters; a longer line is a sentence
_MOST_BESIDE = 45  # characters of a byline and the like
_MOST_HOURS = 12  # more may have begun the day before


def days_ago(line: str) -> int | None:
    """How many days before today a line puts a page; None where it says nothing of the kind.

    >>> days_ago("Published 3 hours ago"), days_ago("Hier à 19:20"), days_ago("vor 2 Tagen"), days_ago("In 3 hours")
    (0, 1, 2, None)
    """
    line = line.strip()
    if len(line) > _LONGEST:
        return None
    if _TODAY.match(line) or _YESTERDAY.match(line):
        return 0 if _TODAY.match(line) else 1
    if not _DIGIT.search(line):
        return None
    if joined := _JOINED.search(line):
        return int(joined[1]) if joined[3] else _of_hours(int(joined[1]), joined[2])
    found = _COUNTED.search(line)
    if found is None or len(line) - len(found[0]) > _MOST_BESIDE:
        return None
    number = int(found["n"] or found["n2"])
    return number if found["days"] or found["days2"] else _of_hours(number, found["soon"] or found["soon2"])


def _of_hours(number: int, unit: str) -> int | None:
    is_short = re.match(r"m|s[e]|分|분|мин|хв|λ|دق|דק|मि|মি|นา|ph|dak|perc", unit, re.IGNORECASE)
    return 0 if is_short or number <= _MOST_HOURS else None
