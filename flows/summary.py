"""Says what a run made, for people: addresses and why they are believed, the release, its facts, how to read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from flows.names import shown_name
from flows.output import facts_table
from tasks.io.lake.edition import Edition
from tasks.io.store import Lake
from tasks.tables.records import Release
from tasks.tables.run import Count

MANY = 20  # rows shown of each kind; the release holds them all
FEW = 4  # facts shown of each document, where there are many
Row = Mapping[str, Any]


def print_summary(console: Console, root: str, made: Release | None, counts: Sequence[Count]) -> None:
    """Print the state of a lake after a run: the release it made, or the last one where nothing changed."""
    lake = Lake(root)
    release = made or max(lake.releases(), key=lambda r: r.release, default=None)
    if release is None:
        console.print("No release was made: nothing could be collected.")
        return
    pinned = {t.table: t for t in release.tables}
    edition = Edition(lake, release.release)
    documents = _print_addresses(console, edition, pinned["references"].rows)
    _print_facts(console, edition, documents, pinned["facts"].rows)
    refused = edition.read("rejections").sort_by([("stage", "ascending"), ("input", "ascending")])
    _print_rejections(console, refused.slice(0, MANY).to_pylist(), pinned["rejections"].rows)
    _print_warnings(console, lake.read("checks", where=("release", [release.release])).to_pylist())
    rows = ", ".join(f"{t.rows:,} {name}" for name, t in pinned.items() if name not in ("checks", "releases"))
    said = "" if made else " (nothing changed since: no new release)"
    console.print(f"\n[bold]Release {release.release}[/]{said}: {rows}", soft_wrap=True)
    console.print("This run: " + "; ".join(str(count) for count in counts), style="dim", soft_wrap=True)
    _print_readers(console, f"{lake.root}/releases/latest")


def _print_addresses(console: Console, edition: Edition, total: int) -> list[Row]:
    """What became of each reference; gives the documents that were made."""
    references = edition.read("references").slice(0, MANY).to_pylist()
    ours = ("reference_id", [r["reference_id"] for r in references])
    tried = {c["reference_id"]: c for c in edition.read("captures", where=ours).to_pylist()}
    made = {d["reference_id"]: d for d in edition.read("documents", where=ours).to_pylist()}
    for reference in references:
        lines = [f"{shown_name(reference['source'])}: {reference['title'] or 'no title'}", *_address(reference)]
        lines += _fate(tried.get(reference["reference_id"]), made.get(reference["reference_id"]))
        for number, line in enumerate(lines):
            console.print(Text(line, style="" if number else "bold"), soft_wrap=True)
        console.print()
    _print_more(console, len(references), total, "references")
    return [made[r["reference_id"]] for r in references if r["reference_id"] in made]


def _address(reference: Row) -> list[str]:
    """The address and, where it is not as it was given, why it is believed."""
    given = " ".join((reference["raw_url"] or "no address").split())  # a line break shows as a space
    lines = [f"  {reference['url_status']}: {reference['url'] or given}"]
    if reference["url_status"] != "intact" and reference["candidates"]:
        lines += [f"  from: {given}", *(f"  · {why}" for why in reference["candidates"][0]["evidence"])]
    return lines


def _fate(capture: Row | None, document: Row | None) -> list[str]:
    """What came of fetching it, and where its text is from."""
    tried = capture["outcome"] if capture else "not tried, without an address"
    why = f", {capture['detail']}" if capture and capture["detail"] else ""
    text = f"the {document['text_source']}, {document['words']:,} words" if document else "nothing"
    return [f"  fetch: {tried}{why}", f"  read: {text}"]


def _print_facts(console: Console, edition: Edition, documents: Sequence[Row], total: int) -> None:
    """The first facts of each document."""
    shown, each = 0, max(FEW, MANY // max(1, len(documents)))
    for document in documents[: MANY // FEW]:
        facts = edition.read("facts", where=("document_id", [document["document_id"]])).sort_by("start").slice(0, each)
        console.print(facts_table(facts.to_pylist(), document["title"] or "no title"))
        shown += facts.num_rows
    _print_more(console, shown, total, "facts")


def _print_rejections(console: Console, rejections: Sequence[Row], total: int) -> None:
    if rejections:
        console.print(f"\n[bold]{total} could not go on[/] (all: `dateline rejections`)")
    for row in rejections:
        said = f"  {row['stage']}: {shown_name(row['input'])}: {row['reason']}: {row['detail']}"
        console.print(Text(said), soft_wrap=True)  # addresses stay whole


def _print_warnings(console: Console, checks: Sequence[Row]) -> None:
    for check in checks:
        if check["result"] != "passed":
            ends = (("at least", check["minimum"]), ("at most", check["maximum"]))
            bounds = [f"{word} {end}" for word, end in ends if end is not None]
            said = f"{check['name']} is {check['measured']}, expected {' and '.join(bounds)}"
            console.print(f"[yellow]{check['result']}[/]: {said}")


def _print_more(console: Console, shown: int, total: int, what: str) -> None:
    if total > shown:
        console.print(f"  … and {total - shown:,} more {what}", style="dim")


def _print_readers(console: Console, latest: str) -> None:
    facts = f"{latest}/facts"
    console.print(f"\nThe data lies in {latest}. Read it:")
    console.print(f"  pandas   pd.read_parquet('{facts}')", highlight=False, soft_wrap=True)
    console.print(f"  DuckDB   SELECT * FROM read_parquet('{facts}/*.parquet')", highlight=False, soft_wrap=True)
