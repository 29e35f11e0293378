"""What is measured of each block: its words, the elements around it, its neighbours, its place on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from string import ascii_uppercase, digits

import numpy as np
import numpy.typing as npt

from tasks.core.page.blocks import Block, Frame
from tasks.core.page.layout import Layout, sentence_ends
from tasks.core.page.phrases import kinds_of
from tasks.core.text import listing

Matrix = npt.NDArray[np.float32]
_FINAL = frozenset(".!?…。？！:;")
_CLOSING = "\"'”’»)]"
_COMMA = re.compile(r"[,，、،]")
_CAPITALS, _DIGITS = ascii_uppercase.encode(), digits.encode()
_READ = 80  # code points that show a block's capitals and digits
_TAGS = ("p", "li", "td", "blockquote", "pre", "dt", "dd", "figcaption", "div", "span", "section")
# Names of the columns of a row before its neighbours' are added.
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
COLUMNS += [f"tag_{tag}" for tag in _TAGS] + _BIT_NAMES + [f"apart_{name}" for name in _BIT_NAMES]

# The order in which a block's values are gathered: its words, its element, its container, its place, its page.
_GATHERED = COLUMNS[:20] + listing(
    "heading low high own_low own_high above_low above_high apart_low apart_high depth up steps "
    "box_low box_high outer_low outer_high box_size box_linked box_count box_share box_plain outer_linked outer_share "
    "outer_part box_part box_density place before copies best_size best_part rivals blocks"
)
_PLACES = [_GATHERED.index(name) for name in COLUMNS[: len(_GATHERED)]]


def columns(names: str) -> list[int]:
    """The indices of columns named in a line."""
    return [COLUMNS.index(name) for name in names.split()]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page's head says of the article; all optional."""

    title: str = ""
    description: str = ""
    body: str = ""


def measure(blocks: Sequence[Block], weights: Mapping[str, float], hints: Hints) -> Matrix:
    """One row of features for each block."""
    layout = Layout(blocks, weights)
    seen = Counter([block.text for block in blocks])
    page = _page(layout, len(blocks))
    most = max(1, layout.boxes[layout.best].plain)
    around: dict[Frame, list[float]] = {}
    rows: list[float] = []
    before = 0
    for index, block in enumerate(blocks):
        container = layout.container(block)
        if container not in around:
            around[container] = _around(container, layout, most)
        rows += _words(block, hints)
        rows += _element(block.frame, layout)
        rows += around[container]
        rows += (index / len(blocks), before / layout.total, min(5, seen[block.text]))
        rows += page
        before += len(block.text)
    own = np.hstack([np.array(rows, np.float32).reshape(len(blocks), -1)[:, _PLACES], _kinds(blocks, layout)])
    return np.hstack([own, _neighbours(own), _heading_distance(blocks)])


def _kinds(blocks: Sequence[Block], layout: Layout) -> Matrix:
    """Which element each block is, what its ancestors are, and which of them stand apart from the best container."""
    tags = np.array([_TAGS.index(block.frame.tag) if block.frame.tag in _TAGS else -1 for block in blocks])
    flags = np.array([block.frame.flags for block in blocks])
    shared = np.array([layout.way(block.frame).shared for block in blocks])
    bits = np.arange(len(_BIT_NAMES))
    parts = [
        tags[:, None] == np.arange(len(_TAGS)),
        (flags[:, None] >> bits) & 1,
        ((flags & ~shared)[:, None] >> bits) & 1,
    ]
    return np.hstack(parts).astype(np.float32)


def _page(layout: Layout, count: int) -> list[float]:
    """The best container's text, its share of the page's, how many are like it, and how many blocks there are."""
    best = layout.boxes[layout.best].plain
    sizes = [box.plain for box in layout.boxes.values() if box.plain]
    rivals = sum([size * 3 > best for size in sizes]) - (best > 0)
    return [log1p(best), best / max(1, sum(sizes)), min(20, rivals), log1p(count)]


def _words(block: Block, hints: Hints) -> list[float]:
    text, size = block.text, len(block.text)
    letters = text[:_READ]
    known = text.rstrip(".… ")
    upper, figures = _capitals_and_digits(letters)
    return [
        log1p(size),
        block.linked / size,
        min(20, len(block.anchors)),
        (text.count(",") if text.isascii() else len(_COMMA.findall(text))) * 100 / size,
        text.rstrip(_CLOSING)[-1:] in _FINAL,
        min(10, sentence_ends(text)),
        upper / len(letters),
        figures / len(letters),
        min(1.0, block.bold / size) if block.bold else 0.0,
        min(1.0, block.italic / size) if block.italic else 0.0,
        block.after_image,
        (size > 5 and known in hints.title) or (hints.title != "" and hints.title in text),
        size > 30 and hints.description != "" and (known[:60] in hints.description),
        (1.0 if text[:60] in hints.body else -1.0) if hints.body else 0.0,
        *kinds_of(text),
    ]


def _capitals_and_digits(letters: str) -> tuple[int, int]:
    if not letters.isascii():
        return sum(map(str.isupper, letters)), sum(map(str.isdigit, letters))
    plain = letters.encode()
    small = plain.translate(None, _CAPITALS)
    return len(plain) - len(small), len(small) - len(small.translate(None, _DIGITS))


def _element(frame: Frame, layout: Layout) -> list[float]:
    box = layout.boxes[frame]
    above = layout.boxes[frame.parent] if frame.parent else box
    up, steps, low, high, _ = layout.way(frame)
    tag = frame.tag
    heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
    names = [box.low, box.high, box.own_low, box.own_high, above.own_low, above.own_high]
    return [heading, *names, low, high, frame.depth, up, steps]


def _around(container: Frame, layout: Layout, most: int) -> list[float]:
    """What the container of a block and the one around it hold; `most` is what the best one does."""
    direct = layout.boxes[container]
    outer = layout.boxes[container.parent.container or container] if container.parent else direct
    return [
        direct.own_low,
        direct.own_high,
        outer.own_low,
        outer.own_high,
        log1p(direct.size),
        direct.linked / max(1, direct.size),
        min(50, direct.count),
        direct.plain / most,
        log1p(direct.plain),
        outer.all_linked / max(1, outer.all_size),
        outer.all_plain / most,
        outer.all_size / layout.total,
        direct.all_size / layout.total,
        direct.all_plain / max(1, direct.all_size),
    ]


# Columns that also say something of the block next to it; the first six of the one after that.
_SHARED = columns(
    "size linked final stops heading tag_p low high box_part box_density call legal also byline tag_li title bold "
    "apart_n_caption apart_n_related copies"
)


def _neighbours(own: Matrix) -> Matrix:
    """The shared columns of the two blocks before and the two behind; zeros beyond the page."""
    shared = own[:, _SHARED]
    padded = np.vstack([np.zeros((2, shared.shape[1]), np.float32), shared, np.zeros((2, shared.shape[1]), np.float32)])
    count = len(own)
    return np.hstack([padded[1 : count + 1], padded[3 : count + 3], padded[:count, :6], padded[4:, :6]])


def _heading_distance(blocks: Sequence[Block]) -> Matrix:
    """Blocks since the last first-level heading (negative before any), and whether the page has one."""
    first = next((i for i, block in enumerate(blocks) if block.frame.tag == "h1"), None)
    index = np.arange(len(blocks), dtype=np.float32)
    distance = np.clip(index - first, -50, 200) if first is not None else np.full(len(blocks), 300, np.float32)
    return np.stack([distance, np.full(len(blocks), first is not None, np.float32)], axis=1)
