"""How a page is laid out: what each container holds, which one holds most of the text, and who stands apart from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tasks.core.page.blocks import Block, Frame
from tasks.core.page.elements import ASIDE, FOOTER, FORM, HIDDEN, LIST, NAV
from tasks.core.page.names import COMMENT, NEVER, PROMO, RELATED, SIDE, name_score

_WIDE_STOPS = "…。？！"
_STOPS = frozenset(".?!" + _WIDE_STOPS)
_SENTENCE = 60  # code points; shorter blocks are hardly text
_LONG = 800  # code points; a longer block is rarely a paragraph: a forum post, a hidden copy of the whole text
_FURNITURE = NEVER | COMMENT | SIDE | RELATED | PROMO | ASIDE | NAV | FOOTER | FORM | HIDDEN | LIST
_LESS = 0.3
_FAR = 20


@dataclass(slots=True)
class Box:
    """What stands in one element: directly, and with the containers in it; and what its class names weigh."""

    low: float = 0.0
    high: float = 0.0
    own_low: float = 0.0
    own_high: float = 0.0
    size: int = 0
    linked: int = 0
    count: int = 0
    plain: int = 0
    all_size: int = 0
    all_linked: int = 0
    all_count: int = 0
    all_plain: int = 0


class Way(NamedTuple):
    """The way to the nearest container that also holds the best one.

    `up` counts containers from the best one up to it, `steps` those from it down to the frame; `low` and `high` are the
    extreme weights of the names on the way down, `shared` the flags that the best container has too.
    """

    up: int
    steps: int
    low: float
    high: float
    shared: int


class Layout:
    """The containers of a page's blocks; `best` is the one that holds most of the plain text directly."""

    def __init__(self, blocks: Sequence[Block], weights: Mapping[str, float]) -> None:
        """`weights` are those of class-name words."""
        self.boxes: dict[Frame, Box] = {}
        self.total = max(1, sum([len(block.text) for block in blocks]))
        scores: dict[str, tuple[float, float]] = {"": (0.0, 0.0)}
        for block in blocks:
            if block.frame not in self.boxes:
                self._open(block.frame, weights, scores)
        plain = [_plain(block) for block in blocks]
        for block, size in zip(blocks, plain, strict=True):
            self._hold(block, size)
        self._gather()
        self._containers: dict[Frame, Frame] = {}
        weighed = dict.fromkeys(self.boxes, 0.0)
        for block, size in zip(blocks, plain, strict=True):
            container = self.container(block)
            box = self.boxes[container]
            box.size += len(block.text)
            box.linked += block.linked
            box.count += 1
            if size:
                box.plain += size
                weighed[container] += min(size, _LONG) * (_LESS if block.frame.flags & _FURNITURE else 1)
        self.best = max(weighed, key=weighed.__getitem__)
        self._chain = _containers_around(self.best)
        self._ways: dict[Frame, Way] = {}

    def container(self, block: Block) -> Frame:
        """The nearest container that holds more than this block: pages that put each paragraph into a box have two."""
        start = block.frame.container or block.frame
        if start not in self._containers:
            frame = start
            while self.boxes[frame].all_count == 1 and frame.parent is not None:
                frame = frame.parent.container or frame.parent
            self._containers[start] = frame
        return self._containers[start]

    def way(self, frame: Frame) -> Way:
        """How a frame stands to the best container."""
        way = self._ways.get(frame)
        if way is None:
            if frame in self._chain:
                way = Way(self._chain[frame], 0, 0.0, 0.0, frame.flags)
            elif frame.parent is None:
                way = Way(_FAR, 0, 0.0, 0.0, frame.flags)
            else:
                up, steps, low, high, shared = self.way(frame.parent)
                box = self.boxes[frame]
                steps = min(_FAR, steps + (frame.container is frame))
                way = Way(up, steps, min(low, box.own_low), max(high, box.own_high), shared)
            self._ways[frame] = way
        return way

    def _open(self, frame: Frame, weights: Mapping[str, float], scores: dict[str, tuple[float, float]]) -> None:
        """Make the boxes of a frame and its ancestors; `scores` are those of names met before."""
        fresh: list[Frame] = []
        current: Frame | None = frame
        while current is not None and current not in self.boxes:
            fresh.append(current)
            current = current.parent
        above = self.boxes[current] if current is not None else Box()
        for new in reversed(fresh):
            if new.names not in scores:
                scores[new.names] = name_score(new.names, weights)
            low, high = scores[new.names]
            above = Box(min(above.low, low), max(above.high, high), low, high)
            self.boxes[new] = above

    def _hold(self, block: Block, plain: int) -> None:
        box = self.boxes[block.frame.container or block.frame]
        box.all_size += len(block.text)
        box.all_linked += block.linked
        box.all_count += 1
        box.all_plain += plain

    def _gather(self) -> None:
        """Add what each container holds to the one around it, the innermost first: each stands behind its parent."""
        for frame, inner in reversed(self.boxes.items()):
            outer = frame.parent.container if frame.container is frame and frame.parent else None
            if outer is not None:
                box = self.boxes[outer]
                box.all_size += inner.all_size
                box.all_linked += inner.all_linked
                box.all_count += inner.all_count
                box.all_plain += inner.all_plain


def sentence_ends(text: str) -> int:
    """How often a sentence ends in a line of words parted by single spaces.

    >>> sentence_ends("He came. Did he? At 7.30")
    2
    """
    count = text.count(". ") + text.count("? ") + text.count("! ") + (text[-1:] in _STOPS)
    return count if text.isascii() else count + sum([text.count(f"{stop} ") for stop in _WIDE_STOPS])


def _plain(block: Block) -> int:
    """The block's size where it is text: long, hardly linked, with a sentence's end."""
    size = len(block.text)
    return size - block.linked if size > _SENTENCE and block.linked * 2 < size and sentence_ends(block.text) else 0


def _containers_around(frame: Frame) -> dict[Frame, int]:
    """Each container around a frame, itself first, with its distance."""
    chain: dict[Frame, int] = {}
    current: Frame | None = frame
    while current is not None:
        if current.container is current:
            chain[current] = len(chain)
        current = current.parent
    return chain
