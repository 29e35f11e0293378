"""Class and id names as words, and what the words say of the text inside (`article-body`, `SideBar_related`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tasks.core.text import vocabulary

# Words by which designers everywhere name the same parts of a page; one bit each, inherited by what stands inside.
COMMENT, SIDE, RELATED, CAPTION, PROMO, SHARE, BYLINE, TEXT, NEVER = (1 << bit for bit in range(14, 23))
_PARTS = {
    COMMENT: "comment comments disqus reply replies respond discussion commentlist kommentare commentaires forum",
    SIDE: "sidebar aside widget widgets textwidget rail sidecolumn rightcol footer breadcrumb breadcrumbs nav navbar "
    "menu",
    RELATED: "related recommended recommendations recirc recirculation outbrain taboola trending popular teaser "
    "teasers ticker mostread relacionadas similar suggested upnext readmore alsoread more recent latest list",
    CAPTION: "caption captions figcaption credit credits legend copyright photographer gallery slideshow leadmedia",
    PROMO: "newsletter subscribe subscription signup promo promotion promoted advert advertisement ad ads sponsor "
    "sponsored paywall banner cookie cookies consent gdpr modal popup donate donation poll polls survey cta login",
    SHARE: "share sharing social sharedaddy addthis addtoany follow twitter facebook print toolbar",
    BYLINE: "byline author authors bio date dateline timestamp meta tags tag categories category published updated dek "
    "subtitle standfirst kicker headline title subhead",
    TEXT: "articlebody storybody entrycontent postcontent body story content entry text prose",
}
# Beside the best container these hold other words than the article's: on 792 marked pages less than one part in thirty
# (captions: one in ten, and they are kept apart); the names of comment, poll and advertising systems stand with them.
_NEVER = vocabulary(
    "comment comments commentlist disqus newsletter recommended related widgets sharing cookie modal popup signup "
    "byline breadcrumb breadcrumbs footer recirc outbrain taboola trending rail poll polls textwidget caption "
    "captions figcaption"
)
_PART_OF = {
    word: sum(bit for bit, words in _PARTS.items() if word in words.split()) | (NEVER if word in _NEVER else 0)
    for word in {word for words in _PARTS.values() for word in words.split()} | _NEVER
}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SHORTEST = 2
_READ = 300  # code points of names read


def name_score(names: str, weights: Mapping[str, float]) -> tuple[float, float]:
    """(lowest, highest) weight of the words, 0 where none is known; negative is furniture, positive is text."""
    low = high = 0.0
    for name in names[:_READ].split():
        for word in _words(name)[0]:
            weight = weights.get(word, 0.0)
            if weight < low:
                low = weight
            elif weight > high:
                high = weight
    return low, high


@lru_cache(maxsize=20_000)
def name_flags(names: str) -> int:
    """The parts of a page that an element's names speak of, as bits."""
    flags = 0
    for name in names[:_READ].split():
        flags |= _words(name)[1]
    return flags


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[tuple[str, ...], int]:
    """One name's words and their bits; names recur on all pages, their combinations do not."""
    found = tuple(word.lower() for word in _WORD.findall(name) if len(word) >= _SHORTEST)
    flags = 0
    for word in found:
        flags |= _PART_OF.get(word, 0)
    return found, flags
