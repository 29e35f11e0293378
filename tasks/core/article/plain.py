"""Clippings and plain texts as articles."""

from __future__ import annotations

from tasks.core.article.record import Article
from tasks.core.clipping import read_clipping
from tasks.core.date.instant import precision_of
from tasks.core.encoding import Decoded
from tasks.core.language import detect_language


def read_plain(decoded: Decoded) -> Article:
    """The article of a clipping or a plain text."""
    clipping = read_clipping(decoded.text)
    language, score = detect_language(clipping.body)
    return Article(
        title=clipping.title,
        authors=clipping.authors,
        publisher=clipping.publisher,
        published_at=clipping.published_at,
        published_on=clipping.published_on,
        published_rule=clipping.published_rule,
        published_precision=precision_of(clipping.published_at) if clipping.published_on else None,
        language=language,
        language_score=score,
        encoding=decoded.encoding,
        text=clipping.body,
        captions=clipping.captions,
        links=clipping.links,
        headings=clipping.headings,
        verdict="article" if clipping.body else "stub",
    )
