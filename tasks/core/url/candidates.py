"""Reads one damaged address in every likely way: which pieces of the text belong to it, and what stood between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from tasks.core.url.host import is_public_host
from tasks.core.url.joins import Gap, joins
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.scheme import LETTERS, SEPARATOR, with_scheme
from tasks.core.url.view import view
from tasks.core.url.words import Vocabulary, vocabulary_of
from tasks.core.url.wrappers import unwrap

_WIDTH = 6  # readings kept at each gap
_MOST_GAPS = 24
_SURE = 8.0  # log10 odds that need no weighing
# Spaces, also written as `%20`; line breaks with a mail's quotation marks; typographic dashes.
_GAP = re.compile(r"(?:%(?:25)*(?:20|0[9aAdD]|[cC]2%(?:25)*[aA]0)|\n[\s>|]*|\s)+|[–—−‒―](?=\S)")
_NO_URL = re.compile(r"[<>\"“”„«»‹›「」『』。，、；！？…]|'\s*/?>|[,;|](?=https?://)|[\[(]\.{3}[\])]")
_SCHEMED = re.compile(rf"{LETTERS}{SEPARATOR}|www\.", re.IGNORECASE)
_WELL_FORMED = re.compile(r"https?://|www\.", re.IGNORECASE)
_LABEL_LIKE = re.compile(r"[^\W\d_][\w-]{1,20}:$|[^\w/&?=#%.~+,;:@-]|#\w+$|[-.]+$|\d{1,3}[.)]$|[,;:@](?!\w)")
_STRUCTURE = re.compile(
    r"[^\W_]/\w|\w/$|\w=\w|%[0-9A-Fa-f]{2}|\w&\w+=|\.(?:s?html?|php|aspx?|cms|ece|stm)\b|^[/?&=]$|^(?:[/,;:]\w|\?\w+=|&\w+=|[._-][^\W_]\S*[^\W_])"
)
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_NUMBER = re.compile(r"(?=\w*\d\w*\d\w*\d)[a-z\d]{4,}")
_DANGLING = ("-", "_", "=", "&", "?", "%", "~", "+")
_ENDS_SENTENCE = re.compile(r"[.!?;:,)\]}'’]$")
_FINISHED = re.compile(r"\.(?:s?html?|php|aspx?|pdf|cms|ece|stm|jsp)$", re.IGNORECASE)
_UNFINISHED_HOST = -0.4  # log10 odds per piece: going on is the only hope, but not without end
_UNFINISHED_INNER_HOST = 1.0  # a wrapper carries public addresses only
_EXTENSION = re.compile(r"(?:s?html?|php|aspx?|pdf|cms|ece|stm|jsp)\b")
_COMMON_WORD = -2.5  # log10 probability of `for`, `and`, `with`: likelier the text going on


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an address: its text, log10 odds against stopping at the first gap, and how it came about."""

    text: str
    odds: float
    rules: tuple[str, ...]
    evidence: tuple[str, ...]
    end: int  # offset behind the last character it uses


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What is known around an address while its gaps are weighed."""

    is_bounded: bool  # a closing mark surely ends it: all text before belongs to it
    start_odds: float  # log10 odds, by its setting, that text behind a gap belongs to it
    column: int  # characters before it on its line
    title: str
    around: str  # the text near it
    lexicon: UrlLexicon

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of title and text; most addresses never need them."""
        return vocabulary_of(self.title, self.around)


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
    odds = _odds_of_going_on(reading.text, piece, rest, gap, situation)
    if odds <= -_SURE:
        return []
    longer = []
    for join in joins(reading.text, piece, gap, situation.vocabulary, situation.lexicon):
        rules = reading.rules if not join.rule or join.rule in reading.rules else (*reading.rules, join.rule)
        evidence = (*reading.evidence, join.evidence) if join.evidence else reading.evidence
        longer.append(Reading(join.text, reading.odds + odds + join.odds, rules, evidence, gap.end + len(piece)))
    return longer


def _odds_of_going_on(left: str, right: str, rest: str, gap: Gap, situation: Situation) -> float:
    """Log10 odds that the piece behind a gap still belongs to the address, its words aside."""
    if situation.is_bounded or gap.is_encoded or gap.is_dash:
        return _SURE
    host = view(left).host.lower()
    if host in ("www", "www.") or not is_public_host(host.rstrip("."), situation.lexicon.suffixes):
        if host and (_WELL_FORMED.match(right) or " " in host):
            return -_SURE
        if view(left).is_inner:
            return _UNFINISHED_INNER_HOST
        return 0.0 if host.endswith(".") or right.startswith(".") else _UNFINISHED_HOST
    if _SCHEMED.match(right):
        return _SURE / 2 if _completes_wrapper(left, right, situation.lexicon) else -_SURE
    if _LABEL_LIKE.match(right):
        return -_SURE
    return situation.start_odds + _odds_by_left(left, right) + _odds_by_right(left, right, rest, gap, situation)


def _completes_wrapper(left: str, right: str, lexicon: UrlLexicon) -> bool:
    """Whether an address that carries none yet would carry one with the next piece."""
    alone, _ = with_scheme(left)
    return not unwrap(alone, lexicon).rules and bool(unwrap(alone + right, lexicon).rules)


def _odds_by_left(left: str, right: str) -> float:
    """How finished the address looks."""
    odds = 0.0
    if left.endswith(_DANGLING):
        odds += 3.0
    if left.endswith(".") and _EXTENSION.match(right):
        odds += 6.0
    if _FINISHED.search(left):
        odds -= 3.0
    if _ENDS_SENTENCE.search(left):
        odds -= 2.0
    if right[:1].isupper() and not any(map(str.isupper, view(left).path)):
        odds -= 1.5
    return odds


def _odds_by_right(left: str, right: str, rest: str, gap: Gap, situation: Situation) -> float:
    """How much the next piece looks like part of an address, and the line around it like prose."""
    odds = 0.0 if "/" in right else float(min(len(_HYPHEN.findall(right)), 3))
    if _STRUCTURE.search(right):
        odds += 3.0
    if "_" in right:
        odds += 1.5
    if _NUMBER.fullmatch(right):
        odds += 1.5
    line = rest.split()
    if not line:
        odds += 1.0
    elif len(line) >= 3 and not any("-" in word or "/" in word for word in line[:3]):
        odds -= 1.5
    if line and situation.lexicon.words.get(right.lower(), -9.0) > _COMMON_WORD:
        odds -= 1.0
    if gap.is_break:
        odds += (0.7 if situation.column + len(left) >= 60 else 0.0) - (1.0 if line else 0.0)
    return odds
