"""Delta tables, written so that a row stands once, a commit is whole, and nothing new means no write.

A put is based on exactly the version it read: if another writer commits in between, it looks again and tries anew.
Columns that tell when something was seen (`content.VOLATILE`) keep their first values.
"""

from __future__ import annotations

import json
import random
import re
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import CommitProperties, DeltaTable, Schema, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from tasks.io.lake.change import Change, change_of, without
from tasks.io.lake.keys import KeyIndex
from tasks.io.lake.place import Folder, Place
from tasks.io.lake.snapshot import Snapshot
from tasks.tables.batch import enforce
from tasks.tables.fingerprint import Parts, parts_of
from tasks.tables.records import TABLES
from tasks.tables.schema import key_of, schema_of

ATTEMPTS = 60  # a writer loses against each other writer at most once per commit of theirs
SETTINGS: dict[str, str | None] = {
    # A release's versions must stay readable for as long as the release is kept, so logs do not expire by age.
    "delta.enableExpiredLogCleanup": "false",
}
Mode = Literal["append", "overwrite"]
PARQUET = WriterProperties(compression="ZSTD", compression_level=3)


class DeltaTables:
    """The kept tables below one root: a folder, or `s3://bucket/prefix`."""

    def __init__(self, root: str | Path, storage_options: Mapping[str, str] | None = None) -> None:
        self.root = str(root).rstrip("/")
        self.storage_options = dict(storage_options or {})
        self.place: Place = _place(self.root, self.storage_options)
        self.index = KeyIndex(self.place)
        self._tables: dict[str, DeltaTable] = {}
        self._guard = threading.RLock()

    def read(
        self,
        table: str,
        columns: Sequence[str] | None = None,
        where: tuple[str, Collection[Any]] | None = None,
        version: int | None = None,
    ) -> pa.Table:
        """Rows of a table, now or at an earlier version; no rows where nothing was written yet."""
        return self.snapshot(table, version).read(columns, where)

    def put(
        self,
        table: str,
        rows: pa.Table,
        *,
        replacing: tuple[str, Collection[Any]] | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> int | None:
        """Make rows stand in a table, in one commit; the new version, or None where nothing changed.

        A row whose key stands with other content takes its place. With `replacing=(column, values)`, rows that have
        one of these values and are not given leave.

        Raises:
            InvalidBatch: the rows break the contract of the table.
        """
        rows = rows.select(schema_of(table).names).cast(schema_of(table))
        enforce(table, rows)
        with self._guard:
            for attempt in range(ATTEMPTS):
                change = change_of(table, self.snapshot(table), rows, replacing)
                if change is None:
                    return None
                try:
                    return self._commit(table, change, metadata or {})
                except CommitFailedError:
                    if attempt == ATTEMPTS - 1:
                        raise
                    time.sleep(random.uniform(0, 0.02 * (attempt + 1)))
        return None

    def versions(self) -> dict[str, int]:
        """Current version of every table that exists."""
        found = {name: self.snapshot(name).version for name in TABLES}
        return {name: version for name, version in found.items() if version is not None}

    def snapshot(self, table: str, version: int | None = None) -> Snapshot:
        """One version of a table, the newest by default."""
        with self._guard:
            opened = self.open(table) if version is None else self._at(table, version)
            return Snapshot(table, opened, self.place.filesystem(f"tables/{table}"), self.index)

    def open(self, table: str) -> DeltaTable | None:
        """The newest version of a Delta table, None where there is none."""
        with self._named(table):
            try:
                if table in self._tables:
                    self._tables[table].update_incremental()
                else:
                    self._tables[table] = DeltaTable(self.uri(table), storage_options=self.storage_options)
            except TableNotFoundError:
                return None
        return self._tables[table]

    @contextmanager
    def _named(self, table: str) -> Iterator[None]:
        """Say of which table an error speaks, without the stack that the library puts below it."""
        try:
            yield
        except DeltaError as error:
            why = str(error).partition("\n")[0]
            advice = "; take a copy of the lake, or a new one" if isinstance(self.place, Folder) else ""
            raise DeltaError(f"{self.uri(table)} cannot be opened: {why}{advice}") from error

    def create(self, table: str) -> DeltaTable:
        """The Delta table, made empty where there is none."""
        if self.open(table) is None:
            self._tables[table] = DeltaTable.create(
                self.uri(table),
                schema_of(table),
                mode="ignore",
                name=table,
                configuration=SETTINGS,
                storage_options=self.storage_options,
            )
        self._widen(table)
        return self._tables[table]

    def _widen(self, table: str) -> None:
        """Give a table made by an earlier version the columns it lacks; they are null in its rows."""
        present = {field.name for field in self._tables[table].schema().fields}
        lacking = [f for f in Schema.from_arrow(schema_of(table)).fields if f.name not in present]
        if lacking:
            self._tables[table].alter.add_columns(lacking)

    def uri(self, table: str) -> str:
        """Where a Delta table lies."""
        return f"{self.root}/tables/{table}"

    def rewrite(self, table: str, rows: pa.Table) -> None:
        """Make `rows` all there is of a table, in one commit."""
        enforce(table, rows)
        with self._guard:
            self._write(self.create(table), rows, "overwrite", None, {})

    def restore(self, table: str, version: int) -> None:
        """Make the rows of an earlier version all there is of a table, in one commit that writes no data."""
        with self._guard:
            if self.create(table).version() != version:
                with self._named(table):
                    self._tables[table].restore(version)

    def remove(self, table: str, rows: pa.Table) -> None:
        """Take rows away, named by their key columns."""
        column = key_of(table)[0]
        values = pc.unique(rows[column]).to_pylist()
        staying = without(table, self.read(table, where=(column, values)), rows)
        self.put(table, staying, replacing=(column, values))

    def _at(self, table: str, version: int) -> DeltaTable:
        if table in self._tables and self._tables[table].version() == version:
            return self._tables[table]  # reading its log again takes 10 ms
        with self._named(table):
            return DeltaTable(self.uri(table), version=version, storage_options=self.storage_options)

    def _commit(self, table: str, change: Change, metadata: Mapping[str, str]) -> int:
        target = self.create(table)
        if target.version() != (change.version or 0):
            raise CommitFailedError(f"{table}: version {change.version} was read, but {target.version()} stands")
        mode: Mode = "append" if change.predicate is None else "overwrite"
        if table == "captures":
            self.place.keep_raw()  # before the rows that point into them
        self._keep_parts(change.rows)
        self._write(target, change.rows, mode, change.predicate, metadata)
        return target.version()

    def _keep_parts(self, rows: pa.Table) -> None:
        """Keep what the rows' fingerprints are made of, so that a later difference can be explained."""
        for name in pc.unique(rows["fingerprint"]).to_pylist() if "fingerprint" in rows.column_names else ():
            parts = parts_of(name)
            if parts is not None and self.place.read(f"fingerprints/{name}.json") is None:
                self.place.write(f"fingerprints/{name}.json", json.dumps(parts, indent=1, sort_keys=True))

    def fingerprint_parts(self, name: str) -> Parts | None:
        """What a fingerprint of the lake's rows was made of, None where nobody kept it."""
        kept = self.place.read(f"fingerprints/{name}.json")
        return parts_of(name) if kept is None else json.loads(kept)

    def _write(
        self,
        target: DeltaTable,
        rows: pa.Table,
        mode: Mode,
        predicate: str | None,
        metadata: Mapping[str, str],
    ) -> None:
        about = {"dateline": json.dumps(dict(metadata), sort_keys=True)}
        write_deltalake(
            target,
            rows,
            mode=mode,  # type: ignore[arg-type]  # the stubs list the modes one by one
            predicate=predicate,
            writer_properties=PARQUET,
            commit_properties=CommitProperties(custom_metadata=about, max_commit_retries=0),
        )


def _place(root: str, options: Mapping[str, str]) -> Place:
    if not re.match(r"\w{2,}:(?://|$)", root):
        return Folder(root)
    if not re.match(r"s3://[^/]+/[^/]", root):
        raise OSError(f"{root}: a lake is a folder or s3://bucket/prefix")
    try:
        from tasks.io.lake.bucket import Bucket
    except ImportError as error:  # a lake in a folder does without
        raise OSError(f"{root}: a lake on object storage needs the extra `s3`: pip install -e '.[s3]'") from error
    return Bucket(root, options)
