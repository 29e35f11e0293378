"""Verbs that take what they are about by a preposition of their own: `refer to`, `focus on`, `complain about`."""

from __future__ import annotations

from dataclasses import replace

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.phrase import Findings
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.verb_lexicon import Pairs, VerbLexicon

HOW = {"how", "whether", "when", "where"}
OF_ADJECTIVES = {"about", "of", "with", "to"}


def governing(tree: Tree, clause: Clause, findings: Findings, verbs: VerbLexicon) -> Clause:
    """The clause with those participants marked that its predicate takes by a preposition of its own.

    A day or a town is none: `decided on Friday`, `participated in Leeds`.
    """
    pairs = verbs.additions if clause.slots("object") else verbs.governed
    taken = [_takes(clause, p, pairs) and not _is_scene(tree, p, findings) for p in clause.participants]
    marked = (replace(p, is_governed=is_taken) for p, is_taken in zip(clause.participants, taken, strict=True))
    clause = replace(clause, participants=tuple(marked)) if any(taken) else clause
    if any(taken) or clause.kind != "verb":
        return clause
    left = _left_behind(tree, clause, verbs)
    return replace(clause, deed=left) if left else _with_deed(tree, clause, pairs)


def is_governed(participant: Participant) -> bool:
    """Whether a phrase with a preposition is what the clause is about, alone or beside an object."""
    return participant.is_governed and participant.slot == "oblique"


def with_preposition(clause: Clause, name: str) -> str:
    """The name of a predicate with the preposition by which it takes what it is about: `rely on`, `be worried about`.

    Without it `vote for` and `vote against` would be one.
    """
    if clause.deed:
        return f"{name} {clause.deed}"
    if clause.slots("object") or clause.kind == "noun":
        return name
    found = next(
        (p.preposition for p in clause.participants if is_governed(p) and (p.is_shared or p.head > clause.predicate)),
        "",
    )
    return f"{name} {found}" if found else name


def _left_behind(tree: Tree, clause: Clause, verbs: VerbLexicon) -> str:
    """The preposition that stands alone behind its verb: the `on` of `the man she relies on`."""
    objects = clause.slots("object")
    if not objects or not all(p.is_shared for p in objects):
        return ""
    words = (t.text.lower() for t in tree.children(clause.predicate) if t.upos == "ADP" and t.index > clause.predicate)
    return next((word for word in words if (clause.lemma, word) in verbs.governed), "")


def _with_deed(tree: Tree, clause: Clause, pairs: Pairs) -> Clause:
    """The clause with what it is about as a clause, `in selling the house` or `how to sell it`, and its object."""
    for child in tree.children(clause.predicate, "advcl", "xcomp", "ccomp"):
        deed = "" if child.index < clause.predicate else _deed(tree, clause, child, pairs)
        if deed:
            objects = [i for t in tree.children(child.index) if t.deprel == "obj" for i in tree.conjuncts(t.index)]
            added = (Participant(slot="oblique", head=i, is_shared=True, is_governed=True) for i in objects)
            return replace(clause, deed=deed, participants=(*clause.participants, *added))
    return clause


def _deed(tree: Tree, clause: Clause, child: Token, pairs: Pairs) -> str:
    """`in selling`, where the verb takes that preposition and both have one subject; `how to sell`."""
    if tree.children(child.index, "nsubj", "nsubj:pass"):
        return ""
    marks = [t.text.lower() for t in tree.children(child.index, "mark", "advmod") if t.index < child.index]
    if child.xpos == "VBG" and marks and (clause.lemma, marks[0]) in pairs:
        return f"{marks[0]} {child.text.lower()}"
    is_how = len(marks) > 1 and marks[-2] in HOW and marks[-1] == "to" and not clause.slots("object")
    return f"{' '.join(marks)} {child.lemma.lower()}" if is_how and child.xpos == "VB" else ""


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
