"""A site that misbehaves in every way we know of: one outcome each, in bounded time and memory, the rest unharmed."""

from __future__ import annotations

import gzip
import os
import resource
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import brotli
import pytest

from tasks.fetch import fetch_captures
from tasks.io.warc.verify import verify_captures, verify_files
from tasks.tables.records import Capture
from tasks.tables.values import Outcome
from tests.site import Answer, Request, Site, page, reference, robots, says

try:
    from backports import zstd
except ImportError:  # Python 3.14 has it in the standard library
    from compression import zstd

TIMEOUT_S = 2.0
ZEROS = bytes(20_000_000)
OK = page()


@dataclass(frozen=True, slots=True)
class Case:
    outcome: Outcome
    answer: Answer
    robots: Answer | None = None


def redirect(to: str, status: str = "302 Found") -> Answer:
    return says(page(b"", f"Location: {to}", status=status))


def endless(piece: bytes, head: bytes) -> Answer:
    def answer(request: Request) -> None:
        request.send(head)
        while not request.stop.is_set():
            request.send(piece)

    return answer


def dripped(head: bytes, slow: bytes) -> Answer:
    def answer(request: Request) -> None:
        request.send(head)
        request.drip(slow)

    return answer


def first(bad: bytes, then: bytes = OK, times: int = 1) -> Answer:
    return lambda request: request.send(bad if request.number <= times else then)


def coded(coding: str, body: bytes) -> Answer:
    return says(page(body, f"Content-Encoding: {coding}"))


def cookie_wall(request: Request) -> None:
    has_cookie = request.headers.get("cookie") == "seen=1"
    request.send(OK if has_cookie else page(b"", f"Location: {request.path}", "Set-Cookie: seen=1", status="302 Found"))


def growing(request: Request) -> None:
    request.send(page(b"", f"Location: {request.path}/again", status="302 Found"))


def half(request: Request) -> None:
    request.send(HEAD + b"Content-Length: 500\r\n\r\nhello")
    request.hang()


def early(times: int) -> Callable[[Request], None]:
    return lambda request: request.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * times + OK)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
ONE_CHUNK = b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
NOT_US = robots("User-agent: dateline\nDisallow: /\n\nUser-agent: *\nAllow: /")
AS_PICTURE = page(b"User-agent: *\nDisallow: /news", "Content-Type: image/png")
SOON = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)

CASES: dict[str, Case] = {
    # where it points
    "redirect-loop": Case("too_many_redirects", redirect("/news/1")),
    "redirect-growing": Case("too_many_redirects", growing),
    "redirect-metadata": Case("unsafe_address", redirect("http://169.254.169.254/latest/meta-data/")),
    "redirect-file": Case("unsafe_address", redirect("file:///etc/passwd")),
    "redirect-ftp": Case("unsafe_address", redirect("ftp://news.example/a")),
    "redirect-data": Case("unsafe_address", redirect("data:text/html,hello")),
    "redirect-javascript": Case("unsafe_address", redirect("javascript:alert(1)")),
    "redirect-loopback": Case("unsafe_address", redirect("http://127.0.0.1:8080/")),
    "redirect-localhost": Case("unsafe_address", redirect("http://localhost/")),
    "redirect-decimal": Case("unsafe_address", redirect("http://2130706433/")),
    "redirect-octal": Case("unsafe_address", redirect("http://0177.0.0.1/")),
    "redirect-hex": Case("unsafe_address", redirect("http://0x7f000001/")),
    "redirect-mapped": Case("unsafe_address", redirect("http://[::ffff:10.0.0.1]/")),
    "redirect-nat64": Case("unsafe_address", redirect("http://[64:ff9b::a9fe:a9fe]/")),
    "redirect-wide-digits": Case("unsafe_address", redirect("http://１２７.0.0.1/".encode().decode("latin-1"))),
    "redirect-mail-port": Case("unsafe_address", redirect("http://redirect-mail-port:25/")),
    "redirect-garbage": Case("unreachable", redirect("http://[bad")),
    "redirect-nowhere": Case("http_error", says(page(b"", status="302 Found"))),
    "redirect-credentials": Case("ok", redirect("http://user:secret@plain/news/1")),
    "redirect-relative": Case("ok", redirect("//plain/news/1", "308 Permanent Redirect")),
    "redirect-utf8": Case("ok", redirect("http://plain/новости".encode().decode("latin-1"))),
    "cookie-wall": Case("ok", cookie_wall),
    # how much it sends
    "gzip-bomb": Case("too_large", coded("gzip", gzip.compress(ZEROS))),
    "gzip-members-bomb": Case("too_large", coded("gzip", gzip.compress(bytes(400_000)) * 5)),
    "deflate-bomb": Case("too_large", coded("deflate", zlib.compress(ZEROS))),
    "raw-deflate-bomb": Case("too_large", coded("deflate", zlib.compress(ZEROS)[2:-4])),
    "brotli-bomb": Case("too_large", coded("br", brotli.compress(ZEROS, quality=1))),
    "zstd-bomb": Case("too_large", coded("zstd", zstd.compress(ZEROS))),
    "nested-bomb": Case("too_large", coded("gzip, gzip", gzip.compress(gzip.compress(ZEROS)))),
    "many-codings": Case("malformed_response", coded("gzip, gzip, gzip, gzip, gzip", gzip.compress(b"x"))),
    "endless-body": Case("too_large", endless(b"a" * 65536, HEAD + b"\r\n")),
    "endless-chunks": Case("too_large", endless(b"8000\r\n" + b"a" * 0x8000 + b"\r\n", CHUNKED)),
    "endless-trailers": Case("too_large", endless(b"X-More: 1\r\n" * 5000, CHUNKED + b"1\r\na\r\n0\r\n")),
    "announced-terabyte": Case("too_large", endless(b"a" * 65536, HEAD + b"Content-Length: 1099511627776\r\n\r\n")),
    "megabyte-header": Case("too_large", says(HEAD + b"X-Big: " + b"a" * 2**20 + b"\r\n\r\nhello")),
    "endless-header": Case("too_large", endless(b"a" * 65536, HEAD + b"X-Big: ")),
    "many-headers": Case("too_large", says(HEAD + b"X-More: 1\r\n" * 10_000 + b"\r\nhello")),
    "interim-storm": Case("malformed_response", early(50)),
    "interim": Case("ok", early(2)),
    # how slowly
    "silence": Case("timeout", Request.hang),
    "dripped-status": Case("timeout", dripped(b"", HEAD * 9)),
    "dripped-headers": Case("timeout", dripped(HEAD, b"X-Slow: yes\r\n" * 50)),
    "dripped-body": Case("timeout", dripped(HEAD + b"Content-Length: 5000\r\n\r\n", b"a" * 5000)),
    "dripped-chunks": Case("timeout", dripped(CHUNKED, b"1\r\na\r\n" * 500)),
    "half-a-body": Case("timeout", half),
    # lies about itself
    "length-too-long": Case("malformed_response", says(HEAD + b"Content-Length: 500\r\n\r\nhello")),
    "length-too-short": Case("ok", says(HEAD + b"Content-Length: 3\r\n\r\nhello")),
    "length-negative": Case("ok", says(HEAD + b"Content-Length: -5\r\n\r\nhello")),
    "length-words": Case("ok", says(HEAD + b"Content-Length: many\r\n\r\nhello")),
    "lengths-differ": Case(
        "malformed_response", says(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello")
    ),
    "length-and-chunked": Case("ok", says(HEAD + b"Content-Length: 2\r\n" + ONE_CHUNK)),
    "cut-chunk": Case("malformed_response", says(CHUNKED + b"500\r\nhello")),
    "bad-chunk": Case("malformed_response", says(CHUNKED + b"zz\r\nhello\r\n0\r\n\r\n")),
    "long-chunk-line": Case("malformed_response", says(CHUNKED + b"5" + b";" * 200_000 + b"\r\nhello\r\n0\r\n\r\n")),
    "not-gzip": Case("malformed_response", coded("gzip", b"<p>hello</p>")),
    "cut-gzip": Case("malformed_response", coded("gzip", gzip.compress(os.urandom(5000))[:2000])),
    "not-brotli": Case("malformed_response", coded("br", b"<p>hello</p>")),
    "cut-brotli": Case("malformed_response", coded("br", brotli.compress(os.urandom(5000))[:2000])),
    "not-zstd": Case("malformed_response", coded("zstd", b"<p>hello</p>")),
    "cut-zstd": Case("malformed_response", coded("zstd", zstd.compress(os.urandom(5000))[:2000])),
    "unknown-coding": Case("ok", coded("utf-8", b"<p>hello</p>")),
    "gzip-twice": Case("ok", coded("gzip, gzip", gzip.compress(gzip.compress(b"<p>hello</p>")))),
    "wrong-charset": Case("ok", says(page(b"<p>caf\xe9</p>", "Content-Type: text/html; charset=utf-8"))),
    "no-such-charset": Case("ok", says(page(b"<p>hello</p>", "Content-Type: text/html; charset=klingon-8"))),
    "no-type": Case("ok", says(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n<p>hello</p>")),
    "html-as-octets": Case("ok", says(page(b"<p>hello</p>", "Content-Type: application/octet-stream"))),
    "png-as-html": Case("unsupported_type", says(page(b"\x89PNG\r\n\x1a\n" + os.urandom(500)))),
    "noise-as-html": Case("unsupported_type", says(page(bytes(range(32)) * 40))),
    "program-as-octets": Case("unsupported_type", says(page(b"MZ\x90\x00", "Content-Type: application/octet-stream"))),
    "pdf": Case("unsupported_type", endless(b"%PDF-1.7", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n")),
    "empty": Case("malformed_response", says(page(b""))),
    "no-content": Case("http_error", says(page(b"", status="204 No Content"))),
    "not-modified-unasked": Case("http_error", says(b"HTTP/1.1 304 Not Modified\r\n\r\n")),
    # not quite HTTP
    "http-nine": Case("malformed_response", says(b"<p>hello</p>")),
    "bare-lf": Case("ok", says(b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 12\n\n<p>hello</p>")),
    "folded-header": Case("ok", says(HEAD + b"X-Folded: a\r\n b\r\nContent-Length: 5\r\n\r\nhello")),
    "nul-in-body": Case("ok", says(page(b"<p>hel\x00lo, this is a page of some words</p>"))),
    "nul-in-header": Case("ok", says(HEAD + b"X-Odd: a\x00b\r\nContent-Length: 5\r\n\r\nhello")),
    "header-without-colon": Case("ok", says(HEAD + b"Content-Length: 5\r\nnonsense\r\n\r\nhello")),
    "header-in-utf8": Case("ok", says(HEAD + "X-Title: Новости\r\n".encode() + b"Content-Length: 5\r\n\r\nhello")),
    "status-words": Case("malformed_response", says(b"HTTP/1.1 fine\r\n\r\nhello")),
    "status-999": Case("http_error", says(page(status="999 Go Away"))),
    "version-2": Case("malformed_response", says(b"HTTP/2.0 200 OK\r\nContent-Length: 5\r\n\r\nhello")),
    "closed": Case("unreachable", lambda request: None),
    "reset": Case("unreachable", Request.reset),
    "closed-in-header": Case("malformed_response", says(b"HTTP/1.1 200 OK\r\nContent-Ty")),
    # what it says of itself
    "gone": Case("http_error", says(page(status="410 Gone"))),
    "forbidden": Case("http_error", says(page(status="403 Forbidden"))),
    "always-500": Case("http_error", says(page(status="500 Oops"))),
    "flapping-503": Case("ok", first(page(status="503 Busy"))),
    "always-503": Case("http_error", says(page(status="503 Busy"))),
    "busy-until-date": Case("rate_limited", says(page(b"", f"Retry-After: {SOON}", status="503 Busy"))),
    "storm-429": Case("rate_limited", says(page(status="429 Too Many Requests"))),
    "429-once": Case("ok", first(page(b"", "Retry-After: 0", status="429 Too Many Requests"))),
    "429-for-an-hour": Case("rate_limited", says(page(b"", "Retry-After: 3600", status="429 Too Many Requests"))),
    "429-nonsense": Case("ok", first(page(b"", "Retry-After: soon", status="429 Too Many Requests"))),
    # robots.txt
    "robots-forbids": Case("robots", says(OK), says(robots("User-agent: *\nDisallow: /news"))),
    "robots-forbids-us": Case("robots", says(OK), says(NOT_US)),
    "robots-hangs": Case("robots", says(OK), Request.hang),
    "robots-drips": Case("robots", says(OK), dripped(HEAD, b"X: y\r\n" * 500)),
    "robots-500": Case("robots", says(OK), says(page(status="500 Oops"))),
    "robots-429": Case("robots", says(OK), says(page(status="429 Too Many Requests"))),
    "robots-403": Case("ok", says(OK), says(page(status="403 Forbidden"))),
    "robots-loops": Case("ok", says(OK), redirect("/robots.txt")),
    "robots-elsewhere": Case("robots", says(OK), redirect("http://robots-forbids/robots.txt")),
    "robots-to-metadata": Case("unsafe_address", says(OK), redirect("http://169.254.169.254/")),
    "robots-as-picture": Case("robots", says(OK), says(AS_PICTURE)),
    "robots-noise": Case("ok", says(OK), says(page(bytes(range(256)) * 20))),
    "robots-huge": Case("robots", says(OK), says(robots("User-agent: *\nDisallow: /news\n" + "#\n" * 400_000))),
    "robots-bomb": Case("robots", says(OK), coded("gzip", gzip.compress(ZEROS))),
    "robots-closed": Case("unreachable", says(OK), lambda request: None),
    # the neighbour that must not suffer
    "plain": Case("ok", says(OK)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    captures: dict[str, Capture]
    elapsed_s: float
    grown_bytes: int
    raw: Path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    raw = tmp_path_factory.mktemp("raw")
    answers = {name: case.answer for name, case in CASES.items()}
    answers |= {f"{name}/robots.txt": case.robots for name, case in CASES.items() if case.robots}
    references = [reference(f"http://{name}/news/1") for name in CASES]
    with Site(answers) as site:
        before, started = peak_bytes(), time.monotonic()
        options = site.options(timeout_s=TIMEOUT_S, workers=24)
        captures = fetch_captures(references, {}, options, raw)
        elapsed_s, grown = time.monotonic() - started, peak_bytes() - before
    return Run(dict(zip(CASES, captures, strict=True)), elapsed_s, grown, raw)


def peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.parametrize("name", CASES)
def test_each_misbehaviour_has_its_outcome_in_bounded_time(run: Run, name: str) -> None:
    capture = run.captures[name]
    assert capture.outcome == CASES[name].outcome, capture.detail
    # Two tries, each with at most a robots.txt and a page, and what a busy machine adds.
    assert capture.elapsed_ms < 2 * 2 * TIMEOUT_S * 1000 + 3000
    assert (capture.detail is None) == (capture.outcome == "ok"), "the table says why"


def test_memory_stays_bounded(run: Run) -> None:
    # 24 workers hold at most the allowed bytes, on the wire and decoded, and the server of the test its bombs.
    assert run.grown_bytes < 150_000_000


def test_everything_kept_can_be_read_back(run: Run) -> None:
    assert list(verify_files(run.raw)) == []
    assert list(verify_captures(run.captures.values(), run.raw)) == []


def test_every_whole_answer_is_kept(run: Run) -> None:
    for name, capture in run.captures.items():
        assert (capture.warc_file is None) == (capture.status is None), name


def test_credentials_of_an_address_are_not_sent_on(run: Run) -> None:
    kept = b"".join(gzip.decompress(file.read_bytes()) for file in run.raw.glob("*.warc.gz"))
    assert b"redirect-credentials" in kept
    assert b"\r\nAuthorization" not in kept
