"""Paragraphs put together to one text, with the offsets of what stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tasks.tables.values import Heading, Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph's words; links count from its first character; `level` is 0 for what is no heading."""

    text: str
    links: tuple[Link, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Assembled:
    """One text and what stands in it, offsets counted in code points of `text`."""

    text: str
    links: list[Link]
    headings: list[Heading]


def assemble(paragraphs: Iterable[Paragraph]) -> Assembled:
    """Paragraphs parted by an empty line; those without words are left out.

    >>> assemble([Paragraph("Drill", level=2), Paragraph("Go on", (Link(start=3, end=5, url=None),))])
    ... # doctest: +NORMALIZE_WHITESPACE
    Assembled(text='Drill\\n\\nGo on', links=[Link(start=10, end=12, url=None)],
              headings=[Heading(start=0, end=5, level=2)])
    """
    texts: list[str] = []
    links: list[Link] = []
    headings: list[Heading] = []
    at = 0
    for paragraph in paragraphs:
        if not paragraph.text:
            continue
        end = at + len(paragraph.text)
        texts.append(paragraph.text)
        links += [Link(start=at + link.start, end=at + link.end, url=link.url) for link in paragraph.links]
        if paragraph.level:
            headings.append(Heading(start=at, end=end, level=paragraph.level))
        at = end + 2
    return Assembled("\n\n".join(texts), links, headings)
