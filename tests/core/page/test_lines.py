"""Lines that are no text wherever they stand on a page, and posts that are."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.core.page.margins.lines import heads_others, is_call, is_quoted_post
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.frames import Frame
from tasks.core.page.markup.parse import parse
from tasks.core.page.model import BlockModel, without_calls
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())
STORY = [
    "The council of the river town voted on Tuesday to rebuild the old bridge before the winter sets in again.",
    "Builders had warned for years that its piers would not stand another flood, the mayor told reporters.",
    "The work is to cost nine million crowns, of which the province has promised to pay about one half.",
    "Boats will carry people over the river until the new bridge opens, which is planned for the autumn.",
]
POST = "Nobody asked the people of the left bank before they closed our bridge for two winters."
SIGNED = '— A. Ferryman (@ferry) <a href="https://social.example/1">March 3, 2021</a>'


def block(text: str, linked: str = "", tag: str = "p") -> Block:
    return Block(text, Frame(tag, "", 0, 1, None), [], len(linked), False)


@pytest.mark.parametrize(
    ("text", "linked", "is_one"),
    [
        pytest.param("Read more: Town votes for a new bridge", "Town votes for a new bridge", True, id="read more"),
        pytest.param("Related: the flood of the year before", "the flood of the year before", True, id="related"),
        pytest.param("Next: the council must find money, said the mayor", "mayor", False, id="next, with few links"),
        pytest.param("Also on news.example Ferry to run all winter", "Ferry to run all winter", True, id="also on"),
        pytest.param("CLICK HERE FOR THE APP OF THE RIVER TOWN", "CLICK HERE FOR THE APP OF THE RIVER TOWN", True,
                     id="a linked line in capitals"),
        pytest.param("WHAT COMES NEXT FOR THE BRIDGE IN THE AUTUMN", "", False, id="capitals without a link"),
        pytest.param("https://cdn.example/a/bridge-1200.jpg", "", True, id="an address for machines"),
        pytest.param("https://x.com/ada/status/12", "https://x.com/ada/status/12", True, id="the address of a post"),
        pytest.param("https://grain.example/a", "https://grain.example/a", False, id="a linked address of a page"),
        pytest.param("This advertisement has not loaded yet, but your article continues below.", "", True,
                     id="where an advertisement was"),
        pytest.param("2021-03-03T22:30:00+01:00", "", True, id="an instant for machines"),
        pytest.param("Story continues below advertisement", "", True, id="label of an advertisement"),
        pytest.param("AdvertisementSKIP ADVERTISEMENT", "", True, id="with a way round it"),
        pytest.param("Dalsza część artykułu pod wideo", "", True, id="in Polish"),
        pytest.param("De tekst gaat verder onder de foto", "", True, id="in Dutch"),
        pytest.param("Artikkelen fortsetter under annonsen", "", True, id="in Norwegian"),
        pytest.param("De tekst gaat de gemeenteraad te ver", "", False, id="a text that goes too far"),
        pytest.param("【関連記事】川の町の橋", "", True, id="a label in brackets"),
        pytest.param("[1] The bridge fell in the year before", "", False, id="a number in brackets"),
        pytest.param("- Advertisement -", "", True, id="the same between dashes"),
        pytest.param("Advertisements for the bridge cost the town a fortune", "", False, id="advertising as news"),
        pytest.param("• • •", "", True, id="a rule drawn of signs"),
        pytest.param("2021", "", False, id="a year"),
        pytest.param("_" * 80, "", True, id="a long rule"),
        pytest.param("Читайте также: Мост закрыт до весны", "", True, id="a label before words"),
        pytest.param('{"@type": "Person"} and more', "", True, id="data for machines"),
        pytest.param("THE BRIDGE", "THE BRIDGE", False, id="a section in capitals"),
        pytest.param("WHAT COMES NEXT FOR THE BRIDGE, SAYS HE", "WHAT COMES NEXT FOR THE BRIDGE", False,
                     id="capitals linked in part"),
        pytest.param("What comes next for the bridge of the town", "What comes next for the bridge of the town", False,
                     id="a linked line"),
        pytest.param("See more of the river town: Ferry to run", "See more of the river town: Ferry to run", True,
                     id="see more"),
        pytest.param(f"Photo: {'the old bridge in May, ' * 12}", "", False, id="a paragraph that begins so"),
        pytest.param("The old bridge in May (Image: Town Hall)", "", True, id="a caption by its end"),
        pytest.param("FacebookTwitterLinkedinEMail", "", True, id="what shares the page"),
        pytest.param("Audio: Ten ships off the old bridge (3 Min)", "", True, id="what can be listened to"),
        pytest.param("Audio of ten ships (in the old port)", "", False, id="brackets that tell no length"),
        pytest.param("Price at time of publication", "", True, id="what stands at a price"),
        pytest.param("Sharing is caring!", "", True, id="a call to share"),
        pytest.param("Sharing is caring: how the bridge fund works", "", False, id="a heading that begins so"),
        pytest.param("Tags: small labels of brass, on keys", "", False, id="what tags are"),
        pytest.param("Scroll down for video", "", True, id="where to scroll"),
        pytest.param("Story Continued Below", "", True, id="where it goes on"),
        pytest.param("Mainos päättyy", "", True, id="where an advertisement of Finland ends"),
        pytest.param("list of 3 items", "", True, id="what is read out to the blind"),
        pytest.param("List of ten items lost in the flood", "", False, id="a list of lost things"),
        pytest.param("The old bridge before the flood. [Grain.example/Ada Byron]", "", True, id="a credit in brackets"),
        pytest.param("The old bridge before the flood was the first [of two/three]", "", False, id="other brackets"),
        pytest.param("More want the old bridge rebuilt, a survey found. [Reuters/Ipsos]", "", False,
                     id="a survey's names"),
        pytest.param("1 / 3", "", True, id="a counter of pictures"),
        pytest.param("1/3 cup", "", False, id="a fraction with its measure"),
        pytest.param("Facebook and Twitter fell", "", False, id="a sentence about networks"),
        pytest.param("He showed us the old bridge (photo and all)", "", False, id="a photo in a sentence"),
    ],
)  # fmt: skip
def test_calls(text: str, linked: str, is_one: bool) -> None:
    assert is_call(block(text, linked)) is is_one


def page(*inside: str) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return f"""<html><head><title>Town votes for a bridge</title></head><body><main><article><h1>Town votes for a bridge
    </h1><div class=story-body><p>{STORY[0]}</p>{"".join(inside)}{text[len(STORY[0]) + 7 :]}</div></article></main>"""


def test_a_sign_may_fill_a_cell() -> None:
    assert [is_call(block("–", "", tag)) for tag in ("p", "td")] == [True, False]


def test_a_quoted_post_stays_in_the_text() -> None:
    post = f'<blockquote class="twitter-tweet"><p lang=en>{POST}</p>{SIGNED}</blockquote>'
    text = read_page(page(post), MODEL, "", date(2021, 3, 5)).text
    assert text.split("\n\n") == [STORY[0], POST, "— A. Ferryman (@ferry) March 3, 2021", *STORY[1:]]
    assert not is_quoted_post(block(POST, "", "blockquote"))


def test_a_credited_line_is_a_caption() -> None:
    article = read_page(page("<div>The old bridge before the flood (Image: Town Hall)</div>"), MODEL)
    assert article.text.split("\n\n") == STORY
    assert [(c.text, c.credit) for c in article.captions] == [
        ("The old bridge before the flood (Image: Town Hall)", "Town Hall")
    ]


@pytest.mark.parametrize("line", ["<p>© RIPRODUZIONE RISERVATA", "<figcaption>Lihat Foto", "<figcaption>Image 1 of 4"])
def test_words_of_rights_and_of_galleries_are_no_caption(line: str) -> None:
    assert read_page(page(line), MODEL).captions == []


def test_paragraphs_of_a_caption_are_no_text() -> None:
    said = "The old bridge of the river town as it stood before the flood of last year took two of its piers."
    article = read_page(page(f"<figure><img src=a.jpg><figcaption><p>{said}</p></figcaption></figure>"), MODEL)
    assert (article.text.split("\n\n"), [c.text for c in article.captions]) == (STORY, [said])


@pytest.mark.parametrize(("tag", "count"), [("p", 1), ("h3", 4)])
def test_a_list_of_other_pages_ends_at_headings_below_a_line(tag: str, count: int) -> None:
    links = "".join(f"<{tag}><a href=/{n}>A matter of the town, number {n} of the year</a></{tag}>" for n in range(3))
    tree = parse(f"<body><p>Read more about bridges:</p>{links}<p>{STORY[0]}</p></body>")
    blocks = read_blocks(tree.body) if tree.body else []
    assert sum(without_calls(blocks, [True] * len(blocks))) == count


def test_teasers_below_a_label_are_left_out() -> None:
    teasers = "".join(f"<li><a href=/{n}>A matter of the town, number {n}</a> {STORY[0]}</li>" for n in range(3))
    for label, count in (("<p>相关推荐</p>", 1), ("<p>So.</p>", 4)):
        tree = parse(f"<body><p>{STORY[0]}</p>{label}<ul>{teasers}</ul></body>")
        blocks = read_blocks(tree.body) if tree.body else []
        chosen = [block.text not in ("相关推荐", "So.") for block in blocks]
        assert sum(without_calls(blocks, chosen)) == count


def test_a_caption_that_is_never_closed_holds_the_text() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY * 2)
    html = f"<h1>Town votes for a bridge</h1><figure><img src=a.jpg><figcaption>The old bridge{text}"
    assert len(read_page(html, MODEL).text) > sum(map(len, STORY))


def test_a_list_of_other_pages_is_left_out() -> None:
    links = "".join(f"<p><a href=/{n}>A matter of the town, number {n} of the year</a></p>" for n in range(3))
    article = read_page(page(f"<p>You may also like...</p>{links}"), MODEL)
    assert article.text.split("\n\n") == STORY


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Lire aussi", True),
        ("You may also like", True),
        ("You may also like the bridge", False),
        ("Table of Contents", True),
        ("In this article:", True),
        ("In this town", False),
    ],
)
def test_headings_of_lists(text: str, is_one: bool) -> None:
    assert heads_others(block(text)) is is_one


@pytest.mark.parametrize(
    ("tag", "names", "is_one"),
    [("blockquote", "twitter-tweet", True), ("blockquote", "pull", False), ("div", "twitter-tweet", False)],
)
def test_quoted_posts(tag: str, names: str, is_one: bool) -> None:
    frame = Frame("p", "", 0, 2, Frame(tag, names, 0, 1, None))
    assert is_quoted_post(Block(POST, frame, [], 0, False)) is is_one
