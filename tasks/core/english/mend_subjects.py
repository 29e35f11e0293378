"""Mends finite verbs that lost their subject to the words before it: a day, a place, a share.

English gives a finite verb a subject. Where it has none, a name coordinated with a place before it is no place
(`in Oslo, Ann Berg and Nils Dahl signed`), what a day seems to be part of acts on that day (`Berg Tuesday night won`),
and a share without a preposition does (`1 in 4 residents left`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.core.english.token import Token

DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
PARTS = {"morning", "afternoon", "evening", "night"}
SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"}
FINITE = {"VBD", "VBZ", "VBP"}
INSIDE = {"compound", "nmod:unmarked", "flat", "nmod", "appos", "det", "amod", "nmod:poss", "nmod:desc"}

Dependents = Mapping[int, Sequence[Token]]


def mend_subjects(tokens: Sequence[Token], dependents: Dependents) -> dict[int, Token]:
    """The tokens that need another head or label, by index; `dependents` are the tokens by their head, in order."""
    mended: dict[int, Token] = {}
    for verb in tokens:
        if verb.upos != "VERB":
            continue
        group = dependents.get(verb.index, ())
        subjects = [t for t in group if t.deprel in SUBJECTS]
        if subjects:
            mended |= {t.index: t for t in _days(verb, subjects[-1], dependents)}
        elif verb.deprel != "conj" and _is_finite(verb, group):
            found = _before_day(group, verb, dependents) or _among_places(group, verb, dependents)
            mended |= {t.index: t for t in found or _shares(group, verb, dependents)}
    return mended


def _is_finite(verb: Token, group: Sequence[Token]) -> bool:
    if any(t.deprel == "mark" and t.text.lower() == "to" for t in group):
        return False
    return verb.xpos in FINITE or any(t.xpos in FINITE for t in group if t.deprel.startswith("aux"))


def _label(group: Sequence[Token]) -> str:
    return "nsubj:pass" if any(t.deprel == "aux:pass" for t in group) else "nsubj"


def _days(verb: Token, subject: Token, dependents: Dependents) -> Iterator[Token]:
    """`The council Monday approved it`: the day is the verb's, no part of who acts."""
    below = [t for t in dependents.get(subject.index, ()) if subject.index < t.index < verb.index]
    if below and below[-1].text.lower() in DAYS and below[-1].deprel in ("nmod:unmarked", "appos", "flat", "dep"):
        yield replace(below[-1], head=verb.index, deprel="obl:unmarked")


def _before_day(group: Sequence[Token], verb: Token, dependents: Dependents) -> list[Token]:
    """`The school board Tuesday night voted`: what stands before the day as if part of it is the subject."""
    for day in group:
        if day.deprel != "obl:unmarked" or day.index > verb.index or day.text.lower() not in DAYS | PARTS:
            continue
        named = [t for t in dependents.get(day.index, ()) if t.index < day.index and t.text.lower() not in DAYS]
        if not named or named[-1].upos not in ("NOUN", "PROPN") or named[-1].deprel not in INSIDE:
            continue
        subject = named[-1]
        moved = [replace(t, head=subject.index) for t in named[:-1] if t.deprel in INSIDE]
        return [replace(subject, head=verb.index, deprel=_label(group)), *moved]
    return []


def _among_places(group: Sequence[Token], verb: Token, dependents: Dependents) -> list[Token]:
    """`in Oslo, Norway, Ann Berg and Nils Dahl signed`: no person is joined to a place."""
    for phrase in group:
        if phrase.deprel.split(":")[0] != "obl" or phrase.index > verb.index:
            continue
        for place in (phrase, *dependents.get(phrase.index, ())):
            joined = [t for t in dependents.get(place.index, ()) if t.deprel == "conj" and t.index < verb.index]
            if place.entity.endswith("LOC") and joined and joined[-1].entity.endswith("PER"):
                first = next(t for t in joined if t.entity.endswith("PER"))
                later = [replace(t, head=first.index) for t in joined if t.index > first.index]
                return [replace(first, head=verb.index, deprel=_label(group)), *later]
    return []


def _shares(group: Sequence[Token], verb: Token, dependents: Dependents) -> list[Token]:
    """`1 in 4 residents lived there`."""
    for noun in group:
        if noun.deprel != "obl" or noun.index > verb.index or noun.xpos != "NNS":
            continue
        below = dependents.get(noun.index, ())
        is_bare = not any(t.deprel == "case" for t in below)
        if is_bare and any(t.deprel == "nummod" and t.index in dependents for t in below):
            return [replace(noun, deprel=_label(group))]
    return []
