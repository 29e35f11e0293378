"""The headline of a page, without the site's name."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import islice, pairwise

from tasks.core.date.line import find_days
from tasks.core.page.head import Head, texts_of
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.title.parts import (
    HOST,
    SHORT_NAME,
    begun_by,
    is_cut,
    is_host,
    parts_of,
    printed_end,
    without_name,
    without_site,
)
from tasks.core.text import bare, mend, one_line, words
from tasks.core.url.host import is_front

_TAG = re.compile(r"</?(?:i|em|b|strong|u|span|sup|sub|br|cite)\b[^<>]{0,200}>", re.IGNORECASE)  # left in some
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")  # as the parts of addresses are written
_MARKS = re.compile(r"^(?:[|｜•·]\s*|»\s+)+")  # before a title; a quotation mark touches it
# What an element may hold behind a headline: `Add to ...`, `(tyre.example) 87`, `(134)` or `12 comments`, `By Ada Roe`;
# no year nor age of whom it tells.
_BESIDE = re.compile(
    r" [^\W_][^.]{1,14}(?:\.\.\.|…)| \([\w-]+\.[\w.-]+\)(?: \d+)?| \((?!(?:1\d|20)\d\d\))\d{3,5}\)|"
    r" \d{1,5} (?:comments?|kommentare?|kommentarer|reacties|commentaires?|comentarios?|comentários?|commenti)|"
    r" By(?: [A-Z][\w.'’-]+){2,4}",
)
_KICKER = re.compile(r"^[^/|•]{3,40} ?[/|•] ?$")  # `Odesa / ` before a headline, within its element
_SAME, _MOSTLY = 0.3, 0.5  # shares of a heading's words; a short one, which may name the site, must have more
_INITIALS = 4  # letters of `US` or `EU`, which begin headlines, and a space
_PROSE = 150  # code points of a paragraph
_NEAR = 9  # blocks
_SHORTEST, _FIRST_UNSPACED = 12, "\u0e00"  # letters of a headline in scripts without spaces, and the first of these
_UPPER = ("h1", "h2", "h3")


def read_title(head: Head, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """(headline, rule), both None where the page gives none.

    The first-level heading that the head's titles hold is the headline, or the only one that has words of theirs or
    stands above a text where none of them is printed; else the first of the titles, up to where a heading of the page
    that begins it ends.
    """
    named = [(rule, text) for rule, text in _stated(head) if text and not _SLUG.fullmatch(text)]
    stated = [text for _, text in named]
    first = [*islice((block for block in blocks if block.frame.tag == "h1"), 5)]
    found = (mend(block.text) for block in first)
    for block in first:
        if block.anchors:  # a link to the front page, most likely
            other = _before(block.text, head.title, blocks)
            if not other and is_front(block.anchors[0][2]):
                other = _behind(block.text, head.title, blocks)
            if other:
                return other, "heading"
    headings = [
        heading
        for heading in dict.fromkeys(found)
        if not _names_site(heading, head)
        and not (is_host(heading, head) and printed_end(head.title, blocks) not in (None, heading))
    ]
    for place, text in enumerate(stated):
        for heading in headings:
            if _is_headline(heading, text, place == 0):
                return _trimmed(heading, stated, head), "heading"
    only = headings[0] if len(headings) == 1 else ""
    if only and (not stated or _is_reworded(only, stated) or _heads_text(only, stated, head, blocks)):
        return _trimmed(only, stated, head), "heading"
    if not named:
        return None, None
    rule, text = named[0]
    text = next((longer for longer in stated if is_cut(text, longer)), text)
    is_site = HOST.fullmatch(text) is not None or is_host(text, head)
    if len(named) == 1 and is_site and (headed := _above_text(blocks)):
        return headed, "heading"
    if len(named) == 1 and (line := _above_date(text, blocks)):
        return line, "line"
    return begun_by(text, blocks) or printed_end(text, blocks) or without_site(text, head) or text, rule


def _before(heading: str, title: str, blocks: Sequence[Block]) -> str | None:
    """The heading that stands before another in the page's title, where both are all of it."""
    if not title or not bare(title).endswith(bare(heading)):
        return None
    others = (block.text for block in blocks if block.frame.tag in HEADINGS and block.text != heading)
    return next((text for text in others if title.startswith(text) and bare(text + heading) == bare(title)), None)


def _behind(site: str, title: str, blocks: Sequence[Block]) -> str | None:
    """The heading that no link is and that the page's title ends with, behind a name and a colon: `Wave: Ten ships`."""
    own = (block.text for block in blocks if block.frame.tag in HEADINGS and not block.linked)
    return next((text for text in own if title == f"{site}: {text}"), None)


def _is_reworded(heading: str, stated: Sequence[str]) -> bool:
    """Whether a heading says in other words what a title says, which is often written for searching."""
    is_short = len(heading.split()) < SHORT_NAME
    return _shared(heading, stated[0]) >= _MOSTLY or (
        not is_short and max(_shared(heading, text) for text in stated) >= _SAME
    )


def _heads_text(heading: str, stated: Sequence[str], head: Head, blocks: Sequence[Block]) -> bool:
    """Whether a heading of a sentence's length stands above the first paragraph, and no stated title is printed.

    A title element alone may be the only one that a page in the article's place has rewritten.
    """
    if len(stated) < 2 or len(heading.split()) <= SHORT_NAME or len(heading) >= _PROSE:
        return False
    prose = (i for i, block in enumerate(blocks) if len(block.text) > _PROSE and 2 * block.linked < len(block.text))
    at = next(i for i, block in enumerate(blocks) if mend(block.text) == heading)
    titles = {bare(title) for text in stated for title in (text, without_site(text, head))}
    return at < next(prose, 0) and titles.isdisjoint(bare(block.text) for block in blocks)


def _above_text(blocks: Sequence[Block]) -> str | None:
    """The last heading above the first paragraph, where it has some words."""
    first = next((i for i, block in enumerate(blocks) if len(block.text) > _PROSE > 2 * block.linked), 0)
    above = (block.text for block in reversed(blocks[:first]) if block.frame.tag in _UPPER)
    heading = next(above, "")
    return mend(heading) if len(heading.split()) >= SHORT_NAME and len(heading) < _PROSE else None


def _above_date(title: str, blocks: Sequence[Block]) -> str | None:
    """The line above that of the date at a text, on pages without headings whose title is no line: the site's alone."""
    said = bare(title)
    if any(block.frame.tag in _UPPER or _is_most_of(said, bare(block.text)) for block in blocks):
        return None
    for place, (above, line) in enumerate(pairwise(blocks)):
        text = above.text
        is_long = len(text.split()) >= SHORT_NAME or (text[0] >= _FIRST_UNSPACED and len(text) >= _SHORTEST)
        may_be = is_long and len(text) < _PROSE and not above.linked and text[-1] not in ".:"
        is_dated = may_be and len(line.text) < _PROSE and any(find_days(line.text)) and not any(find_days(text))
        if is_dated and any(len(block.text) > _PROSE for block in blocks[place + 2 : place + _NEAR]):
            return mend(text)
    return None


def _is_most_of(title: str, line: str) -> bool:
    return 2 * len(line) > len(title) and line in title


def headline_place(blocks: Sequence[Block], title: str) -> int:
    """The place of the headline: a first-level heading that is the title, else another one that is and is no link to
    the page itself, else any first-level heading, else any line that is the title.
    """
    printed = heading = line = -1
    for place, block in enumerate(blocks):
        is_title = block.text == title
        if block.frame.tag == "h1":
            if is_title:
                return place
            heading = place if heading < 0 else heading
        elif is_title:
            line = place if line < 0 else line
            if printed < 0 and not block.linked and block.frame.tag in HEADINGS:
                printed = place
    return next((place for place in (printed, heading, line) if place >= 0), 0)


def _is_headline(heading: str, title: str, is_first: bool) -> bool:
    """Whether the head's first title holds the heading, or a later one that says little else."""
    printed, said = bare(heading), bare(title)
    return len(printed) > 8 and printed in said and (is_first or len(printed) * 2 > len(said))


def _trimmed(heading: str, stated: Sequence[str], head: Head) -> str:
    """The heading without the site's name, and without the date or the kicker some sites set before it."""
    for text in (one for first in stated[:1] for one in (first, without_site(first, head))):
        before = heading.removesuffix(text)
        is_kicker = len(before) < len(text) and (_KICKER.search(before) is not None or _is_label(before, text))
        if before != heading and (is_kicker or any(find_days(before))):
            return text
    whole = {without_site(text, head) for text in stated}
    said = {parts_of(text)[0] for text in whole}
    if heading not in whole and len(said) == 1 and heading.startswith(first := said.pop()):
        # The site's name, which the page's title ends with, may touch the headline.
        is_site = heading[len(first) :] == parts_of(head.title)[-1] != head.title
        if is_site or _BESIDE.fullmatch(heading, len(first)):
            return first
    return without_name(heading, head) if head.metas.get("og:site_name") or " | " in heading else heading


def _is_label(before: str, title: str) -> bool:
    """Whether a word or two in capitals before a title that is in small letters name its section: `PORTS Ten ships`."""
    is_short = len(title.split()) >= SHORT_NAME and len(before.split()) < SHORT_NAME
    is_label = before.endswith(" ") and before.isupper() and not before[0].isdigit() and len(before) > _INITIALS
    return is_short and is_label and title[0].isupper() and not title.isupper()


def _shared(heading: str, title: str) -> float:
    """Share of the heading's words that the title has too."""
    wanted, said = words(heading.casefold()), set(words(title.casefold()))
    return sum(word in said for word in wanted) / max(3, len(wanted))


def _names_site(heading: str, head: Head) -> bool:
    """Whether a heading is only the site's name: its stated name, or a short last part of every title."""
    printed = bare(heading)
    if printed == bare(head.metas.get("og:site_name", "")) or ("." in heading.rstrip(".") and " " not in heading):
        return True
    own = bare(head.metas.get("og:title", ""))
    if len(printed) < len(own) and printed + own == bare(head.title):  # `The Daily Wave: Ten ships left`
        return True
    return (
        len(heading.split()) <= SHORT_NAME
        and len(printed) * 2 < len(bare(head.title))
        and bare(head.title).endswith(printed)
    )


def _stated(head: Head) -> list[tuple[str, str]]:
    """(rule, text) of the titles the head states, the most believed first."""
    meta = head.meta("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
    texts = [("linked_data:headline", text) for text in texts_of(head.article.get("headline"))[:1]]
    texts += [(f"meta:{meta[0]}", meta[1])] if meta else []
    return [
        (rule, _MARKS.sub("", one_line(mend(_TAG.sub("", html.unescape(text))))))
        for rule, text in [*texts, ("title_element", head.title)]
    ]
