"""Writes a table of a release as one file, whole or not at all: Parquet, CSV or JSON lines."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from tasks.io.lake.snapshot import Snapshot

ROWS_AT_ONCE = 50_000

# A spreadsheet runs a cell that begins like this as a formula (OWASP, CSV Injection); an apostrophe makes it text.
FORMULA = "^[=+\\-@\t\r\n＝＋－＠]"  # the full-width signs are taken for plain ones by some programs

Parts = Iterator[pa.Table]


def export(snapshot: Snapshot, form: str, folder: Path) -> Path:
    """Write a table to `<folder>/<table>.<form>`; the path. `form` is one of FORMATS."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{snapshot.name}.{form}"
    with _whole(target) as beside:
        FORMATS[form](snapshot.chunks(snapshot.schema.names, None, ROWS_AT_ONCE), snapshot.schema, beside)
    return target


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        yield beside
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _parquet(parts: Parts, schema: pa.Schema, path: Path) -> None:
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for part in parts:
            writer.write_table(part.cast(schema))


def _csv(parts: Parts, schema: pa.Schema, path: Path) -> None:
    """Lists are JSON in their cell, bytes base64; texts that a spreadsheet would run begin with an apostrophe."""
    flat = pa.schema([pa.field(f.name, pa.string() if _is_no_cell(f.type) else f.type) for f in schema])
    with pcsv.CSVWriter(path, flat) as writer:
        for part in parts:
            writer.write_table(pa.table([_cells(part[name]) for name in schema.names], schema=flat))


def _is_no_cell(kind: pa.DataType) -> bool:
    return bool(pa.types.is_nested(kind) or pa.types.is_binary(kind))


def _cells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_nested(column.type):
        column = _strings(_json(value) for value in column.to_pylist())
    elif pa.types.is_binary(column.type):
        column = _strings(None if value is None else _plain(value) for value in column.to_pylist())
    if not pa.types.is_string(column.type):
        return column
    return pc.if_else(pc.match_substring_regex(column, FORMULA), pc.binary_join_element_wise("'", column, ""), column)


def _strings(values: Iterable[str | None]) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array(values, pa.string())])


def _jsonl(parts: Parts, schema: pa.Schema, path: Path) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for part in parts:
            lines.writelines(_json(row) + "\n" for row in part.to_pylist())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: date | datetime | bytes) -> str:
    """What JSON has no form for, as text: bytes in base64, days and instants in ISO 8601."""
    return b64encode(value).decode() if isinstance(value, bytes) else value.isoformat()


FORMATS: dict[str, Callable[[Parts, pa.Schema, Path], None]] = {"parquet": _parquet, "csv": _csv, "jsonl": _jsonl}
