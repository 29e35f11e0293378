"""Batches of records: to Arrow and back, with nulls, types, closed lists and keys enforced at that border."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, get_args, get_type_hints

import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.records import TABLES
from tasks.tables.schema import closed_lists, key_of, schema_of, unwrap


class InvalidBatch(ValueError):
    """Rows break the contract of their table: a bug of the stage that made them, so the batch stops."""


def table_of(table: str, records: Iterable[Any]) -> pa.Table:
    """Records of one table as Arrow.

    Raises:
        InvalidBatch: a required value is null, a type or a closed list is broken, or a key occurs twice.
    """
    rows = [dataclasses.asdict(record) for record in records]
    try:
        made = pa.Table.from_pylist(rows, schema=schema_of(table))
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise InvalidBatch(f"{table}: {error}") from error
    enforce(table, made)
    return made


def enforce(table: str, rows: pa.Table) -> None:
    """Refuse rows that break the contract of `table` (see `table_of`)."""
    for column in schema_of(table):
        if not column.nullable and rows[column.name].null_count:
            raise InvalidBatch(
                f"{table}.{column.name}: {rows[column.name].null_count} rows are null; the column is required"
            )
    for name, allowed in closed_lists(table).items():
        strange = set(pc.unique(rows[name]).to_pylist()) - allowed - {None}
        if strange:
            raise InvalidBatch(f"{table}.{name}: {sorted(strange)} are not of the closed list {sorted(allowed)}")
    key = list(key_of(table))
    if rows.num_rows and rows.group_by(key).aggregate([]).num_rows != rows.num_rows:
        raise InvalidBatch(f"{table}: the key ({', '.join(key)}) occurs twice")


def records_of(table: str, rows: pa.Table) -> list[Any]:
    """Arrow rows as records of their class, nested values included."""
    return [_build(TABLES[table], row) for row in rows.to_pylist()]


def batches(ids: Sequence[str], size: int) -> list[list[str]]:
    """Consecutive slices of at most `size` ids."""
    return [list(ids[i : i + size]) for i in range(0, len(ids), size)]


def _build(record: type, row: dict[str, Any]) -> Any:
    nested = _nested(record)
    for name, kind in nested.items():
        if row[name] is not None:
            row[name] = [_build(kind, item) for item in row[name]]
    return record(**row)


@cache
def _nested(record: type) -> dict[str, type]:
    """Fields that are lists of nested records, with their class."""
    hints = get_type_hints(record, include_extras=True)
    inner = {f.name: get_args(unwrap(hints[f.name])[0])[:1] for f in dataclasses.fields(record)}
    return {
        name: kind[0]
        for name, kind in inner.items()
        if kind and isinstance(kind[0], type) and dataclasses.is_dataclass(kind[0])
    }
