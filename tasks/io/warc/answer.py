"""A kept response, read by the very parser that read it off the wire, so that both understand the same."""

from __future__ import annotations

import http.client
import io
import re
from dataclasses import dataclass

import urllib3

PIECE = 64 * 2**10
_FOLD = re.compile(r"[ \t]*\r\n[ \t]+")  # a header continued on the next line, as urllib3 joins it
_LATER_HTTP = re.compile(rb"\AHTTP/[23](\.0)?(?= )")  # other people's files name the version a browser spoke


class Unreadable(ValueError):
    """The bytes are no HTTP response."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response taken apart; `raw_body` is the body as transferred, `body` the same without transfer coding."""

    status: int
    headers: list[tuple[str, str]]
    raw_body: bytes
    body: bytes


class _Kept:
    """What the parser takes for a socket."""

    def __init__(self, block: bytes) -> None:
        self.stream = io.BytesIO(block)

    def makefile(self, mode: str) -> io.BytesIO:
        return self.stream


def parse_answer(block: bytes) -> Answer:
    """The response in the block of a record.

    Raises:
        Unreadable: it is no HTTP response.
    """
    kept = _Kept(_LATER_HTTP.sub(b"HTTP/1.1", block))
    response = _begun(kept)
    headers, raw_body = _headers(response), kept.stream.getvalue()[kept.stream.tell() :]
    body = _unchunked(response, headers) if "chunked" in _value(headers, "transfer-encoding") else None
    return Answer(response.status, headers, raw_body, raw_body if body is None else body)


def _begun(kept: _Kept) -> http.client.HTTPResponse:
    response = http.client.HTTPResponse(kept, method="GET")  # type: ignore[arg-type]  # it only calls `makefile`
    try:
        response.begin()
    except (http.client.HTTPException, ValueError) as error:
        raise Unreadable(f"not an HTTP response: {type(error).__name__} {error}"[:200]) from error
    return response


def _unchunked(response: http.client.HTTPResponse, headers: list[tuple[str, str]]) -> bytes | None:
    """The body without its chunks, or None where it has none: other people's files say chunked of what no more is."""
    stream = urllib3.HTTPResponse(
        response, headers=dict(headers), status=response.status, preload_content=False, original_response=response
    )
    made = bytearray()
    try:
        for piece in stream.stream(PIECE, decode_content=False):
            made += piece
    except urllib3.exceptions.HTTPError:
        return bytes(made) or None
    return bytes(made)


def _headers(response: http.client.HTTPResponse) -> list[tuple[str, str]]:
    return [(name, _FOLD.sub(" ", value)) for name, value in response.headers.items()]


def _value(headers: list[tuple[str, str]], name: str) -> str:
    return ", ".join(value for key, value in headers if key.lower() == name).lower()
