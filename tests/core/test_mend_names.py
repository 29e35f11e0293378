"""Titles split from their names and names taken for clauses, and what they are mended to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tasks.core.english.mend_names import mend_names
from tests.core.facts.trees import tree

# Each case: what it shows, the tree, the index of the name, and the mended heads and labels by index.
CASES = [
    (
        "a title as a subject of its own",
        "The/DET/det/2 actor/NOUN/nsubj/4 Berg/PROPN/nsubj/4 spoke/VERB/root/0",
        2,
        {1: (2, "nmod:desc")},
    ),
    (
        "a clause between them",
        "Words/NOUN/nsubj/5 here/ADV/advmod/1 ,/PUNCT/punct/5 Berg/PROPN/nsubj/5 spoke/VERB/root/0",
        3,
        {},
    ),
    ("a name as a clause", "Go/VERB/ccomp/3 Berg/PROPN/ccomp/3 said/VERB/root/0", 1, {1: (2, "nsubj")}),
    (
        "a subject between two verbs",
        "Mali/PROPN/nsubj/2 left/VERB/ccomp/4 Berg/PROPN/nsubj/2 said/VERB/root/0",
        2,
        {2: (3, "nsubj")},
    ),
    (
        "a subject of what stands behind a comma",
        "Mali/PROPN/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/5 Berg/PROPN/nsubj/2 said/VERB/parataxis/2",
        3,
        {3: (4, "nsubj")},
    ),
    (
        "a name that is one",
        "This/PRON/nsubj/3 is/AUX/cop/3 Berg/PROPN/ccomp/4 said/VERB/root/0",
        2,
        {},
    ),
]


@pytest.mark.parametrize(("written", "name", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mends(written: str, name: int, expected: dict[int, tuple[int, str]]) -> None:
    tokens = list(tree(written).tokens)
    tokens[name] = replace(tokens[name], entity="B-PER")
    dependents = {h: [t for t in tokens if t.head == h] for h in range(-1, len(tokens))}
    found = mend_names(tokens, dependents)
    assert {i: (t.head, t.deprel) for i, t in found.items()} == expected
