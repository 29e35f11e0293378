"""The section of a page: stated, on the way to it, or beside its headline."""

from __future__ import annotations

import json

import pytest

from tasks.core.page.head import read_head
from tasks.core.page.markup.block import Menu
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.page.section.find import read_section
from tasks.core.page.statements import Page
from tasks.core.page.title.headline import headline_place

TITLE = "Ten ships met in the strait"


def section(
    head: str, body: str = "", *nodes: object, publisher: str = "Grain", title: str = TITLE
) -> tuple[str | None, str | None]:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    html = f"<head><title>{title}</title>{head}{scripts}</head><body>{body}</body>".encode()
    tree = parse(html)
    menus: list[Menu] = []
    blocks = read_blocks(tree.body, menus) if tree.body else []
    page = Page(html, tree, read_head(tree), blocks, title, headline_place(blocks, title), "", None, menus)
    return read_section(page, publisher)


def trail(*steps: tuple[str, object]) -> dict[str, object]:
    listed = [{"@type": "ListItem", "name": name, "item": item} for name, item in steps]
    return {"@type": "BreadcrumbList", "itemListElement": listed}


FRONT, NEWS = ("Grain Daily", "https://a.example/"), ("News", "https://a.example/n")
PAGE = (TITLE, "https://a.example/n/p/ships")
PORTS = ("Ports", {"@id": "https://a.example/n/p"})


@pytest.mark.parametrize(
    ("head", "nodes", "name", "rule"),
    [
        pytest.param("<meta property=article:section content=World>", [trail(("Ports", "https://a.example/ports"))],
                     "World", "meta:article:section", id="a meta element"),
        pytest.param("<meta name=section content=World>", [{"@type": "Article", "articleSection": ["x", "Ports"]}],
                     "Ports", "linked_data:articleSection", id="linked data; one letter names none"),
        pytest.param("<meta name=section content=World>", [{"@type": "Article", "articleSection": "grain"}],
                     "World", "meta:section", id="the site is no section of its own"),
        pytest.param("", [trail(FRONT, NEWS, PORTS, PAGE)], "Ports", "linked_data:BreadcrumbList",
                     id="the way to the page"),
        pytest.param("", [trail(("Ports", "https://a.example/ports"))], "Ports", "linked_data:BreadcrumbList",
                     id="a way that begins at the section"),
        pytest.param("", [trail(("Grain Daily", None), ("Ports", None), PAGE)], "Ports", "linked_data:BreadcrumbList",
                     id="steps without addresses"),
        pytest.param("", [trail(("Home", "https://a.example/en/"), PAGE)], None, None,
                     id="the front page and the page"),
        pytest.param("", [trail(("Ten ships", "https://a.example/p"), PAGE)], "Ten ships", "linked_data:BreadcrumbList",
                     id="a section the headline names"),
        pytest.param("", [trail(("Ports", "http://[a"), PAGE)], "Ports", "linked_data:BreadcrumbList",
                     id="a broken address"),
        pytest.param("", [trail(("Grain Daily", "https:"), PORTS)], "Ports", "linked_data:BreadcrumbList",
                     id="a front page without its host"),
        pytest.param("", [trail(("Grain Daily", "/index.php"), PORTS)], "Ports", "linked_data:BreadcrumbList",
                     id="a front page by its file"),
        pytest.param("", [trail(("Ports", "/?cat=3"), PAGE)], "Ports", "linked_data:BreadcrumbList",
                     id="a section of the front page's file"),
        pytest.param("", [{"@type": "BreadcrumbList", "itemListElement": ["a", None]}], None, None, id="no steps"),
        pytest.param("", [{"@type": "BreadcrumbList", "itemListElement": 3}], None, None, id="no list"),
        pytest.param("<meta name=section content=world/ports>", [trail(("Ports", "/ports"), PAGE)], "Ports",
                     "linked_data:BreadcrumbList", id="an address gives way to a name"),
        pytest.param("<meta name=section content=News>", [trail(("Ports", "/ports"), PAGE)], "Ports",
                     "linked_data:BreadcrumbList", id="a word for any gives way to a name"),
        pytest.param("<meta name=section content=News>", [], "News", "meta:section", id="a word for any alone"),
        pytest.param("<meta name=section content=world/ports>", [], "world/ports", "meta:section",
                     id="an address alone"),
        pytest.param("", [], None, None, id="none"),
    ],
)  # fmt: skip
def test_stated_sections(head: str, nodes: list[object], name: str | None, rule: str | None) -> None:
    assert section(head, "", *nodes) == (name, rule)


H1 = f"<h1>{TITLE}</h1>"
WAY = "<a href=/>Grain Daily</a> / <a href=/news>News</a> / <a href=/news/ports>Ports</a>"
ARROWS = "<a href=/>Grain Daily</a> > <a href=/news>News</a> > <a href=/news/ports>Ports</a>"
MENU = "".join(f"<li><a href=/{place}>Place {place}</a>" for place in range(9))


@pytest.mark.parametrize(
    ("body", "name", "rule"),
    [
        pytest.param(f"<div class='Page-Breadcrumbs'>{WAY}</div>{H1}", "Ports", "breadcrumbs", id="by its class"),
        pytest.param(f"<ul id=crumbs>{WAY}</ul>{H1}", "Ports", "breadcrumbs", id="by its id"),
        pytest.param(f"<nav aria-label=Breadcrumb>{WAY}</nav>{H1}", "Ports", "breadcrumbs", id="by its label"),
        pytest.param(f"<nav><ol class=breadcrumb-list>{WAY}</ol></nav>{H1}", "Ports", "breadcrumbs",
                     id="by the list in it"),
        pytest.param(f"<ol><li itemprop=itemListElement>{WAY}</ol>{H1}", "Ports", "breadcrumbs", id="by its steps"),
        pytest.param(f"<div class=crumbs><a href=/author/ada>Ada Byron</a></div>{H1}", None, None, id="an author"),
        pytest.param(f"<body class=has-breadcrumbs><ul>{MENU}</ul><p class=breadcrumb>{WAY}</p>{H1}", "Ports",
                     "breadcrumbs", id="a menu is no way"),
        pytest.param(f"<div class=crumbs><a href=javascript:share()>Share</a></div>{H1}", None, None,
                     id="nor is what shares the page"),
        pytest.param(f"<div class=crumbs><a href=/2020>2020</a> <a href=/b>« Back to all</a></div>{H1}", None, None,
                     id="years and ways back name none"),
        pytest.param(f"<div class=crumbs><a href=/ships>{TITLE}</a></div>{H1}", None, None, id="the page itself"),
        pytest.param(f"<div class=crumbs><a href=/in>Sign In</a> <a href=/new>Create Account</a></div>{H1}", None, None,
                     id="what a reader may do"),
        pytest.param(f"<div class=crumbs><a href=/start>www.grain.example</a></div>{H1}", None, None, id="the host"),
        pytest.param(f"<nav class=way>{ARROWS}</nav>{H1}", "Ports", "breadcrumbs", id="by arrows, in a menu"),
        pytest.param(f"<div class=way>You are here: {ARROWS}</div>{H1}", "Ports", "breadcrumbs", id="behind a label"),
        pytest.param(f"<div class=way>您所在的位置：{ARROWS}</div>{H1}", "Ports", "breadcrumbs",
                     id="behind a Chinese label"),
        pytest.param(f"<div class=way>{ARROWS.replace('Ports', '港口位置')}</div>{H1}", "港口位置", "breadcrumbs",
                     id="a step that ends as such a label"),
        pytest.param(f"<div class=way>{ARROWS} &gt; {TITLE}</div>{H1}", "Ports", "breadcrumbs",
                     id="by arrows, the page no link"),
        pytest.param("<div class=way><a href=//a.example/>Grain</a>>><a href=//ports.a.example/>Ports</a></div>" + H1,
                     "Ports", "breadcrumbs", id="a section with a host of its own"),
        pytest.param("<div class=way><a href=/s/7>Ports</a> » <a href=/s/7/1>Tyre</a></div>" + H1, "Ports",
                     "breadcrumbs", id="from the section on"),
        pytest.param(f"<div class=way>{WAY}</div>{H1}", "Ports", "breadcrumbs", id="by strokes, from the front page"),
        pytest.param("<div class=way><a href=/en>English</a> / <a href=/fr>French</a></div>" + H1, None, None,
                     id="strokes alone are none"),
        pytest.param(f"<div class=way>All news: {ARROWS}</div>{H1}", None, None, id="nor is a line of other words"),
        pytest.param(f"<div class=way><a href=/next>Next</a> » <b>1</b> » 2</div>{H1}", None, None, id="nor a pager"),
        pytest.param(f"{H1}<time itemprop=datePublished>May 3</time> <a href=/p itemprop=articleSection>Ports</a>",
                     "Ports", "itemprop:articleSection", id="microdata"),
        pytest.param(f'{H1}<p><a rel="category tag" href=/c/n>News</a> <a rel="category tag" href=/c/p>Ports</a>',
                     "Ports", "rel:category", id="a blog's category"),
        pytest.param(f"<div class=article-kicker><a href=/ports>Ports</a></div>{H1}", "Ports", "label",
                     id="a label above the headline"),
        pytest.param(f"<div class=article-kicker>Ports</div>{H1}", None, None, id="one that leads nowhere"),
        pytest.param(f"<div class=tools><a href=/ports>Ports</a></div>{H1}", None, None, id="one of another kind"),
        pytest.param(f"<div class=kicker><a href=/ships>{TITLE}</a></div>{H1}", None, None, id="the headline again"),
        pytest.param(f"<div class=kicker><a href=/ports>Ports</a></div>{'<p>Ten of them.</p>' * 3}{H1}", None, None,
                     id="one far above"),
        pytest.param(f"<h3><a href=/sections/sea-ports/>Ports</a></h3>{H1}", "Ports", "label", id="by its address"),
        pytest.param(f"<p><a href=/topic/ports>Ports</a> 7 min read</p>{H1}", "Ports", "label", id="and with more"),
        pytest.param(f"<link rel=canonical href=/sea/ports/ships><i><a href=/sea/ports/>Ports</a></i>"
                     f"{'<p>Ten of them.</p>' * 3}{H1}", "Ports", "label", id="a folder of the page"),
        pytest.param(f"<link rel=canonical href=/en/ships><a href=/en/>English</a>{H1}", None, None,
                     id="the folder of a language"),
        pytest.param(f"<link rel=canonical href=/sea/ships><a href=/sea/>Back to all</a>{H1}", None, None,
                     id="a way back"),
        pytest.param(f"<link rel=canonical href=/sea/ships/><a href=/sea/ships>Print it</a>{H1}", None, None,
                     id="the page by another address"),
        pytest.param(f"<link rel=canonical href=/sea/ships><a href='/sea?author=7'>Ada Byron</a>{H1}", None, None,
                     id="who wrote it"),
        pytest.param(f"<link rel=canonical href=/sea/ada/ships><p>By <a href=/sea/ada/>Ada Byron</a></p>{H1}", None,
                     None, id="whose folder it is in"),
        pytest.param(f"<link rel=canonical href=/2021/03/05/ships><a href=/2021/03/05/>5th March</a>{H1}", None, None,
                     id="the folder of a day"),
        pytest.param(f"<link rel=canonical href=/sea/ships><a href=//wave.example/sea/>On Wave</a>{H1}", None, None,
                     id="a folder elsewhere"),
        pytest.param(f"<link rel=canonical href=/sea/ships/amp><a href=/sea/ships/>Full text</a>{H1}", None, None,
                     id="the page itself, from one of its kinds"),
        pytest.param(f"<link rel=canonical href=/sea/ships><h2 class=site-title><a href=/sea/>Sea Blog</a></h2>{H1}",
                     None, None, id="the name of the site"),
        pytest.param(f"<div class=kicker><a href=/p>Ports</a></div><p><a href=/topic/ships>Ten Ships</a></p>{H1}",
                     "Ports", "label", id="a label named so, before a topic"),
        pytest.param(f"<p><a href=/topic/ships>Follow this topic</a></p>{H1}", None, None, id="what to do"),
        pytest.param(f"<div class=kicker><a href=/p>2025 in Review</a></div>{H1}", "2025 in Review", "label",
                     id="a label named so that holds a year"),
        pytest.param(f"<p><a href=/topic/show>Show</a></p>{H1}", "Show", "label", id="a topic that is a verb, too"),
    ],
)  # fmt: skip
def test_shown_sections(body: str, name: str | None, rule: str | None) -> None:
    assert section("", body) == (name, rule)


def test_what_is_stated_goes_before_what_is_shown() -> None:
    assert section("<meta name=section content=World>", f"<p class=breadcrumb>{WAY}</p>{H1}") == (
        "World", "meta:section",
    )  # fmt: skip


def test_a_name_for_programs_gives_way_to_the_one_for_readers() -> None:
    said = "<meta property=article:section content=society>"
    way = "<p class=breadcrumb><a href=/>홈</a> > <a href=/society/>사회</a></p>"
    assert section(said, way, title="첫차보다 먼저 나옵니다") == ("사회", "breadcrumbs")
    assert section(said, "", title="첫차보다 먼저 나옵니다") == ("society", "meta:article:section")
    assert section(said, way) == ("society", "meta:article:section")


def test_a_section_in_small_letters_is_written_as_printed() -> None:
    said = "<meta property=article:section content=belfold>"
    assert section(said, f"{H1}<a href=/b>Belföld</a>") == ("Belföld", "meta:article:section")
    assert section(said, f"{H1}<a href=/b>Belföldi hírek</a>") == ("belfold", "meta:article:section")
    assert section(said, f"{H1}<a href=/b>#belfold</a><a href=/b>BELFOLD</a>") == ("belfold", "meta:article:section")
