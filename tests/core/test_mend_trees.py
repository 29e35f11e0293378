"""Whatever the parser gives, a mended sentence is a tree with one root."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.english.mend import mend
from tasks.core.english.token import Sentence, Token

WORDS = ["say", "tell", ",", "that", "for", "to", "Berg", "it", "Monday", "night"]
LABELS = [
    "nsubj",
    "nsubj:pass",
    "ccomp",
    "parataxis",
    "acl",
    "acl:relcl",
    "obl",
    "obj",
    "punct",
    "dep",
    "mark",
    "xcomp",
    "cop",
    "conj",
    "appos",
    "compound",
    "nummod",
    "nmod:unmarked",
    "obl:unmarked",
]


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """Any tree over words that the mends look for, tagged at random."""
    order = draw(st.permutations(range(draw(st.integers(1, 8)))))
    heads = {i: order[draw(st.integers(0, k - 1))] if k else -1 for k, i in enumerate(order)}
    tokens = []
    for index in range(len(order)):
        word = draw(st.sampled_from(WORDS))
        upos, xpos = draw(
            st.sampled_from([("VERB", "VBD"), ("VERB", "VB"), ("NOUN", "NN"), ("NOUN", "NNS"), ("PROPN", "NNP")])
        )
        label = draw(st.sampled_from(LABELS)) if heads[index] >= 0 else "root"
        entity = draw(st.sampled_from(["O", "B-PER", "B-LOC"]))
        start = index * 5
        tokens.append(Token(index, word, start, start + len(word), word, upos, xpos, heads[index], label, entity))
    return Sentence(tuple(tokens), 0, len(order) * 5, 0)


@settings(max_examples=600, deadline=None)
@given(sentences())
def test_a_mended_sentence_is_a_tree(sentence: Sentence) -> None:
    tokens = mend(sentence).tokens
    assert sum(token.head < 0 for token in tokens) == 1
    for token in tokens:
        at, steps = token, 0
        while at.head >= 0 and steps <= len(tokens):
            at, steps = tokens[at.head], steps + 1
        assert at.head < 0
