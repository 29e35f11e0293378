"""Where documents are read for facts: on the cores of this machine, or on a Dask cluster."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any

ANSWER_S = 10  # a cluster that has just been started may still have no workers


class ClusterError(OSError):
    """A Dask cluster that cannot be used."""


@contextmanager
def open_pool(workers: int, scheduler: str | None, version_of: Callable[[], str]) -> Iterator[Executor | None]:
    """What reads documents beside this process: `workers` processes of this machine, None where one is enough.

    With `scheduler`, the address of a Dask scheduler, the workers of that cluster; `version_of` must say there what it
    says here. They need Dateline alone: no lake, no credentials and no Prefect, since this process reads and writes.

    Raises:
        ClusterError: nobody answers at `scheduler`, or its workers are none or have another version of Dateline.
    """
    if scheduler is not None:
        with _cluster(scheduler, version_of) as cluster:
            yield cluster
    elif workers > 1:
        with ProcessPoolExecutor(workers, get_context("spawn"), end_with_parent) as pool:
            yield pool
    else:
        yield None


def end_with_parent() -> None:
    """End this process when the one that started it was killed; it would wait for work for ever."""
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@contextmanager
def _cluster(scheduler: str, version_of: Callable[[], str]) -> Iterator[Executor]:
    try:
        from distributed import Client, KilledWorker
    except ModuleNotFoundError as error:
        raise ClusterError(f"{scheduler}: for a Dask cluster install the extra: pip install -e '.[cluster]'") from error
    try:
        client = Client(scheduler, timeout=ANSWER_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{scheduler}: no Dask scheduler answers there ({error}); start one, or check it") from error
    with client:
        _check(client, scheduler, version_of)
        try:
            yield client.get_executor()
        except CancelledError as error:
            raise ClusterError(f"{scheduler}: the Dask scheduler was lost; start it again, or check it") from error
        except KilledWorker as error:
            raise ClusterError(f"{scheduler}: {error}") from error


def _check(client: Any, scheduler: str, version_of: Callable[[], str]) -> None:
    """Refuse a cluster whose facts would be another version's."""
    try:
        client.wait_for_workers(1, timeout=ANSWER_S)
    except TimeoutError as error:
        raise ClusterError(f"{scheduler}: no workers; start some: dask worker {scheduler} --nthreads 1") from error
    wanted = version_of()
    for worker, found in client.run(version_of, on_error="return").items():
        if found != wanted:
            told = f" ({found})" if isinstance(found, Exception) else ""
            raise ClusterError(f"Dask worker {worker}: another version of Dateline{told}; install there what is here")
