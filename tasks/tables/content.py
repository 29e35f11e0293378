"""What a row says, as a number: hashes and digests that do not depend on row order, file layout or machine.

Columns that tell when and how something was seen (`VOLATILE`) are no part of the content: they differ from run to run
though nothing was learned, and the first-seen values stay.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

VOLATILE: dict[str, frozenset[str]] = {
    "references": frozenset({"collected_at", "source"}),
    "captures": frozenset(
        {"fetched_at", "detail", "etag", "last_modified", "warc_file", "warc_offset", "elapsed_ms", "attempts"}
    ),
    "rejections": frozenset({"input", "run_id", "rejected_at"}),
}

Hashes = npt.NDArray[np.uint64]  # shape (rows, 2): two lanes of 64 bits, all arithmetic modulo 2 to the 64

GOLDEN = np.array([0x9E3779B97F4A7C15, 0xD1B54A32D192ED03], np.uint64)  # odd, one per lane


def content_hashes(table: str, rows: pa.Table) -> Hashes:
    """Hash of each row's content, volatile columns left out."""
    names = [name for name in rows.column_names if name not in VOLATILE.get(table, ())]
    return row_hashes(rows.select(names))


def row_hashes(rows: pa.Table) -> Hashes:
    """Hash of each row over all columns; the order of the columns does not matter, their names do.

    A null adds nothing, so that a column which later versions of a table have leaves the rows of earlier ones alike.
    """
    return _named((name, rows[name].combine_chunks()) for name in rows.column_names)


def value_hashes(column: pa.Array) -> npt.NDArray[np.uint64]:
    """One number for each value of a column, the same wherever it stands."""
    hashes: npt.NDArray[np.uint64] = _hash(column)[:, 0]
    return hashes


def digest_of(hashes: Hashes) -> str:
    """Digest of a set of rows: 32 hexadecimal digits.

    >>> import pyarrow as pa
    >>> one, two = pa.table({"a": ["x"]}), pa.table({"a": ["y"]})
    >>> both = digest_of(row_hashes(pa.concat_tables([two, one])))
    >>> both == combine([digest_of(row_hashes(one)), digest_of(row_hashes(two))])
    True
    """
    return _hex(hashes.sum(axis=0, dtype=np.uint64))


def combine(digests: Iterable[str]) -> str:
    """Digest of the rows of several sets together."""
    lanes = [[int(d[:16], 16), int(d[16:], 16)] for d in digests]
    return _hex(np.array(lanes or [[0, 0]], np.uint64).sum(axis=0, dtype=np.uint64))


def _hex(lanes: Hashes) -> str:
    return f"{int(lanes[0]):016x}{int(lanes[1]):016x}"


def _named(columns: Iterable[tuple[str, pa.Array]]) -> Hashes:
    """Hash of values under their names, nulls left out."""
    total: Hashes | int = 0
    for name, column in columns:
        told = _mix(_hash(column) ^ _salt(name))
        told[np.asarray(pc.is_null(column))] = 0
        total = total + told
    return _mix(np.asarray(total, np.uint64))


def _hash(column: pa.Array) -> Hashes:
    """Hash of each value of an Arrow column, nested ones included; null has a hash of its own."""
    kind = column.type
    if pt.is_struct(kind):
        hashes = _of_struct(column)
    elif pt.is_list(kind):
        hashes = _of_list(column)
    elif pt.is_string(kind) or pt.is_binary(kind):
        hashes = _of_strings(column)
    else:
        hashes = _mix(_bits(column)[:, None] ^ GOLDEN)
    if column.null_count:
        hashes[np.asarray(pc.is_null(column))] = GOLDEN
    return hashes


def _of_strings(column: pa.Array) -> Hashes:
    """Each distinct string of characters or bytes is hashed once (BLAKE2b), and its hash looked up for every row."""
    coded = column.cast(pa.binary()).dictionary_encode()
    raw = b"".join(hashlib.blake2b(s, digest_size=16).digest() for s in coded.dictionary.to_pylist())
    distinct = np.frombuffer(raw + bytes(16), "<u8").astype(np.uint64).reshape(-1, 2)
    hashes: Hashes = distinct[np.asarray(coded.indices.fill_null(len(coded.dictionary)))]
    return hashes


def _of_struct(column: pa.Array) -> Hashes:
    return _named((field.name, child) for field, child in zip(column.type, column.flatten(), strict=True))


def _of_list(column: pa.Array) -> Hashes:
    """The elements with their places, so that the order within a list matters."""
    lengths = np.asarray(pc.list_value_length(column).fill_null(0)).astype(np.int64)
    ends = np.cumsum(lengths)
    places = np.arange(lengths.sum()) - np.repeat(ends - lengths, lengths)
    elements = _mix(_hash(column.flatten()) + (places.astype(np.uint64) + np.uint64(1))[:, None] * GOLDEN)
    sums = np.concatenate([np.zeros((1, 2), np.uint64), np.cumsum(elements, axis=0, dtype=np.uint64)])
    return _mix(sums[ends] - sums[ends - lengths] + lengths.astype(np.uint64)[:, None])


def _bits(column: pa.Array) -> npt.NDArray[np.uint64]:
    """Fixed-width values as 64 bits; both zeros are one, all NaN are one."""
    if pt.is_floating(column.type):
        values = np.asarray(column.fill_null(0.0)) + 0.0
        return np.where(np.isnan(values), np.nan, values).view(np.uint64)
    if pt.is_date32(column.type):
        column = column.cast(pa.int32())  # Arrow has no cast from days to 64 bits
    return np.asarray(column.cast(pa.int64()).fill_null(0)).view(np.uint64)


def _salt(name: str) -> Hashes:
    return np.frombuffer(hashlib.blake2b(name.encode(), digest_size=16).digest(), np.dtype("<u8")).astype(np.uint64)


def _mix(x: Hashes) -> Hashes:
    """SplitMix64's finaliser (Steele, Lea and Flood, 2014): each input bit flips each output bit half the time."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
