"""The headline of a page, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tasks.core.page.blocks import Block
from tasks.core.page.head import Head, texts_of
from tasks.core.text import mend, one_line, words

_PARTED = re.compile(r"\s+(?:[|•·»«›‹—–:]|::|//|-{1,2})\s+|\s*[|»]\s*|(?<=\w)\s?[—–]\s(?=\S)")
_LETTERS = re.compile(r"[\W_]+")
_SAME = 0.5
_SHORT_NAME = 4  # words; a site's name is short


def read_title(head: Head, blocks: Sequence[Block]) -> str | None:
    """The headline, None where the page gives none.

    The first-level heading that the head's titles begin with is the headline; else the longest part of a title.
    """
    stated = [text for text in _stated(head) if text]
    found = (mend(block.text) for block in islice((b for b in blocks if b.frame.tag == "h1"), 5))
    headings = [heading for heading in found if not _names_site(heading, head)]
    for heading in headings:
        if len(_bare(heading)) > 8 and any(_bare(heading) in _bare(text) for text in stated):
            return heading
    if len(headings) == 1 and (not stated or _shared(headings[0], stated[0]) >= _SAME):
        return headings[0]
    return (_without_site(stated[0], head) or stated[0]) if stated else None


def _shared(heading: str, title: str) -> float:
    """Share of the heading's words that the title has too."""
    wanted = words(heading.casefold())
    return sum(word in words(title.casefold()) for word in wanted) / max(3, len(wanted))


def _names_site(heading: str, head: Head) -> bool:
    """Whether a heading is only the site's name: its stated name, or a short last part of every title."""
    bare = _bare(heading)
    if bare == _bare(head.metas.get("og:site_name", "")):
        return True
    return (
        len(heading.split()) <= _SHORT_NAME
        and len(bare) * 2 < len(_bare(head.title))
        and _bare(head.title).endswith(bare)
    )


def _stated(head: Head) -> list[str]:
    meta = head.meta("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
    named = texts_of(head.article.get("headline"))
    return [mend(one_line(text)) for text in (*named[:1], meta[1] if meta else "", head.title)]


def _without_site(title: str, head: Head) -> str:
    """The title up to the part that names the site: its stated name, or a short last part."""
    site = _bare(head.metas.get("og:site_name", "") or head.metas.get("application-name", ""))
    parts = _PARTED.split(title)
    if len(parts) < 2:
        return title
    if (site and _bare(parts[-1]) in (site, f"www{site}")) or (site and site in _bare(parts[-1])):
        return _up_to(title, parts[-1])
    if site and _bare(parts[0]) == site:
        return title[title.index(parts[1], len(parts[0])) :]
    if len(parts[-1].split()) <= _SHORT_NAME and len(parts[-1]) * 2 < len(title) and parts[-1][:1].isupper():
        return _up_to(title, parts[-1]) if title.count(" | ") or not site else title
    return title


def _up_to(title: str, part: str) -> str:
    return re.sub(r"[\s|•·»«›‹—–:/-]+$", "", title[: title.rindex(part)])


def _bare(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
