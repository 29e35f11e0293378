"""Builds a lake of made-up documents in a process of its own, which is killed at a random moment; and reads beside it.

Used by the tests with a few kills, and by `benchmarks/faults.py` with as many as asked for.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pyarrow.dataset as ds

from tasks.io.lake.edition import Edition
from tasks.io.lake.proof import prove
from tasks.io.store import Lake
from tasks.publish import publish
from tasks.tables.batch import batches
from tasks.tables.content import VOLATILE
from tasks.tables.records import Rejection
from tests.synthetic import SEEN, put_all, rows_of, tables_of

BATCH = 3
COMPARED = ("references", "captures", "documents", "mentions", "facts", "coverage", "rejections")

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.faults"])


@dataclass(frozen=True)
class Job:
    """What one build is about: documents by number, which edition of them the world shows, and who reads them.

    One that never ends does all but publish.
    """

    numbers: tuple[int, ...]
    edition: int = 1
    version: str = "v1"
    ends: bool = True


def build(root: Path, job: Job, run_id: str) -> None:
    """As the flow does it: collect all, settle, then what is due batch by batch, then publish."""
    lake = Lake(root)
    with lake.exclusive(run_id):
        rows = rows_of(job.numbers, edition=job.edition, version=job.version)
        for part in _parts(rows["references"]):
            lake.put("references", tables_of({"references": part})["references"])
            lake.put_rejections("collect", [f"bad{job.numbers[0]}"], [_refused(job, run_id)])
        lake.settle()
        known = set(lake.read("captures")["capture_id"].to_pylist())
        for part in _parts([r for r in rows["captures"] if r["capture_id"] not in known]):
            lake.put("captures", tables_of({"captures": part})["captures"])
        for numbers in batches([str(n) for n in job.numbers], BATCH):
            made = rows_of(map(int, numbers), edition=job.edition, version=job.version)
            put_all(lake, tables_of({**made, "references": [], "captures": []}))
        if not job.ends:
            time.sleep(600)
        publish(lake, run_id, {"job": str(job)}, datetime.now(UTC))


def start(root: Path, job: Job, run_id: str) -> BaseProcess:
    """A build in a process of its own."""
    process = _context.Process(target=build, args=(root, job, run_id), daemon=True)
    process.start()
    return process


def cramped(root: Path, job: Job, room: int) -> int | None:
    """Exit code of a build that may write no file larger than `room` bytes."""
    process = _context.Process(target=_cramped, args=(root, job, room), daemon=True)
    process.start()
    process.join()
    return process.exitcode


def _cramped(root: Path, job: Job, room: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that writes fail, as on a full disk, and the process lives
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    build(root, job, "cramped")


def undisturbed(root: Path, jobs: Sequence[Job]) -> tuple[dict[str, Any], float]:
    """What the jobs make, one after the other, and the seconds the last one takes in a process of its own."""
    spent = 0.0
    for i, job in enumerate(jobs):
        begun = time.monotonic()
        process = start(root, job, f"run {i}")
        process.join()
        spent = time.monotonic() - begun
        assert process.exitcode == 0
    return told(root), spent


def disturb(root: Path, jobs: Sequence[Job], kills: int, spent: float, seed: int) -> int:
    """Kill builds of the jobs, mostly the last, at random moments; then build the last to its end. Gives the kills."""
    chance, killed = random.Random(seed), 0
    for i in range(kills):
        process = start(root, chance.choice(jobs[-1:] * 3 + list(jobs)), f"killed {i}")
        time.sleep(chance.uniform(0, spent))
        if process.pid is not None and process.is_alive():
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
        process.join()
    process = start(root, jobs[-1], "last")
    process.join()
    assert process.exitcode == 0
    return killed


def told(root: Path) -> dict[str, Any]:
    """The newest release without what differs from run to run, and its number left out."""
    edition = Edition(Lake(root))
    rows = {}
    for table in COMPARED:
        names = [n for n in edition.snapshot(table).schema.names if n not in VOLATILE.get(table, ())]
        rows[table] = sorted(map(repr, edition.read(table, names).to_pylist()))
    return {"digest": edition.release.digest, **rows}


@contextmanager
def reading(root: Path) -> Iterator[list[str]]:
    """Read the newest release over and over, as a tool that knows only files does; what was wrong with it."""
    wrong: list[str] = []
    done = Event()

    def read() -> None:
        while not done.is_set():
            wrong.extend(_look(root / "releases" / "latest"))
            time.sleep(0.1)

    thread = Thread(target=read)
    thread.start()
    try:
        yield wrong
    finally:
        done.set()
        thread.join()


def _look(latest: Path) -> list[str]:
    if not latest.exists():
        return []
    release = latest.resolve()  # so that all is read from one release, though `latest` may move on meanwhile
    manifest = json.loads((release / "manifest.json").read_text())
    rows = {t: ds.dataset(release / t).to_table() for t in ("documents", "facts", "coverage")}
    off = [f"{release.name}: {t} has {len(r)} rows" for t, r in rows.items() if len(r) != manifest["rows"][t]]
    known = set(rows["documents"]["document_id"].to_pylist())
    if set(rows["facts"]["document_id"].to_pylist()) - known:
        off.append(f"{release.name}: facts of documents that are not there")
    return off


def proved(root: Path) -> list[str]:
    """What is broken in any release of a lake."""
    lake = Lake(root)
    return [f"{r.release}: {b.table}: {b.what}" for r in lake.releases() for b in prove(Edition(lake, r.release))]


def copy(source: Path, target: Path) -> Path:
    """A lake copied, as from a backup."""
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target, symlinks=True))


def _parts(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return (rows[i : i + BATCH] for i in range(0, len(rows), BATCH))


def _refused(job: Job, run_id: str) -> Rejection:
    return Rejection(
        stage="collect",
        record_id=f"bad{job.numbers[0]}",
        input="a file",
        reason="empty_input",
        detail="nothing in it",
        run_id=run_id,
        rejected_at=SEEN,
    )
