"""fetch: brings the bytes of each reference and keeps them unchanged; interprets nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tasks.io.attempts import GOOD, Attempt, Batch, Contradicts
from tasks.io.fetch_options import FetchOptions
from tasks.io.fetching import Kit, open_kit
from tasks.io.web.archive import captured_at
from tasks.io.web.visit import Visit
from tasks.tables.records import Capture, Reference

__all__ = ["FetchOptions", "Kit", "fetch_captures", "open_kit"]

KEPT = ("media_type", "charset", "etag", "last_modified", "payload_digest", "warc_file", "warc_offset")


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
    attempts = [Attempt(one, one.url, known.get(one.reference_id)) for one in references if one.url]
    if options.offline:
        return [_offline(one, now()) for one in attempts]
    if kit is None:
        with open_kit(options, raw_folder, now) as own:
            return fetch_captures(references, known, options, raw_folder, now, contradicts, own)
    Batch(kit, options, Path(raw_folder), contradicts, now()).run(attempts)
    if kit.keeper:
        kit.keeper.sync()
    return [_capture(one, kit, now()) for one in attempts]


def _offline(one: Attempt, now: datetime) -> Capture:
    return _record(one, Visit(requested_url=one.url, outcome="offline", detail="no connection was opened"), now)


def _capture(one: Attempt, kit: Kit, now: datetime) -> Capture:
    if one.is_fresh and one.known:
        return one.known
    visit = one.visit
    assert visit is not None, "every try is visited"
    # A replayed page is as old as its record: that is when it was fetched.
    replayed_at = visit.answer.at if visit.answer and kit.keeper is None else None
    made = _record(one, visit, replayed_at or visit.done_at or now)
    if visit.outcome == "not_modified" and one.known:
        return _with_id(replace(made, **{name: getattr(one.known, name) for name in KEPT}))
    return made


def _record(one: Attempt, visit: Visit, at: datetime) -> Capture:
    answer = visit.answer
    media_type, charset = answer.media_type() if answer else (None, None)
    return _with_id(
        Capture(
            capture_id="",
            reference_id=one.reference.reference_id,
            requested_url=one.archived_url or visit.requested_url,
            final_url=answer.url if answer else None,
            redirects=visit.redirects,
            fetched_at=at,
            outcome=visit.outcome,
            detail=(visit.detail or "") + one.why_not_archived if visit.outcome not in GOOD else None,
            status=answer.status if answer else None,
            media_type=media_type,
            charset=charset,
            etag=visit.header("etag"),
            last_modified=visit.header("last-modified"),
            archived_at=captured_at(visit) if one.archived_url else None,
            payload_digest=visit.payload_digest,
            warc_file=answer.warc_file if answer else None,
            warc_offset=answer.warc_offset if answer else None,
            elapsed_ms=one.elapsed_ms,
            attempts=one.attempts,
        )
    )


def _with_id(capture: Capture) -> Capture:
    """The capture with its id: the same attempt with the same result is the same row, whenever it was made."""
    parts = (capture.reference_id, capture.requested_url, capture.outcome, capture.status, capture.payload_digest)
    return replace(capture, capture_id=hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32])
