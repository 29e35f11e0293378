"""Says who, and is it so: source, attribution, polarity and modality of facts, through the whole reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts

PUBLISHED = date(2024, 5, 17)  # a Friday

# Each case: what it shows, the text, the words of the fact's predicate, and the columns that must hold.
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "paragraphs of one quotation, run together",
        'Ann Berg told reporters: "The bridge is closed. "Engineers found cracks last week. "It stays closed."',
        "find",
        {"attribution": "quoted", "source_id": "person:ann-berg"},
    ),
    (
        "a quotation far from any speaker is nobody's",
        'Ann Berg said Norway closed the bridge. It rained. Holm drove on. The road is old. He met a man "who builds '
        'boats in Norway".',
        "build",
        {"source": None},
    ),
    (
        "a quotation the parser did not hang on its cue",
        '"Of course," said Ann Berg. "Norway closed the bridge."',
        "close",
        {"attribution": "quoted", "source_id": "person:ann-berg"},
    ),
    (
        "hearsay within a quotation is the speaker's",
        'Ann Berg said: "Two sailors are believed to be held in Norway."',
        "be believed to hold",
        {"source_id": "person:ann-berg"},
    ),
    (
        "however sets the outlet's words apart",
        "Ann Berg said Norway closed the bridge, however residents called the move absurd.",
        "call",
        {"attribution": "outlet", "source": None},
    ),
    (
        "an infinitive with a finite verb is a claim",
        "Ann Berg said Norway was not to be trusted with the bridge.",
        "trust",
        {"attribution": "said", "polarity": "negated"},
    ),
    (
        "an office is not who holds it",
        "Ann Berg, the director of the Red Cross, said Norway closed the bridge.",
        "close",
        {"source": "Ann Berg, the director of the Red Cross", "source_id": "person:ann-berg"},
    ),
    (
        "whose lawyers speak does not speak",
        "Ann Berg's lawyers said Norway closed the bridge.",
        "close",
        {"source": "Ann Berg's lawyers", "source_id": None},
    ),
    (
        "a spokesman speaks for his side",
        "A Red Cross spokesman said Norway closed the bridge.",
        "close",
        {"source": "A Red Cross spokesman", "source_country": None},
    ),
    (
        "a source without its relative clause",
        "Ann Berg, who lives near the harbour, said Norway closed the bridge.",
        "close",
        {"source": "Ann Berg", "source_id": "person:ann-berg"},
    ),
    (
        "a relative pronoun means who stands before it",
        "There were questions from some residents who claimed that Norway closed the bridge.",
        "close",
        {"source": "some residents"},
    ),
    (
        "a chief who tells an agency something",
        "Norway closed the bridge, police chief Ann Berg told the Red Cross.",
        "close",
        {"source": "police chief Ann Berg"},
    ),
    (
        "a name with what is told of it",
        "Acme Holdings, which builds bridges, said the change was made by Norway.",
        "make",
        {"source": "Acme Holdings", "attribution": "said"},
    ),
    (
        "signs have no voice",
        "Police said indications suggest the lorry left Norway.",
        "leave",
        {"source": "Police"},
    ),
    (
        "what is said against a denial is not denied",
        "Norway denied it had closed the bridge, but it blocked the road.",
        "block",
        {"attribution": "outlet", "polarity": "affirmed"},
    ),
    (
        "a verb that quotes in one sentence tells in another",
        '"People were running. People were crying in Norway," Ann Berg said.',
        "cry",
        {"source": "Ann Berg"},
    ),
    (
        "what a speaker does besides speaking is a fact",
        "Ann Berg visited Norway, saying that the bridge was closed.",
        "visit",
        {"actor_id": "person:ann-berg", "attribution": "outlet"},
    ),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_says_who(text: str, predicate: str, expected: dict[str, Any]) -> None:
    reading = read_facts("document", 1, text, PUBLISHED, load_reader())
    facts = [fact for fact in reading.facts if fact.predicate == predicate]
    assert facts, f"no fact {predicate!r} among {[f.predicate for f in reading.facts]}"
    assert {name: getattr(facts[0], name) for name in expected} == expected
