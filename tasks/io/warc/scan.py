"""What stands in a WARC file, record by record, up to where it is cut or damaged."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from tasks.io.warc.answer import Unreadable, parse_answer
from tasks.io.warc.reader import DAMAGE

PIECE, MAX_HEAD = 16 * 2**10, 64 * 2**10


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a file."""

    kind: str
    uri: str
    date: str
    status: int
    media_type: str
    payload_digest: str
    refers_to: str  # of a revisit: the address of the response it stands for
    offset: int


@dataclass(slots=True)
class Scan:
    """The records of one file; `damage` says where and how it stops being readable, if it does."""

    path: Path
    entries: Iterator[Entry] = field(default_factory=lambda: iter(()))
    damage: str | None = None
    is_one_piece: bool = False  # compressed as a whole, so that no record can be found by its offset


def scan(path: Path, *, check_digests: bool = False) -> Scan:
    """The records of `path`, read as `entries` is gone through; `damage` is set when that is done."""
    made = Scan(path)
    made.entries = _entries(made, check_digests)
    return made


def pages_in(path: Path) -> Iterator[str]:
    """Addresses of the pages a file holds: answers of status 200 that are HTML, each address once."""
    pages = (
        e.uri for e in scan(path).entries if e.status == 200 and e.media_type in ("text/html", "application/xhtml+xml")
    )
    return iter(dict.fromkeys(pages))


def _entries(made: Scan, check_digests: bool) -> Iterator[Entry]:
    with made.path.open("rb") as stream:
        records = ArchiveIterator(stream, no_record_parse=True, check_digests=check_digests)
        offset = 0
        try:
            for record in records:
                offset = int(records.offset)
                head, read = _head_and_length(record)
                if record.length is None or read < record.length:
                    made.damage = f"the record at {offset} is cut"
                    return
                if any(problem.startswith("block") for problem in record.digest_checker.problems):
                    made.damage = f"the record at {offset} does not match its digest"
                entry = _entry(record, head, offset)
                if entry.status or entry.kind != "response":
                    yield entry
            if records.offset < made.path.stat().st_size or not _ends_whole(made.path, offset):
                made.damage = f"the last record, at {offset} or behind it, is cut"
        except DAMAGE as error:
            made.is_one_piece = "non-chunked gzip" in str(error)
            made.damage = f"unreadable behind the record at {offset}: {' '.join(str(error).split())[:200]}"
        finally:
            records.close()


def _ends_whole(path: Path, offset: int) -> bool:
    """Whether the gzip member at `offset` has its end: warcio is content with the record inside."""
    with path.open("rb") as stream:
        stream.seek(offset)
        if stream.read(2) != b"\x1f\x8b":
            return True
        stream.seek(offset)
        member = zlib.decompressobj(wbits=31)
        while not member.eof and (piece := stream.read(PIECE)):
            member.decompress(piece)
        return member.eof


def _head_and_length(record: ArcWarcRecord) -> tuple[bytes, int]:
    """The beginning of a record's block, and how much of the block there is."""
    head = record.raw_stream.read(MAX_HEAD)
    return head, len(head) + sum(len(piece) for piece in iter(lambda: record.raw_stream.read(PIECE), b""))


def _entry(record: ArcWarcRecord, head: bytes, offset: int) -> Entry:
    headers = record.rec_headers
    status, declared = _status(head) if record.rec_type == "response" else (0, "")
    return Entry(
        kind=record.rec_type,
        uri=(headers.get_header("WARC-Target-URI") or "").strip("<>"),
        date=headers.get_header("WARC-Date") or "",
        status=status,
        media_type=declared,
        payload_digest=headers.get_header("WARC-Payload-Digest") or "",
        refers_to=headers.get_header("WARC-Refers-To-Target-URI") or "",
        offset=offset,
    )


def _status(head: bytes) -> tuple[int, str]:
    """Status and media type of a response; (0, "") where there is none."""
    try:
        answer = parse_answer(head)
    except Unreadable:
        return 0, ""
    declared = next((value for key, value in answer.headers if key.lower() == "content-type"), "")
    return answer.status, declared.partition(";")[0].strip().lower()
