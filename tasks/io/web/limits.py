"""How much one visit may take: the limits a run is given, the budget of a try, and the request under way."""

from __future__ import annotations

import time
from contextvars import ContextVar
from dataclasses import dataclass
from io import BufferedReader

from tasks.io.web.fault import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one visit; seconds and bytes."""

    timeout_s: float = 30.0
    connect_timeout_s: float = 10.0
    max_wire_bytes: int = 10 * 2**20
    max_decoded_bytes: int = 30 * 2**20
    max_header_bytes: int = 128 * 2**10
    max_header_lines: int = 100  # the standard library stops there too, without saying which limit it was
    max_redirects: int = 10


class Budget:
    """What is left of the limits for one try, redirects included."""

    def __init__(self, limits: Limits, *, takes_any_type: bool = False) -> None:
        self.limits, self.takes_any_type = limits, takes_any_type
        self._deadline = time.monotonic() + limits.timeout_s

    def seconds(self) -> float:
        """Seconds left.

        Raises:
            Fault: none are.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise self.late()
        return left

    def late(self) -> Fault:
        """The fault of having run out of time."""
        return Fault("timeout", f"not done within {self.limits.timeout_s:g} s", heals=True)


class Talk:
    """One request and its response, as the connection sees them go by."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.sent = bytearray()
        self.received = bytearray()
        self.head_length = 0  # bytes of `received` before the body; 0 until the head is whole
        self.peer: str | None = None  # the address connected to, None behind a proxy
        self.stream: BufferedReader | None = None  # what the response is read from

    def close(self) -> None:
        """Close the stream: libraries leave it open when they refuse a response half-way."""
        if self.stream:
            self.stream.close()
            self.release()

    def release(self) -> None:
        """Let go of the stream, which holds this talk: together they would wait for the garbage collector."""
        self.stream = None


# The connection is made deep inside urllib3, in the same thread, where no argument of ours reaches.
TALK: ContextVar[Talk] = ContextVar("request under way")
