"""What is measured of each block: its words, the elements around it, its neighbours, its place on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from tasks.core.page.blocks import Block
from tasks.core.page.elements import HEADINGS
from tasks.core.page.layout import Ints, Layout, Texts
from tasks.core.page.names import Weights
from tasks.core.page.phrases import KINDS, kinds_of
from tasks.core.page.surroundings import surroundings
from tasks.core.text import listing

Matrix = npt.NDArray[np.float32]
_FINAL = frozenset(".!?…:;。？！।॥؟۔։።။")
_CLOSING = "\"'”’»)]"
_COMMA = re.compile(r"[,，、،]")
_READ = 80  # code points that show a block's capitals and digits
_LETTERS = 1 << 16  # code points whose kind is tabled; those beyond have no capitals that news uses
_TAGS = ("p", "li", "td", "blockquote", "pre", "dt", "dd", "figcaption", "div", "span", "section")
# Names of the columns of a row before its neighbours' are added.
_BIT_NAMES = listing(
    "article main header footer aside nav form figure table list quote hidden body button "
    "n_comment n_side n_related n_caption n_promo n_share n_byline n_text n_never"
)
_WORD_NAMES = listing("anchors commas final bold italic after_image title description stated")
COLUMNS = listing(
    "size linked anchors commas final stops upper digit bold italic after_image title description stated "
    "call legal share date also byline heading "
    "low high own_low own_high above_low above_high box_low box_high outer_low outer_high apart_low apart_high depth "
    "box_size box_linked box_count box_share box_plain outer_linked outer_share outer_part box_part box_density "
    "up steps place before copies best_size best_part rivals blocks"
)
COLUMNS += [f"tag_{tag}" for tag in _TAGS] + _BIT_NAMES + [f"apart_{name}" for name in _BIT_NAMES]


def columns(names: str) -> list[int]:
    """The indices of columns named in a line."""
    return [COLUMNS.index(name) for name in names.split()]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page's head says of the article; all optional."""

    title: str = ""
    description: str = ""
    body: str = ""


def measure(blocks: Sequence[Block], weights: Weights, hints: Hints) -> Matrix:
    """One row of features for each block."""
    layout = Layout(blocks, weights)
    own = np.zeros((len(blocks), len(COLUMNS)), np.float32)
    kinds = np.array(kinds_of([block.text for block in blocks]))
    for parts in (
        _words(blocks, layout.texts, hints, kinds),
        _elements(layout),
        _containers(layout),
        _page(blocks, layout),
    ):
        for names, values in parts:
            own[:, _places(names)] = values
    own[:, len(COLUMNS) - len(_TAGS) - 2 * len(_BIT_NAMES) :] = _kinds(blocks, layout)
    around = surroundings(blocks, layout, kinds).astype(np.float32)
    return np.hstack([own, _neighbours(own), _heading_distance(blocks), around])


@cache
def _places(names: str) -> int | slice | list[int]:
    """Where columns named in a line stand."""
    found = columns(names)
    if len(found) == 1:
        return found[0]
    return slice(found[0], found[-1] + 1) if found == list(range(found[0], found[-1] + 1)) else found


Columns = Iterator[tuple[str, npt.NDArray[np.generic] | float]]


def _words(blocks: Sequence[Block], texts: Texts, hints: Hints, kinds: Ints) -> Columns:
    """What each block's own words are like."""
    size = texts.size
    yield "size", np.log1p(size)
    yield "linked", texts.linked / size
    yield "stops", np.minimum(10, texts.stops)
    told = [value for block in blocks for value in _told(block, hints)]
    yield " ".join(_WORD_NAMES), np.array(told, np.float32).reshape(len(blocks), -1)
    yield "upper digit", _letters([block.text[:_READ] for block in blocks])
    yield "call legal share date also byline", kinds[:, None] >> np.arange(KINDS) & 1


def _told(block: Block, hints: Hints) -> tuple[float, ...]:
    """The values of `_WORD_NAMES`."""
    text, size = block.text, len(block.text)
    known = text.rstrip(".… ")
    return (
        min(20, len(block.anchors)),
        (text.count(",") if text.isascii() else len(_COMMA.findall(text))) * 100 / size,
        text.rstrip(_CLOSING)[-1:] in _FINAL,
        min(1.0, block.bold / size) if block.bold else 0.0,
        min(1.0, block.italic / size) if block.italic else 0.0,
        block.after_image,
        (size > 5 and known in hints.title) or (hints.title != "" and hints.title in text),
        size > 30 and hints.description != "" and (known[:60] in hints.description),
        (1.0 if text[:60] in hints.body else -1.0) if hints.body else 0.0,
    )


def _letters(beginnings: Sequence[str]) -> npt.NDArray[np.float64]:
    """(texts, 2): the shares of capitals and of digits in each text."""
    sizes = np.array([len(beginning) for beginning in beginnings])
    codes = np.frombuffer("".join(beginnings).encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _kinds_of_letters()[:, np.minimum(codes, _LETTERS - 1)]
    counts = np.add.reduceat(kinds, np.cumsum(sizes) - sizes, axis=1, dtype=np.intp)
    shares: npt.NDArray[np.float64] = (counts / sizes).T
    return shares


@cache
def _kinds_of_letters() -> npt.NDArray[np.bool_]:
    """(2, code points): which are capitals, and which are digits."""
    letters = [chr(code) for code in range(_LETTERS)]
    return np.array([[letter.isupper() for letter in letters], [letter.isdigit() for letter in letters]])


def _elements(layout: Layout) -> Columns:
    """What the element of each block is, and how it stands to the best container."""
    headings = [HEADINGS.get(frame.tag, 0) for frame in layout.frames]
    yield "heading", np.array(headings)[layout.frame]
    yield "low high", layout.all[layout.frame]
    yield "own_low own_high", layout.own[layout.frame]
    yield "above_low above_high", layout.own[np.array(layout.parent)[layout.frame]]
    yield "up steps apart_low apart_high", layout.ways[layout.frame]
    yield "depth", np.array([frame.depth for frame in layout.frames])[layout.frame]


def _containers(layout: Layout) -> Columns:
    """What the container of each block and the one around it hold."""
    outer = np.array(layout.holder)[np.array(layout.parent)]
    most, total = max(1, layout.plain[layout.best]), layout.all_size[0]
    direct = [
        *(layout.own.T),
        *(layout.own[outer].T),
        np.log1p(layout.size),
        layout.linked / np.maximum(1, layout.size),
        np.minimum(50, layout.count),
        layout.plain / most,
        np.log1p(layout.plain),
        (layout.all_linked / np.maximum(1, layout.all_size))[outer],
        layout.all_plain[outer] / most,
        layout.all_size[outer] / total,
        layout.all_size / total,
        layout.all_plain / np.maximum(1, layout.all_size),
    ]
    yield (
        "box_low box_high outer_low outer_high box_size box_linked box_count box_share box_plain outer_linked "
        "outer_share outer_part box_part box_density",
        np.stack(direct, axis=1)[layout.box],
    )


def _page(blocks: Sequence[Block], layout: Layout) -> Columns:
    """Where on the page each block stands, and what the page holds."""
    count, size = len(blocks), layout.texts.size
    yield "place", np.arange(count) / count
    yield "before", (np.cumsum(size) - size) / layout.all_size[0]
    seen = Counter([block.text for block in blocks])
    yield "copies", np.array([min(5, seen[block.text]) for block in blocks])
    best = layout.plain[layout.best]
    rivals = np.count_nonzero(layout.plain * 3 > best) - (best > 0)
    yield "best_size", np.log1p(best)
    yield "best_part", best / max(1, layout.plain.sum())
    yield "rivals", min(20, rivals)
    yield "blocks", np.log1p(count)


def _kinds(blocks: Sequence[Block], layout: Layout) -> Matrix:
    """Which element each block is, what its ancestors are, and which of them stand apart from the best container."""
    tags = np.array([_TAG_NUMBERS.get(block.frame.tag, -1) for block in blocks])
    flags = np.array([block.frame.flags for block in blocks])
    shared = np.array(layout.shared)[layout.frame]
    bits = np.arange(len(_BIT_NAMES))
    parts = [
        tags[:, None] == np.arange(len(_TAGS)),
        (flags[:, None] >> bits) & 1,
        ((flags & ~shared)[:, None] >> bits) & 1,
    ]
    return np.hstack(parts).astype(np.float32)


_TAG_NUMBERS = {tag: number for number, tag in enumerate(_TAGS)}
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
