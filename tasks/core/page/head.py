"""What a page says of itself in its head: meta elements by name, linked data, links, the declared language."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tasks.core.page.nearly_json import read_linked
from tasks.core.text import one_line

_DEEPEST = 12
_MOST_TIMES = 8  # elements
# One query for all that may stand anywhere: going through a page's nodes takes ten times as long as a selector more.
_STATING = (
    'time[datetime],title,meta[content],script[type*="ld+json"],link[rel="canonical" s],a[rel~="category"],'
    '[itemprop="datePublished"],'
    'abbr.published,.published[title],time[itemprop="datePublished"],time[pubdate],time.published,time.entry-date'
)
_KINDS = ("property", "name", "itemprop", "http-equiv")
# Where linked data keeps nodes of the page itself, and where those of other pages.
_OWN, _LISTED = ("@graph", "mainEntity", "mainEntityOfPage"), ("itemListElement", "hasPart", "item")
_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|LiveBlog|Story|Opinion|Analysis)", re.IGNORECASE)
_NO_ARTICLE = frozenset(("", "website", "profile", "object", "blog"))  # values of `og:type`
_LESS = frozenset(("WebPage", "CreativeWork", "ItemPage", "VideoObject", "NewsVideo"))
_EPISODES = frozenset(("PodcastEpisode", "RadioEpisode"))  # a player in an article states one as well


@dataclass(slots=True)
class Head:
    """The page's own statements.

    `metas` by lower-case name, the first of each, others `repeated`; `own` are the linked-data nodes of the page,
    `linked` those of the pages it lists too; `article` is the node of the article, empty where none is; `dated` are
    elements marked as the day of publication, one with two marks twice; `times` are the first `time` elements that give
    theirs to programs; `filed` are links to a blog's categories.
    """

    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    own: list[dict[str, Any]] = field(default_factory=list)
    linked: list[dict[str, Any]] = field(default_factory=list)
    article: dict[str, Any] = field(default_factory=dict)
    repeated: dict[str, list[str]] = field(default_factory=dict)
    dated: list[LexborNode] = field(default_factory=list)
    times: list[LexborNode] = field(default_factory=list)
    filed: list[LexborNode] = field(default_factory=list)
    canonical: str | None = None
    canonical_rule: str = "link:canonical"
    language: str | None = None

    def kinds(self) -> set[str]:
        """The types of the page's own linked-data nodes."""
        return {kind for node in self.own for kind in types_of(node)}

    def claims_article(self) -> bool:
        """Whether the page calls itself an article, a video, a song: one thing, and no list of things."""
        kind = self.metas.get("og:type", "").lower()
        return bool(self.article) or kind not in _NO_ARTICLE or "article:published_time" in self.metas

    def meta(self, *names: str) -> tuple[str, str] | None:
        """(name, content) of the first of `names` that is there."""
        return next(((name, self.metas[name]) for name in names if self.metas.get(name)), None)

    def listed(self, name: str) -> list[str]:
        """Every content of the meta elements of one name, in order."""
        return [self.metas[name], *self.repeated.get(name, [])] if name in self.metas else []


def read_head(tree: LexborHTMLParser) -> Head:
    """Read a parsed page's statements about itself."""
    head = Head()
    scripts = _read_marked(tree, head)
    if not head.canonical:
        head.canonical, head.canonical_rule = head.metas.get("og:url"), "meta:og:url"
    root = tree.root
    stated = head.meta("content-language", "og:locale", "dc.language", "inlanguage")
    declared = root.attributes.get("lang") if root else None
    head.language = declared or (stated[1].replace("_", "-") if stated else None)
    listed: list[dict[str, Any]] = []
    for script in scripts:
        source = script.text(deep=True)
        data = read_linked(source)
        head.own += _nodes(data, _OWN, _DEEPEST)
        listed += _nodes(data, _LISTED, _DEEPEST)
    head.article = _article_of(head.own, listed, head.title)
    head.linked = head.own + listed
    return head


def _read_marked(tree: LexborHTMLParser, head: Head) -> list[LexborNode]:
    """Put what the elements of `_STATING` say into `head`, but for the scripts of linked data: these are returned."""
    scripts: list[LexborNode] = []
    title: LexborNode | None = None
    last = 0
    for node in tree.css(_STATING):  # an element comes once for each selector that it meets
        is_again, last = node.mem_id == last, node.mem_id
        tag, attributes = node.tag, node.attributes
        if is_again:
            head.dated.append(node)
        elif tag == "time" and "datetime" in attributes:  # by the first of the selectors
            if len(head.times) < _MOST_TIMES:
                head.times.append(node)
        elif tag == "title":
            title = title or node
        elif tag == "meta" and "content" in attributes:
            _add_meta(head, attributes)
        elif tag == "script":
            scripts.append(node)
        elif tag == "link" and head.canonical is None:
            head.canonical = (attributes.get("href") or "").strip()
        elif tag == "a" and "category" in (attributes.get("rel") or ""):
            head.filed.append(node)
        elif tag != "link":
            head.dated.append(node)
    head.title = one_line(title.text()) if title else ""
    return scripts


def _add_meta(head: Head, attributes: Mapping[str, str | None]) -> None:
    content = attributes["content"]
    value = html.unescape(content).strip() if content else ""
    for kind in _KINDS:
        if content and (name := attributes.get(kind)) and head.metas.setdefault(name.lower(), value) != value:
            head.repeated.setdefault(name.lower(), []).append(value)


def _article_of(linked: list[dict[str, Any]], listed: list[dict[str, Any]], title: str) -> dict[str, Any]:
    """The node of the article; one from a list of pages only where its headline is the page's."""
    strong = sorted(filter(_is_article, linked), key=lambda node: "datePublished" not in node)
    weak = [node for node in linked if _LESS & set(types_of(node)) and "datePublished" in node]
    weak += [
        node
        for node in linked
        if _EPISODES & set(types_of(node)) and any(text in title for text in texts_of(node.get("name")))
    ]
    own = [
        node for node in filter(_is_article, listed) if any(text in title for text in texts_of(node.get("headline")))
    ]
    return next(iter(strong + own + weak), {})


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLES.search(kind) for kind in types_of(node))


def named_by(head: Head, value: Any) -> list[str]:
    """The names of a linked-data value, nodes given only by their `@id` looked up."""
    found = texts_of(value)
    if found:
        return found
    ids = [
        item["@id"]
        for item in (value if isinstance(value, list) else [value])
        if isinstance(item, dict) and "@id" in item
    ]
    return [text for node in head.linked if node.get("@id") in ids for text in texts_of(node)]


def types_of(node: dict[str, Any]) -> list[str]:
    """The types of a linked-data node, prefixes dropped."""
    found = node.get("@type")
    listed = found if isinstance(found, list) else [found]
    return [kind.rpartition("/")[2] for kind in listed if isinstance(kind, str)]


def texts_of(value: Any) -> list[str]:
    """The names or plain texts of a linked-data value, whatever its nesting."""
    if isinstance(value, str):
        return [one_line(html.unescape(value))] if value.strip() else []
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value)]  # an instant in Unix time
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    if isinstance(value, dict):
        return texts_of(value.get("name") or value.get("@value"))
    return []


def _nodes(data: Any, keys: tuple[str, ...], depth: int) -> Iterator[dict[str, Any]]:
    """Nodes with a type, at the top and below `keys`; those of lists only where `keys` are the lists'."""
    if isinstance(data, dict) and depth:
        if "@type" in data and keys is _OWN:
            yield data
        for key in _OWN:
            yield from _nodes(data.get(key), keys, depth - 1)
        for key in _LISTED if keys is _LISTED else ():
            yield from _nodes(data.get(key), _OWN, depth - 1)
            yield from _nodes(data.get(key), _LISTED, depth - 1)
    elif isinstance(data, list) and depth:
        for item in data[:200]:
            yield from _nodes(item, keys, depth - 1)
