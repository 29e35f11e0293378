"""Decides which clauses of a sentence state a fact of their own, and joins those that state one together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.core.facts.clause import Clause, Participant
from tasks.core.facts.predicates import Tree, is_light

# Verbs that only prepare the infinitive behind them, which tells what it is about: `aimed to simulate`.
CATENATIVES = {
    "aim",
    "seek",
    "want",
    "try",
    "attempt",
    "plan",
    "intend",
    "hope",
    "continue",
    "begin",
    "start",
    "need",
    "go",
}
CATENATIVES |= {
    "manage",
    "tend",
    "prepare",
    "expect",
    "use",
    "appear",
    "seem",
    "happen",
    "proceed",
    "move",
    "set",
    "come",
}
CATENATIVES |= {
    "ready",
    "able",
    "likely",
    "set",
    "due",
    "willing",
    "keep",
    "stop",
    "cease",
    "finish",
    "fail",
    "struggle",
    "vow",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that states a fact, with the lemma of the whole predicate and the rule that kept it."""

    clause: Clause
    predicate: str
    rule: str


def statements_of(tree: Tree, clauses: Sequence[Clause], cues: Collection[int]) -> list[Statement]:
    """Clauses of one sentence that state a fact; `cues` are predicates that only cite what another clause states."""
    by_predicate = {c.predicate: c for c in clauses}
    infinitives = {c.predicate: _infinitive(tree, c, by_predicate) for c in clauses}
    absorbed = {i.predicate for p, i in infinitives.items() if i is not None and by_predicate[p].kind == "noun"}
    leads = {i.predicate: _lead(tree, by_predicate[p], i) for p, i in infinitives.items() if i}
    leads = {predicate: lead for predicate, lead in leads.items() if lead}
    kept = []
    for clause in clauses:
        statement = _statement(clause, infinitives[clause.predicate], clause.predicate in cues, leads)
        if statement is not None and clause.predicate not in absorbed:
            kept.append(statement)
    return kept


def _statement(clause: Clause, infinitive: Clause | None, is_cue: bool, leads: Mapping[int, str]) -> Statement | None:
    if is_cue and not any(p.slot == "oblique" for p in clause.participants):
        return None  # a citing clause tells more than who speaks only with a time or place: `said on Thursday`
    if infinitive is not None and clause.kind == "noun":
        return Statement(_absorb(clause, infinitive), f"{clause.lemma} to {infinitive.lemma}", "noun with infinitive")
    if infinitive is not None and infinitive.predicate in leads:
        return None  # the infinitive's clause shares its subject and says what happens
    if clause.predicate in leads:
        return Statement(clause, f"{leads[clause.predicate]} to {clause.lemma}", "infinitive led by a verb")
    return Statement(clause, clause.lemma, f"{clause.kind} clause")


def _infinitive(tree: Tree, clause: Clause, by_predicate: Mapping[int, Clause]) -> Clause | None:
    """The infinitive that completes a clause: of the verb itself, of its light verb's noun, or of the noun."""
    for i in tree.dependents[clause.predicate]:
        token = tree.tokens[i]
        if i in by_predicate and token.deprel == ("acl" if clause.kind == "noun" else "xcomp"):
            return by_predicate[i]
        if clause.kind == "verb" and token.deprel == "obj" and is_light(tree, clause.predicate):
            below = [j for j in tree.dependents[i] if tree.tokens[j].deprel == "acl" and tree.children(j, "mark")]
            if below and below[0] in by_predicate:
                return by_predicate[below[0]]
    return None


def _lead(tree: Tree, clause: Clause, infinitive: Clause) -> str:
    """The word that leads on to an infinitive which tells what happens: `aim`, or `plan` in `has plans to join`."""
    if clause.kind == "noun":
        return ""
    if tree.tokens[infinitive.predicate].deprel == "acl":
        return tree.tokens[tree.tokens[infinitive.predicate].head].lemma.lower()
    lemma = tree.tokens[clause.predicate].lemma.lower()
    return lemma if lemma in CATENATIVES else ""


def _absorb(clause: Clause, infinitive: Clause) -> Clause:
    """`Kosovo's bid to join the United Nations` is one statement: the bid, with what the joining is about."""
    taken = [p for p in infinitive.participants if not p.is_shared]
    known = {(p.slot, p.head) for p in clause.participants}
    added: list[Participant] = [p for p in taken if (p.slot, p.head) not in known]
    return replace(
        clause,
        participants=clause.participants + tuple(added),
        tokens=tuple(sorted({*clause.tokens, *infinitive.tokens})),
    )
