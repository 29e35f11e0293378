"""Proves a release again from the bytes up: files, digests, keys, references, and every word at its place.

Each thing that does not hold is one `Broken` with its first rows; nothing is repaired here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from deltalake.exceptions import DeltaError

from tasks.io.lake.edition import Edition
from tasks.io.lake.place import Folder
from tasks.io.lake.recovery import POINTERS
from tasks.io.lake.release import MADE_AT_PUBLISH, Described, describe
from tasks.io.lake.snapshot import DataFile
from tasks.io.lake.sums import Sums
from tasks.io.warc.verify import verify_captures
from tasks.tables.batch import InvalidBatch, enforce, records_of
from tasks.tables.content import combine
from tasks.tables.measures import Part, Where, duplicates, untrue_arguments, untrue_rows
from tasks.tables.records import TABLES
from tasks.tables.schema import key_of, schema_of
from tasks.tables.sums import Numbers

FIRST_ROWS = 10
ROWS_AT_ONCE = 50_000
UNREADABLE = (OSError, pa.ArrowException, DeltaError)


@dataclass(frozen=True)
class Broken:
    """Something a release promises and does not keep."""

    table: str
    what: str
    rows: list[Any] = field(default_factory=list)


def prove(edition: Edition) -> Iterator[Broken]:
    """Everything that is broken in a release; nothing, if it is whole."""
    damaged = [b for table in TABLES for b in _files(edition, table)]
    yield from damaged
    yield from _pins(edition)
    if damaged:  # rows of damaged files cannot be judged
        return
    yield from _sums(edition)
    texts = _Texts(edition)
    for table in TABLES:
        yield from _rows(edition, table)
    for table, words in (("mentions", "surface"), ("facts", "evidence")):
        yield from _some(table, f"{words} is not the document's text there", untrue_rows(texts, table, words, "all"))
    yield from _some("facts", "an argument is not the document's text there", untrue_arguments(texts))
    yield from _some("captures", "the kept answer cannot be read back", _lost_answers(edition))
    yield from _some("documents", "text_digest is not the digest of text", _changed_texts(edition))


def _files(edition: Edition, table: str) -> Iterator[Broken]:
    """Every file is there, has the bytes and the rows described, and is linked from the release's folder."""
    described = {f["name"]: Described(**f) for f in edition.manifest["tables"][table]["files"]}
    try:
        found = {file.name: file for file in edition.snapshot(table).files}
    except UNREADABLE as error:
        yield Broken(table, f"its version cannot be opened: {error}")
        return
    for name in sorted(described.keys() | found.keys()):
        if name not in described or name not in found:
            yield Broken(table, f"{name} is in the {'table' if name in found else 'manifest'} only")
            continue
        yield from _file(edition, table, described[name], found[name])


def _file(edition: Edition, table: str, described: Described, file: DataFile) -> Iterator[Broken]:
    try:
        now = describe(file)
    except FileNotFoundError:
        yield Broken(table, f"{described.name} is missing")
        return
    except UNREADABLE as error:
        yield Broken(table, f"{described.name} is damaged: {str(error.__cause__ or error).splitlines()[0]}")
        return
    if now != described:
        wrong = [k for k in ("bytes", "rows", "sha256", "digest") if getattr(now, k) != getattr(described, k)]
        yield Broken(table, f"{described.name} is damaged: its {' and '.join(wrong)} changed")
    if isinstance(edition.lake.place, Folder):
        yield from _link(edition.lake.place.root, edition.number, table, described)


def _link(root: Path, number: int, table: str, described: Described) -> Iterator[Broken]:
    link = root / "releases" / str(number) / table / Path(described.name).name
    source = root / "tables" / table / described.name
    if not link.is_file():
        yield Broken(table, f"releases/{number}/{table}/{link.name} is missing")
    elif not link.samefile(source) and hashlib.sha256(link.read_bytes()).hexdigest() != described.sha256:
        yield Broken(table, f"releases/{number}/{table}/{link.name} is not the file of the table")


def _pins(edition: Edition) -> Iterator[Broken]:
    """Row, manifest and files agree on versions, rows and digests."""
    tables = edition.manifest["tables"]
    for pin in edition.release.tables:
        content = tables[pin.table]
        digest = combine(f["digest"] for f in content["files"])
        if (content["version"], content["rows"], content["digest"]) != (pin.version, pin.rows, pin.digest):
            yield Broken(pin.table, "the manifest is not what `releases` pins")
        if digest != pin.digest:
            yield Broken(pin.table, "its files do not add up to the digest")
    whole = combine(t.digest for t in edition.release.tables if t.table not in MADE_AT_PUBLISH)
    if whole != edition.release.digest:
        yield Broken("releases", "the tables do not add up to the release's digest")


def _sums(edition: Edition) -> Iterator[Broken]:
    """What the manifest keeps of each file is what its rows add up to."""
    for table, kept in edition.manifest.get("sums", {}).items():
        for name, files in kept.items():
            now = Sums()
            now.total(edition.snapshot(table), name)
            wrong = [file for file, numbers in now.kept[table][name].items() if files.get(file) != numbers]
            if wrong:
                yield Broken(table, f"the manifest's {name} are not those of its rows", wrong[:FIRST_ROWS])


def _rows(edition: Edition, table: str) -> Iterator[Broken]:
    """Types, nulls, closed lists, keys, and what the rows stand on."""
    try:
        for part in edition.snapshot(table).chunks(schema_of(table).names, None, ROWS_AT_ONCE):
            enforce(table, part)
    except InvalidBatch as error:
        yield Broken(table, str(error))
    twice = duplicates(edition.read(table, list(key_of(table))))
    if twice:
        yield Broken(table, f"{twice} rows have a key that another row has too")
    for columns, target in POINTERS.get(table, ()):
        ours = edition.read(table, list(dict.fromkeys([*key_of(table), *columns])))
        ours = ours.filter(pc.is_valid(ours[columns[0]]))
        lost = ours.join(edition.read(target, columns), keys=columns, join_type="left anti")
        if lost.num_rows:
            rows = lost.slice(0, FIRST_ROWS).to_pylist()
            yield Broken(table, f"{lost.num_rows} rows stand on {target} that are not there", rows)


def _lost_answers(edition: Edition) -> Iterator[str]:
    """Captures whose bytes in the WARC files are gone, cut, or not what was captured."""
    captures = records_of("captures", edition.read("captures"))
    for capture, problem in verify_captures(captures, edition.lake.place.raw):
        yield f"{capture}: {problem}"


def _changed_texts(edition: Edition) -> Iterator[str]:
    for part in edition.snapshot("documents").chunks(["document_id", "text", "text_digest"], None, 4_000):
        for document, text, digest in zip(*(c.to_pylist() for c in part.columns), strict=True):
            if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
                yield document


def _some(table: str, what: str, keys: Iterator[str]) -> Iterator[Broken]:
    first = list(islice(keys, FIRST_ROWS))
    if first:
        rest = sum(1 for _ in keys)
        yield Broken(table, f"{len(first) + rest} rows: {what}", list(first))


@dataclass(frozen=True)
class _Texts:
    """A release as measures read it."""

    edition: Edition

    def read(self, table: str, columns: Sequence[str], part: Part = "all", where: Where | None = None) -> pa.Table:
        return self.edition.read(table, columns, where)

    def gone(self, table: str, columns: Sequence[str]) -> pa.Table | None:
        return None

    def total(self, table: str, sum_name: str) -> Numbers:
        return Sums().total(self.edition.snapshot(table), sum_name)

    def texts(self, document_ids: Collection[str]) -> Iterator[pa.Table]:
        columns = ["document_id", "revision", "text"]
        return self.edition.snapshot("documents").chunks(columns, ("document_id", document_ids), 4_000)
