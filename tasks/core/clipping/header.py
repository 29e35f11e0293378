"""What stands above a clipping's text: its title, its date line, its byline."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from datetime import date

from tasks.core.clipping.blocks import Block
from tasks.core.clipping.inline import read_inline
from tasks.core.date.line import read_day

_BYLINE = re.compile(r"^(?:by|von|par|por|di|автор:?|written by|text:)\s+(?P<names>[^.!?:;]{3,120})$", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\band\b|&|\bund\b|\bet\b|\by\b|\bи\b)\s*")
_TRAILING_DATE = re.compile(r"\s*(?:[|•·–—-]|,)\s*(?=\S[^|•·]{6,40}$)")
_SENTENCE = re.compile(r"[.。]\s*[\"'”’»)]*$")
_TEMPLATE = re.compile(r"^(?:(excerpt)|highlights|metadata|full document|content|article)$", re.IGNORECASE)
_FIRST = 6  # blocks among which such headings stand
_SHORTEST_TITLE, _LONGEST_TITLE = 12, 250


@dataclass(slots=True)
class Header:
    """Title, authors and day a clipping prints above its text."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published_on: date | None = None


def part_header(blocks: list[Block], title: str | None) -> tuple[Header, list[Block]]:
    """(what the first blocks say of the article, the blocks of its text). `title` is one already known."""
    header, waiting = Header(title=title), deque(_without_excerpt(blocks))
    pictures: list[Block] = []
    while waiting:
        if not read_inline(waiting[0].source).text:
            pictures.append(waiting.popleft())
        elif _takes(header, waiting[0], is_last=len(waiting) == 1):
            waiting.popleft()
        else:
            break
    return header, [*pictures, *waiting]


def _without_excerpt(blocks: list[Block]) -> list[Block]:
    """The blocks without headings some clippers' templates add, and without the excerpt one repeats from the page."""
    kept, is_excerpt = [], False
    for index, block in enumerate(blocks):
        found = _TEMPLATE.match(block.source) if block.level and index < _FIRST else None
        if not found and not is_excerpt:
            kept.append(block)
        is_excerpt = bool(found and found[1])
    return kept


def _takes(header: Header, block: Block, is_last: bool) -> bool:
    """Whether the block belongs to the header; what it says is kept there."""
    line = read_inline(block.source).text
    day = read_day(line)
    if day and header.published_on is None:
        header.published_on = day
        return True
    names, day = _byline(line)
    if names and not header.authors:
        header.authors, header.published_on = names, header.published_on or day
        return True
    if header.title and _repeats(line, header.title, block.level):
        return True
    if header.title is None and _is_title(block, line, is_last):
        header.title = line
        return True
    return False


def _repeats(line: str, title: str, level: int) -> bool:
    """Whether a line is the title again, or a first heading that is the beginning of it or begins with it."""
    one, other = sorted((line.casefold(), title.casefold()), key=len)
    return one == other or (level == 1 and len(one) > _SHORTEST_TITLE and other.startswith(one))


def _byline(line: str) -> tuple[list[str], date | None]:
    """(names, day) of `By Jane Doe and John Roe | May 1, 2020` or `May 1, 2020 · Jane Doe`; no names in other lines."""
    first, _, last = line.partition(" · ") if " · " in line else line.partition(" | ")
    if last and (day := read_day(first)) and _is_name(last) and not _SENTENCE.search(last):
        return [last], day
    day = None
    cut = _TRAILING_DATE.search(line)
    if cut and (day := read_day(line[cut.end() :])):
        line = line[: cut.start()]
    match = _BYLINE.match(line)
    if not match:
        return [], None
    names = [name for name in _BETWEEN_NAMES.split(match["names"]) if name]
    return (names, day) if all(_is_name(name) for name in names) else ([], None)


def names_of(value: str) -> list[str]:
    """The people a field names: several in one value where each has a first and a last name.

    >>> names_of("Ada Byron, Carl Gauss"), names_of("Byron, Ada")
    (['Ada Byron', 'Carl Gauss'], ['Byron, Ada'])
    """
    names = [name for name in _BETWEEN_NAMES.split(value) if name]
    return names if all(" " in name and _is_name(name) for name in names) else [value]


def _is_name(text: str) -> bool:
    parts = text.split()
    return 1 <= len(parts) <= 5 and parts[0][:1].isupper() and parts[-1][:1].isupper()


def _is_title(block: Block, line: str, is_last: bool) -> bool:
    """A heading, or a short first line that is no sentence; a text's only line is its text."""
    if block.level:
        return block.level <= 2
    return not is_last and len(line) <= _LONGEST_TITLE and not _SENTENCE.search(line)
