"""What lines at the headline say to the minute: of the publication, of the last change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from selectolax.lexbor import LexborNode

from tasks.core.date.beside import CHANGED, QUIET
from tasks.core.date.countries import country_offset
from tasks.core.date.instant import CLOCK, Moment, clocked, moment_of, read_moment
from tasks.core.date.line import find_days
from tasks.core.date.order import DayFirst
from tasks.core.date.zones import page_offset
from tasks.core.page.dates.shown import LONGEST, NEAR_TITLE, behind_others, is_change, is_of_others
from tasks.core.page.statements import Page, Statement
from tasks.core.text import FIRST_DENSE, one_line, vocabulary, words
from tasks.core.url.host import parted

# `Updated at 16:48`
_CHANGED_AT = re.compile(
    rf"(?:{CHANGED.pattern})\w*\W{{0,3}}(?:at |um |o |à |alle |às |kl\.? ?)?(?=\d{{1,2}}[:.h]\d\d)", re.I
)
# The capital first: it is sought several times as fast as what stands before it.
_TOUCHING = re.compile(r"[A-ZÀ-Þ](?<=[^\W_].|[.)].)(?=[a-zà-ÿ]{4})")
_DIGIT = re.compile(r"\d")
_NEXT = re.compile(r"\s*([^\W\d]+)")
_WHOLE = vocabulary("uhr h hrs hours น час часов ч klo kl")  # behind clocks of 24 hours
_STOPS, _WORDS = ".!?。", 10  # of a sentence
_BETWEEN = 25  # code points
_NOON = 12


def timed_line(page: Page, day: date) -> Moment | None:
    """The instant of the `time` element that is, or stands in, a line at the headline and shows the day."""
    at = page.headline
    lines = [block.text for block in page.blocks[max(0, at - 5) : at + NEAR_TITLE] if len(block.text) <= LONGEST]
    for node in page.head.times:
        shown = one_line(node.text())
        is_day = any(found == day for _, _, found in find_days(shown, page.day_first))
        moment = read_moment(node.attributes.get("datetime") or "", page.day_first) if is_day else None
        is_told = moment is not None and moment.at is not None and (moment.at.hour, moment.at.minute) != (0, 0)
        if moment and is_told and moment.day == day and any(shown in line for line in lines):
            return None if any(CHANGED.search(line) for line in lines if shown in line) else moment
    return None


def changed_element(page: Page, lines: Sequence[str]) -> Statement | None:
    """The instant of the `time` element in one of the lines that is marked or said to be that of a change."""
    for node in page.head.times if lines else ():
        shown = apart(one_line(node.text()))
        line = next((line for line in lines if shown and shown in line), None)
        if line is not None and (_is_marked(node) or _is_said_to_change(line, shown)):
            moment = read_moment(node.attributes.get("datetime") or "", page.day_first)
            if moment and moment.at:
                return "changed_element", moment
    return None


def _is_marked(node: LexborNode) -> bool:
    """Whether an element is marked so; `updated` alone is the mark some frameworks give to the publication."""
    attributes = node.attributes
    return attributes.get("itemprop") == "dateModified" or "odified" in (attributes.get("class") or "")


def _is_said_to_change(line: str, shown: str) -> bool:
    """Whether what an element shows holds a word of change, or one stands before it with no number between."""
    before = line[: line.index(shown)]
    last = next(reversed([*CHANGED.finditer(before)]), None)
    return CHANGED.search(shown) is not None or (last is not None and not _DIGIT.search(before, last.end()))


def clocked_line(page: Page, lines: Sequence[str], day: date) -> Moment | None:
    """What one of the lines that shows the day says of the clock beside it, by the usual zone where it names none."""
    for line in lines:
        days = sorted(find_days(line, page.day_first))
        for place in days:
            if place[2] == day and not is_change(line, days, place) and (clock := _clock_beside(line, place)):
                moment = clocked(day, clock, _usual_offset(page, day))
                return moment if moment.at is not None else None
    return None


def _clock_beside(line: str, place: tuple[int, int, date]) -> re.Match[str] | None:
    """The clock that stands next to a day, in no sentence, if it cannot be one of the other half of the day."""
    if line[-1] in _STOPS and line.count(" ") > _WORDS:
        return None
    clock = _nearest_clock(line, place)
    if clock is None:
        return None
    is_sure = clock["half"] or clock["before"] or clock["zone"] or int(clock["hour"]) > _NOON
    return clock if is_sure or not _is_halved(line[: clock.start()], line[clock.end() :]) else None


def _nearest_clock(line: str, place: tuple[int, int, date]) -> re.Match[str] | None:
    """The clock behind a day or before it, whichever has less between, and no words that do not stand there."""
    start, end, _ = place
    behind, before = CLOCK.search(line, end), [*CLOCK.finditer(line, 0, start)][-1:]
    found = [(clock, line[end : clock.start()]) for clock in ([behind] if behind else [])]
    found += [(clock, line[clock.end() : start]) for clock in before]
    quiet = [(len(between), clock) for clock, between in found if _is_quiet(between)]
    return min(quiet, key=lambda one: one[0])[1] if quiet else None


def _is_quiet(between: str) -> bool:
    """Whether no other words stand between a day and its clock than those that do so everywhere."""
    return len(between) <= _BETWEEN and all(word.casefold() in QUIET for word in words(between))


def _is_halved(before: str, behind: str) -> bool:
    """Whether the word before or behind a clock may say which half of the day it is of: `晚上9:30`, `9:30 ptg`."""
    last, next_word = before.rstrip()[-1:], _NEXT.match(behind)
    if last >= FIRST_DENSE and last.isalpha() and last not in "日일号時分":
        return True
    word = next_word[1] if next_word else ""
    if not word or word[0] >= FIRST_DENSE or word.casefold() in _WHOLE | QUIET or CHANGED.match(word):
        return False
    return word.isupper() or not word[0].isupper()


def near_lines(page: Page) -> list[str]:
    """The short lines around the headline that are the article's and hold a number, their elements set apart."""
    at, blocks = page.headline, page.blocks
    near = range(max(0, at - 5), min(len(blocks), at + NEAR_TITLE))
    short = [index for index in near if len(blocks[index].text) <= LONGEST and _DIGIT.search(blocks[index].text)]
    return [apart(blocks[index].text) for index in short if not is_of_others(blocks, at, index)]


def _usual_offset(page: Page, day: date) -> timedelta | None:
    """How far from UTC the page's clock is: in the zone that it names, or in that of its country."""
    offset = page_offset(page.html, day)
    if offset is not None:
        return offset
    return country_offset(parted(page.url or page.head.canonical or "").hostname or "", page.head.language, day)


def printed_change(page: Page, lines: Sequence[str], published: Moment) -> Statement | None:
    """The last change that one of the lines tells to the minute; a clock alone is that of the publication's day.

    A clock without a zone is that of the publication, or the usual one.
    """
    for line in filter(CHANGED.search, lines):
        for part, start, end, day in _changes(line, page.day_first, published.day):
            usual = published.offset or _usual_offset(page, day)
            clock = _nearest_clock(part, (start, end, day)) if end else None
            moment = clocked(day, clock, usual) if clock else moment_of(day, part, start, end, usual)
            if moment.at is not None:
                return "changed_line", moment
    return None


def apart(text: str) -> str:
    """A line of dates with a space where one element's words touch the next one's: `9.40pm BSTPublished`."""
    return _TOUCHING.sub(r" \g<0>", text)


def _changes(text: str, day_first: DayFirst, published: date) -> Iterator[tuple[str, int, int, date]]:
    """What a line says of a change: its part between other days, where the day stands there, and the day."""
    days = sorted(find_days(text, day_first))
    for start, end, day in days:
        if is_change(text, days, (start, end, day)):
            above = behind_others(days, (start, end, day))
            below = min((begin for begin, _, _ in days if begin >= end), default=len(text))
            yield text[above:below], start - above, end - above, day
    if clock := _CHANGED_AT.search(text):
        yield text[clock.end() :], 0, 0, published
