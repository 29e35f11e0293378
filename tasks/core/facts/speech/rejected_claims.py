"""Claims that somebody rejects: `dismissed reports that its army had attacked`."""

from __future__ import annotations

from tasks.core.facts.clause.predicates import Tree

_CLAIMS = frozenset({
    "claim", "allegation", "accusation", "report", "suggestion", "rumour", "rumor", "assertion", "charge",
})  # fmt: skip
_FALSE = frozenset({"false", "untrue", "baseless", "unfounded", "groundless", "incorrect", "wrong", "fabricated"})
_REJECTING = frozenset({"reject", "deny", "dismiss", "refute", "rebut", "dispute"})


def is_rejected(tree: Tree, index: int) -> bool:
    """Whether the word is a claim that its verb rejects: what the claim says is then denied."""
    token = tree.tokens[index]
    if token.head < 0 or token.deprel not in ("obj", "nsubj:pass") or token.lemma.lower() not in _CLAIMS:
        return False
    return tree.tokens[token.head].lemma.lower() in _REJECTING


def is_false(tree: Tree, index: int) -> bool:
    """Whether the word is a claim that the text calls untrue: `the claim that they fired is false`."""
    token = tree.tokens[index]
    if token.head < 0 or token.deprel != "nsubj" or token.lemma.lower() not in _CLAIMS:
        return False
    return tree.tokens[token.head].lemma.lower() in _FALSE and bool(tree.children(token.head, "cop"))
