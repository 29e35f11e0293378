"""How often a host is asked: one clock per host, shared by all workers of a run."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tasks.io.web.fault import Fault

MAX_HOSTS = 50_000
YEAR_S = 365 * 86_400.0


class Pace:
    """Gives out turns, at least `pace_s` apart per host; seconds throughout.

    A redirect or a robots.txt is asked for at once and paid for afterwards: it only moves the host's next turn.
    """

    def __init__(
        self,
        pace_s: float = 5.0,
        *,
        longest_wait_s: float = 120.0,
        backoff_s: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.pace_s, self._longest_wait_s, self._backoff_s = pace_s, longest_wait_s, backoff_s
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._free_at: dict[str, float] = {}
        self._delays: dict[str, float] = {}

    def take(self, host: str, *, wait: bool = True) -> None:
        """Take the host's next turn, sleeping until it comes.

        Raises:
            Fault: `rate_limited`, where the turn is further off than a run should wait.
        """
        with self._lock:
            now = self._clock()
            turn = max(now, self._free_at.get(host, now))
            if turn - now > self._longest_wait_s:
                raise Fault("rate_limited", f"{host} asks to be left alone for {turn - now:.0f} s; the next run tries")
            self._forget_old(now)
            self._free_at[host] = turn + max(self.pace_s, self._delays.get(host, 0.0))
        if wait and turn > now:
            self._sleep(turn - now)

    def free_at(self, host: str) -> float:
        """When the host's next turn is, by this clock; 0 where nobody will wait for it (see `take`)."""
        turn = self._free_at.get(host, 0.0)
        return turn if turn - self._clock() <= self._longest_wait_s else 0.0

    def slow(self, host: str, delay_s: float) -> None:
        """Ask `host` no more often than its own crawl delay says."""
        with self._lock:
            self._delays[host] = delay_s

    def hold(self, host: str, seconds: float) -> bool:
        """Leave `host` alone for a while, as it asked; says whether a run waits that long."""
        with self._lock:
            self._free_at[host] = max(self._free_at.get(host, 0.0), self._clock() + seconds)
        return seconds <= self._longest_wait_s

    def back_off(self, tries: int) -> None:
        """Sleep before another try: twice as long each time, any part of it (full jitter keeps workers apart)."""
        self._sleep(random.uniform(0, self._backoff_s * 2.0**tries))

    def _forget_old(self, now: float) -> None:
        if len(self._free_at) > MAX_HOSTS:
            self._free_at = {host: at for host, at in self._free_at.items() if at > now}
            self._delays = {host: delay for host, delay in self._delays.items() if host in self._free_at}


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds a `Retry-After` header asks for, given as seconds or as a date (RFC 9110, 10.2.3).

    >>> retry_after("Wed, 21 Oct 2015 07:28:00 GMT", datetime(2015, 10, 21, 7, 27, tzinfo=UTC))
    60.0
    """
    if not value:
        return None
    try:
        seconds = float(value) if value.strip().isdigit() else _until(value, now)
    except (ValueError, OverflowError):
        return None
    return min(max(0.0, seconds), YEAR_S)


def _until(value: str, now: datetime) -> float:
    then = parsedate_to_datetime(value)
    return ((then if then.tzinfo else then.replace(tzinfo=UTC)) - now).total_seconds()
