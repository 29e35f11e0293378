"""Phrases of many languages, and which lines of a page hold them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from tasks.core.page.blocks import Block
from tasks.core.page.elements import FOOTER, NAV
from tasks.core.page.names import COMMENT
from tasks.core.page.statements import Page

_PLAIN = str.maketrans("’άέήίόύώϊϋΐΰς", "'αεηιουωιυιυσ")
_GREEK = re.compile("[ά-ώ]")  # few texts are Greek, and to look takes a tenth of the time
_LINE = 400  # code points; longer blocks are paragraphs of an article
_FIRST = 400  # blocks
_PART, _WIDE_PART, _WIDE = 5, 2, "\u3000"
ELSEWHERE = COMMENT | NAV | FOOTER  # where a page speaks of something else


class Phrases(tuple[str, ...]):
    """Phrases to be looked for in texts."""

    @cached_property
    def by_part(self) -> dict[str, list[str]]:
        """The phrases by a part of each that the most of them share: what a text has no part of is not in it."""
        shared = Counter(part for phrase in self for part in _parts(phrase))
        found: dict[str, list[str]] = {}
        for phrase in self:
            found.setdefault(max(_parts(phrase), key=lambda part: (shared[part], part)), []).append(phrase)
        return found


def phrases(text: str) -> Phrases:
    """The phrases of a text that parts them by bars and lines."""
    return Phrases(small(phrase) for line in text.split("\n") for phrase in line.split("|") if phrase)


def says(text: str, known: Phrases) -> bool:
    """Whether a text in small letters holds one of the phrases.

    >>> says("only for subscribers of the grain", phrases("only for subscribers|nur für abonnenten"))
    True
    """
    return next(_held(text, known), None) is not None


def how_many(text: str, known: Phrases) -> int:
    """How many of the phrases a text in small letters holds.

    >>> how_many("nur für abonnenten, abonnieren", phrases("nur für abonnenten|abonnieren|kündbar"))
    2
    """
    return sum(1 for _ in _held(text, known))


def _held(text: str, known: Phrases) -> Iterator[str]:
    # Twice as fast as to ask for each phrase: most texts hold few of the parts.
    for part in filter(text.__contains__, known.by_part):
        yield from filter(text.__contains__, known.by_part[part])


def _parts(phrase: str) -> Iterable[str]:
    """All its parts of five letters, or of two signs of scripts that say a word in as many."""
    size = _PART if phrase < _WIDE else _WIDE_PART
    return {phrase[at : at + size] for at in range(max(1, len(phrase) - size + 1))}


def small(text: str) -> str:
    """The text in small letters with straight apostrophes, Greek ones without accents, as capitals have none.

    >>> small("C’EST ΓΙΑ ΣΥΝΔΡΟΜΗΤΈΣ")
    "c'est για συνδρομητεσ"
    """
    line = text.lower()
    if line.isascii():
        return line
    return line.translate(_PLAIN) if _GREEK.search(line) else line.replace("’", "'")


def headings(page: Page, *more: str) -> list[str]:
    """The title and the highest headings, and those of `more` levels, in small letters."""
    found = [block.text for block in page.blocks[:_FIRST] if block.frame.tag in ("h1", "h2", *more)]
    return [small(line) for line in (page.title, page.head.title, *found)]


def titles(page: Page) -> list[str]:
    """The title and the headings of the first level, in small letters."""
    found = [block.text for block in page.blocks[:_FIRST] if block.frame.tag == "h1"]
    return [small(line) for line in (page.title, page.head.title, *found)]


def lines(blocks: Sequence[Block]) -> list[str]:
    """The short lines that are no links and stand in no menu, in small letters."""
    short = [block for block in blocks[:_FIRST] if len(block.text) < _LINE and not block.frame.flags & ELSEWHERE]
    return [small(block.text) for block in short if block.linked < 0.8 * len(block.text)]
