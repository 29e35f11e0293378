"""What kind of page it is, told before any fact is read from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress
from urllib.parse import urlsplit

from tasks.core.page.blocks import Block
from tasks.core.page.elements import FOOTER, HEADINGS, NAV
from tasks.core.page.head import Head, types_of
from tasks.core.page.names import COMMENT
from tasks.core.page.verdict_phrases import GONE, INDEX_PATH, LIVE_SECTION, LIVE_TITLE, LIVE_URL, PAYWALL, WALL
from tasks.tables.values import Verdict

_STAMP = re.compile(r"^\D{0,20}\d{1,2}[:.h]\d\d\b.{0,20}$")
_INDEX_KINDS = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"))
# Scripts that part no words by spaces; about so many characters make a word.
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_A_WORD = 2.5
_STUB, _WALLED, _SHORT, _LONG = 40, 120, 250, 6000  # words
_PROSE = 100  # code points
_STAMPS = 4  # entries with a time that a live page shows at least
_FEW_LINES, _MANY_LINES = 6, 15  # linked lines of a list of articles
_PARAGRAPHS = 3  # of prose, which a list has hardly
_TEASERS = 6  # linked headings that a list of articles shows at least
_WALL_TEXT = 1500  # code points of a page that holds nothing but a wall
_BEHIND = 8  # blocks below the text in which a page asks to pay
_ELSEWHERE = COMMENT | NAV | FOOTER


def judge(head: Head, blocks: Sequence[Block], chosen: Sequence[bool], text: str, title: str, url: str) -> Verdict:
    """The kind of a page with this `text` of the `chosen` blocks; rules from the surest to the least."""
    count = word_count(text)
    kinds = {kind for node in head.linked for kind in types_of(node)}
    said = "\n".join(_said(blocks)) if count < _STUB else ""
    if (count < _WALLED or not _prose(blocks, chosen)) and GONE.search(f"{_headings(blocks, title)}\n{said}"):
        return "soft_404"
    if count < _WALLED and _is_wall(f"{title}\n{text}", said, count):
        return "consent"
    if "LiveBlogPosting" in kinds or _is_live(blocks, title, urlsplit(url).path):
        return "live"
    if count < _SHORT and _is_paid(head, blocks, chosen, count):
        return "paywall"
    if count < _LONG and _is_index(head, blocks, chosen, kinds, count, url):
        return "index"
    return "stub" if count < _STUB else "article"


def word_count(text: str) -> int:
    """How many words a text has, those of scripts without spaces by their length.

    >>> word_count("Ten ships\\n\\nleft"), word_count("外交部發言人今天表示")
    (3, 4)
    """
    # Nothing else parts the words of an article; to part them takes ten times as long.
    count = text.count(" ") + text.count("\n\n") + bool(text)
    # Each of those characters has two bytes more in UTF-8 than an ASCII letter; on most pages so few do not matter.
    most = 0 if text.isascii() else (len(text.encode(errors="replace")) - len(text)) // 2
    return max(count, int(len(_UNPARTED.findall(text)) / _A_WORD)) if most > count * _A_WORD else count


def _is_wall(text: str, said: str, count: int) -> bool:
    """Whether a page asks for consent or proof before it shows anything; a text of some length asks more than once."""
    asked = {phrase.lower() for phrase in WALL.findall(text)}
    return len(asked) > (count >= _STUB) or (len(said) < _WALL_TEXT and WALL.search(said) is not None)


def _headings(blocks: Sequence[Block], title: str) -> str:
    return "\n".join([title, *(block.text for block in blocks if block.frame.tag in ("h1", "h2"))])


def _said(blocks: Sequence[Block]) -> list[str]:
    """The short lines of a page that are no links and stand in no menu."""
    short = [block for block in blocks[:400] if len(block.text) < 400 and not block.frame.flags & _ELSEWHERE]
    return [block.text for block in short if block.linked < 0.8 * len(block.text)]


def _is_live(blocks: Sequence[Block], title: str, path: str) -> bool:
    """Whether the title or the address says so; a section named `live` may be about living, so that times must show."""
    if LIVE_TITLE.search(title) or LIVE_URL.search(path):
        return True
    return bool(LIVE_SECTION.search(path)) and sum(bool(_STAMP.match(b.text)) for b in blocks) >= _STAMPS


def _is_paid(head: Head, blocks: Sequence[Block], chosen: Sequence[bool], count: int) -> bool:
    """Whether most of the text is withheld: the page asks to pay beside a short text, or a very short one is not free.

    A page that says it is free is believed; one that says it is not often shows all of a short text all the same.
    """
    stated = str(head.article.get("isAccessibleForFree", head.metas.get("article:content_tier", ""))).lower()
    if stated in ("true", "free"):
        return False
    asks = any(PAYWALL.search(block.text) for block in _beside(blocks, chosen))
    return asks or (count < _WALLED and stated in ("false", "locked", "metered"))


def _beside(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[Block]:
    """The short blocks in and below the text, menus and comments left out; of a page without any text all."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen] or [0, len(blocks)]
    below = blocks[places[0] : places[-1] + _BEHIND]
    return [block for block in below if len(block.text) < 400 and not block.frame.flags & _ELSEWHERE]


def _is_index(
    head: Head, blocks: Sequence[Block], chosen: Sequence[bool], kinds: set[str], count: int, url: str
) -> bool:
    """Whether the page lists articles: many linked lines, and hardly any prose between them."""
    path = urlsplit(url).path if url else None
    front = path is not None and INDEX_PATH.match(path or "/") is not None
    kind = head.metas.get("og:type", "website").lower()
    stated = kind == "website" and bool(front or kinds & _INDEX_KINDS or "og:type" in head.metas)
    if not front and not stated:
        return False
    linked = sum(map(_is_linked, blocks))
    if front and count < 2 * _SHORT and count < 30 + 12 * linked:
        return linked >= (_FEW_LINES if path in ("", "/") else _MANY_LINES) or _is_list_of_teasers(blocks, chosen)
    if not stated:
        return False
    lists = linked >= _MANY_LINES and count < min(_SHORT, 30 + 8 * linked) and not head.article
    return (lists and _prose(blocks, chosen) < _PARAGRAPHS) or _is_list_of_teasers(blocks, chosen)


def _is_list_of_teasers(blocks: Sequence[Block], chosen: Sequence[bool]) -> bool:
    """Whether linked headings stand all through the text, with hardly more than a paragraph below each."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen] or [0, len(blocks)]
    within = blocks[places[0] : places[-1] + 1]
    teasers = sum(block.frame.tag in HEADINGS and _is_linked(block) for block in within)
    return teasers >= _TEASERS and _prose(blocks, chosen) <= teasers


def _is_linked(block: Block) -> bool:
    return block.linked > 0.8 * len(block.text) and len(block.text) > 30


def _prose(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    """How many paragraphs of the text are prose."""
    return sum(len(block.text) > _PROSE and block.linked * 2 < len(block.text) for block in compress(blocks, chosen))
