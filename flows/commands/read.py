"""`dateline read`: one page, mail or clipping as a clean document, or a folder of pages as JSON lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from click.core import ParameterSource

from flows.json_lines import json_line
from flows.names import one_input, shown_name
from tasks.core.article.record import Article
from tasks.core.formats import is_saved_page
from tasks.core.packed import unpacked
from tasks.core.similarity import changed_sentences, containment
from tasks.extract import read_payload
from tasks.io.inputs import MAX_BYTES, read_listed
from tasks.tables.values import Reject

_FIELDS = (
    "title", "authors", "publisher", "published_at", "published_on", "published_rule", "published_precision",
    "modified_at", "url", "section", "declared_language", "language", "language_score", "encoding", "verdict", "text",
    "captions", "links", "headings", "corrections", "published_candidates", "rules",
)  # fmt: skip
_PACE_S = 0.2  # robots.txt, a redirect and one page are no crawl; what robots.txt asks for is still waited
_PAGES = (".html", ".htm", ".html.gz", ".htm.gz", ".mhtml", ".eml")


@click.command()
@click.argument("source", default="-", metavar="[FILE|URL|-]")
@click.option("--url", default="", help="Address of the page, to which its links refer and which dates may stand in.")
@click.option("--allow-host", multiple=True, help="Host that need not be public (HOST, HOST:PORT or a network).")
@click.option(
    "--clipping", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Compare with a clipping."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--pages", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Read a folder of pages.")
@click.option("--jsonl", "as_lines", is_flag=True, help="With --pages: one JSON object a line, `id` the file's name.")
def command(
    source: str,
    url: str,
    allow_host: tuple[str, ...],
    clipping: Path | None,
    as_json: bool,
    pages: Path | None,
    as_lines: bool,
) -> None:
    """Read one page, mail or clipping as a clean document."""
    if pages:
        _refuse_others(url, clipping)
        _folder(pages)
        return
    if as_lines:
        raise click.UsageError("--jsonl goes with --pages DIR; for one document use --json")
    article, clipped = _one(source, url, allow_host)
    compared = _compared(clipping, article) if clipping else {}
    if as_json:
        click.echo(json_line(_row(article) | _address(article, clipped) | compared))
    else:
        _print(article, clipped, compared)


def _one(source: str, url: str, allow_hosts: tuple[str, ...]) -> tuple[Article, bytes]:
    """The article, and the bytes of a clipping, whose address is to be repaired: pages and mails say their own."""
    try:
        if source.startswith(("http://", "https://")):
            return _fetched(source, allow_hosts), b""
        data = unpacked(one_input(source).data, MAX_BYTES)
        article = read_payload(data, url=url)
        return article, b"" if article.url or is_saved_page(data) else data
    except Reject as error:
        raise click.ClickException(f"{shown_name(source)}: {error.detail}") from error


def _address(article: Article, clipped: bytes) -> dict[str, Any]:
    """The columns of `references` on the address; null where the page says it itself."""
    if not clipped:
        return {"raw_url": None, "url": article.url, "url_status": None, "candidates": []}
    from flows.addresses import address_columns, repair_of  # here, like what shows: a page needs neither

    return address_columns(repair_of(clipped, article))


def _print(article: Article, clipped: bytes, compared: Mapping[str, Any]) -> None:
    from flows.article import print_compared, print_head, print_text
    from flows.output import wide_console

    console = wide_console()
    print_head(console, article)
    if clipped:
        from flows.addresses import print_repair, repair_of

        print_repair(console, repair_of(clipped, article))
    print_text(console, article)
    print_compared(console, compared)


def _compared(clipping: Path, article: Article) -> dict[str, Any]:
    """How much of a pasted text the page holds, and which sentences were dropped or added since."""
    try:
        pasted = read_payload(clipping.read_bytes()).text
    except Reject as error:
        raise click.ClickException(f"{clipping}: {error.detail}") from error
    return {
        "clipping_match": containment(pasted, article.text),
        "sentences_dropped": changed_sentences(pasted, article.text),
        "sentences_added": changed_sentences(article.text, pasted),
    }


def _fetched(url: str, allow_hosts: tuple[str, ...]) -> Article:
    """The article at an address, fetched as a run fetches; nothing is kept."""
    # Imported here: most of the start-up of this command would be for what fetches.
    from tasks.io.fetch_options import FetchOptions
    from tasks.io.fetching import open_kit

    options = FetchOptions(allow_hosts=allow_hosts, archive=None, pace_s=_PACE_S)
    with TemporaryDirectory() as folder, open_kit(options, folder, lambda: datetime.now(UTC)) as kit:
        visit = kit.client.visit(url)
    if visit.payload is None or visit.answer is None or visit.outcome != "ok":
        raise click.ClickException(f"{url}: {visit.outcome}: {visit.detail or 'no answer'}")
    media_type, charset = visit.answer.media_type()
    return read_payload(visit.payload, charset, media_type, visit.answer.url, datetime.now(UTC).date())


def _refuse_others(url: str, clipping: Path | None) -> None:
    """Refuse what would be passed over in silence beside a folder."""
    context = click.get_current_context()
    is_given = context.get_parameter_source("source") == ParameterSource.COMMANDLINE
    if is_given or url or clipping:
        raise click.UsageError("--pages DIR reads a folder: give no file, address or clipping beside it")


def _folder(pages: Path) -> None:
    """Every page of a folder, on all cores, in the order of the names; what cannot be read is said on stderr."""
    from flows.folder import files_of, read_all

    files = files_of(pages, _PAGES)
    if not files:
        raise click.ClickException(
            f"{shown_name(str(pages))}: no page in it: its files must end in {', '.join(_PAGES)}"
        )
    seen: dict[str, str] = {}
    for path, (line, why) in zip(files, read_all(files, _read_file), strict=True):
        click.echo(line)
        other = seen.setdefault(_stem(path), path.name)
        twice = f"{shown_name(path.name)}: its id is that of {shown_name(other)} too: rename one"
        for said in filter(None, (why, twice if other != path.name else "")):
            click.echo(said, err=True)


def _read_file(path: Path) -> tuple[str, str]:
    """(the document as a line, why there is no text); as a line, for it is sent between processes faster than a row."""
    article, why = Article(verdict="stub"), ""
    try:
        given = read_listed(path)
        if given.refused:
            raise given.refused
        media_type = "text/html" if ".htm" in path.name.lower() else None
        article = read_payload(unpacked(given.data, MAX_BYTES), media_type=media_type)
    except Reject as error:
        why = f"{shown_name(path.name)}: {error.detail}"
    return json_line({"id": _stem(path), **_row(article)}), why


def _stem(path: Path) -> str:
    ending = max((end for end in _PAGES if path.name.lower().endswith(end)), key=len)
    return path.name[: -len(ending)]


def _row(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in _FIELDS}
