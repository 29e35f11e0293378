"""Lines between those of a text that go with it: headings, items of lists, parts of an element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tasks.core.page.markup.block import Block, size_of
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.markup.frames import Frame
from tasks.core.page.markup.names import without_digits

_PARTS = frozenset((*HEADINGS, "li"))
_FEW, _MANY = 2, 12  # lines of an element
_HEADINGS, _SURE = 4, 2  # of a kind, and of them chosen


def with_lines_between(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """With the lines that go with the chosen ones."""
    _add_parts(blocks, chosen)
    _add_rest_of_elements(blocks, chosen)
    _add_headings(blocks, chosen)
    return chosen


def _add_parts(blocks: Sequence[Block], chosen: list[bool]) -> None:
    """Headings and items of lists that stand between two blocks of the text, in the same element.

    Of 113 such headings and 49 items not chosen on the pages people marked, 105 and 46 are the article's.
    """
    for index in range(1, len(blocks) - 1):
        frame = blocks[index].frame
        if not chosen[index] and chosen[index - 1] and chosen[index + 1] and frame.tag in _PARTS:
            chosen[index] = blocks[index - 1].frame.parent is frame.parent is blocks[index + 1].frame.parent


def _add_rest_of_elements(blocks: Sequence[Block], chosen: list[bool]) -> None:
    """Lines between the text's own of one element whose words are the text's for the most part.

    So old pages write, whose paragraphs end with two line breaks. Of many such lines those behind the last go on, too:
    the further down a long page a line stands, the less sure it seems.
    """
    for places in _lines_of_elements(blocks):
        own = [index for index in places if chosen[index]]
        if not 1 < len(own) < len(places):
            continue
        size, whole = (size_of(blocks, part) for part in (own, places))
        last = own[-1] if len(own) < _MANY else places[-1]
        for index in places if 2 * size > whole else ():
            block = blocks[index]
            chosen[index] = chosen[index] or (own[0] < index <= last and 2 * block.linked < len(block.text))


def _add_headings(blocks: Sequence[Block], chosen: list[bool]) -> None:
    """Headings that look like others of the text and stand above words of it: one of many is easily missed.

    Of 138 such headings on the pages people marked, 96 are the article's.
    """
    kinds: dict[tuple[str, str, str], list[int]] = {}
    first = next((place for place, is_chosen in enumerate(chosen) if is_chosen), len(chosen))
    for place in range(first, len(chosen)):
        frame = blocks[place].frame
        if frame.tag in HEADINGS:
            around = frame.parent.names if frame.parent else ""
            kinds.setdefault((frame.tag, without_digits(frame.names), without_digits(around)), []).append(place)
    for places in kinds.values():
        if len(places) >= _HEADINGS and sum([chosen[place] for place in places]) >= _SURE:
            for place in places:
                chosen[place] = chosen[place] or _stands_above_text(blocks, chosen, place)


def _stands_above_text(blocks: Sequence[Block], chosen: Sequence[bool], place: int) -> bool:
    """Whether the line below is chosen, or, where no other heading stands below it, the next: who wrote an entry.

    A linked heading above another one is a teaser.
    """
    below = [block.frame.tag in HEADINGS for block in blocks[place + 1 : place + 3]]
    is_linked = 2 * blocks[place].linked > len(blocks[place].text)
    if any(chosen[place + 1 : place + 2]):
        return not (is_linked and below[0])
    return any(chosen[place + 2 : place + 3]) and not any(below)


def _lines_of_elements(blocks: Sequence[Block]) -> list[list[int]]:
    """The places of the lines of each element that has more than a few."""
    numbers = Counter([block.frame for block in blocks])
    held: dict[Frame, list[int]] = {frame: [] for frame, number in numbers.items() if number > _FEW}
    for index, block in enumerate(blocks) if held else ():
        if block.frame in held:
            held[block.frame].append(index)
    return [*held.values()]
