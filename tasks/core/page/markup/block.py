"""A page's blocks: the runs of words a browser shows apart, each with the elements around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tasks.core.page.markup.frames import Frame


@dataclass(slots=True, eq=False)
class Block:
    """A run of words; `anchors` are (start, end, href) in code points of `text`.

    `text` is one line, but for what is set in lines: these are parted by `LINE_END`.
    """

    text: str
    frame: Frame
    anchors: list[tuple[int, int, str]]
    linked: int
    after_image: bool


@dataclass(slots=True, frozen=True)
class Menu:
    """An element that is left out for its links: the address by which the parser's nodes are told, and its words.

    `names` are in small letters those of it and of the elements directly in it.
    """

    address: int
    words: str
    names: str


def size_of(blocks: Sequence[Block], places: Iterable[int]) -> int:
    """Code points of the texts at some places."""
    return sum([len(blocks[place].text) for place in places])
