"""The lake: tables, raw captures and releases under one root, worked on by one run at a time.

**What becomes of a killed run.** Its commits are whole but belong to no release. On the next start (`exclusive`),
`references`, `checks` and the rejections of `collect` go back to the last release: they say what somebody asked for,
and cost nothing to make again. Captures, documents, mentions, facts and their coverage stay: their ids come from their
content, so the next run over the same input adopts them instead of fetching and parsing again. Once `collect` has said
what this run is about, `settle` drops what belongs to no reference, so that a run nobody repeats leaves no trace in any
release.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from tasks.io.lake.delta import DeltaTables
from tasks.io.lake.recovery import recover, settle
from tasks.io.lake.release import releases_of
from tasks.tables.batch import table_of
from tasks.tables.records import Rejection, Release
from tasks.tables.values import Stage

PATIENCE_S = 24 * 3600.0


class Lake(DeltaTables):
    """A folder, or `s3://bucket/prefix`, with `tables/`, `raw/` and `releases/` in it.

    `raw` is the local folder for WARC files; on object storage they are copied up before captures that name them.
    """

    def __init__(self, root: str | Path, storage_options: Mapping[str, str] | None = None) -> None:
        super().__init__(root, storage_options)
        self.raw = self.place.raw

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
        return self.place.lock(run_id, patience_s)

    def recover(self) -> list[str]:
        """Put the tables in the state a run may start from (see above); says what was done."""
        return recover(self)

    def settle(self) -> list[str]:
        """Drop what a killed run left behind for references this run does not know; says what was dropped."""
        return settle(self)

    def put_rejections(self, stage: Stage, record_ids: Collection[str], rejected: Sequence[Rejection]) -> int | None:
        """Keep what a stage refused of the records it worked on; what it no longer refuses leaves."""
        worked = self.read("rejections", where=("record_id", record_ids))
        others = worked.filter(pc.not_equal(worked["stage"], stage))
        rows = pa.concat_tables([others, table_of("rejections", rejected)])
        return self.put("rejections", rows, replacing=("record_id", record_ids))

    def bring_raw(self, names: Iterable[str | None]) -> None:
        """Make sure raw files lie in `raw`, though another machine may have written them."""
        for name in {name for name in names if name is not None}:
            self.place.bring_raw(name)

    def releases(self) -> list[Release]:
        """All releases, oldest first."""
        return releases_of(self)
