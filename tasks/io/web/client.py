"""Visits an address politely: robots, pace, redirects vetted one by one, tries again what can heal, one outcome."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from tasks.io.web.cookies import Cookies
from tasks.io.web.decode import decode
from tasks.io.web.exchange import Exchange, Source, place, web_address
from tasks.io.web.fault import Fault
from tasks.io.web.judge import asked_to_wait, payload_in
from tasks.io.web.limits import Budget, Limits
from tasks.io.web.pace import Pace
from tasks.io.web.patience import Patience
from tasks.io.web.robots import MAX_BYTES, Robots
from tasks.io.web.visit import Earlier, Visit

ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2
ROBOTS_TIMEOUT_S = 10.0


class Keeper(Protocol):
    """Where answers are kept."""

    def keep(self, exchange: Exchange, original: tuple[str, int] | None) -> tuple[str, int]:
        """Keep an answer; gives file and offset of the record with its payload, which may be `original`."""


class Client:
    """Visits addresses for one run; safe to use from many threads."""

    def __init__(
        self,
        source: Source,
        *,
        limits: Limits,
        pace: Pace,
        user_agent: str,
        now: Callable[[], datetime],
        keeper: Keeper | None = None,
        retries: int = 2,
        obeys_robots: bool = True,
    ) -> None:
        self._source, self._limits, self._pace, self._keeper = source, limits, pace, keeper
        self._user_agent, self._now, self._retries = user_agent, now, retries
        self._patience = Patience()
        self._robots = Robots(self._ask_robots, user_agent, pace.slow) if obeys_robots else None

    def visit(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        earlier: Earlier | None = None,
        is_service: bool = False,
    ) -> Visit:
        """Visit `url` until the outcome is known; robots.txt is not asked where `is_service`."""
        visit, started = Visit(requested_url=url, earlier=earlier), time.monotonic()
        for tries in range(self._retries + 1):
            fault = self._try(visit, {**(headers or {})}, is_service)
            if fault is None or not fault.heals or tries == self._retries:
                break
            self._pace.back_off(tries)
        visit.elapsed_ms = round((time.monotonic() - started) * 1000)
        visit.done_at = self._now()
        return visit

    def _try(self, visit: Visit, headers: dict[str, str], is_service: bool) -> Fault | None:
        visit.redirects, visit.answer, visit.payload, visit.payload_digest = [], None, None, None
        try:
            answer = self._follow(visit, headers, is_service)
            if answer.status == 304 and visit.earlier and visit.earlier.conditions(answer.url):
                visit.outcome, visit.detail = "not_modified", None
                return None
            visit.payload = self._payload(answer)
            visit.payload_digest = hashlib.sha256(visit.payload).hexdigest()
            visit.outcome, visit.detail = "ok", None
        except Fault as fault:
            visit.outcome, visit.detail = fault.outcome, fault.detail
            return fault
        return None

    def _payload(self, answer: Exchange) -> bytes:
        """The payload of a final answer; a host that asks to be left alone is."""
        now = self._now()
        try:
            return payload_in(answer, self._limits.max_decoded_bytes, now)
        except Fault as fault:
            wait = asked_to_wait(answer, now)
            if wait and not self._pace.hold(place(answer.url)[0], wait):
                fault.heals = False
            raise

    def _follow(self, visit: Visit, headers: dict[str, str], is_service: bool) -> Exchange:
        """Ask, and go where the answers point, until one is final."""
        url, budget, cookies = web_address(visit.requested_url), None, Cookies()
        while True:
            if self._robots and not is_service:
                self._robots.refuse(url)
            self._pace.take(place(url)[0], wait=budget is None)
            budget = budget or Budget(self._limits)
            visit.attempts += 1
            asked = visit.earlier.conditions(url) if visit.earlier else {}
            answer = visit.answer = self._ask(url, {**headers, **asked, **cookies.header(url)}, budget, visit.earlier)
            cookies.learn(answer)
            further = answer.redirect()
            if not further:
                return answer
            visit.redirects.append(answer.url)
            if len(visit.redirects) > self._limits.max_redirects:
                raise Fault("too_many_redirects", f"more than {self._limits.max_redirects}; the last was to {further}")
            url = further

    def _ask(self, url: str, headers: dict[str, str], budget: Budget, earlier: Earlier | None = None) -> Exchange:
        """One answer, kept."""
        host, sent = place(url)[0], {"User-Agent": self._user_agent, **HEADERS, **headers}
        self._patience.refuse(host)
        try:
            answer = self._source.exchange(url, sent, budget)
        except Fault as fault:
            self._patience.failed(host, fault)
            raise
        self._patience.answered(host)
        if self._keeper is None or answer.warc_file is not None:
            return answer
        file, offset = self._keeper.keep(answer, earlier.place if earlier else None)
        return replace(answer, warc_file=file, warc_offset=offset)

    def _ask_robots(self, url: str) -> Exchange:
        """One robots.txt, redirects followed, its content coding undone.

        Raises:
            Fault: it did not arrive.
        """
        limits = replace(
            self._limits, timeout_s=min(self._limits.timeout_s, ROBOTS_TIMEOUT_S), max_wire_bytes=2 * MAX_BYTES
        )
        budget, target = Budget(limits, takes_any_type=True), url
        for _ in range(ROBOTS_REDIRECTS + 1):
            self._pace.take(place(target)[0], wait=False)
            answer = self._ask(target, {}, budget)
            further = answer.redirect()
            if not further:
                return _robots_text(answer)
            target = further
        raise Fault("too_many_redirects", "robots.txt redirects for ever")


HEADERS = {
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "en, *;q=0.5",
}


def _robots_text(answer: Exchange) -> Exchange:
    """An answer with its text decoded; of one that is too long the beginning counts."""
    if answer.fault and answer.fault.outcome != "too_large":
        raise answer.fault
    if answer.fault or not 200 <= answer.status < 300:
        return answer
    return replace(answer, body=decode(answer.body, answer.header("content-encoding"), 8 * MAX_BYTES))
