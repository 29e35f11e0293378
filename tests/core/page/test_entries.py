"""The entries of a page that goes on: short ones and headings belong to it, their times do not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tasks.core.page.choice.entries import with_entries
from tasks.core.page.margins.stamps import stamps
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse

LONG = [
    "The ferry has left the harbour with all who waited on the quay since the morning, the harbour master says.",
    "Engineers look at the pier that the flood has moved, and will say tonight whether the bridge can be opened.",
    "The council meets in an hour. The mayor has asked all who live on the left bank to stay where they are now.",
]
SHORT = "Stay with us."


def entry(words: str, time: str = "", heading: str = "", names: str = "card", more: str = "") -> str:
    """One entry: a line with its time, a heading, its words and a line that shares it."""
    return (
        f'<div class="{names}"><div class=meta>{time}</div><h3>{heading}</h3><div class=body>{words}</div>{more}'
        "<p class=share>Copy the link</p></div>"
    )


def with_all(entries: Sequence[str]) -> list[str]:
    """The lines of a page of entries, of which the long ones were chosen."""
    tree = parse(f"<body><h1>The flood</h1><div class=posts>{''.join(entries)}</div></body>")
    blocks = read_blocks(tree.body) if tree.body else []
    chosen = with_entries(blocks, [len(block.text) > 80 for block in blocks])
    return [block.text for block, is_chosen in zip(blocks, chosen, strict=True) if is_chosen]


def timed(number: int, words: str, **parts: str) -> str:
    return entry(f"<p>{words}</p>", f"Posted at {20 - number}:30", **parts)


def test_short_words_and_headings_of_entries_are_kept() -> None:
    entries = [timed(number, words, heading=f"Heading {'ABC'[number]}") for number, words in enumerate(LONG)]
    found = with_all([*entries, timed(3, SHORT, heading="Good morning")])
    assert found == ["Heading A", LONG[0], "Heading B", LONG[1], "Heading C", LONG[2], "Good morning", SHORT]


def test_what_else_stands_in_entries_is_none_of_their_words() -> None:
    others = [
        "<p class=role>A clerk of the harbour</p>",
        "<div class=body><p><a href=/a>All that is known</a></p></div>",
        "<div class=body><figure><p>The pier at noon</p></figure></div>",
    ]
    told = "<div class=body><p>Ada Byron</p></div>"
    entries = [timed(number, words, more=others[number] + told) for number, words in enumerate(LONG)]
    assert with_all(entries) == LONG


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([entry(f"<p>{words}</p>") for words in [*LONG, SHORT]], id="no times"),
        pytest.param([timed(number, words) for number, words in enumerate([*LONG[:2], SHORT])], id="two entries"),
        pytest.param([timed(n, words, names="abc"[n]) for n, words in enumerate([*LONG[:2], SHORT])], id="three kinds"),
        pytest.param([timed(n, words) for n, words in enumerate(LONG)] + [f"<p>{' '.join(LONG * 3)}</p><b>Word</b>"],
                     id="most of the text elsewhere"),
        pytest.param([f"<p>{words}</p>" for words in LONG] + ["<p>20:30</p><h3>Ships</h3>"], id="one element"),
    ],
)  # fmt: skip
def test_other_pages_stay_as_they_are(entries: list[str]) -> None:
    assert all(len(line) > 80 for line in with_all(entries))


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        pytest.param(["22:40 Uhr", "a", "21:18 Uhr", "b", "9:55 Uhr", "c", "0:10 Uhr", "d"], 4, id="the newest first"),
        pytest.param(["3:32 pm", "a", "1:05 p.m.", "b", "11:40 am", "c", "9:15 am", "d"], 4, id="of twelve hours"),
        pytest.param(["At 18.30", "a", "kl. 17.10", "b", "16h05", "c", "12:00 GMT", "d"], 4, id="of other tongues"),
        pytest.param(["11.45", "a", "10.32", "b", "9.17", "c", "8.05", "d"], 0, id="prices"),
        pytest.param(["4:59", "4:43", "4:32", "4:10", "a"], 0, id="one below the other"),
        pytest.param(["16:0518. 8. 2021", "a", "12:1018. 8. 2021", "b", "9:47 18.8.", "c"], 3, id="with days"),
        pytest.param(["9:00", "a", "9:45", "b", "11:00", "c", "12:30", "d"], 0, id="a programme"),
        pytest.param(["22:40", "a", "21:18", "b"], 0, id="two"),
        pytest.param(["22:40", "21:18", "a", "20:05"], 0, id="a table of times"),
        pytest.param([f"{hour}:30 Bridge opened" for hour in (22, 21, 19, 17)], 0, id="words beside them"),
        pytest.param(["31:40", "28:18", "25:55", "24:10", "3.5", "2.4", "0.75", "0.5"], 0, id="no times of a day"),
    ],
)
def test_times_of_entries(lines: list[str], times: int) -> None:
    tree = parse("<body>" + "".join(f"<p>{line if len(line) > 1 else LONG[0]}</p>" for line in lines) + "</body>")
    blocks = read_blocks(tree.body) if tree.body else []
    found = stamps(blocks, range(len(blocks)))
    assert found == [place for place, line in enumerate(lines) if len(line) > 1][:times]


def test_times_in_a_table_are_its_own() -> None:
    rows = "".join(f"<tr><td>{22 - row}:40</td><td>{words}</td></tr>" for row, words in enumerate(LONG))
    tree = parse(f"<body><table>{rows}</table></body>")
    blocks = read_blocks(tree.body) if tree.body else []
    assert stamps(blocks, range(len(blocks))) == []
