"""Reads kept answers back by file and offset, and re-proves their digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from tasks.io.warc.record import Original
from tasks.io.web.decode import decode
from tasks.io.web.exchange import Exchange
from tasks.io.web.fault import Fault
from tasks.tables.records import Capture

# What warcio raises on damaged files; the last where a record lacks its Target-URI, which it takes for granted.
DAMAGE = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, ValueError, AttributeError)
MAX_PAYLOAD = 64 * 2**20


class LostRecord(ValueError):
    """A kept answer cannot be read back: the message names file and offset, and what is wrong."""


def payload_of(capture: Capture, raw_folder: str | Path) -> bytes:
    """The decoded payload of a capture, its digest proved anew.

    Raises:
        LostRecord: it is gone, cut, or not what was captured.
    """
    if capture.warc_file is None or capture.warc_offset is None:
        raise LostRecord(f"capture {capture.capture_id} ({capture.outcome}) has no kept answer")
    where = f"{capture.warc_file} at {capture.warc_offset}"
    answer = exchange_at(raw_folder, capture.warc_file, capture.warc_offset)
    try:
        payload = decode(answer.body, answer.header("content-encoding"), MAX_PAYLOAD)
    except Fault as fault:
        raise LostRecord(f"{where}: {fault.detail}") from fault
    digest = hashlib.sha256(payload).hexdigest()
    if capture.payload_digest and digest != capture.payload_digest:
        raise LostRecord(f"{where}: payload is {digest}, captured was {capture.payload_digest}")
    return payload


def exchange_at(raw_folder: str | Path, file: str, offset: int) -> Exchange:
    """The answer whose record starts at `offset` of `file`, a path below `raw_folder` or an absolute one.

    Raises:
        LostRecord: there is no whole response record.
    """
    with record_at(raw_folder, file, offset) as record:
        return exchange_of(record, file, offset)


def original_at(raw_folder: str | Path, file: str, offset: int) -> Original | None:
    """What a revisit says of the record at `offset`, or None where that record is lost."""
    try:
        with record_at(raw_folder, file, offset) as record:
            headers = record.rec_headers
            parts = [headers.get_header(f"WARC-{name}") for name in ("Target-URI", "Date", "Payload-Digest")]
    except LostRecord:
        return None
    return Original(file, offset, *parts) if all(parts) else None


@contextmanager
def record_at(raw_folder: str | Path, file: str, offset: int) -> Iterator[ArcWarcRecord]:
    """The record at a place, open for reading."""
    try:
        with (Path(raw_folder) / file).open("rb") as stream:
            stream.seek(offset)
            records = ArchiveIterator(stream)
            record = next(iter(records), None)
            if record is None:
                raise LostRecord(f"{file} at {offset}: the record is cut or missing")
            yield record
            records.close()
    except DAMAGE as error:
        if isinstance(error, LostRecord):
            raise
        raise LostRecord(f"{file} at {offset}: {type(error).__name__}: {error}") from error


def exchange_of(record: ArcWarcRecord, file: str, offset: int) -> Exchange:
    """A response record as the exchange it holds."""
    if record.rec_type != "response" or record.http_headers is None:
        raise LostRecord(f"{file} at {offset}: a {record.rec_type} record, not a response")
    raw = record.raw_stream.read()
    if record.payload_length >= 0 and len(raw) != record.payload_length:
        raise LostRecord(f"{file} at {offset}: the record is cut, {len(raw)} of {record.payload_length} bytes")
    headers = [(key, value) for key, value in record.http_headers.headers]
    return Exchange(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        status=int(record.http_headers.get_statuscode() or 0),
        headers=headers,
        raw_body=raw,
        body=_body(raw, headers),
        at=instant(record.rec_headers.get_header("WARC-Date")),
        fault=_truncation(record),
        warc_file=file,
        warc_offset=offset,
    )


def instant(date: str) -> datetime:
    """A WARC date as an instant."""
    made = datetime.fromisoformat(date.replace("Z", "+00:00"))
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def _truncation(record: ArcWarcRecord) -> Fault | None:
    why = record.rec_headers.get_header("WARC-Truncated")
    outcome = {"length": "too_large", "time": "timeout"}.get(why, "malformed_response")
    return Fault(outcome, f"the kept answer is truncated ({why})") if why else None  # type: ignore[arg-type]


def _body(raw: bytes, headers: list[tuple[str, str]]) -> bytes:
    """The body without transfer coding; other people's files often hold it without already, and say chunked still."""
    coding = next((value for key, value in headers if key.lower() == "transfer-encoding"), "")
    return dechunked(raw) if "chunked" in coding.lower() else raw


def dechunked(raw: bytes) -> bytes:
    """The content of a chunked body, up to where it is cut; a body that is not chunked is left as it is.

    >>> dechunked(b"5\\r\\nhello\\r\\n0\\r\\n\\r\\n"), dechunked(b"hello")
    (b'hello', b'hello')
    """
    made, at = bytearray(), 0
    while (end := raw.find(b"\n", at)) >= 0:
        try:
            size = int(raw[at:end].partition(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            return bytes(made)
        made += raw[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if raw[at : at + 2] == b"\r\n" else 1
    return bytes(made) if made else raw
