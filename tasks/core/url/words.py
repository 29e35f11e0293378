"""How likely a string is one word of an address: word list, words of the clipping, letter statistics."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from tasks.core.url.lexicon import UrlLexicon

WORD = re.compile(r"[^\W_]+")
_TITLE_WORD = -1.5  # log10; a slug's word comes from the title every few words
_TEXT_WORD = -3.0
_GLUE = -2.5  # a slug that glues two words together
_FOREIGN = -2.2  # a word no list has: a name, a coinage, another language
_LETTER = -1.25  # one letter of an alphabet without statistics
_DIGIT = -0.75
_LONGEST = 24  # words beyond it are not split further: time stays linear


@dataclass(slots=True)
class Vocabulary:
    """The words around one address, lower case: those of its title in order, and all others."""

    title: list[str] = field(default_factory=list)
    text: set[str] = field(default_factory=set)
    title_set: set[str] = field(init=False)
    pairs: set[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.title_set = set(self.title)
        self.pairs = set(zip(self.title, self.title[1:], strict=False))


def words_of(text: str) -> list[str]:
    """Words of a text in lower case, apostrophes dropped as slugs drop them.

    >>> words_of("Serbia's 'Slavic Shield'")
    ['serbias', 'slavic', 'shield']
    """
    return WORD.findall(text.lower().replace("'", "").replace("’", ""))


@lru_cache(maxsize=65_536)
def _listed(word: str, lexicon: UrlLexicon) -> float:
    """Log10 probability of a lower-case word, whatever clipping it stands in."""
    known = lexicon.words.get(word)
    if known is not None and (len(word) > 1 or word in "ai"):
        return known
    if word.isdigit():
        return -2.0 if len(word) == 4 and word[:2] in ("19", "20") else -1.5 + _DIGIT * len(word)
    if not word.isascii() or not word.isalpha():
        return _FOREIGN + _LETTER * len(word)
    best = _FOREIGN + _spelling(word, lexicon)
    if 4 <= len(word) <= _LONGEST:
        for i in range(2, len(word) - 1):
            left, right = lexicon.words.get(word[:i]), lexicon.words.get(word[i:])
            if left is not None and right is not None:
                best = max(best, left + right + _GLUE)
    return best


def _spelling(word: str, lexicon: UrlLexicon) -> float:
    total, context = 0.0, "^^"
    for letter in word + "$":
        total += lexicon.letters.get(context, {}).get(letter, -3.0)
        context = context[1] + letter
    return total


def likelihood(word: str, vocabulary: Vocabulary, lexicon: UrlLexicon) -> float:
    """Log10 probability that a slug has this word, given the clipping's title and text."""
    word = word.lower()
    score = _listed(word, lexicon)
    if word in vocabulary.title_set:
        return max(score, _TITLE_WORD)
    if word in vocabulary.text:
        return max(score, _TEXT_WORD)
    return score
