"""Answers from WARC files instead of the network, one's own or other people's."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from glob import glob
from pathlib import Path

import ada_url

from tasks.io.warc.reader import LostRecord, exchange_at
from tasks.io.warc.scan import Entry, scan
from tasks.io.web.exchange import Exchange
from tasks.io.web.fault import Fault
from tasks.io.web.limits import Budget

ANY = b""  # the key of every address
_LOG = logging.getLogger(__name__)


class ReplayError(ValueError):
    """A file named for replay cannot be used: the message says which, and what to do."""


class Replay:
    """Finds answers by address in an index of offsets; payloads stay in the files.

    The scheme and the fragment of an address do not count. Of several answers the newest page (status 200) wins, else
    the newest answer. A revisit stands for the response it refers to.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._files = _files(patterns)
        self._places: dict[bytes, tuple[bool, str, int, int]] = {}  # key -> is a page, date, file, offset
        self._by_digest: dict[tuple[bytes, str], tuple[int, int]] = {}
        self._revisits: list[Entry] = []
        for number, file in enumerate(self._files):
            self._index(number, file)
        for entry in self._revisits:
            self._stand_for(entry)
        self._by_digest, self._revisits = {}, []

    def _stand_for(self, revisit: Entry) -> None:
        """Let a revisit lead to what it refers to; to any response with that payload only where that is not there."""
        for key in (_key(revisit.refers_to), _key(revisit.uri), ANY):
            place = self._by_digest.get((key, revisit.payload_digest))
            if place:
                self._offer(_key(revisit.uri), (True, revisit.date, *place))
                return

    def _index(self, number: int, file: Path) -> None:
        found, answers = scan(file), 0
        for entry in found.entries:
            if entry.kind == "response" and entry.uri:
                answers += 1
                key, place = _key(entry.uri), (number, entry.offset)
                self._by_digest[key, entry.payload_digest] = self._by_digest[ANY, entry.payload_digest] = place
                self._offer(key, (entry.status == 200, entry.date, *place))
            elif entry.kind == "revisit":
                self._revisits.append(entry)
        if found.is_one_piece:
            raise ReplayError(f"replay: {file} is compressed as one piece; run `warcio recompress {file} NEW.warc.gz`")
        if not answers:
            raise ReplayError(f"replay: {file} " + ("is not a WARC file" if found.damage else "holds no answers"))
        if found.damage:
            _LOG.warning("replay: %s answers only from what can be read: %s", file, found.damage)

    def exchange(self, url: str, headers: dict[str, str], budget: Budget) -> Exchange:
        """The kept answer for `url` (see `Source`)."""
        found = self._places.get(_key(url))
        if found is None:
            raise Fault("not_in_replay", f"no answer for it in {len(self._files)} replayed files")
        _, _, number, offset = found
        try:
            return exchange_at("", str(self._files[number]), offset)
        except LostRecord as lost:
            raise Fault("malformed_response", str(lost)) from lost

    def close(self) -> None:
        """Nothing is kept open."""

    def _offer(self, key: bytes, place: tuple[bool, str, int, int]) -> None:
        if key not in self._places or place >= self._places[key]:
            self._places[key] = place


def _files(patterns: Iterable[str]) -> list[Path]:
    """The files the patterns name, absolute, in order."""
    files: list[Path] = []
    for pattern in patterns:
        found = sorted(glob(pattern, recursive=True)) or [pattern]
        files += [Path(name).absolute() for name in found if Path(name).is_file()]
        if not any(Path(name).is_file() for name in found):
            raise ReplayError(f"replay: no file matches {pattern}")
    return list(dict.fromkeys(files))


def _key(uri: str) -> bytes:
    """What an address is found by: 16 bytes, whatever its length."""
    try:
        url = ada_url.URL(uri)
        url.hash = url.username = url.password = ""
        text = url.href.partition(":")[2]
    except ValueError:
        text = uri.partition("#")[0]
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).digest()
