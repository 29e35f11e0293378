"""Which blocks of a page hold the article's words, told by aligning them with the text people marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tasks.core.text import words

_GRAM = 4
_SHORT = 6  # words; shorter blocks are matched by their place between aligned neighbours
_NEAR = 60  # words
_GAP = 400


def label(blocks: Sequence[str], truth: str) -> list[float]:
    """Share of each block's words that the truth holds at that place, 0 to 1.

    >>> label(["Home", "Ten ships met off Malta on Monday", "Share"], "Ten ships met off Malta on Monday")
    [0.0, 1.0, 0.0]
    """
    wanted, spelt = words(truth), [words(block) for block in blocks]
    shares, places = _long(spelt, wanted)
    _short(spelt, wanted, shares, places)
    return shares


def _long(spelt: list[list[str]], wanted: list[str]) -> tuple[list[float], list[int | None]]:
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(wanted) - _GRAM + 1):
        index[tuple(wanted[at : at + _GRAM])].append(at)
    used: dict[tuple[str, ...], int] = defaultdict(int)
    shares, places = [0.0] * len(spelt), [None] * len(spelt)
    for number, block in enumerate(spelt):
        grams = [tuple(block[i : i + _GRAM]) for i in range(len(block) - _GRAM + 1)] if len(block) >= _SHORT else []
        found = [gram for gram in grams if gram in index]
        if len(found) * 2 > len(grams):
            copies = index[found[0]]
            if used[found[0]] < len(copies):  # a copy beyond the truth's own is a teaser or a repeated text
                shares[number], places[number] = len(found) / len(grams), copies[used[found[0]]]  # type: ignore[call-overload]  # numpy takes lists as indices
            used[found[0]] += 1
        elif grams:
            shares[number] = len(found) / len(grams)
    return shares, places


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
