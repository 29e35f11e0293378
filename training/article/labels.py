"""Which blocks of a page hold the article's words, told by aligning them with the text people marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from tasks.core.text import words

_GRAM = 4
_SHORT = 6  # words; shorter blocks are matched by their place between aligned neighbours
_NEAR = 60  # words
_GAP = 400
_COPIES = 60  # places of the truth at which a block is tried
_DRIFT = 12  # words by which a block's grams may stand apart from where its first one says
_OVERLAP = 16  # words
_LOOKBACK = 3_000  # matches
_WHOLE_TEXT = 200  # words; a block so long is seldom a paragraph, and paragraphs are to be preferred to it


@dataclass(frozen=True, slots=True)
class _Match:
    """A block at a place of the truth: `hits` of its `grams` are there."""

    block: int
    at: int
    size: int
    hits: int
    grams: int

    @property
    def gain(self) -> float:
        """How much of the truth it explains."""
        return (self.hits + _GRAM) * (0.95 if self.size > _WHOLE_TEXT else 1)


def label(blocks: Sequence[str], truth: str, boxes: Sequence[Hashable] = ()) -> list[float]:
    """Share of each block's words that the truth holds at that place, 0 to 1.

    Of the ways to lay blocks over the truth in order, the one that explains most of it is taken, so that a teaser or a
    standfirst does not take the place of the paragraph it repeats; blocks of the same of the `boxes` keep together.

    >>> label(["Home", "Ten ships met off Malta on Monday", "Share"], "Ten ships met off Malta on Monday")
    [0.0, 1.0, 0.0]
    """
    wanted, spelt = words(truth), [words(block) for block in blocks]
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(wanted) - _GRAM + 1):
        index[tuple(wanted[at : at + _GRAM])].append(at)
    matches = [match for number, block in enumerate(spelt) for match in _matches(number, block, index)]
    shares, places = [0.0] * len(spelt), [None] * len(spelt)
    taken = np.zeros(len(wanted) + 1, bool)
    chain = _best_chain(sorted(matches, key=lambda m: (m.block, m.at)), boxes or [0] * len(spelt))
    # What stands in another order on the page comes after the chain, where the truth is not explained yet.
    for match in chain + sorted(matches, key=lambda m: -m.hits):
        place = slice(match.at, match.at + match.size)
        if places[match.block] is None and (match in chain or taken[place].sum() < 0.3 * match.size):
            shares[match.block], places[match.block] = match.hits / match.grams, match.at
            taken[place] = True
    _partly(spelt, index, shares, places)
    _short(spelt, wanted, shares, places)
    return shares


def _matches(number: int, block: list[str], index: dict[tuple[str, ...], list[int]]) -> list[_Match]:
    """The places of the truth that hold more than half of a block's grams."""
    grams = len(block) - _GRAM + 1 if len(block) >= _SHORT else 0
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for i in range(grams):
        for at in index.get(tuple(block[i : i + _GRAM]), ())[:_COPIES]:
            found[(at - i) // _DRIFT].setdefault(i, at)
            found[(at - i) // _DRIFT + 1].setdefault(i, at)
    likely = sorted(found.values(), key=len, reverse=True)[:_COPIES]
    return [
        _Match(number, max(0, held[min(held)] - min(held)), len(block), len(held), grams)
        for held in likely
        if len(held) * 2 > grams
    ]


def _best_chain(matches: list[_Match], boxes: Sequence[Hashable]) -> list[_Match]:
    """The matches, in the order of both page and truth, that explain most."""
    if not matches:
        return []
    block = np.array([match.block for match in matches])
    start = np.array([match.at for match in matches])
    end = np.array([match.at + match.size for match in matches])
    numbers = {box: number for number, box in enumerate(dict.fromkeys(boxes))}
    box = np.array([numbers[boxes[match.block]] for match in matches])
    best = np.array([match.gain for match in matches])
    before = [-1] * len(matches)
    for j in range(1, len(matches)):
        low = max(0, j - _LOOKBACK)
        distance = 0.001 * (block[j] - block[low:j]) + 0.0001 * np.maximum(0, start[j] - end[low:j])
        value = best[low:j] + 0.5 * (box[low:j] == box[j]) - distance
        value[(block[low:j] >= block[j]) | (end[low:j] > start[j] + _OVERLAP)] = 0
        if value.max() > 0:
            before[j] = low + int(value.argmax())
            best[j] += value.max()
    chain, j = [], int(best.argmax())
    while j >= 0:
        chain.append(matches[j])
        j = before[j]
    return chain[::-1]


def _partly(
    spelt: list[list[str]],
    index: dict[tuple[str, ...], list[int]],
    shares: list[float],
    places: list[int | None],
) -> None:
    """Shares of blocks that stand nowhere whole."""
    for number, block in enumerate(spelt):
        if places[number] is None and len(block) >= _SHORT:
            grams = [tuple(block[i : i + _GRAM]) for i in range(len(block) - _GRAM + 1)]
            share = sum(gram in index for gram in grams) / len(grams)
            shares[number] = share if share <= 0.5 else 0.0


def _short(spelt: list[list[str]], wanted: list[str], shares: list[float], places: list[int | None]) -> None:
    first: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(wanted):
        first[word].append(at)
    behind = _ends_before(spelt, places)
    ahead = _starts_after(places)
    for number, block in enumerate(spelt):
        if not 0 < len(block) < _SHORT:
            continue
        occurrences = (at for at in first.get(block[0], ()) if wanted[at : at + len(block)] == block)
        if any(_fits(at, behind[number], ahead[number]) for at in occurrences):
            shares[number] = 1.0


def _fits(at: int, behind: int | None, ahead: int | None) -> bool:
    if behind is not None and ahead is not None:
        return behind - 3 <= at <= ahead + 3 and ahead - behind < _GAP
    if behind is not None:
        return behind - 3 <= at <= behind + _NEAR
    return ahead is None or ahead - _NEAR <= at <= ahead + 3


def _ends_before(spelt: list[list[str]], places: list[int | None]) -> list[int | None]:
    ends: list[int | None] = []
    last: int | None = None
    for block, place in zip(spelt, places, strict=True):
        ends.append(last)
        last = place + len(block) if place is not None else last
    return ends


def _starts_after(places: list[int | None]) -> list[int | None]:
    starts: list[int | None] = []
    following: int | None = None
    for place in reversed(places):
        starts.append(following)
        following = place if place is not None else following
    return starts[::-1]
