"""fetch: brings the bytes of each reference and keeps them unchanged; interprets nothing."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from tasks.io.fetching import FetchOptions, Kit, open_kit
from tasks.io.warc.reader import original_at
from tasks.io.web.archive import Archive, captured_at
from tasks.io.web.dispatch import run_by_host
from tasks.io.web.exchange import place, web_address
from tasks.io.web.fault import Fault
from tasks.io.web.visit import Earlier, Visit
from tasks.tables.records import Capture, Reference

__all__ = ["FetchOptions", "Kit", "fetch_captures", "open_kit"]

Contradicts = Callable[[Reference, bytes], bool]
MAX_READINGS, MAX_ARCHIVED = 4, 2  # addresses tried for one reference
GOOD = frozenset({"ok", "not_modified", "archived"})
GONE = frozenset({404, 410})
KEPT = ("media_type", "charset", "etag", "last_modified", "payload_digest", "warc_file", "warc_offset")
# The next reading of an address is tried where this one leads nowhere.
NOWHERE = frozenset({"unreachable", "not_in_replay"})
# An archive is asked for what is dead. A page refused to us (401, 403, 451) is not, nor one its site forbids.
DEAD = NOWHERE | {"tls_error", "timeout", "malformed_response", "too_many_redirects"}


@dataclass(slots=True)
class Try:
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
        """The addresses it may have, likeliest first."""
        return list(dict.fromkeys([self.url, *(reading.url for reading in self.reference.candidates)]))[:MAX_READINGS]

    def count(self, visit: Visit) -> None:
        """Add up what was spent."""
        self.attempts += visit.attempts
        self.elapsed_ms += visit.elapsed_ms


def now_utc() -> datetime:
    """This instant."""
    return datetime.now(UTC)


def no_opinion(reference: Reference, payload: bytes) -> bool:
    """The default for `contradicts`: nothing is known against a page."""
    return False


def fetch_captures(
    references: Sequence[Reference],
    known: Mapping[str, Capture],
    options: FetchOptions,
    raw_folder: str | Path,
    now: Callable[[], datetime] = now_utc,
    contradicts: Contradicts = no_opinion,
    kit: Kit | None = None,
) -> list[Capture]:
    """One capture for each reference that has an address, in their order; the bytes are on disk when it returns.

    `known` holds the last good capture by reference, for conditional requests; `contradicts` tells pages that cannot
    be the one meant; `kit` shares pace, robots and the WARC file between the batches of a run.
    """
    tries = [Try(one, one.url, known.get(one.reference_id)) for one in references if one.url]
    if options.offline:
        return [_offline(one, now()) for one in tries]
    if kit is None:
        with open_kit(options, raw_folder, now) as own:
            return fetch_captures(references, known, options, raw_folder, now, contradicts, own)
    Batch(kit, options, Path(raw_folder), contradicts, now()).run(tries)
    if kit.keeper:
        kit.keeper.sync()
    return [_capture(one, now()) for one in tries]


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch: the pages first, then the archive for what is dead."""

    kit: Kit
    options: FetchOptions
    raw_folder: Path
    contradicts: Contradicts
    started_at: datetime

    def run(self, tries: Sequence[Try]) -> None:
        """Bring every try to its end."""
        for one in tries:
            one.is_fresh = self._is_fresh(one.known)
        self._by_host([one for one in tries if not one.is_fresh], self._read, host=None)
        archive = self.kit.archive
        if archive and not self.kit.is_down:
            self._by_host([one for one in tries if one.is_dead], partial(self._read_archive, archive), archive.host)

    def _by_host(self, tries: Iterable[Try], read: Callable[[list[Try]], None], host: str | None) -> None:
        """Work on tries, those of one address in one job, so that it is asked for once."""
        same: dict[str, list[Try]] = defaultdict(list)
        for one in tries:
            same[one.url].append(one)
        jobs: dict[str, list[Callable[[], None]]] = defaultdict(list)
        for url, group in same.items():
            jobs[host or _host(url)].append(partial(read, group))
        run_by_host(jobs, self.options.workers, self.kit.pace.free_at, at_once=self.kit.pace.pace_s == 0)

    def _read(self, group: list[Try]) -> None:
        """Visit the address, and other readings of it where it leads nowhere or to another page."""
        visits: dict[tuple[str, str | None], Visit] = {}
        for one in group:
            for url in one.readings():
                key = (url, one.known.payload_digest if one.known else None)
                if key not in visits:
                    visits[key] = self._visit(url, one.known)
                if not self._take(one, visits[key]):
                    break

    def _take(self, one: Try, visit: Visit) -> bool:
        """Take a visit if it is the first or the right one; says whether to go on to the next reading."""
        one.count(visit)
        is_other = visit.payload is not None and self.contradicts(one.reference, visit.payload)
        is_found = visit.outcome in GOOD and not is_other
        if one.visit is None or is_found:
            one.visit = visit
            one.is_dead = not is_found and (is_other or _is_dead(visit))
        return not is_found and (is_other or visit.status in GONE or visit.outcome in NOWHERE)

    def _read_archive(self, archive: Archive, group: list[Try]) -> None:
        """Ask the archive for the page as it was when it was published."""
        visits: dict[tuple[str, date | None], Visit] = {}
        for one in group:
            for url in one.readings()[:MAX_ARCHIVED]:
                key = (url, one.reference.published_on)
                visit = visits[key] = visits.get(key) or archive.visit(*key)
                one.count(visit)
                one.why_not_archived = f"; the archive: {visit.detail}" if visit.outcome != "not_in_replay" else ""
                if visit.payload is not None and visit.outcome == "archived":
                    if self.contradicts(one.reference, visit.payload):
                        one.why_not_archived = "; the archive's page is another one"
                        continue
                    one.visit, one.archived_url = visit, url
                    break

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


def _is_dead(visit: Visit) -> bool:
    if visit.outcome == "http_error" and visit.status is not None:
        return visit.status in GONE or visit.status >= 500
    return visit.outcome in DEAD


def _host(url: str) -> str:
    """The host whose turn an address waits for; an address that is none waits for nobody."""
    try:
        return place(web_address(url))[0]
    except Fault:
        return ""


def _offline(one: Try, now: datetime) -> Capture:
    return _record(one, Visit(requested_url=one.url, outcome="offline", detail="no connection was opened"), now)


def _capture(one: Try, now: datetime) -> Capture:
    if one.is_fresh and one.known:
        return one.known
    assert one.visit is not None
    made = _record(one, one.visit, now)
    if one.visit.outcome == "not_modified" and one.known:
        same = {name: getattr(one.known, name) for name in KEPT}
        return _with_id(replace(made, **same))
    return made


def _record(one: Try, visit: Visit, now: datetime) -> Capture:
    answer, is_replayed = visit.answer, visit.answer is not None and not visit.answer.request
    return _with_id(
        Capture(
            capture_id="",
            reference_id=one.reference.reference_id,
            requested_url=one.archived_url or visit.requested_url,
            final_url=visit.final_url,
            redirects=visit.redirects,
            # A replayed page is as old as its record: that is when it was fetched.
            fetched_at=answer.at if answer and is_replayed else visit.done_at or now,
            outcome=visit.outcome,
            detail=(visit.detail or "") + one.why_not_archived if visit.outcome not in GOOD else None,
            status=visit.status,
            media_type=visit.media_type,
            charset=visit.charset,
            etag=visit.header("etag"),
            last_modified=visit.header("last-modified"),
            archived_at=captured_at(visit) if one.archived_url else None,
            payload_digest=hashlib.sha256(visit.payload).hexdigest() if visit.payload is not None else None,
            warc_file=visit.warc_file,
            warc_offset=visit.warc_offset,
            elapsed_ms=one.elapsed_ms,
            attempts=one.attempts,
        )
    )


def _with_id(capture: Capture) -> Capture:
    """The capture with its id: the same attempt with the same result is the same row, whenever it was made."""
    parts = (capture.reference_id, capture.requested_url, capture.outcome, capture.status, capture.payload_digest)
    return replace(capture, capture_id=hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32])
