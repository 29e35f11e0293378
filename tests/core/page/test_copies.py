"""What a page says twice: once in the text, unless the article itself says it again."""

from __future__ import annotations

import pytest

from tasks.core.page.choice.copies import without_copies
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.frames import Frame

BODY = Frame("body", "", 0, 0, None)
LEAD = "The council of the river town voted on Tuesday to rebuild the old bridge before the winter sets in again."
QUESTION = "What would you say to somebody who crosses the bridge for the first time?"
ANSWERS = [
    f"{a} answer was a long one, and nobody who heard it will forget it before spring."
    for a in ("One", "The next", "Her")
]


def block(text: str, tag: str = "p", names: str = "") -> Block:
    box = Frame("div", "box", 0, 1, BODY)
    frame = Frame(tag, names, 0, 2, box)
    return Block(text, frame, [], 0, False)


@pytest.mark.parametrize(
    ("blocks", "kept"),
    [
        pytest.param([block(LEAD, "h2"), block(LEAD), block(ANSWERS[0])], [False, True, True],
                     id="a standfirst that is the first paragraph too"),
        pytest.param([block(LEAD), block(ANSWERS[0]), block(LEAD), block(ANSWERS[0])], [True, True, False, False],
                     id="a second copy for small screens"),
        pytest.param([block(QUESTION), block(ANSWERS[0]), block(QUESTION), block(ANSWERS[1]), block(QUESTION),
                      block(ANSWERS[2])], [True] * 6, id="the same question to each"),
        pytest.param([block(LEAD), block(ANSWERS[0]), block(LEAD, "p", "pull-quote"), block(ANSWERS[1])],
                     [True, True, False, True], id="a pull quote"),
        pytest.param([*(block(f"{answer} {LEAD}" * 4) for answer in ANSWERS),
                      block(" ".join(["So:", *(f"{answer} {LEAD}" * 4 for answer in ANSWERS)]), "div")],
                     [True, True, True, False],
                     id="the whole text once more for a machine"),
        pytest.param([block(ANSWERS[0]), block(" ".join(f"{n} {LEAD}" for n in range(30)))], [True, True],
                     id="a long paragraph"),
        pytest.param([block(text) for text in ("Yes.", "No.", "Yes.", "No.")], [True] * 4, id="short lines"),
        pytest.param([block(LEAD, "h2"), block(ANSWERS[0]), block(LEAD, "h2", "again")], [True, True, False],
                     id="a heading twice"),
        pytest.param([block(LEAD * 4), block(ANSWERS[0]), block(LEAD * 4), block(ANSWERS[1])],
                     [True, True, False, True], id="a long paragraph twice"),
    ],
)  # fmt: skip
def test_copies(blocks: list[Block], kept: list[bool]) -> None:
    assert without_copies(blocks, [True] * len(blocks)) == kept
