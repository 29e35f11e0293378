"""Marks of Markdown and HTML in a clipping: which are taken out, which are words, and where its lines join."""

from __future__ import annotations

import pytest

from tasks.core.clipping import read_clipping
from tasks.core.clipping.blocks import Block, split_blocks
from tasks.core.clipping.captions import is_placeholder, read_caption
from tasks.core.clipping.inline import read_inline

URL = "https://grain.example/a"


@pytest.mark.parametrize(
    ("source", "text", "links"),
    [
        pytest.param(r"5 \* 3 &amp; \[so\]", "5 * 3 & [so]", [], id="escaped signs and entities"),
        pytest.param("Ships^[^1] [[Aldby|the port]]", "Ships^ the port", [], id="notes and links of wikis"),
        pytest.param(f"See <{URL}> now", f"See {URL} now", [(URL, URL)], id="an address in brackets"),
        pytest.param(f'a [deal]({URL} "Deal") now', "a deal now", [("deal", URL)], id="a link with a title"),
        pytest.param("a [deal][1], a [pact][], a [list][2]", "a deal, a pact, a [list][2]",
                     [("deal", "u"), ("pact", "v")],
                     id="links by reference"),
        pytest.param(f"a <a class=x href='{URL}?a=1&amp;b=2'>deal</a>", "a deal", [("deal", f"{URL}?a=1&b=2")],
                     id="HTML"),
        pytest.param("a <u>deal</u> <span>here</span> <em>now</em>", "a deal here now", [("deal", None)],
                     id="what clippers leave of a link"),
        pytest.param("so</a> it [ ](u) is", "so it is", [], id="an end alone, a link without words"),
        pytest.param(f"[ deal ]({URL})done", "deal done", [("deal", URL)], id="white space in a link"),
        pytest.param(f"[a [deal](u) of]({URL}) so", "a deal of so", [("a deal of", URL), ("deal", "u")],
                     id="links in links"),
        pytest.param("**so** _it_ ~~was~~ `is` ***now***", "so it was is now", [], id="emphasis"),
        pytest.param("snake_case_name and 2 * 3 * 4, a*b", "snake_case_name and 2 * 3 * 4, a*b", [],
                     id="signs that are words"),
        pytest.param("one_two and three_", "one_two and three_", [], id="a low line in a word opens nothing"),
        pytest.param("_one two_three", "_one two_three", [], id="and closes nothing"),
        pytest.param("**so and * so **", "**so and * so **", [], id="marks without a partner"),
        pytest.param("  so\t it \n is  ", "so it is", [], id="white space"),
    ],
)  # fmt: skip
def test_inline(source: str, text: str, links: list[tuple[str, str | None]]) -> None:
    read = read_inline(source, {"1": "u", "pact": "v"})
    assert (read.text, [(read.text[link.start : link.end], link.url) for link in read.links]) == (text, links)


@pytest.mark.parametrize(
    ("source", "pictures"),
    [
        pytest.param("![Ten ships](a.jpg)", ("Ten ships",), id="Markdown"),
        pytest.param('<img src=a alt="Ten &amp; more">', ("Ten & more",), id="HTML"),
        pytest.param("<img alt='Ten ships'/>", ("Ten ships",), id="single quotes"),
        pytest.param("<img src=a.jpg>![[a.jpg]]", ("", ""), id="no words"),
    ],
)
def test_texts_of_pictures(source: str, pictures: tuple[str, ...]) -> None:
    assert read_inline(source).pictures == pictures
    assert [caption.text for caption in read_clipping(f"So it is. So.\n\n{source}").captions] == [
        *filter(None, pictures)
    ]


WRAPPED = "so the ships were met off the coast by\nthree more that had come from port"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("Deal\n====\n\nPorts\n---\n\nIt is.\n--", [("Deal", 1), ("Ports", 2), ("It is.", 0), ("--", 0)],
                     id="underlined headings"),
        pytest.param("So it is.\nAnd so.\n----", [("So it is.", 0), ("And so.", 0)], id="a rule below two lines"),
        pytest.param("So it is\n# Deal #\nand so", [("So it is", 0), ("Deal", 1), ("and so", 0)],
                     id="a heading between"),
        pytest.param(WRAPPED, [(WRAPPED.replace("\n", " "), 0)], id="a wrapped line"),
        pytest.param(WRAPPED.replace("\nt", "\nT"), [(WRAPPED.replace("\nt", " T"), 0)],
                     id="a wrapped line that goes on with a name"),
        pytest.param("By Ada Byron\nMarch 14, 2024", [("By Ada Byron", 0), ("March 14, 2024", 0)],
                     id="two short lines"),
        pytest.param("They met at sea\nand left", [("They met at sea and left", 0)], id="a small letter goes on"),
        pytest.param(f"{'So it is. ' * 13}\nand so\nAnd so on\nat sea",
                     [(f"{'So it is. ' * 13}".strip(), 0), ("and so", 0),
                     ("And so on at sea", 0)], id="lines too long to be wrapped"),
        pytest.param("- so\n- and so\n1. One\n2) Two\n| a | b |\n| c\\| | d |",
                     [("so", 0), ("and so", 0), ("1. One", 0), ("2) Two", 0), ("a | b", 0), (r"c\| | d", 0)],
                     id="items and rows"),
        pytest.param("> so it is\n> and so\n\n[^1]: A note", [("so it is and so", 0), ("A note", 0)],
                     id="quotes, notes"),
        pytest.param("So<br>And so<!-- not\n\nshown -->\n\n#tag #other/tag", [("So", 0), ("And so", 0)],
                     id="breaks, comments, tags"),
    ],
)  # fmt: skip
def test_blocks(text: str, blocks: list[tuple[str, int]]) -> None:
    assert [(block.source, block.level) for block in split_blocks(text)[0]] == blocks


def test_addresses_of_references() -> None:
    assert split_blocks('So.\n[Deal]: <http://a.example/b> "Title"')[1] == {"deal": "http://a.example/b"}


@pytest.mark.parametrize(
    ("source", "is_first", "credit"),
    [
        pytest.param("Ships off Malta. **Jan Kowal**", True, "Jan Kowal", id="a name, above the text"),
        pytest.param("Ships off Malta. **Jan Kowal**", False, None, id="a name in bold within the text"),
        pytest.param("Ships off Malta. **He saw them.**", True, None, id="a sentence in bold"),
        pytest.param("Photo: Jan Kowal", False, "Jan Kowal", id="a credit alone"),
        pytest.param("![](a.jpg) Photo by Jan Kowal", False, "Jan Kowal", id="a picture and its credit"),
        pytest.param("Photo opportunities were few. Photo: Jan Kowal", False, None, id="a sentence before the credit"),
        pytest.param(f"{'Ships off Malta. ' * 40}**Navy / AP**", False, None, id="longer than a caption"),
    ],
)
def test_captions(source: str, is_first: bool, credit: str | None) -> None:
    found = read_caption(Block(source), is_first)
    assert (found.credit if found else None) == credit
    assert read_caption(Block(source, level=2), is_first) is None


@pytest.mark.parametrize(("source", "is_one"), [("Embed:", True), ("Video", True), ("Video shows ten ships", False)])
def test_placeholders(source: str, is_one: bool) -> None:
    assert is_placeholder(Block(source)) is is_one
