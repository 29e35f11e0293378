"""What stands around the text of an article and must not be read with it."""

from __future__ import annotations

import pytest

from tasks.core.page.margins.appeals import is_appeal
from tasks.core.page.margins.find import without_margins
from tasks.core.page.margins.labels import begins_with_label, is_bare_call, is_label
from tasks.core.page.margins.lines import is_credited
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tests.core.page.test_lines import block

TITLE = "Town votes for a bridge"
STORY = [
    "The council of the river town voted on Tuesday to rebuild the old bridge before the winter sets in again.",
    "Builders had warned for years that its piers would not stand another flood, the mayor told reporters there.",
]
LATER = [
    "Work is to begin in March, when the river is low, and the ferry will carry all who must cross it until then.",
    "Nobody in the town can say what it will cost, for the last stones of that kind were cut a hundred years ago.",
]
OTHER = "Shopkeepers on the left bank fear for their trade, and have asked the council for lower rents till then."
HEAD = f"<h1>{TITLE}</h1>"
TEXT = "".join(f"<p>{words}</p>" for words in STORY)
KNOWN = "<a href=/a>All that is known of the bridge</a>"
LINKS = "".join(f"<li><a href=/{i}>A headline of some length about matter number {i}</a></li>" for i in range(20))


DATED = f"<div><h2><a href=/a>All that is known of the bridge</a></h2><p>May 05, 2022</p><p>{OTHER}</p></div>"
WALL = "<div><p>Læs resten af artiklen</p><p>Eller få adgang til resten for</p><p>25 kr.</p></div>"
FORM = "<form><li>Sign up</li></form>"


def boxed(box: str, around: str = "") -> str:
    """The story with something in the middle of it."""
    return f"<div><p>{STORY[0]}</p>{around}{box}{around.replace('<', '</')}<p>{STORY[1]}</p></div>"


def kept(html: str, *unchosen: str) -> list[str]:
    """What is left of a page when every line but `unchosen` ones, links in lists and headings was chosen."""
    tree = parse(f"<body>{html}</body>")
    blocks = read_blocks(tree.body) if tree.body else []
    chosen = [block.frame.tag not in ("h1", "h2", "li") and block.text not in unchosen for block in blocks]
    return [
        block.text for block, is_kept in zip(blocks, without_margins(blocks, chosen, TITLE), strict=True) if is_kept
    ]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"{HEAD}<p>By Ada Byron</p><p>May 3, 2021, 10:30</p>{TEXT}", id="byline and date above"),
        pytest.param(f"{HEAD}{TEXT}<p>Il vous reste 78 % de cet article à lire.</p><p>{OTHER}</p>", id="an offer"),
        pytest.param(f"<p>{OTHER}</p><ul>{LINKS}</ul>{HEAD}{TEXT}", id="what stands well above the headline"),
        pytest.param(f"{HEAD}{TEXT}<p>Follow the Grain on Facebook and Telegram.</p>", id="an appeal below"),
        pytest.param(HEAD + TEXT.replace("</p><p>", "</p><p>Join our <a href=/w>WhatsApp channel</a>.</p><p>", 1),
                     id="an appeal within, with a link"),
        pytest.param(f"{HEAD}{TEXT}<p>Halaman 1 2 3 Selanjutnya</p><p>(ada/cgs)</p><p>Ada Byron ada@grain.example</p>",
                     id="pages, initials and an address"),
        pytest.param(f"{HEAD}{TEXT}<p>(Ada Byron)</p>", id="a name in brackets below"),
        pytest.param(f"{HEAD}{TEXT}<p>(c) Copyright The Grain 2021.</p>", id="rights"),
        pytest.param(f"{HEAD}{TEXT}<p>What do you think? Comment below or email letters@grain.example</p>",
                     id="a question to readers"),
        pytest.param(f"{HEAD}<p>Ada ByronReporter</p><p>Publicerad 2026-01-14 06.42 Uppdaterad 11.20</p>{TEXT}",
                     id="a name that its trade touches, and when, twice"),
        pytest.param(f"{HEAD}{TEXT}<p>Dieser Artikel erschien in der Ausgabe vom 4. März 2026 auf Seite 9.</p>",
                     id="where it was printed"),
        pytest.param(f"{HEAD}<p>Publicerad 2026-03-28 kl. 23.48Uppdaterad 2026-03-29 kl. 09.15</p>{TEXT}",
                     id="when it was published and changed"),
        pytest.param(f"{HEAD}{TEXT}{WALL}{f'<p>{OTHER}</p>' * 9}", id="a wall with much more below it"),
        pytest.param(f"{HEAD}<p>Ada Byron / Tyre May 3, 2021</p>{TEXT}", id="a name, a place and a date above"),
        pytest.param(f"{HEAD}<p>Bureau Updated Thu, 16 Apr 2020 01:00 AM IST</p>{TEXT}", id="and a clock"),
        pytest.param(f"{HEAD}{TEXT}<p>김도윤 기자</p><p>&lt;저작권자ⓒ강마을신문. 무단전재-재배포 금지&gt;</p>",
                     id="a reporter of Korea and the rights"),
        pytest.param(f"{HEAD}{TEXT}<p>RIPRODUZIONE RISERVATA © Grain</p><p>Ottieni il codice embed</p>",
                     id="the rights of a paper of Italy"),
        pytest.param(f"{HEAD}{TEXT}<p>Display Name | Email-Id</p><p>Enter Code*:</p>", id="what a form asks for"),
        pytest.param(f"{HEAD}{TEXT}<p>Download</p><p>The Grain News App for Latest News</p><p>Read it! Order Now</p>",
                     id="what the paper sells"),
        pytest.param(f"{HEAD}{TEXT}<p>Wire writers Ada Byron and Carl Gauss contributed to this report.</p>",
                     id="who helped"),
        pytest.param(f"{HEAD}{TEXT}<p>(With inputs from agencies)</p>", id="whose words it holds"),
        pytest.param(f"{HEAD}{TEXT}<p>Źródło: PAP</p><p>Data utworzenia: 17 marca 2026, 06:58</p>",
                     id="a source and when it was made"),
        pytest.param(f"{HEAD}{TEXT}<p>Dieses Thema im Programm: Funk 1 | Der Tag | 12.03.2026 | 15:10 Uhr</p>",
                     id="where it was broadcast"),
        pytest.param(f"{HEAD}{TEXT}<div><h2>Комментарии (2)</h2><p>So it is.</p><p>It is not.</p></div>",
                     id="counted comments"),
        pytest.param(f"<p>1</p><p>2</p><ul>{LINKS}</ul><ul><li>{TITLE}</li></ul>{TEXT}",
                     id="no prose, well above a line like the headline"),
        pytest.param(f"{HEAD}{TEXT}<p>Hoài Vũ - Trương Khánh Ly</p>", id="names alone, as in Vietnam"),
        pytest.param(f"{HEAD}{TEXT}<p>minsu@grain.example</p><p>제보는 카카오톡 grain</p>",
                     id="where to send tips, in Korea"),
        pytest.param(f"{HEAD}<p>Karl Roe | Staff Writer | Updated May 3, 2021 9:40 a.m.</p>{TEXT}",
                     id="a name, a trade and a date"),
        pytest.param(f"{HEAD}<p>Ayşe ROE / İZMİR (DHA)</p>{TEXT}", id="a name, a place and an agency, as in Turkey"),
        pytest.param(f"{HEAD}{TEXT}<p>انتهای پیام/ی</p>", id="an agency's end mark with its editor"),
        pytest.param(f"{HEAD}{TEXT}<p>原标题：《渡口边的一锅饭》</p><p>ada@grain.example</p>",
                     id="another headline, an address"),
        pytest.param(f"{HEAD}{TEXT}<p>รายงานโดย : ธนกฤต ศรีวิเชียร</p>", id="a byline below"),
        pytest.param(f"{HEAD}{TEXT}<p>We use cookies to count our readers.</p>", id="a notice of cookies"),
        pytest.param(f"{HEAD}{TEXT}<p>Il vous reste 78 % de cet article à lire.</p>{'<p>It goes on.</p>' * 5}",
                     id="an offer with more below it"),
        pytest.param(f"{HEAD}{TEXT}<p><a href=/a>Our standards and how we work</a></p>", id="a link below"),
        pytest.param(f"{HEAD}{TEXT}<p>Updates</p><p><a href=/a>All that is known of the bridge</a></p>",
                     id="links with their label"),
        pytest.param(f"{HEAD}{TEXT}<form><p>Display name</p><p>Your comment</p></form>", id="a form below"),
        pytest.param(f"{HEAD}{TEXT}<div><h2><a href=/a>Shops fear</a></h2><p>{OTHER[:-1]}…</p></div>",
                     id="a teaser that breaks off"),
        pytest.param(f"{HEAD}{TEXT}<div><h2><a href=/a>Shops fear</a></h2><p>{OTHER} <a href=/a>Go on</a></p></div>",
                     id="a teaser that goes on where its heading leads"),
        pytest.param(f"<div class=story>{HEAD}{TEXT}</div><div class=story><h1>Shops fear</h1><p>{OTHER}</p></div>",
                     id="the next article of a page that scrolls on"),
        pytest.param(f"{HEAD}{TEXT}<ul>{LINKS}</ul><div class=notice>{OTHER}</div>", id="notices below other pages"),
        pytest.param(f"{HEAD}<p>Ada Byron (Tyre, envoyée spéciale)</p>{TEXT}", id="a correspondent above"),
        pytest.param(f"{'<p>Ports</p>' * 9}<ul>{LINKS}</ul>{HEAD}<p>Published: May 3, 2021 | 4:35 PM</p>{TEXT}",
                     id="when, behind what stands above the headline"),
        pytest.param(f"{HEAD}<p>Aug. 9, 2021 at 6:00 a.m.<span>Updated Aug. 9, 2021 at 5:14 p.m.</span></p>{TEXT}",
                     id="when, and when again"),
        pytest.param(f"{HEAD}{TEXT.replace('</p><p>', '</p><p>Updated at 22:58 CDT</p><p>', 1)}",
                     id="when an entry was changed"),
        pytest.param(f"{HEAD}<p>Estimated reading time: 5 minutes</p>{TEXT}", id="how long it takes to read"),
        pytest.param(f"{HEAD}<p>4 min read</p>{TEXT}", id="the same in short"),
        pytest.param(f"{HEAD}<p>Posted on Maret 30, 2015 by Admin</p>{TEXT}", id="when it was posted, and by whom"),
        pytest.param(f"{HEAD}{TEXT}<p>Filed under: Ports |</p><p>Tags: boats, bridges</p><p>Topics</p>",
                     id="where it is filed"),
        pytest.param(f"{HEAD}<p>（原标题：十艘船今天驶入推罗港）</p>{TEXT}", id="what it was called elsewhere"),
        pytest.param(f"{HEAD}<p>发布日期：2016-11-22 信息来源：推罗网</p>{TEXT}", id="when and where from in China"),
        pytest.param(f"{HEAD}<p>推罗晚报记者 周敏 陆一鸣</p>{TEXT}", id="reporters above"),
        pytest.param(f"{HEAD}{TEXT}<p>本文来源：推罗晚报 责任编辑：周敏_NF4425</p><p>打印 关闭</p>",
                     id="sources below"),
        pytest.param(f"{HEAD}{TEXT}<p>免责声明：本文仅代表作者本人观点，与推罗网无关。</p>", id="a disclaimer"),
        pytest.param(f"{HEAD}{TEXT}<li><a href=/a>Ports</a></li><p>2019-09-09 15:29</p><li><a href=/b>So</a></li>"
                     "<p>2019-09-08</p>", id="days of teasers"),
        pytest.param(HEAD + boxed("<div class=c-paywall__usp><p>Fewer advertisements</p></div>"),
                     id="an offer named so"),
        pytest.param(f"<div class=newsletter-post>{HEAD}{boxed('<div class=subscribe><p>Written for you</p></div>')}",
                     id="an offer by name in a page of that name"),
        pytest.param(HEAD + boxed(f"<div><p>The day in brief</p><p>Free, at seven</p>{FORM}</div>"), id="by its form"),
        pytest.param(HEAD + boxed(f"<div><p>The day in brief</p></div><div><div>{FORM}</div></div>", "<section>"),
                     id="by a form beside it"),
    ],
)  # fmt: skip
def test_margins(html: str) -> None:
    assert kept(html) == STORY


@pytest.mark.parametrize(
    ("teaser", "outside", "is_kept"),
    [
        pytest.param(DATED, True, False, id="teasers in an element of their own"),
        pytest.param(DATED, False, True, id="parts of the text that lead elsewhere"),
        pytest.param(DATED.replace("May 05, 2022", "By Ada"), True, True, id="no dates"),
        pytest.param(DATED.replace("a href", "b title"), True, True, id="no links"),
    ],
)
def test_dated_teasers_below_a_text(teaser: str, outside: bool, is_kept: bool) -> None:
    text = HEAD + TEXT + "".join(f"<p>{words}</p>" for words in LATER)
    teasers = f"<section>{teaser * 6}</section>"
    html = f"<article>{text}</article>{teasers}" if outside else f"<article>{text}{teasers}</article>"
    assert kept(html)[:4] == STORY + LATER
    assert (OTHER in kept(html)) == is_kept


@pytest.mark.parametrize(
    "line",
    ["The vigil is on Saturday, May 3, 2025, at 7:00 p.m.", "It struck April 25, 2015, at 11:56 a.m."],
)
def test_a_sentence_that_ends_with_a_clock(line: str) -> None:
    assert kept(f"{HEAD}<p>{line}</p>{TEXT}") == [line, *STORY]


def test_what_stands_above_a_headline_that_is_a_line() -> None:
    assert kept(f"<p>Home &gt; Town &gt; Story</p><div>{TITLE}</div>{TEXT}") == [TITLE, *STORY]
    assert kept(f"<p>{OTHER}</p><div>{TITLE}</div>{TEXT}") == [OTHER, TITLE, *STORY]


@pytest.mark.parametrize(
    ("html", "count"),
    [
        pytest.param(f"{HEAD}{TEXT}<p>{OTHER}</p><p>May 4, 2021</p>", 4, id="a date below"),
        pytest.param(f"{HEAD}<p>Ada Byron (in a green coat)</p>{TEXT}", 3, id="a name with something else behind"),
        pytest.param(f"{HEAD}{TEXT}<h4 id=why-donate>Why they gave</h4><p>{OTHER}</p>", 4, id="a heading's address"),
        pytest.param(f"{HEAD}{TEXT}<div class=donation><p>{OTHER * 2}</p></div>", 3, id="most of a text, named so"),
        pytest.param(f"{HEAD}{TEXT * 2}<p class=paywall>{OTHER}</p><p class=paywall>{OTHER * 4}</p>", 6,
                     id="paragraphs that are all named so"),
        pytest.param(f"{HEAD}<div><p>{STORY[0]}</p>{FORM}</div><div>{TEXT * 4}</div>", 9,
                     id="a form beside the first paragraph"),
        pytest.param(f"{HEAD}{TEXT}<div><p>{OTHER}</p>{FORM.replace('Sign up', 'Count')}</div>", 3,
                     id="beside a form that asks for something else"),
        pytest.param(HEAD + boxed(f"<div><p>So.</p>{'<p>It is.</p>' * 8}{FORM}</div>"), 11,
                     id="many lines around a form"),
        pytest.param(f"{HEAD}{TEXT}<p><a href=http://a.example>http://a.example</a></p>", 3, id="an address below"),
        pytest.param(f"{HEAD}<div class=part><h2>One</h2>{TEXT}</div><div class=part><h2>Two</h2><p>{OTHER}</p></div>",
                     3, id="parts of one article, the headline above them"),
        pytest.param(f"{HEAD}{TEXT}<ul>{LINKS.replace('=/', '=#')}</ul><div class=part>{OTHER}</div>", 3,
                     id="behind a table of contents"),
        pytest.param(f"{HEAD}<p>Follow us on Twitter</p>{TEXT * 2}", 5, id="an appeal far above that leads nowhere"),
        pytest.param(f"{HEAD}<p>(ada/cgs)</p>{TEXT}", 3, id="initials above"),
        pytest.param(f"<div>{HEAD}{TEXT}<ul><li>24 comments</li></ul><p>So.</p></div>", 3,
                     id="a counter within the text"),
        pytest.param(f"{HEAD}{TEXT}<p>With input from residents, the town will vote on it in May.</p>", 3,
                     id="an input"),
        pytest.param(f"{HEAD}{TEXT}<p>More than 200 builders from 40 towns contributed to this report.</p>", 3,
                     id="those who wrote what the news is about"),
        pytest.param(f"{HEAD}{TEXT}<p>It fell. Nobody knows why. Ada Byron contributed to this report.</p>", 3,
                     id="who helped, behind sentences"),
        pytest.param(f"{HEAD}{TEXT}<h2>Comments</h2><p>So it is.</p>", 3, id="comments that nobody counted"),
        pytest.param(f"{HEAD}<p>So.</p><h2>2 comments</h2>{TEXT}", 3, id="counted comments above most of a text"),
        pytest.param(f"{HEAD}{TEXT}<p>A wet spring contributed to this year's flood.</p>", 3, id="who helped a flood"),
        pytest.param(f"{HEAD}{TEXT}<p>Source: of the river: above Tyre</p>", 3, id="a spring with more to say"),
        pytest.param(f"{HEAD}<p>So.</p><p>Il vous reste 78 % de cet article à lire.</p>{'<p>It goes on.</p>' * 6}", 8,
                     id="an offer with most of the text below it"),
        pytest.param("<p><a href=/a>A list of one link</a></p>", 1, id="nothing else"),
        pytest.param(f"<p>{OTHER * 3}</p><ul>{LINKS}</ul>{HEAD}{TEXT}", 3, id="more above the headline than below"),
        pytest.param(f"<p>{OTHER}</p><ul>{LINKS}</ul><h1>Shops fear</h1>{TEXT}", 3, id="above another headline"),
        pytest.param(f"<p>{OTHER}</p><ul>{LINKS}</ul><p>{TITLE}</p>{TEXT}", 4, id="above a line like the headline"),
        pytest.param(f"{HEAD}<p>By the sea</p>{TEXT}", 3, id="a line that names nobody"),
        pytest.param(f"{HEAD}<p>5 minutes to read it aloud</p>{TEXT}", 3, id="minutes of something else"),
        pytest.param(f"{HEAD}<p>来源：推罗港今天有十艘船驶入。</p>{TEXT}", 3, id="a sentence that begins so"),
        pytest.param(f"{HEAD}<p>位置：推罗旧港以东两公里</p>{TEXT}", 3, id="a place"),
        pytest.param(f"{HEAD}{TEXT}<p>推罗市人民政府</p><p>2019年9月9日</p>", 4, id="who signed it, and when"),
        pytest.param(f"{HEAD}{TEXT}<p>郑重声明：推罗港务局从未授权任何机构募集资金。</p>", 3, id="a denial"),
        pytest.param(f"{HEAD}{TEXT}<p>记者：谢谢您接受采访</p>", 3, id="an interview"),
        pytest.param(f"{HEAD}{TEXT}<p>（应受访者要求，文中姓名为化名。）</p><p>本文来源：推罗网</p>", 3,
                     id="a note in brackets above the source"),
        pytest.param(f"{HEAD}{TEXT}<p>Finland.</p>", 3, id="a word that begins as an end mark"),
        pytest.param(f"{HEAD}{TEXT}<p>The town should join now.</p>", 3, id="a sentence that ends in now"),
        pytest.param(f"{HEAD}<p>So said the Reporter</p>{TEXT}", 3, id="a trade behind no name"),
        pytest.param(f"{HEAD}<p>May 3, 2021, 9:40, in the port of Tyre</p>{TEXT}", 3, id="more behind a clock"),
        pytest.param(f"{HEAD}{TEXT * 2}<p>Published May 3, 2021, 9:40</p>{TEXT}", 6, id="when, among the first lines"),
        pytest.param(f"{HEAD}{TEXT * 2}<p>Ended May 3, 2021, 9:40</p>{TEXT}", 7, id="something else of that day"),
        pytest.param(f"{HEAD}{TEXT}{WALL.replace('25 kr.', 'to dage')}{f'<p>{OTHER}</p>' * 9}", 14,
                     id="a wall that names no price"),
        pytest.param(f"{HEAD}{TEXT}{WALL.replace('Eller', 'Eller cookies')}{f'<p>{OTHER}</p>' * 9}", 14,
                     id="a wall that asks for cookies"),
        pytest.param(f"{HEAD}{TEXT * 11}{WALL}{f'<p>{OTHER}</p>' * 9}", 34, id="the same in a long text"),
        pytest.param(f"{HEAD}{TEXT}<p>(Ships met off Malta)</p>", 3, id="words in brackets below"),
        pytest.param(f"{HEAD}<p>It fell on May 3, 2021.</p>{TEXT}", 3, id="a sentence with a date"),
        pytest.param(f"{HEAD}<p>How the old bridge of the town fell, May 3, 2021</p>{TEXT}", 3, id="a dated line"),
        pytest.param(f"{HEAD}<p>— Ada Byron (@ada) May 3, 2021</p>{TEXT}", 3, id="who wrote a post"),
        pytest.param(f"{HEAD}<p>May 3, 2021 in Tyre</p>{TEXT}", 3, id="a date with a place behind"),
        pytest.param(f"{HEAD}<p>By Ada Byron, {OTHER} {OTHER}</p>{TEXT}", 3, id="a paragraph that begins so"),
        pytest.param(f"{HEAD}{TEXT * 11}<p>Il vous reste 78 % de cet article à lire.</p><p>{OTHER}</p>", 24,
                     id="an offer below a long text"),
        pytest.param(f"{HEAD}<p>So it is.</p><p>{KNOWN}</p>", 2, id="a link longer than the text"),
        pytest.param(f"{HEAD}{TEXT}<h3>{KNOWN}</h3>", 3, id="a linked heading below"),
        pytest.param(f"{HEAD}{TEXT}<form><p>{OTHER}</p></form>", 3, id="a paragraph in a form"),
        pytest.param(f"{HEAD}{TEXT}<p>It is so.</p><p>{KNOWN}</p>", 3, id="a sentence above a link"),
        pytest.param(f"{HEAD}{TEXT}<p>{OTHER[:-1]}</p><p>{KNOWN}</p>", 3, id="a long line above a link"),
        pytest.param(f"{HEAD}{TEXT}<h2>Shops fear</h2><p>{OTHER[:-1]}…</p>", 3, id="a heading that leads nowhere"),
        pytest.param(f"{HEAD}{TEXT}<li><a href=/a>Shops fear</a></li><p>{OTHER[:-1]}…</p>", 3, id="a link, no heading"),
        pytest.param(f"{HEAD}{TEXT}<h2><a href=/a>Shops fear</a></h2><p>{OTHER}</p>", 3, id="a paragraph with its end"),
        pytest.param(f"{HEAD}{TEXT}<h2><a href=/a>Shops fear</a></h2><p>{OTHER} <a href=/b>Go on</a></p>", 3,
                     id="a link at its end that leads elsewhere"),
        pytest.param(f"{HEAD}{TEXT}<h2><a href=/a>Shops fear</a></h2><p><a href=/a>So</a> {OTHER}</p>", 3,
                     id="a link at its beginning"),
        pytest.param(f"{HEAD}{TEXT}<ul>{LINKS[:500]}</ul><div class=notice>{OTHER}</div>", 3, id="behind a few links"),
        pytest.param(f"{HEAD}{TEXT}<ul>{LINKS}</ul><p>{OTHER}</p>", 3, id="paragraphs behind links"),
        pytest.param(f"{HEAD}<p>{STORY[0]}</p><ul>{LINKS}</ul><div>{OTHER * 3}</div>", 2, id="more behind than above"),
        pytest.param(f"{HEAD}<p>{STORY[0] * 6}</p><ul>{LINKS}</ul><div>{OTHER * 9}</div>", 1, id="a text, and more"),
        pytest.param(f"<p>{STORY[0] * 6}</p><ul>{LINKS}</ul><div>{OTHER * 9}</div>", 2, id="the same without headline"),
        pytest.param(f"{HEAD}{TEXT}<ul>{'<li><a href=/a>Ports</a></li>' * 20}</ul><div>{OTHER}</div>", 3,
                     id="behind links of a word"),
        pytest.param(f"{HEAD}{TEXT}<ul>{'<li>A line of some length about it</li>' * 20}</ul><div>{OTHER}</div>", 3,
                     id="behind a list without links"),
        pytest.param(f"<div class=story>{HEAD}{TEXT}</div><section><h1>Shops fear</h1><p>{OTHER}</p></section>", 3,
                     id="a headline in an element of another kind"),
        pytest.param(f"<div class=story>{HEAD}{TEXT}</div><div class=story><p>{OTHER}</p></div>", 3,
                     id="an element of the kind without a headline"),
        pytest.param(f"<div class=a><h1>So</h1>{TEXT}</div><div class=a><h1>Shops fear</h1><p>{OTHER}</p></div>",
                     3, id="a first headline that is not the page's"),
    ],
)  # fmt: skip
def test_text_at_the_margins(html: str, count: int) -> None:
    assert len(kept(html)) == count


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Twitter",
        "You can also follow us on Facebook, Instagram and Twitter and download our app.",
        "Please follow and like us:",
        "Get the best of the Grain delivered to your inbox.",
        "Subscribe to our weekly newsletter",
        "Want more of this? Sign up for Grain Weekly, our free newsletter.",
        "Got a tip? Tell us.",
        "Follow Grain’s full coverage of the flood at https://grain.example/flood",
        "Vuoi le notizie in tempo reale? Iscriviti gratis al nostro canale Telegram",
        "不用抽 不用搶 現在用APP看新聞 點我下載APP",
        "Ada Byron covers the port for the Grain. Reach her at ada@grain.example.",
        "Support local journalism. Subscribe to the Grain today for a crown a month.",
        "Masz zdjęcia? Chcesz się nimi podzielić? Napisz do nas: redakcja@grain.example",
        "Dziękujemy, że przeczytałaś nasz artykuł do końca. Obserwuj nas w Google News.",
        "Нагадаємо, також ви можете читати нас у Viber та Facebook.",
        "Skicka bilder till 71 900 eller tips@grain.example. Du är anonym om du vill.",
        "For more local news, click here. Get the stories in your inbox.",
        "Heb je een tip of opmerking? Mail onze redactie of stuur een appje.",
        "Like what you’re reading? Our budget comes from readers. Become a member today.",
        "Thanks for reading the Grain! Send it to somebody who lives by a river.",
        "If you found this of use, please consider making a small donation. Your gift pays for the news.",
        "Follow our full coverage of the flood here.",
        "Do you cross the bridge? Tell us what it means to you in the comments below, or email ada@grain.example",
        "Something wrong with this story? Tell the desk.",
        "Vous avez vu la crue ? Écrivez à la rédaction : ada@grain.example",
        "Follow Ada Byron on X at @adabyron or call her.",
        "Puedes seguir a El Grano en Facebook, X o nuestro canal de WhatsApp.",
        "Contact reporter Ada Byron at ada@grain.example.",
        "Ada Byron may be reached at ada@grain.example",
        "Suscríbete a nuestro boletín",
        "Siga o Grão no WhatsApp",
        "Abonnez-vous à notre newsletter",
        "Iscriviti al nostro canale Telegram",
        "Подписывайтесь на наш телеграм-канал",
        "تابعونا على فيسبوك",
        "ติดตามข่าวสารจากเรา ได้ที่ Google News และ LINE",
        "Simak berita pilihan kami di ponselmu, setiap hari, lewat WhatsApp Channel",
        "تابعوا آخر أخبارنا عبر واتساب",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
        "Станьте частиною Клубу Зерна: ваша підтримка допомагає нам залишатися незалежними.",
        "Nehir Haber'i Google News'te takip etmek için tıklayın.",
    ],
)
def test_appeals(line: str) -> None:
    assert is_appeal(line)


@pytest.mark.parametrize(
    "line",
    [
        "Followers of the party marched on Tuesday, a video on Facebook shows.",
        "She followed the news on Twitter and called her brother.",
        "Subscribers of the mobile network got no signal for an hour.",
        "The inbox of the mayor was full of letters about the bridge.",
        "Contact with the ship was lost at noon.",
        "Got milk? The price has doubled.",
        "Дети стали чаще читать настоящие книги, а не телеграм-каналы.",
        "Ferries that reach them at noon bring bread, said Ada Byron.",
        "The town will support local news stands that lost their roofs.",
        "The council will consider becoming a partner of the port.",
        "Follow our coverage of the flood has been hard, readers wrote.",
        "So what is the point of this story? Tell us.",
        "Who crosses the bridge? Tell us, the mayor said, and we shall count.",
        "Puedes cruzar el puente a pie.",
        "Google'da takip edilen haberler arttı.",
    ],
)
def test_news_that_sounds_like_an_appeal(line: str) -> None:
    assert not is_appeal(line)


@pytest.mark.parametrize(
    ("line", "is_one", "leads"),
    [
        pytest.param("Lesen Sie auch:", True, False, id="German"),
        pytest.param("Читайте также", True, False, id="Russian"),
        pytest.param("関連記事", True, False, id="Japanese"),
        pytest.param("اقرأ أيضاً :", True, False, id="Arabic"),
        pytest.param("Baca juga: Kapal tiba di pulau", False, True, id="Indonesian, with the page"),
        pytest.param("यह भी पढ़ें- जहाज पहुंचे", False, True, id="Hindi, before a dash"),
        pytest.param("Related-party deals of the town", False, False, id="a hyphen"),
        pytest.param("READ | Ships reach the island", False, True, id="English, behind a bar"),
        pytest.param("Bridge: the council votes", False, False, id="a headline with a colon"),
        pytest.param("Related to nobody", False, False, id="the beginning of a sentence"),
    ],
)
def test_labels(line: str, is_one: bool, leads: bool) -> None:
    assert (is_label(line), begins_with_label(line)) == (is_one, leads)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        pytest.param("Read more The council votes for a bridge", True, id="English"),
        pytest.param("LESEN SIE AUCHBrücke: Der Rat stimmt ab", True, id="German, touching it"),
        pytest.param("あわせて読みたい 橋の再建を決定", False, id="a label of one word"),
        pytest.param("Read more about the bridge", False, id="a sentence that goes on"),
        pytest.param("Read more Roman poets in winter.", False, id="a whole sentence"),
        pytest.param("Read more A. B.", False, id="too short for a headline"),
    ],
)
def test_labels_without_a_mark(line: str, is_one: bool) -> None:
    assert is_bare_call(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        pytest.param("Photo: J. Kowal", True, id="label first"),
        pytest.param("© J. Kowal / Grain Press", True, id="sign first"),
        pytest.param("FILE PHOTO: The old bridge in May", True, id="a file's"),
        pytest.param("The old bridge in May. — Foto: J. Kowal/Grain", True, id="label last"),
        pytest.param("木匠在修复一扇旧花格窗。沈浩 摄", True, id="Chinese, the photographer last"),
        pytest.param("古镇东栅沿河民居。（资料图片）", True, id="Chinese, from the archive"),
        pytest.param("写真：川の橋(2019/8/19撮影)", True, id="Japanese"),
        pytest.param("승객들이 첫차에 오르고 있다. /김도윤 기자", True, id="Korean, the reporter last"),
        pytest.param("[사진=강마을]", True, id="Korean, a label alone"),
        pytest.param("استاد دهقان در کنار قنات / عکس: نیلوفر صادقی", True, id="Persian"),
        pytest.param("Borítókép: A régi híd", True, id="Hungarian"),
        pytest.param("写真：川の橋", True, id="Japanese, label first"),
        pytest.param("渡し場に並ぶ人々（左）＝11日午前6時、三輪浦町", True, id="Japanese, where and when last"),
        pytest.param("小学生の部最優秀賞＝佐藤花子（三輪浦小６年）", False, id="who won"),
        pytest.param("作家の樋口真央さん＝東京都＝が島に着いた。", False, id="a sentence about somebody of a place"),
        pytest.param("Старый мост. Фото: Анна Рощина / «Вести»", True, id="Russian"),
        pytest.param("김도윤 기자는 승객들이 첫차에 오른다고 말했다.", False, id="a sentence about a reporter"),
        pytest.param("他们在拍摄一部关于古镇的电影，已经三年。", False, id="a sentence about filming"),
        pytest.param("На мосту делают фото: туристы рады.", False, id="a sentence about photographs"),
        pytest.param("Karl Roe / PortGetty Images", True, id="an agency glued to a name"),
        pytest.param("They sold all of it to Getty Images", False, id="a line about an agency"),
        pytest.param("A híd a falu felől nézve. Fotó: Kovács Ada / Duna", True, id="Hungarian"),
        pytest.param("Silta kylän puolelta. Kuva: Ada Byron / Yle", True, id="Finnish"),
        pytest.param("© 2021 Grain Press", False, id="the year of a text"),
        pytest.param("Photographs of the bridge were lost in the flood.", False, id="about photographs"),
    ],
)
def test_credits_of_pictures(line: str, is_one: bool) -> None:
    assert is_credited(block(line)) is is_one
