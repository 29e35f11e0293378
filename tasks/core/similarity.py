"""How much of one text stands in another, and which of its sentences do not."""

from __future__ import annotations

from collections import Counter

from tasks.core.lazy_regex import lazy_regex

_SHINGLE = 4  # words; shorter runs of words are shared by any two texts on one matter
# Chinese and Japanese set no space behind a sentence; other scripts have stops of their own.
_SENTENCE_END = lazy_regex(r"(?<=[.!?…।۔؟።])[\"'”’»)]*\s+|(?<=[。！？])[」』”’）]*(?!$)|\n+")
# Scripts without spaces between words (kana, Han, Thai, Lao, Burmese, Khmer) are compared letter by letter.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_SPELT = lazy_regex(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def containment(part: str, whole: str) -> float | None:
    """Share of the word 4-grams of `part` that stand in `whole`, 0 to 1; null where `part` has no words.

    >>> containment("Ships met off Malta today", "On Monday ships met off malta today, again")
    1.0
    """
    wanted = _shingles(part)
    if not wanted:
        return None
    found = wanted & _shingles(whole, min(_SHINGLE, len(next(iter(wanted)))))
    return round(sum(found.values()) / sum(wanted.values()), 4)


def changed_sentences(old: str, new: str) -> list[str]:
    """Sentences of `old` that `new` does not hold word for word, in order.

    >>> changed_sentences("It rained. Ten ships met.", "It rained. Nine ships met.")
    ['Ten ships met.']
    """
    held = {tuple(_spelt(sentence)) for sentence in _SENTENCE_END.split(new)}
    sentences = filter(None, (sentence.strip() for sentence in _SENTENCE_END.split(old)))
    return [sentence for sentence in sentences if (spelt := tuple(_spelt(sentence))) and spelt not in held]


def _spelt(text: str) -> list[str]:
    """The words of a text, those of scripts without spaces by their letters."""
    return _SPELT.findall(text.casefold())


def _shingles(text: str, size: int = _SHINGLE) -> Counter[tuple[str, ...]]:
    spelt = _spelt(text)
    size = min(size, len(spelt))
    return Counter(tuple(spelt[i : i + size]) for i in range(len(spelt) - size + 1)) if spelt else Counter()
