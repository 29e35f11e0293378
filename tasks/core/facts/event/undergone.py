"""Turns a clause whose subject does nothing: it undergoes what the object names, or what it names itself happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.roles import Role
from tasks.core.facts.finding import Finding

DOERS = {"from", "by"}
UNDERGONE = ("undergo", "impute")


def turned(tree: Tree, clause: Clause) -> Clause:
    """The clause as if told by who acts: the subject undergoes, `from …` and `by …` tell who does it."""
    named = {clause.predicate, *(p.head for p in clause.participants if p.slot not in ("subject", "modifier"))}
    return replace(clause, participants=tuple(_turned(tree, p, named) for p in clause.participants))


def happening(tree: Tree, clause: Clause, roles: Sequence[Role]) -> list[Role]:
    """The roles where the subject names what happens: `clashes rocked Chad` has no actor.

    `clashes broke out between rebels and troops` names both sides; who stands first acts.
    """
    named = {tree.tokens[p.head].start for p in clause.slots("subject")}
    sides = [tree.tokens[p.head].start for p in clause.participants if p.preposition == "between"]
    names = dict.fromkeys(named, "object") | dict.fromkeys(sides[:1], "actor")
    return [_renamed(role, names) for role in roles]


def _renamed(role: Role, names: Mapping[int, str]) -> Role:
    """The role with the name for the word inside it."""
    name = next((name for at, name in names.items() if role.start <= at < role.end), None)
    return replace(role, name=name) if name and role.name in ("actor", "recipient") else role


def with_accuser(roles: Sequence[Role], who: Finding | None) -> list[Role]:
    """The roles with who says it as who does it: `Chad says Togo is guilty` tells what Chad does to Togo."""
    parties = {r.finding.entity_id for r in roles if r.name == "recipient" and r.finding}
    if who is None or any(r.name == "actor" for r in roles) or (who.entity_id and who.entity_id in parties):
        return list(roles)
    return [Role("actor", who.start, who.end, who), *roles]


def _turned(tree: Tree, participant: Participant, named: set[int]) -> Participant:
    if participant.slot == "subject":
        return replace(participant, slot="object")
    if participant.slot in ("object", "indirect"):
        return replace(participant, slot="complement")  # it names the event
    if participant.preposition in DOERS and tree.tokens[participant.head].head in named:
        return replace(participant, slot="agent")
    return participant
