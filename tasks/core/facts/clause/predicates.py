"""Which tokens of a sentence are predicates, and which token belongs to which of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tasks.core.english.token import Sentence, Token

Kind = Literal["verb", "noun", "copula"]

CLAUSAL = {"VERB", "AUX", "SCONJ", "ADV", "CCONJ"}  # `the truth is that`, `this is where`: a copula of a clause
# Verbs under these labels are function words or attributes (`including`, `rising costs`), not statements of their own.
NOT_STATEMENTS = {
    "amod", "case", "mark", "compound", "aux", "aux:pass", "cop", "fixed", "flat", "det", "advmod", "cc",
    "nummod",
}  # fmt: skip
# Verbs that add little to the noun they govern: the noun tells what happened.
LIGHT_VERBS = {
    "carry", "conduct", "hold", "make", "have", "launch", "stage", "take", "give", "undertake", "perform",
    "mount",
}  # fmt: skip
LIGHT_VERBS |= {
    "begin", "start", "continue", "announce", "plan", "organise", "organize", "host", "do", "wage", "commit",
    "run",
}  # fmt: skip


# Verbs that only add a part to the noun before them, as a preposition does: `exercises involving 10 aircraft`.
JOINING_VERBS = {"involve", "include", "feature", "comprise", "concern", "regard", "contain"}


@dataclass(frozen=True)
class Tree:
    """A sentence with its dependents at hand, so that each walk is linear."""

    sentence: Sentence

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @cached_property
    def dependents(self) -> list[list[int]]:
        """Dependents of each token, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                found[token.head].append(token.index)
        return found

    def children(self, index: int, *labels: str) -> list[Token]:
        """Dependents of a token, those under the given labels (subtypes included) or all."""
        below = self.dependents[index]
        if not below:
            return []
        tokens = self.sentence.tokens
        if not labels:
            return [tokens[i] for i in below]
        found = map(tokens.__getitem__, below)
        return [t for t in found if (d := t.deprel) in labels or (":" in d and d.partition(":")[0] in labels)]

    def conjuncts(self, index: int) -> list[int]:
        """The token and the nouns joined to it: `Russia and Serbia`."""
        return [index, *(t.index for t in self.children(index, "conj"))]

    def modifiers(self, index: int) -> list[Token]:
        """Noun phrases that hang on a noun: owners, and those with a preposition however the parser labels them."""
        found = self.children(index)
        return [
            t
            for t in found
            if t.deprel in ("nmod", "nmod:poss") or (t.deprel in ("amod", "dep") and self.preposition(t.index))
        ]

    def preposition(self, index: int) -> str:
        """The preposition of a phrase in lower case, `` where there is none; `because of` is one."""
        cases = self.children(index, "case")
        # The parser may hang the preposition of a series on a later member: `with [old and new] friends`.
        cases = cases or [
            c for t in self.children(index, "conj") for c in self.children(t.index, "case") if c.index < index
        ]
        if not cases:
            return ""
        first = cases[0]
        word = first.text if first.upos == "VERB" else first.lemma  # `following`, `including`
        return " ".join([word.lower(), *(t.text.lower() for t in self.children(first.index, "fixed"))])


def find_predicates(tree: Tree, action_nouns: Collection[str]) -> dict[int, Kind]:
    """Predicates of a sentence by token index."""
    found: dict[int, Kind] = {}
    for token in tree.tokens:
        kind = _kind(tree, token, action_nouns)
        if kind is not None:
            found[token.index] = kind
    return found


def owners(tree: Tree, predicates: Collection[int]) -> list[int]:
    """For each token the nearest predicate at or above it, -1 where there is none."""
    owner = [-2] * len(tree.tokens)
    for token in tree.tokens:
        path, at = [], token.index
        while at >= 0 and owner[at] == -2 and at not in predicates:
            path.append(at)
            at = tree.tokens[at].head
        found = at if at in predicates else (owner[at] if at >= 0 else -1)
        for index in path:
            owner[index] = found
        if at in predicates:
            owner[at] = at
    return owner


def is_light(tree: Tree, verb: int) -> bool:
    """Whether a verb only carries the action its object names: `carried out exercises`."""
    return tree.tokens[verb].lemma.lower() in LIGHT_VERBS


def is_joining(token: Token) -> bool:
    """Whether a participle works as a preposition: `involving`, `including`."""
    return token.deprel == "acl" and token.xpos == "VBG" and token.lemma.lower() in JOINING_VERBS


def _kind(tree: Tree, token: Token, action_nouns: Collection[str]) -> Kind | None:
    label = token.deprel
    if label in NOT_STATEMENTS or label.split(":")[0] == "aux":
        return None
    if is_joining(token):
        return None
    if tree.children(token.index, "cop"):
        return None if token.upos in CLAUSAL else "copula"
    if token.upos == "VERB" or (token.upos == "AUX" and label == "root"):
        return "verb"
    if token.upos == "NOUN" and token.lemma.lower() in action_nouns:
        return "noun" if _acts(tree, token) else None
    return None


def _acts(tree: Tree, noun: Token) -> bool:
    """Whether an action noun says whose action it is or whom it meets, and is not the object of a light verb."""
    if any(t.lemma.lower() in ("news", "press", "media") for t in tree.children(noun.index, "compound")):
        return False  # a `press release` frees nobody
    if noun.deprel in ("obj", "nsubj:pass") and is_light(tree, noun.head):
        return False
    named = tree.children(noun.index, "nmod:poss")
    met = [t for t in tree.children(noun.index, "nmod") if tree.preposition(t.index) in MEETS]
    bids = [t for t in tree.children(noun.index, "acl") if tree.children(t.index, "mark")]
    attributes = [t for t in tree.children(noun.index, "amod", "compound") if t.text[:1].isupper()]
    return bool(named or met or (bids and attributes))


# Prepositions by which an action noun takes the party it meets; `in` and `during` give place and time only.
MEETS = {"of", "against", "on", "with", "by", "at", "between", "to", "from", "into", "over"}
