"""`dateline build`: run the flow, inputs to release, with progress while it runs and a summary at the end."""

from __future__ import annotations

import os
import sys
from typing import Any

import click
from rich.console import Console

from flows.names import require_text
from flows.progress import StageProgress
from flows.server import prepare_server

SHOWN = 4  # changes of the code that are named


@click.command()
@click.argument("inputs", nargs=-1, required=True, callback=require_text)
@click.option(
    "--lake", default="data/lake", show_default=True, callback=require_text,
    help="Folder or s3://bucket/prefix of the tables and releases.",
)  # fmt: skip
@click.option("--offline", is_flag=True, help="Fetch nothing; the clippings' own text becomes the documents.")
@click.option(
    "--replay", multiple=True, metavar="WARC", help="Answer fetches from WARC files (globs allowed), not the network."
)
@click.option("--contact", help="Address or mail of yours that sites are told in the User-Agent.")
@click.option("--user-agent", help="Name given to sites in place of Dateline's own.")
@click.option("--timeout", default=30.0, show_default=True, help="Seconds a page may take in all.")
@click.option("--ca-bundle", metavar="FILE", help="Certificate authorities to trust, in place of the usual ones.")
@click.option("--allow-host", multiple=True, metavar="HOST", help="A host of your own that may have a private address.")
@click.option(
    "--connect-to", multiple=True, metavar="HOST:PORT:ADDRESS:PORT", help="Connect elsewhere for a host, as curl does."
)
@click.option("--pace", default=5.0, show_default=True, help="Seconds between two requests to one host.")
@click.option("--max-age", type=float, metavar="DAYS", help="Visit pages again whose capture is older.")
@click.option(
    "--archive", default="https://web.archive.org", show_default=True, help="Web archive for dead pages; '' for none."
)
@click.option("--proxy", help="HTTP proxy; none is taken from the environment.")
@click.option("--workers", default=os.cpu_count() or 1, show_default=True, help="Processes that read documents.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose cluster reads them instead.")
@click.option("--verbose", is_flag=True, help="Show the log of the run instead of its progress.")
@click.option("--explain", "explain_only", is_flag=True, help="Only say what would be worked on, and why.")
def command(
    inputs: tuple[str, ...],
    lake: str,
    workers: int,
    scheduler: str | None,
    verbose: bool,
    explain_only: bool,
    **fetch: Any,
) -> None:
    """Turn INPUTS (files, folders, `-`) into a checked release of facts."""
    if explain_only:
        _explain(lake, inputs, fetch["max_age"])
        return
    # Imported here, like all that brings Prefect and Arrow: `--help` must not wait for them.
    from flows.output import wide_console
    from flows.summary import print_summary

    errors = Console(stderr=True)
    if not verbose:
        # Before Prefect is imported, since it reads this once.
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
    prepare_server()
    with StageProgress(errors, is_shown=not verbose) as progress:
        release, counts = _run_or_say_why(list(inputs), lake, (workers, scheduler), fetch, progress)
    print_summary(wide_console(), lake, release, counts)
    if not any(count.kept for count in counts):
        errors.print("Nothing could be read: see `dateline rejections`.")
        sys.exit(1)


def _explain(lake: str, inputs: tuple[str, ...], max_age: float | None) -> None:
    from flows.explain import explain
    from flows.options import plain_errors
    from tasks.io.store import Lake

    with plain_errors():
        reasons = explain(Lake(lake), inputs, max_age)
    for reason in reasons:
        click.echo(f"{reason.stage}: {reason.records:,} records, {_shortened(reason.why)}")
    if not reasons:
        click.echo("Nothing to do: everything stands in the lake as this version would make it.")


def _shortened(why: str) -> str:
    """The first few of the changes that separate two versions of the code."""
    changes = why.split("; ")
    more = f"; and {len(changes) - SHOWN} more changes" if len(changes) > SHOWN else ""
    return "; ".join(changes[:SHOWN]) + more


def _run_or_say_why(
    inputs: list[str], lake: str, readers: tuple[int, str | None], fetch: dict[str, Any], progress: StageProgress
) -> Any:
    """Run the flow; what a user can mend is said in one line, anything else is a bug and shown whole."""
    from deltalake.exceptions import DeltaError

    from flows.options import plain
    from tasks.io.lake.lock import LakeBusy
    from tasks.io.warc.replay import ReplayError
    from tasks.publish import ReleaseRefused

    try:
        return _run(inputs, lake, readers, fetch, progress)
    except (ReleaseRefused, LakeBusy, ReplayError, DeltaError, OSError) as error:
        raise click.ClickException(
            f"{plain(error)}. Nothing of the last release was touched; mend that and run the same command again."
        ) from error


def _run(
    inputs: list[str], lake: str, readers: tuple[int, str | None], fetch: dict[str, Any], progress: StageProgress
) -> Any:
    from flows.build import build
    from tasks.io.fetch_options import FetchOptions

    try:
        options = FetchOptions(
            offline=fetch["offline"],
            replay=fetch["replay"],
            allow_hosts=fetch["allow_host"],
            connect_to=fetch["connect_to"],
            user_agent=fetch["user_agent"],
            contact=fetch["contact"],
            pace_s=fetch["pace"],
            timeout_s=fetch["timeout"],
            max_age_days=fetch["max_age"],
            proxy=fetch["proxy"],
            ca_bundle=fetch["ca_bundle"],
            archive=fetch["archive"] or None,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    progress.listen()
    workers, scheduler = readers
    return build(inputs, lake, options, workers, scheduler=scheduler)
