"""Organisations by the shape of their names: `Free University of Berlin`, `Joint Narcotics Enforcement Team`.

A capitalised head word says that a run of capitalised words is the name of an organisation; the run, and what an `of`
or `for` adds to it, is the whole name, whatever halves of it the parser tags.
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.core.facts.actor.tagged import DAYS
from tasks.core.facts.actor.words import NOMINAL, Words

# Owners in the plural that are part of a name: `Children's Hospital`.
_OWNERS = frozenset({"children", "people", "women", "men", "veterans", "workers", "teachers", "farmers", "citizens"})
_LINKS = frozenset({"of", "for", "on"})
_LONGEST = 12


def organisation_spans(words: Words) -> Iterator[tuple[int, int]]:
    """Token spans [first, end) that have the shape of an organisation's name."""
    if _is_headline(words):
        return
    done = 0
    for index, key in enumerate(words.keys):
        if index < done or key not in words.lexicon.heads or not _is_capital(words, index):
            continue
        first = _left(words, index, done)
        end = _right(words, first, index)
        is_open = end > index + 1 and words.keys[index + 1] in _LINKS
        if end - first > 1 and (first < index or is_open) and not _is_description(words, first, end):
            yield first, end
            done = end


def _is_description(words: Words, first: int, end: int) -> bool:
    """A place that the parser sees as one, or a shop that nobody owns: `the Mediterranean Restaurant`."""
    is_place = all(words.label(i) == "LOC" for i in range(first, end))
    return is_place or (_is_shop(words, end - 1) and "'s" not in words.keys[first:end])


def _is_capital(words: Words, index: int) -> bool:
    token = words.tokens[index]
    return token.text[:1].isupper() and token.upos in ("PROPN", "NOUN", "ADJ", "VERB") and words.keys[index] != "|"


def _is_headline(words: Words) -> bool:
    """Where words that are no names are capitalised too, capitals show nothing."""
    content = [t.text for t in words.tokens[1:] if t.upos in ("VERB", "NOUN", "ADV", "AUX") and t.text[:1].isalpha()]
    return 4 * sum(text[0].islower() for text in content) <= len(content)


def _left(words: Words, index: int, done: int) -> int:
    """Where the capitalised words before a head begin."""
    first = index
    while first > done and index - first < _LONGEST:
        step = _step(words, first, done)
        if not step:
            break
        first -= step
    # The first word of a sentence is capitalised anyway.
    if first == 0 and words.tokens[0].upos not in NOMINAL and words.label(0) != "ORG":
        first = 1 if index > 1 or words.label(0) else index
    return first


def _step(words: Words, first: int, done: int) -> int:
    """How many tokens before `first` go on with the name."""
    before = first - 1
    if _is_capital(words, before):
        return 0 if _is_title(words, before) else 1
    if before <= done or not _is_capital(words, before - 1):
        return 0
    is_owned = words.keys[before] == "'s" and (_is_shop(words, first) or words.keys[before - 1] in _OWNERS)
    return 2 if is_owned or words.tokens[before].text in ("-", "&") else 0


def _is_shop(words: Words, index: int) -> bool:
    return words.lexicon.heads.get(words.keys[index]) == "owned"


def _is_title(words: Words, index: int) -> bool:
    return any(agent.is_title for agent in words.lexicon.agents.get(words.keys[index])) and words.label(index) != "ORG"


def _right(words: Words, first: int, index: int) -> int:
    """Where the name ends: behind later heads that follow at once, and behind an `of` phrase of capitalised words."""
    end = _run(words, index + 1)
    if words.lexicon.heads[words.keys[end - 1]] != "open" or end >= len(words.keys) or words.keys[end] not in _LINKS:
        return end
    start = end + 1 + (end + 1 < len(words.keys) and words.keys[end + 1] == "the")
    stop = start
    while stop < len(words.keys) and (_is_plain(words, stop) or _is_inner(words, stop)):
        stop += 1
    return stop if stop > start and _belongs(words, range(first, end), range(start, stop)) else end


def _belongs(words: Words, name: range, phrase: range) -> bool:
    """Whether a phrase behind a head is part of the name: it hangs from it, and `for` leads to no name of its own."""
    if words.keys[name.stop] != "of" and words.label(phrase.start) in ("PER", "LOC"):
        return False
    # `Board of Muslim clerics`: an adjective ends no name.
    hangs = any(words.tokens[index].head in name for index in phrase)
    return hangs and words.tokens[phrase.stop - 1].upos != "ADJ"


def _is_plain(words: Words, index: int) -> bool:
    """A capitalised word that is no day (`Council on Tuesday`) and no title (`Chamber of Commerce President`)."""
    return _is_capital(words, index) and words.keys[index] not in DAYS and not _is_title(words, index)


def _is_inner(words: Words, index: int) -> bool:
    """`Housing and Urban Development`: the parser reads on over the small word, and a capital follows."""
    is_small = words.keys[index] in ("and", "&", ",", "the", "of")
    return is_small and words.label(index) == "ORG" and index + 1 < len(words.keys) and _is_capital(words, index + 1)


def _run(words: Words, end: int) -> int:
    """Behind the last head that capitalised words lead to."""
    best = end
    while end < len(words.keys) and _is_capital(words, end) and not _is_title(words, end):
        end += 1
        if words.keys[end - 1] in words.lexicon.heads:
            best = end
    return best
