"""Where a text breaks off: the lines that ask to pay for the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tasks.core.page.markup.block import Block
from tasks.core.page.verdict.paid import asks_to_pay, is_wall

_BEGINNING = 2000  # code points of a text that breaks off at most
_LAST, _FOLLOWING = 4, 8  # lines in which the rest is offered: the last of a text, those below the first such line
_SHORT, _ASKING = 500, 150  # code points of a line that asks: of the last ones, of others


def withheld(blocks: Sequence[Block], places: Sequence[int]) -> Sequence[int]:
    """Which of the text's lines, given by their places, ask to pay for the rest of it or stand below such a line."""
    sizes = [*accumulate(len(blocks[index].text) for index in places)]
    texts = [blocks[index].text for index in places]
    boxes = [blocks[index].frame.parent for index in places]
    first = [i for i in range(1, len(places)) if boxes[i] is not boxes[i - 1]]  # a wall is a box of its own
    first = [i for i in first if sizes[i] <= _BEGINNING and len(texts[i]) <= _ASKING]
    last = _last(texts) if sizes and sizes[-1] <= _BEGINNING else []
    asking = dict.fromkeys(first + last)
    if not asking or not asks_to_pay("\n".join([texts[i] for i in asking])):  # as nearly all: told in one step
        return []
    for i in last:
        rest = sizes[-1] - sizes[i - 1]
        if asks_to_pay(texts[i]) and (len(places) - i <= _LAST or 2 * rest < sizes[-1]):
            return places[i:]
    walls = (i for i in first if is_wall(texts[i], texts[i + 1 : i + 1 + _FOLLOWING]))
    wall = next(walls, None)
    return places[wall:] if wall else []


def _last(texts: Sequence[str]) -> list[int]:
    """The lines at a text's end that may ask, all but the first of a text."""
    longest = {i: _SHORT if i >= len(texts) - _LAST else _ASKING for i in range(len(texts) - _FOLLOWING, len(texts))}
    return [i for i in longest if i > 0 and len(texts[i]) < longest[i]]
