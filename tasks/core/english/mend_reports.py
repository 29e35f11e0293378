"""Mends sentences whose main verb was hung on its subject: `Acme, which builds ships, said the yard was closed`.

A clause behind a comma that has neither a subject nor a relative pronoun is none of the noun's: its verb is the main
verb, and the noun its subject. What a parser took for the main verb then stands in the clause that it cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.core.english.token import Token

HUNG = {"acl:relcl", "parataxis", "appos", "dep"}
FINITE = {"VBD", "VBZ", "VBP"}
RELATIVE = {"who", "which", "that", "whom", "whose", "where", "when", "why", "what"}
SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj"}
TELLING = {"tell", "inform", "remind", "assure", "warn", "notify", "convince", "persuade", "advise", "promise"}
# `said in an email that`, `wrote on Friday that`
SAYING = {"say", "write", "announce", "state", "add", "explain", "confirm", "declare", "tweet", "post", "testify"}
CITED = {"ccomp", "xcomp", "obj"}


def mend_reports(tokens: Sequence[Token], dependents: Mapping[int, Sequence[Token]]) -> dict[int, Token]:
    """The tokens that need another head or label, by index; `dependents` are the tokens by their head, in order."""
    for verb in tokens:
        if verb.deprel in HUNG and verb.xpos in FINITE and _is_main(verb, tokens, dependents):
            return {token.index: token for token in _raised(verb, tokens, dependents)}
    return {
        t.index: replace(t, head=tokens[t.head].head, deprel="ccomp") for t in tokens if _is_told(t, tokens, dependents)
    }


def _is_told(clause: Token, tokens: Sequence[Token], dependents: Mapping[int, Sequence[Token]]) -> bool:
    """`told the donors that she led`: what somebody is told is none of theirs."""
    noun = tokens[clause.head]
    if clause.deprel not in ("acl", "acl:relcl") or noun.deprel not in ("obj", "iobj", "obl") or noun.head < 0:
        return False
    own = {t.deprel.split(":")[0]: t for t in dependents.get(clause.index, ())}
    is_that = "mark" in own and own["mark"].text.lower() == "that" and "nsubj" in own
    return is_that and tokens[noun.head].lemma in (SAYING if noun.deprel == "obl" else TELLING)


def _is_main(verb: Token, tokens: Sequence[Token], dependents: Mapping[int, Sequence[Token]]) -> bool:
    """Whether a verb behind a comma has no subject in its clause, though it is finite."""
    if verb.index == 0 or tokens[verb.index - 1].text != "," or verb.head > verb.index:
        return False
    below = [t for child in dependents.get(verb.index, ()) for t in (child, *dependents.get(child.index, ()))]
    own = {t.deprel for t in below if t.head == verb.index}
    return not own & SUBJECTS and not any(t.lemma.lower() in RELATIVE and t.index < verb.index for t in below)


def _raised(verb: Token, tokens: Sequence[Token], dependents: Mapping[int, Sequence[Token]]) -> Iterator[Token]:
    noun = tokens[verb.head]
    cites = any(t.deprel in CITED and t.index > verb.index for t in dependents.get(verb.index, ()))
    if noun.head < 0 and noun.upos in ("NOUN", "PROPN") and cites:
        yield replace(noun, head=verb.index, deprel="nsubj")
        yield replace(verb, head=-1, deprel="root")
    elif noun.deprel in SUBJECTS and _has_another(noun, verb, dependents):
        cited = tokens[noun.head]
        yield replace(noun, head=verb.index, deprel="nsubj")
        yield replace(cited, head=verb.index, deprel="ccomp")
        yield replace(verb, head=cited.head, deprel=cited.deprel)


def _has_another(noun: Token, verb: Token, dependents: Mapping[int, Sequence[Token]]) -> bool:
    """Whether the verb that the noun was given to has a subject of its own behind this one."""
    return any(verb.index < t.index < noun.head and t.deprel in SUBJECTS for t in dependents.get(noun.head, ()))
