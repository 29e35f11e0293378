"""Each thing once: what verbs that only lead on to another add to it, and rows that would tell nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts

# What it shows, the text, the predicates of its facts.
CASES = [
    ("stopping short of a deed", "Norway stopped short of closing the bridge.", ["close"]),
    ("failing to do it", "Norway failed to close the bridge.", ["close"]),
    ("a wish for somebody's deed", "Ann Berg expects Norway to close the bridge.", ["close"]),
    ("seeing a deed", "Ann Berg saw Norway close the bridge.", ["close"]),
    ("a cause, and what it causes", "The law caused Norway to close the bridge.", ["cause to close", "close"]),
    ("a pledge is made, not caused", "Norway made a pledge to help Chad.", ["make", "help"]),
    ("a plan that involves a deed", "The plan involves closing the bridge in Norway.", ["involve closing"]),
    ("aid that is provided", "Norway provided assistance to Chad.", ["provide"]),
    ("an agreement that is signed", "Norway signed an agreement with Chad on Monday.", ["sign"]),
    ("an act that a verb of its own judges", "Norway condemned the attack on Chad.", ["condemn", "attack"]),
    ("an act of which the noun knows more", "Norway resumed its attack on Chad.", ["resume", "attack"]),
    (
        "a form in -ing keeps its particle",
        "Norway proposes doing away with the bridge in Chad.",
        ["propose doing away with"],
    ),
    ("whoever reads", "You might also like Norway.", []),
    ("what is told to whoever listens", "“I must tell you that Norway closed the bridge,” Ann Berg said.", ["close"]),
    ("a news release frees nobody", "Norway closed the bridge, a Red Cross news release said.", ["close"]),
]


@pytest.mark.parametrize(("label", "text", "predicates"), CASES, ids=[c[0] for c in CASES])
def test_said_once(label: str, text: str, predicates: list[str]) -> None:
    facts = read_facts("document", 1, text, date(2024, 5, 17), load_reader()).facts
    assert [f.predicate for f in facts] == predicates, label
