"""What is measured of each block: its words, the elements around it, its neighbours, its place on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import log1p
from struct import Struct

import numpy as np
import numpy.typing as npt

from tasks.core.page.choice.layout import Layout
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.markup.names import NEVER, TEXT, Weights, without_digits
from tasks.core.text import listing

Matrix = npt.NDArray[np.float32]
Row = tuple[float, ...]
_FINAL = frozenset(".!?…:;。？！।॥؟۔։።")
_CLOSING = "\"'”’»)]"
FAR = 50  # blocks from the best container's
BEFORE_TITLE, BEHIND_TITLE, NO_TITLE = -50, 200, 300  # blocks
NO_HEADING = 99  # blocks
# The columns of a row, in order. These are a quarter of those tried: without the others, pages of sites not trained on
# are read as well.
COLUMNS = listing(
    "size linked final tag_pre place before copies best_size best_part rivals blocks "
    "low high depth nest apart_low up steps above_low above_high box_low box_high outer_low outer_high "
    "apart_text apart_never box_size box_linked box_count box_share box_plain outer_linked box_density "
    "kind_count kind_size kind_part from_first from_last within since_title since_heading "
    "low_before high_before low_behind high_behind"
)
NEVER_THERE = COLUMNS.index("apart_never")
_ROW = Struct(f"{len(COLUMNS)}f")
_NOTHING = (0.0, 0.0)  # beyond the first and the last block


def measure(blocks: Sequence[Block], weights: Weights) -> Matrix:
    """One row of features for each block, of the columns `COLUMNS`.

    Raises:
        ValueError: there is no block.
    """
    if not blocks:
        raise ValueError("no blocks to measure: give one at least")
    layout = Layout(blocks, weights)
    texts, frames = layout.texts, layout.frame
    page, copies = _page(layout), Counter(texts.lines)
    boxes = dict(zip(used := set(layout.box), _boxes(layout, used), strict=True))
    kinds = _kinds(layout)
    places = _places(blocks, layout)
    around = [_NOTHING, *[layout.inherited[frame][:2] for frame in frames], _NOTHING]
    whole, before = sum(texts.size), 0
    table = bytearray()
    for place, (block, frame, size) in enumerate(zip(blocks, frames, texts.size, strict=True)):
        named, held = boxes[layout.box[place]]
        line, apart = block.text, block.frame.flags & ~layout.shared[frame]
        table += _ROW.pack(
            log1p(size), texts.linked[place] / size, is_final(line), block.frame.tag == "pre",
            place / len(blocks), before / whole, min(5, copies[line]), *page,
            *layout.inherited[frame], *layout.own[layout.parent[frame]], *named,
            apart & TEXT > 0, apart & NEVER > 0, *held,
            *kinds[place], *places[place], *around[place], *around[place + 2],
        )  # fmt: skip
        before += size
    return np.frombuffer(table, np.float32).reshape(-1, len(COLUMNS))


def is_final(line: str) -> bool:
    """Whether a sentence ends at the end of a line, whatever closes behind it."""
    return line[-1] in _FINAL or (line[-1] in _CLOSING and line.rstrip(_CLOSING)[-1:] in _FINAL)


def _page(layout: Layout) -> Row:
    """What the page holds: `best_size` to `blocks`."""
    best = layout.plain[layout.best]
    rivals = sum([plain * 3 > best for plain in layout.plain]) - (best > 0)
    return log1p(best), best / max(1, sum(layout.plain)), min(20, rivals), log1p(len(layout.frame))


def _boxes(layout: Layout, boxes: Iterable[int]) -> Iterator[tuple[Row, Row]]:
    """Of containers: `box_low` to `outer_high`, and `box_size` to `box_density`."""
    texts, best = layout.texts, max(1, layout.plain[layout.best])
    sizes, linked, plain = ([*accumulate(held, initial=0)] for held in (texts.size, texts.linked, texts.plain))
    for box in boxes:
        outer, size, own = layout.outer[box], layout.size[box], layout.plain[box]
        first, last = layout.first[outer], layout.last[outer]
        outer_linked = (linked[last] - linked[first]) / max(1, sizes[last] - sizes[first])
        first, last = layout.first[box], layout.last[box]
        density = (plain[last] - plain[first]) / max(1, sizes[last] - sizes[first])
        held = (
            log1p(size), layout.linked[box] / max(1, size), min(50, layout.count[box]), own / best, log1p(own),
            outer_linked, density,
        )  # fmt: skip
        yield (*layout.own[box], *layout.own[outer]), held


def _kinds(layout: Layout) -> list[Row]:
    """How many blocks are of each block's kind, how long they are, and their part of the text."""
    looks: dict[tuple[str, str], int] = {}
    look = [looks.setdefault((frame.tag, without_digits(frame.names)), len(looks)) for frame in layout.frames]
    of_block = [(look[frame], look[layout.parent[frame]]) for frame in layout.frame]
    held = {kind: [0, 0, 0] for kind in of_block}
    for kind, size, plain in zip(of_block, layout.texts.size, layout.texts.plain, strict=True):
        own = held[kind]
        own[0] += 1
        own[1] += size
        own[2] += plain
    whole = max(1, sum(layout.texts.plain))
    rows = {kind: (log1p(count), size / count, plain / whole) for kind, (count, size, plain) in held.items()}
    return [rows[kind] for kind in of_block]


def _places(blocks: Sequence[Block], layout: Layout) -> list[Row]:
    """How far each block is from the best container's first and last, the first title (negative before it), and the
    heading above it.
    """
    best = [place for place, box in enumerate(layout.box) if box == layout.best] or [0]
    first, last = best[0], best[-1]
    levels = [HEADINGS.get(block.frame.tag, 0) for block in blocks]
    title = levels.index(1) if 1 in levels else None
    heading = -NO_HEADING
    rows: list[Row] = []
    for place, level in enumerate(levels):
        heading = place if level else heading
        since = NO_TITLE if title is None else max(BEFORE_TITLE, min(BEHIND_TITLE, place - title))
        from_first, from_last = max(-FAR, min(FAR, place - first)), max(-FAR, min(FAR, place - last))
        rows.append((from_first, from_last, first <= place <= last, since, min(NO_HEADING, place - heading)))
    return rows
