"""Which elements part a page's text and which stand inside a line; white space between both."""

from __future__ import annotations

import pytest

from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.page.markup.runs import LINE_END


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


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        pytest.param("<p>Ten <x-term><a href=/a>ships</a></x-term> sail</p>", ["Ten ships sail"], id="in a paragraph"),
        pytest.param("<p>Ten <x-a><x-b>big</x-b> ships</x-a> sail</p>", ["Ten big ships sail"], id="in each other"),
        pytest.param("<p>Ten <x-card><div>Rope</div></x-card>ships</p>", ["Ten", "Rope", "ships"], id="around a block"),
        pytest.param(
            "<p>Ten <button></button>ships <button>of oak</button> sail</p>", ["Ten ships of oak sail"], id="buttons"
        ),
        pytest.param("<div>Ten <button>Rope</button> ships</div>", ["Ten", "Rope", "ships"], id="a button in a box"),
        pytest.param("<div>Ten <x-card>Rope</x-card> ships</div>", ["Ten", "Rope", "ships"], id="in a box"),
        pytest.param("<x-p>Ten ships</x-p><x-p>sail</x-p>", ["Ten ships", "sail"], id="alone"),
    ],
)
def test_unknown_elements(html: str, texts: list[str]) -> None:
    assert [block.text for block in read_blocks(parse(html).css("body")[0])] == texts


def test_links_stand_where_their_words_do() -> None:
    html = "<p><i>Ten</i> <a href=/a> ships</a> <img><a href=/b><b>and</b> boats</a></p>"
    (block,) = read_blocks(parse(html).css("body")[0])
    assert [(block.text[start:end], href) for start, end, href in block.anchors] == [
        ("ships", "/a"),
        ("and boats", "/b"),
    ]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        pytest.param(
            "<pre>if a:\n    b()\n\nc()</pre>", [f"if a:{LINE_END}    b(){LINE_END}c()"], id="as they are set"
        ),
        pytest.param("<pre><b>a</b>\n<i>b</i></pre>", [f"a{LINE_END}b"], id="between elements"),
        pytest.param("<pre><a href=/a>a</a>\nb</pre>", ["a b"], id="with a link"),
        pytest.param("<p>a\nb</p>", ["a b"], id="of a paragraph"),
        pytest.param(
            "<p>当時、<br>\n　「泡」<br>と話す", ["当時、", "「泡」 と話す"], id="a paragraph by its wide space"
        ),
        pytest.param("<p>当時、<br>■二年後<br>", ["当時、", "■二年後"], id="a heading by its mark"),
        pytest.param("<p>当時、　「泡」", ["当時、 「泡」"], id="a wide space within a line"),
    ],
)
def test_lines(html: str, texts: list[str]) -> None:
    assert [block.text for block in read_blocks(parse(html).css("body")[0])] == texts
