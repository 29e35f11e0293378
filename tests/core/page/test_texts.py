"""Texts found on pages whose layout or script hides them."""

from __future__ import annotations

import json
import re

import numpy as np
import numpy.typing as npt
import pytest

from tasks.core.article.record import Article
from tasks.core.page.choice.between import with_lines_between
from tasks.core.page.choice.layout import Layout
from tasks.core.page.choice.rows import without_other_cells
from tasks.core.page.choice.trees import Trees
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.names import Weights
from tasks.core.page.markup.parse import parse
from tasks.core.page.model import BlockModel, is_menu
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())


def test_short_paragraphs_of_ideographs_are_text() -> None:
    lines = [
        "外交部發言人今天在北京表示，兩國代表將於下週再次會面，討論邊界問題。",
        "會談地點尚未決定。雙方同意暫時不對外公布細節，但強調氣氛良好。",
    ]
    html = "<h1>會談</h1><div class=news>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"
    assert read_page(html, MODEL).text.split("\n\n") == lines


def test_the_best_container_is_not_the_one_with_notices_below() -> None:
    story = "".join(
        f"<p>The council voted on point {n} of the plan for the bridge, which is to open soon.</p>" for n in range(5)
    )
    notices = "".join(
        f"<div>We mourn for citizen {n} of our town, who left us on Monday in her best years.</div>" for n in range(6)
    )
    page = parse(f"<div class=story>{story}</div><div class=carousel>{notices}</div>")
    layout = Layout(read_blocks(page.css("body")[0]), Weights({"carousel": -1.5}))
    assert layout.frames[layout.best].names == "story"


STORY = [
    f"The council voted on point {number} of the plan for the bridge, which is to open soon, the mayor said."
    for number in ("one", "two", "three", "four")
]
PAGE = f"""<body><noscript><div><img src=/count></div></noscript><a name=top></a>
<nav><ul><li><a href=/town>Town</a></li><li><a href=/sport>Sport</a></li></ul></nav>
<main><article><header><h1>Town votes for a bridge</h1></header>
<div class="story-body"><p>{STORY[0]}</p><p>{STORY[1]}</p><blockquote><p>{STORY[2]}</p></blockquote><p>{STORY[3]}</p>
</div></article></main><footer><p>© 2021 Daily Grain</p></footer></body>"""
# A link that stays open takes in all that follows, in browsers too.
TAGS = [
    tag for tag in re.finditer(r"</?[a-z][^<>]*>", PAGE) if tag[0] != "</a>" or PAGE[: tag.start()].endswith("=top>")
]


@pytest.mark.parametrize("tag", [pytest.param(tag, id=f"{tag[0][:12]} at {tag.start()}") for tag in TAGS])
def test_a_tag_that_is_missing_loses_no_text(tag: re.Match[str]) -> None:
    text = read_page(PAGE[: tag.start()] + PAGE[tag.end() :], MODEL).text
    assert all(words in text for words in STORY)


@pytest.mark.parametrize("share", [0.6, 0.8, 0.9])
def test_a_page_cut_off_keeps_the_text_before(share: float) -> None:
    cut = PAGE[: int(len(PAGE) * share)]
    text = read_page(cut, MODEL).text
    assert [words in text for words in STORY] == [words in cut for words in STORY]


def unshown(
    body: str, shown: str = "<div id=root></div><noscript>You need to enable JavaScript.</noscript>"
) -> Article:
    """A page whose linked data holds the text."""
    node = json.dumps({"@type": "NewsArticle", "headline": "Town votes", "articleBody": body})
    return read_page(f'<title>Town votes</title><script type="application/ld+json">{node}</script>{shown}', MODEL)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("\n".join(STORY), id="lines"),
        pytest.param("".join(f"<p>{words}</p>" for words in STORY), id="markup"),
        pytest.param("".join(f"&lt;p&gt;{words}&lt;/p&gt;" for words in STORY), id="markup escaped"),
        pytest.param("<br><br>".join(STORY), id="line breaks"),
    ],
)
def test_a_text_in_linked_data_alone(body: str) -> None:
    article = unshown(body)
    assert (article.text.split("\n\n"), article.verdict) == (STORY, "article")
    assert article.rules["text"] == "linked_data:articleBody"


@pytest.mark.parametrize(
    ("shown", "count"),
    [
        pytest.param(f"<h1>Town votes</h1><p>{STORY[0]}</p>", 1, id="a part is shown: the rest may be paid for"),
        pytest.param("<h1>Town votes</h1>" + "".join(f"<p>{w.replace('voted', 'also voted')}</p>" for w in STORY), 4,
                     id="an earlier text, shorter than what is shown"),
    ],
)  # fmt: skip
def test_a_text_that_is_shown_goes_first(shown: str, count: int) -> None:
    article = unshown("\n".join(STORY), shown)
    assert (len(article.text.split("\n\n")), article.rules.get("text")) == (count, None)


def test_an_article_in_a_menu_that_was_never_closed() -> None:
    lines = "".join(f"<p>外交部發言人今天在北京表示，第{number}次會面將討論邊界問題。</p>" for number in range(12))
    assert "第9次" in read_page(f"<h1>會談</h1><nav><a href=/>首頁</a><div>{lines}</div>", MODEL).text


CHANCES = {"The bridge": 0.4, "Nuts": 0.0, "Nuts and": 0.0, "Elsewhere": 0.0}
LINES = [f"{STORY[0]} That was said {count} times." for count in range(13)]


class _Trees(Trees):
    """Chances of blocks by their texts, as trees would give them."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks

    def chances(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        read = [block for block in self.blocks if not is_menu(block)]
        assert len(rows) == len(read)
        return np.array([CHANCES.get(block.text, 0.95) for block in read], np.float32)


@pytest.mark.parametrize(
    ("html", "left_out"),
    [
        pytest.param(f"<p>{STORY[0]}</p><h3>The bridge</h3><p>{STORY[1]}</p>", [], id="a heading"),
        pytest.param(f"<div><p>{STORY[0]}</p></div><h3>The bridge</h3><p>{STORY[1]}</p>", ["The bridge"],
                     id="a heading below another element"),
        pytest.param(f"<p>{STORY[0]}</p><p>The bridge</p><p>{STORY[1]}</p>", ["The bridge"], id="a paragraph"),
        pytest.param(f"<p>{STORY[0]}</p><h3>The bridge</h3><h3>Elsewhere</h3>", ["The bridge", "Elsewhere"],
                     id="a heading with no text below"),
        pytest.param("<ul><li>Bread of rye<li><a href=/n>Nuts</a><li>Water for two days</ul>", [], id="an item"),
        pytest.param("<ul><li>Bread of rye<li><a href=/n>Nuts</a></ul>", ["Nuts"], id="a last item"),
        pytest.param(f"<div>{STORY[0]}<br><br>The bridge<br><br>{STORY[1]}</div>", [], id="a line of an element"),
        pytest.param(f"<div>{STORY[0]}<br><br>{STORY[1]}<br><br>The bridge</div>", ["The bridge"], id="a last line"),
        pytest.param(f"<div>{'<br><br>'.join(LINES)}<br><br>The bridge</div>", [], id="the last of many lines"),
        pytest.param(f"<div>{'<br><br>'.join(LINES)}<br><br><a href=/n>Nuts</a> and</div>", ["Nuts and"],
                     id="a link below many lines"),
    ],
)  # fmt: skip
def test_headings_and_items_between_chosen_blocks_are_chosen(html: str, left_out: list[str]) -> None:
    blocks = read_blocks(parse(html).css("body")[0])
    model = BlockModel(load_article_model())
    model.trees = _Trees(blocks)
    chosen = model.choose(blocks, "")
    assert [block.text for block, is_chosen in zip(blocks, chosen, strict=True) if not is_chosen] == left_out


def test_headings_that_look_like_others_of_the_text_are_chosen() -> None:
    said = "The keeper said that the water rose by a hand in one hour, and that no one had seen it do so before."
    entries = "".join(
        f"<article><h3 class=entry>Entry {n} of the day</h3><div class=who>Ada Byron</div><p>{said}</p></article>"
        for n in range(6)
    )
    blocks = read_blocks(parse(f"<div class=blog>{entries}</div>").css("body")[0])
    chosen = [len(block.text) > 40 or block.text in ("Entry 0 of the day", "Entry 3 of the day") for block in blocks]
    kept = [
        block.text for block, is_chosen in zip(blocks, with_lines_between(blocks, chosen), strict=True) if is_chosen
    ]
    assert [text for text in kept if text.startswith("Entry")] == [f"Entry {n} of the day" for n in range(6)]
    few = [len(block.text) > 40 or block.text == "Entry 0 of the day" for block in blocks]  # one alone tells nothing
    assert with_lines_between(blocks, list(few)) == few


MENU = "".join(f"<a href=/{n}>Part {n} of the site of the port</a><br><br>" for n in range(4))
SONGS = "<table><tr><td>06.00<td>Songs for the morning<tr><td>08.30<td>The weather</table>"
AGAIN = (
    "<p>They will meet again on Monday in the hall of the port, the two ministers said at the end of the talks, and "
    "speak of fish.</p>"
)


@pytest.mark.parametrize(
    ("before", "behind", "count"),
    [
        pytest.param(f"<td>{MENU}{SONGS}</td>", "", 0, id="a programme in a column of links"),
        pytest.param("", f"<td>{SONGS}{MENU}</td>", 0, id="in one behind the text"),
        pytest.param(f"<td>{MENU}{AGAIN}</td>", "", 1, id="a paragraph in a column of links"),
        pytest.param(f"<td>{SONGS}</td>", "", 4, id="a column without links"),
        pytest.param(f"<td>{MENU}{SONGS}</td></tr><tr>", "", 4, id="another row"),
    ],
)
def test_pages_that_a_table_lays_out(before: str, behind: str, count: int) -> None:
    story = "<br><br>".join(
        f"Ministers of the two countries signed part {n} of a deal after a long night of talks in the capital, they "
        "said, and went home by ship."
        for n in range(5)
    )
    inner = "<table><tr><th>Grain<th>Tons<tr><td>Rye<td>40</table>"
    html = f"<table><tr>{before}<td>{story}{inner}</td>{behind}</tr></table>"
    blocks = read_blocks(parse(html).css("body")[0])
    chosen = without_other_cells(blocks, [not block.linked for block in blocks])
    kept = [block.text for block, is_chosen in zip(blocks, chosen, strict=True) if is_chosen]
    assert len(kept) == count + 5 + 4
    assert {"Grain", "Tons", "Rye", "40"} < set(kept)


def test_cells_of_data_alone_are_kept() -> None:
    html = "<p>Ten ships met off the island on Monday.</p><table><tr><td>Rye<td>40<tr><td>Oats<td>30</table>"
    blocks = read_blocks(parse(html).css("body")[0])
    assert all(without_other_cells(blocks, [True] * len(blocks)))
