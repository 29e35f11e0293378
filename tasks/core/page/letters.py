"""What a page's blocks say in numbers: how long the texts are, how many sentences, commas, capitals and digits."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from tasks.core.page.blocks import Block
from tasks.core.text import FIRST_DENSE

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]
_STOPS = ".?!…"  # end a sentence before a space
_WIDE_STOPS = "。？！।॥؟۔։።။"  # of scripts that put no space behind them, or none elsewhere
_COMMAS = ",，、،"
# Ideographs and kana say in one letter what others say in two or three.
_DENSE_LETTERS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"))
_BEGINNING = 40  # code points that tell the script
_READ = 80  # code points that show a block's capitals and digits
_SENTENCE = 60  # code points; shorter blocks are hardly text
_LETTERS = 1 << 16  # code points whose kind is tabled; those beyond have no capitals that news uses
# The sum of the bits of capitals and digits tells of up to 127 letters how many are which.
_CAPITAL, _COMMA, _STOP, _WIDE_STOP, _DENSE, _DIGIT = 1, 2, 4, 8, 16, 128


@dataclass(slots=True)
class Texts:
    """Of each block: its text and the length of it in code points, its size in letters, how much of that is linked, how
    many sentences end in it, its size again if it is text (else 0); its commas, and the shares of capitals and digits
    in its beginning.
    """

    lines: list[str]
    length: Ints
    size: Ints
    linked: Ints
    stops: Ints
    plain: Ints
    commas: Ints
    capitals: Floats
    digits: Floats


def ints(values: Sequence[int]) -> Ints:
    """Numbers as an array; packed first, which takes a quarter of the time of `np.array`."""
    return np.frombuffer(struct.pack(f"{len(values)}q", *values), np.int64)


def floats(values: Sequence[float]) -> Floats:
    """Numbers as an array, in the same way."""
    return np.frombuffer(struct.pack(f"{len(values)}d", *values), np.float64)


def texts_of(blocks: Sequence[Block]) -> Texts:
    """The letters of the blocks' texts counted; no text is empty.

    A sentence ends where a stop stands before a space or at a text's end, and at every stop of scripts without spaces.
    """
    # All texts in one array: 60 us a page, where a loop over them that asked each for its letters took 180.
    lines = [block.text for block in blocks]
    length = ints([len(line) for line in lines])
    codes = np.frombuffer(f"{' '.join(lines)} ".encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _kinds().take(codes, mode="clip")
    starts = length.cumsum() - length + np.arange(len(lines))
    ends = kinds & _STOP > 0
    ends[:-1] &= codes[1:] == ord(" ")
    ends |= kinds & _WIDE_STOP > 0
    stops = np.add.reduceat(ends, starts, dtype=np.intp)
    size = length
    if codes.max() >= ord(FIRST_DENSE):
        size = _sizes(lines, length, np.add.reduceat(kinds & _DENSE > 0, starts, dtype=np.intp))
    linked = ints([block.linked for block in blocks]) * size // length
    is_plain = (size > _SENTENCE) & (linked * 2 < size) & (stops > 0)
    read = np.minimum(_READ, length)
    edges = np.empty((len(lines), 2), np.intp)
    edges[:, 0], edges[:, 1] = starts, starts + read
    shown = np.add.reduceat(kinds & (_CAPITAL | _DIGIT), edges.ravel(), dtype=np.intp)[::2]
    capitals, digits = shown % _DIGIT / read, shown // _DIGIT / read
    commas = np.add.reduceat(kinds & _COMMA > 0, starts, dtype=np.intp)
    return Texts(lines, length, size, linked, stops, (size - linked) * is_plain, commas, capitals, digits)


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """What each letter is, as bits."""
    every = np.arange(_LETTERS, dtype=np.uint32).view("U1")
    kinds = np.uint8(_CAPITAL) * np.strings.isupper(every) | np.uint8(_DIGIT) * np.strings.isdigit(every)
    for kind, letters in ((_COMMA, _COMMAS), (_STOP, _STOPS), (_WIDE_STOP, _WIDE_STOPS)):
        kinds[list(map(ord, letters))] |= kind
    for first, last in _DENSE_LETTERS:
        kinds[ord(first) : ord(last) + 1] |= _DENSE
    return kinds


def _sizes(lines: Sequence[str], length: Ints, dense: Ints) -> Ints:
    """The lengths that texts would have in letters, if they begin in a dense script or with a sign."""
    is_dense = [count > 0 and max(line[:_BEGINNING]) >= FIRST_DENSE for line, count in zip(lines, dense, strict=True)]
    sizes: Ints = length + 3 * dense * is_dense // 2
    return sizes
