"""What kind of page it is, told before any fact is read from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from tasks.core.page.blocks import Block
from tasks.core.page.head import Head, types_of
from tasks.tables.values import Verdict

_GONE = re.compile(
    r"\b(?:404|410)\b|(?:page|article|story|content|file|seite|artikel)\W{1,3}(?:\w+\W+){0,4}?(?:not (?:be )?found|"
    r"no longer|does(?:n[’']t| not) exist|(?:has been |was )?(?:removed|deleted|moved)|nicht gefunden|introuvable)|"
    r"can[’']?(?:no)?t find (?:the|that|this) page|página no (?:encontrada|existe)|pagina non trovata|"
    r"página não encontrada|страница не найдена|сторінку не знайдено",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"before you continue|we value your privacy|your privacy choices|consent|cookies? (?:settings|policy|preferences)|"
    r"accept (?:all )?cookies|are you (?:a )?(?:human|robot)|verify (?:that )?you(?:[’']re| are) (?:a )?human|"
    r"just a moment|access (?:to this page has been )?denied|attention required|enable (?:javascript|cookies)|captcha|"
    r"unusual traffic|pardon our interruption|incident id|datenschutz|zustimm",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|sign up)\b.{0,40}\b(?:to (?:continue|keep|read)|"
    r"for (?:full|unlimited) access)|to (?:continue|keep) reading|subscribers? only|for subscribers|"
    r"already a subscriber|"
    r"premium (?:article|content)|"
    r"this (?:article|content|story) is (?:reserved|only|exclusive)|you(?:[’']ve| have) (?:reached|read) your|"
    r"réservé aux abonnés|nur für abonnenten|für abonnenten|solo para suscriptores|"
    r"unlock (?:this|the) (?:article|story)",
    re.IGNORECASE,
)
_LIVE_URL = re.compile(
    r"/(?:live|liveblog|live-blog|live-updates|ticker|live-news)(?:/|-|$)|-live-(?:updates|blog|coverage)\b",
    re.IGNORECASE,
)
_LIVE_TITLE = re.compile(
    r"\blive (?:updates?|blog|coverage|reporting)\b|\bas it happened\b|\bliveticker\b|\blive:|онлайн-трансляц",
    re.IGNORECASE,
)
_INDEX_PATH = re.compile(
    r"^/?(?:index\.\w+|home|en|news|category/.*|tag/.*|topics?/.*|author/.*|search.*|section/.*|page/\d+)?/?$",
    re.IGNORECASE,
)
_STUB, _WALLED, _SHORT = 40, 120, 250  # words


def judge(head: Head, blocks: Sequence[Block], text: str, title: str, url: str) -> Verdict:
    """The kind of a page with this `text`; rules from the surest to the least."""
    count = len(text.split()) or len(text) // 3
    shown = " ".join([block.text for block in blocks[:400] if len(block.text) < 400]) if count < _SHORT else ""
    kinds = {kind for node in head.linked for kind in types_of(node)}
    if count < _WALLED and _GONE.search(
        f"{title} | {' | '.join(b.text for b in blocks if b.frame.tag in ('h1', 'h2'))}"
    ):
        return "soft_404"
    if count < _WALLED and (_WALL.search(f"{title} {text}") or (len(shown) < 1500 and _WALL.search(shown))):
        return "consent"
    if "LiveBlogPosting" in kinds or _LIVE_TITLE.search(title) or _LIVE_URL.search(urlsplit(url).path):
        return "live"
    if _is_paid(head, shown, count):
        return "paywall"
    if _is_index(head, blocks, kinds, count, url):
        return "index"
    return "stub" if count < _STUB else "article"


def _is_paid(head: Head, shown: str, count: int) -> bool:
    """Whether most of the text is withheld: the page says that it is not free, or asks to pay below a short text."""
    stated = str(head.article.get("isAccessibleForFree", head.metas.get("article:content_tier", ""))).lower()
    return count < _SHORT and (stated in ("false", "locked", "metered") or _PAYWALL.search(shown) is not None)


def _is_index(head: Head, blocks: Sequence[Block], kinds: set[str], count: int, url: str) -> bool:
    """Whether the page lists articles: hardly a text of its own, many linked lines."""
    if count >= 2 * _SHORT:
        return False
    linked = sum(block.linked > 0.8 * len(block.text) and len(block.text) > 30 for block in blocks)
    lists = linked >= 15 and count < 30 + 8 * linked
    stated = head.metas.get("og:type", "").lower() == "website" or bool(kinds & {"CollectionPage", "ItemList"})
    front = _INDEX_PATH.match(urlsplit(url).path or "/") is not None if url else False
    return (lists and count < _SHORT and not head.article and (stated or front)) or (
        front and lists and count < 2 * _SHORT
    )
