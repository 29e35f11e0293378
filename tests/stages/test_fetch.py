"""The stage: one capture for each reference with an address, whatever happens, and the fallbacks in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from tasks.fetch import fetch_captures
from tasks.io.attempts import DEAD, GOOD
from tasks.io.fetch_options import FetchOptions
from tasks.io.fetching import open_kit
from tasks.io.warc.reader import payload_of
from tasks.tables.batch import table_of
from tasks.tables.records import Capture, Reference
from tasks.tables.values import Outcome
from tests.site import Answer, Request, Site, page, reference, says

GONE = says(page(status="404 Not Found"))
ARTICLE = b"<h1>Council meets</h1><p>The council met on Monday.</p>"
OTHER = b"<h1>Front page</h1><p>All the news.</p>"
URL = "http://news.example/2024/council"
DAY = date(2024, 4, 30)
STAMP = "20240430120000"
FRONT = "/web/20240601000000id_/http://news.example/"


def is_other(reference: Reference, payload: bytes) -> bool:
    return b"council" not in payload.lower()


def fetch(site: Site, raw: Path, *references: Reference, **options: object) -> list[Capture]:
    known = options.pop("known", {})
    given = site.options(**options)  # type: ignore[arg-type]  # fields are named by the test
    return fetch_captures(list(references), known, given, raw, contradicts=is_other)  # type: ignore[arg-type]  # a plain function as judge


# --- one capture each


def test_every_reference_with_an_address_has_exactly_one_capture(tmp_path: Path) -> None:
    answers = {"news.example": says(page(ARTICLE)), "gone.example": GONE}
    references = [
        reference(url)
        for url in (
            URL,
            "http://gone.example/a",
            None,
            "http://127.0.0.1/",
            "ftp://news.example/",
            "not an address",
            "http://[",
            "",
        )
    ]
    with Site(answers) as site:
        captures = fetch(site, tmp_path, *references)
    assert [c.reference_id for c in captures] == [r.reference_id for r in references if r.url]
    assert [c.outcome for c in captures] == [
        "ok",
        "http_error",
        "unsafe_address",
        "unsafe_address",
        "unreachable",
        "unreachable",
    ]
    assert all(c.detail for c in captures if c.outcome != "ok")
    assert table_of("captures", captures).num_rows == len(captures)


def test_no_references_need_no_network(tmp_path: Path, socket_disabled: None) -> None:
    assert fetch_captures([], {}, FetchOptions(), tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_offline_opens_nothing(tmp_path: Path, socket_disabled: None) -> None:
    captures = fetch_captures([reference(URL), reference(None)], {}, FetchOptions(offline=True), tmp_path)
    assert [(c.outcome, c.attempts) for c in captures] == [("offline", 0)]
    assert list(tmp_path.iterdir()) == []


def test_an_attempt_repeated_with_the_same_result_is_the_same_row(tmp_path: Path) -> None:
    with Site({"news.example": says(page(ARTICLE)), "gone.example": GONE}) as site:
        references = [reference(URL), reference("http://gone.example/"), reference("http://127.0.0.1/")]
        one, two = fetch(site, tmp_path, *references), fetch(site, tmp_path, *references)
    assert [c.capture_id for c in one] == [c.capture_id for c in two]
    assert len({c.capture_id for c in one}) == 3
    offline = [fetch_captures(references, {}, FetchOptions(offline=True), tmp_path) for _ in range(2)]
    assert [c.capture_id for c in offline[0]] == [c.capture_id for c in offline[1]]


def test_one_address_of_two_references_is_asked_for_once(tmp_path: Path) -> None:
    two = [replace(reference(URL), reference_id=name) for name in ("a", "b")]
    with Site({"news.example": says(page(ARTICLE))}) as site:
        captures = fetch(site, tmp_path, *two)
    assert len(site.asked("news.example")) == 1
    assert [c.reference_id for c in captures] == ["a", "b"]
    assert len({c.capture_id for c in captures}) == 2
    assert {payload_of(c, tmp_path) for c in captures} == {ARTICLE}


def test_status_tries_time_and_headers_are_told(tmp_path: Path) -> None:
    lines = (
        "Content-Type: text/html; charset=windows-1251",
        'ETag: "v1"',
        "Last-Modified: Tue, 30 Apr 2024 12:00:00 GMT",
    )
    with Site(
        {"news.example": lambda r: r.send(page(ARTICLE, *lines) if r.number > 1 else page(status="503 Busy"))}
    ) as site:
        [capture] = fetch(site, tmp_path, reference(URL))
    assert (capture.status, capture.attempts, capture.media_type, capture.charset) == (
        200,
        2,
        "text/html",
        "windows-1251",
    )
    assert (capture.etag, capture.last_modified) == ('"v1"', "Tue, 30 Apr 2024 12:00:00 GMT")
    assert capture.elapsed_ms >= 0
    assert datetime.now(UTC) - capture.fetched_at < timedelta(minutes=1)


def test_redirects_are_told_in_order(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {
        "news.example/1": says(page(b"", "Location: https://news.example:80/2", status="301 Moved")),
        "news.example/a": says(page(b"", "Location: b#top", status="301 Moved")),
        "news.example/b": says(page(b"", "Location: /c", status="302 Found")),
        "news.example/c": says(page(ARTICLE)),
    }
    with Site(answers) as site:
        [capture] = fetch(site, tmp_path, reference("http://news.example/a"))
    assert capture.redirects == ["http://news.example/a", "http://news.example/b"]
    assert (capture.requested_url, capture.final_url) == ("http://news.example/a", "http://news.example/c")


def test_a_kit_shares_robots_pace_and_file_between_batches(tmp_path: Path) -> None:
    with Site({"news.example": says(page(ARTICLE))}) as site:
        options = site.options(pace_s=0.2)
        with open_kit(options, tmp_path, lambda: datetime.now(UTC)) as kit:
            for n in range(3):
                fetch_captures([reference(f"http://news.example/{n}")], {}, options, tmp_path, kit=kit)
    times = [request.at for request in site.asked("news.example")]
    assert times[-1] - times[0] > 0.8 * 0.2 * (len(times) - 1)
    assert [request.path for request in site.requests].count("/robots.txt") == 1
    assert len(list(tmp_path.iterdir())) == 1


# --- fresh captures


@pytest.mark.parametrize(("days", "asks"), [(None, 1), (0.5, 1), (2.0, 0)], ids=["no limit", "too old", "fresh"])
def test_max_age_skips_fresh_captures(days: float | None, asks: int, tmp_path: Path) -> None:
    one = reference(URL)
    with Site({"news.example": says(page(ARTICLE))}) as site:
        [old] = fetch(site, tmp_path, one)
        old = replace(old, fetched_at=old.fetched_at - timedelta(days=1))
        before = len(site.asked("news.example"))
        [new] = fetch(site, tmp_path, one, known={one.reference_id: old}, max_age_days=days)
        assert len(site.asked("news.example")) - before == asks
    assert new.capture_id == old.capture_id
    assert (new.fetched_at == old.fetched_at) == (asks == 0)


def test_a_failed_capture_is_never_fresh(tmp_path: Path) -> None:
    one = reference(URL)
    with Site({"news.example": lambda r: r.send(page(ARTICLE) if r.number > 1 else page(status="404 No"))}) as site:
        [old] = fetch(site, tmp_path, one)
        [new] = fetch(site, tmp_path, one, known={one.reference_id: old}, max_age_days=9)
    assert (old.outcome, new.outcome) == ("http_error", "ok")


# --- other readings of the address


def test_the_next_reading_is_tried_where_one_leads_nowhere(tmp_path: Path) -> None:
    answers = {"news.example": GONE, "news.example/right": says(page(ARTICLE))}
    one = reference(
        "http://news.example/wrong", "http://nobody.test/", "http://news.example/right", "http://news.example/later"
    )
    with Site(answers) as site:
        [capture] = fetch(site, tmp_path, one)
    assert (capture.outcome, capture.requested_url) == ("ok", "http://news.example/right")
    assert capture.attempts == 2
    assert [request.path for request in site.asked("news.example")] == ["/wrong", "/right"]


def test_the_next_reading_is_tried_where_a_page_is_another_one(tmp_path: Path) -> None:
    answers = {"news.example/front": says(page(OTHER)), "news.example/right": says(page(ARTICLE))}
    with Site(answers) as site:
        [capture] = fetch(site, tmp_path, reference("http://news.example/front", "http://news.example/right"))
    assert (capture.outcome, capture.requested_url) == ("ok", "http://news.example/right")


@pytest.mark.parametrize("status", ["403 Forbidden", "500 Oops", "429 Too Many Requests"])
def test_no_other_reading_is_tried_where_the_address_exists(status: str, tmp_path: Path) -> None:
    with Site({"news.example": says(page(status=status)), "news.example/right": says(page(ARTICLE))}) as site:
        [capture] = fetch(site, tmp_path, reference("http://news.example/wrong", "http://news.example/right"))
    assert capture.requested_url == "http://news.example/wrong"


def test_the_address_as_given_is_tried_last(tmp_path: Path) -> None:
    one = replace(reference(URL), raw_url=URL + "?utm_source=mail", url_status="intact")
    with Site({"news.example": lambda r: r.send(page(ARTICLE) if "utm" in r.path else page(status="404 No"))}) as site:
        [capture] = fetch(site, tmp_path, one)
    assert (capture.outcome, capture.requested_url) == ("ok", URL + "?utm_source=mail")


def test_the_address_as_given_is_not_tried_where_it_means_the_same(tmp_path: Path) -> None:
    one = replace(reference(URL), raw_url=URL.replace("news.example", "NEWS.example:80") + "#top", url_status="intact")
    with Site({"news.example": GONE}) as site:
        fetch(site, tmp_path, one)
        assert len(site.asked("news.example")) == 1


def test_the_first_reading_stands_where_none_is_right(tmp_path: Path) -> None:
    with Site({"news.example/front": says(page(OTHER)), "news.example": GONE}) as site:
        [capture] = fetch(site, tmp_path, reference("http://news.example/front", "http://news.example/gone"))
    assert (capture.outcome, capture.requested_url) == ("ok", "http://news.example/front")


# --- the archive


def archive(body: bytes = ARTICLE, stamp: str = "20240502080910", *lines: str, status: str = "200 OK") -> Answer:
    """Answers as the Wayback Machine does: a redirect to the nearest capture, then the page as it was captured."""

    def answer(request: Request) -> None:
        asked, _, url = request.path.removeprefix("/web/").partition("/")
        if asked == f"{stamp}id_":
            request.send(page(body, *lines, status=status))
        else:
            request.send(page(b"", f"Location: /web/{stamp}id_/{url}", status="302 Found"))

    return answer


def archived(tmp_path: Path, answer: Answer, first: Answer = GONE, **given: object) -> tuple[Capture, list[Request]]:
    with Site({"news.example": first, "archive.example": answer}) as site:
        options = {"archive": "http://archive.example", **given}
        [capture] = fetch(site, tmp_path, reference(URL, day=DAY), **options)
        return capture, site.asked("archive.example")


def test_a_dead_page_comes_from_the_archive(tmp_path: Path) -> None:
    capture, asked = archived(tmp_path, archive())
    assert (capture.outcome, capture.status, capture.detail) == ("archived", 200, None)
    assert capture.archived_at == datetime(2024, 5, 2, 8, 9, 10, tzinfo=UTC)
    assert capture.requested_url == URL
    assert capture.final_url == f"http://archive.example/web/20240502080910id_/{URL}"
    assert payload_of(capture, tmp_path) == ARTICLE
    assert asked[0].path == f"/web/{STAMP}id_/{URL}"
    assert asked[0].headers["accept-datetime"] == "Tue, 30 Apr 2024 12:00:00 GMT"


def test_the_archive_says_itself_when_it_captured(tmp_path: Path) -> None:
    answer = archive(ARTICLE, "20240502080910", "Memento-Datetime: Wed, 01 May 2024 10:00:00 GMT")
    assert archived(tmp_path, answer)[0].archived_at == datetime(2024, 5, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "first",
    [
        says(page(status="410 Gone")),
        says(page(status="500 Oops")),
        says(b"nonsense"),
        says(page(OTHER)),
        lambda r: r.reset(),
    ],
    ids=["410", "500", "not HTTP", "another page", "reset"],
)
def test_what_counts_as_dead(first: Answer, tmp_path: Path) -> None:
    assert archived(tmp_path, archive(), first)[0].outcome == "archived"


@pytest.mark.parametrize(
    "status", ["401 Who", "403 Forbidden", "429 Too Many Requests", "451 Unavailable For Legal Reasons"]
)
def test_what_is_refused_to_us_is_not_gone_round(status: str, tmp_path: Path) -> None:
    capture, asked = archived(tmp_path, archive(), says(page(status=status)))
    assert capture.outcome in ("http_error", "rate_limited")
    assert asked == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (archive(status="404 Not Found"), "404"),
        (archive(b"<p>Error</p>", status="503 Busy"), "503"),
        (archive(OTHER), "another one"),
        (GONE, "404"),
        (says(page(ARTICLE)), "not this page"),
        (archive(b"", "20240502080910", f"Location: {FRONT}", status="302 Found"), "not this page"),
        (lambda r: r.reset(), "closed the connection"),
    ],
    ids=["captured error", "captured outage", "another page", "nothing captured", "no capture", "front page", "down"],
)  # fmt: skip
def test_what_the_archive_may_not_hand_us(answer: Answer, why: str, tmp_path: Path) -> None:
    def serve(request: Request) -> None:
        says(page(ARTICLE))(request) if request.path == FRONT else answer(request)

    capture, _ = archived(tmp_path, serve)
    assert (capture.outcome, capture.status, capture.archived_at) == ("http_error", 404, None)
    assert why in (capture.detail or "")


def test_without_a_day_the_oldest_capture_is_asked_for(tmp_path: Path) -> None:
    with Site({"news.example": GONE, "archive.example": archive()}) as site:
        fetch(site, tmp_path, reference(URL), archive="http://archive.example")
        assert site.asked("archive.example")[0].path == f"/web/19960101000000id_/{URL}"


def test_any_archive_can_be_asked(tmp_path: Path) -> None:
    answers = {
        "news.example": GONE,
        "gate.example": says(page(ARTICLE, "Memento-Datetime: Wed, 01 May 2024 10:00:00 GMT")),
    }
    with Site(answers) as site:
        [capture] = fetch(site, tmp_path, reference(URL, day=DAY), archive="http://gate.example/timegate/{url}")
        assert [request.path for request in site.asked("gate.example")] == [f"/timegate/{URL}"]
    assert capture.outcome == "archived"


def test_the_archive_is_asked_at_its_own_pace(tmp_path: Path) -> None:
    with Site({f"n{n}.example": GONE for n in range(3)} | {"archive.example": archive()}) as site:
        dead = [reference(f"http://n{n}.example/a", day=DAY) for n in range(3)]
        captures = fetch(site, tmp_path, *dead, archive="http://archive.example", pace_s=0.2)
    assert {c.outcome for c in captures} == {"archived"}
    times = [request.at for request in site.asked("archive.example") if STAMP in request.path]
    assert times[-1] - times[0] > 0.8 * 0.2 * (len(times) - 1)


def test_a_page_that_the_archive_also_lacks_keeps_its_own_outcome(tmp_path: Path) -> None:
    capture, _ = archived(tmp_path, GONE)
    assert (capture.outcome, capture.status) == ("http_error", 404)
    assert capture.detail == "the server answered 404; the archive: the server answered 404"


# --- a whole run again, from what it kept


def test_a_run_is_replayed_with_sockets_closed(tmp_path: Path, socket_disabled: Callable[[], None]) -> None:
    from pytest_socket import disable_socket, enable_socket

    enable_socket()
    answers: dict[str, Answer] = {
        "news.example/moved": says(page(b"", "Location: /here", status="301 Moved")),
        "news.example/here": says(page(ARTICLE)),
        "news.example": GONE,
        "archive.example": archive(),
    }
    references = [
        reference("http://news.example/moved"),
        reference("http://news.example/wrong", "http://news.example/here"),
        reference(URL, day=DAY),
    ]
    with Site(answers) as site:
        live = fetch(site, tmp_path, *references, archive="http://archive.example")
    disable_socket()
    options = FetchOptions(replay=(str(tmp_path / "*.warc.gz"),), archive="http://archive.example")
    replayed = fetch_captures(references, {}, options, tmp_path, contradicts=is_other)
    assert Counter(c.outcome for c in live) == {"ok": 2, "archived": 1}
    assert [c.capture_id for c in replayed] == [c.capture_id for c in live]
    assert [payload_of(c, tmp_path) for c in replayed] == [ARTICLE] * 3


def test_the_closed_list_holds_every_outcome_we_give() -> None:
    assert set(get_args(Outcome)) >= DEAD | GOOD
