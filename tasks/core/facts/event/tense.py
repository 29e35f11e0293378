"""Whether a verb speaks of what is to come, and of what will not be."""

from __future__ import annotations

from tasks.core.facts.clause.predicates import Tree

SPEAKING = frozenset({
    "say", "tell", "claim", "add", "state", "argue", "believe", "insist", "declare", "report", "confirm", "announce",
    "assert",
})  # fmt: skip
_WILL = frozenset({"will", "wo", "'ll", "’ll", "shall"})
_WOULD = frozenset({"would", "'d", "’d"})
_NOT = frozenset({"not", "never", "n't", "no"})


def is_future(tree: Tree, index: int) -> bool:
    """`will meet`, `is going to meet`, and `would meet` where somebody is cited."""
    token = tree.tokens[index]
    if token.lemma.lower() == "go" and token.xpos == "VBG" and tree.children(index, "xcomp"):
        return True
    for auxiliary in tree.children(index, "aux"):
        text = auxiliary.text.lower()
        if text in _WILL:
            return True
        if text in _WOULD:  # `he'd met` has a participle, `he'd meet` a base form
            return (text == "would" or token.xpos == "VB") and is_spoken(tree, index)
    return token.deprel == "conj" and token.head < index and token.xpos == "VB" and is_future(tree, token.head)


def is_spoken(tree: Tree, index: int) -> bool:
    """Whether the word stands under a verb of speech."""
    head = tree.tokens[index].head
    return head >= 0 and tree.tokens[head].lemma.lower() in SPEAKING


def is_negated(tree: Tree, index: int) -> bool:
    """Whether the verb itself carries `not`, `never` or `no longer`."""
    return any(t.lemma.lower() in _NOT for t in tree.children(index, "advmod", "det"))
