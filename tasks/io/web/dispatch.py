"""Runs jobs on threads, the host that is free first, so that one slow host never holds the workers of the others."""

from __future__ import annotations

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait

Job = Callable[[], None]
Clock = Callable[[str], float]


def run_by_host(jobs: Mapping[str, Sequence[Job]], workers: int, free_at: Clock, *, at_once: bool = False) -> None:
    """Run all jobs; one per host at a time, unless `at_once`.

    `free_at` gives a host's next turn by the monotonic clock. The first exception of a job ends the run.
    """
    queue = _Queue(jobs, free_at, at_once)
    with ThreadPoolExecutor(workers, thread_name_prefix="fetch") as pool:
        futures = [pool.submit(queue.work) for _ in range(min(workers, sum(map(len, jobs.values()))))]
        try:
            wait(futures, return_when=FIRST_EXCEPTION)
        finally:
            queue.stop()  # after a bug or an interrupt the workers end with the job they are at
    for future in futures:
        future.result()


class _Queue:
    """Jobs by host, and when each host may be asked next."""

    def __init__(self, jobs: Mapping[str, Sequence[Job]], free_at: Clock, at_once: bool) -> None:
        self._left = {host: deque(queue) for host, queue in jobs.items() if queue}
        self._ready = [(free_at(host), host) for host in self._left]
        heapq.heapify(self._ready)
        self._free_at, self._at_once = free_at, at_once
        self._changed = threading.Condition()
        self._running = 0

    def work(self) -> None:
        """Do jobs until none is left."""
        while taken := self._take():
            host, job = taken
            job()
            self._done(host)

    def _take(self) -> tuple[str, Job] | None:
        """The next job whose host is free; waits for one, and gives None where there will be none."""
        with self._changed:
            while self._ready or self._running:
                wait_s = self._ready[0][0] - time.monotonic() if self._ready else None
                if wait_s is not None and wait_s <= 0:
                    return self._start(heapq.heappop(self._ready)[1])
                self._changed.wait(wait_s)
        return None

    def _start(self, host: str) -> tuple[str, Job]:
        job = self._left[host].popleft()
        self._running += 1
        if self._at_once:
            self._again(host)
        return host, job

    def _done(self, host: str) -> None:
        with self._changed:
            self._running -= 1
            if not self._at_once:
                self._again(host)
            self._changed.notify_all() if not self._running else self._changed.notify()

    def _again(self, host: str) -> None:
        if self._left[host]:
            heapq.heappush(self._ready, (self._free_at(host), host))

    def stop(self) -> None:
        """Forget the jobs that are left."""
        with self._changed:
            self._ready, self._running = [], 0
            self._left = {host: deque() for host in self._left}
            self._changed.notify_all()
