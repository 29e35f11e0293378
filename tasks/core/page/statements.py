"""Where a page tells when it was published: stated for programs, shown to readers, hidden in scripts and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from tasks.core.date.instant import Moment, read_moment
from tasks.core.date.line import find_days
from tasks.core.page.blocks import Block
from tasks.core.page.head import Head, texts_of

Statement = tuple[str, Moment]
_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "published_date",
    "publication_date", "publication-date", "date_published", "published", "published_time", "article_date_original",
    "article.published", "rnews:datepublished", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc.created",
    "citation_publication_date", "citation_date", "bt:pubdate", "ptime", "shareaholic:article_published_time",
    "originalpublicationdate", "displaydate", "release_date", "sdate", "created", "datecreated",
    "eomportal-lastupdate", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "lastmod", "modified", "updated_time", "revised", "lastmodified",
)  # fmt: skip
_IN_URL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_.-]?"
    r"(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?!\d)"
)
_NAMED = (
    'time[itemprop="datePublished"],[itemprop="datePublished"],time[pubdate],time.published,time.entry-date,'
    "abbr.published,.published[title]"
)
_NAME = re.compile(
    r"dat(?:e|um|a|ed)|time|publi|post(?:ed|ing|ed-?on)|byline|meta|info|fecha|дата|created|stamp|data$", re.IGNORECASE
)
# The first letters stand before the check that a word begins: a pattern that begins with a check is searched for at
# every character, three times as slow.
_IN_SCRIPT = re.compile(
    r"[cdfps](?<!\w.)(?:ate_?published|(?:irst_?publish|ublish)(?:ed)?_?(?:at|date|time|on)|ub_?date|ublication_?date|"
    r"ate_?created|reated_?at|howdate)\b[\"']?\s*[:=(]\s*[\"']([^\"'<>]{8,40})[\"']",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"^(?:joined|join date|member since|registered|registriert|inscrit)\b", re.IGNORECASE)
_NEAR_TITLE = 14  # blocks around the headline in which a date line is looked for


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page and what its date is looked for in."""

    html: str
    tree: LexborHTMLParser
    head: Head
    blocks: Sequence[Block]
    title: str
    url: str
    day_first: bool | None


def stated(page: Page) -> Iterator[Statement]:
    """Linked data, meta elements, marked elements, the address: in the order they are believed."""
    head, tree, day_first, url = page.head, page.tree, page.day_first, page.url
    for key in ("datePublished", "dateCreated", "uploadDate"):
        for text in texts_of(head.article.get(key))[:1]:
            if moment := read_moment(text, day_first):
                yield f"linked_data:{key}", moment
    for name in _PUBLISHED:
        if (content := head.metas.get(name)) and (moment := read_moment(content, day_first)):
            yield f"meta:{name}", moment
    for node in tree.css(_NAMED)[:4]:
        attributes = node.attributes
        text = attributes.get("datetime") or attributes.get("content") or attributes.get("title") or node.text()
        if moment := read_moment(text or "", day_first):
            yield "itemprop:datePublished", moment
    if moment := _of_url(head.canonical or url) or _of_url(url):
        yield "url", moment


def shown(page: Page) -> Iterator[Statement]:
    """Date lines around the headline, the first `time` elements, short elements named after dates."""
    tree, blocks, day_first = page.tree, page.blocks, page.day_first
    at = _title_place(blocks, page.title)
    near = sorted(range(max(0, at - 5), min(len(blocks), at + _NEAR_TITLE)), key=lambda i: abs(i - at) + 3 * (i < at))
    for index in near:
        if _may_be_date_line(blocks, index) and (moment := _visible(blocks[index].text, day_first)):
            yield "date_line", moment
    for node in tree.css("time[datetime]")[:3]:
        if moment := read_moment(node.attributes.get("datetime") or "", day_first):
            yield "time_element", moment
    for block in blocks:
        if len(block.text) <= 120 and _NAME.search(block.frame.names) and (moment := _visible(block.text, day_first)):
            yield "named_element", moment


def hidden(page: Page) -> Iterator[Statement]:
    """Dates that scripts name, the dates of the text, and the day of the last change."""
    for match in islice(_IN_SCRIPT.finditer(page.html), 3):
        if moment := read_moment(match[1], page.day_first):
            yield "script", moment
    for block in page.blocks[_title_place(page.blocks, page.title) :]:
        if moment := _visible(block.text[:300], page.day_first):
            yield "text", moment
    if moment := modified(page):
        yield "modified", moment


def _may_be_date_line(blocks: Sequence[Block], index: int) -> bool:
    """Short, no heading, and not when a forum's member joined."""
    block, above = blocks[index], blocks[index - 1].text if index else ""
    is_heading = block.frame.tag[0] == "h" and block.frame.tag[1:].isdigit()
    return len(block.text) <= 160 and not is_heading and not _MEMBER.search(above) and not _MEMBER.search(block.text)


def _title_place(blocks: Sequence[Block], title: str) -> int:
    headings = [i for i, block in enumerate(blocks) if block.frame.tag == "h1"]
    titled = [i for i, block in enumerate(blocks) if title and block.text == title]
    return next(iter([i for i in titled if i in headings] or headings or titled), 0)


def _visible(text: str, day_first: bool | None) -> Moment | None:
    day = next((day for _, _, day in find_days(text, day_first)), None)
    return Moment(day, None, "day") if day else None


def _of_url(url: str) -> Moment | None:
    for match in _IN_URL.finditer(url):
        try:
            return Moment(date(int(match[1]), int(match[2]), int(match[3])), None, "day")
        except ValueError:
            continue
    return None


def modified(page: Page) -> Moment | None:
    """When the page says it was last changed."""
    head = page.head
    texts = [*texts_of(head.article.get("dateModified"))[:1], *(head.metas[n] for n in _MODIFIED if n in head.metas)]
    return next(filter(None, (read_moment(text, page.day_first) for text in texts)), None)
