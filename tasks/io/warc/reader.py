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

from tasks.io.warc.answer import parse_answer
from tasks.io.warc.record import Original
from tasks.io.web.decode import decode
from tasks.io.web.exchange import Exchange
from tasks.io.web.fault import Fault
from tasks.tables.records import Capture

# What warcio raises on damaged files, and `Unreadable`, which is a ValueError.
DAMAGE = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, ValueError)
MAX_PAYLOAD, MAX_BLOCK = 64 * 2**20, 64 * 2**20


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
            records = ArchiveIterator(stream, no_record_parse=True)
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
    where = f"{file} at {offset}"
    if record.rec_type != "response":
        raise LostRecord(f"{where}: a {record.rec_type} record, not a response")
    answer = parse_answer(_block(record, where))
    return Exchange(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        status=answer.status,
        headers=answer.headers,
        raw_body=answer.raw_body,
        body=answer.body,
        at=instant(record.rec_headers.get_header("WARC-Date")),
        fault=_truncation(record),
        warc_file=file,
        warc_offset=offset,
    )


def _block(record: ArcWarcRecord, where: str) -> bytes:
    if record.length is None or record.length > MAX_BLOCK:
        raise LostRecord(f"{where}: a record of {record.length} bytes, {MAX_BLOCK} are read at most")
    block: bytes = record.raw_stream.read()
    if len(block) != record.length:
        raise LostRecord(f"{where}: the record is cut, {len(block)} of {record.length} bytes")
    return block


def instant(date: str) -> datetime:
    """A WARC date as an instant."""
    made = datetime.fromisoformat(date.replace("Z", "+00:00"))
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def _truncation(record: ArcWarcRecord) -> Fault | None:
    why = record.rec_headers.get_header("WARC-Truncated")
    outcome = {"length": "too_large", "time": "timeout"}.get(why, "malformed_response")
    return Fault(outcome, f"the kept answer is truncated ({why})") if why else None  # type: ignore[arg-type]  # outcomes written by us
