"""Whether a word that may name a nation or region names its language: `spoke French`, `a speech in English`."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.english.token import Token

_VERBS = frozenset({"speak", "learn", "teach", "study", "understand", "master"})
_OWN_WORDS = frozenset({"det", "nummod", "nmod:poss", "amod", "compound"})
_JOINED = frozenset({"NOUN", "PROPN", "ADJ"})


def is_language(tokens: Sequence[Token], index: int) -> bool:
    """`learned French and English`, `spoke in French`; the French, and Germans, are people."""
    token = tokens[index]
    if token.text.endswith("s") or _OWN_WORDS & _relations(tokens, index):
        return False
    if token.deprel == "conj" and tokens[token.head].upos in _JOINED:
        token = tokens[token.head]
    if token.deprel == "obj":
        return tokens[token.head].lemma in _VERBS
    cases = {t.lemma for t in tokens if t.head == token.index and t.deprel == "case"}
    is_in = token.deprel in ("obl", "nmod") and bool(cases & {"in", "into"})
    return is_in and not _OWN_WORDS & _relations(tokens, token.index)


def _relations(tokens: Sequence[Token], index: int) -> set[str]:
    return {t.deprel for t in tokens if t.head == index}
