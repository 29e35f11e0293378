"""What commands print alike for a person: facts as a table, days and names as one writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

NARROW, WIDE = 80, 120


def wide_console() -> Console:
    """Standard output; where it is a file or a pipe, 120 columns, since the 80 that rich takes cut tables short."""
    console = Console()
    return console if console.is_terminal or console.width != NARROW else Console(width=WIDE)


def facts_table(facts: Iterable[Any], title: str | None = None) -> Table:
    """Facts (records or rows) as a table: who, what, whom, where, when, source."""
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for name, ratio in (("who", 3), ("what", 6), ("whom", 3), ("where", 2), ("when", 4), ("source", 3)):
        table.add_column(name, ratio=ratio)
    for fact in facts:
        row = fact if isinstance(fact, Mapping) else asdict(fact)
        table.add_row(*(Text(cell or "") for cell in _cells(row)))
    return table


def days_of(fact: Mapping[str, Any]) -> str:
    """The days of a fact as a person writes them: one day, a span, or the year.

    >>> from datetime import date
    >>> days_of({"starts_on": date(1999, 1, 1), "ends_on": date(1999, 12, 31), "time_precision": "year"})
    '1999'
    """
    start, end = fact["starts_on"], fact["ends_on"]
    if start is None or start == end:
        return str(start or "")
    return str(start.year) if fact["time_precision"] == "year" else f"{start or ''} to {end or ''}"


def _cells(fact: Mapping[str, Any]) -> list[str | None]:
    arguments = sorted(fact["arguments"], key=lambda a: a["start"])
    known = [a["surface"] for a in arguments if a["role"] in ("equipment", "event")]
    actor = _named(fact, "actor")
    roles = ("object", "equipment", "instrument") if actor else ("object",)
    things = [a["surface"] for a in arguments if a["role"] in roles]
    what = fact["predicate"] if fact["polarity"] == "affirmed" else f"not: {fact['predicate']}"
    told = [thing for thing in things if not thing.lower().endswith(what.split()[-1])]
    what += "".join(f" {thing}" for thing in told[:1])
    marks = [fact["event_type"], fact["modality"] if fact["modality"] != "actual" else None]
    what += "".join(f" [{mark}]" for mark in marks if mark)
    return [actor or "".join(known[:1]), what, _named(fact, "recipient"), fact["place"], days_of(fact), fact["source"]]


def _named(fact: Mapping[str, Any], role: str) -> str:
    """All who have a role: the first by its name, the others in the text's words, as is one without a name (`they`)."""
    words = [a["surface"] for a in fact["arguments"] if a["role"] == role]
    return ", ".join(dict.fromkeys([fact[role] or words[0], *words[1:]])) if words else ""
