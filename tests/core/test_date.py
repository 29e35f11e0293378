"""Days and moments as pages, clippings and programs write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.date.calendars import gregorian
from tasks.core.date.instant import precision_of, read_moment
from tasks.core.date.line import find_days, read_day
from tasks.core.date.order import day_first
from tasks.core.date.relative import days_ago
from tasks.core.date.stems import find_stems

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
    "line",
    [
        pytest.param("الأربعاء 24 يونيو، 2020", id="Arabic comma"),
        pytest.param("24 حزيران/يونيو 2020", id="two Arabic names"),
        pytest.param("٢٤ يونيو ٢٠٢٠", id="Arabic digits"),
        pytest.param("چهارشنبه ۴ تیر ۱۳۹۹", id="solar Hijri"),
        pytest.param("4 تير 1399 - 12:09", id="solar Hijri in Arabic letters"),
        pytest.param("1399/04/04", id="solar Hijri in numbers"),
        pytest.param("۹۹/۰۴/۰۴ - ۱۰:۳۰", id="solar Hijri, year of two digits"),
        pytest.param("24 มิ.ย. 2563 10:30", id="Buddhist year, month shortened"),
        pytest.param("24 มิ.ย. 63", id="Buddhist year shortened"),
        pytest.param("วันพุธที่ 24 มิถุนายน พ.ศ. 2563", id="Thai with weekday and era"),
        pytest.param("Thứ Tư, ngày 24 tháng 6 năm 2020", id="Vietnamese, month by number"),
        pytest.param("24 Tháng Sáu, 2020", id="Vietnamese, month by name"),
        pytest.param("2020. június 24. 10:30", id="Hungarian: year first"),
        pytest.param("2020 m. birželio 24 d.", id="Lithuanian: year first"),
        pytest.param("2020. gada 24. jūnijs", id="Latvian: year, day, month"),
        pytest.param("令和2年6月24日", id="Japanese reign"),
        pytest.param("民國109年6月24日", id="Republic of China"),
        pytest.param("2020 оны 6-р сарын 24", id="Mongolian"),
        pytest.param("24 ביוני 2020", id="Hebrew preposition"),
        pytest.param("Hunyo 24, 2020", id="Filipino"),
        pytest.param("24 мау. 2020", id="Kazakh, month shortened"),
        pytest.param("2020 ж. 24 маусым", id="Kazakh: year first"),
        pytest.param("2020 թ. հունիսի 24", id="Armenian: year first"),
        pytest.param("24 ta’ Ġunju 2020", id="Maltese"),
        pytest.param("24 มิถุนายน ค.ศ. 2020", id="Thai, Christian era"),
        pytest.param("ஜூன் 24, 2020", id="Tamil"),
        pytest.param("24 giugno 202010:43", id="clock without a space"),
        pytest.param("Jun 24,2020", id="comma without a space"),
        pytest.param("Wed Jun 24 10:30:00 EDT 2020", id="as Unix writes"),
        pytest.param("06.24.2020 09:00 AM", id="American with stops"),
        pytest.param("6/24/20 11:04 PM EST", id="year of two digits before a clock"),
        pytest.param("6/24/20 at 11:04 PM", id="year of two digits, then at"),
    ],
)
def test_date_lines_of_the_world(line: str) -> None:
    assert read_day(line) == date(2020, 6, 24)


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
        ("Fri Nov 01 2019 10:30:00 GMT+0300 (MSK)", DAY, datetime(2019, 11, 1, 7, 30, tzinfo=UTC)),
        ("November 1, 2019 at 10:30 p.m. ET", DAY, datetime(2019, 11, 2, 2, 30, tzinfo=UTC)),
        ("10:30 a.m. PST, Nov. 1, 2019", DAY, datetime(2019, 11, 1, 18, 30, tzinfo=UTC)),
        ("01.11.2019 10:30 МСК", DAY, datetime(2019, 11, 1, 7, 30, tzinfo=UTC)),
        ("2019-11-01T10:30:00-03", DAY, datetime(2019, 11, 1, 13, 30, tzinfo=UTC)),
        ("2019-11-01T10:30:00+19:00", DAY, None),
        ("2019-11-01T25:30:00Z", DAY, None),
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


@pytest.mark.parametrize(
    ("language", "host", "html", "first"),
    [
        pytest.param("de", "news.example", "", True, id="language"),
        pytest.param("en-US", "news.example", "", False, id="American English"),
        pytest.param("en", "news.example.uk", "", True, id="country of the address"),
        pytest.param("en", "news.example.tv", "", None, id="a country's domain used everywhere"),
        pytest.param("en-US", "news.example", "<b>23/05/2020</b> <b>01/02/2020</b>", True, id="the page's own dates"),
        pytest.param("en", "news.example", "23/05/2020 and 05/24/2020", None, id="the page disagrees with itself"),
        pytest.param("fr", "news.example.us", "", True, id="French in America"),
        pytest.param("tl", "", "", False, id="Filipino"),
        pytest.param("en", "state.gov", "", False, id="an American domain"),
        pytest.param("en-US", "news.example.de", "", True, id="a template's language, a country's domain"),
        pytest.param("en-GB", "", "", True, id="British"),
        pytest.param("en", "", "a/25/2020", None, id="a number that no date begins"),
        pytest.param(None, "", "", None, id="nothing known"),
    ],
)
def test_order_of_a_page(language: str | None, host: str, html: str, first: bool | None) -> None:
    assert day_first(language, host, html.encode()) is first


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("3 hours ago", 0), ("Jane Roe | KUT • 5 mins ago", 0), ("prije 26 minuta", 0), ("hace 3 horas", 0),
        ("il y a 2 jours", 2), ("vor 3 Stunden", 0), ("há 5 minutos", 0), ("3 часа назад", 0), ("2時間前", 0),
        ("3 天前", 3), ("1시간 전", 0), ("قبل 3 ساعات", 0), ("לפני 3 שעות", 0), ("3 saat önce", 0), ("2 days ago", 2),
        ("3 घंटे पहले", 0), ("منذ 5 دقائق", 0),
        ("сегодня в 05:46", 0), ("Dnes 9:44", 0), ("Hier à 19:20", 1), ("yesterday", 1), ("oggi alle 10:30", 0),
        ("22 hours ago", None), ("Today is the day we go", None), ("In 3 hours", None), ("24 June 2020", None),
        ("The ministers had met three or 3 days ago in the capital of one of them", None),
    ],
)  # fmt: skip
def test_days_told_from_today(line: str, days: int | None) -> None:
    assert days_ago(line) == days


@given(st.text("date", max_size=40))
def test_stems_are_found_wherever_they_stand(text: str) -> None:
    places = [place for place in range(len(text)) if text[place : place + 4] in ("date", "tada")]
    assert find_stems(text.encode(), [b"date", b"tada"]) == places


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        pytest.param(1399, 1, 1, date(2020, 3, 20), id="Nowruz"),
        pytest.param(1399, 6, 31, date(2020, 9, 21), id="the last of the long months"),
        pytest.param(1399, 7, 30, date(2020, 10, 21), id="a short month"),
        pytest.param(1399, 12, 30, date(2021, 3, 20), id="a leap day"),
        pytest.param(1399, 7, 31, None, id="no day of a short month"),
        pytest.param(1399, 6, 32, None, id="no day of a long month"),
        pytest.param(1399, 0, 1, None, id="no month"),
        pytest.param(1399, 13, 1, None, id="a month too many"),
        pytest.param(2020, 2, 30, None, id="no Gregorian day"),
    ],
)
def test_calendars(year: int, month: int, day: int, expected: date | None) -> None:
    assert gregorian(year, month, day) == expected


def test_named_months_tell_their_calendar() -> None:
    assert gregorian(1399, 6, 24, named=True) == date(1399, 6, 24)
    assert gregorian(2020, 4, 4, named_solar=True) is None


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        pytest.param("13/02/2019", None, date(2019, 2, 13), id="a day by its size"),
        pytest.param("02/13/2019", None, date(2019, 2, 13), id="a month by its size"),
        pytest.param("03/03/2019", None, date(2019, 3, 3), id="one number twice"),
        pytest.param("01/02/2019", None, None, id="no order"),
        pytest.param("01/02/2019", True, date(2019, 2, 1), id="the day first"),
        pytest.param("01/02/2019", lambda: False, date(2019, 1, 2), id="an order that is found out"),
        pytest.param("令和元年6月24日", None, date(2019, 6, 24), id="the first year of a reign"),
        pytest.param("۰۳/۰۴/۰۴", None, date(2024, 6, 24), id="a solar year of this century"),
        pytest.param("۵۱/۰۴/۰۴", None, date(1972, 6, 25), id="a solar year of the last century"),
        pytest.param(f"Published {'on ' * 30}March 3, 2019", None, None, id="a line too long"),
    ],
)
def test_orders_and_years(text: str, day_first: bool | None, expected: date | None) -> None:
    assert read_day(text, day_first) == expected


@pytest.mark.parametrize(
    ("text", "precision", "at"),
    [
        pytest.param(
            "March 3, 2021, 9:30:15 EST", "second", datetime(2021, 3, 3, 14, 30, 15, tzinfo=UTC), id="seconds"
        ),
        pytest.param("March 3, 2021, 9:30 EST", "minute", datetime(2021, 3, 3, 14, 30, tzinfo=UTC), id="minutes"),
        pytest.param("March 3, 2021, 9:30", "day", None, id="no zone"),
        pytest.param("2021-03-03T09:30:00+15:00", "day", None, id="an offset of no zone"),
        pytest.param(
            "2021-03-03T09:30:15.5-0500", "second", datetime(2021, 3, 3, 14, 30, 15, tzinfo=UTC), id="compact"
        ),
    ],
)
def test_precision(text: str, precision: str, at: datetime | None) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert (moment.precision, moment.at) == (precision, at)


def test_precision_of_a_kept_instant() -> None:
    at = datetime(2021, 3, 3, 9, 30, tzinfo=UTC)
    assert [precision_of(told) for told in (None, at, at.replace(second=5))] == ["day", "minute", "second"]
