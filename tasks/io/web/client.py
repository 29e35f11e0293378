"""Visits an address politely: robots, pace, redirects vetted one by one, tries again what can heal, one outcome."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from tasks.io.web.cookies import Cookies
from tasks.io.web.decode import decode
from tasks.io.web.exchange import Exchange, Source, place, web_address
from tasks.io.web.fault import Fault
from tasks.io.web.limits import Budget, Limits
from tasks.io.web.media import media_type, refuse_binary, refuse_type
from tasks.io.web.pace import Pace, retry_after
from tasks.io.web.robots import MAX_BYTES, Robots
from tasks.io.web.visit import Earlier, Visit

HEALING = frozenset({408, 425, 429, 500, 502, 503, 504})
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
            fault = self._try(visit, dict(headers or {}), is_service)
            if fault is None or not fault.heals or tries == self._retries:
                break
            self._pace.back_off(tries)
        visit.elapsed_ms = round((time.monotonic() - started) * 1000)
        visit.done_at = self._now()
        return visit

    def _try(self, visit: Visit, headers: dict[str, str], is_service: bool) -> Fault | None:
        visit.redirects, visit.answer, visit.payload = [], None, None
        visit.warc_file = visit.warc_offset = None
        try:
            self._follow(visit, headers, is_service)
            self._judge(visit)
        except Fault as fault:
            visit.outcome, visit.detail = fault.outcome, fault.detail
            return fault
        return None

    def _follow(self, visit: Visit, headers: dict[str, str], is_service: bool) -> None:
        """Ask, and go where the answers point, until one is final."""
        url: str | None = web_address(visit.requested_url)
        budget, cookies = None, Cookies()
        while url:
            if len(visit.redirects) > self._limits.max_redirects:
                raise Fault("too_many_redirects", f"more than {self._limits.max_redirects}; the last was to {url}")
            if self._robots and not is_service:
                self._robots.refuse(url)
            host = place(url)[0]
            self._pace.take(host, wait=budget is None)
            budget = budget or Budget(self._limits)
            visit.attempts += 1
            asked = visit.earlier.conditions(url) if visit.earlier else {}
            answer = self._ask(url, {**headers, **asked, **cookies.header(url)}, budget, visit.earlier)
            visit.answer = answer
            visit.warc_file, visit.warc_offset = answer.warc_file, answer.warc_offset
            cookies.learn(answer)
            url = answer.redirect()
            if url:
                visit.redirects.append(answer.url)

    def _ask(self, url: str, headers: dict[str, str], budget: Budget, earlier: Earlier | None = None) -> Exchange:
        sent = {"User-Agent": self._user_agent, **HEADERS, **headers}
        answer = self._source.exchange(url, sent, budget)
        if self._keeper and answer.warc_file is None:
            file, offset = self._keeper.keep(answer, earlier.place if earlier else None)
            answer = replace(answer, warc_file=file, warc_offset=offset)
        return answer

    def _judge(self, visit: Visit) -> None:
        """Decide the outcome of a final answer.

        Raises:
            Fault: it is not a page.
        """
        answer = visit.answer
        assert answer is not None
        visit.media_type, visit.charset = media_type(answer.header("content-type"))
        if answer.status == 304 and visit.earlier and visit.earlier.conditions(answer.url):
            visit.outcome, visit.detail = "not_modified", None
            return
        if answer.status not in (200, 203):
            raise self._refusal(answer)
        if answer.fault:
            raise answer.fault
        refuse_type(visit.media_type)
        payload = decode(answer.body, answer.header("content-encoding"), self._limits.max_decoded_bytes)
        if not payload:
            raise Fault("malformed_response", "the answer is empty", heals=True)
        refuse_binary(payload)
        visit.outcome, visit.detail, visit.payload = "ok", None, payload

    def _refusal(self, answer: Exchange) -> Fault:
        """The fault behind a status that brings no page; a host that asks for a rest gets it."""
        wait = retry_after(answer.header("retry-after"), self._now())
        if wait and answer.status in (429, 503):
            self._pace.hold(place(answer.url)[0], wait)
        limited = answer.status == 429 or (answer.status == 503 and wait is not None)
        says = f"the server answered {answer.status}" + (f", try after {wait:.0f} s" if wait is not None else "")
        return Fault("rate_limited" if limited else "http_error", says, heals=answer.status in HEALING)

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
