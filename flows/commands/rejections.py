"""`dateline rejections`: what could not go on, in which stage, and why."""

from __future__ import annotations

import click
from rich.console import Console
from rich.text import Text

from flows.names import shown_name
from flows.options import existing, jsonl_option, lake_option, plain_errors, print_lines


@click.command()
@lake_option
@click.option("--stage", help="Only those of one stage.")
@click.option("--reason", help="Only those with one reason.")
@jsonl_option
def command(lake: str, stage: str | None, reason: str | None, jsonl: bool) -> None:
    """Show what could not go on, and why; as it stands now, released or not."""
    with plain_errors():
        rows = existing(lake).read("rejections").sort_by([("stage", "ascending"), ("input", "ascending")]).to_pylist()
    rows = [r for r in rows if stage in (None, r["stage"]) and reason in (None, r["reason"])]
    if jsonl:
        print_lines(rows)
        return
    console = Console()
    for row in rows:
        console.print(Text(f"{row['stage']}: {shown_name(row['input'])}", style="bold"), soft_wrap=True)
        console.print(Text(f"  {row['reason']}: {row['detail']}"), soft_wrap=True)
    console.print(f"{len(rows)} could not go on" if rows else "Nothing was refused.")
