"""Which blocks of a page are the article's, as learned from pages whose articles people marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tasks.core.page.blocks import Block, Frame
from tasks.core.page.elements import FOOTER, HEADER, LIST, NAV, TABLE
from tasks.core.page.features import Hints, columns, measure
from tasks.core.page.trees import Trees

_LIKELY = 0.6  # above the optimum of the marked pages (0.55): news has more text beside it that is not the article
_DOUBTFUL = 0.2
_HARDLY_A_TEXT = 250  # code points
_ENTRY = 40  # code points
_MENUS = NAV | FOOTER | HEADER | LIST | TABLE
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
        chosen = [False] * len(blocks)
        read = [index for index, block in enumerate(blocks) if not is_menu(block)]
        for index, is_chosen in zip(read, self._choose([blocks[index] for index in read], hints), strict=True):
            chosen[index] = bool(is_chosen)
        return _without_copies(blocks, chosen)

    def _choose(self, blocks: Sequence[Block], hints: Hints) -> Sequence[bool]:
        if not blocks:
            return []
        rows = measure(blocks, self.names, hints)
        chances = np.where(rows[:, _NEVER].any(axis=1), 0, self.trees.chances(rows))
        chosen = chances > _LIKELY
        sizes = np.array([len(block.text) for block in blocks])
        if sizes[chosen].sum() < _HARDLY_A_TEXT and sizes[chances > _DOUBTFUL].sum() > 2 * _HARDLY_A_TEXT:
            chosen = chances > _DOUBTFUL
        return list(chosen)


def is_menu(block: Block) -> bool:
    """Whether a block is a short link in a list, a menu, a header or a footer: half of all, not worth measuring."""
    return len(block.text) <= _ENTRY and block.linked * 10 >= 9 * len(block.text) and block.frame.flags & _MENUS > 0


def _without_copies(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Long blocks that begin like a chosen one in another container are its copies: hidden texts, teasers."""
    begun: dict[str, Frame | None] = {}
    for index, block in enumerate(blocks):
        start = block.text[:_BEGINNING]
        if chosen[index] and len(start) == _BEGINNING:
            chosen[index] = begun.setdefault(start, block.frame.container) is block.frame.container
    return chosen
