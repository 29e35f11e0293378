"""`dateline diff`: which facts appeared, changed and vanished between two releases, and what changed them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from flows.difference import difference
from flows.json_lines import json_line
from flows.options import edition, json_option, lake_option, plain_errors
from tasks.core.diff import Change

SIGNS = {"appeared": ("+", "green"), "changed": ("~", "yellow"), "vanished": ("-", "red")}


@click.command()
@click.argument("before", type=int)
@click.argument("after", type=int)
@lake_option
@click.option("--limit", default=50, show_default=True, help="Changes printed at most; 0 for all.")
@json_option
def command(before: int, after: int, lake: str, limit: int, as_json: bool) -> None:
    """Say what changed in the facts from release BEFORE to release AFTER."""
    with plain_errors():
        changes = list(difference(edition(lake, before), edition(lake, after)))
    if as_json:
        click.echo(json_line({"counts": _counts(changes), "changes": [asdict(c) for c in changes]}))
        return
    console = Console()
    for change in changes[: limit or None]:
        _print(console, change)
    if limit and len(changes) > limit:
        console.print(f"… and {len(changes) - limit} more", style="dim")
    if not changes:
        console.print(f"The facts of releases {before} and {after} are the same.")
    for (kind, cause, why), count in Counter((c.kind, c.cause, c.why) for c in changes).most_common():
        console.print(Text(f"{count} {kind} by the {cause}: {why}"))


def _counts(changes: list[Change]) -> dict[str, dict[str, int]]:
    kinds = ("appeared", "changed", "vanished")
    return {kind: dict(Counter(c.cause for c in changes if c.kind == kind)) for kind in kinds}


def _print(console: Console, change: Change) -> None:
    sign, style = SIGNS[change.kind]
    fact: Any = change.after or change.before
    who = " ".join(filter(None, [fact["actor"], fact["predicate"], fact["recipient"]]))
    console.print(Text(f"{sign} {who}", style=style), Text(f"[{change.cause}]", style="dim"))
    console.print(Text(f"    {fact['evidence']}"))
    for name in change.fields:
        if change.before is not None and change.after is not None and name not in ("evidence", "arguments", "rules"):
            console.print(Text(f"    {name}: {change.before[name]} → {change.after[name]}"))
