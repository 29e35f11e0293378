"""Class and id names as words, and what the words say of the text inside (`article-body`, `SideBar_related`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tasks.core.text import vocabulary

# Words by which designers everywhere name the same parts of a page; one bit each, inherited by what stands inside.
COMMENT, SIDE, RELATED, CAPTION, PROMO, BYLINE, TEXT, NEVER, TRAIL, OFFER = (1 << bit for bit in range(12, 22))
_PARTS = {
    COMMENT: "comment comments disqus reply replies respond discussion commentlist kommentare commentaires forum",
    SIDE: "sidebar aside widget widgets textwidget rail sidecolumn rightcol footer breadcrumb breadcrumbs nav navbar "
    "menu",
    RELATED: "related recommended recommendations recirc recirculation outbrain taboola trending popular teaser "
    "teasers ticker mostread relacionadas similar suggested upnext readmore alsoread more recent latest list",
    CAPTION: "caption captions figcaption credit credits legend copyright photographer gallery slideshow leadmedia",
    PROMO: "newsletter subscribe subscription signup promo promotion promoted advert advertisement ad ads sponsor "
    "sponsored paywall banner cookie cookies consent gdpr modal popup donate donation poll polls survey cta login",
    BYLINE: "byline author authors bio date dateline timestamp meta tags tag categories category published updated dek "
    "subtitle standfirst kicker headline title subhead",
    TRAIL: "breadcrumb breadcrumbs breadcrumblist crumb crumbs pankuzu topicpath",  # the way to the page
    OFFER: "newsletter newsletters subscribe subscription subscriptions signup optin paywall regwall promo cta donate "
    "donation donations",
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
_WORD = re.compile(r"[a-z]{2,}|[A-Z](?:[a-z]+|[A-Z]+(?![a-z]))")  # of two letters or more
# With the letters that stay, for to seek one in vain takes eight times as long.
_NO_DIGITS = {code: None if chr(code).isdigit() else code for code in range(128)}
_READ = 300  # code points of names read
_REMEMBERED = 50_000  # names; single ones recur on all pages, their combinations on those of one site


Span = tuple[float, float]  # lowest and highest weight of words, 0 where none is known


class Weights:
    """What the words of names weigh, negative for furniture and positive for text."""

    def __init__(self, words: Mapping[str, float]) -> None:
        self.words = words
        self._spans: dict[str, Span] = {}  # of names as they are met, alone and together

    def of(self, names: str) -> Span:
        """The weights of the words of an element's names."""
        names = names[:_READ]
        return self._spans.get(names) or self._remembered(names, self._together(names.split()))

    def _together(self, names: Sequence[str]) -> Span:
        low = high = 0.0
        for name in names:
            least, most = self._spans.get(name) or self._remembered(name, self._span(name))
            if least < low:
                low = least
            if most > high:
                high = most
        return low, high

    def _span(self, name: str) -> Span:
        low = high = 0.0
        for word in name_words(name):
            weight = self.words.get(word, 0.0)
            if weight < low:
                low = weight
            elif weight > high:
                high = weight
        return low, high

    def _remembered(self, names: str, span: Span) -> Span:
        if len(self._spans) >= _REMEMBERED:
            self._spans.clear()
        self._spans[names] = span
        return span


def name_flags(names: str) -> int:
    """The parts of a page that an element's names speak of, as bits."""
    flags = 0
    for name in names[:_READ].split():
        flags |= _flags(name)
    return flags


@lru_cache(maxsize=_REMEMBERED)
def _flags(name: str) -> int:
    flags = 0
    for word in name_words(name):
        flags |= _PART_OF.get(word, 0)
    return flags


@lru_cache(maxsize=_REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """The words of one name, in small letters.

    >>> name_words("SideBar_related-posts")
    ('side', 'bar', 'related', 'posts')
    """
    words = _WORD.findall(name)
    return tuple(words if name.islower() else [word.lower() for word in words])


@lru_cache(maxsize=_REMEMBERED)
def without_digits(names: str) -> str:
    """Names without the numbers that tell one post from the next."""
    return names.translate(_NO_DIGITS)
