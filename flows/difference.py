"""What changed between two releases: their facts compared, and for each change its cause."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa

from tasks.core.diff import Change, Source, cause_of, changes
from tasks.io.lake.edition import Edition
from tasks.tables.content import content_hashes
from tasks.tables.fingerprint import differences

SAID = ["text_digest", "title", "published_on", "language", "url", "verdict"]


def difference(before: Edition, after: Edition) -> Iterator[Change]:
    """Facts that appeared, changed or vanished from one release to another, each with its cause."""
    documents = _documents_that_differ(before, after)
    where = ("document_id", documents)
    old, new = (e.read("facts", where=where).to_pylist() for e in (before, after))
    was, is_now = _sources(before, documents), _sources(after, documents)
    for change in changes(old, new):
        a, b = was.get(change.document_id), is_now.get(change.document_id)
        cause, why = cause_of(a, b)
        if cause == "code" and a is not None and b is not None:
            why = _what_code(after, a, b) or why
        yield replace(change, cause=cause, why=why)


def _documents_that_differ(before: Edition, after: Edition) -> set[str]:
    """Documents one of whose facts is not in both releases word for word; files of both are not even opened."""
    old, new = ({f.name for f in e.snapshot("facts").files} for e in (before, after))
    one, two = before.snapshot("facts").read(files=old - new), after.snapshot("facts").read(files=new - old)
    a, b = (content_hashes("facts", t)[:, 0] for t in (one, two))
    return _ids(one, ~np.isin(a, b)) | _ids(two, ~np.isin(b, a))


def _ids(rows: pa.Table, mask: Any) -> set[str]:
    return set(rows["document_id"].filter(pa.array(mask)).to_pylist())


def _sources(edition: Edition, documents: Collection[str]) -> dict[str, Source]:
    """What the newest revision of each document rests on."""
    where = ("document_id", documents)
    rows = edition.read("documents", where=where).sort_by("revision").to_pylist()
    payloads = _column(edition, "captures", "capture_id", "payload_digest", [r["capture_id"] for r in rows])
    raws = _column(edition, "references", "reference_id", "raw", [r["reference_id"] for r in rows])
    readers = _column(edition, "coverage", "document_id", "fingerprint", documents)
    return {
        r["document_id"]: Source(
            said=tuple(r[name] for name in SAID),
            origin=payloads.get(r["capture_id"]) or raws.get(r["reference_id"]),
            versions=(r["fingerprint"], readers.get(r["document_id"])),
        )
        for r in rows
    }


def _column(edition: Edition, table: str, key: str, value: str, keys: Collection[str | None]) -> dict[str, Any]:
    wanted = {k for k in keys if k is not None}
    found = edition.read(table, [key, value], where=(key, wanted))
    return dict(zip(found[key].to_pylist(), found[value].to_pylist(), strict=True))


def _what_code(edition: Edition, before: Source, after: Source) -> str:
    """The parts of the fingerprints that differ, where both are known."""
    said: list[str] = []
    for old, new in zip(before.versions, after.versions, strict=True):
        parts = [edition.lake.fingerprint_parts(name) if name else None for name in (old, new)]
        if old != new and parts[0] is not None and parts[1] is not None:
            said += differences(parts[0], parts[1])
    return "; ".join(dict.fromkeys(said))
