"""Names as they are looked up: a key that ignores case, accents and dots, an index by key, and slugs for ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from tasks.core.text import unaccented

T = TypeVar("T")
# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'", ".": ""})
_NOT_NAME = re.compile(r"[^\w'&, ]+")
# What may stand inside a name without being heard: `al-Qaeda`, `Yahoo!`, `RFE/RL`.
_GLUE = frozenset("-–‐‑./!")
_BREAK = "|"


@lru_cache(maxsize=1 << 16)
def key_of(name: str) -> str:
    """The spelling a name is looked up by; a possessive is a word of its own, as it is for the parser.

    >>> key_of("U.S."), key_of("São Tomé"), key_of("al-Qaeda"), key_of("People’s Army")
    ('us', 'sao tome', 'al qaeda', "people 's army")
    """
    plain = unaccented(name).translate(_MARKS).casefold().translate(_PLAIN)
    words = _NOT_NAME.sub(" ", plain).replace(",", " , ").split()
    return " ".join(part for word in words for part in _parts(word))


def _parts(word: str) -> list[str]:
    stem = word.strip("'")
    if word == "'s":
        return [word]
    if stem.endswith("'s"):
        return [stem[:-2], "'s"]
    return [stem] if stem else []


def word_key(word: str) -> str:
    """The key of one word of a sentence: empty for what may stand inside a name, a bar for what ends one.

    >>> [word_key(word) for word in ("U.S.", "-", ",", "(")]
    ['us', '', ',', '|']
    """
    return key_of(word) or ("" if word in _GLUE or not word else _BREAK)


def slug(name: str) -> str:
    """A name as part of an id.

    >>> slug("Aleksandar Vučić")
    'aleksandar-vucic'
    """
    return re.sub(r"[^\w]+", "-", key_of(name)).strip("-")


def fits(surface: str, form: str) -> bool:
    """Whether the letters of a text may stand for a listed form: acronyms need their capitals, names an initial one.

    >>> fits("us", "US"), fits("RUSSIA", "Russia"), fits("turkey", "Turkey"), fits("Al-Qaeda", "al-Qaeda")
    (False, True, False, True)
    """
    bare = form.replace(".", "")
    if bare.isupper() and len(bare) <= 6:
        return surface.replace(".", "") == bare
    return surface == form or surface[:1].isupper() or (form[:1].islower() and surface != surface.lower())


class NameIndex(Generic[T]):
    """Values by name, found in a row of word keys; several values may share a name."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """`names`: each name as written, and what it stands for."""
        self._values: dict[str, list[T]] = {}
        self._longest: dict[str, int] = {}
        for name, value in names:
            key = key_of(name)
            if key:
                self._values.setdefault(key, []).append(value)
                first, count = key.split(" ", 1)[0], key.count(" ") + 1
                self._longest[first] = max(count, self._longest.get(first, 0))

    def get(self, key: str) -> Sequence[T]:
        """What a key stands for; nothing for an unknown one."""
        return self._values.get(key, ())

    def matches(self, keys: Sequence[str]) -> Iterator[tuple[int, int, Sequence[T]]]:
        """Spans [first, end) of `keys` that are names, all lengths, longest first at each start."""
        for first, key in enumerate(keys):
            limit = self._longest.get(key.split(" ", 1)[0]) if key else None
            if limit is not None:
                yield from reversed(list(self._from(keys, first, limit)))

    def _from(self, keys: Sequence[str], first: int, limit: int) -> Iterator[tuple[int, int, Sequence[T]]]:
        joined = ""
        for end in range(first, len(keys)):
            # Hyphens and dots are words to the parser and nothing in a name.
            if not keys[end]:
                continue
            joined = f"{joined} {keys[end]}" if joined else keys[end]
            if joined.count(" ") >= limit:
                break
            if joined in self._values:
                yield first, end + 1, self._values[joined]
