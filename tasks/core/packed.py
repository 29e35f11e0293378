"""Gzip undone, told by its first bytes, within a bound on what comes out."""

from __future__ import annotations

import zlib

from tasks.tables.values import Reject

_MAGIC = b"\x1f\x8b"
_GZIP = 31  # zlib's number for a window of 32 KiB and gzip's header


def unpacked(data: bytes, most: int) -> bytes:
    """The bytes that were packed; what was never packed is returned as it is, what stands behind an archive left out.

    >>> unpacked(b"plain", 10)
    b'plain'

    Raises:
        Reject: `unreadable_input` where the archive is cut or broken, `too_large` beyond `most` bytes.
    """
    found: list[bytes] = []
    rest, left = data, most
    while rest.startswith(_MAGIC):
        engine = zlib.decompressobj(_GZIP)
        try:
            found.append(engine.decompress(rest, left + 1))
        except zlib.error as error:
            raise _broken(str(error)) from error
        left -= len(found[-1])
        if left < 0:
            raise Reject("too_large", f"more than {most // 2**20} MiB when unpacked: split it")
        if not engine.eof:
            raise _broken("it ends too soon")
        rest = engine.unused_data
    return b"".join(found) if found else data


def _broken(why: str) -> Reject:
    return Reject("unreadable_input", f"a gzip file that cannot be unpacked ({why}): give the whole file")
