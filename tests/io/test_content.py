"""Row hashes and digests: they change with what is said, and with nothing else."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.tables.content import combine, content_hashes, digest_of, row_hashes
from tests.synthetic import rows_of, tables_of

ITEM = pa.struct([("name", pa.string()), ("start", pa.int64())])
SCHEMA = pa.schema(
    [
        ("text", pa.string()),
        ("bytes", pa.binary()),
        ("number", pa.int64()),
        ("share", pa.float64()),
        ("is_so", pa.bool_()),
        ("day", pa.date32()),
        ("at", pa.timestamp("us", tz="UTC")),
        ("words", pa.list_(pa.string())),
        ("items", pa.list_(ITEM)),
    ]
)
maybe = st.none
rows = st.lists(
    st.fixed_dictionaries(
        {
            "text": maybe() | st.text(),
            "bytes": maybe() | st.binary(max_size=4),
            "number": maybe() | st.integers(-(2**63), 2**63 - 1),
            "share": maybe() | st.floats(allow_nan=False),
            "is_so": maybe() | st.booleans(),
            "day": maybe() | st.dates(),
            "words": maybe() | st.lists(maybe() | st.text(max_size=3), max_size=3),
            "items": maybe()
            | st.lists(st.fixed_dictionaries({"name": maybe() | st.text(max_size=2), "start": st.integers(0, 9)})),
        }
    ),
    max_size=8,
)


def table(given_rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(given_rows, schema=SCHEMA)


@given(rows, st.randoms(use_true_random=False), st.integers(0, 8))
def test_digest_does_not_depend_on_order_or_files(made: list[dict[str, Any]], chance: Any, cut: int) -> None:
    whole = digest_of(row_hashes(table(made)))
    mixed = list(made)
    chance.shuffle(mixed)
    parts = [digest_of(row_hashes(table(part))) for part in (mixed[:cut], mixed[cut:])]
    assert combine(parts) == whole
    sliced = table([*made, *made]).slice(len(made))
    assert digest_of(row_hashes(sliced)) == whole


@given(rows)
def test_a_column_that_later_versions_have_leaves_earlier_rows_alike(made: list[dict[str, Any]]) -> None:
    earlier = table(made)
    later = earlier.append_column("section", pa.nulls(len(made), pa.string()))
    assert digest_of(row_hashes(later)) == digest_of(row_hashes(earlier))


@given(rows)
def test_rows_have_one_hash_exactly_if_they_are_equal(made: list[dict[str, Any]]) -> None:
    hashes = [tuple(h) for h in row_hashes(table(made))]
    # Both zeros are one, and the order of columns does not matter.
    one_zero = [{**row, "share": None if row["share"] is None else row["share"] + 0.0} for row in made]
    said = [json.dumps(row, sort_keys=True, default=str) for row in one_zero]
    for i, one in enumerate(said):
        for j, other in enumerate(said):
            assert (one == other) == (hashes[i] == hashes[j])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"text": ""}, {"text": None}),
        ({"number": 0}, {"number": None}),
        ({"text": "ab", "words": []}, {"text": "ab", "words": None}),
        ({"words": ["a", "b"]}, {"words": ["b", "a"]}),
        ({"words": ["a", "a"]}, {"words": ["a"]}),
        ({"words": ["ab"]}, {"words": ["a", "b"]}),
        ({"words": [""]}, {"words": []}),
        ({"items": [{"name": "a", "start": 1}]}, {"items": [{"name": "a", "start": 2}]}),
        ({"day": date(1970, 1, 2)}, {"number": 1}),
        ({"is_so": True}, {"is_so": False}),
        ({"at": datetime(2026, 1, 1, tzinfo=UTC)}, {"at": datetime(2026, 1, 2, tzinfo=UTC)}),
    ],
)
def test_a_small_difference_is_a_difference(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert digest_of(row_hashes(table([one]))) != digest_of(row_hashes(table([other])))


def test_both_zeros_and_all_nan_are_one() -> None:
    a = table([{"share": 0.0}, {"share": math.nan}])
    b = table([{"share": -0.0}, {"share": -math.nan}])
    assert (row_hashes(a) == row_hashes(b)).all()


def test_swapped_values_of_two_columns_are_another_row() -> None:
    one, other = pa.table({"a": ["x"], "b": ["y"]}), pa.table({"a": ["y"], "b": ["x"]})
    assert digest_of(row_hashes(one)) != digest_of(row_hashes(other))
    assert digest_of(row_hashes(one)) == digest_of(row_hashes(one.select(["b", "a"])))


def test_when_something_was_seen_is_no_content() -> None:
    made = tables_of(rows_of(range(3)))["references"]
    later = made.set_column(
        made.column_names.index("collected_at"), "collected_at", [[datetime(2030, 1, 1, tzinfo=UTC)] * 3]
    )
    assert (content_hashes("references", made) == content_hashes("references", later)).all()
    assert (row_hashes(made) != row_hashes(later)).all()


def test_the_digest_is_the_same_on_every_machine_and_version() -> None:
    """A release is compared with one made elsewhere, so the algorithm must not change unseen."""
    made = tables_of(rows_of([7], facts_each=2))
    assert {t: digest_of(content_hashes(t, r)) for t, r in made.items() if t in ("documents", "facts")} == {
        "documents": "8e51553bed97bd233ef0095136aec35f",
        "facts": "67edf9d3db86e0bdd233f370f6af84bc",
    }


def test_hashes_fill_their_range() -> None:
    made = row_hashes(pa.table({"n": np.arange(4000)}))
    ones = np.unpackbits(made.view(np.uint8)).mean()
    assert 0.49 < ones < 0.51
