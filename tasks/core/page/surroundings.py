"""What is measured around a block: blocks of its kind, the heading above, the text, articles in articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from string import digits

import numpy as np

from tasks.core.page.blocks import Block
from tasks.core.page.elements import HEADINGS
from tasks.core.page.layout import Floats, Ints, Layout
from tasks.core.text import listing

NAMES = listing(
    "nest kind_count kind_size kind_linked kind_part from_first from_last within "
    "under_call under_share under_also under_byline under_distance under_level under_else "
    "under_link titles"
)
_ELSE = re.compile(
    r"related|recommend|comment|about|author|more |also|latest|popular|newsletter|share|follow|reference|source|reply|"
    r"subscribe|trending|recent|tags|categor|posts|stories|news|read next|contact|join",
    re.IGNORECASE,
)
_NO_DIGITS = str.maketrans("", "", digits)
_LONGEST = 60  # code points of a heading that leads elsewhere
_FAR = 50  # blocks
_TITLES = 4
_NEVER = 99  # blocks below no heading at all


def surroundings(blocks: Sequence[Block], layout: Layout, kinds: Ints) -> Floats:
    """(blocks, `NAMES`); `kinds` are those of `phrases`."""
    place = np.arange(len(blocks))
    best = np.flatnonzero(layout.box == layout.best)
    first, last = (best[0], best[-1]) if len(best) else (0, 0)
    columns = [
        _nesting(layout)[layout.frame],
        *_of_kind(layout),
        np.clip(place - first, -_FAR, _FAR),
        np.clip(place - last, -_FAR, _FAR),
        (place >= first) & (place <= last),
        *_below_headings(blocks, kinds),
    ]
    return np.stack(columns, axis=1).astype(float)


def _nesting(layout: Layout) -> Ints:
    """How many articles each element stands in, less those the best container stands in: teasers are often articles."""
    depth: list[int] = []
    for frame, parent in zip(layout.frames, layout.parent, strict=True):
        depth.append((depth[parent] if depth else 0) + (frame.tag == "article"))
    return np.array(depth) - depth[layout.best]


def _of_kind(layout: Layout) -> list[Floats]:
    """How many blocks are of each block's kind, how long and how much linked they are, and their part of the text."""
    looks: dict[tuple[str, str], int] = {}
    look = [looks.setdefault((frame.tag, without_digits(frame.names)), len(looks)) for frame in layout.frames]
    kind = np.array(look) * len(looks) + np.array(look)[layout.parent]
    of_block = np.unique(kind[layout.frame], return_inverse=True)[1]
    texts = layout.texts
    count, size, linked, plain = (np.bincount(of_block, held) for held in (None, texts.size, texts.linked, texts.plain))
    measured = np.log1p(count), size / np.maximum(1, count), linked / np.maximum(1, size), plain / max(1, plain.sum())
    return [values[of_block] for values in measured]


@lru_cache(maxsize=20_000)
def without_digits(names: str) -> str:
    """Names without the numbers that tell one post from the next."""
    return names.translate(_NO_DIGITS) if names else ""


def _below_headings(blocks: Sequence[Block], kinds: Ints) -> list[Ints]:
    """What the heading above each block sounds like, how far up it stands, its level, whether it leads elsewhere or
    is a link, and how many of the first level there were: pages that scroll on and on hold many articles.
    """
    levels = np.array([HEADINGS.get(block.frame.tag, 0) for block in blocks])
    place = np.arange(len(blocks))
    at = np.maximum.accumulate(np.where(levels > 0, place, -1))
    leads = np.zeros(len(blocks) + 1, int)
    for index in np.flatnonzero(levels).tolist():
        text = blocks[index].text
        leads[index] = len(text) < _LONGEST and _ELSE.search(text) is not None
    linked = np.array([block.linked * 2 > len(block.text) for block in blocks])
    told = np.where(at >= 0, kinds[at], 0)
    return [
        told & 3 > 0,
        told >> 2 & 1,
        told >> 4 & 1,
        told >> 5 & 1,
        np.where(at >= 0, np.minimum(_NEVER, place - at), _NEVER),
        np.where(at >= 0, levels[at], 0),
        np.where(at >= 0, leads[at], 0),
        np.where(at >= 0, linked[at], 0),
        np.minimum(_TITLES, np.cumsum(levels == 1)),
    ]
