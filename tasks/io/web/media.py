"""Whether a payload is a text we can read: its declared type, and its first bytes where those know better."""

from __future__ import annotations

from email.message import Message
from functools import lru_cache

from tasks.io.web.fault import Fault

READABLE = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/rss+xml",
    "application/atom+xml", "text/markdown",
})  # fmt: skip
UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"})

# First bytes as the MIME Sniffing Standard lists them (mimesniff.spec.whatwg.org), for types that get mislabelled.
_SIGNATURES = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp or audio",
    b"PK\x03\x04": "application/zip",
    b"\x1f\x8b": "application/gzip",
    b"Rar!": "application/vnd.rar",
    b"OggS": "application/ogg",
    b"ID3": "audio/mpeg",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"wOFF": "font/woff",
    b"wOF2": "font/woff2",
    b"\x00\x00\x01\x00": "image/x-icon",
    b"\x1aE\xdf\xa3": "video/webm",
}
_BINARY = bytes({*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)})
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 1024
_MOST_BINARY = 0.1  # a stray NUL is common in old pages; pictures and programs have far more


@lru_cache(1024)
def media_type(header: str | None) -> tuple[str | None, str | None]:
    """Type and charset of a `Content-Type` value.

    >>> media_type('Text/HTML; Charset="windows-1251"')
    ('text/html', 'windows-1251')
    """
    if not header:
        return None, None
    message = Message()
    message["content-type"] = " ".join(header.split())
    declared = header.partition(";")[0].split()
    return declared[0].lower() if declared else None, message.get_content_charset() or None


def refuse_type(declared: str | None) -> None:
    """Refuse a declared type we cannot read.

    Raises:
        Fault: `unsupported_type`.
    """
    if (declared or "") not in READABLE | UNTOLD:
        raise Fault("unsupported_type", f"the server calls it {declared}")


def refuse_binary(payload: bytes) -> None:
    """Refuse bytes that are no text, whatever they are called.

    Raises:
        Fault: `unsupported_type`.
    """
    kind = next((kind for start, kind in _SIGNATURES.items() if payload.startswith(start)), None)
    if kind:
        raise Fault("unsupported_type", f"the bytes are {kind}")
    head = payload[:_LOOKED_AT]
    if _binary(head) > _MOST_BINARY and not _looks_utf16(head):
        raise Fault("unsupported_type", "the bytes are binary")


def _looks_utf16(head: bytes) -> bool:
    """A byte order mark, or control bytes at every other place, as the upper halves of most alphabets are."""
    shares = sorted((_binary(head[0::2]), _binary(head[1::2])))
    return head.startswith(_UTF16) or (shares[0] < _MOST_BINARY and shares[1] > 0.7)


def _binary(data: bytes) -> float:
    """The share of bytes that no text has."""
    return 1 - len(data.translate(None, _BINARY)) / len(data) if data else 0.0
