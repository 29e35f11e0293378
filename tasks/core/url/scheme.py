"""Mends the two ends of an address: one well-formed scheme in front, nothing of the surrounding text behind."""

from __future__ import annotations

import re
from urllib.parse import unquote

COLON = r"(?:[:;.,]|%(?:25)*3A)"
SLASH = r"(?:[/\\]|%(?:25)*2F)"
# `http` with letters lost, doubled, swapped or masked, and its separator likewise.
LETTERS = r"[htps][htpsx*]{1,7}"
SEPARATOR = rf"(?:{COLON}{{1,2}}\s?{SLASH}{{1,4}}{COLON}?|{SLASH}{{2,3}}{COLON}?)"

_ENCODED = re.compile(r"(?:https?%(?:25)*3A|[\w.-]+(?=%))(?:%(?:25)*2F|/)", re.IGNORECASE)
_SPACED = re.compile(r"h\s*t\s*t\s*p\s*(s?)\s*:\s*/\s*/\s*(?=\S)", re.IGNORECASE)
_SCHEMES = re.compile(rf"(?:{LETTERS}(?:\s?{SEPARATOR}|:|\s+(?=www\.)|\.(?=www\.))\s?|//)+", re.IGNORECASE)
_OTHER = re.compile(r"(?!ftp:)[a-z][a-z+-]{1,11}://", re.IGNORECASE)
_AUTHORITY = re.compile(r"(https?://)([^/?#@]*)")
_BROKEN_DOT = re.compile(r"\.{2,}|,(?=[a-z])", re.IGNORECASE)
_WORD = re.compile(r"[htpsx*]{2,8}")
_TRAILING = ".,;:!?'’‘\"”»*`|\\>([{)]}"
_OPENERS = {")": "(", "]": "[", "}": "{"}


def with_scheme(text: str) -> tuple[str, tuple[str, ...]]:
    """An address with one well-formed scheme, and the rules that took; `https` where the text does not say.

    >>> with_scheme("http:https//example.org/")
    ('https://example.org/', ('doubled_scheme',))
    """
    rules: tuple[str, ...] = ()
    for _ in range(4):
        if not _ENCODED.match(text):
            break
        text, rules = unquote(text), ("encoded_address",)
    if _SPACED.match(text):
        text = _SPACED.sub(r"http\1://", text, count=1)
    match = _SCHEMES.match(text)
    if match is None and (other := _OTHER.match(text)):
        return "https://" + text[other.end() :], (*rules, "unknown_scheme")
    if match is None:
        return text if text.startswith("ftp://") else "https://" + text, (*rules, "missing_scheme")
    head, rest = match.group().lower(), text[match.end() :]
    if head in ("http://", "https://"):
        return head + rest, rules
    words = _WORD.findall(head)
    scheme = "http" if words and "s" not in words[-1] else "https"
    return f"{scheme}://{rest}", (*rules, _fault(words))


def with_dots(url: str) -> str:
    """An address whose host has one dot where the text has a comma or several dots.

    >>> with_dots("https://www..example,org/a,b")
    'https://www.example.org/a,b'
    """
    match = _AUTHORITY.match(url)
    if match is None or not _BROKEN_DOT.search(match[2]):
        return url
    return match[1] + _BROKEN_DOT.sub(".", match[2]) + url[match.end() :]


def _fault(words: list[str]) -> str:
    if not words:
        return "missing_scheme"
    if len(words) > 1:
        return "doubled_scheme"
    return "defanged" if "x" in words[0] or "*" in words[0] else "broken_scheme"


def trimmed(text: str, before: str = "") -> str:
    """An address without the punctuation behind it and closing marks it did not open; `before` is what precedes it.

    >>> trimmed("https://example.org/Foo_(bar)."), trimmed("https://example.org/foo).")
    ('https://example.org/Foo_(bar)', 'https://example.org/foo')
    """
    end = len(text)
    counts = {close: text.count(close) - text.count(opener) for close, opener in _OPENERS.items()}
    while end:
        last = text[end - 1]
        if last in counts:
            if counts[last] <= 0:
                break
            counts[last] -= 1
        elif last not in _TRAILING and not (last in "_~" and before.endswith(last)):
            break
        end -= 1
    return text[:end]
