"""The words that fill the slots of a predicate, so that conditions can be tested against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tasks.core.english.token import Token
from tasks.core.facts.clause.participants import DONE_TO
from tasks.core.facts.clause.predicates import Tree

_RELATIVES = {"who", "which", "that"}
_BARE = {"obj", "iobj", "nsubj:pass"}
_CLAUSAL = {"xcomp", "ccomp"}
MAX_CLIMB = 5
ADJACENT = 2


class Slots:
    """The phrases of one sentence's predicates by slot, each worked out once."""

    def __init__(self, tree: Tree, collective: frozenset[str], topics: frozenset[str] = frozenset()) -> None:
        """`collective` are nouns that only count or collect what follows: `dozens of prisoners`."""
        self.tree = tree
        self.collective = collective
        self.topics = topics
        self._done: dict[tuple[int, str], tuple[Token, ...]] = {}

    def fill(self, index: int, slot: str) -> tuple[Token, ...]:
        """The tokens in a slot: subject, object, complement, modifier, possessor, or a preposition's name."""
        key = (index, slot)
        if key not in self._done:
            self._done[key] = tuple(self._find(index, slot))
        return self._done[key]

    def companions(self, index: int) -> frozenset[str]:
        """Lemmas and prepositions near a word: what a trigger of several words may ask for."""
        return frozenset(self._companions(index))

    def _companions(self, index: int) -> Iterator[str]:
        for child in self.tree.children(index):
            base = child.deprel.split(":")[0]
            if base in ("compound", "advmod", "obl", "obj", "xcomp", "fixed", "amod", "nmod", "flat", "mark", "case"):
                yield child.lemma.lower()
                yield child.text.lower()
            if base in ("obl", "nmod", "advcl", "xcomp", "advmod"):
                # `called on them` but not `called them on Friday`: the preposition of a phrasal verb stands beside it.
                yield from (
                    t.lemma.lower()
                    for t in self.tree.children(child.index, "case", "mark")
                    if abs(t.index - index) <= ADJACENT
                )

    def _find(self, index: int, slot: str) -> Iterable[Token]:
        if slot == "object":
            return self._objects(index)
        if slot == "subject":
            return self._spread(self.subjects(index))
        if slot == "complement":
            return self._complements(index)
        if slot == "clause":
            return self.tree.children(index, "ccomp")
        if slot == "infinitive":
            return [t for child in self.tree.children(index, "xcomp") for t in self._joined(child)]
        if slot == "modifier":
            return self._modifiers(index)
        if slot == "possessor":
            return self.tree.children(index, "nmod:poss")
        return self._prepositional(index, slot)

    def _objects(self, index: int) -> Iterator[Token]:
        token = self.tree.tokens[index]
        heads = [t.index for t in self.tree.children(index) if t.deprel in _BARE]
        if token.deprel == "acl" and token.xpos == "VBN":
            heads.append(token.head)
        if token.deprel == "acl:relcl" and not heads and not self._has_relative_subject(index):
            heads.append(token.head)
        is_participle = token.xpos == "VBN" or (token.xpos == "VBD" and token.lemma.lower() in DONE_TO)
        if not heads and is_participle and self._inherits_passive(index):
            heads = [t.index for t in self.tree.children(token.head, "nsubj", "nsubj:pass")]
        if token.upos in ("NOUN", "PROPN"):
            heads += [t.index for t in self.tree.children(index, "nmod") if self.tree.preposition(t.index) == "of"]
        for found in self._spread(heads):
            yield found
            # `travel ban`, but not the protection in `Environmental Protection Agency`.
            yield from (t for t in self.tree.children(found.index, "compound") if t.upos != "PROPN")

    def is_passive(self, index: int) -> bool:
        """Whether a verb is passive, a participle behind its noun included: `a group driven by anger`."""
        token = self.tree.tokens[index]
        if self.tree.children(index, "aux:pass", "nsubj:pass"):
            return True
        return token.xpos == "VBN" and token.deprel in ("acl", "advcl") and not self.tree.children(index, "aux", "obj")

    def _inherits_passive(self, index: int) -> bool:
        """`was arrested and charged`, `having been annexed`: who undergoes it is the subject of the verb above."""
        token = self.tree.tokens[index]
        if token.deprel == "conj" and not self.tree.children(index, "aux", "nsubj"):
            return self.is_passive(token.head)
        return token.deprel in ("conj", "advcl") and bool(self.tree.children(index, "aux:pass"))

    def _has_relative_subject(self, index: int) -> bool:
        """`students who returned` return themselves."""
        return any(t.lemma.lower() in _RELATIVES for t in self.tree.children(index, "nsubj"))

    def subjects(self, index: int, climb: int = 0) -> list[int]:
        """Heads of who acts: the subject, the agent of a passive, a noun's possessor, or the governor's subject."""
        token, children = self.tree.tokens[index], self.tree.children(index)
        passive = any(t.deprel in ("nsubj:pass", "aux:pass") for t in children)
        agents = [t.index for t in children if t.deprel == "obl:agent" or (
            passive and t.deprel == "obl" and self.tree.preposition(t.index) == "by")]  # fmt: skip
        own = [t.index for t in children if t.deprel in ("nsubj", "nsubj:outer", "nmod:poss")]
        if agents or own or (passive and token.deprel != "xcomp"):
            return agents or own
        if token.head < 0 or climb >= MAX_CLIMB:
            return []
        if token.deprel in ("acl", "acl:relcl") and token.xpos != "VBN":
            return [token.head, *self._owners(token.head)] if token.xpos != "VB" else self._owners(token.head)
        if token.deprel == "xcomp":
            objects = [t.index for t in self.tree.children(token.head) if t.deprel in ("obj", "nsubj:pass")]
            if objects:
                return objects
        return self.subjects(token.head, climb + 1) if token.deprel in _INHERITING else []

    def _joined(self, token: Token) -> Iterator[Token]:
        yield token
        yield from self.tree.children(token.index, "conj")

    def _owners(self, noun: int) -> list[int]:
        return [t.index for t in self.tree.children(noun, "nmod:poss")]

    def _complements(self, index: int) -> Iterator[Token]:
        for child in self.tree.children(index):
            base = child.deprel.split(":")[0]
            if base in _CLAUSAL or (base in ("advcl", "acl") and child.xpos in ("VB", "VBG")):
                yield child
                yield from self.tree.children(child.index, "conj")
            if base == "obj":
                yield from (t for t in self.tree.children(child.index) if t.deprel in ("acl", "acl:relcl"))

    def _modifiers(self, index: int) -> Iterator[Token]:
        for child in self.tree.children(index):
            if child.deprel in ("amod", "compound", "advmod", "nmod:desc", "nmod:poss", "nummod", "nmod:unmarked"):
                yield child
                yield from self.tree.children(child.index, "conj")
            if child.deprel in _BARE and self.tree.tokens[index].upos == "VERB":
                yield from self._modifiers(child.index)

    def _prepositional(self, index: int, preposition: str) -> Iterator[Token]:
        for head in self._spread(t.index for t in self._near(index) if self._marker(t.index) == preposition):
            yield head
            yield from self.tree.children(head.index, "compound", "amod")

    def _near(self, index: int) -> Iterator[Token]:
        """Phrases on the word, on its object, or, where it is an object, on its verb: attachment is often unsure."""
        token = self.tree.tokens[index]
        for child in self.tree.children(index):
            if child.deprel in ("obl", "nmod", "obl:agent", "advcl"):
                yield child
            elif child.deprel in _BARE and token.upos == "VERB":
                yield from self.tree.children(child.index, "nmod")
        if token.deprel in _BARE and token.upos == "NOUN":
            yield from self.tree.children(token.head, "obl")

    def _marker(self, index: int) -> str:
        marks = self.tree.children(index, "mark")
        return self.tree.preposition(index) or (marks[0].lemma.lower() if marks else "")

    def _spread(self, heads: Iterable[int]) -> Iterator[Token]:
        """The heads, what is joined to them, and what a collecting noun collects."""
        for head in heads:
            for joined in self.tree.conjuncts(head):
                token = self.tree.tokens[joined]
                yield token
                if token.lemma.lower() in self.collective:
                    yield from self.tree.children(joined, "nmod")


_INHERITING = {"xcomp", "advcl", "conj", "parataxis"}
