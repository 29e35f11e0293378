"""Ranks the facts of a document: which of them tells what the article is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tasks.tables.records import Fact

STEM = 5  # letters; `explosion` and `explosive` are one word here
ENDING = re.compile(r"(?<=..)(?:n?ing|ies|e?s|e?d)$")
STOP_WORDS = {
    "the", "and", "for", "with", "from", "that", "this", "has", "have", "had", "was", "were", "are", "after", "over",
    "into", "says", "said", "but", "not", "his", "her", "its", "their", "who", "what", "how", "why", "when", "amid",
}  # fmt: skip
# Behind these a title tells how, when and why, no more what happened.
TURN = re.compile(r"\s(?:as|after|when|while|because|despite|amid|before|following|over|until|since)\s", re.IGNORECASE)
BESIDE = 0.5  # how much a word counts that is not of the title's main clause
MAX_WORDS = 40  # evidence longer than this holds more than one fact
# Predicates of facts that only tell of speech or appearance.
TELLING = {"say", "tell", "add", "write", "tweet", "seem", "appear", "describe", "know", "think", "see", "hear", "show"}


def rank_facts(facts: Sequence[Fact], title: str | None) -> list[Fact]:
    """The facts of one document, the most telling first; of equals the earlier.

    A fact counts for more the earlier it stands, the more words it shares with the title, the more of who, whom, when
    and where it fills, where it is an event of a known type, and where it is said to be so and not merely possible.
    """
    headline = headline_of(title or "")
    order = {sentence: place for place, sentence in enumerate(sorted({f.sentence for f in facts}))}
    return sorted(facts, key=lambda f: (-_weight(f, order[f.sentence], headline), f.start, f.fact_id))


def headline_of(title: str) -> dict[str, float]:
    """How much each stem of a title counts: in full in its main clause, half in its topic and circumstances.

    >>> headline_of("Leeds fire: Man held as shop burns")
    {'fire': 0.5, 'leed': 0.5, 'hel': 1.0, 'man': 1.0, 'burn': 0.5, 'shop': 0.5}
    """
    topic, _, rest = title.rpartition(": ")
    main, *besides = TURN.split(rest, maxsplit=1)
    weights: dict[str, float] = {}
    for words, weight in ((topic, BESIDE), (main, 1.0), (" ".join(besides), BESIDE)):
        weights |= {stem: weight for stem in sorted(stems(words)) if stem not in weights or weight > weights[stem]}
    return weights


def stems(text: str) -> frozenset[str]:
    """Beginnings of the words that carry meaning.

    >>> sorted(stems("The bombing of a consulate"))
    ['bomb', 'consu']
    """
    words = (w.lower() for w in re.findall(r"[^\W_]{3,}", text))
    return frozenset(ENDING.sub("", w)[:STEM] for w in words if w not in STOP_WORDS)


def _weight(fact: Fact, place: int, headline: Mapping[str, float]) -> float:
    """Sum of what speaks for a fact; the parts were set by reading top facts of news articles beside their titles.

    `place` counts the sentences with facts before it.
    """
    words = stems(" ".join([fact.predicate, *(a.surface for a in fact.arguments if a.role != "source")]))
    met = fact.recipient is not None or any(a.role in ("object", "event") for a in fact.arguments)
    shared = sum(headline.get(word, 0.0) for word in words) / max(1.0, sum(headline.values()))
    weight = 4.0 * shared + 2.5 / (1 + place / 3)
    weight += 0.8 * _share(fact.predicate, headline) + 0.5 * _share(fact.actor or "", headline)
    weight += 0.8 * (fact.event_type is not None) + 0.4 * met + 0.4 * (fact.actor_id is not None)
    weight += 0.4 * (fact.starts_on is not None) + 0.4 * (fact.place is not None)
    weight -= 1.0 * (fact.actor is None and fact.recipient is None) + 0.8 * (fact.attribution == "quoted")
    weight -= 1.0 * (fact.modality != "actual") + 0.3 * (fact.polarity != "affirmed")
    weight -= 0.5 * (fact.predicate.split(" ")[0] in TELLING) + 0.5 * (len(fact.evidence.split()) > MAX_WORDS)
    # A main clause opens its sentence; nouns tell of what the verbs are about.
    return weight + 0.5 * fact.evidence[:1].isupper() - 0.7 * ("noun clause" in fact.rules)


def _share(words: str, headline: Mapping[str, float]) -> float:
    """The weight of the word that counts most in the title."""
    return max((headline.get(stem, 0.0) for stem in stems(words)), default=0.0)
