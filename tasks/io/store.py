"""The lake: tables, raw captures and releases under one root, worked on by one run at a time.

**What becomes of a killed run.** Its commits are whole but belong to no release. On the next start (`exclusive`),
`references`, `checks` and the rejections of `collect` go back to the last release: they say what somebody asked for, and
cost nothing to make again. Captures, documents, mentions, facts and their coverage stay: their ids come from their
content, so the next run over the same input adopts them instead of fetching and parsing again. Once `collect` has said
what this run is about, `settle` drops what belongs to no reference, so that a run nobody repeats leaves no trace in any
release.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from tasks.io.delta import DeltaTables
from tasks.io.lock import folder_lock
from tasks.tables.batch import records_of, table_of
from tasks.tables.content import same_rows
from tasks.tables.records import Rejection, Release
from tasks.tables.schema import key_of
from tasks.tables.values import Stage

PATIENCE_S = 24 * 3600.0

POINTERS: dict[str, list[tuple[list[str], str]]] = {  # in the order in which rows fall when what they stand on is gone
    "captures": [(["reference_id"], "references")],
    "documents": [(["reference_id"], "references"), (["capture_id"], "captures")],
    "mentions": [(["document_id", "revision"], "documents")],
    "facts": [(["document_id", "revision"], "documents")],
    "coverage": [(["document_id", "revision"], "documents")],
}


class Lake(DeltaTables):
    """A folder, or `s3://bucket/prefix`, with `tables/`, `raw/` and `releases/` in it."""

    def __init__(self, root: str | Path, storage_options: Mapping[str, str] | None = None) -> None:
        super().__init__(root, storage_options)
        self.raw = f"{self.root}/raw"

    @contextmanager
    def exclusive(self, run_id: str, patience_s: float = PATIENCE_S) -> Iterator[list[str]]:
        """Work on the lake alone, from a clean start; gives what `recover` did.

        Raises:
            LakeBusy: another run still worked on it after `patience_s` seconds.
        """
        with self.locked(run_id, patience_s):
            yield self.recover()

    def locked(self, run_id: str, patience_s: float = PATIENCE_S) -> AbstractContextManager[None]:
        """Keep other runs off the lake; the same run may enter again.

        Raises:
            LakeBusy: another run still worked on it after `patience_s` seconds.
        """
        return folder_lock(Path(self.root) / ".lock", run_id, patience_s)

    def put_rejections(self, stage: Stage, record_ids: Collection[str], rejected: Sequence[Rejection]) -> int | None:
        """Keep what a stage refused of the records it worked on; what it no longer refuses leaves."""
        worked = self.read("rejections", where=("record_id", record_ids))
        others = worked.filter(pc.not_equal(worked["stage"], stage))
        rows = pa.concat_tables([others, table_of("rejections", rejected)])
        return self.put("rejections", rows, replacing=("record_id", record_ids))

    def releases(self) -> list[Release]:
        """All releases, oldest first."""
        found: list[Release] = records_of("releases", self.read("releases"))
        return sorted(found, key=lambda r: r.release)

    def pinned(self) -> dict[str, int]:
        """Versions of the tables in the last release."""
        released = self.releases()
        return {t.table: t.version for t in released[-1].tables} if released else {}

    def recover(self) -> list[str]:
        """Put the tables in the state a run may start from (see above); says what was done."""
        pinned, done = self.pinned(), []
        for table in ("references", "checks", "rejections"):
            if self.open(table) is not None and self.snapshot(table).version != pinned.get(table, 0):
                done += self._back(table, pinned.get(table, 0))
        return done

    def _back(self, table: str, version: int) -> list[str]:
        now, released = self.read(table), self.read(table, version=version)
        wanted = released if table != "rejections" else _adopted_rejections(released, now)
        if same_rows(now, wanted):
            return []
        if table == "rejections":
            self.rewrite(table, wanted)
        else:
            self.restore(table, version)
        return [f"{table}: {now.num_rows} rows of a run that ended early; back to {wanted.num_rows}"]

    def settle(self) -> list[str]:
        """Drop what a killed run left behind for references this run does not know; says what was dropped."""
        pinned = self.pinned()
        if all(self.snapshot(t).version == pinned.get(t) for t in POINTERS):
            return []
        return [said for table in POINTERS for said in self._drop_dangling(table)]

    def _drop_dangling(self, table: str) -> list[str]:
        dropped = []
        for columns, target in POINTERS[table]:
            ours = self.read(table, [*dict.fromkeys([*key_of(table), *columns])])
            lost = ours.filter(pc.is_valid(ours[columns[0]])).join(
                self.read(target, columns), keys=columns, join_type="left anti"
            )
            if lost.num_rows:
                self.remove(table, lost)
                dropped.append(f"{table}: {lost.num_rows} rows dropped that belong to none of the {target}")
        return dropped


def _adopted_rejections(released: pa.Table, now: pa.Table) -> pa.Table:
    """Rejections of `collect` as released, of the later stages as they stand."""
    return pa.concat_tables(
        [
            released.filter(pc.equal(released["stage"], "collect")),
            now.filter(pc.not_equal(now["stage"], "collect")),
        ]
    )
