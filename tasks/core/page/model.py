"""Which blocks of a page are the article's, as learned from pages whose articles people marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress, count
from typing import Any

import numpy as np
import numpy.typing as npt

from tasks.core.page.choice.between import with_lines_between
from tasks.core.page.choice.copies import without_copies
from tasks.core.page.choice.entries import with_entries
from tasks.core.page.choice.features import NEVER_THERE
from tasks.core.page.choice.measured import measure
from tasks.core.page.choice.rows import with_whole_rows, without_other_cells
from tasks.core.page.choice.trees import Trees
from tasks.core.page.margins.corrections import with_corrections
from tasks.core.page.margins.find import without_margins
from tasks.core.page.margins.lines import captioned, heads_others, is_call, is_quoted_post
from tasks.core.page.markup.block import Block, size_of
from tasks.core.page.markup.elements import BUTTON, FIGURE, FOOTER, FORM, HEADER, HEADINGS, LIST, NAV, TABLE
from tasks.core.page.markup.frames import Frame
from tasks.core.page.markup.names import Weights

_ENOUGH = 0.6  # part of the F1 to be expected; half is best in theory, more leaves out what stands beside news
_LEAST = 0.3
_ALL_BUT_SURE = 0.9
_ENTRY = 40  # code points
_TEASER = 100  # code points
_HEADLINE = 12  # code points; ideographs say in one what others say in three
_LONGEST_CAPTION = 700  # code points
_NO_PARAGRAPH = frozenset(("div", "span", "section"))
_CONTROLS = FORM | BUTTON
_MENUS = NAV | FOOTER | HEADER | LIST | TABLE


class BlockModel:
    """What `training/article` learned: the weight of each word of class names, and trees over a block's features."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: `names` (word to weight) and what `Trees` needs."""
        self.names = Weights(data["names"])
        self.trees = Trees(data)

    def choose(self, blocks: Sequence[Block], title: str) -> list[bool]:
        """Which blocks are the article's, which bears a `title` (empty if unknown)."""
        chosen = [False] * len(blocks)
        read = [index for index, block in enumerate(blocks) if not is_menu(block)]
        for index, is_chosen in zip(read, self._choose([blocks[index] for index in read]), strict=True):
            chosen[index] = is_chosen
        chosen = with_lines_between(blocks, with_entries(blocks, without_other_cells(blocks, chosen)))
        chosen = with_whole_rows(blocks, without_copies(blocks, without_calls(blocks, chosen)))
        chosen = _with_quoted_posts(blocks, chosen)
        return with_corrections(blocks, without_margins(blocks, chosen, title))

    def _choose(self, blocks: Sequence[Block]) -> Sequence[bool]:
        if not blocks:
            return []
        rows = measure(blocks, self.names)
        chances = self.trees.chances(rows)
        is_furniture = rows[:, NEVER_THERE] > 0
        is_furniture |= [block.frame.tag == "figcaption" for block in blocks]
        chances[is_furniture & (chances < _ALL_BUT_SURE)] = 0
        sizes = np.array([len(block.text) for block in blocks])
        is_chosen: list[bool] = (chances > _threshold(chances, sizes)).tolist()
        return is_chosen


def _threshold(chances: npt.NDArray[np.float32], sizes: npt.NDArray[np.intp]) -> float:
    """The chance from which on a block is kept: less on pages where little is sure.

    What a block adds to the F1 of the whole depends on the F1 that can be had: see Z. C. Lipton, C. Elkan and
    B. Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure, 2014.
    """
    order = (-chances).argsort()
    hits = (chances * sizes)[order].cumsum()
    expected = 2 * hits / (sizes[order].cumsum() + hits[-1])
    return max(_LEAST, _ENOUGH * float(expected.max()))


def is_menu(block: Block) -> bool:
    """Whether a block is a link in a menu, a list, or by itself, or a form's or button's label: not worth measuring.

    That is half of all blocks. Of a hundred of them, two are the article's, by the pages people marked.
    """
    size, flags = len(block.text), block.frame.flags
    if block.linked * 10 >= 9 * size:
        return size <= (_TEASER if block.frame.tag in _NO_PARAGRAPH else _ENTRY if flags & _MENUS else 0)
    return size <= _ENTRY and flags & _CONTROLS > 0


def without_calls(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Without captions, calls to other pages, and the links that stand below the heading of a list of them."""
    captions = _in_captions(blocks, chosen)
    label: Block | None = None  # of the list that goes on
    end = _prose_end(blocks, chosen)
    for index in [*compress(count(), chosen)]:
        block = blocks[index]
        is_link = block.linked * 10 > 7 * len(block.text) or (index > end and _is_teaser(block))
        if is_link and label is None and index and not chosen[index - 1] and heads_others(blocks[index - 1]):
            label = blocks[index - 1]
        if heads_others(block):
            label = block
        elif label is not None and not (is_link and _may_list(label, block)):
            label = None
        chosen[index] = not (label or is_call(block) or index in captions)
    return chosen


def _prose_end(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    """The place of the last chosen block that is no item of a list."""
    return next((i for i in reversed(range(len(blocks))) if chosen[i] and blocks[i].frame.tag != "li"), -1)


def _is_teaser(block: Block) -> bool:
    """Whether an item of a list begins with a link of a headline's length, as teasers below one do."""
    start, end, _ = block.anchors[0] if block.anchors else (1, 0, "")
    return start == 0 and block.frame.tag == "li" and end >= _HEADLINE


def _may_list(label: Block, block: Block) -> bool:
    """Whether a line can belong to the list below a label: a heading does where the label is one."""
    return block.frame.tag not in HEADINGS or label.frame.tag in HEADINGS


def _in_captions(blocks: Sequence[Block], chosen: Sequence[bool]) -> set[int]:
    """The blocks in a `figcaption`, but for one that was never closed and holds a whole text."""
    held: dict[Frame, list[int]] = {}
    for index in compress(count(), chosen):
        if blocks[index].frame.flags & FIGURE and (caption := captioned(blocks[index])):
            held.setdefault(caption, []).append(index)
    small = (own for own in held.values() if size_of(blocks, own) <= _LONGEST_CAPTION)
    return {index for own in small for index in own}


def _with_quoted_posts(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """With the posts of social networks that stand inside the text: it quotes them."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen]
    for index in range(places[0], places[-1]) if places else ():
        chosen[index] = chosen[index] or is_quoted_post(blocks[index])
    return chosen
