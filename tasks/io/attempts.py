"""Visits the addresses a reference may have, then the archive, until it stands on one visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from tasks.io.fetch_options import FetchOptions
from tasks.io.fetching import Kit
from tasks.io.warc.reader import original_at
from tasks.io.web.archive import Archive
from tasks.io.web.dispatch import run_by_host
from tasks.io.web.exchange import place, web_address
from tasks.io.web.fault import Fault
from tasks.io.web.visit import Earlier, Visit
from tasks.tables.records import Capture, Reference

Contradicts = Callable[[Reference, bytes], bool]
MAX_READINGS, MAX_ARCHIVED = 4, 2  # addresses tried for one reference
GOOD = frozenset({"ok", "not_modified", "archived"})
GONE = frozenset({404, 410})
# The next reading of an address is tried where this one leads nowhere.
NOWHERE = frozenset({"unreachable", "not_in_replay"})
# An archive is asked for what is dead. A page refused to us (401, 403, 451) is not, nor one its site forbids.
DEAD = NOWHERE | {"tls_error", "timeout", "malformed_response", "too_many_redirects"}


@dataclass(slots=True)
class Attempt:
    """How far a reference has come."""

    reference: Reference
    url: str
    known: Capture | None = None  # the last good capture
    visit: Visit | None = None
    archived_url: str | None = None
    why_not_archived: str = ""
    is_fresh: bool = False
    is_dead: bool = False
    attempts: int = 0
    elapsed_ms: int = 0

    def readings(self) -> list[str]:
        """The addresses it may have, likeliest first; last the one given, where tracking was taken off it."""
        likely = list(dict.fromkeys([self.url, *(reading.url for reading in self.reference.candidates)]))[:MAX_READINGS]
        given = _address(self.reference.raw_url) if self.reference.url_status == "intact" else None
        return [*likely, given] if given and given not in likely else likely

    def count(self, visit: Visit) -> None:
        """Add up what was spent."""
        self.attempts += visit.attempts
        self.elapsed_ms += visit.elapsed_ms


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch: the pages first, then the archive for what is dead."""

    kit: Kit
    options: FetchOptions
    raw_folder: Path
    contradicts: Contradicts
    started_at: datetime

    def run(self, attempts: Sequence[Attempt]) -> None:
        """Bring every attempt to its end."""
        for one in attempts:
            one.is_fresh = self._is_fresh(one.known)
        self._by_host([one for one in attempts if not one.is_fresh], self._read, host=None)
        archive = self.kit.archive
        if archive and not self.kit.is_down:
            self._by_host([one for one in attempts if one.is_dead], partial(self._read_archive, archive), archive.host)

    def _by_host(self, attempts: Iterable[Attempt], read: Callable[[list[Attempt]], None], host: str | None) -> None:
        """Work on tries, those of one address in one job, so that it is asked for once."""
        same: dict[str, list[Attempt]] = defaultdict(list)
        for one in attempts:
            same[one.url].append(one)
        jobs: dict[str, list[Callable[[], None]]] = defaultdict(list)
        for url, group in same.items():
            jobs[host or _host(url)].append(partial(read, group))
        run_by_host(jobs, self.options.workers, self.kit.pace.free_at, at_once=self.kit.pace.pace_s == 0)

    def _read(self, group: list[Attempt]) -> None:
        """Visit the address, and other readings of it where it leads nowhere or to another page."""
        visits: dict[tuple[str, str | None], Visit] = {}
        for one in group:
            for url in one.readings():
                key = (url, one.known.payload_digest if one.known else None)
                if key not in visits:
                    visits[key] = self._visit(url, one.known)
                if not self._take(one, visits[key]):
                    break
        _release(visits.values())

    def _take(self, one: Attempt, visit: Visit) -> bool:
        """Take a visit if it is the first or the right one; says whether to go on to the next reading."""
        one.count(visit)
        is_other = visit.payload is not None and self.contradicts(one.reference, visit.payload)
        is_found = visit.outcome in GOOD and not is_other
        if one.visit is None or is_found:
            one.visit = visit
            one.is_dead = not is_found and (is_other or _is_dead(visit))
        return not is_found and (is_other or visit.status in GONE or visit.outcome in NOWHERE)

    def _read_archive(self, archive: Archive, group: list[Attempt]) -> None:
        """Ask the archive for the page as it was when it was published."""
        visits: dict[tuple[str, date | None], Visit] = {}
        for one in group:
            for url in one.readings()[:MAX_ARCHIVED]:
                key = (url, one.reference.published_on)
                if key not in visits:
                    visits[key] = archive.visit(*key)
                if self._take_archived(one, url, visits[key]):
                    break
        _release(visits.values())

    def _take_archived(self, one: Attempt, url: str, visit: Visit) -> bool:
        """Take what the archive gave if it is the page; says whether it was."""
        one.count(visit)
        if visit.outcome != "archived" or visit.payload is None:
            one.why_not_archived = f"; the archive: {visit.detail}" if visit.outcome != "not_in_replay" else ""
            return False
        if self.contradicts(one.reference, visit.payload):
            one.why_not_archived = "; the archive's page is another one"
            return False
        one.visit, one.archived_url = visit, url
        return True

    def _visit(self, url: str, known: Capture | None) -> Visit:
        """A visit, conditional where an earlier answer of this address can still be read back."""
        earlier = _earlier(known) if known and known.requested_url == url else None
        if earlier and original_at(self.raw_folder, *earlier.place) is None:
            earlier = None
        return self.kit.client.visit(url, earlier=earlier)

    def _is_fresh(self, known: Capture | None) -> bool:
        days = self.options.max_age_days
        if known is None or days is None or known.outcome not in GOOD:
            return False
        return self.started_at - known.fetched_at < timedelta(days=days)


def _earlier(known: Capture) -> Earlier | None:
    if known.outcome == "archived" or not (known.final_url and known.warc_file and known.payload_digest):
        return None
    place = (known.warc_file, known.warc_offset or 0)
    return Earlier(url=known.final_url, etag=known.etag, last_modified=known.last_modified, place=place)


def _release(visits: Iterable[Visit]) -> None:
    for visit in visits:
        visit.release()


def _is_dead(visit: Visit) -> bool:
    if visit.outcome == "http_error" and visit.status is not None:
        return visit.status in GONE or visit.status >= 500
    return visit.outcome in DEAD


def _host(url: str) -> str:
    """The host whose turn an address waits for; an address that is none waits for nobody."""
    address = _address(url)
    return place(address)[0] if address else ""


def _address(text: str | None) -> str | None:
    try:
        return web_address(text) if text else None
    except Fault:
        return None
