"""The clause: one predicate with its participants and circumstances, read off the dependency tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Slot = Literal["subject", "agent", "object", "indirect", "oblique", "complement", "modifier", "possessor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One phrase of a clause: the token at its head, how it hangs on the predicate, and by which preposition.

    `is_governed`: the predicate takes what it is about by that preposition (`relies on them`).
    """

    slot: Slot
    head: int
    preposition: str = ""
    is_shared: bool = False
    is_governed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate (verb, event noun or copular complement) with what belongs to it; numbers are token indices.

    `subject` is who acts also where the voice is passive (`agent`) or the clause nominal (possessor, `by`); `object` is
    who undergoes. Subjects that only the governing verb has (control, conjunction, relatives) are `is_shared`.
    `deed` are the words by which a verb leads to what it is about as a clause: `succeeded in selling`.
    """

    sentence: int
    predicate: int
    lemma: str
    kind: Literal["verb", "noun", "copula"]
    is_passive: bool
    participants: tuple[Participant, ...]
    tokens: tuple[int, ...]
    governor: int | None
    deed: str = ""

    def slots(self, *slots: Slot) -> tuple[Participant, ...]:
        """The participants in any of the given slots, in order."""
        return tuple(p for p in self.participants if p.slot in slots)
