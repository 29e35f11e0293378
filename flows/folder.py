"""The files of a folder read on all cores, in the order of their names, as many ahead as keep the cores at work."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import click

from flows.names import shown_name
from tasks.io.pool import end_with_parent

Read = tuple[str, str]
_CHUNK = 8  # files a process is given at once, so that little time goes into handing them over
_AHEAD = 4  # chunks for each process; more would only fill the memory where who reads the lines is slow


def files_of(folder: Path, endings: Sequence[str]) -> list[Path]:
    """What bears one of the endings, in whatever case, sorted by name; hidden files are passed over."""
    found = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in found if path.name.lower().endswith(tuple(endings)))


def read_all(files: Sequence[Path], read: Callable[[Path], Read]) -> Iterator[Read]:
    """What `read` says of each file, in their order.

    Raises:
        ClickException: a process that read them was ended from outside.
    """
    # The first is read before there are other processes, for these inherit the models it loads: half a second each.
    yield from map(read, files[:1])
    gc.freeze()  # nor does the garbage collector search these models again and again: 4 % of the time
    if len(files) > 1:
        cores = min(os.cpu_count() or 1, len(files) - 1)
        with ProcessPoolExecutor(cores, initializer=end_with_parent) as pool:
            yield from _in_order(pool, files[1:], read, _AHEAD * cores)


def _in_order(
    pool: ProcessPoolExecutor, files: Sequence[Path], read: Callable[[Path], Read], ahead: int
) -> Iterator[Read]:
    waiting: deque[tuple[Path, Future[list[Read]]]] = deque()
    chunks = (files[at : at + _CHUNK] for at in range(0, len(files), _CHUNK))
    try:
        while chunk := next(chunks, None):
            waiting.append((chunk[0], pool.submit(_read_chunk, read, chunk)))
            if len(waiting) > ahead:
                yield from _result(*waiting.popleft())
        while waiting:
            yield from _result(*waiting.popleft())
    finally:  # who reads the lines may have gone
        for _, future in waiting:
            future.cancel()


def _read_chunk(read: Callable[[Path], Read], chunk: Sequence[Path]) -> list[Read]:
    return list(map(read, chunk))


def _result(first: Path, future: Future[list[Read]]) -> list[Read]:
    try:
        return future.result()
    except BrokenProcessPool as error:
        why = "a process was ended while it was read or one soon behind it (no memory left?): read the rest by itself"
        raise click.ClickException(f"{shown_name(str(first))}: {why}") from error
