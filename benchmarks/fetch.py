"""Pages per second, CPU and memory of fetching, beside plain threaded requests and aiohttp on one loopback server.

Run: python benchmarks/fetch.py [--pages 2000] [--many 20000] [--rounds 5]. Each client runs in a process of its own
and asks 200 hosts (addresses 127.0.1.x) for pages of 60 KB, sent as 12 KB of gzip. Pace is off. Ours alone asks each
host for its robots.txt, keeps every answer as WARC and digests it.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import multiprocessing
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

HOSTS = [f"127.0.1.{n}" for n in range(1, 201)]
WORKERS = 8
BATCH = 500


def main() -> None:
    given = arguments()
    if given.client:
        print(json.dumps(measured(CLIENTS[given.client], given.pages, given.port)))
        return
    port, server = start_server()
    try:
        compare(given, port)
    finally:
        server.terminate()
        server.join()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=2000, help="pages of the comparison")
    parser.add_argument("--many", type=int, default=20_000, help="pages of the memory run")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the comparison, of which the median counts")
    parser.add_argument("--client", choices=CLIENTS, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def compare(given: argparse.Namespace, port: int) -> None:
    rounds = []
    for number in range(given.rounds):
        names = list(CLIENTS)[:: (1, -1)[number % 2]]  # each other round backwards: the machine may be busy with more
        rounds.append({name: in_child(name, given.pages, port) for name in names})
    print(f"{given.pages} pages, {len(HOSTS)} hosts, {WORKERS} at once, median of {given.rounds} rounds")
    rates = {name: statistics.median(given.pages / one[name]["seconds"] for one in rounds) for name in CLIENTS}
    for name, rate in rates.items():
        cpu = statistics.median(one[name]["cpu"] for one in rounds) / given.pages * 1000
        print(f"  {name:10} {rate:7.0f} pages/s  {cpu:5.2f} ms CPU a page")
    for what in ("seconds", "cpu"):
        ratios = sorted(one["requests"][what] / one["dateline"][what] for one in rounds)
        print(
            f"  dateline / requests by {what}: median {statistics.median(ratios):.2f} x of",
            *(f"{r:.2f}" for r in ratios),
        )
    small, large = (in_child("dateline", pages, port)["peak"] / 2**20 for pages in (1000, given.many))
    print(f"peak memory: {small:.0f} MB at 1,000 pages, {large:.0f} MB at {given.many:,} ({large / small:.2f} x)")
    print(f"the guard: {guard_cost() * 1e6:.1f} µs a connection (name resolved before, every address vetted)")


def in_child(client: str, pages: int, port: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--client", client, "--pages", str(pages), "--port", str(port)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measured(client: Callable[[list[str]], int], pages: int, port: int) -> dict[str, float]:
    urls = [f"http://{HOSTS[n % len(HOSTS)]}:{port}/{n}" for n in range(pages)]
    client(urls[:20])  # imports and first connections
    started, cpu = time.perf_counter(), time.process_time()
    read = client(urls)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    assert read == pages, f"{read} of {pages} pages came"
    return {"seconds": seconds, "cpu": cpu, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0}


def by_dateline(urls: list[str]) -> int:
    from tasks.fetch import fetch_captures
    from tasks.io.fetch_options import FetchOptions
    from tasks.io.fetching import open_kit
    from tests.site import reference

    options = FetchOptions(allow_hosts=("127.0.1.0/24",), pace_s=0.0, workers=WORKERS, archive=None)
    read = 0
    with tempfile.TemporaryDirectory() as raw, open_kit(options, raw, lambda: datetime.now(UTC)) as kit:
        for start in range(0, len(urls), BATCH):
            references = [reference(url) for url in urls[start : start + BATCH]]
            captures = fetch_captures(references, {}, options, raw, kit=kit)
            read += sum(capture.outcome == "ok" for capture in captures)
    return read


def by_requests(urls: list[str]) -> int:
    """Threads that share one session, whose pools are as large as ours."""
    import requests

    with requests.Session() as session, ThreadPoolExecutor(WORKERS) as pool:
        session.mount("http://", requests.adapters.HTTPAdapter(pool_connections=256, pool_maxsize=WORKERS))
        return sum(pool.map(lambda url: len(session.get(url, timeout=30).content) > 50_000, urls))


def by_aiohttp(urls: list[str]) -> int:
    import aiohttp

    async def all_pages() -> int:
        limit = asyncio.Semaphore(WORKERS)

        async def get(url: str) -> bool:
            async with limit, session.get(url) as response:
                return len(await response.read()) > 50_000

        async with aiohttp.ClientSession() as session:
            return sum(await asyncio.gather(*(get(url) for url in urls)))

    return asyncio.run(all_pages())


CLIENTS: dict[str, Callable[[list[str]], int]] = {
    "requests": by_requests, "aiohttp": by_aiohttp, "dateline": by_dateline,
}  # fmt: skip


def guard_cost() -> float:
    """Seconds that resolving (from memory) and vetting add to one connection."""
    from ipaddress import ip_address

    from tasks.io.web.guard import Guard
    from tasks.io.web.resolve import Resolver

    guard, resolver = Guard(), Resolver(lookup=lambda host, port: ["93.184.215.14", "2606:2800:21f:cb07::1"])
    rounds, started = 20_000, time.perf_counter()
    for _ in range(rounds):
        addresses, port = resolver.resolve("news.example", 443)
        guard.vet("news.example", port, addresses)
    assert ip_address("93.184.215.14") in addresses
    return (time.perf_counter() - started) / rounds


def start_server() -> tuple[int, multiprocessing.process.BaseProcess]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    return ours.recv(), server


def serve(pipe: multiprocessing.connection.Connection) -> None:
    asyncio.run(_serve(pipe))


async def _serve(pipe: multiprocessing.connection.Connection) -> None:
    made = answers()
    server = await asyncio.get_running_loop().create_server(lambda: Pages(made), "0.0.0.0", 0, backlog=1000)
    pipe.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def answers() -> list[bytes]:
    """Forty articles of made-up words, compressed beforehand as a site's cache does."""
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 10))) for _ in range(2000)]
    return [_answer(" ".join(chance.choices(words, weights=range(2000, 0, -1), k=9000))) for _ in range(40)]


def _answer(text: str) -> bytes:
    body = gzip.compress(f"<html><body><p>{text}</p></body></html>".encode(), 6)
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Pages(asyncio.Protocol):
    """Answers each request with the next article, and robots.txt with nothing."""

    def __init__(self, made: list[bytes]) -> None:
        self._made, self._next = made, 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if data.startswith(b"GET /robots.txt"):
            answer = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        else:
            self._next += 1
            answer = self._made[self._next % len(self._made)]
        self._transport.write(answer)  # type: ignore[attr-defined]  # a stream's transport can write


if __name__ == "__main__":
    main()
