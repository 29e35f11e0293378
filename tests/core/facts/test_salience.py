"""Which fact of a text tells what the article is about."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts
from tasks.core.facts.salience import rank_facts

# Each case: what decides, the title, the text, the predicate of the top fact.
CASES = [
    ("what the title says", "Ghana closes its border", "Peru left. Ghana closed its border on Monday.", "close"),
    ("the first, without a title", None, "Peru left the talks. Ghana sold the ship.", "leave"),
    ("what was done before what may be", "Peru and Ghana", "Peru may leave Ghana. Peru attacked Ghana.", "attack"),
    ("deeds before speech", "Talks in Ghana", "Norway told Ghana on Monday that Peru had left the talks.", "leave"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "predicate"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_top_fact(title: str | None, text: str, predicate: str) -> None:
    facts = read_facts("document", 1, text, date(2024, 5, 17), load_reader()).facts
    ranked = rank_facts(facts, title)
    assert ranked[0].predicate == predicate
    assert sorted(f.fact_id for f in ranked) == sorted(f.fact_id for f in facts)
    assert rank_facts(list(reversed(facts)), title) == ranked
