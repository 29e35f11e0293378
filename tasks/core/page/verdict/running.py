"""Whether a page is running coverage: entries with times, newest first, while something happens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.core.page.head import Head, texts_of, types_of
from tasks.core.page.markup.block import Block
from tasks.core.page.statements import Page
from tasks.core.page.verdict.wording import ELSEWHERE, phrases, says, small

# A line that is the time of an entry, with a day, a zone or a word beside it: "14.05 Uhr", "Oct 02, 19:02 (IST)".
_STAMP = re.compile(
    r"^[^\d$€£%]{0,20}(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|[^\W\d]{3,9}\.? \d{1,2}|"
    r"\d{1,2}\.? [^\W\d]{3,9}\.?(?: 20\d\d)?)?\W{0,3}(?:at |um |kl\.? |à |a las |klo )?"
    r"(?<!\d)([01]?\d|2[0-3])(?:[:h]|[.](?=\d\d ?(?:uhr|h\b|a\.?m|p\.?m|klo|$|[–—|-])))([0-5]\d)(?!\d|\.\d)(?::\d\d)?"
    r"\s?([ap])?(?:\.?m\b)?[^\d$€£%]{0,25}(?:\d{1,2}[^$€£%]{0,16})?$",
    re.IGNORECASE,
)
# The time that begins a line: "17.45 Uhr: Brücke frei", "16:40 Valilik".
_FIRST = re.compile(
    r"([01]?\d|2[0-3])(?:[:h]|[.](?=\d\d ?(?:uhr|h\b|a\.?m|p\.?m|klo)))([0-5]\d)(?!\d|\.\d)\s?([ap])?"
    r"(?:\.?m\b)?(?: ?uhr| ?[A-Z]{2,4})?\s?(?:[:|–—-]|\s)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d[:.h]\d")  # looked for first, in a tenth of the time
_LONGEST_STAMP = 45  # code points
_ENTRY = 40  # code points of words below a time
_HEADLINE = 20  # code points that a linked headline has at least
_BEHIND = 4  # blocks below a time in which its words stand
# Entries at least: in a section for live pages, under a live title, without a sign.
_ENTRIES, _HINTED, _STRICT = 4, 3, 5
_IN_ORDER = 0.8  # of the entries' times, at least, go one way
_URL = re.compile(
    r"/(?:live-?blogs?|live-updates?|live-?ticker|live-news|live-coverage)(?:/|-|$)|-live-(?:updates?|blog|coverage)\b|"
    r"[-/](?:liveblog|live-?ticker|news-?blog|nieuwsblog|minuto-a-minuto|ao-minuto|minute-par-minute)\b"
)
_SECTION = re.compile(
    r"/(?:live|ticker|direkt|(?:en-)?direct|(?:en-)?directo|en-vivo|ao-vivo|diretta|canli|na-zywo|uzivo)[/-]"
)
_MARK = re.compile(r"[:|•–—.\[\]()]| - ")
# One language after the other, in small letters. Parts of a title, set off by marks …
_PARTS = frozenset(
    phrases("""
live|live now|direct|en direct|directo|en directo|en vivo|ao vivo|em direto|em directo|diretta|in diretta|na żywo|živě
online přenos|naživo|uživo|canlı|canli|direkte|direkt|direktrapport|suora|élő|на живо|наживо|онлайн|ζωντανά|live text
live-text|לייב|מתעדכן|مباشر|بث مباشر|زنده|ライブ|速報中|随時更新|라이브|실시간|直播|滚动|लाइव|langsung|trực tiếp|terkini
""")
)
# … and words anywhere in it.
_WORDS = phrases("""
live updates|live update|live blog|liveblog|live-blog|live ticker|liveticker|live-ticker|as it happened|minute by minute
newsblog|news-blog|nieuwsblog|nyhetsblogg|minute par minute|minuto a minuto|ao minuto|minuto per minuto|la diretta
relacja na żywo|relację na żywo|online přenos|canlı blog|canlı anlatım|liveuppdatering|liverapport|livestudio
livecenter|hetki hetkeltä|percről percre|élő közvetítés|онлайн-трансляц|текстовая трансляц|онлайн трансляц
текстова трансляц|онлайн-репортаж|λεπτό προς λεπτό|דיווח שוטף|עדכונים שוטפים|لحظة بلحظة|تغطية مباشرة|تغطية مستمرة
لحظه به لحظه
ライブ更新|ライブブログ|実況中継|실시간 업데이트|실시간 중계|滚动更新|滾動更新|即時更新|全程直播|लाइव अपडेट|लाइव ब्लॉग
liputan langsung|tường thuật trực tiếp
""")
# Words of titles that mean it only where times show.
_HINTS = phrases("""
live coverage|en direct|en directo|en vivo|ao vivo|em direto|diretta|na żywo|živě|naživo|uživo|canlı|онлайн|наживо
на живо|ticker|ζωντανά|מבזק|مباشر|زنده|ライブ|速報|실시간|快讯|最新|लाइव|langsung|trực tiếp|latest|developments|updates
""")


def is_live(page: Page, chosen: Sequence[bool], path: str) -> bool:
    """Whether linked data, title or address say so, or entries with times make the text."""
    title, path = small(page.title), path.lower()
    if _is_told(page.head) or _URL.search(path) or says(title, _WORDS):
        return True
    parts = [part.strip() for part in _MARK.split(title)]
    if next(filter(None, parts), "") in _PARTS:
        return True
    is_hinted = not _PARTS.isdisjoint(parts) or says(title, _HINTS)  # `Ada Byron – Live` may be a record
    least = _HINTED if is_hinted else _ENTRIES if _SECTION.search(path) else _STRICT
    times = list(_entries(page.blocks, chosen))
    # Without a sign, times that rise are a programme's, or of an article that tells how a day went.
    return len(times) >= least and _fall(times, least < _STRICT)


def _is_told(head: Head) -> bool:
    """Whether linked data say so of the page itself, not of another that it names beside."""
    nodes = [node for node in head.own if "LiveBlogPosting" in types_of(node)]
    own = texts_of(head.article.get("headline"))
    return any(node is head.article or texts_of(node.get("headline")) in ([], own) for node in nodes)


def _entries(blocks: Sequence[Block], chosen: Sequence[bool]) -> Iterator[int]:
    """The times of entries, in minutes of the day; what has a linked headline is a teaser of another page."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen]
    for at in range(max(0, places[0] - _BEHIND), places[-1] + 1) if places else ():
        text = blocks[at].text
        if not _CLOCK.search(text, 0, _LONGEST_STAMP) or blocks[at].frame.flags & ELSEWHERE:
            continue
        is_short = len(text) <= _LONGEST_STAMP
        stamp = (_STAMP.match(text) if is_short else None) or _FIRST.match(text)
        is_whole = chosen[at] and len(text) > _ENTRY and blocks[at].linked * 2 < len(text)
        if stamp and (_has_words(blocks, chosen, at) if is_short else is_whole):
            hour = int(stamp[1]) % 12 + 12 * (stamp[3] in "pP") if stamp[3] else int(stamp[1])
            yield hour * 60 + int(stamp[2])


def _has_words(blocks: Sequence[Block], chosen: Sequence[bool], at: int) -> bool:
    """Whether words of the text's own stand below the line at a place, and no linked headline beside it."""
    for index in range(max(0, at - 1), min(at + 1 + _BEHIND, len(blocks))):
        block = blocks[index]
        if index != at and block.linked * 2 > len(block.text) > _HEADLINE:
            return False
        if index > at and chosen[index] and len(block.text) > _ENTRY:
            return True
    return False


def _fall(times: Sequence[int], or_rise: bool) -> bool:
    """Whether the times fall all along but for midnight, as of entries with the newest first, or rise."""
    falls = sum(a >= b for a, b in pairwise(times))
    rises = sum(a <= b for a, b in pairwise(times)) if or_rise else 0
    return max(falls, rises) >= _IN_ORDER * (len(times) - 1)
