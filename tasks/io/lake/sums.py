"""Sums over the rows of a table, kept file by file in the manifest, so that a release adds up only what is new.

Files never change, so their sums stay; `dateline verify` takes all of them again.
"""

from __future__ import annotations

from collections.abc import Mapping

from tasks.io.lake.snapshot import Snapshot
from tasks.tables.sums import Numbers, added, columns_of, sum_of

Kept = dict[str, dict[str, dict[str, Numbers]]]  # table, name of the sum, data file
MANY = 50  # numbers of one file: counts of names or addresses would make the manifest as large as the table


class Sums:
    """Sums of the files of tables; those of files already known are not taken again."""

    def __init__(self, *known: Mapping[str, Mapping[str, Mapping[str, Numbers]]]) -> None:
        self.known = known
        self.kept: Kept = {}

    def total(self, table: Snapshot, name: str) -> Numbers:
        """A sum over all rows of a table."""
        known = {file: n for kept in self.known for file, n in kept.get(table.name, {}).get(name, {}).items()}
        now = {
            f.name: known[f.name] if f.name in known else sum_of(name, f.read(columns_of(name))) for f in table.files
        }
        self.kept.setdefault(table.name, {})[name] = {file: n for file, n in now.items() if len(n) <= MANY}
        return added(now.values())
