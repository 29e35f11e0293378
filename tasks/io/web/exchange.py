"""One request and its answer, kept as they were sent; the network and a replayed WARC both give these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Protocol

import ada_url

from tasks.io.web.fault import Fault
from tasks.io.web.limits import Budget
from tasks.io.web.media import media_type

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What went over the wire for one address.

    `request` and `head` are raw bytes, `raw_body` is the body as transferred and `body` the same without transfer
    coding. `fault` tells what broke after the head had arrived.
    """

    url: str
    status: int
    headers: list[tuple[str, str]]
    request: bytes = b""
    head: bytes = b""
    raw_body: bytes = b""
    body: bytes = b""
    at: datetime
    peer: str | None = None
    fault: Fault | None = None
    warc_file: str | None = None
    warc_offset: int | None = None

    def header(self, name: str) -> str | None:
        """The header's value; several of one name are joined by a comma, as HTTP has it."""
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(found) if found else None

    def media_type(self) -> tuple[str | None, str | None]:
        """Declared type and charset."""
        return media_type(self.header("content-type"))

    def redirect(self) -> str | None:
        """The address this answer points to, absolute and without a fragment, or None where it points nowhere.

        Raises:
            Fault: it points to something that is no address, or not of the web.
        """
        location = next((value for key, value in self.headers if key.lower() == "location"), None)
        if self.status not in REDIRECTS or not location:
            return None
        return web_address(_text(location), base=self.url)


class Source(Protocol):
    """Where answers come from."""

    def exchange(self, url: str, headers: dict[str, str], budget: Budget) -> Exchange:
        """The answer for `url`; a fault before the head of the answer is raised, one after it is in the exchange."""


def web_address(text: str, base: str | None = None) -> str:
    """An address a server can be asked for: http or https, no credentials, no fragment (WHATWG URL standard).

    Raises:
        Fault: `unsafe_address` for other schemes, `unreachable` where it is no address.

    >>> web_address("//user:secret@News.Example/a b#c", base="https://x.example/")
    'https://news.example/a%20b'
    """
    try:
        url = ada_url.URL(text, base=base)
    except ValueError:
        raise Fault("unreachable", f"not an address: {text[:200]}") from None
    if url.protocol not in ("http:", "https:"):
        raise Fault("unsafe_address", f"{url.protocol} is not of the web: {text[:200]}")
    url.username = url.password = url.hash = ""
    return url.href


@lru_cache(4096)
def place(url: str) -> tuple[str, int]:
    """Host and port of a web address."""
    parts = ada_url.URL(url)
    return parts.hostname.strip("[]"), int(parts.port or (443 if parts.protocol == "https:" else 80))


def _text(value: str) -> str:
    """A header value as servers mean it: HTTP says Latin-1, and they send UTF-8."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
