"""Reads the entries of a news feed: RSS, RDF, Atom and JSON Feed."""

from __future__ import annotations

import calendar
import io
import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from tasks.tables.values import Reject

_DECLARED = re.compile(r"""(<\?xml\b[^>]{0,200}?)\s+encoding\s*=\s*["'][\w.:+-]+["']""")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed or sitemap says of one page; `raw` is the address as written."""

    raw: str
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None


def read_feed(text: str) -> list[Entry]:
    """Entries of a feed in its own order; those without an address are left to `raw == ""`.

    Raises:
        Reject: `malformed_input` where no entry can be read.
    """
    entries = _json_entries(text) if text.lstrip("\ufeff \r\n\t").startswith("{") else _xml_entries(text)
    if not entries:
        raise Reject("malformed_input", "a feed without entries, or one that cannot be parsed: check the file")
    return entries


def _xml_entries(text: str) -> list[Entry]:
    import feedparser  # here, since pages and clippings are told from feeds by a module that needs none of it: 50 ms

    # A stream, since feedparser takes a string for an address or a path and would open it; without the declaration of
    # an encoding, since the text is decoded already.
    data = _DECLARED.sub(r"\1", text, count=1).encode(errors="replace")
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    publisher = parsed.feed.get("title") or None
    return [
        Entry(
            e.get("link", ""),
            e.get("title") or None,
            _day(e.get("published_parsed") or e.get("updated_parsed")),
            publisher,
        )
        for e in parsed.entries
    ]


def _day(moment: Any) -> date | None:
    """Day in UTC of feedparser's parsed time, null where the feed gave none or an impossible one."""
    if moment is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(moment), UTC).date()
    except (ValueError, OverflowError):
        return None


def _json_entries(text: str) -> list[Entry]:
    try:
        feed = json.loads(text)
    except json.JSONDecodeError as error:
        raise Reject("malformed_input", f"not JSON at line {error.lineno}: check the file") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    rows = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return [
        Entry(_text(i, "url") or "", _text(i, "title"), _iso_day(_text(i, "date_published")), _text(feed, "title"))
        for i in rows
    ]


def _text(item: dict[str, Any], name: str) -> str | None:
    value = item.get(name)
    return value if isinstance(value, str) and value else None


def _iso_day(value: str | None) -> date | None:
    try:
        return datetime.fromisoformat(value).date() if value else None
    except ValueError:
        return None
