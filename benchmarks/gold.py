"""Compare the facts of a clipping with what a careful reader took from it, field by field.

    python -m benchmarks.gold ../shared/slavic-shield.gold.json data/samples/slavic-shield.md

A gold fact is right when one fact has its words inside its evidence and agrees in every field the gold fact names.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasks.annotate import annotate_one
from tasks.collect import collect
from tasks.extract import extract_documents
from tasks.io.inputs import read_inputs
from tasks.io.lexicons import load_url_lexicon
from tasks.tables.records import Document, Fact, Mention, Reference
from tasks.tables.run import Run

Gold = Mapping[str, Any]
PLAIN = ("event_type", "event_mode", "event_name", "polarity", "modality", "place_country")


def read_clipping_facts(path: str) -> tuple[Reference, Document, Sequence[Mention], Sequence[Fact]]:
    """The chain on one clipping without network and lake: reference, document, mentions and facts."""
    run = Run("benchmark", datetime.now(UTC))
    reference = collect(read_inputs([path]), load_url_lexicon(), run).kept[0]
    outcome = extract_documents([reference], {}, lambda _: b"", {}, "benchmark", run.run_id, run.started_at)
    made = annotate_one(outcome.kept[0], "benchmark")
    return reference, outcome.kept[0], made.mentions, made.facts


def wrong_fields(gold: Gold, fact: Fact, mentions: Mapping[str, Mention]) -> list[str]:
    """Fields of a gold fact in which a fact differs."""
    return [name for name, value in gold.items() if not _agrees(name, value, fact, mentions)]


def best_fact(gold: Gold, facts: Sequence[Fact], mentions: Mapping[str, Mention]) -> tuple[Fact | None, list[str]]:
    """The fact that agrees in most fields of those whose evidence holds the gold words, and where it differs."""
    found = [(wrong_fields(gold, f, mentions), f) for f in facts if _flat(gold["evidence"]) in _flat(f.evidence)]
    if not found:
        return None, ["evidence"]
    wrong, fact = min(found, key=lambda pair: len(pair[0]))
    return fact, wrong


def _agrees(name: str, value: Any, fact: Fact, mentions: Mapping[str, Mention]) -> bool:
    if name in ("evidence", "where_in_text"):
        return True
    if name in PLAIN:
        return bool(getattr(fact, name) == value)
    if name in ("starts_on", "ends_on"):
        return str(getattr(fact, name)) == value
    if name == "context":
        return value in fact.contexts
    if name == "place":
        return fact.place is not None and value in fact.place
    if name == "quote":
        return _flat(fact.quote or "") == _flat(value)
    if name == "attributed_to":
        return _flat(fact.source or "").removeprefix("the ") == _flat(value)
    if name == "attributed_country":
        return fact.source_country == value
    return _arguments_agree(name, value, fact, mentions)


def _arguments_agree(name: str, value: Any, fact: Fact, mentions: Mapping[str, Mention]) -> bool:
    if name == "quantity":
        return any(m.value == value["value"] and m.of == value["of"] for m in _of(fact, "quantity", mentions))
    found = list(_of(fact, name.removesuffix("s"), mentions))
    if name == "equipment":
        return set(value) <= {m.name for m in found}
    codes = {m.country if (m.entity_id or "").startswith("country:") else m.name for m in found}
    countries = {m.country for m in found}
    return set(value) <= codes | countries | {m.name for m in found} and len(codes) <= len(value)


def _of(fact: Fact, role: str, mentions: Mapping[str, Mention]) -> Iterator[Mention]:
    return (mentions[a.mention_id] for a in fact.arguments if a.role == role and a.mention_id)


def _flat(text: str) -> str:
    return " ".join(text.split())


def main(gold_path: str, clipping: str) -> None:
    gold = json.loads(Path(gold_path).read_text("utf-8"))
    _, document, mentions, facts = read_clipping_facts(clipping)
    by_id = {m.mention_id: m for m in mentions}
    right, asked, missed = 0, Counter[str](), Counter[str]()
    for number, one in enumerate(gold["facts"], start=1):
        fact, wrong = best_fact(one, facts, by_id)
        right += not wrong
        asked.update(list(one))
        missed.update(wrong)
        print(f"{number:2d} {'right' if not wrong else 'WRONG ' + ', '.join(wrong)}: {one['evidence'][:90]}")
        for name in wrong:
            print(f"     {name}: wanted {one.get(name)!r}, of {fact and fact.evidence!r}")
            print(f"     {[(a.role, a.surface, a.entity_id) for a in fact.arguments] if fact else 'no fact'}")
    print(
        f"{right} of {len(gold['facts'])} gold facts right in every field; {len(facts)} facts of {document.words} words"
    )
    for name, count in asked.items():
        print(f"  {name:20s} {count - missed[name]:2d} of {count:2d}")


if __name__ == "__main__":
    main(*sys.argv[1:])
