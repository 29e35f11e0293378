"""HTML pages of every quality read to articles: text, metadata, verdict, and bounds on time."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.article.record import Article
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())
URL = "https://news.example/2021/03/03/ministers-sign-grain-deal"
PARAGRAPHS = [
    "Ministers of the two countries signed a grain deal on Wednesday after a long night of talks in the capital.",
    "The deal lets forty ships a week leave the three ports that had been closed since the autumn of last year.",
    "Farmers had asked for such a deal for months, and said that the stores would not hold another harvest.",
    "The opposition called the deal too late, and asked why the ports had been closed for so long at all.",
    "Prices fell in the evening, traders said, and the first ships are expected to leave at the weekend.",
]
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "NewsArticle", "headline": "Ministers sign grain deal", "datePublished": "2021-03-03T22:30:00-05:00",
         "dateModified": "2021-03-04T08:00:00Z", "author": [{"@id": "#ada"}], "articleSection": "World",
         "publisher": {"@type": "Organization", "name": "Daily Grain"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Byron"},
    ],
}  # fmt: skip


OTHER = {"@type": "NewsArticle", "headline": "Another matter", "datePublished": "2019-01-01"}
OTHERS = {"@type": "ItemList", "itemListElement": [OTHER]}
TODAY = "<body><header><p>March 5, 2021</p></header>"


def page(body: str = "", head: str = "", paragraphs: list[str] = PARAGRAPHS) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!doctype html><html lang="en-US"><head><meta charset="utf-8">
    <title>Ministers sign grain deal | Daily Grain</title>{head}</head><body><nav><ul><li><a href="/">Home</a></li>
    <li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav><main><article class="story">
    <h1>Ministers sign grain deal</h1><div class="story-body">{body}{text}</div></article></main><div class="comments">
    <p>What a nonsense deal this is, I say, and my neighbour thinks so too.</p></div>
    <footer><p>© 2021 Daily Grain. All rights reserved.</p></footer></body></html>"""


def read(html: str | bytes, url: str = URL) -> Article:
    return read_page(html, MODEL, url, date(2021, 3, 5))


def test_the_article_s_own_words() -> None:
    article = read(page())
    assert article.text.split("\n\n") == PARAGRAPHS
    assert (article.title, article.verdict, article.language) == ("Ministers sign grain deal", "article", "en")


def test_linked_data() -> None:
    article = read(page(head=f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'))
    assert (article.authors, article.publisher, article.section) == (["Ada Byron"], "Daily Grain", "World")
    assert article.published_at == datetime(2021, 3, 4, 3, 30, tzinfo=UTC)
    assert (article.published_on, article.published_rule) == (date(2021, 3, 3), "linked_data:datePublished")
    assert article.modified_at == datetime(2021, 3, 4, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "body", "url", "day", "rule"),
    [
        pytest.param('<meta property="article:published_time" content="2021-03-02">', "", "", date(2021, 3, 2),
                     "meta:article:published_time", id="meta"),
        pytest.param("", "<p class=date>March 2, 2021</p>", "", date(2021, 3, 2), "date_line", id="date line"),
        pytest.param("", '<time datetime="2021-03-02">yesterday</time>', "", date(2021, 3, 2), "time_element",
                     id="time"),
        pytest.param("", "", URL, date(2021, 3, 3), "url", id="address"),
        pytest.param('<meta name="date" content="2031-03-02">', "", URL, date(2021, 3, 3), "url", id="future"),
        pytest.param('<meta name="date" content="1970-01-01">', "", URL, date(2021, 3, 3), "url", id="before 1990"),
        pytest.param('<meta name="date" content="2021-03-04T02:00:00Z">', "<p>March 3, 2021</p>", "", date(2021, 3, 3),
                     "meta:date", id="the outlet's own day"),
        pytest.param('<meta name="date" content="2021-03-04T02:00Z">', '<script>{"tz":"America/New_York"}</script>', "",
                     date(2021, 3, 3), "meta:date", id="the zone the page names"),
        pytest.param('<meta name="date" content="2021-03-01T02:00:00Z">', "<p>Updated March 3, 2021</p>", "",
                     date(2021, 3, 1), "meta:date", id="a line of a change"),
        pytest.param('<meta name="date" content="2021-03-04">', "<p>Published March 1, 2019</p>", "", date(2019, 3, 1),
                     "header", id="moved later: the older line at the headline"),
        pytest.param('<meta name="date" content="2021-03-04">', "<p>March 1, 2019</p><p>March 2, 2019</p>", "",
                     date(2021, 3, 4), "meta:date", id="a list of dates at the headline"),
        pytest.param('<meta name="date" content="2021-03-04">', '<div class="related"><p>March 1, 2019</p></div>', "",
                     date(2021, 3, 4), "meta:date", id="the date of another story"),
        pytest.param('<meta name="date" content="2021-03-03">', "<p>March 1, 2019</p>", URL, date(2021, 3, 3),
                     "meta:date", id="the address bears the later day out"),
        pytest.param('<meta name="published-date" content="2021-03-02">', "", "", date(2021, 3, 2),
                     "meta:published-date", id="meta name parted otherwise"),
        pytest.param("", "<p>Updated March 3, 2021</p><p>Jane Roe, March 2, 2021</p>", "", date(2021, 3, 2),
                     "date_line", id="published before updated"),
        pytest.param("", "<h5>March 2, 2021</h5>", "", date(2021, 3, 2), "date_line", id="a heading that is a date"),
        pytest.param("", "<p>4 تیر 1399</p>", "", date(2020, 6, 24), "date_line", id="solar Hijri"),
        pytest.param("", '<div data-page="{&quot;datePublished&quot;:&quot;2021-03-02T09:00:00-05:00&quot;}">', "",
                     date(2021, 3, 2), "script", id="script in an attribute"),
        pytest.param("", "", "https://news.example/2021/mar/02/deal", date(2021, 3, 2), "url", id="month's name"),
        pytest.param(f'<script type="application/ld+json">{json.dumps(OTHERS)}</script>', "<p>March 2, 2021</p>", "",
                     date(2021, 3, 2), "date_line", id="linked data of other pages"),
        pytest.param('<meta name="last-modified" content="2021-03-02">', "", "", None, None, id="a change alone"),
        pytest.param("<script type='application/ld+json'>{'@type':'NewsArticle','datePublished':'2021-03-02'}</script>",
                     "", "", date(2021, 3, 2), "linked_data:datePublished", id="linked data in single quotes"),
        pytest.param('<script type="application/ld+json">{"@type":"PodcastEpisode",'
                     '"name":"Ministers sign grain deal","datePublished":"2021-03-02"}</script>'
                     '<meta itemprop="datePublished" content="2021-03-04">', "", "", date(2021, 3, 2),
                     "linked_data:datePublished", id="linked data of an episode"),
        pytest.param('<script type="application/ld+json">{"@type":"PodcastEpisode","name":"Ten ships",'
                     '"datePublished":"2021-03-02"}</script><meta itemprop="datePublished" content="2021-03-04">', "",
                     "", date(2021, 3, 4), "meta:datepublished", id="linked data of an episode that a page plays"),
        pytest.param('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":1614679200}</script>',
                     "", "", date(2021, 3, 2), "linked_data:datePublished", id="linked data in Unix time"),
        pytest.param('<meta name=pubdate content="2021-03-04T02:00Z"><meta name=date content="2021-03-03T21:00-05">',
                     "", "", date(2021, 3, 3), "meta:pubdate", id="the same instant in its zone"),
        pytest.param("", "", "https://news.example/2028064/deal", None, None, id="a number that is no date"),
        pytest.param("", "", "", None, None, id="none"),
    ],
)  # fmt: skip
def test_publication(head: str, body: str, url: str, day: date | None, rule: str | None) -> None:
    article = read(page(body, head), url)
    assert (article.published_on, article.published_rule) == (day, rule)


@pytest.mark.parametrize(
    ("body", "day", "rule"),
    [
        pytest.param('<time datetime="2021-03-02T08:00+01:00">vorgestern</time>', date(2021, 3, 2), "time_element",
                     id="a time element"),
        pytest.param("<p>Updated March 3, 2021</p>", date(2021, 3, 3), "changed_line", id="a line of a change"),
        pytest.param('<div class="comments"><p>March 4, 2021</p></div>', None, None, id="a comment's date"),
        pytest.param("<p>Jane Roe, 2 days ago</p>", date(2021, 3, 3), "relative", id="told from today"),
    ],
)  # fmt: skip
def test_todays_date_above_the_page_is_not_the_article_s(body: str, day: date | None, rule: str | None) -> None:
    article = read(page(body).replace("<body>", TODAY), "")
    assert (article.published_on, article.published_rule) == (day, rule)


@pytest.mark.parametrize(
    ("html", "declared"),
    [
        pytest.param(page(), "en-US", id="of the root"),
        pytest.param(page(head='<meta http-equiv="Content-Language" content="sr">').replace(' lang="en-US"', ""), "sr",
                     id="as a header would say"),
        pytest.param(page(head='<meta property="og:locale" content="pt_BR">').replace(' lang="en-US"', ""), "pt-BR",
                     id="of a shared link"),
        pytest.param(page().replace(' lang="en-US"', ""), None, id="none"),
    ],
)  # fmt: skip
def test_declared_language(html: str, declared: str | None) -> None:
    assert read(html).declared_language == declared


def test_the_instant_may_stand_elsewhere() -> None:
    """A day alone in one statement, the same day with clock and zone in the next."""
    article = read(page("<p>March 2, 2021, 9:30 p.m. EST</p>", '<meta name="date" content="2021-03-02">'), "")
    assert (article.published_rule, article.published_precision) == ("meta:date", "minute")
    assert article.published_at == datetime(2021, 3, 3, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Published 8:11 p.m. ET March 2, 2021 | Updated 9:02 a.m. ET March 3, 2021", id="clocks first"),
        pytest.param("Published: March 2, 2021 20:11 ET. Updated: March 3, 2021 09:02 ET", id="clocks last"),
        pytest.param("Updated 21:02 ET, 2 March 2021 | Published 20:11 ET, 2 March 2021", id="the change first"),
        pytest.param("March 2, 2021, 8:11 p.m. ET (updated 9:02 p.m. ET)", id="a clock alone of the change"),
    ],
)
def test_the_clock_of_a_change_is_not_the_publication_s(line: str) -> None:
    assert read(page(f"<p>{line}</p>"), "").published_at == datetime(2021, 3, 3, 1, 11, tzinfo=UTC)


def test_a_clock_of_the_outlet_marked_as_utc() -> None:
    """Two statements of one clock, one with the outlet's offset: that one tells the instant."""
    metas = '<meta name=pubdate content="2021-03-02T09:30:00Z"><meta name=date content="2021-03-02T09:30:40-05:00">'
    assert read(page("", metas), "").published_at == datetime(2021, 3, 2, 14, 30, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("2021-03-02T11:00:00Z", datetime(2021, 3, 2, 11, tzinfo=UTC), id="later"),
        pytest.param("2021-03-02T09:00:00Z", None, id="before the publication"),
        pytest.param("0001-01-01T00:00:00Z", None, id="no year of a page"),
    ],
)
def test_changes(change: str, expected: datetime | None) -> None:
    metas = f'<meta name=date content="2021-03-02T10:00:00Z"><meta name=last-modified content="{change}">'
    assert read(page("", metas), "").modified_at == expected


def test_broken_linked_data_is_salvaged() -> None:
    script = '{"@type": "NewsArticle", "headline": "He said "no"", "datePublished": "2021-03-02T10:00:00Z"}'
    assert read(page(head=f'<script type="application/ld+json">{script}</script>')).published_on == date(2021, 3, 2)


def test_links_headings_and_captions_point_at_their_words() -> None:
    body = """<figure><img src="a.jpg"><figcaption>Trucks wait at the border. (Jan Kowal / Border Guard)</figcaption>
    </figure>
    <p>The <a href="/deal">deal of the year</a> was signed at midnight by all the ministers who had come.</p>
    <h2>What comes next</h2>"""
    article = read(page(body))
    assert [(article.text[x.start : x.end], x.url) for x in article.links] == [
        ("deal of the year", "https://news.example/deal")
    ]
    assert [(article.text[x.start : x.end], x.level) for x in article.headings] == [("What comes next", 2)]
    assert [(c.text, c.credit) for c in article.captions] == [
        ("Trucks wait at the border. (Jan Kowal / Border Guard)", "Jan Kowal / Border Guard")
    ]
    assert "Trucks wait" not in article.text


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        pytest.param("<h4 class=picture-caption>Trucks wait at the border</h4>", True, id="a heading named so"),
        pytest.param("<p class=caption><a href=/1>Trucks wait at the border</a></p>", False, id="a teaser"),
        pytest.param("<p class=caption>© 2021 Grain Press</p>", False, id="rights"),
        pytest.param("<p class=caption>Ministers sign grain deal</p>", False, id="the headline again"),
        pytest.param("<p>FILE PHOTO: Trucks wait at the border</p>", True, id="a file's picture"),
    ],
)
def test_captions(line: str, is_one: bool) -> None:
    assert bool(read(page(line)).captions) is is_one


CELLS = "<tr><th>Port</th><th>Ships</th></tr><tr><td><a href=/a>Aldby</a></td><td>12</td></tr>"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        pytest.param(f"<table>{CELLS}</table>", ["Port | Ships", "Aldby | 12"], id="a link in a cell"),
        pytest.param(f"<table>{CELLS.replace('12', '<p>12</p><p>a week</p>')}</table>",
                     ["Port | Ships", "Aldby | 12 a week"], id="two lines in a cell"),
        pytest.param(f"<table><tr><td><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></td></tr></table>", PARAGRAPHS[1:3],
                     id="a table of one cell"),
        pytest.param(f"<table><tr><td><h2>Ports</h2></td><td><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></td></tr></table>",
                     ["Ports", *PARAGRAPHS[1:3]], id="a table that lays the page out"),
    ],
)  # fmt: skip
def test_tables(table: str, lines: list[str]) -> None:
    found = read(page(table + f"<p>{PARAGRAPHS[0]}</p>", paragraphs=PARAGRAPHS[3:])).text.split("\n\n")
    assert found == [*lines, PARAGRAPHS[0], *PARAGRAPHS[3:]]


def test_a_page_laid_out_with_tables() -> None:
    text = "<p>".join(PARAGRAPHS)
    html = (
        "<html><title>Ministers sign grain deal</title><table><tr><td width=120><a href=/>Front page</a><br><a href=/s>"
        f"Sports</a></td><td><h1>Ministers sign grain deal</h1><p>{text}</td></tr></table></html>"
    )
    assert read(html).text.split("\n\n") == PARAGRAPHS


def test_words_that_only_browsers_of_subscribers_can_read() -> None:
    scrambled = "".join(chr(33 + (ord(sign) + 14) % 94) if sign != " " else sign for sign in PARAGRAPHS[0])
    hidden = f"<div class=story-part style='display:none'><p>{scrambled}</p></div>"
    assert read(page(paragraphs=[*PARAGRAPHS, hidden])).text.split("\n\n") == PARAGRAPHS


def test_who_is_named_on_a_page_that_lists_others_wrote_those() -> None:
    links = "".join(f"<div><a href=/{i}>A headline about matter number {i} of the day</a></div>" for i in range(40))
    article = read(f"<title>Grain</title><h1>Grain</h1><p>By Ada Byron</p>{links}")
    assert (article.verdict, article.authors, "authors" in article.rules) == ("index", [], False)
    stated = read(f"<meta name=author content='Ada Byron'><title>Grain</title><h1>Grain</h1>{links}")
    assert (stated.verdict, stated.authors) == ("index", ["Ada Byron"])


def test_no_day_is_read_from_a_page_that_is_gone() -> None:
    html = "<title>Page not found</title><h1>404</h1><p>March 3, 2021</p><p>The page you asked for is not here.</p>"
    article = read(html, "https://grain.example/a")
    assert (article.verdict, article.published_on, article.published_rule) == ("soft_404", None, None)


def test_corrections_are_told() -> None:
    note = "Correction: an earlier version of this article gave the number of ships as fourteen."
    assert read(page(paragraphs=[*PARAGRAPHS, note, "Updates"])).corrections == [note]


@pytest.mark.parametrize(
    ("html", "verdict"),
    [
        pytest.param("<title>Page not found</title><h1>404</h1><p>The page you asked for is not here.</p>", "soft_404",
                     id="404"),
        pytest.param("<title>Before you continue</title><p>We use cookies. Accept all cookies to go on.</p>", "consent",
                     id="consent wall"),
        pytest.param(page('<p class="gate">Subscribe to continue reading this story.</p>', paragraphs=PARAGRAPHS[:2]),
                     "paywall", id="paywall"),
        pytest.param(page().replace("grain deal", "grain deal: live updates"), "live", id="live"),
        pytest.param(page(paragraphs=PARAGRAPHS[:1]), "stub", id="stub"),
        pytest.param("<title>Daily Grain</title>" + "".join(
            f"<div><a href=/{i}>A headline about matter number {i} of the day</a></div>" for i in range(40)), "index",
                     id="front page"),
    ],
)  # fmt: skip
def test_verdicts(html: str, verdict: str) -> None:
    assert read(html, "https://news.example/").verdict == verdict


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 100_000 + "words", id="nested 100,000 deep"),
        pytest.param("<div>" * 50_000 + "words" + "</div>" * 50_000, id="nested and closed"),
        pytest.param("<table><tr><td>" * 10_000, id="tables in tables"),
        pytest.param("<b><p>words " * 5_000, id="misnested"),
        pytest.param("<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">words", id="100,000 attributes"),
        pytest.param(f'<div class="{"x " * 500_000}">words</div>', id="huge attribute"),
        pytest.param("<!--" * 100_000, id="comments never closed"),
        pytest.param("<script>" + "x" * 1_000_000, id="script never closed"),
        pytest.param("<a href=x>" * 30_000 + "words", id="links never closed"),
        pytest.param("<p>ten words of no great weight are in here</p>" * 4_000, id="4,000 paragraphs"),
        pytest.param('<script type="application/ld+json">' + "[" * 100_000 + "</script>words", id="deep linked data"),
        pytest.param("<p>" + "1. 1. 2020-" * 50_000, id="nearly dates"),
        pytest.param("\x00<p>\ud800</p>", id="nul and surrogate"),
    ],
)  # fmt: skip
def test_monstrous_pages_are_read_in_seconds(html: str) -> None:
    start = time.process_time()
    read(html)
    assert time.process_time() - start < 8


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="<>/=\"' abpdivh1script!-&;", max_size=400))
def test_any_markup_is_read(html: str) -> None:
    article = read(html)
    assert all(0 <= link.start < link.end <= len(article.text) for link in article.links)
    assert article == read(html.encode(errors="ignore"))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(page())))
def test_truncated_pages_are_read(end: int) -> None:
    read(page()[:end])


@pytest.mark.parametrize("address", ["http://[a", "http://a]/", "//[", "http://a:b/"])
def test_addresses_that_cannot_be_read_harm_nothing(address: str) -> None:
    html = page().replace("<head>", f"<head><link rel=canonical href='{address}'>", 1)
    for url in ("", address):
        article = read(html) if not url else read_page(html, MODEL, url)
        assert article.text.split("\n\n") == PARAGRAPHS
