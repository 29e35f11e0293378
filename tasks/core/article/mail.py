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
from email.utils import parsedate_to_datetime
from html import unescape

from tasks.core.article.forwarded import behind_marker, forwarded, sender_of, without_header, words_of
from tasks.core.article.plain import read_plain
from tasks.core.article.record import Article
from tasks.core.encoding import Decoded, decode
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.core.text import mend, one_line
from tasks.tables.values import Reject

_REPLY = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|fw|отв|переслано)\s*:\s*)+", re.IGNORECASE)
# Mails are laid out with tables; one with header cells is a table of the text.
_LAYOUT = re.compile(
    r"<(/?)(?:table|tbody|tr|td|center)\b(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*>", re.IGNORECASE
)
_DATA = re.compile(r"<th\b", re.IGNORECASE)
_ONLINE = re.compile(
    r"<a\s[^<>]{0,2000}?href=[\"']?(https?://[^\"'\s<>]{4,2000})[^<>]{0,2000}>\s*(?:<[^<>]{0,300}>\s*){0,4}(?:view|read|open|ansehen|voir|ver)"
    r"[^<>]{0,40}(?:browser|online|web|navigateur|navegador)",
    re.IGNORECASE,
)
_LONGEST_HEADER = 4000  # code points; decoding takes a time that grows with the square of them
_SIGNATURE = re.compile(r"\n-- ?\r?\n")  # RFC 3676, 4.3


def read_mail(payload: bytes, model: BlockModel, latest: date | None = None) -> Article:
    """The article in a mail: its HTML part read as a page, else its plain part as a text; headers say the rest.

    A mail that was forwarded is read as the mail it holds.

    Raises:
        Reject: the mail holds no text.
    """
    return _read(email.message_from_bytes(payload), model, latest)


def _read(message: Message, model: BlockModel, latest: date | None) -> Article:
    if inner := _attached(message):
        return _read(inner, model, latest)
    article = _words(message, model, latest)
    sent = _sent(message)
    told = Article(
        title=_REPLY.sub("", header_of(message, "subject")) or None,
        publisher=sender_of(header_of(message, "from")) or None,
        url=_address(message),
        published_at=sent.astimezone(UTC) if sent and sent.tzinfo else None,
        published_on=sent.date() if sent else None,
        published_precision="second" if sent and sent.tzinfo else "day" if sent else None,
    )
    told = forwarded(_plain_text(message), told)
    return replace(
        article,
        title=told.title or article.title,
        publisher=told.publisher or article.publisher,
        url=article.url or told.url,
        published_at=told.published_at if told.published_on else article.published_at,
        published_on=told.published_on or article.published_on,
        published_rule="mail_header" if told.published_on else article.published_rule,
        published_precision=told.published_precision or article.published_precision,
    )


def _words(message: Message, model: BlockModel, latest: date | None) -> Article:
    html = next(parts_of(message, "text/html"), None)
    if html:
        page = html.text if _DATA.search(html.text) else _LAYOUT.sub(r"<\1div>", html.text)
        article = read_page(without_header(page), model, "", latest, html.encoding)
    plain = next(parts_of(message, "text/plain"), None)
    if html and (article.text or plain is None):
        return article
    if plain is None or not plain.text.strip():
        raise Reject("no_text", "the mail holds no text of its own: give what is attached to it")
    text = _SIGNATURE.split(plain.text.replace("\r\n", "\n"))[0]
    return read_plain(replace(plain, text=behind_marker(text)))


def _attached(message: Message) -> Message | None:
    """The mail that a mail was sent to pass on."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and part is not message:
            inner = part.get_payload()
            return inner[0] if isinstance(inner, list) and isinstance(inner[0], Message) else None
    return None


def _plain_text(message: Message) -> str:
    """The words of the mail without markup, to look for another mail's header in."""
    part = next(parts_of(message, "text/html"), None) or next(parts_of(message, "text/plain"), None)
    return words_of(part.text) if part else ""


def _address(message: Message) -> str | None:
    """Where the mail can be read in a browser: as its header says, or the link for it."""
    stated = re.match(r"<(https?://[^<>\s]+)>", header_of(message, "list-post"))
    html = next(parts_of(message, "text/html"), None)
    link = _ONLINE.search(html.text) if html and not stated else None
    return stated[1] if stated else unescape(link[1]) if link else None


def parts_of(message: Message, media_type: str) -> Iterator[Decoded]:
    """The parts of one media type that are no attachments, transfer encoding undone."""
    return (part for _, part in located_parts(message, media_type))


def located_parts(message: Message, media_type: str) -> Iterator[tuple[str, Decoded]]:
    """The same with the address each is of, empty where none is stated."""
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == media_type and isinstance(content, bytes) and not part.get_filename():
            location = header_of(part, "content-location")
            yield location, decode(content, str(part.get_content_charset() or "") or None)


def header_of(message: Message, name: str) -> str:
    """A header's words, encoded words (RFC 2047) decoded; as written where they cannot be."""
    written = str(message.get(name, ""))[:_LONGEST_HEADER]
    try:
        return mend(one_line(str(make_header(decode_header(written)))))
    except (HeaderParseError, LookupError, ValueError):
        return one_line(written)


def _sent(message: Message) -> datetime | None:
    """When it was sent, in the sender's own zone."""
    try:
        return parsedate_to_datetime(header_of(message, "date"))
    except (ValueError, TypeError, OverflowError):
        return None
