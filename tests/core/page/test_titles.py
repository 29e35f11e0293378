"""The headline among the titles a page gives: which heading it is, where the site's name ends, what was cut."""

from __future__ import annotations

import pytest

from tasks.core.page.head import read_head
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.page.title.headline import headline_place, read_title

TITLE = "Ten ships reach the island"
GRAIN = '<meta property="og:site_name" content="Grain">'
APPLICATION = '<meta name="application-name" content="Grain">'
LONG = "Ten ships reach the island after thirty days of wind from the north and fog from the south"
ADDRESS = '<link rel=canonical href="https://www.grainhome.test/a">'
DOTS = "Towns vote for a bridge - or do they..."
PARAGRAPH = f"<p>{LONG}, and all who live on it came down to the harbour to meet them and their tired crews there.</p>"


@pytest.mark.parametrize(
    ("head", "body", "title", "rule"),
    [
        pytest.param(f"<title>{TITLE} at last</title>", f"<h1>{TITLE}</h1><h1>Ports</h1>", TITLE, "heading",
                     id="the heading that the title holds"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>Ten</h1><h1>Ports</h1>", TITLE, "title_element",
                     id="a word of it is none"),
        pytest.param(f'<title>Ports today: {TITLE} and others set out for home</title><meta property="og:title" '
                     'content="Ports today">', f"<h1>{TITLE}</h1><h1>Ports</h1>", "Ports today", "meta:og:title",
                     id="nor a small part of a later one"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>Ships at the island</h1>", "Ships at the island", "heading",
                     id="the one heading, in other words"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>Ships today</h1>", TITLE, "title_element",
                     id="two words, one of them the title's"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>All that you see here is the island</h1>", TITLE, "title_element",
                     id="few of its words"),
        pytest.param(f"<title>{TITLE} as seen by those who live on it and those who do not</title>",
                     f"<h1>{TITLE}</h1><h1>Ports</h1>", TITLE, "heading", id="a small part of the first title"),
        pytest.param(f'<title>{TITLE} too</title><meta property="og:title" content="Ports today">',
                     f"<h1>{TITLE}</h1><h1>Ports</h1>", TITLE, "heading", id="most of a later one"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>Ships reach island</h1>", "Ships reach island", "heading",
                     id="three words, all the title's"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>Why ten ships from Malta reach it</h1>",
                     "Why ten ships from Malta reach it", "heading", id="a third of its words"),
        pytest.param(f"<title>{TITLE}</title>", f"<h1>{TITLE} on May 3, 2021</h1>", f"{TITLE} on May 3, 2021",
                     "heading", id="a day behind it"),
        pytest.param(f"<title>{TITLE}</title>", f"<h1>At last: {TITLE}</h1>", f"At last: {TITLE}", "heading",
                     id="words before it"),
        pytest.param(f"<title>{TITLE}</title>", f"<h1><span>Malta / </span>{TITLE}</h1>", TITLE, "heading",
                     id="a kicker before it"),
        pytest.param(f'<title>{TITLE} | Grain</title><meta property="og:title" content="Grain">',
                     f"<h1>{TITLE} | Grain</h1>", TITLE, "heading", id="a title that is the site's name"),
        pytest.param("<title>U.S. ships reach it</title>", "<h1>U.S. ships reach it</h1>", "U.S. ships reach it",
                     "heading", id="stops in words"),
        pytest.param("<title>Ten ships leave the island for the ports again soon</title>",
                     "<h1>for the ports again soon</h1>", "for the ports again soon", "heading",
                     id="five words that end the title"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>reach the island</h1>", "reach the island", "heading",
                     id="most of the title, at its end"),
        pytest.param(f"<title>Grain ships reach it</title>{GRAIN}", "<h1>Grain ships reach it</h1>",
                     "Grain ships reach it", "heading", id="the site's name in the one part"),
        pytest.param(f"<title>{TITLE} - and so on</title>", f"<h1>So</h1><h2>{TITLE}</h2>", TITLE, "title_element",
                     id="a lower heading up to a mark"),
        pytest.param(f"<title>{TITLE} - and so on</title>", f"<h1>So</h1><p>{TITLE}</p>", f"{TITLE} - and so on",
                     "title_element", id="a paragraph up to a mark"),
        pytest.param("<title>Ten - and so it was with all</title>", "<h1>So</h1><h2>Ten</h2>",
                     "Ten - and so it was with all", "title_element", id="a small part up to a mark"),
        pytest.param(f"<title>{TITLE} - and so on</title>", f"<h1>So</h1><h2>{TITLE.replace('Ten', 'And')}</h2>",
                     f"{TITLE} - and so on", "title_element", id="another heading as long"),
        pytest.param("", "<h1>Ten ships</h1>", "Ten ships", "heading", id="a heading alone"),
        pytest.param("", "<h1>grain.example</h1>", None, None, id="a host alone"),
        pytest.param("", "<h1>So it is.</h1>", "So it is.", "heading", id="a heading with a stop"),
        pytest.param(f"<title>{TITLE}</title>{GRAIN}", "<h1>GRAIN</h1>", TITLE, "title_element", id="the site's name"),
        pytest.param(f"<title>{TITLE} says Grain</title>", "<h1>Grain</h1>", f"{TITLE} says Grain", "title_element",
                     id="the last word of the title"),
        pytest.param(f"<title>{TITLE}</title>", "<h1>Island</h1><h2>Ten ships reach</h2>", TITLE, "title_element",
                     id="a lower heading that begins it, and no mark behind"),
        pytest.param(f"<title>{TITLE}</title>", f"<h1>So</h1><p>{TITLE[:20]}</p>", TITLE, "title_element",
                     id="a paragraph that begins it"),
        pytest.param(f"<title>Ports: {TITLE}</title>", "<h1>So</h1><h2>Ports</h2>", f"Ports: {TITLE}", "title_element",
                     id="less than half of it"),
        pytest.param(f"<title>Grain Home | {TITLE}</title>", f"<h3><a href=/a>{TITLE}</a></h3>", TITLE, "title_element",
                     id="a heading behind a name"),
        pytest.param(f"<title>Grain Home | {TITLE}</title>", f"<p>{TITLE}</p>", f"Grain Home | {TITLE}",
                     "title_element", id="a line behind a name"),
        pytest.param(f"<title>Grain falls - {LONG}</title>", f"<h1>Grain falls</h1><h2>{LONG}</h2>", "Grain falls",
                     "heading", id="a short headline above a long heading"),
        pytest.param(f"<title>Grain Home » {TITLE}</title>{ADDRESS}", f"<h1>Grain Home</h1><h2>{TITLE}</h2>", TITLE,
                     "title_element", id="the site's name as the first heading"),
        pytest.param("<title>grain.test</title>", f"<h2>{TITLE} at last</h2>{PARAGRAPH}", f"{TITLE} at last",
                     "heading", id="a title that is a host"),
        pytest.param("<title>GRAIN</title>", f"<h4>{TITLE} at last</h4>{PARAGRAPH}", "GRAIN", "title_element",
                     id="no more than a lower heading"),
        pytest.param("<title>島に船が着いた</title>", f"<h3>{TITLE} at last</h3>{PARAGRAPH}", "島に船が着いた",
                     "title_element", id="a title in a script without spaces"),
        pytest.param(f"<title>{TITLE} for Grain.test | Home</title>{ADDRESS}", "", f"{TITLE} for Grain.test",
                     "title_element", id="a host in a title"),
        pytest.param("<title>Islands</title>", f"<h2>On ships</h2>{PARAGRAPH}", "Islands", "title_element",
                     id="a title of a word, and a heading of two"),
        pytest.param(f"<title>{TITLE} - Grain</title>{GRAIN}", f"<h1>{TITLE} Add to ...</h1>", TITLE, "heading",
                     id="a control within the heading"),
        pytest.param(f"<title>{TITLE} » Ports » Grain</title>", f"<h1>{TITLE}Grain</h1>", TITLE, "heading",
                     id="the site's name within the heading"),
        pytest.param(f"<title>{DOTS} | Grain</title>", f"<h1>{DOTS}</h1>", DOTS, "heading", id="ends in dots"),
        pytest.param(f"<title>»{TITLE}« says the mayor</title>", "", f"»{TITLE}« says the mayor", "title_element",
                     id="a quotation first"),
        pytest.param("<title>十艘船今天驶入推罗港 市民夹道欢迎船员归来</title>", "<p>十艘船今天驶入推罗港</p>",
                     "十艘船今天驶入推罗港 市民夹道欢迎船员归来", "title_element", id="a headline of two halves"),
        pytest.param(f"<title>{TITLE} - Grain</title>{GRAIN}", f"<h1>{TITLE} (wave.example) 87</h1>", TITLE, "heading",
                     id="its source and points"),
        pytest.param(f"<title>{TITLE} - Grain</title>{GRAIN}", f"<h1>{TITLE} from all over the sea</h1>",
                     f"{TITLE} from all over the sea", "heading", id="a longer headline"),
        pytest.param(f"<title>| {TITLE}</title>", "", TITLE, "title_element", id="a bar before it"),
        pytest.param("<title>十艘船今天驶入推罗港_推罗网</title>", "<div>十艘船今天驶入推罗港</div>",
                     "十艘船今天驶入推罗港", "title_element", id="a line before the site's name in Chinese"),
        pytest.param("<title>十艘船今天驶入推罗港 _ 推罗网</title>", "<div>十艘船今天驶入推罗港</div>",
                     "十艘船今天驶入推罗港", "title_element", id="spaces around the low line"),
        pytest.param("<title>十艘船今天驶入推罗港 港口处_推罗网</title>", "<h2>十艘船今天驶入推罗港</h2>",
                     "十艘船今天驶入推罗港", "title_element", id="before the desk and the site"),
        pytest.param("<title>推罗-西顿高铁今天开通</title>", "<div>推罗</div>", "推罗-西顿高铁今天开通",
                     "title_element", id="a short word before a line"),
        pytest.param("<title>十艘船今天驶入推罗港_推罗网</title>", "<div><a href=/a>十艘船今天驶入推罗港</a></div>",
                     "十艘船今天驶入推罗港_推罗网", "title_element", id="a link to another page"),
        pytest.param(f"<title>{TITLE} « the grain.example blog</title>",
                     f"<h1><a href=/>the grain.example blog</a></h1><h3>{TITLE}</h3>", TITLE, "heading",
                     id="the site's name as a first heading with a stop in it"),
        pytest.param(f"<title>Grain: {TITLE}</title>", f"<h1><a href=/>Grain</a></h1><h3>{TITLE}</h3>", TITLE,
                     "heading", id="the site's name as a first heading, before a colon"),
        pytest.param(f"<title>Live: {TITLE}</title>", f"<h1><a href=/live>Live</a></h1><h3>{TITLE}</h3>",
                     f"Live: {TITLE}", "title_element", id="another link as a first heading"),
        pytest.param(f'<title>{TITLE}</title><meta property="og:title" content="ten-ships-island-2021">', "", TITLE,
                     "title_element", id="a title that is a part of an address"),
    ],
)  # fmt: skip
def test_headings(head: str, body: str, title: str | None, rule: str | None) -> None:
    tree = parse(f"<head>{head}</head><body>{body}</body>")
    assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else []) == (title, rule)


@pytest.mark.parametrize(
    ("written", "head", "title"),
    [
        pytest.param(f"{TITLE} | Grain", GRAIN, TITLE, id="behind a bar"),
        pytest.param(f"{TITLE} - Grain", APPLICATION, TITLE, id="the program's name"),
        pytest.param(f"{TITLE} – The Daily Grain and Ports Newsletter", GRAIN, TITLE, id="more than its name"),
        pytest.param(f"Grain: {TITLE}", GRAIN, f"Grain: {TITLE}", id="no mark with white space"),
        pytest.param(f"Grain – {TITLE}", GRAIN, TITLE, id="before it"),
        pytest.param(f"Grain 24 – {TITLE}", GRAIN, f"Grain 24 – {TITLE}", id="a number behind its name"),
        pytest.param(f"Grain and all the ports – {TITLE}", GRAIN, f"Grain and all the ports – {TITLE}", id="much more"),
        pytest.param(f"www.grain – {TITLE}", GRAIN, TITLE, id="its host"),
        pytest.param(f"{TITLE} – Daily", GRAIN.replace("Grain", "Daily Grain"), f"{TITLE} – Daily", id="a short part"),
        pytest.param(f"{TITLE} – Daily G", GRAIN.replace("Grain", "Daily Grain"), TITLE, id="the name, cut"),
        pytest.param(f"{TITLE} | Ports | News", "", TITLE, id="short parts behind bars"),
        pytest.param(f"{TITLE} - Grain.test - Daily Grain", "", TITLE, id="its host before its name"),
        pytest.param(f"{TITLE} - Grain.test", "", TITLE, id="its host"),
        pytest.param(f"Ships | {TITLE}", "", f"Ships | {TITLE}", id="one word before a bar"),
        pytest.param(f"{TITLE} | and all that it was to us | News", "", f"{TITLE} | and all that it was to us",
                     id="a long part behind a bar"),
        pytest.param(f"{TITLE} - Daily", "", TITLE, id="a short last part"),
        pytest.param(f"{TITLE} - daily", "", f"{TITLE} - daily", id="in small letters"),
        pytest.param(f"{TITLE} - Daily", GRAIN, f"{TITLE} - Daily", id="a part that is not the stated name"),
        pytest.param(f"{TITLE} - Daily and More Than One", "", f"{TITLE} - Daily and More Than One",
                     id="a long last part"),
        pytest.param("Ten - Daily Grain News", "", "Ten - Daily Grain News", id="most of it"),
        pytest.param(TITLE, GRAIN, TITLE, id="no part"),
        pytest.param("| Grain", GRAIN, "Grain", id="nothing before it"),
        pytest.param("Ships | Ports now", "", "Ships | Ports now", id="two short parts"),
        pytest.param(f"{TITLE} - grain", APPLICATION, TITLE, id="the program's name in small letters"),
        pytest.param(f"So | {TITLE} | Daily", GRAIN, f"So | {TITLE}", id="the last of three parts"),
    ],
)  # fmt: skip
def test_names_of_sites(written: str, head: str, title: str) -> None:
    assert read_title(read_head(parse(f"<title>{written}</title>{head}<body></body>")), [])[0] == title


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        pytest.param(f"{TITLE} <i>(134)</i>", TITLE, id="a count of comments"),
        pytest.param(f"{TITLE} <a href=#c>12 comments</a>", TITLE, id="comments by name"),
        pytest.param(f"{TITLE} (87)", f"{TITLE} (87)", id="an age"),
        pytest.param(f"{TITLE} by Ada Byron", f"{TITLE} by Ada Byron", id="by whom, in small letters"),
        pytest.param(f"EU {TITLE}", f"EU {TITLE}", id="whose initials"),
        pytest.param(f"{TITLE} (2024)", f"{TITLE} (2024)", id="a year"),
        pytest.param(f"{TITLE} <small>By Ada Byron</small>", TITLE, id="a byline"),
        pytest.param(f"{TITLE} by the sea", f"{TITLE} by the sea", id="more of the headline"),
        pytest.param(f"<i>PORTS</i> {TITLE}", TITLE, id="a section in capitals"),
        pytest.param(f"<i>2024</i> {TITLE}", f"2024 {TITLE}", id="a number"),
        pytest.param(f"Ports: {TITLE}", f"Ports: {TITLE}", id="a word and a colon"),
        pytest.param(f"OUR PORTS AT SEA {TITLE}", f"OUR PORTS AT SEA {TITLE}", id="more than a section"),
    ],
)
def test_what_stands_beside_a_headline_in_its_element(heading: str, title: str) -> None:
    tree = parse(f"<title>{TITLE} - Grain Courier</title><body><h1>{heading}</h1>")
    assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else [])[0] == title


@pytest.mark.parametrize(
    ("short", "longer", "title"),
    [
        pytest.param(f"{LONG[:83]}…", LONG, LONG, id="cut"),
        pytest.param(LONG, f"{LONG} - and home again", LONG, id="the longer one goes on behind a mark"),
        pytest.param(f"{LONG[:40]}…", LONG, f"{LONG[:40]}…", id="a short one is whole"),
        pytest.param(LONG[4:], f"{LONG} at all", LONG[4:], id="another one"),
    ],
)
def test_titles_that_were_cut(short: str, longer: str, title: str) -> None:
    head = f'<meta property="og:title" content="{short}"><title>{longer}</title>'
    assert read_title(read_head(parse(f"{head}<body></body>")), [])[0] == title


@pytest.mark.parametrize(
    ("html", "place"),
    [
        pytest.param(f"<h1>So</h1><h1>{TITLE}</h1>", 1, id="the heading that is the title"),
        pytest.param(f"<p>a</p><h2>{TITLE}</h2><h3>{TITLE}</h3>", 1, id="the first of two others"),
        pytest.param(f"<p>a</p><p>{TITLE}</p><p>{TITLE}</p>", 1, id="the first of two lines"),
        pytest.param(f"<p>{TITLE}</p><h2><a href=/>{TITLE}</a></h2>", 0, id="a line before a linked heading"),
        pytest.param("<p>a</p><h1>So</h1><h1>And so</h1>", 1, id="the first of two in other words"),
        pytest.param("<p>a</p><p>b</p>", 0, id="none"),
    ],
)
def test_places(html: str, place: int) -> None:
    tree = parse(f"<body>{html}</body>")
    assert headline_place(read_blocks(tree.body) if tree.body else [], TITLE) == place


def test_an_empty_title_is_nowhere() -> None:
    tree = parse("<body><p>a</p><h2></h2><h1>So</h1></body>")
    assert headline_place(read_blocks(tree.body) if tree.body else [], "") == 1
