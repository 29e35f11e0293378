"""Proves that captures can still be read back from their files, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tasks.io.warc.reader import LostRecord, exchange_at, payload_of
from tasks.io.warc.scan import scan
from tasks.tables.records import Capture


def verify_captures(captures: Iterable[Capture], raw_folder: str | Path) -> Iterator[tuple[str, str]]:
    """capture_id and problem of each capture whose kept answer is lost, cut, or no longer what was captured."""
    for capture in captures:
        if capture.warc_file is None:
            continue
        try:
            if capture.payload_digest:
                payload_of(capture, raw_folder)
            else:
                exchange_at(raw_folder, capture.warc_file, capture.warc_offset or 0)
        except LostRecord as lost:
            yield capture.capture_id, str(lost)


def verify_files(raw_folder: str | Path) -> Iterator[tuple[str, str]]:
    """Name and problem of each WARC file with a record that is cut or does not match its digests.

    A record cut at the end is what a crash leaves: what stands before it is good, and no capture points behind it.
    """
    for path in sorted(Path(raw_folder).glob("*.warc*")):
        found = scan(path, check_digests=True)
        for _ in found.entries:
            pass
        if found.damage:
            yield path.name, found.damage
