"""What kind of page it is, told before any fact is read from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.lazy_regex import lazy_regex
from tasks.core.page.statements import Page
from tasks.core.page.verdict.gone import is_gone
from tasks.core.page.verdict.listing import is_index
from tasks.core.page.verdict.paid import is_paid, is_withheld
from tasks.core.page.verdict.running import is_live
from tasks.core.page.verdict.walled import bars_the_way, is_choice, is_headed_anew, is_wall
from tasks.core.url.host import parted
from tasks.tables.values import Verdict

# Scripts that part no words by spaces; about so many characters make a word.
_UNPARTED = lazy_regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_A_WORD = 2.5
_BY_NUMBER = re.compile(r"(?:^|&)(?:p|\w{0,10}id|article|news|story|post)=\d", re.IGNORECASE)
_STUB, _SHORT, _LONG = 40, 250, 6000  # words


def judge(page: Page, chosen: Sequence[bool], text: str) -> Verdict:
    """The kind of a page with this `text` of the `chosen` blocks; rules from the surest to the least."""
    count = word_count(text)
    path = _path_of(page.url)
    if is_gone(page, chosen, count) and not bars_the_way(page):
        return "soft_404"
    if (count < _SHORT and is_wall(page, chosen, text, count)) or is_headed_anew(page, text) or is_choice(page, text):
        return "consent"
    if is_live(page, chosen, path or ""):
        return "live"
    is_listing = count < _LONG and is_index(page, chosen, count, path)
    if is_listing and not page.head.claims_article():  # its teasers may be offers
        return "index"
    if (count < _SHORT and is_paid(page, chosen, text, count)) or is_withheld(page, chosen):
        return "paywall"
    if is_listing:
        return "index"
    return "stub" if count < _STUB else "article"


def _path_of(url: str) -> str | None:
    """The path of an address, None where it tells of no page: `/index.php?id=48213` may be any."""
    parts = parted(url)
    return None if not url or _BY_NUMBER.search(parts.query) else parts.path


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
