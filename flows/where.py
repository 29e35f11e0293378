"""Conditions on columns as a person writes them: `actor_country=UKR`, `starts_on>=2025-01-01`, `evidence~border`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

_CONDITION = re.compile(r"(?P<column>\w+)\s*(?P<operator>!=|>=|<=|=|>|<|~)\s*(?P<value>.*)", re.DOTALL)


class BadCondition(ValueError):
    """A condition that cannot be understood; the message says how to write it."""


def condition_of(given: Sequence[str], schema: pa.Schema) -> pc.Expression | None:
    """All the conditions together, None for none; an empty value stands for null.

    Raises:
        BadCondition: the column is unknown, or the value is not of its type.
    """
    made = [_one(text, schema) for text in given]
    whole = None
    for expression in made:
        whole = expression if whole is None else whole & expression
    return whole


def _one(text: str, schema: pa.Schema) -> pc.Expression:
    found = _CONDITION.fullmatch(text.strip())
    if not found:
        raise BadCondition(f"{text!r}: write a column, one of = != > >= < <= ~, and a value")
    column, operator, value = found["column"], found["operator"], found["value"]
    if column not in schema.names:
        raise BadCondition(f"{text!r}: there is no column {column!r}; there are {', '.join(schema.names)}")
    field = pc.field(column)
    if value == "" and operator in ("=", "!="):
        return field.is_null() if operator == "=" else field.is_valid()
    if operator == "~":
        return pc.match_substring(field.cast(pa.string()), value, ignore_case=True)
    return _compare(field, operator, _value(text, value, schema.field(column).type))


def _compare(field: pc.Expression, operator: str, value: pa.Scalar) -> pc.Expression:
    compared: dict[str, Any] = {
        "=": field == value, "!=": field != value, ">": field > value,
        ">=": field >= value, "<": field < value, "<=": field <= value,
    }  # fmt: skip
    expression: pc.Expression = compared[operator]
    return expression


def _value(text: str, value: str, kind: pa.DataType) -> pa.Scalar:
    try:
        if pa.types.is_timestamp(kind):
            return pa.scalar(value).cast(pa.timestamp("us")).cast(kind)
        return pa.scalar(value).cast(kind)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise BadCondition(f"{text!r}: {value!r} is no {kind}") from error
