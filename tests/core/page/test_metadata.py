"""Title, people and outlet of a page, told from what stands around them."""

from __future__ import annotations

import json

import pytest

from tasks.core.page.head import read_head
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.page.outlet.publisher import read_publisher
from tasks.core.page.people.authors import read_authors
from tasks.core.page.people.persons import is_signed, people_of
from tasks.core.page.statements import Page
from tasks.core.page.title.headline import headline_place, read_title

TITLE = "Ten ships reach the island"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        pytest.param("By Ada Byron", ["Ada Byron"], id="byline"),
        pytest.param("ByAda Byron", ["Ada Byron"], id="elements run together"),
        pytest.param("Autorzy: Ada Byron i Karl Roe", ["Ada Byron", "Karl Roe"], id="Polish"),
        pytest.param("Text: Ada Byronová a Karl Roe", ["Ada Byronová", "Karl Roe"], id="Czech"),
        pytest.param("Autori: Ada Byrona, Kārlis Roe", ["Ada Byrona", "Kārlis Roe"], id="Latvian"),
        pytest.param("Kirjoittaja: Ada Byron ja Karl Roe", ["Ada Byron", "Karl Roe"], id="Finnish"),
        pytest.param("Av Ada Byron och Karl Roe", ["Ada Byron", "Karl Roe"], id="Swedish"),
        pytest.param("Ada Byron, MD, FACP", ["Ada Byron"], id="degrees"),
        pytest.param("Dr. Ada Byron Ph.D.", ["Ada Byron"], id="title and degree"),
        pytest.param("by Ada Byron, Senior Reporter | May 3, 2021 | 4 min read", ["Ada Byron"], id="role and date"),
        pytest.param("By Ada ByronUpdated May 3, 2021", ["Ada Byron"], id="date run together"),
        pytest.param("By Ada Byron May 3, 2021", ["Ada Byron"], id="month behind the name"),
        pytest.param("Ada Byron Ada Byron", ["Ada Byron"], id="picture's text, then the link's"),
        pytest.param("Von Karl Gauß und Ada Byron", ["Karl Gauß", "Ada Byron"], id="German"),
        pytest.param("Автор: Софья Ковалевская", ["Софья Ковалевская"], id="Russian"),
        pytest.param("By Ludwig van Beethoven", ["Ludwig van Beethoven"], id="small words in a name"),
        pytest.param("By Ada Byron, The Daily Grain", ["Ada Byron"], id="the paper behind the name"),
        pytest.param("By Ada Byron and Karl Roe Monday, March 3, 2021", ["Ada Byron", "Karl Roe"], id="weekday behind"),
        pytest.param("이용민 기자 | 2020-03-04", ["이용민"], id="Korean, with the trade"),
        pytest.param("记者 王小明", ["王小明"], id="Chinese, with the trade"),
        pytest.param(
            "기자명 김도현 기자입력 2024.03.04 14:12", ["김도현"], id="Korean, labelled, with the date run together"
        ),
        pytest.param("佐々木美咲", ["佐々木美咲"], id="Japanese, with the sign that repeats one"),
        pytest.param("Publicado por Ada Byron en 9:41", ["Ada Byron"], id="a blog's word before the hour"),
        pytest.param("oprac. Ada Byron", ["Ada Byron"], id="Polish, who put it together"),
        pytest.param("Propos recueillis par Ada Byron • Publié lundi", ["Ada Byron"], id="French interview"),
        pytest.param("يوتيوب", [], id="one Arabic word"),
        pytest.param("By Ada Byron, CNN Business", ["Ada Byron"], id="a channel behind the name"),
        pytest.param("'s Notebook", [], id="what a link left"),
        pytest.param("This post was written by Ada Byron, Head of Grain.", ["Ada Byron"], id="a sentence that says so"),
        pytest.param("By Ada Byron, Senior Analyst ●", ["Ada Byron"], id="a trade in two words"),
        pytest.param("Reuters Staff", [], id="agency"),
        pytest.param("Agência O Globo", [], id="agency in Portuguese"),
        pytest.param("By fax, write to Ada Byron", [], id="a sentence"),
        pytest.param("Daily Grain", [], id="the outlet itself"),
        pytest.param("From Daily Grain", [], id="the outlet with a preposition"),
        pytest.param("By ADA BYRON and Karl Roe The Associated Press", ["ADA BYRON", "Karl Roe"], id="agency behind"),
        pytest.param("Ada Byron | El Sol del Campo", ["Ada Byron"], id="another outlet behind a bar"),
        pytest.param("Ada Byron e Karl Roe", ["Ada Byron", "Karl Roe"], id="Portuguese, two people"),
        pytest.param("Ada Byron e Roe", ["Ada Byron e Roe"], id="Portuguese, one"),
        pytest.param("كتبت آدا بايرون", ["آدا بايرون"], id="Arabic"),
        pytest.param("Af Ada Byron", ["Ada Byron"], id="Danish"),
        pytest.param("वाराणसी ब्यूरो", [], id="a desk whose word ends in a vowel sign"),
        pytest.param("Polizei Musterstadt", [], id="an office"),
        pytest.param("By Wheat RecipesRye Recipes", [], id="sections run together"),
    ],
)
def test_people_of_a_line(line: str, people: list[str]) -> None:
    assert people_of(line, "Daily Grain") == people


# All words that begin a byline, for a line is told by the first three letters of them.
SIGNS = """
this post was written by, story is contributed by, piece authored by, guest post by, written by, words by, reported by,
text by, posted by, published by, article by, interview by, created by, analysis by, opinion by, review by, by, von,
par, por, di, od, af, av, door, nga, piše, автор, авторы, текст, autor, autores, auteur, auteurs, author, authors,
author(s), autore, penulis, oleh, yazar, tekst, reporter, skrevet af, كتب, بقلم, מאת,
โดย, เรื่อง:, ผู้เขียน:, 作者：, 撰文：, 文／, tác giả:
"""


@pytest.mark.parametrize("sign", [sign.strip() for sign in SIGNS.split(",")])
def test_a_line_that_begins_as_a_byline(sign: str) -> None:
    assert is_signed(f"{sign} Ada Byron")
    assert is_signed(f"| {sign.capitalize()} Ada Byron")
    assert not is_signed(f"So {sign} Ada Byron")


CALM = "清晨六点，古镇的石板路还泛着水光。" * 4


def linked(author: object) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "author": author, "publisher": {"name": "Daily Grain"}}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("head", "body", "people", "rule"),
    [
        pytest.param(linked({"@type": "Person", "name": "Ada Byron"}), "", ["Ada Byron"], "linked_data", id="linked"),
        pytest.param(linked({"@type": "Person", "name": "Byron, Ada K."}), "", ["Ada K. Byron"], "linked_data",
                     id="linked, last name first"),
        pytest.param(linked({"@type": "Person", "name": "The Daily Grain Staff"}), "", [], None, id="a staff"),
        pytest.param("", "<p>By Ada Byron Staff</p>", ["Ada Byron"], "byline", id="of the staff"),
        pytest.param(linked({"@type": "Organization", "name": "Grain Society"}), "", [], None, id="an organisation"),
        pytest.param(linked({"@type": "Person", "name": "Site Owner"}), "<p>By: Ada Byron</p>", ["Ada Byron"], "byline",
                     id="a guest's byline before who posted it"),
        pytest.param(linked({"@type": "Person", "name": "Ada Byron"}), "<p>By Ada Byron Grain Commons May 3rd</p>",
                     ["Ada Byron"], "byline", id="the stated name ends the printed one"),
        pytest.param('<meta name="author" content="Ada Byron"><meta name="author" content="Karl Roe">', "",
                     ["Ada Byron", "Karl Roe"], "meta:author", id="one meta element for each"),
        pytest.param("", "<p>Written by</p><p>Ada Byron</p>", ["Ada Byron"], "byline", id="label above the name"),
        pytest.param("", "<p>May 3, 2021 by Ada Byron, Head of Grain</p>", ["Ada Byron"], "byline", id="date before"),
        pytest.param("", "<p>By</p><p>Ada Byron</p><p>,</p><p>Karl Roe</p><p>and</p><p>Jo Wu</p><p>Grain Press</p>",
                     ["Ada Byron", "Karl Roe", "Jo Wu"], "byline", id="label above three names"),
        pytest.param(linked([{"@type": "Person", "name": "Ada Byron"}, {"@type": "Person", "name": "Karl Roe"}]),
                     "<p>By Ada Byron</p>", ["Ada Byron", "Karl Roe"], "byline", id="one printed of two stated"),
        pytest.param('<meta name="citation_author" content="Byron, Ada K.">', "", ["Ada K. Byron"],
                     "meta:citation_author", id="last name first"),
        pytest.param("", '<p><a href="/authors/ada">Ada Byron</a></p>', ["Ada Byron"], "author_link", id="link"),
        pytest.param("", '<p><a href="/reporter/7">Ada Byron</a></p>', ["Ada Byron"], "author_link", id="by a number"),
        pytest.param("", '<p><a href="/people/join">Register Now</a></p>', [], None, id="a link that names nobody"),
        pytest.param("", '<p class="post__author">Ada Byron</p>', ["Ada Byron"], "author_element", id="class"),
        pytest.param("", f"<p>{'Long words of a story. ' * 12}</p>" * 12 + "<p>Written by Ada Byron</p>", ["Ada Byron"],
                     "byline", id="below the text"),
        pytest.param("", f"<p>{'Long words of a story. ' * 12}</p>" * 12 + "<p>(Reporting by Ada Byron in Kyiv and "
                     "Karl Roe; Editing by Jo Wu)</p>", ["Ada Byron"], "byline", id="signed as agencies do"),
        pytest.param("", "<p>Ada Byron</p><p>The ships came.</p><p>Ada Byron is a reporter who sails.</p>",
                     ["Ada Byron"], "author_bio", id="what is told of the author below"),
        pytest.param("", "<p>Port Byron</p><p>The ships came.</p><p>Port Byron is a town on the island.</p>", [], None,
                     id="what is told of a place"),
        pytest.param("", '<div class="post-author"><p>Ada Byron</p></div>', ["Ada Byron"], "author_element",
                     id="class of the element around"),
        pytest.param("", '<div class="author-box"><div><div><p>Ada Byron</p></div></div></div>', ["Ada Byron"],
                     "author_element", id="a name alone deeper in it"),
        pytest.param("", '<div class="author-box"><div><div><p>The ships came</p></div></div></div>', [], None,
                     id="no name deeper in it"),
        pytest.param("", '<div class="author-a"><article><h2>Ada Byron</h2><p>Port Byron</p></article></div>', [], None,
                     id="what an article in it names"),
        pytest.param("", '<div class="author-meta"><p class="category">Real Estate</p><p class="author-name">Ada '
                     "Byron</p></div>", ["Ada Byron"], "author_element",
                     id="a section in it"),
        pytest.param('<meta name="author" content="Karl Roe">', "<p>Escrito por Ada Byron en 1605, llegó ayer.</p>",
                     ["Karl Roe"], "meta:author", id="a sentence on who wrote a book"),
        pytest.param('<meta name="author" content="Super Utilisateur">', "<p>Écrit par Ada Byron</p>", ["Ada Byron"],
                     "byline", id="the account that a program came with"),
        pytest.param("", "<p>كتب: <a href=/w/12>سامر الخطيب</a><span>الثلاثاء ١٤ مايو</span></p>", ["سامر الخطيب"],
                     "byline", id="a linked name, and a weekday that touches it"),
        pytest.param("", "<p>本报湖州10月12日电（记者 周敏 通讯员 陆一鸣）清晨六点，古镇的石板路还泛着水光。</p>",
                     ["周敏", "陆一鸣"], "dispatch", id="as the press of China signs"),
        pytest.param("", "<p>〔記者王 明／台北報導〕外交部發言人今天表示，船隻將於明日抵達。</p>", ["王明"], "dispatch",
                     id="as that of Taiwan does"),
        pytest.param("", "<p>發言人今天表示（記者會上），船隻將抵達。</p>", [], None, id="at a press conference"),
        pytest.param("", f"<p>岭南晚报记者 罗咏诗 梁家豪</p><p>{CALM}</p>",
                     ["罗咏诗", "梁家豪"], "dispatch", id="a line of the paper and its reporters"),
        pytest.param('<meta name="author" content="罗咏诗 梁家豪">', f"<p>{CALM}</p>",
                     ["罗咏诗", "梁家豪"], "meta:author", id="two Chinese names"),
        pytest.param('<meta name="author" content="岭南晚报">', f"<p>本报讯（记者 罗咏诗）{CALM}</p>",
                     ["罗咏诗"], "dispatch", id="a paper as author"),
        pytest.param('<meta name="author" content="古镇旅行笔记">', f"<p>{CALM}</p>", [], None,
                     id="a channel as author"),
        pytest.param('<meta name="author" content="Ada Byron">', f"<p>{CALM}</p>", ["Ada Byron"],
                     "meta:author", id="a name in other letters on a Chinese page"),
        pytest.param('<meta name="author" content="岭南咏诗">', "<p>船が島に着いた。</p>", ["岭南咏诗"], "meta:author",
                     id="a name that is none in China on a Japanese page"),
        pytest.param("", f"<p>来源：推罗网 作者：未知 责任编辑：周敏</p><p>{CALM}</p>", [], None,
                     id="labels without an author"),
        pytest.param("", f"<p>作者：扎西 骆小田</p><p>{CALM}</p>", ["扎西", "骆小田"], "byline",
                     id="names of other peoples"),
        pytest.param("", f"<p>作者：约翰·史密斯</p><p>{CALM}</p>", ["约翰·史密斯"], "byline", id="a name from abroad"),
        pytest.param('<meta name="author" content="罗咏诗 Ada Luo">', f"<p>{CALM}</p>", ["罗咏诗 Ada Luo"],
                     "meta:author", id="a name in two scripts"),
        pytest.param('<meta name="author" content="山田太郎">', f"<p>{TITLE * 9} (周敏)</p>", ["山田太郎"],
                     "meta:author", id="a page in another language that names somebody in China"),
        pytest.param("", f"<p>记者：高先生</p><p>{CALM}</p>", [], None, id="who was asked"),
        pytest.param(linked({"@type": "Person", "name": "Byron, London"}), "", [], None, id="a place behind a name"),
        pytest.param("", "<p>文｜岭南晚报记者 罗咏诗 实习生 梁家豪</p>", ["罗咏诗", "梁家豪"], "byline",
                     id="a Chinese label"),
        pytest.param("", f"<p>{'船が島に着いた。' * 30}</p>" * 30 + "<p>（長岡支社・樋口真央）</p>", ["樋口真央"],
                     "byline", id="as the press of Japan signs"),
        pytest.param("", f"<p>{'船が島に着いた。' * 30}（長岡支社・樋口真央）</p><p>船が出た。</p>", ["樋口真央"],
                     "byline", id="at the end of its first paragraph"),
        pytest.param("", "<p>（長岡支社・写真）</p><p>（資料写真）</p>", [], None, id="brackets that name nobody"),
        pytest.param("", "<p>船が島に着いた。【樋口真央】</p><p>関連。【関連記事】</p>", ["樋口真央"], "byline",
                     id="at the end of a paragraph"),
        pytest.param("", "<p>船が島に着いた。【三輪浦支局・樋口真央】</p>", ["樋口真央"], "byline",
                     id="with the office"),
        pytest.param('<meta name="author" content="Ada BYRON">', "<p>So wrote Ada Byron.</p>", ["Ada Byron"],
                     "meta:author", id="a last name in capitals"),
        pytest.param("", "<p>dalla nostra inviata Ada Byron</p>", ["Ada Byron"], "byline",
                     id="sent by an Italian paper"),
        pytest.param("", "<p>By Ada Byron, Wave-Studio Tyre</p>", ["Ada Byron"], "byline", id="a studio"),
        pytest.param("", "<p>เรื่อง: วรพจน์ แสนสุข</p>", ["วรพจน์ แสนสุข"], "byline", id="a Thai label"),
        pytest.param('<meta name="content_author" content="Ada Byron">', "", ["Ada Byron"], "meta:content_author",
                     id="as Indonesian outlets state"),
        pytest.param("", "", [], None, id="none"),
    ],
)  # fmt: skip
def test_authors(head: str, body: str, people: list[str], rule: str | None) -> None:
    tree = parse(f"<head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{body}</body>")
    found = read_head(tree)
    blocks = read_blocks(tree.body) if tree.body else []
    page = Page(b"", tree, found, blocks, TITLE, headline_place(blocks, TITLE), "", None)
    assert read_authors(page, read_publisher(found)[0]) == (people, rule)


@pytest.mark.parametrize(
    ("title", "site", "headings", "expected"),
    [
        pytest.param(f"{TITLE} | Daily Grain", "", [TITLE], TITLE, id="heading"),
        pytest.param(
            f"{TITLE} – Daily Grain", "Daily Grain", [f"{TITLE} – Daily Grain"], TITLE, id="site in the heading"
        ),
        pytest.param(f"Grain App :: {TITLE}", "Grain", [], TITLE, id="site first, with a word more"),
        pytest.param(f"{TITLE} | Opinion", "", [f"{TITLE} | Opinion"], TITLE, id="section behind a bar"),
        pytest.param(f"grain.example {TITLE}", "", ["grain.example", TITLE], TITLE, id="heading is a host"),
        pytest.param(TITLE, "", [f"May 3, 2021 {TITLE}"], TITLE, id="date in the heading"),
        pytest.param(f"{TITLE} &amp;#x26; leave", "", [], f"{TITLE} & leave", id="escaped twice"),
        pytest.param(TITLE, TITLE, [], TITLE, id="site named like the page"),
        pytest.param(
            f"{TITLE} - see - hear",
            "Grain",
            [f"What {TITLE.lower()} means"],
            f"What {TITLE.lower()} means",
            id="the printed headline in other words",
        ),
        pytest.param(f"{TITLE} - Grain's Letters", "", ["Grain's Letters", TITLE], TITLE, id="the site's name first"),
        pytest.param("Ten &lt;em&gt;ships&lt;/em&gt; reach the island", "", [], TITLE, id="tags in the title"),
    ],
)
def test_titles(title: str, site: str, headings: list[str], expected: str) -> None:
    meta = f'<meta property="og:site_name" content="{site}">' if site else ""
    tree = parse(f"<head><title>{title}</title>{meta}</head><body>{''.join(f'<h1>{h}</h1>' for h in headings)}</body>")
    assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else [])[0] == expected


def test_a_heading_of_another_level_ends_the_title() -> None:
    tree = parse(f"<title>{TITLE}--Grain</title><body><h1>Daily Grain News</h1><h2>{TITLE}</h2></body>")
    assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else [])[0] == TITLE


def test_a_printed_part_of_a_title_that_names_the_site_first() -> None:
    for line, title, expected in (
        (f"<b>{TITLE}</b>", f"Wave :: Ports :: {TITLE}", TITLE),
        (f"<a href=/a>{TITLE}</a>", f"Wave :: Ports :: {TITLE}", f"Wave :: Ports :: {TITLE}"),
        ("The Evening Wave of the Island", "Ships reach it | The Evening Wave of the Island",
         "Ships reach it | The Evening Wave of the Island"),
    ):  # fmt: skip
        tree = parse(f"<title>{title}</title><body><div>{line}</div></body>")
        assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else [])[0] == expected


@pytest.mark.parametrize(
    ("above", "dated", "is_headline"),
    [
        pytest.param("", "By Ada Byron, May 3, 2021", True, id="above a date"),
        pytest.param("", "By Ada Byron of the Wave", False, id="above no date"),
        pytest.param("<h2>Ports</h2>", "By Ada Byron, May 3, 2021", False, id="on a page with headings"),
        pytest.param("<p>The Evening Wave, news for all</p>", "May 3, 2021", False, id="below the page's title"),
    ],
)
def test_a_headline_that_is_no_heading(above: str, dated: str, is_headline: bool) -> None:
    prose = "Nobody asked the people of the left bank before they closed our bridge for two winters. " * 2
    body = f"{above}<div>{TITLE}</div><p>{dated}</p><p>{prose}</p>"
    tree = parse(f"<title>The Evening Wave, news for all</title><body>{body}</body>")
    expected = (TITLE, "line") if is_headline else ("The Evening Wave, news for all", "title_element")
    assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else []) == expected


@pytest.mark.parametrize(
    ("heading", "body", "is_headline"),
    [
        pytest.param("What the harbour of Tyre has learned", "<p>{}</p>", True, id="above a paragraph"),
        pytest.param("What Tyre has learned", "<p>{}</p>", False, id="a short one"),
        pytest.param(" ".join(["What the harbour of Tyre has learned"] * 5), "<p>{}</p>", False, id="a paragraph"),
        pytest.param(
            "What the harbour of Tyre has learned", f"<h3>{TITLE}</h3><p>{{}}</p>", False, id="a printed title"
        ),
        pytest.param("What the harbour of Tyre has learned", "", False, id="above no paragraph"),
    ],
)
def test_the_only_heading_above_a_text(heading: str, body: str, is_headline: bool) -> None:
    prose = "Nobody asked the people of the left bank before they closed our bridge for two winters. " * 2
    for meta, is_one in ((f'<meta property="og:title" content="{TITLE}">', is_headline), ("", False)):
        tree = parse(f"<title>{TITLE}</title>{meta}<body><h1>{heading}</h1>{body.format(prose)}</body>")
        found = read_title(read_head(tree), read_blocks(tree.body) if tree.body else [])[0]
        assert found == (heading if is_one else TITLE)


def test_a_headline_cut_in_linked_data() -> None:
    whole = f"{TITLE} after thirty days of wind from the north, fog from the south and no sight of land at all"
    node = json.dumps({"@type": "NewsArticle", "headline": whole[:85]})
    tree = parse(
        f'<title>{whole} - Grain</title><meta property="og:site_name" content="Grain">'
        f'<script type="application/ld+json">{node}</script><body></body>'
    )
    assert read_title(read_head(tree), [])[0] == whole


@pytest.mark.parametrize(
    ("html", "place"),
    [
        pytest.param(f"<h1>Daily Grain</h1><p>a</p><h2>{TITLE}</h2>", 2, id="another heading is the title"),
        pytest.param(f"<h3><a href='/1'>{TITLE}</a></h3><p>a</p><h2>{TITLE}</h2>", 2, id="a link to the page itself"),
        pytest.param(f"<p>{TITLE}</p><h1>Ten ships at last</h1>", 1, id="a first-level heading in other words"),
    ],
)
def test_place_of_the_headline(html: str, place: int) -> None:
    tree = parse(f"<body>{html}</body>")
    assert headline_place(read_blocks(tree.body) if tree.body else [], TITLE) == place


def test_a_heading_that_only_names_the_site() -> None:
    html = (
        f'<title>Data Blog: {TITLE}</title><meta property="og:title" content="{TITLE}"><body><h1>Data Blog</h1></body>'
    )
    tree = parse(html)
    assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else [])[0] == TITLE


def test_a_longer_heading_that_only_names_the_site() -> None:
    site = "The Notebook of a Harbour Town"
    head = f'<title>{site}: {TITLE}, says all</title><meta property="og:title" content="{TITLE}, says all">'
    tree = parse(f"{head}<body><h1>{site}</h1></body>")
    assert read_title(read_head(tree), read_blocks(tree.body) if tree.body else [])[0] == f"{TITLE}, says all"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param(f"{TITLE} - World - Daily Grain", "Daily Grain", id="last part"),
        pytest.param(f"{TITLE} - grain.example - Home", "grain.example", id="a host among the parts"),
        pytest.param(f"{TITLE} | News, sport and all else", None, id="no name"),
        pytest.param(
            "Island reached by ten ships | Daily Grain", "Daily Grain", id="behind the headline in other words"
        ),
        pytest.param("Island reached by ten ships", None, id="the headline in other words, and nothing behind"),
        pytest.param(TITLE, None, id="nothing behind"),
        pytest.param(f"{TITLE}_Daily Grain", "Daily Grain", id="Chinese, behind a low line"),
        pytest.param(f"{TITLE} :: Daily Grain", "Daily Grain", id="behind two colons"),
        pytest.param(f"{TITLE}--文化--推罗网", "推罗网", id="Chinese, behind two lines"),
        pytest.param(f"{TITLE} 写真1枚 国際ニュース：Tyre News", "Tyre News", id="Japanese, behind a wide colon"),
        pytest.param(f"Daily Grain: {TITLE}", "Daily Grain", id="before the headline"),
        pytest.param(f"Daily Grain » Archive » {TITLE}", "Daily Grain", id="before the headline and a part of it"),
        pytest.param(f"Grain :: News of Tyre :: {TITLE}", "Grain", id="before a part set off by colons"),
    ],
)
def test_outlet_behind_the_headline(title: str, name: str | None) -> None:
    assert read_publisher(read_head(parse(f"<title>{title}</title>")), TITLE)[0] == name


def test_an_outlet_named_in_two_scripts() -> None:
    head = read_head(parse("<title>十艘船今天驶入推罗港_推罗网-The Paper</title>"))
    assert read_publisher(head, "十艘船今天驶入推罗港")[0] == "推罗网"


def test_an_outlet_with_its_address() -> None:
    head = read_head(parse('<meta name="dc.publisher" content="Tyre Council, Harbour Street 1, Tyre">'))
    assert read_publisher(head, TITLE)[0] == "Tyre Council"
    head = read_head(parse('<meta name="publisher" content="Department for Grain, Fish and Sport">'))
    assert read_publisher(head, TITLE)[0] == "Department for Grain, Fish and Sport"
