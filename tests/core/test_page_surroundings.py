"""What is measured around a block, on pages small enough to count by hand."""

from __future__ import annotations

import pytest

from tasks.core.page.blocks import read_blocks
from tasks.core.page.layout import Layout
from tasks.core.page.names import Weights
from tasks.core.page.parse import parse
from tasks.core.page.phrases import kinds_of
from tasks.core.page.surroundings import NAMES, surroundings

PROSE = "The council of the river town voted on Tuesday to rebuild the old bridge before the winter."
HTML = f"""<article><h1>Bridge</h1><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>
<article class="card-1"><h2><a href=/a>A town by the river</a></h2><p>One.</p></article>
<article class="card-2"><h2><a href=/b>Another by the sea</a></h2><p>Two.</p></article></article>
<h1>Ferry</h1><div>Boats sail.</div><h3>More stories</h3><div>Read on.</div>"""


def column(name: str) -> list[float]:
    blocks = read_blocks(parse(HTML).css("body")[0])
    values = list(surroundings(blocks, Layout(blocks, Weights({})), kinds_of([block.text for block in blocks])))
    return [round(value, 2) for value in values[NAMES.index(name)].tolist()]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        pytest.param("nest", [0, 0, 0, 0, 1, 1, 1, 1, -1, -1, -1, -1], id="articles in the article"),
        pytest.param("kind_size", [6, 91, 91, 91, 18.5, 4, 18.5, 4, 5, 9.5, 12, 9.5], id="blocks of a kind"),
        pytest.param("within", [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0], id="in the text"),
        pytest.param("under_distance", [0, 1, 2, 3, 0, 1, 0, 1, 0, 1, 0, 1], id="since the heading"),
        pytest.param("under_level", [1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 3, 3], id="its level"),
        pytest.param("under_link", [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0], id="it is a link"),
        pytest.param("under_else", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], id="it leads elsewhere"),
        pytest.param("titles", [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2], id="first-level headings so far"),
    ],
)
def test_surroundings(name: str, values: list[float]) -> None:
    assert column(name) == values
