"""Main verbs that were read as passives, and clauses that a noun states."""

from __future__ import annotations

import pytest

from tasks.core.english.mend import mend
from tests.core.facts.trees import tree

CASES = [
    (
        "nothing but a noun with two attributes",
        "police/NOUN/nsubj:pass/3 held/VERB:VBN/amod/4/hold suspended/VERB:VBN/amod/4/suspend officer/NOUN/root/0",
        ["nsubj", "root", "amod", "obj"],
    ),
    (
        "a passive's subject on either side",
        "court/NOUN/nsubj:pass/2 fined/VERB:VBN/root/0/fine banned/VERB:VBN/amod/4/ban driver/NOUN/nsubj:pass/2",
        ["nsubj", "root", "amod", "obj"],
    ),
    (
        "a verb of one object that has one",
        "police/NOUN/nsubj:pass/2 arrested/VERB:VBN/root/0/arrest driver/NOUN/obj/2",
        ["nsubj", "root", "obj"],
    ),
    (
        "a verb of two objects keeps its passive",
        "driver/NOUN/nsubj:pass/2 awarded/VERB:VBN/root/0/award prize/NOUN/obj/2",
        ["nsubj:pass", "root", "obj"],
    ),
    (
        "an auxiliary keeps it too",
        "driver/NOUN/nsubj:pass/3 was/AUX/aux:pass/3/be shot/VERB:VBN/root/0/shoot times/NOUN/obj/3",
        ["nsubj:pass", "aux:pass", "root", "obj"],
    ),
    (
        "a clause that lacks nothing",
        "demand/NOUN/root/0 that/PRON/obj/4 Chad/PROPN/nsubj/4 close/VERB:VBP/acl:relcl/1 ports/NOUN/obj/4",
        ["root", "mark", "nsubj", "acl", "obj"],
    ),
    (
        "an attribute in the past tense with an object",
        "it/PRON/nsubj/2 shows/VERB:VBZ/root/0/show nobody/PRON/obj/2 closed/VERB:VBD/acl/3/close ports/NOUN/obj/4",
        ["nsubj", "root", "nsubj", "ccomp", "obj"],
    ),
    (
        "a clause that lacks what was given",
        "prize/NOUN/root/0 that/PRON/obj/4 Chad/PROPN/nsubj/4 gave/VERB:VBD/acl:relcl/1/give winners/NOUN/obj/4",
        ["root", "obj", "nsubj", "acl:relcl", "obj"],
    ),
]


@pytest.mark.parametrize(("written", "labels"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mend_voices(written: str, labels: list[str]) -> None:
    assert [token.deprel for token in mend(tree(written)).tokens] == labels
