"""Which words of a sentence a cue cites: the clause it takes, the phrase it is about, or the clause around it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.english.token import Token
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.shared import RELATIVE
from tasks.core.facts.speech.cue_lexicon import Cue
from tasks.core.facts.speech.source_words import MARKS, stolen_subjects

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
        if _is_taken(tree, token, child, cue) and not (found and _contrasts(tree, child)):
            found |= set(tree.sentence.subtree(child.index)) - _comments(tree, child.index)
            if cue.attribution == "denied":
                found -= _objections(tree, child.index)
            is_finite = _is_finite(tree, child)
    for stolen in stolen_subjects(tree, token):
        found -= set(tree.sentence.subtree(stolen))
    return found, is_finite


def _is_taken(tree: Tree, token: Token, child: Token, cue: Cue) -> bool:
    base, is_verb = child.deprel.split(":")[0], token.upos == "VERB"
    if base == "ccomp" or (base == "xcomp" and "clause" in cue.takes):
        return is_verb or bool(tree.children(child.index, "mark"))
    if base == "acl":
        return not is_verb and child.deprel != "acl:relcl" and bool(tree.children(child.index, "mark"))
    if base == "csubj":  # `it is reported that`
        return is_verb and bool(tree.children(token.index, "expl"))
    between = tree.tokens[token.index + 1 : child.index]
    # Only a quotation shows that `began` and `smiled` cite: `"I was there," he began`.
    opening = _OPENING if "clause" in cue.takes else _OPENING - {":", ","}
    return base == "parataxis" and is_verb and "quote" in cue.takes and any(t.text in opening for t in between)


def _is_finite(tree: Tree, clause: Token) -> bool:
    """Whether a clause states something; also `was not to be trusted` does."""
    if not any(t.lemma.lower() == "to" for t in tree.children(clause.index, "mark")):
        return True
    return any(t.xpos in ("MD", "VBD", "VBZ", "VBP") for t in tree.children(clause.index, "aux", "cop"))


def _contrasts(tree: Tree, clause: Token) -> bool:
    """Whether a clause joined without a word sets the outlet's own against what is cited: `…, however, others left`."""
    return any(t.lemma.lower() == "however" for t in tree.children(clause.index, "advmod"))


def _comments(tree: Tree, clause: int) -> set[int]:
    participles = [t for t in tree.children(clause, "advcl") if t.xpos == "VBG" and t.lemma.lower() in _COMMENTING]
    return {i for t in participles if t.index > clause for i in tree.sentence.subtree(t.index)}


def _objections(tree: Tree, clause: int) -> set[int]:
    """What is said against a denial is not denied: `denied it had fired, but it admitted the error`."""
    joined = [t for t in tree.children(clause, "conj") if any(c.text == "but" for c in tree.children(t.index, "cc"))]
    return {i for t in joined for i in tree.sentence.subtree(t.index)}


def topic_of(tree: Tree, token: Token, cue: Cue) -> set[int]:
    """The phrase a word is about: its object, or the phrase with the right preposition."""
    labels = ("obj", "nsubj:pass") if "object" in cue.takes else ("obl", "advcl", "nmod", "xcomp")
    found: set[int] = set()
    for child in tree.children(token.index, *labels):
        marks = [t.lemma.lower() for t in tree.children(child.index, "case", "mark")][:1]
        if "object" in cue.takes or cue.companions.union(cue.takes).intersection(marks):
            found |= set(tree.sentence.subtree(child.index)) - _asides(tree, child.index)
    return found


def _asides(tree: Tree, noun: int) -> set[int]:
    """What the outlet tells of a topic behind a comma: `showed support for the plan, which would close the port`."""
    own = tree.sentence.subtree(noun)
    clauses = [i for i in own if tree.tokens[i].deprel == "acl:relcl"]
    below = [tree.sentence.subtree(i) for i in clauses]
    return {i for words in below if words[0] > 0 and "," in _edge(tree, words[0]) for i in words}


def _edge(tree: Tree, first: int) -> tuple[str, str]:
    return tree.tokens[first - 1].text, tree.tokens[first].text


def clause_around(tree: Tree, token: Token) -> set[int]:
    """`The talks, he said, failed`: here the cue hangs on what it cites."""
    if token.head < 0 or token.deprel == "ccomp" or not tree.children(token.index, "nsubj"):
        return set()
    if token.deprel == "acl:relcl" and any(t.lemma.lower() in RELATIVE for t in tree.children(token.index, "nsubj")):
        return set()  # `her husband, who wrote as Robert Jordan`
    own = tree.sentence.subtree(token.index)
    if any(tree.preposition(t.index) == "as" for t in tree.children(token.index, "obl")):
        return set()  # `fans described the move as absurd` cites that alone
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


def quotation_beside(tree: Tree, token: Token) -> set[int]:
    """The words between the marks next to a cue that a parser did not hang on it: `"Of course," she said`."""
    before = _marks(tree, range(token.index - 1, -1, -1))
    is_closing = bool(before and before[0]) and tree.tokens[before[0]].start == tree.tokens[before[0] - 1].end
    if is_closing and all(_belongs(tree, i, token.index) for i in range(before[0] + 1, token.index)):
        return set(range(before[1] + 1 if len(before) > 1 else 0, before[0]))
    after = _marks(tree, range(token.index + 1, len(tree.tokens)))
    is_opening = bool(after) and tree.tokens[after[0] - 1].end < tree.tokens[after[0]].start
    if is_opening and all(_belongs(tree, i, token.index) for i in range(token.index + 1, after[0])):
        return set(range(after[0] + 1, after[1] if len(after) > 1 else len(tree.tokens)))
    return set()


def _marks(tree: Tree, indices: range) -> list[int]:
    """The first two quotation marks of a run of words."""
    return [i for i in indices if tree.tokens[i].text in MARKS][:2]


def _belongs(tree: Tree, index: int, verb: int) -> bool:
    """Whether a word beside a cue is part of its clause: the subject, who is told, or punctuation."""
    at = index
    while tree.tokens[at].head not in (verb, -1):
        at = tree.tokens[at].head
    token = tree.tokens[at]
    return token.head == verb and token.deprel.split(":")[0] in (
        "nsubj",
        "obj",
        "iobj",
        "obl",
        "advmod",
        "aux",
        "punct",
    )


def clause_above(tree: Tree, index: int) -> int:
    """The predicate of the clause that a word belongs to."""
    at = index
    while tree.tokens[at].head >= 0 and tree.tokens[at].deprel.split(":")[0] in _PHRASAL:
        at = tree.tokens[at].head
    return at
