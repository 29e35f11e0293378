"""Ranks the facts of a document: which of them tells what the article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.tables.records import Fact

STEM = 5  # letters; `explosion` and `explosive` are one word here
ENDING = re.compile(r"(?<=..)(?:n?ing|ies|e?s|e?d)$")
STOP_WORDS = {
    "the", "and", "for", "with", "from", "that", "this", "has", "have", "had", "was", "were", "are", "after", "over",
    "into", "says", "said", "but", "not", "his", "her", "its", "their", "who", "what", "how", "why", "when", "amid",
}  # fmt: skip
MAX_WORDS = 40  # evidence longer than this holds more than one fact
# Predicates of facts that only tell of speech or appearance.
TELLING = {"say", "tell", "add", "write", "tweet", "seem", "appear", "describe", "know", "think", "see", "hear", "show"}


def rank_facts(facts: Sequence[Fact], title: str | None) -> list[Fact]:
    """The facts of one document, the most telling first; of equals the earlier.

    A fact counts for more the earlier it stands, the more words it shares with the title, the more of who, whom, when
    and where it fills, where it is an event of a known type, and where it is said to be so and not merely possible.
    """
    headline = stems(title or "")
    return sorted(facts, key=lambda f: (-_weight(f, headline), f.start, f.fact_id))


def stems(text: str) -> frozenset[str]:
    """Beginnings of the words that carry meaning.

    >>> sorted(stems("The bombing of a consulate"))
    ['bomb', 'consu']
    """
    words = (w.lower() for w in re.findall(r"[^\W_]{3,}", text))
    return frozenset(ENDING.sub("", w)[:STEM] for w in words if w not in STOP_WORDS)


def _weight(fact: Fact, headline: frozenset[str]) -> float:
    """Sum of what speaks for a fact; the parts were set by reading top facts of news articles beside their titles."""
    words = stems(" ".join([fact.predicate, *(a.surface for a in fact.arguments if a.role != "source")]))
    met = fact.recipient is not None or any(a.role in ("object", "event") for a in fact.arguments)
    weight = 4.0 * len(words & headline) / max(1, len(headline)) + 2.0 / (1 + fact.sentence / 2)
    weight += 0.5 * bool(stems(fact.predicate) & headline) + 0.5 * bool(stems(fact.actor or "") & headline)
    weight += 0.8 * (fact.event_type is not None) + 0.4 * met + 0.4 * (fact.actor_id is not None)
    weight += 0.6 * (fact.starts_on is not None) + 0.6 * (fact.place is not None)
    weight -= 1.0 * (fact.actor is None and fact.recipient is None) + 0.5 * (fact.attribution == "quoted")
    weight -= 1.0 * (fact.modality != "actual") + 0.3 * (fact.polarity != "affirmed")
    weight -= 0.5 * (fact.predicate.split(" ")[0] in TELLING) + 0.5 * (len(fact.evidence.split()) > MAX_WORDS)
    # A main clause opens its sentence; nouns tell of what the verbs are about.
    return weight + 0.5 * fact.evidence[:1].isupper() - 0.7 * ("noun clause" in fact.rules)
