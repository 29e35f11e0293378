"""The run's summary as Prefect artifacts, to be read in its user interface."""

from __future__ import annotations

from collections.abc import Sequence

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from tasks.io.store import Lake
from tasks.tables.records import Release
from tasks.tables.run import Count

FACTS = ["actor", "predicate", "recipient", "event_type", "place", "starts_on", "source", "evidence"]
MANY = 50  # rows of facts in the artifact; the release holds them all


def publish_artifacts(lake: Lake, release: Release | None, counts: Sequence[Count]) -> None:
    """Leave a markdown summary of the run and a table of the release's first facts."""
    create_markdown_artifact(key="build-summary", markdown=summary_of(lake, release, counts))
    if release is not None:
        version = next(t.version for t in release.tables if t.table == "facts")
        facts = lake.read("facts", FACTS, version=version).slice(0, MANY).to_pylist()
        rows = [{name: "" if value is None else str(value) for name, value in fact.items()} for fact in facts]
        create_table_artifact(key="build-facts", table=rows, description=f"First facts of release {release.release}")


def summary_of(lake: Lake, release: Release | None, counts: Sequence[Count]) -> str:
    """What the run did, in Markdown."""
    lines = ["| stage | kept | rejected |", "| --- | --- | --- |"]
    lines += [f"| {c.stage} | {c.kept} | {c.rejected} |" for c in counts]
    if release is None:
        return "\n".join(["# Nothing new", "The last release stands.", "", *lines])
    tables = [f"| {t.table} | {t.rows} | {t.version} |" for t in release.tables]
    where = f"`{lake.root}/releases/{release.release}`"
    return "\n".join(
        [
            f"# Release {release.release}",
            f"In {where}.",
            "",
            *lines,
            "",
            "| table | rows | version |",
            "| --- | --- | --- |",
            *tables,
        ]
    )
