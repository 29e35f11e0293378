"""Sums over rows that can be taken part by part and added up; a name says what is summed, and is kept with the sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

Numbers = dict[str, float]


def sum_name(kind: str, columns: Sequence[str]) -> str:
    """Name of a sum of columns.

    >>> sum_name("nulls", ["actor"])
    'nulls of actor'
    """
    return f"{kind} of {' '.join(columns)}"


def columns_of(name: str) -> list[str]:
    """Columns that a sum reads."""
    return name.split(" ")[2:]


def sum_of(name: str, rows: pa.Table) -> Numbers:
    """A sum over rows that have the columns it reads.

    >>> import pyarrow as pa
    >>> sum_of("nulls of actor", pa.table({"actor": ["the army", None]}))
    {'nulls': 1, 'rows': 2}
    """
    return SUMS[name.split(" ")[0]](rows.select(columns_of(name)))


def added(parts: Iterable[Numbers]) -> Numbers:
    """The sum over several parts.

    >>> added([{"nulls": 1, "rows": 2}, {"nulls": 0, "rows": 3}])
    {'nulls': 1, 'rows': 5}
    """
    whole: Numbers = {}
    for part in parts:
        for name, number in part.items():
            whole[name] = whole.get(name, 0) + number
    return whole


def _nulls(rows: pa.Table) -> Numbers:
    return {"nulls": rows.column(0).null_count, "rows": rows.num_rows}


def _columns(rows: pa.Table) -> Numbers:
    return {name: pc.sum(rows[name]).as_py() or 0 for name in rows.column_names}


def _values(rows: pa.Table) -> Numbers:
    """How often each value stands, by the text of it; null counts as the empty text."""
    found = pc.value_counts(pc.cast(rows.column(0), pa.string()))
    return {row["values"] or "": row["counts"] for row in found.to_pylist()}


SUMS: dict[str, Callable[[pa.Table], Numbers]] = {"nulls": _nulls, "columns": _columns, "values": _values}
