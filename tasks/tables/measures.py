"""Measures of tables that a release is checked by: how many rows are double, dangling, out of range or untrue.

Each measure takes the tables of a release and what its declaration says, and gives a number, or None where there is
nothing to measure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.schema import key_of
from tasks.tables.sums import Numbers, sum_name

Part = Literal["all", "fresh", "proved"]
Where = tuple[str, Collection[Any]]
FEW = 0.1  # share of a table's rows below which looking keys up beats reading them all


class Tables(Protocol):
    """The tables of a release, readable in part."""

    def read(self, table: str, columns: Sequence[str], part: Part = "all", where: Where | None = None) -> pa.Table:
        """Columns of a table: of all rows, or of those in files that the release before had or had not.

        `where=(column, values)` keeps the rows with one of these values.
        """
        ...

    def gone(self, table: str, columns: Sequence[str]) -> pa.Table | None:
        """What the release before had in these columns and is no longer there; None where nobody can tell."""
        ...

    def total(self, table: str, sum_name: str) -> Numbers:
        """A sum over all rows of a table (`tasks.tables.sums`)."""
        ...

    def texts(self, document_ids: Collection[str]) -> Iterator[pa.Table]:
        """Id, revision and text of documents, some thousand at a time."""
        ...


@dataclass(frozen=True)
class Measured:
    """The tables of a release to be, the rows each table had in the release before, and the day it is made."""

    tables: Tables
    rows: Mapping[str, int]
    rows_before: Mapping[str, int]
    today: date


Measure = Callable[[Measured, str, Mapping[str, Any]], float | None]


def rows(m: Measured, table: str, details: Mapping[str, Any]) -> float:
    """Rows of the table."""
    return m.rows[table]


def growth(m: Measured, table: str, details: Mapping[str, Any]) -> float | None:
    """Rows divided by the rows of the last release; `from` gives how many it must have had to be compared."""
    before = m.rows_before.get(table, 0)
    return m.rows[table] / before if before >= max(1, details.get("from", 1)) else None


def duplicate_keys(m: Measured, table: str, details: Mapping[str, Any]) -> float:
    """Rows whose key another row has too; two rows of the release before were compared then."""
    key = list(key_of(table))
    fresh = m.tables.read(table, key, "fresh")
    near = _near(m, table, key, pc.unique(fresh[key[0]]), "proved")
    return float(duplicates(pa.concat_tables([fresh, near])))


def duplicates(keys: pa.Table) -> int:
    """Rows that repeat another."""
    repeated: int = keys.num_rows - keys.group_by(keys.column_names).aggregate([]).num_rows
    return repeated


def dangling(m: Measured, table: str, details: Mapping[str, Any]) -> float:
    """Rows whose `columns` point at no row of the table `to`; null points nowhere."""
    columns = details["columns"]
    theirs = details.get("to_columns", columns)
    ours = _unproved(m, table, columns, [(details["to"], theirs)])
    ours = ours.drop_null().group_by(columns).aggregate([([], "count_all")])
    targets = _near(m, details["to"], theirs, pc.unique(ours[columns[0]]))
    lost = ours.join(targets, keys=columns, right_keys=theirs, join_type="left anti")
    return float(pc.sum(lost["count_all"]).as_py() or 0)


def _unproved(m: Measured, table: str, columns: Sequence[str], others: Sequence[tuple[str, Sequence[str]]]) -> pa.Table:
    """Rows that the release before did not have, or whose like in another table is gone since; all, where in doubt.

    A row may come twice if it has likes in several other tables.
    """
    gone = [m.tables.gone(other, theirs) for other, theirs in others]
    if any(lost is None for lost in gone):
        return m.tables.read(table, columns)
    ids = [pc.unique(lost.column(0)) for lost in gone if lost is not None and lost.num_rows]
    old = [_near(m, table, columns, values, "proved") for values in ids]
    return pa.concat_tables([m.tables.read(table, columns, "fresh"), *old])


def _near(m: Measured, table: str, columns: Sequence[str], values: pa.Array, part: Part = "all") -> pa.Table:
    """Rows of a table whose first column may be one of the values; all rows, where that is quicker."""
    where = (columns[0], values.to_pylist()) if len(values) < FEW * m.rows[table] else None
    return m.tables.read(table, columns, part, where)


def uncovered(m: Measured, table: str, details: Mapping[str, Any]) -> float:
    """Documents whose newest revision has no row in `coverage`."""
    keys = ["document_id", "revision"]
    ids = pc.unique(_unproved(m, table, keys, [(table, keys), ("coverage", keys)])["document_id"])
    newest = _near(m, table, keys, ids).group_by("document_id").aggregate([("revision", "max")])
    lost = newest.rename_columns(keys).join(_near(m, "coverage", keys, ids), keys=keys, join_type="left anti")
    return float(lost.num_rows)


def outside(m: Measured, table: str, details: Mapping[str, Any]) -> float:
    """Values of `column` below `low` or above `high`; days may be given as `today+2`."""
    values = m.tables.read(table, [details["column"]], "fresh")[details["column"]]
    low, high = (_bound(details.get(side), m.today, values.type) for side in ("low", "high"))
    below = pc.less(values, low) if low is not None else None
    above = pc.greater(values, high) if high is not None else None
    return float(sum(pc.sum(hits).as_py() or 0 for hits in (below, above) if hits is not None))


def null_share(m: Measured, table: str, details: Mapping[str, Any]) -> float | None:
    """Share of rows in which `column` is null."""
    found = m.tables.total(table, sum_name("nulls", [details["column"]]))
    return found["nulls"] / found["rows"] if found.get("rows") else None


def ratio(m: Measured, table: str, details: Mapping[str, Any]) -> float | None:
    """Sum of column `part` divided by the sum of column `whole`."""
    found = m.tables.total(table, sum_name("columns", [details["part"], details["whole"]]))
    whole = found.get(details["whole"])
    return found[details["part"]] / whole if whole else None


def value_share(m: Measured, table: str, details: Mapping[str, Any]) -> float | None:
    """Share of rows whose `column` has one of `values`."""
    found = m.tables.total(table, sum_name("values", [details["column"]]))
    wanted = pa.array(details["values"]).cast(pa.string()).to_pylist()
    return sum(found.get(value, 0) for value in wanted) / sum(found.values()) if found else None


def untrue_words(m: Measured, table: str, details: Mapping[str, Any]) -> float:
    """Rows whose `words` are not the text of their document between `start` and `end`."""
    return float(sum(1 for _ in untrue_rows(m.tables, table, details["words"])))


def untrue_rows(tables: Tables, table: str, words: str, part: Part = "fresh") -> Iterator[str]:
    """Keys of the rows whose words are not `documents.text[start:end]`."""
    columns = ["document_id", "revision", "start", "end", words, key_of(table)[0]]
    given = tables.read(table, columns, part)
    for documents in tables.texts(pc.unique(given["document_id"]).to_pylist()):
        texts = {(d, r): text for d, r, text in _tuples(documents)}
        near = given.filter(pc.is_in(given["document_id"], documents["document_id"].combine_chunks()))
        for d, r, start, end, said, key in _tuples(near):
            if (d, r) in texts and texts[d, r][start:end] != said:
                yield key


def untrue_arguments(tables: Tables) -> Iterator[str]:
    """fact_id of the facts one of whose arguments is not `documents.text[start:end]`."""
    given = tables.read("facts", ["document_id", "revision", "fact_id", "arguments"])
    for documents in tables.texts(pc.unique(given["document_id"]).to_pylist()):
        texts = {(d, r): text for d, r, text in _tuples(documents)}
        near = given.filter(pc.is_in(given["document_id"], documents["document_id"].combine_chunks()))
        for d, r, key, arguments in _tuples(near):
            text = texts.get((d, r))
            if text is not None and any(text[a["start"] : a["end"]] != a["surface"] for a in arguments):
                yield key


def _tuples(found: pa.Table) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in found.columns), strict=True)


def _bound(given: Any, today: date, kind: pa.DataType) -> pa.Scalar | None:
    if isinstance(given, str) and given.startswith("today"):
        given = today + timedelta(days=int(given.removeprefix("today") or 0))
    elif isinstance(given, str):
        given = date.fromisoformat(given)
    return None if given is None else pa.scalar(given, kind)


ALL = (rows, growth, duplicate_keys, dangling, uncovered, outside, null_share, ratio, value_share, untrue_words)
MEASURES: dict[str, Measure] = {m.__name__: m for m in ALL}
