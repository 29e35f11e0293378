"""When a page was published and last changed: the statement believed, in the outlet's own day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from tasks.core.date.instant import Moment
from tasks.core.page.statements import Page, Statement, hidden, modified, shown, stated
from tasks.tables.values import Precision

_EARLIEST = date(1990, 1, 1)
_WEST, _EAST = timedelta(hours=11), timedelta(hours=13)  # the zones furthest from UTC that have newspapers
_VISIBLE = ("date_line", "named_element")
_MOST = 8  # statements looked at


@dataclass(frozen=True, slots=True)
class Published:
    """What was decided, and every statement as (rule, day)."""

    on: date | None
    at: datetime | None
    rule: str | None
    precision: Precision | None
    modified_at: datetime | None
    candidates: list[tuple[str, date]]


def read_published(page: Page, latest: date | None) -> Published:
    """The publication of a page. A day before 1990 or after `latest` (when the page was fetched) is doubted."""
    found = _enough(page, latest)
    change = modified(page)
    at = change.at if change else None
    candidates = [(rule, moment.day) for rule, moment in found]
    believed = [(rule, moment) for rule, moment in found if _credible(moment.day, latest)]
    if not believed:
        return Published(None, None, None, None, at, candidates)
    rule, moment = believed[0]
    return Published(_local_day(moment, believed), moment.at, rule, moment.precision, at, candidates)


def _enough(page: Page, latest: date | None) -> list[Statement]:
    """Statements until one is believed; where it is told in UTC, those shown to readers as well, for the local day."""
    found: list[Statement] = []
    for source in (stated, shown, hidden):
        for rule, moment in islice(source(page), _MOST):
            found.append((rule, moment))
            believed = [(r, m) for r, m in found if _credible(m.day, latest)]
            if believed and (not _in_utc(believed[0][1]) or any(r in _VISIBLE for r, _ in believed)):
                return found
        if source is shown and any(_credible(moment.day, latest) for _, moment in found):
            break
    return found


def _in_utc(moment: Moment) -> bool:
    return moment.at is not None and moment.is_utc


def _local_day(moment: Moment, believed: list[tuple[str, Moment]]) -> date:
    """The day in the outlet's own zone: where the instant is told in UTC, the day the page or its address shows."""
    if moment.at is None or not moment.is_utc:
        return moment.day
    at = moment.at
    reachable = {(at - _WEST).date(), at.date(), (at + _EAST).date()}
    near = {rule: other.day for rule, other in reversed(believed) if other.day in reachable}
    return next((near[rule] for rule in (*_VISIBLE, "url") if rule in near), moment.day)


def _credible(day: date, latest: date | None) -> bool:
    return day >= _EARLIEST and (latest is None or (day - latest).days <= 1)


def day_first(language: str | None) -> bool | None:
    """Whether 01/02 is the first of February: so in every language but American English, where nothing is told."""
    if not language:
        return None
    code = language.lower().replace("_", "-")
    if code in ("en-us", "en-ph"):
        return False
    return None if code == "en" else True
