"""`dateline maintain`: compact the tables, keep the newest releases, remove what none of them needs."""

from __future__ import annotations

from uuid import uuid4

import click
from rich.console import Console

from flows.options import existing, lake_option, plain_errors
from tasks.io.lake.upkeep import maintain


@click.command()
@lake_option
@click.option("--keep", default=10, show_default=True, type=click.IntRange(min=1), help="Releases to keep.")
def command(lake: str, keep: int) -> None:
    """Compact tables and remove what no kept release needs; kept releases stay readable throughout."""
    console = Console()
    with plain_errors():
        opened = existing(lake)
        with opened.exclusive(f"maintain {uuid4()}") as recovered:
            for said in recovered:
                console.print(said)
            done, removed = maintain(opened, keep)
    for each in done:
        console.print(f"{each.table}: {each.files_before} files, now {each.files_after}; {each.files_removed} removed")
    console.print(f"releases removed: {', '.join(map(str, removed)) or 'none'}")
