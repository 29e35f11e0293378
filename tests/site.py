"""A news site on loopback whose answers are written byte by byte, so that it can misbehave in any way."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import TracebackType

from tasks.io.fetch_options import FetchOptions
from tasks.tables.records import Reference
from tasks.tables.values import Candidate

ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass(slots=True)
class Request:
    """One request as it arrived, and the connection to answer it on."""

    host: str
    path: str
    headers: dict[str, str]
    number: int  # 1 for the first request of this host and path
    at: float
    sock: socket.socket = field(repr=False)
    stop: threading.Event = field(repr=False)

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def drip(self, data: bytes, every_s: float = 0.05) -> None:
        """One byte at a time, for as long as the test runs."""
        for byte in data:
            if self.stop.wait(every_s):
                return
            self.sock.sendall(bytes([byte]))

    def hang(self) -> None:
        self.stop.wait(20)

    def reset(self) -> None:
        """Close with a reset instead of an end."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


Answer = Callable[[Request], None]


def page(body: bytes = b"<p>The council met.</p>", *lines: str, status: str = "200 OK", length: bool = True) -> bytes:
    """A whole response; a `Content-Type` line is added where none is given."""
    head = [f"HTTP/1.1 {status}", *lines, "Connection: close"]
    if not any(line.lower().startswith("content-type") for line in lines):
        head.append("Content-Type: text/html; charset=utf-8")
    if length:
        head.append(f"Content-Length: {len(body)}")
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


def says(data: bytes) -> Answer:
    """An answer that sends the same bytes to everybody."""
    return lambda request: request.send(data)


def robots(text: str) -> bytes:
    return page(text.encode(), "Content-Type: text/plain")


def reference(url: str | None, *others: str, body: str | None = None, day: date | None = None) -> Reference:
    """A reference to `url`, with other readings of its address."""
    readings = [Candidate(url=other, rules=[], score=0.5, evidence=[]) for other in ((url, *others) if url else ())]
    return Reference(
        reference_id=f"ref {url}", source="-", position=0, raw=url or "nothing", raw_url=url, url=url,
        url_status="repaired" if url else "absent", candidates=readings, title=None, published_on=day, publisher=None,
        body=body, links=[], captions=[], collected_at=datetime(2024, 5, 1, tzinfo=UTC),
    )  # fmt: skip


class Site:
    """Answers for any number of hosts; `answers` is keyed by host, or by host and path.

    A host's robots.txt does not exist unless there is an answer for it.
    """

    def __init__(
        self,
        answers: Mapping[str, Answer],
        *,
        tls: ssl.SSLContext | None = None,
        address: str = "127.0.0.1",
        greeting: bytes = b"",
    ) -> None:
        self.answers, self.requests = answers, list[Request]()
        self._tls, self._greeting, self._stop, self._seen = tls, greeting, threading.Event(), Counter[str]()
        self._listener = socket.create_server((address, 0), backlog=256)
        self.address, self.port = self._listener.getsockname()[:2]
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Site:
        self._run(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in list(self._threads):
            thread.join(5)

    def options(self, *hosts: str, port: int = 80, **changes: object) -> FetchOptions:
        """Options under which this site answers for `hosts`, with short patience."""
        names = hosts or tuple({name.partition("/")[0] for name in self.answers})
        options = FetchOptions(
            allow_hosts=tuple(f"{name}:{port}" for name in names),
            connect_to=tuple(f"{name}:{port}:{self.address}:{self.port}" for name in names),
            pace_s=0.0, timeout_s=5.0, backoff_s=0.01, longest_wait_s=1.0, retries=1, archive=None,
            max_wire_bytes=500_000, max_decoded_bytes=1_000_000,
        )  # fmt: skip
        return replace(options, **changes)  # type: ignore[arg-type]  # fields are named by the caller

    def asked(self, host: str) -> list[Request]:
        """What a host was asked, robots.txt left out."""
        return [request for request in self.requests if request.host == host and request.path != "/robots.txt"]

    def _run(self, work: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stop.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self._run(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        try:
            sock.settimeout(20)
            sock.sendall(self._greeting)
            if self._tls:
                sock = self._tls.wrap_socket(sock, server_side=True)
            request = self._read(sock)
            if request:
                self._answer(request)
                sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the client went away, which is what many of these answers are for
        finally:
            sock.close()

    def _read(self, sock: socket.socket) -> Request | None:
        raw = b""
        while b"\r\n\r\n" not in raw:
            piece = sock.recv(65536)
            if not piece:
                return None
            raw += piece
        first, *lines = raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        headers = {key.lower(): value for key, _, value in (line.partition(": ") for line in lines)}
        host, path = headers.get("host", "").partition(":")[0], first.split(" ")[1]
        self._seen[host + path] += 1
        request = Request(host, path, headers, self._seen[host + path], time.monotonic(), sock, self._stop)
        self.requests.append(request)
        return request

    def _answer(self, request: Request) -> None:
        given = self.answers.get(request.host + request.path)
        if given is None and request.path == "/robots.txt":
            given = says(ROBOTS)
        (given or self.answers.get(request.host) or says(page(status="404 Not Found")))(request)
