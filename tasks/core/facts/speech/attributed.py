"""The record of one attribution."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.tables.values import Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Words that somebody is said to have said; offsets are code points of the text, end exclusive.

    The source is None where the text names none (`reportedly`). `is_claim` tells whether the source vouches for the
    content, which it does not for a mere topic (`criticised the plan`).
    """

    attribution: Attribution
    source_start: int | None
    source_end: int | None
    cue: str | None
    content_start: int
    content_end: int
    rule: str
    is_claim: bool = True
