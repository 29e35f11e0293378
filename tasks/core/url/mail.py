"""Opens the three versions of Proofpoint's mail protection, each with an encoding of its own."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from tasks.core.url.view import from_base64

_HOST = re.compile(r"urldefense(?:\.proofpoint)?\.(?:com|us)")
_PARAMETER = re.compile(r"(?:^|&)u=([^&]*)")
_ESCAPE = re.compile(r"-([0-9A-Fa-f]{2})")
_THIRD = re.compile(r"/v3/__(?P<url>.+?)__(?:;(?P<bytes>[\w=-]*)(?:!|$)|$)", re.DOTALL)
_REPLACED = re.compile(r"\*(?:\*([\w-]))?", re.ASCII)
_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def open_proofpoint(host: str, path: str, query: str, url: str) -> str | None:
    """The address a Proofpoint address protects, None where it is not one."""
    if not _HOST.fullmatch(host):
        return None
    if path.startswith("/v3/"):
        return _third(url)
    match = _PARAMETER.search(query)
    if match is None:
        return None
    if path.startswith("/v1/"):
        return html.unescape(unquote(match[1]))
    return unquote(_ESCAPE.sub(r"%\1", match[1]).replace("_", "/"))


def _third(url: str) -> str | None:
    """Version 3 puts `*` for a replaced character, `**` and a letter for a run of them, and the originals behind."""
    match = _THIRD.search(url)
    if match is None:
        return None
    originals = (from_base64(match["bytes"] or "") or b"").decode("utf-8", "replace")
    position = 0

    def restore(token: re.Match[str]) -> str:
        nonlocal position
        length = _LENGTHS.index(token[1]) + 2 if token[1] else 1
        position += length
        return originals[position - length : position] or token.group()

    return _REPLACED.sub(restore, match["url"])
