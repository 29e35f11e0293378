"""White space between elements that stand inside a line, which is skipped between those that part text."""

from __future__ import annotations

import pytest

from tasks.core.page.blocks import read_blocks
from tasks.core.page.parse import parse


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        pytest.param("<p><b>Ten</b> <i>ships</i></p>", ["Ten ships"], id="between"),
        pytest.param("<p><b>Ten</b><i>ships</i></p>", ["Tenships"], id="none"),
        pytest.param("<p> <b>Ten </b><i>ships</i>\n</p>", ["Ten ships"], id="inside"),
        pytest.param("<p><b>Ten</b> <!-- a --><i>ships</i></p>", ["Ten ships"], id="before a comment"),
        pytest.param("<p><b>Ten</b><!-- a --> <i>ships</i></p>", ["Ten ships"], id="behind a comment"),
        pytest.param("<p><b>Ten</b> <img><i>ships</i></p>", ["Ten ships"], id="before a picture"),
        pytest.param("<p>Ten<img> <script>1</script><i>ships</i></p>", ["Ten ships"], id="before a script"),
        pytest.param("<p><u><b>Ten</b> <i>ships</i></u></p>", ["Ten ships"], id="inside a line's element"),
        pytest.param("<a href=/a><p><b>Ten</b> <i>ships</i></p></a>", ["Ten ships"], id="in a linked block"),
        pytest.param("<ul> <li><b>Ten</b></li> <li><i>ships</i></li> </ul>", ["Ten", "ships"], id="between items"),
        pytest.param("<p>Ten\u00a0<i>\u00a0</i>ships\u00a0</p>", ["Ten ships"], id="fixed spaces"),
    ],
)
def test_white_space(html: str, texts: list[str]) -> None:
    assert [block.text for block in read_blocks(parse(html).css("body")[0])] == texts


def test_links_stand_where_their_words_do() -> None:
    html = "<p><i>Ten</i> <a href=/a> ships</a> <img><a href=/b><b>and</b> boats</a></p>"
    (block,) = read_blocks(parse(html).css("body")[0])
    assert [(block.text[start:end], href) for start, end, href in block.anchors] == [
        ("ships", "/a"),
        ("and boats", "/b"),
    ]


def test_all_of_a_bold_block_is_bold() -> None:
    (block,) = read_blocks(parse("<strong><p>Ten <i>ships</i> <u>sail</u></p></strong>").css("body")[0])
    assert block.bold == len(block.text)
