"""How a page is laid out: what each container holds, which one holds most of the text, and who stands apart from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tasks.core.page.blocks import Block, Frame
from tasks.core.page.elements import ASIDE, FOOTER, FORM, HIDDEN, LIST, NAV
from tasks.core.page.names import COMMENT, NEVER, PROMO, RELATED, SIDE, Weights

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]
# Stops of scripts that put no space behind them, or none elsewhere.
_WIDE_STOPS = "。？！।॥؟۔։።။"
_STOPS = frozenset(".?!…" + _WIDE_STOPS)
# Ideographs and kana say in one letter what others say in two or three.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_FIRST_DENSE = "\u3040"
_BEGINNING = 40  # code points that tell the script
_SENTENCE = 60  # code points; shorter blocks are hardly text
_LONG = 800  # code points; a longer block is rarely a paragraph: a forum post, a hidden copy of the whole text
_FURNITURE = NEVER | COMMENT | SIDE | RELATED | PROMO | ASIDE | NAV | FOOTER | FORM | HIDDEN | LIST
_LESS = 0.3
# How much the names around a container and its place count when the best one is sought: with these, 16 of 792 marked
# pages had a wrong one, 24 without.
_NAMED, _LOWEST, _LAST = 0.3, -4.0, 0.4
_FAR = 20


@dataclass(slots=True)
class Texts:
    """The blocks' sizes, linked parts, ends of sentences, and sizes of those that are text (else 0), one a block."""

    size: Ints
    linked: Ints
    stops: Ints
    plain: Ints


class Layout:
    """The elements around a page's blocks, numbered so that each stands behind its parent.

    `frame` and `box` give, for each block, its own element and the nearest container that holds more than it. Of each
    element: `parent` (its own number for the root), `holder` (the container it is or stands in), `own` and `all`
    (lowest and highest weight of its names; of its ancestors' too), `ways` (how it stands to the best container).
    """

    def __init__(self, blocks: Sequence[Block], weights: Weights) -> None:
        """`weights` are those of class-name words."""
        self.texts = _texts(blocks)
        self.frames, place = _opened(blocks)
        self.parent = [place[frame.parent] if frame.parent else 0 for frame in self.frames]
        self.holder = [place[frame.container or frame] for frame in self.frames]
        self.frame = np.array([place[block.frame] for block in blocks], np.intp)
        self.own, self.all = self._weighed(weights)
        first, last = self._spans()
        self.box = np.array(self._boxes(last - first), np.intp)[self.frame]
        count = len(self.frames)
        texts = self.texts
        self.size, self.linked, self.count, self.plain = (
            np.bincount(self.box, held, count) for held in (texts.size, texts.linked, None, texts.plain)
        )
        self.all_size, self.all_linked, self.all_plain = (
            _sums(held, first, last) for held in (texts.size, texts.linked, texts.plain)
        )
        self.best = self._best(blocks)
        self.ways, self.shared = self._ways()

    def _weighed(self, weights: Weights) -> tuple[Floats, Floats]:
        """(elements, 2): lowest and highest weight of each element's names; of all from the root down to it."""
        scores = {names: weights.of(names) for names in {frame.names for frame in self.frames}}
        own = [scores[frame.names] for frame in self.frames]
        above = [own[0]] if own else []
        for (low, high), parent in zip(own[1:], self.parent[1:], strict=True):
            least, most = above[parent]
            above.append((low if low < least else least, high if high > most else most))
        return np.array(own).reshape(-1, 2), np.array(above).reshape(-1, 2)

    def _spans(self) -> tuple[Ints, Ints]:
        """The first block in each element, and the one behind its last: what an element holds stands together."""
        count, blocks = len(self.frames), len(self.frame)
        first, last = [blocks] * count, [0] * count
        for block, frame in enumerate(self.frame.tolist()):
            last[frame] = block + 1
            if first[frame] > block:
                first[frame] = block
        for frame in range(count - 1, 0, -1):
            parent = self.parent[frame]
            if last[frame] > last[parent]:
                last[parent] = last[frame]
            if first[frame] < first[parent]:
                first[parent] = first[frame]
        return np.array(first, np.intp), np.array(last, np.intp)

    def _boxes(self, held: Ints) -> list[int]:
        """For each element the nearest container that holds more than one block: some pages box a paragraph twice."""
        boxes: list[int] = []
        for frame, (holder, parent, count) in enumerate(zip(self.holder, self.parent, held.tolist(), strict=True)):
            if holder != frame:
                boxes.append(boxes[holder])
            else:
                boxes.append(boxes[parent] if count == 1 and frame else frame)
        return boxes

    def _best(self, blocks: Sequence[Block]) -> int:
        """The container that holds most of the text directly; furniture, ill names and a place far down count less."""
        less = np.array([_LESS if block.frame.flags & _FURNITURE else 1.0 for block in blocks])
        named = np.exp(_NAMED * np.maximum(_LOWEST, self.all[:, 0]))[self.box]
        before = (np.cumsum(self.texts.plain) - self.texts.plain) / max(1, self.texts.plain.sum())
        weights = np.minimum(self.texts.plain, _LONG) * less * named * (1 - _LAST * before)
        return int(np.bincount(self.box, weights, len(self.frames)).argmax())

    def _ways(self) -> tuple[Floats, list[int]]:
        """(elements, 4): `up` counts containers from the best one to the nearest around both, `steps` those down from
        there, `low` and `high` are the extreme weights of the names on the way down; and the flags both share.
        """
        chain = self._chain()
        ways: list[tuple[int, int, float, float]] = []
        shared: list[int] = []
        for frame, ((low, high), parent) in enumerate(zip(self.own.tolist(), self.parent, strict=True)):
            if frame in chain:
                ways.append((chain[frame], 0, 0.0, 0.0))
                shared.append(self.frames[frame].flags)
                continue
            up, steps, least, most = ways[parent]
            steps = min(_FAR, steps + (self.holder[frame] == frame))
            ways.append((up, steps, low if low < least else least, high if high > most else most))
            shared.append(shared[parent])
        return np.array(ways, float).reshape(-1, 4), shared

    def _chain(self) -> dict[int, int]:
        """The best container and each around it, with its distance."""
        chain = {self.best: 0}
        frame = self.best
        while frame:
            frame = self.holder[self.parent[frame]]
            chain[frame] = len(chain)
        return chain


def _opened(blocks: Sequence[Block]) -> tuple[list[Frame], dict[Frame, int]]:
    """The elements around the blocks, each behind its parent, and their numbers."""
    place: dict[Frame, int] = {}
    for block in blocks:
        frame: Frame | None = block.frame
        if frame not in place:
            fresh = []
            while frame is not None and frame not in place:
                fresh.append(frame)
                frame = frame.parent
            for new in reversed(fresh):
                place[new] = len(place)
    return list(place), place


def _texts(blocks: Sequence[Block]) -> Texts:
    length = np.array([len(block.text) for block in blocks], np.intp)
    size = np.array([_size(block.text) for block in blocks], np.intp)
    linked = np.array([block.linked for block in blocks], np.intp) * size // length
    stops = np.array([sentence_ends(block.text) for block in blocks], np.intp)
    is_plain = (size > _SENTENCE) & (linked * 2 < size) & (stops > 0)
    return Texts(size, linked, stops, np.where(is_plain, size - linked, 0))


def _size(text: str) -> int:
    """The length a text would have in letters."""
    if text.isascii() or max(text[:_BEGINNING]) < _FIRST_DENSE:
        return len(text)
    return len(text) + 3 * len(_DENSE.findall(text)) // 2


def _sums(held: Ints, first: Ints, last: Ints) -> Ints:
    """What the blocks from `first` to before `last` hold together."""
    total = np.concatenate([[0], np.cumsum(held)])
    sums: Ints = total[last] - total[first]
    return sums


def sentence_ends(text: str) -> int:
    """How often a sentence ends in a line of words parted by single spaces.

    >>> sentence_ends("He came. Did he? At 7.30"), sentence_ends("橋が落ちた。町は閉じた。")
    (2, 2)
    """
    count = text.count(". ") + text.count("? ") + text.count("! ") + (text[-1:] in _STOPS)
    if text.isascii():
        return count
    wide = sum([text.count(stop) for stop in _WIDE_STOPS]) - (text[-1:] in _WIDE_STOPS)
    return count + text.count("… ") + wide
