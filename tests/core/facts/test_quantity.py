"""Quantities: numbers in words and figures, units, money, ranges, what is counted, and what is no quantity."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.facts.finding import Finding
from tasks.core.facts.quantity.find import find_quantities
from tasks.core.facts.quantity.measures import build_measures
from tasks.core.facts.quantity.numeral import find_numerals, words_value
from tasks.io.measures import load_measures

DATA = load_measures()
MEASURES = build_measures(DATA.units, DATA.currencies)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("twenty-one", 21),
        ("a hundred", 100),
        ("two hundred and six", 206),
        ("three thousand", 3000),
        ("two and a half million", 2.5e6),
        ("half a million", 5e5),
        ("five and a quarter", 5.25),
        ("a hundred thousand", 1e5),
        (".08", 0.08),
        ("a dozen", 12),
        ("2,408", 2408),
        ("1 1/2", 1.5),
        ("3½", 3.5),
        ("two-thirds", 2 / 3),
        ("one in five", 0.2),
        ("tens of thousands", 1e4),
        ("six point five", 6.5),
    ],
)
def test_number(words: str, value: float) -> None:
    [found] = find_numerals(f"{words} of them")
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "surface", "value", "value_max", "unit", "of"),
    [
        # what is counted
        ("They sent 10 Danish aircraft north.", "10", 10, None, None, "aircraft"),
        ("Three villagers fled.", "Three", 3, None, None, "villager"),
        ("Dozens of soldiers fled.", "Dozens", 12, 120, None, "soldier"),
        ("Tens of thousands of people fled.", "Tens of thousands", 1e4, 1e5, None, "people"),
        ("Some 40 other cities voted.", "40", 40, None, None, "city"),
        ("At least 20 were killed.", "20", 20, None, None, "killed"),
        ("Some 30 more injured lay there.", "30", 30, None, None, "injured"),
        ("It burned 800 000 hectares.", "800 000 hectares", 8e5, None, "hectare", None),
        ("They owe Rs 12,34,567 now.", "Rs 12,34,567", 1234567, None, "INR", None),
        ("It has 3 lakh crore rupees.", "3 lakh crore rupees", 3e12, None, "INR", None),
        ("Of the voters 1 in 4 stayed home.", "1 in 4", 0.25, None, None, None),
        ("Two-thirds of the voters stayed home.", "Two-thirds", 2 / 3, None, None, "voter"),
        # measures
        ("It lies 12 km away.", "12 km", 12, None, "kilometre", None),
        ("A 3-inch pipe burst.", "3-inch", 3, None, "inch", None),
        ("It covers 311 square miles.", "311 square miles", 311, None, "square mile", None),
        ("Turnout fell to 43.5 percent.", "43.5 percent", 43.5, None, "percent", None),
        ("It was minus 5 degrees Celsius.", "5 degrees Celsius", -5, None, "degree celsius", None),
        ("Winds of 130mph hit.", "130mph", 130, None, "mile per hour", None),
        ("A rope 5m long broke.", "5m", 5, None, "metre", None),
        ("It pumps 52,000 barrels a day.", "52,000 barrels a day", 52000, None, "barrel per day", None),
        # money
        ("It cost $75 million.", "$75 million", 7.5e7, None, "USD", None),
        ("It cost €1.2bn.", "€1.2bn", 1.2e9, None, "EUR", None),
        ("It cost 9 billion shekels.", "9 billion shekels", 9e9, None, "ILS", None),
        ("It cost A$40m.", "A$40m", 4e7, None, "AUD", None),
        ("It cost 20 million pounds.", "20 million pounds", 2e7, None, "GBP", None),
        ("It cost $58.24 per barrel.", "$58.24 per barrel", 58.24, None, "USD per barrel", None),
        ("It cost millions of dollars.", "millions of dollars", 1e6, 1e7, "USD", None),
        # ranges
        ("From 20 to 30 houses burned.", "20 to 30", 20, 30, None, "house"),
        ("It costs $3 to $5 billion.", "$3 to $5 billion", 3e9, 5e9, "USD", None),
        ("It cost 5 million Danish crowns.", "5 million Danish crowns", 5e6, None, "DKK", None),
        ("It costs $40-50 billion.", "$40-50 billion", 4e10, 5e10, "USD", None),
        ("The share fell to 118.5p on Monday.", "118.5p", 118.5, None, "penny", None),
        ("Between 5 and 7 percent agreed.", "5 and 7 percent", 5, 7, "percent", None),
        ("Two or three dogs barked.", "Two or three", 2, 3, None, "dog"),
        ("A 5-10 km walk.", "5-10 km", 5, 10, "kilometre", None),
        # ages
        ("A 34-year-old man died.", "34-year-old", 34, None, "year", "age"),
        ("Jane Roe, 41, won.", "41", 41, None, "year", "age"),
    ],
)
def test_quantity(
    text: str, surface: str, value: float, value_max: float | None, unit: str | None, of: str | None
) -> None:
    [found] = find_quantities(text, (), MEASURES)
    assert text[found.start : found.end] == surface
    assert found.value == pytest.approx(value)
    assert found.value_max == (None if value_max is None else pytest.approx(value_max))
    assert (found.unit, found.of) == (unit, of)


@pytest.mark.parametrize(
    ("text", "is_approximate"),
    [
        ("At least 12 died.", True),
        ("More than $3 million was lost.", True),
        ("About 70 percent agreed.", True),
        ("Up to 30 boats sank.", True),
        ("Hundreds of boats sank.", True),
        ("Some 200 or more boats sank.", True),
        ("12 boats sank.", False),
        ("Exactly 12 boats sank.", False),
    ],
)
def test_approximation(text: str, is_approximate: bool) -> None:
    [found] = find_quantities(text, (), MEASURES)
    assert found.is_approximate is is_approximate


@pytest.mark.parametrize(
    "text",
    [
        "They sent S-400 systems.",
        "The A320 landed.",
        "World War Two ended.",
        "Watch it on Channel 5.",
        "No one came.",
        "One of them spoke.",
        "She lives at 575 Abbey Road.",
        "They won 2-0 at home.",
        "He came 15th.",
        "Phase three began.",
        "A third successive win.",
        "Picture 7/19: a bridge.",
        "COVID-19 spread.",
        "The server at 192.168.1.2 failed.",
        "She lives at 131 West 23rd Street now.",
        "They called 911 at once.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, (), MEASURES) == []


@pytest.mark.parametrize("text", ["1" * 9000, "one thousand and " * 400, "$" * 900 + "5", "1,000," * 300])
def test_what_a_machine_left_does_no_harm(text: str) -> None:
    assert all(found.value is not None and found.value < 1e30 for found in find_quantities(text, (), MEASURES))


def test_numbers_of_times_are_left_to_them() -> None:
    text = "On Oct. 24 5 men left."
    times = [Finding(start=3, end=10, kind="time", finder="date")]
    assert [text[f.start : f.end] for f in find_quantities(text, (), MEASURES, times)] == ["5"]


PIECES = re.findall(
    r"\S+",
    "a an one two twenty-one hundred thousand million and half of the 5 12.5 3,000 $ € % km m to - or 1/2 ½ people",
)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
    | st.text(alphabet="0123456789,.$%-/ abcm½", max_size=40)
    | st.text(max_size=60)
)
def test_any_text_gives_values_inside_it(text: str) -> None:
    last = 0
    for found in find_quantities(text, (), MEASURES):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        assert found.value is not None
        assert found.value_max is None or found.value < found.value_max


@settings(deadline=None)
@given(st.integers(0, 999_999))
def test_words_of_a_number_give_it_back(number: int) -> None:
    assert words_value(spelled(number)) == number


SMALL: list[str] = re.findall(
    r"\S+",
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(number: int) -> str:
    """A number below a million in English words."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{SMALL[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    return f"{spelled(number // 1000)} thousand" + (f" {spelled(number % 1000)}" if number % 1000 else "")
