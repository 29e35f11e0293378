"""Where a page prints who wrote it: lines at the headline, links to authors' pages, lines below the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile

from tasks.core.lazy_regex import lazy_regex
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.markup.frames import around
from tasks.core.page.people.persons import TRADE, is_person, is_signed, people_of
from tasks.core.page.people.signatures import signature

_LABEL = re.compile(
    r"^(?:(?:article )?(?:written|words|story|article|posted|reported|report|text)\s+by|by|authors?|author\(s\)|"
    r"insights from|von|par|por|di|автор|текст|autor|auteur|autore|yazar|penulis|oleh)\s*:?$",
    re.IGNORECASE,
)
_IS_TOLD = re.compile(
    r"^(?:(?:this\s)?(?:(?:guest\s)?post|article|story|piece)\s)?(?:(?:was|is)\s)?(?:written|posted|published|words|story)\s+by|^authors?\b",
    re.IGNORECASE,
)
_AUTHOR_PAGE = re.compile(
    r"/(?:[\w-]*authors?|contributors?|writers?|by|reporters?|journalists?|staff|people|our_people|our-people|"
    r"columnists?|producers?|experts?|our-experts|profiles?|auteurs?|autor(?:es|e|i)?|redakteure?|toireporter|u|users?)/"
    r"(?:[^/?#]{3,}|\d+)|[?&]author=|substack\.com/@",
    re.IGNORECASE,
)
# `March 3, 2021 by Ada Byron`, `4 min read · By Ada Byron`; from one class of signs on, which is found sooner
_BEHIND = re.compile(
    r"[\dr](?:(?<=\d)\d{3}|(?<=\br)ead)\b[\s|•·–—-]{0,4}(?:written\s)?(?:by|By|par|von|por)\s+(?=[A-Z])(.{5,})"
)
# `Ada Byron | Senior Writer | March 3, 2021`
WITH_TRADE = re.compile(r"[A-Z][^|•·]{4,40}[|•·]\s*(?:Senior|Staff|Editor|Writer|Reporter|Contributor)\b.*")
_MARKS = ("by ", "By ", "par ", "von ", "por ", "|", "•", "·")  # one of them stands in every such line
# What stands before the name of somebody who did something else than write: `Illustration Ada Byron`, `Reviewed By …`.
_OTHER_PART = re.compile(
    r"\W*(?:illustrat(?:ions?|ed|or)|photo(?:s|graph(?:s|y|er|ed)?)?|pictures|images|graphics|video|bilder|fotos?|"
    r"zdjęcia|ilustra(?:ción|ção|cje)|produced|edited|updated|reviewed|checked|published|powered)"
    r"(?: by| von| par| por| di)?\W*$",
    re.IGNORECASE,
)
_CHANNEL = re.compile(r"//(?:[\w-]+\.)*(?:youtube|flickr|soundcloud|vimeo|telegram)\.")
# Small letters: without regard to case these searches take four times as long.
_NAMED = re.compile(r"author|byline|by-line|writer|writeby|autor|auteur|yazar|penulis")
OTHERS = re.compile(r"comment|related|recirc|teaser|card|latest|popular|more|bio(?![a-z])|credit")
_OTHER_NAMES = re.compile(r"categor|section|topic|label|tag|kicker|date|time|place|role|position", re.IGNORECASE)
_JOINT = re.compile(r"[,&]|and|und|et|y|e|и", re.IGNORECASE)
# `Ada Byron is a reporter who …`: what is told of an author below the text.
_TRADE = lazy_regex(
    r" is (?:an?|the|our) .{0,100}?\b(?:writer|author|editor|reporter|journalist|correspondent|columnist|blogger|"
    r"freelanc\w+|contributor|creator|manager|director|founder|professor|lecturer|fellow|analyst|strategist|coach|"
    r"engineer|scientist|physician)\b"
)
_FIRST_LINES = 25
_LEVELS = 4  # elements around a name
_WHOLE = frozenset(("article", "main", "body"))
_SHORTEST_NAME, _LONGEST_NAME = 5, 45
TRADES = re.compile(rf"(?:\w+[\s-]){{0,3}}?{TRADE}\b", re.IGNORECASE)  # `reporter`, `Senior Data Reporter`
_LONGEST_TRADE = 60  # code points
_MOST_JOINED = 9
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?]$")  # with a word: `9:40 a.m.`, `Ada Byron Jr.` end none
_LONGEST_LINE = 80  # code points
_NEAR = sorted(range(-3, 10), key=lambda step: abs(step) + 3 * (step < 0))  # blocks around the headline
_LONGEST = 200


def near_headline(blocks: Sequence[Block], headline: int) -> list[int]:
    """The places of lines at the headline, the nearest first."""
    places = (headline + step for step in _NEAR)
    return [i for i in places if 0 <= i < len(blocks) and len(blocks[i].text) <= _LONGEST]


def byline(blocks: Sequence[Block], near: Sequence[int]) -> list[str]:
    """The first of some lines that says who wrote this, with those like it right below."""
    return next(([line, *_signed_like(blocks, place)] for place, line in _bylines(blocks, near) if people_of(line)), [])


def _signed_like(blocks: Sequence[Block], place: int) -> list[str]:
    """The short lines right below a byline, in the same element, that are bylines too."""
    around = blocks[place].frame.parent
    below = takewhile(
        lambda block: block.frame.parent is around and len(block.text) <= _LONGEST_LINE and is_signed(block.text),
        islice(blocks, place + 1, place + 1 + _MOST_JOINED),
    )
    return [block.text for block in below if not _ENDS_SENTENCE.search(block.text)]


def beside_headline(blocks: Sequence[Block], near: Sequence[int]) -> Iterator[tuple[str, list[str]]]:
    """(rule, line) of the first link to an author's page among some lines, and of the first named after authors."""
    yield "author_link", _first(line for place in near for line in _author_links(blocks[place]))
    yield "author_element", _first(line for place in near for line in _author_element(blocks[place]))


def signed_below(blocks: Sequence[Block]) -> list[str]:
    """A line anywhere else that says who wrote or reported this, or else the first that begins with `by`."""
    lines = [*_bylines(blocks, range(len(blocks)))]
    told = next((line for place, line in lines if _IS_TOLD.match(blocks[place].text) and people_of(line)), "")
    return [told or signature(blocks) or (lines[0][1] if lines else "")]


def with_trade(blocks: Sequence[Block], headline: int) -> list[str]:
    """The names that have a line of their own above another that tells a trade: `Ada Byron`, `reporter for ports`."""
    first = blocks[headline : headline + _FIRST_LINES]
    return [
        above.text
        for above, below in pairwise(first)
        if len(below.text) <= _LONGEST_TRADE and TRADES.match(below.text) and is_person(above.text)
    ]


def told_of(blocks: Sequence[Block], near: Sequence[int]) -> list[str]:
    """A line at the headline that is a name, where a paragraph begins with it and tells its trade."""
    lines = {blocks[place].text for place in near}
    for block in blocks:
        at = block.text.find(" is ", _SHORTEST_NAME, _LONGEST_NAME)
        if at > 0 and block.text[:at] in lines and _TRADE.match(block.text, at):
            return [block.text[:at]]
    return []


def _first(lines: Iterable[str]) -> list[str]:
    return next(([line] for line in lines if people_of(line)), [])


def _bylines(blocks: Sequence[Block], places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Lines that begin with `by`, or that stand below one that says nothing else, with the place of the first."""
    short = [place for place in places if len(blocks[place].text) <= _LONGEST]
    marked = _marked([blocks[place].text for place in short])
    for number, place in enumerate(short):
        text = blocks[place].text
        if is_signed(text):
            below = blocks[place + 1 : place + 1 + _MOST_JOINED]
            yield place, _below_label(below) if _LABEL.match(text) else _parted(blocks[place])
        elif number in marked and not _ENDS_SENTENCE.search(text) and (behind := _behind(text)):
            yield place, behind


def _parted(block: Block) -> str:
    """The line with a bar behind a link that the next word touches: what stands in the next element is no name."""
    text = block.text
    end = next((end for _, end, _ in block.anchors if text[end : end + 1].isalpha() and text[end - 1].isalpha()), 0)
    return f"{text[:end]} | {text[end:]}" if end else text


def _marked(lines: Sequence[str]) -> set[int]:
    """Which lines have one of the `_MARKS`; most marks are on none of a page's."""
    joined = "\n".join(lines)
    marks = [mark for mark in _MARKS if mark in joined]
    return {number for mark in marks for number, line in enumerate(lines) if mark in line}


def _behind(text: str) -> str | None:
    """The end of a line that names its author behind a date, or the whole of one that tells the author's trade."""
    if match := WITH_TRADE.match(text):
        return match[0]
    match = _BEHIND.search(text)
    return match[1] if match else None


def _below_label(blocks: Sequence[Block]) -> str:
    """The line below one that says `by` alone, with the one behind each `and` or comma that is a line of its own."""
    lines: list[str] = []
    for place, block in enumerate(blocks):
        if len(block.text) > _LONGEST or (place % 2 and not _JOINT.fullmatch(block.text)):
            break
        lines.append(block.text)
    return " ".join(lines)


def _author_links(block: Block) -> Iterator[str]:
    text = block.text
    links = [
        (start, end) for start, end, href in block.anchors if _AUTHOR_PAGE.search(href) and not _CHANNEL.search(href)
    ]
    before = [0, *(end for _, end in links)]
    own = [link for link, end in zip(links, before, strict=False) if not _OTHER_PART.fullmatch(text, end, link[0])]
    if links:
        yield ", ".join([text[start:end] for start, end in own or links])


def _author_element(block: Block) -> Iterator[str]:
    frame = block.frame
    names = (frame.names or (frame.parent.names if frame.parent else "")).lower()
    is_bare = frame.tag not in HEADINGS and len(block.text) <= _LONGEST_NAME and not _OTHER_NAMES.search(frame.names)
    if is_bare and not _NAMED.search(names):
        boxes = takewhile(lambda element: element.tag not in _WHOLE, islice(around(frame), _LEVELS))
        deeper = " ".join([box.names for box in boxes]).lower()  # a name alone may stand deeper in such an element
        names = deeper if _NAMED.search(deeper) and is_person(block.text) else names
    if _NAMED.search(names) and not OTHERS.search(names):
        before, by, behind = block.text.partition(" By ")  # `The Daily Wave, Valletta By Ada Byron`
        yield behind if by and not _OTHER_PART.search(before) else block.text
