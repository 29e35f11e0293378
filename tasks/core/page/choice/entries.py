"""The entries of a page that goes on: elements of one kind, one below the other, each with a time and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, count, groupby, islice
from operator import itemgetter

from tasks.core.page.markup.block import Block, size_of
from tasks.core.page.markup.elements import BUTTON, FIGURE, FORM, HEADINGS
from tasks.core.page.markup.frames import Frame, around
from tasks.core.page.markup.names import without_digits

_FEWEST = 3  # entries with words that were chosen
_MOST_OF = 0.4  # of the chosen text stands in entries
_TIMED, _FIRST = 0.7, 3  # of the entries, at least, bear a time among their first lines
_LONGEST_STAMP = 60  # code points of the line that bears it
_CLOCK = re.compile(r"\d(?:[:.h]\d\d| (?:min|hour|hr|[hm])s? ago\b)")
_LEVELS = 12  # elements around a text, one of which is its entry
_CONTROLS = FIGURE | FORM | BUTTON

Kind = tuple[str, str]


def with_entries(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """With the short words of entries whose longer ones were chosen, and with their headings.

    Words of an entry stand in elements of the kind in which those of others were chosen.
    """
    places = [*compress(count(), chosen)]
    # Of nearly every page one of these two tells in no time that it has no entries.
    if len({blocks[place].frame.container for place in places}) < _FEWEST:
        return chosen
    short = "\n".join([block.text for block in blocks if len(block.text) <= _LONGEST_STAMP])
    if len(_CLOCK.findall(short)) < _FEWEST:
        return chosen
    parent, kind = _most_held(blocks, places)
    if parent is None:
        return chosen
    held = list(_held(blocks, parent, kind))
    entries = [[place for place, _ in group] for _, group in groupby(held, key=itemgetter(1))]
    timed = sum(any(_is_stamp(blocks[place].text) for place in entry[:_FIRST]) for entry in entries)
    if timed < _TIMED * len(entries):
        return chosen
    times_told = Counter(blocks[place].text for place, _ in held)  # who wrote an entry, and what shares it, recurs
    bodies = {_path(blocks[place].frame.container, entry) for place, entry in held if chosen[place]}
    for place, entry in held:
        block = blocks[place]
        if block.frame.flags & _CONTROLS == 0 and 2 * block.linked < len(block.text):
            is_own = times_told[block.text] == 1 and not _is_stamp(block.text)
            is_body = block.frame.tag in HEADINGS or _path(block.frame.container, entry) in bodies
            chosen[place] = chosen[place] or (is_own and is_body)
    return chosen


def _most_held(blocks: Sequence[Block], places: Sequence[int]) -> tuple[Frame | None, Kind]:
    """The element around entries that hold most of the chosen text, and their kind; None where none do."""
    size: dict[Frame, int] = {}
    for place in places:
        container = blocks[place].frame.container
        size[container] = size.get(container, 0) + len(blocks[place].text)
    held: dict[tuple[Frame, Kind], dict[Frame, int]] = {}
    for container, letters in size.items():
        for frame in islice(around(container), _LEVELS):
            if frame.parent is not None:
                sizes = held.setdefault((frame.parent, _kind(frame)), {})
                sizes[frame] = sizes.get(frame, 0) + letters
    several = {group: sum(sizes.values()) for group, sizes in held.items() if len(sizes) >= _FEWEST}
    if not several or max(several.values()) < _MOST_OF * size_of(blocks, places):
        return None, ("", "")
    return max(several, key=lambda group: several[group])


def _held(blocks: Sequence[Block], parent: Frame, kind: Kind) -> Iterator[tuple[int, Frame]]:
    """The places of the blocks in entries, with these."""
    entry_of: dict[Frame, Frame | None] = {parent: None}
    for place, block in enumerate(blocks):
        frame: Frame | None = block.frame
        fresh: list[Frame] = []
        while frame is not None and frame not in entry_of:
            fresh.append(frame)
            frame = frame.parent
        entry = entry_of[frame] if frame is not None else None
        if frame is parent and fresh and _kind(fresh[-1]) == kind:
            entry = fresh[-1]
        entry_of.update(dict.fromkeys(fresh, entry))
        if entry is not None:
            yield place, entry


def _is_stamp(text: str) -> bool:
    return len(text) <= _LONGEST_STAMP and _CLOCK.search(text) is not None


def _path(frame: Frame, entry: Frame) -> tuple[Kind, ...]:
    """The kinds of the elements from one up to the entry it stands in."""
    path = []
    for outer in around(frame):
        if outer is entry:
            break
        path.append(_kind(outer))
    return tuple(path)


def _kind(frame: Frame) -> Kind:
    """Its tag and the first of its names: numbers and further ones, such as its id, are the entry's own."""
    return frame.tag, without_digits(frame.names.partition(" ")[0])
