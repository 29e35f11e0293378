"""What a put changes: given rows against the rows that stand. Reads the table, writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.io.lake.snapshot import Snapshot
from tasks.tables.batch import InvalidBatch
from tasks.tables.content import VOLATILE, content_hashes
from tasks.tables.schema import key_of

APPEND_ONLY = {"releases"}

Key = tuple[object, ...]
Value = str | int


class KeyTaken(ValueError):
    """A row of a table that only grows stands already under the key given: somebody else was faster."""


@dataclass(frozen=True)
class Change:
    """Rows to write at a version; with a predicate, all rows that meet it leave first."""

    version: int | None
    rows: pa.Table
    predicate: str | None


def change_of(
    table: str, standing: Snapshot, rows: pa.Table, replacing: tuple[str, Collection[Any]] | None
) -> Change | None:
    """The change that makes `rows` stand, None where they stand already (see `Lake.put`)."""
    column, ids = replacing or (key_of(table)[0], _values(rows[key_of(table)[0]]))
    strange = set(_values(rows[column])) - set(ids)
    if strange:
        raise InvalidBatch(f"{table}.{column}: rows of {sorted(strange)[:3]} are given, but are not to be replaced")
    present = standing.read(where=(column, ids))
    same, rows = _first_seen(table, present, rows)
    if table in APPEND_ONLY and not same.all() and present.num_rows:
        raise KeyTaken(f"{table}: {ids} stands already with other content")
    if replacing:
        leaving = without(table, present, rows.filter(pa.array(same)))
    else:
        leaving = present.filter(pa.array(_member(table, present, rows.filter(pa.array(~same)))))
    fresh = rows.filter(pa.array(~same))
    if not leaving.num_rows:
        return Change(standing.version, fresh, None) if fresh.num_rows else None
    return _overwrite(table, standing, present, leaving, fresh, column)


def _overwrite(
    table: str, standing: Snapshot, present: pa.Table, leaving: pa.Table, fresh: pa.Table, column: str
) -> Change:
    """Rows that share a value of `column` with a row that comes or goes are written again beside it."""
    touched = sorted({*_values(leaving[column]), *_values(fresh[column])})
    near = present.filter(pc.is_in(present[column], pa.array(touched, present[column].type)))
    rows = pa.concat_tables([without(table, near, leaving), fresh])
    return Change(standing.version, rows, f"{column} IN ({', '.join(map(_literal, touched))})")


def _first_seen(table: str, present: pa.Table, rows: pa.Table) -> tuple[np.ndarray, pa.Table]:
    """Which rows stand already with the same content; and the rows, with the volatile values first seen."""
    places = {key: i for i, key in enumerate(_keys(table, present))}
    found = np.array([places.get(key, -1) for key in _keys(table, rows)], np.int64)
    known = found >= 0
    same = known.copy()
    if known.any():
        seen = present.take(found[known])
        same[known] = _same_content(table, seen, rows.filter(pa.array(known)))
        rows = _with_volatile(table, rows, seen, known)
    return same, rows


def _same_content(table: str, seen: pa.Table, given: pa.Table) -> Any:
    """Which rows say the same as the row beside them; a quick look comes first, as mostly all of them do."""
    names = [name for name in seen.column_names if name not in VOLATILE.get(table, ())]
    if seen.select(names).equals(given.select(names)):
        return True
    return (content_hashes(table, seen) == content_hashes(table, given)).all(axis=1)


def _with_volatile(table: str, rows: pa.Table, seen: pa.Table, known: np.ndarray) -> pa.Table:
    for name in VOLATILE.get(table, ()):
        field = rows.schema.field(name)
        values = pc.replace_with_mask(rows[name].combine_chunks(), pa.array(known), seen[name].combine_chunks())
        rows = rows.set_column(rows.schema.get_field_index(name), field, values)
    return rows


def without(table: str, rows: pa.Table, others: pa.Table) -> pa.Table:
    """The rows whose key none of the others has."""
    return rows.filter(pa.array(~_member(table, rows, others)))


def _member(table: str, rows: pa.Table, others: pa.Table) -> np.ndarray:
    """Which rows have the key of one of the others."""
    wanted = set(_keys(table, others))
    return np.array([key in wanted for key in _keys(table, rows)], bool)


def _keys(table: str, rows: pa.Table) -> Iterable[Key]:
    return zip(*(rows[name].to_pylist() for name in key_of(table)), strict=True)


def _literal(value: Value) -> str:
    """A value as SQL."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def _values(column: pa.ChunkedArray) -> list[Any]:
    return [value for value in pc.unique(column).to_pylist() if value is not None]
