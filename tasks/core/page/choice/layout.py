"""How a page is laid out: what each container holds, which one holds most of the text, and who stands apart from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from tasks.core.page.choice.letters import Floats, floats, ints, texts_of
from tasks.core.page.markup.blocks import Block
from tasks.core.page.markup.elements import ASIDE, FOOTER, FORM, HIDDEN, LEAVES, LIST, NAV
from tasks.core.page.markup.frames import Frame
from tasks.core.page.markup.names import COMMENT, NEVER, PROMO, RELATED, SIDE, Span, Weights

_LONG = 800  # code points; a longer block is rarely a paragraph: a forum post, a hidden copy of the whole text
_FURNITURE = NEVER | COMMENT | SIDE | RELATED | PROMO | ASIDE | NAV | FOOTER | FORM | HIDDEN | LIST
_LESS = 0.3
# How much the names around a container and its place count when the best one is sought: with these, 16 of 792 marked
# pages had a wrong one, 24 without.
_NAMED, _LOWEST, _LAST = 0.3, -4.0, 0.4
_FAR = 20


class Layout:
    """The elements around a page's blocks, numbered so that each stands behind its parent.

    Of each block: `frame`, its own element; `box`, the nearest container that holds more than it, and `outer`, the one
    around that; its `flags`. Of each element: `parent` (its own number for the root), `own` (lowest and highest weight
    of its names), `first` and `last` (its first block, and the one behind its last), `shared` (the flags it and the
    `best` container have from elements around both), and as rows of `inherited`: lowest and highest weight of the names
    of it and its ancestors, its depth, in how many articles more it stands than the best container (teasers are often
    articles), and how far it stands apart from that: the lowest weight of the names on the way to it from the nearest
    container around both, how many containers that is above the best one, and how many are on the way. Of each box: the
    `count`, `size`, `linked` and `plain` of the blocks whose box it is.
    """

    def __init__(self, blocks: Sequence[Block], weights: Weights) -> None:
        """`weights` are those of class-name words."""
        self.texts = texts = texts_of(blocks)
        self.flags = ints([block.frame.flags for block in blocks])
        # What is handed down from element to element is so in lists, which are read ten times as fast one by one.
        self.frames, parent, first, frame = _numbered(blocks)
        own = [weights.of(frame.names) for frame in self.frames]
        low, high, holder, nest = _inherited(self.frames, parent, own)
        last = _ends(frame, parent)
        self.frame = ints(frame)
        self.parent, self.first, self.last = ints(parent + first + last).reshape(3, -1)
        self.own = floats([*chain.from_iterable(own)]).reshape(-1, 2).T
        self.box = ints(_boxes(holder, parent, first, last))[self.frame]
        self.outer = ints(holder)[self.parent[self.box]]
        self.count, self.size, self.linked, self.plain = (
            np.bincount(self.box, held) for held in (None, texts.size, texts.linked, texts.plain)
        )
        self.best = self._best(floats(low)[self.box])
        apart, up, steps, shared = _parted(self.frames, _around(self.best, holder, parent), holder, parent, own)
        depths = [frame.depth for frame in self.frames]
        inside = [count - nest[self.best] for count in nest]
        self.inherited = floats([*low, *high, *depths, *inside, *apart, *up, *steps]).reshape(7, -1)
        self.shared = ints(shared)

    def _best(self, lowest: Floats) -> int:
        """The container that holds most of the text directly; furniture, ill names and a place far down count less.

        `lowest` are the lowest weights of names of and around each block's box.
        """
        plain = self.texts.plain
        less = np.where(self.flags & _FURNITURE > 0, _LESS, 1.0)
        named = np.exp(_NAMED * np.maximum(_LOWEST, lowest))
        before = (plain.cumsum() - plain) / max(1, plain.sum())
        weights = np.minimum(plain, _LONG) * less * named * (1 - _LAST * before)
        return int(np.bincount(self.box, weights).argmax())


def _numbered(blocks: Sequence[Block]) -> tuple[list[Frame], list[int], list[int], list[int]]:
    """The elements around the blocks, each behind its parent; their `parent` and `first`, and the blocks' `frame`."""
    frames: list[Frame] = []
    parents: list[int] = []
    first: list[int] = []
    own: list[int] = []
    place: dict[Frame, int] = {}
    for index, block in enumerate(blocks):
        frame: Frame | None = block.frame
        if frame not in place:
            fresh = []
            while frame is not None and frame not in place:
                fresh.append(frame)
                frame = frame.parent
            parent = place[frame] if frame else 0
            for new in reversed(fresh):
                parents.append(parent)
                parent = place[new] = len(frames)
                frames.append(new)
                first.append(index)
        own.append(place[block.frame])
    return frames, parents, first, own


def _inherited(
    frames: Sequence[Frame], parents: Sequence[int], own: Sequence[Span]
) -> tuple[list[float], list[float], list[int], list[int]]:
    """`all`, lowest and highest; the container each element is or stands in; `nest`."""
    lowest, highest, holder, nest = [own[0][0]], [own[0][1]], [0], [0]
    for number in range(1, len(frames)):
        frame, parent, (low, high) = frames[number], parents[number], own[number]
        least, most = lowest[parent], highest[parent]
        lowest.append(low if low < least else least)
        highest.append(high if high > most else most)
        holder.append(holder[parent] if frame.tag in LEAVES else number)
        nest.append(nest[parent] + (frame.tag == "article"))
    return lowest, highest, holder, nest


def _ends(frame: Sequence[int], parents: Sequence[int]) -> list[int]:
    """`last`: what an element holds stands together."""
    last = [0] * len(parents)
    for index, number in enumerate(frame, 1):
        last[number] = index
    for number in range(len(parents) - 1, 0, -1):
        parent = parents[number]
        if last[number] > last[parent]:
            last[parent] = last[number]
    return last


def _boxes(holder: Sequence[int], parents: Sequence[int], first: Sequence[int], last: Sequence[int]) -> list[int]:
    """For each element the nearest container that holds more than one block: some pages box a paragraph twice."""
    boxes = [0]
    for number in range(1, len(parents)):
        if holder[number] != number:
            boxes.append(boxes[holder[number]])
        else:
            boxes.append(boxes[parents[number]] if last[number] - first[number] == 1 else number)
    return boxes


def _around(best: int, holder: Sequence[int], parents: Sequence[int]) -> dict[int, int]:
    """The best container and each around it, with its distance."""
    distances = {best: 0}
    while best:
        best = holder[parents[best]]
        distances[best] = len(distances)
    return distances


def _parted(
    frames: Sequence[Frame], around: dict[int, int], holder: Sequence[int], parents: Sequence[int], own: Sequence[Span]
) -> tuple[list[float], list[int], list[int], list[int]]:
    """How elements stand to the best container; `around` holds that one and those around it."""
    lowest: list[float] = []
    ups: list[int] = []
    steps: list[int] = []
    shared: list[int] = []
    for number, (parent, (low, _)) in enumerate(zip(parents, own, strict=True)):
        if number in around:
            lowest.append(0.0)
            ups.append(around[number])
            steps.append(0)
            shared.append(frames[number].flags)
            continue
        least, step = lowest[parent], steps[parent]
        lowest.append(low if low < least else least)
        ups.append(ups[parent])
        steps.append(step + 1 if holder[number] == number and step < _FAR else step)
        shared.append(shared[parent])
    return lowest, ups, steps, shared
