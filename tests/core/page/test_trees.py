"""Scores of rows by trees small enough to read, whatever the number of rows."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tasks.core.page.choice.trees import Trees

# The second asks fewer questions, and one of the first's again.
TREES = Trees(
    {
        "bias": 0.5,
        "trees": [
            {"splits": [[0, 1.5], [1, 0.5]], "leaves": [1.0, 2.0, 3.0, 4.0]},
            {"splits": [[1, 0.5]], "leaves": [-0.25, 0.25]},
        ],
    }
)


@pytest.mark.parametrize(
    ("row", "score"),
    [
        pytest.param((0, 0), 0.5 + 1.0 - 0.25, id="no, no"),
        pytest.param((2, 0), 0.5 + 2.0 - 0.25, id="the first split is the lowest bit"),
        pytest.param((0, 1), 0.5 + 3.0 + 0.25, id="both trees' question"),
        pytest.param((2, 1), 0.5 + 4.0 + 0.25, id="yes, yes"),
        pytest.param((1.5, 0.5), 0.5 + 1.0 - 0.25, id="a border itself is not above it"),
    ],
)
def test_scores(row: tuple[float, float], score: float) -> None:
    assert TREES.chances(np.array([row], np.float32)).tolist() == pytest.approx([1 / (1 + math.exp(-score))])


def test_many_rows_are_scored_as_each_alone() -> None:
    rows = np.array([(number % 3, number % 2) for number in range(10_000)], np.float32)
    alone = {tuple(row): TREES.chances(row[None])[0] for row in rows[:6]}
    assert TREES.chances(rows).tolist() == [alone[tuple(row)] for row in rows]
