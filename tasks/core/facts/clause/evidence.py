"""The words that bear a clause out: one span of the text, as tight as the clause allows."""

from __future__ import annotations

from collections.abc import Collection

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.predicates import Tree

# Clauses hung on by these labels state something of their own and are no part of the evidence.
DETACHED = {"advcl", "conj", "parataxis", "acl:relcl", "advcl:relcl"}
OPEN = {"what", "whatever", "whoever", "how", "where", "why"}
OPENING, CLOSING = "\"“‘'«(", "\"”’'»)"


def evidence_span(tree: Tree, clause: Clause, statements: Collection[int]) -> tuple[int, int]:
    """Offsets of the evidence: the clause with its complements, from a subject it shares onwards, edge marks dropped.

    `statements` are the predicates of the sentence that are verbs or copulas.
    """
    members = _projection(tree, clause.predicate, statements)
    for participant in clause.participants:
        if participant.is_shared:
            members |= {participant.head, *_before(tree, participant.head)}
    tokens = [tree.tokens[i] for i in sorted(members)]
    while len(tokens) > 1 and _only_joins(tokens[0], clause.predicate):
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].upos in ("PUNCT", "CCONJ") and tokens[-1].text not in CLOSING:
        tokens.pop()
    return tokens[0].start, tokens[-1].end


def _only_joins(token: Token, predicate: int) -> bool:
    """Whether a leading word only ties the clause to what stands before it: `after`, `that`, `and`, a comma."""
    if token.upos == "PUNCT":
        return token.text not in OPENING
    return (token.deprel == "cc" and token.upos == "CCONJ") or (
        token.deprel in ("mark", "case") and token.head == predicate and token.upos != "PART"
    )


def _projection(tree: Tree, predicate: int, statements: Collection[int]) -> set[int]:
    members, queue = {predicate}, [predicate]
    while queue:
        for i in tree.dependents[queue.pop()]:
            if i not in statements or not _is_detached(tree, i, predicate):
                members.add(i)
                queue.append(i)
    return members


def _is_detached(tree: Tree, at: int, predicate: int) -> bool:
    """Whether a clause says something of its own; `what he saw` is a part of the clause it stands in.

    So is what only completes a word inside it: the purpose in `approved a bill designed to help`.
    """
    token = tree.tokens[at]
    if token.deprel == "advcl" and (token.head != predicate or _is_content(tree, at)):
        return False
    return token.deprel in DETACHED and tree.tokens[token.head].lemma.lower() not in OPEN


def _is_content(tree: Tree, at: int) -> bool:
    """Whether a gerund with a preposition tells what the verb is about: `accused him of hiding it`."""
    marks = {t.lemma.lower() for t in tree.children(at, "mark", "case") if t.index < at}
    return tree.tokens[at].xpos == "VBG" and bool(
        marks & {"of", "for", "from", "about", "against", "with", "to", "into"}
    )


def _before(tree: Tree, head: int) -> list[int]:
    """The words of a noun phrase that stand before its head: determiners, attributes, owners, with all they hold."""
    direct = tree.children(head, "det", "amod", "compound", "nmod", "nummod", "flat")
    return [i for token in direct if token.index < head for i in tree.sentence.subtree(token.index)]
