"""One HTML page read: its article with metadata, captions, links, headings and a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from tasks.core.article.record import Article
from tasks.core.date.order import day_first
from tasks.core.language import detect_language
from tasks.core.page.assembly import paragraphs
from tasks.core.page.captions import captions
from tasks.core.page.dates.published import Published, read_published
from tasks.core.page.head import read_head
from tasks.core.page.margins.corrections import corrections
from tasks.core.page.markup.block import Block, Menu
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse, utf8
from tasks.core.page.model import BlockModel
from tasks.core.page.outlet.publisher import SPELLED, read_canonical, read_publisher
from tasks.core.page.people.authors import read_authors
from tasks.core.page.section.find import read_section
from tasks.core.page.statements import Page
from tasks.core.page.title.headline import headline_place, read_title
from tasks.core.page.title.parts import uncounted
from tasks.core.page.unshown import unshown_blocks
from tasks.core.page.verdict.judge import judge
from tasks.core.paragraph import assemble
from tasks.core.url.host import parted
from tasks.tables.values import Verdict

_FEW = 3  # blocks
_STATED = ("linked_data", "meta:")  # rules by which the head says something of the page itself
_NO_PAGE: tuple[Verdict, ...] = ("consent", "soft_404")


def read_page(
    html: str | bytes, model: BlockModel, url: str = "", latest: date | None = None, encoding: str | None = None
) -> Article:
    """The article of a page, given as text or in UTF-8, which is faster. Never raises.

    `url` is where it was found, `latest` the day it was fetched, `encoding` how it was decoded.
    """
    html = utf8(html)
    tree = parse(html)
    head = read_head(tree)
    menus: list[Menu] = []
    blocks = _blocks(tree, menus)
    title, title_rule = read_title(head, blocks)
    chosen = model.choose(blocks, title or "")
    found = paragraphs(blocks, chosen, title or "", url)
    body = assemble(found)
    host = parted(url or head.canonical or "").hostname or ""
    order = cache(lambda: day_first(head.language, host, html))
    page = Page(html, tree, head, blocks, title or "", headline_place(blocks, title or ""), url, order, menus)
    article = _with_metadata(page, (title, title_rule), read_published(page, latest))
    if unshown := unshown_blocks(head.article.get("articleBody"), blocks, body.text):
        blocks, chosen = unshown, [True] * len(unshown)
        found = paragraphs(blocks, chosen, title or "", url)
        body = assemble(found)
        article = replace(article, rules=article.rules | {"text": "linked_data:articleBody"})
        page = replace(page, blocks=blocks, headline=headline_place(blocks, title or ""))
    language, score = detect_language(body.text)
    verdict = judge(page, chosen, body.text)
    return replace(
        _without_others(article, verdict, claims_article=head.claims_article()),
        encoding=encoding,
        text=body.text,
        links=body.links,
        headings=body.headings,
        captions=captions(blocks, chosen, title or "", page.headline),
        corrections=corrections([paragraph.text for paragraph in found]),
        language=language,
        language_score=score,
        verdict=verdict,
    )


def _blocks(tree: LexborHTMLParser, menus: list[Menu]) -> list[Block]:
    """The page's blocks, its menus put to `menus`; those for readers without scripts where hardly any others stand.

    Some pages show their text to such readers alone; an element not closed inside `noscript` lets it hold all the rest.
    """
    blocks = read_blocks(tree.body, menus) if tree.body else []
    if len(blocks) <= _FEW and tree.body:
        return max([blocks, *map(read_blocks, tree.body.css("noscript"))], key=len)
    return blocks


def _without_others(article: Article, verdict: Verdict, *, claims_article: bool) -> Article:
    """Without the authors and the day that the head of a page does not state which is no article: they are of others.

    A page that lists others bears the day on which it was put together in a line like theirs.
    """
    is_other = verdict in _NO_PAGE or (verdict == "index" and not claims_article)
    if is_other and not article.rules.get("authors", "").startswith(_STATED):
        article = replace(article, authors=[], rules={k: rule for k, rule in article.rules.items() if k != "authors"})
    if verdict in _NO_PAGE and article.published_rule and not article.published_rule.startswith((*_STATED, "url")):
        article = replace(article, published_at=None, published_on=None, published_rule=None, published_precision=None)
    return article


def _with_metadata(page: Page, titled: tuple[str | None, str | None], published: Published) -> Article:
    head, (title, title_rule) = page.head, titled
    publisher, publisher_rule = read_publisher(head, page.title, page.tree, page.url)
    # A site without a name of its own may bear its author's.
    authors, authors_rule = read_authors(page, None if publisher_rule == SPELLED else publisher)
    address = read_canonical(head, page.url)
    section, section_rule = read_section(page, publisher)
    rules = {
        "title": title_rule,
        "authors": authors_rule,
        "publisher": publisher_rule,
        "modified_at": published.modified_rule,
        "url": head.canonical_rule if address else None,
        "section": section_rule,
    }
    return Article(
        title=uncounted(title) if title else title,
        authors=authors,
        publisher=publisher,
        published_at=published.at,
        published_on=published.on,
        published_rule=published.rule,
        published_precision=published.precision,
        published_candidates=published.candidates,
        modified_at=published.modified_at,
        url=address,
        section=section,
        declared_language=head.language,
        rules={name: rule for name, rule in rules.items() if rule},
    )
