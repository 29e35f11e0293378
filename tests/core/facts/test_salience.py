"""Which fact of a text tells what the article is about."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.main_fact import main_fact
from tasks.core.facts.reading import read_facts
from tasks.core.facts.salience import rank_facts

# Each case: what decides, the title, the text, the predicate of the top fact.
CASES = [
    ("what the title says", "Ghana closes its border", "Peru left. Ghana closed its border on Monday.", "close"),
    ("the first, without a title", None, "Peru left the talks. Ghana sold the ship.", "leave"),
    ("what was done before what may be", "Peru and Ghana", "Peru may leave Ghana. Peru attacked Ghana.", "attack"),
    ("the title's main clause", "Ghana sells ship as Peru leaves talks", "Peru left talks. Ghana sold a ship.", "sell"),
    ("deeds before speech", "Talks in Ghana", "Norway told Ghana on Monday that Peru had left the talks.", "leave"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "predicate"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_top_fact(title: str | None, text: str, predicate: str) -> None:
    facts = read_facts("document", 1, text, date(2024, 5, 17), load_reader()).facts
    ranked = rank_facts(facts, title)
    assert ranked[0].predicate == predicate
    assert sorted(f.fact_id for f in ranked) == sorted(f.fact_id for f in facts)
    assert rank_facts(list(reversed(facts)), title) == ranked


# Each case: what it shows, the title, the text, the time and the place of the main fact.
COMPLETED = [
    ("its own", "Ghana closes port", "Ghana closed the port of Tema on Monday.", "Monday", None),
    (
        "a place the title names",
        "Two die in Leeds fire",
        "Two men died in a fire. Firemen came to a house in Leeds.",
        None,
        "Leeds",
    ),
    (
        "the time of the same deed",
        "Ghana sells ship",
        "Ghana sold a ship. The ship was sold on Monday for a dollar.",
        "Monday",
        None,
    ),
    ("no time of another deed", "Ghana sells ship", "Ghana sold a ship. Peru left on Monday.", None, None),
]


@pytest.mark.parametrize(("title", "text", "time", "place"), [c[1:] for c in COMPLETED], ids=[c[0] for c in COMPLETED])
def test_main_fact(title: str, text: str, time: str | None, place: str | None) -> None:
    top = main_fact(read_facts("document", 1, text, date(2024, 5, 17), load_reader()).facts, title)
    assert top is not None
    assert (top.time_text and top.time_text.removeprefix("on "), top.place) == (time, place)


def test_no_facts_have_no_main_one() -> None:
    assert main_fact([], "Ghana sells ship") is None
