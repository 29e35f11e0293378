"""Main verbs that a parser hung on their subjects."""

from __future__ import annotations

import pytest

from tasks.core.english.mend import mend
from tests.core.facts.trees import tree

# Each case: what it shows, the tree, and the mended heads (counted from 0, the root -1) and labels.
CASES = [
    (
        "a reporting verb as a relative clause",
        "Acme/PROPN/root/0 ,/PUNCT/punct/3 said/VERB:VBD/acl:relcl/1/say it/PRON/nsubj/5 closed/VERB:VBD/ccomp/3",
        [(2, "nsubj"), (2, "punct"), (-1, "root"), (4, "nsubj"), (2, "ccomp")],
    ),
    (
        "a denying verb beside the one it denies",
        "Acme/PROPN/nsubj/5 ,/PUNCT/punct/3 denied/VERB:VBD/parataxis/1/deny it/PRON/nsubj/5 closed/VERB:VBD/root/0",
        [(2, "nsubj"), (2, "punct"), (-1, "root"), (4, "nsubj"), (2, "ccomp")],
    ),
    (
        "a true relative clause",
        "Acme/PROPN/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 said/VERB:VBD/acl:relcl/1/say so/ADV/obj/4",
        [(-1, "root"), (3, "punct"), (3, "nsubj"), (0, "acl:relcl"), (3, "obj")],
    ),
    (
        "what somebody is told",
        "told/VERB:VBD/root/0/tell us/PRON/obj/1 that/SCONJ/mark/5 it/PRON/nsubj/5 closed/VERB:VBD/acl/2",
        [(-1, "root"), (0, "obj"), (4, "mark"), (4, "nsubj"), (0, "ccomp")],
    ),
]


@pytest.mark.parametrize(("written", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mends(written: str, expected: list[tuple[int, str]]) -> None:
    assert [(token.head, token.deprel) for token in mend(tree(written)).tokens] == expected
