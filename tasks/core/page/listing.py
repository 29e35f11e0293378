"""Whether a page lists other pages: a front page, a section, a tag, an author, what a search found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from tasks.core.page.blocks import Block
from tasks.core.page.elements import HEADINGS
from tasks.core.page.statements import Page

_PATH = re.compile(
    r"^/?(?:index\.\w+|home|[a-z]{2}|news|category/.*|categor[ií]a/.*|categorie/.*|rubri(?:k|c|que|ka)/.*|kategori[ea]?/.*|"
    r"tags?/.*|topics?/.*|tema/.*|th[eè]mes?/.*|thema/.*|themen/.*|etiquetas?/.*|autor[ei]?/.*|auteurs?/.*|authors?/.*|"
    r"list/.*|search(?:/.*)?|suche(?:/.*)?|recherche(?:/.*)?|buscar?(?:/.*)?|sections?/.*|archiv[eo]?s?/.*|page/\d+)?/?$",
    re.IGNORECASE,
)
_LONGER_LETTERS = "\u3000"  # from here on, scripts say a headline in half as many letters
_SEARCH = re.compile(
    r"/(?:search|suche|recherche|buscar?|busqueda|pesquisa|cerca|szukaj|hledani|poisk|ara)/?$", re.IGNORECASE
)
_KINDS = frozenset(("CollectionPage", "SearchResultsPage", "ProfilePage"))
_SHORT = 250  # words
_MOST = 0.65  # of a linked line; the rest may be its day
_PROSE = 100  # code points
_HEADLINE = 30  # code points of a linked line; half as many of a heading
_FEW_LINES, _MANY_LINES = 6, 15  # linked lines of a list of articles
_PARAGRAPHS = 3  # of prose, which a list has hardly
_ABOVE = 1  # paragraphs of prose above a list
_TEASERS = 6  # linked headings that a list of articles shows at least


def is_index(page: Page, chosen: Sequence[bool], count: int, path: str | None) -> bool:
    """Whether the page lists articles: many linked lines, and hardly any prose between them."""
    head, blocks = page.head, page.blocks
    front = (path is not None and _PATH.match(path or "/") is not None) or not _KINDS.isdisjoint(head.kinds())
    kind = head.metas.get("og:type", "").lower()
    is_told = "article" in kind or "video" in kind or "article:published_time" in head.metas
    if is_told and not front:
        return False
    linked, paragraphs = sum(map(_is_linked, blocks)), prose(blocks, chosen)
    if path is not None and _SEARCH.match(path) and paragraphs < _PARAGRAPHS:
        return True
    if front and count < 2 * _SHORT and count < 30 + 12 * linked:
        least = _FEW_LINES if path in ("", "/") or not paragraphs else _MANY_LINES
        return linked >= least or _is_list_of_teasers(blocks, chosen)
    if is_told:
        return False
    lists = linked >= _MANY_LINES and count < min(_SHORT, 30 + 8 * linked) and not head.article
    return (lists and paragraphs < _PARAGRAPHS) or _is_list_of_teasers(blocks, chosen)


def prose(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    """How many paragraphs of the text are prose."""
    return sum(len(block.text) > _PROSE and block.linked * 2 < len(block.text) for block in compress(blocks, chosen))


def _is_list_of_teasers(blocks: Sequence[Block], chosen: Sequence[bool]) -> bool:
    """Whether linked headings stand all through the text, hardly more than a paragraph above them and below each."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen] or [0, len(blocks)]
    within = range(places[0], min(places[-1] + 1, len(blocks)))
    teasers = [index for index in within if blocks[index].frame.tag in HEADINGS and _is_linked(blocks[index])]
    if len(teasers) < _TEASERS or prose(blocks, chosen) > len(teasers):
        return False
    return prose(blocks[: teasers[0]], chosen) <= _ABOVE


def _is_linked(block: Block) -> bool:
    """Whether a line is a link as long as a headline."""
    return block.linked > _MOST * len(block.text) and len(block.text) > _least(block)


def _least(block: Block) -> int:
    if block.frame.tag in HEADINGS or max(block.text) >= _LONGER_LETTERS:
        return _HEADLINE // 2
    return _HEADLINE
