"""What a fetched page says of the repaired address: the same article, another one, or nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tasks.core.article.record import Article
from tasks.core.repair_verdict import judge_repair
from tasks.tables.records import Reference
from tasks.tables.values import RepairVerdict, Verdict

TITLE = "Ministers sign grain deal"
OTHER = "Rain falls on the hills"
BODY = "The ministers of the two countries signed it in the night. " * 4


def reference(title: str | None, body: str | None) -> Reference:
    return Reference(
        reference_id="r", source="a.md", position=0, raw="", raw_url=None, url=None, url_status="repaired",
        candidates=[], title=title, published_on=None, publisher=None, body=body, links=[], captions=[],
        collected_at=datetime(2021, 3, 5, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "body", "page", "verdict", "match", "expected"),
    [
        pytest.param(None, BODY, OTHER, "article", 0.5, "confirmed", id="half of the text"),
        pytest.param(TITLE, None, TITLE, "article", None, "confirmed", id="the title alone"),
        pytest.param(TITLE, BODY, TITLE, "article", 0.0, "confirmed", id="the title, of a text written anew"),
        pytest.param(OTHER, BODY, TITLE, "article", 0.0, "contradicted", id="neither"),
        pytest.param(None, BODY, TITLE, "article", 0.0, "contradicted", id="not the text, and no title given"),
        pytest.param(OTHER, BODY, None, "article", 0.0, "contradicted", id="not the text, and no title of the page"),
        pytest.param(OTHER, BODY, TITLE, "article", 0.1, "unverified", id="a tenth of the text"),
        pytest.param(OTHER, BODY, TITLE, "paywall", 0.0, "unverified", id="a page that withholds its text"),
        pytest.param(OTHER, "It rained.", TITLE, "article", 0.0, "unverified", id="a text too short to tell"),
        pytest.param(OTHER, None, TITLE, "article", None, "unverified", id="another title alone"),
        pytest.param(None, None, TITLE, "article", None, "unverified", id="nothing given"),
        pytest.param(OTHER, "* " * 40, TITLE, "article", None, "unverified", id="a text without words"),
        pytest.param(TITLE, BODY, TITLE, "soft_404", 1.0, "contradicted", id="a lost page"),
        pytest.param(TITLE, BODY, TITLE, "consent", 1.0, "unverified", id="a wall"),
    ],
)
def test_what_the_page_says(
    title: str | None,
    body: str | None,
    page: str | None,
    verdict: Verdict,
    match: float | None,
    expected: RepairVerdict,
) -> None:
    assert judge_repair(reference(title, body), Article(title=page, verdict=verdict), match) == expected
