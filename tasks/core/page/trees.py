"""Scores of blocks by oblivious decision trees: small tables, read with a few array operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tasks.core.page.features import Matrix

_DEPTH = 6  # levels of the trees; shallower ones are padded


class Trees:
    """A sum of trees; each asks one question a level, so that the answers are the bits of a leaf's number."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: `bias`, and `trees`, each with `splits` (column, border) and 2^n `leaves`, first split lowest bit."""
        trees: Sequence[Mapping[str, Any]] = data["trees"]
        self.bias = float(data["bias"])
        self.columns = np.zeros((len(trees), _DEPTH), np.intp)
        self.borders = np.full((len(trees), _DEPTH), np.inf, np.float32)
        self.leaves = np.zeros((len(trees), 1 << _DEPTH), np.float32)
        for row, tree in enumerate(trees):
            for level, (column, border) in enumerate(tree["splits"]):
                self.columns[row, level] = column
                self.borders[row, level] = border
            self.leaves[row, : len(tree["leaves"])] = tree["leaves"]
        self.starts = (np.arange(len(trees)) << _DEPTH).astype(np.intp)

    def chances(self, rows: Matrix) -> npt.NDArray[np.float32]:
        """The probability of each row, 0 to 1."""
        answers = rows[:, self.columns] > self.borders
        leaf = np.packbits(answers, axis=2, bitorder="little")[:, :, 0]
        scores = self.leaves.ravel()[leaf + self.starts].sum(axis=1) + self.bias
        result: npt.NDArray[np.float32] = (1 / (1 + np.exp(-scores))).astype(np.float32)
        return result
