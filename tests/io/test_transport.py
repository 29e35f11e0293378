"""Connections: the very address that was vetted, TLS included, nothing from the environment, ends on time."""

from __future__ import annotations

import gc
import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from tasks.fetch import fetch_captures
from tasks.io.fetch_options import FetchOptions
from tasks.io.fetching import open_kit
from tasks.io.web.fault import Fault
from tasks.io.web.resolve import Resolver
from tasks.io.web.wire import Tap
from tasks.tables.records import Capture
from tests.site import Request, Site, page, reference, says

NOW = datetime(2024, 5, 1, tzinfo=UTC)
ANSWER = {"news.example": says(page())}


def fetch(url: str, options: FetchOptions, raw: Path) -> Capture:
    return fetch_captures([reference(url)], {}, options, raw)[0]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def bundle(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


def context(authority: trustme.CA, name: str, not_after: datetime | None = None) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, not_after=not_after).configure_cert(made)
    return made


def test_tls_is_checked_against_the_name_and_not_the_address(
    authority: trustme.CA, bundle: str, tmp_path: Path
) -> None:
    seen: list[str | None] = []
    tls = context(authority, "news.example")
    tls.sni_callback = lambda sock, name, given: seen.append(name)
    with Site(ANSWER, tls=tls) as site:
        capture = fetch("https://news.example/a", site.options(port=443, ca_bundle=bundle), tmp_path)
    assert (capture.outcome, capture.detail) == ("ok", None)
    assert set(seen) == {"news.example"}
    assert {request.headers["host"] for request in site.requests} == {"news.example"}


@pytest.mark.parametrize(
    ("name", "not_after", "trusts"),
    [
        ("other.example", None, True),
        ("news.example", datetime.now(UTC) - timedelta(days=1), True),
        ("news.example", None, False),
    ],
    ids=["another name", "expired", "unknown authority"],
)
def test_a_certificate_that_does_not_hold_is_a_tls_error(
    authority: trustme.CA, bundle: str, tmp_path: Path, name: str, not_after: datetime | None, trusts: bool
) -> None:
    with Site(ANSWER, tls=context(authority, name, not_after)) as site:
        options = site.options(port=443, ca_bundle=bundle if trusts else None)
        assert fetch("https://news.example/a", options, tmp_path).outcome == "tls_error"


def test_old_tls_is_a_tls_error(authority: trustme.CA, bundle: str, tmp_path: Path) -> None:
    tls = context(authority, "news.example")
    tls.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLS"):
        tls.maximum_version = ssl.TLSVersion.TLSv1_1
    with Site(ANSWER, tls=tls) as site:
        capture = fetch("https://news.example/a", site.options(port=443, ca_bundle=bundle), tmp_path)
    assert capture.outcome == "tls_error"


def test_no_tls_at_all_is_a_tls_error(tmp_path: Path) -> None:
    with Site(ANSWER, greeting=b"220 mail.example ready\r\n") as site:
        assert fetch("https://news.example/a", site.options(port=443), tmp_path).outcome == "tls_error"


def test_a_handshake_that_never_ends_ends_on_time(tmp_path: Path) -> None:
    with Site(ANSWER) as site:  # waits for a plain request, which a TLS greeting is not
        started = time.monotonic()
        capture = fetch("https://news.example/a", site.options(port=443, timeout_s=0.5, retries=0), tmp_path)
    assert capture.outcome == "timeout"
    assert time.monotonic() - started < 3


def test_tls_body_that_drips_ends_on_time(authority: trustme.CA, bundle: str, tmp_path: Path) -> None:
    def drip(request: Request) -> None:
        request.send(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
        request.drip(b"a" * 500)

    with Site({"news.example": drip}, tls=context(authority, "news.example")) as site:
        options = site.options(port=443, ca_bundle=bundle, timeout_s=0.7, retries=0)
        assert fetch("https://news.example/a", options, tmp_path).outcome == "timeout"


def test_a_name_that_changes_its_address_is_vetted_again(tmp_path: Path) -> None:
    """Rebinding: the first answer is an allowed address, the second is not; each connection vets what it uses."""
    answers = iter([["127.0.0.5"], ["127.0.0.1"]])
    with Site({"rebinding.test": says(page())}, address="127.0.0.5") as site:
        options = FetchOptions(allow_hosts=("127.0.0.5",), pace_s=0, retries=0, archive=None, obeys_robots=False)
        url = f"http://rebinding.test:{site.port}/"
        with open_kit(options, tmp_path, lambda: NOW, lookup=lambda host, port: next(answers)) as kit:
            assert kit.resolver is not None
            kit.resolver._keep_s = 0.0
            assert kit.client.visit(url).outcome == "ok"
            assert kit.client.visit(url).outcome == "unsafe_address"
    assert len(site.requests) == 1


@pytest.mark.parametrize("addresses", [["127.0.0.5", "127.0.0.1"], ["8.8.8.8", "169.254.169.254"]])
def test_one_bad_address_among_good_ones_is_enough_to_refuse(addresses: list[str], tmp_path: Path) -> None:
    options = FetchOptions(allow_hosts=("127.0.0.5",), pace_s=0, archive=None)
    with open_kit(options, tmp_path, lambda: NOW, lookup=lambda host, port: addresses) as kit:
        assert kit.client.visit("http://mixed.example/").outcome == "unsafe_address"


def test_the_next_address_is_tried_where_one_does_not_answer(tmp_path: Path) -> None:
    with Site({"two.example": says(page())}, address="127.0.0.5") as site:
        options = FetchOptions(allow_hosts=("two.example",), pace_s=0, archive=None)
        with open_kit(options, tmp_path, lambda: NOW, lookup=lambda host, port: ["127.0.0.6", "127.0.0.5"]) as kit:
            assert kit.client.visit(f"http://two.example:{site.port}/").outcome == "ok"


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[str]]]:
    """A proxy that answers itself, and the lines it was asked with."""
    asked: list[str] = []

    def serve(request: Request) -> None:
        asked.append(f"{request.path} {request.headers.get('proxy-authorization', '-')}")
        request.send(page(b"<p>by proxy</p>"))

    with Site({"news.example": serve, "news.example/robots.txt": serve, "169.254.169.254": serve}) as site:
        yield f"http://me:secret@127.0.0.1:{site.port}", asked


def test_an_explicit_proxy_is_used_and_its_password_not_kept(proxy: tuple[str, list[str]], tmp_path: Path) -> None:
    options = FetchOptions(proxy=proxy[0], allow_hosts=("news.example",), pace_s=0, archive=None, obeys_robots=False)
    with open_kit(options, tmp_path, lambda: NOW, lookup=unknown) as kit:
        assert kit.client.visit("http://news.example/a").payload == b"<p>by proxy</p>"
    assert proxy[1] == ["http://news.example/a Basic bWU6c2VjcmV0"]
    assert b"bWU6c2VjcmV0" not in b"".join(unpacked(path) for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/a", "http://127.0.0.1/", "http://[::1]/", "http://2130706433/"]
)
def test_a_proxy_is_not_asked_for_forbidden_addresses(url: str, proxy: tuple[str, list[str]], tmp_path: Path) -> None:
    options = FetchOptions(proxy=proxy[0], pace_s=0, archive=None)
    assert fetch(url, options, tmp_path).outcome == "unsafe_address"
    assert proxy[1] == []


def test_nothing_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine news.example login me password secret\n")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere")
    with Site(ANSWER) as site:
        assert fetch("http://news.example/a", site.options(), tmp_path / "raw").outcome == "ok"
    assert all("authorization" not in request.headers for request in site.requests)


def unknown(host: str, port: int) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def silent(host: str, port: int) -> list[str]:
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


@pytest.fixture
def no_route(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.io.web.resolve.has_route", lambda: False)


@pytest.fixture
def a_route(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.io.web.resolve.has_route", lambda: True)


def unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def test_a_name_nobody_knows_is_unreachable_without_another_try(tmp_path: Path) -> None:
    with open_kit(FetchOptions(archive=None), tmp_path, lambda: NOW, lookup=unknown) as kit:
        started = time.monotonic()
        assert kit.client.visit("http://gone.test/").outcome == "unreachable"
        assert time.monotonic() - started < 2
        assert not kit.is_down


def test_a_dead_network_costs_next_to_nothing(tmp_path: Path, no_route: None) -> None:
    asked: list[str] = []

    def lookup(host: str, port: int) -> list[str]:
        asked.append(host)
        return silent(host, port)

    with open_kit(FetchOptions(workers=1), tmp_path, lambda: NOW, lookup=lookup) as kit:
        started = time.monotonic()
        references = [reference(f"http://news{n}.test/") for n in range(50)]
        captures = fetch_captures(references, {}, FetchOptions(workers=1), tmp_path, kit=kit)
        assert time.monotonic() - started < 2
        assert kit.is_down
    assert {capture.outcome for capture in captures} == {"unreachable"}
    assert len(asked) == 1


def test_a_name_server_that_never_answers_is_not_waited_for(a_route: None) -> None:
    stop = threading.Event()
    resolver = Resolver(lookup=lambda host, port: [str(stop.wait(20))], timeout_s=0.1)
    started = time.monotonic()
    for host in ("a.example", "b.example", "c.example", "a.example"):
        with pytest.raises(Fault, match="unreachable"):
            resolver.resolve(host, 80)
    stop.set()
    assert time.monotonic() - started < 2
    assert resolver.is_down


def test_a_passing_failure_of_names_heals_once_the_network_is_known_to_work() -> None:
    def lookup(host: str, port: int) -> list[str]:
        return ["8.8.8.8"] if host == "good.example" else silent(host, port)

    resolver = Resolver(lookup=lookup)
    resolver.resolve("good.example", 80)
    with pytest.raises(Fault) as caught:
        resolver.resolve("bad.example", 80)
    assert caught.value.heals
    assert not resolver.is_down


@pytest.mark.parametrize(
    ("options", "says_so"),
    [
        ({"connect_to": ("news.example:80",)}, "HOST:PORT:ADDRESS:PORT"),
        ({"connect_to": ("a:b:127.0.0.1:80",)}, "HOST:PORT:ADDRESS:PORT"),
        ({"connect_to": ("a:80:nowhere:80",)}, "HOST:PORT:ADDRESS:PORT"),
        ({"contact": "me@example.org\r\nX-Evil: 1"}, "one line"),
        ({"user_agent": "Бот"}, "ASCII"),
        ({"pace_s": -1.0}, "pace_s"),
        ({"timeout_s": 0.0}, "timeout_s"),
        ({"workers": 0}, "workers"),
        ({"allow_hosts": ("http://news.example",)}, "allow_hosts"),
        ({"allow_hosts": ("",)}, "allow_hosts"),
        ({"proxy": "socks5://127.0.0.1:1080"}, "proxy"),
        ({"archive": "web.archive.org"}, "archive"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: dict[str, object], says_so: str) -> None:
    with pytest.raises(ValueError, match=says_so):
        FetchOptions(**options)  # type: ignore[arg-type]  # fields are named by the case


def test_options_are_written_down_without_a_password() -> None:
    described = FetchOptions(
        proxy="http://me:secret@proxy.example:8080", allow_hosts=("localhost", "10.0.0.0/8", "::1", "a.example:81")
    ).described()
    assert described["proxy"] == "…@proxy.example:8080"
    assert "secret" not in str(described)


def test_the_contact_is_given_to_servers(tmp_path: Path) -> None:
    with Site(ANSWER) as site:
        fetch("http://news.example/a", site.options(contact="editor@example.org"), tmp_path)
    assert all("editor@example.org" in request.headers["user-agent"] for request in site.requests)


def test_a_visit_leaves_no_response_to_the_garbage_collector(tmp_path: Path) -> None:
    """A cycle through the stream once kept every page until the next collection: memory grew with the run."""
    with Site(ANSWER) as site, open_kit(site.options(), tmp_path, lambda: NOW) as kit:
        gc.collect()
        gc.disable()
        try:
            assert kit.client.visit("http://news.example/a").outcome == "ok"
            assert [one for one in gc.get_objects() if isinstance(one, Tap)] == []
        finally:
            gc.enable()
