"""What the words of class and id names say of the text inside (`article-body`, `SideBar_related`)."""

from __future__ import annotations

from functools import lru_cache

from tasks.core.page.markup.words import Span
from tasks.core.text import vocabulary

try:
    from tasks.core.page.markup.fast_words import bits_of, span_of
except ImportError:
    from tasks.core.page.markup.words import bits_of, span_of

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
# With the letters that stay, for to seek one in vain takes eight times as long.
_NO_DIGITS = {code: None if chr(code).isdigit() else code for code in range(128)}
_READ = 300  # code points of names read
_REMEMBERED = 50_000  # names


class Weights:
    """What the words of names weigh, negative for furniture and positive for text."""

    def __init__(self, words: dict[str, float]) -> None:
        self.words = words
        self._spans: dict[str, Span] = {}  # of names as they are met

    def of(self, names: str) -> Span:
        """The weights of the words of an element's names."""
        names = names[:_READ]
        span = self._spans.get(names)
        if span is None:
            if len(self._spans) >= _REMEMBERED:
                self._spans.clear()
            span = self._spans[names] = span_of(names, self.words)
        return span


def name_flags(names: str) -> int:
    """The parts of a page that an element's names speak of, as bits."""
    return bits_of(names[:_READ], _PART_OF)


@lru_cache(maxsize=_REMEMBERED)
def without_digits(names: str) -> str:
    """Names without the numbers that tell one post from the next."""
    return names.translate(_NO_DIGITS)
