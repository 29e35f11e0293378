"""A release: whole or absent, only when something changed, the same for every reader, and provable afterwards."""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pytest
from deltalake import DeltaTable

from tasks.io.lake.edition import Edition, NoRelease
from tasks.io.lake.proof import prove
from tasks.io.lake.snapshot import DataFile
from tasks.io.lake.upkeep import maintain
from tasks.io.store import Lake
from tasks.publish import ReleaseRefused, publish, roll_back
from tasks.tables.records import TABLES, Release
from tasks.tables.schema import key_of
from tests.synthetic import content, put_all, rows_of, tables_of

KEPT = ("references", "captures", "documents", "mentions", "facts", "coverage")


def fill(root: Path, numbers: range = range(6), **options: object) -> Lake:
    lake = Lake(root)
    put_all(lake, tables_of(rows_of(numbers, **options)))  # type: ignore[arg-type]  # passed on as given
    return lake


def released(lake: Lake, run_id: str = "run") -> Release | None:
    return publish(lake, run_id, {"inputs": ["a"]}, datetime.now(UTC))


def snapshot_of(root: Path) -> dict[str, tuple[int, int]]:
    return {
        str(p): (p.lstat().st_size, p.lstat().st_mtime_ns) for p in root.rglob("*") if not p.name.startswith(".lock")
    }


def test_first_release_has_every_table_and_latest_points_at_it(tmp_path: Path) -> None:
    release = released(fill(tmp_path))
    assert release is not None
    assert release.release == 1
    latest = tmp_path / "releases" / "latest"
    assert latest.resolve() == (tmp_path / "releases" / "1").resolve()
    for table in TABLES:
        assert list(pd.read_parquet(latest / table).columns) == Lake(tmp_path).read(table).column_names
    manifest = json.loads((latest / "manifest.json").read_text())
    assert manifest["rows"]["facts"] == 24
    assert manifest["coverage"]["documents"] == {"annotated": 6}
    assert {c["result"] for c in manifest["checks"]} <= {"passed", "warned"}


def test_a_run_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    released(fill(tmp_path))
    before, versions = snapshot_of(tmp_path), Lake(tmp_path).versions()
    lake = Lake(tmp_path)
    with lake.exclusive("again") as recovered:
        assert recovered == []
        put_all(lake, tables_of(rows_of(range(6))))
        assert lake.settle() == []
        assert released(lake, "again") is None
    after = snapshot_of(tmp_path)
    assert {k: v for k, v in after.items() if "latest" not in k and not k.endswith("releases")} == {
        k: v for k, v in before.items() if "latest" not in k and not k.endswith("releases")
    }
    assert Lake(tmp_path).versions() == versions


def test_two_lakes_built_from_the_same_input_have_the_same_digest(tmp_path: Path) -> None:
    one, two = Lake(tmp_path / "one"), Lake(tmp_path / "two")
    put_all(one, tables_of(rows_of(range(6))))
    for n in (4, 1, 5, 0, 3, 2):
        put_all(two, tables_of(rows_of(range(n, n + 1))))
    a, b = released(one), released(two)
    assert a is not None
    assert b is not None
    assert a.digest == b.digest


def test_the_data_files_are_linked_not_copied(tmp_path: Path) -> None:
    released(fill(tmp_path))
    for file in (tmp_path / "releases" / "1" / "facts").iterdir():
        assert file.samefile(tmp_path / "tables" / "facts" / file.name)


def test_files_are_copied_where_links_are_not_possible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    released(fill(tmp_path))
    assert len(pd.read_parquet(tmp_path / "releases/1/facts")) == 24
    assert list(prove(Edition(Lake(tmp_path)))) == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the readers themselves
def test_all_readers_give_the_same_rows(tmp_path: Path) -> None:
    lake = fill(tmp_path)
    put_all(lake, tables_of(rows_of(range(3), edition=2)))  # leaves files in the table's folder that are no longer rows
    released(lake)
    plain, table = tmp_path / "releases" / "latest" / "facts", tmp_path / "tables" / "facts"
    columns = ["fact_id", "actor", "predicate", "starts_on", "evidence", "latitude"]
    picked = ", ".join(columns)
    found = {
        "pandas": pd.read_parquet(plain)[columns].astype(str).values.tolist(),
        "pandas of the lake": DeltaTable(table).to_pandas()[columns].astype(str).values.tolist(),
        "duckdb": duckdb.sql(f"SELECT {picked} FROM read_parquet('{plain}/*.parquet')").fetchall(),
        "duckdb of the lake": duckdb.sql(
            f"SELECT {picked} FROM read_parquet({DeltaTable(table).file_uris()})"
        ).fetchall(),
        "polars": pl.scan_parquet(plain).select(columns).collect().rows(),
        "polars of the lake": pl.scan_delta(str(table)).select(columns).collect().rows(),
        "arrow": [tuple(r.values()) for r in ds.dataset(plain).to_table(columns=columns).to_pylist()],
        "ours": [tuple(r.values()) for r in Edition(lake).read("facts", columns).to_pylist()],
    }
    rows = {name: sorted(tuple(map(str, row)) for row in given) for name, given in found.items()}
    assert len(rows["ours"]) == 24
    for name, given in rows.items():
        assert given == rows["ours"], name


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("facts", "facts.words"),
        ("mentions", "mentions.words"),
    ],
)
def test_words_that_are_not_in_the_text_stop_a_release(tmp_path: Path, broken: str, said: str) -> None:
    rows = rows_of(range(3))
    rows[broken][1]["start"] += 1
    lake = Lake(tmp_path)
    put_all(lake, tables_of(rows))
    with pytest.raises(ReleaseRefused, match=f"{said}: 1, expected at most 0"):
        released(lake)
    assert lake.releases() == []
    assert not (tmp_path / "releases").exists()


@pytest.mark.parametrize(
    ("absent", "said"),
    [
        ("references", "captures.reference: 3"),
        ("captures", "documents.capture: 3"),
        ("documents", "facts.document: 12"),
        ("coverage", "documents.covered: 3"),
    ],
)
def test_rows_that_stand_on_nothing_stop_a_release(tmp_path: Path, absent: str, said: str) -> None:
    rows = rows_of(range(3))
    rows[absent] = []
    lake = Lake(tmp_path)
    for name, table in tables_of(rows).items():
        lake.put(name, table)
    with pytest.raises(ReleaseRefused, match=said):
        released(lake)


def test_what_a_later_release_breaks_is_seen_though_old_files_are_proved(tmp_path: Path) -> None:
    lake = fill(tmp_path)
    released(lake)
    gone = lake.read("documents")["document_id"].to_pylist()[:1]
    lake.put("documents", lake.read("documents").slice(0, 0), replacing=("document_id", gone))
    with pytest.raises(ReleaseRefused, match=r"facts.document: 4"):
        released(lake)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("references", "captures.reference: 1,"),
        ("captures", "documents.capture: 1,"),
        ("documents", "facts.document: 4,"),
        ("coverage", "documents.covered: 1,"),
    ],
)
def test_old_rows_whose_ground_is_taken_away_stop_a_release(tmp_path: Path, table: str, said: str) -> None:
    lake = fill(tmp_path, range(40))
    released(lake)
    lake = fill(tmp_path, range(40, 42))
    column = key_of(table)[0]
    lake.put(table, lake.read(table).slice(0, 0), replacing=(column, lake.read(table)[column].to_pylist()[-1:]))
    with pytest.raises(ReleaseRefused, match=re.escape(said)):
        released(lake)


@pytest.mark.parametrize(
    ("table", "column", "said"),
    [
        ("facts", "fact_id", "facts.keys: 1,"),
        ("mentions", "mention_id", "mentions.keys: 1,"),
        ("documents", "capture_id", "documents.capture: 1,"),
        ("captures", "reference_id", "captures.reference: 1,"),
        ("facts", "revision", "facts.document: 1,"),
        ("coverage", "revision", "documents.covered: 1"),
    ],
)
@pytest.mark.parametrize("indexed", [True, False])
def test_a_new_row_that_breaks_with_old_ones_stops_a_release(
    tmp_path: Path, table: str, column: str, said: str, indexed: bool
) -> None:
    released(fill(tmp_path, range(40)))
    if not indexed:
        shutil.rmtree(tmp_path / "index")
    lake = Lake(tmp_path)
    rows = rows_of(range(40, 42))
    old = {
        "fact_id": lake.read("facts")["fact_id"][0].as_py(),
        "mention_id": lake.read("mentions")["mention_id"][0].as_py(),
    }
    rows[table][0][column] = {**old, "revision": 7}.get(column, "of nobody")
    put_all(lake, tables_of(rows))
    with pytest.raises(ReleaseRefused, match=re.escape(said)):
        released(lake)
    publish(lake, "forced", {}, datetime.now(UTC), must_pass=False)
    assert table in {broken.table for broken in prove(Edition(lake))} or said.startswith("documents.covered")


@pytest.mark.parametrize("maintained", [False, True])
def test_publishing_new_documents_opens_no_file_of_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, maintained: bool
) -> None:
    for n in range(9 if maintained else 1):
        lake = fill(tmp_path, range(n * 45, n * 45 + 45))
    released(lake)
    if maintained:
        with lake.exclusive("upkeep"):
            done, _ = maintain(lake, keep=1)
        assert {d.table: d.files_after for d in done}["facts"] == 1
    old = {p.name for p in (tmp_path / "tables").rglob("*.parquet")}
    opened: list[str] = []
    read = DataFile._columns

    def noted(self: DataFile, *given: Any) -> Any:
        opened.append(self.name)
        return read(self, *given)

    monkeypatch.setattr(DataFile, "_columns", noted)
    lake = fill(tmp_path, range(500, 503))
    assert released(lake) is not None
    tables = {p.name: p.parent.name for p in (tmp_path / "tables").rglob("*.parquet")}
    assert {tables[name] for name in set(opened) & old} <= {"checks", "releases"}
    assert set(opened) - old


def test_sums_that_are_carried_on_are_those_of_all_rows(tmp_path: Path) -> None:
    lake = fill(tmp_path, range(40))
    released(lake)
    rows = rows_of(range(30, 50), edition=2)
    for fact in rows["facts"][::3]:
        fact.update(actor=None, polarity="negated")
    put_all(lake, tables_of(rows))
    released(lake)
    shown = json.loads((tmp_path / "releases/2/manifest.json").read_text())
    facts = lake.read("facts").to_pylist()
    measured = {c["name"]: c["measured"] for c in shown["checks"]}
    assert measured["facts.without_actor"] == sum(f["actor"] is None for f in facts) / len(facts)
    assert measured["facts.negated"] == sum(f["polarity"] == "negated" for f in facts) / len(facts)
    assert shown["coverage"]["characters"] == sum(lake.read("coverage")["characters"].to_pylist())
    assert shown["coverage"]["documents"] == {"annotated": 50}


def test_a_sum_that_is_not_that_of_its_rows_is_found(tmp_path: Path) -> None:
    lake = fill(tmp_path)
    released(lake)
    path = tmp_path / "releases/1/manifest.json"
    manifest = json.loads(path.read_text())
    for numbers in manifest["sums"]["coverage"]["values of status"].values():
        numbers["annotated"] += 1
    path.write_text(json.dumps(manifest))
    [broken] = prove(Edition(lake))
    assert (broken.table, broken.what) == ("coverage", "the manifest's values of status are not those of its rows")


def test_a_table_that_shrinks_to_less_than_half_stops_a_release(tmp_path: Path) -> None:
    lake = fill(tmp_path, range(40))
    released(lake)
    for table, column in (("references", "reference_id"), ("captures", "capture_id"), ("documents", "document_id")):
        ids = sorted(lake.read(table)[column].to_pylist())
        lake.put(table, lake.read(table).slice(0, 0), replacing=(column, ids[10:]))
    with pytest.raises(ReleaseRefused, match=r"documents.growth: 0.25, expected at least 0.5"):
        released(lake)


def test_rollback_publishes_an_earlier_release_anew(tmp_path: Path) -> None:
    lake = fill(tmp_path)
    first = released(lake)
    put_all(lake, tables_of(rows_of(range(3), edition=2)))
    put_all(lake, tables_of(rows_of(range(6, 9))))
    released(lake)
    before = content(Edition(lake, 1), KEPT)
    with lake.exclusive("back"):
        made = roll_back(lake, 1, "back", datetime.now(UTC))
    assert first is not None
    assert made is not None
    assert (made.release, made.digest) == (3, first.digest)
    assert content(Edition(lake), KEPT) == before == content(lake, KEPT)
    assert list(prove(Edition(lake))) == []
    assert len(pd.read_parquet(tmp_path / "releases/2/facts")) == 36


def test_maintenance_keeps_releases_readable_and_changes_no_row(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    for n in range(9):
        put_all(lake, tables_of(rows_of(range(n, n + 1))))
        if n % 3 == 2:
            released(lake)
    put_all(lake, tables_of(rows_of(range(2), edition=2)))
    released(lake)
    kept = {n: content(Edition(lake, n), KEPT) for n in (3, 4)}
    with lake.exclusive("upkeep"):
        done, removed = maintain(lake, keep=2)
    assert removed == [1, 2]
    facts = next(d for d in done if d.table == "facts")
    assert facts.files_before >= 8
    assert facts.files_after == 1
    for n, rows in kept.items():
        assert content(Edition(lake, n), KEPT) == rows
        assert list(prove(Edition(lake, n))) == []
        assert len(pd.read_parquet(tmp_path / f"releases/{n}/facts")) == len(rows["facts"])
    with pytest.raises(NoRelease, match="was removed"):
        Edition(lake, 2)
    again = Lake(tmp_path)
    with again.exclusive("next") as recovered:
        assert recovered == []
        assert released(again, "next") is None
        assert maintain(again, keep=2)[1] == []
    assert kept[4] == content(again, KEPT)
