"""Which blocks of a page are the article's, as learned from pages whose articles people marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tasks.core.page.blocks import Block, Frame
from tasks.core.page.elements import BUTTON, FOOTER, FORM, HEADER, LIST, NAV, TABLE
from tasks.core.page.features import Hints, columns, measure
from tasks.core.page.names import Weights
from tasks.core.page.trees import Trees

_LIKELY = 0.6  # above the optimum of the marked pages (0.55): news has more text beside it that is not the article
_DOUBTFUL = 0.2
_HARDLY_A_TEXT = 250  # code points
_ENTRY = 40  # code points
_TEASER = 100  # code points
_NO_PARAGRAPH = frozenset(("div", "span", "section"))
_CONTROLS = FORM | BUTTON
_MENUS = NAV | FOOTER | HEADER | LIST | TABLE
_BEGINNING = 60  # code points
_LONGEST_LINE = 200  # code points
_LONGER_THAN_PARAGRAPHS = 2_000  # code points
_PROBES, _PROBE = 16, 40  # places, and code points at each, by which a long block is sought in the others
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEVER = columns("apart_n_never tag_figcaption")


class BlockModel:
    """What `training/article` learned: the weight of each word of class names, and trees over a block's features."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: `names` (word to weight) and what `Trees` needs."""
        self.names = Weights(data["names"])
        self.trees = Trees(data)

    def choose(self, blocks: Sequence[Block], hints: Hints) -> list[bool]:
        """Which blocks are the article's; the doubtful ones too where hardly a text would be left."""
        chosen = [False] * len(blocks)
        read = [index for index, block in enumerate(blocks) if not is_menu(block)]
        for index, is_chosen in zip(read, self._choose([blocks[index] for index in read], hints), strict=True):
            chosen[index] = bool(is_chosen)
        return without_copies(blocks, chosen)

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
    """Whether a block is a link in a menu, a list, or by itself, or a form's or button's label: not worth measuring.

    That is half of all blocks. Of a hundred of them, two are the article's, by the pages people marked.
    """
    size, flags = len(block.text), block.frame.flags
    if block.linked * 10 >= 9 * size:
        return size <= (_TEASER if block.frame.tag in _NO_PARAGRAPH else _ENTRY if flags & _MENUS else 0)
    return size <= _ENTRY and flags & _CONTROLS > 0


def without_copies(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Of chosen blocks that begin alike in different containers the first stays: the others are hidden texts, teasers.

    A heading gives way to the paragraph it repeats. A lone copy of the same kind of element is the text's own: each of
    many people is asked the same question.
    """
    begun: dict[str, int] = {}
    copies: dict[int, int] = {}
    for index, block in enumerate(blocks):
        start = block.text[:_BEGINNING]
        if chosen[index] and len(start) == _BEGINNING:
            earlier = begun.setdefault(start, index)
            if block.frame.container is not blocks[earlier].frame.container:
                copies[index] = earlier
    order = [index for index, block in enumerate(blocks) if chosen[index] and len(block.text) >= _BEGINNING]
    for before, index, behind in zip([-1, *order], order, [*order[1:], -1], strict=False):
        if index not in copies:
            continue
        first = blocks[copies[index]].frame
        if first.tag in _HEADINGS and blocks[index].frame.tag not in _HEADINGS:
            chosen[copies[index]] = False
        elif before in copies or behind in copies or not _recurs(blocks[index], first):
            chosen[index] = False
    return _without_second_texts(blocks, chosen)


def _without_second_texts(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Without blocks as long as a text whose words the others hold already: the text kept for a machine."""
    long = [index for index, block in enumerate(blocks) if chosen[index] and len(block.text) > _LONGER_THAN_PARAGRAPHS]
    for index in long:
        text = blocks[index].text
        others = " ".join([block.text for at, block in enumerate(blocks) if chosen[at] and at != index])
        probes = [text[at : at + _PROBE] for at in range(0, len(text) - _PROBE, len(text) // _PROBES)]
        if sum(probe in others for probe in probes) * 2 > len(probes):
            chosen[index] = False
    return chosen


def _recurs(block: Block, first: Frame) -> bool:
    """Whether a block that repeats one in the frame `first` is a line that may recur in a text."""
    return len(block.text) < _LONGEST_LINE and (first.tag, first.names) == (block.frame.tag, block.frame.names)
