"""Which words of a sentence a cue cites: the clause it takes, the phrase it is about, or the clause around it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.english.token import Token
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.speech.cue_lexicon import Cue
from tasks.core.facts.speech.source_words import stolen_subjects

# With these participles the outlet speaks again: `says it will not, reflecting old fears`.
_COMMENTING = {
    "reflect", "underscore", "underline", "highlight", "signal", "prompt", "fuel", "spark", "echo", "contradict",
}  # fmt: skip
_OPENING = {":", "“", '"', "''", ",", "‘"}
_COMMAS = {",", "“", "”", '"', "''", ".", "–", "—"}
_PHRASAL = {"nmod", "obj", "obl", "nsubj", "amod", "nummod", "appos", "compound", "conj", "flat", "advmod", "acl"}
MAX_ASIDE = 12  # words


def clause_of(tree: Tree, token: Token, cue: Cue) -> tuple[set[int], bool]:
    """The clause a word takes (`said that …`, `the claim that …`, `wants to …`), and whether it is finite."""
    found: set[int] = set()
    is_finite = True
    for child in tree.children(token.index):
        if _is_taken(tree, token, child, cue):
            found |= set(tree.sentence.subtree(child.index)) - _comments(tree, child.index)
            is_finite = not any(t.lemma.lower() == "to" for t in tree.children(child.index, "mark"))
    for stolen in stolen_subjects(tree, token):
        found -= set(tree.sentence.subtree(stolen))
    return found, is_finite


def _is_taken(tree: Tree, token: Token, child: Token, cue: Cue) -> bool:
    base, is_verb = child.deprel.split(":")[0], token.upos == "VERB"
    if base == "ccomp" or (base == "xcomp" and "clause" in cue.takes):
        return is_verb or bool(tree.children(child.index, "mark"))
    if base == "acl":
        return not is_verb and child.deprel != "acl:relcl" and bool(tree.children(child.index, "mark"))
    between = tree.tokens[token.index + 1 : child.index]
    return base == "parataxis" and is_verb and any(t.text in _OPENING for t in between)


def _comments(tree: Tree, clause: int) -> set[int]:
    participles = [t for t in tree.children(clause, "advcl") if t.xpos == "VBG" and t.lemma.lower() in _COMMENTING]
    return {i for t in participles if t.index > clause for i in tree.sentence.subtree(t.index)}


def topic_of(tree: Tree, token: Token, cue: Cue) -> set[int]:
    """The phrase a word is about: its object, or the phrase with the right preposition."""
    labels = ("obj", "nsubj:pass") if "object" in cue.takes else ("obl", "advcl", "nmod", "xcomp")
    found: set[int] = set()
    for child in tree.children(token.index, *labels):
        marks = [t.lemma.lower() for t in tree.children(child.index, "case", "mark")][:1]
        if "object" in cue.takes or cue.companions.union(cue.takes).intersection(marks):
            found |= set(tree.sentence.subtree(child.index))
    return found


def clause_around(tree: Tree, token: Token) -> set[int]:
    """`The talks, he said, failed`: here the cue hangs on what it cites."""
    if token.head < 0 or not tree.children(token.index, "nsubj"):
        return set()
    own = tree.sentence.subtree(token.index)
    says_as = any(t.lemma.lower() == "as" for t in tree.children(token.index, "mark"))
    if not (token.deprel in ("parataxis", "discourse") or says_as or _is_set_off(tree, own)):
        return set()
    above = clause_above(tree, token.head) if token.deprel == "acl:relcl" else token.head
    return set(tree.sentence.subtree(above)) - set(own)


def _is_set_off(tree: Tree, own: Sequence[int]) -> bool:
    """Whether a short clause stands between commas."""
    first, last = own[0], own[-1]
    inner = [tree.tokens[first].text, tree.tokens[last].text]
    before = inner[0] if tree.tokens[first].upos == "PUNCT" else tree.tokens[first - 1].text if first else ""
    after = tree.tokens[last + 1].text if last + 1 < len(tree.tokens) else ""
    return last - first < MAX_ASIDE and before in _COMMAS and (after in _COMMAS or inner[1] in _COMMAS)


def clause_above(tree: Tree, index: int) -> int:
    """The predicate of the clause that a word belongs to."""
    at = index
    while tree.tokens[at].head >= 0 and tree.tokens[at].deprel.split(":")[0] in _PHRASAL:
        at = tree.tokens[at].head
    return at
