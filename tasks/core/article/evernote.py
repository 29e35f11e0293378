"""Evernote's exports (`.enex`) as articles, one a note."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tasks.core.article.record import Article
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.core.text import one_line

_NOTE = re.compile(r"<note>(.*?)(?:</note>|\Z)", re.DOTALL)
_CONTENT = re.compile(r"<content[^<>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>\s*)?</content>", re.DOTALL)


def read_notes(text: str, model: BlockModel, latest: date | None = None) -> Iterator[Article]:
    """The article of each note that holds a text or an address; the note's own fields go before what is read."""
    for note in _NOTE.findall(text):
        content = _CONTENT.search(note)
        fields = note[: content.start()] + note[content.end() :] if content else note
        url = _field(fields, "source-url")
        article = read_page(content[1] if content else "", model, url, latest)
        if article.text or url:
            authors = [_field(fields, "author")] if _field(fields, "author") else article.authors
            yield replace(article, title=_field(fields, "title") or article.title, authors=authors, url=url or None)


def _field(fields: str, name: str) -> str:
    found = re.search(rf"<{name}>(.*?)</{name}>", fields, re.DOTALL)
    return one_line(html.unescape(found[1])) if found else ""
