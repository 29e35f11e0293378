"""The record of one attribution."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.tables.values import Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Words that somebody is said to have said; offsets are code points of the text, end exclusive.

    The source is None where the text names none (`reportedly`). `speaker` is who that is (start, end, start of the
    head): of `residents, who said so` the residents; `cue_at` is where the cue stands. Both are None where there is no
    parse. `is_claim` tells whether the source vouches for the content, which it does not for a mere topic (`criticised
    the plan`).
    """

    attribution: Attribution
    source_start: int | None
    source_end: int | None
    cue: str | None
    content_start: int
    content_end: int
    rule: str
    is_claim: bool = True
    speaker: tuple[int, int, int] | None = None
    cue_at: int | None = None
