"""The section a page is filed under: as it states it, or as the way to it and the label above its headline show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser

from tasks.core.page.head import Head, texts_of, types_of
from tasks.core.page.markup.block import Block, Menu
from tasks.core.page.markup.names import TRAIL
from tasks.core.page.outlet.spelled import is_domain
from tasks.core.page.section.labels import labels
from tasks.core.page.section.names import EVERYWHERE, as_printed, begins_with, is_name
from tasks.core.page.statements import Page
from tasks.core.text import one_line
from tasks.core.url.host import is_front, parted

Step = tuple[str, str | None]  # name and address
_LONGEST = 80  # code points
_MENUS = "nav,footer"
_ITEM = '[itemprop="articleSection"]'
_MOST_STEPS = 8  # links; a list of more is a menu
_NO_STEP = re.compile(r"(?:javascript|mailto):|.*/authors?/")  # what shares a page, who wrote it
_BELOW = 3  # blocks
_LONGEST_TRAIL = 300  # code points
_BEFORE = 8  # blocks above the headline among which the way to the page stands
# Between two steps; from the front page on, strokes too.
_ARROW = re.compile(r"\s*(?:[»›→⟩❯▸]|>+)\s*")
_ARROW_OR_STROKE = re.compile(r"\s*(?:[»›→⟩❯▸]|>+|(?<=\s)[/|](?=\s))\s*")
_ANY_BETWEEN = re.compile(r"[»›→⟩❯▸>/|](?:(?<![/|])|(?<=\s.)(?=\s))")  # whether there is one, told sooner
_HERE = re.compile(  # before the first step
    r"^\W{0,3}(?:you(?: are|’re|'re) here|sie sind hier|vous êtes ici|estás? (?:en|aquí)|você está em|sei (?:qui|in)|"
    r"ti trovi in|jesteś tutaj|u bent hier|du (?:er|är) här|вы здесь|"
    r"(?:您|你)?(?:现在|当前|當前|目前|所在)?的?(?:所在)?位置)\s?[:：]?\s*",
    re.IGNORECASE,
)
_PATH = re.compile(r"[a-z0-9_-]*(?:/[a-z0-9_-]+)+/?")
_FIRST_OTHER = "\u0370"  # the first letter of a script that is not Latin


def read_section(page: Page, publisher: str | None = None) -> tuple[str | None, str | None]:
    """(section, rule): stated; on the way to the page; the category a blog files it under; above the headline.

    The site itself, named as the `publisher` is, is no section of its own.
    """
    head = page.head
    found = head.meta("article:section", "section", "parsely-section", "cxenseparse:section", "og:article:section")
    internal: tuple[str, str] | None = None
    for rule, texts in (
        ("linked_data:articleSection", texts_of(head.article.get("articleSection"))),
        (f"meta:{found[0]}" if found else "", [found[1]] if found else []),
        ("linked_data:BreadcrumbList", _on_the_way(_listed_steps(head), head.title)),
        ("breadcrumbs", (name for steps in _printed_trails(page) for name in _shown_steps(steps, head.title))),
        ("itemprop:articleSection", _marked(page)),
        ("rel:category", filter(is_name, (one_line(link.text()) for link in head.filed))),
        ("label", labels(page)),
    ):
        for text in texts:
            is_other = text.lower() not in ((publisher or "").lower(), page.title.lower()) and not is_domain(text)
            if 1 < len(text) <= _LONGEST and is_other:
                if not (_is_internal(text, page.title) or text.lower() in EVERYWHERE):
                    return as_printed(one_line(text), page.blocks), rule
                internal = internal or (one_line(text), rule)
    return internal or (None, None)


def _marked(page: Page) -> Iterator[str]:
    node = page.tree.css_first(_ITEM) if page.head.dated else None  # by the same marks
    if node is not None:
        yield one_line(node.attributes.get("content") or node.text())


def _is_internal(text: str, title: str) -> bool:
    """Whether a name is one that the site's own programs use: `news/local`, `society` on a page in another script."""
    return _PATH.fullmatch(text) is not None or (
        text.isascii() and text.islower() and 2 * sum(letter >= _FIRST_OTHER for letter in title) > len(title)
    )


def _on_the_way(steps: Sequence[Step], title: str) -> Iterator[str]:
    """The names on the way from the front page to the page itself, without both and without what says only `News`."""
    site = _host(steps[0][1]) if steps else ""
    for place, (name, address) in enumerate(steps, 1):
        is_first = place == 1 < len(steps) if address is None else is_front(address) and _host(address) in ("", site)
        is_headline = place == len(steps) and begins_with(title, name)
        if not is_first and not is_headline and is_name(name):
            yield name


def _shown_steps(steps: Sequence[Step], title: str) -> Iterator[str]:
    if len(steps) <= _MOST_STEPS and not any(_NO_STEP.match(address or "") for _, address in steps):
        yield from _on_the_way(steps, title)


def _host(address: str | None) -> str:
    return parted(address or "").netloc


def _listed_steps(head: Head) -> list[Step]:
    trail = next((node for node in head.own if "BreadcrumbList" in types_of(node)), {})
    listed = trail.get("itemListElement")
    return [_step(step) for step in listed if isinstance(step, dict)] if isinstance(listed, list) else []


def _step(step: dict[str, object]) -> Step:
    item = step.get("item")
    address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    name = next(iter(texts_of(step.get("name")) or texts_of(item)), "")
    return name, address if isinstance(address, str) else None


def _printed_trails(page: Page) -> Iterator[Sequence[Step]]:
    """The ways that menus and the blocks above the headline print, told by their names, or by arrows between steps."""
    for menu in page.menus:
        is_named = "crumb" in menu.names
        if is_named or (len(menu.words) < _LONGEST_TRAIL and _ANY_BETWEEN.search(menu.words)):
            steps = _links_of(menu, page.tree)
            if is_named or _has_arrows(one_line(menu.words), steps):
                yield steps
    named = (block for block in page.blocks[: page.headline + _BELOW] if block.frame.flags & TRAIL)
    yield [step for block in named for step in _steps_of(block)]
    for block in page.blocks[max(0, page.headline - _BEFORE) : page.headline + 1]:
        if block.anchors and _has_arrows(block.text, steps := _steps_of(block)):
            yield steps


def _steps_of(block: Block) -> list[Step]:
    return [(block.text[start:end].strip(), href) for start, end, href in block.anchors]


def _has_arrows(text: str, steps: Sequence[Step]) -> bool:
    """Whether a line is nothing but steps with arrows between them; the last one may be no link."""
    names = [name for name, _ in steps]
    if not 0 < len(names) <= _MOST_STEPS:
        return False
    between = _ARROW_OR_STROKE if len(steps) > 1 and is_front(steps[0][1] or "-") else _ARROW
    parts = between.split(_HERE.sub("", text))
    return len(parts) > 1 and parts[: len(names)] == names and len(parts) - len(names) <= 1


def _links_of(menu: Menu, tree: LexborHTMLParser) -> list[Step]:
    element = next(node for node in tree.css(_MENUS) if node.mem_id == menu.address)
    return [(one_line(link.text()), link.attributes.get("href")) for link in element.css("a[href]")]
