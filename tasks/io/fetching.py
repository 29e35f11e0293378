"""What a run fetches with, put together from its options: source of answers, pace, client, keeper, archive."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tasks.io.fetch_options import FetchOptions, software
from tasks.io.warc.replay import Replay
from tasks.io.warc.writer import WarcWriter
from tasks.io.web.archive import Archive
from tasks.io.web.client import Client
from tasks.io.web.guard import Guard
from tasks.io.web.limits import Limits
from tasks.io.web.network import Network
from tasks.io.web.pace import Pace
from tasks.io.web.resolve import Lookup, Resolver, system_lookup
from tasks.io.web.transport import Adapter, Door


@dataclass(frozen=True, slots=True)
class Kit:
    """What a run fetches with; `keeper` and `resolver` are missing where nothing is asked over the network."""

    client: Client
    pace: Pace
    archive: Archive | None
    keeper: WarcWriter | None = None
    resolver: Resolver | None = None

    @property
    def is_down(self) -> bool:
        """Whether there seems to be no network at all."""
        return self.resolver is not None and self.resolver.is_down


@contextmanager
def open_kit(
    options: FetchOptions, raw_folder: str | Path, now: Callable[[], datetime], lookup: Lookup = system_lookup
) -> Iterator[Kit]:
    """Make the kit of a run, and close its connections and its WARC file at the end."""
    with ExitStack() as stack:
        stack.enter_context(_quiet("urllib3"))
        make = _replaying if options.replay else _networked
        yield make(options, Path(raw_folder), now, lookup, stack)


def _networked(options: FetchOptions, raw: Path, now: Callable[[], datetime], lookup: Lookup, stack: ExitStack) -> Kit:
    resolver = Resolver(lookup=lookup, connect_to=options.connect_to)
    door = Door(Guard(options.allow_hosts), resolver)
    adapter = Adapter(door, connections=options.workers, proxy=options.proxy, ca_bundle=options.ca_bundle)
    network, keeper = Network(adapter, now), WarcWriter(raw, now, software=software())
    stack.callback(keeper.close)
    stack.callback(network.close)
    pace = Pace(options.pace_s, longest_wait_s=options.longest_wait_s, backoff_s=options.backoff_s)
    client = Client(
        network, limits=_limits(options), pace=pace, user_agent=options.agent(), now=now, keeper=keeper,
        retries=options.retries, obeys_robots=options.obeys_robots,
    )  # fmt: skip
    archive = Archive(client, options.archive) if options.archive else None
    return Kit(client, pace, archive, keeper, resolver)


def _replaying(options: FetchOptions, raw: Path, now: Callable[[], datetime], lookup: Lookup, stack: ExitStack) -> Kit:
    pace = Pace(0.0, backoff_s=0.0)
    client = Client(
        Replay(options.replay), limits=_limits(options), pace=pace, user_agent=options.agent(), now=now,
        retries=0, obeys_robots=False,
    )  # fmt: skip
    return Kit(client, pace, Archive(client, options.archive) if options.archive else None)


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keep a library's warnings off the terminal: what they say of an odd header stands in the capture as well."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _limits(options: FetchOptions) -> Limits:
    return Limits(
        timeout_s=options.timeout_s,
        max_wire_bytes=options.max_wire_bytes,
        max_decoded_bytes=options.max_decoded_bytes,
        max_redirects=options.max_redirects,
    )
