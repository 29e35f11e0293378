"""The extract stage: pages and clippings to documents, every reference accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tasks.extract import extract_documents
from tasks.tables.batch import table_of
from tasks.tables.outcome import Outcome
from tasks.tables.records import Capture, Document, Reference
from tasks.tables.values import Outcome as CaptureOutcome

NOW = datetime(2021, 3, 4, tzinfo=UTC)
URL = "https://news.example/2021/03/03/ministers-sign-grain-deal"
SENTENCES = [
    "Ministers of the two countries signed a grain deal on Wednesday after a long night of talks in the capital.",
    "The deal lets forty ships a week leave the three ports that had been closed since the autumn of last year.",
    "Farmers had asked for such a deal for months, and said that the stores would not hold another harvest.",
    "The opposition called the deal too late and asked why the ports had been closed for so long at all.",
]
BODY = "\n\n".join(SENTENCES)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ministers sign grain deal | Daily Grain</title>
<meta property="article:published_time" content="2021-03-03T09:30:00Z"><link rel="canonical" href="{URL}"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Ministers sign grain deal</h1>
{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES)}</article><footer>All rights reserved</footer></body></html>"""


def reference(name: str = "r1", url: str | None = URL, body: str | None = BODY) -> Reference:
    return Reference(
        reference_id=name, source="a.md", position=0, raw="raw", raw_url=url, url=url, candidates=[],
        url_status="intact" if url else "absent", title="Ministers sign grain deal", published_on=date(2021, 3, 3),
        publisher=None, body=body, links=[], captions=[], collected_at=NOW,
    )  # fmt: skip


def capture(outcome: CaptureOutcome = "ok", name: str = "r1") -> Capture:
    return Capture(
        capture_id=f"c-{name}", reference_id=name, requested_url=URL, final_url=URL, redirects=[], fetched_at=NOW,
        outcome=outcome, detail=None, status=200, media_type="text/html", charset="utf-8", etag=None,
        last_modified=None, archived_at=None, payload_digest="d", warc_file="f", warc_offset=0, elapsed_ms=1,
        attempts=1,
    )  # fmt: skip


def extract(
    references: Sequence[Reference],
    captures: Sequence[Capture] = (),
    page: str = PAGE,
    known: Sequence[Document] = (),
    fingerprint: str = "v1",
) -> Outcome[Document]:
    outcome = extract_documents(
        references,
        {capture.reference_id: capture for capture in captures},
        lambda _: page.encode(),
        {document.document_id: document for document in known},
        fingerprint,
        "run",
        NOW,
    )
    table_of("documents", outcome.kept)
    accounted = [d.reference_id for d in outcome.kept] + [r.record_id for r in outcome.rejected]
    assert sorted(accounted) == sorted(r.reference_id for r in references)
    return outcome


def test_what_the_page_says_of_itself_is_kept_with_where_it_was_read() -> None:
    note = "Correction: an earlier version of this article gave the number of ships as fourteen."
    page = PAGE.replace("</head>", '<meta property="article:section" content="World"></head>')
    (document,) = extract([reference()], [capture()], page.replace("</article>", f"<p>{note}</p></article>")).kept
    assert (document.section, document.corrections, document.rules) == (
        "World",
        [note],
        ["title:heading", "publisher:title", "url:link:canonical", "section:meta:article:section"],
    )
    assert document.published_candidates is not None
    assert [(said.rule, said.day) for said in document.published_candidates][:1] == [
        ("meta:article:published_time", date(2021, 3, 3))
    ]


def test_page_becomes_the_document() -> None:
    (document,) = extract([reference()], [capture()]).kept
    assert document.text == BODY
    assert (document.text_source, document.title) == ("page", "Ministers sign grain deal")
    assert document.published_on == date(2021, 3, 3)
    assert (document.clipping_match, document.repair_verdict) == (1.0, "confirmed")
    assert document.language == "en"


def test_the_instant_the_source_gives_is_the_document_s() -> None:
    said = replace(reference(), published_at=datetime(2021, 3, 3, 9, 30, tzinfo=UTC))
    (document,) = extract([said], [capture("offline")]).kept
    assert (document.published_at, document.published_precision) == (said.published_at, "minute")


@pytest.mark.parametrize("outcome", ["offline", "http_error", "timeout"])
def test_clipping_stands_in_for_a_page_that_was_not_fetched(outcome: CaptureOutcome) -> None:
    (document,) = extract([reference()], [capture(outcome)]).kept
    assert (document.text, document.text_source, document.capture_id) == (BODY, "clipping", "c-r1")
    assert (document.published_on, document.published_rule) == (date(2021, 3, 3), "reference")
    assert (document.clipping_match, document.repair_verdict) == (None, "unverified")


def test_a_saved_page_is_kept_with_what_it_says_of_itself() -> None:
    page = PAGE.replace("</head>", '<meta property="article:section" content="World"></head>')
    saved = replace(reference(), raw=page)
    (document,) = extract([saved]).kept
    assert (document.text, document.text_source) == (BODY, "clipping")
    assert (document.section, document.verdict, document.rules) == (
        "World", "article", ["title:heading", "publisher:title", "url:link:canonical", "section:meta:article:section"],
    )  # fmt: skip


def test_a_saved_wall_is_no_document() -> None:
    wall = "<!doctype html><title>Ministers sign grain deal</title><h1>Page not found</h1><p>404</p>"
    (refused,) = extract([replace(reference(body="404"), raw=wall)]).rejected
    assert (refused.reason, refused.detail) == ("no_text", "the saved page is no article: soft_404")


def test_clipping_stands_in_for_a_page_without_text() -> None:
    assert extract([reference()], [capture()], page=" ").kept[0].text_source == "clipping"


@pytest.mark.parametrize(
    ("given", "captures", "page", "reason"),
    [
        pytest.param(reference(body=None), [], PAGE, "not_fetched", id="never tried"),
        pytest.param(reference(body=None), [capture("timeout")], PAGE, "not_fetched", id="tried in vain"),
        pytest.param(reference(body=None), [capture()], "", "empty_input", id="empty page"),
        pytest.param(reference(url=None, body=None), [], PAGE, "no_text", id="neither address nor text"),
    ],
)
def test_nothing_to_read_is_rejected(given: Reference, captures: list[Capture], page: str, reason: str) -> None:
    outcome = extract([given], captures, page)
    assert [r.reason for r in outcome.rejected] == [reason]


def test_another_article_contradicts_the_repair() -> None:
    other = " ".join(f"Word{i} of a text about the weather in the mountains number {i}." for i in range(20))
    (document,) = extract([replace(reference(body=other), title="Rain in the hills")], [capture()]).kept
    assert document.repair_verdict == "contradicted"


def test_revisions_count_changed_texts_only() -> None:
    first = extract([reference()], [capture()]).kept
    again = extract([reference()], [capture()], known=first).kept
    assert again == first
    renamed = extract([reference()], [capture()], known=first, fingerprint="v2").kept
    assert renamed[0].revision == 1
    edited = extract([reference()], [capture()], page=PAGE.replace("forty", "fifty"), known=first).kept
    assert edited[0].revision == 2


def test_two_references_to_one_page_make_one_document() -> None:
    outcome = extract([reference("r1"), reference("r2")], [capture(name="r1"), capture(name="r2")])
    assert [d.reference_id for d in outcome.kept] == ["r1"]
    assert [r.reason for r in outcome.rejected] == ["duplicate"]


def test_a_page_takes_the_place_of_another_reference_s_clipping() -> None:
    pasted = extract([reference("r1")]).kept
    (document,) = extract([reference("r2", body=None)], [capture(name="r2")], known=pasted).kept
    assert (document.reference_id, document.text_source, document.revision) == ("r2", "page", pasted[0].revision)
