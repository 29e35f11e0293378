"""Says what a run made, for people: addresses and why they are believed, the release, its facts, how to read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from flows.output import facts_table
from tasks.io.store import Lake
from tasks.tables.records import Release
from tasks.tables.run import Count

MANY = 20  # rows shown of each kind; the release holds them all
Row = Mapping[str, Any]


def print_summary(console: Console, root: str, made: Release | None, counts: Sequence[Count]) -> None:
    """Print the state of a lake after a run: the release it made, or the last one where nothing changed."""
    lake = Lake(root)
    release = made or max(lake.releases(), key=lambda r: r.release, default=None)
    if release is None:
        console.print("No release was made: nothing could be collected.")
        return
    pinned = {t.table: t for t in release.tables}
    _print_addresses(console, _head(lake, "references", pinned["references"].version), pinned["references"].rows)
    _print_facts(console, _head(lake, "facts", pinned["facts"].version), pinned["facts"].rows)
    _print_rejections(console, _head(lake, "rejections", pinned["rejections"].version), pinned["rejections"].rows)
    _print_warnings(console, lake.read("checks", where=("release", [release.release])).to_pylist())
    rows = ", ".join(f"{t.rows:,} {name}" for name, t in pinned.items() if name not in ("checks", "releases"))
    said = "" if made else " (nothing changed since: no new release)"
    console.print(f"\n[bold]Release {release.release}[/]{said}: {rows}")
    console.print("This run: " + "; ".join(str(count) for count in counts), style="dim")
    _print_readers(console, f"{lake.root}/releases/latest")


def _head(lake: Lake, table: str, version: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = lake.read(table, version=version).slice(0, MANY).to_pylist()
    return rows


def _print_addresses(console: Console, references: Sequence[Row], total: int) -> None:
    for reference in references:
        chosen = reference["candidates"][0] if reference["candidates"] else None
        console.print(Text(f"\n{reference['source']}: {reference['title'] or 'no title'}", style="bold"))
        console.print(Text(f"  {reference['url_status']}: {reference['url'] or reference['raw_url'] or 'no address'}"))
        if chosen and reference["url_status"] != "intact":
            console.print(Text(f"  from  {reference['raw_url']}", style="dim"))
            for sentence in chosen["evidence"]:
                console.print(Text(f"  · {sentence}", style="dim"))
    _print_more(console, len(references), total, "references")


def _print_facts(console: Console, facts: Sequence[Row], total: int) -> None:
    console.print()
    console.print(facts_table(facts, "Facts"))
    _print_more(console, len(facts), total, "facts")


def _print_rejections(console: Console, rejections: Sequence[Row], total: int) -> None:
    if rejections:
        console.print(f"\n[bold]{total} could not go on[/] (all: `dateline rejections`)")
    for row in rejections:
        console.print(Text(f"  {row['stage']}: {row['input']}: {row['reason']}: {row['detail']}"))


def _print_warnings(console: Console, checks: Sequence[Row]) -> None:
    for check in checks:
        if check["result"] != "passed":
            bounds = f"{check['minimum']} to {check['maximum']}"
            console.print(f"[yellow]{check['result']}[/]: {check['name']} is {check['measured']}, expected {bounds}")


def _print_more(console: Console, shown: int, total: int, what: str) -> None:
    if total > shown:
        console.print(f"  … and {total - shown:,} more {what}", style="dim")


def _print_readers(console: Console, latest: str) -> None:
    facts = f"{latest}/facts"
    console.print(f"\nThe data lies in {latest}. Read it:")
    console.print(f"  pandas   pd.read_parquet('{facts}')", highlight=False, soft_wrap=True)
    console.print(f"  DuckDB   SELECT * FROM read_parquet('{facts}/*.parquet')", highlight=False, soft_wrap=True)
