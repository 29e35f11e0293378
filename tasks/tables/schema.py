"""Arrow schemas, keys and closed lists, all derived from the record classes."""

from __future__ import annotations

import dataclasses
import types
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from tasks.tables.records import TABLES

SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    bytes: pa.binary(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


def key_of(table: str) -> tuple[str, ...]:
    """Names of the columns that identify a row of `table`."""
    return tuple(TABLES[table].KEY)  # type: ignore[attr-defined]  # every class of TABLES declares KEY; `type` cannot say so


@cache
def schema_of(table: str) -> pa.Schema:
    """Arrow schema of a table; every field carries its meaning under the metadata key `comment`."""
    return pa.schema(_fields(TABLES[table]))


@cache
def closed_lists(table: str) -> dict[str, frozenset[str]]:
    """Columns of `table` that take only the values of a closed list, with those values."""
    hints = get_type_hints(TABLES[table], include_extras=True)
    found = {name: _values(unwrap(hint)[0]) for name, hint in hints.items()}
    return {name: values for name, values in found.items() if values}


def _fields(record: type) -> list[pa.Field]:
    hints = get_type_hints(record, include_extras=True)
    return [_field(column.name, hints[column.name]) for column in dataclasses.fields(record)]


def _field(name: str, hint: Any) -> pa.Field:
    bare, nullable, comment = unwrap(hint)
    return pa.field(name, _arrow(bare), nullable=nullable, metadata={"comment": comment})


def unwrap(hint: Any) -> tuple[Any, bool, str]:
    """The type itself, whether it may be null, and its meaning."""
    comment = ""
    if get_origin(hint) is Annotated:
        hint, comment = get_args(hint)
    if get_origin(hint) in (types.UnionType, Union):
        return next(a for a in get_args(hint) if a is not type(None)), True, comment
    return hint, False, comment


def _arrow(bare: Any) -> pa.DataType:
    if get_origin(bare) is Literal:
        return pa.string()
    if get_origin(bare) is list:
        return pa.list_(_arrow(get_args(bare)[0]))
    if dataclasses.is_dataclass(bare) and isinstance(bare, type):
        return pa.struct(_fields(bare))
    return SCALARS[bare]


def _values(bare: Any) -> frozenset[str]:
    return frozenset(get_args(bare)) if get_origin(bare) is Literal else frozenset()
