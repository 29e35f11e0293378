"""Reads the pages of a sitemap, with the title, day and publisher of the Google News extension."""

from __future__ import annotations

from datetime import date

from lxml import etree

from tasks.core.feed import Entry
from tasks.tables.values import Reject

NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def read_sitemap(text: str) -> list[Entry]:
    """Pages of a sitemap (https://www.sitemaps.org/protocol.html) in its own order.

    Raises:
        Reject: `malformed_input` where it is no XML, `unsupported_format` for an index, which lists sitemaps, no pages.
    """
    # The text is decoded already: what its declaration says of its bytes no longer holds.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, encoding="utf-8")
    root = etree.fromstring(text.encode(), parser)
    if root is None:
        raise Reject("malformed_input", "not XML: check the file")
    if etree.QName(root).localname == "sitemapindex":
        raise Reject("unsupported_format", "an index of sitemaps: give the sitemaps it names, or some of them")
    return [_entry(page) for page in root.iterfind("s:url", NAMESPACES)]


def _entry(page: etree._Element) -> Entry:
    day = _text(page, "n:news/n:publication_date") or _text(page, "s:lastmod")
    return Entry(
        raw=_text(page, "s:loc") or "",
        title=_text(page, "n:news/n:title"),
        published_on=_day(day) if day else None,
        publisher=_text(page, "n:news/n:publication/n:name"),
    )


def _text(page: etree._Element, path: str) -> str | None:
    return (page.findtext(path, namespaces=NAMESPACES) or "").strip() or None


def _day(value: str) -> date | None:
    """The day of a W3C date and time; the zone's own day, as the site counts it."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
