"""What came of one visit to an address: exactly one outcome, with the payload where there is one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from tasks.io.web.exchange import Exchange
from tasks.tables.values import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier answer: the address that gave it, its validators, and where it is kept."""

    url: str
    etag: str | None
    last_modified: str | None
    place: tuple[str, int]

    def conditions(self, url: str) -> dict[str, str]:
        """Headers that ask `url` for a page only if it changed; validators mean nothing to any other address."""
        if url != self.url:
            return {}
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}


@dataclass(slots=True, kw_only=True)
class Visit:
    """One visit as it goes on: filled hop by hop, complete when `outcome` is set."""

    requested_url: str
    earlier: Earlier | None = None
    outcome: Outcome = "unreachable"
    detail: str | None = None
    redirects: list[str] = field(default_factory=list)
    answer: Exchange | None = None  # the last answer, whatever it was
    payload: bytes | None = None
    payload_digest: str | None = None
    attempts: int = 0
    elapsed_ms: int = 0
    done_at: datetime | None = None

    @property
    def status(self) -> int | None:
        """HTTP status of the last answer."""
        return self.answer.status if self.answer else None

    def header(self, name: str) -> str | None:
        """A header of the last answer."""
        return self.answer.header(name) if self.answer else None

    def release(self) -> None:
        """Let go of the bytes, of which only the digest stays: a batch holds many visits, and the file holds all."""
        self.payload = None
        if self.answer:
            self.answer = replace(self.answer, request=b"", head=b"", raw_body=b"", body=b"")
