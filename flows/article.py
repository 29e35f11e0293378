"""How a person is shown a document: its title and what is known of it, its text, its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape

from tasks.core.article.record import Article


def print_head(console: Console, article: Article) -> None:
    """The title, and what is known of the document, a line each."""
    console.print(f"[bold]{escape(article.title or '(no title)')}[/bold]")
    for name, value in _facts(article):
        console.print(f"[dim]{name:>10}[/dim]  {escape(value)}", highlight=False)
    console.print()


def print_text(console: Console, article: Article) -> None:
    """The text, and below it what stands under its pictures."""
    # A terminal's lines are broken between words; a pipe gets the text as it is.
    console.print(article.text, markup=False, highlight=False, soft_wrap=not console.is_terminal)
    for caption in article.captions:
        credit = f" ({caption.credit})" if caption.credit else ""
        console.print(f"\n[dim]picture[/dim]  {escape(caption.text + credit)}", highlight=False)


def print_compared(console: Console, compared: Mapping[str, Any]) -> None:
    """How much of a clipping its page holds, and what was dropped from it or added since."""
    if compared:
        console.print(
            f"\n[bold]{compared['clipping_match']:.0%}[/bold] of the clipping stands in the page", highlight=False
        )
        for mark, name in (("-", "sentences_dropped"), ("+", "sentences_added")):
            for sentence in compared[name]:
                console.print(f"{mark} {sentence}", markup=False, highlight=False)


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    when = article.published_at or article.published_on
    shown = {
        "by": ", ".join(article.authors),
        "publisher": article.publisher or "",
        "published": f"{when} (from {article.published_rule})" if when else "",
        "changed": str(article.modified_at or ""),
        "address": article.url or "",
        "section": article.section or "",
        "language": f"{article.language} ({article.language_score})" if article.language else "",
        "encoding": article.encoding or "",
        "verdict": article.verdict,
    }
    yield from ((name, value) for name, value in shown.items() if value)
