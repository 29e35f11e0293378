"""Who wrote a page, as printed: people, without roles, agencies, addresses and the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser

from tasks.core.page.blocks import Block
from tasks.core.page.head import Head, named_by
from tasks.core.text import mend, one_line

_METAS = (
    "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "citation_author", "cxenseparse:author", "og:article:author", "twitter:creator", "article.author",
)  # fmt: skip
_MARKED = (
    '[rel="author"],[itemprop="author"] [itemprop="name"],[itemprop="author"],.author-name,.byline-name,.byline__name,'
    ".author"
)
_BYLINE = re.compile(
    r"^(?:(?:written|words|story|reported|report|text)\s+by|by|von|par|por|di|od|автор|текст|autor|auteur|author)\b[\s:]+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;/|&\n]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b|\bwith\b)\s*")
_NO_PERSON = re.compile(
    r"https?:|www\.|@|\d{2}|\b(?:staff|team|desk|editors?|editorial|newsroom|redaktion|redacción|rédaction|redazione|редакция|"
    r"reporters?|correspondents?|writers?|contributors?|agency|agencies|agence|news|press|reuters|afp|associated|bloomberg|"
    r"tass|interfax|dpa|ansa|efe|pti|xinhua|admin|administrator|webmaster|guest|anonymous|unknown|media|magazine|times|"
    r"post|daily|journal|tribune|gazette|herald|network|online|digital|group|inc|llc|ltd|gmbh|company|published|updated|"
    r"minutes?|read|share|follow|subscribe|director|manager|professor|president|chief)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:dr|prof|mr|mrs|ms|sir|dame)\.?\s+", re.IGNORECASE)
_LONGEST = 60
_MOST = 12


def read_authors(
    tree: LexborHTMLParser, head: Head, blocks: Sequence[Block], publisher: str | None
) -> tuple[list[str], str | None]:
    """(names, the rule that found them) of the first statement that names a person."""
    for rule, texts in _statements(tree, head, blocks):
        names = list(dict.fromkeys(name for text in texts for name in people_of(text, publisher)))
        if names:
            return names[:_MOST], rule
    return [], None


def people_of(text: str, publisher: str | None = None) -> list[str]:
    """The people a byline names.

    >>> people_of("By Ada Byron and Carl Gauss, Reuters Staff")
    ['Ada Byron', 'Carl Gauss']
    """
    line = _BYLINE.sub("", mend(one_line(text)))
    parts = (part.strip(" .•·-–—") for part in _BETWEEN.split(line))
    return [part for part in parts if _is_person(part) and part.casefold() != (publisher or "").casefold()]


def _is_person(name: str) -> bool:
    words = name.split()
    spaced = 2 <= len(words) <= 5 or (len(words) == 1 and not name.isascii() and 2 <= len(name) <= 12)
    return (
        spaced
        and len(name) <= _LONGEST
        and _NO_PERSON.search(name) is None
        and (words[0][0].isupper() or not words[0][0].islower())
        and not words[-1].islower()
    )


def _statements(tree: LexborHTMLParser, head: Head, blocks: Sequence[Block]) -> Iterator[tuple[str, list[str]]]:
    yield "linked_data", named_by(head, head.article.get("author")) or named_by(head, head.article.get("creator"))
    for name in _METAS:
        if name in head.metas:
            yield f"meta:{name}", [head.metas[name]]
    yield "marked", [node.text(separator=" ") for node in tree.css(_MARKED)[:3]]
    lines = [block.text for block in blocks if len(block.text) <= 120 and _BYLINE.match(block.text)]
    yield "byline", lines[:1]
