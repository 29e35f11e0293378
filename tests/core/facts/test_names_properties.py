"""The finders of actors, places and references never raise, and what they report lies where they say."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import fits, key_of, slug, word_key
from tests.core.facts.names import found_in

WORDS = [
    "the", "Paris", "Texas", ",", "(", ")", "-", "'s", "U.S.", "Georgia", "Moscow", "said", "it", "its", "they", "he",
    "defense", "ministry", "President", "Maria", "Lopez", "NATO", "bloc", "military", "of", "in", "counties", "and",
    "French", "Danes", "county", "country", "Inc.", "Acme", "Ő", "’s", "İ", "province",
]  # fmt: skip
TAGS = ["NOUN", "PROPN", "ADJ", "VERB", "PRON", "ADP", "PUNCT", "DET"]
RELATIONS = ["nsubj", "obj", "nmod:poss", "compound", "amod", "case", "det", "appos", "conj", "ccomp", "punct", "obl"]
ENTITIES = ["O", "O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-EVENT"]


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, tuple[Sentence, ...]]:
    """Any words with any tags, heads and entity marks, in up to three sentences."""
    text, sentences = "", []
    for _ in range(draw(st.integers(0, 3))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
        root = draw(st.integers(0, len(words) - 1))
        tokens = []
        for index, word in enumerate(words):
            # Heads point towards the root, so that every sentence is a tree.
            head = -1 if index == root else index + (1 if index < root else -1)
            tags = (draw(st.sampled_from(choice)) for choice in (TAGS, RELATIONS, ENTITIES))
            upos, relation, entity = tags
            tokens.append(
                Token(index, word, len(text), len(text) + len(word), word.lower(), upos, "NN", head, relation, entity)
            )
            text += word + " " * draw(st.integers(0, 1))
        sentences.append(Sentence(tuple(tokens), tokens[0].start, tokens[-1].end, 0))
    return text, tuple(sentences)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_findings_are_sorted_apart_and_on_words(document: tuple[str, tuple[Sentence, ...]]) -> None:
    text, sentences = document
    found: list[Finding] = found_in(text, sentences)
    starts = {t.start for s in sentences for t in s.tokens}
    ends = {t.end for s in sentences for t in s.tokens}
    assert all(f.start in starts and f.end in ends and f.start < f.end <= len(text) for f in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= f.score <= 1 for f in found)


@given(st.text())
def test_keys_are_stable(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)
    assert " " not in slug(name)
    assert word_key(name) or not name.strip("-–‐‑./! ")


@given(st.text(), st.text(min_size=1))
def test_a_form_fits_itself(surface: str, form: str) -> None:
    assert fits(form, form)
    assert isinstance(fits(surface, form), bool)
