"""Which finding keeps the words that several claim."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tasks.core.facts.finding import Finding
from tasks.core.facts.overlap import PRECEDENCE, settle

SPANS = st.builds(
    lambda start, length, kind: Finding(start=start, end=start + length, kind=kind, finder="test"),
    st.integers(0, 40),
    st.integers(1, 12),
    st.sampled_from(PRECEDENCE),
)


def finding(start: int, end: int, kind: str) -> Finding:
    return Finding(start=start, end=end, kind=kind, finder="test")  # type: ignore[arg-type]  # cases use valid kinds


def kinds(*found: Finding) -> list[str]:
    return [f.kind for f in settle(found)]


def test_the_longer_name_wins() -> None:
    assert kinds(finding(0, 6, "place"), finding(0, 23, "organisation")) == ["organisation"]


def test_a_year_inside_an_event_name_is_no_time() -> None:
    assert kinds(finding(0, 15, "event"), finding(11, 15, "time")) == ["event"]


def test_a_number_inside_a_time_or_designation_is_no_quantity() -> None:
    assert kinds(finding(0, 10, "time"), finding(5, 7, "quantity")) == ["time"]
    assert kinds(finding(0, 5, "equipment"), finding(2, 5, "quantity")) == ["equipment"]


def test_a_quantity_may_hold_what_it_counts() -> None:
    assert kinds(finding(0, 19, "quantity"), finding(3, 10, "place")) == ["quantity", "place"]


@given(st.lists(SPANS, max_size=20))
def test_names_do_not_overlap_and_nothing_is_made_up(found: list[Finding]) -> None:
    settled = settle(found)
    assert all(f in found for f in settled)
    named = [f for f in settled if f.kind != "quantity"]
    assert all(a.end <= b.start for a, b in pairwise(named))


@given(st.lists(SPANS, max_size=20))
def test_settling_twice_changes_nothing(found: list[Finding]) -> None:
    assert settle(settle(found)) == settle(found)
