"""How a page is laid out: what each container holds, which one holds most of the text, and who stands apart from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.core.page.blocks import Block, Frame
from tasks.core.page.elements import ASIDE, FOOTER, FORM, HIDDEN, LIST, NAV
from tasks.core.page.names import COMMENT, NEVER, PROMO, RELATED, SIDE, name_score

_STOP = re.compile(r"[.!?…。？！](?:\s|$)")
_SENTENCE = 60  # code points; shorter blocks are hardly text
_LONG = 800  # code points; a longer block is rarely a paragraph: a forum post, a hidden copy of the whole text
_FURNITURE = NEVER | COMMENT | SIDE | RELATED | PROMO | ASIDE | NAV | FOOTER | FORM | HIDDEN | LIST
_LESS = 0.3
_FAR = 20


@dataclass(slots=True)
class Box:
    """What stands in one element: directly, and with the containers in it; and what its class names weigh."""

    size: int = 0
    linked: int = 0
    count: int = 0
    plain: int = 0
    all_size: int = 0
    all_linked: int = 0
    all_count: int = 0
    all_plain: int = 0
    low: float = 0.0
    high: float = 0.0
    own_low: float = 0.0
    own_high: float = 0.0


class Layout:
    """The containers of a page's blocks; `best` is the one that holds most of the plain text directly."""

    def __init__(self, blocks: Sequence[Block], weights: Mapping[str, float]) -> None:
        """`weights` are those of class-name words."""
        self.boxes: dict[Frame, Box] = {}
        self.total = max(1, sum(len(block.text) for block in blocks))
        for block in blocks:
            self._open(block.frame, weights)
        plain = [_plain(block) for block in blocks]
        for block, size in zip(blocks, plain, strict=True):
            self._hold(block, size)
        self._gather()
        self._containers: dict[Frame, Frame] = {}
        for block, size in zip(blocks, plain, strict=True):
            box = self.boxes[self.container(block)]
            box.size += len(block.text)
            box.linked += block.linked
            box.count += 1
            box.plain += size
        self.best = self._best(blocks, plain)
        self.chain = _containers_around(self.best)
        self._ways: dict[Frame, tuple[int, int, float, float]] = {}

    def container(self, block: Block) -> Frame:
        """The nearest container that holds more than this block: pages that put each paragraph into a box have two."""
        start = block.frame.container or block.frame
        if start not in self._containers:
            frame = start
            while self.boxes[frame].all_count == 1 and frame.parent is not None:
                frame = frame.parent.container or frame.parent
            self._containers[start] = frame
        return self._containers[start]

    def apart(self, frame: Frame) -> int:
        """The flags of a frame that the best container does not share."""
        meeting = frame
        while meeting not in self.chain and meeting.parent is not None:
            meeting = meeting.parent
        return frame.flags & ~meeting.flags

    def way(self, frame: Frame) -> tuple[int, int, float, float]:
        """The way to the nearest container that also holds the best one.

        Returns: containers from the best one up to it, containers from it down to this frame, and the lowest and
        highest weight of the names on the way down.
        """
        if frame not in self._ways:
            if frame in self.chain:
                self._ways[frame] = (self.chain[frame], 0, 0.0, 0.0)
            elif frame.parent is None:
                self._ways[frame] = (_FAR, 0, 0.0, 0.0)
            else:
                up, steps, low, high = self.way(frame.parent)
                box = self.boxes[frame]
                steps = min(_FAR, steps + (frame.container is frame))
                self._ways[frame] = (up, steps, min(low, box.own_low), max(high, box.own_high))
        return self._ways[frame]

    def _best(self, blocks: Sequence[Block], plain: Sequence[int]) -> Frame:
        """The container with most text, long blocks and furniture counted for less."""
        score = dict.fromkeys(self.boxes, 0.0)
        for block, size in zip(blocks, plain, strict=True):
            score[self.container(block)] += min(size, _LONG) * (_LESS if block.frame.flags & _FURNITURE else 1)
        return max(score, key=lambda frame: score[frame])

    def _open(self, frame: Frame, weights: Mapping[str, float]) -> None:
        """Make the boxes of a frame and its ancestors."""
        fresh: list[Frame] = []
        current: Frame | None = frame
        while current is not None and current not in self.boxes:
            fresh.append(current)
            current = current.parent
        for new in reversed(fresh):
            low, high = name_score(new.names, weights) if new.names else (0.0, 0.0)
            above = self.boxes[new.parent] if new.parent else Box()
            self.boxes[new] = Box(low=min(above.low, low), high=max(above.high, high), own_low=low, own_high=high)

    def _hold(self, block: Block, plain: int) -> None:
        box = self.boxes[block.frame.container or block.frame]
        box.all_size += len(block.text)
        box.all_linked += block.linked
        box.all_count += 1
        box.all_plain += plain

    def _gather(self) -> None:
        """Add what each container holds to the one around it, the deepest first."""
        for frame in sorted(self.boxes, key=lambda frame: -frame.depth):
            outer = frame.parent.container if frame.parent else None
            if frame.container is frame and outer is not None:
                inner, box = self.boxes[frame], self.boxes[outer]
                box.all_size += inner.all_size
                box.all_linked += inner.all_linked
                box.all_count += inner.all_count
                box.all_plain += inner.all_plain


def _plain(block: Block) -> int:
    """The block's size where it is text: long, hardly linked, with a sentence's end."""
    size = len(block.text)
    return size - block.linked if size > _SENTENCE and block.linked * 2 < size and _STOP.search(block.text) else 0


def _containers_around(frame: Frame) -> dict[Frame, int]:
    """Each container around a frame, itself first, with its distance."""
    chain: dict[Frame, int] = {}
    current: Frame | None = frame
    while current is not None:
        if current.container is current:
            chain[current] = len(chain)
        current = current.parent
    return chain
