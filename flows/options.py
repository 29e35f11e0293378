"""What the commands that read a lake share: their options, and errors a person can act on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click
from deltalake.exceptions import DeltaError

from flows.json_lines import json_line
from flows.names import require_text
from tasks.io.lake.change import KeyTaken
from tasks.io.lake.edition import Edition, NoRelease
from tasks.io.lake.lock import LakeBusy
from tasks.io.store import Lake
from tasks.publish import CannotRestore

lake_option: Callable[[Any], Any] = click.option(
    "--lake", default="data/lake", show_default=True, callback=require_text,
    help="Folder or s3://bucket/prefix of the tables and releases.",
)  # fmt: skip
json_option: Callable[[Any], Any] = click.option("--json", "as_json", is_flag=True, help="JSON for programs.")
jsonl_option: Callable[[Any], Any] = click.option("--jsonl", is_flag=True, help="One JSON object a line, for programs.")

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Say what is wrong with a lake on stderr, and exit with 1."""
    try:
        yield
    except (NoRelease, LakeBusy, KeyTaken, CannotRestore, DeltaError, OSError) as error:
        raise click.ClickException(plain(error)) from error


def plain(error: Exception) -> str:
    """What an error says, on one line without colours; Delta's own list a stack below it.

    >>> plain(OSError("Generic S3 error\\n  \\x1b[31m>\\x1b[0m no such bucket"))
    'Generic S3 error > no such bucket'
    """
    said = _COLOUR.sub("", str(error.args[0] if isinstance(error, LookupError) else error))
    return said.partition("\n")[0] if isinstance(error, DeltaError) else " ".join(said.split())


def existing(lake: str) -> Lake:
    """A lake that somebody has written to.

    Raises:
        NoRelease: there is none, as where its name is mistyped.
    """
    found = Lake(lake)
    if not found.versions():
        raise NoRelease(f"{lake}: there is no lake; give another, or run `dateline build`")
    return found


def edition(lake: str, number: int | None = None) -> Edition:
    """A release of a lake, the newest by default."""
    return Edition(Lake(lake), number)


def print_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    for row in rows:
        click.echo(json_line(row))
