"""The words of class and id names, and what they say together; `fast_words` does the same, and is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

Span = tuple[float, float]  # lowest and highest weight of words, 0 where none is known
_WORD = re.compile(r"[a-z]{2,}|[A-Z](?:[a-z]+|[A-Z]+(?![a-z]))")  # of two letters or more
_REMEMBERED = 50_000  # names; single ones recur on all pages, their combinations on those of one site


@lru_cache(maxsize=_REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """The words of one name, in small letters.

    >>> name_words("SideBar_related-posts")
    ('side', 'bar', 'related', 'posts')
    """
    words = _WORD.findall(name)
    return tuple(words if name.islower() else [word.lower() for word in words])


def bits_of(names: str, bits: Mapping[str, int]) -> int:
    """The bits of all words of some names."""
    found = 0
    for word in _words(names):
        found |= bits.get(word, 0)
    return found


def span_of(names: str, weights: Mapping[str, float]) -> Span:
    """The weights of all words of some names."""
    low = high = 0.0
    for word in _words(names):
        weight = weights.get(word, 0.0)
        if weight < low:
            low = weight
        elif weight > high:
            high = weight
    return low, high


def _words(names: str) -> Iterator[str]:
    for name in names.split():
        yield from name_words(name)
