"""Linked data that is nearly JSON, as sites write it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.page.nearly_json import read_linked

SHIPS = {"@type": "NewsArticle", "headline": "Ten ships", "author": [{"name": "Ada Byron"}]}
SOURCE = '{"@type": "NewsArticle", "headline": "Ten ships", "author": [{"name": "Ada Byron"}]}'


@pytest.mark.parametrize(
    ("source", "data"),
    [
        pytest.param(SOURCE, SHIPS, id="JSON"),
        pytest.param(SOURCE.replace("}]}", "},],}"), SHIPS, id="trailing commas"),
        pytest.param(f"<!--\n{SOURCE}\n-->", SHIPS, id="a comment around"),
        pytest.param(f"//<![CDATA[\n{SOURCE}\n//]]>", SHIPS, id="CDATA around"),
        pytest.param(f"{SOURCE};", SHIPS, id="a semicolon behind"),
        pytest.param(SOURCE.replace('"', "&quot;"), SHIPS, id="entities"),
        pytest.param(SOURCE[:-3], SHIPS, id="brackets never closed"),
        pytest.param(SOURCE[:-1] + ',', SHIPS, id="cut behind a comma"),
        pytest.param(SOURCE.replace("Ten ships", 'The "ten" ships'), SHIPS | {"headline": 'The "ten" ships'},
                     id="quotation marks in a value"),
        pytest.param(SOURCE.replace("Ten ships", 'The ships "sail"'), SHIPS | {"headline": 'The ships "sail"'},
                     id="a quotation mark at the end of a value"),
        pytest.param(SOURCE.replace("Ten ships", "Ten\nships"), SHIPS | {"headline": "Ten\nships"},
                     id="a line end in one"),
        pytest.param(f'{{"@type": "BreadcrumbList"}}\n{SOURCE}', [{"@type": "BreadcrumbList"}, SHIPS],
                     id="two objects"),
        pytest.param('{"a": 1}{"@type": "Report", "headline": "Ten", b: c}',
                     [{"a": 1}, {"@type": "Report", "headline": "Ten"}], id="a broken one behind another"),
        pytest.param("{'@type': 'Report', 'headline': 'Ten'}", [{"@type": "Report", "headline": "Ten"}],
                     id="single quotation marks"),
        pytest.param("none", [], id="no data"),
    ],
)  # fmt: skip
def test_read_linked(source: str, data: object) -> None:
    assert read_linked(source) == data


@given(st.text(alphabet='{}[]",: \\\n&;ab1', max_size=200))
def test_any_script_is_read(source: str) -> None:
    read_linked(source)


@pytest.mark.parametrize("piece", ['{"a":', '"a" b ', "[", '{"a": 1}', '\\"', ", ", '" '])
def test_long_nonsense_is_read(piece: str) -> None:
    start = time.process_time()
    read_linked('{"@type": "a' + piece * (400_000 // len(piece)))
    assert time.process_time() - start < 5
