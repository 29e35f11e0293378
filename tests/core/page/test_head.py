"""What a page's head says: elements by name, linked data, its address, its outlet."""

from __future__ import annotations

import json

import pytest

from tasks.core.page.head import Head, named_by, read_head, texts_of
from tasks.core.page.markup.parse import parse
from tasks.core.page.model import BlockModel
from tasks.core.page.outlet.publisher import read_canonical, read_publisher
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())
URL = "https://grain.example/a"


def head_of(html: str, *nodes: object) -> Head:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    return read_head(parse(f"<html><head>{html}{scripts}</head><body></body></html>"))


@pytest.mark.parametrize(
    ("html", "canonical"),
    [
        pytest.param(
            '<link rel=canonical href=" /b "><meta property=og:url content=/c>', f"{URL[:-1]}b", id="the link"
        ),
        pytest.param("<link rel=canonical><meta property=og:url content=/c>", f"{URL[:-1]}c", id="a link to nothing"),
        pytest.param("<meta property=og:url content=/c>", f"{URL[:-1]}c", id="the address for sharing"),
        pytest.param("<link rel=canonical href=/>", None, id="the front page"),
        pytest.param("<link rel=canonical href=mailto:a@b.example>", None, id="no page"),
    ],
)
def test_canonical_addresses(html: str, canonical: str | None) -> None:
    assert read_canonical(head_of(html), URL) == canonical


def test_a_canonical_address_of_a_page_of_no_address() -> None:
    assert read_canonical(head_of(f"<link rel=canonical href={URL}>"), "") == URL
    assert read_canonical(head_of("<link rel=canonical href=/b>"), "") is None


@pytest.mark.parametrize(
    ("html", "nodes", "is_one"),
    [
        pytest.param("<meta property=article:published_time content=2021>", [], True, id="a time of publication"),
        pytest.param("<meta property=og:type content=Video.other>", [], True, id="a video"),
        pytest.param("<meta property=og:type content=WebSite>", [], False, id="a site"),
        pytest.param("", [{"@type": "NewsArticle"}], True, id="an article in linked data"),
        pytest.param("", [{"@type": "WebPage", "datePublished": "2021"}], True, id="a page with its day"),
        pytest.param("", [{"@type": "WebPage"}], False, id="a page"),
        pytest.param("", [{"@type": "Event", "datePublished": "2021"}], False, id="another thing with its day"),
        pytest.param(
            "", [{"@graph": [{"mainEntity": {"@type": ["Thing", "schema:/BlogPosting"]}}]}], True, id="nested"
        ),
        pytest.param(
            "", [{"itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}], False, id="one listed"
        ),
    ],
)
def test_what_claims_to_be_an_article(html: str, nodes: list[object], is_one: bool) -> None:
    assert head_of(f"<title>Deal</title>{html}", *nodes).claims_article() is is_one


def test_a_listed_article_of_the_pages_title_is_its_own() -> None:
    node = {"@type": "NewsArticle", "headline": "Deal"}
    assert head_of("<title>Deal | Grain</title>", {"hasPart": [{"item": node}]}).article == node


def test_of_two_articles_the_dated_one_is_the_pages() -> None:
    dated = {"@type": "NewsArticle", "datePublished": "2021-03-03"}
    assert head_of("", {"@type": "NewsArticle"}, dated).article == dated


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        pytest.param(" Ada &amp; Carl ", ["Ada & Carl"], id="a text"),
        pytest.param(" ", [], id="white space"),
        pytest.param(1614679200, ["1614679200"], id="Unix time"),
        pytest.param(True, [], id="no text"),
        pytest.param([{"name": "Ada"}, "Carl", {"name": ["Eva"]}], ["Ada", "Carl", "Eva"], id="a list"),
        pytest.param({"@value": "Ada"}, ["Ada"], id="a value with a language"),
        pytest.param({"@id": "#ada"}, [], id="an identity alone"),
    ],
)
def test_texts_of_linked_data(value: object, texts: list[str]) -> None:
    assert texts_of(value) == texts


def test_names_of_identities() -> None:
    head = head_of(
        "", {"@graph": [{"@type": "Person", "@id": "#a", "name": "Ada"}, {"@type": "Person", "name": "Carl"}]}
    )
    assert len(head.own) == 2
    assert named_by(head, {"@id": "#a"}) == ["Ada"]
    assert named_by(head, [{"@id": "#a"}, {}]) == ["Ada"]


def test_meta_elements() -> None:
    html = "<meta name=Author content=' Ada &amp;amp; co '><meta property=author content=Carl><meta name=a content>"
    named = "<meta name=author content=Carl><meta http-equiv=b itemprop=c content=d><meta content=e>"
    head = head_of(f"{html}{named}<meta itemprop=datePublished>")
    assert (head.listed("author"), head.listed("editor")) == (["Ada & co", "Carl", "Carl"], [])
    assert (head.metas.get("a"), head.metas["b"], head.metas["c"]) == (None, "d", "d")


def article(**said: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Ten ships met", **said}


@pytest.mark.parametrize(
    ("html", "nodes", "name", "rule"),
    [
        pytest.param("<meta name=publisher content=Grain>", [], "Grain", "meta:publisher", id="a meta element"),
        pytest.param("<meta name=dc.publisher content=Grain>", [], "Grain", "meta:publisher", id="of libraries"),
        pytest.param("<meta property=og:site_name content=https://g.example><meta name=publisher content=Grain>", [],
                     "Grain", "meta:publisher", id="an address is no name"),
        pytest.param("<meta property=og:site_name content='Ten ships met: so'><meta name=publisher content=Grain>", [],
                     "Grain", "meta:publisher", id="nor is the headline"),
        pytest.param(f"<meta property=og:site_name content={'x' * 101}><meta name=publisher content=Grain>", [],
                     "Grain", "meta:publisher", id="nor a slogan"),
        pytest.param("", [{"@type": "Person", "name": "Ada"}, {"@type": "WebSite", "name": "Grain"}], "Grain",
                     "linked_data:site", id="the site in linked data"),
        pytest.param("<title>Ten ships met - and so did we all in the end</title>", [], None, None, id="a long rest"),
        pytest.param("<meta property=og:site_name content='Grain Courier - GC'>", [], "Grain Courier",
                     "meta:og:site_name", id="its own initials behind"),
        pytest.param("<meta property=og:site_name content='Grain Courier - TV'>", [], "Grain Courier - TV",
                     "meta:og:site_name", id="other letters behind"),
        pytest.param("<meta property=og:site_name content=Grain>", [article(publisher="Grain GmbH & Co. KG")], "Grain",
                     "meta:og:site_name", id="a company, known by a shorter name"),
        pytest.param("<meta property=og:site_name content=Wave>", [article(publisher="Grain GmbH")], "Wave",
                     "meta:og:site_name", id="a company, beside the site's name"),
        pytest.param("", [article(publisher="Grain GmbH")], "Grain GmbH", "linked_data", id="a company alone"),
        pytest.param("<meta property=og:site_name content=Grain>", [article(publisher="Grain Wave")], "Grain Wave",
                     "linked_data", id="a longer name, no company"),
        pytest.param("<title>Ten ships met « Grain Daily</title>", [], "Grain Daily", "title", id="behind an arrow"),
        pytest.param("<title>Ten ships met – Grain – Blog</title>", [], "Grain", "title", id="before `Blog`"),
        pytest.param("<title>Ten ships met - Home</title>", [], None, None, id="a place on the site"),
        pytest.param("<title>Ten ships met : Details : Ada Byron</title>", [], None, None, id="behind a colon"),
        pytest.param("<title>Ten ships met：国際：港新聞</title>", [], "港新聞", "title", id="behind a wide colon"),
        pytest.param("<meta property=og:site_name content=https://g.example>", [], "g.example", "meta:og:site_name",
                     id="an address alone"),
        pytest.param("<title>Ten ships met</title>", [], None, None, id="none"),
    ],
)  # fmt: skip
def test_outlets(html: str, nodes: list[object], name: str | None, rule: str | None) -> None:
    assert read_publisher(head_of(html, *nodes), "Ten ships met") == (name, rule)
    assert read_publisher(head_of("<meta name=publisher content=Grain>")) == ("Grain", "meta:publisher")


def test_an_outlet_in_microdata() -> None:
    tree = parse(
        "<time itemprop=datePublished>May 3</time><div itemprop=publisher><meta itemprop=name content=Grain></div>"
    )
    assert read_publisher(read_head(tree), "", tree) == ("Grain", "itemprop:publisher")
    assert read_publisher(read_head(tree)) == (None, None)


LOGO = "<a href=/><img alt='Grain & Port Courier'></a>"


@pytest.mark.parametrize(
    ("body", "head", "url", "name", "rule"),
    [
        pytest.param(LOGO, "", "https://www.grainportcourier.co.uk/a", "Grain & Port Courier", "host", id="in a logo"),
        pytest.param("<p>© 2021 The Grain, Tyre</p>", "", "https://thegrain.example/a", "The Grain", "host",
                     id="in a line"),
        pytest.param("<p>read grain daily. Grain Daily is read.", "", "https://grain-daily.example", "Grain Daily",
                     "host", id="with capitals"),
        pytest.param("<p>The Port | Courier, The (Port) Courier", "", "https://portcourier.example/a", None, None,
                     id="words with other marks between"),
        pytest.param("<p>Ada’s Grain", "", "https://adasgrain.substack.com/p", "Ada’s Grain", "host",
                     id="a site within another"),
        pytest.param(LOGO, "<link rel=canonical href=https://grainportcourier.example/a>", "https://cache.example/1",
                     "Grain & Port Courier", "host", id="by the page's own address"),
        pytest.param(LOGO, "<meta property=og:site_name content=grainportcourier.example>",
                     "https://grainportcourier.example/a", "Grain & Port Courier", "host", id="no more than a domain"),
        pytest.param(LOGO, '<meta property="og:site_name" content="grainportcourier">',
                     "https://grainportcourier.example/a", "Grain & Port Courier", "host", id="run together"),
        pytest.param("<p>Grainport is read", "<meta property=og:site_name content=grainport.example>",
                     "https://grainport.example/a", "grainport.example", "meta:og:site_name",
                     id="a domain may be the name"),
        pytest.param(LOGO, "<meta property=og:site_name content=Grain>", "https://grainportcourier.example/a", "Grain",
                     "meta:og:site_name", id="what is stated"),
        pytest.param("<p>Grainport.example is read by @Grainport", "", "https://grainport.example/a", None, None,
                     id="an address and an account"),
        pytest.param("<p>Real estate", "", "https://realestate.example/a", None, None, id="plain words"),
        pytest.param("<p>News of the day", "", "https://news.example/a", None, None, id="a word for any"),
        pytest.param("<p>Dln", "", "https://dln.example/a", None, None, id="letters too few to tell"),
        pytest.param(LOGO, "", "http://[a", None, None, id="a broken address"),
        pytest.param(LOGO, "", "", None, None, id="no address"),
    ],
)  # fmt: skip
def test_an_outlet_spelled_as_its_host(body: str, head: str, url: str, name: str | None, rule: str | None) -> None:
    tree = parse(f"<head>{head}</head><body>{body}</body>")
    assert read_publisher(read_head(tree), "Ten ships met", tree, url) == (name, rule)


@pytest.mark.parametrize(
    ("stated", "url", "name"),
    [
        pytest.param("Grain Courier | News for all", "https://graincourier.example/a", "Grain Courier", id="a slogan"),
        pytest.param("The harvest - The Grain Courier", "https://www.graincourier.example/a", "The Grain Courier",
                     id="a slogan before"),
        pytest.param("Port of Tyre – Port.example", "https://port.example/a", "Port of Tyre", id="the domain behind"),
        pytest.param("News of bread, wheat and rye | Grain.example", "https://grain.example/a", "Grain.example",
                     id="a slogan before the domain"),
        pytest.param("National Grain Centre - NGC.example", "https://ngc.example/a", "National Grain Centre",
                     id="whose initials the host is"),
        pytest.param("Harvest - Tyre College", "https://harvest.tyre.example/a", "Tyre College", id="a part of a host"),
        pytest.param("Grain - Tyre", "https://courier.example/a", "Grain - Tyre", id="neither is the host's"),
        pytest.param("Grain - Tyre", "", "Grain - Tyre", id="no address"),
        pytest.param('Agency "Grain"', "https://a.example/a", 'Agency "Grain"', id="a quoted word"),
        pytest.param('"Grain Courier"', "https://a.example/a", "Grain Courier", id="a quoted name"),
        pytest.param("News for all | Grain Courier", "https://news.graincourier.example/a", "Grain Courier",
                     id="a part of the host that is no name"),
        pytest.param("Costs of Oats | Grain Courier", "https://graincourier.co.test/a", "Grain Courier",
                     id="initials of two letters"),
        pytest.param("Sport - The Grain Courier", "https://sport.graincourier.example/a", "The Grain Courier",
                     id="a section with a host of its own"),
        pytest.param("Opinion - graincourier.example", "https://graincourier.example/a", "graincourier.example",
                     id="a section before the domain"),
        pytest.param("Газета «Зерно»", "https://zerno.example/a", "Газета «Зерно»", id="quotation marks in arrows"),
        pytest.param("Grain Courier |", "https://courier.example/a", "Grain Courier", id="a bar alone"),
    ],
)  # fmt: skip
def test_an_outlet_without_its_slogan(stated: str, url: str, name: str) -> None:
    head = head_of(f"<meta property=og:site_name content='{stated}'>")
    assert read_publisher(head, "Ten ships met", None, url) == (name, "meta:og:site_name")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        pytest.param("https://grainwave.example/a", "Grain Wave", id="the outlet"),
        pytest.param("https://www.thegrainwavenews.example/a", "Grain Wave", id="a part of the host"),
        pytest.param("https://gw.example/a", "Grain Wave", id="its initials"),
        pytest.param("https://courier.example/a", None, id="the subject"),
    ],
)
def test_what_stands_before_a_headline(url: str, name: str | None) -> None:
    head = head_of("<title>Grain Wave: Ten ships met</title>")
    assert read_publisher(head, "Ten ships met", None, url)[0] == name


def test_a_site_that_bears_its_authors_name() -> None:
    html = "<meta name=author content='Ada Byron'><h1>Ten ships met</h1><p>Ada Byron writes here of ships and ports."
    article = read_page(html, MODEL, "https://adabyron.example/ships")
    assert (article.publisher, article.authors) == ("Ada Byron", ["Ada Byron"])
