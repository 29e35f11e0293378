"""Finds who speaks a quotation that no cue governs: the speaker of its chain, or the one beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tasks.core.facts.speech.attributed import Attributed
from tasks.core.facts.speech.cover import Cover, Span

MAX_BETWEEN = 2  # sentences between a speech and a quotation that goes on with it


class Neighbours:
    """The speeches of a text by where they stand; `speeches` are sorted, paragraphs and sentences are their starts."""

    def __init__(self, speeches: Sequence[Attributed], paragraphs: Sequence[int], sentences: Sequence[int]) -> None:
        self._speeches, self._paragraphs, self._sentences = speeches, paragraphs, sentences
        self._starts = [a.content_start for a in speeches]
        self._taken = Cover((a.content_start, a.content_end) for a in speeches)
        self._reach = [max(a.content_end, a.source_end or 0) for a in speeches]

    def speaks_in(self, quote: Span) -> bool:
        """Whether a cue governs words of the quotation."""
        return self._taken.holds(quote)

    def went_on(self, chain: Sequence[Span]) -> None:
        """Notes that the last speech before a chain reaches to its end."""
        at = bisect_right(self._starts, chain[0][0])
        if at:
            self._reach[at - 1] = max(self._reach[at - 1], chain[-1][1])

    def speaker(self, chain: Sequence[Span]) -> Attributed | None:
        """Who speaks in the chain, in the same paragraph before or after, or in the last if it is all quotation."""
        governed = next((q for q in chain if self.speaks_in(q)), None)
        if governed is not None:
            at = bisect_right(self._starts, governed[1])
            return replace(self._speeches[at - 1], attribution="quoted", rule="attribution:speaker of the chain")
        return self._before(chain) or self._after(chain) or self._going_on(chain[0][0])

    def _before(self, chain: Sequence[Span]) -> Attributed | None:
        at = bisect_right(self._starts, chain[0][0]) - 1
        if at < 0 or not self._is_near(self._reach[at], chain[0][0], self._starts[at], chain[0][0]):
            return None
        return replace(self._speeches[at], attribution="quoted", rule="attribution:speaker before")

    def _after(self, chain: Sequence[Span]) -> Attributed | None:
        at = bisect_right(self._starts, chain[0][0])
        if (
            at == len(self._starts)
            or not self._begins(chain[0][0])
            or not self._is_near(chain[-1][1], self._starts[at], chain[0][0], self._starts[at])
        ):
            return None
        return replace(self._speeches[at], attribution="quoted", rule="attribution:speaker after")

    def _going_on(self, start: int) -> Attributed | None:
        """The speaker of the paragraph before, where the quotation begins its own."""
        at, here = bisect_right(self._starts, start) - 1, self._paragraph(start)
        if at < 0 or self._paragraphs[here - 1] != start or self._paragraph(self._reach[at] - 1) != here - 1:
            return None
        return replace(self._speeches[at], attribution="quoted", rule="attribution:speaker goes on")

    def _begins(self, at: int) -> bool:
        """Whether a sentence begins with the quotation; one within it names something: `the essay “How we met”`."""
        found = bisect_left(self._sentences, at)
        return found < len(self._sentences) and self._sentences[found] <= at + 1

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._paragraphs, at)

    def _is_near(self, end: int, start: int, first: int, second: int) -> bool:
        """Whether two places share a paragraph, and few sentences start between an end and a start."""
        between = bisect_left(self._sentences, start) - bisect_left(self._sentences, end)
        return between <= MAX_BETWEEN and self._paragraph(first) == self._paragraph(second)
