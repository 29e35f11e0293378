"""One run at a time on a lake folder: a lock that dies with its process, however it ends.

POSIX record locks belong to a process: worker processes do not inherit them, and a killed run leaves none behind.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAUSE_S = 0.2

_held: dict[str, tuple[str, int]] = {}  # lock file -> run that holds it in this process, and how often
_guard = threading.Lock()


class LakeBusy(RuntimeError):
    """Another run works on the lake, and did not end in the time given."""


@contextmanager
def folder_lock(path: Path, run_id: str, patience_s: float) -> Iterator[None]:
    """Hold the lock of a lake folder; the same run may take it again.

    Raises:
        LakeBusy: another run still held it after `patience_s` seconds.
    """
    deadline = time.monotonic() + patience_s
    while not _enter(path, run_id):
        if time.monotonic() > deadline:
            raise LakeBusy(f"{path.parent}: run {_holder(path)} works on this lake; wait for it to end, or stop it")
        time.sleep(PAUSE_S)
    try:
        yield
    finally:
        _leave(path)


_files: dict[str, int] = {}  # lock file -> descriptor; closing any descriptor of the file would drop the lock


def _enter(path: Path, run_id: str) -> bool:
    name = str(path.resolve())
    with _guard:
        holder, times = _held.get(name, (run_id, 0))
        if holder != run_id or (times == 0 and not _lock(path, name, run_id)):
            return False
        _held[name] = (run_id, times + 1)
        return True


def _lock(path: Path, name: str, run_id: str) -> bool:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return False
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{run_id} in process {os.getpid()}".encode())
    _files[name] = descriptor
    return True


def _leave(path: Path) -> None:
    name = str(path.resolve())
    with _guard:
        run_id, times = _held.pop(name)
        if times > 1:
            _held[name] = (run_id, times - 1)
        else:
            os.close(_files.pop(name))


def _holder(path: Path) -> str:
    name = str(path.resolve())
    if name in _held:  # reading the file here would close a descriptor of it, and so give our own lock away
        return _held[name][0]
    return path.read_text("utf-8")
