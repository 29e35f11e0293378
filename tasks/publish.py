"""publish: checks everything, then makes a release appear whole, or not at all."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import pyarrow as pa

from tasks.core.expectations import expectations_of, judge, sentence
from tasks.io.expectations import read_expectations
from tasks.io.lake.edition import Edition
from tasks.io.lake.recovery import UNDOING, restore_tables
from tasks.io.lake.release import (
    MADE_AT_PUBLISH,
    Content,
    Manifest,
    content_of,
    known_files,
    known_sums,
    proved_files,
    read_manifest,
)
from tasks.io.lake.showcase import show_release
from tasks.io.lake.snapshot import Snapshot
from tasks.io.lake.sums import Sums
from tasks.io.store import Lake
from tasks.tables.batch import table_of
from tasks.tables.content import combine
from tasks.tables.measures import MEASURES, Measured, Part, Where
from tasks.tables.records import TABLES, Check, Release
from tasks.tables.sums import Numbers
from tasks.tables.values import StageCount, TableVersion

DOCUMENTS_AT_ONCE = 4_000


class CannotRestore(RuntimeError):
    """The tables of an earlier release are not what they were."""


class ReleaseRefused(RuntimeError):
    """A declared minimum or maximum stops the release; the message has the numbers."""


def publish(
    lake: Lake,
    run_id: str,
    parameters: Mapping[str, Any],
    started_at: datetime,
    stages: Sequence[StageCount] = (),
    *,
    must_pass: bool = True,
) -> Release | None:
    """Release the lake as it stands; None where nothing changed since the last release.

    Raises:
        ReleaseRefused: an expectation of `expectations.toml` is not met, and `must_pass`.
        LakeBusy: another run works on the lake.
        KeyTaken: another run published in between, on a lake that is not locked.
    """
    with lake.locked(run_id):
        last = max(lake.releases(), key=lambda r: r.release, default=None)
        before = read_manifest(lake, last.release) if last else None
        known = known_files(lake, before)
        contents = {t: content_of(lake, t, None, known[t]) for t in TABLES if t not in MADE_AT_PUBLISH}
        digest = combine(c.digest for c in contents.values())
        if last and digest == last.digest:
            return None
        now, number = datetime.now(UTC), last.release + 1 if last else 1
        sums = known_sums(lake, before)
        checks = run_checks(Contents(lake, contents, before, sums), number, now)
        if must_pass:
            refuse_failures(checks)
        lake.put("checks", table_of("checks", checks), replacing=("release", [number]))
        contents["checks"] = content_of(lake, "checks", None, known["checks"])
        release = Release(
            release=number,
            released_at=now,
            run_id=run_id,
            code_version=version("dateline"),
            parameters=json.dumps(dict(parameters), sort_keys=True, default=str, ensure_ascii=False),
            tables=[_pin(t, c) for t, c in contents.items()],
            digest=digest,
            elapsed_ms=round((now - started_at).total_seconds() * 1000),
            stages=list(stages),
        )
        lake.put("releases", table_of("releases", [release]))  # from here on the release is
        show_release(lake, release, contents, sums)
        lake.index.extend({t: lake.snapshot(t, c.version).files for t, c in contents.items()})
        return release


def roll_back(lake: Lake, number: int, run_id: str, started_at: datetime) -> Release | None:
    """Release the content of an earlier release anew; None where it is what stands.

    The lake must be locked. The checks are measured but stop nothing: that release has passed them once.

    Raises:
        NoRelease: there is no such release.
        CannotRestore: its tables were damaged; with the next run, those of the newest release stand again.
    """
    release = Edition(lake, number).release
    lake.place.write(UNDOING, json.dumps({"to": number, "run_id": run_id}))
    restore_tables(lake, release)
    _refuse_other_content(lake, release)
    made = publish(lake, run_id, {"rollback": number}, started_at, must_pass=False)
    lake.place.remove(UNDOING)
    return made


def _refuse_other_content(lake: Lake, release: Release) -> None:
    """Stop a rollback whose tables, once restored, do not hold what the release held."""
    pins = {t.table: t.digest for t in release.tables if t.table not in MADE_AT_PUBLISH}
    known = known_files(lake, read_manifest(lake, release.release))
    other = [t for t, digest in pins.items() if content_of(lake, t, None, known[t]).digest != digest]
    if other:
        raise CannotRestore(f"{lake.root}: release {release.release} cannot be had back: {', '.join(other)} differ")


class Contents:
    """The tables of a release to be, as the measures read them."""

    def __init__(self, lake: Lake, contents: Mapping[str, Content], before: Manifest | None, sums: Sums) -> None:
        self.sums = sums
        self.snapshots: dict[str, Snapshot] = {t: lake.snapshot(t, c.version) for t, c in contents.items()}
        self.rows = {t: c.rows for t, c in contents.items()}
        now = {t: {f.name for f in c.files} for t, c in contents.items()}
        then = proved_files(lake, before)
        self.lost = {t: then.get(t, set()) - files for t, files in now.items()}
        self.files: dict[Part, dict[str, set[str]]] = {
            "all": now,
            "fresh": {t: files - then.get(t, set()) for t, files in now.items()},
            "proved": {t: files & then.get(t, set()) for t, files in now.items()},
        }
        self.rows_before: dict[str, int] = dict(before["rows"]) if before else {}

    def read(self, table: str, columns: Sequence[str], part: Part = "all", where: Where | None = None) -> pa.Table:
        """Columns of a table: of all rows, or of those in files that the release before had or had not."""
        return self.snapshots[table].read(columns, where, self.files[part][table])

    def gone(self, table: str, columns: Sequence[str]) -> pa.Table | None:
        """What files that were replaced had in these columns and new files have not; None where one is missing."""
        lost = [self.snapshots[table].file(name) for name in sorted(self.lost[table])]
        try:
            before = [file.read(columns) for file in lost]
        except OSError:  # a file of the release before was removed by hand
            return None
        fresh = self.read(table, columns, "fresh")
        gone = pa.concat_tables([fresh.slice(0, 0), *before])
        return gone.join(fresh, keys=list(columns), join_type="left anti")

    def total(self, table: str, sum_name: str) -> Numbers:
        """A sum over all rows of a table; files of the release before are not read again."""
        return self.sums.total(self.snapshots[table], sum_name)

    def texts(self, document_ids: Collection[str]) -> Iterator[pa.Table]:
        """Texts of documents, some thousand at a time."""
        columns = ["document_id", "revision", "text"]
        return self.snapshots["documents"].chunks(columns, ("document_id", document_ids), DOCUMENTS_AT_ONCE)


def run_checks(tables: Contents, number: int, now: datetime) -> list[Check]:
    """Every declared expectation, measured and judged."""
    measured = Measured(tables, tables.rows, tables.rows_before, now.date())
    checks = []
    for e in expectations_of(read_expectations(), list(TABLES), list(MEASURES)):
        value = MEASURES[e.measure](measured, e.table, e.details)
        verdict = judge(e, value)
        checks.append(
            Check(
                release=number,
                name=e.name,
                table=e.table,
                measured=value,
                minimum=e.minimum,
                maximum=e.maximum,
                result=verdict,
            )
        )
    return checks


def refuse_failures(checks: Sequence[Check]) -> None:
    """Stop a release that fails a check, with the numbers."""
    failed = [sentence(c.name, c.measured, c.minimum, c.maximum) for c in checks if c.result == "failed"]
    if failed:
        raise ReleaseRefused(f"release {checks[0].release} is not made; {'; '.join(failed)}. The last release stands.")


def _pin(table: str, content: Content) -> TableVersion:
    return TableVersion(table=table, version=content.version, rows=content.rows, digest=content.digest)
