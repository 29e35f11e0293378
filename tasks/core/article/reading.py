"""Bytes of any supported format to one article."""

from __future__ import annotations

import htmldate
import trafilatura
from trafilatura.settings import Document

from tasks.core.article.record import Article
from tasks.core.date.line import find_days
from tasks.core.language import detect_language
from tasks.core.paragraph import Paragraph, assemble
from tasks.core.text import mend, one_line
from tasks.tables.values import Reject


def read_article(payload: bytes, charset: str | None = None, media_type: str | None = None, url: str = "") -> Article:
    """The article of a page.

    Raises:
        Reject: nothing to read, or no text in it.
    """
    if not payload.strip():
        raise Reject("empty_input", "the page is empty")
    html = payload.decode(charset or "utf-8", errors="replace")
    found = trafilatura.bare_extraction(html, url=url or None, include_comments=False, with_metadata=True)
    if not isinstance(found, Document) or not found.text:
        raise Reject("no_text", "no article was found in the page")
    lines = [one_line(mend(line)) for line in found.text.split("\n")]
    body = assemble(Paragraph(line) for line in lines if line != found.title)
    language, score = detect_language(body.text)
    day = htmldate.find_date(html, url=url or None, original_date=True)
    return Article(
        title=found.title,
        authors=(found.author or "").split("; ") if found.author else [],
        publisher=found.sitename,
        published_on=next((day for _, _, day in find_days(day or "")), None),
        published_rule="htmldate" if day else None,
        published_precision="day" if day else None,
        language=language,
        language_score=score,
        encoding=charset or "utf-8",
        text=body.text,
        links=body.links,
        headings=body.headings,
    )
