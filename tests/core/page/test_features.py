"""What is measured of blocks, on pages small enough to count by hand."""

from __future__ import annotations

import pytest

from tasks.core.page.choice.features import COLUMNS, measure
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.names import Weights
from tasks.core.page.markup.parse import parse

PROSE = "The council of the river town voted on Tuesday to rebuild the old bridge before the winter."
HTML = f"""<article class=story-content><h1>Bridge</h1><p>{PROSE}</p><p>{PROSE}</p><pre>{PROSE}</pre>
<article class="card-1 related"><h2><a href=/a>A town by the river</a></h2><p>One.</p></article>
<article class="card-2 related"><h2><a href=/b>Another by the sea</a></h2><p>Two.</p></article></article>
<h1>Ferry</h1><div class=entry-content>Boats sail.</div><h3>More stories</h3><div>Read on.</div>"""
WEIGHTS = Weights({"card": -2.0, "content": 1.5, "related": -0.5})


def column(name: str) -> list[float]:
    rows = measure(read_blocks(parse(HTML).css("body")[0]), WEIGHTS)
    return [round(value, 2) for value in rows[:, COLUMNS.index(name)].tolist()]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        pytest.param("linked", [0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0], id="share in links"),
        pytest.param("final", [0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1], id="ends a sentence"),
        pytest.param("tag_pre", [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], id="is code"),
        pytest.param("copies", [1, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1], id="blocks with its text"),
        pytest.param("low", [0, 0, 0, 0, -2, -2, -2, -2, 0, 0, 0, 0], id="worst name around"),
        pytest.param("high", [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 0, 1.5, 0, 0], id="best name around"),
        pytest.param("low_before", [0, 0, 0, 0, 0, -2, -2, -2, -2, 0, 0, 0], id="of the block before"),
        pytest.param("low_behind", [0, 0, 0, -2, -2, -2, -2, 0, 0, 0, 0, 0], id="of the one behind"),
        pytest.param("nest", [0, 0, 0, 0, 1, 1, 1, 1, -1, -1, -1, -1], id="articles in the article"),
        pytest.param("apart_low", [0, 0, 0, 0, -2, -2, -2, -2, 0, 0, 0, 0], id="names on the way from the text"),
        pytest.param("apart_never", [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0], id="named as what is never text"),
        pytest.param("apart_text", [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0], id="named as text elsewhere"),
        pytest.param("box_count", [4, 4, 4, 4, 2, 2, 2, 2, 4, 4, 4, 4], id="blocks of the container"),
        pytest.param("kind_size", [6, 91, 91, 91, 18.5, 4, 18.5, 4, 5, 11, 12, 8], id="blocks of a kind"),
        pytest.param("from_first", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], id="since the text's first"),
        pytest.param("from_last", [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8], id="since its last"),
        pytest.param("within", [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0], id="in the text"),
        pytest.param("since_title", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], id="since the first title"),
        pytest.param("since_heading", [0, 1, 2, 3, 0, 1, 0, 1, 0, 1, 0, 1], id="since the heading"),
    ],
)
def test_columns(name: str, values: list[float]) -> None:
    assert column(name) == values


def test_pages_without_headings() -> None:
    rows = measure(read_blocks(parse(f"<p>{PROSE}</p><p>One.</p>").css("body")[0]), WEIGHTS)
    assert rows[:, [COLUMNS.index("since_title"), COLUMNS.index("since_heading")]].tolist() == [[300, 99], [300, 99]]
