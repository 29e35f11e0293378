"""Which data files hold a key: sorted hashes beside the tables, so that looking up a few keys opens a few files.

Data files never change once written, so what is kept here never becomes wrong; a file nobody has indexed yet is simply
opened. The hashes of a column lie in segments, each at least twice as long as the next, so that adding some costs what
is added, not what stands. A segment that is missing or damaged counts as not there: nothing depends on this folder.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasks.io.lake.place import Place
from tasks.tables.content import value_hashes

FOLDER = "index"
LISTING = f"{FOLDER}/segments.json"
COLUMNS: dict[str, tuple[str, ...]] = {  # keys, and what rows are looked up by; tables without are read whole
    "references": ("reference_id",),
    "captures": ("capture_id", "reference_id"),
    "documents": ("document_id", "reference_id"),
    "mentions": ("mention_id", "document_id"),
    "facts": ("fact_id", "document_id"),
    "coverage": ("document_id",),
    "rejections": ("record_id",),
}

Entries = npt.NDArray[np.uint64]  # shape (n, 2): hash of a key, and the place of its file in the segment's list


class Indexable(Protocol):
    """A data file."""

    name: str

    def distinct(self, column: str) -> pa.Array:
        """The values of a column, each once."""
        ...


@dataclass(frozen=True)
class Segment:
    """Keys of some files, sorted by hash; named by its bytes, so that damage shows."""

    name: str
    rows: int
    files: list[str]


class KeyIndex:
    """The indexed columns of a lake's tables; read once, and whatever was indexed since is only slower to find."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._listing: dict[str, list[Segment]] | None = None
        self._entries: dict[str, Entries | None] = {}

    def indexed(self, table: str, column: str) -> set[str]:
        """Names of the files whose keys are known here."""
        return {name for segment in self._segments(table, column) for name in segment.files}

    def holders(self, table: str, column: str, values: pa.Array) -> set[str]:
        """Those of the indexed files that hold one of the values (and, once in 10¹⁹ keys, one that does not)."""
        segments = self._segments(table, column)
        wanted = np.unique(value_hashes(values)) if segments else np.zeros(0, np.uint64)
        return {segment.files[place] for segment in segments for place in self._places(segment, wanted)}

    def extend(self, tables: Mapping[str, Sequence[Indexable]]) -> None:
        """Index the files of tables that are not indexed yet; files a table no longer has leave in time."""
        self._listing = None  # another run may have extended it
        listing = dict(self._listed())
        for table, column in [(t, c) for t in tables for c in COLUMNS.get(t, ())]:
            known = self.indexed(table, column)
            fresh = [file for file in tables[table] if file.name not in known]
            if fresh:
                alive = {file.name for file in tables[table]}
                listing[f"{table}.{column}"] = self._add(self._segments(table, column), column, fresh, alive)
        self._replace(listing)

    def _add(
        self, standing: Sequence[Segment], column: str, fresh: Sequence[Indexable], alive: set[str]
    ) -> list[Segment]:
        """The segments with one more; those it would outgrow are merged into it."""
        names, entries = [file.name for file in fresh], _entries_of(fresh, column)
        segments = [segment for segment in standing if not alive.isdisjoint(segment.files)]
        while segments and segments[-1].rows < 2 * len(entries):
            last = segments.pop()
            kept = self._load(last)
            if kept is not None:
                entries = np.concatenate([entries, kept + np.array([0, len(names)], np.uint64)])
                names += last.files
        return [*segments, self._write(*_living(names, entries, alive))]

    def _write(self, names: list[str], entries: Entries) -> Segment:
        entries = entries[np.argsort(entries[:, 0], kind="stable")]
        data = np.ascontiguousarray(entries.T).astype("<u8").tobytes()
        segment = Segment(f"{zlib.crc32(data):08x}-{len(entries)}.keys", len(entries), names)
        self.place.write(f"{FOLDER}/{segment.name}", data)
        self._entries[segment.name] = entries
        return segment

    def _replace(self, listing: dict[str, list[Segment]]) -> None:
        if listing == self._listed():
            return
        gone = _names(self._listed()) - _names(listing)
        text = json.dumps({column: [vars(s) for s in segments] for column, segments in listing.items()})
        self.place.write(LISTING, text)  # from here on nobody needs the old segments
        for name in gone:
            self.place.remove(f"{FOLDER}/{name}")
        self._listing = listing

    def _listed(self) -> dict[str, list[Segment]]:
        if self._listing is None:
            self._listing = _listing_of(self.place.read(LISTING) or "{}")
        return self._listing

    def _segments(self, table: str, column: str) -> list[Segment]:
        """The segments that are there and whole."""
        return [s for s in self._listed().get(f"{table}.{column}", ()) if self._load(s) is not None]

    def _load(self, segment: Segment) -> Entries | None:
        if segment.name not in self._entries:
            self._entries[segment.name] = self._read(segment)
        return self._entries[segment.name]

    def _read(self, segment: Segment) -> Entries | None:
        try:
            with self.place.filesystem(FOLDER).open_input_file(segment.name) as file:
                data = file.read()
        except OSError:
            return None
        if len(data) != 16 * segment.rows or not segment.name.startswith(f"{zlib.crc32(data):08x}"):
            return None
        return np.frombuffer(data, "<u8").reshape(2, -1).T

    def _places(self, segment: Segment, wanted: npt.NDArray[np.uint64]) -> list[int]:
        """Places of the files that hold a wanted hash."""
        entries = self._load(segment)
        if entries is None:
            return []
        first, last = (np.searchsorted(entries[:, 0], wanted, side) for side in ("left", "right"))
        lengths = last - first
        hits = np.repeat(first - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(lengths.sum())
        places: list[int] = np.unique(entries[hits.astype(np.int64), 1]).tolist()
        return places


def _entries_of(files: Sequence[Indexable], column: str) -> Entries:
    parts = []
    for place, file in enumerate(files):
        hashes = value_hashes(file.distinct(column))
        parts.append(np.stack([hashes, np.full(len(hashes), place, np.uint64)], axis=1))
    return np.concatenate(parts)


def _living(names: list[str], entries: Entries, alive: set[str]) -> tuple[list[str], Entries]:
    """The files a table still has, and their keys."""
    stays = np.array([name in alive for name in names])
    entries = entries[stays[entries[:, 1].astype(np.int64)]]
    places = (np.cumsum(stays) - 1).astype(np.uint64)
    entries[:, 1] = places[entries[:, 1].astype(np.int64)]
    return [name for name in names if name in alive], entries


def _listing_of(text: str) -> dict[str, list[Segment]]:
    """The listing; a damaged one lists nothing."""
    try:
        return {column: [Segment(**s) for s in segments] for column, segments in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _names(listing: dict[str, list[Segment]]) -> set[str]:
    return {segment.name for segments in listing.values() for segment in segments}
