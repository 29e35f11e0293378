"""Web archives of browsers (MHTML, RFC 2557) as articles."""

from __future__ import annotations

import email
import re
from datetime import date

from tasks.core.article.mail import header_of, located_parts
from tasks.core.article.record import Article
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.tables.values import Reject

_HEADERS, _HEAD = 2000, 20_000  # bytes
_SENT_TO = re.compile(rb"^(?:to|received|delivered-to)\s*:", re.IGNORECASE | re.MULTILINE)


def read_mhtml(payload: bytes, model: BlockModel, url: str = "", latest: date | None = None) -> Article:
    """The article of the archive's own page, which need not come before the frames in it.

    Raises:
        Reject: the archive holds no HTML.
    """
    message = email.message_from_bytes(payload)
    address = url or header_of(message, "snapshot-content-location")
    pages = list(located_parts(message, "text/html"))
    if not pages:
        raise Reject("no_text", "the web archive holds no HTML page")
    location, page = next((pair for pair in pages if pair[0] == address), pages[0])
    found = address or (location if location.startswith("http") else "")
    return read_page(page.utf8, model, found, latest, page.encoding)


def is_mhtml(payload: bytes) -> bool:
    """Whether a message is a browser's archive: it was saved, not sent."""
    head = payload[:_HEAD]
    if b"multipart/related" not in head[:_HEADERS]:
        return False
    return b"Snapshot-Content-Location" in head or (
        b"Content-Location:" in head and not _SENT_TO.search(head[:_HEADERS])
    )
