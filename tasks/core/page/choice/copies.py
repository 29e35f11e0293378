"""What a page says twice: of copies one is the article's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count

from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.markup.frames import Frame

_BEGINNING = 60  # code points
_LONGEST_LINE = 200  # code points
_LONGER_THAN_PARAGRAPHS = 2_000  # code points
_PROBES, _PROBE = 16, 40  # places, and code points at each, by which a long block is sought in the others


def without_copies(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Of chosen blocks that begin alike in different containers the first stays: the others are hidden texts, teasers.

    A heading gives way to the paragraph it repeats. A lone copy of the same kind of element is the text's own: each of
    many people is asked the same question.
    """
    begun: dict[str, int] = {}
    copies: dict[int, int] = {}
    order = [index for index in compress(count(), chosen) if len(blocks[index].text) >= _BEGINNING]
    for index in order:
        earlier = begun.setdefault(blocks[index].text[:_BEGINNING], index)
        if blocks[index].frame.container is not blocks[earlier].frame.container:
            copies[index] = earlier
    for before, index, behind in zip([-1, *order], order, [*order[1:], -1], strict=False):
        if index not in copies:
            continue
        first = blocks[copies[index]].frame
        if first.tag in HEADINGS and blocks[index].frame.tag not in HEADINGS:
            chosen[copies[index]] = False
        elif before in copies or behind in copies or not _recurs(blocks[index], first):
            chosen[index] = False
    return _without_second_texts(blocks, chosen)


def _without_second_texts(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Without blocks as long as a text whose words the others hold already: the text kept for a machine."""
    long = [index for index in compress(count(), chosen) if len(blocks[index].text) > _LONGER_THAN_PARAGRAPHS]
    for index in long:
        text = blocks[index].text
        others = " ".join([block.text for at, block in enumerate(blocks) if chosen[at] and at != index])
        probes = [text[at : at + _PROBE] for at in range(0, len(text) - _PROBE, len(text) // _PROBES)]
        if sum(probe in others for probe in probes) * 2 > len(probes):
            chosen[index] = False
    return chosen


def _recurs(block: Block, first: Frame) -> bool:
    """Whether a block that repeats one in the frame `first` is a line that may recur in a text."""
    return len(block.text) < _LONGEST_LINE and (first.tag, first.names) == (block.frame.tag, block.frame.names)
