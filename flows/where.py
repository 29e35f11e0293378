"""Conditions on columns as a person writes them: `actor_country=UKR`, `starts_on>=2025-01-01`, `evidence~border`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

_CONDITION = re.compile(r"(?P<column>\w+)\s*(?P<operator>!=|>=|<=|=|>|<|~)\s*(?P<value>.*)", re.DOTALL)
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "=": pc.equal, "!=": pc.not_equal, ">": pc.greater, ">=": pc.greater_equal, "<": pc.less, "<=": pc.less_equal,
}  # fmt: skip

Filter = Callable[[pa.Table], pa.Table]


class BadCondition(ValueError):
    """A condition that cannot be understood; the message says how to write it."""


def filter_of(given: Sequence[str], schema: pa.Schema) -> Filter:
    """A filter that keeps the rows which meet all conditions; an empty value stands for null.

    Raises:
        BadCondition: the column is unknown, or the value is not of its type.
    """
    tests = [_test(text, schema) for text in given]

    def keep(rows: pa.Table) -> pa.Table:
        for test in tests:
            rows = rows.filter(test(rows))
        return rows

    return keep


def _test(text: str, schema: pa.Schema) -> Callable[[pa.Table], Any]:
    """Which rows meet one condition; null meets none, unless asked for."""
    found = _CONDITION.fullmatch(text.strip())
    if not found:
        raise BadCondition(f"{text!r}: write a column, one of = != > >= < <= ~, and a value")
    column, operator, value = found["column"], found["operator"], found["value"]
    if column not in schema.names:
        raise BadCondition(f"{text!r}: there is no column {column!r}; there are {', '.join(schema.names)}")
    kind = schema.field(column).type
    if pa.types.is_nested(kind) or pa.types.is_binary(kind):
        what = "bytes" if pa.types.is_binary(kind) else "a list"
        raise BadCondition(f"{text!r}: {column} is {what}; conditions are on plain columns")
    if value == "" and operator in ("=", "!="):
        return lambda rows: pc.is_null(rows[column]) if operator == "=" else pc.is_valid(rows[column])
    if operator == "~":
        return lambda rows: pc.match_substring(rows[column].cast(pa.string()), value, ignore_case=True)
    scalar = _scalar(text, value, kind)
    return lambda rows: _COMPARE[operator](rows[column], scalar)


def _scalar(text: str, value: str, kind: pa.DataType) -> pa.Scalar:
    try:
        if pa.types.is_timestamp(kind):
            return pa.scalar(value).cast(pa.timestamp("us")).cast(kind)
        return pa.scalar(value).cast(kind)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise BadCondition(f"{text!r}: {value!r} is no {kind}") from error
