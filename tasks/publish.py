"""publish: checks everything, then makes a release appear whole, or not at all."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import pyarrow as pa
from prefect import task

from tasks.core.expectations import expectations_of, judge, sentence
from tasks.io.expectations import read_expectations
from tasks.io.release import Content, Manifest, content_of, known_files, read_manifest, write_release
from tasks.io.snapshot import Snapshot
from tasks.io.store import Lake
from tasks.tables.batch import table_of
from tasks.tables.content import combine
from tasks.tables.measures import MEASURES, Measured
from tasks.tables.records import TABLES, Check, Release
from tasks.tables.values import TableVersion

MADE_HERE = {"checks", "releases"}  # they speak of releases, so they are no part of what a release says
DOCUMENTS_AT_ONCE = 4_000


class ReleaseRefused(RuntimeError):
    """A declared minimum or maximum stops the release; the message has the numbers."""


@task
def publish_release(lake_root: str, run_id: str, parameters: Mapping[str, Any], started_at: datetime) -> Release | None:
    """Release the lake as it stands; None where nothing changed since the last release.

    Raises:
        ReleaseRefused: an expectation of `expectations.toml` is not met.
        LakeBusy: another run works on the lake.
    """
    lake = Lake(lake_root)
    with lake.locked(run_id):
        return publish(lake, run_id, parameters, started_at)


def publish(lake: Lake, run_id: str, parameters: Mapping[str, Any], started_at: datetime) -> Release | None:
    """`publish_release` on a lake nobody else works on."""
    last = max(lake.releases(), key=lambda r: r.release, default=None)
    before = read_manifest(lake.root, last.release) if last else None
    contents = contents_of(lake, before)
    digest = combine(c.digest for c in contents.values())
    if last and digest == last.digest:
        return None
    now = datetime.now(UTC)
    number = last.release + 1 if last else 1
    checks = run_checks(Contents(lake, contents, before), number, now)
    lake.put("checks", table_of("checks", checks))
    contents["checks"] = content_of(lake, "checks", None, known_files(before, "checks"))
    release = Release(
        release=number,
        released_at=now,
        run_id=run_id,
        code_version=version("dateline"),
        parameters=json.dumps(dict(parameters), sort_keys=True, default=str, ensure_ascii=False),
        tables=[TableVersion(table=t, version=c.version, rows=c.rows, digest=c.digest) for t, c in contents.items()],
        digest=digest,
        elapsed_ms=round((now - started_at).total_seconds() * 1000),
    )
    lake.put("releases", table_of("releases", [release]))  # from here on the release is
    contents["releases"] = content_of(lake, "releases", None, known_files(before, "releases"))
    write_release(lake, release, contents, {"checks": [asdict(c) for c in checks]})
    return release


def contents_of(lake: Lake, before: Manifest | None) -> dict[str, Content]:
    """What the tables hold now; only files the last release did not have are read."""
    return {t: content_of(lake, t, None, known_files(before, t)) for t in TABLES if t not in MADE_HERE}


class Contents:
    """The tables of a release to be, as the measures read them."""

    def __init__(self, lake: Lake, contents: Mapping[str, Content], before: Manifest | None) -> None:
        self.snapshots: dict[str, Snapshot] = {t: lake.snapshot(t, c.version) for t, c in contents.items()}
        self.rows = {t: c.rows for t, c in contents.items()}
        self.proved = {t: known_files(before, t) for t in contents}
        self.rows_before: dict[str, int] = {t: c["rows"] for t, c in before["tables"].items()} if before else {}

    def read(self, table: str, columns: Sequence[str], fresh: bool = False) -> pa.Table:
        """Columns of a table, without the files of the last release if `fresh`."""
        return self.snapshots[table].read(columns, without=self.proved[table] if fresh else ())

    def texts(self, document_ids: Collection[str]) -> Iterator[pa.Table]:
        """Texts of documents, some thousand at a time."""
        columns = ["document_id", "revision", "text"]
        return self.snapshots["documents"].chunks(columns, ("document_id", document_ids), DOCUMENTS_AT_ONCE)


def run_checks(tables: Contents, number: int, now: datetime) -> list[Check]:
    """Every declared expectation, measured.

    Raises:
        ReleaseRefused: one of them stops the release.
    """
    measured = Measured(tables, tables.rows, tables.rows_before, now.date())
    checks, failures = [], []
    for e in expectations_of(read_expectations(), list(TABLES), list(MEASURES)):
        value = MEASURES[e.measure](measured, e.table, e.details)
        result = judge(e, value)
        failures += [sentence(e, value)] if result == "failed" else []
        checks.append(
            Check(
                release=number,
                name=e.name,
                table=e.table,
                measured=value,
                minimum=e.minimum,
                maximum=e.maximum,
                result=result,
            )
        )
    if failures:
        raise ReleaseRefused(f"release {number} is not made; {'; '.join(failures)}. The last release stands.")
    return checks
