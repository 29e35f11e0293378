"""What is measured of each block: its words, the elements around it, its neighbours, its place on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from tasks.core.page.choice.layout import Layout
from tasks.core.page.choice.letters import Texts, ints
from tasks.core.page.markup.blocks import Block
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.markup.names import NEVER, TEXT, Weights, without_digits
from tasks.core.text import listing

Matrix = npt.NDArray[np.float32]
Column = npt.NDArray[np.generic] | float
_FINAL = frozenset(".!?…:;。？！।॥؟۔։።")
_CLOSING = "\"'”’»)]"
_FAR = 50  # blocks from the best container's
_BEFORE_TITLE, _BEHIND_TITLE, _NO_TITLE = -50, 200, 300  # blocks
_NO_HEADING = 99  # blocks
# The columns of a row, in order. These are a quarter of those tried: without the others, pages of sites not trained on
# are read as well.
COLUMNS = listing(
    "size linked final tag_pre place before copies best_size best_part rivals blocks "
    "low high depth nest apart_low up steps above_low above_high box_low box_high outer_low outer_high "
    "apart_text apart_never box_size box_linked box_count box_share box_plain outer_linked box_density "
    "kind_count kind_size kind_part from_first from_last within since_title since_heading "
    "low_before high_before low_behind high_behind"
)
_LOW, _BEFORE, _BEHIND = map(COLUMNS.index, ("low", "low_before", "low_behind"))
NEVER_THERE = COLUMNS.index("apart_never")


def measure(blocks: Sequence[Block], weights: Weights) -> Matrix:
    """One row of features for each block, of the columns `COLUMNS`."""
    layout = Layout(blocks, weights)
    # Filled column by column, as the trees read it: whole rows put together from parts took three times as long.
    table = np.zeros((len(COLUMNS), len(blocks)), np.float32)
    columns = chain(
        _words(blocks, layout.texts), _page(layout), _elements(layout), _containers(layout), _kinds(layout),
        _places(blocks, layout),
    )  # fmt: skip
    for number, values in enumerate(columns):
        table[number] = values
    weighed = table[_LOW : _LOW + 2]
    table[_BEFORE:_BEHIND, 1:] = weighed[:, :-1]
    table[_BEHIND:, :-1] = weighed[:, 1:]
    return table.T


def _words(blocks: Sequence[Block], texts: Texts) -> Iterator[Column]:
    """What each block's own words are like."""
    yield np.log1p(texts.size)
    yield texts.linked / texts.size
    yield ints([line[-1] in _FINAL or _is_final(line) for line in texts.lines])
    yield ints([block.frame.tag == "pre" for block in blocks])


def _is_final(line: str) -> bool:
    """Whether a sentence ends at the end of a line, whatever closes behind it."""
    return line[-1] in _CLOSING and line.rstrip(_CLOSING)[-1:] in _FINAL


def _page(layout: Layout) -> Iterator[Column]:
    """Where on the page each block stands, and what the page holds: `place` to `blocks`."""
    lines, size = layout.texts.lines, layout.texts.size
    before = np.cumsum(size)
    yield np.arange(len(lines)) / len(lines)
    yield (before - size) / before[-1]
    seen = Counter(lines)
    yield np.minimum(5, ints([seen[line] for line in lines]))
    best = layout.plain[layout.best]
    yield np.log1p(best)
    yield best / max(1, layout.plain.sum())
    yield min(20, np.count_nonzero(layout.plain * 3 > best) - (best > 0))
    yield np.log1p(len(lines))


def _elements(layout: Layout) -> Iterator[Column]:
    """What the names around each block say, and how it stands to the best container: `low` to `apart_never`."""
    yield from layout.inherited[:, layout.frame]
    for element in (layout.parent[layout.frame], layout.box, layout.outer):
        yield from layout.own[:, element]
    apart = layout.flags & ~layout.shared[layout.frame]
    yield apart & TEXT > 0
    yield apart & NEVER > 0


def _containers(layout: Layout) -> Iterator[Column]:
    """What the container of each block and the one around it hold: `box_size` to `box_density`."""
    texts, box = layout.texts, layout.box
    size, linked, plain = layout.size[box], layout.linked[box], layout.plain[box]
    yield np.log1p(size)
    yield linked / np.maximum(1, size)
    yield np.minimum(50, layout.count)[box]
    yield plain / max(1, layout.plain[layout.best])
    yield np.log1p(plain)
    before = np.zeros((3, len(box) + 1), np.intp)
    np.cumsum((texts.size, texts.linked, texts.plain), axis=1, out=before[:, 1:])
    size, linked, _ = before[:, layout.last[layout.outer]] - before[:, layout.first[layout.outer]]
    yield linked / np.maximum(1, size)
    size, _, plain = before[:, layout.last[box]] - before[:, layout.first[box]]
    yield plain / np.maximum(1, size)


def _kinds(layout: Layout) -> Iterator[Column]:
    """How many blocks are of each block's kind, how long they are, and their part of the text."""
    looks: dict[tuple[str, str], int] = {}
    look = ints([looks.setdefault((frame.tag, without_digits(frame.names)), len(looks)) for frame in layout.frames])
    numbers: dict[int, int] = {}
    kinds = (look * len(looks) + look[layout.parent])[layout.frame].tolist()
    of_block = ints([numbers.setdefault(kind, len(numbers)) for kind in kinds])
    count, size, plain = (np.bincount(of_block, held) for held in (None, layout.texts.size, layout.texts.plain))
    yield np.log1p(count)[of_block]
    yield (size / count)[of_block]
    yield (plain / max(1, plain.sum()))[of_block]


def _places(blocks: Sequence[Block], layout: Layout) -> Iterator[Column]:
    """How far each block is from the best container's first and last, the first title (negative before it), and the
    heading above it.
    """
    place = np.arange(len(blocks))
    best = np.flatnonzero(layout.box == layout.best)
    first, last = (best[0], best[-1]) if len(best) else (0, 0)
    yield np.maximum(-_FAR, np.minimum(_FAR, place - first))
    yield np.maximum(-_FAR, np.minimum(_FAR, place - last))
    yield (place >= first) & (place <= last)
    levels = [HEADINGS.get(block.frame.tag, 0) for block in blocks]
    title = levels.index(1) if 1 in levels else None
    yield _NO_TITLE if title is None else np.maximum(_BEFORE_TITLE, np.minimum(_BEHIND_TITLE, place - title))
    heading = np.maximum.accumulate(np.where(ints(levels) > 0, place, -_NO_HEADING))
    yield np.minimum(_NO_HEADING, place - heading)
