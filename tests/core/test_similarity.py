"""A pasted text as a checksum of the page: the same, edited since, or another."""

from __future__ import annotations

import pytest

from tasks.core.similarity import changed_sentences, containment

PAGE = (
    "Ministers signed a grain deal on Wednesday after a long night of talks. “It is late,” said Mr. Roe of the U.S. "
    "mission.\n\nForty ships a week may leave the three ports. Farmers had asked for this for months."
)


@pytest.mark.parametrize(
    ("pasted", "low", "high"),
    [
        pytest.param(PAGE, 1.0, 1.0, id="the same"),
        pytest.param(
            PAGE.replace("“", '"').replace("”", '"').replace("\n\n", "\n"), 1.0, 1.0, id="other quotes and lines"
        ),
        pytest.param(PAGE.upper(), 1.0, 1.0, id="capitals"),
        pytest.param("Forty ships a week may leave the three ports.", 1.0, 1.0, id="one sentence highlighted"),
        pytest.param(PAGE.replace("Forty", "Fifty"), 0.8, 0.99, id="one word edited"),
        pytest.param("The council of the town voted for a new bridge over the river.", 0.0, 0.0, id="another text"),
        pytest.param("两国部长在首都签署了粮食协议，农民几个月来一直要求达成协议。", 0.0, 0.0, id="another script"),
    ],
)
def test_share_of_a_pasted_text(pasted: str, low: float, high: float) -> None:
    share = containment(pasted, PAGE)
    assert share is not None
    assert low <= share <= high


def test_scripts_without_spaces_are_compared_by_letters() -> None:
    page = "两国部长在首都签署了粮食协议。农民几个月来一直要求达成协议。价格在晚上下跌。"
    share = containment(page.replace("几个月", "两个月"), page)
    assert share is not None
    assert 0.8 < share < 1


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        pytest.param(PAGE, PAGE.replace("Forty", "Fifty"), ["Forty ships a week may leave the three ports."],
                     id="edited"),
        pytest.param(PAGE, PAGE.replace(" Farmers had asked for this for months.", ""),
                     ["Farmers had asked for this for months."], id="dropped"),
        pytest.param(PAGE, PAGE.replace("“", '"').replace("”", '"'), [], id="other quotes"),
        pytest.param("协议已签署。价格下跌。", "协议已签署。价格上涨。", ["价格下跌。"], id="Chinese"),
        pytest.param("समझौता हुआ। कीमत गिरी।", "समझौता हुआ। कीमत बढ़ी।", ["कीमत गिरी।"], id="Hindi"),
        pytest.param("", PAGE, [], id="nothing pasted"),
    ],
)  # fmt: skip
def test_changed_sentences(old: str, new: str, changed: list[str]) -> None:
    assert changed_sentences(old, new) == changed
