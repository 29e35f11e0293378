"""Where a page tells programs when it was published: linked data, meta elements, marked elements, address, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tasks.core.date.instant import Moment, read_moment
from tasks.core.date.months import month_number
from tasks.core.date.order import DayFirst
from tasks.core.date.stems import find_stems
from tasks.core.page.head import Head, texts_of
from tasks.core.page.markup.block import Block, Menu
from tasks.core.text import bare

Statement = tuple[str, Moment]
# Names of meta elements in the order they are believed; written here with letters alone, for every program parts their
# words by another mark (`published-date`, `published_date`, `article:published_time`).
_PUBLISHED = (
    "articlepublishedtime", "articlepublished", "ogarticlepublishedtime", "ogpublishedtime", "datepublished",
    "parselypubdate", "sailthrudate", "pubdate", "publishdate", "publisheddate", "publicationdate",
    "articlepublishdate", "articlepublisheddate", "articlepublicationdate", "published", "publishedat", "publishedon",
    "publishedtime", "publishtime", "firstpublished", "firstpublishedat", "articledateoriginal", "rnewsdatepublished",
    "cxenseparserecspublishtime", "cxenseparsepublishtime", "dcdateissued", "dctermsissued", "dctermscreated",
    "dcdatecreated", "dctermsdate", "dcdate", "dccreated", "citationpublicationdate", "citationonlinedate",
    "citationdate", "btpubdate", "ptime", "shareaholicarticlepublishedtime", "originalpublicationdate",
    "originalpublishdate", "displaydate", "articledate", "releasedate", "sdate", "postdate", "created", "datecreated",
    "creationdate", "eomportallastupdate", "date",
)  # fmt: skip
_MODIFIED = (
    "articlemodifiedtime", "ogupdatedtime", "datemodified", "dctermsmodified", "dcdatemodified", "lastmodified",
    "articlemodifieddate", "lastmod", "modified", "modifieddate", "updatedtime", "revised",
)  # fmt: skip
_LETTERS = re.compile(r"[^a-z]+")
_IN_URL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])|[/_-]([1-9])[/_-]([1-9]|[12]\d|3[01])|"
    r"[/_-](0[1-9]|1[0-2])[/_-]([1-9])(?=[/_-]))(?!\d)"
)
_NAMED_IN_URL = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?=/)", re.IGNORECASE)
# Scripts in attributes and strings write their quotation marks in other ways.
_IN_SCRIPT = re.compile(
    rb"(?<![a-z])(?=[acdfps])(?:article_?publication_?date|"
    rb"dat[ea]_?(?:de_?)?(?:cr(?:e|\xc3[\x89\xa9])ation|publi[cz][\w\x80-\xff]{3,12}|parution)|"
    rb"fecha_?publicaci(?:o|\xc3[\x93\xb3])n|date_?published|(?:first_?publish|publish)(?:ed)?_?(?:at|date|time|on)|"
    rb"pub_?date|publication_?date|date_?created|created_?at|showdate)\b(?:\\?[\"']|&quot;)?\s*[:=(]\s*"
    rb"(?:\\?[\"']|&quot;)([^\"'<>&\\]{8,40})(?:\\?[\"']|&quot;)",
    re.IGNORECASE,
)
# What the names have in common, looked for first: 40 times as fast as the pattern alone.
_STEMS = (b"ubli", b"UBLI", b"date", b"Date", b"reat")
# From a stem to the quotation mark before a value; most stems stand in running words and lead to none.
_LEADS = re.compile(rb"[\w\x80-\xff]{4,24}(?:\\?[\"']|&quot;)?\s*[:=(]\s*(?:\\?[\"']|&quot;)")
_BEFORE_STEM, _BEHIND_STEM = 20, 90  # bytes
_MOST_STEMS = 2000
_MOST_SCRIPTED = 3
_COMMENT = re.compile(
    r"(?:^|\s)(?:comments?(?:[_-]*(?:list|area|body|item|content|meta\w*|author|thread|section|wrap\w*))?|commentlist)(?=\s|$)",
    re.IGNORECASE,
)
_LEVELS = 5  # elements around a marked date


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page, and what its metadata is looked for in.

    `headline` is the place of its block, `menus` are the elements left out of `blocks`.
    """

    html: bytes
    tree: LexborHTMLParser
    head: Head
    blocks: Sequence[Block]
    title: str
    headline: int
    url: str
    day_first: DayFirst
    menus: Sequence[Menu] = ()


def stated(page: Page) -> Iterator[Statement]:
    """Linked data, meta elements, marked elements, the address: in the order they are believed."""
    head, day_first, url = page.head, page.day_first, page.url
    is_told = False
    for key in ("datePublished", "dateCreated", "uploadDate"):
        for text in texts_of(head.article.get(key))[:1]:
            if moment := read_moment(text, day_first):
                is_told = True
                yield f"linked_data:{key}", moment
    names = _by_letters(head)
    for name in _PUBLISHED:
        if (found := names.get(name)) and (moment := read_moment(head.metas[found], day_first)):
            is_told = True
            yield f"meta:{found}", moment
    for node in head.dated[:4]:
        if not is_told and is_of_other(node, page.title):
            continue
        attributes = node.attributes
        text = attributes.get("datetime") or attributes.get("content") or attributes.get("title") or node.text()
        if moment := read_moment(text, day_first):
            yield "itemprop:datePublished", moment
    if moment := of_url(head.canonical or url) or of_url(url):
        yield "url", moment


def is_of_other(node: LexborNode, title: str) -> bool:
    """Whether an element is a comment's, or the heading nearest to it is a link and not the page's own."""
    around = node.parent
    for _ in range(_LEVELS):
        if around is None or around.tag in ("main", "body"):
            break
        if _COMMENT.search(f"{around.attributes.get('class')} {around.attributes.get('id')}"):
            return True
        if heading := around.css_first("h1,h2,h3,h4,h5"):
            link = heading.css_first("a[href]")
            leads_away = link is not None and (link.attributes.get("href") or "").strip("#/") != ""
            return leads_away and around.css_first("h1") is None and bare(heading.text()) != bare(title)
        around = around.parent
    return False


def scripted(page: Page) -> Iterator[Statement]:
    """Dates that scripts name, in order."""
    found: dict[int, bytes] = {}
    for at in islice(find_stems(page.html, _STEMS), _MOST_STEMS):
        if _LEADS.match(page.html, at):
            for match in _IN_SCRIPT.finditer(page.html, max(0, at - _BEFORE_STEM), at + _BEHIND_STEM):
                found[match.start()] = match[1]
    for _, text in sorted(found.items())[:_MOST_SCRIPTED]:
        if moment := read_moment(text.decode(errors="replace"), page.day_first):
            yield "script", moment


def modified(page: Page) -> Statement | None:
    """When the page says it was last changed, and the rule."""
    head, names = page.head, _by_letters(page.head)
    stated = [("linked_data:dateModified", text) for text in texts_of(head.article.get("dateModified"))[:1]]
    stated += [(f"meta:{names[name]}", head.metas[names[name]]) for name in _MODIFIED if name in names]
    read = ((rule, read_moment(text, page.day_first)) for rule, text in stated)
    return next(((rule, moment) for rule, moment in read if moment), None)


def of_url(url: str) -> Moment | None:
    """The day that stands in an address.

    >>> of_url("https://news.example/world/2020/oct/12/ships").day
    datetime.date(2020, 10, 12)
    """
    found = [(match[1], *filter(None, match.groups()[1:])) for match in _IN_URL.finditer(url)]
    found += [(match[1], str(month_number(match[2]) or 0), match[3]) for match in _NAMED_IN_URL.finditer(url)]
    for year, month, day in found:
        try:
            return Moment(date(int(year), int(month), int(day)), None, "day")
        except ValueError:
            continue
    return None


def _by_letters(head: Head) -> dict[str, str]:
    """The names of meta elements by their letters alone; the first of each."""
    return {_letters_of(name): name for name in reversed(head.metas)}


@lru_cache(maxsize=4096)
def _letters_of(name: str) -> str:
    """The name without marks between its words; few names recur on all pages."""
    return _LETTERS.sub("", name)
