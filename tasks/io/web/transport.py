"""Connections of requests and urllib3 that are vetted at the moment they are made, on the very address connected to."""

from __future__ import annotations

import socket
from typing import Any

import requests.adapters
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.connection import create_connection

from tasks.io.web.fault import Fault
from tasks.io.web.guard import Address, Guard
from tasks.io.web.limits import TALK, Talk
from tasks.io.web.resolve import Resolver
from tasks.io.web.wire import TappedResponse

MAX_POOLS = 256  # hosts whose connections are kept open for the next page


class Door:
    """Resolves a host once, vets every address it has, and connects to one of those."""

    def __init__(self, guard: Guard, resolver: Resolver) -> None:
        self.guard, self.resolver = guard, resolver

    def connect(self, host: str, port: int, options: Any) -> tuple[socket.socket, str]:
        """A connected socket, and the address it is connected to.

        Raises:
            Fault: the host has no address, one that is not public, or none that answers.
        """
        self.guard.vet_name(host, port)
        self.guard.vet(host, port, ())  # the port alone: nobody need be asked about a host that is refused anyway
        addresses, own_port = self.resolver.resolve(host, port)
        self.guard.vet(host, port, addresses)
        return self._first(host, addresses, own_port, options)

    def _first(self, host: str, addresses: list[Address], port: int, options: Any) -> tuple[socket.socket, str]:
        budget, failures = TALK.get().budget, []
        for address in addresses:
            patience = min(budget.seconds(), budget.limits.connect_timeout_s)
            try:
                sock = create_connection((str(address), port), patience, socket_options=options)
            except OSError as error:
                failures.append(error)
                continue
            sock.settimeout(budget.seconds())
            return sock, str(address)
        if failures and all(isinstance(failure, TimeoutError) for failure in failures):
            raise Fault("timeout", f"{host} did not take the connection in time", heals=True)
        raise Fault("unreachable", f"{host}: {failures[-1] if failures else 'no address'}", heals=True)


class _Guarded:
    """What both kinds of connection share; `door` is set by the adapter, which makes a class of its own."""

    door: Door
    response_class = TappedResponse
    peer: str | None = None

    def _new_conn(self: Any) -> socket.socket:
        if self.proxy is not None:  # the user named the proxy; the target is vetted in `Adapter.send`
            return create_connection((self._dns_host, self.port), self.timeout, socket_options=self.socket_options)
        made: socket.socket
        made, self.peer = self.door.connect(self.host, self.port, self.socket_options)
        return made

    def send(self: Any, data: Any) -> None:
        super().send(data)  # type: ignore[misc]  # urllib3's own class is the other base
        talk = TALK.get()
        talk.sent += data
        talk.peer = self.peer


class Adapter(requests.adapters.HTTPAdapter):
    """Sends requests through `door` and nowhere else; nothing is read from the environment."""

    def __init__(self, door: Door, *, connections: int, proxy: str | None = None, ca_bundle: str | None = None) -> None:
        self._door, self._ca_bundle = door, ca_bundle
        self._proxies = {"http": proxy, "https": proxy} if proxy else {}
        self._pools = _pools(door)
        super().__init__(pool_connections=MAX_POOLS, pool_maxsize=connections, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def get(self, url: str, headers: dict[str, str], talk: Talk) -> requests.Response:
        """One GET, not redirected, its body not yet read.

        The session of requests is left out on purpose: it is what reads proxies, certificates and passwords from the
        environment, keeps cookies, and follows redirects unasked.
        """
        request = _prepared(url, headers)
        if self._proxies:
            self._vet_target(request)
        left, token = talk.budget.seconds(), TALK.set(talk)
        try:
            return self.send(
                request, stream=True, timeout=(left, left), verify=self._ca_bundle or True, proxies=self._proxies
            )
        finally:
            TALK.reset(token)

    def _vet_target(self, request: requests.PreparedRequest) -> None:
        """Behind a proxy the proxy resolves names: what this machine knows of the target is vetted all the same."""
        url = urllib3.util.parse_url(request.url or "")
        host, port = (url.host or "").strip("[]"), url.port or (443 if url.scheme == "https" else 80)
        self._door.guard.vet_name(host, port)
        try:
            addresses, _ = self._door.resolver.resolve(host, port)
        except Fault:
            addresses = []
        self._door.guard.vet(host, port, addresses)


def _prepared(url: str, headers: dict[str, str]) -> requests.PreparedRequest:
    """A request for an address that is canonical already: requests would parse and quote it anew, at 0.2 ms a page."""
    made = requests.PreparedRequest()
    made.method, made.url, made.headers = "GET", url, requests.structures.CaseInsensitiveDict(headers)
    made.prepare_cookies({})
    return made


def _pools(door: Door) -> dict[str, Any]:
    plain = type("Plain", (_Guarded, HTTPConnection), {"door": door})
    secure = type("Secure", (_Guarded, HTTPSConnection), {"door": door})
    return {
        "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }
