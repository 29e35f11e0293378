"""Whether a statement says enough about somebody known to be kept as a fact."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.facts.predicates import LIGHT_VERBS, Tree
from tasks.core.facts.roles import Role
from tasks.core.facts.statement import Statement
from tasks.tables.values import EventType

PARTIES = ("actor", "recipient", "object", "equipment", "event")
CIRCUMSTANCES = ("time", "place", "quantity")
# Verbs that say nothing of their subject without a complement: `he went`, `parents have`.
EMPTY = LIGHT_VERBS | {"go", "come", "get", "put", "be", "become", "say", "know", "think", "see", "want", "need", "let"}
EMPTY |= {
    "try",
    "keep",
    "mean",
    "tell",
    "seem",
    "use",
    "turn",
    "bring",
    "find",
    "feel",
    "look",
    "thing",
    "ask",
    "write",
}


def says_something(
    tree: Tree, statement: Statement, event_type: EventType | None, roles: Sequence[Role], is_cue: bool
) -> bool:
    """Whether somebody or something known takes part, and the clause tells more of it than that it is.

    Questions state nothing. A noun that is no event needs who acts and somebody else, or an infinitive. A clause that
    only cites (`is_cue`) says more than who speaks by a time, a place or somebody spoken to.
    """
    if _is_question(tree) or not any(r.finding or r.owner for r in roles if r.name in PARTIES):
        return False
    if is_cue:
        return any(r.finding for r in roles if r.name in ("time", "place", "recipient"))
    if event_type is not None:
        return True
    names = {r.name for r in roles}
    if statement.clause.kind == "noun":
        return "actor" in names and (
            bool({"recipient", "object", "equipment", "event"} & names) or statement.rule == "noun with infinitive"
        )
    return _is_complete(tree, statement, names)


def _is_question(tree: Tree) -> bool:
    """Whether the sentence ends with a question mark, quotation marks aside."""
    last = next((t for t in reversed(tree.tokens) if t.text.strip("\"”’'»)")), None)
    return last is not None and last.text.endswith("?")


def _is_complete(tree: Tree, statement: Statement, names: set[str]) -> bool:
    """Whether a verb has, where it needs one, more than its subject, and a pronoun is not all it has."""
    clause = statement.clause
    if clause.slots("object", "indirect", "oblique", "complement") or names & set(CIRCUMSTANCES):
        return True
    is_pronoun = all(tree.tokens[p.head].upos in ("PRON", "DET") for p in clause.participants)
    return clause.lemma.split(" ")[0] not in EMPTY and not is_pronoun
