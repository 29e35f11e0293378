"""Quotations and their speakers: contents grow to whole quotations, and loose quotations find who said them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.core.facts.speech.attributed import Attributed
from tasks.core.facts.speech.cover import Cover, Span

_NAME = r"[A-Z](?:[\w'’-]|\.(?=\s[A-Z]))*"
# `“…” ― Name`
_SIGNED = re.compile(rf"[ \t]*(?:[–—―]|--?)[ \t]*({_NAME}(?:[ \t]+(?:{_NAME}|d[aeiu]|van|von|bin|al)){{0,4}})")
_SPEAKER = re.compile(rf"^[\"“]?({_NAME}(?:[ \t]+{_NAME}){{0,3}}):[ \t]+(\S.*\S)", re.MULTILINE)
MIN_LOOSE = 3  # words; shorter quotations name things (`the “surge”`) rather than cite


def widen(found: Sequence[Attributed], quotes: Sequence[Span]) -> list[Attributed]:
    """Contents that reach into a quotation take all of it, unless its source stands inside."""
    starts = [start for start, _ in quotes]
    return [_widened(a, quotes, starts) for a in found]


def _widened(attributed: Attributed, quotes: Sequence[Span], starts: Sequence[int]) -> Attributed:
    start, end = attributed.content_start, attributed.content_end
    if ":topic:" in attributed.rule:
        return attributed
    for quote_start, quote_end in _touching(start, end, quotes, starts):
        inside = attributed.source_start is not None and quote_start <= attributed.source_start < quote_end
        if not inside:
            start, end = min(start, quote_start), max(end, quote_end)
    return replace(attributed, content_start=start, content_end=end)


def _touching(start: int, end: int, quotes: Sequence[Span], starts: Sequence[int]) -> Iterator[Span]:
    """The quotations that overlap a span or end right before it; quotations nest two deep at most."""
    at = bisect_right(starts, end)
    for quote in reversed(quotes[max(0, at - 6) : at]):
        if quote[1] > start and quote[0] < end:
            yield quote


def attribute_quotes(text: str, quotes: Sequence[Span], found: Sequence[Attributed]) -> list[Attributed]:
    """Speakers for the quotations that no cue governs: transcripts, and those that go on with what a speaker said.

    The speaker of the same paragraph counts, the one before first; at a paragraph that is all quotation the last one.
    """
    quoted = Cover(quotes)
    # Somebody cited inside a quotation (`I told him that …`) is not who speaks it.
    speeches = sorted(
        (a for a in widen(found, quotes) if a.is_claim and a.source_start is not None and not quoted.holds(_source(a))),
        key=lambda a: a.content_start,
    )
    taken = Cover((a.content_start, a.content_end) for a in speeches)
    nearby = _Neighbours(speeches, _paragraphs(text))
    made = _transcript(text)
    for quote in _outermost(quotes):
        if taken.holds(quote) or not _is_long(text, quote):
            continue
        speaker = nearby.speaker(quote)
        if speaker is not None:
            made.append(replace(speaker, content_start=quote[0], content_end=quote[1]))
    return made


def _transcript(text: str) -> list[Attributed]:
    """Lines that begin with the name of who speaks, where a name begins several: `SMITH: I disagree.`"""
    lines = list(_SPEAKER.finditer(text))
    count = Counter(line[1] for line in lines)
    return [
        Attributed(
            attribution="quoted", source_start=line.start(1), source_end=line.end(1), cue=":",
            content_start=line.start(2), content_end=line.end(2), rule="attribution:transcript",
        )
        for line in lines
        if count[line[1]] > 1
    ]  # fmt: skip


def _source(attributed: Attributed) -> Span:
    return attributed.source_start or 0, attributed.source_end or 0


def _outermost(quotes: Sequence[Span]) -> Iterator[Span]:
    reach = -1
    for quote in quotes:
        if quote[0] >= reach:
            yield quote
            reach = quote[1]


def find_signed(text: str, quotes: Sequence[Span]) -> list[Attributed]:
    """Quotations with the name of their speaker behind a dash: `“We all want it.” ― Anna Berg`."""
    matches = ((quote, _SIGNED.match(text, quote[1])) for quote in _outermost(quotes) if _is_long(text, quote))
    return [
        Attributed(
            attribution="quoted", source_start=match.start(1), source_end=match.end(1), cue=None,
            content_start=quote[0], content_end=quote[1], rule="attribution:signed quotation",
        )
        for quote, match in matches
        if match
    ]  # fmt: skip


def _is_long(text: str, quote: Span) -> bool:
    return len(text[quote[0] : quote[1]].split()) >= MIN_LOOSE


class _Neighbours:
    """Finds who speaks around a quotation."""

    def __init__(self, speeches: Sequence[Attributed], paragraphs: Sequence[int]) -> None:
        self._speeches, self._paragraphs = speeches, paragraphs
        self._starts = [a.content_start for a in speeches]

    def speaker(self, quote: Span) -> Attributed | None:
        """Who speaks in the same paragraph, before or after, or in the last if this one begins with the quotation."""
        at, here = bisect_right(self._starts, quote[0]), self._paragraph(quote[0])
        before = self._speeches[at - 1] if at else None
        after = self._speeches[at] if at < len(self._speeches) else None
        for speech, rule in ((before, "speaker before"), (after, "speaker after")):
            if speech is not None and self._paragraph(speech.content_start) == here:
                return replace(speech, attribution="quoted", rule=f"attribution:{rule}")
        if before is None or self._paragraph(before.content_start) != here - 1:
            return None
        begins = self._paragraphs[here - 1] == quote[0]
        return replace(before, attribution="quoted", rule="attribution:speaker goes on") if begins else None

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._paragraphs, at)


def _paragraphs(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer(r"\n\s*\n\s*", text))]
