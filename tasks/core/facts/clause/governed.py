"""Verbs that take what they are about by a preposition of their own: `refer to`, `focus on`, `complain about`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.predicates import Kind
from tasks.core.facts.clause.verb_lexicon import VerbLexicon

OF_ADJECTIVES = {"about", "of", "with", "to"}


def with_governed(
    name: str, kind: Kind, participants: Iterable[Participant], verbs: VerbLexicon
) -> tuple[Participant, ...]:
    """The participants of a predicate, those marked that it takes by a preposition of its own."""
    return tuple(replace(p, is_governed=True) if _takes(name, kind, p, verbs) else p for p in participants)


def is_governed(clause: Clause, participant: Participant) -> bool:
    """Whether a phrase with a preposition is what the clause is about: it has no object, and takes one by that word."""
    return participant.is_governed and participant.slot == "oblique" and not clause.slots("object")


def _takes(name: str, kind: Kind, participant: Participant, verbs: VerbLexicon) -> bool:
    if participant.slot != "oblique":
        return False
    if kind == "copula":  # `is worried about the noise`
        return participant.preposition in OF_ADJECTIVES and " " in name
    return kind == "verb" and (name, participant.preposition) in verbs.governed
