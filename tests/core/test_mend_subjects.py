"""Finite verbs that lost their subject to a day, a place or a share, and what they are mended to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tasks.core.english.mend_subjects import mend_subjects
from tasks.core.english.token import Token
from tests.core.facts.trees import tree

# Each case: what it shows, the tree, entity tags by index, and the mended heads and labels by index.
CASES = [
    (
        "a person among places",
        "In/ADP/case/2 Oslo/PROPN/obl/5 ,/PUNCT/punct/4 Berg/PROPN/conj/2 signed/VERB:VBD/root/0",
        {1: "B-LOC", 3: "B-PER"},
        {3: (4, "nsubj")},
    ),
    (
        "another place among places",
        "In/ADP/case/2 Oslo/PROPN/obl/5 ,/PUNCT/punct/4 Bergen/PROPN/conj/2 signed/VERB:VBD/root/0",
        {1: "B-LOC", 3: "B-LOC"},
        {},
    ),
    (
        "a verb that has a subject",
        "In/ADP/case/2 Oslo/PROPN/obl/5 Berg/PROPN/conj/2 they/PRON/nsubj/5 signed/VERB:VBD/root/0",
        {1: "B-LOC", 2: "B-PER"},
        {},
    ),
    (
        "an infinitive needs none",
        "In/ADP/case/2 Oslo/PROPN/obl/5 Berg/PROPN/conj/2 to/PART/mark/5 sign/VERB:VB/root/0",
        {1: "B-LOC", 2: "B-PER"},
        {},
    ),
    (
        "a board before the day",
        "The/DET/det/4 board/NOUN/compound/4 Tuesday/PROPN/compound/4 night/NOUN/obl:unmarked/5 voted/VERB:VBD/root/0",
        {},
        {0: (1, "det"), 1: (4, "nsubj")},
    ),
    (
        "a day that is only the last one",
        "Last/ADJ/amod/3 Tuesday/PROPN/compound/3 night/NOUN/obl:unmarked/4 voted/VERB:VBD/root/0",
        {},
        {},
    ),
    (
        "a day taken for part of who acts",
        "The/DET/det/2 council/NOUN/nsubj/4 Monday/PROPN/nmod:unmarked/2 voted/VERB:VBD/root/0",
        {},
        {2: (3, "obl:unmarked")},
    ),
    (
        "a share",
        "1/NUM/nummod/4 in/ADP/case/3 4/NUM/nmod/1 residents/NOUN:NNS/obl/5 left/VERB:VBD/root/0",
        {},
        {3: (4, "nsubj")},
    ),
    ("a number of days", "4/NUM/nummod/2 days/NOUN:NNS/obl/3 passed/VERB:VBD/root/0", {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("written", "entities", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mends(written: str, entities: dict[int, str], expected: dict[int, tuple[int, str]]) -> None:
    tokens = [replace(t, entity=entities.get(t.index, "O")) for t in tree(written).tokens]
    dependents: dict[int, list[Token]] = {}
    for token in tokens:
        dependents.setdefault(token.head, []).append(token)
    found = mend_subjects(tokens, dependents)
    assert {i: (t.head, t.deprel) for i, t in found.items()} == expected
