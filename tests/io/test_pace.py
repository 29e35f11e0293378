"""Politeness: turns per host, crawl delay, Retry-After, and no host holding up another."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tasks.fetch import fetch_captures
from tasks.io.web.dispatch import run_by_host
from tasks.io.web.fault import Fault
from tasks.io.web.pace import Pace, retry_after
from tasks.io.web.patience import MOST_FAILURES, Patience
from tests.site import Request, Site, page, reference, robots, says

NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def paced(clock: Clock, **given: float) -> Pace:
    return Pace(clock=clock, sleep=clock.sleep, **given)


def test_turns_of_a_host_are_apart() -> None:
    clock = Clock()
    pace, turns = paced(clock, pace_s=5.0), []
    for _ in range(4):
        pace.take("a.example")
        turns.append(clock.now)
    assert turns == [100, 105, 110, 115]


def test_hosts_do_not_wait_for_each_other() -> None:
    clock = Clock()
    pace = paced(clock, pace_s=5.0)
    for host in ("a.example", "b.example", "c.example"):
        pace.take(host)
    assert clock.now == 100


def test_a_redirect_is_followed_at_once_and_paid_for_afterwards() -> None:
    clock = Clock()
    pace = paced(clock, pace_s=5.0)
    pace.take("a.example")
    pace.take("a.example", wait=False)
    assert clock.now == 100
    pace.take("a.example")
    assert clock.now == 110


def test_a_crawl_delay_can_only_slow_down() -> None:
    clock = Clock()
    pace = paced(clock, pace_s=5.0)
    pace.slow("a.example", 20)
    pace.slow("b.example", 1)
    for host in ("a.example", "b.example"):
        pace.take(host)
    assert (pace.free_at("a.example"), pace.free_at("b.example")) == (120, 105)


def test_a_host_that_asks_for_a_long_rest_gets_it() -> None:
    clock = Clock()
    pace = paced(clock, pace_s=5.0, longest_wait_s=60)
    pace.hold("a.example", 30)
    pace.take("a.example")
    assert clock.now == 130
    pace.hold("a.example", 3600)
    with pytest.raises(Fault, match="rate_limited"):
        pace.take("a.example")
    assert clock.now == 130


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Wed, 01 May 2024 12:01:30 GMT", 90),
        ("Wed, 01 May 2024 11:00:00 GMT", 0),
        ("Wednesday, 01-May-24 12:01:30 GMT", 90),
        ("Wed, 01 May 2024 14:01:30 +0200", 90),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("9" * 400, 365 * 86_400),
        ("²", None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_the_pace_holds_over_the_wire_for_all_workers(tmp_path: Path) -> None:
    with Site({"slow.example": says(page()), "quick.example": says(page())}) as site:
        urls = [f"http://slow.example/{n}" for n in range(4)] + ["http://quick.example/"]
        fetch_captures([reference(url) for url in urls], {}, site.options(pace_s=0.2, workers=8), tmp_path)
    times = [request.at for request in site.asked("slow.example")]
    assert len(times) == 4
    assert times[-1] - times[0] > 0.8 * 0.2 * (len(times) - 1)
    assert site.asked("quick.example")[0].at < times[1]


@pytest.mark.parametrize("rule", ["Crawl-delay: 0.3", "Request-rate: 10/3s"])
def test_the_delay_of_robots_holds_over_the_wire(rule: str, tmp_path: Path) -> None:
    answers = {"slow.example": says(page()), "slow.example/robots.txt": says(robots(f"User-agent: *\n{rule}"))}
    with Site(answers) as site:
        urls = [f"http://slow.example/{n}" for n in range(3)]
        fetch_captures([reference(url) for url in urls], {}, site.options(pace_s=0.01), tmp_path)
    times = [request.at for request in site.asked("slow.example")]
    assert times[-1] - times[0] > 0.8 * 0.3 * (len(times) - 1)


def test_retry_after_is_waited_for_where_it_is_short(tmp_path: Path) -> None:
    busy = page(b"", "Retry-After: 1", status="429 Too Many Requests")
    with Site({"a.example": lambda r: r.send(busy if r.number == 1 else page())}) as site:
        options = site.options(longest_wait_s=5)
        capture = fetch_captures([reference("http://a.example/")], {}, options, tmp_path)[0]
    earlier, later = (request.at for request in site.asked("a.example"))
    assert capture.outcome == "ok"
    assert capture.attempts == 2
    assert later - earlier > 0.8


def test_a_host_that_begs_off_is_not_asked_again_in_the_run(tmp_path: Path) -> None:
    with Site({"a.example": says(page(b"", "Retry-After: 3600", status="429 Too Many Requests"))}) as site:
        references = [reference(f"http://a.example/{n}") for n in range(5)]
        captures = fetch_captures(references, {}, site.options(pace_s=0.01), tmp_path)
    assert {capture.outcome for capture in captures} == {"rate_limited"}
    assert len(site.asked("a.example")) == 1
    assert [capture.status for capture in captures] == [429, None, None, None, None]
    assert "try after 3600 s" in (captures[0].detail or "")


def test_robots_is_asked_once_per_site(tmp_path: Path) -> None:
    with Site({"a.example": says(page())}) as site:
        references = [reference(f"http://a.example/{n}") for n in range(10)]
        fetch_captures(references, {}, site.options(workers=8), tmp_path)
    assert [request.path for request in site.requests].count("/robots.txt") == 1


def test_a_busy_host_leaves_the_workers_to_the_others() -> None:
    done: list[str] = []
    free = {"busy": time.monotonic() + 0.3}
    jobs = {"busy": [lambda: done.append("busy")] * 2, "free": [lambda: done.append("free")] * 5}
    run_by_host(jobs, workers=1, free_at=lambda host: free.get(host, 0.0))
    assert done == ["free"] * 5 + ["busy"] * 2


@pytest.mark.parametrize(("at_once", "most"), [(False, 1), (True, 4)])
def test_a_host_has_one_visitor_at_a_time(at_once: bool, most: int) -> None:
    inside, seen = [0], [0]

    def job() -> None:
        inside[0] += 1
        seen[0] = max(seen[0], inside[0])
        time.sleep(0.05)
        inside[0] -= 1

    run_by_host({"a.example": [job] * 8}, workers=4, free_at=lambda host: 0.0, at_once=at_once)
    assert seen[0] == most


@pytest.mark.parametrize("workers", [1, 3])
def test_all_jobs_are_done_whatever_the_workers(workers: int) -> None:
    done: list[int] = []
    jobs = {f"h{n % 7}": [] for n in range(50)}
    for n in range(50):
        jobs[f"h{n % 7}"].append(partial(done.append, n))
    run_by_host(jobs, workers=workers, free_at=lambda host: 0.0)
    assert sorted(done) == list(range(50))
    run_by_host({}, workers=workers, free_at=lambda host: 0.0)


def test_a_bug_in_a_job_ends_the_batch() -> None:
    done: list[int] = []

    def bug() -> None:
        raise ZeroDivisionError

    jobs = {"a": [bug], "b": [partial(time.sleep, 0.02), *[lambda: done.append(1)] * 1000]}
    with pytest.raises(ZeroDivisionError):
        run_by_host(jobs, workers=2, free_at=lambda host: 0.0)
    assert len(done) < 1000


def test_a_host_that_never_answers_is_given_up(tmp_path: Path) -> None:
    with Site({"dead.example": Request.reset, "dead.example/robots.txt": says(page(status="404 No"))}) as site:
        references = [reference(f"http://dead.example/{n}") for n in range(10)]
        captures = fetch_captures(references, {}, site.options(retries=2, pace_s=0.01), tmp_path)
    assert {capture.outcome for capture in captures} == {"unreachable"}
    assert len(site.asked("dead.example")) == MOST_FAILURES
    assert "given up" in (captures[-1].detail or "")


def test_an_answer_makes_a_host_good_again() -> None:
    patience = Patience()
    for _ in range(MOST_FAILURES - 1):
        patience.failed("a.example", Fault("timeout", "late"))
    patience.answered("a.example")
    patience.failed("a.example", Fault("timeout", "late"))
    patience.refuse("a.example")
