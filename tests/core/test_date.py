"""Days and moments as pages, clippings and programs write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.date.instant import read_moment
from tasks.core.date.line import find_days, read_day

DAY = date(2019, 11, 1)


@pytest.mark.parametrize(
    "line",
    [
        "November 01, 2019", "Nov. 1, 2019", "1 November 2019", "Friday, November 1st 2019 at 10:30 a.m. EST",
        "2019-11-01",
        "Published: 2019/11/01", "1. November 2019", "1er novembre 2019", "1 de noviembre de 2019", "1 ноября 2019 г.",
        "Пятница, 1 ноября 2019", "2019年11月1日", "01-Nov-2019", "2019-11-01T10:30:00+03:00", "1 listopada 2019",
        "১ নভেম্বর ২০১৯",
    ],
)  # fmt: skip
def test_date_lines(line: str) -> None:
    assert read_day(line) == (date(2019, 11, 1))


@pytest.mark.parametrize(
    "line", ["On November 1, 2019 Serbia signed", "31 February 2019", "01/02/2019", "2019", "May I"]
)
def test_lines_that_are_no_dates(line: str) -> None:
    assert read_day(line) is None


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2019, 2, 1)), (False, date(2019, 1, 2))])
def test_order_of_day_and_month(day_first: bool, day: date) -> None:
    assert [found for _, _, found in find_days("01/02/2019", day_first)] == [day]


@pytest.mark.parametrize(
    ("written", "day", "at"),
    [
        ("2019-11-01T10:30:00Z", DAY, datetime(2019, 11, 1, 10, 30, tzinfo=UTC)),
        ("2019-11-01T23:30:00-05:00", DAY, datetime(2019, 11, 2, 4, 30, tzinfo=UTC)),
        ("2019-11-01T10:30:00.000+0300", DAY, datetime(2019, 11, 1, 7, 30, tzinfo=UTC)),
        ("2019-11-01 10:30", DAY, None),
        ("20191101T103000Z", DAY, None),
        ("1572604200", DAY, datetime(2019, 11, 1, 10, 30, tzinfo=UTC)),
        ("Fri, 01 Nov 2019 10:30:00 GMT", DAY, datetime(2019, 11, 1, 10, 30, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_moments(written: str, day: date, at: datetime | None) -> None:
    moment = read_moment(written)
    assert moment is not None
    assert (moment.day, moment.at) == (day, at)


@given(st.text(max_size=80) | st.from_regex(r"[0-9:T+Z/. -]{0,40}", fullmatch=True))
def test_any_text_is_read(text: str) -> None:
    moment = read_moment(text)
    assert moment is None or 1 <= moment.day.year <= 9999
