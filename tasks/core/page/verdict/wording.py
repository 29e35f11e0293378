"""Phrases of many languages, and which lines of a page hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import FOOTER, NAV
from tasks.core.page.markup.names import COMMENT
from tasks.core.page.statements import Page

_PLAIN = str.maketrans("’άέήίόύώϊϋΐΰς", "'αεηιουωιυιυσ")
_GREEK = re.compile("[ά-ώ]")  # few texts are Greek, and to look takes a tenth of the time
_OTHER_SCRIPT = re.compile("[^\x00-\u036f\u1e00-\u2bff]")  # said so, it is compiled in a tenth of the time
_BEGINNING = 3  # letters
_LINE = 400  # code points; longer blocks are paragraphs of an article
_FIRST = 400  # blocks
ELSEWHERE = COMMENT | NAV | FOOTER  # where a page speaks of something else


class Phrases:
    """Phrases of many languages; a text is asked for those alone that it may hold.

    Of three words or more, one within must be a word of the text; of two, the text must have a word that begins as the
    second; most others need letters that most texts lack. To seek all takes four times as long.
    """

    __slots__ = ("known", "latin", "plain", "seconds", "single", "within")

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)
        self.within: dict[str, list[str]] = {}
        self.seconds: dict[str, list[str]] = {}
        self.single: list[str] = []
        for phrase in self.known:
            _, *inner = phrase.split(" ")
            last = inner.pop() if inner else ""
            if inner:
                self.within.setdefault(max(inner, key=len), []).append(phrase)
            elif len(last) >= _BEGINNING:
                self.seconds.setdefault(last[:_BEGINNING], []).append(phrase)
            else:
                self.single.append(phrase)
        self.plain = [phrase for phrase in self.single if phrase.isascii()]
        self.latin = [phrase for phrase in self.single if not _OTHER_SCRIPT.search(phrase)]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def possible(self, text: str) -> Sequence[str]:
        """The phrases that a text may hold."""
        words = set(text.split(" "))
        found = [self.within[word] for word in self.within.keys() & words]
        found += [self.seconds[word] for word in self.seconds.keys() & {word[:_BEGINNING] for word in words}]
        return [*self._single(text), *chain.from_iterable(found)]

    def _single(self, text: str) -> Sequence[str]:
        if text.isascii():
            return self.plain
        return self.single if _OTHER_SCRIPT.search(text) else self.latin


def phrases(text: str) -> Phrases:
    """The phrases of a text that parts them by bars and lines."""
    return Phrases(small(phrase) for line in text.split("\n") for phrase in line.split("|") if phrase)


def says(text: str, known: Phrases) -> bool:
    """Whether a text in small letters holds one of the phrases.

    >>> says("only for subscribers of the grain", phrases("only for subscribers|nur für abonnenten"))
    True
    """
    return any(map(text.__contains__, known.possible(text)))


def how_many(text: str, known: Phrases) -> int:
    """How many of the phrases a text in small letters holds."""
    return sum(map(text.__contains__, known.possible(text)))


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
