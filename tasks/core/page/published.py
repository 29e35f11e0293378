"""When a page was published and last changed: every statement found, in the order they are believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from tasks.core.date.instant import Moment, read_moment
from tasks.core.date.line import find_days
from tasks.core.page.blocks import Block
from tasks.core.page.head import Head, texts_of
from tasks.tables.values import Precision

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
_IN_SCRIPT = re.compile(
    r"\b(?:date_?published|(?:first_?)?publish(?:ed)?_?(?:at|date|time|on)|pub_?date|publication_?date|date_?created|"
    r"created_?at|showdate)\b[\"']?\s*[:=(]\s*[\"']([^\"'<>]{8,40})[\"']",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"^(?:joined|join date|member since|registered|registriert|inscrit)\b", re.IGNORECASE)
_WEST, _EAST = timedelta(hours=11), timedelta(hours=13)  # the zones furthest from UTC that have newspapers
_VISIBLE = ("date_line", "named_element")
_MOST = 8  # statements looked at
_EARLIEST = date(1990, 1, 1)
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


@dataclass(frozen=True, slots=True)
class Published:
    """What was decided, and every statement as (rule, day)."""

    on: date | None
    at: datetime | None
    rule: str | None
    precision: Precision | None
    modified_at: datetime | None
    candidates: list[tuple[str, date]]


def read_published(page: Page, latest: date | None) -> Published:
    """The publication of a page. A day before 1990 or after `latest` (when the page was fetched) is doubted."""
    found = _enough(_statements(page), latest)
    modified = _modified(page)
    at = modified.at if modified else None
    candidates = [(rule, moment.day) for rule, moment in found]
    believed = [(rule, moment) for rule, moment in found if _credible(moment.day, latest)]
    if not believed:
        return Published(None, None, None, None, at, candidates)
    rule, moment = believed[0]
    return Published(_local_day(moment, believed), moment.at, rule, moment.precision, at, candidates)


def _enough(statements: Iterator[tuple[str, Moment]], latest: date | None) -> list[tuple[str, Moment]]:
    """Statements until one is believed whose day needs no second opinion."""
    found: list[tuple[str, Moment]] = []
    for rule, moment in islice(statements, _MOST):
        found.append((rule, moment))
        believed = [(r, m) for r, m in found if _credible(m.day, latest)]
        if believed and (not _in_utc(believed[0][1]) or any(r in _VISIBLE for r, _ in believed)):
            break
    return found


def _in_utc(moment: Moment) -> bool:
    return moment.at is not None and moment.is_utc


def _local_day(moment: Moment, believed: list[tuple[str, Moment]]) -> date:
    """The day in the outlet's own zone: where the instant is told in UTC, the day the page or its address shows."""
    if moment.at is None or not moment.is_utc:
        return moment.day
    at = moment.at
    reachable = {(at - _WEST).date(), at.date(), (at + _EAST).date()}
    near = {rule: other.day for rule, other in reversed(believed) if other.day in reachable}
    return next((near[rule] for rule in (*_VISIBLE, "url") if rule in near), moment.day)


def _statements(page: Page) -> Iterator[tuple[str, Moment]]:
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
    yield from _near_title(page)
    if moment := _modified(page):
        yield "modified", moment


def _near_title(page: Page) -> Iterator[tuple[str, Moment]]:
    """Date lines around the headline, the first `time` elements, dates in scripts, then the first date of the text."""
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
    for match in islice(_IN_SCRIPT.finditer(page.html), 3):
        if moment := read_moment(match[1], day_first):
            yield "script", moment
    for block in blocks[at:]:
        if moment := _visible(block.text[:300], day_first):
            yield "text", moment


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


def _modified(page: Page) -> Moment | None:
    head = page.head
    texts = [*texts_of(head.article.get("dateModified"))[:1], *(head.metas[n] for n in _MODIFIED if n in head.metas)]
    return next(filter(None, (read_moment(text, page.day_first) for text in texts)), None)


def _credible(day: date, latest: date | None) -> bool:
    return day >= _EARLIEST and (latest is None or (day - latest).days <= 1)


def day_first(language: str | None) -> bool | None:
    """Whether 01/02 is the first of February: so in every language but American English, where nothing is told."""
    if not language:
        return None
    code = language.lower().replace("_", "-")
    if code in ("en-us", "en-ph"):
        return False
    return None if code == "en" else True
