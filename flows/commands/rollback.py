"""`dateline rollback`: publish an earlier release anew."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import click
from rich.console import Console

from flows.options import existing, lake_option, plain_errors
from tasks.publish import roll_back


@click.command()
@click.argument("release", type=int)
@lake_option
def command(release: int, lake: str) -> None:
    """Make the content of RELEASE the newest release; nothing is taken away, and a later rollback can undo it."""
    run_id = f"rollback {uuid4()}"
    with plain_errors():
        opened = existing(lake)
        with opened.exclusive(run_id):
            made = roll_back(opened, release, run_id, datetime.now(UTC))
    said = (
        f"release {made.release} has the content of release {release}" if made else f"release {release} is what stands"
    )
    Console().print(said)
