"""What changed in the facts, and who changed it."""

from __future__ import annotations

from typing import Any

import pytest

from tasks.core.diff import Source, cause_of, changes


def fact(key: str, predicate: str, evidence: str, **more: Any) -> dict[str, Any]:
    return {
        "fact_id": key, "document_id": "d", "revision": 1, "start": 0, "end": len(evidence), "predicate": predicate,
        "evidence": evidence, "place": None, "arguments": [], **more,
    }  # fmt: skip


MARCH = fact("1", "march", "Guards march in Zenda at dawn")
SIGN = fact("2", "sign", "Envoys sign a pact")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([MARCH, SIGN], [SIGN, MARCH], []),
        ([MARCH], [MARCH, SIGN], [("appeared", ())]),
        ([MARCH, SIGN], [SIGN], [("vanished", ())]),
        ([MARCH], [{**MARCH, "place": "Zenda"}], [("changed", ("place",))]),
        ([MARCH], [{**MARCH, "fact_id": "9", "revision": 2, "start": 40, "end": 70}], []),
        (
            [MARCH],
            [{**MARCH, "fact_id": "9", "evidence": "Guards march in Zenda at dusk"}],
            [("changed", ("evidence",))],
        ),
        ([MARCH], [{**MARCH, "fact_id": "9", "evidence": "Cadets march"}], [("vanished", ()), ("appeared", ())]),
        ([MARCH], [{**SIGN, "fact_id": "9"}], [("vanished", ()), ("appeared", ())]),
    ],
    ids=["order", "new", "gone", "field", "moved", "words", "too different", "other predicate"],
)
def test_changes(before: list[Any], after: list[Any], said: list[Any]) -> None:
    assert [(c.kind, c.fields) for c in changes(before, after)] == said


def test_arguments_that_only_moved_are_no_change() -> None:
    one = {"role": "actor", "surface": "Guards", "start": 0, "end": 6, "mention_id": "a", "entity_id": None}
    moved = {**one, "start": 40, "end": 46, "mention_id": "b"}
    assert list(changes([{**MARCH, "arguments": [one]}], [{**MARCH, "arguments": [moved]}])) == []


@pytest.mark.parametrize(
    ("before", "after", "cause", "why"),
    [
        (None, Source(("a",), "x"), "world", "new document"),
        (Source(("a",), "x"), None, "world", "document gone"),
        (Source(("a",), "x", ("v1",)), Source(("b",), "y", ("v2",)), "world", "edited document"),
        (Source(("a",), "x", ("v1",)), Source(("b",), "x", ("v2",)), "code", "read by another version"),
        (Source(("a",), "x", ("v1",)), Source(("a",), "y", ("v2",)), "code", "read by another version"),
        (Source(("a",), "x", ("v1",)), Source(("a",), "x", ("v1",)), "unknown", "neither"),
    ],
    ids=["new", "gone", "edited", "same bytes read anew", "page changed around its text", "nothing known"],
)
def test_causes(before: Source | None, after: Source | None, cause: str, why: str) -> None:
    told, sentence = cause_of(before, after)
    assert told == cause
    assert sentence.startswith(why)
