"""Notes on corrections: told from updates and from articles on corrections, kept where they stand beside a text."""

from __future__ import annotations

import pytest

from tasks.core.page.margins.corrections import corrections, with_corrections
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse

NOTE = "Correction: an earlier version gave the number of ships as ten."
STORY = ["The ships met off the island at noon.", "They left it in the evening, all eleven of them."]


def kept(*lines: str) -> list[str]:
    """What is kept of lines of which those of the story were chosen."""
    tree = parse("<body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body>")
    blocks = read_blocks(tree.body) if tree.body else []
    chosen = with_corrections(blocks, [block.text in STORY for block in blocks])
    return [block.text for block, is_chosen in zip(blocks, chosen, strict=True) if is_chosen]


def test_they_are_told_from_headings_articles_and_prose() -> None:
    updated = "This article was updated on Monday with what the mayor said."
    prose = "It was corrected by the ministry in the end."
    assert corrections([NOTE, "Updates", prose, NOTE * 20, updated]) == [NOTE, updated]


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(NOTE, id="English"),
        pytest.param("A previous version of this story gave the number of ships as ten.", id="said otherwise"),
        pytest.param("Rättelse: I en tidigare version stod att fartygen var tio.", id="Swedish"),
        pytest.param("訂正:以前の記事では船の数を十隻としていましたが、正しくは十一隻でした。", id="Japanese"),
    ],
)
def test_one_beside_a_text_is_kept(note: str) -> None:
    assert kept(*STORY, "Share", note) == [*STORY, note]
    assert kept(note, *STORY) == [note, *STORY]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*STORY, "a", "b", "c", "d", NOTE], id="far below"),
        pytest.param([*STORY, f"<a href=/n>{NOTE}</a>"], id="a link to another page"),
        pytest.param([*STORY, "Corrections officers walk out over pay and hours at the prison."], id="a teaser"),
        pytest.param([*STORY, "Oprava mostu v Brně potrvá do konce roku, řidiči musí čekat."], id="a repair"),
        pytest.param([*STORY, "Updated on Monday with what the mayor said of it."], id="an update"),
        pytest.param([*STORY, "Corrections"], id="a heading"),
        pytest.param(["Share", NOTE], id="no text"),
    ],
)
def test_others_are_left(lines: list[str]) -> None:
    assert kept(*lines) == [line for line in lines if line in STORY]


@pytest.mark.parametrize("box", ["footer", "form", "div class=comments", "div style='display:none'"])
def test_those_of_other_parts_of_the_page_are_left(box: str) -> None:
    tree = parse(f"<body><p>{STORY[0]}</p><{box}><p>{NOTE}</p></{box.split()[0]}></body>")
    blocks = read_blocks(tree.body) if tree.body else []
    assert with_corrections(blocks, [True, False]) == [True, False]


def test_a_copy_is_left() -> None:
    tree = parse(f"<body><p>{STORY[0]}</p><p>{NOTE}</p><div><p>{NOTE}</p></div></body>")
    blocks = read_blocks(tree.body) if tree.body else []
    assert with_corrections(blocks, [True, True, False]) == [True, True, False]
