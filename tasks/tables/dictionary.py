"""The data dictionary of the README, derived from the record classes: `python -m tasks.tables.dictionary README.md`."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa

from tasks.tables.records import TABLES
from tasks.tables.schema import key_of, schema_of

BEGIN, END = "<!-- dictionary: made by `make dictionary` -->", "<!-- end of dictionary -->"


def data_dictionary() -> str:
    """The tables and their columns in Markdown, for the README."""
    return "\n".join(_describe(table) for table in TABLES)


def _describe(table: str) -> str:
    schema, key = schema_of(table), key_of(table)
    doc = (TABLES[table].__doc__ or "").splitlines()[0]
    lines = [f"**{table}**: {doc}\n", "| column | type | meaning |", "| --- | --- | --- |"]
    for column in schema:
        kind = type_name(column.type) + (", nullable" if column.nullable else "")
        mark = " (key)" if column.name in key else ""
        lines.append(f"| {column.name}{mark} | {kind} | {comment_of(column)} |")
    return "\n".join(lines) + "\n"


def comment_of(column: pa.Field) -> str:
    """The meaning of a column."""
    comment: bytes = (column.metadata or {}).get(b"comment", b"")
    return comment.decode()


def type_name(kind: pa.DataType) -> str:
    """A type as a person reads it: `list of {start, end, url}`."""
    if pa.types.is_list(kind):
        return f"list of {type_name(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(kind.field(i).name for i in range(kind.num_fields)) + "}"
    return "timestamp, UTC" if pa.types.is_timestamp(kind) else str(kind)


def with_dictionary(readme: str) -> str:
    """A README with the dictionary put between its two marks.

    Raises:
        ValueError: the marks are missing.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the README needs the lines {BEGIN!r} and {END!r}")
    return f"{before}{BEGIN}\n\n{data_dictionary()}\n{END}{after}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(with_dictionary(path.read_text("utf-8")), "utf-8")
