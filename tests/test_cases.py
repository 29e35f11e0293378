"""Golden cases: the samples, and what a careful reader takes from them, from the address to the facts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tasks.annotate import annotate_one
from tasks.collect import collect
from tasks.extract import extract_documents
from tasks.io.inputs import read_inputs
from tasks.io.lexicons import load_url_lexicon
from tasks.tables.records import Document, Fact, Mention, Reference
from tasks.tables.run import Run

ROOT = Path(__file__).parents[1]
CASES = {
    path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "tests/cases").glob("*/expected.toml")
}
SAMPLES = ROOT / "data" / "samples"
FACTS = [(name, fact) for name, case in CASES.items() for fact in case["facts"]]
LISTS = {"actors": "actor", "recipients": "recipient", "equipment": "equipment"}


@dataclass(frozen=True)
class Read:
    reference: Reference
    document: Document
    mentions: dict[str, Mention]
    facts: list[Fact]


@cache
def read(name: str) -> Read:
    """The chain on one sample, without network and lake."""
    [sample] = SAMPLES.glob(f"{name}.*")
    run = Run("test", datetime(2025, 5, 17, tzinfo=UTC))
    [reference] = collect(read_inputs([str(sample)]), load_url_lexicon(), run).kept
    [document] = extract_documents([reference], {}, lambda _: b"", {}, "test", run.run_id, run.started_at).kept
    made = annotate_one(document, "test")
    return Read(reference, document, {m.mention_id: m for m in made.mentions}, made.facts)


def test_every_sample_is_a_case() -> None:
    assert {path.stem for path in SAMPLES.iterdir()} == {*CASES, "read-later"}


def test_bookmarks() -> None:
    run = Run("test", datetime(2025, 5, 17, tzinfo=UTC))
    found = collect(read_inputs([str(SAMPLES / "read-later.html")]), load_url_lexicon(), run).kept
    whole = "https://tidewater-courier.example/2025/03/14/minister-promises-new-bridge"
    assert [(r.title, r.url, r.url_status) for r in found] == [
        ("Minister promises new bridge", whole, "intact"),
        ("What the grain deal means", None, "unrecoverable"),
    ]


@pytest.mark.parametrize("name", CASES)
def test_reference(name: str) -> None:
    expected = CASES[name]["reference"]
    assert {column: getattr(read(name).reference, column) for column in expected} == expected


@pytest.mark.parametrize("name", CASES)
def test_document(name: str) -> None:
    expected, document = dict(CASES[name]["document"]), read(name).document
    assert [c.text for c in document.captions] == expected.pop("captions")
    assert [c.credit or "" for c in document.captions] == expected.pop("credits")
    assert [document.text[link.start : link.end] for link in document.links] == expected.pop("anchors")
    assert not [words for words in expected.pop("absent") if words in document.text]
    assert {column: getattr(document, column) for column in expected} == expected


@pytest.mark.parametrize(("name", "expected"), FACTS, ids=[f["words"] for _, f in FACTS])
def test_fact(name: str, expected: dict[str, Any]) -> None:
    made = read(name)
    wanted = dict(expected)
    predicate, words = wanted.pop("predicate"), wanted.pop("words")
    [fact] = [f for f in made.facts if f.predicate == predicate and words in f.evidence]
    for column, role in LISTS.items():
        if column in wanted:
            mentions = [made.mentions[a.mention_id] for a in fact.arguments if a.role == role and a.mention_id]
            found = {m.name if role == "equipment" else m.entity_id for m in mentions}
            assert found == set(wanted.pop(column)), column
    assert {column: getattr(fact, column) for column in wanted} == wanted
