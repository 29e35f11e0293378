"""Whether most of an article is withheld from who does not pay, subscribe or sign in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from tasks.core.page.head import Head
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import ASIDE
from tasks.core.page.markup.frames import around
from tasks.core.page.statements import Page
from tasks.core.page.verdict.paid_phrases import OFFERS, WITHHELD
from tasks.core.page.verdict.wording import ELSEWHERE, how_many, says, small

_SHORT = 120  # words
# What a line that begins so withholds are the comments: `Les commentaires sont réservés aux abonnés`.
_COMMENTS = re.compile(
    r"comment|coment|koment|komment|коммент|комент|yorum|コメント|댓글|评论|評論|发帖|發帖|回帖|跟帖|留言|التعليق|σχόλι|σχολι"
)
_BEGINNING = 30  # code points
_STOPS = '.!?。！？।؟۔"”»’)]'  # of a text that does not break off
_LINE = 400  # code points
_LAST = 4  # blocks of the text in which a page may ask to pay
_ABOVE = 4  # blocks above the text that may be labels
_LABEL = 40  # code points
_BEHIND = 8  # blocks below the text in which a page asks to pay
_NOT_FREE, _FREE = ("false", "locked", "metered", "0", "no"), ("true", "free", "1", "yes")
# Words that stand in for a text withheld.
_FILLER = re.compile(
    r"\b(?:lorem|ipsum|ipsam|voluptat\w+|voluptas|quia|dolor(?:em|es|um)?|consequatur|repella\w+|rerum|quisquam)\b"
)
_FILLERS = 6
_PRICE = re.compile(
    r"[€$£¥₹₩₴₽₺₪]\s?\d|\d\s?(?:[€$£¥₹₩₴₽₺₪]|(?:kr|kč|zł|ft|lei|eur|chf|tl|usd|din|kn|лв|руб|грн|р)\b|円|元|원)"
)

_WALL = re.compile(r"(?:pay|reg|subscri\w*|abo)[-_]?wall", re.IGNORECASE)
_LEVELS = 4  # elements around a block
_REST = re.compile(
    r"il vous reste .{1,20} de cet article|pozostało .{1,20} artykułu|残り.{1,20}文字|noch .{1,20} % des artikels"
)


def is_paid(page: Page, chosen: Sequence[bool], text: str, count: int) -> bool:
    """Whether the page says beside a short text that the rest is withheld, or makes offers where a text breaks off.

    A page that says it is free is believed; one that says it is not often shows all of a short text all the same.
    """
    stated = price_of(page.head)
    if stated in _FREE:
        return False
    if count < _SHORT and stated in _NOT_FREE:
        return True
    beside = _beside(page.blocks, chosen)
    asks = small("\n".join(block.text for block in beside))
    if says(asks, WITHHELD) or _REST.search(asks) or len(_FILLER.findall(small(text))) >= _FILLERS:
        return True
    if not text or text[-1] not in _STOPS:
        return _offers(asks) > 1
    if _offers(small("\n".join(block.text for block in _wall_below(page.blocks, chosen)))) > 1:
        return True
    return count < _SHORT and _offers(small("\n".join(b.text for b in beside if not b.frame.flags & ASIDE))) > 2


def is_withheld(page: Page, chosen: Sequence[bool]) -> bool:
    """Whether a page that says it is not free counts beside its text, however long, what is left to read.

    On some pages whose text is whole all other words of this kind stand beside it.
    """
    if price_of(page.head) not in _NOT_FREE:
        return False
    return any(_REST.search(small(block.text)) for block in _beside(page.blocks, chosen))


def _offers(asks: str) -> int:
    """How many offers lines make, a price among them."""
    return how_many(asks, OFFERS) + (_PRICE.search(asks) is not None)


def asks_to_pay(text: str) -> bool:
    """Whether lines say that the rest is withheld, or make three offers.

    >>> asks_to_pay("Il vous reste 78 % de cet article à lire."), asks_to_pay("He asked them to pay for the rest.")
    (True, False)
    """
    line = small(text)
    return says(line, WITHHELD) or _REST.search(line) is not None or _offers(line) > 2


def is_wall(text: str, below: Sequence[str]) -> bool:
    """Whether a line says that the rest is withheld, and those below it say so too or make offers: two of these.

    A page that asks to be paid or to set cookies is another wall.

    >>> is_wall("Il vous reste 78 % de cet article à lire.", ["Abonnez-vous à partir de 1 €", "Déjà abonné ?"])
    True
    """
    line, rest = small(text), small("\n".join(below))
    if "cookie" in line or "cookie" in rest:
        return False
    return (says(line, WITHHELD) or _REST.search(line) is not None) and _offers(rest) + says(rest, WITHHELD) > 1


def price_of(head: Head) -> str:
    """What a page says of its being free: `isAccessibleForFree` of any of its own nodes, or a meta element."""
    for node in (head.article, *head.own):
        value = node.get("isAccessibleForFree")
        if value is not None:
            return str(value).lower().rpartition("/")[2]
    return head.metas.get("article:content_tier", "").lower()


def _wall_below(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[Block]:
    """The blocks right below a text in an element whose names call it a wall."""
    last = max((index for index, is_chosen in enumerate(chosen) if is_chosen), default=-1)
    below = blocks[last + 1 : last + 1 + _BEHIND] if last >= 0 else []
    return [*takewhile(lambda block: any(_WALL.search(f.names) for f in islice(around(block.frame), _LEVELS)), below)]


def _beside(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[Block]:
    """Short blocks: labels just above the text, what was left out of it, its last, those below; without a text all."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen] or [0, len(blocks)]
    within = range(max(0, places[0] - _ABOVE), min(places[-1] + _BEHIND, len(blocks)))
    near = [blocks[i] for i in within if not chosen[i] or i > places[-1] - _LAST or len(blocks[i].text) < _LABEL]
    own = [b for b in near if len(b.text) < _LINE and not b.frame.flags & ELSEWHERE and b.frame.tag != "h1"]
    if not any(chosen):  # the headlines of a front page say all kinds of things
        own = [block for block in own if block.linked * 2 < len(block.text)]
    return [b for b in own if not _COMMENTS.search(b.text[:_BEGINNING].lower())]
