"""The chosen blocks put together: paragraphs, headings, table rows, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import ada_url

from tasks.core.page.choice.rows import cells_of, row_of
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.markup.runs import LINE_END
from tasks.core.paragraph import Paragraph
from tasks.core.text import mend
from tasks.tables.values import Link

Anchor = tuple[int, int, str]
_NOTE = re.compile(r"\[?(?:\d{1,3}|[*†‡])\]?")


def paragraphs(blocks: Sequence[Block], chosen: Sequence[bool], title: str, base: str) -> list[Paragraph]:
    """The article's paragraphs in order; the headline and headings with nothing below them are left out."""
    kept = [block for block, is_chosen in zip(blocks, chosen, strict=True) if is_chosen]
    while kept and _level(kept[-1]):
        kept.pop()
    if len(kept) > 1 and kept[0].text == title and not kept[0].linked:
        row = row_of(kept[0])
        if row is None or row is not row_of(kept[1]):
            del kept[0]
    found: list[Paragraph] = []
    for row, group in groupby(kept, key=row_of):
        read = [(block, _paragraph(block, base)) for block in group if not (block.text == title and _level(block))]
        if row is None:
            found += [paragraph for _, paragraph in read]
        else:
            found += _of_row(read)
    return found


def _of_row(read: list[tuple[Block, Paragraph]]) -> list[Paragraph]:
    """A row of data as one paragraph; what stands in a table that lays the page out as it is."""
    paragraph_of = dict(read)
    cells = cells_of([block for block, _ in read])
    if not cells:
        return [paragraph for _, paragraph in read]
    return [_joined([_joined([paragraph_of[block] for block in cell], " ") for cell in cells], " | ")]


def _level(block: Block) -> int:
    return HEADINGS.get(block.frame.tag, 0)


def _paragraph(block: Block, base: str) -> Paragraph:
    said, anchors = _without_notes(block.text, block.anchors)
    text = mend(said).replace(LINE_END, "\n")
    links = [(start, end, href) for start, end, href in anchors if _is_address(href)]
    if text is not said and text != said:
        links = list(_found_again(text, said, links))
    return Paragraph(
        text, tuple(Link(start=s, end=e, url=_absolute(href, base)) for s, e, href in links), _level(block)
    )


def _without_notes(text: str, anchors: list[Anchor]) -> tuple[str, list[Anchor]]:
    """A text without the marks that lead to its footnotes, `[2]` or a number that touches a word; the other anchors."""
    kept: list[str] = []
    others: list[Anchor] = []
    at = shift = 0
    for start, end, href in anchors:
        if "#" in href and _is_note(text, start, end):
            kept.append(text[at:start])
            at = end
            shift += end - start
        else:
            others.append((start - shift, end - shift, href))
    return ("".join([*kept, text[at:]]), others) if kept else (text, anchors)


def _is_note(text: str, start: int, end: int) -> bool:
    mark = _NOTE.fullmatch(text, start, end)
    return mark is not None and start > 0 and (text[start] == "[" or not text[start - 1].isspace())


def _found_again(text: str, said: str, links: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Links of a mended paragraph: each anchor where its mended words stand, in order."""
    at = 0
    for start, end, href in links:
        anchor = mend(said[start:end])
        place = text.find(anchor, at)
        if place >= 0:
            at = place + len(anchor)
            yield place, at, href


def _joined(parts: list[Paragraph], mark: str) -> Paragraph:
    """The blocks of a cell, or the cells of a row, as one paragraph."""
    if len(parts) == 1:
        return parts[0]
    text, links = "", []
    for part in parts:
        text += mark if text else ""
        links += [Link(start=len(text) + link.start, end=len(text) + link.end, url=link.url) for link in part.links]
        text += part.text
    return Paragraph(text, tuple(links))


def _is_address(href: str) -> bool:
    return bool(href) and not href.startswith("#") and not href.lower().lstrip().startswith(("javascript:", "data:"))


def _absolute(href: str, base: str) -> str:
    """The address of a link, as written where it cannot be joined."""
    try:
        return str(ada_url.join_url(base, href.strip())) if base else href.strip()
    except ValueError:
        return href.strip()
