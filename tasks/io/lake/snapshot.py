"""Rows of one version of a Delta table, read from the few files that hold them.

Data files never change once written, so the ids a file holds are remembered by its name for the life of the process.
Plain Parquet files are opened here, not the datasets of Arrow or Delta: those work out bounds of every column of every
file first (0.1 s at 100 files), and importing them imports pandas (1.5 s).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake import DeltaTable

from tasks.io.lake.keys import COLUMNS, KeyIndex
from tasks.io.lake.place import Files
from tasks.tables.schema import schema_of

REMEMBERED = 20_000  # files and columns; 100,000 documents make some thousand

T = TypeVar("T")
Where = tuple[str, Collection[Any]]
Filter = Callable[[pa.Table], pa.Table]


@dataclass(frozen=True)
class Footer:
    """What a Parquet file says of itself."""

    metadata: pq.FileMetaData
    columns: frozenset[str]


_known: dict[tuple[str, ...], pa.Array] = {}
_footers: dict[tuple[str, ...], Footer] = {}


def _remember(kept: dict[tuple[str, ...], T], name: tuple[str, ...], look: Callable[[], T]) -> T:
    if name not in kept:
        if len(kept) >= REMEMBERED:
            kept.clear()
        kept[name] = look()
    return kept[name]


class DamagedFile(OSError):
    """A data file that is no Parquet, or not whole."""


class DataFile:
    """One Parquet file of a table, which may have been written when the table had fewer columns."""

    def __init__(self, table: str, name: str, root: str, files: Files) -> None:
        self.table, self.name, self.root, self.files = table, name, root, files

    def data(self) -> bytes:
        """Its bytes."""
        with self.files.open_input_file(self.name) as stream:
            found: bytes = stream.read()
        return found

    def holds(self, column: str, values: pa.Array) -> bool:
        """Whether a row of it has one of the values."""
        return bool(pc.any(pc.is_in(self.distinct(column), values)).as_py())

    def read(self, columns: Sequence[str], where: tuple[str, pa.Array] | None = None) -> pa.Table:
        """Its rows, or those whose `where` column has one of the values; a column it does not have is null."""
        if where is None:
            return self._columns(columns, None)
        column, values = where
        found = self._columns(list(dict.fromkeys([*columns, column])), self._row_groups(column, values))
        return found.filter(pc.is_in(found[column], values)).select(columns)

    def _columns(self, columns: Sequence[str], row_groups: Sequence[int] | None) -> pa.Table:
        schema = self._schema(columns)
        footer = self._footer()
        present = [name for name in columns if name in footer.columns]
        groups = range(footer.metadata.num_row_groups) if row_groups is None else row_groups
        with self._whole(), pq.ParquetFile(self.files.open_input_file(self.name), metadata=footer.metadata) as file:
            found = file.read_row_groups(list(groups), columns=present)
        absent = {f.name: pa.nulls(found.num_rows, f.type) for f in schema if f.name not in present}
        return pa.table([found[f.name].cast(f.type) if f.name in present else absent[f.name] for f in schema], schema)

    def _row_groups(self, column: str, values: pa.Array) -> list[int]:
        """The row groups that hold wanted values."""
        hits = np.flatnonzero(pc.is_in(self._columns([column], None)[column], values))
        metadata = self._footer().metadata
        ends = np.cumsum([metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)])
        groups: list[int] = np.unique(np.searchsorted(ends, hits, side="right")).tolist()
        return groups

    def distinct(self, column: str) -> pa.Array:
        """The values of a column, each once."""
        return _remember(
            _known, (self.root, self.name, column), lambda: pc.unique(self._columns([column], None)[column])
        )

    def _footer(self) -> Footer:
        return _remember(_footers, (self.root, self.name), self._read_footer)

    def _read_footer(self) -> Footer:
        with self._whole(), pq.ParquetFile(self.files.open_input_file(self.name)) as file:
            return Footer(file.metadata, frozenset(file.schema_arrow.names))

    @contextmanager
    def _whole(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise FileNotFoundError(f"{self.table}/{self.name} is missing; see `dateline verify`") from error
        except pa.ArrowInvalid as error:
            raise DamagedFile(f"{self.table}/{self.name} is damaged: {error}; see `dateline verify`") from error

    def _schema(self, columns: Sequence[str]) -> pa.Schema:
        return pa.schema([schema_of(self.table).field(name) for name in columns])


class Snapshot:
    """One version of one table; `None` stands for a table nobody has written yet."""

    def __init__(self, name: str, table: DeltaTable | None, files: Files, index: KeyIndex) -> None:
        self.name, self.schema, self.index, self._where = name, schema_of(name), index, files
        self.version: int | None = None if table is None else table.version()
        self._root = "" if table is None else table.table_uri
        names = [] if table is None else sorted(uri.rpartition("/")[2] for uri in table.file_uris())
        self.files = [self.file(name) for name in names]

    def file(self, name: str) -> DataFile:
        """A data file of the table, of this version or another."""
        return DataFile(self.name, name, self._root, self._where)

    def read(
        self, columns: Sequence[str] | None = None, where: Where | None = None, files: Collection[str] | None = None
    ) -> pa.Table:
        """Rows with the columns asked for; `where=(column, values)` keeps the rows with one of these values.

        `files` names the only files to read.
        """
        names = list(columns or self.schema.names)
        empty = pa.schema([self.schema.field(name) for name in names]).empty_table()
        return pa.concat_tables([empty, *self._parts(names, where, files)])

    def select(self, columns: Sequence[str] | None, keep: Filter, limit: int | None = None) -> pa.Table:
        """Rows that a filter over all columns keeps, so many at most."""
        names, found = list(columns or self.schema.names), [self.schema.empty_table()]
        for part in self._parts(self.schema.names, None, None):
            found.append(keep(part))
            if limit is not None and sum(f.num_rows for f in found) >= limit:
                break
        return pa.concat_tables(found).select(names).slice(0, limit)

    def chunks(self, columns: Sequence[str], where: Where | None, rows: int) -> Iterator[pa.Table]:
        """The rows `read` gives, in tables of about so many rows."""
        waiting: list[pa.Table] = []
        for part in self._parts(columns, where, None):
            for piece in (part.slice(i, rows) for i in range(0, part.num_rows, rows)):
                waiting.append(piece)
                if sum(p.num_rows for p in waiting) >= rows:
                    yield pa.concat_tables(waiting)
                    waiting = []
        if waiting:
            yield pa.concat_tables(waiting)

    def _parts(self, names: Sequence[str], where: Where | None, files: Collection[str] | None) -> Iterator[pa.Table]:
        wanted = None if where is None else (where[0], pa.array(sorted(where[1]), self.schema.field(where[0]).type))
        near = [file for file in self.files if files is None or file.name in files]
        for file in near if wanted is None else self._holding(near, *wanted):
            yield file.read(names, wanted)

    def _holding(self, files: Sequence[DataFile], column: str, values: pa.Array) -> list[DataFile]:
        """The files with a wanted row; those the index knows are not opened for it."""
        if column not in COLUMNS.get(self.name, ()):
            return [file for file in files if file.holds(column, values)]
        known, hits = self.index.indexed(self.name, column), self.index.holders(self.name, column, values)
        return [f for f in files if (f.name in hits if f.name in known else f.holds(column, values))]
