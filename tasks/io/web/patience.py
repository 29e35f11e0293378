"""Gives a host up that has failed to answer again and again, so that a dead one does not cost a run its evening."""

from __future__ import annotations

import threading
from collections import Counter

from tasks.io.web.fault import Fault

MOST_FAILURES = 6  # in a row: two pages, each with its tries
SILENCE = frozenset({"unreachable", "timeout", "tls_error"})


class Patience:
    """Counts failures in a row per host; shared by all workers of a run."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = Counter[str]()
        self._last: dict[str, Fault] = {}

    def refuse(self, host: str) -> None:
        """Refuse a host that was given up.

        Raises:
            Fault: what it failed with last.
        """
        if self._failures[host] >= MOST_FAILURES:
            last = self._last[host]
            raise Fault(last.outcome, f"{host} was given up after {MOST_FAILURES} failures; the last: {last.detail}")

    def failed(self, host: str, fault: Fault) -> None:
        """Note that no answer came; faults of ours, or about one answer, do not count."""
        if fault.outcome in SILENCE:
            with self._lock:
                self._failures[host] += 1
                self._last[host] = fault.again()

    def answered(self, host: str) -> None:
        """Note that an answer came."""
        if host in self._failures:
            with self._lock:
                self._failures.pop(host, None)
                self._last.pop(host, None)
