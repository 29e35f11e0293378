"""Raw text to the words of English Universal Dependencies, each with its place; sentences are found elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.core.english.abbreviations import is_abbreviation
from tasks.core.english.clitics import cut

Span = tuple[int, int]

# Every repetition is bounded or cannot overlap its neighbour, so that a megabyte without a space takes linear time.
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"""
    (?P<address>(?:https?|ftp)://[^\s<>"“”]+ | www\.[^\s<>"“”]+ | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
        | (?:[A-Za-z0-9-]{{1,40}}\.){{1,4}}(?:com|org|net|gov|edu|info|co\.uk|ru|de|fr|eu|io|tv)(?![\w-])
          (?:/[^\s<>"“”]*)?)
  | (?P<tag>[@\#]{_LETTER}\w*)
  | (?P<smile>[:;]-?[()DPp](?!\w))
  | (?P<time>\d{{1,2}}[:.]\d{{2}}(?=[ap]\.?m\b))
  | (?P<phone>\d{{1,4}}-\d{{3}}-\d{{3,4}}(?:-\d{{4}})?(?![\w-]) | \d{{1,4}}-\d{{1,2}}-\d{{1,4}}(?![\w-]))
  | (?P<number>\d{{1,2}}(?:st|nd|rd|th)\b | \d+s\b | \d+(?:[.,:/]\d+)*)
  | (?P<decade>['’]\d\ds?\b)
  | (?P<currency>(?:US|AU|NZ|HK|CA|C|A|R|S)\$)
  | (?P<initials>(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!\w))? | (?:Ph|Lt|Brig|Maj)\.(?:D|Gen|Col)\.?)
  | (?P<word>{_LETTER}[\w\u0300-\u036f]*(?:['’`&]{_LETTER}[\w\u0300-\u036f]*)*)
  | (?P<mark>\.{{2,}} | [!?]+ | -{{2,}} | ={{2,}} | \*{{2,}} | _+ | '' | `` | <{{2,}} | >{{2,}} | .)
    """,
    re.VERBOSE | re.DOTALL,
)
_CHUNK = re.compile(r"\S+")
# The treebanks split compounds at the hyphen, but not behind these.
_PREFIX = re.compile(
    r"anti|co|de|e|ex|inter|intra|macro|micro|mid|multi|neo|non|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|ultra"
    r"|un|uni",
    re.IGNORECASE,
)
_NUMBER_TAIL = re.compile(rf"\d+({_LETTER}+)$")
_TRAILING = ".,;:!?'\"’”)]>}…"


def words(text: str) -> list[Span]:
    """Start and end of each word, in order and without overlap; only white space lies outside."""
    found: list[Span] = []
    for chunk in _CHUNK.finditer(text):
        piece = chunk.group()
        if piece.isalpha() and not cut(piece):
            found.append(chunk.span())
        else:
            found.extend(_split(text, *chunk.span()))
    return found


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        match = _WORD.match(text, at, end)
        stop = match.end() if match else at + 1
        kind = match.lastgroup if match else "mark"
        if kind == "address":
            stop = at + max(1, len(text[at:stop].rstrip(_TRAILING)))
        elif kind in ("word", "number"):
            stop = _grow(text, at, stop, end, kind)
        elif kind == "decade" and at > start and text[at - 1].isalnum():
            stop = at + 1
        yield from _pieces(text, at, stop, kind)
        at = stop


def _grow(text: str, start: int, stop: int, end: int, kind: str) -> int:
    """Take in what belongs to the word's spelling: an abbreviation's stop, the rest of a prefixed word."""
    if kind != "word" or stop == end:
        return stop
    if text[stop] == "." and _has_stop(text, start, stop):
        return stop + 1
    if text[stop] == "-" and _PREFIX.fullmatch(text, start, stop):
        after = _WORD.match(text, stop + 1, end)
        return after.end() if after and after.lastgroup in ("word", "number") else stop
    return stop


def _has_stop(text: str, start: int, stop: int) -> bool:
    """Whether the stop after text[start:stop] is part of the word: "Gen.", and the "W." in "George W. Bush"."""
    if is_abbreviation(text[start:stop]):
        return True
    rest = text[stop + 1 : stop + 3].lstrip(" ")
    if text[start:stop] == "c" and rest[:1].isdigit():
        return True
    if stop - start != 1 or not text[start].isupper():
        return False
    return text[start] != "I" and rest[:1].isupper()


def _pieces(text: str, start: int, stop: int, kind: str | None) -> Iterator[Span]:
    pieces: list[Span] = []
    # "y'all'd've" is the longest chain in use: what stands before a clitic may end in another.
    while kind == "word" and len(pieces) < 3 and (first := cut(text[start:stop])):
        pieces.append((start + first, stop))
        stop = start + first
    yield start, stop
    yield from reversed(pieces)
