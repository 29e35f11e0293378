"""Runs jobs on threads, the host that is free first, so that one slow host never holds the workers of the others."""

from __future__ import annotations

import heapq
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")


def run_by_host(
    jobs: Mapping[str, list[Callable[[], T]]], workers: int, free_at: Callable[[str], float], *, at_once: bool = False
) -> list[T]:
    """The results of all jobs, in no order; one job per host at a time, unless `at_once`.

    `free_at` gives a host's next turn by the monotonic clock. The first exception of a job ends the run.
    """
    left = {host: deque(queue) for host, queue in jobs.items() if queue}
    ready = [(free_at(host), host) for host in left]
    heapq.heapify(ready)
    running: dict[Future[T], str] = {}
    results: list[T] = []
    with ThreadPoolExecutor(workers, thread_name_prefix="fetch") as pool:
        try:
            while ready or running:
                while ready and len(running) < workers and ready[0][0] <= time.monotonic():
                    host = heapq.heappop(ready)[1]
                    running[pool.submit(left[host].popleft())] = host
                    if at_once and left[host]:
                        heapq.heappush(ready, (free_at(host), host))
                for future in _done(running, ready, workers):
                    host = running.pop(future)
                    results.append(future.result())
                    if left[host] and not at_once:
                        heapq.heappush(ready, (free_at(host), host))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return results


def _done(running: Mapping[Future[T], str], ready: list[tuple[float, str]], workers: int) -> set[Future[T]]:
    """Jobs that have ended; waits for one, or until the next host is free and a worker has time for it."""
    until = None
    if ready and len(running) < workers:
        until = max(0.0, ready[0][0] - time.monotonic())
    if running:
        return wait(running, timeout=until, return_when=FIRST_COMPLETED).done
    if until:
        time.sleep(until)
    return set()
