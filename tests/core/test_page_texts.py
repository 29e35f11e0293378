"""Texts found on pages whose layout or script hides them."""

from __future__ import annotations

import pytest

from tasks.core.page.blocks import read_blocks
from tasks.core.page.layout import Layout
from tasks.core.page.letters import texts_of
from tasks.core.page.model import BlockModel
from tasks.core.page.names import Weights
from tasks.core.page.parse import parse
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("He came. Did he? At 7.30", 2, id="before a space"),
        pytest.param("He came. Did he?", 2, id="at the end"),
        pytest.param("पुल बंद है। नाव चलती है।", 2, id="danda"),
        pytest.param("هل أغلق الجسر؟ نعم.", 2, id="Arabic"),
        pytest.param("پل بند ہے۔ کشتی چلتی ہے۔", 2, id="Urdu"),
        pytest.param("橋が落ちた。町は閉じた。", 2, id="no space behind"),
        pytest.param("He waited… and left.", 2, id="an ellipsis before a space"),
    ],
)
def test_sentence_ends(text: str, count: int) -> None:
    assert texts_of(read_blocks(parse(f"<p>{text}</p><p>Below</p>").css("body")[0])).stops.tolist() == [count, 0]


def test_short_paragraphs_of_ideographs_are_text() -> None:
    lines = [
        "外交部發言人今天在北京表示，兩國代表將於下週再次會面，討論邊界問題。",
        "會談地點尚未決定。雙方同意暫時不對外公布細節，但強調氣氛良好。",
    ]
    html = "<h1>會談</h1><div class=news>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"
    assert read_page(html, MODEL).text.split("\n\n") == lines


def test_the_best_container_is_not_the_one_with_notices_below() -> None:
    story = "".join(
        f"<p>The council voted on point {n} of the plan for the bridge, which is to open soon.</p>" for n in range(5)
    )
    notices = "".join(
        f"<div>We mourn for citizen {n} of our town, who left us on Monday in her best years.</div>" for n in range(6)
    )
    page = parse(f"<div class=story>{story}</div><div class=carousel>{notices}</div>")
    layout = Layout(read_blocks(page.css("body")[0]), Weights({"carousel": -1.5}))
    assert layout.frames[layout.best].names == "story"
