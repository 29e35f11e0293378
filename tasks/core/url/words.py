"""How likely a string is one word of an address: word list, words of the clipping, letter statistics."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tasks.core.url.lexicon import UrlLexicon

_WORD = re.compile(r"[^\W_]+")
_PLAIN = {ord("ß"): "ss", ord("ł"): "l", ord("ı"): "i", ord("ø"): "o", ord("đ"): "d", ord("æ"): "ae", ord("œ"): "oe"}
_UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("å"): "aa"}
_NUMBERED = re.compile(r"([^\W\d_]{3,})(\d+)")
# All figures are log10 probabilities.
_TITLE_WORD = -1.5  # a slug takes its words from the title
_TEXT_WORD = -3.0
_GLUE = -2.5  # a slug that glues two words together
_UNLISTED = -2.2  # a name, a coinage, another language
_LETTER = -1.2  # one letter of another alphabet
_DIGIT = -0.75
_MIXED = -0.9  # one character of an identifier
_TOO_LONG = -0.4  # each letter of an unlisted word beyond the tenth
_SPLIT_UP_TO = 30  # longer words are not tried as several
_LONGEST_PART = 14
_IMPOSSIBLE = -99.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words around one address in lower case: of its title, of the text, and pairs that stand side by side."""

    title: frozenset[str]
    text: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def words_of(text: str) -> list[str]:
    """Words of a text in the spelling slugs use: lower case, apostrophes dropped, accents taken off.

    >>> words_of("Serbia's 'Château Élysée'")
    ['serbias', 'chateau', 'elysee']
    """
    text = text.lower().replace("'", "").replace("’", "")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        text = "".join(c for c in text if not "\u0300" <= c <= "\u036f")
    return _WORD.findall(text)


def vocabulary_of(title: str, text: str) -> Vocabulary:
    """The words that may help to read an address."""
    around = words_of(text)
    titled = words_of(title)
    both = [*around, *titled]
    extra = words_of(title.lower().translate(_UMLAUTS)) if not title.isascii() else []
    return Vocabulary(
        title=frozenset([*titled, *extra]),
        text=frozenset(around),
        pairs=frozenset(pairwise(both)),
    )


@lru_cache(maxsize=65_536)
def _listed(word: str, lexicon: UrlLexicon) -> float:
    known = lexicon.words.get(word)
    if known is not None and (len(word) > 1 or word in "ai"):
        return known
    if word.isdigit():
        return -2.0 if len(word) == 4 and word[:2] in ("19", "20") else -1.5 + _DIGIT * len(word)
    excess = _TOO_LONG * max(0, len(word) - 10)
    if numbered := _NUMBERED.fullmatch(word):
        return _listed(numbered[1], lexicon) + _listed(numbered[2], lexicon) + _GLUE
    if not word.isalpha():
        return _UNLISTED + _MIXED * len(word)
    if not word.isascii():
        return _UNLISTED + _LETTER * len(word) + excess
    return max(_UNLISTED + _spelling(word, lexicon) + excess, _glued(word, lexicon))


def _spelling(word: str, lexicon: UrlLexicon) -> float:
    total, context = 0.0, "^^"
    for letter in word + "$":
        total += lexicon.letters.get(context, {}).get(letter, -3.0)
        context = context[1] + letter
    return total


def _glued(word: str, lexicon: UrlLexicon) -> float:
    """The best reading as listed words written together: `smallbusiness`, `graphicdesigncourses`."""
    if not 4 <= len(word) <= _SPLIT_UP_TO:
        return _IMPOSSIBLE
    best = [0.0, *[_IMPOSSIBLE] * len(word)]
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PART), end - 1):
            part = lexicon.words.get(word[start:end])
            if part is not None and best[start] + part + _GLUE > best[end]:
                best[end] = best[start] + part + _GLUE
    return best[-1] - _GLUE


def likelihood(word: str, vocabulary: Vocabulary, lexicon: UrlLexicon) -> float:
    """Log10 probability that a slug has this word, given the clipping's title and text."""
    word = word.lower()
    score = _listed(word, lexicon)
    if word in vocabulary.title:
        return max(score, _TITLE_WORD)
    if word in vocabulary.text:
        return max(score, _TEXT_WORD)
    return score
