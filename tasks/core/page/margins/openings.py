"""Lines above a text that are none of it: who wrote it, when, where it is from, how long it takes to read."""

from __future__ import annotations

import re

from tasks.core.date.beside import CHANGED, QUIET
from tasks.core.date.line import find_days, read_day
from tasks.core.page.dates.clocks import apart
from tasks.core.page.people.bylines import TRADES, WITH_TRADE
from tasks.core.page.people.persons import is_person, is_signed, people_of
from tasks.core.page.people.signatures import reporters

STOPS = '.!?…。！？।"”»)'
_LONGEST = 120  # code points
_DATED, _WORDS = 80, 6  # code points, and words before the date
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)?\s?(?:[A-Z]{2,4}\b)?", re.IGNORECASE)
_LAST_CLOCK = re.compile(r"\d\s?[ap]\.m\.$", re.IGNORECASE)  # no end of a sentence
_WORD = re.compile(r"[^\W_]+")
# `Ada Byron (Tyre, envoyée spéciale)`, `Ayşe ROE / İZMİR (DHA)`
_SENT = re.compile(
    r"[^()]{5,60}\s\((?:[^()]{0,60}[\s,])?(?:envoyée?s? sp[ée]ciale?s?|correspond\w+|korrespond\w+|corresponsal\w*|"
    r"enviad[oa]s? especia\w+|inviat[oaie]|special correspondent|staff writer|reporter)\b[^()]{0,40}\)|"
    r"[^()/]{5,60}\s?/\s?(?-i:[A-ZÇĞİÖŞÜ]{3,})[^()/]{0,40}\((?:AA|DHA|İHA|IHA|ANKA|CİHAN)\)",
    re.IGNORECASE,
)
# `Estimated reading time: 5 minutes`, `4 min read`
_READING_TIME = re.compile(
    r"\W*(?:(?:estimated |approximate )?(?:reading time|read time|time to read)|lesezeit|lesedauer|temps de lecture|"
    r"tiempo de lectura|tempo di lettura|tempo de leitura|czas czytania|leestijd|время чтения)\W{0,4}"
    r"(?:[^\W\d]+\W){0,3}\d{1,3}\s?[^\W\d]{0,9}\W*|"
    r"\W*\d{1,3}[\s-]?min(?:s|\.|utes?|uten|uti|utos?)?[\s-]?"
    r"(?:read|lesezeit|de lecture|de lectura|di lettura|de leitura)\W*",
    re.IGNORECASE,
)
# `（原标题：…）`, `您所在的位置：首页 > 快讯`, `发布日期：2016-11-22 信息来源：…`: how sites of China head a text.
_HEADED = re.compile(
    r"\W{0,2}(?:(?:(?:本文)?原(?:标题|標題)|原[题題])\s?[:：].*|"
    r"(?:您|你)?(?:(?:所在|现在|現在|当前|當前)的?)?位置\s?[:：].*[>»›].*|"
    r"(?:(?:发布|發布|更新|发表|發表)(?:日期|时间|時間)|浏览次数|点击数?)\s?[:：]\s*\d[^，。“…]*|"
    r"(?:信息|文章|稿件)?(?:(?:来源|來源)于?|稿源)\s?[:：][^，。“…]{1,25})"
)
# `Posted on Maret 30, 2015 by Admin`
_POSTED = re.compile(
    r"\W*(?:posted|published|submitted|diposting|dipublikasikan|ditulis|publicad[oa]|enviado|escrito|postado|publié|"
    r"posté|veröffentlicht|geschrieben|pubblicato|geplaatst|опубликовано|размещено)\b[^.!?]{1,50}\b(?:19|20)\d\d\b[^.!?]{0,50}",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?\s?(?:\d{1,2}:\d\d(?::\d\d)?)?")


def is_opening(text: str) -> bool:
    """Whether a line says who wrote a text, when, where it is from, or how long it takes to read.

    >>> is_opening("By Ada Byron"), is_opening("4 min read"), is_opening("（原标题：推罗港）"), is_opening("By the sea")
    (True, True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    if read_day(text) is not None or is_byline(text) or _is_dated(apart(text)) or _heads(text):
        return True
    is_posted = _POSTED.fullmatch(text) is not None and any(find_days(text))
    return is_posted or _READING_TIME.fullmatch(text) is not None


def _heads(text: str) -> bool:
    """Whether a line says where a text is from, or was called elsewhere, as those of China do."""
    return not text.isascii() and _HEADED.fullmatch(text) is not None


def is_stamp(text: str) -> bool:
    """Whether a line says when it was published or changed: `Published May 3, 2021, 9:40`."""
    return text.split(maxsplit=1)[0].rstrip(":").casefold() in QUIET and _is_dated(apart(text))


def _is_dated(text: str) -> bool:
    """Whether a line is a few words and a date: `Ada Byron / Tyre May 3, 2021`."""
    if len(text) > _DATED or text[0] in "—–":  # a post that is quoted ends so
        return False
    days = sorted(find_days(text))
    if text[-1] in STOPS and not (len(days) > 1 and CHANGED.search(text) and _LAST_CLOCK.search(text)):
        return False
    for start, end, _ in days:
        others = sum(2 for behind, _, _ in days if behind < start)  # words of another date before it
        beside = _WORD.findall(_CLOCK.sub(" ", text[end:]))
        if len(text[:start].split()) <= _WORDS + others and all(map(_goes_with_dates, beside)):
            return True
    return False


def _goes_with_dates(word: str) -> bool:
    return word.casefold() in QUIET or CHANGED.match(word) is not None


def is_byline(text: str) -> bool:
    """Whether a line says who wrote a text: `By Ada Byron`, a name and its trade, reporters."""
    if len(text) > _LONGEST:
        return False
    if _has_trade(text) or reporters(text):
        return True
    is_told = is_signed(text) or _SENT.fullmatch(text) is not None or WITH_TRADE.match(text) is not None
    return is_told and bool(people_of(text))


def _has_trade(text: str) -> bool:
    """Whether a line is a name and a trade: `Ada Byron Reporter`, the words of two elements."""
    name, _, trade = apart(text).rpartition(" ")
    return TRADES.fullmatch(trade) is not None and is_person(name.rstrip(" ,|–-"))


def is_bracketed_name(text: str) -> bool:
    """Whether a line is somebody's name in brackets."""
    return text[0] == "(" and text[-1] == ")" and is_person(text[1:-1])


def is_day(text: str) -> bool:
    """Whether a line is a day, and a clock perhaps, in digits alone: a teaser's, where it stands below a text."""
    return _DAY.fullmatch(text) is not None
