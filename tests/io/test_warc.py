"""Every byte is kept, survives a crash, is found again by file and offset, and answers instead of the network."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tasks.fetch import fetch_captures
from tasks.io.fetch_options import FetchOptions
from tasks.io.warc.reader import LostRecord, exchange_at, payload_of
from tasks.io.warc.replay import Replay, ReplayError
from tasks.io.warc.scan import scan
from tasks.io.warc.verify import verify_captures, verify_files
from tasks.io.warc.writer import WarcWriter
from tasks.io.web.exchange import Exchange
from tasks.io.web.fault import Fault
from tasks.io.web.limits import Budget, Limits
from tasks.tables.records import Capture
from tests.site import Answer, Request, Site, page, reference, says

NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
BODY = b"<p>The council met on Monday.</p>"
ODD = b"HTTP/1.1 200 OK\nServer:no space\r\nX-Title: \xd0\x9d\r\nX-Two: a\r\nX-Two: b\r\nContent-Type: text/html\r\n"
BUDGET = Budget(Limits())


def exchange(url: str = "http://news.example/a", body: bytes = BODY, status: int = 200, **given: object) -> Exchange:
    head = f"HTTP/1.1 {status} Said\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    made = Exchange(
        url=url, status=status, headers=[], request=b"GET / HTTP/1.1\r\n\r\n", head=head, raw_body=body, at=NOW
    )
    return replace(made, **given)  # type: ignore[arg-type]  # fields are named by the caller


def writer(folder: Path, **given: int) -> WarcWriter:
    return WarcWriter(folder, lambda: NOW, software="Dateline/test", **given)


def fetch(answers: dict[str, Answer], url: str, raw: Path, known: Capture | None = None) -> Capture:
    with Site(answers) as site:
        one = reference(url)
        return fetch_captures([one], {one.reference_id: known} if known else {}, site.options(), raw)[0]


def records(raw: Path) -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Kind, headers and block of each record, read by another reader than ours."""
    for path in sorted(raw.glob("*.warc.gz")):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, no_record_parse=True):
                yield record.rec_type, dict(record.rec_headers.headers), record.raw_stream.read()


# --- what is kept


@pytest.mark.parametrize(
    "raw_answer",
    [
        page(BODY),
        ODD + b"Content-Length: 33\r\n\r\n" + BODY,
        ODD
        + b"Transfer-Encoding: chunked\r\n\r\n5;x=y\r\n"
        + BODY[:5]
        + b"\r\n1c\r\n"
        + BODY[5:]
        + b"\r\n0\r\nX-End: 1\r\n\r\n",
        page(gzip.compress(BODY), "Content-Encoding: gzip"),
    ],
    ids=["plain", "odd header", "chunked", "gzip"],
)
def test_an_answer_is_kept_byte_for_byte(raw_answer: bytes, tmp_path: Path) -> None:
    capture = fetch({"news.example": says(raw_answer)}, "http://news.example/a", tmp_path)
    assert capture.outcome == "ok"
    assert raw_answer in [block for kind, _, block in records(tmp_path) if kind == "response"]
    assert payload_of(capture, tmp_path) == BODY


def test_only_what_belongs_to_the_answer_is_kept(tmp_path: Path) -> None:
    whole = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 33\r\n\r\n" + BODY
    fetch({"news.example": says(whole + b"GARBAGE BEHIND")}, "http://news.example/a", tmp_path)
    assert whole in [block for kind, _, block in records(tmp_path) if kind == "response"]


def test_request_address_and_writer_are_kept(tmp_path: Path) -> None:
    fetch({"news.example": says(page(BODY))}, "http://news.example/a", tmp_path)
    kept = list(records(tmp_path))
    assert kept[0][0] == "warcinfo"
    assert b"software: Dateline/" in kept[0][2]
    response = next(
        headers for kind, headers, _ in kept if kind == "response" and headers["WARC-Target-URI"].endswith("/a")
    )
    request = next(
        (headers, block)
        for kind, headers, block in kept
        if headers.get("WARC-Concurrent-To") == response["WARC-Record-ID"]
    )
    assert response["WARC-IP-Address"] == "127.0.0.1"
    assert {"WARC-Block-Digest", "WARC-Payload-Digest"} <= set(response)
    assert request[1].startswith(b"GET /a HTTP/1.1\r\nHost: news.example\r\n")


def test_redirects_robots_and_error_pages_are_kept_too(tmp_path: Path) -> None:
    answers = {
        "news.example/old": says(page(b"", "Location: /gone", status="301 Moved")),
        "news.example": says(page(status="404 No")),
    }
    capture = fetch(answers, "http://news.example/old", tmp_path)
    uris = [headers["WARC-Target-URI"] for kind, headers, _ in records(tmp_path) if kind == "response"]
    assert uris == [f"http://news.example/{path}" for path in ("robots.txt", "old", "gone")]
    assert exchange_at(tmp_path, capture.warc_file or "", capture.warc_offset or 0).status == 404


def test_an_answer_cut_short_says_so(tmp_path: Path) -> None:
    fetch(
        {"news.example": says(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello")},
        "http://news.example/a",
        tmp_path,
    )
    cut = [headers.get("WARC-Truncated") for kind, headers, block in records(tmp_path) if block.endswith(b"hello")]
    assert cut == ["disconnect", "disconnect"]


# --- visits again


def conditional(request: Request) -> None:
    same = request.headers.get("if-none-match") == '"v1"'
    request.send(page(b"", status="304 Not Modified") if same else page(BODY, 'ETag: "v1"'))


def test_not_modified_keeps_the_old_answer(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"news.example": conditional}
    old = fetch(answers, "http://news.example/a", tmp_path)
    new = fetch(answers, "http://news.example/a", tmp_path, old)
    again = fetch(answers, "http://news.example/a", tmp_path, new)
    assert (old.outcome, new.outcome, new.status) == ("ok", "not_modified", 304)
    assert (new.warc_file, new.warc_offset, new.payload_digest) == (old.warc_file, old.warc_offset, old.payload_digest)
    assert payload_of(new, tmp_path) == BODY
    assert again.capture_id == new.capture_id
    revisits = [headers for kind, headers, _ in records(tmp_path) if kind == "revisit"]
    assert [headers["WARC-Profile"].rsplit("/")[-1] for headers in revisits] == ["server-not-modified"] * 2
    assert {headers["WARC-Refers-To-Target-URI"] for headers in revisits} == {"http://news.example/a"}


def test_the_same_payload_is_kept_once(tmp_path: Path) -> None:
    answers = {"news.example": says(page(BODY))}
    old = fetch(answers, "http://news.example/a", tmp_path)
    new = fetch(answers, "http://news.example/a", tmp_path, old)
    assert replace(new, fetched_at=NOW, elapsed_ms=0) == replace(old, fetched_at=NOW, elapsed_ms=0)
    revisit = [headers for kind, headers, _ in records(tmp_path) if kind == "revisit"]
    assert [headers["WARC-Profile"].rsplit("/")[-1] for headers in revisit] == ["identical-payload-digest"]


def test_a_changed_page_is_kept_anew(tmp_path: Path) -> None:
    old = fetch({"news.example": conditional}, "http://news.example/a", tmp_path)
    new = fetch({"news.example": says(page(BODY + b"more"))}, "http://news.example/a", tmp_path, old)
    assert new.outcome == "ok"
    assert new.capture_id != old.capture_id
    assert (payload_of(old, tmp_path), payload_of(new, tmp_path)) == (BODY, BODY + b"more")


def test_nothing_is_asked_conditionally_where_the_old_answer_is_lost(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"news.example": conditional}
    old = fetch(answers, "http://news.example/a", tmp_path)
    (tmp_path / (old.warc_file or "")).unlink()
    new = fetch(answers, "http://news.example/a", tmp_path, old)
    assert new.outcome == "ok"
    assert payload_of(new, tmp_path) == BODY


def test_validators_are_not_told_to_another_host(tmp_path: Path) -> None:
    old = fetch({"news.example": conditional}, "http://news.example/a", tmp_path)
    moved: dict[str, Answer] = {
        "news.example": says(page(b"", "Location: http://b.example/", status="302 Found")),
        "b.example": says(page()),
    }
    with Site(moved) as site:
        fetch_captures(
            [reference("http://news.example/a")], {"ref http://news.example/a": old}, site.options(), tmp_path
        )
    assert [("if-none-match" in request.headers) for request in site.asked("b.example")] == [False]
    assert [("if-none-match" in request.headers) for request in site.asked("news.example")] == [True]


# --- the writer


def test_many_threads_write_one_file(tmp_path: Path) -> None:
    kept = writer(tmp_path)
    urls = [f"http://news.example/{n}" for n in range(200)]
    with ThreadPoolExecutor(8) as pool:
        places = list(pool.map(lambda url: kept.keep(exchange(url, url.encode() * 50)), urls))
    kept.close()
    assert len(list(tmp_path.iterdir())) == 1
    for url, place in zip(urls, places, strict=True):
        assert exchange_at(tmp_path, *place).raw_body == url.encode() * 50
    assert list(verify_files(tmp_path)) == []


def test_what_was_kept_can_be_read_while_the_run_goes_on(tmp_path: Path) -> None:
    kept = writer(tmp_path)
    place = kept.keep(exchange())
    assert exchange_at(tmp_path, *place).raw_body == BODY
    kept.close()


def test_a_full_file_is_followed_by_another(tmp_path: Path) -> None:
    kept = writer(tmp_path, max_bytes=2000)
    places = [kept.keep(exchange(f"http://news.example/{n}")) for n in range(12)]
    kept.close()
    assert len({file for file, _ in places}) > 1
    assert {exchange_at(tmp_path, *place).url for place in places} == {f"http://news.example/{n}" for n in range(12)}


def test_a_run_without_answers_leaves_no_file(tmp_path: Path) -> None:
    writer(tmp_path / "raw").close()
    assert not (tmp_path / "raw").exists()


# --- crashes and damage


def test_a_file_cut_anywhere_stays_readable_up_to_the_cut(tmp_path: Path) -> None:
    kept = writer(tmp_path)
    places = [kept.keep(exchange(f"http://news.example/{n}")) for n in range(3)]
    kept.close()
    whole = tmp_path / places[0][0]
    data = whole.read_bytes()
    ends = [entry.offset for entry in scan(whole).entries] + [len(data)]
    cut = tmp_path / "cut.warc.gz"
    cuts = {n for end in ends for n in range(end - 12, end + 12)} | set(range(1, len(data), 11))
    for length in sorted(cuts & set(range(1, len(data)))):
        cut.write_bytes(data[:length])
        found = scan(cut, check_digests=True)
        readable = [entry.offset for entry in found.entries]
        complete = [start for start, end in pairwise(ends) if end <= length]
        # A record that lacks only the checksum behind it is whole as well.
        assert readable[: len(complete)] == complete, length
        assert len(readable) - len(complete) <= (found.damage is not None), length
        assert (found.damage is None) == (length in ends), length
        for entry in scan(cut).entries:
            if entry.kind == "response":
                assert exchange_at(tmp_path, cut.name, entry.offset).raw_body == BODY
    assert scan(whole).damage is None


def test_a_changed_byte_is_found(tmp_path: Path) -> None:
    capture = fetch({"news.example": says(page(BODY))}, "http://news.example/a", tmp_path)
    path = tmp_path / (capture.warc_file or "")
    plain = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(plain.replace(b"The council", b"Tho council")))
    lost = replace(capture, warc_offset=0)
    assert len(list(verify_captures([lost], tmp_path))) == 1
    assert len(list(verify_files(tmp_path))) == 1


@pytest.mark.parametrize(
    ("change", "says_so"),
    [
        ({"warc_file": "gone.warc.gz"}, "No such file"),
        ({"warc_offset": 7}, "at 7"),
        ({"warc_offset": 10**9}, "cut or missing"),
        ({"warc_offset": 0}, "warcinfo"),
        ({"payload_digest": "0" * 64}, "captured was 0000"),
    ],
    ids=["file gone", "offset off", "behind the end", "another record", "another payload"],
)
def test_a_capture_that_cannot_be_proved_is_reported(change: dict[str, object], says_so: str, tmp_path: Path) -> None:
    capture = fetch({"news.example": says(page(BODY))}, "http://news.example/a", tmp_path)
    broken = replace(capture, **change)  # type: ignore[arg-type]  # fields are named by the case
    assert list(verify_captures([capture], tmp_path)) == []
    [(capture_id, problem)] = verify_captures([broken], tmp_path)
    assert capture_id == capture.capture_id
    assert says_so in problem
    with pytest.raises(LostRecord):
        payload_of(broken, tmp_path)


# --- replay


def foreign(path: Path, *entries: tuple[str, str, list[tuple[str, str]], bytes], gzipped: bool = True) -> str:
    """A WARC file as other tools write it: parsed headers, given bodies, dates a day apart."""
    with path.open("wb") as stream:
        made = WARCWriter(stream, gzip=gzipped)
        for day, (uri, status, headers, body) in enumerate(entries, 1):
            http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
            date = {"WARC-Date": f"2024-04-{day:02}T00:00:00Z"}
            made.write_record(
                made.create_warc_record(
                    uri, "response", io.BytesIO(body), len(body), http_headers=http, warc_headers_dict=date
                )
            )
    return str(path)


HTML = [("Content-Type", "text/html; charset=utf-8")]
URL = "http://news.example/a"


def replayed(url: str, *files: str) -> tuple[str, bytes | None]:
    capture = fetch_captures([reference(url)], {}, FetchOptions(replay=files), "")[0]
    return capture.outcome, payload_of(capture, "") if capture.payload_digest else None


@pytest.mark.parametrize("gzipped", [True, False], ids=["gzip", "plain"])
@pytest.mark.parametrize(
    "headers",
    [
        HTML,
        [
            *HTML,
            ("X-Crawl-Content-Encoding", "gzip"),
            ("X-Crawl-Transfer-Encoding", "chunked"),
            ("Content-Length", "33"),
        ],
        [*HTML, ("Transfer-Encoding", "chunked")],
        [*HTML, ("Content-Length", "7")],
    ],
    ids=["bare", "Common Crawl", "chunked no more", "other length"],
)
def test_other_peoples_files_are_replayed(headers: list[tuple[str, str]], gzipped: bool, tmp_path: Path) -> None:
    file = foreign(tmp_path / "crawl.warc", (URL, "200 OK", headers, BODY), gzipped=gzipped)
    assert replayed(URL, file) == ("ok", BODY)


@pytest.mark.parametrize(
    ("asked", "outcome"),
    [
        (URL, "ok"),
        ("https://news.example/a", "ok"),
        ("http://NEWS.example:80/a#top", "ok"),
        ("http://news.example/b/../a", "ok"),
        ("http://news.example/a?page=2", "not_in_replay"),
        ("http://www.news.example/a", "not_in_replay"),
        ("http://news.example/A", "not_in_replay"),
    ],
)
def test_an_address_is_found_by_what_it_means(asked: str, outcome: str, tmp_path: Path) -> None:
    file = foreign(tmp_path / "crawl.warc.gz", (URL, "200 OK", HTML, BODY))
    assert replayed(asked, file)[0] == outcome


def test_the_newest_page_wins_over_newer_errors(tmp_path: Path) -> None:
    file = foreign(
        tmp_path / "crawl.warc.gz",
        (URL, "200 OK", HTML, b"<p>old</p>"), (URL, "200 OK", HTML, b"<p>new</p>"), (URL, "503 Busy", HTML, b"busy"),
    )  # fmt: skip
    assert replayed(URL, file) == ("ok", b"<p>new</p>")


def test_redirects_are_followed_within_the_files(tmp_path: Path) -> None:
    one = foreign(tmp_path / "a.warc.gz", ("http://news.example/old", "301 Moved", [("Location", "/a")], b""))
    foreign(tmp_path / "b.warc.gz", (URL, "200 OK", HTML, BODY))
    assert replayed("http://news.example/old", one, str(tmp_path / "b*.warc.gz")) == ("ok", BODY)
    assert replayed("http://news.example/old", one)[0] == "not_in_replay"


def test_a_redirect_in_a_file_cannot_leave_the_web(tmp_path: Path) -> None:
    file = foreign(tmp_path / "a.warc.gz", (URL, "301 Moved", [("Location", "file:///etc/passwd")], b""))
    assert replayed(URL, file)[0] == "unsafe_address"


def test_a_revisit_stands_for_what_it_refers_to(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as stream:
        made = WARCWriter(stream)
        http = StatusAndHeaders("200 OK", HTML, protocol="HTTP/1.1")
        original = made.create_warc_record(
            "http://news.example/first", "response", io.BytesIO(BODY), len(BODY), http_headers=http
        )
        made.write_record(original)
        digest = original.rec_headers.get_header("WARC-Payload-Digest")
        made.write_record(made.create_revisit_record(URL, digest, "http://news.example/first", "2024-04-01T00:00:00Z"))
    assert replayed(URL, str(path)) == ("ok", BODY)


def test_a_revisit_is_not_taken_for_another_page_of_the_same_bytes(tmp_path: Path) -> None:
    coded = gzip.compress(BODY)
    answers = {
        "a.example": says(page(coded, "Content-Encoding: gzip")),
        "b.example": says(page(coded, "Content-Type: application/octet-stream")),
    }
    references = [reference("http://a.example/"), reference("http://b.example/")]
    with Site(answers) as site:
        old = fetch_captures(references, {}, site.options(), tmp_path)
        again = fetch_captures(references, {one.reference_id: one for one in old}, site.options(), tmp_path)
    new = fetch_captures(references, {}, FetchOptions(replay=(str(tmp_path / "*.gz"),)), tmp_path)
    assert [one.outcome for one in old] == ["ok", "unsupported_type"]
    assert [one.capture_id for one in new] == [one.capture_id for one in again] == [one.capture_id for one in old]


def test_a_bomb_in_a_file_is_refused(tmp_path: Path) -> None:
    body = gzip.compress(bytes(50_000_000))
    file = foreign(tmp_path / "a.warc.gz", (URL, "200 OK", [*HTML, ("Content-Encoding", "gzip")], body))
    assert replayed(URL, file)[0] == "too_large"


def test_a_damaged_file_answers_from_what_can_be_read(tmp_path: Path) -> None:
    file = foreign(
        tmp_path / "a.warc.gz", (URL, "200 OK", HTML, BODY), ("http://news.example/b", "200 OK", HTML, BODY * 99)
    )
    Path(file).write_bytes(Path(file).read_bytes()[:-20])
    assert replayed(URL, file) == ("ok", BODY)
    assert replayed("http://news.example/b", file)[0] == "not_in_replay"


@pytest.mark.parametrize(
    ("content", "says_so"),
    [
        (None, "no file matches"),
        (b"", "holds no answers"),
        (b"<p>just a page</p>", "not a WARC file"),
        (gzip.compress(b"<p>just a page</p>"), "not a WARC file"),
        (b"\x00" * 500, "not a WARC file"),
    ],
    ids=["missing", "empty", "page", "gzipped page", "zeros"],
)
def test_a_file_that_is_no_warc_says_so(content: bytes | None, says_so: str, tmp_path: Path) -> None:
    path = tmp_path / "what.warc.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReplayError, match=says_so):
        Replay([str(path)])


def test_a_file_compressed_as_one_piece_says_how_to_mend_it(tmp_path: Path) -> None:
    plain = Path(foreign(tmp_path / "a.warc", *[(URL, "200 OK", HTML, BODY)] * 3, gzipped=False)).read_bytes()
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(plain))
    with pytest.raises(ReplayError, match="warcio recompress"):
        Replay([str(tmp_path / "a.warc.gz")])


def test_replay_gives_the_same_captures_with_sockets_closed(tmp_path: Path, socket_disabled: None) -> None:
    file = foreign(tmp_path / "crawl.warc.gz", (URL, "200 OK", HTML, BODY))
    options = FetchOptions(replay=(file,))
    one = fetch_captures([reference(URL)], {}, options, tmp_path)
    two = fetch_captures([reference(URL)], {}, options, tmp_path)
    assert [replace(c, elapsed_ms=0) for c in one] == [replace(c, elapsed_ms=0) for c in two]
    assert one[0].fetched_at == datetime(2024, 4, 1, tzinfo=UTC)
    assert one[0].warc_file == file


def test_asking_for_what_is_not_there_is_a_fault(tmp_path: Path) -> None:
    replay = Replay([foreign(tmp_path / "crawl.warc.gz", (URL, "200 OK", HTML, BODY))])
    with pytest.raises(Fault, match="not_in_replay"):
        replay.exchange("http://other.example/", {}, BUDGET)
