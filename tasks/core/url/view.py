"""How an address under repair looks once its encodings are read: the innermost host, path and last word."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

_PROOFPOINT = re.compile(r"urldefense\.proofpoint\.com/v2/url\?(?:\w+=[^&]*&)*u=(?P<inner>[^&]*)$", re.IGNORECASE)
_ESCAPE = re.compile(r"-([0-9A-Fa-f]{2})")
_START = re.compile(r"(?:[htpsx*]{2,8}(?:[:;.,]{0,2}\s?[/\\]{1,4}:?|:)|//)+", re.IGNORECASE)
_INNER = re.compile(
    r"https?:/{1,3}|(?<=[/=:])h[tx*]{2}ps?:/{1,3}|cdn\.ampproject\.org/(?:[a-z]/)?(?:s/)?|/amp/s/", re.IGNORECASE
)
_TAIL = re.compile(r"[^\W_]+$")


@dataclass(frozen=True, slots=True)
class View:
    """The decoded innermost address of a text: only to look at, never to output."""

    host: str
    path: str  # path and query; empty while the host is not finished
    tail: str  # the word at its end, empty where it ends in a mark
    is_proofpoint: bool
    is_inner: bool  # another address carries it

    @property
    def is_query(self) -> bool:
        """Whether the end stands in the query."""
        return "?" in self.path

    @property
    def is_name(self) -> bool:
        """Whether the end stands in a parameter's name."""
        return self.is_query and "=" not in self.path.partition("?")[2].rpartition("&")[2]


def from_base64(text: str) -> bytes | None:
    """Bytes of a base64 text of either alphabet, padded or not; None where it is none.

    >>> from_base64("aHR0cA")
    b'http'
    """
    data = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(data + "=" * (-len(data) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def decoded(text: str) -> str:
    """A text with its percent-encoding read, however often it was applied.

    >>> decoded("a%252Fb%3D")
    'a/b='
    """
    for _ in range(4):
        if "%" not in text:
            break
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text


@lru_cache(maxsize=4096)
def view(text: str) -> View:
    """What an address, perhaps unfinished, looks like."""
    wrapped = _PROOFPOINT.search(text)
    if wrapped:
        text = _ESCAPE.sub(r"%\1", wrapped["inner"]).replace("_", "/")
    text = decoded(text)
    begun = _START.match(text)
    start = begun.end() if begun else 0
    outer = start
    for match in _INNER.finditer(text, start):
        start = match.end()
    behind = text[start:]
    end = min((i for i in map(behind.find, "/?#\\") if i >= 0), default=-1)
    host, path = (behind, "") if end < 0 else (behind[:end], behind[end:])
    tail = _TAIL.search(text)
    return View(
        host.rpartition("@")[2].partition(":")[0],
        path,
        tail.group() if tail else "",
        wrapped is not None,
        start > outer,
    )
