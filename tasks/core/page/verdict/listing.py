"""Whether a page lists other pages: a front page, a section, a tag, an author, what a search found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, pairwise

from tasks.core.lazy_regex import lazy_regex
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import ASIDE, FOOTER, HEADINGS, NAV
from tasks.core.page.markup.names import COMMENT, SIDE, without_digits
from tasks.core.page.statements import Page, is_of_other
from tasks.core.page.verdict.wording import phrases, says, small
from tasks.core.url.host import parted

_PATH = lazy_regex(
    r"^/?(?:index\.\w+|home|[a-z]{2}|news|category/.*|categor[ií]a/.*|categorie/.*|rubri(?:k|c|que|ka)/.*|kategori[ea]?/.*|"
    r"tags?/.*|topics?/.*|tema/.*|th[eè]mes?/.*|thema/.*|themen/.*|etiquetas?/.*|autor[ei]?/.*|auteurs?/.*|authors?/.*|"
    r"list/.*|search(?:/.*)?|suche(?:/.*)?|recherche(?:/.*)?|buscar?(?:/.*)?|sections?/.*|archiv[eo]?s?/.*|page/\d+)?/?$",
    re.IGNORECASE,
)
_LONGER_LETTERS = "\u3000"  # from here on, scripts say a headline in half as many letters
_SEARCH = lazy_regex(
    r"/(?:search|suche|recherche|buscar?|busqueda|pesquisa|cerca|szukaj|hledani|poisk|ara)/?$", re.IGNORECASE
)
_NAMES = phrases("""
search results|suchergebnis|résultats de recherche|résultats pour|resultados de|risultati|zoekresultaten|sökresultat
søgeresultat|søkeresultat|wyniki wyszukiwania|výsledky|результаты поиска|результати пошуку|arama sonuçları
検索結果|검색 결과|搜索结果|搜尋結果
alle artikel|all articles|tous les articles|todos los artículos|tutti gli articoli|alla artiklar|alle artikelen
一覧|列表|目录|バックナンバー|アーカイブ
tag:|тег:|étiquette:|etiqueta:|schlagwort:|category:|kategorie:|catégorie:|categoría:|categoria:|рубрика:
""")
_SECTION = re.compile(r"/[^\W\d_]{3,20}/?$")
_KINDS = frozenset(("CollectionPage", "SearchResultsPage", "ProfilePage"))
_SHORT = 250  # words
_MOST = 0.65  # of a linked line; the rest may be its day
_PROSE, _DENSE_PROSE = 100, 45  # code points; fewer in scripts that say a sentence in half as many letters
_HEADLINE = 30  # code points of a linked line; half as many of a heading
_FEW_LINES, _MANY_LINES = 6, 15  # linked lines of a list of articles
_FRONT_LINES = 40  # of a site's front page, however much it says of each
_LINKS = 6  # in a text that is all links
_PARAGRAPHS = 3  # of prose, which a list has hardly
_AROUND = 500  # code points of text above and below a list
_EACH = 2  # paragraphs of prose below a title
_BELOW = 4  # blocks that a list's last title has below it
_TITLE = 12  # code points of a title
_ASIDE = COMMENT | NAV | FOOTER | ASIDE | SIDE
_FEW_TITLES, _TITLES = 3, 5  # of one kind that a list of articles shows at least


def is_index(page: Page, chosen: Sequence[bool], count: int, path: str | None) -> bool:
    """Whether the page lists articles: titles that are links, and hardly any prose between them.

    What calls itself an article, or marks one day of publication, must have a list's address, or say in linked data
    that it is one.
    """
    head, blocks = page.head, page.blocks
    is_front = (
        (path is not None and _PATH.match(path or "/") is not None)
        or not _KINDS.isdisjoint(head.kinds())
        or says(small(page.title or head.title), _NAMES)
    )
    days = {node.mem_id: node for node in head.dated}
    has_own_day = len(days) == 1 and not any(is_of_other(node, page.title) for node in days.values())
    if (head.claims_article() or has_own_day) and not is_front:
        return False
    paragraphs = prose(blocks, chosen)
    if path is not None and _SEARCH.match(path) and paragraphs < _PARAGRAPHS:
        return True
    is_section = is_front or (path is not None and _SECTION.match(path) is not None)
    if _is_list_of_titles(blocks, chosen, _FEW_TITLES if is_section else _TITLES, 1 + is_front):
        return True
    if count < 2 * _SHORT and _is_all_links(blocks, chosen):
        return True
    linked = sum(map(_is_linked, blocks))
    is_root = path in ("", "/") and not any(parted(page.url)[3:])  # no query, no fragment
    if is_root and linked >= _FRONT_LINES and not (head.claims_article() or has_own_day):
        return True
    if is_front:
        least = _FEW_LINES if path in ("", "/") or not paragraphs else _MANY_LINES
        return linked >= least and count < min(2 * _SHORT, 30 + 12 * linked)
    return linked >= _MANY_LINES and count < min(_SHORT, 30 + 8 * linked) and paragraphs < _PARAGRAPHS


def prose(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    """How many paragraphs of the text are prose."""
    return sum(map(_is_prose, compress(blocks, chosen)))


def has_prose(blocks: Sequence[Block], chosen: Sequence[bool]) -> bool:
    """Whether two long paragraphs of the text are prose."""
    found = filter(_is_prose, filter(_is_long, compress(blocks, chosen)))
    return next(found, None) is not None and next(found, None) is not None


def _is_prose(block: Block) -> bool:
    is_long = _is_long(block) or (len(block.text) > _DENSE_PROSE and max(block.text) >= _LONGER_LETTERS)
    return is_long and block.linked * 2 < len(block.text)


def _is_long(block: Block) -> bool:
    return len(block.text) > _PROSE


def _is_list_of_titles(blocks: Sequence[Block], chosen: Sequence[bool], least: int, most: int) -> bool:
    """Whether titles of one kind that are links have hardly any words below each, and `most` paragraphs around all."""
    titles = _titles(blocks)
    if len(titles) < least:
        return False
    behind = min(titles[-1] + _BELOW, len(blocks))
    around = [*compress(blocks[: titles[0]], chosen), *compress(blocks[behind:], chosen[behind:])]
    if sum(len(block.text) for block in around) > most * _AROUND or sum(map(_is_prose, around)) > most:
        return False
    return all(prose(blocks[at:end], chosen[at:end]) <= _EACH for at, end in pairwise([*titles, behind]))


def _titles(blocks: Sequence[Block]) -> list[int]:
    """The places of the lines that link to other pages and are of one kind, where most are."""
    kinds: dict[tuple[str, str], list[int]] = {}
    for index, block in enumerate(blocks):
        if block.linked and not block.frame.flags & _ASIDE and _is_title(block):
            kinds.setdefault((block.frame.tag, without_digits(block.frame.names)), []).append(index)
    return max(kinds.values(), key=len, default=[])


def _is_title(block: Block) -> bool:
    return block.linked > _MOST * len(block.text) and len(block.text) >= _TITLE


def _is_all_links(blocks: Sequence[Block], chosen: Sequence[bool]) -> bool:
    """Whether the text is hardly more than links, whatever the elements that hold them."""
    text = list(compress(blocks, chosen))
    links = sum(end - start >= _TITLE for block in text for start, end, _ in block.anchors)
    return links >= _LINKS and sum(b.linked for b in text) > _MOST * sum(len(b.text) for b in text)


def _is_linked(block: Block) -> bool:
    """Whether a line is a link as long as a headline."""
    return block.linked > _MOST * len(block.text) and len(block.text) > _least(block)


def _least(block: Block) -> int:
    if block.frame.tag in HEADINGS or max(block.text) >= _LONGER_LETTERS:
        return _HEADLINE // 2
    return _HEADLINE
