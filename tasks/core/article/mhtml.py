"""Web archives of browsers (MHTML, RFC 2557) as articles."""

from __future__ import annotations

import email
from datetime import date

from tasks.core.article.mail import header_of, parts_of
from tasks.core.article.record import Article
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.tables.values import Reject


def read_mhtml(payload: bytes, model: BlockModel, url: str = "", latest: date | None = None) -> Article:
    """The article of the archive's first page.

    Raises:
        Reject: the archive holds no HTML.
    """
    message = email.message_from_bytes(payload)
    address = url or header_of(message, "snapshot-content-location")
    page = next(parts_of(message, "text/html"), None)
    if page is None:
        raise Reject("no_text", "the web archive holds no HTML page")
    return read_page(page.text, model, address, latest, page.encoding)
