"""Lines of a page that goes on which are nothing but the times of its entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import TABLE

_FEWEST = 3  # entries
_LONGEST_TIME = 35  # code points of a line that is one
# `22:40`, `14.05 Uhr`, `3:32 pm`, `16:0518. 8. 2021`; a stop alone stands in prices and measures as well.
_TIME = re.compile(
    r"\W*(?:(?:at|um|kl\.?|à|a las|klo|ore|o) )?([01]?\d|2[0-3])"
    r"(?:[:h]|(?:(?<=(?:at|um|l\.|kl|lo) \d)|(?<=(?:at|um|l\.|kl|lo) \d\d))[.]|[.](?=\d\d ?(?:uhr|[ap]\.?m)))([0-5]\d)"
    r"(?: ?(?:([ap])\.?m\b\.?|uhr\b|h\b))?(?: [A-Z]{2,4})?\W*(?:\d{1,2}[./]\s?\d{1,2}[./]?(?:\s?\d{4})?)?\W*",
    re.IGNORECASE,
)
_WORDS = 40  # code points of an entry below its time
_FALLING = 0.8  # of the times, at least, do not rise


def stamps(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """Which of the text's lines are nothing but the times of entries, the newest first; those of a programme rise.

    Each entry has words as well.
    """
    timed = [(at, clock) for at, place in enumerate(places) if (clock := _minutes(blocks[place])) is not None]
    behind = [places[at + 1 : at + 3] for at, _ in timed]  # a heading may stand between
    worded = sum(any(len(blocks[place].text) > _WORDS for place in below) for below in behind)
    falls = sum(above >= below for (_, above), (_, below) in pairwise(timed))
    are_entries = len(timed) >= _FEWEST and worded >= _FALLING * len(timed) and falls >= _FALLING * (len(timed) - 1)
    return [places[at] for at, _ in timed] if are_entries else []


def _minutes(block: Block) -> int | None:
    """The time of a line, not of a table, that says nothing else, in minutes of its day."""
    is_line = len(block.text) <= _LONGEST_TIME and not block.frame.flags & TABLE
    match = _TIME.fullmatch(block.text) if is_line else None
    if match is None:
        return None
    hour = int(match[1]) % 12 + 12 * (match[3] in "pP") if match[3] else int(match[1])
    return hour * 60 + int(match[2])
