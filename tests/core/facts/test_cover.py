"""Spans joined into stretches answer as the spans themselves would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tasks.core.facts.speech.cover import Cover

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_holds_what_overlaps_any_span(spans: list[tuple[int, int]], span: tuple[int, int]) -> None:
    assert Cover(spans).holds(span) == any(start < span[1] and span[0] < end for start, end in spans)
