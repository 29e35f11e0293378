"""What stands around a text and is none of it: bylines and dates above, links below, appeals, other articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.core.date.line import read_day
from tasks.core.page.margins.appeals import LONGEST, is_appeal, may_appeal
from tasks.core.page.margins.boxes import boxed
from tasks.core.page.margins.closings import is_closing
from tasks.core.page.margins.openings import STOPS, is_bracketed_name, is_byline, is_day, is_opening, is_stamp
from tasks.core.page.margins.stamps import stamps
from tasks.core.page.margins.withheld import withheld
from tasks.core.page.markup.block import Block, size_of
from tasks.core.page.markup.elements import FORM, HEADINGS
from tasks.core.page.markup.frames import Frame, around
from tasks.core.page.markup.names import without_digits
from tasks.core.page.people.signatures import is_signature

_FIRST, _LAST = 3, 4  # blocks of a text among which its byline and date stand, and appeals to its readers
_ASKING = 250  # code points of an appeal further up
_STAMPED = 8  # blocks of a text among which the line stands that says when it was published
_DIGIT = re.compile(r"\d")
# `Comments (5)`, `5 комментариев`
_COMMENTS = re.compile(
    r"\W*(?:\d+ )?(?:comments?|commentaires?|commenti|coment[aá]rios?|comentarii|reacties|"
    r"komm?ent(?:are|arer|arze|áře|áre|ar|arai|aarit?)|hozzászólások|yorumlar|komentari|ком+ент(?:арии|арі|ари|ара)\w*|σχόλια|التعليقات|تعليقات|نظرات)\W*(?:\d+\W*)?",
    re.IGNORECASE,
)
# When an entry of a page that goes on was changed: `Updated at 22:58 CDT`
_CHANGED_AT = re.compile(r"updated at \d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?: [a-z]{2,4})?", re.IGNORECASE)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\W{0,3}(?:read (?:the rest|more)|more|continue reading)?\W*$", re.IGNORECASE)
_PROSE, _SHORTEST, _SHORT = 100, 300, 500  # code points of a paragraph, and of short articles
_FAR, _TEASERS = 15, 6  # blocks between two parts of a page, and the linked lines among them
_TEASER, _LABEL = 25, 40  # code points
_HEADLINE = 40  # blocks above the first paragraph among which the headline stands


def without_margins(blocks: Sequence[Block], chosen: list[bool], title: str) -> list[bool]:
    """Without what stands above, below and between the paragraphs of the one article."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen]
    margins = set(_appeals(blocks, places))
    margins.update(withheld(blocks, places), boxed(blocks, places), stamps(blocks, places))
    margins.update(_above(blocks, places, title), _teasers(blocks, chosen, places))
    margins.update(_others(blocks, places, title), _far(blocks, places, title), _listed(blocks, places, title))
    margins.update(_commented(blocks, places))
    margins.update(_below(blocks, [index for index in places if index not in margins]))
    margins.update(index for index in places if _CHANGED_AT.fullmatch(blocks[index].text))
    if len(margins) < len(places):  # of a page that holds nothing else this is the text
        for index in margins:
            chosen[index] = False
    return chosen


def _appeals(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """Which lines ask readers for something: of the last ones, and of those that hold a link."""
    within = [index for index in places[:-_LAST] if blocks[index].anchors and len(blocks[index].text) <= _ASKING]
    short = within + [index for index in places[-_LAST:] if len(blocks[index].text) <= LONGEST]
    may_ask = may_appeal("\n".join([blocks[index].text for index in short]))
    return [index for index in short if is_appeal(blocks[index].text)] if may_ask else []


def _above(blocks: Sequence[Block], places: Sequence[int], title: str) -> list[int]:
    """Bylines and dates among the first lines, and what stands well above the headline."""
    above = blocks[: places[-1]] if places else []
    lines = [i for i, block in enumerate(above) if block.text == title]
    head = next((i for i in lines if blocks[i].frame.tag in HEADINGS), 0)
    lines = [i for i in lines if not blocks[i].linked]
    before = [index for index in places if index < head - _FIRST]
    if lines and not head:  # a line like the headline may be any: no more than what is no prose stands above it
        before = [index for index in places if index < lines[0] - _FIRST and len(blocks[index].text) <= _LABEL]
    before = before if 2 * size_of(blocks, before) < size_of(blocks, places) else []
    first = places[len(before) :] if places[: len(before)] == before else places
    openings = [index for index in first[:_FIRST] if is_opening(blocks[index].text)]
    stamps = [index for index in first[_FIRST:_STAMPED] if is_stamp(blocks[index].text)]
    printed = next((index for index in first[:_FIRST] if blocks[index].text == title), 0)
    kickers = [index for index in first[:_FIRST] if index < printed and len(blocks[index].text) <= _LABEL]
    return before + openings + stamps + kickers


def _below(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """The links behind the last paragraph with the labels above them, what a form says, what closes the text."""
    found: list[int] = []
    for index in reversed(places):
        block = blocks[index]
        is_of_teaser = index > 0 and is_day(block.text) and _is_link(blocks[index - 1])
        is_foreign = _is_foreign(block, blocks[places[0]]) or is_signature(blocks, index)
        if not (is_of_teaser or is_foreign or (found and _is_label(block))):
            break
        found.append(index)
    return found if 2 * size_of(blocks, found) < size_of(blocks, places) else []


def _is_foreign(block: Block, first: Block) -> bool:
    """Whether a block is a link to another page, a form's, or closes the text; addresses written out are references."""
    if block.frame.tag in HEADINGS or block.text.startswith("http"):
        return False
    is_control = len(block.text) <= _LABEL and block.frame.flags & ~first.frame.flags & FORM > 0
    if is_control or _is_link(block) or is_closing(block.text):
        return True
    return is_byline(block.text) or is_bracketed_name(block.text) or is_stamp(block.text)


def _is_label(block: Block) -> bool:
    return len(block.text) <= _LABEL and block.text.rstrip("）」』")[-1:] not in f"{STOPS}]"


def _teasers(blocks: Sequence[Block], chosen: Sequence[bool], places: Sequence[int]) -> list[int]:
    """Paragraphs that break off, or go on, where the heading above them leads."""
    return [
        index
        for index in places
        if index
        and not chosen[index - 1]
        and blocks[index - 1].frame.tag in HEADINGS
        and _is_link(blocks[index - 1])
        and _breaks_off(blocks[index], blocks[index - 1])
    ]


def _breaks_off(block: Block, heading: Block) -> bool:
    """Whether a paragraph ends in dots, or in a link to the page that its heading links to."""
    last = block.anchors[-1] if block.anchors else (0, 0, "")
    goes_on = last[1] == len(block.text) and last[2] in [href for _, _, href in heading.anchors]
    return goes_on or _ELLIPSIS.search(block.text) is not None


def _far(blocks: Sequence[Block], places: Sequence[int], title: str) -> list[int]:
    """What follows a long list of other pages in elements of another kind, below a text that has the headline."""
    for place, (index, following) in enumerate(pairwise(places), 1):
        if following - index > _FAR and _leads_elsewhere(blocks[index + 1 : following]):
            above, behind = places[:place], list(places[place:])
            kinds = {_kind(blocks[i].frame) for i in above}
            is_text = size_of(blocks, above) > size_of(blocks, behind) or _is_headed(blocks, above, title)
            return [] if any(_kind(blocks[i].frame) in kinds for i in behind) or not is_text else behind
    return []


def _is_headed(blocks: Sequence[Block], places: Sequence[int], title: str) -> bool:
    """Whether lines are as long as a short article and stand just below the headline."""
    near = blocks[max(0, places[0] - _FAR) : places[0] + 1]
    return size_of(blocks, places) > _SHORT and any(block.text == title for block in near)


def _leads_elsewhere(between: Sequence[Block]) -> bool:
    """Whether lines that are links to other pages are among these; a table of contents links to its own."""
    teasers = [block for block in between if _is_link(block) and len(block.text) > _TEASER]
    return sum("#" not in block.anchors[0][2] for block in teasers) >= _TEASERS


def _others(blocks: Sequence[Block], places: Sequence[int], title: str) -> list[int]:
    """What stands in elements like the one that holds the headline and its text, each with a headline of its own."""
    near = range(max(0, places[0] - _HEADLINE), places[0] + 1) if places else ()
    head = next((i for i in near if blocks[i].text == title and blocks[i].frame.tag in HEADINGS), None)
    text = next((i for i in places if len(blocks[i].text) > _PROSE), None)
    if head is None or text is None:
        return []
    level = blocks[head].frame.tag
    heads = [block.frame for block in blocks[text : places[-1]] if block.frame.tag == level]
    outer = set(around(blocks[head].frame)) if heads else ()
    own = next((frame for frame in around(blocks[text].frame) if frame in outer), None)
    if own is None or own.parent is None:
        return []
    inside = {_within(frame, own.parent) for frame in heads} - {own, None}
    others = {frame for frame in inside if frame and _kind(frame) == _kind(own)}
    return [i for i in places if _within(blocks[i].frame, own.parent) in others] if others else []


def _listed(blocks: Sequence[Block], places: Sequence[int], title: str) -> Sequence[int]:
    """What stands among dated links to other pages, outside the element that holds the headline and a text."""
    head = next((i for i, block in enumerate(blocks) if block.text == title and block.frame.tag in HEADINGS), None)
    first = next((i for i in places if head is not None and i > head), None)
    if head is None or first is None or first - head > _FAR:
        return []
    outer = set(around(blocks[head].frame))
    own = next(frame for frame in around(blocks[first].frame) if frame in outer)
    if own in around(blocks[places[-1]].frame):
        return []
    others = [i for i in places if i > first and own not in around(blocks[i].frame)]
    words = [i for i in others if not _is_link(blocks[i]) and read_day(blocks[i].text) is None]
    teasers = sum(_is_dated_teaser(blocks, i) for i in words)
    is_text = size_of(blocks, [i for i in places if first <= i < min(others, default=0)]) >= _SHORTEST
    return others if is_text and teasers >= _TEASERS and 2 * teasers > len(words) else []


def _is_dated_teaser(blocks: Sequence[Block], place: int) -> bool:
    """Whether a link and a date stand right above some words."""
    above = blocks[place - 2 : place]
    dated = [read_day(block.text) is not None for block in above]
    return any(dated) and any(_is_link(block) for block, is_date in zip(above, dated, strict=True) if not is_date)


def _commented(blocks: Sequence[Block], places: Sequence[int]) -> Sequence[int]:
    """What follows the heading of counted comments below most of the text."""
    for place, (index, following) in enumerate(pairwise(places), 1):
        for block in blocks[index + 1 : following + 1]:
            if len(block.text) <= _LABEL and _DIGIT.search(block.text) and _COMMENTS.fullmatch(block.text):
                above, behind = places[:place], places[place:]
                boxes = {blocks[i].frame.parent for i in above}  # what goes on in one of these is no comment
                goes_on = any(blocks[i].frame.parent in boxes for i in behind)
                return [] if goes_on or size_of(blocks, above) < size_of(blocks, behind) else behind
    return []


def _within(frame: Frame | None, parent: Frame) -> Frame | None:
    """The element directly in `parent` in which a frame stands."""
    return next((inner for inner in around(frame) if inner.parent is parent), None)


def _kind(frame: Frame) -> tuple[str, str]:
    return frame.tag, without_digits(frame.names)


def _is_link(block: Block) -> bool:
    return block.linked * 10 > 9 * len(block.text)
