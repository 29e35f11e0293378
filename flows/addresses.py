"""What commands say alike of a repaired address: its columns, and for a person the candidates with their evidence."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tasks.core.article.record import Article
from tasks.core.formats import decode_text
from tasks.core.url.repair import Clues, Repair, repair
from tasks.io.lexicons import load_url_lexicon

STATUS_STYLES = {"intact": "green", "repaired": "green", "ambiguous": "yellow", "unrecoverable": "red"}


def repair_of(clipping: bytes, article: Article) -> Repair:
    """The address a clipping was taken from, by its text and what was read of it."""
    clues = Clues(title=article.title, published_on=article.published_on, publisher=article.publisher)
    return repair(decode_text(clipping).text, clues, load_url_lexicon())


def address_columns(repaired: Repair) -> dict[str, Any]:
    """The columns of `references` on the address."""
    return {name: getattr(repaired, name) for name in ("raw_url", "url", "url_status", "candidates")}


def print_repair(console: Console, repaired: Repair) -> None:
    """What a person reads of an address: how it was found, and each candidate with its reasons; nothing if absent."""
    if repaired.url_status == "absent":
        return
    status = Text(repaired.url_status, style=STATUS_STYLES[repaired.url_status])
    if repaired.is_short_link:
        status.append("  a short link: only the network knows where it leads", style="dim")
    if repaired.archived_at:
        status.append(f"  from a web archive's copy of {repaired.archived_at:%Y-%m-%d %H:%M} UTC", style="dim")
    table = Table("score", "candidate", "rules", "evidence", title_justify="left")
    for candidate in repaired.candidates:
        evidence = Text("\n".join(candidate.evidence), overflow="fold")
        address = Text(candidate.url, overflow="fold")
        table.add_row(f"{candidate.score:.3f}", address, Text("\n".join(candidate.rules)), evidence)
    found = repaired.url or "cannot be recovered: part of the address is lost"
    # Not broken to the width of the console: who copies an address wants it whole.
    console.print(Text(found, style="bold"), soft_wrap=True)
    console.print(status)
    console.print(Text(f"read from: {repaired.raw_url}", style="dim"), soft_wrap=True)
    console.print(table)
    console.print()
