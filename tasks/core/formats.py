"""Tells what kind of input some bytes are, and reads them as text."""

from __future__ import annotations

import re
from typing import Literal

from tasks.core.encoding import Decoded, decode
from tasks.core.reading_list import is_reading_list
from tasks.tables.values import Reject

Format = Literal["clipping", "list", "feed", "sitemap", "reading_list", "notes"]

_BINARY = {
    b"%PDF": "PDF", b"PK\x03\x04": "ZIP or Office", b"\xd0\xcf\x11\xe0": "Word or Excel", b"{\\rtf": "RTF",
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"\x1f\x8b": "gzip", b"RIFF": "RIFF",
    b"\x7fELF": "program", b"OggS": "Ogg", b"ID3": "MP3",
}  # fmt: skip
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MOST_CONTROLS = 0.01  # of the bytes; a text with more is none
_MOST_LOST = 0.1  # of the characters that are U+FFFD: what is left is not worth reading
_SAMPLE = 2**16  # bytes or characters looked at
LISTED = re.compile(r"""^\s*(?:[-*•]\s+|\d{1,4}[.)]\s+)?[<"'(\[]*(?:h[tx]{2}ps?\s?:?/{1,2}|www\.)\S""", re.IGNORECASE)
HEAD = 4000  # characters within which a file shows what it is
# As the WHATWG's MIME sniffing has it, without what also begins a pasted text (`<b>`); servers write comments first.
_PAGE = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe\s]*(?:<\?xml[^>]*>\s*)?(?>(?:<!--(?! saved from)(?>.*?-->)\s*)*)"
    rb"<(?:!doctype html|!-- saved from|html|head|body|script|style|title|meta|link)\b",
    re.DOTALL,
)

# Fields that servers write above a mail's own, often more than `HEAD` of them; a pasted mail has none.
_MAIL_TRACE = re.compile(
    rb"^(delivered-to|received|x-received|return-path|message-id|dkim-signature|arc-seal|authentication-results)\s*:",
    re.M,
)
_ENOUGH_TRACES = 2


def decode_text(data: bytes, label: str | None = None) -> Decoded:
    """The text of a page or file, and how its bytes were read; `label` is the encoding its transport declared.

    >>> decode_text("Žižek met the press.".encode("utf-16")).encoding
    'utf-16 (byte order mark)'

    Raises:
        Reject: `unsupported_format` where the first bytes name another kind of file, `binary_input` where the bytes are
            no text, `undecodable_text` where no encoding makes one of them.
    """
    refuse_other_files(data)
    decoded = decode(data, label)
    sample, text = decoded.utf8[:_SAMPLE], decoded.text[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
        raise Reject("binary_input", "control bytes: this is no text; give the text, the page or its address")
    if text.count("\ufffd") > _MOST_LOST * len(text):
        raise Reject("undecodable_text", f"read as {decoded.encoding}, too much of it is lost: save the text as UTF-8")
    return decoded


def refuse_other_files(data: bytes) -> None:
    """Refuse what is known by its first bytes to be no text.

    Raises:
        Reject: `unsupported_format`, with the name of the format.
    """
    for magic, name in _BINARY.items():
        if data.startswith(magic):
            raise Reject("unsupported_format", f"a {name} file: give a page, a mail or a text")


def is_saved_page(data: bytes) -> bool:
    """Whether a file is a page or mail as a program saved it: HTML, SingleFile, MHTML, .eml; its encoding is its own.

    >>> is_saved_page(b"<!DOCTYPE html><title>x</title>"), is_saved_page(b"# A clipping")
    (True, False)
    """
    head = data[:HEAD].replace(b"\0", b"").lower()
    if b"<title>pocket export" in head:
        return False
    if _PAGE.match(head):
        return True
    if re.match(rb"[a-z][\w-]*:", head) is None:
        return False
    return b"\nmime-version:" in b"\n" + head or len(set(_MAIL_TRACE.findall(head))) >= _ENOUGH_TRACES


def format_of(text: str) -> Format:
    """What kind of input a text is.

    >>> format_of("https://example.org/2020/one\\nhttps://example.org/2020/two")
    'list'
    """
    head = text[:HEAD].lstrip("\ufeff \t\r\n").lower()
    if head.startswith("<"):
        if re.search(r"<(?:rss|feed|rdf:rdf)[\s>]", head):
            return "feed"
        if re.search(r"<(?:urlset|sitemapindex)[\s>]", head):
            return "sitemap"
        if is_notes(head):
            return "notes"
    if is_reading_list(text):
        return "reading_list"
    if head.startswith("{") and "jsonfeed.org/version" in head:
        return "feed"
    return "list" if _is_list(text) else "clipping"


def is_notes(text: str) -> bool:
    """Whether a text is an export of Evernote."""
    return "<en-export" in text[:HEAD]


def listed_lines(text: str) -> list[str]:
    """The lines of a list that hold a reference: not blank, no `#` comment."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def _is_list(text: str) -> bool:
    lines = listed_lines(text)
    return bool(lines) and all(LISTED.match(line) for line in lines)
