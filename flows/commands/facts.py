"""`dateline facts`: the facts of one text, clipping, saved page or mail, as a table or JSON lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import click
from rich.console import Console
from rich.text import Text

from flows.json_lines import json_line
from flows.names import one_input, shown_name
from flows.output import facts_table, wide_console
from tasks.annotate import LANGUAGES, load_reader
from tasks.core.facts.main_fact import main_fact
from tasks.core.facts.reading import read_facts
from tasks.extract import read_payload
from tasks.tables.records import Fact
from tasks.tables.values import Reject


@click.command()
@click.argument("source", default="-", metavar="[FILE|-]")
@click.option(
    "--date", "published_on", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication, to which `Monday` refers."
)
@click.option("--json", "--jsonl", "as_json", is_flag=True, help="One JSON object a fact, with the columns of `facts`.")
@click.option("--explain", is_flag=True, help="Show the words and the rules of each fact.")
@click.option("--main", "only_main", is_flag=True, help="Only the fact that tells what the text is about.")
def command(source: str, published_on: datetime | None, as_json: bool, explain: bool, only_main: bool) -> None:
    """Extract the facts of one text, clipping, saved page or mail."""
    facts, title = _facts(source, published_on.date() if published_on else None)
    if only_main:
        top = main_fact(facts, title)
        facts = [top] if top else []
    if as_json:
        for fact in facts:
            click.echo(json_line(fact))
    elif explain:
        _explain(wide_console(), facts)
    else:
        wide_console().print(facts_table(facts))


def _facts(source: str, published_on: date | None) -> tuple[Sequence[Fact], str | None]:
    """The facts of an input, and its title."""
    try:
        article = read_payload(one_input(source).data)
        if not article.text:
            raise Reject("no_text", "no text of an article in it: give the article")
    except Reject as error:
        raise click.ClickException(f"{shown_name(source)}: {error.detail}") from error
    if article.language not in LANGUAGES:
        raise click.ClickException(
            f"{shown_name(source)}: the language is {article.language or 'unknown'}; facts are read from English only"
        )
    reading = read_facts("text", 1, article.text, published_on or article.published_on, load_reader())
    return reading.facts, article.title


def _explain(console: Console, facts: Sequence[Fact]) -> None:
    for number, fact in enumerate(facts, start=1):
        console.print(Text(f"{number}. {fact.evidence}", style="bold"))
        console.print(facts_table([fact]))
        for argument in fact.arguments:
            console.print(Text(f"   {argument.role}: {argument.surface}  {argument.entity_id or ''}"))
        console.print(
            Text(
                f"   {fact.polarity}, {fact.modality}, score {fact.score}; rules: {'; '.join(fact.rules)}", style="dim"
            )
        )
