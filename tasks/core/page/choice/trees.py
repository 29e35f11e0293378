"""Scores of blocks by oblivious decision trees: small tables, read with a few array operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tasks.core.page.choice.features import Matrix

_DEPTH = 6  # levels of the trees; shallower ones are padded
_AT_ONCE = 4096  # rows, of 5 kB each while they are scored


class Trees:
    """A sum of trees; each asks one question a level, so that the answers are the bits of a leaf's number."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: `bias`, and `trees`, each with `splits` (column, border) and 2^n `leaves`, first split lowest bit."""
        trees: Sequence[Mapping[str, Any]] = data["trees"]
        padding = [(0, float("inf"))] * _DEPTH
        levels = list(zip(*([*map(tuple, tree["splits"]), *padding][:_DEPTH] for tree in trees), strict=True))
        questions = sorted({question for level in levels for question in level})  # half of them are asked again
        place = {question: index for index, question in enumerate(questions)}
        self.bias = float(data["bias"])
        self.columns = np.array([column for column, _ in questions], np.intp)
        self.borders = np.array([[border] for _, border in questions], np.float32)
        self.asked = np.array([[place[question] for question in level] for level in reversed(levels)], np.intp)
        leaves = np.zeros((len(trees), 1 << _DEPTH), np.float32)
        for row, tree in enumerate(trees):
            leaves[row, : len(tree["leaves"])] = tree["leaves"]
        self.leaves = leaves.ravel()
        self.starts = (np.arange(len(trees)) << _DEPTH).astype(np.min_scalar_type(leaves.size))[:, None]

    def chances(self, rows: Matrix) -> npt.NDArray[np.float32]:
        """The probability of each row, 0 to 1."""
        table = np.ascontiguousarray(rows.T)
        parts = [self._scores(table[:, first : first + _AT_ONCE]) for first in range(0, len(rows), _AT_ONCE)]
        result: npt.NDArray[np.float32] = (1 / (1 + np.exp(-np.concatenate(parts)))).astype(np.float32)
        return result

    def _scores(self, table: Matrix) -> npt.NDArray[np.float32]:
        answers = (table.take(self.columns, axis=0) > self.borders).view(np.uint8)
        leaf, *levels = answers.take(self.asked, axis=0)  # one take for all: two thirds of the time of six
        for level in levels:
            leaf = leaf + leaf | level
        scores: npt.NDArray[np.float32] = self.leaves.take(leaf + self.starts).sum(axis=0) + self.bias
        return scores
