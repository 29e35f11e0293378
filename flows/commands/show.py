"""`dateline show`: rows of a release, or what tables it has and how its checks went."""

from __future__ import annotations

from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.options import edition, jsonl_option, lake_option, plain_errors, print_lines
from flows.output import wide_console
from flows.where import BadCondition, filter_of
from tasks.io.lake.edition import Edition
from tasks.tables.records import TABLES

FIRST = {  # columns that say most, for people; programs get them all
    "references": ["source", "url_status", "url", "title", "published_on"],
    "captures": ["requested_url", "outcome", "status", "media_type", "fetched_at", "detail"],
    "documents": ["title", "publisher", "published_on", "language", "text_source", "verdict", "words"],
    "mentions": ["surface", "kind", "name", "country", "starts_on", "value", "unit"],
    "facts": ["actor", "predicate", "event_type", "recipient", "place", "starts_on", "polarity", "modality", "source"],
}


@click.command()
@click.argument("table", required=False, type=click.Choice(list(TABLES)))
@lake_option
@click.option("--release", type=int, help="Number of the release; the newest by default.")
@click.option("--where", multiple=True, metavar="CONDITION", help="Such as actor_country=UKR, starts_on>=2025-01-01.")
@click.option("--columns", help="Names, parted by commas; `all` for every column.")
@click.option("--limit", default=20, show_default=True, help="Rows at most; 0 for all.")
@jsonl_option
def command(
    table: str | None,
    lake: str,
    release: int | None,
    where: tuple[str, ...],
    columns: str | None,
    limit: int,
    jsonl: bool,
) -> None:
    """Show rows of TABLE; without TABLE, what the release holds."""
    with plain_errors():
        found = edition(lake, release)
        if table is None:
            _print_release(found)
            return
        rows = _rows(found, table, where, _columns(table, columns, jsonl), limit)
    if jsonl:
        print_lines(rows)
    else:
        _print_rows(found, table, rows)


def _columns(table: str, given: str | None, jsonl: bool) -> list[str] | None:
    if given is None:
        return None if jsonl else FIRST.get(table)
    return None if given == "all" else [name.strip() for name in given.split(",")]


def _rows(
    found: Edition, table: str, where: tuple[str, ...], columns: list[str] | None, limit: int
) -> list[dict[str, Any]]:
    snapshot = found.snapshot(table)
    strange = set(columns or ()) - set(snapshot.schema.names)
    if strange:
        raise click.UsageError(f"{table} has no column {sorted(strange)}; it has {', '.join(snapshot.schema.names)}")
    try:
        keep = filter_of(where, snapshot.schema)
    except BadCondition as error:
        raise click.UsageError(str(error)) from error
    rows: list[dict[str, Any]] = snapshot.select(columns, keep, limit or None).to_pylist()
    return rows


def _print_rows(found: Edition, table: str, rows: list[dict[str, Any]]) -> None:
    shown = Table(*(rows[0] if rows else ["no rows"]), title=f"{table} of release {found.number}", title_justify="left")
    for row in rows:
        shown.add_row(*(Text("" if value is None else str(value)) for value in row.values()))
    wide_console().print(shown)


def _print_release(found: Edition) -> None:
    manifest, console = found.manifest, Console()
    console.print(f"[bold]Release {found.number}[/] of {found.release.released_at:%Y-%m-%d %H:%M} UTC")
    for table, rows in manifest["rows"].items():
        console.print(f"  {rows:>12,}  {table}", highlight=False)
    read = manifest["coverage"]
    console.print(f"  {read['characters']:,} characters in {read['sentences']:,} sentences were read for facts")
    for check in manifest["checks"]:
        if check["result"] != "passed":
            console.print(Text(f"  {check['result']}: {check['name']} is {check['measured']:g}", style="yellow"))
