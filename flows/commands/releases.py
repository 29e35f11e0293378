"""`dateline releases`: the releases of a lake, what each holds, and whether its checks passed."""

from __future__ import annotations

from typing import Any

import click
from rich.table import Table

from flows.json_lines import json_line
from flows.options import json_option, lake_option, plain_errors
from flows.output import wide_console
from tasks.io.lake.edition import kept_manifests
from tasks.io.lake.release import Manifest
from tasks.io.store import Lake
from tasks.tables.records import Release


@click.command()
@lake_option
@json_option
def command(lake: str, as_json: bool) -> None:
    """List the releases of a lake, oldest first."""
    with plain_errors():
        opened = Lake(lake)
        manifests = kept_manifests(opened)
        rows = [_row(release, manifests.get(release.release)) for release in opened.releases()]
    if as_json:
        click.echo(json_line({"releases": rows}))
        return
    table = Table("release", "released (UTC)", "documents", "facts", "checks", "took", "digest", title_justify="left")
    for row in rows:
        cells = (row["release"], f"{row['released_at']:%Y-%m-%d %H:%M}", row["documents"], row["facts"])
        state = "removed" if row["is_removed"] else row["checks"]
        table.add_row(*map(str, cells), state, f"{row['elapsed_ms'] / 1000:.1f} s", row["digest"][:12])
    wide_console().print(table if rows else f"{lake}: no release was made yet; run `dateline build`")


def _row(release: Release, manifest: Manifest | None) -> dict[str, Any]:
    rows = {t.table: t.rows for t in release.tables}
    return {
        "release": release.release,
        "released_at": release.released_at,
        "run_id": release.run_id,
        "code_version": release.code_version,
        "documents": rows["documents"],
        "facts": rows["facts"],
        "checks": _verdict(manifest),
        "is_removed": manifest is None,
        "elapsed_ms": release.elapsed_ms,
        "digest": release.digest,
    }


def _verdict(manifest: Manifest | None) -> str:
    results = [check["result"] for check in manifest["checks"]] if manifest else []
    off = [f"{results.count(result)} {result}" for result in ("failed", "warned") if result in results]
    return ", ".join(off) or "passed"
