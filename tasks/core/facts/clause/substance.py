"""Whether a statement says enough about somebody known to be kept as a fact."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.predicates import LIGHT_VERBS, Tree
from tasks.core.facts.clause.role_name import UNDONE
from tasks.core.facts.clause.roles import Role
from tasks.core.facts.clause.statement import Statement
from tasks.tables.values import EventType

PARTIES = ("actor", "recipient", "object", "equipment", "event")
MET = {"recipient", "object", "equipment", "event"}
CIRCUMSTANCES = {"time", "place", "quantity"}
# Verbs that say nothing of their subject without a complement: `he went`, `parents have`.
EMPTY = LIGHT_VERBS | {
    "go", "come", "get", "put", "be", "become", "say", "know", "think", "see", "want", "need", "let", "try",
    "keep", "mean", "tell", "seem", "use", "turn", "bring", "find", "feel", "look", "ask", "write",
}  # fmt: skip
# Verbs that say nothing without an object.
NEED_OBJECTS = {
    "have", "do", "make", "take", "give", "get", "put", "bring", "want", "need", "use", "let", "mean", "hold",
    "describe", "call", "allow", "cause",
}  # fmt: skip
POINTERS = {"this", "that", "it", "these", "those", "what", "which", "there", "he", "she", "they", "i", "we", "you"}
SPEAKING = {"tell", "ask", "remind", "assure", "promise", "warn", "show", "thank"}
CONDITIONS = {"if", "unless", "whether", "whenever", "lest", "though", "once", "until", "than"}
STOPS = ("?", "!", ".")
QUESTION_WORDS = ("how", "what", "which", "whatever")


def says_something(
    tree: Tree, statement: Statement, event_type: EventType | None, roles: Sequence[Role], is_cue: bool
) -> bool:
    """Whether somebody or something known takes part, and the clause tells more of it than that it is.

    Questions, indirect ones too, state nothing. A clause that only cites (`is_cue`) says more than who speaks by a
    time, a place or somebody spoken to.
    """
    if not any(r.finding or r.owner for r in roles if r.name in PARTIES) and not _is_news(tree, statement, roles):
        return False
    if _is_question(tree, statement.clause.predicate) or _is_open(tree, statement.clause.predicate):
        return False
    if _is_readers(tree, statement.clause):
        return False
    if is_cue:
        return any(r.finding for r in roles if r.name in ("time", "place", "recipient"))
    names = {r.name for r in roles} | {"actor_known" for r in roles if r.name == "actor" and r.finding}
    is_anybodys = not statement.clause.is_passive and not statement.clause.slots("subject", "agent")
    if is_anybodys and _is_infinitive(tree, statement.clause.predicate):
        return False
    if event_type is not None:
        is_whole = statement.clause.lemma in UNDONE and bool(statement.clause.slots("object"))
        return statement.clause.kind != "noun" or is_whole or bool((MET | CIRCUMSTANCES) & names)
    if _lacks_object(statement, names):
        return False
    if statement.clause.kind == "noun":
        is_whole = statement.clause.lemma in UNDONE and _is_somebody(roles)
        return "actor" in names and (is_whole or bool(MET & names) or statement.rule == "noun with infinitive")
    return _is_complete(tree, statement, names)


def _is_readers(tree: Tree, clause: Clause) -> bool:
    """Whether a clause tells of whoever reads or listens, or tells it to them: `you might like`, `I must tell you`."""
    who = {tree.tokens[p.head].text.lower() for p in clause.slots("subject") if not p.is_shared}
    whom = {tree.tokens[p.head].text.lower() for p in clause.slots("object", "indirect")}
    return who == {"you"} or (who <= {"i", "we", "let"} and bool(who) and whom == {"you"} and clause.lemma in SPEAKING)


def _is_somebody(roles: Sequence[Role]) -> bool:
    """Whether the actor is a person or a kind of people: `the death of Ann Lee`, but not of an idea."""
    return any(r.finding is not None and r.finding.kind in ("person", "role") for r in roles if r.name == "actor")


def _lacks_object(statement: Statement, names: set[str]) -> bool:
    """Whether a verb that says nothing without an object has none: `as he has throughout`, `which she does`."""
    clause = statement.clause
    is_bare = clause.kind == "verb" and not clause.is_passive and statement.predicate in NEED_OBJECTS
    return is_bare and not MET & names and not clause.slots("object", "indirect", "complement")


def _is_news(tree: Tree, statement: Statement, roles: Sequence[Role]) -> bool:
    """Whether a verb is what the sentence, or who it cites, has to tell, and what a noun names does or undergoes it."""
    clause = statement.clause
    is_dated = clause.kind == "copula" and any(r.name in ("time", "place") for r in roles)
    if not (clause.kind == "verb" or is_dated) or tree.children(clause.predicate, "expl"):
        return False
    if not _is_told(tree, clause.predicate):
        return False
    named = [p for p in clause.slots("subject", "agent", "object") if _is_named(tree, p.head)]
    starts = {tree.tokens[p.head].start for p in named}
    about = {r.name for r in roles if any(r.start <= s < r.end for s in starts)}
    return "actor" in about or (clause.is_passive and "object" in about)


def _is_told(tree: Tree, predicate: int) -> bool:
    """Whether a predicate is the main one of its sentence, is joined to that or is what it reports."""
    at = predicate
    while tree.tokens[at].head >= 0:
        is_beside = tree.tokens[at].deprel == "advcl" and _has_happened(tree, at)
        if not is_beside and tree.tokens[at].deprel not in ("conj", "ccomp", "parataxis", "xcomp"):
            return False
        at = tree.tokens[at].head
    return True


def _is_named(tree: Tree, head: int) -> bool:
    """Whether a phrase has a noun: its head, or what its head counts (`all of the sailors`)."""
    counted = [t for t in tree.children(head, "nmod") if tree.preposition(t.index) == "of"]
    return any(t.upos in ("NOUN", "PROPN") for t in (tree.tokens[head], *counted))


def _has_happened(tree: Tree, predicate: int) -> bool:
    """Whether a clause beside another tells what happened to somebody of its own: `after the storm hit the port`."""
    marks = {t.lemma.lower() for t in tree.children(predicate, "mark", "advmod")}
    return bool(tree.children(predicate, "nsubj", "nsubj:pass")) and not marks & CONDITIONS


def _is_infinitive(tree: Tree, predicate: int) -> bool:
    """Whether the clause is an infinitive; without a subject it is anybody's: `a way to leave`."""
    return any(t.lemma.lower() == "to" for t in tree.children(predicate, "mark"))


def _is_question(tree: Tree, predicate: int) -> bool:
    """Whether the words a predicate stands among end with a question mark: `“Did they win?” he asked`."""
    words = (t.text.strip("\"”’'»)") for t in tree.tokens[predicate:])
    return next((word for word in words if word in STOPS or word.endswith("?")), ".").endswith("?")


def _is_open(tree: Tree, predicate: int) -> bool:
    """Whether the clause is an indirect question: `asked if it had left`, `did not say how many were hurt`."""
    label = tree.tokens[predicate].deprel
    above = tree.tokens[predicate].head
    asked = [
        *tree.children(predicate, "nsubj", "obj"),
        *(tree.tokens[above : above + 1] if label == "acl:relcl" else ()),
    ]
    if any(t.lemma.lower() in ("what", "whatever", "whoever") for t in asked):
        return True
    if label not in ("ccomp", "csubj", "advcl", "xcomp"):
        return False
    if label == "ccomp" and any(t.lemma.lower() in ("whether", "if") for t in tree.children(predicate, "mark")):
        return True
    subjects = tree.children(predicate, "nsubj", "nsubj:pass")
    words = [w for s in subjects for t in tree.children(s.index, "amod", "det") for w in (t, *tree.children(t.index))]
    return any(w.lemma.lower() in QUESTION_WORDS for w in words)


def _is_complete(tree: Tree, statement: Statement, names: set[str]) -> bool:
    """Whether a verb has more than its subject where it needs more; a pronoun alone is no subject to tell of."""
    clause = statement.clause
    if names & CIRCUMSTANCES:
        return True
    if tree.children(clause.predicate, "expl"):
        return False  # `there is a chance`
    subjects = [tree.tokens[p.head] for p in clause.slots("subject")]
    if clause.kind == "copula" and subjects and all(t.lemma.lower() in POINTERS for t in subjects):
        return "actor_known" in names
    if clause.lemma == "know" and clause.is_passive and not clause.slots("agent"):
        return False  # `also known as`
    if clause.slots("object", "indirect", "oblique", "complement"):
        return True
    is_pronoun = not any(_is_named(tree, p.head) or tree.tokens[p.head].upos == "NUM" for p in clause.participants)
    return clause.lemma.split(" ")[0] not in EMPTY and not is_pronoun
