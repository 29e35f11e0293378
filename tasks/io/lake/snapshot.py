"""Rows of one version of a Delta table, read from the few files that hold them.

Data files never change once written, so the ids a file holds are remembered by its name for the life of the process.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
from deltalake import DeltaTable

from tasks.tables.schema import schema_of

FORMAT = ds.ParquetFileFormat(default_fragment_scan_options=ds.ParquetFragmentScanOptions(pre_buffer=True))
REMEMBERED = 20_000  # columns of files whose values are kept; 100,000 documents make some thousand

_known: dict[tuple[str, str, str], pa.Array] = {}


class Snapshot:
    """One version of one table; `None` stands for a table nobody has written yet."""

    def __init__(self, name: str, table: DeltaTable | None, filesystem: Any) -> None:
        self.name, self.schema = name, schema_of(name)
        self.uri = "" if table is None else table.table_uri
        self.version: int | None = None if table is None else table.version()
        # Made here: the library's own dataset first works out bounds of every column of every file, 0.1 s at 100 files.
        names = [] if table is None else sorted(uri.rpartition("/")[2] for uri in table.file_uris())
        self._files = [FORMAT.make_fragment(file, filesystem=filesystem) for file in names]

    def files(self) -> list[Any]:
        """Its data files as Arrow fragments, in order of their paths."""
        return self._files

    def read(
        self,
        columns: Sequence[str] | None = None,
        where: tuple[str, Collection[Any]] | None = None,
        files: Collection[str] | None = None,
    ) -> pa.Table:
        """Rows with the columns asked for; `where=(column, values)` keeps the rows with one of these values.

        `files` names the only files to read.
        """
        names = list(columns or self.schema.names)
        schema = pa.schema([self.schema.field(name) for name in names])
        parts = (_cast(part, schema) for part in self._parts(names, where, files))
        return pa.concat_tables([schema.empty_table(), *parts])

    def select(
        self, columns: Sequence[str] | None, condition: pc.Expression | None, limit: int | None = None
    ) -> pa.Table:
        """Rows that meet a condition, so many at most."""
        names = list(columns or self.schema.names)
        scanner = ds.FileSystemDataset(self._files, self.schema, FORMAT).scanner(columns=names, filter=condition)
        return scanner.to_table() if limit is None else scanner.head(limit)

    def chunks(
        self, columns: Sequence[str], where: tuple[str, Collection[Any]] | None, rows: int
    ) -> Iterator[pa.Table]:
        """The rows `read` gives, in tables of about so many rows."""
        waiting: list[pa.Table] = []
        for part in self._parts(list(columns), where, None):
            waiting.append(part)
            if sum(p.num_rows for p in waiting) >= rows:
                yield pa.concat_tables(waiting)
                waiting = []
        if waiting:
            yield pa.concat_tables(waiting)

    def _parts(
        self, names: list[str], where: tuple[str, Collection[Any]] | None, files: Collection[str] | None
    ) -> Iterator[pa.Table]:
        wanted = None if where is None else pa.array(sorted(where[1]), self.schema.field(where[0]).type)
        for fragment in self.files():
            if files is not None and fragment.path not in files:
                continue
            if where is None:
                yield fragment.to_table(schema=self.schema, columns=names)
            elif near := _row_groups(self.uri, fragment, where[0], wanted):
                yield near.to_table(schema=self.schema, columns=names, filter=pc.field(where[0]).isin(wanted))


def _cast(part: pa.Table, schema: pa.Schema) -> pa.Table:
    return part if part.schema.equals(schema, check_metadata=True) else part.cast(schema)


def _row_groups(root: str, fragment: Any, column: str, wanted: pa.Array) -> Any | None:
    """The part of a file that holds wanted values, to the row group; None where there is none."""
    if not pc.any(pc.is_in(_distinct(root, fragment, column), wanted)).as_py():
        return None
    hits = np.flatnonzero(pc.is_in(fragment.to_table(columns=[column])[column], wanted))
    ends = np.cumsum([group.num_rows for group in fragment.row_groups])
    groups = np.unique(np.searchsorted(ends, hits, side="right"))
    return fragment.subset(row_group_ids=[fragment.row_groups[i].id for i in groups])


def _distinct(root: str, fragment: Any, column: str) -> pa.Array:
    """The distinct values of one column of one file."""
    name = (root, fragment.path, column)
    if name not in _known:
        if len(_known) >= REMEMBERED:
            _known.clear()
        _known[name] = pc.unique(fragment.to_table(columns=[column])[column])
    return _known[name]
