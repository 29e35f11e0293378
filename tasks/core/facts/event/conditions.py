"""Tests the conditions of triggers against the words of a sentence."""

from __future__ import annotations

from tasks.core.english.token import Token
from tasks.core.facts.event.lexicon import Condition
from tasks.core.facts.event.slots import Slots
from tasks.core.facts.event.tense import is_spoken

_KINDS = {"#person": "PER", "#place": "LOC"}
_COMPLEMENTS = ("xcomp", "ccomp", "acl")


def holds(slots: Slots, index: int, condition: Condition) -> bool:
    """Whether a condition holds for the word at `index`."""
    return any(_slot_holds(slots, index, slot, condition) for slot in condition.slots) != condition.is_absent


def _slot_holds(slots: Slots, index: int, slot: str, condition: Condition) -> bool:
    if slot == "topic":
        return bool(slots.topics & condition.values)
    if slot == "number":
        return slots.tree.tokens[index].xpos in ("NNS", "NNPS")
    if slot == "spoken":
        return is_spoken(slots.tree, index)
    if slot == "voice":
        return slots.is_passive(index)
    if slot == "actors":
        return _has_several_actors(slots, index)
    filled = slots.fill(index, slot)
    if "*" in condition.values:
        return any(slot != "complement" or t.deprel.split(":")[0] in _COMPLEMENTS for t in filled)
    return any(_is_one_of(token, condition.values) for token in filled)


def _has_several_actors(slots: Slots, index: int) -> bool:
    """Whether the noun's owners, or the subjects of the verb it is the object of, are joined by `and`."""
    head = slots.tree.tokens[index].head
    actors = slots.fill(index, "possessor") or (slots.fill(head, "subject") if head >= 0 else ())
    return sum(t.upos in ("PROPN", "NOUN") for t in actors) > 1


def _is_one_of(token: Token, values: frozenset[str]) -> bool:
    if token.lemma.lower() in values or token.text.lower() in values:
        return True
    if (token.upos == "PROPN" and "#name" in values) or (token.upos == "NUM" and "#number" in values):
        return True
    return any(kind in values and token.entity.endswith(tag) for kind, tag in _KINDS.items())
