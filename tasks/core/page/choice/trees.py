"""Chances of blocks by oblivious decision trees, as they were learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tasks.core.page.choice.features import Matrix
from tasks.core.page.choice.scores import Scores

try:
    from tasks.core.page.choice.fast_scores import scores
except ImportError:
    from tasks.core.page.choice.scores import scores

_DEPTH = 6  # levels of the trees; shallower ones are padded


class Trees:
    """A sum of trees; each asks one question a level, so that the answers are the bits of a leaf's number."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: `bias`, and `trees`, each with `splits` (column, border) and 2^n `leaves`, first split lowest bit."""
        trees: Sequence[Mapping[str, Any]] = data["trees"]
        padding = [(0, float("inf"))] * _DEPTH
        asked = [[*map(tuple, tree["splits"]), *padding][_DEPTH - 1 :: -1] for tree in trees]
        questions = sorted({question for tree in asked for question in tree})  # half of them are asked again
        place = {question: index for index, question in enumerate(questions)}
        self.bias = float(data["bias"])
        self.columns = np.array([column for column, _ in questions], np.intp)
        self.borders = np.array([border for _, border in questions], np.float32)
        self.asked = np.array([[place[question] for question in tree] for tree in asked], np.intp)
        self.leaves = np.zeros((len(trees), 1 << _DEPTH), np.float32)
        for row, tree in enumerate(trees):
            self.leaves[row, : len(tree["leaves"])] = tree["leaves"]

    def chances(self, rows: Matrix) -> Scores:
        """The probability of each row, 0 to 1."""
        found = scores(rows, self.columns, self.borders, self.asked, self.leaves) + self.bias
        result: Scores = (1 / (1 + np.exp(-found))).astype(np.float32)
        return result
