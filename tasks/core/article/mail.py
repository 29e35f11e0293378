"""Mails and newsletters (`.eml`, RFC 5322 and MIME) as articles."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from tasks.core.article.plain import read_plain
from tasks.core.article.record import Article
from tasks.core.encoding import Decoded, decode
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.core.text import mend, one_line

_REPLY = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|fw|отв|переслано)\s*:\s*)+", re.IGNORECASE)


def read_mail(payload: bytes, model: BlockModel, latest: date | None = None) -> Article:
    """The article in a mail: its HTML part read as a page, else its plain part as a text; headers say the rest."""
    message = email.message_from_bytes(payload)
    html = next(parts_of(message, "text/html"), None)
    article = (
        read_page(html.text, model, "", latest, html.encoding)
        if html
        else read_plain(next(parts_of(message, "text/plain"), Decoded("", "none")))
    )
    sent = _sent(message)
    return replace(
        article,
        title=_REPLY.sub("", header_of(message, "subject")) or article.title,
        publisher=article.publisher or parseaddr(header_of(message, "from"))[0] or None,
        published_at=sent.astimezone(UTC) if sent and sent.tzinfo else article.published_at,
        published_on=sent.date() if sent else article.published_on,
        published_rule="mail_header" if sent else article.published_rule,
        published_precision="second" if sent and sent.tzinfo else "day" if sent else article.published_precision,
    )


def parts_of(message: Message, media_type: str) -> Iterator[Decoded]:
    """The parts of one media type that are no attachments, transfer encoding undone."""
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == media_type and isinstance(content, bytes) and not part.get_filename():
            yield decode(content, str(part.get_content_charset() or "") or None)


def header_of(message: Message, name: str) -> str:
    """A header's words, encoded words (RFC 2047) decoded; as written where they cannot be."""
    written = message.get(name, "")
    try:
        return mend(one_line(str(make_header(decode_header(written)))))
    except (HeaderParseError, LookupError, ValueError):
        return one_line(str(written))


def _sent(message: Message) -> datetime | None:
    """When it was sent, in the sender's own zone."""
    try:
        return parsedate_to_datetime(header_of(message, "date"))
    except (ValueError, TypeError, OverflowError):
        return None
