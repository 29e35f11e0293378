"""What a document is about where that changes what its verbs mean: players attack, defend and rally without harm."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.event.lexicon import EventLexicon

SHARE = 0.02  # of the words; match reports have 3 to 7 %, an arrested player or a club before a court less
MIN_WORDS = 40  # below it one `coach` would decide


def topics_of(sentences: Sequence[Sentence], lexicon: EventLexicon) -> frozenset[str]:
    """The topics whose words make up enough of a document."""
    words = [token.lemma.lower() for sentence in sentences for token in sentence.tokens if token.upos != "PUNCT"]
    if len(words) < MIN_WORDS:
        return frozenset()
    counts = {name: sum(word in members for word in words) for name, members in lexicon.topics.items()}
    return frozenset(name for name, count in counts.items() if count >= SHARE * len(words))
