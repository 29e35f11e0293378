"""Claims that somebody rejects: `dismissed reports that its army had attacked`."""

from __future__ import annotations

from tasks.core.facts.stance.lexicon import StanceTree


def is_rejected(tree: StanceTree, index: int) -> bool:
    """Whether the word is a claim that its verb rejects: what the claim says is then denied."""
    token = tree.tokens[index]
    if token.head < 0 or token.deprel not in ("obj", "nsubj:pass") or token.lemma.lower() not in tree.words.claims:
        return False
    return tree.tokens[token.head].lemma.lower() in tree.words.rejecting


def is_false(tree: StanceTree, index: int) -> bool:
    """Whether the word is a claim that the text calls untrue: `the claim that they fired is false`."""
    token = tree.tokens[index]
    if token.head < 0 or token.deprel != "nsubj" or token.lemma.lower() not in tree.words.claims:
        return False
    return tree.tokens[token.head].lemma.lower() in tree.words.false and bool(tree.children(token.head, "cop"))
