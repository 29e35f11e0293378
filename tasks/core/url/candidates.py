"""Reads one damaged address in every likely way: which pieces of the text belong to it, and what stood between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from tasks.core.url.continuation import SURE, Situation, odds_of_going_on
from tasks.core.url.joins import Gap, joins

_WIDTH = 6  # readings kept at each gap
_MOST_GAPS = 24
# Spaces, also written as `%20`; line breaks with a mail's quotation marks; typographic dashes.
_GAP = re.compile(r"(?:%(?:25)*(?:20|0[9aAdD]|[cC]2%(?:25)*[aA]0)|\n[\s>|]*|\s)+|[–—−‒―](?=\S)")
_NO_URL = re.compile(r"[<>\"“”„«»‹›「」『』。，、；！？…]|'\s*/?>|[,;|](?=https?://)|[\[(]\.{3}[\])]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an address: its text, log10 odds against stopping at the first gap, and how it came about."""

    text: str
    odds: float
    rules: tuple[str, ...]
    evidence: tuple[str, ...]
    end: int  # offset behind the last character it uses


def readings(text: str, scheme: str, start: int, end: int, situation: Situation) -> list[Reading]:
    """Readings of the address whose scheme is `scheme` and whose rest begins at `start`, likeliest first.

    It reaches `end` at most; ends are offsets in `text`.
    """
    pieces = _pieces(text, start, end)
    _, piece, is_closed, _ = next(pieces)
    going = [Reading(scheme + piece, 0.0, (), (), start + len(piece))]
    done: list[Reading] = []
    for gap, piece, is_last, behind in pieces:
        if is_closed or not piece:
            break
        done += going
        rest = text[behind : behind + 120].partition("\n")[0]
        longer = [new for reading in going for new in _longer(reading, piece, gap, rest, situation)]
        going = nlargest(_WIDTH, longer, key=lambda r: r.odds)
        if not going or max(r.odds for r in done) - 6 > going[0].odds:
            break
        is_closed = is_last
    return nlargest(_WIDTH, [*done, *going], key=lambda r: r.odds)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[Gap, str, bool, int]]:
    """The gap before each piece, the piece, whether it surely is the last, and where it ends; up to an empty line."""
    gap = Gap(start, start, "")
    for _ in range(_MOST_GAPS):
        match = _GAP.search(text, gap.end, end)
        behind = match.start() if match else end
        piece, is_closed = _cut(text[gap.end : behind])
        yield gap, piece, is_closed, behind
        if match is None or is_closed or match.group().count("\n") > 1:
            return
        gap = Gap(match.start(), match.end(), match.group())


def _cut(piece: str) -> tuple[str, bool]:
    """A piece up to the first character no address has, and whether that ends the address."""
    match = _NO_URL.search(piece)
    return (piece[: match.start()], True) if match else (piece, False)


def _longer(reading: Reading, piece: str, gap: Gap, rest: str, situation: Situation) -> list[Reading]:
    """The reading with one more piece, joined in every way; nothing where the piece cannot belong."""
    odds = odds_of_going_on(reading.text, piece, rest, gap, situation)
    if odds <= -SURE:
        return []
    longer = []
    for join in joins(reading.text, piece, gap, situation.vocabulary, situation.lexicon):
        rules = reading.rules if not join.rule or join.rule in reading.rules else (*reading.rules, join.rule)
        evidence = (*reading.evidence, join.evidence) if join.evidence else reading.evidence
        longer.append(Reading(join.text, reading.odds + odds + join.odds, rules, evidence, gap.end + len(piece)))
    return longer
