"""`dateline repair`: the addresses in a text, repaired, with their candidates and the evidence for each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from flows.addresses import print_repair
from flows.json_lines import json_line
from flows.names import one_input, shown_name
from flows.output import wide_console
from tasks.core.formats import decode_text
from tasks.core.url.repair import Clues, Repair, find_addresses, repair
from tasks.io.lexicons import load_url_lexicon
from tasks.tables.values import Reject

TEXT_KEYS = ("clipping", "text", "raw", "body", "content", "url")  # of a JSON line, in order of preference


@dataclass(frozen=True, slots=True)
class Item:
    """One text to search, its id where it came with one, and what is known of its page."""

    text: str
    clues: Clues
    id: Any = None


@click.command()
@click.argument("source", default="-", metavar="[TEXT|FILE|-]")
@click.option("--title", help="Title of the page, as further evidence.")
@click.option("--date", "published_on", type=click.DateTime(["%Y-%m-%d"]), help="Day the page was published.")
@click.option("--publisher", help="Name of the page's publisher.")
@click.option("--one", is_flag=True, help="Only the address the text was clipped from, not every address in it.")
@click.option("--json", "--jsonl", "as_json", is_flag=True, help="One JSON object an address.")
@click.option("--cases", is_flag=True, help='FILE has lines of {"id", "clipping"}; write lines of {"id", "url"}.')
def command(
    source: str,
    title: str | None,
    published_on: datetime | None,
    publisher: str | None,
    one: bool,
    as_json: bool,
    cases: bool,
) -> None:
    """Repair the addresses in a text.

    The text is the argument itself, a file or standard input; a file of JSON lines is one text a line, with its own
    title, date and publisher. The first address of a text is the one it was most likely clipped from.
    """
    clues = Clues(title=title, published_on=published_on.date() if published_on else None, publisher=publisher)
    items = _items(source, clues)
    if cases:
        _answer(items)
        return
    found = ((item, repaired) for item in items for repaired in _repairs(item, one))
    if as_json:
        for item, repaired in found:
            click.echo(json_line(({"id": item.id} if item.id is not None else {}) | asdict(repaired)))
        return
    console, is_found = wide_console(), False
    for _, repaired in found:
        is_found = is_found or repaired.url_status != "absent"
        print_repair(console, repaired)
    if not is_found:
        raise click.ClickException(f"no address found{_hint(source)}")


def _repairs(item: Item, one: bool) -> list[Repair]:
    """The address a text was clipped from first, then its others in order."""
    lexicon = load_url_lexicon()
    first = repair(item.text, item.clues, lexicon)
    if one or first.url_status == "absent":
        return [first]
    return [first, *(other for other in find_addresses(item.text, lexicon) if other.start != first.start)]


def _answer(items: Iterator[Item]) -> None:
    lexicon = load_url_lexicon()
    for item in items:
        answer = {"id": item.id, "url": repair(item.text, item.clues, lexicon).url}
        click.echo(json.dumps(answer, ensure_ascii=False))


def _items(source: str, clues: Clues) -> Iterator[Item]:
    if source != "-" and not _is_file(source):
        yield Item(source, clues)
        return
    try:
        text = decode_text(one_input(source).data).text
    except Reject as error:
        raise click.ClickException(f"{shown_name(source)}: {error.detail}") from error
    if text.lstrip().startswith("{"):
        yield from _json_lines(text, source, clues)
    else:
        yield Item(text, clues)


def _is_file(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # a text too long, or with a null character, for a file's name
        return False


def _json_lines(text: str, source: str, clues: Clues) -> Iterator[Item]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            raw = next(row[key] for key in TEXT_KEYS if isinstance(row.get(key), str))
        except (ValueError, AttributeError, StopIteration) as error:
            what = f"a JSON object with a text under one of {', '.join(TEXT_KEYS)}"
            raise click.ClickException(f"{shown_name(source)}: line {number} is not {what}") from error
        yield Item(raw, _clues_of(row, clues), row.get("id"))


def _clues_of(row: dict[str, Any], clues: Clues) -> Clues:
    """A line's own clues; those of the command line where it has none."""
    published_on = clues.published_on
    with suppress(ValueError):
        published_on = date.fromisoformat(str(row.get("published_on") or row.get("date") or "")[:10])
    return Clues(
        title=row.get("title") or clues.title,
        published_on=published_on,
        publisher=row.get("publisher") or clues.publisher,
    )


def _hint(source: str) -> str:
    is_path_like = source != "-" and not _is_file(source) and " " not in source and ("/" in source or "." in source)
    return f" in {source!r}, and there is no file of that name" if is_path_like else ""
