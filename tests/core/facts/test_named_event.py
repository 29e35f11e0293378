"""Names of events: what is one, what only looks like one, and the same name said again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.facts.named_event import find_named_events

CASES = [
    ("Troops left for the Amber Wind 2021 exercises.", ["Amber Wind 2021"]),
    ("The NORTH-2020 naval drills ended.", ["NORTH-2020"]),
    ("Both fought in the Chaco War.", ["Chaco War"]),
    ("Operation Silver Gate began.", ["Operation Silver Gate"]),
    ("Guests of the Lima Climate Summit left.", ["Lima Climate Summit"]),
    ("The 'Amber Wind' games follow Amber Wind 2021.", ["Amber Wind 2021", "Amber Wind 2021"]),
    ("In October 2019 nothing happened.", []),
    ("On Monday War and Peace was shown.", []),
    ("It rained in May 2019.", []),
    ("He won Sunday's Lisbon Grand Prix.", ["Lisbon Grand Prix"]),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_names(text: str, names: list[str]) -> None:
    assert [f.name for f in find_named_events(text, [])] == names


@given(st.text(max_size=400))
def test_never_raises_and_stays_inside(text: str) -> None:
    last = 0
    for finding in find_named_events(text, []):
        assert last <= finding.start < finding.end <= len(text)
        last = finding.end
