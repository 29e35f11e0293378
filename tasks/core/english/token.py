"""What the English pipeline yields: tokens and sentences that point at the characters they stand for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word of Universal Dependencies; offsets are code points of the document, end exclusive."""

    index: int
    text: str
    start: int
    end: int
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    entity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a tree of tokens: exactly one token has head -1, and every other reaches it.

    `paragraph` is the 0-based number of the block (blank lines separate blocks) that the sentence stands in.
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    paragraph: int

    @property
    def root(self) -> Token:
        """The token that has no head."""
        return next(token for token in self.tokens if token.head < 0)

    def children(self, index: int) -> tuple[int, ...]:
        """Indices of the tokens whose head is `index`, in order."""
        return tuple(token.index for token in self.tokens if token.head == index)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Indices of `index` and of all that hangs from it, in order; they need not be contiguous."""
        below = {index}
        queue = [index]
        dependents: dict[int, list[int]] = {}
        for token in self.tokens:
            dependents.setdefault(token.head, []).append(token.index)
        while queue:
            found = dependents.get(queue.pop(), [])
            below.update(found)
            queue.extend(found)
        return tuple(sorted(below))
