"""What is measured around a block: blocks of its kind, the heading above, the text, articles in articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from tasks.core.page.blocks import Block
from tasks.core.page.elements import HEADINGS
from tasks.core.page.layout import Layout
from tasks.core.page.letters import Ints, ints
from tasks.core.text import listing

NAMES = listing(
    "nest kind_count kind_size kind_linked kind_part from_first from_last within "
    "under_call under_share under_also under_byline under_distance under_level under_else "
    "under_link titles"
)
Column = npt.NDArray[np.generic]
_ELSE = re.compile(
    r"related|recommend|comment|about|author|more |also|latest|popular|newsletter|share|follow|reference|source|reply|"
    r"subscribe|trending|recent|tags|categor|posts|stories|news|read next|contact|join"
)  # small letters: without regard to case the search takes three times as long
# With the letters that stay, for to seek one in vain takes eight times as long.
_NO_DIGITS = {code: None if chr(code).isdigit() else code for code in range(128)}
_LONGEST = 60  # code points of a heading that leads elsewhere
_FAR = 50  # blocks
_TITLES = 4
_NEVER = 99  # blocks below no heading at all


def surroundings(blocks: Sequence[Block], layout: Layout, kinds: Sequence[int]) -> Iterator[Column]:
    """The columns `NAMES`; `kinds` are those of `phrases`."""
    place = np.arange(len(blocks))
    # How many articles each block stands in, less those the best container stands in: teasers are often articles.
    yield (layout.nest - layout.nest[layout.best])[layout.frame]
    yield from _of_kind(layout)
    best = np.flatnonzero(layout.box == layout.best)
    first, last = (best[0], best[-1]) if len(best) else (0, 0)
    yield np.maximum(-_FAR, np.minimum(_FAR, place - first))
    yield np.maximum(-_FAR, np.minimum(_FAR, place - last))
    yield (place >= first) & (place <= last)
    yield from _below_headings(blocks, kinds, layout.levels, place)


def _of_kind(layout: Layout) -> Iterator[Column]:
    """How many blocks are of each block's kind, how long and how much linked they are, and their part of the text."""
    looks: dict[tuple[str, str], int] = {}
    look = ints([looks.setdefault((frame.tag, without_digits(frame.names)), len(looks)) for frame in layout.frames])
    numbers: dict[int, int] = {}
    kinds = (look * len(looks) + look[layout.parent])[layout.frame].tolist()
    of_block = ints([numbers.setdefault(kind, len(numbers)) for kind in kinds])
    texts = layout.texts
    count, size, linked, plain = (np.bincount(of_block, held) for held in (None, texts.size, texts.linked, texts.plain))
    yield np.log1p(count)[of_block]
    yield (size / count)[of_block]
    yield (linked / size)[of_block]
    yield (plain / max(1, plain.sum()))[of_block]


@lru_cache(maxsize=20_000)
def without_digits(names: str) -> str:
    """Names without the numbers that tell one post from the next."""
    return names.translate(_NO_DIGITS)


def _below_headings(blocks: Sequence[Block], kinds: Sequence[int], levels: Ints, place: Ints) -> Iterator[Column]:
    """What the heading above each block sounds like, how far up it stands, its level, whether it leads elsewhere or
    is a link, and how many of the first level there were: pages that scroll on and on hold many articles.
    """
    headings = levels > 0
    told = [(0, 0, 0, 0, -_NEVER, 0, 0, 0)]  # of blocks above the first heading
    for index in np.flatnonzero(headings).tolist():
        block, kind = blocks[index], kinds[index]
        leads = len(block.text) < _LONGEST and _ELSE.search(block.text.lower()) is not None
        is_link = block.linked * 2 > len(block.text)
        level = HEADINGS[block.frame.tag]
        told.append((kind & 3 > 0, kind >> 2 & 1, kind >> 4 & 1, kind >> 5 & 1, index, level, leads, is_link))
    above = np.array(told).T[:, headings.cumsum()]
    above[4] = np.minimum(_NEVER, place - above[4])
    yield from above
    yield np.minimum(_TITLES, (levels == 1).cumsum())
