"""Stage extract: captures, or the clipping's own text, to clean documents; adds nothing that is not there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from tasks.core.article.reading import read_article
from tasks.core.article.record import Article
from tasks.core.date.instant import precision_of
from tasks.core.formats import is_saved_page
from tasks.core.language import detect_language
from tasks.core.page.model import BlockModel
from tasks.core.repair_verdict import judge_repair
from tasks.core.similarity import containment
from tasks.core.text import words
from tasks.io.article_model import load_article_model
from tasks.tables.outcome import Outcome, rejection
from tasks.tables.records import Capture, Document, Reference
from tasks.tables.values import Dated, Reject, RejectReason, TextSource

_FETCHED = ("ok", "archived", "not_modified")
_NO_ARTICLE = ("consent", "soft_404")


def extract_documents(
    references: Sequence[Reference],
    captures: Mapping[str, Capture],
    payloads: Callable[[Capture], bytes],
    known: Mapping[str, Document],
    fingerprint: str,
    run_id: str,
    now: datetime,
) -> Outcome[Document]:
    """One document of each reference, or the reason why there is none.

    `captures` holds the latest capture by reference_id, `known` the latest revision by document_id. A text that did not
    change keeps its revision. A page that could not be had, or has no text, gives way to the clipping's own text.
    """
    outcome: Outcome[Document] = Outcome()
    latest = dict(known)
    for reference in references:
        try:
            document = _extract(reference, captures.get(reference.reference_id), payloads, fingerprint)
            document = _revised(document, latest.get(document.document_id))
        except Reject as error:
            given = reference.url or reference.raw_url or reference.source
            outcome.rejected.append(rejection("extract", reference.reference_id, given, error, run_id, now))
            continue
        latest[document.document_id] = document
        outcome.kept.append(document)
    return outcome


def document_id_of(reference: Reference) -> str:
    """Digest of the canonical address, or of the clipping's text where there is none: the same on every machine."""
    named = f"url:{reference.url}" if reference.url else f"text:{reference.body or reference.raw}"
    return hashlib.sha256(named.encode(errors="replace")).hexdigest()[:24]


def read_payload(
    payload: bytes,
    charset: str | None = None,
    media_type: str | None = None,
    url: str = "",
    latest: date | None = None,
) -> Article:
    """The article in the bytes of a page or file, by the model that ships; see `read_article`.

    Raises:
        Reject: empty, binary, or of no format read here. A page without an article gives an empty text.
    """
    return read_article(payload, _model(), charset, media_type, url, latest)


@cache
def _model() -> BlockModel:
    return BlockModel(load_article_model())


def _extract(
    reference: Reference, capture: Capture | None, payloads: Callable[[Capture], bytes], fingerprint: str
) -> Document:
    problem = _not_fetched(reference, capture)
    if capture and capture.outcome in _FETCHED:
        try:
            page = _of_capture(payloads(capture), capture)
        except Reject as error:
            problem = error
        else:
            source: TextSource = "archive" if capture.outcome == "archived" else "page"
            return _document(reference, capture, page, source, fingerprint)
    if not reference.body:
        raise problem
    return _document(reference, capture, _as_saved(_own_text(reference), reference), "clipping", fingerprint)


def _of_capture(payload: bytes, capture: Capture) -> Article:
    """The captured page; what is no article at all gives way to the clipping's text."""
    seen = capture.archived_at or capture.fetched_at
    page = read_payload(payload, capture.charset, capture.media_type, capture.final_url or "", seen.date())
    if not page.text or page.verdict in _NO_ARTICLE:
        raise Reject("no_text", f"the page is no article: {page.verdict}")
    return page


def _not_fetched(reference: Reference, capture: Capture | None) -> Reject:
    reason: RejectReason = "not_fetched" if reference.url else "no_text"
    why = f"{capture.outcome}: {capture.detail or 'no detail'}" if capture else "no attempt was made"
    return Reject(reason, f"the page was not fetched ({why}) and the reference holds no text of its own")


def _own_text(reference: Reference) -> Article:
    """The clipping's text as the article it was copied from."""
    language, score = detect_language(reference.body or "")
    return Article(
        title=reference.title,
        authors=reference.authors,
        publisher=reference.publisher,
        language=language,
        language_score=score,
        encoding=reference.encoding,
        text=reference.body or "",
        captions=reference.captions,
        links=reference.links,
        headings=reference.headings,
    )


def _as_saved(own: Article, reference: Reference) -> Article:
    """The text of a saved page with what the page says of itself besides, for which references have no column."""
    saved = reference.raw_bytes or reference.raw.encode(errors="replace")
    if not is_saved_page(saved):
        return own
    page = read_payload(saved, url=reference.url or "", latest=reference.collected_at.date())
    if page.title != reference.title:  # another of the documents in the file
        return own
    if page.verdict in _NO_ARTICLE:
        raise Reject("no_text", f"the saved page is no article: {page.verdict}")
    return replace(
        own,
        modified_at=page.modified_at,
        section=page.section,
        corrections=[note for note in page.corrections if note in own.text],
        published_candidates=page.published_candidates,
        rules=page.rules,
        verdict=page.verdict,
    )


def _dated(article: Article, reference: Reference) -> Article:
    """An article without a date of its own under the day the reference gives."""
    if reference.published_on is None:
        return article
    rule = reference.published_rule or "reference"
    return replace(
        article,
        published_on=reference.published_on,
        published_at=reference.published_at,
        published_rule=rule,
        published_precision=precision_of(reference.published_at),
    )


def _document(
    reference: Reference, capture: Capture | None, article: Article, source: TextSource, fingerprint: str
) -> Document:
    match = containment(reference.body or "", article.text) if source != "clipping" else None
    article = article if article.published_on else _dated(article, reference)
    return Document(
        document_id=document_id_of(reference),
        revision=1,
        reference_id=reference.reference_id,
        capture_id=capture.capture_id if capture else None,
        url=reference.url,
        title=article.title or reference.title,
        authors=article.authors or reference.authors,
        publisher=article.publisher or reference.publisher,
        published_at=article.published_at,
        published_on=article.published_on,
        published_rule=article.published_rule,
        published_precision=article.published_precision,
        published_candidates=[Dated(rule=rule, day=day) for rule, day in article.published_candidates],
        modified_at=article.modified_at,
        section=article.section,
        corrections=article.corrections,
        rules=[f"{column}:{rule}" for column, rule in article.rules.items()],
        language=article.language,
        language_score=article.language_score,
        encoding=article.encoding,
        text=article.text,
        text_source=source,
        text_digest=hashlib.sha256(article.text.encode(errors="replace")).hexdigest(),
        words=len(words(article.text)),
        captions=article.captions,
        links=article.links,
        headings=article.headings,
        verdict=article.verdict,
        clipping_match=match,
        repair_verdict=judge_repair(reference, article, match) if source != "clipping" else "unverified",
        fingerprint=fingerprint,
    )


def _revised(document: Document, known: Document | None) -> Document:
    """The document under its revision: the known one's where the text is the same, else the next."""
    if known is None:
        return document
    if known.reference_id != document.reference_id and not _is_better(document, known):
        raise Reject("duplicate", f"document {known.document_id} already comes from reference {known.reference_id}")
    same = known.text_digest == document.text_digest
    return replace(document, revision=known.revision if same else known.revision + 1)


def _is_better(document: Document, known: Document) -> bool:
    """Whether another reference's document should take the place of the known one: a page does of a pasted text."""
    return known.text_source == "clipping" and document.text_source != "clipping"
