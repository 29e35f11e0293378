"""Verbs that take what they are about by a preposition of their own: `refer to`, `focus on`, `complain about`."""

from __future__ import annotations

from dataclasses import replace

from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.phrase import Findings
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.verb_lexicon import Pairs, VerbLexicon

OF_ADJECTIVES = {"about", "of", "with", "to"}


def governing(tree: Tree, clause: Clause, findings: Findings, verbs: VerbLexicon) -> Clause:
    """The clause with those participants marked that its predicate takes by a preposition of its own.

    A day or a town is none: `decided on Friday`, `participated in Leeds`.
    """
    pairs = verbs.additions if clause.slots("object") else verbs.governed
    taken = [_takes(clause, p, pairs) and not _is_scene(tree, p, findings) for p in clause.participants]
    marked = (replace(p, is_governed=is_taken) for p, is_taken in zip(clause.participants, taken, strict=True))
    return replace(clause, participants=tuple(marked)) if any(taken) else clause


def is_governed(participant: Participant) -> bool:
    """Whether a phrase with a preposition is what the clause is about, alone or beside an object."""
    return participant.is_governed and participant.slot == "oblique"


def with_preposition(clause: Clause, name: str) -> str:
    """The name of a predicate with the preposition by which it takes what it is about: `rely on`, `be worried about`.

    Without it `vote for` and `vote against` would be one.
    """
    if clause.slots("object") or clause.kind == "noun":
        return name
    found = next((p.preposition for p in clause.participants if is_governed(p) and p.head > clause.predicate), "")
    return f"{name} {found}" if found else name


def _takes(clause: Clause, participant: Participant, pairs: Pairs) -> bool:
    if participant.slot != "oblique":
        return False
    if clause.kind == "copula":  # `is worried about the noise`
        return participant.preposition in OF_ADJECTIVES and " " in clause.lemma
    return clause.kind == "verb" and (clause.lemma, participant.preposition) in pairs


def _is_scene(tree: Tree, participant: Participant, findings: Findings) -> bool:
    found = findings.at(tree.tokens[participant.head].start)
    if found is None:
        return False
    is_town = found.kind == "place" and found.finder.startswith("place:")
    return found.kind == "time" or (is_town and participant.preposition in ("in", "at"))
