"""The whole chain through Prefect: one clipping in, a checked release of facts out, and nothing twice."""

from __future__ import annotations

import ssl
from pathlib import Path

import pandas as pd
import pytest
import trustme

from flows.build import build
from tasks.io.pool import ClusterError
from tasks.io.store import Lake
from tasks.tables.records import Release
from tests.site import Site, page, says

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "slavic-shield.md"
HOST = "www.themoscowtimes.com"
ARTICLE = """<html lang="en"><head><title>Russia, Serbia Follow 'Slavic Shield' With Second Joint Military Drill</title>
<meta property="article:published_time" content="2019-11-01T12:00:00+03:00"></head><body><article>
<h1>Russia, Serbia Follow 'Slavic Shield' With Second Joint Military Drill</h1>{}</article></body></html>"""

EMPTY = b""
BINARY = bytes(range(256)) * 8
WITHOUT_ADDRESS = b"The dam held\n\nThe army of Norway sent 200 troops to the valley on Monday."
BEYOND_REPAIR = b"https://www.example.org/2024/05/16/ferry-line-reo..."
NOT_UTF8 = "Caf\xe9 owners in Geneva protested.".encode("latin-1")


def offline(*inputs: Path, lake: Path) -> Release | None:
    release, _ = build([str(i) for i in inputs], str(lake), {"offline": True}, 1)
    return release


def files_of(lake: Path) -> dict[str, tuple[int, int]]:
    """Every file of a lake with its size and time of change, the run's own lock left out."""
    return {
        str(p.relative_to(lake)): (p.stat().st_size, p.stat().st_mtime_ns)
        for p in sorted(lake.rglob("*"))
        if p.is_file() and p.name != ".lock"
    }


def test_a_clipping_becomes_a_release_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    release = offline(SAMPLE, lake=tmp_path)
    assert release is not None
    assert release.release == 1
    latest = tmp_path / "releases" / "latest"
    [reference] = pd.read_parquet(latest / "references").to_dict("records")
    assert reference["url_status"] == "repaired"
    assert " " not in reference["url"]
    [document] = pd.read_parquet(latest / "documents").to_dict("records")
    assert document["text_source"] == "clipping"
    assert pd.read_parquet(latest / "captures")["outcome"].tolist() == ["offline"]
    facts = pd.read_parquet(latest / "facts")
    assert len(facts) >= 11
    assert all(document["text"][f.start : f.end] == f.evidence for f in facts.itertuples())
    before = files_of(tmp_path)
    assert offline(SAMPLE, lake=tmp_path) is None
    assert files_of(tmp_path) == before


def test_what_cannot_go_on_is_kept_with_its_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for name, data in [
        ("empty.md", EMPTY),
        ("binary.md", BINARY),
        ("no-address.md", WITHOUT_ADDRESS),
        ("beyond-repair.txt", BEYOND_REPAIR),
        ("not-utf8.md", NOT_UTF8),
        ("large.md", b"word " * 8 * 2**20),
        ("good.md", SAMPLE.read_bytes()),
    ]:
        (given / name).write_bytes(data)
    assert offline(given, lake=tmp_path / "lake") is not None
    latest = tmp_path / "lake" / "releases" / "latest"
    rejections = pd.read_parquet(latest / "rejections")
    reasons = {(Path(r.input).name, r.stage): r.reason for r in rejections.itertuples()}
    assert reasons["empty.md", "collect"] == "empty_input"
    assert reasons["binary.md", "collect"] == "binary_input"
    assert reasons["large.md", "collect"] == "too_large"
    assert reasons["no-address.md", "fetch"] == "no_address"
    assert reasons["beyond-repair.txt", "fetch"] == "unrecoverable_address"
    # Clippings without an address have texts of their own, which go on to facts, in whatever encoding they came.
    documents = pd.read_parquet(latest / "documents")
    assert len(documents) == 3
    assert documents["url"].isna().sum() == 2
    assert "Café owners in Geneva protested." in set(documents["text"])


def test_the_page_is_fetched_from_the_repaired_address(tmp_path: Path) -> None:
    authority = trustme.CA()
    bundle = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(bundle))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    words = [block for block in SAMPLE.read_text("utf-8").split("\n\n") if block[:1].isupper()][3:]
    body = ARTICLE.format("".join(f"<p>{block}</p>" for block in words if len(block) > 80))
    path = "/2019/11/01/russia-serbia-follow-slavic-shield-with-second-joint-military-drill-a68000"
    with Site({HOST + path: says(page(body.encode()))}, tls=context) as site:
        options = site.options(HOST, port=443, ca_bundle=str(bundle))
        release, _ = build([str(SAMPLE)], str(tmp_path / "lake"), options, 1)
    assert release is not None
    assert [request.path for request in site.asked(HOST)] == [path]
    latest = tmp_path / "lake" / "releases" / "latest"
    [document] = pd.read_parquet(latest / "documents").to_dict("records")
    assert document["text_source"] == "page"
    assert document["repair_verdict"] == "confirmed"
    assert document["clipping_match"] > 0.8


def test_wrong_parameters_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="workers"):
        build([str(SAMPLE)], str(tmp_path), {}, "many")
    assert not Lake(tmp_path).releases()


def test_a_cluster_that_does_not_answer_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="nonsense: no Dask scheduler answers there"):
        build([str(SAMPLE)], str(tmp_path / "lake"), {"offline": True}, 1, scheduler="nonsense")
    assert not (tmp_path / "lake").exists()
