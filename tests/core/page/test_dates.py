"""Which of a page's dates is its publication: statements for programs, lines for readers, and dates of other things."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tasks.core.article.record import Article
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())
LATEST = date(2021, 3, 5)
DEAL = "https://news.example/deal"
DATED = "https://news.example/2021/03/02/deal"
WORDS = "Ministers of the two countries signed a grain deal after a long night of talks in the capital, they said."


def read(head: str = "", body: str = "", url: str = DEAL, above: str = "", latest: date | None = LATEST) -> Article:
    title = "Ministers sign grain deal"
    text = f"<p>{WORDS}</p>" * 3
    html = (
        f"<html><head><title>{title}</title>{head}</head><body>{above}<main><h1>{title}</h1>{body}{text}</main></body>"
    )
    return read_page(html, MODEL, url, latest)


def meta(date: str) -> str:
    return f'<meta name="date" content="{date}">'


LATER, MARCH = "4 March 2021 at 11:21 · Reply", "This was written on 2 March 2021"
FAR = "<p>So it went on</p>" * 20


@pytest.mark.parametrize(
    ("head", "body", "url", "day", "rule"),
    [
        pytest.param("", '<time itemprop="datePublished" datetime="2021-03-02">March 1, 2021</time>', DEAL, 2,
                     "itemprop:datePublished", id="a marked time element"),
        pytest.param("", '<time pubdate datetime="2021-03-02">March 1, 2021</time>', DEAL, 2,
                     "itemprop:datePublished", id="an older mark of time elements"),
        pytest.param("", '<b itemprop="datePublished" content="2021-03-02">March 1, 2021</b>', DEAL, 2,
                     "itemprop:datePublished", id="a marked element"),
        pytest.param("", '<abbr class=published title="2021-03-02">yesterday</abbr>', DEAL, 2,
                     "itemprop:datePublished", id="an abbreviation"),
        pytest.param("", '<b itemprop="datePublished">March 2, 2021</b>', DEAL, 2, "itemprop:datePublished",
                     id="its words"),
        pytest.param(f'<link rel=canonical href="{DATED}">', "", DEAL, 2, "url", id="the page's own address"),
        pytest.param(f'<link rel=canonical href="{DEAL}">', "", DATED, 2, "url", id="the address it was fetched from"),
        pytest.param(meta("2031-03-01"), "<p>March 2, 2021</p>", DEAL, 2, "date_line", id="a day to come, and a line"),
        pytest.param(meta("2021-03-04T02:00:00Z"), "<p>Jane Roe, March 3, 2021</p>", DEAL, 3, "meta:date",
                     id="the outlet's own day beside a name"),
        pytest.param(meta("2021-03-03T22:30:00-05:00"), "<p>March 4, 2021</p>", DEAL, 3, "meta:date",
                     id="an instant in its zone against a line"),
        pytest.param(meta("2021-03-04T02:00:00Z"), '<script>{"datePublished":"2021-03-03"}</script>', DEAL, 3,
                     "meta:date", id="a bare day in a script"),
        pytest.param(meta("2021-03-04T02:00:00Z"), '<script>{"datePublished":"2020-01-01"}</script>', DEAL, 4,
                     "meta:date", id="a bare day far from it"),
        pytest.param(meta("2021-03-04T02:00:00Z"), '<script>{"datePublished":"2021-03-03T20:00:00Z"}</script>', DEAL, 4,
                     "meta:date", id="an instant in a script"),
        pytest.param(meta("2021-03-04"), "<p>Updated March 1, 2019</p>", DEAL, 4, "meta:date", id="an older change"),
        pytest.param("", "<p>Published March 2, 2021, updated March 3, 2021</p>", DEAL, 2, "date_line", id="both days"),
        pytest.param("", f"<p>{WORDS} It was on March 2, 2021 that others heard of it at last.</p>", DEAL, 2,
                     "text", id="in a paragraph"),
        pytest.param("", "<h3>What happened on March 2, 2021</h3>", DEAL, 2, "text", id="in a heading"),
        pytest.param("", f"{FAR}<ul class=comments><li class=meta>{LATER}</ul>{FAR}<p class=meta>{MARCH}", DEAL, 2,
                     "named_element", id="a comment's above the article's"),
        pytest.param("", f'{FAR}<p class="published">Printed on March 2, 2021</p>', DEAL, 2, "named_element",
                     id="an element named so, far below"),
        pytest.param("", f"{FAR}<p>Printed on March 2, 2021</p>", DEAL, 2, "text", id="any element, far below"),
        pytest.param("", f'{FAR}<div class="comments"><p>Said on March 2, 2021</p></div>', DEAL, None, None,
                     id="a comment, far below"),
        pytest.param('<meta name="content-language" content="bg">',
                     '<p><time datetime="2021-03-02T14:20:00+02:00">03/02/2021 - 14:20</time></p>', DEAL, 2,
                     "date_line", id="a line in another order than its time element"),
        pytest.param("", '<p>March 2, 2021</p><p>So it was on <time datetime="2021-02-03">3 February</time></p>',
                     DEAL, 2, "date_line", id="a time element of another day"),
        pytest.param('<meta name="dc.date.created" content="2021-02-19">', "<dl class=meta-list><dt>Published<dd>"
                     "March 2, 2021<dt>Last updated<dd>March 4, 2021</dl>", DEAL, 2, "header",
                     id="days below their labels, and when the document was made"),
        pytest.param('<meta name="dc.date" content="2021-03-04">', "<dl class=news-list><dt>Ships<dd>March 2, 2021"
                     "</dl>", DEAL, 4, "meta:dc.date", id="a day in a list of other pages"),
        pytest.param("", "<p>2 days ago</p>", DEAL, 3, "relative", id="told from the day of fetching"),
        pytest.param("", "<p>Updated 2 days ago</p>", DEAL, None, None, id="a change told from it"),
        pytest.param("", '<div class="comments"><p>2 days ago</p></div>', DEAL, None, None,
                     id="a comment told from it"),
        pytest.param("", "<footer><p>March 2, 2021</p></footer>", DEAL, None, None, id="a footer"),
        pytest.param("", "<p>Joined</p><p>March 2, 2021</p>", DEAL, None, None, id="below what tells of a member"),
        pytest.param("", "<p>Member since March 2, 2021</p>", DEAL, None, None, id="when a member joined"),
        pytest.param("", '<div class="related"><p>Ships, March 1, 2021</p></div><p>J. Roe, March 2, 2021</p>', DEAL, 2,
                     "date_line", id="another page's, nearer"),
    ],
)  # fmt: skip
def test_days(head: str, body: str, url: str, day: int | None, rule: str | None) -> None:
    article = read(head, body, url)
    assert (article.published_on, article.published_rule) == (date(2021, 3, day) if day else None, rule)


@pytest.mark.parametrize(
    ("above", "year", "rule"),
    [
        pytest.param("<p>March 1, 2019</p>", 2019, "header", id="the line above"),
        pytest.param("<p>March 1, 2019</p><p>Ships</p>", 2021, "meta:date", id="one further up"),
        pytest.param("<p>March 1, 2018</p><p>Ships</p><p>March 1, 2019</p>", 2021, "meta:date", id="the end of a list"),
        pytest.param("<header><p>March 1, 2019</p></header>", 2021, "meta:date", id="the site's header"),
    ],
)
def test_a_day_above_the_headline(above: str, year: int, rule: str) -> None:
    article = read(meta("2021-03-04"), above=above)
    assert article.published_on
    assert (article.published_on.year, article.published_rule) == (year, rule)


def test_a_day_above_what_stands_over_the_headline_in_one_article() -> None:
    title, text = "Ministers sign grain deal", f"<p>{WORDS}</p>" * 3
    above = "<p>March 1, 2019</p><p>Grain</p>"
    inside = f"<title>{title}</title>{meta('2021-03-04')}<main><article>{above}<h1>{title}</h1>{text}</article></main>"
    outside = inside.replace(f"<article>{above}", f"{above}<article>")
    assert [read_page(html, MODEL, DEAL, LATEST).published_rule for html in (inside, outside)] == [
        "header",
        "meta:date",
    ]


def test_the_day_below_the_headline_goes_before_those_above() -> None:
    article = read(meta("2021-03-04"), "<p>March 1, 2019</p>", above="<p>March 1, 2017</p><p>Ships</p>")
    assert (article.published_on, article.published_rule) == (date(2019, 3, 1), "header")


def test_a_day_far_above_is_not_todays() -> None:
    assert read(body="<p>2 days ago</p>", above=f"<p>March 1, 2021</p>{FAR}").published_on == date(2021, 3, 3)


def test_days_are_told_from_the_one_in_the_sites_header() -> None:
    article = read(body="<p>2 days ago</p>", above="<header><p>March 4, 2021</p></header>")
    assert article.published_on == date(2021, 3, 2)


@pytest.mark.parametrize(
    ("head", "body", "at"),
    [
        pytest.param(meta("2021-03-02"), "<p>March 3, 2021, 9:30 p.m. EST</p>", None, id="the clock of another day"),
        pytest.param("", "<time datetime=2021-03-02>x</time><time datetime=2021-03-02T08:00Z>y</time>", None,
                     id="another time element's"),
        pytest.param(meta("2021-03-02T09:30:00-05:00") + '<meta name=pubdate content="2021-03-02T14:30:00Z">', "",
                     datetime(2021, 3, 2, 14, 30, tzinfo=UTC), id="one instant in two zones"),
    ],
)  # fmt: skip
def test_instants(head: str, body: str, at: datetime | None) -> None:
    assert read(head, body).published_at == at


@pytest.mark.parametrize(
    ("published", "change", "expected"),
    [
        pytest.param("", "2021-03-03T11:00:00Z", datetime(2021, 3, 3, 11, tzinfo=UTC), id="no publication"),
        pytest.param("", "1985-03-03T11:00:00Z", None, id="no publication, no year of a page"),
        pytest.param("", "2021-03-03", None, id="a day alone"),
        pytest.param("2021-03-02T10:00Z", "2021-03-03", None, id="a day alone behind an instant"),
        pytest.param("2021-03-02", "2021-03-02T11:00:00Z", datetime(2021, 3, 2, 11, tzinfo=UTC), id="the day itself"),
        pytest.param("2021-03-02", "2021-03-01T11:00:00Z", None, id="a day before"),
    ],
)
def test_changes(published: str, change: str, expected: datetime | None) -> None:
    head = f'<meta name="last-modified" content="{change}">' + (meta(published) if published else "")
    assert read(head).modified_at == expected


def test_a_change_that_is_stated_and_printed() -> None:
    line = "<p>Updated 15 February 2021, 07:30</p>"
    head = meta("2021-02-14T08:00:00+02:00")
    stated = '<meta name="last-modified" content="{}">'
    for change, hour in (("2021-02-14T08:00:00+02:00", 5), ("2021-02-15T09:00:00+02:00", 7), ("2021-02-13T09:00Z", 5)):
        at = read(head + stated.format(change), line).modified_at
        assert at == datetime(2021, 2, 15, hour, 30 if hour == 5 else 0, tzinfo=UTC), change


@pytest.mark.parametrize(
    ("host", "language", "hour"),
    [
        pytest.param("news.example", "ja", 11, id="by the language"),
        pytest.param("example.tv", "de-AT", 19, id="of a domain used everywhere"),
        pytest.param("example.fi", "sv", 18, id="the domain goes first"),
        pytest.param("example.au", "de", None, id="a country of several zones"),
        pytest.param("news.example", "es", None, id="a language of several zones"),
    ],
)
def test_clocks_without_a_zone_are_those_of_the_language(host: str, language: str, hour: int | None) -> None:
    head = f'<meta http-equiv="content-language" content="{language}">'
    at = read(head, "<p>14 February 2021, 20:15</p>", f"https://{host}/deal").published_at
    assert at == (None if hour is None else datetime(2021, 2, 14, hour, 15, tzinfo=UTC))


HALF_PAST_NINE = datetime(2021, 2, 4, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "line", "day", "at"),
    [
        pytest.param('<meta name=dcterms.date content=2021-02-03T10:00Z>', "Issued", 4, HALF_PAST_NINE,
                     id="the line goes before when the document was made"),
        pytest.param(meta("2021-02-04"), "Issued", 4, HALF_PAST_NINE, id="a day that is stated"),
        pytest.param(meta("2021-02-03"), "Issued", 3, None, id="another day"),
        pytest.param(meta("2021-02-04"), "Updated", 4, None, id="the time of a change"),
        pytest.param(meta("2021-02-04"), "09:30:00|00:00:00", 4, None, id="midnight stands for no time"),
    ],
)  # fmt: skip
def test_the_instant_of_the_line_at_the_headline(head: str, line: str, day: int, at: datetime | None) -> None:
    old, _, new = line.rpartition("|")
    label = "" if old else new
    time = "<time datetime=2021-02-04T09:30:00Z>4 February 2021</time>".replace(old or "-", new if old else "-")
    article = read(head, f"<p>{label} {time}</p>")
    assert (article.published_on, article.published_at) == (date(2021, 2, day), at)


KOREAN = "입력 2021.02.14. 08:00 업데이트 2021.02.14. 09:10"


@pytest.mark.parametrize(
    ("line", "published", "expected"),
    [
        pytest.param(KOREAN, "2021-02-14T08:00:00+09:00", datetime(2021, 2, 14, 0, 10, tzinfo=UTC), id="by its clock"),
        pytest.param("Updated 9:10 p.m. EST, February 14, 2021", "2021-02-14", datetime(2021, 2, 15, 2, 10, tzinfo=UTC),
                     id="with a zone, the clock first"),
        pytest.param("Updated 15 February 2021, 07:30 | Published 14 February 2021, 08:00", "2021-02-14T08:00:00+02:00",
                     datetime(2021, 2, 15, 5, 30, tzinfo=UTC), id="before the publication"),
        pytest.param("Ada Byron 14 February 2021, 8:00 Aktualizacja: 16:48", "2021-02-14T08:00:00+01:00",
                     datetime(2021, 2, 14, 15, 48, tzinfo=UTC), id="a clock of the same day"),
        pytest.param("UpdatedSunday February 14 2021, 9.40pm GMTPublished 8.00am", "2021-02-14T08:00:00Z",
                     datetime(2021, 2, 14, 21, 40, tzinfo=UTC), id="words of elements that touch"),
        pytest.param("Updated 7:30, 15 February 2021. Published 8:00, 14 February 2021", "2021-02-14T08:00:00+02:00",
                     datetime(2021, 2, 15, 5, 30, tzinfo=UTC), id="the clock first, and the publication's behind"),
        pytest.param("Updated 15 February 2021", "2021-02-14T08:00:00+02:00", None, id="no clock"),
        pytest.param("Updated 15 February 2021, 07:30", "2021-02-14T08:00:00Z", None, id="no zone"),
        pytest.param("15 February 2021, 07:30", "2021-02-14T08:00:00+02:00", None, id="no word of change"),
        pytest.param("Updated 13 February 2021, 07:30", "2021-02-14T08:00:00+02:00", None, id="before it was out"),
        pytest.param(f"{'Rules were updated, they say. ' * 6} On 15 February 2021, 07:30", "2021-02-14T08:00:00+02:00",
                     None, id="a paragraph"),
    ],
)  # fmt: skip
def test_printed_changes(line: str, published: str, expected: datetime | None) -> None:
    assert read(meta(published), f"<p>{line}</p>").modified_at == expected


@pytest.mark.parametrize(
    ("line", "host", "expected"),
    [
        pytest.param("14 February 2021, 20:15", "example.jp", datetime(2021, 2, 14, 11, 15, tzinfo=UTC), id="Japan"),
        pytest.param("14 February 2021, 20:15", "example.de", datetime(2021, 2, 14, 19, 15, tzinfo=UTC), id="Germany"),
        pytest.param("14 July 2020, 20:15", "example.de", datetime(2020, 7, 14, 18, 15, tzinfo=UTC), id="in summer"),
        pytest.param("25 October 2020, 20:15", "example.de", datetime(2020, 10, 25, 19, 15, tzinfo=UTC),
                     id="on the day it ends"),
        pytest.param("29 March 2020, 20:15", "example.uk", datetime(2020, 3, 29, 19, 15, tzinfo=UTC),
                     id="on the day it begins"),
        pytest.param("2021年2月14日 午後8時15分", "example.jp", datetime(2021, 2, 14, 11, 15, tzinfo=UTC),
                     id="afternoon"),
        pytest.param("2021.02.14 오전 12:15", "example.kr", datetime(2021, 2, 13, 15, 15, tzinfo=UTC),
                     id="after midnight"),
        pytest.param("14 Φεβρουαρίου 2021 8:15 μμ", "example.gr", datetime(2021, 2, 14, 18, 15, tzinfo=UTC),
                     id="Greek"),
        pytest.param("14 February 2021, 20:15 EST", "example.de", datetime(2021, 2, 15, 1, 15, tzinfo=UTC),
                     id="a zone goes before the country's"),
        pytest.param("14 de febrero de 2021 a las 8:15 p. m.", "example.pe", datetime(2021, 2, 15, 1, 15, tzinfo=UTC),
                     id="Spanish, with a space in it"),
        pytest.param("14 فبراير 2021 - 08:15 مساءً", "example.sa", datetime(2021, 2, 14, 17, 15, tzinfo=UTC),
                     id="Arabic"),
        pytest.param("14/02/2021 8:15 CH", "example.vn", None, id="a half of the day in letters alone"),
        pytest.param("14 February 2021 8:15 ptg", "example.my", None, id="a half of the day in a word"),
        pytest.param("2021年2月14日 晚上8:15", "example.tw", None, id="a half of the day before it"),
        pytest.param("14. Februar 2021, 8.15 Uhr", "example.de", datetime(2021, 2, 14, 7, 15, tzinfo=UTC), id="German"),
        pytest.param("14. Februar 2021 · Lesezeit: 3:20 Min.", "example.de", None, id="how long it takes to read"),
        pytest.param("The council met on 14 February 2021 at 19:30 in the town hall of the port.", "example.uk", None,
                     id="a sentence"),
        pytest.param("20:15, 14 February 2021", "example.de", datetime(2021, 2, 14, 19, 15, tzinfo=UTC),
                     id="the clock first"),
        pytest.param("10 Ocak 2014 09:30", "example.tr", None, id="before a country moved"),
        pytest.param("14 February 2021, 20:15", "news.example", None, id="a domain of no country"),
        pytest.param("14 February 2021, 20:15", "example.us", None, id="a country of several zones"),
        pytest.param("Updated 14 February 2021, 20:15", "example.de", None, id="the clock of a change"),
    ],
)  # fmt: skip
def test_clocks_without_a_zone_are_those_of_the_country(line: str, host: str, expected: datetime | None) -> None:
    assert read("", f"<p>{line}</p>", f"https://{host}/deal").published_at == expected


CHANGED = datetime(2021, 2, 15, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Uppdaterad {}>07.30</time>", CHANGED, id="said before it"),
        pytest.param("{}>Updated 2 days ago</time>", CHANGED, id="said in it"),
        pytest.param("Last {} itemprop=dateModified>2 days ago</time>", CHANGED, id="marked"),
        pytest.param('{} class="post__modified">2 days ago</time>', CHANGED, id="named so"),
        pytest.param("{} class=updated>2 days ago</time>", None, id="a name that publications have too"),
        pytest.param("Updated 3 times since {}>2 days ago</time>", None, id="with a number between"),
        pytest.param("{} itemprop=dateModified></time>", None, id="that shows nothing"),
        pytest.param("{} itemprop=dateModified>of late</time>", None, id="that shows no number"),
    ],
)
def test_changes_told_by_elements(line: str, expected: datetime | None) -> None:
    time = line.format("<time datetime=2021-02-15T07:30:00+02:00")
    article = read(meta("2021-02-14T08:00:00+02:00"), f"<p>{time}</p>")
    assert (article.modified_at, article.rules.get("modified_at")) == (expected, expected and "changed_element")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        pytest.param(
            "<div><h3><a href=/other>Another deal</a></h3>{}</div>", None, id="below a heading that leads away"
        ),
        pytest.param("<div><h3>So it was</h3>{}</div>", 3, id="below a heading that leads nowhere"),
        pytest.param(
            "<div><h3><a href=/deal>Ministers sign grain deal</a></h3>{}</div>", 3, id="below its own headline"
        ),
        pytest.param('<div class="post comments-open">{}</div>', 3, id="of a post that can be commented"),
        pytest.param("<div><h2><a href=/>The Grain</a></h2>{}</div>", 3, id="below the site's name"),
        pytest.param(
            "<div><h2><a href=/d>Ministers sign “grain deal”</a></h2>{}</div>", 3, id="its headline in quotes"
        ),
        pytest.param('<ol class="comment-list"><li>{}</li></ol>', None, id="of a comment"),
        pytest.param("<div>{}</div>", 3, id="alone"),
    ],
)
@pytest.mark.parametrize(
    "time",
    [
        '<time class=entry-date datetime="2021-03-03">yesterday</time>',
        '<time datetime="2021-03-03">yesterday</time>',
    ],
)
def test_dates_of_other_articles(body: str, day: int | None, time: str) -> None:
    published = read("", f"{FAR}{body.format(time)}").published_on
    assert published == (date(2021, 3, day) if day else None)


def test_of_dates_above_a_headline_the_nearest_is_its_own() -> None:
    slides = "<div>Day of schools</div><div>04/03/2021</div><div>01/03/2021</div><a href=/2>Read on</a>"
    line = "<p><a href=/3>02/03/2021</a> by Ada Byron, no comments yet, Fashion, News, Picked by us, Towns"
    page = (
        f"<title>Ministers sign</title><html lang=en-GB><body>{slides}{line}<h1>Ministers sign</h1>"
        + f"<p>{WORDS}</p>" * 3
    )
    assert read_page(page, MODEL, "", LATEST).published_on == date(2021, 3, 2)
