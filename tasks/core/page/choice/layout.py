"""How a page is laid out: what each container holds, which one holds most of the text, and who stands apart from it."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from tasks.core.page.choice.letters import texts_of
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import ASIDE, FOOTER, FORM, HIDDEN, LEAVES, LIST, NAV
from tasks.core.page.markup.frames import Frame
from tasks.core.page.markup.names import COMMENT, NEVER, PROMO, RELATED, SIDE, Weights
from tasks.core.page.markup.words import Span

LONG = 800  # code points; a longer block is rarely a paragraph: a forum post, a hidden copy of the whole text
FURNITURE = NEVER | COMMENT | SIDE | RELATED | PROMO | ASIDE | NAV | FOOTER | FORM | HIDDEN | LIST
LESS = 0.3
# How much the names around a container and its place count when the best one is sought: with these, 16 of 792 marked
# pages had a wrong one, 24 without.
NAMED, LOWEST, LAST = 0.3, -4.0, 0.4
FAR = 20


class Layout:
    """The elements around a page's blocks, numbered so that each stands behind its parent.

    Of each block: `frame`, its own element, and `box`, the nearest container that holds more than it. Of each element:
    `parent` (its own number for the root), `outer` (the container that it stands in), `own` (lowest and highest weight
    of its names), `first` and `last` (its first block, and the one behind its last), `shared` (the flags it and the
    `best` container have from elements around both), and the rows `inherited`: lowest and highest weight of the names
    of it and its ancestors, its depth, in how many articles more it stands than the best container (teasers are often
    articles), and how far it stands apart from that: the lowest weight of the names on the way to it from the nearest
    container around both, how many containers that is above the best one, and how many are on the way. Of each element
    that is a box: the `count`, `size`, `linked` and `plain` of the blocks whose box it is.
    """

    # All in lists, which the compiled twin follows line by line: on a page of 60 blocks they are as quick as arrays, on
    # one of 120 a tenth slower.
    def __init__(self, blocks: Sequence[Block], weights: Weights) -> None:
        """`weights` are those of class-name words."""
        self.texts = texts = texts_of(blocks)
        self.frames, self.parent, self.first, self.frame = _numbered(blocks)
        self.own = [weights.of(frame.names) for frame in self.frames]
        low, high, holder, nest = _inherited(self.frames, self.parent, self.own)
        self.last = _ends(self.frame, self.parent)
        boxes = _boxes(holder, self.parent, self.first, self.last)
        self.box = [boxes[number] for number in self.frame]
        self.outer = [holder[number] for number in self.parent]
        self.count, self.size, self.linked, self.plain = ([0] * len(boxes) for _ in range(4))
        for box, size, linked, plain in zip(self.box, texts.size, texts.linked, texts.plain, strict=True):
            self.count[box] += 1
            self.size[box] += size
            self.linked[box] += linked
            self.plain[box] += plain
        self.best = self._best(blocks, low)
        around = _around(self.best, holder, self.parent)
        apart, up, steps, self.shared = _parted(self.frames, around, holder, self.parent, self.own)
        depths = [frame.depth for frame in self.frames]
        inside = [count - nest[self.best] for count in nest]
        self.inherited = list(zip(low, high, depths, inside, apart, up, steps, strict=True))

    def _best(self, blocks: Sequence[Block], lowest: Sequence[float]) -> int:
        """The container that holds most of the text directly; furniture, ill names and a place far down count less.

        `lowest` are the lowest weights of names of and around each element.
        """
        weights = [0.0] * len(self.frames)
        before, whole = 0, max(1, sum(self.texts.plain))
        for block, plain, box in zip(blocks, self.texts.plain, self.box, strict=True):
            if plain:
                less = LESS if block.frame.flags & FURNITURE else 1.0
                named = exp(NAMED * max(LOWEST, lowest[box]))
                weights[box] += min(plain, LONG) * less * named * (1 - LAST * before / whole)
                before += plain
        return weights.index(max(weights))


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
        steps.append(step + 1 if holder[number] == number and step < FAR else step)
        shared.append(shared[parent])
    return lowest, ups, steps, shared
