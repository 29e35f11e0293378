"""One release, read through the versions it pins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import pyarrow as pa

from tasks.io.lake.delta import DeltaTables
from tasks.io.lake.release import Manifest, read_manifest, releases_of
from tasks.io.lake.snapshot import Snapshot
from tasks.tables.records import TABLES


class NoRelease(LookupError):
    """A release that was never made, or that maintenance has removed."""


class Edition:
    """The tables of release `number`, the newest by default.

    Raises:
        NoRelease: there is none, or its files are gone.
    """

    def __init__(self, lake: DeltaTables, number: int | None = None) -> None:
        made = {r.release: r for r in releases_of(lake)}
        if not made:
            raise NoRelease(f"{lake.root}: no release was made yet; run `dateline build`")
        number = max(made) if number is None else number
        if number not in made:
            raise NoRelease(f"{lake.root}: there is no release {number}; there are {min(made)} to {max(made)}")
        manifest = read_manifest(lake, number)
        if manifest is None:
            why = "was removed by `dateline maintain`, or its manifest is damaged; take a later one"
            if number == max(made):
                why = "has no manifest, or a damaged one; `dateline maintain` makes it anew"
            raise NoRelease(f"{lake.root}: release {number} {why}")
        self.lake, self.release, self.manifest = lake, made[number], manifest
        self.number = number
        self._snapshots: dict[str, Snapshot] = {}

    def snapshot(self, table: str) -> Snapshot:
        """A table of the release."""
        if table not in TABLES:
            raise NoRelease(f"there is no table {table!r}; there are {', '.join(TABLES)}")
        if table not in self._snapshots:
            self._snapshots[table] = self.lake.snapshot(table, self.manifest["tables"][table]["version"])
        return self._snapshots[table]

    def read(
        self,
        table: str,
        columns: Sequence[str] | None = None,
        where: tuple[str, Collection[Any]] | None = None,
    ) -> pa.Table:
        """Rows of a table."""
        return self.snapshot(table).read(columns, where)


def kept_manifests(lake: DeltaTables) -> dict[int, Manifest]:
    """Manifests of the releases that can still be read."""
    found = {r.release: read_manifest(lake, r.release) for r in releases_of(lake)}
    return {number: manifest for number, manifest in found.items() if manifest is not None}
