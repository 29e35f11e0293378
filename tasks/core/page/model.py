"""Which blocks of a page are the article's, as learned from pages whose articles people marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tasks.core.page.blocks import Block, Frame
from tasks.core.page.features import Hints, columns, measure
from tasks.core.page.trees import Trees

_LIKELY = 0.55  # between the optima of marked pages (0.5) and news pages not trained on (0.6)
_DOUBTFUL = 0.2
_HARDLY_A_TEXT = 250  # code points
_BEGINNING = 60  # code points
_NEVER = columns("apart_n_never tag_figcaption")


class BlockModel:
    """What `training/article` learned: the weight of each word of class names, and trees over a block's features."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: `names` (word to weight) and what `Trees` needs."""
        self.names: dict[str, float] = data["names"]
        self.trees = Trees(data)

    def choose(self, blocks: Sequence[Block], hints: Hints) -> list[bool]:
        """Which blocks are the article's; the doubtful ones too where hardly a text would be left."""
        if not blocks:
            return []
        rows = measure(blocks, self.names, hints)
        chances = np.where(rows[:, _NEVER].any(axis=1), 0, self.trees.chances(rows))
        chosen = chances > _LIKELY
        sizes = np.array([len(block.text) for block in blocks])
        if sizes[chosen].sum() < _HARDLY_A_TEXT and sizes[chances > _DOUBTFUL].sum() > 2 * _HARDLY_A_TEXT:
            chosen = chances > _DOUBTFUL
        return _without_copies(blocks, [bool(is_chosen) for is_chosen in chosen])


def _without_copies(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Long blocks that begin like a chosen one in another container are its copies: hidden texts, teasers."""
    begun: dict[str, Frame | None] = {}
    for index, block in enumerate(blocks):
        start = block.text[:_BEGINNING]
        if chosen[index] and len(start) == _BEGINNING:
            chosen[index] = begun.setdefault(start, block.frame.container) is block.frame.container
    return chosen
