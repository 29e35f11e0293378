"""Mends main verbs that a second participle behind them made passive, and clauses that a noun states.

`Police arrested suspended officer Ann Berg`: one verb has one subject, and an attribute none. `the charges that Chad
bombed Mali`: a verb with an object of its own leaves `that` no place to stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.core.english.token import Token

PAST = ("VBN", "VBD")
SUBJECTS = ("nsubj", "nsubj:pass")
TELLING = {"say", "show", "claim", "report", "believe", "think", "allege", "confirm", "reveal", "suggest", "indicate"}
OF_ONE = {"arrest", "detain", "jail", "rescue", "kidnap", "abduct", "kill", "injure", "wound", "shoot", "evacuate"}
# Verbs with two objects or with a name for one: what `that` stands for may be the other.
OF_TWO = {
    "give", "tell", "show", "send", "offer", "pay", "owe", "teach", "hand", "award", "grant", "lend", "ask", "cost",
    "deny", "promise", "call", "name", "make", "bring", "buy", "sell", "write", "read", "do", "cause", "leave",
}  # fmt: skip


def mend_voices(tokens: Sequence[Token], dependents: Mapping[int, Sequence[Token]]) -> dict[int, Token]:
    """The tokens that need another head or label, by index; `dependents` are the tokens by their head, in order."""
    found: dict[int, Token] = {}
    for token in tokens:
        if token.deprel == "root" and token.upos == "NOUN":
            found |= {t.index: t for t in _raised(token, dependents)}
        elif token.upos == "VERB":
            found |= {t.index: t for t in _of_verb(token, tokens, dependents.get(token.index, ()))}
    return found


def _of_verb(verb: Token, tokens: Sequence[Token], group: Sequence[Token]) -> Iterator[Token]:
    if verb.deprel == "acl:relcl":
        yield from _stated(verb, group)
    elif verb.deprel == "acl" and verb.xpos == "VBD":
        yield from _told(verb, tokens, group)
    if verb.xpos in PAST:
        yield from _active(verb, group)


def _raised(noun: Token, dependents: Mapping[int, Sequence[Token]]) -> Iterator[Token]:
    """`Police arrested suspended officer`, of which nothing but a noun with two attributes was left."""
    attributes = [t for t in dependents.get(noun.index, ()) if t.deprel == "amod" and t.xpos in PAST]
    subjects = [t for a in attributes for t in dependents.get(a.index, ()) if t.deprel in SUBJECTS]
    if len(attributes) > 1 and len(subjects) == 1 and subjects[0].index < attributes[0].index:
        verb = attributes[0]
        yield replace(verb, xpos="VBD", head=-1, deprel="root")
        yield replace(subjects[0], head=verb.index, deprel="nsubj")
        yield replace(noun, head=verb.index, deprel="obj")


def _active(verb: Token, group: Sequence[Token]) -> Iterator[Token]:
    """A past form without auxiliary between a passive's subject and another, or the object of a verb of one object."""
    first = next((t for t in group if t.deprel == "nsubj:pass" and t.index < verb.index), None)
    second = next((t for t in group if t.deprel in ("nsubj:pass", "obj") and t.index > verb.index), None)
    if first is None or second is None or any(t.deprel.startswith("aux") for t in group):
        return
    if second.deprel == "nsubj:pass" or verb.lemma in OF_ONE:
        yield replace(verb, xpos="VBD")
        yield replace(first, deprel="nsubj")
        yield replace(second, deprel="obj")


def _told(verb: Token, tokens: Sequence[Token], group: Sequence[Token]) -> Iterator[Token]:
    """`the review shows no one from the ministry closed the port`: an attribute in the past tense has no object."""
    noun = tokens[verb.head]
    is_bare = not any(t.deprel in ("mark", *SUBJECTS) for t in group)
    is_object = noun.deprel == "obj" and noun.index < verb.index and tokens[noun.head].lemma in TELLING
    if is_bare and is_object and any(t.deprel == "obj" for t in group):
        yield replace(noun, head=verb.index, deprel="nsubj")
        yield replace(verb, head=noun.head, deprel="ccomp")


def _stated(verb: Token, group: Sequence[Token]) -> Iterator[Token]:
    """A clause behind `that` which lacks nothing tells what its noun is about."""
    objects = [t for t in group if t.deprel == "obj"]
    that = next((t for t in objects if t.text.lower() == "that" and t.index < verb.index), None)
    others = [t for t in objects if t.index > verb.index and t.upos in ("NOUN", "PROPN")]
    is_whole = that is not None and others and any(t.deprel == "nsubj" for t in group)
    if that is not None and is_whole and verb.lemma not in OF_TWO:
        yield replace(that, upos="SCONJ", xpos="IN", deprel="mark")
        yield replace(verb, deprel="acl")
