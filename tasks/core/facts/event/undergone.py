"""Turns a clause whose subject undergoes what its object names: `Chad came under fire from rebels`."""

from __future__ import annotations

from dataclasses import replace

from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.predicates import Tree

DOERS = {"from", "by"}


def turned(tree: Tree, clause: Clause) -> Clause:
    """The clause as if told by who acts: the subject undergoes, `from …` and `by …` tell who does it."""
    named = {clause.predicate, *(p.head for p in clause.participants if p.slot not in ("subject", "modifier"))}
    return replace(clause, participants=tuple(_turned(tree, p, named) for p in clause.participants))


def _turned(tree: Tree, participant: Participant, named: set[int]) -> Participant:
    if participant.slot == "subject":
        return replace(participant, slot="object")
    if participant.slot in ("object", "indirect"):
        return replace(participant, slot="complement")  # it names the event
    if participant.preposition in DOERS and tree.tokens[participant.head].head in named:
        return replace(participant, slot="agent")
    return participant
