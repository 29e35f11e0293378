"""Exchanges over the network, body read to its end or to the limit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import requests

from tasks.io.web.exchange import Exchange
from tasks.io.web.fault import EXPECTED, Fault, fault_of
from tasks.io.web.limits import Budget, Talk
from tasks.io.web.media import media_type, refuse_type
from tasks.io.web.transport import Adapter

PIECE = 64 * 2**10


class Network:
    """Asks servers."""

    def __init__(self, adapter: Adapter, now: Callable[[], datetime]) -> None:
        self._adapter, self._now = adapter, now

    def exchange(self, url: str, headers: dict[str, str], budget: Budget) -> Exchange:
        """Ask `url` once (see `Source`)."""
        talk, at = Talk(budget), self._now()
        try:
            response = self._adapter.get(url, headers, talk)
        except (Fault, *EXPECTED) as error:
            talk.close()
            fault = fault_of(error)
            fault.was_asked = bool(talk.sent)
            raise fault from (None if fault is error else error)
        with response:
            body, broke = _read(response, budget.takes_any_type)
        talk.release()
        head, raw_body = bytes(talk.received[: talk.head_length]), bytes(talk.received[talk.head_length :])
        return Exchange(
            url=url,
            status=response.status_code,
            headers=list(response.raw.headers.items()),
            request=bytes(talk.sent),
            head=head,
            raw_body=raw_body,
            body=raw_body if body == raw_body else body,  # one copy where there was no transfer coding
            at=at,
            peer=talk.peer,
            fault=broke,
        )

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._adapter.close()


def _read(response: requests.Response, takes_any_type: bool) -> tuple[bytes, Fault | None]:
    """The body, and what broke while it was read; one of a type that nobody can read stays where it is."""
    body = bytearray()
    try:
        if response.status_code == 200 and not takes_any_type:
            refuse_type(media_type(response.headers.get("content-type"))[0])
        for piece in response.raw.stream(PIECE, decode_content=False):
            body += piece
    except Fault as fault:
        return bytes(body), fault
    except EXPECTED as error:
        return bytes(body), fault_of(error, body=True)
    return bytes(body), None
