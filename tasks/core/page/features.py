"""What is measured of each block: its words, the elements around it, its neighbours, its place on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from tasks.core.page.blocks import Block
from tasks.core.page.layout import Layout
from tasks.core.page.letters import Ints, Texts, ints
from tasks.core.page.names import Weights
from tasks.core.page.phrases import KINDS, kinds_of
from tasks.core.page.surroundings import NAMES, surroundings
from tasks.core.text import listing

Matrix = npt.NDArray[np.float32]
Column = npt.NDArray[np.generic] | float
_FINAL = frozenset(".!?…:;。？！।॥؟۔։።။")
_CLOSING = "\"'”’»)]"
_NO_TITLE, _NO_DESCRIPTION, _SAME = 5, 30, 60  # code points
_TAGS = ("p", "li", "td", "blockquote", "pre", "dt", "dd", "figcaption", "div", "span", "section")
# The columns of a row, in order, before its neighbours' and its surroundings' are added.
_BIT_NAMES = listing(
    "article main header footer aside nav form figure table list quote hidden body button "
    "n_comment n_side n_related n_caption n_promo n_share n_byline n_text n_never"
)
COLUMNS = listing(
    "size linked anchors commas final stops upper digit bold italic after_image title description stated "
    "call legal share date also byline heading "
    "low high own_low own_high above_low above_high box_low box_high outer_low outer_high apart_low apart_high depth "
    "box_size box_linked box_count box_share box_plain outer_linked outer_share outer_part box_part box_density "
    "up steps place before copies best_size best_part rivals blocks"
)
_TAGGED = len(COLUMNS)
COLUMNS += [f"tag_{tag}" for tag in _TAGS] + _BIT_NAMES + [f"apart_{name}" for name in _BIT_NAMES]


def columns(names: str) -> list[int]:
    """The indices of columns named in a line."""
    return [COLUMNS.index(name) for name in names.split()]


# Columns that also say something of the block next to it; the first six of the one after that.
_SHARED = columns(
    "size linked final stops heading tag_p low high box_part box_density call legal also byline tag_li title bold "
    "apart_n_caption apart_n_related copies"
)
_FURTHER = 6
_AROUND = len(COLUMNS) + 2 * len(_SHARED) + 2 * _FURTHER
_WIDTH = _AROUND + 2 + len(NAMES)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page's head says of the article; all optional."""

    title: str = ""
    description: str = ""
    body: str = ""


def measure(blocks: Sequence[Block], weights: Weights, hints: Hints) -> Matrix:
    """One row of features for each block."""
    layout = Layout(blocks, weights)
    kinds = kinds_of(layout.texts.lines)
    # Filled column by column, as the trees read it: whole rows put together from parts took three times as long.
    table = np.zeros((_WIDTH, len(blocks)), np.float32)
    own = chain(_words(blocks, layout.texts, hints, kinds), _elements(layout), _page(layout))
    for number, values in enumerate(own):
        table[number] = values
    _fill_kinds(table[_TAGGED : len(COLUMNS)], blocks, layout)
    _fill_neighbours(table[len(COLUMNS) : _AROUND], table[_SHARED])
    around = chain(_heading_distance(layout.levels), surroundings(blocks, layout, kinds))
    for number, values in enumerate(around, _AROUND):
        table[number] = values
    return table.T


def _words(blocks: Sequence[Block], texts: Texts, hints: Hints, kinds: Sequence[int]) -> Iterator[Column]:
    """What each block's own words are like: `size` to `byline`."""
    held = [(len(block.anchors), block.bold, block.italic, block.after_image) for block in blocks]
    anchors, bold, italic, after_image = ints(list(chain.from_iterable(held))).reshape(-1, 4).T
    yield np.log1p(texts.size)
    yield texts.linked / texts.size
    yield np.minimum(20, anchors)
    yield texts.commas * 100 / texts.length
    yield ints([line[-1] in _FINAL or _is_final(line) for line in texts.lines])
    yield np.minimum(10, texts.stops)
    yield texts.capitals
    yield texts.digits
    yield np.minimum(1, bold / texts.length)
    yield np.minimum(1, italic / texts.length)
    yield after_image
    yield from _stated(texts.lines, hints)
    yield from ints(kinds) >> np.arange(KINDS)[:, None] & 1


def _is_final(line: str) -> bool:
    """Whether a sentence ends at the end of a line, whatever closes behind it."""
    return line[-1] in _CLOSING and line.rstrip(_CLOSING)[-1:] in _FINAL


def _stated(lines: Sequence[str], hints: Hints) -> Iterator[Column]:
    """Whether each line is in the head's title or it in the line, in its description, in the text it gives."""
    title, description, body = hints.title, hints.description, hints.body
    known = [line.rstrip(".… ") for line in lines]
    pairs = [*zip(lines, known, strict=True)]
    yield ints([title in line or (len(line) > _NO_TITLE and end in title) for line, end in pairs]) if title else 0
    starts = [end[:_SAME] if len(line) > _NO_DESCRIPTION else "\n" for line, end in pairs]  # no line holds a line's end
    yield ints([start in description for start in starts]) if description else 0
    yield ints([1 if line[:_SAME] in body else -1 for line in lines]) if body else 0


def _elements(layout: Layout) -> Iterator[Column]:
    """What the element of each block is, and how it stands to the best container: `heading` to `steps`."""
    frame, own = layout.frame, layout.own
    yield layout.levels
    yield from layout.all[:, frame]
    for element in (frame, layout.parent[frame], layout.box, layout.outer):
        yield from own[:, element]
    yield from layout.apart[:, frame]
    yield ints([frame.depth for frame in layout.frames])[frame]
    yield from _containers(layout)
    yield layout.up[frame]
    yield layout.steps[frame]


def _containers(layout: Layout) -> Iterator[Column]:
    """What the container of each block and the one around it hold: `box_size` to `box_density`."""
    texts, box = layout.texts, layout.box
    size, linked, plain = layout.size[box], layout.linked[box], layout.plain[box]
    most = max(1, layout.plain[layout.best])
    yield np.log1p(size)
    yield linked / np.maximum(1, size)
    yield np.minimum(50, layout.count)[box]
    yield plain / most
    yield np.log1p(plain)
    before = np.zeros((3, len(box) + 1), np.intp)
    np.cumsum((texts.size, texts.linked, texts.plain), axis=1, out=before[:, 1:])
    size, linked, plain = before[:, layout.last[layout.outer]] - before[:, layout.first[layout.outer]]
    yield linked / np.maximum(1, size)
    yield plain / most
    yield size / before[0, -1]
    size, linked, plain = before[:, layout.last[box]] - before[:, layout.first[box]]
    yield size / before[0, -1]
    yield plain / np.maximum(1, size)


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


def _fill_kinds(table: Matrix, blocks: Sequence[Block], layout: Layout) -> None:
    """Which element each block is, what its ancestors are, and which of them stand apart from the best container."""
    tags = ints([_TAG_NUMBERS.get(block.frame.tag, -1) for block in blocks])
    flags, shared = layout.flags, layout.shared[layout.frame]
    table[: len(_TAGS)] = tags == np.arange(len(_TAGS))[:, None]
    bits = np.arange(len(_BIT_NAMES))[:, None]
    table[len(_TAGS) : -len(_BIT_NAMES)] = flags >> bits & 1
    table[-len(_BIT_NAMES) :] = (flags & ~shared) >> bits & 1


_TAG_NUMBERS = {tag: number for number, tag in enumerate(_TAGS)}


def _fill_neighbours(table: Matrix, shared: Matrix) -> None:
    """The shared columns of the blocks before and behind, and of the two next to those; zeros beyond the page."""
    count, further = len(shared), shared[:_FURTHER]
    table[:count, 1:] = shared[:, :-1]
    table[count : 2 * count, :-1] = shared[:, 1:]
    table[2 * count : -_FURTHER, 2:] = further[:, :-2]
    table[-_FURTHER:, :-2] = further[:, 2:]


def _heading_distance(levels: Ints) -> Iterator[Column]:
    """Blocks since the first first-level heading (negative before it), and whether the page has one."""
    first = np.flatnonzero(levels == 1)
    if not len(first):
        yield from (300.0, 0.0)
        return
    yield np.maximum(-50, np.minimum(200, np.arange(len(levels)) - first[0]))
    yield 1.0
