"""Labels of a section above a headline: links named as one, to a category's address, or to a folder of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tasks.core.page.markup.block import Block
from tasks.core.page.people.persons import is_signed
from tasks.core.page.section.names import begins_with, is_name
from tasks.core.page.statements import Page
from tasks.core.url.host import parted

_LABELLED = re.compile(
    r"categor|kategori|kicker|eyebrow|rubri[kcq]|overline|vignette|antetitulo|volanta|seccion|sezione|occhiello|ressort|"
    r"(?:article|post|story|entry|news|content|single|head)[\w-]*?(?:section|topic|channel|label)|"
    r"section[\w-]*?(?:name|link|label|tag)|\bcat\b",
    re.IGNORECASE,
)
_CATEGORY = re.compile(
    r"/(?:categor(?:y|ies|ia|ie)|kategorie?|sections?|topics?|rubri(?:c|k|que|ques)|seccion|ressort)/[^/?#]+/?$", re.I
)
# Folders of a whole site, or of one language; of one author; of a day.
_NO_FOLDER = re.compile(
    r"(?:/[a-z]{2}(?:[-_][a-z0-9]{2,4})?){0,2}|/(?:english|index\.php)|"
    r".*/(?:authors?|columnists?|contributors?|blogs|staff|people|profiles?|@[^/]+)(?:/.*)?|.*/\d+",
    re.IGNORECASE,
)
# What the elements are named that hold the site's name, an author's, a way past the menus.
_NO_LABEL = re.compile(r"site-?(?:title|name)|logo|brand|masthead|author|byline|skip", re.IGNORECASE)
_PART = re.compile(r"/(?:amp|\d{1,2}|page/\d+)/?$")  # what an address ends with that is another view of its page
# What leads back, or asks to do something, and dates.
_NO_SECTION = re.compile(
    r"\W*(?:(?:go |< ?)?back|return|zurück|zur übersicht|retour|volver|voltar|torna|terug|tilbage|tilbake|takaisin|"
    r"назад|wróć|zpět|späť|vissza|geri|(?:see|view|show|ver|voir) (?:all|more|tod[ao]s|tou(?:s|tes))|all|alle|"
    r"tou(?:s|tes)|tutt[ei]|tod[ao]s|wszystkie|follow|subscribe|subscriber|join|like|share|next|previous|vote|skip|"
    r"full story)\b|返回|.*(?:一覧|列表)|"
    r".*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NEAR, _ABOVE = 3, 8  # blocks above the headline
_MOST = 3  # links
_LONGEST = 60  # code points


def labels(page: Page) -> Iterator[str]:
    """The names of labels near the headline, those named so first; then of links to folders that hold the page."""
    above = page.blocks[max(0, page.headline - _ABOVE) : page.headline][::-1]
    short = [block for block in above if block.anchors and len(block.text) <= _LONGEST and not is_signed(block.text)]
    near = [block for block in above[:_NEAR] if 0 < len(block.anchors) <= _MOST]
    named = (_names(block)[:1] for block in near if _is_link(block) and _LABELLED.search(block.frame.names))
    filed = (_names(block)[:1] for block in near if block in short and _CATEGORY.search(block.anchors[0][2]))
    host, path = _place(page)
    folders = (_names(block, host, path)[::-1] for block in short if not _NO_LABEL.search(block.frame.names))
    others = (name for names in chain(filed, folders) for name in names if not _NO_SECTION.match(name))
    for name in chain(chain.from_iterable(named), others):
        if is_name(name) and not begins_with(page.title, name):
            yield name


def _is_link(block: Block) -> bool:
    return block.linked * 10 >= 9 * len(block.text)


def _names(block: Block, host: str = "", path: str = "") -> list[str]:
    """The words of a block's links; of those alone that lead to a folder of a `path`, if it is given."""
    return [
        block.text[start:end].strip()
        for start, end, address in block.anchors
        if not path or _is_folder_of(address, host, path)
    ]


def _place(page: Page) -> tuple[str, str]:
    """The host and the path of a page, the path without what names one of its parts."""
    parts = parted(page.head.canonical or page.url)
    return parts.netloc, _PART.sub("", parts.path) or "/"


def _is_folder_of(address: str, host: str, path: str) -> bool:
    """Whether an address of the same host is that of a folder in which a path lies."""
    parts = parted(address)
    folder = parts.path.rstrip("/")
    is_around = path.startswith(f"{folder}/") and path.rstrip("/") != folder
    return (
        is_around
        and parts.netloc in ("", host)
        and not ("?" in address or "#" in address or _NO_FOLDER.fullmatch(folder))
    )
