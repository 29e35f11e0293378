"""Mails passed on inside another mail's text: where they begin, and what their header says."""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parseaddr
from html import unescape

from tasks.core.article.record import Article
from tasks.core.clipping.fields import part_fields
from tasks.core.date.instant import read_moment
from tasks.core.text import one_line

_MARKER = re.compile(
    r"-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht|message transféré|mensaje reenviado|"
    r"пересланное сообщение)\s*-{2,}|begin forwarded message:",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/h\d)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_HEADER_LINE = re.compile(
    r"(?:from|date|sent|subject|to|cc|von|datum|gesendet|betreff|an|de|envoyé|objet|à|enviado|asunto|para|от|дата|тема|кому)"
    r"\s*:",
    re.IGNORECASE,
)
_LONGEST_SENDER = 300  # code points; the library goes one call deeper with each bracket of a comment
_READ = 20_000  # characters of markup in which such a header is looked for


def words_of(markup: str) -> str:
    """A mail's first words, lines kept, markup taken out."""
    return unescape(_TAG.sub("", _BREAK.sub("\n", markup[:_READ])))


def behind_marker(text: str) -> str:
    """A text from the mail on that it passes on; the whole of it where it passes on none."""
    found = _MARKER.search(text)
    return text[found.start() :] if found else text


def sender_of(header: str) -> str:
    """The name a mail's `From` gives its sender, empty where there is none.

    >>> sender_of('"Daily Grain" <news@grain.example>')
    'Daily Grain'
    """
    return parseaddr(header[:_LONGEST_SENDER])[0]


def without_header(html: str) -> str:
    """HTML from the end of a passed-on mail's header on; the whole of it where there is none."""
    found = _MARKER.search(html[:_READ])
    if not found:
        return html
    at = found.end()
    for piece in _BREAK.finditer(html, at, at + _READ):
        line = one_line(unescape(_TAG.sub("", html[at : piece.start()])))
        if line and not _HEADER_LINE.match(line):
            break
        at = piece.end()
    return html[at:]


def forwarded(text: str, told: Article) -> Article:
    """What a mail tells of itself, by the header of the mail it passes on where there is one."""
    found = _MARKER.search(text)
    if not found:
        return told
    lines = [line.strip() for line in text[found.end() :].split("\n")]
    fields, _ = part_fields("Forwarded message\n" + "\n".join(line for line in lines if line))
    moment = read_moment(fields.first("published") or "")
    sender = fields.first("publisher") or ""
    return replace(
        told,
        title=fields.first("title") or told.title,
        publisher=sender_of(sender) or sender or told.publisher,
        published_at=moment.at if moment else told.published_at,
        published_on=moment.day if moment else told.published_on,
        published_precision=moment.precision if moment else told.published_precision,
    )
