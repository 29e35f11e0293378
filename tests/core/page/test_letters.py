"""What the letters of blocks are counted to be, text by text."""

from __future__ import annotations

import pytest

from tasks.core.page.choice.letters import Texts, texts_of
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.frames import Frame


def measured(text: str, linked: int = 0) -> Texts:
    return texts_of([Block(line, Frame("p", "", 0, 1, None), [], linked, False) for line in (text, "Below")])


@pytest.mark.parametrize(
    ("text", "size"),
    [
        pytest.param("Ten ships, two boats", 20, id="letters"),
        pytest.param("橋が落ちた、と", 7 + 9, id="dense: six letters say half as much again each"),
        pytest.param("a" * 40 + "橋", 41, id="a dense sign behind the beginning"),
        pytest.param("😀 Ten", 5, id="a sign"),
    ],
)
def test_size(text: str, size: int) -> None:
    assert measured(text).size == [size, 5]


PROSE = "The council voted on the plan for the bridge, which is to open soon"


@pytest.mark.parametrize(
    ("text", "linked", "is_prose"),
    [
        pytest.param(f"{PROSE}.", 0, True, id="text"),
        pytest.param(f"{PROSE}.", 10, True, id="partly linked"),
        pytest.param(f"{PROSE}.", 34, False, id="a link"),
        pytest.param(PROSE, 0, False, id="no sentence"),
        pytest.param(f"{PROSE}: at 7.30 or so", 0, False, id="a stop in a number"),
        pytest.param(f"Will it? {PROSE}", 0, True, id="a stop before a space"),
        pytest.param("The council voted.", 0, False, id="short"),
        pytest.param(f"{PROSE} पुल बंद है।", 0, True, id="danda"),
        pytest.param(f"{PROSE} هل أغلق؟", 0, True, id="Arabic"),
        pytest.param(f"{PROSE} پل بند ہے۔", 0, True, id="Urdu"),
        pytest.param("橋が落ちた。町は閉じた" * 3, 0, True, id="no space behind"),
    ],
)
def test_prose(text: str, linked: int, is_prose: bool) -> None:
    texts = measured(text, linked)
    assert texts.plain == [texts.size[0] - linked if is_prose else 0, 0]


def test_links_of_dense_texts_are_as_large_as_those_are() -> None:
    assert measured("橋が落ちた。町は", 4).linked == [4 * (8 + 3 * 7 // 2) // 8, 4]
