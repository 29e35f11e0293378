"""Content codings undone (gzip, deflate, br, zstd, nested), never past a limit."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable

import brotli

from tasks.io.web.fault import Fault

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MAX_NESTED = 4
_ZSTD_WINDOW_LOG = 23  # 8 MiB, the most a sender may ask of a receiver (RFC 9659)


def decode(body: bytes, codings: str | None, limit: int) -> bytes:
    """`body` with its `Content-Encoding` undone; names that are no coding (`utf-8`, `none`) change nothing.

    Raises:
        Fault: `too_large` past `limit` bytes at any layer, `malformed_response` where the data is damaged or cut.
    """
    names = [name.strip().lower() for name in (codings or "").split(",")]
    known = [_CODINGS[name] for name in names if name in _CODINGS]
    if len(known) > MAX_NESTED:
        raise Fault("malformed_response", f"{len(known)} nested content codings")
    for undo in reversed(known):
        try:
            body = undo(body, limit) if body else body
        except (zlib.error, brotli.error, zstd.ZstdError) as error:
            raise Fault("malformed_response", f"the body is not {codings}: {error}") from error
    if len(body) > limit:
        raise Fault("too_large", f"more than {limit} bytes")
    return body


def _gzip(data: bytes, limit: int) -> bytes:
    made, is_first = bytearray(), True
    while is_first or data.startswith(b"\x1f\x8b"):  # members follow each other; what follows the last is ignored
        member, is_first = zlib.decompressobj(wbits=31), False
        made += member.decompress(data, limit + 1 - len(made))
        _check(made, limit, member.eof)
        data = member.unused_data
    return bytes(made)


def _deflate(data: bytes, limit: int) -> bytes:
    """RFC 9110 means the zlib format; servers that send the bare one are common, and browsers take both."""
    try:
        return _inflate(data, limit, zlib.MAX_WBITS)
    except zlib.error:
        return _inflate(data, limit, -zlib.MAX_WBITS)


def _inflate(data: bytes, limit: int, wbits: int) -> bytes:
    stream = zlib.decompressobj(wbits=wbits)
    made = stream.decompress(data, limit + 1)
    _check(made, limit, stream.eof)
    return made


def _brotli(data: bytes, limit: int) -> bytes:
    stream, made = brotli.Decompressor(), bytearray()
    while not stream.is_finished():
        part = stream.process(data, output_buffer_limit=limit + 1 - len(made))
        made += part
        if len(made) > limit or not (part or data):
            break
        data = b""
    _check(made, limit, stream.is_finished())
    return bytes(made)


def _zstd(data: bytes, limit: int) -> bytes:
    made = bytearray()
    while data:
        frame = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG})
        made += frame.decompress(data, limit + 1 - len(made))
        _check(made, limit, frame.eof)
        data = frame.unused_data
    return bytes(made)


def _check(made: bytes | bytearray, limit: int, is_whole: bool) -> None:
    if len(made) > limit:
        raise Fault("too_large", f"more than {limit} bytes once decoded")
    if not is_whole:
        raise Fault("malformed_response", "the encoded body is cut", heals=True)


_CODINGS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
