"""Who wrote a page, where its lines, links and statements name other things too."""

from __future__ import annotations

import json

import pytest

from tasks.core.page.head import read_head
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.page.people.authors import read_authors
from tasks.core.page.people.persons import people_of
from tasks.core.page.statements import Page
from tasks.core.page.title.headline import headline_place

TITLE = "Ten ships reach the island"
FAR = "<p>Long words of a story, so it went.</p>" * 12
LONG = "It was long and slow to come in at all, so they said. " * 5
PERSON = {"@type": "Person", "name": "Ada Byron"}


def linked(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


def authors(head: str, body: str, publisher: str = "Ada Grain") -> tuple[list[str], str | None]:
    tree = parse(f"<head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{body}</body>")
    blocks = read_blocks(tree.body) if tree.body else []
    page = Page(b"", tree, read_head(tree), blocks, TITLE, headline_place(blocks, TITLE), "", None)
    return read_authors(page, publisher)


@pytest.mark.parametrize(
    ("head", "body", "people", "rule"),
    [
        pytest.param("", f"{FAR}<p>By the sea</p><p>Written by Ada Byron</p>", ["Ada Byron"], "byline",
                     id="the line that says most, of two below"),
        pytest.param("", f"{FAR}<p>By Karl Roe</p><p>This story was written by Ada Byron</p>", ["Ada Byron"], "byline",
                     id="a sentence before a name"),
        pytest.param("", f"{FAR}<p>By Ada Byron</p>", ["Ada Byron"], "byline", id="a name alone below"),
        pytest.param(linked(author=PERSON, contributor={"@type": "Person", "name": "Karl Roe"}),
                     "<h4><a href=/author/ada>Ada Byron</a>, <a href=/author/karl>Karl Roe</a></h4>",
                     ["Ada Byron", "Karl Roe"], "linked_data", id="who contributed, named beside the author"),
        pytest.param(linked(author=PERSON, contributor={"@type": "Person", "name": "Karl Roe"}), "<h4>Ada Byron</h4>",
                     ["Ada Byron"], "linked_data", id="who contributed something else"),
        pytest.param("", "<p>Words <a href=/contributors/ada>Ada Byron</a> Illustration <a href=/contributors/karl>"
                     "Karl Roe</a></p>", ["Ada Byron"], "author_link", id="who drew the pictures"),
        pytest.param("", "<p>Story and photos by <a href=/contributors/ada>Ada Byron</a></p>", ["Ada Byron"],
                     "author_link", id="who took the pictures as well"),
        pytest.param(linked(author=PERSON, contributor={"@type": "Person", "name": "Karl Roe"}),
                     "<h4>Ada Byron, edited by Karl Roe</h4>", ["Ada Byron"], "linked_data", id="who edited it"),
        pytest.param("", "<p>Teksti: Ada Byron, Karl Roe</p>", ["Ada Byron", "Karl Roe"], "byline",
                     id="words before names, in Finnish"),
        pytest.param("", f"{FAR}<p>Written by the sea</p><p>By Ada Byron</p>", [], None, id="the first names nobody"),
        pytest.param("", f"{FAR}<p>Reporting by hand is slow</p><p>(Writing by Ada Byron; editing by Jo Wu)</p>",
                     ["Ada Byron"], "byline", id="an agency's line"),
        pytest.param("", "<p>Ada Byron | Senior Writer | May 3, 2021</p>", ["Ada Byron"], "byline",
                     id="with her trade"),
        pytest.param("", f"<p>By Ada Byron. {LONG}</p>", [], None, id="a paragraph"),
        pytest.param("", "<p>Ada Byron</p><p>verslaggever Tyrus</p><p>Karl Roe</p><p>redacteur</p>",
                     ["Ada Byron", "Karl Roe"], "author_trade", id="names above their trades"),
        pytest.param("", "<p>Ada Byron</p><p>sails on Monday</p>", [], None, id="a name above something else"),
        pytest.param("", "<p><span class=article__author>Ada Byron</span> <span>May 3, 2021</span></p>", ["Ada Byron"],
                     "author_element", id="an element for authors in the line at the headline"),
        pytest.param("", f"{FAR}<p>So <span class=article__author>Ada Byron</span></p>", [], None, id="one far below"),
        pytest.param('<meta name="author" content="ADA BYRON">', f"{FAR}<p>Ada Byron writes of ports.</p>",
                     ["Ada Byron"], "meta:author", id="in capitals, and as it is written"),
        pytest.param('<meta name="author" content="ADA BYRON">', "", ["Ada Byron"], "meta:author", id="in capitals"),
        pytest.param('<meta name="author" content="ADA DE LA ROE">', "", ["Ada de la Roe"], "meta:author",
                     id="in capitals, with words of another kind"),
        pytest.param('<meta name="author" content="ADA K DAS, CARL FORD III">', "", ["Ada K Das", "Carl Ford III"],
                     "meta:author", id="in capitals, initials, a last name, a numeral"),
        pytest.param('<meta name="author" content="İSMAİL YILDIZ">', "", ["İsmail Yıldız"], "meta:author",
                     id="in Turkish capitals"),
        pytest.param("", "<p>船が島に着いた。【随時更新】</p>", [], None, id="how often it is changed"),
        pytest.param('<meta name="author" content="Ada MacByron">', "<p>By ADA MACBYRON</p>", ["Ada MacByron"],
                     "byline", id="in capitals, and stated otherwise"),
        pytest.param('<meta name="author" content="Ada BYRO-N">', "", ["Ada BYRO-N"], "meta:author",
                     id="capitals that are told nowhere else, beside small letters"),
        pytest.param("", "<p>▲船隻抵達。（記者王明攝）</p><p>〔記者周敏／台北報導〕發言人今天表示。</p>",
                     ["周敏"], "dispatch", id="below a photographer"),
        pytest.param("", f"<p>By</p><p>Ada Byron</p><p>and</p><p>{LONG}</p>", ["Ada Byron"], "byline",
                     id="a paragraph below a label"),
        pytest.param("", "<p><a href=/world/1>Ada Byron</a></p>", [], None, id="a link to no author's page"),
        pytest.param("", "<p><a href=https://youtube.example/u><i></i></a><a href=https://www.youtube.com/user/ada>Ada "
                     "Byron</a></p>", [], None, id="a link to a channel"),
        pytest.param("", '<div class="related-author"><p>Ada Byron</p></div>', [], None, id="another page's author"),
        pytest.param("", "<p>Port Byron</p><p>Ada Byron is a reporter who sails.</p>", [], None,
                     id="a trade told of one who is not named above"),
        pytest.param(linked(author=PERSON) + '<meta name="author" content="Karl Roe">', "", ["Ada Byron"],
                     "linked_data",
                     id="linked data before meta elements"),
        pytest.param(linked(creator=PERSON), "", ["Ada Byron"], "linked_data", id="a creator"),
        pytest.param(linked(author=["Ada Byron", {"@type": "NewsOrganization", "name": "Karl Roe"}]), "", ["Ada Byron"],
                     "linked_data", id="a person and an organisation"),
        pytest.param('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Byron">',
                     "", ["Ada Byron"], "meta:twitter:data1", id="a label of two meta elements"),
        pytest.param('<meta name="twitter:label1" content="Place"><meta name="twitter:data1" content="Port Byron">', "",
                     [], None, id="another label"),
        pytest.param('<meta name="author" content="Byron, Ada">', "", [], None, id="a comma outside libraries"),
        pytest.param('<meta name="citation_author" content="Ada Byron, Karl Roe">', "", ["Ada Byron", "Karl Roe"],
                     "meta:citation_author", id="two people in a library's element"),
        pytest.param('<meta name="citation_author" content="Byron, Ada, Karl">', "", [], None, id="two commas"),
        pytest.param("", f'<i rel="author">Ada Byron {LONG}</i>', [], None, id="a marked paragraph"),
        pytest.param(linked(author=[{"@type": "Person", "name": "Ada Grain"}]), "<p>By Ada Grain</p>",
                     ["Ada Grain"], "byline", id="a site that bears its author's name"),
        pytest.param(linked(author={"@type": "Organization", "name": "Ada Grain"}), "<p>By Ada Grain</p>", [], None,
                     id="a site that does not"),
        pytest.param(linked(author=PERSON), "<p>By Ada Grain</p>", ["Ada Byron"], "linked_data",
                     id="a site of another person"),
        pytest.param("", "<div><p>By Ada Byron a@grain.example More by this Author</p><p>By Karl Roe</p></div>",
                     ["Ada Byron", "Karl Roe"], "byline", id="bylines one below the other"),
        pytest.param("", "<div><p>By Ada Byron</p></div><div><p>By Karl Roe</p></div>", ["Ada Byron"], "byline",
                     id="one of another element"),
        pytest.param("", "<p class=byline>Grain of Tyre By Ada Byron and Karl Roe</p>", ["Ada Byron", "Karl Roe"],
                     "author_element", id="a desk before it"),
        pytest.param("", "<p><a href=/by/ada>Ada Byron</a><i>Illustration</i> <a href=/by/karl>Karl Roe</a></p>",
                     ["Ada Byron"], "author_link", id="an illustrator whose deed touches a name"),
        pytest.param("", "<p class=author-info>Ada Byron, Medically Reviewed By Karl Roe</p>", ["Ada Byron"],
                     "author_element", id="who did something else"),
        pytest.param("", f"<div><p>By Ada Byron</p><p>By Boxing Day {LONG}</p></div>", ["Ada Byron"], "byline",
                     id="a paragraph that begins so below one"),
        pytest.param("", "<p>March 3, 2021 by Ada Byron Jr.</p>", ["Ada Byron"], "byline",
                     id="an abbreviation last"),
        pytest.param("", "<p>By MARIO DALL'OGLIO</p>", ["Mario Dall'Oglio"], "byline", id="in Italian capitals"),
        pytest.param("", "<p>[서울=뉴시스]홍길동 인턴 기자 = 작은 섬에 학교가 들어섰다.</p>", ["홍길동"], "dispatch",
                     id="a reporter of Korea in training"),
        pytest.param("", f"<p>{LONG}</p>" * 30 + "<footer>小记者 文化 房产</footer>", [], None, id="words of a footer"),
        pytest.param("", f"<div><p>{LONG} So.</p><h2>Hà Nội</h2></div>", [], None, id="a heading of Vietnam"),
        pytest.param("", f"<div><p>{LONG} So.</p><p>Theo Tuổi Trẻ</p></div>", [], None, id="a source of Vietnam"),
        pytest.param("", f"<div><p>{LONG} So.</p><p>Đặng Thị Mai</p></div>", ["Đặng Thị Mai"], "byline",
                     id="one name below a text of Vietnam"),
        pytest.param("", f"<div><p>{LONG} So.</p><p>Academia Română</p></div>", [], None, id="a name of Romania"),
        pytest.param("", "<p>Grain Press was founded in 1948 by Ada Byron and sold.</p>", [], None, id="a founder"),
        pytest.param("", "<p>Una información de Ada Byron</p>", ["Ada Byron"], "byline", id="as in Spain"),
        pytest.param('<meta name="articleAuthor" content="Ada Byron">', "", ["Ada Byron"], "meta:articleauthor",
                     id="as in Turkey"),
        pytest.param("", "<p>(여수=연합뉴스) 지성민 주하은 기자 = 작은 섬에 학교가 들어섰다.</p>",
                     ["지성민", "주하은"], "dispatch", id="how agencies of Korea begin"),
        pytest.param('<meta name="author" content="정선=나건욱 기자">', "", ["나건욱"], "meta:author",
                     id="a place before a reporter"),
        pytest.param("", "<p>ТИР, 14 мар - РИА Новости, Анна Котова, Иван Роев. Паром пришел.</p>",
                     ["Анна Котова", "Иван Роев"], "dispatch", id="how agencies of Russia begin"),
        pytest.param("", "<p>ТИР, 5 мая – РИА Новости. Паром Анна Котова пришел.</p>", [], None,
                     id="and without names"),
        pytest.param("", f"<p>{LONG}</p>" * 30 + "<p>都市晨报记者 周敏 实习生 陆一鸣</p>", ["周敏", "陆一鸣"],
                     "dispatch", id="reporters below a text"),
        pytest.param("", f"<div><p>{LONG} So.</p><p>Hoài Vũ - Trương Khánh Ly</p></div>",
                     ["Hoài Vũ", "Trương Khánh Ly"], "byline", id="names below a text of Vietnam"),
        pytest.param("", f"<div><p>{LONG} So.</p><p>Thành phố Hồ Chí Minh</p></div>", [], None, id="a place below one"),
    ],
)  # fmt: skip
def test_authors(head: str, body: str, people: list[str], rule: str | None) -> None:
    assert authors(head, body) == (people, rule)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        pytest.param("Von Ada Byron (Grain Press)", ["Ada Byron"], id="the outlet behind"),
        pytest.param("By Grain Press", [], id="the outlet"),
        pytest.param("By Top Stories Grain Press Desk", [], id="the outlet behind what is no name"),
        pytest.param("By Klaus Welle and Der Shing Ho", ["Klaus Welle", "Der Shing Ho"], id="names like a paper's"),
        pytest.param("By Deutsche Welle", [], id="a broadcaster"),
        pytest.param('By Ada "the Countess" Byron May 3, 2021', ['Ada "the Countess" Byron'], id="a nickname"),
        pytest.param('By Ada "Byron', [], id="a quotation mark"),
        pytest.param(
            "Prof. Dr. Ada Byron, Rechtsanwältin Clara Roe", ["Ada Byron", "Clara Roe"], id="titles before names"
        ),
        pytest.param("Rechtsanwalt", [], id="a title alone"),
        pytest.param("Super User", [], id="who a system takes for the author"),
        pytest.param("der Spiegel", [], id="a paper with its article"),
        pytest.param("Kornministerium von Tyros", [], id="a ministry"),
        pytest.param("Diego Dierks", ["Diego Dierks"], id="a name that begins as an article"),
        pytest.param(
            "Por Ada Byron e Karl Roe, Grain Press Norte e Porto Sereno",
            ["Ada Byron", "Karl Roe"],
            id="where it appeared",
        ),
        pytest.param("Do UOL, em São Paulo", [], id="from an agency"),
        pytest.param("Ada Byron ada.byron@grain.example", ["Ada Byron"], id="an address behind"),
        pytest.param("By ada@grain.example", [], id="an address alone"),
        pytest.param(
            "By Ada Byron and Local Democracy Reporter Karl Roe",
            ["Ada Byron", "Karl Roe"],
            id="a desk and a role before a name",
        ),
        pytest.param("Von Redakteurin Ada Byron", ["Ada Byron"], id="a role before a name"),
        pytest.param("By Ada Byron Senior Reporter", ["Ada Byron"], id="a role behind"),
        pytest.param("By Ada Byron Reporter Karl Roe", ["Ada Byron"], id="a role between names"),
        pytest.param("অনলাইন ডেস্ক", [], id="a desk of Bangladesh"),
        pytest.param("ویب ڈیسک", [], id="a desk of Pakistan"),
        pytest.param("Ban Ki-moon", ["Ban Ki-moon"], id="no editors of Vietnam"),
        pytest.param("Tòa soạn", [], id="the editors of Vietnam"),
        pytest.param("From Grain Press", [], id="the outlet behind a word"),
        pytest.param("By Ada Byron, MD, and Karl Roe", ["Ada Byron", "Karl Roe"], id="a degree between names"),
        pytest.param("By Ada Byron, in the port, Karl Roe", ["Ada Byron"], id="words in small letters end it"),
        pytest.param("By the sea, Karl Roe", [], id="a small letter first"),
        pytest.param("By Ada Eva Ida Byron Roe Wu", [], id="six words"),
        pytest.param("By Ada Byron of", [], id="a small word last"),
        pytest.param("By Ada sailing Byron", [], id="a small word that no name has"),
        pytest.param("By Jean d'Arc Roe and Eva d’Arc", ["Jean d'Arc Roe", "Eva d’Arc"], id="an elided word"),
        pytest.param("By Jean l'Hermite Roe", ["Jean l'Hermite Roe"], id="an elided word within"),
        pytest.param("Avec Jean d'agence", [], id="one in small letters"),
        pytest.param("By Ada deLa", [], id="a capital within a word"),
        pytest.param("By Ada Byron van", [], id="a name cut off"),
        pytest.param("Avec Jean de l'agence", [], id="one behind a small word"),
        pytest.param("By Jean d'Alembert", ["Jean d'Alembert"], id="an elided word last"),
        pytest.param(f"By Ada {'Byron' * 12}", [], id="longer than a name"),
        pytest.param("By Ada May 3, 2021", [], id="one word before a date"),
        pytest.param("Ada Byron Ada Roe", ["Ada Byron Ada Roe"], id="four words, two of them alike"),
        pytest.param("By ADA BYRON PHD", ["ADA BYRON"], id="a role in capitals"),
        pytest.param("By ADA BYRON ROE", ["ADA BYRON ROE"], id="a last name in capitals is no degree"),
        pytest.param("By Ada Byron | Karl Roe", ["Ada Byron"], id="behind the bar stands the paper"),
        pytest.param(
            "Ada Byron, Political Editor | Karl Roe, Data Reporter",
            ["Ada Byron", "Karl Roe"],
            id="bars between people with their roles",
        ),
        pytest.param("By Ada Byron More from Karl Roe", ["Ada Byron"], id="what else there is of an author"),
        pytest.param(
            "الإسكندرية - أسماء الديب - تصوير كريم حفظى", ["أسماء الديب"], id="a place before, a photographer behind"
        ),
        pytest.param("أحمد علي الأحد، 12 مايو 2024", ["أحمد علي"], id="a weekday before a date"),
        pytest.param("Ada Byron domingo 12 de mayo", ["Ada Byron"], id="a weekday of Spain"),
        pytest.param("Ada Domingo 12 de mayo", ["Ada Domingo"], id="a name like a weekday"),
        pytest.param("Kontributor Demak, Nur Zaidi", ["Nur Zaidi"], id="a contributor and a place"),
        pytest.param("Kontributor: Nur Zaidi", ["Nur Zaidi"], id="a contributor"),
        pytest.param("Hullám.hu Zrt", [], id="a company"),
        pytest.param("Fale Sp. z o.o.", [], id="a company of Poland"),
        pytest.param("Portal Hullám.hu", [], id="a site"),
        pytest.param("di Dott.ssa Ada Roe", ["Dott.ssa Ada Roe"], id="a degree that touches a dot"),
        pytest.param("By Said Ali Khamis, 4 June 2024", ["Said Ali Khamis"], id="a name that is a weekday"),
        pytest.param("By Trần Văn Ba, 12/3/2024", ["Trần Văn Ba"], id="a name that is part of a weekday's"),
        pytest.param("Kontributor Jawa Tengah, Nur Zaidi", ["Nur Zaidi"], id="a contributor and a land"),
        pytest.param("Md.abdul Karim", ["Md.abdul Karim"], id="a short first name that touches the next"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_people_of_a_line(line: str, people: list[str]) -> None:
    assert people_of(line, "Grain Press") == people


def test_a_name_that_holds_the_outlets_letters_is_somebodys() -> None:
    assert people_of("By Ada Byron and Sunny Oh", "Sun") == ["Ada Byron", "Sunny Oh"]
    assert people_of("By Ada Byron and Al Sunman", "The Sunman Post") == ["Ada Byron", "Al Sunman"]


def test_a_part_of_the_outlets_name_is_nobody() -> None:
    assert people_of("El Grano", "Diario El Grano de La Villa") == []
    assert people_of("Ada Byron", "Ada Byron Writes") == ["Ada Byron"]
