"""Mends the subjects of verbs where a parser split a name from its title, or took a name for a clause.

English gives a verb one subject: of two that touch, the first is the title of the second (`actor Ann Berg said`). A
name is no clause: `"It is closed," chief Ann Berg told us` has a subject.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.core.english.token import Token

SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
CLAUSES = {"ccomp", "parataxis", "dep"}


def mend_names(tokens: Sequence[Token], dependents: Mapping[int, Sequence[Token]]) -> dict[int, Token]:
    """The tokens that need another head or label, by index; `dependents` are the tokens by their head, in order."""
    mended: dict[int, Token] = {}
    for head, group in dependents.items():
        subjects = [t for t in group if t.deprel in SUBJECTS]
        for title, name in pairwise(subjects):
            if _is_title(title, name, head, dependents):
                mended[title.index] = replace(title, head=name.index, deprel="nmod:desc")
        above = tokens[head].head if head >= 0 and tokens[head].deprel in CLAUSES else -1
        if above > head and len(subjects) > 1 and head < subjects[-1].index < above and _lacks(above, dependents):
            mended[subjects[-1].index] = replace(subjects[-1], head=above, deprel="nsubj")
        aside = _aside(subjects, group, dependents)
        if aside is not None:
            mended[subjects[-1].index] = replace(subjects[-1], head=aside, deprel="nsubj")
        if head >= 0 and not subjects and tokens[head].upos == "VERB":
            taken = next((t for t in group if _is_name(t, dependents) and t.index < head), None)
            if taken is not None:
                mended[taken.index] = replace(taken, deprel="nsubj")
    return mended


def _aside(subjects: Sequence[Token], group: Sequence[Token], dependents: Mapping[int, Sequence[Token]]) -> int | None:
    """The verb of a parenthesis whose subject was given to the verb before: `Norway left, officials told us`."""
    if len(subjects) < 2 or subjects[-1].index < subjects[-1].head:
        return None
    verbs = (t for t in group if t.deprel == "parataxis" and t.upos == "VERB" and t.index > subjects[-1].index)
    return next((t.index for t in verbs if _lacks(t.index, dependents)), None)


def _lacks(verb: int, dependents: Mapping[int, Sequence[Token]]) -> bool:
    """Whether a verb has no subject: `Norway closed it, Ann Berg told us` has one for each verb."""
    return not any(t.deprel in SUBJECTS for t in dependents.get(verb, ()))


def _is_title(title: Token, name: Token, head: int, dependents: Mapping[int, Sequence[Token]]) -> bool:
    """Whether a noun stands right before a name that is subject of the same verb: `spokeswoman Ann Berg said`."""
    if name.entity[2:] not in ("PER", "ORG") or title.upos not in ("NOUN", "PROPN", "ADJ") or name.index > head:
        return False
    after = [t.index for t in dependents.get(title.index, ()) if t.index > title.index and t.upos != "PUNCT"]
    before = [t.index for t in dependents.get(name.index, ()) if t.index < name.index]
    return not after and min([name.index, *before]) == title.index + 1


def _is_name(token: Token, dependents: Mapping[int, Sequence[Token]]) -> bool:
    if token.deprel not in CLAUSES or not token.entity.endswith("PER"):
        return False
    return not any(t.deprel.split(":")[0] in ("nsubj", "cop", "mark") for t in dependents.get(token.index, ()))
