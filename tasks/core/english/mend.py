"""Mends labels of a parse that contradict each other within one clause; the tree itself stays as it is.

The parser labels each arc for itself. Where a verb then has a dummy subject beside an object, an indirect object alone,
or a day as second subject, the grammar of English leaves one reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tasks.core.english.token import Sentence, Token

DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow"}


def mend(sentence: Sentence) -> Sentence:
    """The sentence with labels that fit together; the same object where nothing was wrong."""
    dependents: dict[int, list[Token]] = {}
    for token in sentence.tokens:
        dependents.setdefault(token.head, []).append(token)
    mended = {token.index: token for group in dependents.values() for token in _mended(group)}
    if not mended:
        return sentence
    return replace(sentence, tokens=tuple(mended.get(token.index, token) for token in sentence.tokens))


def _mended(group: list[Token]) -> Iterator[Token]:
    """Dependents of one head that need another label."""
    labels = [token.deprel.split(":")[0] for token in group]
    for token in group:
        if _is_owner_taken_for_dummy(token, labels):
            yield replace(token, deprel="nsubj")
        elif token.deprel == "iobj" and not {"obj", "ccomp", "xcomp"} & set(labels):
            yield replace(token, deprel="obj")
        elif token.deprel == "nsubj" and token.text.lower() in DAYS and labels.count("nsubj") > 1:
            yield replace(token, deprel="obl:unmarked")


def _is_owner_taken_for_dummy(token: Token, labels: list[str]) -> bool:
    """`it has no plans`: a dummy `it` comes with a clause or a copula, never with an object alone."""
    is_dummy = token.deprel == "expl" and token.lemma.lower() == "it"
    return is_dummy and "obj" in labels and not {"csubj", "ccomp", "xcomp", "cop"} & set(labels)
