"""Says who says what: the words that are cited, the words that name their source, and how they are vouched for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tasks.core.english.token import Sentence
from tasks.core.facts.speech.attributed import Attributed
from tasks.core.facts.speech.cover import Cover, Span
from tasks.core.facts.speech.cue_lexicon import CueLexicon
from tasks.core.facts.speech.echo import without_echoes
from tasks.core.facts.speech.quote import find_quotes
from tasks.core.facts.speech.quoted_speech import attribute_quotes, find_signed, widen
from tasks.core.facts.speech.reported_speech import find_reported

MAX_NESTED = 4  # quotations inside one another

__all__ = ["Attributed", "find_attributions"]


def find_attributions(
    text: str, sentences: Sequence[Sentence], lexicon: CueLexicon, with_topics: bool = False
) -> list[Attributed]:
    """What the text attributes to somebody, in order; offsets count code points of `text`.

    A content that a cue parts (`"Yes," she said, "but no."`) gives one entry for each part. Topics (`criticised the
    plan`), which nobody vouches for, are left out unless asked for. Linear in the length of `text`.
    """
    quotes = find_quotes(text)
    signed = find_signed(text, quotes)
    found = [a for sentence in sentences for a in find_reported(sentence, lexicon)]
    found = [*signed, *_unsigned(widen(found, quotes), signed)]
    found += attribute_quotes(text, quotes, found, [s.start for s in sentences])
    starts = [start for start, _ in quotes]
    marked = [_as_quoted(a, quotes, starts) for a in without_echoes(text, found, quotes)]
    kept = [a for a in marked if with_topics or a.is_claim]
    return sorted(kept, key=lambda a: (a.content_start, a.content_end))


def _unsigned(found: Sequence[Attributed], signed: Sequence[Attributed]) -> list[Attributed]:
    """Without what a parse across the signature reads into a signed quotation; what is cited inside it stays."""
    cover = Cover((a.content_start, a.content_end) for a in signed)
    return [
        a
        for a in found
        if not cover.holds((a.content_start, a.content_end)) or cover.holds((a.source_start or 0, a.source_end or 0))
    ]


def _as_quoted(attributed: Attributed, quotes: Sequence[Span], starts: Sequence[int]) -> Attributed:
    """Content that is a quotation from end to end is quoted, not merely said, and its source stands for the words."""
    if attributed.attribution != "said" or ":topic:" in attributed.rule:
        return attributed
    at = bisect_right(starts, attributed.content_start + 1)
    is_whole = any(attributed.content_end <= end + 1 for _, end in quotes[max(0, at - MAX_NESTED) : at])
    return replace(attributed, attribution="quoted", is_claim=True) if is_whole else attributed
