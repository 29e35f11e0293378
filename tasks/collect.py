"""collect: finds the references in what a user gave and repairs their address; opens no connection."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from tasks.core.article.evernote import read_notes
from tasks.core.article.reading import read_article
from tasks.core.article.record import Article
from tasks.core.clipping import Clipping, read_clipping
from tasks.core.encoding import decode
from tasks.core.feed import Entry, read_feed
from tasks.core.formats import decode_text, format_of, is_saved_page, listed_lines
from tasks.core.page.model import BlockModel
from tasks.core.reading_list import read_reading_list
from tasks.core.sitemap import read_sitemap
from tasks.core.url.host import parted, publisher_of
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.repair import Clues, Repair, repair
from tasks.io.article_model import load_article_model
from tasks.io.inputs import Input
from tasks.io.warc.scan import pages_in
from tasks.tables.outcome import Outcome, rejection
from tasks.tables.records import Reference, Rejection
from tasks.tables.run import Run
from tasks.tables.values import Reject

LONGEST_CLIPPING = 1_000_000  # characters; the longest articles of magazines have a tenth


@dataclass(frozen=True, slots=True)
class _Source:
    """An input, how it was read, and what its references are made with."""

    given: Input
    lexicon: UrlLexicon
    now: datetime
    text: str = ""
    encoding: str | None = None


def collect(inputs: Iterable[Input], lexicon: UrlLexicon, run: Run) -> Outcome[Reference]:
    """References of some inputs, each id once; an input that gives none is rejected with the reason."""
    kept: dict[str, Reference] = {}
    rejected: list[Rejection] = []
    for given in inputs:
        try:
            for reference in references_of(given, lexicon, run.started_at):
                kept.setdefault(reference.reference_id, reference)
        except Reject as error:
            rejected.append(rejection("collect", given.input_id, given.source, error, run.run_id, run.started_at))
    return Outcome(list(kept.values()), rejected)


def references_of(given: Input, lexicon: UrlLexicon, now: datetime) -> list[Reference]:
    """References in one input.

    Raises:
        Reject: the input cannot be read, is of no known format, or holds neither an address nor a text.
    """
    if given.refused is not None:
        raise given.refused
    if given.is_warc:
        pages = [Entry(uri) for uri in pages_in(Path(given.source))]
        if not pages:
            raise Reject("malformed_input", "a WARC file without a readable page: check the file")
        return [_of_entry(_Source(given, lexicon, now), i, page) for i, page in enumerate(pages)]
    if is_saved_page(given.data):
        page = read_article(given.data, _model())
        return [_of_saved_page(_Source(given, lexicon, now, decode(given.data).text, page.encoding), page)]
    decoded = decode_text(given.data)
    return _of_text(_Source(given, lexicon, now, decoded.text, decoded.encoding))


def _of_text(source: _Source) -> list[Reference]:
    kind = format_of(source.text)
    if kind in _LISTS:
        return [_of_entry(source, i, entry) for i, entry in enumerate(_LISTS[kind](source.text))]
    if kind == "notes":
        return _of_notes(source)
    if len(source.text) > LONGEST_CLIPPING:
        raise Reject("too_large", f"a text of {len(source.text):,} characters is no clipping of one article: split it")
    return [_of_clipping(source, read_clipping(source.text))]


def _list_entries(text: str) -> list[Entry]:
    return [Entry(line) for line in listed_lines(text)]


_LISTS: dict[str, Callable[[str], list[Entry]]] = {
    "list": _list_entries,
    "feed": read_feed,
    "sitemap": read_sitemap,
    "reading_list": read_reading_list,
}


def _of_notes(source: _Source) -> list[Reference]:
    notes = list(read_notes(source.text, _model()))
    if not notes:
        raise Reject(
            "malformed_input", "an Evernote export without a note that holds a text or an address: check the file"
        )
    return [_of_saved_page(source, note, position) for position, note in enumerate(notes)]


def _of_entry(source: _Source, position: int, entry: Entry) -> Reference:
    clues = Clues(title=entry.title, published_on=entry.published_on, publisher=entry.publisher)
    return _reference(source, position, entry.raw, repair(entry.raw, clues, source.lexicon), clues, None)


def _of_clipping(source: _Source, clipping: Clipping) -> Reference:
    clues = Clues(title=clipping.title, published_on=clipping.published_on, publisher=clipping.publisher)
    repaired = repair(source.text, clues, source.lexicon)
    if repaired.url is None and not clipping.body:
        raise Reject("no_address", "neither an address nor a text of an article: paste one of them")
    return _reference(source, 0, source.text, repaired, clues, clipping)


def _of_saved_page(source: _Source, page: Article, position: int = 0) -> Reference:
    """A saved page or mail is a clipping that knows more of itself; it need not be fetched again to be read."""
    clues = Clues(title=page.title, published_on=page.published_on, publisher=page.publisher)
    clipping = Clipping(
        title=page.title,
        authors=page.authors,
        publisher=page.publisher,
        published_on=page.published_on,
        published_rule=page.published_rule,
        published_at=page.published_at,
        body=page.text,
        links=page.links,
        captions=page.captions,
        headings=page.headings,
        address_text=page.url or "",
    )
    repaired = repair(clipping.address_text, clues, source.lexicon)
    return _reference(source, position, source.text, repaired, clues, clipping)


@cache
def _model() -> BlockModel:
    return BlockModel(load_article_model())


def _reference(
    source: _Source, position: int, raw: str, repaired: Repair, clues: Clues, clipping: Clipping | None
) -> Reference:
    given, publishers = source.given, source.lexicon.publishers
    digest = hashlib.sha256(f"reference:{given.name}:{position}:{raw}".encode(errors="replace"))
    is_exact = clipping is None or raw.encode(errors="replace") == given.data
    return Reference(
        reference_id=digest.hexdigest()[:24],
        source=given.source,
        position=position,
        raw=raw,
        raw_bytes=None if is_exact else given.data,
        encoding=source.encoding,
        raw_url=repaired.raw_url,
        url=repaired.url,
        url_status=repaired.url_status,
        candidates=list(repaired.candidates),
        title=clues.title,
        authors=clipping.authors if clipping else [],
        published_on=clues.published_on,
        published_rule=clipping.published_rule if clipping else None,
        published_at=clipping.published_at if clipping else None,
        publisher=clues.publisher or publisher_of(parted(repaired.url or "").hostname or "", publishers),
        body=clipping.body if clipping else None,
        links=clipping.links if clipping else [],
        captions=clipping.captions if clipping else [],
        headings=clipping.headings if clipping else [],
        collected_at=source.now,
    )
