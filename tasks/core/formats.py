"""Tells what kind of input some bytes are, and reads them as text."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from tasks.core.reading_list import is_reading_list
from tasks.tables.values import Reject

Format = Literal["clipping", "list", "feed", "sitemap", "reading_list", "notes"]

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
MAX_CONTROL_SHARE = 0.01
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


def decode_text(data: bytes) -> str:
    """The text of a pasted or saved file, which must be UTF-8 or carry a byte order mark.

    Raises:
        Reject: `binary_input` where the bytes are no text, `undecodable_text` where they are no UTF-8.
    """
    if data.startswith(b"{\\rtf"):
        raise Reject("unsupported_format", "an RTF file: save it as plain text or as a page")
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "utf-8")
    if encoding != "utf-16" and _is_binary(data):
        raise Reject("binary_input", "control bytes: this is no text; give the text, the page or its address")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Reject("undecodable_text", f"not {encoding} at byte {error.start}: save the text as UTF-8") from error


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
        if "<en-export" in head:
            return "notes"
    if is_reading_list(text):
        return "reading_list"
    if head.startswith("{") and "jsonfeed.org/version" in head:
        return "feed"
    return "list" if _is_list(text) else "clipping"


def listed_lines(text: str) -> list[str]:
    """The lines of a list that hold a reference: not blank, no `#` comment."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def _is_binary(data: bytes) -> bool:
    sample = data[: 2**16]
    return b"\0" in sample or len(sample) - len(sample.translate(None, CONTROLS)) > MAX_CONTROL_SHARE * len(sample)


def _is_list(text: str) -> bool:
    lines = listed_lines(text)
    return bool(lines) and all(LISTED.match(line) for line in lines)
