"""The parts a page's title is put together from: the headline, and the names of section, site and host."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tasks.core.lazy_regex import lazy_regex
from tasks.core.page.head import Head
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import HEADINGS
from tasks.core.page.outlet.spelled import host_names
from tasks.core.text import bare, mend

_PARTED = re.compile(r"\s+(?:[|•·»«›‹—–:]|::|//|-{1,2})\s+|\s*[|｜»]\s*|(?<=\w)\s?[—–]\s(?=\S)")
_PARTING_SIGN = re.compile(r"[|｜•·»«›‹—–:/-]")  # one of them is in all that parts
HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,6}")
_PARTING = re.compile(r"\s*[|｜•·»«›‹—–-]")
# Scripts that part no words by spaces set the site's name off by a low line, or by others where it says what it is:
# `十艘船驶入推罗港_推罗网`, `十艘船驶入推罗港-推罗新闻网`.
_DENSE = lazy_regex("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_DENSE_REST = lazy_regex(
    r"\s*_.+|\s*[|｜•·»«›‹—–].+|\s-\s.+|(?<=[\u3040-\u30ff\u3400-\u9fff！？。”』」》】）…])\s[^_]{1,20}_.+|"
    r"(?:-{1,2}|(?<=[\u3040-\u30ff\u3400-\u9fff！？。”』」》】）…])\s)[^_\s]{1,24}"
    r"(?:[网網报報社台臺院局厅廳部会會校所处處站]|中心|公司|集团|集團|政府|频道|頻道|新闻|新聞|在线)"
)
_DENSE_LEAST = 8  # letters
# `（1/3 ページ）`, `(09:26)`: what some sites of Asia print behind a headline.
_COUNTED = lazy_regex(r"\s?[（(]\d{1,2}/\d{1,2}\s?(?:ページ|頁|页)[)）]$|\s\(\d\d:\d\d\)$")
_CUT = 80  # code points
_PARTS = 3  # of a title that names site, section and headline
SHORT_NAME = 4  # words; a site's name is short
_REMEMBERED = 100  # titles; each of a page's is asked for several times


@lru_cache(maxsize=_REMEMBERED)
def parts_of(title: str) -> tuple[str, ...]:
    """The parts of a title between the signs that set off the names of site and section.

    >>> parts_of("Ten ships - Ports | Wave"), parts_of("Ten 19th-century ships")
    (('Ten ships', 'Ports', 'Wave'), ('Ten 19th-century ships',))
    """
    return tuple(_PARTED.split(title)) if _PARTING_SIGN.search(title) else (title,)


def _is_dense(text: str) -> bool:
    """Whether any letter of a text is of a script without spaces."""
    return not text.isascii() and _DENSE.search(text) is not None


def uncounted(title: str) -> str:
    """A headline in a script without spaces, without the number of its page or its clock behind it.

    >>> uncounted("橋を架け替え（1/3 ページ）"), uncounted("Ten ships (10:30)")
    ('橋を架け替え', 'Ten ships (10:30)')
    """
    return _COUNTED.sub("", title) if _is_dense(title) else title


def is_cut(text: str, longer: str) -> bool:
    """Whether a title is the beginning of a longer one, cut as linked data cuts headlines, and not at a mark."""
    return (
        _CUT <= len(text) < len(longer)
        and longer.startswith(text.rstrip(".… "))
        and not _PARTING.match(longer, len(text))
    )


def begun_by(title: str, blocks: Sequence[Block]) -> str | None:
    """The part of a title that the page prints and that ends before the mark that sets off the rest.

    A heading that is most of the title; in scripts without spaces the longest line, where a site's name is behind it.
    """
    lines: list[str] = []
    for block in blocks:
        text = block.text
        if len(title) <= len(text) or not title.startswith(text):
            continue
        is_most = 2 * len(text) > len(title) or len(text.split()) >= SHORT_NAME
        if block.frame.tag in HEADINGS and is_most and _PARTING.match(title, len(text)):
            return text
        if _is_dense(text):
            if not block.linked and len(bare(text)) >= _DENSE_LEAST and _DENSE_REST.fullmatch(title, len(text)):
                lines.append(text)
        elif block.frame.tag in HEADINGS and is_most:
            return None
    return max(lines, key=len, default=None)


def printed_end(title: str, blocks: Sequence[Block]) -> str | None:
    """The last part of a title that names site and section before it, if it is printed: `Wave :: Ports :: Ships`."""
    parts = parts_of(title)
    if len(parts) < 2 or len(parts[-1].split()) < SHORT_NAME or len(parts[-1]) < max(map(len, parts)):
        return None
    # Of two parts the first may be the subject: the last must be a heading.
    lines = [b for b in blocks if (b.frame.tag in HEADINGS or not b.linked) and _is_printed(parts[-1], b.text)]
    return parts[-1] if any(len(parts) >= _PARTS or block.frame.tag in HEADINGS for block in lines) else None


def _is_printed(title: str, line: str) -> bool:
    return line == title or (not line.isascii() and len(line) < 4 * len(title) and mend(line) == title)


def is_host(name: str, head: Head) -> bool:
    """Whether a name is spelled as the host of the page's own address."""
    return bare(name) in host_names(head.canonical or "")


def without_site(title: str, head: Head) -> str:
    """The title up to the part that names the site: its stated name, or a short last part, and its host before it."""
    rest = without_name(title, head)
    last = parts_of(rest)[-1]
    is_own = last != rest and HOST.fullmatch(last) and (not head.canonical or is_host(last.rpartition(".")[0], head))
    return _up_to(rest, last) if is_own else rest


def without_name(title: str, head: Head) -> str:
    """The title up to the site's stated name, or a short last part."""
    site = bare(head.metas.get("og:site_name", "") or head.metas.get("application-name", ""))
    site = "" if site == bare(title) else site
    parts = parts_of(title)
    if len(parts) < 2:
        return title
    if site and (_is_site(bare(parts[-1]), site) or site in bare(parts[-1])):
        return _up_to(title, parts[-1])
    if site and _is_site(bare(parts[0]), site):
        return title[title.index(parts[1], len(parts[0])) :]
    first, *others = title.split(" | ")
    if others and len(first.split()) >= SHORT_NAME and all(len(part.split()) <= SHORT_NAME for part in others):
        return first
    if len(parts[-1].split()) <= SHORT_NAME and len(parts[-1]) * 2 < len(title) and parts[-1][:1].isupper():
        return _up_to(title, parts[-1]) if title.count(" | ") or not site else title
    return title


def _is_site(part: str, site: str) -> bool:
    """Whether a part of a title is the site's name, a little more, or the beginning of a longer one."""
    is_more = part.startswith(site) and len(part) <= 2 * len(site) and not re.search(r"\d", part)
    return part in (site, f"www{site}") or is_more or (len(part) > 5 and site.startswith(part))


def _up_to(title: str, part: str) -> str:
    return re.sub(r"[\s|｜•·»«›‹—–:/-]+$", "", title[: title.rindex(part)])
