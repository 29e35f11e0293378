"""Bytes of any supported format to one article.

What reads a format other than pages is imported when it comes: together they would be a third of the start.
"""

from __future__ import annotations

import codecs
import re
from datetime import date

from tasks.core.article.record import Article
from tasks.core.formats import decode_text, format_of, is_notes, refuse_other_files
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.tables.values import Reject

_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|p|table|title|meta|article)\b", re.IGNORECASE)
_MAIL = re.compile(rb"\A\s*(?:From [^\r\n]*\r?\n)?(?:[\w-]{2,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}")
_MAIL_FIELD = re.compile(
    rb"^(?:mime-version|content-type|message-id|received|return-path|delivered-to|from)\s*:", re.I | re.M
)
_HTML = ("text/html", "application/xhtml+xml")
_LISTS = {"feed": "feed", "sitemap": "sitemap", "reading_list": "list of pages"}
_BLANK = b" \t\r\n\v\f" + codecs.BOM_UTF8 + codecs.BOM_UTF16  # a mark of the byte order alone is no text
_SAMPLE = 2000  # characters or bytes looked at
_MANY = 8  # elements; a clipping quotes fewer


def read_article(
    payload: bytes,
    model: BlockModel,
    charset: str | None = None,
    media_type: str | None = None,
    url: str = "",
    latest: date | None = None,
) -> Article:
    """The article in a page, saved page, mail, or text; told by what the bytes are, for labels are often wrong.

    `charset` and `media_type` are what the transport declared, `latest` the day it was fetched.

    Raises:
        Reject: empty, binary, or of no format read here. A page without an article gives an empty text.
    """
    if not payload.strip(_BLANK):
        raise Reject("empty_input", "the file is empty")
    refuse_other_files(payload)
    return _read(payload, model, charset, media_type, url, latest)


def _read(
    payload: bytes, model: BlockModel, charset: str | None, media_type: str | None, url: str, latest: date | None
) -> Article:
    if _is_mail(payload, media_type):
        return _read_mail(payload, model, url, latest)
    decoded = decode_text(payload, charset)
    if is_notes(decoded.text):
        from tasks.core.article.evernote import read_notes

        return next(read_notes(decoded.text, model, latest), Article())
    if media_type not in _HTML and (kind := format_of(decoded.text)) in _LISTS:
        raise Reject("unsupported_format", f"a {_LISTS[kind]}, not one document: give it to `dateline build`")
    if _is_markup(decoded.text, media_type):
        return read_page(decoded.utf8, model, url or saved_from(decoded.text), latest, decoded.encoding)
    from tasks.core.article.plain import read_plain

    return read_plain(decoded)


def _read_mail(payload: bytes, model: BlockModel, url: str, latest: date | None) -> Article:
    from tasks.core.article.mail import read_mail
    from tasks.core.article.mhtml import is_mhtml, read_mhtml

    try:
        return read_mhtml(payload, model, url, latest) if is_mhtml(payload) else read_mail(payload, model, latest)
    except RecursionError as error:  # of the library that parts mails
        raise Reject("malformed_input", "parts nested hundreds deep: give the one that holds the text") from error


def saved_from(html: str) -> str:
    """Where a page saved by a browser or SingleFile came from, empty where it does not say."""
    found = re.search(r"<!--\s*(?:Page saved with SingleFile\s+url:|saved from url=\(\d+\))\s*(\S+)", html[:3000])
    return found[1] if found else ""


def _is_mail(payload: bytes, media_type: str | None) -> bool:
    if media_type in ("message/rfc822", "multipart/related", "application/x-mimearchive"):
        return True
    return _MAIL.match(payload) is not None and len(set(_MAIL_FIELD.findall(payload[: 2 * _SAMPLE]))) >= 2


def _is_markup(text: str, media_type: str | None) -> bool:
    if media_type in _HTML:
        return True
    head = text[:_SAMPLE].lstrip()
    is_headed = head.startswith("<") and _MARKUP.search(head) is not None
    return is_headed or len(_MARKUP.findall(text[: 10 * _SAMPLE])) >= _MANY
