"""What stands in a WARC file, record by record, up to where it is cut or damaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from tasks.io.warc.reader import DAMAGE


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a file."""

    kind: str
    uri: str
    date: str
    status: int
    payload_digest: str
    offset: int


@dataclass(slots=True)
class Scan:
    """The records of one file; `damage` says where and how it stops being readable, if it does."""

    path: Path
    entries: Iterator[Entry] = field(default_factory=lambda: iter(()))
    damage: str | None = None


def scan(path: Path, *, check_digests: bool = False) -> Scan:
    """The records of `path`, read as `entries` is gone through; `damage` is set when that is done."""
    made = Scan(path)
    made.entries = _entries(made, check_digests)
    return made


def _entries(made: Scan, check_digests: bool) -> Iterator[Entry]:
    with made.path.open("rb") as stream:
        records = ArchiveIterator(stream, check_digests=check_digests)
        offset = 0
        try:
            for record in records:
                entry = _entry(record, stream_offset(records))
                offset = entry.offset
                wanted, read = record.length, _length(record)
                if wanted is not None and read < wanted:
                    made.damage = f"the record at {offset} is cut: {read} of {wanted} bytes"
                    return
                if check_digests and record.digest_checker.passed is False:
                    made.damage = f"the record at {offset} does not match its digest"
                yield entry
            if records.offset < made.path.stat().st_size:
                made.damage = f"the record at {records.offset} is cut"
        except DAMAGE as error:
            made.damage = f"unreadable behind the record at {offset}: {error}"
        finally:
            records.close()


def stream_offset(records: ArchiveIterator) -> int:
    """Where the record just given starts."""
    return int(records.offset)


def _length(record: ArcWarcRecord) -> int:
    head = record.length - record.payload_length if record.http_headers and record.payload_length >= 0 else 0
    return head + sum(len(piece) for piece in iter(lambda: record.raw_stream.read(65536), b""))


def _entry(record: ArcWarcRecord, offset: int) -> Entry:
    headers = record.rec_headers
    status = record.http_headers.get_statuscode() if record.http_headers and record.rec_type == "response" else "0"
    return Entry(
        kind=record.rec_type,
        uri=headers.get_header("WARC-Target-URI") or "",
        date=headers.get_header("WARC-Date") or "",
        status=int(status) if status.isdigit() else 0,
        payload_digest=headers.get_header("WARC-Payload-Digest") or "",
        offset=offset,
    )
