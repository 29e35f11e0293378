"""Which pages hold an article and which do not, told apart where their words look alike."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())
SENTENCE = "The council of the river town voted on Tuesday to rebuild the old bridge before the winter sets in again."
OTHERS = [
    "Builders had warned for years that its piers would not stand another flood, the mayor told reporters.",
    "The work is to cost nine million crowns, of which the province has promised to pay about one half.",
    "Boats will carry people over the river until the new bridge opens, which is planned for the autumn.",
    "Shopkeepers on the left bank fear for their trade, and have asked the council for lower rents till then.",
]


def story(extra: str = "", paragraphs: int = 5, head: str = "", title: str = "Town votes for a new bridge") -> str:
    text = "".join(f"<p>{words}</p>" for words in [SENTENCE, *OTHERS][:paragraphs])
    return f"""<html><head><title>{title}</title>{head}</head><body><nav><a href=/in>Already a subscriber? Sign in</a>
    </nav><main><article><h1>{title}</h1><div class=story-body>{text}{extra}</div></article></main></body></html>"""


def teasers(count: int, prose: str = SENTENCE) -> str:
    items = "".join(
        f"<article><h2><a href=/{i}>A headline of some length about matter number {i}</a></h2><p>{prose}</p></article>"
        for i in range(count)
    )
    return f'<title>Bridges</title><meta property="og:type" content="website"><h1>Bridges</h1><main>{items}</main>'


LINKS = "".join(f"<p><a href=/{i}>Another headline of a line of its own, number {i}</a></p>" for i in range(20))


def stamped(times: int) -> str:
    return story("".join(f"<h4>{10 + i}:15</h4><p>{OTHERS[i % 4]}</p>" for i in range(times)))


FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": %s}</script>'
KANJI = (
    "町議会は火曜日、古い橋を冬の前に架け替えることを決めた。市長は記者団に対し、橋脚は次の洪水に耐えられないと述べた。"
)


@pytest.mark.parametrize(
    ("html", "url", "verdict"),
    [
        pytest.param(story(), "https://a.example/life/live-healthy/bridge/", "article", id="a section on living"),
        pytest.param(story(), "https://a.example/blogs/live/bridge", "article", id="a section named live"),
        pytest.param(stamped(5), "https://a.example/world/live/2021/mar/3/bridge", "live", id="live, and times show"),
        pytest.param(story(), "https://a.example/live-blog/bridge", "live", id="an address of live pages"),
        pytest.param(story(title="How to watch live coverage of the vote"), "", "article", id="about live coverage"),
        pytest.param(story(), "", "article", id="the menu asks subscribers to sign in"),
        pytest.param(story("<p>Subscribe to continue reading.</p>", 2), "", "paywall", id="the text breaks off"),
        pytest.param(story("<p>Subscribe to continue reading.</p>", 3, FREE % "true"), "", "article", id="said free"),
        pytest.param(story(head=FREE % "false", paragraphs=2), "", "paywall", id="said not free, and short"),
        pytest.param(story('<div class="comments"><p>Comments are for subscribers only.</p></div>', 3), "", "article",
                     id="only the comments are paid"),
        pytest.param(story(paragraphs=3, title="Highway 404 closed after bridge gives way"), "", "article",
                     id="a road named 404"),
        pytest.param(story(paragraphs=3, title="The story of how a town moved its bridge"), "", "article", id="moved"),
        pytest.param("<title>404 - not found</title><p>Nothing here.</p>", "", "soft_404", id="404"),
        pytest.param("<h1>Oops!</h1><p>We can’t seem to find the page you’re looking for.</p>", "", "soft_404",
                     id="said in the text"),
        pytest.param("<h1>Sorry, that page does not exist</h1>" + teasers(20, ""), "", "soft_404",
                     id="gone, with links"),
        pytest.param("<title>Just a moment...</title><h1>a.example</h1><p>Checking your browser.</p>", "", "consent",
                     id="a wall against robots"),
        pytest.param(story("", 1) + "<footer><a href=/c>Cookie policy</a></footer>", "", "stub",
                     id="a link to the cookie policy is no wall"),
        pytest.param(story("<p>Continue reading your article with a subscription.</p>", 2), "", "paywall",
                     id="continue reading"),
        pytest.param(teasers(12).replace("og:type", "og:none"), "https://a.example/category/bridges/", "index",
                     id="an address of lists"),
        pytest.param(story(paragraphs=3, title="Der Bau braucht die Zustimmung der Stadt"), "", "article",
                     id="consent of a council"),
        pytest.param(story(paragraphs=3, title="Access denied to the bridge for a year"), "", "article",
                     id="access to a bridge"),
        pytest.param(story(paragraphs=3, title="Le pont reste introuvable"), "", "article", id="a bridge not found"),
        pytest.param("<h1>The article you are looking for no longer exists</h1>", "", "soft_404", id="gone"),
        pytest.param(story(paragraphs=3, title="Patients consent to river cure"), "", "article", id="consent as news"),
        pytest.param(f"<h1>橋</h1><article><p>{KANJI}</p><p>{KANJI[::-1]}</p></article>", "", "article",
                     id="words without spaces"),
        pytest.param(teasers(9), "https://a.example/bridges", "index", id="teasers with a paragraph each"),
        pytest.param(story() + LINKS, "https://a.example/search-for-a-boat", "article", id="a story of a search"),
        pytest.param(story() + LINKS, "https://a.example/search/bridges", "index", id="what a search found"),
        pytest.param(teasers(60, f"{SENTENCE} {OTHERS[0]}"), "https://a.example/feed", "index", id="a long list"),
        pytest.param(story() + f"<section class=related>{teasers(9)}</section>", "", "article",
                     id="teasers below an article"),
    ],
)  # fmt: skip
def test_kinds(html: str, url: str, verdict: str) -> None:
    assert read_page(html, MODEL, url, date(2021, 3, 5)).verdict == verdict
