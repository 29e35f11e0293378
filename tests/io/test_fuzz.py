"""Answers broken at random: one outcome each, everything readable afterwards, and the replay understands the same."""

from __future__ import annotations

import gzip
import random
from pathlib import Path
from typing import get_args

import brotli
import pytest

from tasks.fetch import fetch_captures
from tasks.io.fetch_options import FetchOptions
from tasks.io.warc.verify import verify_captures, verify_files
from tasks.tables.values import Outcome
from tests.site import Site, page, reference, robots, says

ANSWERS = [
    page(),
    page(gzip.compress(b"<p>The council met.</p>" * 9, mtime=0), "Content-Encoding: gzip"),
    page(brotli.compress(b"<p>The council met.</p>" * 9), "Content-Encoding: br"),
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    page(b"", "Location: http://plain.example/", "Set-Cookie: a=b; Path=/", status="302 Found"),
    page(b"", 'ETag: "x"', "Retry-After: 0", status="429 Too Many Requests"),
]
PIECES = [
    b"\r\n", b"\n", b"\x00", b": ", b"\xff", b"chunked", b"-1", b"9" * 20, b"gzip", b"HTTP/1.1 ", b" ", b";",
    b"charset=", b"http://", b"Content-Length: 5\r\n", b"Location: ", b"\xd0\x9d", b"0x10",
]  # fmt: skip
HOSTS = 80


def broken(answer: bytes, chance: random.Random) -> bytes:
    """The answer after a few accidents: something put in, taken out, changed, or said twice."""
    made = bytearray(answer)
    for _ in range(chance.randint(1, 6)):
        at, other = chance.randrange(len(made) + 1), chance.randrange(len(made) + 1)
        match chance.randrange(4):
            case 0:
                made[at:at] = chance.choice(PIECES)
            case 1:
                del made[at : at + chance.randint(1, 20)]
            case 2:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                made[at:at] = made[other : other + chance.randint(1, 30)]
    return bytes(made)


@pytest.mark.parametrize("seed", [1, 2])
def test_broken_answers(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    answers = {f"h{n}.example": says(broken(chance.choice(ANSWERS), chance)) for n in range(HOSTS)}
    rules = robots("User-agent: *\nDisallow: /x\nCrawl-delay: 0.01")
    answers |= {f"h{n}.example/robots.txt": says(broken(rules, chance)) for n in range(0, HOSTS, 5)}
    references = [reference(f"http://h{n}.example/a") for n in range(HOSTS)]
    with Site(answers | {"plain.example": says(page())}) as site:
        options = site.options(timeout_s=3.0, workers=16, longest_wait_s=0.1, retries=0)
        captures = fetch_captures(references, {}, options, tmp_path)
    assert {capture.outcome for capture in captures} <= set(get_args(Outcome))
    assert list(verify_files(tmp_path)) == []
    assert list(verify_captures(captures, tmp_path)) == []
    replay = FetchOptions(replay=(str(tmp_path / "*.warc.gz"),), archive=None)
    again = fetch_captures(references, {}, replay, tmp_path)
    pages = [one.capture_id for one in captures if one.outcome == "ok"]
    assert pages == [two.capture_id for one, two in zip(captures, again, strict=True) if one.outcome == "ok"]
    assert pages
