"""Boxes within a text that offer something else: letters to subscribe to, ways to pay, appeals for money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import dropwhile, islice, takewhile

from tasks.core.page.markup.block import Block, size_of
from tasks.core.page.markup.elements import FORM, HEADINGS
from tasks.core.page.markup.frames import Frame, around
from tasks.core.page.markup.names import OFFER, name_flags
from tasks.core.text import vocabulary

_ASKING = vocabulary(
    "subscribe subscribed subscriber subscribers subscription newsletter newsletters sign signup login log "
    "inbox follow join download donate donation support trial advertise advertisement advertisements "
    "advertising sponsored promo promoted abonnieren abonnez abonnement inscrivez suscríbete suscribirse "
    "iscriviti assine подписаться подпишитесь"
)
_WORD = re.compile(r"\w+")
_READ = 80  # code points; a word further on is part of a sentence
_LONGEST = 400  # code points of a line in a box
_PART = 4  # so many times what stands in boxes, the text is long
_LEVELS, _LINES, _BOX = 3, 8, 700  # elements around a form, lines and code points of the box it stands in
_FORMS = 20  # labels of forms looked at
_BEHIND = 4  # blocks behind the text


def boxed(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """Which of the text's lines, given by their places, stand in such boxes.

    A box is told by its names, or by a form in it that asks to subscribe. Of twelve lines left out so on 974 marked
    pages one was marked as its article's.
    """
    most = size_of(blocks, places) // _PART
    found = {*_named(blocks, places), *_with_form(blocks, places, most)}
    return sorted(found) if size_of(blocks, found) < most else []


def _named(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[int]:
    named = [index for index in places if blocks[index].frame.flags & OFFER]
    if named:
        longest = max((blocks[index] for index in places), key=lambda block: len(block.text))
        outer = set(around(longest.frame.parent))
        offers = [(index, names) for index in named if (names := _offered(blocks[index].frame, outer))]
        # Some sites name each paragraph so that not everybody may read.
        common = {names for at, names in offers if len(blocks[at].text) > _LONGEST or blocks[at] is longest}
        yield from (index for index, names in offers if names not in common)


def _offered(frame: Frame | None, outer: Set[Frame]) -> str | None:
    """The names of an element, or of one around it, that tell so; the outer ones do not, nor do those of a heading."""
    inner = takewhile(lambda element: element not in outer, around(frame))
    return next((e.names for e in inner if e.tag not in HEADINGS and name_flags(e.names) & OFFER), None)


def _with_form(blocks: Sequence[Block], places: Sequence[int], most: int) -> Iterator[int]:
    chosen = frozenset(places)
    within = range(places[0], min(len(blocks), places[-1] + _BEHIND)) if places else ()
    controls = [index for index in within if index not in chosen and blocks[index].frame.flags & FORM]
    asking = (index for index in controls if _asks(blocks[index].text))
    for index in islice(asking, _FORMS):
        yield from (place for place in _box(blocks, index, places[0], min(most, _BOX)) if place in chosen)


def _asks(label: str) -> bool:
    """Whether a form's label asks to subscribe, sign up or pay."""
    return not _ASKING.isdisjoint(_WORD.findall(label[:_READ].lower()))


def _box(blocks: Sequence[Block], index: int, first: int, most: int) -> range:
    """The blocks of the largest small element around the form in which a block stands; `most` is its code points.

    No box holds the `first` block of the text: a short article may be as small as one.
    """
    box = range(index, index + 1)
    outside = dropwhile(lambda element: element.flags & FORM, around(blocks[index].frame))
    for frame in islice(outside, _LEVELS):
        held = _held(blocks, index, frame)
        is_large = len(held) > _LINES or size_of(blocks, held) > most
        if is_large or first in held or frame.tag in ("article", "main", "body"):
            break
        box = held
    return box


def _held(blocks: Sequence[Block], index: int, frame: Frame) -> range:
    """The blocks in an element, which stand together; no more than show that it is no small box."""
    first = last = index
    while first > 0 and index - first <= _LINES and frame in around(blocks[first - 1].frame):
        first -= 1
    while last + 1 < len(blocks) and last - index <= _LINES and frame in around(blocks[last + 1].frame):
        last += 1
    return range(first, last + 1)
