"""Keeps a lake small and quick: few large files, no files that no kept release needs, the newest releases kept.

Compaction rewrites files, never rows. What the new files hold is described at once, so that the next publish neither
reads them nor takes them for something new; a digest that changed would stop the upkeep before anything is removed.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deltalake import CommitProperties

from tasks.io.lake.delta import PARQUET
from tasks.io.lake.edition import kept_manifests
from tasks.io.lake.place import Folder
from tasks.io.lake.release import Content, content_of, known_files, manifest_name, note_maintained
from tasks.io.store import Lake
from tasks.tables.records import TABLES

TARGET_BYTES = 128 * 1024 * 1024
SMALL_FILES = 8  # a table with fewer is left alone


class ContentChanged(RuntimeError):
    """Compaction did not keep the rows of a table: a bug, of ours or of the library; nothing was removed."""


@dataclass(frozen=True)
class Done:
    """What was done to one table."""

    table: str
    files_before: int
    files_after: int
    files_removed: int


def maintain(lake: Lake, keep: int, *, target_bytes: int = TARGET_BYTES) -> tuple[list[Done], list[int]]:
    """Compact, keep the newest releases, remove what none of them needs; what was done, and the releases removed.

    The lake must be locked by the caller, and recovered.

    Raises:
        ContentChanged: see there.
    """
    manifests = kept_manifests(lake)
    last = manifests[max(manifests)] if manifests else None
    known = known_files(lake, last)
    before = {t: content_of(lake, t, None, known[t]) for t in TABLES if lake.open(t) is not None}
    after = {t: _compact(lake, t, content, target_bytes) for t, content in before.items()}
    note_maintained(lake, last, after)
    lake.index.extend({t: lake.snapshot(t, content.version).files for t, content in after.items()})
    removed = sorted(manifests)[: -keep or None]
    for release in removed:
        _remove_release(lake, release)
    gone = {
        t: _vacuum(lake, t, [m["tables"][t]["version"] for r, m in manifests.items() if r not in removed])
        for t in after
    }
    return [Done(t, len(before[t].files), len(after[t].files), gone[t]) for t in after], removed


def _compact(lake: Lake, table: str, before: Content, target_bytes: int) -> Content:
    """Join small files; the content afterwards, which must be the content before."""
    if sum(1 for f in before.files if f.bytes < target_bytes // 2) < SMALL_FILES:
        return before
    about = CommitProperties(custom_metadata={"dateline": '{"run": "maintain"}'})
    lake.create(table).optimize.compact(target_size=target_bytes, writer_properties=PARQUET, commit_properties=about)
    after = content_of(lake, table, None, {f.name: f for f in before.files})
    if (after.rows, after.digest) != (before.rows, before.digest):
        raise ContentChanged(f"{table}: compaction changed its rows; version {before.version} still has them")
    return after


def _vacuum(lake: Lake, table: str, versions: Sequence[int]) -> int:
    """Remove files that neither the newest nor a kept version needs, files of no commit included."""
    removed = lake.create(table).vacuum(
        retention_hours=0,
        dry_run=False,
        enforce_retention_duration=False,
        full=True,
        keep_versions=sorted(set(versions)),
    )
    return len(removed)


def _remove_release(lake: Lake, release: int) -> None:
    """The manifest first: without it the release is no longer there for anybody."""
    lake.place.remove(manifest_name(release))
    if isinstance(lake.place, Folder):
        shutil.rmtree(Path(lake.root) / "releases" / str(release))
