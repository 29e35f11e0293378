"""Times: expressions of news English and the days they cover, false friends, anchors, and that nothing breaks it."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.facts.time.arithmetic import add, unit_end, unit_start
from tasks.core.facts.time.find import find_times
from tasks.core.facts.time.holidays import easter
from tasks.core.facts.time.resolve import resolve_time
from tasks.io.models import load_parser

FRIDAY = date(2019, 11, 1)  # the day of writing in most cases


def spans(text: str, published_on: date | None = FRIDAY) -> list[tuple[str, str | None, str | None]]:
    """Surface, first and last day of every time found."""
    return [
        (text[f.start : f.end], str(f.starts_on) if f.starts_on else None, str(f.ends_on) if f.ends_on else None)
        for f in find_times(text, (), published_on)
    ]


@pytest.mark.parametrize(
    ("text", "surface", "starts_on", "ends_on"),
    [
        # whole dates in every order
        ("It began on October 29, 2018 in Perth.", "October 29, 2018", "2018-10-29", "2018-10-29"),
        ("It began on 29 October 2018.", "29 October 2018", "2018-10-29", "2018-10-29"),
        ("It began on the 29th of October, 2018.", "the 29th of October, 2018", "2018-10-29", "2018-10-29"),
        ("Filed 2018-10-29 at court.", "2018-10-29", "2018-10-29", "2018-10-29"),
        ("Filed 29/10/2018 at court.", "29/10/2018", "2018-10-29", "2018-10-29"),
        ("Filed 29.10.2018 at court.", "29.10.2018", "2018-10-29", "2018-10-29"),
        ("Monday, Oct. 29, 2018 was dry.", "Monday, Oct. 29, 2018", "2018-10-29", "2018-10-29"),
        # the year is unsaid: the nearest such day
        ("The vote on Oct. 20 was close.", "Oct. 20", "2019-10-20", "2019-10-20"),
        ("The vote on Dec. 12 was announced.", "Dec. 12", "2019-12-12", "2019-12-12"),
        ("They fought in March.", "March", "2019-03-01", "2019-03-31"),
        # ranges
        ("The games ran June 3-8.", "June 3-8", "2019-06-03", "2019-06-08"),
        ("The games ran from 3 to 8 October.", "from 3 to 8 October", "2019-10-03", "2019-10-08"),
        ("It lasted from Monday to Wednesday.", "from Monday to Wednesday", "2019-10-28", "2019-10-30"),
        ("He led it from 1994 to 2003.", "from 1994 to 2003", "1994-01-01", "2003-12-31"),
        ("Prices fell between July and September.", "between July and September", "2019-07-01", "2019-09-30"),
        ("They ruled in 2014-18.", "2014-18", "2014-01-01", "2018-12-31"),
        ("Shut from Nov. 28 to Jan. 3.", "from Nov. 28 to Jan. 3", "2019-11-28", "2020-01-03"),
        # weekdays
        ("He resigned Thursday.", "Thursday", "2019-10-31", "2019-10-31"),
        ("He resigned on Friday.", "Friday", "2019-11-01", "2019-11-01"),
        ("Talks will resume on Tuesday.", "Tuesday", "2019-11-05", "2019-11-05"),
        ("He left last Tuesday.", "last Tuesday", "2019-10-22", "2019-10-22"),
        ("He arrives next Tuesday.", "next Tuesday", "2019-11-05", "2019-11-05"),
        # told from the day of writing
        ("Floods came in the past week.", "past week", "2019-10-25", "2019-11-01"),
        ("Floods came last week.", "last week", "2019-10-21", "2019-10-27"),
        ("Floods came last month.", "last month", "2019-10-01", "2019-10-31"),
        ("Floods came in the last month.", "last month", "2019-10-01", "2019-11-01"),
        ("Floods came over the last year.", "last year", "2018-11-01", "2019-11-01"),
        ("Floods came over the last three days.", "last three days", "2019-10-29", "2019-11-01"),
        ("Rain is due in the next two days.", "next two days", "2019-11-02", "2019-11-03"),
        ("It shut yesterday.", "yesterday", "2019-10-31", "2019-10-31"),
        ("They left following Tuesday's talks.", "Tuesday", "2019-10-29", "2019-10-29"),
        ("They met two years ago.", "two years ago", "2017-01-01", "2017-12-31"),
        ("They met three weeks ago.", "three weeks ago", "2019-10-07", "2019-10-13"),
        ("They met two days ago.", "two days ago", "2019-10-30", "2019-10-30"),
        ("It fell earlier this week.", "earlier this week", "2019-10-28", "2019-10-31"),
        ("It opens later this month.", "later this month", "2019-11-01", "2019-11-30"),
        ("It opened this summer.", "this summer", "2019-06-01", "2019-08-31"),
        ("They met a decade ago.", "a decade ago", "2009-01-01", "2009-12-31"),
        ("They fought over the past two decades.", "past two decades", "1999-11-01", "2019-11-01"),
        ("It rained over the weekend.", "the weekend", "2019-10-26", "2019-10-27"),
        # parts
        ("He fled in late 2008.", "late 2008", "2008-09-01", "2008-12-31"),
        ("He fled in early May 2011.", "early May 2011", "2011-05-01", "2011-05-10"),
        ("He fled in mid-2014.", "mid-2014", "2014-05-01", "2014-08-31"),
        ("He fled at the end of 2015.", "the end of 2015", "2015-09-01", "2015-12-31"),
        ("Sales rose in the third quarter of 2018.", "the third quarter of 2018", "2018-07-01", "2018-09-30"),
        ("Sales rose in Q1 2017.", "Q1 2017", "2017-01-01", "2017-03-31"),
        ("Sales rose in the first half of 2019.", "first half of 2019", "2019-01-01", "2019-06-30"),
        ("In the first week of June 2019 it rained.", "the first week of June 2019", "2019-06-03", "2019-06-09"),
        ("On the second Monday of May 2019 it shut.", "the second Monday of May 2019", "2019-05-13", "2019-05-13"),
        # years, decades, centuries
        ("The war of 1999 ended it.", "1999", "1999-01-01", "1999-12-31"),
        ("The 1990s were hard.", "The 1990s", "1990-01-01", "1999-12-31"),
        ("The nineties were hard.", "The nineties", "1990-01-01", "1999-12-31"),
        ("A church of the 15th century burned.", "15th century", "1400-01-01", "1499-12-31"),
        ("Built in nineteen ninety-six.", "nineteen ninety-six", "1996-01-01", "1996-12-31"),
        (
            "A church of the first half of the 19th century burned.",
            "first half of the 19th century",
            "1800-01-01",
            "1849-12-31",
        ),
        ("Sales rose in fiscal 2018.", "fiscal 2018", "2018-01-01", "2018-12-31"),
        ("The fair runs 6/3-7/4/2019.", "6/3-7/4/2019", "2019-06-03", "2019-07-04"),
        # open sides
        ("It has been shut since 2016.", "since 2016", "2016-01-01", "2019-11-01"),
        ("It stays shut until Tuesday, he will say.", "until Tuesday", None, "2019-11-05"),
        ("It was before 2010.", "before 2010", None, "2009-12-31"),
        ("It came after March 2012.", "after March 2012", "2012-04-01", None),
        ("It ran through 2018.", "through 2018", None, "2018-12-31"),
        ("Starting Monday, it shuts.", "Starting Monday", "2019-11-04", None),
        # reckoned from another time
        ("Three days after Christmas 2018 it sank.", "Three days after Christmas 2018", "2018-12-28", "2018-12-28"),
        ("On Easter Monday 2018 it sank.", "Easter Monday 2018", "2018-04-02", "2018-04-02"),
        ("Thanksgiving 2018 was cold.", "Thanksgiving 2018", "2018-11-22", "2018-11-22"),
        ("He spoke on Monday of last week.", "Monday of last week", "2019-10-21", "2019-10-21"),
        # times of day on a day
        ("Shots rang out at 8 a.m. on Tuesday.", "at 8 a.m. on Tuesday", "2019-10-29", "2019-10-29"),
        ("Shots rang out late Tuesday night.", "late Tuesday night", "2019-10-29", "2019-10-29"),
        ("Shots rang out at 1400 GMT on Tuesday.", "at 1400 GMT on Tuesday", "2019-10-29", "2019-10-29"),
        ("Shots rang out last night.", "last night", "2019-10-31", "2019-10-31"),
    ],
)
def test_expression(text: str, surface: str, starts_on: str | None, ends_on: str | None) -> None:
    assert (surface, starts_on, ends_on) in spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said so.",
        "This may take longer.",
        "They march on the capital.",
        "A second wave is feared.",
        "They sent S-400 systems to the front.",
        "The ALPHA-2019 exercise ended.",
        "Some 2,000 people came.",
        "In 2000 villages the lights went out.",
        "Iron Fist 2019 began.",
        "He is 15 years old.",
        "A 34-year-old man died.",
        "The fall of the city stunned them.",
        "She read the daily newspaper.",
        "He paid $1999 for it.",
        "In the last week of the campaign he lost.",
        "Emergency workers came.",
        "A pot of the 1st century BC broke.",
        "One day he would return.",
        "A man in his early 30s was held.",
        "Highs will be in the upper 70s.",
        "He smiled, sat down and wed her.",
        "They face two second-degree counts.",
        "It shut since the fall of the city.",
        "He drove a 1995 Yugo Koral.",
        "He lives in 1850 N. Elm Street and she at 1205 Lone Oak Road.",
    ],
)
def test_false_friend(text: str) -> None:
    assert spans(text) == []


def test_what_is_written_out_wins_over_the_next_day() -> None:
    assert spans("They left on March 8. The next day, March 9, others came.")[1] == (
        "The next day, March 9",
        "2019-03-09",
        "2019-03-09",
    )


def test_the_story_goes_on_from_the_day_last_told() -> None:
    first, second = find_times("It ended on Oct. 22. The next day, rain fell.", (), FRIDAY)
    assert (second.starts_on, second.name) == (date(2019, 10, 23), "previous date 2019-10-22")
    assert first.name == "published_on"


def test_the_story_goes_on_from_the_year_last_told() -> None:
    assert spans("He was elected in 1998. Two years later he fell.")[1][1:] == ("2000-01-01", "2000-12-31")
    assert spans("The club was founded in 1908. That year it won.")[1][1:] == ("1908-01-01", "1908-12-31")


def test_unknown_stays_null() -> None:
    # "Several days" after a month cannot be told to the day.
    assert spans("It shut in July. Several days later it burned.")[1][1:] == (None, None)
    assert spans("It shut on Feb. 30, 2019.") == [("Feb. 30, 2019", None, None)]


def test_without_a_publication_day_only_what_says_everything_is_placed() -> None:
    assert spans("It ended in 2011, or on Monday, or in late May.", None) == [
        ("2011", "2011-01-01", "2011-12-31"),
        ("Monday", None, None),
        ("late May", None, None),
    ]


def test_lengths_recurring_times_and_hours_have_no_days() -> None:
    found = find_times("For two or three weeks he rose every Monday, then at 6:30 a.m.", (), FRIDAY)
    assert [(f.finder, f.name, f.value, f.value_max, f.unit, f.starts_on) for f in found] == [
        ("duration", None, 2.0, 3.0, "week", None),
        ("recurring", "XXXX-WXX-1", None, None, None, None),
        ("time_of_day", "06:30", None, None, None, None),
    ]


def test_what_is_to_last_is_told_in_length() -> None:
    found = find_times("The trial is expected to last two weeks.", (), FRIDAY)
    assert [(f.value, f.unit, f.starts_on) for f in found] == [(2.0, "week", None)]
    assert [f.starts_on for f in find_times("Sales fell compared to last year.", (), FRIDAY)] == [date(2018, 1, 1)]


def test_a_length_after_a_superlative_is_no_day_to_come() -> None:
    [found] = find_times("It was the first win in 48 years.", (), FRIDAY)
    assert (found.finder, found.value, found.starts_on) == ("duration", 48.0, None)


def test_an_expression_is_placed_against_an_instant() -> None:
    found = resolve_time("in 90 minutes", datetime(2019, 11, 1, 12, 30))
    assert found is not None
    assert found.start == datetime(2019, 11, 1, 14, 0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers met on Tuesday.", 29),
        ("The ministers will meet on Tuesday.", 5),
        ("The ministers plan to meet on Tuesday.", 5),
        ("The talks were scheduled for Tuesday.", 5),
        ("He told reporters on Tuesday that talks had been planned.", 29),
        ("He said the talks would not resume, and left on Tuesday.", 29),
        ("The fair opens on Tuesday.", 5),
        ("The deadline is Tuesday.", 5),
        ("Norway and her ministers are due to meet in Oslo on Tuesday to seek a deal.", 5),
        ("The ministers are to meet in Oslo on Tuesday.", 5),
        ("Voters have until Tuesday to register.", 5),
        ("The court set a hearing for Tuesday.", 5),
        ("The court opened a hearing on Tuesday.", 29),
    ],
)
def test_the_verb_above_a_weekday_says_past_or_coming(text: str, day: int) -> None:
    [found] = find_times(text, load_parser().parse(text), FRIDAY)
    assert found.ends_on is not None
    assert found.ends_on.day == day


@pytest.mark.parametrize("text", ["1" * 9000, "9999-12-31 " * 50, "in 9999999 years", "Monday to " * 400])
def test_what_a_machine_left_does_no_harm(text: str) -> None:
    for found in find_times(text, (), FRIDAY):
        assert found.end <= len(text)


@pytest.mark.parametrize(("year", "day"), [(2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2025, (4, 20))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


WORDS = re.findall(
    r"\S+",
    """in on at the of last next this past two three 12 2019 1998 30 31 Monday Friday May March Feb. October , . - to
    from until since before after year years week weeks days ago later earlier quarter century early late mid end
    every first second Christmas noon 8 a.m. 10:30 Jan. 5 1/2 9999 0 and between half a few decade morning night
    24-29 '90s""",
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=60), st.dates())
def test_any_text_gives_ordered_days_inside_it(text: str, published_on: date) -> None:
    last = 0
    for found in find_times(text, (), published_on):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        if found.starts_on and found.ends_on:
            assert found.starts_on <= found.ends_on
        assert (found.precision is None) == (found.starts_on is None and found.ends_on is None and found.value is None)


@settings(deadline=None)
@given(
    st.datetimes(datetime(1500, 1, 1), datetime(2500, 1, 1)),
    st.sampled_from(["day", "week", "month", "quarter", "year"]),
)
def test_every_instant_lies_in_its_unit(moment: datetime, unit: str) -> None:
    start = unit_start(moment, unit)  # type: ignore[arg-type]  # the sampled units are units
    assert start <= moment < unit_end(start, unit)  # type: ignore[arg-type]  # units drawn from the closed list
    assert add(add(start, 3, unit), -3, unit) == start  # type: ignore[arg-type]  # units drawn from the closed list
