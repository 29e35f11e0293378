"""Who took a picture, as captions word it."""

from __future__ import annotations

import pytest

from tasks.core.page.captions import captions, credit_of
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        pytest.param("Trucks wait at the border. Photo: Jan Kowal", "Jan Kowal", id="photo"),
        pytest.param("Trucks wait at the border. Photo by Jan Kowal", "Jan Kowal", id="photo by"),
        pytest.param("Trucks wait at the border / Foto Jan Kowal", "Jan Kowal", id="no colon"),
        pytest.param("Trucks wait at the border (Credits: PTI)", "PTI", id="credits"),
        pytest.param("Trucks wait (Image: Border Guard )", "Border Guard", id="in brackets"),
        pytest.param("Trucks wait. (Jan Kowal / Border Guard)", "Jan Kowal / Border Guard", id="both in brackets"),
        pytest.param("Jan Kowal/Getty Images", "Jan Kowal/Getty Images", id="nothing else"),
        pytest.param("Trucks wait at the border. Jan P. Kowal/Reuters", "Jan P. Kowal/Reuters", id="behind a sentence"),
        pytest.param("Border Images Group via Getty Images", "Border Images Group via Getty Images", id="a group"),
        pytest.param("Trucks wait. © Border Guard", "Border Guard", id="sign"),
        pytest.param("Image: Jan Kowal, left, has replaced Ewa Nowak as head of the guard", None, id="a label"),
        pytest.param("Trucks wait. Photo: from the ministry", None, id="words in small letters"),
        pytest.param("Trucks wait. Photo: ministry.example", "ministry.example", id="a host"),
        pytest.param("Trucks wait. Photo: ministry/afp", "ministry/afp", id="two in small letters"),
        pytest.param("Image 1 of 4", None, id="a counter"),
        pytest.param("The photograph that began it all was lost.", None, id="about a photograph"),
        pytest.param("Trucks wait at the border on Monday.", None, id="none"),
    ],
)
def test_credits(text: str, credit: str | None) -> None:
    assert credit_of(text) == credit


LISTED = "<ul>" + "<li>A line about another matter" * 5 + "</ul>"
FIGURE = "<figure><figcaption><p>Trucks wait at the border.</p><ul><li>JAN KOWAL, Grain</ul></figcaption></figure>"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param(FIGURE, [("Trucks wait at the border. JAN KOWAL, Grain", "JAN KOWAL, Grain")], id="in two lines"),
        pytest.param(FIGURE.replace("border.", "border"), [("Trucks wait at the border JAN KOWAL, Grain", None)],
                     id="no sentence before the name"),
        pytest.param(FIGURE.replace("Grain", "who came along with the others and stayed"),
                     [("Trucks wait at the border. JAN KOWAL, who came along with the others and stayed", None)],
                     id="no name"),
        pytest.param(FIGURE + FIGURE, [("Trucks wait at the border. JAN KOWAL, Grain", "JAN KOWAL, Grain")],
                     id="a picture shown twice"),
        pytest.param(FIGURE.replace("<p>", "<p><a href=/a>gallery</a> "), [("JAN KOWAL, Grain", None)],
                     id="one that leads elsewhere"),
        pytest.param("<figure><figcaption>Trucks wait.<span>Jan Kowal / Grain</span></figcaption></figure>",
                     [("Trucks wait. Jan Kowal / Grain", "Jan Kowal / Grain")], id="a credit that touches the words"),
        pytest.param("<figure><figcaption>Båten ”Märta Collin” i hamnen</figcaption></figure>",
                     [("Båten ”Märta Collin” i hamnen", None)], id="a sign that opens quotes in Sweden"),
        pytest.param("<figure><figcaption>Trucks of Examroom.AI wait</figcaption></figure>",
                     [("Trucks of Examroom.AI wait", None)], id="a name with a stop in it"),
        pytest.param("<p class=caption>Trucks wait at the border.</p>", [], id="too far up for another element"),
        pytest.param("<div class=top><img><p class=imageText>Trucks wait.</p></div>", [("Trucks wait.", None)],
                     id="named as a picture's text"),
        pytest.param("<div id=story_image><img><p class=desc>Trucks wait.</p></div>", [("Trucks wait.", None)],
                     id="a picture's element and its text's"),
        pytest.param("<div class=author-photo><img><p class=info>Trucks wait.</p></div>", [], id="an author's picture"),
        pytest.param("<div id=story_box><img><p class=desc>Trucks wait.</p></div>", [], id="no picture's element"),
        pytest.param("<div class=photo><img><p class=photo-desc>Trucks wait.</p><p>Show caption</p></div>",
                     [("Trucks wait.", None)], id="as its description, and a control"),
        pytest.param("<div class=photo><img><p class=photo-desc><a href=/a>Trucks wait.</a></p></div>", [],
                     id="one that is a link"),
        pytest.param("<p class=photo-desc>Trucks wait at the border.</p>", [], id="so named, below no picture"),
        pytest.param("", [], id="none"),
    ],
)  # fmt: skip
def test_captions_above_a_text(html: str, found: list[tuple[str, str | None]]) -> None:
    tree = parse(f"<h1>Ten ships met</h1>{html}{LISTED}<div>The text</div>")
    blocks = read_blocks(tree.body) if tree.body else []
    chosen = [block.text == "The text" for block in blocks]
    assert [(caption.text, caption.credit) for caption in captions(blocks, chosen, "Ten ships met")] == found


@pytest.mark.parametrize("tag", ["article", "div"])
def test_a_picture_above_the_headline_is_of_its_article(tag: str) -> None:
    figure = "<figure><img><figcaption>Trucks wait.</figcaption></figure>"
    tree = parse(f"<{tag}>{figure}<p>Ports</p><h1>Ten ships met</h1>{LISTED}<div>The text</div></{tag}>")
    blocks = read_blocks(tree.body) if tree.body else []
    found = captions(blocks, [block.text == "The text" for block in blocks], "Ten ships met", headline=2)
    assert [caption.text for caption in found] == (["Trucks wait."] if tag == "article" else [])


def test_an_offer_is_no_caption() -> None:
    tree = parse("<p class=cta-caption>Thanks for reading the Grain!</p><div>The text</div>")
    assert captions(read_blocks(tree.body) if tree.body else [], [False, True]) == []


WAITING, CREDIT = "Trucks wait at the border of the two countries.", "Photo: Jan Kowal"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param(f"<figure><p>{CREDIT}</p><figcaption>{WAITING}</figcaption></figure>",
                     [(f"{WAITING} {CREDIT}", "Jan Kowal")], id="above it in its figure"),
        pytest.param(f"<figure><figcaption>{WAITING}</figcaption></figure><p>{CREDIT}</p>",
                     [(f"{WAITING} {CREDIT}", "Jan Kowal")], id="below its figure"),
        pytest.param(f"<figure><figcaption>{WAITING} {CREDIT}</figcaption></figure><p>{CREDIT}s</p>",
                     [(f"{WAITING} {CREDIT}", "Jan Kowal"), (f"{CREDIT}s", "Jan Kowals")],
                     id="below one that has its own"),
        pytest.param(f"<figure><figcaption>{WAITING}</figcaption></figure><p><img src=b.jpg></p><p>{CREDIT}</p>",
                     [(WAITING, None), (CREDIT, "Jan Kowal")], id="below another picture"),
        pytest.param(f"<div><p class=caption>{WAITING}</p><p class=credit>Jan Kowal | Grain</p></div>",
                     [(f"{WAITING} Jan Kowal | Grain", "Jan Kowal | Grain")], id="in an element named so"),
        pytest.param(f"<figure><p class=caption>{WAITING}</p><p class=credit>{CREDIT}</p><p class=caption>"
                     f"{WAITING[:-1]}, they said.</p><p class=credit>{CREDIT}s</p></figure>",
                     [(f"{WAITING} {CREDIT}", "Jan Kowal"), (f"{WAITING[:-1]}, they said. {CREDIT}s", "Jan Kowals")],
                     id="two pictures in one figure"),
        pytest.param(f"<figure><figcaption>{WAITING}</figcaption><figcaption>{CREDIT} took it.</figcaption></figure>",
                     [(f"{WAITING} {CREDIT} took it.", "Jan Kowal took it")], id="in an element of its own"),
    ],
)  # fmt: skip
def test_credits_beside_their_captions(html: str, found: list[tuple[str, str | None]]) -> None:
    tree = parse(f"<div>The text</div>{html}<div>The rest</div>")
    blocks = read_blocks(tree.body) if tree.body else []
    chosen = [block.text.startswith("The ") for block in blocks]
    assert [(caption.text, caption.credit) for caption in captions(blocks, chosen)] == found
