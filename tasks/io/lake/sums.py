"""Sums over the rows of a table, kept file by file in the manifest, so that a release adds up only what is new.

A sum is a mapping of names to numbers. Files never change, so their sums stay; `dateline verify` adds all up again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa

from tasks.io.lake.snapshot import Snapshot
from tasks.tables.measures import Numbers

Kept = dict[str, dict[str, dict[str, Numbers]]]  # table, what is summed, data file


class Sums:
    """Sums of the files of tables; those of files already known are not worked out again."""

    def __init__(self, known: Mapping[str, Mapping[str, Mapping[str, Numbers]]] | None = None) -> None:
        self.known = known or {}
        self.kept: Kept = {}

    def total(self, table: Snapshot, name: str, columns: Sequence[str], add: Callable[[pa.Table], Numbers]) -> Numbers:
        """What `add` makes of the columns of each file, added up."""
        known = self.known.get(table.name, {}).get(name, {})
        now = {f.name: known[f.name] if f.name in known else add(f.read(columns)) for f in table.files}
        self.kept.setdefault(table.name, {})[name] = now
        whole: Counter[str] = Counter()
        for numbers in now.values():
            whole.update(numbers)
        return dict(whole)
