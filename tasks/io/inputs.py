"""Reads what a user points at: files, folders and standard input, each as bytes or as the reason it cannot be read."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tasks.tables.values import Reject

MAX_BYTES = 32 * 2**20  # a pasted article has kilobytes, the largest allowed sitemap 50 MB packed in practice below 10
WARC_SUFFIXES = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Input:
    """One source and its bytes; `refused` says why there are none. A WARC file is named, never loaded."""

    source: str
    data: bytes = b""
    refused: Reject | None = None

    @property
    def name(self) -> str:
        """The last part of the source: the same on any machine."""
        return Path(self.source).name or self.source

    @property
    def input_id(self) -> str:
        """Digest of the source's name."""
        return hashlib.sha256(f"input:{self.source}".encode()).hexdigest()[:24]

    @property
    def is_warc(self) -> bool:
        """Whether it is a web archive file."""
        return self.source.lower().endswith(WARC_SUFFIXES)


def read_inputs(sources: Iterable[str], max_bytes: int = MAX_BYTES) -> Iterator[Input]:
    """Every input that `sources` name, in order: `-` is standard input, a folder stands for its files, sorted.

    Hidden files and folders are passed over. An input that cannot be read is yielded with its reason.
    """
    for source in sources:
        if source == "-":
            yield _checked("-", sys.stdin.buffer.read(max_bytes + 1), max_bytes)
        else:
            for path in _files(Path(source)):
                yield _read(path, max_bytes)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for below in sorted(path.rglob("*")):
        if below.is_file() and not any(part.startswith(".") for part in below.relative_to(path).parts):
            yield below


def _read(path: Path, max_bytes: int) -> Input:
    source = path.as_posix()
    if source.lower().endswith(WARC_SUFFIXES) and path.is_file():
        return Input(source)
    try:
        with path.open("rb") as file:
            return _checked(source, file.read(max_bytes + 1), max_bytes)
    except OSError as error:
        return Input(
            source, refused=Reject("unreadable_input", f"{error.strerror or error}: give a file that can be read")
        )


def _checked(source: str, data: bytes, max_bytes: int) -> Input:
    if len(data) > max_bytes:
        detail = f"more than {max_bytes // 2**20} MiB: split it, or give a WARC file"
        return Input(source, refused=Reject("too_large", detail))
    if not data.strip():
        return Input(source, refused=Reject("empty_input", "nothing in it but white space"))
    return Input(source, data)
