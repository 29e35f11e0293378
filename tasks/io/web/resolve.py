"""Names to addresses, within bounded time, remembered for a while; a dead network is noticed once, not per name."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterable

from tasks.io.web.fault import Fault
from tasks.io.web.guard import Address

Lookup = Callable[[str, int], list[str]]
DEAD_AFTER = 2  # names nobody could tell about, before any was answered: one alone may have a broken server
MAX_KEPT = 10_000


def system_lookup(host: str, port: int) -> list[str]:
    """Addresses of `host` as the operating system knows them, preferred first."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


class Resolver:
    """Looks names up for one run.

    `connect_to` holds curl's `HOST:PORT:ADDRESS:PORT`, one's own answer for a place; it is vetted like any other.
    """

    def __init__(
        self,
        *,
        lookup: Lookup = system_lookup,
        connect_to: Iterable[str] = (),
        timeout_s: float = 2.0,
        keep_s: float = 60.0,
    ) -> None:
        self._lookup, self._timeout_s, self._keep_s = lookup, timeout_s, keep_s
        self._own = dict(parse_connect_to(entry) for entry in connect_to)
        self._kept: dict[tuple[str, int], tuple[float, list[Address] | Fault]] = {}
        self._answered, self._failures = False, 0

    def resolve(self, host: str, port: int) -> tuple[list[Address], int]:
        """Every address of `host`, and the port to use.

        Raises:
            Fault: there is none, or it could not be learnt in time.
        """
        if (host.lower(), port) in self._own:
            address, port = self._own[host.lower(), port]
            return [ipaddress.ip_address(address)], port
        kept = self._kept.get((host, port))
        if not kept or kept[0] < time.monotonic():
            if len(self._kept) >= MAX_KEPT:
                self._kept.clear()
            kept = self._kept[host, port] = (time.monotonic() + self._keep_s, self._ask(host, port))
        if isinstance(kept[1], Fault):
            raise kept[1].again()
        return kept[1], port

    @property
    def is_down(self) -> bool:
        """Whether nobody answers for names, and nobody ever did: there is no network."""
        return not self._answered and self._failures >= DEAD_AFTER

    def _ask(self, host: str, port: int) -> list[Address] | Fault:
        if self.is_down:
            return Fault("unreachable", f"{host} was not looked up: there seems to be no network")
        try:
            answer = _within(self._timeout_s, lambda: self._lookup(host.strip("[]"), port))
        except (OSError, UnicodeError) as error:
            return self._failure(host, error)
        self._answered = True
        return [ipaddress.ip_address(address) for address in answer]

    def _failure(self, host: str, error: OSError | UnicodeError) -> Fault:
        """A name nobody knows is an answer; silence is none, and mends itself only where others were answered."""
        is_silence = isinstance(error, TimeoutError) or getattr(error, "errno", None) == socket.EAI_AGAIN
        if is_silence and not self._answered:
            self._failures += 1 if has_route() else DEAD_AFTER
        return Fault(
            "unreachable",
            f"no address for {host}: {getattr(error, 'strerror', None) or error}",
            heals=is_silence and self._answered,
        )


def has_route() -> bool:
    """Whether this machine knows a way out: a datagram socket is pointed outwards, and nothing is sent."""
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((address, 53))
                return True
        except OSError:
            continue
    return False


def _within(seconds: float, ask: Callable[[], list[str]]) -> list[str]:
    """The answer of `ask`, which has no time limit of its own and so runs in a thread that can be left behind."""
    box: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def work() -> None:
        try:
            box.put(ask())
        except (OSError, UnicodeError) as error:
            box.put(error)

    threading.Thread(target=work, daemon=True, name="name lookup").start()
    try:
        answer = box.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError(f"no answer within {seconds:g} s") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def parse_connect_to(entry: str) -> tuple[tuple[str, int], tuple[str, int]]:
    """One `HOST:PORT:ADDRESS:PORT`, as curl has it: the place asked for, and the one connected to.

    >>> parse_connect_to("news.example:80:127.0.0.1:8080")
    (('news.example', 80), ('127.0.0.1', 8080))
    """
    try:
        host, port, rest = entry.split(":", 2)
        address, _, other = rest.rpartition(":")
        return (host.lower(), int(port)), (str(ipaddress.ip_address(address.strip("[]"))), int(other))
    except ValueError:
        raise ValueError(f"connect-to {entry!r}: expected HOST:PORT:ADDRESS:PORT") from None
