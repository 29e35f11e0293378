"""What the letters of blocks are counted to be, text by text."""

from __future__ import annotations

import pytest

from tasks.core.page.blocks import Block
from tasks.core.page.frames import Frame
from tasks.core.page.letters import texts_of


@pytest.mark.parametrize(
    ("text", "size", "commas", "capitals", "digits"),
    [
        pytest.param("Ten ships, two boats", 20, 1, 0.05, 0, id="letters"),
        pytest.param("AP 2026", 7, 0, 2 / 7, 4 / 7, id="capitals and digits"),
        pytest.param("x" * 80 + "A1", 82, 0, 0, 0, id="the beginning shows them"),
        pytest.param("橋が落ちた、と", 7 + 9, 1, 0, 0, id="dense: six letters say half as much again each"),
        pytest.param("a" * 40 + "橋", 41, 0, 0, 0, id="a dense sign behind the beginning"),
        pytest.param("😀 Ten", 5, 0, 0.2, 0, id="beyond the table"),
    ],
)
def test_letters(text: str, size: int, commas: int, capitals: float, digits: float) -> None:
    lines = ["Before: 9,9", text, "A,B"]  # counted for themselves
    texts = texts_of([Block(line, Frame("p", "", 0, 1, None), [], 0, 0, 0, False) for line in lines])
    assert texts.size.tolist() == [11, size, 3]
    assert texts.commas.tolist() == [1, commas, 1]
    assert texts.capitals.tolist()[1] == pytest.approx(capitals)
    assert texts.digits.tolist()[1] == pytest.approx(digits)


@pytest.mark.parametrize(
    ("text", "linked", "plain"),
    [
        pytest.param("The council voted on the plan for the bridge, which is to open soon.", 0, 68, id="text"),
        pytest.param(
            "The council voted on the plan for the bridge, which is to open soon.", 10, 58, id="partly linked"
        ),
        pytest.param("The council voted on the plan for the bridge, which is to open soon.", 34, 0, id="a link"),
        pytest.param("The council voted on the plan for the bridge, which is to open soon", 0, 0, id="no sentence"),
        pytest.param("The council voted.", 0, 0, id="short"),
    ],
)
def test_plain(text: str, linked: int, plain: int) -> None:
    texts = texts_of([Block(text, Frame("p", "", 0, 1, None), [], linked, 0, 0, False)])
    assert texts.plain.tolist() == [plain]
