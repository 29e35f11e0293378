"""`dateline export`: write a release as Parquet, CSV or JSON lines, one file a table."""

from __future__ import annotations

from pathlib import Path

import click

from flows.options import edition, lake_option, plain_errors
from tasks.io.lake.export import FORMATS, export
from tasks.tables.records import TABLES


@click.command()
@click.argument("release", type=int, required=False)
@lake_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="parquet", show_default=True)
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write to.")
@click.option("--table", "tables", multiple=True, type=click.Choice(list(TABLES)), help="Only this table; repeatable.")
def command(release: int | None, lake: str, form: str, to: Path, tables: tuple[str, ...]) -> None:
    """Write RELEASE, the newest by default, to a folder."""
    with plain_errors():
        found = edition(lake, release)
        for table in tables or TABLES:
            click.echo(export(found.snapshot(table), form, to))
