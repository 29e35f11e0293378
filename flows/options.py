"""What the commands that read a lake share: their options, and errors a person can act on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click
from deltalake.exceptions import DeltaError

from flows.output import json_line
from tasks.io.lake.change import KeyTaken
from tasks.io.lake.edition import Edition, NoRelease
from tasks.io.lake.lock import LakeBusy
from tasks.io.store import Lake

lake_option: Callable[[Any], Any] = click.option(
    "--lake", default="data/lake", show_default=True, help="Folder or s3://bucket/prefix of the tables and releases."
)
json_option: Callable[[Any], Any] = click.option("--json", "as_json", is_flag=True, help="JSON for programs.")
jsonl_option: Callable[[Any], Any] = click.option("--jsonl", is_flag=True, help="One JSON object a line, for programs.")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Say what is wrong with a lake on stderr, and exit with 1."""
    try:
        yield
    except (NoRelease, LakeBusy, KeyTaken, DeltaError, OSError) as error:
        raise click.ClickException(str(error.args[0] if isinstance(error, LookupError) else error)) from error


def edition(lake: str, number: int | None = None) -> Edition:
    """A release of a lake, the newest by default."""
    return Edition(Lake(lake), number)


def print_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    for row in rows:
        click.echo(json_line(row))
