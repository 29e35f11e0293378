"""`dateline verify`: prove a release again, from the bytes of its files to every word at its place."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click
from rich.console import Console
from rich.text import Text

from flows.json_lines import json_line
from flows.options import edition, json_option, lake_option, plain_errors
from tasks.io.lake.proof import prove


@click.command()
@click.argument("release", type=int, required=False)
@lake_option
@json_option
def command(release: int | None, lake: str, as_json: bool) -> None:
    """Prove RELEASE, the newest by default; exit with 1 and name what is broken."""
    with plain_errors():
        found = edition(lake, release)
        broken = list(prove(found))
    if as_json:
        click.echo(json_line({"release": found.number, "broken": [asdict(b) for b in broken]}))
    for each in () if as_json else broken:
        Console(stderr=True).print(Text(f"{each.table}: {each.what}", style="red"), soft_wrap=True)
        for row in each.rows:
            Console(stderr=True).print(Text(f"    {row}"), soft_wrap=True)
    if broken:
        sys.exit(1)
    if not as_json:
        rows = sum(t.rows for t in found.release.tables)
        Console().print(f"Release {found.number} holds: {rows:,} rows proved, digest {found.release.digest}")
