"""Documents read on the cores of this machine or on a Dask cluster (a real one, on loopback): the same rows."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
from distributed import LocalCluster

from tasks.annotate import annotate
from tasks.io import pool
from tasks.io.pool import ClusterError, open_pool
from tasks.tables.batch import records_of
from tests.synthetic import rows_of, tables_of

DOCUMENTS = records_of("documents", tables_of(rows_of(range(9)))["documents"])
BUILT_AND_KILLED = """
import os, signal
from tasks.io.pool import open_pool
with open_pool(2, None, str) as found:
    print(*{found.submit(os.getpid).result() for _ in range(9)}, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
READ_AND_KILLED = """
import os, signal
from pathlib import Path
from flows.folder import read_all
def read(path):
    return "", str(os.getpid())
lines = read_all([Path(str(number)) for number in range(99)], read)
next(lines)
print(*{next(lines)[1] for _ in range(20)}, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def version() -> str:
    """That of all workers here."""
    return "v1"


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    options = {"host": "127.0.0.1", "protocol": "tcp://", "dashboard_address": None, "worker_dashboard_address": None}
    with LocalCluster(n_workers=0, threads_per_worker=1, processes=False, **options) as found:  # type: ignore[no-untyped-call]
        yield found


def test_all_ways_give_the_same_rows(cluster: LocalCluster) -> None:
    cluster.scale(1)  # type: ignore[no-untyped-call]
    made = []
    for workers, scheduler in ((1, None), (2, None), (1, cluster.scheduler_address)):
        with open_pool(workers, scheduler, version) as found:
            assert (found is None) == (workers == 1 and scheduler is None)
            made.append(annotate(DOCUMENTS, "v1", found))
    assert made[0].facts
    assert made[0] == made[1] == made[2]


def test_workers_of_another_version_are_refused(cluster: LocalCluster) -> None:
    cluster.scale(1)  # type: ignore[no-untyped-call]
    with (
        pytest.raises(ClusterError, match=r"^Dask worker tcp://127.0.0.1:\d+: another version of Dateline; install"),
        open_pool(1, cluster.scheduler_address, lambda: threading.current_thread().name),
    ):
        pass


def test_workers_without_dateline_are_refused(cluster: LocalCluster) -> None:
    def broken() -> str:
        if threading.current_thread() is not threading.main_thread():
            raise ModuleNotFoundError("No module named 'tasks'")
        return "v1"

    cluster.scale(1)  # type: ignore[no-untyped-call]
    with (
        pytest.raises(ClusterError, match=r"another version of Dateline \(No module named 'tasks'\); install there"),
        open_pool(1, cluster.scheduler_address, broken),
    ):
        pass


def test_a_cluster_without_workers_is_refused(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "ANSWER_S", 0.2)
    with pytest.raises(ClusterError, match="no workers; start some"), open_pool(1, cluster.scheduler_address, version):
        pass


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1", "ftp://127.0.0.1:80"])
def test_an_address_of_no_scheduler_is_said_in_a_line(address: str) -> None:
    with (
        pytest.raises(ClusterError, match=f"^{address}: no Dask scheduler answers there"),
        open_pool(1, address, version),
    ):
        pass


def test_a_scheduler_that_is_lost_is_said_in_a_line(cluster: LocalCluster) -> None:
    def lose(found: Executor | None) -> None:
        assert found is not None
        waiting = found.submit(time.sleep, 5)
        cluster.close()  # type: ignore[no-untyped-call]
        waiting.result()

    cluster.scale(1)  # type: ignore[no-untyped-call]
    opened = open_pool(1, cluster.scheduler_address, version)
    with pytest.raises(ClusterError, match="the Dask scheduler was lost"), opened as found:
        lose(found)


@pytest.mark.parametrize("script", [BUILT_AND_KILLED, READ_AND_KILLED])
def test_processes_end_with_the_one_that_started_them(script: str) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=root, timeout=60)
    assert ran.returncode == -signal.SIGKILL
    left = {int(number) for number in ran.stdout.split()}
    assert left
    deadline = time.monotonic() + 30
    while left and time.monotonic() < deadline:
        left = {number for number in left if Path(f"/proc/{number}").exists()}
        time.sleep(0.1)
    for number in left:
        os.kill(number, signal.SIGKILL)
    assert not left
