"""Which words a participant has in a whole sentence, and who is none."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts

# Each case: what it shows, the text, the predicate, and the words of who acts and of whom it meets.
CASES = [
    ("a joint is no name", "Neither Norway nor Ghana attacked Ann Berg.", "attack", "Norway", "Ann Berg"),
    ("an attribute cut in half", "The rebels attacked troops loyal to Ghana.", "attack", "The rebels", "troops"),
    ("an attribute in front", "The rebels attacked loyal troops.", "attack", "The rebels", "loyal troops"),
    ("a rule binds others", "The law prohibits insulting Ann Berg.", "insult", None, "Ann Berg"),
    ("who stops did it", "Norway stopped insulting Ann Berg.", "stop insulting", "Norway", "Ann Berg"),
    ("where aid goes from", "The crew rescued 20 people from Ghana.", "rescue", "The crew", "20 people"),
    ("a language", "The minister spoke French at the meeting.", "speak", "The minister", None),
]


@pytest.mark.parametrize(("text", "predicate", "actor", "recipient"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_words_of_participants(text: str, predicate: str, actor: str | None, recipient: str | None) -> None:
    facts = read_facts("a", 1, text, date(2020, 5, 1), load_reader()).facts
    fact = next((f for f in facts if f.predicate == predicate), None)
    assert fact is not None, [f.predicate for f in facts]
    words = {role: [a.surface for a in fact.arguments if a.role == role] for role in ("actor", "recipient")}
    assert words["actor"][:1] == ([actor] if actor else [])
    assert words["recipient"] == ([recipient] if recipient else [])
