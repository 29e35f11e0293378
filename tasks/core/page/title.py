"""The headline of a page, without the site's name."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import islice

from tasks.core.date.line import find_days
from tasks.core.page.blocks import Block
from tasks.core.page.head import Head, texts_of
from tasks.core.text import mend, one_line, words

_PARTED = re.compile(r"\s+(?:[|•·»«›‹—–:]|::|//|-{1,2})\s+|\s*[|»]\s*|(?<=\w)\s?[—–]\s(?=\S)")
_TAG = re.compile(r"</?(?:i|em|b|strong|u|span|sup|sub|br|cite)\b[^<>]{0,200}>", re.IGNORECASE)  # left in some
_LETTERS = re.compile(r"[\W_]+")
_SAME = 0.5
_SHORT_NAME = 4  # words; a site's name is short


def read_title(head: Head, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """(headline, rule), both None where the page gives none.

    The first-level heading that the head's titles begin with is the headline; else the longest part of a title.
    """
    named = [(rule, text) for rule, text in _stated(head) if text]
    stated = [text for _, text in named]
    found = (mend(block.text) for block in islice((b for b in blocks if b.frame.tag == "h1"), 5))
    headings = [heading for heading in found if not _names_site(heading, head)]
    for heading in headings:
        if _is_headline(heading, stated):
            return _trimmed(heading, stated, head), "heading"
    if len(headings) == 1 and (not stated or _shared(headings[0], stated[0]) >= _SAME):
        return _trimmed(headings[0], stated, head), "heading"
    if not named:
        return None, None
    rule, text = named[0]
    return _without_site(text, head) or text, rule


def headline_place(blocks: Sequence[Block], title: str) -> int:
    """The place of the headline: a first-level heading that is the title, else any, else a line that is the title."""
    heading = line = -1
    for place, block in enumerate(blocks):
        if block.frame.tag == "h1":
            if title and block.text == title:
                return place
            heading = place if heading < 0 else heading
        elif line < 0 and title and block.text == title:
            line = place
    return max(0, heading if heading >= 0 else line)


def _is_headline(heading: str, stated: Sequence[str]) -> bool:
    """Whether the head's first title holds the heading, or a later one that says little else."""
    bare = _bare(heading)
    if len(bare) <= 8 or not stated:
        return False
    return bare in _bare(stated[0]) or any(
        bare in (said := _bare(text)) and len(bare) * 2 > len(said) for text in stated
    )


def _trimmed(heading: str, stated: Sequence[str], head: Head) -> str:
    """The heading without the site's name, and without the date some sites set before it."""
    for text in stated[:1]:
        if heading.endswith(text) and text != heading and any(find_days(heading.removesuffix(text))):
            return text
    return _without_site(heading, head) if head.metas.get("og:site_name") or " | " in heading else heading


def _shared(heading: str, title: str) -> float:
    """Share of the heading's words that the title has too."""
    wanted = words(heading.casefold())
    return sum(word in words(title.casefold()) for word in wanted) / max(3, len(wanted))


def _names_site(heading: str, head: Head) -> bool:
    """Whether a heading is only the site's name: its stated name, or a short last part of every title."""
    bare = _bare(heading)
    if bare == _bare(head.metas.get("og:site_name", "")) or ("." in heading.rstrip(".") and " " not in heading):
        return True
    return (
        len(heading.split()) <= _SHORT_NAME
        and len(bare) * 2 < len(_bare(head.title))
        and _bare(head.title).endswith(bare)
    )


def _stated(head: Head) -> list[tuple[str, str]]:
    """(rule, text) of the titles the head states, the most believed first."""
    meta = head.meta("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
    texts = [("linked_data:headline", text) for text in texts_of(head.article.get("headline"))[:1]]
    texts += [(f"meta:{meta[0]}", meta[1])] if meta else []
    return [
        (rule, one_line(mend(_TAG.sub("", html.unescape(text)))))
        for rule, text in [*texts, ("title_element", head.title)]
    ]


def _without_site(title: str, head: Head) -> str:
    """The title up to the part that names the site: its stated name, or a short last part."""
    site = _bare(head.metas.get("og:site_name", "") or head.metas.get("application-name", ""))
    site = "" if site == _bare(title) else site
    parts = _PARTED.split(title)
    if len(parts) < 2:
        return title
    if site and (_is_site(_bare(parts[-1]), site) or site in _bare(parts[-1])):
        return _up_to(title, parts[-1])
    if site and _is_site(_bare(parts[0]), site):
        return title[title.index(parts[1], len(parts[0])) :]
    first, *others = title.split(" | ")
    if others and len(first.split()) >= _SHORT_NAME and all(len(part.split()) <= _SHORT_NAME for part in others):
        return first
    if len(parts[-1].split()) <= _SHORT_NAME and len(parts[-1]) * 2 < len(title) and parts[-1][:1].isupper():
        return _up_to(title, parts[-1]) if title.count(" | ") or not site else title
    return title


def _is_site(part: str, site: str) -> bool:
    """Whether a part of a title is the site's name, a little more, or the beginning of a longer one."""
    is_more = part.startswith(site) and len(part) <= 2 * len(site) and not re.search(r"\d", part)
    return part in (site, f"www{site}") or is_more or (len(part) > 5 and site.startswith(part))


def _up_to(title: str, part: str) -> str:
    return re.sub(r"[\s|•·»«›‹—–:/-]+$", "", title[: title.rindex(part)])


def _bare(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
