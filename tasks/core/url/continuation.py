"""How likely the text behind a gap still belongs to an address: how finished that looks, and how the text goes on.

All figures are log10 odds; the words a join would make are weighed elsewhere, in `joins`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tasks.core.url.host import is_public_host
from tasks.core.url.joins import Gap
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.scheme import LETTERS, SEPARATOR, with_scheme
from tasks.core.url.view import view
from tasks.core.url.words import Vocabulary, vocabulary_of, words_of
from tasks.core.url.wrappers import unwrap

SURE = 8.0  # needs no weighing
_UNFINISHED_HOST = -0.4  # per piece: going on is the only hope, but not without end
_UNFINISHED_INNER_HOST = 1.0  # a wrapper carries public addresses only
_COMMON_WORD = -2.5  # log10 probability of `for`, `and`, `with`: likelier the text going on
_LONG_WORD = 14  # an unlisted word of so many letters is several, as slugs write them
_TELLING = 12  # words around an address from which on a word's absence says something

_WELL_FORMED = re.compile(r"https?://|www\.", re.IGNORECASE)
_SCHEMED = re.compile(rf"{LETTERS}{SEPARATOR}|www\.", re.IGNORECASE)
_ENDING = re.compile(  # labels, marks, hashtags, handles, numbers of a list, dates, times: never part of an address
    r"[^\W\d_][\w-]{1,20}:(?:$|(?!https?:)[^\W\d_]|(?:19|20)\d\d-)|[^\w/&?=#%.~+,;:@-]|#\w+$|@\w|[-.]+$|[,;:@](?!\w)|\d{1,3}[.)]$"
    r"|\d{1,4}([./-])\d{1,2}\1\d{2,4}[.,]?$|\d{1,2}:\d\d\b"
)
_STRUCTURE = re.compile(
    r"[^\W_]/\w|\w/$|\w=\w|%[0-9A-Fa-f]{2}|\w&\w+=|\.(?:s?html?|php|aspx?|cms|ece|stm)\b|^[/?&=]$"
    r"|^(?:[/,;:]\w|\?\w+=|&\w+=|[._-][^\W_]\S*[^\W_])"
)
_EITHER_OR = re.compile(r"[^\W\d_]+/[^\W\d_]+[.,;]?")
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_NUMBER = re.compile(r"(?=\w*\d\w*\d\w*\d)[a-z\d]{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL_NUMBER = re.compile(r"\d{1,2}[.,]?")
_WORD = re.compile(r"([^\W\d_]+)[.,;:!?)]*")
_IDENTIFIER = re.compile(r"\d{4,}$|(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{8,}$")
_EXTENSION = re.compile(r"(?:s?html?|php|aspx?|pdf|cms|ece|stm|jsp)\b")
_FINISHED = re.compile(r"\.(?:s?html?|php|aspx?|pdf|cms|ece|stm|jsp)$", re.IGNORECASE)
_REST_OF_EXTENSION = re.compile(r"l$|l[?#]|x$|x[?#]")
_DANGLING = ("-", "_", "=", "&", "?", "%", "~", "+")
_ENDS_SENTENCE = re.compile(r"[.!?;:,)\]}'’]$")


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What is known around an address while its gaps are weighed."""

    is_bounded: bool  # a closing mark surely ends it: all text before belongs to it
    start_odds: float  # by its setting, that text behind a gap belongs to it
    emphasis: str  # `_` or `~` before it, which closes behind it; else empty
    column: int  # characters before it on its line
    title: str
    around: str  # the text near it
    lexicon: UrlLexicon

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of title and text; most addresses never need them."""
        return vocabulary_of(self.title, self.around)

    def expects(self, word: str) -> bool:
        """Whether the title or the text has a word."""
        return any(part in self.vocabulary.title or part in self.vocabulary.text for part in words_of(word)[:1])


def odds_of_going_on(left: str, right: str, rest: str, gap: Gap, situation: Situation) -> float:
    """Log10 odds that the piece behind a gap belongs to the address `left`; `rest` is what follows on its line."""
    if situation.is_bounded or gap.is_encoded or gap.is_dash:
        return SURE
    seen = view(left)
    host = seen.host.lower()
    if host in ("www", "www.") or not is_public_host(host.rstrip("."), situation.lexicon.suffixes):
        return _odds_within_host(host, seen.is_inner, right)
    if _SCHEMED.match(right):
        return SURE / 2 if _completes_wrapper(left, right, situation.lexicon) else -SURE
    is_dangling = left.endswith(_DANGLING) and left[-1] != situation.emphasis
    if (_ENDING.match(right) and not is_dangling) or _breaks_off(left, right):
        return -SURE
    odds = situation.start_odds + (3.0 if is_dangling else 0.0)
    return odds + _odds_by_end(left, seen.path, right) + _odds_by_piece(left, right, situation) + _odds_by_line(
        left, right, rest, gap, situation
    )  # fmt: skip


def _odds_within_host(host: str, is_inner: bool, right: str) -> float:
    if host and (_WELL_FORMED.match(right) or " " in host):
        return -SURE
    if is_inner:
        return _UNFINISHED_INNER_HOST
    return 0.0 if host.endswith(".") or right.startswith(".") else _UNFINISHED_HOST


def _completes_wrapper(left: str, right: str, lexicon: UrlLexicon) -> bool:
    """Whether an address that carries none yet would carry one with the next piece."""
    alone, _ = with_scheme(left)
    return not unwrap(alone, lexicon).rules and bool(unwrap(alone + right, lexicon).rules)


def _breaks_off(left: str, right: str) -> bool:
    """Whether the address ended in a file's extension before a word that does not complete it."""
    return bool(_FINISHED.search(left)) and right[0].isalnum() and not _REST_OF_EXTENSION.match(right)


def _odds_by_end(left: str, path: str, right: str) -> float:
    """How finished the address looks."""
    odds = 0.0
    if left.endswith(".") and _EXTENSION.match(right):
        odds += 6.0
    elif _ENDS_SENTENCE.search(left):
        odds -= 2.0
    if _IDENTIFIER.search(path) and _WORD.fullmatch(right):
        odds -= 2.5
    if right[:1].isupper() and "_" not in right and not any(map(str.isupper, path)):
        odds -= 2.0
    return odds


def _odds_by_piece(left: str, right: str, situation: Situation) -> float:
    """How much the next piece looks like part of an address."""
    if word := _WORD.fullmatch(right):
        return _odds_of_word(left, word[1], situation)
    if view(left).path and _EITHER_OR.fullmatch(right) and (right[0].isupper() or not left.endswith("/")):
        return 1.0 if situation.expects(right) else -0.5
    odds = 0.0 if "/" in right else float(min(len(_HYPHEN.findall(right)), 3))
    if _STRUCTURE.search(right):
        odds += 3.0
    if "_" in right:
        odds += 1.5
    if _YEAR.fullmatch(right):
        odds += 1.5 if situation.expects(right) else -0.5
    elif _NUMBER.fullmatch(right):
        odds += 1.5
    return odds


def _odds_of_word(left: str, word: str, situation: Situation) -> float:
    """A plain word may be the last of the slug, or the next of the text: does the clipping speak of it?"""
    tail = view(left).tail
    if situation.expects(word) or (tail and situation.expects(tail + word)):
        return 0.7
    words = situation.lexicon.words
    odds = 1.5 if words.get(tail.lower(), -9.0) > _COMMON_WORD and "-" in left else 0.0  # no slug ends in `the`
    if word.lower() not in words and len(word) >= _LONG_WORD:
        return odds + 1.0
    has_context = len(situation.vocabulary.text) + len(situation.vocabulary.title) >= _TELLING
    odds -= 1.0 if has_context else 0.0
    return odds - 1.0 if not tail and word.lower() in words else odds


def _odds_by_line(left: str, right: str, rest: str, gap: Gap, situation: Situation) -> float:
    """Whether the line around the next piece reads like prose."""
    line = [word for word in rest.split() if any(map(str.isalnum, word))]
    odds = 0.0 if line else 1.0
    if len(line) >= 3 and not any("-" in word or "/" in word for word in line[:3]):
        odds -= 1.5
    if line and situation.lexicon.words.get(right.lower(), -9.0) > _COMMON_WORD:
        odds -= 1.0
    if line and _SMALL_NUMBER.fullmatch(right):
        odds -= 3.0
    if gap.is_break:
        odds += (0.7 if situation.column + len(left) >= 60 else 0.0) - (1.0 if line else 0.0)
    return odds
