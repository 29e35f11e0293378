"""Reads the clauses of a sentence: every predicate with its participants, voice, tokens and governor."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.core.english.token import Sentence
from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.naming import name_of
from tasks.core.facts.clause.participants import is_passive, own_participants
from tasks.core.facts.clause.predicates import Kind, Tree, find_predicates, owners
from tasks.core.facts.clause.shared import RELATIVE, shared_participants
from tasks.core.facts.clause.verb_lexicon import VerbLexicon


def read_clauses(number: int, sentence: Sentence, action_nouns: Mapping[str, str], verbs: VerbLexicon) -> list[Clause]:
    """Clauses of a sentence in the order of their predicates.

    `number` is the sentence's place in the document; `action_nouns` are lemmas of nouns that name an action
    (`airstrike`, `bid`) with what their possessor is to it, `actor` or `undergoer`; `verbs` says which words are one
    verb. A token belongs to exactly one clause: that of the nearest predicate above it.
    """
    tree = Tree(sentence)
    predicates = find_predicates(tree, action_nouns)
    owner = owners(tree, predicates)
    governors = {p: _governor(tree, p, owner) for p in predicates}
    participants = _participants(tree, predicates, governors, action_nouns, verbs)
    held: dict[int, list[int]] = {p: [] for p in predicates}
    for index, predicate in enumerate(owner):
        if predicate >= 0:
            held[predicate].append(index)
    return [
        Clause(
            sentence=number,
            predicate=predicate,
            lemma=name_of(tree, predicate, kind, verbs),
            kind=kind,
            is_passive=kind == "verb" and is_passive(tree, predicate),
            participants=tuple(participants[predicate]),
            tokens=tuple(held[predicate]),
            governor=governors[predicate],
        )
        for predicate, kind in sorted(predicates.items())
    ]


def _governor(tree: Tree, predicate: int, owner: list[int]) -> int | None:
    head = tree.tokens[predicate].head
    return owner[head] if head >= 0 and owner[head] >= 0 else None


def _participants(
    tree: Tree,
    predicates: dict[int, Kind],
    governors: dict[int, int | None],
    action_nouns: Mapping[str, str],
    verbs: VerbLexicon,
) -> dict[int, list[Participant]]:
    """Own and shared participants; governors come first, since what they share they may have been given."""
    done: dict[int, list[Participant]] = {}
    for predicate in _from_the_top(governors):
        kind = predicates[predicate]
        own = own_participants(tree, predicate, kind, action_nouns, verbs)
        governor = governors[predicate]
        above = done.get(governor, []) if governor is not None else []
        shared = shared_participants(tree, predicate, kind, own, above, action_nouns)
        if shared and tree.tokens[predicate].deprel == "acl:relcl":
            own = [p for p in own if tree.tokens[p.head].lemma.lower() not in RELATIVE]
        done[predicate] = _unique(shared + own)
    return done


def _from_the_top(governors: dict[int, int | None]) -> list[int]:
    depth: dict[int, int] = {}
    for predicate in governors:
        path: list[int] = []
        at: int | None = predicate
        while at is not None and at not in depth:
            path.append(at)
            at = governors[at]
        base = depth[at] if at is not None else -1
        for offset, step in enumerate(reversed(path), start=1):
            depth[step] = base + offset
    return sorted(governors, key=lambda p: depth[p])


def _unique(participants: list[Participant]) -> list[Participant]:
    """The first of each slot and head."""
    seen: dict[tuple[str, int], Participant] = {}
    for participant in participants:
        seen.setdefault((participant.slot, participant.head), participant)
    return list(seen.values())
