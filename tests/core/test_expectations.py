"""Declared expectations: bounds both ways, and declarations that make no sense."""

from __future__ import annotations

from typing import Any

import pytest

from tasks.core.expectations import Expectation, expectations_of, judge

TABLES, MEASURES = ["facts"], ["rows", "outside"]


@pytest.mark.parametrize(
    ("bounds", "measured", "verdict"),
    [
        ({"minimum": 2}, 2, "passed"),
        ({"minimum": 2}, 1, "failed"),
        ({"minimum": 2, "below": "warn"}, 1, "warned"),
        ({"maximum": 2}, 2, "passed"),
        ({"maximum": 2}, 3, "warned"),
        ({"maximum": 2, "above": "stop"}, 3, "failed"),
        ({"minimum": 1, "maximum": 2}, None, "passed"),
    ],
)
def test_verdicts(bounds: dict[str, Any], measured: float | None, verdict: str) -> None:
    assert judge(Expectation("a", "facts", "rows", **bounds), measured) == verdict


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"table": "planets"}, "table is 'planets'; it must be one of facts"),
        ({"measure": "weight"}, "measure is 'weight'"),
        ({"above": "explode"}, "above is 'explode'"),
        ({"maximum": None}, "give a minimum, a maximum, or both"),
        ({"name": "b"}, "are declared twice"),
    ],
)
def test_declarations_that_make_no_sense_are_refused(line: dict[str, Any], said: str) -> None:
    good = {"name": "a", "table": "facts", "measure": "rows", "maximum": 1}
    with pytest.raises(ValueError, match=said):
        expectations_of([{**good, "name": "b"}, {**good, **line}], TABLES, MEASURES)


def test_what_a_measure_asks_for_is_kept() -> None:
    line = {"name": "a", "table": "facts", "measure": "outside", "column": "score", "low": 0, "maximum": 0}
    (made,) = expectations_of([line], TABLES, MEASURES)
    assert made.details == {"column": "score", "low": 0}


def test_a_declaration_without_a_name_says_so() -> None:
    with pytest.raises(ValueError, match="give name, table and measure"):
        expectations_of([{"table": "facts", "maximum": 1}], TABLES, MEASURES)
