"""Content codings undone within a limit, transfer coding undone, and what counts as a text."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.io.warc.answer import Unreadable, parse_answer
from tasks.io.web.cookies import Cookies
from tasks.io.web.decode import decode
from tasks.io.web.exchange import web_address
from tasks.io.web.fault import Fault
from tasks.io.web.media import media_type, refuse_binary, refuse_type
from tests.io.test_warc import exchange

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

CODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "X-Gzip": lambda data: gzip.compress(data[:5]) + gzip.compress(data[5:]) + b"trailing",
    "deflate": zlib.compress,
    "DEFLATE": lambda data: zlib.compress(data)[2:-4],
    "br": brotli.compress,
    "zstd": zstd.compress,
}
LIMIT = 10_000


@given(st.binary(min_size=1, max_size=2000), st.lists(st.sampled_from(sorted(CODERS)), max_size=4))
def test_what_was_coded_comes_back(data: bytes, codings: list[str]) -> None:
    body = data
    for coding in codings:
        body = CODERS[coding](body)
    assert decode(body, ", ".join(codings), LIMIT) == data


@given(st.sampled_from(sorted(CODERS)), st.integers(0, LIMIT + 50))
def test_the_limit_is_exact(coding: str, size: int) -> None:
    body = CODERS[coding](b"a" * size)
    if size <= LIMIT:
        assert decode(body, coding, LIMIT) == b"a" * size
    else:
        with pytest.raises(Fault, match="too_large"):
            decode(body, coding, LIMIT)


@given(st.sampled_from(sorted(CODERS)), st.binary(max_size=500))
def test_noise_is_decoded_or_refused_and_nothing_else(coding: str, noise: bytes) -> None:
    outcome, made = "ok", b""
    try:
        made = decode(noise, coding, LIMIT)
    except Fault as fault:
        outcome = fault.outcome
    assert outcome in ("ok", "malformed_response", "too_large")
    assert len(made) <= LIMIT


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=9))
def test_chunks_are_joined(pieces: list[bytes]) -> None:
    coded = b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    answer = parse_answer(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + coded)
    assert (answer.body, answer.raw_body) == (b"".join(pieces), coded)


@given(st.binary(max_size=200))
def test_a_kept_answer_is_read_or_refused_whatever_it_is(noise: bytes) -> None:
    for head in (b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"):
        try:
            answer = parse_answer(head + noise)
        except Unreadable:
            continue
        assert (head + noise).endswith(answer.raw_body)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text/html", ("text/html", None)),
        ("TEXT/HTML; CHARSET=UTF-8", ("text/html", "utf-8")),
        ("text/html;charset='koi8-r'", ("text/html", "'koi8-r'")),
        ("text/html; charset=", ("text/html", None)),
        ("; charset=utf-8", (None, "utf-8")),
        ("text/html; a=b; charset=utf-8; charset=koi8-r", ("text/html", "utf-8")),
        ("text/html\r\n x", ("text/html", None)),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_media_type(header: str | None, expected: tuple[str | None, str | None]) -> None:
    assert media_type(header) == expected


@given(st.text(max_size=80))
def test_media_type_never_fails(header: str) -> None:
    media_type(header)


@pytest.mark.parametrize(
    "declared", ["image/png", "application/pdf", "video/mp4", "application/json", "text/css", "font/woff"]
)
def test_types_nobody_reads_are_refused(declared: str) -> None:
    with pytest.raises(Fault, match="unsupported_type"):
        refuse_type(declared)


@pytest.mark.parametrize(
    "payload",
    ["<p>Новости</p>".encode(code) for code in ("utf-8", "utf-16", "utf-16-le", "koi8-r", "cp1251", "iso2022_jp")]
    + ["<p>日本のニュース</p>".encode(code) for code in ("shift_jis", "euc_jp", "gb18030")]
    + [
        b"",
        b"a",
        b"<p>one\x00two three four five six</p>",
        b"PK is a county",
        b"GIFTS for all",
        b"\xef\xbb\xbf<p>a</p>",
    ],
)
def test_texts_in_any_encoding_are_let_through(payload: bytes) -> None:
    refuse_binary(payload)


@given(st.text(max_size=60))
def test_an_address_is_canonical_or_refused(text: str) -> None:
    try:
        made = web_address(text, base="https://news.example/a/b")
    except Fault:
        return
    assert made.startswith(("http://", "https://"))
    assert web_address(made) == made
    assert "#" not in made


@pytest.mark.parametrize(
    ("asked", "given_back"),
    [
        ("http://news.example/b", True),
        ("https://news.example/b", False),
        ("http://news.example:8080/", False),
        ("http://www.news.example/", False),
        ("http://example/", False),
    ],
)
def test_a_cookie_goes_back_to_the_site_that_set_it(asked: str, given_back: bool) -> None:
    cookies = Cookies()
    cookies.learn(exchange(headers=[("Set-Cookie", "seen=1; Domain=example; Path=/"), ("Set-Cookie", "a=b\x00c")]))
    assert cookies.header(asked) == ({"Cookie": "seen=1"} if given_back else {})
