"""Reads what a user points at: files, folders and standard input, each as bytes or as the reason it cannot be read."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tasks.tables.values import Reject

MAX_BYTES = 32 * 2**20  # a pasted article has kilobytes, the largest allowed sitemap 50 MB packed in practice below 10
WARC_SUFFIXES = (".warc", ".warc.gz")
NOT_FOLLOWED = "a link to a folder, which is not followed: give the folder itself"


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
        elif Path(source).is_dir():
            yield from (read_listed(path, why, max_bytes) for path, why in sorted(_listed(source)))
        else:
            yield _read(Path(source), max_bytes)


def _listed(folder: str) -> Iterator[tuple[Path, str]]:
    """What lies in a folder and those below it: its path, and why it cannot be read, where that is seen already."""
    failures: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if Path(place, name).is_symlink()]
        yield from ((Path(place, name), NOT_FOLLOWED) for name in linked)
        yield from ((Path(place, name), "") for name in files if not name.startswith("."))
    yield from ((Path(failure.filename), _why(failure)) for failure in failures)


def read_listed(path: Path, why: str = "", max_bytes: int = MAX_BYTES) -> Input:
    """A file of a folder, which is not waited for where it is a pipe or a device; `why` it is refused, where known."""
    if not why and path.exists() and not path.is_file():
        why = f"{'a folder' if path.is_dir() else 'a pipe or a device'}: give a file"
    return _refused(path, why) if why else _read(path, max_bytes)


def _read(path: Path, max_bytes: int) -> Input:
    source = _name(path)
    if source.lower().endswith(WARC_SUFFIXES) and path.is_file():
        return (
            Input(source) if source == path.as_posix() else _refused(path, "a name that is no UTF-8: rename the file")
        )
    try:
        with path.open("rb") as file:
            return _checked(source, file.read(max_bytes + 1), max_bytes)
    except (OSError, ValueError) as error:  # a null character in a name is a ValueError
        return _refused(path, _why(error))


def _refused(path: Path, why: str) -> Input:
    return Input(_name(path), refused=Reject("unreadable_input", why))


def _why(error: OSError | ValueError) -> str:
    return f"{getattr(error, 'strerror', None) or error}: give a file that can be read"


def _name(path: Path) -> str:
    """A path as text, whatever bytes are in it."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _checked(source: str, data: bytes, max_bytes: int) -> Input:
    if len(data) > max_bytes:
        detail = f"more than {max_bytes // 2**20} MiB: split it, or give a WARC file"
        return Input(source, refused=Reject("too_large", detail))
    if not data.strip():
        return Input(source, refused=Reject("empty_input", "nothing in it but white space"))
    return Input(source, data)
