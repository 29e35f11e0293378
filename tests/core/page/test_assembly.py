"""The chosen lines put together: which links are kept, which headings go, which cells make a row."""

from __future__ import annotations

import pytest

from tasks.core.page.assembly import paragraphs
from tasks.core.page.choice.rows import cells_of, row_of, with_whole_rows
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.page.model import is_menu

BASE = "https://grain.example/a/b"
PROSE = "Ministers of the two countries signed a grain deal after a long night of talks in the capital, they said."


def blocks_of(html: str) -> list[Block]:
    tree = parse(f"<body>{html}</body>")
    return read_blocks(tree.body) if tree.body else []


@pytest.mark.parametrize(
    ("href", "url"),
    [
        pytest.param(" c ", "https://grain.example/a/c", id="relative"),
        pytest.param("#notes", None, id="a place on the page"),
        pytest.param(" JavaScript:run()", None, id="a script"),
        pytest.param("data:text/plain,a", None, id="data"),
        pytest.param("", None, id="nothing"),
        pytest.param("http://[", "http://[", id="no address"),
    ],
)
def test_links(href: str, url: str | None) -> None:
    blocks = blocks_of(f"<p>The <a href='{href}'>deal</a> was signed.</p>")
    (paragraph,) = paragraphs(blocks, [True], "", BASE)
    assert [link.url for link in paragraph.links] == ([url] if url else [])


def test_links_of_a_page_without_an_address() -> None:
    (paragraph,) = paragraphs(blocks_of("<p>The <a href=' c '>deal</a> was signed.</p>"), [True], "", "")
    assert [link.url for link in paragraph.links] == ["c"]


def test_links_of_a_mended_paragraph_point_at_their_words() -> None:
    blocks = blocks_of("<p>Itâ€™s <a href=c>a deal</a>, <a href=d>a cafÃ©</a> and a deal.</p>")
    (paragraph,) = paragraphs(blocks, [True], "", BASE)
    assert paragraph.text == "It’s a deal, a café and a deal."
    assert [paragraph.text[link.start : link.end] for link in paragraph.links] == ["a deal", "a café"]


@pytest.mark.parametrize(
    ("html", "text", "linked"),
    [
        pytest.param("<p>So.<a href=#n1>1</a> <a href=c>It</a> was<a href=#n2>[2]</a>, <a href=d>and</a> is.",
                     "So. It was, and is.", ["It", "and"], id="marks, and links around them"),
        pytest.param("<p>So it was.<a href=https://grain.example/a/b#fn3>*</a>", "So it was.", [], id="whole"),
        pytest.param("<p>In <a href=#y1848>1848</a>, so.", "In 1848, so.", [], id="a year that leads to its part"),
        pytest.param("<p>See part <a href=#p2>2</a>.", "See part 2.", [], id="a number that is a word"),
        pytest.param("<p><a href=#n2>2</a> The note.", "2 The note.", [], id="the note itself"),
        pytest.param("<p>It is 3<a href=/m2>2</a>.", "It is 32.", ["2"], id="a link to another page"),
    ],
)  # fmt: skip
def test_marks_of_footnotes(html: str, text: str, linked: list[str]) -> None:
    (paragraph,) = paragraphs(blocks_of(html), [True], "", BASE)
    assert paragraph.text == text
    assert [paragraph.text[link.start : link.end] for link in paragraph.links if "#" not in link.url] == linked


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        pytest.param(
            "<h1>Deal</h1><p>So.</p><h2>More</h2><h3>Even more</h3>", ["So."], id="the headline, and the last"
        ),
        pytest.param("<p>Deal</p><h2>Ports</h2><p>So.</p>", ["Ports", "So."], id="a line that prints it first"),
        pytest.param("<p>So.</p><p>Deal</p>", ["So.", "Deal"], id="a paragraph like the headline"),
        pytest.param("<p><a href=/deal>Deal</a></p><p>So.</p>", ["Deal", "So."], id="a link like it"),
        pytest.param("<p>Deal</p>", ["Deal"], id="a line like it and no other"),
        pytest.param("<h2>Deal</h2>", [], id="nothing else"),
    ],
)
def test_headings(html: str, texts: list[str]) -> None:
    blocks = blocks_of(html)
    assert [paragraph.text for paragraph in paragraphs(blocks, [True] * len(blocks), "Deal", BASE)] == texts


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        pytest.param("<td>Aldby<td>12", [["Aldby"], ["12"]], id="data"),
        pytest.param("<th>Aldby<td><p>12</p><p>a week</p>", [["Aldby"], ["12", "a week"]], id="two lines in a cell"),
        pytest.param(f"<td>Aldby<td>{PROSE}", [["Aldby"], [PROSE]], id="a paragraph alone in its cell"),
        pytest.param("<td><p>Aldby</p><p>Bay</p>", [], id="one cell"),
        pytest.param(f"<td>Aldby<td><p>{PROSE}</p><p>So.</p>", [], id="a cell of paragraphs"),
        pytest.param("<td>Aldby<td><h2>Ports</h2><p>So.</p>", [], id="a cell with a heading"),
    ],
)
def test_cells(row: str, cells: list[list[str]]) -> None:
    blocks = blocks_of(f"<table><tr>{row}</table>")
    assert [[block.text for block in cell] for cell in cells_of(blocks)] == cells


def test_rows() -> None:
    caption, cell, outside = blocks_of("<table><caption>Ports</caption><tr><td>Aldby</table><p>So.</p>")
    assert [row_of(block) is not None for block in (caption, cell, outside)] == [False, True, False]


ROWS = "<tr><td>Aldby<td>12<tr><td>Beck<td>9<tr><td>Cove<td>4"


@pytest.mark.parametrize(
    ("html", "chosen", "kept"),
    [
        pytest.param(f"<table>{ROWS}</table>", "010010", "111111", id="two rows of three"),
        pytest.param(f"<table>{ROWS}</table>", "010000", "010000", id="one row of three"),
        pytest.param("<table><tr><td>Aldby<td>12</table>", "01", "01", id="a table of one row"),
        pytest.param(f"<table>{ROWS}</table><table>{ROWS}</table>", "010100000000", "111111000000", id="two tables"),
        pytest.param(f"<p>So.</p><table>{ROWS}</table>", "1000000", "1000000", id="nothing of the table"),
    ],
)
def test_whole_rows(html: str, chosen: str, kept: str) -> None:
    found = with_whole_rows(blocks_of(html), [sign == "1" for sign in chosen])
    assert "".join("01"[is_kept] for is_kept in found) == kept


@pytest.mark.parametrize(
    ("html", "is_one"),
    [
        pytest.param("<ul><li><a href=/a>Ports</a></ul>", True, id="a link in a list"),
        pytest.param("<ul><li>Ports</ul>", False, id="a word in a list"),
        pytest.param(f"<ul><li><a href=/a>{PROSE}</a></ul>", False, id="a long link in a list"),
        pytest.param(
            "<div><a href=/a>Ports of the island and their ships, a long list</a></div>", True, id="by itself"
        ),
        pytest.param(f"<div><a href=/a>{PROSE}</a></div>", False, id="a paragraph by itself"),
        pytest.param("<p><a href=/a>Ports</a></p>", False, id="a linked paragraph"),
        pytest.param("<form><p>Your name</p></form>", True, id="a label of a form"),
        pytest.param(f"<form><p>{PROSE}</p></form>", False, id="a paragraph in a form"),
    ],
)
def test_menus(html: str, is_one: bool) -> None:
    assert is_menu(blocks_of(html)[0]) is is_one


def test_code_keeps_its_lines() -> None:
    (paragraph,) = paragraphs(blocks_of("<pre>if deal:\n    sign()</pre>"), [True], "", BASE)
    assert paragraph.text == "if deal:\n    sign()"
