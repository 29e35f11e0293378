"""The bytes of one response as they arrive: counted, timed, and kept exactly as they were sent."""

from __future__ import annotations

import http.client
import io
import socket
from typing import Any

from tasks.io.web.fault import Fault
from tasks.io.web.limits import TALK, Budget, Talk

BUFFER = 32 * 2**10
MAX_INTERIM = 20  # interim responses (1xx) before the real one


class Wire(io.RawIOBase):
    """A socket's stream that ends when the time or the bytes of its budget are spent.

    Each read waits only for what is left of the whole time. So a dripping sender ends on time too, with no watchdog.
    """

    def __init__(self, stream: io.RawIOBase, sock: socket.socket, budget: Budget) -> None:
        self._stream, self._sock, self._budget = stream, sock, budget
        self._left = budget.limits.max_wire_bytes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._budget.seconds())
        try:
            count = self._stream.readinto(buffer)
        except TimeoutError:
            raise self._budget.late() from None
        self._left -= count or 0
        if self._left < 0:
            raise Fault("too_large", f"more than {self._budget.limits.max_wire_bytes} bytes on the wire")
        return count

    def close(self) -> None:
        self._stream.close()
        super().close()


class Tap(io.BufferedReader):
    """A buffered stream that keeps a copy of what was taken from it, and no byte that was not."""

    def __init__(self, wire: Wire, talk: Talk) -> None:
        super().__init__(wire, BUFFER)
        self._talk, self.kept = talk, talk.received
        self._head_lines = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.kept += data
        return data

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(-1 if size is None else size)
        self.kept += line
        self._check_head()
        return line

    def readinto(self, buffer: Any, /) -> int:
        count = super().readinto(buffer)
        self.kept += memoryview(buffer)[:count]
        return count

    def _check_head(self) -> None:
        if self._talk.head_length:
            return
        limits = self._talk.budget.limits
        self._head_lines += 1
        if len(self.kept) > limits.max_header_bytes or self._head_lines > limits.max_header_lines:
            raise Fault("too_large", "the header has more bytes or lines than allowed")


class TappedResponse(http.client.HTTPResponse):
    """A response read through a tap, which fills the talk under way."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self._talk: Talk = TALK.get()
        self._talk.received.clear()
        self._talk.head_length = 0
        self.fp = self._talk.stream = Tap(Wire(self.fp.detach(), sock, self._talk.budget), self._talk)

    def begin(self) -> None:
        super().begin()
        self._talk.head_length = len(self._talk.received)

    def _read_status(self) -> tuple[str, int, str]:
        """The status line, interim responses skipped: the standard library takes 103 for the final one."""
        for _ in range(MAX_INTERIM):
            version, status, reason = super()._read_status()  # type: ignore[misc]  # not in the type stubs
            if not 100 <= status < 200 or status == http.client.SWITCHING_PROTOCOLS:
                return version, status, reason
            http.client.parse_headers(self.fp)
            self._talk.received.clear()
        raise http.client.HTTPException(f"more than {MAX_INTERIM} interim responses")
