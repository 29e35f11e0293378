"""Quotations and their speakers: contents grow to whole quotations, and loose quotations find who said them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.core.facts.speech.attributed import Attributed
from tasks.core.facts.speech.cover import Cover, Span
from tasks.core.facts.speech.neighbours import Neighbours
from tasks.core.facts.speech.quote_chain import chains, outermost

_NAME = r"[A-Z](?:[\w'’-]|\.(?=\s[A-Z]))*"
# `“…” ― Name`
_SIGNED = re.compile(rf"[^\S\n]*(?:[–—―]|--?)[^\S\n]*({_NAME}(?:[ \t]+(?:{_NAME}|d[aeiu]|van|von|bin|al)){{0,4}})")
_SPEAKER = re.compile(rf"^[\"“]?({_NAME}(?:[ \t]+{_NAME}){{0,3}}):[ \t]+(\S.*\S)", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n\s*\n[^\S\n]*(\S.*)")
_MARKS = '"“'
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
        # A source that is not named speaks inside a quotation that holds all it says: `they are said to be safe`.
        at = attributed.source_start
        is_inside = quote_start <= at < quote_end if at is not None else quote_start <= start and end <= quote_end
        if not is_inside:
            start, end = min(start, quote_start), max(end, quote_end)
    return replace(attributed, content_start=start, content_end=end)


def _touching(start: int, end: int, quotes: Sequence[Span], starts: Sequence[int]) -> Iterator[Span]:
    """The quotations that overlap a span or end right before it; quotations nest two deep at most."""
    at = bisect_right(starts, end)
    for quote in reversed(quotes[max(0, at - 6) : at]):
        if quote[1] > start and quote[0] < end:
            yield quote


def attribute_quotes(
    text: str, quotes: Sequence[Span], found: Sequence[Attributed], sentences: Sequence[int]
) -> list[Attributed]:
    """Speakers for the quotations that no cue governs: transcripts, and those that go on with what a speaker said.

    The speaker of the same chain counts, else that of the same paragraph, the one before first; at a paragraph that is
    all quotation the last one. `sentences` are the offsets at which sentences start.
    """
    quoted = Cover(quotes)
    # Somebody cited inside a quotation (`I told him that …`) is not who speaks it.
    speeches = sorted(
        (a for a in widen(found, quotes) if a.is_claim and a.source_start is not None and not quoted.holds(_source(a))),
        key=lambda a: a.content_start,
    )
    nearby = Neighbours(speeches, _paragraphs(text), sentences)
    made = _transcript(text)
    for chain in chains(text, quotes):
        loose = [q for q in chain if not nearby.speaks_in(q) and is_long(text, q)]
        speaker = nearby.speaker(chain) if loose else None
        if speaker is not None:
            made += [replace(speaker, content_start=start, content_end=end) for start, end in loose]
            nearby.went_on(chain)
    return made


def _transcript(text: str) -> list[Attributed]:
    """Lines that begin with the name of who speaks, where a name begins several: `SMITH: I disagree.`"""
    lines = list(_SPEAKER.finditer(text))
    count = Counter(line[1] for line in lines)
    kept = [line for line in lines if count[line[1]] > 1]
    ends = [line.start() for line in kept[1:]]
    return [_spoken(line, _goes_on(text, line.end(2), end)) for line, end in zip(kept, [*ends, 0], strict=False)]


def _goes_on(text: str, start: int, end: int) -> int:
    """Where a speech ends that paragraphs in quotation marks go on with until the next speaker begins."""
    reach = start
    for paragraph in _PARAGRAPH.finditer(text, start, max(start, end)):
        if paragraph[1][0] not in _MARKS:
            break
        reach = paragraph.end(1)
    return reach


def _spoken(line: re.Match[str], end: int) -> Attributed:
    """One speech; `Q:` and `A:` name nobody, and `DEAR JO:` names who is spoken to."""
    is_named = len(line[1]) > 1 and not line[1].upper().startswith("DEAR ")
    return Attributed(
        attribution="quoted", source_start=line.start(1) if is_named else None,
        source_end=line.end(1) if is_named else None, cue=":", content_start=line.start(2),
        content_end=end, rule="attribution:transcript",
    )  # fmt: skip


def _source(attributed: Attributed) -> Span:
    return attributed.source_start or 0, attributed.source_end or 0


def find_signed(text: str, quotes: Sequence[Span]) -> list[Attributed]:
    """Quotations with the name of their speaker behind a dash: `“We all want it.” ― Anna Berg`."""
    matches = ((quote, _SIGNED.match(text, quote[1])) for quote in outermost(quotes) if is_long(text, quote))
    return [
        Attributed(
            attribution="quoted", source_start=match.start(1), source_end=match.end(1), cue=None,
            content_start=quote[0], content_end=quote[1], rule="attribution:signed quotation",
        )
        for quote, match in matches
        if match
    ]  # fmt: skip


def is_long(text: str, quote: Span) -> bool:
    """Whether a quotation has words enough to be a speech."""
    return len(text[quote[0] : quote[1]].split()) >= MIN_LOOSE


def _paragraphs(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer(r"\n\s*\n\s*", text))]
