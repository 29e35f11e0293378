"""Labels that contradict each other, and what they are mended to."""

from __future__ import annotations

import pytest

from tasks.core.english.mend import mend
from tests.core.facts.trees import tree

CASES = [
    ("`it` that has something", "it/PRON/expl/2 has/VERB/root/0/have plans/NOUN/obj/2", ["nsubj", "root", "obj"]),
    ("a lone indirect object", "he/PRON/nsubj/2 saw/VERB/root/0/see jets/NOUN/iobj/2", ["nsubj", "root", "obj"]),
    (
        "a day as second subject",
        "tapes/NOUN/nsubj/3 Thursday/PROPN/nsubj/3 showed/VERB/root/0/show boats/NOUN/obj/3",
        ["nsubj", "obl:unmarked", "root", "obj"],
    ),
    (
        "a headline's passive",
        "men/NOUN/nsubj/2 arrested/VERB:VBD/root/0/arrest after/ADP/case/4 raid/NOUN/obl/2",
        ["nsubj:pass", "root", "case", "obl"],
    ),
    (
        "an object that joined verbs share",
        "men/NOUN/nsubj/2 arrested/VERB:VBD/root/0/arrest and/CCONJ/cc/4 beat/VERB:VBD/conj/2 him/PRON/obj/4",
        ["nsubj", "root", "cc", "conj", "obj"],
    ),
    (
        "`headed` somewhere is no passive",
        "he/PRON/nsubj:pass/3 was/AUX/aux:pass/3 headed/VERB:VBN/root/0/head home/ADV/advmod/3",
        ["nsubj", "aux", "root", "advmod"],
    ),
    (
        "two objects of a verb of naming",
        "he/PRON/nsubj/2 called/VERB:VBD/root/0/call it/PRON/iobj/2 theft/NOUN/obj/2",
        ["nsubj", "root", "obj", "xcomp"],
    ),
    (
        "an infinitive that completes a verb of seeking",
        "he/PRON/nsubj/2 tried/VERB:VBD/root/0/try to/PART/mark/4/to leave/VERB:VB/advcl/2",
        ["nsubj", "root", "mark", "xcomp"],
    ),
    (
        "a day behind a name",
        "ships/NOUN/nsubj:pass/2 sold/VERB:VBN/root/0/sell by/ADP/case/4 Lee/PROPN/obl:agent/2 Friday/PROPN/flat/4",
        ["nsubj:pass", "root", "case", "obl:agent", "obl:unmarked"],
    ),
    (
        "what lies close to an amount",
        "staff/NOUN/nsubj/2 grew/VERB:VBD/root/0/grow to/PART:TO/mark/4 close/VERB:VB/xcomp/2 to/ADP/case/7 "
        "300/NUM:CD/nummod/7 people/NOUN/obl/4",
        ["nsubj", "root", "case", "obl", "case", "nummod", "obl"],
    ),
    (
        "what closes to somebody",
        "it/PRON/nsubj/2 plans/VERB:VBZ/root/0/plan to/PART:TO/mark/4 close/VERB:VB/xcomp/2 to/ADP/case/7 "
        "300/NUM:CD/nummod/7 people/NOUN/obl/4",
        ["nsubj", "root", "mark", "xcomp", "case", "nummod", "obl"],
    ),
    ("a true dummy", "it/PRON/expl/3 is/AUX/cop/3/be clear/ADJ/root/0", ["expl", "cop", "root"]),
    (
        "a true indirect object",
        "he/PRON/nsubj/2 gave/VERB/root/0/give her/PRON/iobj/2 books/NOUN/obj/2",
        ["nsubj", "root", "iobj", "obj"],
    ),
]


@pytest.mark.parametrize(("written", "labels"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mend(written: str, labels: list[str]) -> None:
    assert [token.deprel for token in mend(tree(written)).tokens] == labels


def test_a_sound_tree_is_left_alone() -> None:
    sentence = tree(CASES[-1][1])
    assert mend(sentence) is sentence
