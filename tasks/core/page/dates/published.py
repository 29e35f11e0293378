"""When a page was published and last changed: the statement believed, in the outlet's own day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice

from tasks.core.date.instant import Moment, read_moment
from tasks.core.date.line import find_days
from tasks.core.date.zones import page_offset
from tasks.core.page.dates.clocks import changed_element, clocked_line, near_lines, printed_change, timed_line
from tasks.core.page.dates.shown import (
    date_lines,
    header_moment,
    in_text,
    named_elements,
    time_elements,
    told_from_today,
)
from tasks.core.page.statements import Page, Statement, modified, scripted, stated
from tasks.tables.values import Precision

_EARLIEST = date(1990, 1, 1)
_WEST, _EAST = timedelta(hours=11), timedelta(hours=13)  # the zones furthest from UTC that have newspapers
_SLACK = timedelta(minutes=2)  # clocks of one page differ by so much
_VISIBLE = ("header", "date_line", "named_element")
# Where it may be that a document was made that day, and published on another.
_MADE = frozenset(
    f"meta:{name}"
    for name in ("dcterms.date", "dcterms.created", "dc.date", "dc.created", "dc.date.created", "created")
)
_MOST = 8  # statements of a kind looked at
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Published:
    """What was decided, and every statement as (rule, day)."""

    on: date | None
    at: datetime | None
    rule: str | None
    precision: Precision | None
    modified_at: datetime | None
    modified_rule: str | None
    candidates: list[tuple[str, date]]


def read_published(page: Page, latest: date | None) -> Published:
    """The publication of a page. A day before 1990 or after `latest` (when the page was fetched) is doubted."""
    found = _found(page, latest)
    candidates = [(rule, moment.day) for rule, moment in found]
    believed = [(rule, moment) for rule, moment in found if _credible(moment.day, latest)]
    if not believed:
        return Published(None, None, None, None, *_changed(modified(page), None), candidates)
    rule, moment = believed[0]
    moment = _in_order(page, moment) if rule in _VISIBLE else moment
    day = _local_day(page, moment, believed)
    moment = _timed(moment, day, believed)
    lines = near_lines(page)
    if moment.at is None and (timed := timed_line(page, day) or clocked_line(page, lines, day)) and timed.at:
        moment = _at(moment, timed)
    change = _last_change(page, lines, moment)
    return Published(day, moment.at, rule, moment.precision, *_changed(change, moment), candidates)


def _in_order(page: Page, moment: Moment) -> Moment:
    """What a line says, or its `time` element where that has day and month the other way round: `12/02/2024`.

    Some programs print dates in the order of their own country.
    """
    day = moment.day
    if day.day > _MONTHS or day.day == day.month:
        return moment
    swapped = day.replace(month=day.day, day=day.month)
    for node in page.head.times:
        told = read_moment(node.attributes.get("datetime") or "", page.day_first)
        if told and told.day == swapped and any(found == day for *_, found in find_days(node.text(), page.day_first)):
            return told
    return moment


def _last_change(page: Page, lines: Sequence[str], published: Moment) -> Statement | None:
    """The change that is stated, or else printed: many sites state the publication for both."""
    change = modified(page)
    if change is not None and _is_later(change[1], published):
        return change
    printed = changed_element(page, lines) or printed_change(page, lines, published)
    return printed if printed and _is_later(printed[1], published) else change


def _is_later(moment: Moment, published: Moment) -> bool:
    if moment.at is None or published.at is None:
        return moment.at is not None and moment.day >= published.day
    return moment.at > published.at


def _changed(change: Statement | None, published: Moment | None) -> tuple[datetime | None, str | None]:
    """(instant of the last change, rule), unless it is before the publication: then it tells of something else."""
    rule, last = change or (None, None)
    if last is None or last.at is None or last.day < _EARLIEST:
        return None, None
    is_later = published is None or (last.at >= published.at if published.at is not None else last.day >= published.day)
    return (last.at, rule) if is_later else (None, None)


def _found(page: Page, latest: date | None) -> list[Statement]:
    """Statements, the one to believe first, until one is credible.

    The line at the headline is looked at even so: it gives the local day of an instant told in UTC, and where it is
    earlier than what programs are told, they are told when the page was moved or changed.
    """
    found = list(islice(stated(page), _MOST))
    credible = [statement for statement in found if _credible(statement[1].day, latest)]
    line = header_moment(page)
    header = [("header", line)] if line and _credible(line.day, latest) else []
    if credible and header and (credible[0][0] in _MADE or _is_older(header[0][1].day, credible)):
        return header + found
    if credible and (header or not _in_utc(credible[0][1])):
        return found + header
    found += islice(date_lines(page), _MOST)
    rest = (time_elements(page), told_from_today(page, latest), named_elements(page), scripted(page), in_text(page))
    for source in rest:
        if not any(_credible(moment.day, latest) for _, moment in found):
            found += islice(source, _MOST)
    return found


def _is_older(line: date, credible: list[Statement]) -> bool:
    """Whether the line at the headline is days older than what is stated, and the address does not say the same."""
    stated_day = credible[0][1].day
    urls = [moment.day for rule, moment in credible if rule == "url"]
    return (stated_day - line).days > 1 and not any(abs((stated_day - day).days) <= 1 for day in urls)


def _in_utc(moment: Moment) -> bool:
    return moment.at is not None and moment.is_utc


def _local_day(page: Page, moment: Moment, believed: list[Statement]) -> date:
    """The day in the outlet's own zone, where the instant is told in UTC.

    It is told by the same instant in another zone, by the day the page or its address shows, by a zone the page names,
    by a bare day among its scripts; in this order.
    """
    if moment.at is None or not moment.is_utc:
        return moment.day
    at = moment.at
    if told := next((other.day for _, other in believed if other.at == at and not other.is_utc), None):
        return told
    reachable = {(at - _WEST).date(), at.date(), (at + _EAST).date()}
    near = {rule: other.day for rule, other in reversed(believed) if other.day in reachable}
    if told := next((near[rule] for rule in (*_VISIBLE, "url") if rule in near), None):
        return told
    if (offset := page_offset(page.html, at.date())) is not None:
        return (at + offset).date()
    bare = (other.day for _, other in islice(scripted(page), _MOST) if other.at is None and other.day in reachable)
    return next(bare, moment.day)


def _timed(moment: Moment, day: date, believed: list[Statement]) -> Moment:
    """The moment with the instant another statement gives, where it has none itself or its clock is only said to be
    UTC's: another says of the same clock that it is the outlet's own.
    """
    if moment.at is None:
        others = [other for rule, other in believed if other.at and other.day == day and rule != "time_element"]
    else:
        others = [other for _, other in believed if moment.is_utc and _is_clock(moment.at, other)]
    return _at(moment, others[0]) if others else moment


def _at(moment: Moment, other: Moment) -> Moment:
    """A moment with the instant another gives."""
    return replace(moment, at=other.at, precision=other.precision, offset=other.offset)


def _is_clock(at: datetime, other: Moment) -> bool:
    """Whether the clock of a moment outside UTC shows what an instant shows in UTC."""
    if other.at is None or not other.offset:
        return False
    return abs(other.at + other.offset - at) <= _SLACK


def _credible(day: date, latest: date | None) -> bool:
    return day >= _EARLIEST and (latest is None or (day - latest).days <= 1)
