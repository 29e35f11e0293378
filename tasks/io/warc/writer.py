"""The one writer of a run: appends records to a new file, so that a file once closed or cut is never touched again."""

from __future__ import annotations

import os
import threading
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from tasks.io.warc.reader import original_at
from tasks.io.warc.record import records_of, warcinfo
from tasks.io.web.exchange import Exchange

MAX_FILE_BYTES = 2**30


class WarcWriter:
    """Keeps exchanges in `folder`, from many threads; the first answer makes the file.

    Records are compressed by the caller's thread and appended whole, under a lock. What `sync` has returned from is on
    disk; a machine that stops earlier leaves at most a cut record at the end, which readers notice.
    """

    def __init__(
        self, folder: str | Path, now: Callable[[], datetime], *, software: str, max_bytes: int = MAX_FILE_BYTES
    ) -> None:
        self._folder, self._now, self._software, self._max_bytes = Path(folder), now, software, max_bytes
        self._lock = threading.Lock()
        self._file: BinaryIO | None = None
        self._name = ""

    def keep(self, exchange: Exchange, original: tuple[str, int] | None = None) -> tuple[str, int]:
        """Keep an answer and its request; gives file and offset of the record that holds the payload.

        `original` is where an earlier answer of the same address stands: what did not change is kept as a revisit.
        """
        earlier = original_at(self._folder, *original) if original else None
        packed, is_revisit = records_of(exchange, earlier)
        with self._lock:
            file = self._open()
            offset = file.tell()
            file.write(packed)
            file.flush()  # so that it can be read back while the run goes on
            name = self._name
        return (earlier.file, earlier.offset) if is_revisit and earlier else (name, offset)

    def sync(self) -> None:
        """Make sure that everything kept so far survives a crash."""
        with self._lock:
            if self._file:
                self._file.flush()
                os.fsync(self._file.fileno())

    def close(self) -> None:
        """Sync and end the file."""
        self.sync()
        with self._lock:
            if self._file:
                self._file.close()
                self._file = None

    def _open(self) -> BinaryIO:
        if self._file and self._file.tell() >= self._max_bytes:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._file = None
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._name = f"dateline-{self._now():%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}.warc.gz"
            self._file = (self._folder / self._name).open("xb")
            self._file.write(warcinfo(self._name, self._software))
        return self._file
