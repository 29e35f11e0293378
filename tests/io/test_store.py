"""A table of the lake: a row stands once, first-seen values stay, nothing new writes nothing, many may write."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from tasks.io.lake.change import KeyTaken
from tasks.io.lake.lock import LakeBusy
from tasks.io.store import Lake
from tasks.tables.batch import InvalidBatch
from tasks.tables.schema import schema_of
from tests.synthetic import SEEN, content, rows_of, tables_of


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "lake")


def references(numbers: range, **changed: Any) -> pa.Table:
    rows = rows_of(numbers)["references"]
    return tables_of({"references": [{**row, **changed} for row in rows]})["references"]


def files(lake: Lake) -> set[Path]:
    return {p for p in Path(lake.root).rglob("*") if p.is_file()}


def test_a_table_nobody_wrote_is_empty_and_has_its_columns(lake: Lake) -> None:
    assert lake.read("facts").num_rows == 0
    assert "predicate" in lake.read("facts").column_names
    assert lake.versions() == {}


def test_rows_that_stand_are_not_written_again(lake: Lake) -> None:
    first = lake.put("references", references(range(5)))
    before = files(lake)
    assert first == 1
    assert lake.put("references", references(range(5))) is None
    assert lake.put("references", references(range(2, 4))) is None
    assert files(lake) == before


def test_when_and_where_a_row_was_seen_is_no_change_and_keeps_its_first_value(lake: Lake) -> None:
    lake.put("references", references(range(3)))
    later = SEEN + timedelta(days=1)
    assert lake.put("references", references(range(3), collected_at=later, source="elsewhere.md")) is None
    lake.put("references", references(range(2), collected_at=later, title="A new title"))
    rows = {r["url"][-1]: r for r in lake.read("references").to_pylist()}
    assert [rows[n]["title"] for n in "012"] == ["A new title", "A new title", "Report 2"]
    assert {r["collected_at"] for r in rows.values()} == {SEEN}


def test_replacing_takes_away_what_is_not_given_again(lake: Lake) -> None:
    made = tables_of(rows_of(range(3)))["facts"]
    lake.put("facts", made)
    ids = sorted(set(made["document_id"].to_pylist()))
    one = made.filter(pa.compute.equal(made["document_id"], ids[0])).slice(0, 1)
    lake.put("facts", one, replacing=("document_id", [ids[0]]))
    assert lake.read("facts").num_rows == made.num_rows - 3
    assert lake.put("facts", one, replacing=("document_id", [ids[0]])) is None
    lake.put("facts", one.slice(0, 0), replacing=("document_id", ids))
    assert lake.read("facts").num_rows == 0


def test_replacing_refuses_rows_it_would_not_replace(lake: Lake) -> None:
    made = tables_of(rows_of(range(2)))["facts"]
    with pytest.raises(InvalidBatch, match="not to be replaced"):
        lake.put("facts", made, replacing=("document_id", ["another"]))


def test_a_row_of_a_shared_first_key_column_leaves_its_siblings(lake: Lake) -> None:
    documents = [tables_of(rows_of(range(1), edition=e))["documents"] for e in (1, 2)]
    lake.put("documents", documents[0])
    lake.put("documents", documents[1])
    lake.put("documents", tables_of(rows_of(range(1), edition=2, version="v2"))["documents"])
    found = lake.read("documents", ["revision", "fingerprint"]).sort_by("revision")
    assert found.to_pylist() == [{"revision": 1, "fingerprint": "v1"}, {"revision": 2, "fingerprint": "v2"}]


def test_quotes_in_values_are_no_syntax(lake: Lake) -> None:
    rows = references(range(1), reference_id="it's; DROP TABLE --")
    lake.put("references", rows)
    lake.put("references", references(range(1), reference_id="it's; DROP TABLE --", title="changed"))
    assert lake.read("references", ["title"]).to_pylist() == [{"title": "changed"}]


def test_reading_where_opens_the_rows_asked_for(lake: Lake) -> None:
    for first in range(0, 40, 10):
        lake.put("documents", tables_of(rows_of(range(first, first + 10)))["documents"])
    all_ids = lake.read("documents", ["document_id"])["document_id"].to_pylist()
    wanted = [all_ids[3], all_ids[25], "absent"]
    found = lake.read("documents", ["title", "document_id"], where=("document_id", wanted))
    assert set(found["document_id"].to_pylist()) == set(wanted[:2])
    assert found.column_names == ["title", "document_id"]
    assert lake.read("documents", where=("document_id", [])).num_rows == 0


def test_earlier_versions_stay_readable(lake: Lake) -> None:
    first = lake.put("references", references(range(3)))
    lake.put("references", references(range(3), title="changed"))
    assert set(lake.read("references", version=first)["title"].to_pylist()) == {"Report 0", "Report 1", "Report 2"}


def test_a_broken_row_is_refused_and_nothing_is_written(lake: Lake) -> None:
    with pytest.raises(InvalidBatch, match="closed list"):
        lake.put("references", references(range(1), url_status="wonderful"))
    assert files(lake) == set()


def test_releases_only_grow(lake: Lake) -> None:
    row = {"release": 1, "released_at": SEEN, "run_id": "a", "code_version": "1", "parameters": "{}", "digest": "0"}
    lake.put("releases", tables_of({"releases": [{**row, "elapsed_ms": 1}]})["releases"])
    with pytest.raises(KeyTaken):
        lake.put("releases", tables_of({"releases": [{**row, "elapsed_ms": 2}]})["releases"])


def test_writers_at_the_same_time_all_land_once(tmp_path: Path) -> None:
    """Every writer has its own Lake, as worker processes do, and half of what each writes the next one writes too."""
    errors: list[Exception] = []

    def write(first: int) -> None:
        lake = Lake(tmp_path / "lake")
        try:
            for n in range(first, first + 20, 5):
                lake.put("references", references(range(n, n + 10)))
        except Exception as error:  # noqa: BLE001  # a thread's failure must reach the test
            errors.append(error)

    threads = [threading.Thread(target=write, args=(10 * i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    got = Lake(tmp_path / "lake")
    whole = Lake(tmp_path / "alone")
    whole.put("references", references(range(55)))
    assert content(got, ["references"]) == content(whole, ["references"])


def test_a_lake_serves_one_run_at_a_time(lake: Lake) -> None:
    with lake.locked("one"), lake.locked("one"):
        with pytest.raises(LakeBusy, match="run one"), Lake(lake.root).locked("two", patience_s=0):
            pass
        with lake.locked("one", patience_s=0):
            pass
    with lake.locked("two", patience_s=0):
        pass


def test_rejections_of_a_stage_leave_once_it_no_longer_refuses(lake: Lake) -> None:
    from tasks.tables.records import Rejection

    def refused(stage: Any, record: str) -> Rejection:
        return Rejection(
            stage=stage, record_id=record, input="x", reason="no_text", detail="d", run_id="r", rejected_at=SEEN
        )

    lake.put_rejections("collect", ["a", "b"], [refused("collect", "a"), refused("collect", "b")])
    lake.put_rejections("fetch", ["a"], [refused("fetch", "a")])
    assert lake.put_rejections("collect", ["b"], [refused("collect", "b")]) is None
    lake.put_rejections("collect", ["a", "b"], [refused("collect", "b")])
    found = lake.read("rejections", ["stage", "record_id"]).to_pylist()
    assert sorted((r["stage"], r["record_id"]) for r in found) == [("collect", "b"), ("fetch", "a")]


def test_a_table_made_before_a_column_was_added_gains_it(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    now = schema_of("references")
    older = pa.schema([f for f in now if f.name != "publisher"], metadata=now.metadata)
    write_deltalake(lake.uri("references"), references(range(3)).select(older.names).cast(older))
    assert lake.read("references", ["publisher", "position"])["publisher"].to_pylist() == [None] * 3
    lake.put("references", references(range(2, 4), publisher="The Strelsau Courier"))
    assert sorted(map(str, lake.read("references")["publisher"].to_pylist())) == [
        "None",
        "None",
        *["The Strelsau Courier"] * 2,
    ]
    assert Lake(lake.root).put("references", references(range(2))) is None
