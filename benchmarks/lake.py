"""Cost of keeping documents in a lake: writing, publishing, running again with nothing new, and reading.

    python benchmarks/lake.py [--documents 1000 10000 100000] [--facts 12] [--to FOLDER]

Documents are made up (tests/synthetic.py). Rivals, on the same rows: plain Parquet as pandas writes it, CSV, and
Delta's own MERGE in place of our put.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

from tasks.io.lake.upkeep import maintain
from tasks.io.store import Lake
from tasks.publish import publish
from tests.synthetic import put_all, rows_of, tables_of

BATCH = 500
COUNT = """SELECT actor_country, date_trunc('month', starts_on) AS month, count(*) AS facts
           FROM read_parquet('{}/facts/*.parquet') GROUP BY ALL"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options.add_argument("--facts", type=int, default=12, help="facts of each document")
    options.add_argument("--to", type=Path, help="keep the lakes in this folder")
    given = options.parse_args()
    for count in given.documents:
        folder = given.to or Path(tempfile.mkdtemp())
        measure(folder / f"lake-{count}", count, given.facts)
        if not given.to:
            shutil.rmtree(folder)


def measure(root: Path, count: int, facts: int) -> None:
    """Print every figure for one size."""
    print(f"\n{count:,} documents, {facts} facts each")
    shutil.rmtree(root, ignore_errors=True)
    lake, making = Lake(root), 0.0
    writing = 0.0
    for first in range(0, count, BATCH):
        made, spent = _timed(lambda first=first: tables_of(rows_of(range(first, min(first + BATCH, count)), facts)))
        making += spent
        writing += _timed(lambda made=made: put_all(lake, made))[1]
    say("write all batches", writing, f"{writing / count * 1000:.2f} ms a document, {count / BATCH:.0f} batches")
    for what in ("first publish", "publish with nothing new, new process"):
        lake = Lake(root)
        release, spent = _timed(lambda lake=lake, what=what: publish(lake, what, {}, datetime.now(UTC)))
        say(what, spent, f"release {release.release}" if release else "no release")
    _rerun(root, count, facts)
    _grow(root, count, facts)
    _maintain(root, count + 10_000, facts)
    _sizes(root, count * facts)
    _read(root)
    _rivals(root, count, facts)


def _rerun(root: Path, count: int, facts: int) -> None:
    """As a run over the same input: references put again, what is stale looked for, nothing published."""
    lake, before = Lake(root), Lake(root).versions()
    with lake.exclusive("again"):
        pass
    references = 0.0
    for first in range(0, count, BATCH):
        made = tables_of({"references": rows_of(range(first, first + BATCH), 1)["references"]})
        references += _timed(lambda made=made: lake.put("references", made["references"]))[1]
    _, ids = _timed(
        lambda: [lake.read(t, ["document_id", "revision", "fingerprint"]) for t in ("documents", "coverage")]
    )
    released, published = _timed(lambda: publish(lake, "again", {}, datetime.now(UTC)))
    assert released is None, "a run with nothing new made a release"
    assert lake.versions() == before, "a run with nothing new wrote something"
    say("no-change rerun", references + ids + published, "references put again, what is stale found, publish")


def _grow(root: Path, count: int, facts: int) -> None:
    """Some new documents on top of all others."""
    for new in (100, 1_000):
        lake = Lake(root)
        lake.versions()
        made = tables_of(rows_of(range(count, count + new), facts))
        count += new
        spent = _timed(lambda made=made, lake=lake: put_all(lake, made))[1]
        say(f"write {new:,} new documents", spent, f"{spent / new * 1000:.2f} ms a document")
        release, spent = _timed(lambda lake=lake: publish(lake, "grow", {}, datetime.now(UTC)))
        say(f"publish {new:,} new documents", spent, f"release {release.release}")
    stale = tables_of(rows_of(range(500), facts, version="v2"))
    say("write 500 documents anew", _timed(lambda: put_all(Lake(root), stale))[1], "another version read them")


def _maintain(root: Path, count: int, facts: int) -> None:
    """Some new documents on top of few large files."""
    lake = Lake(root)
    publish(lake, "anew", {}, datetime.now(UTC))
    with lake.exclusive("upkeep"), timed("maintain"):
        maintain(lake, keep=9)
    lake = Lake(root)
    made = tables_of(rows_of(range(count, count + 100), facts))
    say("write 100 new documents after it", _timed(lambda: put_all(lake, made))[1])
    say("publish 100 new documents after it", _timed(lambda: publish(lake, "grow", {}, datetime.now(UTC)))[1])


def _sizes(root: Path, facts: int) -> None:
    tables = {
        p.name: sum(f.stat().st_size for f in p.rglob("*.parquet"))
        for p in (root / "releases/1").iterdir()
        if p.is_dir()
    }
    total = sum(tables.values())
    print(f"  {'bytes a fact':42} {tables['facts'] / facts:9.1f}   facts table; all tables {total / facts:.0f}")


def _read(root: Path) -> None:
    facts = root / "releases/latest"
    with timed("DuckDB counts facts by country and month"):
        duckdb.sql(COUNT.format(facts)).fetchall()
    with timed("pandas counts facts by country and month"):
        frame = pd.read_parquet(facts / "facts", columns=["actor_country", "starts_on"])
        months = pd.to_datetime(frame["starts_on"]).dt.to_period("M")
        frame.groupby(["actor_country", months]).size()


def _rivals(root: Path, count: int, facts: int) -> None:
    """Plain files, and MERGE in place of put, on one batch of facts."""
    made = tables_of(rows_of(range(BATCH), facts))["facts"]
    frame = made.to_pandas()
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("pandas to_parquet", frame.to_parquet), ("pandas to_csv", frame.to_csv)):
            path = Path(folder) / name.split("_")[1]
            with timed(f"rival: {name}, {BATCH} documents"):
                write(path)
            print(f"  {'rival: bytes a fact, ' + name:42} {path.stat().st_size / len(frame):9.1f}")
        lake = Path(folder) / "merge"
        whole = Lake(root).read("facts", version=None)
        write_deltalake(lake, whole)
        with timed(f"rival: MERGE of {BATCH} documents, nothing new"):
            _merge(DeltaTable(lake), made)
        ours = Lake(root)
        ours.versions()
        ids = made["document_id"].to_pylist()
        with timed(f"ours: put of {BATCH} documents, nothing new"):
            ours.put("facts", made, replacing=("document_id", ids))


def _merge(table: DeltaTable, rows: pa.Table) -> None:
    changed = "t.evidence <> s.evidence"
    merge = table.merge(rows, "t.fact_id = s.fact_id", source_alias="s", target_alias="t")
    merge.when_matched_update_all(changed).when_not_matched_insert_all().execute()


def say(what: str, seconds: float, more: str = "") -> None:
    print(f"  {what:42} {seconds:9.3f} s {more}", flush=True)


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    say(what, time.perf_counter() - start)


def _timed(work: Any) -> tuple[Any, float]:
    start = time.perf_counter()
    made = work()
    return made, time.perf_counter() - start


if __name__ == "__main__":
    main()
